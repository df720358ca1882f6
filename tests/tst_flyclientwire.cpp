#include "core/log.h"
#include "fly/flyauth.h"
#include "support/scriptedtransport.h"

#include <QTest>

#include <spdlog/sinks/ostream_sink.h>

#include <sstream>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace scripted;

class TestFlyClientWire final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leaseOfEitherShape_data();
    void leaseOfEitherShape();
    void leaseWithoutNonceIsRefused();
    void personalTokenFallsBackToViewer();
    void headersOfEachPart_data();
    void headersOfEachPart();
    void tokensAreSorted_data();
    void tokensAreSorted();
    void noTokenNothingSent();
    void waitOutlastsThePlatform();
    void bodiesOfWrites();
    void fleetIsListedPageByPage();
    void endlessListsAreRefused();
    void tokenAppearsNowhere();
};

void TestFlyClientWire::leaseOfEitherShape_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("wrapped") << u"lease-wrapped.json"_s;
    QTest::newRow("flat") << u"lease-flat.json"_s;
}

void TestFlyClientWire::leaseOfEitherShape()
{
    QFETCH(QString, file);
    Bench bench;
    bench.transport.script = {answer(201, fileBytes(file))};
    const Lease lease = bench.client.takeLease(app, machineId, 13s, bench.context).value();
    QCOMPARE(lease.nonce, u"5c35f65c9f95"_s);
    QCOMPARE(bench.transport.requests.constLast().url.query(), u"ttl=13"_s);
    QCOMPARE(bench.transport.requests.constLast().channel, HttpRequest::Channel::Lease);
    QVERIFY(bench.client.refreshLease(app, lease, 13s, bench.context));
    QCOMPARE(bench.transport.header("fly-machine-lease-nonce"), QByteArray("5c35f65c9f95"));
    QCOMPARE(bench.client.lease(app, machineId, bench.context).value()->description, u"deploy"_s);
}

void TestFlyClientWire::leaseWithoutNonceIsRefused()
{
    Bench bench;
    bench.transport.script = {answer(201, R"({"status":"success","data":{"owner":"x"}})")};
    QCOMPARE(bench.client.takeLease(app, machineId, 13s, bench.context).error().detail,
        u"lease.nonce: missing"_s);
}

void TestFlyClientWire::personalTokenFallsBackToViewer()
{
    Bench bench;
    bench.transport.script = {answer(401, R"({"error":"no macaroon"})"),
        answer(200, R"({"data":{"viewer":{"email":"me@acme.test"}}})")};
    QCOMPARE(bench.client.tokenScope(bench.context).value().user, u"me@acme.test"_s);
    bench.transport.script = {answer(401, R"({"error":"no"})")};
    QCOMPARE(bench.client.tokenScope(bench.context).error().kind, Error::Kind::Unauthorised);
}

void TestFlyClientWire::headersOfEachPart_data()
{
    QTest::addColumn<QByteArray>("withToken");
    QTest::addColumn<QByteArray>("machines");
    QTest::addColumn<QByteArray>("graphQl");
    QTest::addColumn<QByteArray>("logs");
    QTest::addColumn<QByteArray>("releases");
    using B = QByteArray;
    QTest::newRow("both kinds") << B("fo1_a,fm2_b, fm1r_c") << B("FlyV1 fm2_b,fm1r_c")
                                << B("FlyV1 fm2_b,fm1r_c,fo1_a") << B("FlyV1 fm2_b,fm1r_c")
                                << B("Bearer fm2_b,fm1r_c,fo1_a");
    QTest::newRow("personal") << B("Bearer fo1_a") << B("Bearer fo1_a") << B("Bearer fo1_a")
                              << B("Bearer fo1_a") << B("Bearer fo1_a");
    QTest::newRow("macaroon") << B("FlyV1 FlyV1 fm1a_x") << B("FlyV1 fm1a_x") << B("FlyV1 fm1a_x")
                              << B("FlyV1 fm1a_x") << B("Bearer fm1a_x");
}

void TestFlyClientWire::headersOfEachPart()
{
    QFETCH(QByteArray, withToken);
    QFETCH(QByteArray, machines);
    QFETCH(QByteArray, graphQl);
    QFETCH(QByteArray, logs);
    QFETCH(QByteArray, releases);
    Bench bench(withToken);
    bench.transport.script = {answer(200, "{}")};
    (void)bench.client.machine(app, machineId, bench.context);
    QCOMPARE(bench.transport.header("Authorization"), machines);
    QCOMPARE(bench.transport.requests.constLast().url.port(), 1);
    (void)bench.client.image(app, u"x"_s, bench.context);
    QCOMPARE(bench.transport.header("Authorization"), graphQl);
    QCOMPARE(bench.transport.header("Accept"), QByteArray("application/json; charset=utf-8"));
    QCOMPARE(bench.transport.requests.constLast().url.toString(), u"http://127.0.0.1:2/graphql"_s);
    (void)bench.client.logs(app, {}, {}, bench.context);
    QCOMPARE(bench.transport.header("Authorization"), logs);
    QVERIFY(bench.transport.requests.constLast().url.toString().endsWith("logs?next_token="_L1));
    (void)bench.client.currentRelease(app, bench.context);
    QCOMPARE(bench.transport.header("Authorization"), releases);
    QCOMPARE(bench.transport.requests.constLast().url.port(), 3);
}

