#include "support/simdriver.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace {
const QString gad = u"grupo-gad"_s;
const QString first = u"148e21f3b04289"_s;
const QString list = u"/v1/apps/grupo-gad/machines"_s;
const QString newImage = u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s;

SimFault fault(const QString &name, const QJsonObject &options = {}, int count = 1)
{
    return {name, {}, {}, count, {}, {}, options};
}

QJsonObject exitOf(const QJsonObject &machine)
{
    const QJsonArray events = machine.value("events"_L1).toArray();
    for (const QJsonValue &event : events) {
        if (event.toObject().value("type"_L1).toString() == "exit"_L1)
            return event.toObject().value("request"_L1).toObject();
    }
    return {};
}

// Updates a machine and lets it run for some time.
QJsonObject updateAndLook(SimDriver &sim, SimTime after)
{
    const int status =
        sim.call("POST", SimDriver::path(gad, first), sim.launchBody(gad, first, newImage)).status;
    if (status != 200)
        qFatal("update refused: %d", status);
    sim.passUntil(gad, first, u"started"_s);
    sim.pass(after);
    return sim.machine(gad, first);
}

int releaseExit(SimDriver &sim)
{
    const QJsonObject metadata{{u"fly_process_group"_s, u"fly_app_release_command"_s}};
    const QJsonObject config{{u"image"_s, newImage},
        {u"restart"_s, QJsonObject{{u"policy"_s, u"no"_s}}},
        {u"auto_destroy"_s, true},
        {u"metadata"_s, metadata}};
    const QString id =
        sim.call("POST", list, {{u"config"_s, config}}).json.toObject().value("id"_L1).toString();
    if (!sim.passUntil(gad, id, u"destroyed"_s))
        return -1;
    return exitOf(sim.machine(gad, id))
        .value("exit_event"_L1)
        .toObject()
        .value("exit_code"_L1)
        .toInt(-2);
}

} // namespace

class TestSimFaults : public QObject
{
    Q_OBJECT

private slots:
    void everyFaultIsDescribedAndRead();
    void requestFaults_data();
    void requestFaults();
    void faultKeepsToItsTime();
    void faultBeginsLater();
    void releaseCommandFails();
    void releaseCommandFailsWithoutDatabase();
    void hangingReleaseCommandNeverEnds();
    void machineNeverGetsHealthyUntilCleared();
    void machineAnswersWithAnError();
    void machineStartsSlowly();
    void machineCrashesAtStart();
    void machineRunsOutOfMemory();
    void machineIsDestroyedBySomebody();
    void hostIsUnreachable();
    void databaseDownTurnsChecksCritical();
    void createMayAnswer408AndHaveHappened();
    void slowPullIsSlow();
    void noCapacityIsSaid();
    void imageThatCannotBeFetchedLeavesTheOldOne();
    void machineStaysCreated();
    void leasesAreForgotten();
    void volumeIsMissing();
    void listIsEmptyAndTheMachinesAreThere();
    void lastOldMachineTakesAllWithIt();
    void releaseCannotBeClosed();
    void faultWaitsForSomeRequests();
    void statusPageTellsOfIncidents();
    void scenarioProvokesFaults();
};

