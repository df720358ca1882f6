#include "deploy/attempt.h"
#include "deploy/deadlinestop.h"
#include "deploy/verifier.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// How an attempt ends, whatever happened: everything here runs under budgets of its own.
namespace {
constexpr Clock::Duration verdictBudget = 20s;
constexpr Clock::Duration probeBudget = 7s;
constexpr Clock::Duration probeAgain = 1500ms;
constexpr Clock::Duration closeBudget = 15s;
constexpr Clock::Duration firstClosingRest = 500ms; // doubling; fly-io.md 1.9
constexpr int closings = 4;

ReleaseStatus statusFor(Reported reported)
{
    switch (reported) {
    case Reported::Succeeded:
    case Reported::RolledBack:
        return ReleaseStatus::Complete;
    case Reported::Failed:
        return ReleaseStatus::Failed;
    case Reported::Cancelled:
    case Reported::Interrupted:
        return ReleaseStatus::Interrupted;
    }
    return ReleaseStatus::Failed;
}
} // namespace

Reported RunningAttempt::reportedOf(const Result<void> &outcome) const
{
    if (outcome)
        return m_prepared.plan.kind == DeployKind::RollBack ? Reported::RolledBack
                                                            : Reported::Succeeded;
    if (outcome.error().kind != Error::Kind::Cancelled)
        return Reported::Failed;
    return m_stop.stop_requested() ? Reported::Cancelled : Reported::Interrupted;
}

void RunningAttempt::finish(const Result<void> &outcome)
{
    Result<void> first = outcome;
    if (const std::optional<Error> lost = m_recorder.journalError())
        first = failure(*lost);
    const Reported reported = reportedOf(first);
    dropLeases();
    const Verdict verdict = look(reported, first);
    const Result<void> closed = closeRelease(reported, first);
    if (first && !closed)
        first = closed; // told; what was reported stays: the machines are updated
    m_watcher.end();
    recordCancel();
    if (const std::optional<Error> lost = m_recorder.journalError())
        first = failure(*lost);
    ask(reported, verdict);
    end(reported, first, verdict);
    diagnose(reported);
    m_log.reset();
}

// Stopped in the middle: some machines are new, some are not. Nobody decides that but a person.
void RunningAttempt::ask(Reported reported, const Verdict &verdict)
{
    const bool midway = verdict.reality == Reality::Mixed || verdict.reality == Reality::Unhealthy
        || verdict.reality == Reality::WrongCount;
    const bool inUpdate = m_failedStep == Step::UpdateMachine || m_failedStep == Step::LaunchMachine
        || m_failedStep == Step::RetireMachine;
    if (reported != Reported::Failed || !midway || !inUpdate || m_recorder.journalError())
        return;
    events::QuestionAsked question;
    const DeploymentState state = m_recorder.state();
    for (const SpanState &span : state.spans) {
        const bool bar = span.attempt == m_recorder.attempt() && span.parent == SpanId{}
            && (span.step == Step::UpdateMachine || span.step == Step::RetireMachine);
        if (bar && span.outcome == Outcome::Failed)
            question.failed.append(MachineId(span.lane));
    }
    for (const PlannedMachine &planned : m_prepared.plan.machines) {
        const bool gone = verdict.missingMachines.contains(planned.id)
            && !state.destroyed.contains(planned.id.value);
        if (gone) {
            question.failed.removeAll(planned.id);
            question.gone.append(planned.id);
        }
        if (gone || question.failed.contains(planned.id) || planned.isLeftOut())
            continue;
        (verdict.newMachines.contains(planned.id) ? question.done : question.waiting)
            .append(planned.id);
    }
    question.answers.append(FailureAnswer::Retry);
    if (!question.failed.isEmpty() && !question.waiting.isEmpty())
        question.answers.append(FailureAnswer::LeaveOut);
    if (m_prepared.plan.kind != DeployKind::RollBack && m_prepared.plan.currentVersion > 0)
        question.answers.append(FailureAnswer::RollBack);
    question.answers.append(FailureAnswer::Leave);
    static_cast<void>(m_recorder.record(question, Durability::Durable));
}

void RunningAttempt::dropLeases()
{
    Span span(m_recorder, {Phase::Cleanup, Step::ReleaseLeases, {}, {}, Segment::Work, {}});
    m_leases.dropAll(span.id());
    span.end(Outcome::Succeeded);
}

