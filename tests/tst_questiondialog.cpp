#include "support/timelinestory.h"
#include "support/uitest.h"
#include "ui/deploy/questiondialog.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(FailureAnswer)

class TestQuestionDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerTellsWhatItWouldDo();
    void onlyWhatMakesSenseIsOffered();
    void answerIsGivenOnce_data();
    void answerIsGivenOnce();
    void escapeDecidesNothing();
    void everyFocusableNodeHasARoleAndName();

private:
    static std::unique_ptr<QuestionDialog> dialog(const DeploymentState &state)
    {
        auto made = std::make_unique<QuestionDialog>(state);
        made->setAttribute(Qt::WA_DeleteOnClose, false);
        made->open();
        return made;
    }
};

void TestQuestionDialog::everyAnswerTellsWhatItWouldDo()
{
    const DeploymentState state = TimelineStory::stoppedHalfWay();
    const auto question = dialog(state);
    UiTest::shot(question.get(), u"question"_s);
    for (const char *name : {"retry", "leave-out", "roll-back", "leave"}) {
        const auto *button = question->findChild<QRadioButton *>(
            QString(u"question."_s + QString::fromLatin1(name)));
        QVERIFY2(button, name);
        QVERIFY(!button->text().isEmpty());
        QVERIFY(!button->accessibleDescription().isEmpty());
    }
    QStringList told;
    for (const QLabel *label : question->findChildren<QLabel *>())
        told.append(label->text());
    for (const QLabel *label : question->findChildren<QLabel *>()) // nothing is cut
        QVERIFY2(
            label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    const QString all = told.join(u'\n');
    for (const MachineId &machine : state.lastAttempt()->question->failed)
        QVERIFY2(all.contains(machine.value.left(4)), qPrintable(all));
    QVERIFY(all.contains(u"v41"_s));
}

void TestQuestionDialog::onlyWhatMakesSenseIsOffered()
{
    DeploymentState state = TimelineStory::stoppedHalfWay();
    state.attempts.last().question->answers = {FailureAnswer::Retry, FailureAnswer::Leave};
    const auto question = dialog(state);
    QCOMPARE(question->findChildren<QRadioButton *>().size(), 2);
    QVERIFY(!question->findChild<QRadioButton *>(u"question.roll-back"_s));
}

void TestQuestionDialog::answerIsGivenOnce_data()
{
    QTest::addColumn<FailureAnswer>("answer");
    QTest::addRow("retry") << FailureAnswer::Retry;
    QTest::addRow("leave-out") << FailureAnswer::LeaveOut;
    QTest::addRow("roll-back") << FailureAnswer::RollBack;
    QTest::addRow("leave") << FailureAnswer::Leave;
}

void TestQuestionDialog::answerIsGivenOnce()
{
    QFETCH(FailureAnswer, answer);
    const auto question = dialog(TimelineStory::stoppedHalfWay());
    QList<FailureAnswer> given;
    connect(question.get(), &QuestionDialog::answered, this, [&given](FailureAnswer one) {
        given.append(one);
    });
    question->findChild<QRadioButton *>(QString(u"question."_s + failureAnswerName(answer)))
        ->setChecked(true);
    QTest::keyClick(question.get(), Qt::Key_Return);
    QCOMPARE(given, QList<FailureAnswer>{answer});
    QVERIFY(question->isHidden());
}

void TestQuestionDialog::escapeDecidesNothing()
{
    const auto question = dialog(TimelineStory::stoppedHalfWay());
    QSignalSpy answered(question.get(), &QuestionDialog::answered);
    QTest::keyClick(question.get(), Qt::Key_Escape);
    QCOMPARE(answered.size(), 0);
    QVERIFY(question->isHidden());
}

void TestQuestionDialog::everyFocusableNodeHasARoleAndName()
{
    const auto question = dialog(TimelineStory::stoppedHalfWay());
    QCOMPARE(UiTest::namelessNodes(question.get()), QStringList());
}

QTEST_MAIN(TestQuestionDialog)
#include "tst_questiondialog.moc"