void TestSimFaults::everyFaultIsDescribedAndRead()
{
    QVERIFY(simFaults().size() >= 15);
    for (const SimFaultInfo &info : simFaults()) {
        QVERIFY(info.description.endsWith(u'.'));
        const Result<SimFault> read =
            simFaultFromJson({{u"name"_s, info.name}, {u"seconds"_s, 2.5}, {u"count"_s, 4}});
        QVERIFY(read.has_value());
        QCOMPARE(read->duration, SimTime(2'500));
        QCOMPARE(*simFaultFromJson(simFaultToJson(*read)), *read);
    }
    QVERIFY(!simFaultFromJson({{u"name"_s, u"rain"_s}}));
}

void TestSimFaults::requestFaults_data()
{
    QTest::addColumn<SimFault>("given");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("delivery");
    QTest::newRow("503") << fault(u"server-errors"_s) << list << 503 << int(SimReply::Whole);
    QTest::newRow("502 page") << fault(u"server-errors"_s, {{u"status"_s, 502}, {u"html"_s, true}})
                              << list << 502 << int(SimReply::Whole);
    QTest::newRow("429") << fault(u"rate-limited"_s) << list << 429 << int(SimReply::Whole);
    QTest::newRow("token") << fault(u"token-expired"_s) << list << 401 << int(SimReply::Whole);
    QTest::newRow("dropped before") << fault(u"drop-connection"_s, {{u"before"_s, true}}) << list
                                    << 503 << int(SimReply::DropBeforeAnswer);
    QTest::newRow("dropped after")
        << fault(u"drop-connection"_s) << list << 200 << int(SimReply::DropBeforeAnswer);
    QTest::newRow("truncated") << fault(u"truncated-json"_s) << list << 200
                               << int(SimReply::TruncateBody);
    QTest::newRow("other path") << fault(u"server-errors"_s, {{u"path"_s, u"/lease"_s}}) << list
                                << 200 << int(SimReply::Whole);
    QTest::newRow("other method") << fault(u"server-errors"_s, {{u"method"_s, u"POST"_s}}) << list
                                  << 200 << int(SimReply::Whole);
}

void TestSimFaults::requestFaults()
{
    QFETCH(SimFault, given);
    QFETCH(QString, path);
    SimDriver sim;
    QVERIFY(sim.world.provoke(given).has_value());
    const auto reply = sim.get(path);
    QTEST(reply.status, "status");
    QTEST(int(reply.reply.delivery), "delivery");
    if (given.options.value("html"_L1).toBool())
        QVERIFY(reply.reply.body.startsWith("<html>"));
    sim.world.clearFaults();
    QCOMPARE(sim.get(path).status, 200);
    QVERIFY(sim.world.faults().isEmpty());
}

void TestSimFaults::faultKeepsToItsTime()
{
    SimDriver sim;
    SimFault burst = fault(u"server-errors"_s, {}, 0);
    burst.duration = SimTime(5'000);
    QVERIFY(sim.world.provoke(burst).has_value());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(sim.get(list).status, 503);
    QCOMPARE(sim.world.faults().size(), 1);
    sim.pass(SimTime(5'000));
    QCOMPARE(sim.get(list).status, 200);
    QVERIFY(sim.world.faults().isEmpty());
    QVERIFY(sim.world.provoke(fault(u"graphql-down"_s)).has_value());
    QCOMPARE(sim.get(list).status, 200);
    QCOMPARE(
        sim.call("POST", u"/graphql"_s, {{u"query"_s, u"{viewer{... on User{email}}}"_s}}).status,
        502);
}

void TestSimFaults::faultBeginsLater()
{
    SimDriver sim;
    SimFault later = fault(u"machine-destroyed"_s);
    later.app = gad;
    later.machine = first;
    later.delay = SimTime(7'000);
    QVERIFY(sim.world.provoke(later).has_value());
    QCOMPARE(sim.stateOf(gad, first), u"started"_s);
    sim.pass(SimTime(9'000));
    QCOMPARE(sim.stateOf(gad, first), u"destroyed"_s);
    later.app = u"nobody"_s;
    QCOMPARE(sim.world.provoke(later).error().kind, Error::Kind::NotFound);
    later = fault(u"public-address-down"_s); // of an app that nobody reaches from outside
    later.app = u"grupo-gad-db"_s;
    QCOMPARE(sim.world.provoke(later).error().kind, Error::Kind::InvalidInput);
}

void TestSimFaults::releaseCommandFails()
{
    SimDriver sim;
    QVERIFY(
        sim.world
            .provoke(fault(u"release-command-fails"_s, {{u"exitCode"_s, 7}, {u"log"_s, u"boom"_s}}))
            .has_value());
    QCOMPARE(releaseExit(sim), 7);
    QVERIFY(sim.get(u"/api/v1/apps/grupo-gad/logs?next_token="_s).reply.body.contains("boom"));
    QCOMPARE(releaseExit(sim), 0);
    QCOMPARE(sim.world.releaseCommandRuns(), 2);
}

void TestSimFaults::releaseCommandFailsWithoutDatabase()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"database-down"_s, {}, 0)).has_value());
    QCOMPARE(releaseExit(sim), 1);
    QVERIFY(sim.get(u"/api/v1/apps/grupo-gad/logs?next_token="_s)
                .reply.body.contains("connection refused (grupo-gad-db.internal:5432)"));
    QCOMPARE(sim.world.clearFaults(u"database-down"_s), 1);
    QCOMPARE(releaseExit(sim), 0);
}

void TestSimFaults::hangingReleaseCommandNeverEnds()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"release-command-hangs"_s)).has_value());
    QCOMPARE(releaseExit(sim), -1);
}

