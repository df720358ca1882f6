#include "core/iothread.h"
#include "core/networktransport.h"
#include "support/rawserver.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;

namespace {
using Then = RawServer::Reply::Then;
using Answer = Result<HttpResponse>;

HttpRequest request(const QByteArray &method, const QUrl &url, const QByteArray &body = {})
{
    HttpRequest made;
    made.method = method;
    made.url = url;
    made.body = body;
    return made;
}

// perform() may not be called on the test's own thread, which has an event loop.
std::future<Answer> begin(
    NetworkTransport &transport, HttpRequest request, std::stop_token stop = {})
{
    return std::async(std::launch::async, [&transport, request = std::move(request), stop] {
        return transport.perform(request, stop);
    });
}

Answer perform(NetworkTransport &transport, HttpRequest request)
{
    return begin(transport, std::move(request)).get();
}

RawServer::Script always(const QByteArray &bytes, Then then = Then::KeepOpen)
{
    return [bytes, then](const RawServer::Request &) { return RawServer::Reply{bytes, then}; };
}
} // namespace

class TestNetworkTransport : public QObject
{
    Q_OBJECT

private slots:
    void answerCarriesStatusHeadersAndBody();
    void statusOfAnyKindIsAnAnswer_data();
    void statusOfAnyKindIsAnAnswer();
    void nothingIsSentTwiceWhenThePeerCloses_data();
    void nothingIsSentTwiceWhenThePeerCloses();
    void writeWithoutBodySendsAnEmptyObject_data();
    void writeWithoutBodySendsAnEmptyObject();
    void largeBodyArrivesWhole();
    void brokenAnswerIsAProtocolError_data();
    void brokenAnswerIsAProtocolError();
    void peerThatSpeaksNoHttpIsOffline();
    void closedPortIsOffline();
    void connectionClosedWhileIdleIsNotMissed();
    void silentPeerTimesOut();
    void stopCancelsAndClosesTheConnection();
    void stopBeforehandSendsNothing();
    void longPollsDoNotStarveLeases();
    void cookieIsSentBackFromEveryChannel();
    void redirectIsNotFollowed();
    void badRequestIsRefused_data();
    void badRequestIsRefused();
    void destroyedTransportAnswersOpenCalls();
    void endedThreadAnswersAtOnce();
};

void TestNetworkTransport::answerCarriesStatusHeadersAndBody()
{
    RawServer server(always(RawServer::ok("{\"a\":1}", "Fly-Request-Id: 01ABC-yyz\r\n")));
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"atalaya/0.1.0"_s);
    HttpRequest get = request("GET", server.url(u"/v1/apps?x=%2Fy"_s));
    get.headers.append(HttpHeader{"Authorization", "Bearer abc"});
    const Answer answer = perform(transport, get);
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, QByteArray("{\"a\":1}"));
    QCOMPARE(answer->header("fly-request-id"), QByteArray("01ABC-yyz"));
    const RawServer::Request seen = server.requests().constFirst();
    QCOMPARE(seen.target, QByteArray("/v1/apps?x=%2Fy"));
    QCOMPARE(seen.header("authorization"), QByteArray("Bearer abc"));
    QCOMPARE(seen.header("user-agent"), QByteArray("atalaya/0.1.0"));
}

void TestNetworkTransport::statusOfAnyKindIsAnAnswer_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    for (const QByteArray method : {"GET", "POST"}) {
        for (const int status : {201,
                 204,
                 400,
                 401,
                 403,
                 404,
                 407,
                 408,
                 409,
                 412,
                 418,
                 422,
                 429,
                 500,
                 501,
                 502,
                 503,
                 504,
                 599}) {
            QTest::addRow("%s %d", method.constData(), status) << method << status;
        }
    }
}

void TestNetworkTransport::statusOfAnyKindIsAnAnswer()
{
    QFETCH(const QByteArray, method);
    QFETCH(const int, status);
    const QByteArray body = status == 204 ? "" : "{\"error\":\"why\"}";
    RawServer server(always("HTTP/1.1 " + QByteArray::number(status)
        + " Word\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body));
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    const Answer answer = perform(transport, request(method, server.url(u"/"_s)));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->body, body);
    QCOMPARE(server.requests().size(), 1);
}

void TestNetworkTransport::nothingIsSentTwiceWhenThePeerCloses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("warm"); // on a connection that has carried an answer before
    for (const QByteArray method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
        QTest::addRow("%s, new connection", method.constData()) << method << false;
        QTest::addRow("%s, warm connection", method.constData()) << method << true;
    }
}

void TestNetworkTransport::nothingIsSentTwiceWhenThePeerCloses()
{
    QFETCH(const QByteArray, method);
    QFETCH(const bool, warm);
    RawServer server([](const RawServer::Request &seen) {
        if (seen.target == "/warm")
            return RawServer::Reply{RawServer::ok("{}"), Then::KeepOpen};
        return RawServer::Reply{{}, Then::Close};
    });
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    if (warm)
        QVERIFY(perform(transport, request("GET", server.url(u"/warm"_s))));
    const Answer answer = perform(transport, request(method, server.url(u"/"_s)));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Offline);
    // What Qt would send again it sends before it gives up.
    QCOMPARE(server.requests().size(), warm ? 2 : 1);
    QCOMPARE(server.requests().constLast().method, method);
}

