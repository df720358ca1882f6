#include "deploy/question.h"
#include "support/enginefixture.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A deployment that stops half-way asks, and every answer does what it says.
class TestQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stoppedHalfWayAsks();
    void isNotAskedWhenNothingChanged();
    void retryFinishes();
    void retryFinishesWhatHasRecovered();
    void machineThatGaveUpIsStarted_data();
    void machineThatGaveUpIsStarted();
    void leaveOutUpdatesTheOthers();
    void rollBackReturns();
    void destroyedMachineIsInNoAnswer_data();
    void destroyedMachineIsInNoAnswer();
    void leaveIsWrittenDown();
    void survivesTheProcess();
    void answeredOnlyOnce();

private:
    static DeploymentState failedHalfWay(EngineFixture &fixture);
    static EngineFixture::Outcome carryOut(
        EngineFixture &fixture, FailureAnswer answer, const DeploymentState &state);
    static const ProcessIdentity somebody;
};

const ProcessIdentity TestQuestion::somebody{u"here"_s, u"boot"_s, 1, u"test"_s};

DeploymentState TestQuestion::failedHalfWay(EngineFixture &fixture)
{
    fixture.provoke(u"machine-never-healthy"_s, fixture.machines().at(1).id);
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    return outcome.accepted ? fixture.journal.state(*outcome.accepted) : DeploymentState();
}

EngineFixture::Outcome TestQuestion::carryOut(
    EngineFixture &fixture, FailureAnswer answer, const DeploymentState &state)
{
    const std::optional<PlanRequest> request = requestFor(answer, state);
    return request ? fixture.run(*request) : EngineFixture::Outcome();
}

void TestQuestion::stoppedHalfWayAsks()
{
    EngineFixture fixture(3);
    const DeploymentState state = failedHalfWay(fixture);
    const events::QuestionAsked *question = state.openQuestion();
    QVERIFY(question);
    QCOMPARE(question->failed, QList<MachineId>{MachineId(fixture.machines().at(1).id)});
    QCOMPARE(question->done.size() + question->failed.size() + question->waiting.size(), 3);
    QVERIFY(!question->waiting.isEmpty());
    const QList<FailureAnswer> all{FailureAnswer::Retry,
        FailureAnswer::LeaveOut,
        FailureAnswer::RollBack,
        FailureAnswer::Leave};
    QCOMPARE(question->answers, all);
    QCOMPARE(fixture.liveLeases(), 0); // nobody is kept waiting while somebody thinks
    QVERIFY(state.lastAttempt()->ended->error);
}

void TestQuestion::isNotAskedWhenNothingChanged()
{
    EngineFixture fixture(3);
    fixture.provoke(u"release-command-fails"_s);
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QVERIFY(!fixture.journal.state(*outcome.accepted).openQuestion());
}

void TestQuestion::retryFinishes()
{
    EngineFixture fixture(3);
    const DeploymentState state = failedHalfWay(fixture);
    const EngineFixture::Outcome outcome = carryOut(fixture, FailureAnswer::Retry, state);
    QVERIFY(outcome.ended);
    QCOMPARE(*outcome.accepted, state.id);
    QCOMPARE(fixture.releaseRuns(), 1);
    const DeploymentState after = fixture.journal.state(state.id);
    QCOMPARE(after.attempts.first().answer, std::optional(FailureAnswer::Retry));
    // It is not updated again, only watched: it stays as sick as it was.
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QVERIFY(after.openQuestion());
}

// It crashed again and again, and does not any more: what it did before proves nothing.
void TestQuestion::retryFinishesWhatHasRecovered()
{
    EngineFixture fixture(3);
    fixture.provoke(u"machine-crashes-at-start"_s, fixture.machines().at(1).id);
    const EngineFixture::Outcome failed = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QVERIFY(failed.accepted);
    const DeploymentState state = fixture.journal.state(*failed.accepted);
    QVERIFY(state.openQuestion());
    fixture.transport.inspect([](SimWorld &world) { return world.clearFaults(); });
    fixture.clock.jump(60s);
    const EngineFixture::Outcome outcome = carryOut(fixture, FailureAnswer::Retry, state);
    QVERIFY(outcome.ended);
    QVERIFY2(outcome.ended->reported == Reported::Succeeded,
        outcome.ended->error ? qPrintable(outcome.ended->error->detail) : "");
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    QCOMPARE(fixture.releaseRuns(), 1);
}

