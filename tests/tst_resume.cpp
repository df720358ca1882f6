#include "support/enginefixture.h"
#include "support/invariants.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A process that dies in a deployment, and the one that comes after it.
class TestResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAnywhere_data();
    void killedAnywhere();
    void killedTwice();
    void releaseCommandThatEndedUnwatchedIsNotRepeated();
    void releaseCommandAtWorkIsTakenOver();
    void unknownReleaseCommandIsAsked();
    void sameReleaseGoesOn();
    void ownLeasesAreTakenBackByTheirNonces();
    void stoppedMachineStaysStopped();
    void interruptedOneIsEndedByAnother();
};

namespace {
// Rows of a matrix by its size.
int rows(int small, int normal, int full)
{
    const int counts[] = {small, normal, full};
    return counts[static_cast<int>(matrixSize())];
}

QStringList resumeAndCheck(EngineFixture &fixture, const QHash<QString, QString> &rightBefore)
{
    QStringList broken;
    const bool commandDone = fixture.releaseRuns() > 0;
    const Result<DeployPlan> plan = fixture.plan(fixture.request(DeployKind::Resume));
    if (!plan)
        return {u"no plan: "_s + plan.error().detail};
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    if (!outcome.accepted)
        return {u"refused: "_s + outcome.accepted.error().detail};
    if (!outcome.ended || outcome.ended->reported != Reported::Succeeded)
        broken.append(u"not finished: %1"_s.arg(
            outcome.ended && outcome.ended->error ? outcome.ended->error->detail : u"?"_s));
    if (!outcome.verdict || outcome.verdict->reality != Reality::AllNew)
        broken.append(u"not all new"_s);
    if (commandDone && fixture.releaseRuns() != 1)
        broken.append(u"the release command was repeated"_s);
    for (const SimMachineFacts &machine : fixture.machines()) {
        if (rightBefore.contains(machine.id) && rightBefore.value(machine.id) != machine.instanceId)
            broken.append(u"machine %1 was right and was touched"_s.arg(machine.id));
    }
    if (fixture.liveLeases() != 0)
        broken.append(u"leases left"_s);
    InvariantOptions options;
    options.wholeDeployment = false;
    return broken + brokenInvariants(fixture, outcome, options);
}

QHash<QString, QString> rightMachines(EngineFixture &fixture)
{
    QHash<QString, QString> right;
    for (const SimMachineFacts &machine : fixture.machines()) {
        if (machine.image == EngineFixture::newImage)
            right.insert(machine.id, machine.instanceId);
    }
    return right;
}

int requestsOf(int machines)
{
    EngineFixture fixture(machines);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    const int before = fixture.transport.requestCount();
    static_cast<void>(fixture.run(*plan));
    return fixture.transport.requestCount() - before;
}

// The number of the request, counted from the start of the run, whose path and method match.
int findRequest(int machines, const QByteArray &method, const QString &pathEnd)
{
    EngineFixture fixture(machines);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    const int before = fixture.transport.requestCount();
    std::atomic<int> found = -1;
    fixture.transport.setBefore(
        [&](int index, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            if (found < 0 && request.method == method && request.url.path().endsWith(pathEnd))
                found = index - before;
            return std::nullopt;
        });
    static_cast<void>(fixture.run(*plan));
    return found;
}

QString releaseMachine(EngineFixture &fixture)
{
    for (const DeployEvent &event : fixture.journal.all(fixture.journal.ids().last())) {
        const auto *note = std::get_if<events::SpanNoted>(&event.body);
        if (note && note->note == Note::ReleaseMachine)
            return note->args.first();
    }
    return {};
}
} // namespace

