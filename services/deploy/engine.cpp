#include "deploy/engine.h"

#include "core/log.h"
#include "deploy/attempt.h"
#include "deploy/causes.h"

#include <mutex>

using namespace Qt::StringLiterals;

namespace {
Result<std::optional<DeploymentState>> stateOf(Journal &journal, const DeploymentId &id)
{
    if (id.isEmpty())
        return std::optional<DeploymentState>();
    const Result<QList<DeployEvent>> events = journal.events(id, 0);
    if (!events)
        return failure(events.error());
    DeploymentState state;
    if (const Result<void> applied = state.apply(*events); !applied)
        return failure(applied.error());
    if (state.attempts.isEmpty()) // begun and nothing more: as if it had never been
        return std::optional<DeploymentState>();
    return std::optional(state);
}

// The deployment a request is about: the one named, or the app's last one with a record.
Result<std::optional<DeploymentState>> previousOf(Journal &journal, const PlanRequest &request)
{
    if (!request.deployment.isEmpty())
        return stateOf(journal, request.deployment);
    const Result<QList<DeploymentSummary>> latest = journal.deployments(request.app, 3);
    if (!latest)
        return failure(latest.error());
    for (const DeploymentSummary &summary : *latest) {
        Result<std::optional<DeploymentState>> state = stateOf(journal, summary.id);
        if (!state || *state)
            return state;
    }
    return std::optional<DeploymentState>();
}

// The secrets there were when a release was made, as far as a deployment of ours saw them.
QStringList secretNamesOf(Journal &journal, const AppName &app, int version)
{
    constexpr int looked = 100;
    const Result<QList<DeploymentSummary>> all = journal.deployments(app, looked);
    for (const DeploymentSummary &summary : all.value_or(QList<DeploymentSummary>())) {
        if (version == 0 || summary.releaseVersion != version)
            continue;
        const Result<std::optional<DeploymentState>> state = stateOf(journal, summary.id);
        if (state && *state && (*state)->lastAttempt())
            return (*state)->lastAttempt()->plan.secretNames;
    }
    return {};
}

// Survey of an apply: told once there is an attempt to tell it in.
class EarlyCalls
{
public:
    explicit EarlyCalls(Clock &clock)
        : m_clock(clock)
    {
    }
    CallContext context(std::stop_token stop)
    {
        CallContext context;
        context.stop = std::move(stop);
        context.exchanged = [this](const CallTrace &trace) {
            const std::lock_guard lock(m_mutex);
            m_calls.append({m_clock.wallNow(), trace});
        };
        return context;
    }
    [[nodiscard]] QList<EarlyCall> calls() const { return m_calls; }

private:
    Clock &m_clock;
    std::mutex m_mutex;
    QList<EarlyCall> m_calls;
};

const PlannedStep *releaseStep(const DeployPlan &plan)
{
    for (const PlannedStep &step : plan.steps) {
        if (step.step == Step::ReleaseCommand)
            return &step;
    }
    return nullptr;
}

// How it ended is not known: the user says whether it runs again (runReleaseCommand), or that it
// counts as done (the step's reason set to ReleaseCommandDone).
Result<void> settleQuestion(const DeployPlan &asked, PreparedPlan &prepared)
{
    const PlannedStep *step = releaseStep(prepared.plan);
    if (!step || step->reason != PlanReason::ReleaseCommandUnknown)
        return {};
    const PlannedStep *answer = releaseStep(asked);
    const bool countsAsDone = answer && answer->reason == PlanReason::ReleaseCommandDone;
    if (!asked.runReleaseCommand && !countsAsDone) {
        return failure(Error::Kind::Precondition,
            u"it cannot be known whether the release command ended: say whether it is to run again"_s);
    }
    prepared.plan.runReleaseCommand = asked.runReleaseCommand;
    for (PlannedStep &planned : prepared.plan.steps) {
        if (planned.step != Step::ReleaseCommand)
            continue;
        planned.skipped = !asked.runReleaseCommand;
        planned.writes = asked.runReleaseCommand;
        planned.reason =
            asked.runReleaseCommand ? PlanReason::None : PlanReason::ReleaseCommandDone;
        planned.reasonArgs.clear();
    }
    return {};
}
} // namespace

PlanRequest requestOf(const DeployPlan &plan)
{
    PlanRequest request;
    request.kind = plan.kind;
    request.app = plan.app;
    request.deployment = plan.deployment.isEmpty() ? plan.refersTo : plan.deployment;
    if (plan.kind == DeployKind::Deploy)
        request.image = plan.image;
    request.toVersion = plan.kind == DeployKind::RollBack ? plan.toVersion : 0;
    request.leaveOut = plan.leftOut;
    if (plan.configSource.startsWith(u'/'))
        request.configPath = plan.configSource;
    request.strategy = plan.strategy;
    return request;
}