void TestQuestion::machineThatGaveUpIsStarted_data()
{
    QTest::addColumn<FailureAnswer>("answer");
    QTest::addColumn<Reported>("reported");
    QTest::addRow("retry") << FailureAnswer::Retry << Reported::Succeeded;
    QTest::addRow("roll back") << FailureAnswer::RollBack << Reported::RolledBack;
}

// The platform has stopped restarting it: updated or not, it has to be started, and is waited for.
void TestQuestion::machineThatGaveUpIsStarted()
{
    QFETCH(FailureAnswer, answer);
    EngineFixture fixture(3);
    const QString bad = fixture.machines().at(1).id;
    fixture.provoke(u"machine-crashes-at-start"_s, bad);
    const EngineFixture::Outcome failed = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QVERIFY(failed.accepted);
    const DeploymentState state = fixture.journal.state(*failed.accepted);
    QVERIFY(state.openQuestion());
    fixture.clock.jump(1h);
    QCOMPARE(fixture.machines().at(1).state, u"stopped"_s);
    fixture.transport.inspect([](SimWorld &world) { return world.clearFaults(); });
    const EngineFixture::Outcome outcome = carryOut(fixture, answer, state);
    QVERIFY(outcome.ended);
    const QByteArray told = outcome.ended->error ? outcome.ended->error->detail.toUtf8() : "";
    QFETCH(Reported, reported);
    QVERIFY2(outcome.ended->reported == reported, told.constData());
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    for (const SimMachineFacts &machine : fixture.machines())
        QVERIFY(machine.healthy);
}

void TestQuestion::leaveOutUpdatesTheOthers()
{
    EngineFixture fixture(3);
    const DeploymentState state = failedHalfWay(fixture);
    const QString left = fixture.machines().at(1).id;
    const QString instance = fixture.machines().at(1).instanceId;
    const EngineFixture::Outcome outcome = carryOut(fixture, FailureAnswer::LeaveOut, state);
    QVERIFY2(outcome.ended, outcome.accepted ? "" : qPrintable(outcome.accepted.error().detail));
    QCOMPARE(*outcome.accepted, state.id);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QVERIFY(outcome.verdict);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    QCOMPARE(outcome.verdict->foundMachines, 2); // nothing is said of the one that was left out
    QCOMPARE(outcome.verdict->leftOutMachines, QList<MachineId>{MachineId(left)});
    QVERIFY(outcome.verdict->unreachedMachines.isEmpty());
    for (const SimMachineFacts &machine : fixture.machines()) {
        QCOMPARE(machine.image, EngineFixture::newImage);
        if (machine.id == left)
            QCOMPARE(machine.instanceId, instance);
        else
            QVERIFY(machine.healthy);
    }
    const DeploymentState after = fixture.journal.state(state.id);
    QCOMPARE(after.attempts.first().answer, std::optional(FailureAnswer::LeaveOut));
    QVERIFY(!after.openQuestion());
}

void TestQuestion::rollBackReturns()
{
    EngineFixture fixture(3);
    const DeploymentState state = failedHalfWay(fixture);
    const EngineFixture::Outcome outcome = carryOut(fixture, FailureAnswer::RollBack, state);
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::RolledBack);
    QVERIFY(*outcome.accepted != state.id);
    for (const SimMachineFacts &machine : fixture.machines())
        QCOMPARE(machine.image, EngineFixture::oldImage);
    const DeploymentState after = fixture.journal.state(state.id);
    QVERIFY(!after.openQuestion());
    QCOMPARE(after.lastAttempt()->answer, std::optional(FailureAnswer::RollBack));
}