void TestNetworkTransport::writeWithoutBodySendsAnEmptyObject_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"POST", "PUT", "PATCH", "DELETE"})
        QTest::newRow(method) << QByteArray(method);
}

void TestNetworkTransport::writeWithoutBodySendsAnEmptyObject()
{
    QFETCH(const QByteArray, method);
    RawServer server(always(RawServer::ok("{}")));
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    QVERIFY(perform(transport, request(method, server.url(u"/"_s))));
    const RawServer::Request seen = server.requests().constFirst();
    QCOMPARE(seen.method, method);
    QCOMPARE(seen.body, QByteArray("{}"));
    QCOMPARE(seen.header("content-length"), QByteArray("2"));
    QCOMPARE(seen.header("content-type"), QByteArray("application/json"));
}

void TestNetworkTransport::largeBodyArrivesWhole()
{
    const QByteArray body(3 * 1024 * 1024, 'x');
    RawServer server([](const RawServer::Request &seen) {
        return RawServer::Reply{RawServer::ok(seen.body), Then::KeepOpen};
    });
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    const Answer answer = perform(transport, request("POST", server.url(u"/"_s), body));
    QVERIFY(answer);
    QVERIFY(answer->body == body);
}

void TestNetworkTransport::brokenAnswerIsAProtocolError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("truncated body")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\"");
    QTest::newRow("truncated error body")
        << QByteArray("HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\n{\"a\"");
    QTest::newRow("truncated chunk")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc");
    QTest::newRow("missing last chunk")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    QTest::newRow("no chunk") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    QTest::newRow("body too long") << RawServer::ok(QByteArray(33 * 1024 * 1024, 'x'));
}

void TestNetworkTransport::brokenAnswerIsAProtocolError()
{
    QFETCH(const QByteArray, bytes);
    RawServer server(always(bytes, Then::Close));
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    for (const char *method : {"GET", "POST"}) {
        const Answer answer = perform(transport, request(method, server.url(u"/"_s)));
        QVERIFY(!answer);
        QCOMPARE(errorKindName(answer.error().kind), u"protocol"_s);
    }
    QCOMPARE(server.requests().size(), 2);
}

void TestNetworkTransport::peerThatSpeaksNoHttpIsOffline()
{
    RawServer server(always("SSH-2.0-OpenSSH_9.2\r\n\r\n", Then::Close));
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    for (const char *method : {"GET", "POST"}) {
        const Answer answer = perform(transport, request(method, server.url(u"/"_s)));
        QVERIFY(!answer);
        QCOMPARE(errorKindName(answer.error().kind), u"offline"_s);
    }
    QCOMPARE(server.requests().size(), 2);
}

void TestNetworkTransport::connectionClosedWhileIdleIsNotMissed()
{
    RawServer server(always(RawServer::ok("{}"), Then::Close));
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(perform(transport, request("POST", server.url(u"/"_s))));
        QVERIFY(server.waitForClosed(i));
        QCOMPARE(server.requests().size(), i);
    }
}

void TestNetworkTransport::closedPortIsOffline()
{
    QUrl url;
    {
        RawServer server(always({}));
        url = server.url(u"/"_s);
    }
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    for (const char *method : {"GET", "POST"}) {
        const Answer answer = perform(transport, request(method, url));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
    }
}

void TestNetworkTransport::silentPeerTimesOut()
{
    RawServer server(always({}));
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    HttpRequest post = request("POST", server.url(u"/"_s));
    post.timeout = std::chrono::milliseconds(50);
    const Answer answer = perform(transport, post);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Timeout);
    QVERIFY(server.waitForClosed(server.connections()));
    QVERIFY(server.requests().size() <= 1);
}

void TestNetworkTransport::stopCancelsAndClosesTheConnection()
{
    RawServer server(always({}));
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    std::stop_source stop;
    std::future<Answer> open =
        begin(transport, request("POST", server.url(u"/"_s)), stop.get_token());
    QVERIFY(server.waitForRequests(1));
    stop.request_stop();
    const Answer answer = open.get();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
    QVERIFY(server.waitForClosed(1));
    QCOMPARE(server.requests().size(), 1);
}

void TestNetworkTransport::stopBeforehandSendsNothing()
{
    RawServer server(always(RawServer::ok("{}")));
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    std::stop_source stop;
    stop.request_stop();
    const Answer answer =
        begin(transport, request("POST", server.url(u"/"_s)), stop.get_token()).get();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
    QCOMPARE(server.connections(), 0);
}