void TestSimFaults::machineNeverGetsHealthyUntilCleared()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"machine-never-healthy"_s)).has_value());
    QCOMPARE(updateAndLook(sim, std::chrono::minutes(5))
                 .value("checks"_L1)
                 .toArray()
                 .at(0)
                 .toObject()
                 .value("status"_L1)
                 .toString(),
        u"critical"_s);
    QCOMPARE(sim.stateOf(gad, first), u"started"_s); // failing checks never restart a machine
    sim.world.clearFaults(u"machine-never-healthy"_s);
    sim.pass(SimTime(15'000));
    QVERIFY(sim.world.machines(gad, sim.now).first().healthy);
    QVERIFY(sim.world.provoke(fault(u"machine-never-healthy"_s)).has_value());
    updateAndLook(sim, SimTime(40'000));
    QVERIFY(!sim.world.machines(gad, sim.now).first().healthy);
    updateAndLook(sim, SimTime(40'000)); // the next version is another matter
    QVERIFY(sim.world.machines(gad, sim.now).first().healthy);
}

void TestSimFaults::machineAnswersWithAnError()
{
    SimDriver sim;
    const SimFault given = fault(u"machine-never-healthy"_s, {{u"status"_s, 503}});
    QVERIFY(sim.world.provoke(given).has_value());
    const QJsonObject ill = updateAndLook(sim, SimTime(40'000));
    const QJsonObject check = ill.value("checks"_L1).toArray().at(0).toObject();
    QCOMPARE(check.value("status"_L1).toString(), u"critical"_s);
    QVERIFY(check.value("output"_L1).toString().startsWith("503 Service Unavailable"_L1));
    const QByteArray logs = sim.get(u"/api/v1/apps/grupo-gad/logs?next_token="_s).reply.body;
    QVERIFY(logs.contains("Uvicorn running on"));
    sim.world.clearFaults(u"machine-never-healthy"_s);
    sim.pass(SimTime(15'000));
    QVERIFY(sim.world.machines(gad, sim.now).first().healthy);
}

// Longer than the grace period of 30 s, the sixth failure point of the field case.
void TestSimFaults::machineStartsSlowly()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"machine-starts-slowly"_s)).has_value());
    const QJsonObject starting = updateAndLook(sim, SimTime(50'000));
    const QJsonObject check = starting.value("checks"_L1).toArray().at(0).toObject();
    QCOMPARE(check.value("status"_L1).toString(), u"critical"_s);
    QVERIFY(check.value("output"_L1).toString().contains("connection refused"_L1));
    sim.pass(SimTime(25'000));
    QVERIFY(sim.world.machines(gad, sim.now).first().healthy);
}

void TestSimFaults::machineCrashesAtStart()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"machine-crashes-at-start"_s)).has_value());
    const QJsonObject looping = updateAndLook(sim, SimTime(8'000));
    const QJsonObject exit = exitOf(looping).value("exit_event"_L1).toObject();
    QCOMPARE(exit.value("exit_code"_L1).toInt(), 1);
    QVERIFY(exit.value("restarting"_L1).toBool());
    QVERIFY(!exit.value("requested_stop"_L1).toBool());
    QVERIFY(exitOf(looping).value("restart_count"_L1).toInt() > 1); // within the smoke check's 10 s
    sim.pass(std::chrono::minutes(3));
    QCOMPARE(sim.stateOf(gad, first), u"stopped"_s);
    QVERIFY(!exitOf(sim.machine(gad, first))
                 .value("exit_event"_L1)
                 .toObject()
                 .value("restarting"_L1)
                 .toBool());
}

void TestSimFaults::machineRunsOutOfMemory()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"machine-out-of-memory"_s)).has_value());
    const QJsonObject exit =
        exitOf(updateAndLook(sim, SimTime(7'000))).value("exit_event"_L1).toObject();
    QVERIFY(exit.value("oom_killed"_L1).toBool());
    QCOMPARE(exit.value("exit_code"_L1).toInt(), 137);
}

void TestSimFaults::machineIsDestroyedBySomebody()
{
    SimDriver sim;
    SimFault given = fault(u"machine-destroyed"_s);
    QCOMPARE(sim.world.provoke(given).error().kind, Error::Kind::InvalidInput);
    given.app = gad;
    QVERIFY(sim.world.provoke(given).has_value());
    QVERIFY(sim.passUntil(gad, first, u"destroyed"_s));
    QCOMPARE(sim.world.machines(gad, sim.now).size(), 2);
}

void TestSimFaults::hostIsUnreachable()
{
    SimDriver sim;
    SimFault given = fault(u"host-unreachable"_s);
    given.app = gad;
    given.machine = first;
    QVERIFY(sim.world.provoke(given).has_value());
    const QJsonObject machine = sim.machine(gad, first);
    QCOMPARE(machine.value("host_status"_L1).toString(), u"unreachable"_s);
    QVERIFY(!machine.contains("config"_L1) && machine.contains("incomplete_config"_L1));
    QCOMPARE(sim.call("POST", SimDriver::path(gad, first, u"/stop"_s)).status, 408);
    sim.world.clearFaults();
    QVERIFY(sim.machine(gad, first).contains("config"_L1));
}

void TestSimFaults::databaseDownTurnsChecksCritical()
{
    SimDriver sim;
    QVERIFY(sim.world.setCondition(u"database"_s, false).has_value());
    QVERIFY(!sim.world.setCondition(u"weather"_s, false));
    sim.pass(SimTime(3'000));
    const QList<SimMachineFacts> ill = sim.world.machines(gad, sim.now);
    QVERIFY(
        std::none_of(ill.begin(), ill.end(), [](const SimMachineFacts &m) { return m.healthy; }));
    QVERIFY(sim.world.setCondition(u"database"_s, true).has_value());
    sim.pass(SimTime(16'000));
    const QList<SimMachineFacts> well = sim.world.machines(gad, sim.now);
    QVERIFY(
        std::all_of(well.begin(), well.end(), [](const SimMachineFacts &m) { return m.healthy; }));
}

void TestSimFaults::createMayAnswer408AndHaveHappened()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"create-408-committed"_s)).has_value());
    QCOMPARE(releaseExit(sim), -1); // no id was told
    QCOMPARE(
        sim.get(u"/v1/apps/grupo-gad/machines?include_deleted=true"_s).json.toArray().size(), 5);
}

void TestSimFaults::slowPullIsSlow()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"slow-pull"_s, {{u"factor"_s, 9}})).has_value());
    sim.call("POST", SimDriver::path(gad, first), sim.launchBody(gad, first, newImage));
    sim.pass(SimTime(85'000));
    QCOMPARE(sim.stateOf(gad, first), u"replacing"_s);
    QVERIFY(sim.passUntil(gad, first, u"started"_s));
}

void TestSimFaults::noCapacityIsSaid()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"no-capacity"_s)).has_value());
    const auto refused =
        sim.call("POST", SimDriver::path(gad, first), sim.launchBody(gad, first, newImage));
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.json.toObject().value("status"_L1).toString(), u"insufficient_capacity"_s);
    QVERIFY(refused.json.toObject()
                .value("error"_L1)
                .toString()
                .contains("could not reserve resource for machine"_L1));
    QCOMPARE(sim.stateOf(gad, first), u"started"_s);
}

