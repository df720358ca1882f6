#include "support/simdriver.h"

using namespace Qt::StringLiterals;

namespace {
const QString gad = u"grupo-gad"_s;
const QString first = u"148e21f3b04289"_s;
const QString newImage = u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s;

QJsonObject releaseMachineBody()
{
    const QJsonObject metadata{{u"fly_platform_version"_s, u"v2"_s},
        {u"fly_process_group"_s, u"fly_app_release_command"_s}};
    const QJsonObject config{{u"image"_s, newImage},
        {u"init"_s, QJsonObject{{u"cmd"_s, QJsonArray{u"alembic"_s, u"upgrade"_s, u"head"_s}}}},
        {u"restart"_s, QJsonObject{{u"policy"_s, u"no"_s}}},
        {u"auto_destroy"_s, true},
        {u"metadata"_s, metadata}};
    return {{u"config"_s, config}, {u"region"_s, u"dfw"_s}, {u"skip_launch"_s, true}};
}

QJsonObject newestEvent(const QJsonObject &machine, const QString &type)
{
    const QJsonArray events = machine.value("events"_L1).toArray();
    for (const QJsonValue &event : events) {
        if (event.toObject().value("type"_L1).toString() == type)
            return event.toObject();
    }
    return {};
}

QString checkStatus(const QJsonObject &machine)
{
    return machine.value("checks"_L1).toArray().at(0).toObject().value("status"_L1).toString();
}
} // namespace

class TestSimWorld : public QObject
{
    Q_OBJECT

private slots:
    void authorisationFollowsTheService_data();
    void authorisationFollowsTheService();
    void everyReplyHasARequestId();
    void updateReplacesARunningMachine();
    void updateOfAStoppedMachineLeavesItStopped();
    void staleVersionIsRefused();
    void releaseMachineRunsOnceAndStaysReadable();
    void startIsRefusedWhileThereIsNoImage();
    void waitAnswersAtTheEventOrAtTheDeadline();
    void waitOnAGoneMachineIsNotFound();
    void stopSuspendStartAndRestart();
    void deleteNeedsForceWhileRunning();
    void listIsFiltered_data();
    void listIsFiltered();
    void organisationListIsPaged();
    void fleetIsMadeByItsOption();
    void savedWorldGoesOnAlike();
    void damagedSaveIsRefused();
};

void TestSimWorld::authorisationFollowsTheService_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    const QString list = u"/v1/apps/grupo-gad/machines"_s;
    const QString releases = u"/api/v1/apps/grupo-gad/releases"_s;
    const QString logs = u"/api/v1/apps/grupo-gad/logs?next_token="_s;
    QTest::newRow("bearer") << QByteArray("Bearer fo1_sandbox_full") << QByteArray("GET") << list
                            << 200;
    QTest::newRow("macaroon") << QByteArray("FlyV1 fm2_sandbox_full") << QByteArray("GET") << list
                              << 200;
    QTest::newRow("macaroon as bearer")
        << QByteArray("Bearer fm2_sandbox_full") << QByteArray("GET") << list << 401;
    QTest::newRow("bearer as macaroon")
        << QByteArray("FlyV1 fo1_sandbox_full") << QByteArray("GET") << list << 401;
    QTest::newRow("uiex wants bearer")
        << QByteArray("Bearer fm2_sandbox_full") << QByteArray("GET") << releases << 200;
    QTest::newRow("uiex refuses FlyV1")
        << QByteArray("FlyV1 fm2_sandbox_full") << QByteArray("GET") << releases << 401;
    QTest::newRow("logs as flaps")
        << QByteArray("FlyV1 fm2_sandbox_full") << QByteArray("GET") << logs << 200;
    QTest::newRow("missing") << QByteArray() << QByteArray("GET") << list << 401;
    QTest::newRow("unknown") << QByteArray("Bearer fo1_other") << QByteArray("GET") << list << 401;
    QTest::newRow("expired") << QByteArray("Bearer fo1_sandbox_expired") << QByteArray("GET")
                             << list << 401;
    QTest::newRow("read-only reads")
        << QByteArray("Bearer fo1_sandbox_readonly") << QByteArray("GET") << list << 200;
    QTest::newRow("read-only writes")
        << QByteArray("Bearer fo1_sandbox_readonly") << QByteArray("POST") << list << 403;
    QTest::newRow("deploy token, its app")
        << QByteArray("FlyV1 fm2_sandbox_deploy_grupo_gad") << QByteArray("GET") << list << 200;
    QTest::newRow("deploy token, other app")
        << QByteArray("FlyV1 fm2_sandbox_deploy_grupo_gad") << QByteArray("GET")
        << u"/v1/apps/sist-cabanas-mvp/machines"_s << 403;
    QTest::newRow("deploy token, logs")
        << QByteArray("FlyV1 fm2_sandbox_deploy_grupo_gad") << QByteArray("GET") << logs << 401;
    QTest::newRow("graphql") << QByteArray("Bearer fo1_other") << QByteArray("POST")
                             << u"/graphql"_s << 401;
}