// What moved to another server for want of room has another id now.
DeployPlan RunningAttempt::planAsDone() const
{
    const DeploymentState state = m_recorder.state();
    QHash<QString, events::MachineCreated> made; // by lane
    for (const events::MachineCreated &created : state.created)
        made.insert(created.lane, created);
    DeployPlan plan = m_prepared.plan;
    for (PlannedMachine &planned : plan.machines) {
        const auto created = made.constFind(launchLane(planned.id));
        if (planned.action == PlannedMachine::Action::Replace || created == made.cend()
            || !state.destroyed.contains(planned.id.value))
            continue;
        planned.id = created->machine;
        planned.configDigestTarget = created->configDigest;
    }
    return plan;
}

Verdict RunningAttempt::look(Reported reported, const Result<void> &outcome)
{
    JudgeInputs inputs;
    inputs.reported = reported;
    if (!outcome)
        inputs.reportedBecause = errorKindName(outcome.error().kind);
    inputs.plan = planAsDone();
    inputs.newVersion = m_releaseVersion;
    inputs.digestKey = m_engine.journal->digestKey().value_or(QByteArray());
    inputs.journalLost = m_recorder.journalError().has_value();
    const DeploymentState state = m_recorder.state();
    for (const events::MachineBefore &before : state.before) {
        inputs.oldImageDigests.insert(before.machine, before.imageDigest);
        inputs.oldConfigDigests.insert(before.machine, before.configDigest);
        inputs.oldInstances.insert(before.machine, before.instanceId);
    }
    inputs.created = state.created;
    inputs.destroyed = state.destroyed;
    for (const AttemptState &attempt : state.attempts) {
        for (auto it = attempt.updated.cbegin(); it != attempt.updated.cend(); ++it)
            inputs.updated.insert(it.key());
    }
    inputs.switched = state.switched;
    Span span(m_recorder, {Phase::Verify, Step::VerifyReality, {}, {}, Segment::Work, {}});
    const DeadlineStop budget(m_clock, verdictBudget);
    Verdict verdict =
        verify(m_parts.fly, m_clock, inputs, callContext(m_recorder, span.id(), budget.token()));
    probe(verdict, span.id());
    span.end(verdict.reality == Reality::Unknown ? Outcome::Unknown : Outcome::Succeeded);
    return verdict;
}

// As the users see it; only where the machines are right, else what is wrong is told already. The
// proxy may need a moment to learn of new machines.
void RunningAttempt::probe(Verdict &verdict, SpanId span)
{
    if (!m_engine.probe || verdict.reality != Reality::AllNew || m_recorder.journalError())
        return;
    const DeadlineStop asking(m_clock, verdictBudget);
    const Result<bool> isPublic =
        m_parts.fly.hasPublicAddress(m_parts.app(), callContext(m_recorder, span, asking.token()));
    if (!isPublic || !*isPublic)
        return;
    const DeadlineStop budget(m_clock, probeBudget);
    const auto isAskedAgain = [](ProbeResult::Problem problem) {
        return problem != ProbeResult::Problem::None && problem != ProbeResult::Problem::TimedOut;
    };
    const QList<MachineConfig> configs = m_prepared.targets.values();
    do {
        const std::optional<ProbeResult> seen =
            m_engine.probe(m_parts.app(), configs, {}); // by its own patience, in real time
        if (!seen)
            return;
        verdict.probe = *seen;
    } while (isAskedAgain(verdict.probe->problem) && m_clock.sleepFor(probeAgain, budget.token()));
}

Result<void> RunningAttempt::closeRelease(Reported reported, const Result<void> &outcome)
{
    if (m_release.isEmpty() && m_prepared.orphans.isEmpty())
        return {};
    Span span(m_recorder, {Phase::Cleanup, Step::CloseRelease, {}, {}, Segment::Work, {}});
    Result<void> done;
    if (!m_release.isEmpty()) {
        const QString text = outcome ? QString() : redacted(outcome.error()).detail;
        done = patch(m_release, m_releaseVersion, statusFor(reported), text, span.id());
    }
    for (const Release &orphan : m_prepared.orphans)
        static_cast<void>(
            patch(orphan.id, orphan.version, ReleaseStatus::Interrupted, {}, span.id()));
    span.end(done);
    return done;
}