void TestSimFaults::imageThatCannotBeFetchedLeavesTheOldOne()
{
    for (const bool quietly : {false, true}) {
        SimDriver sim;
        const QJsonObject before = sim.machine(gad, first);
        QVERIFY(sim.world.provoke(fault(u"image-pull-fails"_s, {{u"quietly"_s, quietly}})));
        const auto updated =
            sim.call("POST", SimDriver::path(gad, first), sim.launchBody(gad, first, newImage));
        QCOMPARE(updated.status, 200);
        QCOMPARE(sim.stateOf(gad, first), u"replacing"_s);
        QVERIFY(sim.passUntil(gad, first, u"started"_s));
        const QJsonObject after = sim.machine(gad, first);
        QCOMPARE(after.value("image_ref"_L1), before.value("image_ref"_L1));
        QCOMPARE(after.value("instance_id"_L1) == before.value("instance_id"_L1), !quietly);
        QVERIFY(sim.world.machines(gad, sim.now).first().healthy);
        const QByteArray logs = sim.get(u"/api/v1/apps/grupo-gad/logs?next_token="_s).reply.body;
        QVERIFY(logs.contains("Failed to pull container image"));
    }
}

void TestSimFaults::machineStaysCreated()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"machine-stuck-created"_s)));
    const QString id = sim.call("POST", list, sim.launchBody(gad, first, newImage))
                           .json.toObject()
                           .value("id"_L1)
                           .toString();
    sim.pass(std::chrono::minutes(10));
    QCOMPARE(sim.stateOf(gad, id), u"created"_s);
    QCOMPARE(sim.call("DELETE", SimDriver::path(gad, id, u"?force=true"_s)).status, 200);
}

