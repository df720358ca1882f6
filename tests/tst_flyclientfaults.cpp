#include "core/iothread.h"
#include "core/networktransport.h"
#include "support/scriptedtransport.h"

#include <QTcpServer>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace scripted;

class TestFlyClientFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAreTriedAgain_data();
    void readsAreTriedAgain();
    void readsGiveUp_data();
    void readsGiveUp();
    void writesAreSentOnce_data();
    void writesAreSentOnce();
    void writesThatWereRefusedAreSentAgain_data();
    void writesThatWereRefusedAreSentAgain();
    void statusesHaveTheirKinds_data();
    void statusesHaveTheirKinds();
    void platformSentencesAreKept_data();
    void platformSentencesAreKept();
    void pagesBecomeShortDetails();
    void createThatTimedOutMayExist();
    void nonJsonNamesTheCall();
    void fieldsAreNamed();
    void graphQlErrors_data();
    void graphQlErrors();
    void stopEndsTheRetries();
    void limitEndsTheRetries();
    void offlineIsToldSoon();
    void retryAfterIsObeyed();
    void closedPortIsOfflineAndSafeToRepeat();
    void namesCannotLeaveTheirPlace_data();
    void namesCannotLeaveTheirPlace();
};

void TestFlyClientFaults::readsAreTriedAgain_data()
{
    QTest::addColumn<QList<Scripted>>("script");
    QTest::addColumn<int>("retries");
    using Script = QList<Scripted>;
    const auto good = answer(200, machineJson);
    QTest::newRow("nothing wrong") << Script{good} << 0;
    QTest::newRow("502 page") << Script{answer(502, htmlPage), good} << 1;
    QTest::newRow("503 three times")
        << Script{answer(503, {}), answer(503, {}), answer(503, {}), good} << 3;
    QTest::newRow("refused") << Script{refused(), good} << 1;
    QTest::newRow("broken") << Script{broken(), broken(), good} << 2;
    QTest::newRow("truncated") << Script{broken(Error::Kind::Protocol), good} << 1;
    QTest::newRow("429 five times") << Script{answer(429, {}),
        answer(429, {}),
        answer(429, {}),
        answer(429, {}),
        answer(429, {}),
        good} << 5;
    QTest::newRow("200 without JSON") << Script{answer(200, "hello"), good} << 1;
    QTest::newRow("200 empty") << Script{answer(200, ""), good} << 1;
    QTest::newRow("200 cut off") << Script{answer(200, machineJson.left(20)), good} << 1;
}

void TestFlyClientFaults::readsAreTriedAgain()
{
    QFETCH(QList<Scripted>, script);
    QFETCH(int, retries);
    Bench bench;
    bench.transport.script = script;
    const Result<Machine> machine = bench.read();
    QVERIFY2(machine, machine ? "" : qPrintable(machine.error().detail));
    QCOMPARE(bench.retries.size(), retries);
    QCOMPARE(bench.traces.size(), retries + 1);
    QCOMPARE(bench.transport.requests.size(), retries + 1);
}

void TestFlyClientFaults::readsGiveUp_data()
{
    QTest::addColumn<Scripted>("last");
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const Scripted &last, int requests, Error::Kind kind) {
        QTest::newRow(name) << last << requests << static_cast<int>(kind);
    };
    row("refused", refused(), 4, Error::Kind::Offline);
    row("broken", broken(), 4, Error::Kind::Offline);
    row("truncated", broken(Error::Kind::Protocol), 4, Error::Kind::Protocol);
    row("503", answer(503, {}), 4, Error::Kind::Unavailable);
    row("500", answer(500, {}), 1, Error::Kind::Unavailable);
    row("504", answer(504, {}), 1, Error::Kind::Unavailable);
    row("429", answer(429, {}), 7, Error::Kind::RateLimited);
    row("200 without JSON", answer(200, "hello"), 2, Error::Kind::Protocol);
    row("no answer in time", broken(Error::Kind::Timeout), 1, Error::Kind::Timeout);
    row("cancelled", broken(Error::Kind::Cancelled), 1, Error::Kind::Cancelled);
    row("404", answer(404, {}), 1, Error::Kind::NotFound);
    row("302", answer(302, {}), 1, Error::Kind::Protocol);
}

