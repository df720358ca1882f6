#include "support/enginefixture.h"
#include "support/engineoutcome.h"

#include <QJsonObject>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
using Answer = std::optional<Result<HttpResponse>>;

// Their ids, without those that are going.
QStringList thereIn(EngineFixture &fixture)
{
    QStringList ids;
    for (const SimMachineFacts &machine : fixture.machines()) {
        if (machine.state != "destroying"_L1)
            ids.append(machine.id);
    }
    ids.sort();
    return ids;
}
} // namespace

// The platform's nodes agree only eventually: what one tells may be over, or not have come to it.
class TestEngineLag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newMachinesAreHeardOfLate_data();
    void newMachinesAreHeardOfLate();
    void readsThatLagAreNotBelieved_data();
    void readsThatLagAreNotBelieved();
    void resumedBeforeAnybodyHeard_data();
    void resumedBeforeAnybodyHeard();
    void longReleaseCommandIsHeardOfLate();
    void verdictWaitsUntilItIsHeard();
    void leaseOfANewMachineIsHeardOfLate();
    void cancelledBeforeAnybodyHeard_data();
    void cancelledBeforeAnybodyHeard();
};

// The API is eventually consistent: for seconds a node may answer that there is no such machine.
void TestEngineLag::newMachinesAreHeardOfLate_data()
{
    QTest::addColumn<Strategy>("strategy");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("succeeds");
    QTest::addRow("release command") << Strategy::Immediate << QString() << true;
    QTest::addRow("canary") << Strategy::Canary << QString() << true;
    QTest::addRow("bad canary") << Strategy::Canary << u"machine-never-healthy"_s << false;
    QTest::addRow("bluegreen") << Strategy::BlueGreen << QString() << true;
    QTest::addRow("bad green") << Strategy::BlueGreen << u"machine-crashes-at-start"_s << false;
    QTest::addRow("answer lost") << Strategy::BlueGreen << u"create-408-committed"_s << true;
    QTest::addRow("replaced") << Strategy::Rolling << u"host-unreachable"_s << true;
    QTest::addRow("replaced at once") << Strategy::Immediate << u"host-unreachable"_s << true;
}

void TestEngineLag::newMachinesAreHeardOfLate()
{
    QFETCH(Strategy, strategy);
    QFETCH(QString, fault);
    QFETCH(bool, succeeds);
    EngineFixture fixture(3);
    fixture.world->setConsistencyLag(5s);
    const QString first = fixture.machines().first().id;
    if (!fault.isEmpty())
        fixture.provoke(fault, fault == "host-unreachable"_L1 ? first : QString());
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.strategy = strategy;
    Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    plan->destroyConfirmed = true;
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QVERIFY2(outcome.ended, outcome.accepted ? "" : qPrintable(outcome.accepted.error().detail));
    fixture.clock.jump(30s); // what is being destroyed is gone then, and its lease
    const QString why = outcome.ended->error ? outcome.ended->error->detail : QString();
    QVERIFY2((outcome.ended->reported == Reported::Succeeded) == succeeds, qPrintable(why));
    QCOMPARE(outcome.verdict->reality, succeeds ? Reality::AllNew : Reality::AllOld);
    QCOMPARE(thereIn(fixture).size(), 3); // nothing is left over, nothing made twice
    QCOMPARE(fixture.allMachines(), 3); // not for the release command either
    QCOMPARE(fixture.liveLeases(), 0);
    QCOMPARE(fixture.releaseRuns(), 1);
    QCOMPARE(fixture.journal.problems(), QStringList());
}