void TestSimFaults::leasesAreForgotten()
{
    SimDriver sim;
    const QString lease = SimDriver::path(gad, first, u"/lease"_s);
    QCOMPARE(sim.call("POST", lease + u"?ttl=60"_s).status, 201);
    SimFault given = fault(u"lease-lost"_s);
    QCOMPARE(sim.world.provoke(given).error().kind, Error::Kind::InvalidInput);
    given.app = gad;
    QVERIFY(sim.world.provoke(given));
    QCOMPARE(sim.get(lease).status, 404);
    QCOMPARE(sim.world.liveLeases(sim.now), 0);
}

void TestSimFaults::volumeIsMissing()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"volume-missing"_s)));
    QJsonObject body = sim.launchBody(gad, first, newImage);
    QCOMPARE(sim.call("POST", SimDriver::path(gad, first), body).status, 200); // mounts nothing
    QJsonObject config = body.value("config"_L1).toObject();
    config.insert(
        "mounts"_L1, QJsonArray{QJsonObject{{u"volume"_s, u"vol_1"_s}, {u"path"_s, u"/data"_s}}});
    body.insert("config"_L1, config);
    const auto refused = sim.call("POST", list, body);
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.reply.body.contains("volume vol_1 does not exist"));
}

void TestSimFaults::listIsEmptyAndTheMachinesAreThere()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"empty-list"_s)));
    const auto nothing = sim.get(list);
    QCOMPARE(nothing.status, 200);
    QCOMPARE(nothing.reply.body, QByteArray("[]"));
    QCOMPARE(sim.get(SimDriver::path(gad, first)).status, 200);
    QCOMPARE(sim.get(list).json.toArray().size(), 3);
}