void TestFlyClientFaults::readsGiveUp()
{
    QFETCH(Scripted, last);
    QFETCH(int, requests);
    QFETCH(int, kind);
    Bench bench;
    bench.transport.script = {last};
    const Result<Machine> machine = bench.read();
    QVERIFY(!machine);
    QCOMPARE(static_cast<int>(machine.error().kind), kind);
    QCOMPARE(bench.transport.requests.size(), requests);
    QVERIFY(!machine.error().detail.isEmpty());
}

void TestFlyClientFaults::writesAreSentOnce_data()
{
    QTest::addColumn<Scripted>("last");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const Scripted &last, Error::Kind kind) {
        QTest::newRow(name) << last << static_cast<int>(kind);
    };
    row("broken", broken(), Error::Kind::Offline);
    row("truncated", broken(Error::Kind::Protocol), Error::Kind::Protocol);
    row("no answer in time", broken(Error::Kind::Timeout), Error::Kind::Timeout);
    row("502", answer(502, R"({"error":"bad gateway"})"), Error::Kind::Unavailable);
    row("502 page", answer(502, htmlPage), Error::Kind::Unavailable);
    row("503 page of a proxy", answer(503, htmlPage), Error::Kind::Unavailable);
    row("500", answer(500, R"({"error":"oops"})"), Error::Kind::Unavailable);
    row("408", answer(408, R"({"error":"timeout"})"), Error::Kind::Timeout);
    row("409", answer(409, fileBytes(u"lease-held.json"_s)), Error::Kind::Conflict);
    row("200 without JSON", answer(200, "hello"), Error::Kind::Protocol);
}

void TestFlyClientFaults::writesAreSentOnce()
{
    QFETCH(Scripted, last);
    QFETCH(int, kind);
    Bench bench;
    bench.transport.script = {last};
    QCOMPARE(static_cast<int>(bench.create().error().kind), kind);
    QCOMPARE(bench.transport.requests.size(), 1);
    QCOMPARE(
        static_cast<int>(bench.client.takeLease(app, machineId, 13s, bench.context).error().kind),
        kind);
    QCOMPARE(bench.transport.requests.size(), 2);
    QCOMPARE(static_cast<int>(
                 bench.client.createRelease(app, u"x:1"_s, u"rolling"_s, "{}", bench.context)
                     .error()
                     .kind),
        kind);
    QCOMPARE(bench.transport.requests.size(), 3);
    QVERIFY(bench.retries.isEmpty());
}

void TestFlyClientFaults::writesThatWereRefusedAreSentAgain_data()
{
    QTest::addColumn<Scripted>("first");
    QTest::newRow("connection refused") << refused();
    QTest::newRow("429") << answer(429, R"({"error":"rate limit exceeded"})");
    QTest::newRow("503 of the platform") << answer(503, R"({"error":"try later"})");
}

void TestFlyClientFaults::writesThatWereRefusedAreSentAgain()
{
    QFETCH(Scripted, first);
    Bench bench;
    bench.transport.script = {first, answer(200, machineJson)};
    QVERIFY(bench.create());
    QCOMPARE(bench.transport.requests.size(), 2);
}

void TestFlyClientFaults::statusesHaveTheirKinds_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    const auto row = [](int status, Error::Kind kind) {
        QTest::addRow("%d", status) << status << static_cast<int>(kind);
    };
    row(400, Error::Kind::Rejected);
    row(401, Error::Kind::Unauthorised);
    row(403, Error::Kind::Forbidden);
    row(404, Error::Kind::NotFound);
    row(408, Error::Kind::Timeout);
    row(409, Error::Kind::Conflict);
    row(412, Error::Kind::Precondition);
    row(422, Error::Kind::Rejected);
    row(500, Error::Kind::Unavailable);
    row(301, Error::Kind::Protocol);
}