void TestResume::killedAnywhere_data()
{
    QTest::addColumn<int>("machines");
    QTest::addColumn<int>("most");
    QTest::addRow("1 machine") << 1 << rows(8, 100, 1'000);
    QTest::addRow("3 machines") << 3 << rows(5, 24, 1'000);
    QTest::addRow("12 machines") << 12 << rows(2, 6, 60);
}

void TestResume::killedAnywhere()
{
    QFETCH(int, machines);
    QFETCH(int, most);
    const int requests = requestsOf(machines);
    QStringList broken;
    for (int row = 0; row < std::min(most, requests); ++row) {
        const int request = requests > most ? row * requests / most : row;
        EngineFixture fixture(machines);
        const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
        QVERIFY(plan);
        const EngineFixture::Outcome killed = fixture.runAndKill(*plan, request);
        fixture.revive();
        const DeploymentState state = fixture.journal.ids().isEmpty()
            ? DeploymentState()
            : fixture.journal.state(fixture.journal.ids().last());
        if (state.attempts.isEmpty() || state.lastAttempt()->ended)
            continue; // killed before it began, or after its end was written down
        // Somebody starts the console again some seconds later, or much later.
        fixture.clock.jump(row % 3 == 0 ? 60s : std::chrono::seconds(row % 7));
        for (const QString &what : resumeAndCheck(fixture, rightMachines(fixture)))
            broken.append(u"killed at %1: %2"_s.arg(request).arg(what));
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.mid(0, 12).join(u'\n')));
}

void TestResume::killedTwice()
{
    const int requests = requestsOf(3);
    QStringList broken;
    for (int first = 12; first < requests; first += rows(45, 15, 4)) {
        EngineFixture fixture(3);
        const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
        static_cast<void>(fixture.runAndKill(*plan, first));
        fixture.revive();
        const Result<DeployPlan> again = fixture.plan(fixture.request(DeployKind::Resume));
        if (!again)
            continue;
        static_cast<void>(fixture.runAndKill(*again, 17));
        fixture.revive();
        if (fixture.journal.state(fixture.journal.ids().last()).lastAttempt()->ended)
            continue;
        for (const QString &what : resumeAndCheck(fixture, rightMachines(fixture)))
            broken.append(u"killed at %1: %2"_s.arg(first).arg(what));
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.mid(0, 12).join(u'\n')));
}

void TestResume::releaseCommandThatEndedUnwatchedIsNotRepeated()
{
    EngineFixture fixture(1);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    static_cast<void>(fixture.runAndKill(*plan, findRequest(1, "POST", u"/start"_s) + 1));
    fixture.revive();
    fixture.clock.jump(1min);
    QCOMPARE(fixture.releaseRuns(), 1);
    const Result<DeployPlan> resume = fixture.plan(fixture.request(DeployKind::Resume));
    QVERIFY(resume);
    QVERIFY(!resume->runReleaseCommand);
    const EngineFixture::Outcome outcome = fixture.run(*resume);
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(fixture.releaseRuns(), 1);
    const DeploymentState state = fixture.journal.state(*outcome.accepted);
    QVERIFY(state.lastAttempt()->releaseCommand);
    QCOMPARE(state.lastAttempt()->releaseCommand->exitCode, std::optional(0));
}

void TestResume::releaseCommandAtWorkIsTakenOver()
{
    EngineFixture fixture(1);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    static_cast<void>(fixture.runAndKill(*plan, findRequest(1, "POST", u"/start"_s) + 1));
    fixture.revive();
    const Result<DeployPlan> resume = fixture.plan(fixture.request(DeployKind::Resume));
    QVERIFY(resume);
    QVERIFY(resume->runReleaseCommand);
    const EngineFixture::Outcome outcome = fixture.run(*resume);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(fixture.releaseRuns(), 1);
}

void TestResume::unknownReleaseCommandIsAsked()
{
    EngineFixture fixture(1);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    static_cast<void>(fixture.runAndKill(*plan, findRequest(1, "POST", u"/start"_s) + 1));
    fixture.revive();
    // The platform has forgotten the destroyed machine.
    const QString forgotten = u"/machines/"_s + releaseMachine(fixture);
    fixture.transport.setBefore(
        [forgotten](int, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            if (!request.url.path().endsWith(forgotten))
                return std::nullopt;
            return HttpResponse{404, {}, R"({"error":"machine not found"})"};
        });
    const Result<DeployPlan> resume = fixture.plan(fixture.request(DeployKind::Resume));
    QVERIFY(resume);
    QVERIFY(!resume->runReleaseCommand);
    const auto step = std::find_if(resume->steps.cbegin(),
        resume->steps.cend(),
        [](const PlannedStep &planned) { return planned.step == Step::ReleaseCommand; });
    QCOMPARE(step->reason, PlanReason::ReleaseCommandUnknown);

    const EngineFixture::Outcome refused = fixture.run(*resume);
    QVERIFY(!refused.accepted);
    QCOMPARE(refused.accepted.error().kind, Error::Kind::Precondition);

    DeployPlan chosen = *resume;
    chosen.runReleaseCommand = true;
    const EngineFixture::Outcome outcome = fixture.run(chosen);
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(fixture.releaseRuns(), 2);
}

