#include "support/enginefixture.h"
#include "support/invariants.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A process that dies in a deployment, and the one that comes after it.
class TestResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAnywhere_data();
    void killedAnywhere();
    void killedAnywhereWithAllKindsOfMachines();
    void killedTwice();
    void releaseCommandThatEndedUnwatchedIsNotRepeated();
    void releaseCommandAtWorkIsTakenOver();
    void unknownReleaseCommandIsAsked();
    void declaredReleaseCommandIsRemembered();
    void sameReleaseGoesOn();
    void ownLeasesAreTakenBackByTheirNonces();
    void stoppedMachineStaysStopped();
    void stoppedMeanwhileIsStartedAgain();
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

// Twelve machines of two process groups: started, stopped, suspended and standby.
void TestResume::killedAnywhereWithAllKindsOfMachines()
{
    const auto make = [] {
        return std::make_unique<EngineFixture>(
            12, EngineFixture::Pace::Quick, EngineFixture::mixed());
    };
    QHash<QString, QString> before;
    int requests = 0;
    {
        const auto fixture = make();
        for (const SimMachineFacts &machine : fixture->machinesOf({}))
            before.insert(machine.id, machine.state);
        QCOMPARE(before.size(), 12);
        const Result<DeployPlan> plan = fixture->plan(fixture->deployOf(EngineFixture::newImage));
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
        const int first = fixture->transport.requestCount();
        const EngineFixture::Outcome whole = fixture->run(*plan);
        QVERIFY(whole.ended);
        QCOMPARE(whole.ended->reported, Reported::Succeeded);
        requests = fixture->transport.requestCount() - first;
    }
    const int points = rows(3, 30, 60);
    QStringList broken;
    for (int point = 1; point <= points; ++point) {
        const auto fixture = make();
        const Result<DeployPlan> plan = fixture->plan(fixture->deployOf(EngineFixture::newImage));
        static_cast<void>(fixture->runAndKill(*plan, requests * point / (points + 1)));
        fixture->revive();
        const DeploymentState state = fixture->journal.state(fixture->journal.ids().last());
        if (state.attempts.isEmpty() || state.lastAttempt()->ended)
            continue;
        fixture->clock.jump(point % 3 == 0 ? 60s : std::chrono::seconds(point % 7));
        const bool commandRan = fixture->releaseRuns() > 0;
        QHash<QString, QString> right;
        for (const SimMachineFacts &machine : fixture->machinesOf({})) {
            if (machine.image == EngineFixture::newImage)
                right.insert(machine.id, machine.instanceId);
        }
        const EngineFixture::Outcome outcome = fixture->run(fixture->request(DeployKind::Resume));
        const auto require = [&](bool holds, const QString &what) {
            if (!holds)
                broken.append(u"killed at point %1: %2"_s.arg(point).arg(what));
        };
        require(outcome.ended && outcome.ended->reported == Reported::Succeeded,
            !outcome.accepted                           ? outcome.accepted.error().detail
                : outcome.ended && outcome.ended->error ? outcome.ended->error->detail
                                                        : u"not finished"_s);
        require(outcome.verdict && outcome.verdict->reality == Reality::AllNew, u"not all new"_s);
        require(fixture->releaseRuns() == 1 || !commandRan, u"release command repeated"_s);
        require(fixture->liveLeases() == 0, u"leases left"_s);
        const QList<SimMachineFacts> machines = fixture->machinesOf({});
        require(machines.size() == 12, u"%1 machines"_s.arg(machines.size()));
        for (const SimMachineFacts &machine : machines) {
            const QString was = before.value(machine.id);
            // A snapshot does not survive an update; the plan says so.
            const QString wanted = was == "suspended"_L1 ? u"stopped"_s : was;
            require(machine.state == wanted,
                u"%1 was %2 and is %3"_s.arg(machine.id, was, machine.state));
            require(machine.image == EngineFixture::newImage, u"%1 is old"_s.arg(machine.id));
            require(machine.updates == 1,
                u"%1 was updated %2 times"_s.arg(machine.id).arg(machine.updates));
            require(!right.contains(machine.id) || right.value(machine.id) == machine.instanceId,
                u"%1 was right and was touched"_s.arg(machine.id));
        }
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

// What the user said is kept: when that run does not get to its end either, nobody is asked again.
void TestResume::declaredReleaseCommandIsRemembered()
{
    EngineFixture fixture(1);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    static_cast<void>(fixture.runAndKill(*plan, findRequest(1, "POST", u"/start"_s) + 1));
    fixture.revive();
    const QString forgotten = u"/machines/"_s + releaseMachine(fixture);
    fixture.transport.setBefore(
        [&](int, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            if (!request.url.path().endsWith(forgotten))
                return std::nullopt;
            return HttpResponse{404, {}, R"({"error":"machine not found"})"};
        });
    const auto releaseStep = [](DeployPlan &of) -> PlannedStep & {
        return *std::find_if(of.steps.begin(), of.steps.end(), [](const PlannedStep &step) {
            return step.step == Step::ReleaseCommand;
        });
    };
    Result<DeployPlan> resume = fixture.plan(fixture.request(DeployKind::Resume));
    QVERIFY(resume);
    QCOMPARE(releaseStep(*resume).reason, PlanReason::ReleaseCommandUnknown);
    releaseStep(*resume).reason = PlanReason::ReleaseCommandDone;
    const EngineFixture::Outcome first = fixture.run(*resume);
    QVERIFY(first.ended);
    const DeploymentState state = fixture.journal.state(*first.accepted);
    QVERIFY(state.lastAttempt()->releaseCommand);
    QVERIFY(state.lastAttempt()->releaseCommand->declared);
    QVERIFY(!state.lastAttempt()->releaseCommand->exitCode);

    Result<DeployPlan> again = fixture.plan(fixture.request(DeployKind::Retry));
    QVERIFY(again);
    QCOMPARE(releaseStep(*again).reason, PlanReason::ReleaseCommandDone);
    QCOMPARE(fixture.releaseRuns(), 1);
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

// It was updated and then stopped, while no console ran: it has to be as it was before.
void TestResume::stoppedMeanwhileIsStartedAgain()
{
    EngineFixture fixture(1);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    QVERIFY(plan);
    std::atomic<bool> dead = false;
    fixture.transport.setBefore(
        [&](int, const HttpRequest &) -> std::optional<Result<HttpResponse>> {
            if (!dead)
                return std::nullopt;
            fixture.journal.refuseAll();
            fixture.cancelRun();
            return failure(Error::Kind::Cancelled, u"killed"_s);
        });
    const MachineId machine(fixture.machines().first().id);
    fixture.transport.setAfter(
        [&](int, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            const bool updates =
                request.method == "POST" && request.url.path().endsWith(machine.value);
            dead = dead || updates;
            return std::nullopt;
        });
    static_cast<void>(fixture.run(*plan));
    QVERIFY(dead);
    fixture.transport.setAfter({});
    fixture.revive();
    fixture.clock.jump(30s); // it runs, and its lease is over
    {
        const ClockParticipant participant(fixture.clock);
        QVERIFY(fixture.fly.stopMachine(EngineFixture::app, machine, {}, {}));
        fixture.clock.sleepFor(10s, {});
    }
    QCOMPARE(fixture.machines().first().state, u"stopped"_s);
    const EngineFixture::Outcome outcome = fixture.run(fixture.request(DeployKind::Resume));
    QVERIFY2(outcome.ended, outcome.accepted ? "" : qPrintable(outcome.accepted.error().detail));
    QVERIFY2(outcome.ended->reported == Reported::Succeeded,
        outcome.ended->error ? qPrintable(outcome.ended->error->detail) : "");
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    QCOMPARE(fixture.machines().first().state, u"started"_s);
    QCOMPARE(fixture.machines().first().updates, 1);
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