void TestEngineLag::readsThatLagAreNotBelieved_data()
{
    QTest::addColumn<Strategy>("strategy");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("lost"); // end of the path of a POST whose answer never comes
    QTest::addColumn<Reported>("reported");
    QTest::addColumn<Reality>("reality");
    QTest::addColumn<int>("nth"); // of the reads comes from the node that is behind
    const Reported done = Reported::Succeeded;
    const Reported failed = Reported::Failed;
    const Strategy rolling = Strategy::Rolling;
    const QString none;
    QTest::addRow("rolling") << rolling << none << none << done << Reality::AllNew << 1;
    QTest::addRow("rolling, by turns") << rolling << none << none << done << Reality::AllNew << 2;
    QTest::addRow("canary") << Strategy::Canary << none << none << done << Reality::AllNew << 1;
    QTest::addRow("bluegreen") << Strategy::BlueGreen << none << none << done << Reality::AllNew
                               << 1;
    QTest::addRow("bluegreen, by turns")
        << Strategy::BlueGreen << none << none << done << Reality::AllNew << 2;
    QTest::addRow("checks of the version before")
        << rolling << u"machine-never-healthy"_s << none << failed << Reality::Mixed << 2;
    QTest::addRow("checks of a green") << Strategy::BlueGreen << u"machine-never-healthy"_s << none
                                       << failed << Reality::AllOld << 1;
    QTest::addRow("a crash told late")
        << rolling << u"machine-crashes-at-start"_s << none << failed << Reality::Mixed << 2;
    QTest::addRow("an exit told late")
        << rolling << u"release-command-fails"_s << none << failed << Reality::AllOld << 1;
    QTest::addRow("put back by the platform")
        << rolling << u"image-pull-fails"_s << none << failed << Reality::AllOld << 2;
    QTest::addRow("update whose answer is lost")
        << rolling << none << u"machine"_s << done << Reality::AllNew << 1;
    QTest::addRow("update whose answer is lost, by turns")
        << rolling << none << u"machine"_s << done << Reality::AllNew << 2;
    QTest::addRow("release whose answer is lost")
        << rolling << none << u"/releases"_s << done << Reality::AllNew << 1;
    QTest::addRow("start whose answer is lost")
        << rolling << none << u"/start"_s << done << Reality::AllNew << 1;
    QTest::addRow("lease whose answer is lost")
        << rolling << none << u"/lease"_s << done << Reality::AllNew << 1;
    QTest::addRow("green whose answer is lost")
        << Strategy::BlueGreen << u"create-408-committed"_s << none << done << Reality::AllNew << 1;
}

// What was true a moment ago: the version before with its checks, no release of ours yet.
void TestEngineLag::readsThatLagAreNotBelieved()
{
    QFETCH(Strategy, strategy);
    QFETCH(QString, fault);
    QFETCH(QString, lost);
    QFETCH(Reported, reported);
    QFETCH(Reality, reality);
    QFETCH(int, nth);
    EngineFixture fixture(3);
    if (!fault.isEmpty())
        fixture.provoke(fault);
    fixture.transport.setLaggingNode(nth > 1 ? 8s : 3s, nth);
    std::atomic<bool> done = lost.isEmpty();
    fixture.transport.setAfter([&](int, const HttpRequest &request) -> Answer {
        const bool meant = lost == "machine"_L1
            ? isUpdate(request)
            : request.method == "POST" && request.url.path().endsWith(lost);
        if (!meant || done.exchange(true))
            return std::nullopt;
        return failure(Error::Kind::Offline, u"the answer was lost"_s);
    });
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.strategy = strategy;
    const EngineFixture::Outcome outcome = fixture.run(request);
    QVERIFY(done);
    QVERIFY2(outcome.ended && outcome.verdict, qPrintable(told(outcome)));
    QVERIFY2(outcome.ended->reported == reported, qPrintable(told(outcome)));
    QVERIFY2(outcome.verdict->reality == reality, qPrintable(told(outcome)));
    QVERIFY2(!outcome.verdict->contradicts(), qPrintable(told(outcome)));
    fixture.clock.jump(30s);
    QCOMPARE(thereIn(fixture).size(), 3);
    QCOMPARE(fixture.allMachines(), 3);
    QCOMPARE(fixture.liveLeases(), 0);
    QCOMPARE(fixture.releaseRuns(), 1);
    QCOMPARE(fixture.releaseStatus(44), QString()); // not made twice
    for (const SimMachineFacts &machine : fixture.machines())
        QVERIFY2(machine.updates <= 1, qPrintable(machine.id));
    QCOMPARE(fixture.journal.problems(), QStringList());
}

