#include "deploy/attempt.h"

#include "core/ulid.h"
#include "deploy/causes.h"
#include "deploy/lostanswer.h"
#include "deploy/releasecommand.h"
#include "deploy/updatephase.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr Clock::Duration releaseLookBudget = 15s;
constexpr Clock::Duration cancelPoll = 500ms;
constexpr Clock::Duration cancelGrace = 5s; // requests under way may end by themselves
} // namespace

RunningAttempt::RunningAttempt(const EngineParts &parts,
    PreparedPlan prepared,
    DeploymentState previous,
    const std::stop_source &stop)
    : m_engine(parts)
    , m_clock(*parts.clock)
    , m_prepared(std::move(prepared))
    , m_deployment(m_prepared.plan.deployment.isEmpty()
              ? DeploymentId(newUlid(parts.clock->wallNow()))
              : m_prepared.plan.deployment)
    , m_stop(stop)
    , m_recorder(*parts.journal,
          *parts.clock,
          std::move(previous),
          parts.journal->usual(m_prepared.plan.app).value_or(QHash<QString, UsualDuration>()))
    , m_parts{*parts.fly,
          *parts.clock,
          m_recorder,
          m_prepared,
          m_stop.get_token(),
          m_abort.get_token(),
          {}}
    , m_leases(m_parts)
    , m_watcher(*parts.clock)
{
    m_parts.labels.clientVersion = QStringLiteral(ATALAYA_VERSION);
    m_recorder.beginAttempt(m_deployment, m_prepared.plan.attempt);
    m_recorder.setSinks(parts.eventSink, [this] {
        m_stop.request_stop();
        if (m_engine.journalFailed)
            m_engine.journalFailed(m_recorder.journalError().value_or(Error()));
    });
}

RunningAttempt::~RunningAttempt() = default;

Result<void> RunningAttempt::begin(const QDateTime &askedAt, const QList<EarlyCall> &survey)
{
    const DeployPlan &plan = m_prepared.plan;
    if (plan.deployment.isEmpty()) {
        if (const Result<int> number = m_engine.journal->begin(m_deployment, plan.app); !number)
            return failure(number.error());
    }
    const events::AttemptStarted started{plan, m_engine.identity};
    if (const Result<void> written = m_recorder.record(started, Durability::Durable, askedAt);
        !written)
        return written;
    // The survey came before the attempt was accepted; it is told with its own times.
    Span looking(m_recorder, {Phase::Preflight, Step::Survey, {}, {}, Segment::Work, askedAt});
    for (const EarlyCall &call : survey) {
        const events::SpanRequest request{looking.id(),
            QString::fromLatin1(call.trace.method),
            call.trace.path,
            call.trace.status,
            call.trace.requestId,
            call.trace.took};
        static_cast<void>(m_recorder.record(request, Durability::Batched, call.at));
    }
    looking.end(Outcome::Succeeded);
    Span check(m_recorder, {Phase::Preflight, Step::CheckPlan, {}, {}, Segment::Work, {}});
    check.end(Outcome::Succeeded);
    return {};
}

void RunningAttempt::carryOut()
{
    const auto logSink = [this](const QList<LogLine> &lines) {
        if (m_engine.logSink)
            m_engine.logSink(m_deployment, lines);
    };
    m_log = std::make_unique<LogFollower>(*m_engine.fly,
        *m_engine.journal,
        m_clock,
        m_prepared.plan.app,
        m_deployment,
        m_prepared.plan.attempt,
        logSink);
    m_watcher.start([this](const std::stop_token &over) { watchForCancel(over); });
    supersede();
    answerEarlier();
    finish(steps());
}

Result<void> RunningAttempt::steps()
{
    Span::skip(m_recorder,
        {Phase::Build, Step::ResolveImage, {}, {}, Segment::Work, {}},
        PlanReason::ImageExists,
        {m_prepared.plan.image});
    return takeLeases()
        .and_then([this] { return createRelease(); })
        .and_then([this] { return runReleaseCommand(); })
        .and_then([this] { return updateMachines(); });
}