void TestFlyClientFaults::statusesHaveTheirKinds()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    Bench bench;
    bench.transport.script = {answer(status, R"({"error":"no"})")};
    const Error error = bench.client.startMachine(app, machineId, {}, bench.context).error();
    QCOMPARE(static_cast<int>(error.kind), kind);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.requestId, u"01REQ"_s);
    QCOMPARE(error.detail, u"no"_s);
}

void TestFlyClientFaults::platformSentencesAreKept_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("code");
    using B = QByteArray;
    const QString call = u"POST /v1/apps/shop-web/machines/3d8d7e41b05489/start answered 400"_s;
    QTest::newRow("error") << B(R"({"error":"no room","status":"insufficient_capacity"})")
                           << u"no room"_s << u"insufficient_capacity"_s;
    QTest::newRow("message wins") << B(R"({"error":"a","message":"b"})") << u"b"_s << QString();
    QTest::newRow("lease shape") << B(
        R"({"status":"error","message":"lease not found","code":"not_found"})")
                                 << u"lease not found"_s << u"not_found"_s;
    QTest::newRow("builds shape") << B(R"({"data":{},"errors":{"detail":"gone"}})") << u"gone"_s
                                  << QString();
    QTest::newRow("nothing to say") << B("{}") << call << QString();
    QTest::newRow("empty") << B("") << call << QString();
    QTest::newRow("plain text") << B("404 page not found")
                                << QString(call + u": 404 page not found"_s) << u"page"_s;
    QTest::newRow("control characters")
        << B(R"({"error":"a\u001b[31m\nb\u202ec"})") << u"a bc"_s << QString();
}

void TestFlyClientFaults::platformSentencesAreKept()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    QFETCH(QString, code);
    Bench bench;
    bench.transport.script = {answer(400, body)};
    const Error error = bench.client.startMachine(app, machineId, {}, bench.context).error();
    QCOMPARE(error.detail, detail);
    QCOMPARE(error.code, code);
}

void TestFlyClientFaults::pagesBecomeShortDetails()
{
    Bench bench;
    bench.transport.script = {answer(502, fileBytes(u"page-502.html"_s))};
    const Error titled = bench.create().error();
    QCOMPARE(titled.kind, Error::Kind::Unavailable);
    QCOMPARE(titled.detail,
        u"POST /v1/apps/shop-web/machines answered 502: 502 Bad Gateway; it may exist"_s);
    bench.transport.script = {answer(500, fileBytes(u"page-without-title.html"_s))};
    QCOMPARE(bench.read().error().detail,
        u"GET /v1/apps/shop-web/machines/3d8d7e41b05489 answered 500: Down for maintenance since noon."_s);
    bench.transport.script = {answer(500, QByteArray(1'000'000, 'x'))};
    QVERIFY(bench.read().error().detail.size() < 600);
}

void TestFlyClientFaults::createThatTimedOutMayExist()
{
    Bench bench;
    bench.transport.script = {answer(408, R"({"error":"timed out talking to the host"})")};
    const Error error = bench.create().error();
    QCOMPARE(error.kind, Error::Kind::Timeout);
    QCOMPARE(error.detail, u"timed out talking to the host; it may exist"_s);
    bench.transport.script = {broken(Error::Kind::Timeout)};
    QVERIFY(bench.create().error().detail.endsWith("it may exist"_L1));
    bench.transport.script = {refused()};
    QVERIFY(!bench.create().error().detail.contains("may exist"_L1));
    bench.transport.script = {answer(200, "hello")};
    QVERIFY(bench.create().error().detail.endsWith("it may exist"_L1));
    bench.transport.script = {answer(422, R"({"error":"bad config"})")};
    QCOMPARE(bench.create().error().detail, u"bad config"_s);
}

