#include "deploy/attempt.h"
#include "deploy/deadlinestop.h"
#include "deploy/verifier.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// How an attempt ends, whatever happened: everything here runs under budgets of its own.
namespace {
constexpr Clock::Duration lookBudget = 20s;
constexpr Clock::Duration closeBudget = 15s;
constexpr Clock::Duration shortRest = 500ms; // doubling; fly-io.md 1.9
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
    const Verdict verdict = look(reported);
    const Result<void> closed = closeRelease(reported, first);
    if (first && !closed)
        first = closed; // told; what was reported stays: the machines are updated
    m_watcher.end();
    recordCancel();
    if (const std::optional<Error> lost = m_recorder.journalError())
        first = failure(*lost);
    end(reported, first, verdict);
    diagnose(reported);
    m_log.reset();
}

void RunningAttempt::dropLeases()
{
    Span span(m_recorder, {Phase::Cleanup, Step::ReleaseLeases, {}, {}, Segment::Work, {}});
    m_leases.dropAll(span.id());
    span.end(Outcome::Succeeded);
}

Verdict RunningAttempt::look(Reported reported)
{
    JudgeInputs inputs;
    inputs.reported = reported;
    inputs.plan = m_prepared.plan;
    inputs.newVersion = m_releaseVersion;
    inputs.digestKey = m_engine.journal->digestKey().value_or(QByteArray());
    inputs.journalLost = m_recorder.journalError().has_value();
    const DeploymentState state = m_recorder.state();
    for (const events::MachineBefore &before : state.before) {
        inputs.oldImageDigests.insert(before.machine, before.imageDigest);
        inputs.oldConfigDigests.insert(before.machine, before.configDigest);
    }
    Span span(m_recorder, {Phase::Verify, Step::VerifyReality, {}, {}, Segment::Work, {}});
    const DeadlineStop budget(m_clock, lookBudget);
    const Verdict verdict =
        verify(m_parts.fly, m_clock, inputs, callContext(m_recorder, span.id(), budget.token()));
    span.end(verdict.reality == Reality::Unknown ? Outcome::Unknown : Outcome::Succeeded);
    return verdict;
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
    Clock::Duration rest = shortRest;
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
        const bool changed =
            (attempt && attempt->updated.contains(machine.id.value)) || maybeChanged(machine.id);
        (changed ? ended.changed : ended.unchanged).append(machine.id);
    }
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
