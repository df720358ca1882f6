#include "sandbox/sandboxserver.h"
#include "sandbox/simworld.h"
#include "support/wireclient.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

namespace {
const QByteArray machinePath = "/v1/apps/grupo-gad/machines/148e21f3b04289";

struct Running
{
    explicit Running(SandboxOptions options = {}, double speed = 100)
    {
        if (options.speed == 0)
            options.speed = speed;
        Result<std::unique_ptr<SandboxServer>> started = SandboxServer::start(options);
        if (!started)
            qFatal("%s", qPrintable(started.error().detail));
        server = std::move(*started);
        client.emplace(server->url(), server->token());
    }
    WireClient::Answer call(
        const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        return client->call(method, target, body);
    }
    std::unique_ptr<SandboxServer> server;
    std::optional<WireClient> client;
};

// One request on a connection of its own: everything that comes back.
QByteArray exchange(const SandboxServer &server,
    const QByteArray &method,
    const QByteArray &target,
    const QByteArray &body)
{
    QTcpSocket socket;
    socket.connectToHost(server.url().host(), quint16(server.url().port()));
    if (!socket.waitForConnected(5000))
        return {};
    const QByteArray login = "x:" + server.token();
    socket.write(method + ' ' + target + " HTTP/1.1\r\nHost: " + server.url().authority().toLatin1()
        + "\r\nAuthorization: Basic " + login.toBase64()
        + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    while (socket.waitForReadyRead(20'000)) { }
    return socket.readAll();
}
} // namespace

class TestSandboxServer : public QObject
{
    Q_OBJECT

private slots:
    void servesAllServicesOnOneOrigin();
    void refusesOtherHostNames();
    void controlWantsTheToken();
    void connectionIsKept();
    void heldWaitEndsAtTheEvent();
    void heldWaitEndsAtItsDeadline();
    void clientThatLeavesIsForgotten();
    void manyWaitsAreHeld();
    void connectionIsDroppedAfterTheEffect();
    void bodyIsTruncated();
    void nonsenseClosesTheConnection_data();
    void nonsenseClosesTheConnection();
    void faultsAreProvokedAndCleared();
    void speedIsChangedWhileRunning();
    void resetBeginsAnew();
    void stopEndsIt();
    void disuseEndsIt();
    void restartGoesOnWithTheSameWorld();
    void damagedStateBeginsAnew();
    void portAndTokenAreTakenOver();
    void layersMayBeBiggerThanOtherBodies();
};

void TestSandboxServer::servesAllServicesOnOneOrigin()
{
    Running run;
    QCOMPARE(run.call("GET", "/v1/apps/grupo-gad").status, 200);
    QCOMPARE(run.call("GET", "/api/v1/apps/grupo-gad/releases?limit=5").status, 200);
    QCOMPARE(run.call("GET", "/api/v1/apps/grupo-gad/logs?next_token=").status, 200);
    const auto graphQl =
        run.call("POST", "/graphql", R"({"query":"{viewer{... on User{email}}}"})");
    QCOMPARE(graphQl.status, 200);
    QVERIFY(graphQl.head.contains("fly-request-id: "));
    QVERIFY(graphQl.body.contains("you@sandbox.test"));
    QCOMPARE(run.server->url().host(), u"127.0.0.1"_s);
    QVERIFY(run.server->token().size() > 40);
}

void TestSandboxServer::refusesOtherHostNames()
{
    Running run;
    QVERIFY(run.client->send("GET", "/v1/apps/grupo-gad", {}, "sandbox.example"));
    QCOMPARE(run.client->receive().status, 421);
    const QByteArray port = QByteArray::number(run.server->url().port());
    QVERIFY(run.client->send("GET", "/v1/apps/grupo-gad", {}, "localhost:" + port));
    QCOMPARE(run.client->receive().status, 200);
}

void TestSandboxServer::controlWantsTheToken()
{
    Running run;
    WireClient other(run.server->url(), "fo1_sandbox_full"); // good for the API only
    QCOMPARE(other.call("GET", "/_sandbox/status").status, 401);
    QCOMPARE(other.call("GET", "/v1/apps/grupo-gad").status, 200);
    const QJsonObject status = run.call("GET", "/_sandbox/status").json();
    QCOMPARE(status.value("scenario"_L1).toString(), u"field-cases"_s);
    QCOMPARE(status.value("speed"_L1).toDouble(), 100.0);
    QCOMPARE(status.value("apps"_L1).toArray().size(), 3);
    QCOMPARE(run.call("GET", "/_sandbox/nothing").status, 404);
}

void TestSandboxServer::connectionIsKept()
{
    Running run;
    QCOMPARE(run.call("GET", "/v1/apps/grupo-gad").status, 200);
    const quint16 port = run.client->socket.localPort();
    QCOMPARE(run.call("GET", machinePath).status, 200);
    QCOMPARE(run.client->socket.localPort(), port);
}

void TestSandboxServer::heldWaitEndsAtTheEvent()
{
    Running run;
    WireClient waiter(run.server->url(), run.server->token());
    QVERIFY(waiter.send("GET", machinePath + "/wait?state=stopped&timeout=60"));
    QCOMPARE(run.call("POST", machinePath + "/stop", "{}").status, 200);
    const auto answer = waiter.receive();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value("state"_L1).toString(), u"stopped"_s);
    QCOMPARE(waiter.call("GET", machinePath + "/wait?state=stopped&timeout=60").status,
        200); // the same connection
}

void TestSandboxServer::heldWaitEndsAtItsDeadline()
{
    Running run;
    const auto answer = run.call("GET", machinePath + "/wait?state=stopped&timeout=20");
    QCOMPARE(answer.status, 408);
    QVERIFY(
        answer.body.contains("machine failed to reach desired state, stopped, currently started"));
}

void TestSandboxServer::clientThatLeavesIsForgotten()
{
    Running run({}, 1);
    for (int i = 0; i < 3; ++i) {
        WireClient leaver(run.server->url(), run.server->token());
        QVERIFY(leaver.send("GET", machinePath + "/wait?state=stopped&timeout=60"));
        leaver.socket.abort();
    }
    QCOMPARE(run.call("GET", "/_sandbox/status").status, 200);
    QCOMPARE(run.call("POST", machinePath + "/stop", "{}").status, 200);
    QCOMPARE(run.call("GET", "/_sandbox/status").status, 200);
}

void TestSandboxServer::manyWaitsAreHeld()
{
    SandboxOptions options;
    options.scenario = u"hundred"_s;
    Running run(options);
    QStringList ids;
    run.server->withWorld([&ids](SimWorld &world) {
        for (const SimMachineFacts &machine : world.machines(u"grupo-gad"_s, world.now()))
            ids.append(machine.id);
    });
    QCOMPARE(ids.size(), 100);
    std::vector<std::unique_ptr<WireClient>> waiters;
    for (const QString &id : ids) {
        waiters.push_back(std::make_unique<WireClient>(run.server->url(), run.server->token()));
        const QByteArray path = "/v1/apps/grupo-gad/machines/" + id.toLatin1();
        QVERIFY(waiters.back()->send("GET", path + "/wait?state=stopped&timeout=60"));
        QCOMPARE(run.call("POST", path + "/stop", "{}").status, 200);
    }
    for (const auto &waiter : waiters)
        QCOMPARE(waiter->receive().status, 200);
}

void TestSandboxServer::connectionIsDroppedAfterTheEffect()
{
    Running run;
    QCOMPARE(run.call("POST",
                    "/_sandbox/faults",
                    R"({"name":"drop-connection","options":{"path":"/lease"}})")
                 .status,
        200);
    const auto answer = run.call("POST", machinePath + "/lease?ttl=60", "{}");
    QCOMPARE(answer.status, 0);
    QCOMPARE(run.client->socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(run.call("GET", "/_sandbox/status").json().value("liveLeases"_L1).toInt(), 1);
}

void TestSandboxServer::bodyIsTruncated()
{
    Running run;
    QCOMPARE(run.call("POST", "/_sandbox/faults", R"({"name":"truncated-json"})").status, 200);
    const auto answer = run.call("GET", machinePath);
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.complete);
    QVERIFY(!answer.body.isEmpty());
    QCOMPARE(run.call("GET", machinePath).complete, true);
}

void TestSandboxServer::nonsenseClosesTheConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not http") << QByteArray("hello\r\n\r\n");
    QTest::newRow("bad length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: -4\r\n\r\n");
    QTest::newRow("too large") << QByteArray(
        "POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n");
    QTest::newRow("endless header")
        << QByteArray("GET / HTTP/1.1\r\nX: " + QByteArray(100'000, 'x'));
}

void TestSandboxServer::nonsenseClosesTheConnection()
{
    QFETCH(QByteArray, bytes);
    Running run;
    QVERIFY(run.client->send("GET", "/v1/apps/grupo-gad"));
    QCOMPARE(run.client->receive().status, 200);
    run.client->socket.write(bytes);
    QCOMPARE(run.client->receive().status, 0);
    QCOMPARE(run.client->socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(run.call("GET", "/v1/apps/grupo-gad").status, 200);
}

void TestSandboxServer::faultsAreProvokedAndCleared()
{
    Running run;
    QVERIFY(run.call("GET", "/_sandbox/faults").json().value("known"_L1).toArray().size() >= 15);
    QCOMPARE(run.call("POST", "/_sandbox/faults", R"({"name":"rain"})").status, 400);
    QCOMPARE(
        run.call("POST", "/_sandbox/faults", R"({"name":"slow-pull","app":"nobody"})").status, 404);
    const auto open = run.call("POST",
        "/_sandbox/faults",
        R"({"name":"server-errors","count":2,"options":{"status":502}})");
    QCOMPARE(open.json().value("open"_L1).toArray().size(), 1);
    QCOMPARE(run.call("GET", machinePath).status, 502);
    QCOMPARE(run.call("POST", "/_sandbox/faults", R"({"clear":""})").status, 200);
    QCOMPARE(run.call("GET", machinePath).status, 200);
}

void TestSandboxServer::speedIsChangedWhileRunning()
{
    Running run({}, 0.01);
    WireClient waiter(run.server->url(), run.server->token());
    run.server->withWorld(
        [](SimWorld &world) { world.setLatency(SimTime(0)); }); // at this speed it takes seconds
    QVERIFY(waiter.send("GET", machinePath + "/wait?state=stopped&timeout=30")); // 50 minutes
    QCOMPARE(run.call("POST", "/_sandbox/speed", R"({"speed":0})").status, 400);
    QCOMPARE(
        run.call("POST", "/_sandbox/speed", R"({"speed":100})").json().value("speed"_L1).toDouble(),
        100.0);
    QCOMPARE(waiter.receive().status, 408);
}

void TestSandboxServer::resetBeginsAnew()
{
    Running run;
    QCOMPARE(run.call("POST", machinePath + "/lease?ttl=3600", "{}").status, 201);
    QCOMPARE(run.call("GET", "/_sandbox/status").json().value("liveLeases"_L1).toInt(), 1);
    QCOMPARE(run.call("POST", "/_sandbox/reset", "{}").json().value("liveLeases"_L1).toInt(), 0);
    const QJsonObject other =
        run.call("POST", "/_sandbox/reset", R"({"scenario":"twelve","speed":50})").json();
    QCOMPARE(other.value("scenario"_L1).toString(), u"twelve"_s);
    QCOMPARE(other.value("speed"_L1).toDouble(), 50.0);
    QCOMPARE(run.call("POST", "/_sandbox/reset", R"({"scenario":"none"})").status, 404);
    QCOMPARE(run.call("GET", "/_sandbox/machines?app=grupo-gad")
                 .json()
                 .value("machines"_L1)
                 .toArray()
                 .size(),
        12);
}

void TestSandboxServer::stopEndsIt()
{
    Running run;
    QCOMPARE(run.call("POST", "/_sandbox/stop", "{}").status, 200);
    run.server->waitUntilEnded();
    QCOMPARE(run.call("GET", machinePath).status, 0);
}

void TestSandboxServer::disuseEndsIt()
{
    SandboxOptions options;
    options.idleExit = std::chrono::milliseconds(30);
    Running run(options);
    run.server->waitUntilEnded();
    QCOMPARE(run.call("GET", machinePath).status, 0);
}

void TestSandboxServer::restartGoesOnWithTheSameWorld()
{
    const QTemporaryDir folder;
    SandboxOptions options;
    options.folder = folder.path();
    QString worldTime;
    {
        Running run(options, 1);
        QCOMPARE(run.call("POST", machinePath + "/lease?ttl=300", "{}").status, 201);
        run.server->stop();
    }
    {
        Running run(options, 1);
        const QJsonObject status = run.call("GET", "/_sandbox/status").json();
        QCOMPARE(status.value("liveLeases"_L1).toInt(), 1);
        worldTime = status.value("worldTime"_L1).toString();
        QVERIFY(worldTime > status.value("worldStart"_L1).toString());
        QCOMPARE(run.call("POST", machinePath + "/stop", "{}").status, 409);
        QCOMPARE(run.call("POST", "/_sandbox/speed", R"({"speed":7})").status, 200);
    }
    Result<std::unique_ptr<SandboxServer>> again = SandboxServer::start(options);
    WireClient client((*again)->url(), (*again)->token());
    const QJsonObject status = client.call("GET", "/_sandbox/status").json();
    QVERIFY(status.value("worldTime"_L1).toString() >= worldTime);
    QCOMPARE(status.value("speed"_L1).toDouble(), 7.0);
}

void TestSandboxServer::damagedStateBeginsAnew()
{
    const QTemporaryDir folder;
    SandboxOptions options;
    options.folder = folder.path();
    {
        Running run(options);
        QCOMPARE(run.call("POST", machinePath + "/lease?ttl=3600", "{}").status, 201);
    }
    QFile file(folder.filePath(u"sandbox.state"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
    file.close();
    Running run(options);
    QCOMPARE(run.call("GET", "/_sandbox/status").json().value("liveLeases"_L1).toInt(), 0);
}

void TestSandboxServer::portAndTokenAreTakenOver()
{
    SandboxOptions options;
    {
        const Running run;
        options.port = quint16(run.server->url().port());
        options.token = run.server->token();
    }
    Running run(options);
    QCOMPARE(run.server->url().port(), int(options.port));
    QCOMPARE(run.server->token(), options.token);
    SandboxOptions taken;
    taken.port = options.port;
    Running second(taken);
    QVERIFY(second.server->url().port() != int(options.port));
}

void TestSandboxServer::layersMayBeBiggerThanOtherBodies()
{
    Running run;
    const QByteArray layer(9 * 1024 * 1024, 'x');
    const QByteArray digest =
        "sha256:" + QCryptographicHash::hash(layer, QCryptographicHash::Sha256).toHex();
    const QByteArray blobs = "/v2/grupo-gad/blobs/";
    QVERIFY(exchange(*run.server, "POST", blobs + "uploads/?digest=" + digest, layer)
                .startsWith("HTTP/1.1 201"));
    // HEAD tells of a body and brings none.
    const QByteArray head = exchange(*run.server, "HEAD", blobs + digest, {});
    QVERIFY2(head.startsWith("HTTP/1.1 200"), head.constData());
    const QByteArray length = "content-length: " + QByteArray::number(layer.size());
    QVERIFY(head.contains(length));
    QVERIFY(head.endsWith("\r\n\r\n"));
    QCOMPARE(exchange(*run.server, "POST", "/graphql", layer), QByteArray());
}

QTEST_GUILESS_MAIN(TestSandboxServer)
#include "tst_sandboxserver.moc"