Result<PreparedPlan> surveyAndPlan(FlyClient &fly,
    Journal &journal,
    Clock &clock,
    const PlanRequest &request,
    bool production,
    const CallContext &context)
{
    PlanInputs inputs;
    inputs.request = request;
    inputs.production = production;
    Result<std::optional<DeploymentState>> previous = previousOf(journal, request);
    if (!previous)
        return failure(previous.error());
    inputs.previous = std::move(*previous);
    Result<QByteArray> key = journal.digestKey();
    if (!key)
        return failure(key.error());
    inputs.digestKey = *key;
    inputs.usual = journal.usual(request.app).value_or(QHash<QString, UsualDuration>());

    Result<Survey> survey = surveyApp(fly, clock, hintsFor(request, inputs.previous), context);
    if (!survey)
        return failure(survey.error());
    inputs.survey = std::move(*survey);
    if (request.kind == DeployKind::RollBack) {
        const int version = rollBackVersion(inputs.previous, inputs.survey, request.toVersion);
        inputs.secretNamesThen = secretNamesOf(journal, request.app, version);
    }
    if (const QString releaseKey = releaseKeyFor(inputs); !releaseKey.isEmpty()) {
        const Result<std::optional<QDateTime>> done = journal.releaseCommandDone(releaseKey);
        if (!done)
            return failure(done.error());
        inputs.releaseCommandDone = *done;
    }
    return preparePlan(inputs);
}

DeployEngine::DeployEngine(EngineParts parts)
    : m_parts(std::move(parts))
{
}

DeployEngine::~DeployEngine()
{
    cancel();
    join();
}

Pending<DeploymentId> DeployEngine::start(const DeployPlan &plan, Finished finished)
{
    m_finished = std::move(finished);
    const Promise<DeploymentId> accepted;
    m_parts.clock->announce();
    m_thread = std::jthread([this, plan, accepted] {
        const ClockParticipant participant(*m_parts.clock, ClockParticipant::Entry::Announced);
        run(plan, accepted);
    });
    return accepted.pending();
}

void DeployEngine::cancel()
{
    m_stop.request_stop();
}

void DeployEngine::join()
{
    if (!m_thread.joinable())
        return;
    const ClockBlocked blocked(*m_parts.clock);
    m_thread.join();
}

void DeployEngine::run(const DeployPlan &plan, const Promise<DeploymentId> &accepted)
{
    const QDateTime askedAt = m_parts.clock->wallNow();
    const auto refuse = [&](const Error &error) {
        Log::area("deploy")->info(
            "refused: app={} {}", plan.app.value.toStdString(), error.detail.toStdString());
        accepted.fulfil(failure(error));
        if (m_finished)
            m_finished({});
    };
    const Result<std::unique_ptr<FileLock>> lock = m_parts.journal->own(plan.app, m_parts.identity);
    if (!lock)
        return refuse(lock.error());
    EarlyCalls early(*m_parts.clock);
    Result<PreparedPlan> prepared = surveyAndPlan(*m_parts.fly,
        *m_parts.journal,
        *m_parts.clock,
        requestOf(plan),
        m_parts.production,
        early.context(m_stop.get_token()));
    if (!prepared)
        return refuse(prepared.error());
    if (prepared->plan.surveyHash != plan.surveyHash)
        return refuse({Error::Kind::Precondition,
            u"the app changed since the plan was made"_s,
            0,
            {},
            {},
            {}});
    if (const Result<void> settled = settleQuestion(plan, *prepared); !settled)
        return refuse(settled.error());
    const auto destroyed = static_cast<int>(prepared->plan.destroyed().size());
    if (destroyed > 0 && !plan.destroyConfirmed)
        return refuse(Cause::destroyNotConfirmed(destroyed).value());
    prepared->plan.destroyConfirmed = plan.destroyConfirmed;
    if (m_stop.stop_requested())
        return refuse({Error::Kind::Cancelled, u"stopped before it began"_s, 0, {}, {}, {}});

    Result<std::optional<DeploymentState>> previous =
        stateOf(*m_parts.journal, prepared->plan.deployment);
    if (!previous)
        return refuse(previous.error());
    RunningAttempt attempt(
        m_parts, std::move(*prepared), previous->value_or(DeploymentState()), m_stop);
    if (const Result<void> begun = attempt.begin(askedAt, early.calls()); !begun)
        return refuse(begun.error());
    accepted.fulfil(attempt.deployment());
    attempt.carryOut();
    if (m_finished)
        m_finished(attempt.deployment());
}
