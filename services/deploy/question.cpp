#include "deploy/question.h"

#include "deploy/causes.h"
#include "deploy/runrecorder.h"

std::optional<PlanRequest> requestFor(FailureAnswer answer, const DeploymentState &state)
{
    PlanRequest request;
    request.app = state.app;
    request.deployment = state.id;
    if (isStackTarget(state.app)) {
        // Where nobody saw the end of a step, the run itself is told; else another attempt is
        // planned, and the run is given up for it.
        const events::QuestionAsked *question = state.openQuestion();
        const bool isNew = answer == FailureAnswer::Retry && question
            && !question->answers.contains(FailureAnswer::GoOn);
        request.kind = isNew ? DeployKind::Retry : DeployKind::Resume;
        if (!isNew)
            request.answer = answer;
        return request;
    }
    switch (answer) {
    case FailureAnswer::Retry:
        request.kind = DeployKind::Retry;
        return request;
    case FailureAnswer::LeaveOut:
        request.kind = DeployKind::Retry;
        if (const events::QuestionAsked *question = state.openQuestion()) {
            request.leaveOut = question->failed;
            for (const MachineId &earlier : state.lastAttempt()->plan.leftOut) {
                if (!request.leaveOut.contains(earlier))
                    request.leaveOut.append(earlier);
            }
        }
        return request;
    case FailureAnswer::RollBack:
        request.kind = DeployKind::RollBack;
        return request;
    case FailureAnswer::Leave:
    case FailureAnswer::RestoreData:
    case FailureAnswer::GoOn:
        break;
    }
    return std::nullopt;
}

Result<DeployEvent> answerQuestion(Journal &journal,
    Clock &clock,
    const DeploymentId &id,
    FailureAnswer answer,
    const ProcessIdentity &by)
{
    const Result<QList<DeployEvent>> events = journal.events(id, 0);
    if (!events)
        return failure(events.error());
    DeploymentState state;
    if (const Result<void> applied = state.apply(*events); !applied)
        return failure(applied.error());
    const events::QuestionAsked *question = state.openQuestion();
    if (!question || !question->answers.contains(answer))
        return Cause::noQuestion();
    const Result<std::unique_ptr<FileLock>> lock = journal.own(state.app, by);
    if (!lock)
        return failure(lock.error());
    DeployEvent told;
    RunRecorder recorder(journal, clock, state, {});
    recorder.setSinks([&told](const DeployEvent &event) { told = event; }, {});
    recorder.beginAttempt(id, state.lastAttempt()->number);
    const events::QuestionAnswered answered{answer, by};
    if (const Result<void> written = recorder.record(answered, Durability::Durable); !written)
        return failure(written.error());
    return told;
}