void TestFlyClientFaults::nonJsonNamesTheCall()
{
    Bench bench;
    bench.transport.script = {answer(200, fileBytes(u"page-502.html"_s))};
    const Error error = bench.read().error();
    QCOMPARE(error.kind, Error::Kind::Protocol);
    QVERIFY(error.detail.startsWith(
        "GET /v1/apps/shop-web/machines/3d8d7e41b05489: the answer is no JSON"_L1));
    QCOMPARE(error.requestId, u"01REQ"_s);
}

void TestFlyClientFaults::fieldsAreNamed()
{
    Bench bench;
    bench.transport.script = {answer(200, R"([{"id":"1","state":"started"},{"id":"2"}])")};
    QCOMPARE(
        bench.client.machines(app, bench.context).error().detail, u"machines[1].state: missing"_s);
    bench.transport.script = {answer(200, R"({"machines":[]})")};
    QCOMPARE(bench.client.machines(app, bench.context).error().detail, u"machines: not a list"_s);
    bench.transport.script = {answer(200, R"({"apps":[{"name":"a"},{"name":7}]})")};
    QCOMPARE(
        bench.client.apps(u"acme"_s, bench.context).error().detail, u"apps[1].name: not a text"_s);
    bench.transport.script = {answer(200, R"([{"version":"01"}])")};
    QCOMPARE(bench.client.machineVersions(app, machineId, bench.context).error().detail,
        u"versions[0].user_config: missing"_s);
    bench.transport.script = {answer(200, R"({"releases":{}})")};
    QCOMPARE(
        bench.client.releases(app, 3, bench.context).error().detail, u"releases: not a list"_s);
    bench.transport.script = {answer(200, R"({"secrets":[{"digest":"x"}]})")};
    QCOMPARE(
        bench.client.secrets(app, bench.context).error().detail, u"secrets[0].name: missing"_s);
}

void TestFlyClientFaults::graphQlErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, int status, const QByteArray &body, Error::Kind kind) {
        QTest::newRow(name) << status << body << static_cast<int>(kind);
    };
    row("not found by code",
        200,
        R"({"errors":[{"message":"x","extensions":{"code":"NOT_FOUND"}}]})",
        Error::Kind::NotFound);
    row("not found by text",
        200,
        R"({"errors":[{"message":"Could not find App"}]})",
        Error::Kind::NotFound);
    row("unauthorised",
        200,
        R"({"errors":[{"message":"no","extensions":{"code":"UNAUTHORIZED"}}]})",
        Error::Kind::Unauthorised);
    row("any other", 200, R"({"errors":[{"message":"no such field"}]})", Error::Kind::Rejected);
    row("no data", 200, R"({"data":null})", Error::Kind::Protocol);
    row("page", 500, htmlPage, Error::Kind::Unavailable);
}

void TestFlyClientFaults::graphQlErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    Bench bench;
    bench.transport.script = {answer(status, body)};
    QCOMPARE(
        static_cast<int>(bench.client.releaseDefinition(app, bench.context).error().kind), kind);
    QCOMPARE(static_cast<int>(bench.client.image(app, u"x:1"_s, bench.context).error().kind), kind);
    bench.transport.script = {
        answer(200, R"({"errors":[{"message":"Unknown repository \"x\""}]})")};
    QVERIFY(!bench.client.image(app, u"x:1"_s, bench.context).value());
}

void TestFlyClientFaults::stopEndsTheRetries()
{
    Bench bench;
    bench.stopAtRetry = true;
    bench.transport.script = {refused()};
    QCOMPARE(bench.read().error().kind, Error::Kind::Cancelled);
    QCOMPARE(bench.transport.requests.size(), 1);
    QCOMPARE(bench.create().error().kind, Error::Kind::Cancelled);
    QCOMPARE(bench.transport.requests.size(), 1);
}