void TestSimFaults::lastOldMachineTakesAllWithIt()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"new-machines-vanish"_s)));
    const QString tag = SimDriver::path(gad, first, u"/metadata/fly_bluegreen_deployment_tag"_s);
    QCOMPARE(sim.call("POST", tag, {{u"value"_s, u"safe_to_destroy"_s}}).status, 204);
    QCOMPARE(sim.call("DELETE", SimDriver::path(gad, first, u"?force=true"_s)).status, 200);
    sim.pass(SimTime(5'000));
    QCOMPARE(sim.world.machines(gad, sim.now).size(), 0);
}

void TestSimFaults::releaseCannotBeClosed()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"release-close-fails"_s, {}, 0)));
    const QString release = u"/api/v1/releases/zW1Jq6Bm7LxKv"_s;
    QCOMPARE(sim.call("PATCH", release, {{u"status"_s, u"running"_s}}).status, 200);
    QCOMPARE(sim.call("PATCH", release, {{u"status"_s, u"failed"_s}}).status, 500);
    QVERIFY(sim.world.provoke(fault(u"uiex-down"_s, {}, 0)));
    QCOMPARE(sim.get(u"/api/v1/organizations"_s).status, 502);
    QCOMPARE(sim.get(list).status, 200);
    QCOMPARE(sim.get(u"/api/v1/apps/grupo-gad/logs?next_token="_s).status, 200);
}

void TestSimFaults::faultWaitsForSomeRequests()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"token-revoked"_s, {{u"after"_s, 2}}, 0)));
    QCOMPARE(sim.get(list).status, 200);
    QCOMPARE(sim.get(list).status, 200);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(sim.get(list).status, 401);
    sim.world.clearFaults();
    QVERIFY(sim.world.provoke(fault(u"reads-rate-limited"_s, {}, 0)));
    QCOMPARE(sim.get(list).status, 429);
    QCOMPARE(sim.call("POST", SimDriver::path(gad, first, u"/stop"_s)).status, 200);
}

void TestSimFaults::statusPageTellsOfIncidents()
{
    SimDriver sim;
    sim.token = "none";
    QVERIFY(sim.world.provoke(fault(u"token-expired"_s, {}, 0))); // which is no matter there
    QCOMPARE(sim.get(u"/v1/incidents"_s).json.toObject().value("incidents"_L1), QJsonArray());
    QVERIFY(sim.world.provoke(fault(u"incident"_s, {{u"name"_s, u"Networking"_s}}, 0)));
    const QJsonArray open =
        sim.get(u"/v1/incidents"_s).json.toObject().value("incidents"_L1).toArray();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.at(0).toObject().value("name"_L1).toString(), u"Networking"_s);
}

// In the language of the scenarios, as the control API takes them.
void TestSimFaults::scenarioProvokesFaults()
{
    static_cast<void>(SimDriver::load(u"one"_s)); // registers the scenarios
    QFile file(u":/scenarios/one.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject scenario = QJsonDocument::fromJson(file.readAll()).object();
    scenario.insert("faults"_L1,
        QJsonArray{QJsonObject{{u"name"_s, u"graphql-down"_s}, {u"delaySeconds"_s, 5}},
            QJsonObject{{u"name"_s, u"incident"_s}}});
    const auto load = [&] {
        return SimWorld::fromScenario(
            QJsonDocument(scenario).toJson(), QDateTime(QDate(2026, 8, 20), QTime(14, 0), Qt::UTC));
    };
    Result<SimWorld> world = load();
    QVERIFY2(world, world ? "" : qPrintable(world.error().detail));
    QCOMPARE(world->faults().size(), 1);
    world->advanceTo(SimTime(6'000));
    QCOMPARE(world->faults().size(), 2);
    scenario.insert("faults"_L1, QJsonArray{QJsonObject{{u"name"_s, u"rain"_s}}});
    QCOMPARE(load().error().kind, Error::Kind::InvalidInput);
}

QTEST_GUILESS_MAIN(TestSimFaults)
#include "tst_simfaults.moc"
