#include "models/wordsquestion.h"

#include <QCoreApplication>

namespace {

struct QuestionText
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString fullIds(const QList<MachineId> &machines)
{
    QStringList ids;
    for (const MachineId &machine : machines)
        ids.append(machine.value);
    return ids.join(QLatin1StringView(", "));
}

// The sentences about machines that there are.
class Sentences
{
public:
    void add(const QString &sentence) { m_list.append(sentence); }
    void about(const QString &sentence, const QList<MachineId> &machines)
    {
        if (!machines.isEmpty())
            m_list.append(sentence.arg(fullIds(machines)));
    }
    [[nodiscard]] const QStringList &list() const { return m_list; }

private:
    QStringList m_list;
};

void addGone(Sentences &sentences, const events::QuestionAsked &question)
{
    sentences.about(
        QuestionText::tr("Destroyed by somebody else; nothing brings it back: %1."), question.gone);
}

void addRest(Sentences &sentences, const events::QuestionAsked &question)
{
    sentences.about(QuestionText::tr("Updated after that, out of service for a moment each: %1."),
        question.waiting);
    sentences.about(QuestionText::tr("Already right and not touched: %1."), question.done);
    addGone(sentences, question);
}

QStringList retryMeans(const events::QuestionAsked &question)
{
    Sentences sentences;
    sentences.add(
        QuestionText::tr("Another attempt goes on where this one stopped; nothing that is done "
                         "is repeated."));
    sentences.about(QuestionText::tr("Tried again: %1."), question.failed);
    addRest(sentences, question);
    return sentences.list();
}

QStringList leaveOutMeans(const events::QuestionAsked &question)
{
    Sentences sentences;
    sentences.about(
        QuestionText::tr("The deployment goes on without these, which stay as they are now: %1."),
        question.failed);
    addRest(sentences, question);
    return sentences.list();
}

QStringList rollBackMeans(const events::QuestionAsked &question, const DeployPlan &plan)
{
    Sentences sentences;
    sentences.add(QuestionText::tr("The app returns to v%1: its image and its configuration.")
                      .arg(plan.currentVersion));
    sentences.about(QuestionText::tr("Set back, out of service for a moment each: %1."),
        question.failed + question.done);
    sentences.about(QuestionText::tr("Never left it and not touched: %1."), question.waiting);
    addGone(sentences, question);
    if (!plan.releaseCommand.isEmpty())
        sentences.add(QuestionText::tr("What the release command %1 has changed stays changed.")
                          .arg(plan.releaseCommand));
    return sentences.list();
}

QStringList leaveMeans(const events::QuestionAsked &question, const AttemptState &attempt)
{
    Sentences sentences;
    sentences.add(QuestionText::tr("Nothing is changed now. Until the next deployment the app runs "
                                   "different versions."));
    sentences.about(QuestionText::tr("On v%1: %2.")
                        .arg(QString::number(attempt.releaseVersion), QStringLiteral("%1")),
        question.done);
    sentences.about(QuestionText::tr("Still on v%1: %2.")
                        .arg(QString::number(attempt.plan.currentVersion), QStringLiteral("%1")),
        question.waiting);
    sentences.about(QuestionText::tr("Failed: %1."), question.failed);
    addGone(sentences, question);
    return sentences.list();
}

// The runner on each server knows how far it came: what it does is not told service by service.
QStringList stackAnswerMeans(FailureAnswer answer)
{
    switch (answer) {
    case FailureAnswer::Retry:
        return {QuestionText::tr("It goes on where it stopped; nothing that is done is repeated.")};
    case FailureAnswer::RollBack:
        return {QuestionText::tr("The files, images and services before it return, each as far as "
                                 "it was changed."),
            QuestionText::tr("The database stays as it is now.")};
    case FailureAnswer::RestoreData:
        return {QuestionText::tr("The files, images and services before it return, each as far as "
                                 "it was changed."),
            QuestionText::tr("The database goes back to the backup made before; what it is now is "
                             "backed up first.")};
    case FailureAnswer::GoOn:
        return {QuestionText::tr("The step whose end nobody saw is not done again.")};
    case FailureAnswer::Leave:
        return {QuestionText::tr("Nothing is changed now. What was changed so far stays changed.")};
    case FailureAnswer::LeaveOut:
        break;
    }
    return {};
}

} // namespace

QString Words::question(const DeploymentState &state)
{
    const events::QuestionAsked *question = state.openQuestion();
    if (!question)
        return {};
    if (question->failed.isEmpty() && !question->gone.isEmpty())
        return QuestionText::tr("The deployment stopped half-way, because somebody else destroyed "
                                "%1. How shall it go on?")
            .arg(fullIds(question->gone));
    return question->failed.isEmpty()
        ? QuestionText::tr("The deployment stopped half-way. How shall it go on?")
        : QuestionText::tr("The deployment stopped half-way at %1. How shall it go on?")
              .arg(fullIds(question->failed));
}

QString Words::answer(FailureAnswer answer, const DeploymentState &state)
{
    const AttemptState *attempt = state.lastAttempt();
    switch (answer) {
    case FailureAnswer::Retry:
        return QuestionText::tr("Retry", "answer to a deployment that stopped half-way");
    case FailureAnswer::LeaveOut:
        return QuestionText::tr("Leave out what failed");
    case FailureAnswer::RollBack:
        if (attempt && attempt->plan.stack)
            return QuestionText::tr("Roll back without the database");
        return attempt && attempt->plan.currentVersion > 0
            ? QuestionText::tr("Roll back to v%1").arg(attempt->plan.currentVersion)
            : QuestionText::tr("Roll back");
    case FailureAnswer::Leave:
        return QuestionText::tr("Leave it as it is");
    case FailureAnswer::RestoreData:
        return QuestionText::tr("Roll back, and the database too");
    case FailureAnswer::GoOn:
        return QuestionText::tr("It is done: go on");
    }
    return {};
}

QStringList Words::answerMeans(FailureAnswer answer, const DeploymentState &state)
{
    const AttemptState *attempt = state.lastAttempt();
    if (!attempt || !attempt->question)
        return {};
    if (attempt->plan.stack)
        return stackAnswerMeans(answer);
    switch (answer) {
    case FailureAnswer::Retry:
        return retryMeans(*attempt->question);
    case FailureAnswer::LeaveOut:
        return leaveOutMeans(*attempt->question);
    case FailureAnswer::RollBack:
        return rollBackMeans(*attempt->question, attempt->plan);
    case FailureAnswer::Leave:
        return leaveMeans(*attempt->question, *attempt);
    case FailureAnswer::RestoreData:
    case FailureAnswer::GoOn:
        break; // of stacks alone
    }
    return {};
}

QString Words::answered(FailureAnswer answer)
{
    switch (answer) {
    case FailureAnswer::Retry:
        return QuestionText::tr("It was tried again.");
    case FailureAnswer::LeaveOut:
        return QuestionText::tr("It went on without the machines that failed.");
    case FailureAnswer::RollBack:
        return QuestionText::tr("It was rolled back.");
    case FailureAnswer::Leave:
        return QuestionText::tr("It was left as it is.");
    case FailureAnswer::RestoreData:
        return QuestionText::tr("It was rolled back, and the database with it.");
    case FailureAnswer::GoOn:
        return QuestionText::tr("What nobody saw the end of counts as done.");
    }
    return {};
}