Result<void> RunningAttempt::patch(
    const ReleaseId &release, int version, ReleaseStatus status, const QString &text, SpanId span)
{
    QString detail = u"v%1 "_s.arg(version);
    detail += releaseStatusToWire(status);
    // Without its intent nothing more is written: a resume closes the release.
    const Result<QString> intent =
        m_recorder.intend(events::Intent::What::CloseRelease, span, {}, detail);
    if (!intent)
        return failure(intent.error());
    const DeadlineStop budget(m_clock, closeBudget);
    Clock::Duration rest = firstClosingRest;
    Result<void> done;
    for (int closing = 0; closing < closings; ++closing, rest *= 2) {
        const Result<Release> closed = m_parts.fly.updateRelease(
            release, status, text, callContext(m_recorder, span, budget.token()));
        done = closed ? Result<void>() : failure(closed.error());
        if (done || !isFateUnknown(done.error()) || !m_clock.sleepFor(rest, budget.token()))
            break;
    }
    // Left open when it did not work: the release is still to be closed.
    if (done)
        m_recorder.settle(*intent, Outcome::Succeeded);
    return done;
}

// An interrupted deployment that this one replaces will not be resumed any more: it ends here.
void RunningAttempt::supersede()
{
    if (!m_prepared.superseded)
        return;
    const DeploymentState &old = *m_prepared.superseded;
    const AttemptState *last = old.lastAttempt();
    RunRecorder recorder(*m_engine.journal, m_clock, old, {});
    recorder.setSinks(m_engine.eventSink, {});
    recorder.beginAttempt(old.id, last->number);
    events::AttemptEnded ended;
    ended.reported = Reported::Interrupted;
    for (const PlannedMachine &machine : last->plan.machines) {
        if (last->updated.contains(machine.id.value))
            ended.changed.append(machine.id);
        else
            ended.unchanged.append(machine.id);
    }
    static_cast<void>(recorder.record(ended, Durability::Durable));
}

// A roll back is an answer to the deployment that it rolls back.
void RunningAttempt::answerEarlier()
{
    if (!m_prepared.asked)
        return;
    RunRecorder recorder(*m_engine.journal, m_clock, *m_prepared.asked, {});
    recorder.setSinks(m_engine.eventSink, {});
    recorder.beginAttempt(m_prepared.asked->id, m_prepared.asked->lastAttempt()->number);
    const bool back = m_prepared.plan.kind == DeployKind::RollBack;
    static_cast<void>(recorder.record(
        events::QuestionAnswered{
            back ? FailureAnswer::RollBack : FailureAnswer::Leave, m_engine.identity},
        Durability::Durable));
}

void RunningAttempt::end(Reported reported, const Result<void> &outcome, const Verdict &verdict)
{
    const DeploymentState state = m_recorder.state();
    const AttemptState *attempt = state.lastAttempt();
    events::AttemptEnded ended;
    ended.reported = reported;
    if (!outcome)
        ended.error = redacted(outcome.error());
    if (reported == Reported::Failed || reported == Reported::Cancelled) {
        ended.failedStep = m_failedStep;
        ended.failedLane = m_failedLane;
    }
    ended.journalLost = m_recorder.journalError().has_value();
    const auto maybeChanged = [&](const MachineId &machine) {
        const auto open = [&machine](const events::Intent &intent) {
            return intent.what == events::Intent::What::UpdateMachine && intent.machine == machine;
        };
        return attempt
            && std::any_of(attempt->openIntents.cbegin(), attempt->openIntents.cend(), open)
            && !verdict.oldMachines.contains(machine);
    };
    for (const PlannedMachine &machine : m_prepared.plan.machines) {
        const bool changed = (attempt && attempt->updated.contains(machine.id.value))
            || state.destroyed.contains(machine.id.value) || maybeChanged(machine.id);
        (changed ? ended.changed : ended.unchanged).append(machine.id);
    }
    for (const events::MachineCreated &created : state.created)
        ended.changed.append(created.machine);
    static_cast<void>(m_recorder.record(ended, Durability::Durable));
    // A reality that nobody can look up later is none.
    Verdict known = verdict;
    if (m_recorder.journalError()) {
        known.reality = Reality::Unknown;
        known.unknownBecause = u"journal-lost"_s;
    }
    static_cast<void>(m_recorder.record(events::VerdictReached{known}, Durability::Durable));
}

void RunningAttempt::diagnose(Reported reported)
{
    if (reported != Reported::Failed || !m_engine.diagnose || m_recorder.journalError())
        return;
    m_log->settle();
    const Result<QList<LogLine>> log =
        m_engine.journal->log(m_deployment, 0, std::numeric_limits<int>::max());
    const std::optional<Diagnosis> diagnosis =
        m_engine.diagnose(m_recorder.state(), log.value_or(QList<LogLine>()));
    if (diagnosis)
        static_cast<void>(
            m_recorder.record(events::DiagnosisMade{*diagnosis}, Durability::Durable));
}