void TestFlyClientWire::tokensAreSorted_data()
{
    QTest::addColumn<QByteArray>("withToken");
    QTest::addColumn<int>("count");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("commas only") << QByteArray(" , ,") << 0;
    QTest::newRow("two") << QByteArray("Bearer a, FlyV1 fm2_b") << 2;
    QTest::newRow("line end") << QByteArray("fm2_b\r\n") << 1;
}

void TestFlyClientWire::tokensAreSorted()
{
    QFETCH(QByteArray, withToken);
    QFETCH(int, count);
    QCOMPARE(tokensOf(Secret(withToken)).size(), std::size_t(count));
}

void TestFlyClientWire::noTokenNothingSent()
{
    Bench bench("");
    QCOMPARE(bench.read().error().kind, Error::Kind::Unauthorised);
    QVERIFY(bench.transport.requests.isEmpty());
}

void TestFlyClientWire::waitOutlastsThePlatform()
{
    Bench bench;
    bench.transport.script = {answer(200, R"({"ok":true})")};
    QVERIFY(
        bench.client.waitMachine(app, machineId, WaitState::Settled, 600s, bench.context).value());
    QCOMPARE(bench.transport.requests.constLast().url.query(), u"state=settled&timeout=60"_s);
    QVERIFY(bench.transport.requests.constLast().timeout > 60s);
    QCOMPARE(bench.transport.requests.constLast().channel, HttpRequest::Channel::LongPoll);
    bench.transport.script = {answer(
        408, R"({"error":"machine failed to reach desired state, started, currently starting"})")};
    QCOMPARE(
        bench.client.waitMachine(app, machineId, WaitState::Started, 0s, bench.context).value(),
        false);
    QCOMPARE(bench.transport.requests.constLast().url.query(), u"state=started&timeout=1"_s);
    bench.transport.script = {broken(Error::Kind::Timeout)};
    QCOMPARE(bench.client.waitMachine(app, machineId, WaitState::Started, 5s, bench.context)
                 .error()
                 .kind,
        Error::Kind::Timeout);
}

void TestFlyClientWire::bodiesOfWrites()
{
    Bench bench;
    bench.transport.script = {answer(200, machineJson)};
    MachineLaunch launch;
    launch.config.document = R"({"image":"x:1"})";
    launch.region = u"dfw"_s;
    launch.leaseTtl = 300s;
    launch.minSecretsVersion = 17;
    launch.skipLaunch = true;
    launch.currentVersion = u"01K2"_s;
    QVERIFY(bench.client.createMachine(app, launch, bench.context));
    QCOMPARE(bench.transport.body(),
        QJsonDocument::fromJson(R"({"config":{"image":"x:1"},"region":"dfw","lease_ttl":300,
        "min_secrets_version":17,"skip_launch":true,"skip_service_registration":false,"skip_secrets":false})")
            .object());
    QVERIFY(bench.client.updateMachine(app, machineId, launch, u"n"_s, bench.context));
    QCOMPARE(bench.transport.body(),
        QJsonDocument::fromJson(R"({"config":{"image":"x:1"},"current_version":"01K2",
        "min_secrets_version":17,"skip_launch":true,"skip_service_registration":false,"skip_secrets":false})")
            .object());
    QCOMPARE(bench.transport.header("fly-machine-lease-nonce"), QByteArray("n"));
    QCOMPARE(bench.client.destroyMachine(app, machineId, {}, bench.context).value(), true);
    QCOMPARE(bench.transport.requests.constLast().url.query(), u"kill=true&force=true"_s);
    QVERIFY(bench.client.stopMachine(app, machineId, {}, bench.context));
    QCOMPARE(bench.transport.requests.constLast().body, QByteArray("{}"));
    bench.transport.script = {answer(200, R"({"id":"r","version":1})")};
    QVERIFY(
        bench.client.updateRelease(ReleaseId(u"r"_s), ReleaseStatus::Running, {}, bench.context));
    QVERIFY(bench.transport.body().value("metadata"_L1).isNull());
    QVERIFY(bench.client.updateRelease(
        ReleaseId(u"r"_s), ReleaseStatus::Failed, u"why"_s, bench.context));
    QCOMPARE(bench.transport.body()
                 .value("metadata"_L1)["post_deployment_info"_L1]["error"_L1]
                 .toString(),
        u"why"_s);
    QVERIFY(
        bench.client.createRelease(app, u"x:1"_s, u"rolling"_s, R"({"app":"x"})", bench.context));
    QCOMPARE(bench.transport.body().value("strategy"_L1).toString(), u"ROLLING"_s);
}