void TestResume::sameReleaseGoesOn()
{
    EngineFixture fixture(3);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    const EngineFixture::Outcome killed = fixture.runAndKill(*plan, 60);
    fixture.revive();
    QCOMPARE(fixture.releaseStatus(43), u"running"_s);
    const EngineFixture::Outcome outcome = fixture.run(fixture.request(DeployKind::Resume));
    QVERIFY(outcome.ended);
    QCOMPARE(*outcome.accepted, *killed.accepted);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(fixture.releaseStatus(43), u"complete"_s);
    QCOMPARE(fixture.releaseStatus(44), QString());
    const DeploymentState state = fixture.journal.state(*outcome.accepted);
    QCOMPARE(state.attempts.size(), 2);
    QCOMPARE(state.lastAttempt()->plan.kind, DeployKind::Resume);
    QStringList skipped;
    for (const SpanState &span : state.spans) {
        if (span.attempt == 2 && span.outcome == Outcome::Skipped)
            skipped.append(stepName(span.step));
    }
    QVERIFY(skipped.contains(stepName(Step::CreateRelease)));
    QVERIFY(skipped.contains(stepName(Step::ReleaseCommand)));
}

void TestResume::ownLeasesAreTakenBackByTheirNonces()
{
    EngineFixture fixture(3);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    static_cast<void>(fixture.runAndKill(*plan, 40));
    fixture.revive();
    QCOMPARE(fixture.liveLeases(), 3);
    const Clock::Duration before = fixture.clock.now();
    const Result<DeployPlan> resume = fixture.plan(fixture.request(DeployKind::Resume));
    QVERIFY(resume);
    for (const PlannedMachine &machine : resume->machines)
        QVERIFY(!machine.heldBy);
    const EngineFixture::Outcome outcome = fixture.run(*resume);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    // Nobody waited for thirteen seconds until the leases of the dead process ran out.
    for (const DeployEvent &event : outcome.events) {
        if (const auto *span = std::get_if<events::SpanStarted>(&event.body))
            QVERIFY(span->segment != Segment::WaitLease);
    }
    QVERIFY(fixture.clock.now() > before);
}

void TestResume::stoppedMachineStaysStopped()
{
    EngineFixture fixture(3);
    const QString stopped = fixture.machines().first().id;
    {
        const ClockParticipant participant(fixture.clock);
        QVERIFY(fixture.fly.stopMachine(EngineFixture::app, MachineId(stopped), {}, {}));
        fixture.clock.sleepFor(10s, {});
    }
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    QVERIFY(plan);
    QCOMPARE(plan->machines.first().action, PlannedMachine::Action::UpdateStayStopped);
    static_cast<void>(fixture.runAndKill(*plan, 45));
    fixture.revive();
    const EngineFixture::Outcome outcome = fixture.run(fixture.request(DeployKind::Resume));
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    const QList<SimMachineFacts> machines = fixture.machines();
    QCOMPARE(machines.at(0).state, u"stopped"_s);
    QCOMPARE(machines.at(1).state, u"started"_s);
    QCOMPARE(machines.at(2).state, u"started"_s);
}

// A roll back instead of a resume: the old deployment ends, its release is closed.
void TestResume::interruptedOneIsEndedByAnother()
{
    EngineFixture fixture(3);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    const EngineFixture::Outcome killed = fixture.runAndKill(*plan, 60);
    fixture.revive();
    const EngineFixture::Outcome outcome = fixture.run(fixture.request(DeployKind::RollBack));
    QVERIFY2(outcome.accepted, outcome.accepted ? "" : qPrintable(outcome.accepted.error().detail));
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::RolledBack);
    QVERIFY(*outcome.accepted != *killed.accepted);
    const DeploymentState old = fixture.journal.state(*killed.accepted);
    QVERIFY(old.lastAttempt()->ended);
    QCOMPARE(old.lastAttempt()->ended->reported, Reported::Interrupted);
    QCOMPARE(fixture.releaseStatus(43), u"interrupted"_s);
    QCOMPARE(fixture.releaseStatus(44), u"complete"_s);
    for (const SimMachineFacts &machine : fixture.machines())
        QCOMPARE(machine.image, EngineFixture::oldImage);
    QCOMPARE(fixture.releaseRuns(), 1);
    QCOMPARE(fixture.liveLeases(), 0);
}

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