void TestFlyClientFaults::limitEndsTheRetries()
{
    Bench bench;
    bench.context.limit = 2s;
    bench.transport.script = {answer(503, "{}", {HttpHeader{"retry-after", "9"}})};
    QCOMPARE(bench.read().error().kind, Error::Kind::Unavailable);
    QCOMPARE(bench.transport.requests.size(), 1);
    QVERIFY(bench.transport.requests.constFirst().timeout <= 2s);
}

void TestFlyClientFaults::offlineIsToldSoon()
{
    Bench bench;
    const Clock::Duration begun = bench.clock.now();
    bench.transport.script = {refused()};
    QCOMPARE(bench.client.apps({}, bench.context).error().kind, Error::Kind::Offline);
    QCOMPARE(bench.client.machines(app, bench.context).error().kind, Error::Kind::Offline);
    QVERIFY(bench.clock.now() - begun < 5s);
}

void TestFlyClientFaults::retryAfterIsObeyed()
{
    Bench bench;
    const Clock::Duration begun = bench.clock.now();
    bench.transport.script = {
        answer(429, "{}", {HttpHeader{"retry-after", "7"}}), answer(200, machineJson)};
    QVERIFY(bench.read());
    QVERIFY(bench.clock.now() - begun >= 7s);
    QVERIFY(bench.retries.constFirst().retryAfter == 7s);
}

void TestFlyClientFaults::closedPortIsOfflineAndSafeToRepeat()
{
    // A port of this computer that nobody listens on any more.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    IoThread thread(u"net"_s);
    NetworkTransport transport(thread, u"atalaya/test"_s);
    const std::unique_ptr<Clock> clock = makeRealClock();
    RateBudget budget(*clock);
    FlyEndpoints endpoints = Bench::endpoints(token);
    endpoints.machines = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
    FlyClient client(endpoints, transport, budget, *clock);
    CallContext context;
    int sent = 0;
    context.exchanged = [&sent](const CallTrace &) { ++sent; };
    // await() refuses the thread of the application; a client is used on threads of its own.
    Error error;
    std::jthread([&] { error = client.createMachine(app, {}, context).error(); }).join();
    QCOMPARE(error.kind, Error::Kind::Offline);
    QCOMPARE(error.code, u"not-sent"_s);
    QVERIFY(!error.detail.contains("may exist"_L1));
    QCOMPARE(sent, 4);
}

void TestFlyClientFaults::namesCannotLeaveTheirPlace_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("up") << u".."_s;
    QTest::newRow("path") << u"a/../../tokens"_s;
    QTest::newRow("query") << u"a?force=true"_s;
    QTest::newRow("fragment") << u"a#b"_s;
    QTest::newRow("option") << u"-a"_s;
    QTest::newRow("space") << u"a b"_s;
    QTest::newRow("line end") << u"a\n"_s;
    QTest::newRow("escape") << u"a%2fb"_s;
    QTest::newRow("empty") << QString();
}

void TestFlyClientFaults::namesCannotLeaveTheirPlace()
{
    QFETCH(QString, name);
    Bench bench;
    bench.transport.script = {answer(200, machineJson)};
    const AppName named(name);
    const Error::Kind refusedName = Error::Kind::InvalidInput;
    QCOMPARE(bench.client.machine(named, machineId, bench.context).error().kind, refusedName);
    QCOMPARE(bench.client.machine(app, MachineId(name), bench.context).error().kind, refusedName);
    QCOMPARE(bench.client.destroyMachine(app, MachineId(name), {}, bench.context).error().kind,
        refusedName);
    QCOMPARE(bench.client.logs(named, {}, {}, bench.context).error().kind, refusedName);
    QVERIFY(bench.transport.requests.isEmpty());
}

QTEST_GUILESS_MAIN(TestFlyClientFaults)
#include "tst_flyclientfaults.moc"