// The platform, a proxy or Qt may echo what was sent.
// Pages may be short or empty; a cursor may hold anything.
void TestFlyClientWire::fleetIsListedPageByPage()
{
    Bench bench;
    bench.transport.script = {
        answer(200,
            R"({"machines":[{"app_name":"a","id":"1","state":"started","version":"v1"}],"next_cursor":"x+y/z=&"})"),
        answer(200, R"({"machines":[],"next_cursor":"2","error_regions":["gru"]})"),
        answer(200,
            R"({"machines":[{"app_name":"b","id":"2","state":"new-word","instance_id":"v2"}],"next_cursor":"","last_updated_at":"2026-08-20T14:00:00Z"})")};
    OrganizationQuery query;
    query.updatedAfter = QDateTime(QDate(2026, 8, 20), QTime(13, 0), Qt::UTC);
    const OrganizationMachines listed =
        bench.client.organizationMachines(u"acme"_s, query, bench.context).value();
    QCOMPARE(listed.machines.size(), 2);
    QCOMPARE(listed.machines.at(0).machine.instanceId, u"v1"_s);
    QCOMPARE(listed.machines.at(1).machine.instanceId, u"v2"_s);
    QCOMPARE(listed.machines.at(1).machine.state, MachineState::Unknown);
    QCOMPARE(listed.machines.at(1).machine.rawState, u"new-word"_s);
    QCOMPARE(listed.errorRegions, QStringList{u"gru"_s});
    QCOMPARE(listed.lastUpdatedAt, QDateTime(QDate(2026, 8, 20), QTime(14, 0), Qt::UTC));
    const QList<HttpRequest> &sent = bench.transport.requests;
    QCOMPARE(sent.at(0).url.query(QUrl::FullyEncoded), u"updated_after=2026-08-20T13:00:00.000Z"_s);
    QVERIFY(sent.at(1).url.query(QUrl::FullyEncoded).endsWith("cursor=x%2By%2Fz%3D%26"_L1));
}

void TestFlyClientWire::endlessListsAreRefused()
{
    Bench bench;
    bench.transport.script = {answer(200, R"({"machines":[],"next_cursor":"again"})")};
    const Result<OrganizationMachines> listed =
        bench.client.organizationMachines(u"acme"_s, {}, bench.context);
    QCOMPARE(listed.error().kind, Error::Kind::Protocol);
    QCOMPARE(bench.transport.requests.size(), 2);
    bench.transport.script = {answer(200,
        R"({"data":{"apps":{"nodes":[],"pageInfo":{"hasNextPage":true,"endCursor":"again"}}}})")};
    QCOMPARE(bench.client.newestReleases(bench.context).error().kind, Error::Kind::Protocol);
}

void TestFlyClientWire::tokenAppearsNowhere()
{
    std::ostringstream log;
    const auto sink = std::make_shared<spdlog::sinks::ostream_sink_mt>(log);
    const std::shared_ptr<spdlog::logger> area = Log::area("fly");
    area->sinks().push_back(sink);
    area->set_level(spdlog::level::trace);
    Bench bench;
    const QByteArray echo =
        QByteArray("token fm2_PLANTED-macaroon-value and fo1_PLANTED-oauth-value refused");
    QStringList seen;
    const QList<Scripted> answers{
        answer(401, QByteArray("{\"error\":\"").append(echo).append("\"}")),
        answer(502, echo),
        answer(200, echo),
        answer(400, QByteArray("<title>").append(echo).append("</title>")),
        Scripted{failure(Error::Kind::Offline, QString::fromLatin1(echo))},
        answer(200, QByteArray("{\"errors\":[{\"message\":\"").append(echo).append("\"}]}"))};
    for (const Scripted &reply : answers) {
        bench.transport.script = {reply};
        const Result<Machine> read = bench.read();
        const Result<Machine> made = bench.create();
        const auto found = bench.client.image(app, u"x"_s, bench.context);
        for (const Error &error : {read ? Error() : read.error(),
                 made ? Error() : made.error(),
                 found ? Error() : found.error()})
            seen << error.detail << error.code << error.requestId;
    }
    for (const CallTrace &trace : std::as_const(bench.traces))
        seen << trace.path << trace.requestId << QString::fromLatin1(trace.method);
    for (const Error &error : std::as_const(bench.retries))
        seen << error.detail;
    area->flush();
    area->sinks().pop_back();
    seen << QString::fromStdString(log.str());
    QVERIFY(!log.str().empty());
    QVERIFY2(!seen.join(u'\n').contains("PLANTED"_L1), qPrintable(seen.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestFlyClientWire)
#include "tst_flyclientwire.moc"