void RunningAttempt::failedAt(Step step, const QString &lane)
{
    m_failedStep = step;
    m_failedLane = lane;
}

Result<void> RunningAttempt::takeLeases()
{
    failedAt(Step::AcquireLeases);
    QList<MachineId> machines;
    for (const PlannedMachine &planned : m_prepared.plan.machines) {
        const bool goes = planned.action == PlannedMachine::Action::Destroy;
        const bool hostTrouble = planned.why == PlanReason::HostNotOk; // its lease may never come
        if (goes || (m_prepared.targets.contains(planned.id) && !hostTrouble))
            machines.append(planned.id);
    }
    Span span(m_recorder, {Phase::Update, Step::AcquireLeases, {}, {}, Segment::Work, {}});
    Result<void> taken = m_leases.takeAll(machines, span.id());
    // Whoever held them may have deployed: found out before a release command runs again.
    if (const std::optional<MachineId> changed = m_leases.changedSince(m_prepared.machines);
        taken && changed)
        taken = Cause::machineChanged(*changed);
    span.end(taken);
    return taken;
}

Result<void> RunningAttempt::createRelease()
{
    failedAt(Step::CreateRelease);
    const DeployPlan &plan = m_prepared.plan;
    const Span::Place place{Phase::Preflight, Step::CreateRelease, {}, {}, Segment::Work, {}};
    Span span;
    if (!plan.resumeRelease.isEmpty()) {
        m_release = plan.resumeRelease;
        m_releaseVersion = plan.resumeVersion;
        Span::skip(
            m_recorder, place, PlanReason::ReleaseRecorded, {QString::number(m_releaseVersion)});
    } else {
        span = Span(m_recorder, place);
        const Result<Release> release = sendCreate(span.id());
        if (!release) {
            span.end(failure(release.error()));
            return failure(release.error());
        }
        m_release = release->id;
        m_releaseVersion = release->version;
    }
    m_parts.labels.releaseId = m_release.value;
    m_parts.labels.releaseVersion = m_releaseVersion;
    const events::ReleaseCreated created{m_release, m_releaseVersion};
    Result<void> done = m_recorder.record(created, Durability::Durable);
    if (done)
        done = setRunning(span.id());
    span.end(done);
    return done;
}

// Not idempotent: after a lost answer the release is looked for by what only ours can have.
Result<Release> RunningAttempt::sendCreate(SpanId span)
{
    const DeployPlan &plan = m_prepared.plan;
    OnlyOnce<Release> order;
    order.what = events::Intent::What::CreateRelease;
    order.detail = plan.image;
    order.send = [this, span, &plan](const QString &) {
        return m_parts.fly.createRelease(plan.app,
            plan.image,
            strategyName(plan.strategy),
            m_prepared.definition,
            m_parts.writing(span));
    };
    order.find = [this, span](const QString &) { return findRelease(span); };
    order.name = [](const Release &release) { return release.id.value; };
    return sendOnlyOnce(m_parts, span, order);
}

Result<std::optional<Release>> RunningAttempt::findRelease(SpanId span)
{
    const auto isOurs = [this](const Release &release) {
        const bool open =
            release.status == ReleaseStatus::Pending || release.status == ReleaseStatus::Running;
        return open && release.imageRef == m_prepared.plan.image
            && release.version > m_prepared.newestVersion;
    };
    return lookForTrace(
        m_parts,
        span,
        releaseLookBudget,
        [&](const CallContext &context) -> Result<std::optional<Release>> {
            const Result<QList<Release>> releases = m_parts.fly.releases(m_parts.app(), 5, context);
            if (!releases)
                return failure(releases.error());
            const auto ours = std::find_if(releases->cbegin(), releases->cend(), isOurs);
            return ours == releases->cend() ? std::optional<Release>() : std::optional(*ours);
        },
        pace::looksForMade);
}

