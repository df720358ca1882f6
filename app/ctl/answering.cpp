#include "app/ctl/answering.h"

#include "app/composition.h"
#include "app/ctl/jsonshapes.h"
#include "app/ctl/running.h"
#include "app/ctl/text.h"
#include "deploy/question.h"
#include "models/wordsquestion.h"

#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

QString answerWords()
{
    return u"retry|leave-out|roll-back|leave"_s;
}

void showQuestion(CtlSession &session, const DeploymentState &state)
{
    session.out().line(Words::question(state));
    for (FailureAnswer answer : state.openQuestion()->answers) {
        session.out().line(u"  %1  %2"_s.arg(
            failureAnswerName(answer).leftJustified(10), Words::answer(answer, state)));
        for (const QString &sentence : Words::answerMeans(answer, state))
            session.out().line(u"              "_s + sentence);
    }
}

// One line that somebody types; nothing when nobody can, or when it is stopped.
std::optional<QString> readLine(CtlSession &session)
{
    QByteArray line;
    while (!session.stop().stop_requested()) {
        constexpr int slice = 200; // milliseconds
        pollfd waited{STDIN_FILENO, POLLIN, 0};
        if (::poll(&waited, 1, slice) <= 0)
            continue;
        char byte = 0;
        if (::read(STDIN_FILENO, &byte, 1) != 1)
            return std::nullopt;
        if (byte == '\n')
            return QString::fromUtf8(line).trimmed();
        line.append(byte);
    }
    return std::nullopt;
}

std::optional<FailureAnswer> askAtTerminal(CtlSession &session, const DeploymentState &state)
{
    if (session.out().isJson() || ::isatty(STDIN_FILENO) == 0 || ::isatty(STDOUT_FILENO) == 0)
        return std::nullopt;
    session.out().line(
        CtlText::tr("Type one of these words, or nothing to decide later: %1").arg(answerWords()));
    const std::optional<QString> typed = readLine(session);
    const std::optional<FailureAnswer> answer =
        typed ? failureAnswerFromName(*typed) : std::nullopt;
    const bool offered = answer && state.openQuestion()->answers.contains(*answer);
    return offered ? answer : std::nullopt;
}

ExitCode carryOut(CtlSession &session, const DeploymentState &state, FailureAnswer answer)
{
    session.out().line(Words::answer(answer, state));
    if (const std::optional<PlanRequest> request = requestFor(answer, state))
        return planAndRun(session, *request);
    DeployService &service = session.composition().deploy();
    const Result<bool> written =
        session.ask<bool>([&service, id = state.id, answer] { return service.answer(id, answer); });
    if (!written)
        return session.fail(written.error());
    session.out().object(
        "answer"_L1, {{u"deployment"_s, state.id.value}, {u"answer"_s, failureAnswerName(answer)}});
    return ExitCode::Done;
}

} // namespace

QJsonObject questionObject(const events::QuestionAsked &question)
{
    QJsonArray answers;
    for (FailureAnswer answer : question.answers)
        answers.append(failureAnswerName(answer));
    return {{u"failed"_s, idsArray(question.failed)},
        {u"done"_s, idsArray(question.done)},
        {u"waiting"_s, idsArray(question.waiting)},
        {u"gone"_s, idsArray(question.gone)},
        {u"answers"_s, answers}};
}

QCommandLineOption onFailureOption()
{
    return {u"on-failure"_s,
        CtlText::tr("What to do when it stops half-way. “retry” is done once."),
        answerWords()};
}

ExitCode settleQuestion(CtlSession &session, const DeploymentState &state, ExitCode ended)
{
    const events::QuestionAsked *question = state.openQuestion();
    if (!question)
        return ended;
    const QString wanted = session.invocation().value(u"on-failure"_s);
    const std::optional<FailureAnswer> ordered = failureAnswerFromName(wanted);
    // Ordered beforehand, it is done once: what fails again is for a person to look at.
    const bool first = state.attempts.size() == 1 || ordered != FailureAnswer::Retry;
    if (ordered && first && question->answers.contains(*ordered)) {
        const ExitCode done = carryOut(session, state, *ordered);
        return *ordered == FailureAnswer::Leave && done == ExitCode::Done ? ended : done;
    }
    showQuestion(session, state);
    if (const std::optional<FailureAnswer> typed = askAtTerminal(session, state))
        return carryOut(session, state, *typed);
    session.out().line(CtlText::tr("Answer with: %1")
                           .arg(u"atalayactl answer %1 %2"_s.arg(state.id.value, answerWords())));
    return ended;
}

ExitCode runAnswer(CtlSession &session)
{
    if (const auto code = session.needStore())
        return *code;
    const std::optional<FailureAnswer> answer = failureAnswerFromName(session.argument(1));
    if (!answer)
        return session.refuse(CtlText::tr("“%1” is no answer; it is one of these: %2")
                                  .arg(session.argument(1), answerWords()));
    const Result<DeploymentSummary> found = findDeployment(session, session.argument());
    if (!found)
        return session.fail(found.error());
    const Result<DeploymentState> state = session.ask<DeploymentState>(
        [&session, id = found->id] { return session.composition().deploy().load(id); });
    if (!state)
        return session.fail(state.error());
    const events::QuestionAsked *question = state->openQuestion();
    if (!question || !question->answers.contains(*answer))
        return session.fail({Error::Kind::Precondition,
            u"the deployment does not wait for this answer"_s,
            0,
            {},
            {},
            u"no-question"_s});
    return carryOut(session, *state, *answer);
}