void TestQuestion::destroyedMachineIsInNoAnswer_data()
{
    QTest::addColumn<FailureAnswer>("answer");
    QTest::addColumn<Reported>("reported");
    QTest::addColumn<QString>("image");
    QTest::addRow("retry") << FailureAnswer::Retry << Reported::Succeeded
                           << EngineFixture::newImage;
    QTest::addRow("roll back") << FailureAnswer::RollBack << Reported::RolledBack
                               << EngineFixture::oldImage;
}

// Somebody destroyed it while it was deployed to: nobody can set it back or update it.
void TestQuestion::destroyedMachineIsInNoAnswer()
{
    QFETCH(FailureAnswer, answer);
    QFETCH(Reported, reported);
    QFETCH(QString, image);
    EngineFixture fixture(3);
    const QString gone = fixture.machines().at(1).id;
    std::atomic<bool> done = false;
    fixture.transport.setAfter(
        [&](int, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            const bool updated = request.method == "POST" && request.url.path().endsWith(gone);
            if (updated && !done.exchange(true))
                fixture.provoke(u"machine-destroyed"_s, gone);
            return std::nullopt;
        });
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QVERIFY(outcome.accepted);
    const DeploymentState state = fixture.journal.state(*outcome.accepted);
    const events::QuestionAsked *question = state.openQuestion();
    QVERIFY(question);
    QCOMPARE(question->gone, QList<MachineId>{MachineId(gone)});
    QVERIFY(question->failed.isEmpty());
    for (const QList<MachineId> &others : {question->done, question->waiting})
        QVERIFY(!others.contains(MachineId(gone)));
    QVERIFY(!question->answers.contains(FailureAnswer::LeaveOut)); // there is nothing to leave
    const EngineFixture::Outcome after = carryOut(fixture, answer, state);
    QVERIFY2(after.ended, after.accepted ? "" : qPrintable(after.accepted.error().detail));
    QCOMPARE(after.ended->reported, reported);
    QCOMPARE(after.verdict->reality, Reality::AllNew);
    QCOMPARE(after.verdict->goneMachines, QList<MachineId>{MachineId(gone)});
    QVERIFY(after.verdict->missingMachines.isEmpty());
    for (const SimMachineFacts &machine : fixture.machines())
        QCOMPARE(machine.image, image);
}

void TestQuestion::leaveIsWrittenDown()
{
    EngineFixture fixture(3);
    const DeploymentState state = failedHalfWay(fixture);
    QVERIFY(!requestFor(FailureAnswer::Leave, state));
    const QList<SimMachineFacts> before = fixture.machines();
    const Result<DeployEvent> told =
        answerQuestion(fixture.journal, fixture.clock, state.id, FailureAnswer::Leave, somebody);
    QVERIFY2(told, told ? "" : qPrintable(told.error().detail));
    QCOMPARE(told->sequence, state.lastSequence + 1);
    QVERIFY(!fixture.journal.state(state.id).openQuestion());
    QCOMPARE(fixture.machines(), before);
}

// The journal alone knows it: a new process asks the same.
void TestQuestion::survivesTheProcess()
{
    EngineFixture fixture(3);
    const DeploymentState state = failedHalfWay(fixture);
    fixture.revive();
    DeploymentState folded;
    for (const DeployEvent &event : fixture.journal.all(state.id)) {
        const Result<DeployEvent> read = deployEventFromJson(deployEventToJson(event));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, event);
        QVERIFY(folded.apply(*read));
    }
    QVERIFY(folded.openQuestion());
    QCOMPARE(*folded.openQuestion(), *state.openQuestion());
}

void TestQuestion::answeredOnlyOnce()
{
    EngineFixture fixture(3);
    const DeploymentState state = failedHalfWay(fixture);
    QVERIFY(
        answerQuestion(fixture.journal, fixture.clock, state.id, FailureAnswer::Leave, somebody));
    const Result<DeployEvent> again =
        answerQuestion(fixture.journal, fixture.clock, state.id, FailureAnswer::Leave, somebody);
    QVERIFY(!again);
    QCOMPARE(again.error().code, u"no-question"_s);
}

QTEST_GUILESS_MAIN(TestQuestion)
#include "tst_question.moc"
