#include "core/iothread.h"
#include "core/networkroute.h"
#include "health/probe.h"
#include "health/publicaddress.h"
#include "support/rawserver.h"
#include "support/tlsserver.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The look from outside at real sockets: plain, and with certificates of every kind of wrong.
class TestProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerBelow500IsAnAnswer_data();
    void answerBelow500IsAnAnswer();
    void nobodyListens();
    void noAnswerInTime();
    void unknownName();
    void noHttp();
    void stopEndsTheLook();
    void certificates_data();
    void certificates();
    void addressComesFromTheServices_data();
    void addressComesFromTheServices();
};

namespace {
const QString agent = u"atalaya/test"_s;

std::optional<ProbeResult> lookFrom(
    Probe &probe, const QUrl &url, std::chrono::milliseconds timeout = 20s)
{
    // look() blocks: not on a thread with an event loop, and the server here needs this one's.
    std::optional<ProbeResult> result;
    std::unique_ptr<QThread> thread(
        QThread::create([&] { result = probe.look(url, timeout, {}); }));
    QEventLoop loop;
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec();
    thread->wait();
    return result;
}

std::shared_ptr<const NetworkRoute> trustingTests()
{
    return std::make_shared<NetworkRoute>(
        NetworkRoute::Choice{NetworkRoute::Proxy::None, {}, TlsServer::file(u"authority.pem"_s)});
}

MachineConfig configOf(const QByteArray &services)
{
    MachineConfig config;
    config.document = R"({"services":)" + services + "}";
    return config;
}
} // namespace

Q_DECLARE_METATYPE(ProbeResult::Problem)

void TestProbe::answerBelow500IsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ProbeResult::Problem>("problem");
    QTest::addRow("200") << 200 << ProbeResult::Problem::None;
    QTest::addRow("302, not followed") << 302 << ProbeResult::Problem::None;
    QTest::addRow("404") << 404 << ProbeResult::Problem::None;
    QTest::addRow("503") << 503 << ProbeResult::Problem::BadAnswer;
}

void TestProbe::answerBelow500IsAnAnswer()
{
    QFETCH(int, status);
    RawServer server([status](const RawServer::Request &) {
        return RawServer::Reply{"HTTP/1.1 " + QByteArray::number(status)
                + " X\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n",
            RawServer::Reply::Then::KeepOpen};
    });
    IoThread io(u"probe"_s);
    Probe probe(io, agent);
    const std::optional<ProbeResult> seen = lookFrom(probe, server.url(u"/health"_s));
    QVERIFY(seen);
    QCOMPARE(seen->status, status);
    QTEST(seen->problem, "problem");
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().header("user-agent"), agent.toLatin1());
    QVERIFY(server.requests().first().header("authorization").isEmpty());
}

void TestProbe::nobodyListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QUrl url(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()));
    server.close();
    IoThread io(u"probe"_s);
    Probe probe(io, agent);
    QCOMPARE(lookFrom(probe, url)->problem, ProbeResult::Problem::Unreachable);
}

void TestProbe::noAnswerInTime()
{
    RawServer server([](const RawServer::Request &) { return RawServer::Reply(); });
    IoThread io(u"probe"_s);
    Probe probe(io, agent);
    const std::optional<ProbeResult> seen = lookFrom(probe, server.url(u"/"_s), 150ms);
    QCOMPARE(seen->problem, ProbeResult::Problem::TimedOut);
    QCOMPARE(seen->status, 0);
}

void TestProbe::unknownName()
{
    IoThread io(u"probe"_s);
    Probe probe(io, agent);
    const std::optional<ProbeResult> seen =
        lookFrom(probe, QUrl(u"https://no-such-app.invalid/"_s));
    QCOMPARE(seen->problem, ProbeResult::Problem::NameUnknown);
    QCOMPARE(seen->address, u"https://no-such-app.invalid/"_s);
}

void TestProbe::noHttp()
{
    RawServer server([](const RawServer::Request &) {
        return RawServer::Reply{"SSH-2.0-OpenSSH_9.2\r\n", RawServer::Reply::Then::Close};
    });
    IoThread io(u"probe"_s);
    Probe probe(io, agent);
    const std::optional<ProbeResult> seen = lookFrom(probe, server.url(u"/"_s));
    QVERIFY(seen->problem == ProbeResult::Problem::BadAnswer
        || seen->problem == ProbeResult::Problem::Unreachable);
}

void TestProbe::stopEndsTheLook()
{
    RawServer server([](const RawServer::Request &) { return RawServer::Reply(); });
    IoThread io(u"probe"_s);
    Probe probe(io, agent);
    std::stop_source stop;
    auto seen = std::async(
        std::launch::async, [&] { return probe.look(server.url(u"/"_s), 60s, stop.get_token()); });
    QVERIFY(server.waitForRequests(1));
    stop.request_stop();
    QVERIFY(!seen.get());
}

void TestProbe::certificates_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<ProbeResult::Problem>("problem");
    QTest::addRow("good") << u"good.pem"_s << ProbeResult::Problem::None;
    QTest::addRow("expired") << u"expired.pem"_s << ProbeResult::Problem::CertificateExpired;
    QTest::addRow("wrong name") << u"wrong-name.pem"_s << ProbeResult::Problem::CertificateName;
    QTest::addRow("unknown authority")
        << u"unknown-authority.pem"_s << ProbeResult::Problem::CertificateUntrusted;
}

void TestProbe::certificates()
{
    QFETCH(QString, certificate);
    TlsServer server(certificate);
    QVERIFY(server.isListening());
    IoThread io(u"probe"_s);
    Probe probe(io, agent, trustingTests());
    const std::optional<ProbeResult> seen = lookFrom(probe, server.url(u"/health?token=x"_s));
    QVERIFY(seen);
    QTEST(seen->problem, "problem");
    QVERIFY(!seen->address.contains(u"token"_s));
    QCOMPARE(seen->certificateExpires,
        QSslCertificate(TlsServer::dataOf(certificate)).expiryDate().toUTC());
    QCOMPARE(seen->status, seen->problem == ProbeResult::Problem::None ? 200 : 0);
}

void TestProbe::addressComesFromTheServices_data()
{
    QTest::addColumn<QByteArray>("services");
    QTest::addColumn<QString>("url");
    QTest::addRow("https with a check's path") << QByteArray(
        R"([{"ports":[{"port":80,"handlers":["http"]},{"port":443,"handlers":["tls","http"]}],"checks":[{"type":"http","path":"/health"}]}])")
                                               << u"https://shop.fly.dev/health"_s;
    QTest::addRow("http only") << QByteArray(R"([{"ports":[{"port":80,"handlers":["http"]}]}])")
                               << u"http://shop.fly.dev/"_s;
    QTest::addRow("tcp") << QByteArray(R"([{"ports":[{"port":5432,"handlers":["pg_tls"]}]}])")
                         << QString();
    QTest::addRow("a worker") << QByteArray("[]") << QString();
}

void TestProbe::addressComesFromTheServices()
{
    QFETCH(QByteArray, services);
    const std::optional<QUrl> url =
        publicAddress(AppName(u"shop"_s), {configOf("[]"), configOf(services)});
    QTEST(url ? url->toString() : QString(), "url");
}

QTEST_GUILESS_MAIN(TestProbe)
#include "tst_probe.moc"
