#include "support/simdriver.h"

using namespace Qt::StringLiterals;

namespace {
const QString gad = u"grupo-gad"_s;
const QString first = u"148e21f3b04289"_s;
const QString leasePath = SimDriver::path(gad, first, u"/lease"_s);

QString nonceOf(const SimDriver::Answer &answer)
{
    return answer.json.toObject().value("data"_L1).toObject().value("nonce"_L1).toString();
}
} // namespace

class TestSimLeases : public QObject
{
    Q_OBJECT

private slots:
    void leaseIsTakenRefreshedAndReleased();
    void ttlMayBeInQueryOrBody_data();
    void ttlMayBeInQueryOrBody();
    void conflictNamesOwnerAndTime();
    void expiredLeaseIsFree();
    void expiredLeaseIsNotRefreshed();
    void releaseAfterExpiryIsNotFound();
    void changesNeedTheNonce_data();
    void changesNeedTheNonce();
    void createMayTakeALease();
    void updateTellsTheLeasesVersion();
    void destroyedMachineHasNoLease();
};

void TestSimLeases::leaseIsTakenRefreshedAndReleased()
{
    SimDriver sim;
    const auto taken = sim.call("POST", leasePath + u"?ttl=13"_s);
    QCOMPARE(taken.status, 201);
    const QString nonce = nonceOf(taken);
    QCOMPARE(nonce.size(), 12);
    const QJsonObject data = taken.json.toObject().value("data"_L1).toObject();
    QCOMPARE(data.value("owner"_L1).toString(), u"ops@acme.test"_s);
    QCOMPARE(data.value("expires_at"_L1).toInteger(),
        sim.world.wallTime(SimTime(13'000)).toSecsSinceEpoch());
    QCOMPARE(data.value("version"_L1), sim.machine(gad, first).value("instance_id"_L1));
    sim.pass(SimTime(9'000));
    const auto refreshed = sim.call("POST", leasePath + u"?ttl=13"_s, {}, nonce);
    QCOMPARE(refreshed.status, 201);
    QCOMPARE(nonceOf(refreshed), nonce);
    sim.pass(SimTime(9'000));
    QCOMPARE(sim.world.liveLeases(sim.now), 1);
    QCOMPARE(nonceOf(sim.get(leasePath)), nonce);
    QCOMPARE(sim.call("DELETE", leasePath, {}, u"000000000000"_s).status, 409);
    const auto released = sim.call("DELETE", leasePath, {}, nonce);
    QCOMPARE(released.status, 200);
    QVERIFY(released.json.toObject().value("data"_L1).toObject().value("ok"_L1).toBool());
    QCOMPARE(sim.world.liveLeases(sim.now), 0);
    QCOMPARE(sim.get(leasePath).status, 404);
}

void TestSimLeases::ttlMayBeInQueryOrBody_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("seconds");
    QTest::newRow("query") << u"?ttl=20"_s << QJsonObject() << 20;
    QTest::newRow("body") << QString() << QJsonObject{{u"ttl"_s, 30}} << 30;
    QTest::newRow("empty body object")
        << u"?ttl=20"_s << QJsonObject{{u"description"_s, u"x"_s}} << 20;
    QTest::newRow("invalid") << u"?ttl=-1"_s << QJsonObject() << 0;
}

void TestSimLeases::ttlMayBeInQueryOrBody()
{
    QFETCH(QString, query);
    QFETCH(QJsonObject, body);
    QFETCH(int, seconds);
    SimDriver sim;
    const QString path = leasePath + query;
    QCOMPARE(sim.call("POST", path, body).status, seconds ? 201 : 400);
    QCOMPARE(sim.world.liveLeases(SimTime(seconds * 1000 - 1)), seconds ? 1 : 0);
    QCOMPARE(sim.world.liveLeases(SimTime(seconds * 1000)), 0);
}

void TestSimLeases::conflictNamesOwnerAndTime()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke({u"foreign-lease"_s,
        gad,
        first,
        1,
        {},
        {},
        {{u"owner"_s, u"ana@acme.test"_s}, {u"ttlSeconds"_s, 90}}}));
    const auto refused = sim.call("POST", leasePath + u"?ttl=13"_s);
    QCOMPARE(refused.status, 409);
    const QJsonObject body = refused.json.toObject();
    QCOMPARE(body.value("status"_L1).toString(), u"error"_s);
    QCOMPARE(body.value("code"_L1).toString(), u"invalid"_s);
    QCOMPARE(body.value("message"_L1).toString(),
        u"machine ID 148e21f3b04289 lease currently held by ana@acme.test, expires at 2026-08-20T14:01:30Z"_s);
    QCOMPARE(sim.world.machines(gad, sim.now).first().leaseOwner, u"ana@acme.test"_s);
}

void TestSimLeases::expiredLeaseIsFree()
{
    SimDriver sim;
    const QString old = nonceOf(sim.call("POST", leasePath + u"?ttl=13"_s));
    QCOMPARE(sim.call("POST", leasePath + u"?ttl=13"_s).status, 409);
    sim.pass(SimTime(13'000));
    QCOMPARE(sim.world.liveLeases(sim.now), 0);
    const auto taken = sim.call("POST", leasePath + u"?ttl=13"_s);
    QCOMPARE(taken.status, 201);
    QVERIFY(nonceOf(taken) != old);
}

void TestSimLeases::expiredLeaseIsNotRefreshed()
{
    SimDriver sim;
    const QString old = nonceOf(sim.call("POST", leasePath + u"?ttl=13"_s));
    sim.pass(SimTime(13'000));
    const auto refreshed = sim.call("POST", leasePath + u"?ttl=13"_s, {}, old);
    QCOMPARE(refreshed.status, 201);
    QVERIFY(nonceOf(refreshed) != old);
}

void TestSimLeases::releaseAfterExpiryIsNotFound()
{
    SimDriver sim;
    const QString nonce = nonceOf(sim.call("POST", leasePath + u"?ttl=13"_s));
    sim.pass(SimTime(14'000));
    const auto released = sim.call("DELETE", leasePath, {}, nonce);
    QCOMPARE(released.status, 404);
    QCOMPARE(released.json.toObject().value("message"_L1).toString(), u"lease not found"_s);
}

void TestSimLeases::changesNeedTheNonce_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("rest");
    QTest::newRow("update") << QByteArray("POST") << QString();
    QTest::newRow("stop") << QByteArray("POST") << u"/stop"_s;
    QTest::newRow("start") << QByteArray("POST") << u"/start"_s;
    QTest::newRow("suspend") << QByteArray("POST") << u"/suspend"_s;
    QTest::newRow("restart") << QByteArray("POST") << u"/restart"_s;
    QTest::newRow("cordon") << QByteArray("POST") << u"/cordon"_s;
    QTest::newRow("delete") << QByteArray("DELETE") << u"?force=true"_s;
}

void TestSimLeases::changesNeedTheNonce()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, rest);
    SimDriver sim;
    const QString nonce = nonceOf(sim.call("POST", leasePath + u"?ttl=60"_s));
    const QString image =
        sim.machine(gad, first).value("config"_L1).toObject().value("image"_L1).toString();
    QJsonObject body;
    if (rest.isEmpty())
        body = sim.launchBody(gad, first, image);
    const QString path = SimDriver::path(gad, first, rest);
    const auto refused = sim.call(method, path, body);
    QCOMPARE(refused.status, 409);
    QVERIFY(refused.json.toObject()
                .value("error"_L1)
                .toString()
                .contains("lease currently held by ops@acme.test"_L1));
    QCOMPARE(sim.call(method, path, body, u"badbadbadbad"_s).status, 409);
    const int status = sim.call(method, path, body, nonce).status;
    QVERIFY2(status == 200 || status == 204, qPrintable(QString::number(status)));
}

void TestSimLeases::createMayTakeALease()
{
    SimDriver sim;
    QJsonObject body = sim.launchBody(gad,
        first,
        sim.machine(gad, first).value("config"_L1).toObject().value("image"_L1).toString());
    body.insert("lease_ttl"_L1, 300);
    const QJsonObject made =
        sim.call("POST", u"/v1/apps/grupo-gad/machines"_s, body).json.toObject();
    const QString nonce = made.value("nonce"_L1).toString();
    QVERIFY(!nonce.isEmpty());
    const QString id = made.value("id"_L1).toString();
    QVERIFY(!sim.machine(gad, id).contains("nonce"_L1)); // said once
    QCOMPARE(sim.call("DELETE", SimDriver::path(gad, id, u"/lease"_s), {}, nonce).status, 200);
}

void TestSimLeases::updateTellsTheLeasesVersion()
{
    SimDriver sim;
    const QString nonce = nonceOf(sim.call("POST", leasePath + u"?ttl=60"_s));
    const QJsonObject body = sim.launchBody(gad,
        first,
        sim.machine(gad, first).value("config"_L1).toObject().value("image"_L1).toString());
    const QJsonObject updated =
        sim.call("POST", SimDriver::path(gad, first), body, nonce).json.toObject();
    QCOMPARE(sim.get(leasePath).json.toObject().value("data"_L1).toObject().value("version"_L1),
        updated.value("instance_id"_L1));
}

void TestSimLeases::destroyedMachineHasNoLease()
{
    SimDriver sim;
    const QString nonce = nonceOf(sim.call("POST", leasePath + u"?ttl=60"_s));
    QCOMPARE(
        sim.call("DELETE", SimDriver::path(gad, first, u"?force=true"_s), {}, nonce).status, 200);
    sim.pass(SimTime(5'000));
    QCOMPARE(sim.world.liveLeases(sim.now), 0);
    QCOMPARE(sim.call("POST", leasePath + u"?ttl=60"_s).status, 404);
    QCOMPARE(sim.call("DELETE", leasePath, {}, nonce).status, 404);
}

QTEST_GUILESS_MAIN(TestSimLeases)
#include "tst_simleases.moc"