void TestEngineLag::resumedBeforeAnybodyHeard_data()
{
    QTest::addColumn<int>("creation");
    QTest::addColumn<bool>("answered");
    QTest::addRow("first green, known") << 2 << true;
    QTest::addRow("first green, unknown") << 2 << false;
    QTest::addRow("last green, unknown") << 4 << false;
}

// The console dies over a creation, and the next one starts before every node has heard of it.
void TestEngineLag::resumedBeforeAnybodyHeard()
{
    QFETCH(int, creation);
    QFETCH(bool, answered);
    EngineFixture fixture(3);
    fixture.world->setConsistencyLag(15s); // longer than dying takes
    std::atomic<int> creations = 0;
    std::atomic<bool> dead = false;
    fixture.transport.setBefore([&](int, const HttpRequest &) -> Answer {
        if (!dead)
            return std::nullopt;
        fixture.journal.refuseAll();
        fixture.cancelRun();
        return failure(Error::Kind::Cancelled, u"killed"_s);
    });
    fixture.transport.setAfter([&](int, const HttpRequest &request) -> Answer {
        const bool creates =
            request.method == "POST" && request.url.path().endsWith("/machines"_L1);
        if (!creates || ++creations != creation)
            return std::nullopt;
        dead = true;
        if (answered)
            return std::nullopt;
        fixture.journal.refuseAll();
        return failure(Error::Kind::Cancelled, u"killed"_s);
    });
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.strategy = Strategy::BlueGreen;
    const EngineFixture::Outcome killed = fixture.run(request);
    QVERIFY(killed.accepted && dead);
    QCOMPARE(fixture.allMachines(), 3 + creation - 1);
    fixture.transport.setBefore({});
    fixture.transport.setAfter({});
    fixture.journal.heal();
    const EngineFixture::Outcome outcome = fixture.run(fixture.request(DeployKind::Resume));
    QVERIFY2(outcome.ended && outcome.verdict, qPrintable(told(outcome)));
    QVERIFY2(outcome.ended->reported == Reported::Succeeded, qPrintable(told(outcome)));
    QVERIFY2(outcome.verdict->reality == Reality::AllNew, qPrintable(told(outcome)));
    fixture.clock.jump(30s);
    QCOMPARE(thereIn(fixture).size(), 3);
    QCOMPARE(fixture.releaseRuns(), 1);
    QCOMPARE(fixture.liveLeases(), 0);
}

// It works on while a node says that there is no such machine: it has not ended.
void TestEngineLag::longReleaseCommandIsHeardOfLate()
{
    EngineFixture fixture(1, EngineFixture::Pace::Quick, [](QJsonObject &app) {
        QJsonObject behaviour = app.value("behaviour"_L1).toObject();
        QJsonObject command = behaviour.value("releaseCommand"_L1).toObject();
        command.insert("seconds"_L1, 60);
        behaviour.insert("releaseCommand"_L1, command);
        app.insert("behaviour"_L1, behaviour);
    });
    QString started;
    int unheard = 0;
    fixture.transport.setBefore([&](int, const HttpRequest &request) -> Answer {
        const QString path = request.url.path();
        if (request.method == "POST" && path.endsWith("/start"_L1))
            started = path.chopped(6);
        const bool asks = request.method == "GET" && !started.isEmpty() && path.startsWith(started);
        if (!asks || ++unheard > 6)
            return std::nullopt;
        return HttpResponse{404, {}, R"({"error":"machine not found"})"};
    });
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QVERIFY2(outcome.ended && outcome.verdict, qPrintable(told(outcome)));
    QVERIFY2(outcome.ended->reported == Reported::Succeeded, qPrintable(told(outcome)));
    QVERIFY(unheard > 6);
    QCOMPARE(fixture.releaseRuns(), 1);
}