Result<void> RunningAttempt::setRunning(SpanId span)
{
    const Result<QString> intent = m_recorder.intend(
        events::Intent::What::RunRelease, span, {}, QString::number(m_releaseVersion));
    if (!intent)
        return failure(intent.error());
    Result<void> done;
    for (int sending = 0; sending < pace::sendings; ++sending) {
        if (const std::optional<Error> halt = m_parts.halted()) {
            done = failure(*halt);
            break;
        }
        const Result<Release> release =
            m_parts.fly.updateRelease(m_release, ReleaseStatus::Running, {}, m_parts.writing(span));
        done = release ? Result<void>() : failure(release.error());
        if (done || !isFateUnknown(done.error())) // the same status again does no harm
            break;
        m_clock.sleepFor(pace::shortRest, m_parts.stop);
    }
    m_recorder.settle(*intent, done ? Outcome::Succeeded : outcomeOf(done.error()));
    return done;
}

Result<void> RunningAttempt::runReleaseCommand()
{
    failedAt(Step::ReleaseCommand);
    for (const PlannedStep &step : m_prepared.plan.steps) {
        if (step.step != Step::ReleaseCommand || !step.skipped)
            continue;
        recordRecoveredExit(step.reason);
        Span::skip(m_recorder,
            {Phase::Migrate, Step::ReleaseCommand, {}, {}, Segment::Work, {}},
            step.reason,
            step.reasonArgs);
        return {};
    }
    return ReleaseCommand(m_parts, [this] { m_log->settle(); }).run();
}

// An interrupted attempt's command ended well while nobody watched, or the user says so where it
// cannot be known: now it is written down.
void RunningAttempt::recordRecoveredExit(PlanReason why)
{
    const ReleaseFate &fate = m_prepared.fate;
    const bool declared =
        fate.what == ReleaseFate::What::Unknown && why == PlanReason::ReleaseCommandDone;
    const bool seen = fate.what == ReleaseFate::What::Succeeded && fate.exit;
    if ((!seen && !declared) || m_prepared.releaseKey.isEmpty())
        return;
    events::ReleaseCommandEnded ended;
    ended.key = m_prepared.releaseKey;
    ended.command = m_prepared.plan.releaseCommand;
    ended.machine = fate.machine;
    ended.declared = declared;
    if (seen) {
        ended.exitCode = fate.exit->exitCode;
        ended.signal = fate.exit->signal;
    }
    static_cast<void>(m_recorder.record(ended, Durability::Durable));
}

Result<void> RunningAttempt::updateMachines()
{
    failedAt(Step::UpdateMachine);
    UpdatePhase phase(m_parts, m_leases);
    const Result<void> done = phase.run();
    if (phase.firstFailure())
        failedAt(phase.firstFailure()->step, phase.firstFailure()->lane);
    return done;
}

// Stopped from within this process, if by nobody else; not so when the journal was lost.
void RunningAttempt::recordCancel()
{
    if (!m_stop.stop_requested() || m_cancelRecorded || m_recorder.journalError())
        return;
    static_cast<void>(
        m_recorder.record(events::CancelRequested{m_engine.identity}, Durability::Batched));
    m_cancelRecorded = true;
}

// Looks for a cancel by another process; after any cancel gives requests under way their time.
void RunningAttempt::watchForCancel(const std::stop_token &over)
{
    while (!m_stop.stop_requested()) {
        if (!m_clock.sleepFor(cancelPoll, over))
            return;
        const Result<std::optional<ProcessIdentity>> by =
            m_engine.journal->cancelRequested(m_deployment);
        if (by && *by && !m_stop.stop_requested()) {
            static_cast<void>(
                m_recorder.record(events::CancelRequested{**by}, Durability::Batched));
            m_cancelRecorded = true;
            m_stop.request_stop();
        }
    }
    recordCancel();
    if (m_clock.sleepFor(cancelGrace, over))
        m_abort.request_stop();
}
