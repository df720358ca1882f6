#include "core/log.h"
#include "core/ratebudget.h"
#include "core/virtualclock.h"
#include "fly/flyauth.h"
#include "fly/flyclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <spdlog/sinks/ostream_sink.h>

#include <sstream>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const AppName app(u"shop-web"_s);
const MachineId machineId(u"3d8d7e41b05489"_s);
const QByteArray token = "fm2_PLANTED-macaroon-value,fo1_PLANTED-oauth-value";

QByteArray fileBytes(const QString &name)
{
    QFile file(QFINDTESTDATA(QString(u"data/flyclient/"_s + name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(name));
    return file.readAll();
}

struct Scripted // Qt would look for an operator== inside of a bare Result
{
    Result<HttpResponse> value;
};

Scripted answer(int status, const QByteArray &body, const QList<HttpHeader> &headers = {})
{
    const QList<HttpHeader> all =
        QList<HttpHeader>{HttpHeader{"fly-request-id", "01REQ"}} + headers;
    return {HttpResponse{status, all, body}};
}

Scripted refused()
{
    return {
        failure(Error{Error::Kind::Offline, u"Connection refused"_s, 0, {}, {}, u"not-sent"_s})};
}

Scripted broken(Error::Kind kind = Error::Kind::Offline)
{
    return {failure(kind, u"the connection was closed before the answer"_s)};
}

// Answers from a list, the last one again and again, and keeps what was asked.
class ScriptedTransport final : public HttpTransport
{
public:
    QList<Scripted> script;
    QList<HttpRequest> requests;

    Result<HttpResponse> perform(const HttpRequest &request, std::stop_token stop) override
    {
        if (stop.stop_requested())
            return failure(Error::Kind::Cancelled, u"stopped"_s);
        requests.append(request);
        if (script.isEmpty())
            qFatal("nothing is scripted");
        return script.size() > 1 ? script.takeFirst().value : script.constFirst().value;
    }
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const HttpHeader &header : requests.constLast().headers) {
            if (header.name == name)
                return header.value;
        }
        return {};
    }
    [[nodiscard]] QJsonObject body() const
    {
        return QJsonDocument::fromJson(requests.constLast().body).object();
    }
};

class Bench
{
public:
    explicit Bench(const QByteArray &withToken = token)
        : budget(clock)
        , client(endpoints(withToken), transport, budget, clock)
    {
        context.stop = stop.get_token();
        context.exchanged = [this](const CallTrace &trace) { traces.append(trace); };
        context.retrying = [this](const Error &error) {
            retries.append(error);
            if (stopAtRetry)
                stop.request_stop();
        };
    }
    static FlyEndpoints endpoints(const QByteArray &withToken)
    {
        FlyEndpoints all;
        all.account = AccountId(u"acme"_s);
        all.machines = QUrl(u"http://127.0.0.1:1"_s);
        all.web = QUrl(u"http://127.0.0.1:2"_s);
        all.releases = QUrl(u"http://127.0.0.1:3"_s);
        all.token = Secret(withToken);
        return all;
    }
    Result<Machine> read() { return client.machine(app, machineId, context); }
    Result<Machine> create() { return client.createMachine(app, {}, context); }

    VirtualClock clock;
    ClockParticipant participant{clock};
    ScriptedTransport transport;
    RateBudget budget;
    FlyClient client;
    std::stop_source stop;
    CallContext context;
    QList<CallTrace> traces;
    QList<Error> retries;
    bool stopAtRetry = false;
};

const QByteArray machineJson = R"({"id":"3d8d7e41b05489","state":"started"})";
const QByteArray htmlPage = "<html><head><title>502 Bad Gateway</title></head></html>";
} // namespace

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
    void leaseOfEitherShape_data();
    void leaseOfEitherShape();
    void leaseWithoutNonceIsRefused();
    void graphQlErrors_data();
    void graphQlErrors();
    void stopEndsTheRetries();
    void limitEndsTheRetries();
    void offlineIsToldSoon();
    void retryAfterIsObeyed();
    void personalTokenFallsBackToViewer();
    void headersOfEachPart_data();
    void headersOfEachPart();
    void tokensAreSorted_data();
    void tokensAreSorted();
    void noTokenNothingSent();
    void waitOutlastsThePlatform();
    void bodiesOfWrites();
    void tokenAppearsNowhere();
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

void TestFlyClientFaults::leaseOfEitherShape_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("wrapped") << u"lease-wrapped.json"_s;
    QTest::newRow("flat") << u"lease-flat.json"_s;
}

void TestFlyClientFaults::leaseOfEitherShape()
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

void TestFlyClientFaults::leaseWithoutNonceIsRefused()
{
    Bench bench;
    bench.transport.script = {answer(201, R"({"status":"success","data":{"owner":"x"}})")};
    QCOMPARE(bench.client.takeLease(app, machineId, 13s, bench.context).error().detail,
        u"lease.nonce: missing"_s);
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

void TestFlyClientFaults::personalTokenFallsBackToViewer()
{
    Bench bench;
    bench.transport.script = {answer(401, R"({"error":"no macaroon"})"),
        answer(200, R"({"data":{"viewer":{"email":"me@acme.test"}}})")};
    QCOMPARE(bench.client.tokenScope(bench.context).value().user, u"me@acme.test"_s);
    bench.transport.script = {answer(401, R"({"error":"no"})")};
    QCOMPARE(bench.client.tokenScope(bench.context).error().kind, Error::Kind::Unauthorised);
}

void TestFlyClientFaults::headersOfEachPart_data()
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

void TestFlyClientFaults::headersOfEachPart()
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

void TestFlyClientFaults::tokensAreSorted_data()
{
    QTest::addColumn<QByteArray>("withToken");
    QTest::addColumn<int>("count");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("commas only") << QByteArray(" , ,") << 0;
    QTest::newRow("two") << QByteArray("Bearer a, FlyV1 fm2_b") << 2;
    QTest::newRow("line end") << QByteArray("fm2_b\r\n") << 1;
}

void TestFlyClientFaults::tokensAreSorted()
{
    QFETCH(QByteArray, withToken);
    QFETCH(int, count);
    QCOMPARE(tokensOf(Secret(withToken)).size(), std::size_t(count));
}

void TestFlyClientFaults::noTokenNothingSent()
{
    Bench bench("");
    QCOMPARE(bench.read().error().kind, Error::Kind::Unauthorised);
    QVERIFY(bench.transport.requests.isEmpty());
}

void TestFlyClientFaults::waitOutlastsThePlatform()
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

void TestFlyClientFaults::bodiesOfWrites()
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
    QVERIFY(bench.client.destroyMachine(app, machineId, {}, bench.context));
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
void TestFlyClientFaults::tokenAppearsNowhere()
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

QTEST_GUILESS_MAIN(TestFlyClientFaults)
#include "tst_flyclientfaults.moc"
