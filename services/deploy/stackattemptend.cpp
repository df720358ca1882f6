#include "deploy/causes.h"
#include "deploy/stackattempt.h"
#include "deploy/stackrecord.h"
#include "deploy/stackrun.h"
#include "deploy/stacksurveys.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// How an attempt of a stack ends, whatever happened.
namespace {
QString wantedText(const StackStep &step)
{
    QStringList texts;
    for (const StackWant &want : step.wants) {
        switch (want.kind) {
        case StackWant::Kind::Is:
            texts.append(want.text);
            break;
        case StackWant::Kind::AtLeast:
            texts.append(QString(u">= "_s + QString::number(want.number)));
            break;
        case StackWant::Kind::Exactly:
            texts.append(QString::number(want.number));
            break;
        }
    }
    return texts.join(u" | "_s);
}

bool isOwnLook(const StackStep &step)
{
    return !step.skipped && (step.step == Step::SmokeTest || step.step == Step::DataCheck);
}

MachineId laneId(const StackServerPlan &server, const QString &service)
{
    return MachineId(stackLane(server.server, service));
}
} // namespace

// An interrupted deployment that this one replaces will not be gone on with: it ends here.
void StackAttempt::supersede()
{
    if (!m_prepared.superseded || m_isAttached)
        return;
    const DeploymentState &old = *m_prepared.superseded;
    RunRecorder recorder(*m_engine.journal, m_clock, old, {});
    recorder.setSinks(m_engine.eventSink, {});
    recorder.beginAttempt(old.id, old.lastAttempt()->number);
    events::AttemptEnded ended;
    ended.reported = Reported::Interrupted;
    static_cast<void>(recorder.record(ended, Durability::Durable));
}

// A roll back is an answer to the deployment that it rolls back.
void StackAttempt::answerEarlier()
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

void StackAttempt::finish()
{
    const Verdict verdict = look();
    ask(verdict);
    end(verdict);
    if (verdict.reported != Reported::Failed || !m_engine.diagnose || m_recorder.journalError())
        return;
    const Result<QList<LogLine>> log =
        m_engine.journal->log(m_deployment, 0, std::numeric_limits<int>::max());
    const std::optional<Diagnosis> diagnosis =
        m_engine.diagnose(m_recorder.state(), log.value_or(QList<LogLine>()));
    if (diagnosis)
        static_cast<void>(
            m_recorder.record(events::DiagnosisMade{*diagnosis}, Durability::Durable));
}

Reported StackAttempt::reportedOf(const ServerEnd &end) const
{
    const DeployPlan &plan = m_prepared.plan;
    if (!end.isBegun || end.state == "cancelled"_L1)
        return Reported::Cancelled;
    if (end.state == "succeeded"_L1)
        return plan.kind == DeployKind::RollBack ? Reported::RolledBack : Reported::Succeeded;
    if (end.state == "rolled-back"_L1)
        return Reported::RolledBack;
    return end.state == "superseded"_L1 ? Reported::Interrupted : Reported::Failed;
}

Verdict StackAttempt::look()
{
    const StackPlan &stack = *m_prepared.plan.stack;
    // Without the files the environments cannot be compared; all else can.
    if (!readFilesAgain())
        m_prepared.folder.project.toml.directory = stack.directory;
    Span span(m_recorder, {Phase::Verify, Step::VerifyReality, {}, {}, Segment::Work, {}});
    QList<StackReport> reports;
    QList<StackAfter> afters;
    for (const StackServerPlan &server : stack.servers) {
        const ServerEnd &end = m_ends[server.server];
        StackReport report{server.server, reportedOf(end), {}};
        if (end.error)
            report.because = errorKindName(end.error->kind);
        reports.append(report);
        afters.append(lookAt(server, end));
    }
    Verdict verdict = stackVerdict(stack, reports, afters, m_clock.wallNow());
    verdict.watched = m_watched;
    if (m_recorder.journalError()) {
        verdict.reality = Reality::Unknown;
        verdict.unknownBecause = u"journal-lost"_s;
    }
    span.end(verdict.reality == Reality::Unknown ? Outcome::Unknown : Outcome::Succeeded);
    return verdict;
}

StackAfter StackAttempt::lookAt(const StackServerPlan &server, const ServerEnd &end)
{
    StackAfter after;
    const QHash<QString, QString> none;
    const bool isOtherCommit = stackCommitOf(*m_prepared.plan.stack) != m_prepared.folder.commit;
    const StackSurveyParts parts{
        m_prepared.folder, none, m_prepared.plan.stack->project, false, isOtherCommit};
    const Result<StackServerLook> seen =
        lookAtStack(m_service.stacks.open, server.server, parts, m_clock, m_stops.leave);
    after.look.server = server.server;
    if (!seen) {
        after.look.isReached = false;
        after.problem = errorKindName(seen.error().kind);
        return after;
    }
    after.look = seen->look;
    if (after.look.problem)
        after.problem = errorKindName(after.look.problem->kind);
    for (const ComposeService &service : m_prepared.folder.project.compose.services)
        after.wanted.insert(service.name, std::max(1, service.replicas.value_or(1)));
    for (const SpanState &span : m_recorder.state().spans)
        after.databaseRestored = after.databaseRestored
            || (span.step == Step::RestoreDatabase && isOfServer(span, server.server)
                && span.outcome == Outcome::Succeeded);
    const bool isSettled = end.state == "succeeded"_L1 || end.state == "rolled-back"_L1;
    if (isSettled && after.look.isReached)
        lookByItself(server, after);
    return after;
}