void TestNetworkTransport::longPollsDoNotStarveLeases()
{
    RawServer server([](const RawServer::Request &seen) {
        return RawServer::Reply{
            seen.target == "/wait" ? QByteArray() : RawServer::ok("{}"), Then::KeepOpen};
    });
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    std::vector<std::future<Answer>> waits;
    for (int i = 0; i < 40; ++i) {
        HttpRequest wait = request("GET", server.url(u"/wait"_s));
        wait.channel = HttpRequest::Channel::LongPoll;
        waits.push_back(begin(transport, wait));
    }
    QVERIFY(server.waitForRequests(40));
    for (const HttpRequest::Channel channel :
        {HttpRequest::Channel::Lease, HttpRequest::Channel::Normal}) {
        HttpRequest post = request("POST", server.url(u"/lease"_s));
        post.channel = channel;
        QVERIFY(perform(transport, post));
    }
    server.answerHeld(RawServer::ok("{}"));
    for (std::future<Answer> &wait : waits)
        QVERIFY(wait.get());
}

void TestNetworkTransport::cookieIsSentBackFromEveryChannel()
{
    RawServer server(always(
        RawServer::ok("{}", "Set-Cookie: fly_flaps_affinity=node1; Path=/v1/apps/shop\r\n")));
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    QVERIFY(perform(transport, request("POST", server.url(u"/v1/apps"_s))));
    for (const HttpRequest::Channel channel : {HttpRequest::Channel::Normal,
             HttpRequest::Channel::LongPoll,
             HttpRequest::Channel::Lease}) {
        HttpRequest get = request("GET", server.url(u"/v1/apps/shop/machines"_s));
        get.channel = channel;
        QVERIFY(perform(transport, get));
        QCOMPARE(
            server.requests().constLast().header("cookie"), QByteArray("fly_flaps_affinity=node1"));
    }
    QVERIFY(perform(transport, request("GET", server.url(u"/v1/apps/other"_s))));
    QCOMPARE(server.requests().constLast().header("cookie"), QByteArray());
}

void TestNetworkTransport::redirectIsNotFollowed()
{
    RawServer server(
        always("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"));
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    for (const char *method : {"GET", "POST"}) {
        const Answer answer = perform(transport, request(method, server.url(u"/"_s)));
        QVERIFY(answer);
        QCOMPARE(answer->status, 302);
        QCOMPARE(answer->header("location"), QByteArray("/elsewhere"));
    }
    QCOMPARE(server.requests().size(), 2);
}

void TestNetworkTransport::badRequestIsRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const QString good = u"http://127.0.0.1:1/"_s;
    const auto row = [](const char *title,
                         const QByteArray &method,
                         const QString &url,
                         const QByteArray &name = "X",
                         const QByteArray &value = "1") {
        QTest::newRow(title) << method << url << name << value;
    };
    row("plain http elsewhere", "GET", u"http://api.machines.dev/"_s);
    row("plain http on a name that looks local", "GET", u"http://localhost.example.com/"_s);
    row("plain http on a private address", "GET", u"http://10.0.0.1/"_s);
    row("other scheme", "GET", u"file:///etc/passwd"_s);
    row("relative", "GET", u"/v1/apps"_s);
    row("credentials in the URL", "GET", u"http://me:pass@127.0.0.1:1/"_s);
    row("line break in the method", "GET / HTTP/1.1\r\nX:", good);
    row("line break in a value", "POST", good, "X", "a\r\nInjected: 1");
    row("lone line feed in a value", "POST", good, "X", "a\nb");
    row("NUL in a value", "POST", good, "X", QByteArray("a\0b", 3));
    row("line break in a name", "POST", good, "X\r\nY", "1");
    row("empty name", "POST", good, "", "1");
    row("colon in a name", "POST", good, "X:", "1");
    row("length of one's own", "POST", good, "Content-Length", "5");
    row("encoding of one's own", "POST", good, "Transfer-Encoding", "chunked");
}

void TestNetworkTransport::badRequestIsRefused()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, url);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    HttpRequest bad = request(method, QUrl(url));
    bad.headers.append(HttpHeader{name, value});
    const Answer answer = perform(transport, bad);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::InvalidInput);
    QVERIFY(!answer.error().detail.contains("pass@"_L1));
}

void TestNetworkTransport::destroyedTransportAnswersOpenCalls()
{
    RawServer server(always({}));
    IoThread thread(u"io"_s);
    auto transport = std::make_unique<NetworkTransport>(thread, u"test"_s);
    std::vector<std::future<Answer>> open;
    for (const char *method : {"GET", "POST", "PUT"})
        open.push_back(begin(*transport, request(method, server.url(u"/"_s))));
    QVERIFY(server.waitForRequests(3));
    transport.reset();
    for (std::future<Answer> &call : open)
        QCOMPARE(call.get().error().kind, Error::Kind::Cancelled);
    QVERIFY(server.waitForClosed(3));
}

void TestNetworkTransport::endedThreadAnswersAtOnce()
{
    RawServer server(always({}));
    IoThread thread(u"io"_s);
    NetworkTransport transport(thread, u"test"_s);
    std::future<Answer> open = begin(transport, request("POST", server.url(u"/"_s)));
    QVERIFY(server.waitForRequests(1));
    thread.shutDown();
    QCOMPARE(open.get().error().kind, Error::Kind::Cancelled);
    const Answer late = perform(transport, request("GET", server.url(u"/"_s)));
    QCOMPARE(late.error().kind, Error::Kind::Cancelled);
    QCOMPARE(server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestNetworkTransport)
#include "tst_networktransport.moc"