void TestSimWorld::authorisationFollowsTheService()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    SimDriver sim;
    sim.token = header;
    QTEST(sim.call(method, path).status, "status");
}

void TestSimWorld::everyReplyHasARequestId()
{
    SimDriver sim;
    const auto header = [](const SimReply &reply, const QByteArray &name) {
        for (const HttpHeader &h : reply.headers) {
            if (h.name == name)
                return h.value;
        }
        return QByteArray();
    };
    const QByteArray one = header(sim.get(u"/v1/apps/grupo-gad"_s).reply, "fly-request-id");
    const QByteArray two = header(sim.get(u"/v1/apps/nobody"_s).reply, "fly-request-id");
    QCOMPARE(one.size(), 30);
    QVERIFY(!two.isEmpty() && one != two);
    QCOMPARE(header(sim.get(u"/v1/apps/grupo-gad"_s).reply, "date"),
        QByteArray("Thu, 20 Aug 2026 14:00:00 GMT"));
}

void TestSimWorld::updateReplacesARunningMachine()
{
    SimDriver sim;
    const QJsonObject before = sim.machine(gad, first);
    QCOMPARE(before.value("state"_L1).toString(), u"started"_s);
    QCOMPARE(checkStatus(before), u"passing"_s);
    const auto reply =
        sim.call("POST", SimDriver::path(gad, first), sim.launchBody(gad, first, newImage));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json.toObject().value("state"_L1).toString(), u"replacing"_s);
    QVERIFY(reply.json.toObject().value("instance_id"_L1) != before.value("instance_id"_L1));
    QVERIFY(reply.json.toObject().value("checks"_L1).toArray().isEmpty());

    QVERIFY(sim.passUntil(gad, first, u"starting"_s));
    QVERIFY(sim.passUntil(gad, first, u"started"_s));
    const QJsonObject started = sim.machine(gad, first);
    QVERIFY(started.value("checks"_L1).toArray().isEmpty());
    QVERIFY(newestEvent(started, u"start"_s).value("timestamp"_L1).toDouble()
        > newestEvent(started, u"exit"_s).value("timestamp"_L1).toDouble());
    QVERIFY(newestEvent(started, u"exit"_s)
                .value("request"_L1)
                .toObject()
                .value("exit_event"_L1)
                .toObject()
                .value("requested_stop"_L1)
                .toBool());
    const SimTime startedAt = sim.now;
    sim.pass(SimTime(1'500));
    QCOMPARE(checkStatus(sim.machine(gad, first)), u"critical"_s);
    sim.pass(SimTime(25'000)); // still within the grace period of 30 s
    QCOMPARE(checkStatus(sim.machine(gad, first)), u"critical"_s);
    sim.now = startedAt + SimTime(34'000);
    const QJsonObject healthy = sim.machine(gad, first);
    QCOMPARE(checkStatus(healthy), u"passing"_s);
    QCOMPARE(healthy.value("checks"_L1).toArray().at(0).toObject().value("name"_L1).toString(),
        u"servicecheck-00-http-8000"_s);
    QCOMPARE(healthy.value("image_ref"_L1).toObject().value("tag"_L1).toString(),
        u"deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s);
}

void TestSimWorld::updateOfAStoppedMachineLeavesItStopped()
{
    SimDriver sim;
    QCOMPARE(sim.call("POST", SimDriver::path(gad, first, u"/stop"_s)).status, 200);
    QVERIFY(sim.passUntil(gad, first, u"stopped"_s));
    QJsonObject body = sim.launchBody(gad, first, newImage);
    body.insert("skip_launch"_L1, true);
    QCOMPARE(sim.call("POST", SimDriver::path(gad, first), body).status, 200);
    QCOMPARE(sim.stateOf(gad, first), u"replacing"_s);
    sim.pass(SimTime(60'000));
    QCOMPARE(sim.stateOf(gad, first), u"stopped"_s);
}

void TestSimWorld::staleVersionIsRefused()
{
    SimDriver sim;
    QJsonObject body = sim.launchBody(gad, first, newImage);
    body.insert("current_version"_L1, u"01J00000000000000000000000"_s);
    QCOMPARE(sim.call("POST", SimDriver::path(gad, first), body).status, 412);
    body.insert("current_version"_L1, sim.machine(gad, first).value("instance_id"_L1));
    QCOMPARE(sim.call("POST", SimDriver::path(gad, first), body).status, 200);
}

void TestSimWorld::releaseMachineRunsOnceAndStaysReadable()
{
    SimDriver sim;
    const auto created = sim.call("POST", u"/v1/apps/grupo-gad/machines"_s, releaseMachineBody());
    QCOMPARE(created.status, 200);
    const QString id = created.json.toObject().value("id"_L1).toString();
    QCOMPARE(id.size(), 14);
    QCOMPARE(sim.stateOf(gad, id), u"created"_s);
    QVERIFY(sim.passUntil(gad, id, u"stopped"_s));
    QCOMPARE(sim.world.releaseCommandRuns(), 0);
    QCOMPARE(sim.call("POST", SimDriver::path(gad, id, u"/start"_s)).status, 200);
    QVERIFY(sim.passUntil(gad, id, u"started"_s));
    QCOMPARE(sim.world.releaseCommandRuns(), 1);
    QVERIFY(sim.passUntil(gad, id, u"destroyed"_s));
    sim.pass(std::chrono::minutes(10));
    const QJsonObject gone = sim.machine(gad, id);
    const QJsonObject exit = newestEvent(gone, u"exit"_s);
    QCOMPARE(exit.value("request"_L1)
                 .toObject()
                 .value("exit_event"_L1)
                 .toObject()
                 .value("exit_code"_L1)
                 .toInt(-1),
        0);
    QVERIFY(exit.value("timestamp"_L1).toDouble()
        > newestEvent(gone, u"start"_s).value("timestamp"_L1).toDouble());
    const auto listed = sim.get(u"/v1/apps/grupo-gad/machines"_s).json.toArray();
    QCOMPARE(listed.size(), 3);
}

void TestSimWorld::startIsRefusedWhileThereIsNoImage()
{
    SimDriver sim;
    const QString id = sim.call("POST", u"/v1/apps/grupo-gad/machines"_s, releaseMachineBody())
                           .json.toObject()
                           .value("id"_L1)
                           .toString();
    const auto refused = sim.call("POST", SimDriver::path(gad, id, u"/start"_s));
    QCOMPARE(refused.status, 412);
    QCOMPARE(refused.json.toObject().value("error"_L1).toString(),
        u"unable to start machine from current state: 'created'"_s);
}

void TestSimWorld::waitAnswersAtTheEventOrAtTheDeadline()
{
    SimDriver sim;
    QCOMPARE(sim.get(SimDriver::path(gad, first, u"/wait?state=started&timeout=60"_s)).status, 200);
    QCOMPARE(sim.get(SimDriver::path(gad, first, u"/wait?state=started&timeout=61"_s)).status, 400);
    QCOMPARE(sim.get(SimDriver::path(gad, first, u"/wait?state=happy"_s)).status, 400);
    sim.call("POST", SimDriver::path(gad, first), sim.launchBody(gad, first, newImage));
    const auto shortWait = sim.get(SimDriver::path(gad, first, u"/wait?state=started&timeout=2"_s));
    const auto longWait = sim.get(SimDriver::path(gad, first, u"/wait?state=started&timeout=60"_s));
    QVERIFY(shortWait.hold && longWait.hold);
    const auto late = SimDriver::answer(sim.world.resume(*shortWait.hold, SimTime(2'000)));
    QCOMPARE(late.status, 408);
    QCOMPARE(late.json.toObject().value("error"_L1).toString(),
        u"machine failed to reach desired state, started, currently replacing"_s);
    QCOMPARE(SimDriver::answer(sim.world.resume(*longWait.hold, SimTime(3'000))).status, 0);
    const auto reached = SimDriver::answer(sim.world.resume(*longWait.hold, SimTime(20'000)));
    QCOMPARE(reached.status, 200);
    QCOMPARE(reached.json.toObject().value("state"_L1).toString(), u"started"_s);
}

void TestSimWorld::waitOnAGoneMachineIsNotFound()
{
    SimDriver sim;
    sim.call("DELETE", SimDriver::path(gad, first, u"?kill=true"_s));
    const auto held = sim.get(SimDriver::path(gad, first, u"/wait?state=destroyed&timeout=60"_s));
    QVERIFY(held.hold);
    QCOMPARE(SimDriver::answer(sim.world.resume(*held.hold, SimTime(5'000))).status, 200);
    sim.pass(SimTime(6'000));
    QCOMPARE(
        sim.get(SimDriver::path(gad, first, u"/wait?state=destroyed&timeout=60"_s)).status, 404);
}

void TestSimWorld::stopSuspendStartAndRestart()
{
    SimDriver sim;
    const auto act = [&](const QString &verb) {
        return sim.call("POST", SimDriver::path(gad, first, verb)).status;
    };
    QCOMPARE(act(u"/restart"_s), 200);
    QVERIFY(sim.passUntil(gad, first, u"started"_s));
    QCOMPARE(act(u"/suspend"_s), 200);
    QVERIFY(sim.passUntil(gad, first, u"suspended"_s));
    QCOMPARE(act(u"/stop"_s), 200);
    QCOMPARE(sim.stateOf(gad, first), u"stopped"_s);
    QCOMPARE(act(u"/start"_s), 200);
    QVERIFY(sim.passUntil(gad, first, u"started"_s));
    QCOMPARE(act(u"/stop"_s), 200);
    QCOMPARE(act(u"/start"_s), 412); // stopping
    QVERIFY(sim.passUntil(gad, first, u"stopped"_s));
    QCOMPARE(act(u"/cordon"_s), 200);
    QVERIFY(sim.machine(gad, first).value("cordoned"_L1).toBool());
}

void TestSimWorld::deleteNeedsForceWhileRunning()
{
    SimDriver sim;
    QCOMPARE(sim.call("DELETE", SimDriver::path(gad, first)).status, 412);
    QCOMPARE(
        sim.call("DELETE", SimDriver::path(gad, first, u"?force=true&kill=true"_s)).status, 200);
    QVERIFY(sim.passUntil(gad, first, u"destroyed"_s));
}

void TestSimWorld::listIsFiltered_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("count");
    QTest::newRow("all but deleted") << QString() << 3;
    QTest::newRow("deleted too") << u"?include_deleted=true"_s << 4;
    QTest::newRow("state") << u"?state=stopped,suspended"_s << 0;
    QTest::newRow("state started") << u"?state=created,started"_s << 3;
    QTest::newRow("region") << u"?region=gru"_s << 0;
    QTest::newRow("metadata") << u"?metadata.fly_release_version=41"_s << 3;
    QTest::newRow("metadata of the gone")
        << u"?include_deleted=true&metadata.fly_release_version=42"_s << 1;
}

void TestSimWorld::listIsFiltered()
{
    QFETCH(QString, query);
    SimDriver sim;
    const QString path = u"/v1/apps/grupo-gad/machines"_s + query;
    QTEST(int(sim.get(path).json.toArray().size()), "count");
}

void TestSimWorld::organisationListIsPaged()
{
    SimDriver sim;
    QStringList ids;
    QString cursor;
    do {
        const QString path = u"/v1/orgs/acme/machines?limit=2&cursor="_s + cursor;
        const QJsonObject page = sim.get(path).json.toObject();
        const QJsonArray machines = page.value("machines"_L1).toArray();
        for (const QJsonValue &machine : machines)
            ids.append(machine.toObject().value("id"_L1).toString());
        cursor = page.value("next_cursor"_L1).toString();
    } while (!cursor.isEmpty() && ids.size() < 20);
    QCOMPARE(ids.size(), 5);
    ids.removeDuplicates();
    QCOMPARE(ids.size(), 5);
}

void TestSimWorld::fleetIsMadeByItsOption()
{
    SimDriver sim(u"fleet"_s);
    QCOMPARE(sim.world.apps().size(), 500);
    sim.token = "Bearer fo1_fleet_sur";
    const QJsonArray own =
        sim.get(u"/api/v1/organizations"_s).json.toObject().value("organizations"_L1).toArray();
    QCOMPARE(own.size(), 1); // a token of its own opens no other
    QCOMPARE(own.at(0).toObject().value("slug"_L1).toString(), u"sur"_s);
    QCOMPARE(sim.get(u"/v1/orgs/norte/machines"_s).status, 403);
    const QJsonObject page = sim.get(u"/v1/orgs/sur/machines"_s).json.toObject();
    QCOMPARE(page.value("machines"_L1).toArray().size(), 400);
    QCOMPARE(page.value("next_cursor"_L1).toString(), QString());
    const QJsonArray apps =
        sim.get(u"/v1/apps?org_slug=sur"_s).json.toObject().value("apps"_L1).toArray();
    QCOMPARE(apps.size(), 100);
}

void TestSimWorld::savedWorldGoesOnAlike()
{
    SimDriver one;
    one.call("POST", SimDriver::path(gad, first), one.launchBody(gad, first, newImage));
    one.call("POST", SimDriver::path(gad, first, u"/lease?ttl=100"_s));
    QVERIFY(one.world.provoke({u"machine-never-healthy"_s, gad, {}, 2, {}, SimTime(500), {}})
                .has_value());
    one.pass(SimTime(3'000));
    const QByteArray saved = one.world.save();
    Result<SimWorld> loaded = SimWorld::load(saved);
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().detail));
    QCOMPARE(loaded->save(), saved);
    one.pass(SimTime(60'000));
    loaded->advanceTo(one.now);
    QCOMPARE(loaded->save(), one.world.save());
    QCOMPARE(loaded->liveLeases(one.now), 1);
    QCOMPARE(loaded->machines(gad, one.now), one.world.machines(gad, one.now));
}

void TestSimWorld::damagedSaveIsRefused()
{
    SimDriver sim;
    QByteArray saved = sim.world.save();
    QVERIFY(!SimWorld::load(saved.left(saved.size() / 2)));
    QVERIFY(!SimWorld::load({}));
    saved[saved.size() / 2] = char(saved.at(saved.size() / 2) ^ 1);
    QVERIFY(!SimWorld::load(saved));
}

QTEST_GUILESS_MAIN(TestSimWorld)
#include "tst_simworld.moc"