// Smoke tests and data once more, by a run of their own that changes nothing.
void StackAttempt::lookByItself(const StackServerPlan &server, StackAfter &after)
{
    StackPlan looking = *m_prepared.plan.stack;
    StackServerPlan looks;
    looks.server = server.server;
    for (StackStep step : server.steps) {
        if (!isOwnLook(step))
            continue;
        step.failure = StackStep::Failure::GoOn;
        looks.steps.append(step);
    }
    if (looks.steps.isEmpty())
        return;
    QHash<int, StackStep> byNumber;
    int number = 0;
    for (const StackStep &step : std::as_const(looks.steps))
        byNumber.insert(++number, step);
    ServerRun::Parts parts;
    parts.open = m_service.stacks.open;
    parts.clock = &m_clock;
    parts.leave = m_stops.leave;
    parts.eventSink = [&](const RunnerEvent &event) {
        if (event.kind != RunnerEvent::Kind::StepEnded || event.outcome != Outcome::Failed)
            return;
        const StackStep step = byNumber.value(event.step);
        const StackFailedLook failed{step.detail, wantedText(step), event.got};
        (step.step == Step::DataCheck ? after.failedData : after.failedSmoke).append(failed);
    };
    ServerRun run(parts,
        {server.server,
            looking.directory,
            QString(server.run + u"-look"_s + QString::number(m_prepared.plan.attempt)),
            m_service.stacks.owner,
            1,
            {}});
    RunnerList list = stackRunnerList(looking, looks, run.place().run, m_service.stacks.owner);
    const Result<QString> done =
        run.start(list, [](const QString &) { return false; }).and_then([&run] {
            return run.follow();
        });
    if (!done || *done != "succeeded"_L1)
        after.problem = done ? u"process"_s : errorKindName(done.error().kind);
}

// A run that rests half-way waits for a person.
void StackAttempt::ask(const Verdict &verdict)
{
    events::QuestionAsked question;
    const auto offer = [&question](FailureAnswer answer) {
        if (!question.answers.contains(answer))
            question.answers.append(answer);
    };
    for (const StackServerPlan &server : m_prepared.plan.stack->servers) {
        const ServerEnd &end = m_ends[server.server];
        if (!end.question || m_recorder.journalError())
            continue;
        const QString &kind = end.question->question;
        const bool isConfirm = kind == "confirm"_L1;
        const bool hasData = std::any_of(server.rollback.cbegin(),
            server.rollback.cend(),
            [](const StackStep &step) { return step.asks; });
        if (!isConfirm)
            offer(FailureAnswer::Retry);
        if (kind == "unknown"_L1)
            offer(FailureAnswer::GoOn);
        if (isConfirm || !server.rollback.isEmpty())
            offer(FailureAnswer::RollBack);
        if (isConfirm || hasData)
            offer(FailureAnswer::RestoreData);
        offer(FailureAnswer::Leave);
        for (const RunnerEvent &failed : end.failures)
            question.failed.append(laneId(server, failed.lane));
        for (const StackVerdict &one : verdict.servers) {
            for (const StackServiceVerdict &service : one.services) {
                if (one.server != server.server
                    || question.failed.contains(laneId(server, service.service)))
                    continue;
                const bool isNew = service.runs == StackServiceVerdict::Runs::New;
                (isNew ? question.done : question.waiting).append(laneId(server, service.service));
            }
        }
    }
    if (!question.answers.isEmpty())
        static_cast<void>(m_recorder.record(question, Durability::Durable));
}

void StackAttempt::end(const Verdict &verdict)
{
    events::AttemptEnded ended;
    ended.reported = verdict.reported;
    ended.journalLost = m_recorder.journalError().has_value();
    const DeploymentState state = m_recorder.state();
    for (const StackServerPlan &server : m_prepared.plan.stack->servers) {
        const ServerEnd &end = m_ends[server.server];
        const bool isWrong = reportedOf(end) != Reported::Succeeded;
        if (isWrong && !ended.error && end.error)
            ended.error = redacted(*end.error);
        if (isWrong && !ended.error && !end.failures.isEmpty()) {
            const RunnerEvent &first = end.failures.constFirst();
            ended.error = errorOfStep(first);
            ended.failedStep = stepFromName(first.title).value_or(Step::CheckTools);
            ended.failedLane = stackLane(server.server, first.lane);
        }
        for (const PlannedService &planned : server.services) {
            const MachineId lane = laneId(server, planned.service);
            const bool isChanged =
                std::any_of(state.spans.cbegin(), state.spans.cend(), [&](const SpanState &span) {
                    return span.attempt == m_prepared.plan.attempt && span.lane == lane.value
                        && span.step == Step::UpdateService && span.outcome != Outcome::Skipped;
                });
            (isChanged ? ended.changed : ended.unchanged).append(lane);
        }
    }
    static_cast<void>(m_recorder.record(ended, Durability::Durable));
    static_cast<void>(m_recorder.record(events::VerdictReached{verdict}, Durability::Durable));
}