// The node that the verdict looks at has not heard of any of the new machines for a while.
void TestEngineLag::verdictWaitsUntilItIsHeard()
{
    EngineFixture fixture(3);
    std::optional<SimTime> until;
    fixture.transport.setBefore([&](int, const HttpRequest &request) -> Answer {
        const QString path = request.url.path();
        if (request.method == "PATCH" || request.method == "DELETE") {
            const bool ends = request.method == "DELETE" && path.endsWith("/lease"_L1);
            if (ends && !until)
                until = fixture.transport.worldNow() + 4s;
            return std::nullopt;
        }
        const bool blind = request.method == "GET" && until && fixture.transport.worldNow() < *until
            && path.contains("/machines"_L1);
        if (!blind)
            return std::nullopt;
        return path.endsWith("/machines"_L1)
            ? HttpResponse{200, {}, "[]"}
            : HttpResponse{404, {}, R"({"error":"machine not found"})"};
    });
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.strategy = Strategy::BlueGreen;
    const EngineFixture::Outcome outcome = fixture.run(request);
    QVERIFY2(outcome.ended && outcome.verdict, qPrintable(told(outcome)));
    QVERIFY(until);
    QVERIFY2(outcome.ended->reported == Reported::Succeeded, qPrintable(told(outcome)));
    QVERIFY2(outcome.verdict->reality == Reality::AllNew, qPrintable(told(outcome)));
}

// Its creation was found in the list of one node, and another does not know it yet.
void TestEngineLag::leaseOfANewMachineIsHeardOfLate()
{
    EngineFixture fixture(3);
    const QStringList before = thereIn(fixture);
    fixture.provoke(u"create-408-committed"_s, {}, {{u"after"_s, 1}}); // not the release machine
    std::atomic<int> refused = 0;
    fixture.transport.setBefore([&](int, const HttpRequest &request) -> Answer {
        const QStringList path = request.url.path().split(u'/');
        const bool leases = request.method == "POST" && path.last() == "lease"_L1;
        if (!leases || before.contains(path.at(path.size() - 2)) || ++refused > 2)
            return std::nullopt;
        return HttpResponse{404, {}, R"({"error":"machine not found"})"};
    });
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.strategy = Strategy::BlueGreen;
    const EngineFixture::Outcome outcome = fixture.run(request);
    QVERIFY2(outcome.ended && outcome.verdict, qPrintable(told(outcome)));
    QVERIFY(refused > 0);
    QVERIFY2(outcome.ended->reported == Reported::Succeeded, qPrintable(told(outcome)));
    QVERIFY2(outcome.verdict->reality == Reality::AllNew, qPrintable(told(outcome)));
    QCOMPARE(thereIn(fixture).size(), 3);
}

void TestEngineLag::cancelledBeforeAnybodyHeard_data()
{
    QTest::addColumn<Strategy>("strategy");
    QTest::addColumn<int>("creation");
    QTest::addRow("release machine") << Strategy::Canary << 1;
    QTest::addRow("canary") << Strategy::Canary << 2;
    QTest::addRow("first green") << Strategy::BlueGreen << 2;
    QTest::addRow("last green") << Strategy::BlueGreen << 4;
}

void TestEngineLag::cancelledBeforeAnybodyHeard()
{
    QFETCH(Strategy, strategy);
    QFETCH(int, creation);
    EngineFixture fixture(3);
    fixture.world->setConsistencyLag(5s);
    const QStringList before = thereIn(fixture);
    std::atomic<int> creations = 0;
    fixture.transport.setAfter([&](int, const HttpRequest &request) -> Answer {
        const bool creates =
            request.method == "POST" && request.url.path().endsWith("/machines"_L1);
        if (creates && ++creations == creation)
            fixture.cancelRun();
        return std::nullopt;
    });
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.strategy = strategy;
    const EngineFixture::Outcome outcome = fixture.run(request);
    fixture.clock.jump(30s);
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::Cancelled);
    QCOMPARE(outcome.verdict->reality, Reality::AllOld);
    QCOMPARE(thereIn(fixture), before);
    QCOMPARE(fixture.allMachines(), 3); // the release machine is gone, too
}

QTEST_GUILESS_MAIN(TestEngineLag)
#include "tst_enginelag.moc"
