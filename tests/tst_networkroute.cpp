#include "core/iothread.h"
#include "core/log.h"
#include "core/networkroute.h"
#include "core/networktransport.h"
#include "support/connectproxy.h"
#include "support/socksproxy.h"
#include "support/tlsserver.h"

#include <QDir>
#include <QTemporaryDir>
#include <QThread>

using namespace Qt::StringLiterals;

using Proxy = NetworkRoute::Proxy;
using Choice = NetworkRoute::Choice;

namespace {
const QByteArray password = "open-sesame-93";

QProcessEnvironment environmentOf(const QStringList &variables)
{
    QProcessEnvironment environment;
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    return environment;
}

// "host:port", with "name@" before it and "socks:" where it is one; "direct"; or the error's code.
QString routeText(const NetworkRoute &route, const QString &url)
{
    const Result<QList<QNetworkProxy>> proxies = route.proxiesFor(QUrl(url));
    if (!proxies)
        return proxies.error().code;
    const QNetworkProxy proxy = proxies->first();
    if (proxy.type() == QNetworkProxy::NoProxy)
        return u"direct"_s;
    QString text = proxy.type() == QNetworkProxy::Socks5Proxy ? u"socks:"_s : QString();
    if (!proxy.user().isEmpty())
        text += proxy.user() + u'@';
    return text + proxy.hostName() + u':' + QString::number(proxy.port());
}

// perform() blocks, and the servers of the test need this thread's event loop.
Result<HttpResponse> ask(NetworkTransport &transport, const QUrl &url, const QByteArray &method)
{
    HttpRequest request;
    request.method = method;
    request.url = url;
    Result<HttpResponse> answer = failure(Error::Kind::Internal, u"not asked"_s);
    const std::unique_ptr<QThread> thread(
        QThread::create([&] { answer = transport.perform(request, {}); }));
    QEventLoop loop;
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec();
    thread->wait();
    return answer;
}

class Bench
{
public:
    explicit Bench(const Choice &choice, const QStringList &variables = {})
        : route(std::make_shared<NetworkRoute>(choice, environmentOf(variables)))
        , transport(io, u"atalaya/test"_s, route)
    {
    }
    Result<HttpResponse> get(const QUrl &url) { return ask(transport, url, "GET"); }

    IoThread io{u"network"_s};
    std::shared_ptr<NetworkRoute> route;
    NetworkTransport transport;
};

NetworkRoute::Login loginFor(const QString &address, const QByteArray &secret = password)
{
    return {NetworkRoute::placeOf(*NetworkRoute::readAddress(address)),
        u"me"_s,
        Secret(QByteArray(secret.constData(), secret.size()))};
}

Choice trusting()
{
    return {Proxy::System, {}, TlsServer::file(u"authority.pem"_s)};
}
} // namespace

// Proxies and certificates: which way is chosen, and what real sockets then do.
class TestNetworkRoute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void environmentNamesTheProxy_data();
    void environmentNamesTheProxy();
    void aChoiceGoesFirst();
    void addressesAreReadAsPeopleWriteThem_data();
    void addressesAreReadAsPeopleWriteThem();
    void passwordsAreNotKept();
    void authorityFiles_data();
    void authorityFiles();
    void certificatesAreRefusedWithTheReason_data();
    void certificatesAreRefusedWithTheReason();
    void refusedWritesAreNotSent();
    void theEnvironmentNamesAuthorities();
    void aBrokenAuthorityFileStopsEverything();
    void requestsGoThroughTheProxy();
    void credentialsReachTheProxyAndNoLog();
    void aLoginIsForOneProxy();
    void aLoginOpensTheProxy_data();
    void aLoginOpensTheProxy();
    void aLoginIsReadWhenItIsNeeded();
    void proxiesThatDoNotServe_data();
    void proxiesThatDoNotServe();
    void aNewChoiceCountsAtOnce();
    void loopbackNeedsNoProxy();
};

void TestNetworkRoute::environmentNamesTheProxy_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    const QString api = u"https://api.machines.dev/v1"_s;
    const QString proxy = u"https_proxy=http://proxy.example:3128"_s;
    QTest::newRow("https") << QStringList{proxy} << api << u"proxy.example:3128"_s;
    QTest::newRow("capitals") << QStringList{u"HTTPS_PROXY=http://p.example:1"_s} << api
                              << u"p.example:1"_s;
    QTest::newRow("no scheme") << QStringList{u"https_proxy=p.example:81"_s} << api
                               << u"p.example:81"_s;
    QTest::newRow("no port") << QStringList{u"https_proxy=http://p.example/"_s} << api
                             << u"p.example:8080"_s;
    QTest::newRow("credentials") << QStringList{u"https_proxy=http://me:a%40b@p.example:1"_s} << api
                                 << u"me@p.example:1"_s;
    QTest::newRow("socks") << QStringList{u"all_proxy=socks5h://p.example"_s} << api
                           << u"socks:p.example:1080"_s;
    QTest::newRow("http as the last resort")
        << QStringList{u"http_proxy=http://p.example:1"_s} << api << u"p.example:1"_s;
    QTest::newRow("the closest one")
        << QStringList{proxy, u"all_proxy=http://p.example:1"_s} << api << u"proxy.example:3128"_s;
    QTest::newRow("cannot be understood")
        << QStringList{u"https_proxy=ftp://p.example"_s} << api << u"proxy-address"_s;
    QTest::newRow("exempt") << QStringList{proxy, u"no_proxy=other, .machines.dev"_s} << api
                            << u"direct"_s;
    QTest::newRow("exempt without the dot")
        << QStringList{proxy, u"NO_PROXY=machines.dev"_s} << api << u"direct"_s;
    QTest::newRow("exempt with a star")
        << QStringList{proxy, u"no_proxy=*.machines.dev"_s} << api << u"direct"_s;
    QTest::newRow("all exempt") << QStringList{proxy, u"no_proxy=*"_s} << api << u"direct"_s;
    QTest::newRow("exempt on its port")
        << QStringList{proxy, u"no_proxy=machines.dev:443"_s} << api << u"direct"_s;
    QTest::newRow("not on another port")
        << QStringList{proxy, u"no_proxy=machines.dev:8443"_s} << api << u"proxy.example:3128"_s;
    QTest::newRow("not a part of a name")
        << QStringList{proxy, u"no_proxy=chines.dev"_s} << api << u"proxy.example:3128"_s;
    QTest::newRow("an exempt network")
        << QStringList{proxy, u"no_proxy=10.0.0.0/8"_s} << u"https://10.3.2.1/"_s << u"direct"_s;
    QTest::newRow("another network") << QStringList{proxy, u"no_proxy=10.0.0.0/8"_s}
                                     << u"https://11.3.2.1/"_s << u"proxy.example:3128"_s;
    QTest::newRow("loopback") << QStringList{proxy} << u"https://localhost:4280/"_s << u"direct"_s;
    QTest::newRow("loopback address")
        << QStringList{proxy} << u"http://127.0.0.1:4280/"_s << u"direct"_s;
    QTest::newRow("loopback address 6")
        << QStringList{proxy} << u"http://[::1]:4280/"_s << u"direct"_s;
}

void TestNetworkRoute::environmentNamesTheProxy()
{
    QFETCH(const QStringList, variables);
    QFETCH(const QString, url);
    QTEST(routeText(NetworkRoute({}, environmentOf(variables)), url), "expected");
}

void TestNetworkRoute::aChoiceGoesFirst()
{
    const QString api = u"https://api.machines.dev/v1"_s;
    const QProcessEnvironment environment =
        environmentOf({u"https_proxy=http://p.example:1"_s, u"no_proxy=fly.io"_s});
    NetworkRoute route({Proxy::None, {}, {}}, environment);
    QCOMPARE(routeText(route, api), u"direct"_s);
    const quint64 before = route.revision();
    route.choose({Proxy::Given, u"socks5://own.example:9"_s, {}});
    QVERIFY(route.revision() > before);
    QCOMPARE(routeText(route, api), u"socks:own.example:9"_s);
    QCOMPARE(routeText(route, u"https://api.fly.io/graphql"_s), u"direct"_s);
    QCOMPARE(routeText(route, u"http://127.0.0.1:1/"_s), u"direct"_s);
    route.choose({Proxy::Given, u"nonsense://x"_s, {}});
    QCOMPARE(routeText(route, api), u"proxy-address"_s);
    // Nothing goes past a proxy that cannot be understood.
    const std::unique_ptr<QNetworkProxyFactory> factory(NetworkRoute::makeFactory(
        std::make_shared<NetworkRoute>(Choice{Proxy::Given, u"nonsense://x"_s, {}})));
    QCOMPARE(
        factory->queryProxy(QNetworkProxyQuery(QUrl(api))).first().hostName(), u"proxy.invalid"_s);
}

void TestNetworkRoute::addressesAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("code"); // empty: it is one
    QTest::newRow("url") << u"http://proxy.example:3128"_s << QString();
    QTest::newRow("plain, with spaces") << u" proxy.example:3128 "_s << QString();
    QTest::newRow("socks") << u"socks5://10.0.0.1:1080"_s << QString();
    QTest::newRow("nothing") << QString() << u"proxy-address"_s;
    QTest::newRow("encrypted to the proxy") << u"https://proxy.example"_s << u"proxy-address"_s;
    QTest::newRow("no address") << u"two words"_s << u"proxy-address"_s;
    QTest::newRow("with a password") << u"http://me:secret-77@p.example:1"_s << u"proxy-password"_s;
    QTest::newRow("with a name") << u"me@p.example:1"_s << u"proxy-password"_s;
}

void TestNetworkRoute::addressesAreReadAsPeopleWriteThem()
{
    QFETCH(const QString, address);
    const Result<QNetworkProxy> proxy = NetworkRoute::readAddress(address);
    QTEST(proxy ? QString() : proxy.error().code, "code");
    if (!proxy)
        QVERIFY(!proxy.error().detail.contains(u"secret-77"_s));
}

void TestNetworkRoute::passwordsAreNotKept()
{
    const QString secret = u"http://me:secret-77@p.example:1"_s;
    QVERIFY(!NetworkRoute::checked({Proxy::Given, secret, {}}));
    QVERIFY(!NetworkRoute::checked({Proxy::System, secret, {}})); // nor one that is not used
    const Result<Choice> left = NetworkRoute::checked({Proxy::None, u"what?ever"_s, {}});
    QVERIFY(left);
    QVERIFY(NetworkRoute::checked({Proxy::Given, u"p.example:1"_s, {}}));
}

void TestNetworkRoute::authorityFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    const QByteArray pem = TlsServer::dataOf(u"authority.pem"_s);
    QTest::newRow("one") << pem << QString();
    QTest::newRow("two, with notes")
        << QByteArray("# ours\n" + pem + "\n# theirs\n" + pem) << QString();
    QTest::newRow("der") << QSslCertificate(pem).toDer() << QString();
    QTest::newRow("empty") << QByteArray() << u"ca-empty"_s;
    QTest::newRow("a key") << TlsServer::dataOf(u"server-key.pem"_s) << u"ca-empty"_s;
    QTest::newRow("text") << QByteArray("not a certificate\n") << u"ca-empty"_s;
    QTest::newRow("cut off") << pem.left(pem.size() / 2) << u"ca-empty"_s;
}

void TestNetworkRoute::authorityFiles()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, code);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"our ca.pem"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const Result<QList<QSslCertificate>> read = NetworkRoute::readAuthorities(path);
    QCOMPARE(read.has_value(), code.isEmpty());
    if (!read) {
        QCOMPARE(read.error().code, code + u' ' + path);
        QCOMPARE(read.error().kind, Error::Kind::InvalidInput);
        QVERIFY(read.error().detail.contains(path));
    }
    const Result<QList<QSslCertificate>> gone =
        NetworkRoute::readAuthorities(folder.filePath(u"gone"_s));
    QVERIFY(!gone && gone.error().code.startsWith(u"ca-unreadable "_s));
    QVERIFY(!NetworkRoute::readAuthorities(folder.path()));
}

void TestNetworkRoute::certificatesAreRefusedWithTheReason_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("code");
    QTest::newRow("good") << u"good.pem"_s << QString();
    QTest::newRow("expired") << u"expired.pem"_s << u"certificate-expired localhost"_s;
    QTest::newRow("wrong name") << u"wrong-name.pem"_s << u"certificate-name localhost"_s;
    QTest::newRow("unknown authority")
        << u"unknown-authority.pem"_s << u"certificate-untrusted localhost"_s;
}

void TestNetworkRoute::certificatesAreRefusedWithTheReason()
{
    QFETCH(const QString, certificate);
    QFETCH(const QString, code);
    TlsServer server(certificate);
    Bench bench(trusting());
    const Result<HttpResponse> answer = bench.get(server.url(u"/v1/apps"_s));
    QCOMPARE(answer.has_value(), code.isEmpty());
    if (answer) {
        QCOMPARE(answer->body, QByteArray("ok"));
        return;
    }
    QCOMPARE(answer.error().code, code);
    QCOMPARE(answer.error().kind, Error::Kind::Offline);
    QVERIFY(wasNeverSent(answer.error()) && needsPerson(answer.error()));
    QVERIFY(server.heads.isEmpty());
}

void TestNetworkRoute::refusedWritesAreNotSent()
{
    TlsServer server(u"unknown-authority.pem"_s);
    Bench bench(trusting());
    const Result<HttpResponse> answer = ask(bench.transport, server.url(u"/v1/apps"_s), "POST");
    QVERIFY(!answer && wasNeverSent(answer.error()));
    QVERIFY(server.heads.isEmpty());
}

void TestNetworkRoute::theEnvironmentNamesAuthorities()
{
    TlsServer server(u"good.pem"_s);
    Bench without({});
    const Result<HttpResponse> refused = without.get(server.url(u"/"_s));
    QVERIFY(!refused && refused.error().code.startsWith(u"certificate-untrusted"_s));
    QVERIFY(refused.error().detail.contains(u"Atalaya tests"_s)); // who signed it
    Bench with({}, {u"SSL_CERT_FILE="_s + TlsServer::file(u"authority.pem"_s)});
    QVERIFY(with.get(server.url(u"/"_s)));
}

void TestNetworkRoute::aBrokenAuthorityFileStopsEverything()
{
    TlsServer server(u"good.pem"_s);
    Bench bench({Proxy::System, {}, u"/no/such/ca.pem"_s});
    const Result<HttpResponse> answer = bench.get(server.url(u"/"_s));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::InvalidInput);
    QCOMPARE(answer.error().code, u"ca-unreadable /no/such/ca.pem"_s);
}

void TestNetworkRoute::requestsGoThroughTheProxy()
{
    TlsServer server(u"wrong-name.pem"_s); // which is the right one for other.test
    ConnectProxy proxy(server.serverPort());
    Bench bench(trusting(), {u"https_proxy="_s + proxy.address()});
    const Result<HttpResponse> answer = bench.get(QUrl(u"https://other.test/v1/apps?x=1"_s));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer->body, QByteArray("ok"));
    QCOMPARE(proxy.heads.size(), 1);
    QVERIFY(proxy.heads.first().startsWith("CONNECT other.test:443 "));
    QVERIFY(server.heads.first().startsWith("GET /v1/apps?x=1 "));
    // What the proxy shows is judged by the name that was asked for.
    const Result<HttpResponse> wrong = bench.get(QUrl(u"https://third.test/"_s));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, u"certificate-name third.test"_s);
}

void TestNetworkRoute::credentialsReachTheProxyAndNoLog()
{
    QTemporaryDir folder;
    QCOMPARE(Log::toFile(folder.path(), u"test.log"_s), QString());
    TlsServer server(u"wrong-name.pem"_s);
    ConnectProxy proxy(server.serverPort(), "me:" + password);
    const QUrl url(u"https://other.test/"_s);
    const QString right = u"me:"_s + QString::fromLatin1(password) + u'@';
    Bench good(trusting(), {u"https_proxy="_s + proxy.address(right)});
    QVERIFY(good.get(url));
    Bench wrong(trusting(), {u"https_proxy="_s + proxy.address(u"me:other-sesame-1@"_s)});
    Result<HttpResponse> answer = wrong.get(url);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"proxy-login-refused"_s);
    QVERIFY(wasNeverSent(answer.error()) && needsPerson(answer.error()));
    QVERIFY(!answer.error().detail.contains(u"sesame"_s));
    Bench without(trusting(), {u"https_proxy="_s + proxy.address()});
    answer = without.get(url);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"proxy-authentication"_s);
    QVERIFY(server.heads.size() == 1 && !server.heads.first().contains("Proxy-Authorization"));
    Log::area("http")->warn("proxy http://me:{}@host", password.constData());
    Log::flush();
    QFile log(folder.filePath(u"test.log"_s));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(!log.readAll().contains("sesame"));
}

void TestNetworkRoute::aLoginIsForOneProxy()
{
    const QString api = u"https://api.machines.dev/v1"_s;
    NetworkRoute route({Proxy::Given, u"Own.example:9"_s, {}},
        environmentOf({u"https_proxy=http://own.example:9"_s}));
    route.setLogin(loginFor(u"own.example:9"_s));
    QCOMPARE(route.loginProxy(), u"own.example:9"_s);
    QCOMPARE(routeText(route, api), u"me@own.example:9"_s);
    route.choose({Proxy::Given, u"own.example:10"_s, {}});
    QCOMPARE(routeText(route, api), u"own.example:10"_s);
    route.choose({Proxy::Given, u"other.example:9"_s, {}});
    QCOMPARE(routeText(route, api), u"other.example:9"_s);
    route.choose({Proxy::System, {}, {}}); // the environment's, which is the same
    QCOMPARE(routeText(route, api), u"me@own.example:9"_s);
    QCOMPARE(routeText(route, u"http://127.0.0.1:1/"_s), u"direct"_s);
    const quint64 before = route.revision();
    route.setLogin({});
    QVERIFY(route.revision() > before);
    QCOMPARE(routeText(route, api), u"own.example:9"_s);
    // What the environment gives goes first.
    NetworkRoute given({}, environmentOf({u"https_proxy=http://you:x@own.example:9"_s}));
    given.setLogin(loginFor(u"own.example:9"_s));
    QCOMPARE(routeText(given, api), u"you@own.example:9"_s);
}

void TestNetworkRoute::aLoginOpensTheProxy_data()
{
    QTest::addColumn<bool>("socks");
    QTest::newRow("http") << false;
    QTest::newRow("socks5") << true;
}

void TestNetworkRoute::aLoginOpensTheProxy()
{
    QFETCH(const bool, socks);
    TlsServer server(u"wrong-name.pem"_s);
    ConnectProxy http(server.serverPort(), "me:" + password);
    SocksProxy other(server.serverPort(), "me", password);
    const QString address = socks ? other.address() : http.address();
    const QUrl url(u"https://other.test/"_s);
    Bench bench({Proxy::Given, address, TlsServer::file(u"authority.pem"_s)});
    Result<HttpResponse> answer = bench.get(url);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"proxy-authentication"_s);
    bench.route->setLogin(loginFor(address, "other-sesame-1"));
    answer = bench.get(url);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"proxy-login-refused"_s);
    QVERIFY(!answer.error().detail.contains(u"sesame"_s));
    bench.route->setLogin(loginFor(address));
    answer = bench.get(url);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    bench.route->setLogin({}); // forgotten, by Qt too
    answer = bench.get(url);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"proxy-authentication"_s);
    QCOMPARE(server.heads.size(), 1);
    QVERIFY(!server.heads.first().contains("Proxy-Authorization"));
}

void TestNetworkRoute::aLoginIsReadWhenItIsNeeded()
{
    const QUrl api(u"https://api.machines.dev/v1"_s);
    NetworkRoute route({Proxy::None, {}, {}}, {});
    std::atomic<int> asked = 0;
    bool locked = true;
    const auto reader = [&]() -> Result<std::optional<NetworkRoute::Login>> {
        ++asked;
        if (locked)
            return failure(
                Error{Error::Kind::Unauthorised, u"locked"_s, 0, {}, {}, u"vault-locked"_s});
        return std::optional(loginFor(u"own.example:9"_s));
    };
    route.setLoginReader(reader);
    route.fetchLogin(api);
    QCOMPARE(asked, 0); // no proxy
    route.choose({Proxy::Given, u"own.example:9"_s, {}});
    route.fetchLogin(QUrl(u"http://127.0.0.1:1/"_s));
    QCOMPARE(asked, 0);
    route.fetchLogin(api);
    route.fetchLogin(api);
    QCOMPARE(asked, 2); // until somebody opens the file
    QCOMPARE(routeText(route, api.toString()), u"own.example:9"_s);
    locked = false;
    route.fetchLogin(api);
    route.fetchLogin(api);
    QCOMPARE(asked, 3);
    QCOMPARE(routeText(route, api.toString()), u"me@own.example:9"_s);
    // A keychain that refuses is not asked with every request.
    route.setLoginReader([&]() -> Result<std::optional<NetworkRoute::Login>> {
        ++asked;
        return failure(
            Error{Error::Kind::Unauthorised, u"refused"_s, 0, {}, {}, u"keychain-locked"_s});
    });
    route.fetchLogin(api);
    route.fetchLogin(api);
    QCOMPARE(asked, 4);
    QCOMPARE(routeText(route, api.toString()), u"own.example:9"_s);
}

void TestNetworkRoute::proxiesThatDoNotServe_data()
{
    QTest::addColumn<QByteArray>("refusal"); // empty: nobody listens
    QTest::addColumn<QString>("code");
    QTest::newRow("nobody") << QByteArray() << u"proxy-refused"_s;
    for (const int status : {400, 403, 405, 502, 503}) {
        QTest::addRow("%d", status) << QByteArray(
            "HTTP/1.1 " + QByteArray::number(status) + " No\r\nContent-Length: 0\r\n\r\n")
                                    << u"proxy-refused"_s;
    }
}

void TestNetworkRoute::proxiesThatDoNotServe()
{
    QFETCH(const QByteArray, refusal);
    ConnectProxy proxy(1);
    proxy.refusal = refusal;
    const QString address = proxy.address();
    if (refusal.isEmpty())
        proxy.close();
    Bench bench({Proxy::Given, address, {}});
    const Result<HttpResponse> answer = bench.get(QUrl(u"https://other.test/"_s));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Offline);
    QTEST(answer.error().code, "code");
    QVERIFY(wasNeverSent(answer.error()));
}

void TestNetworkRoute::aNewChoiceCountsAtOnce()
{
    TlsServer server(u"wrong-name.pem"_s);
    ConnectProxy first(server.serverPort());
    ConnectProxy second(server.serverPort());
    const QString authority = TlsServer::file(u"authority.pem"_s);
    Bench bench({Proxy::Given, first.address(), authority});
    const QUrl url(u"https://other.test/"_s);
    QVERIFY(bench.get(url));
    QVERIFY(bench.get(url));
    QCOMPARE(first.heads.size(), 1); // the warm connection
    bench.route->choose({Proxy::Given, second.address(), authority});
    QVERIFY(bench.get(url));
    QCOMPARE(first.heads.size(), 1);
    QCOMPARE(second.heads.size(), 1);
    bench.route->choose({Proxy::Given, second.address(), {}});
    QVERIFY(!bench.get(url)); // whose authority nobody knows any more
}

void TestNetworkRoute::loopbackNeedsNoProxy()
{
    TlsServer server(u"good.pem"_s);
    ConnectProxy proxy(server.serverPort());
    Bench bench({Proxy::Given, proxy.address(), TlsServer::file(u"authority.pem"_s)});
    QVERIFY(bench.get(server.url(u"/"_s)));
    QVERIFY(proxy.heads.isEmpty());
}

QTEST_GUILESS_MAIN(TestNetworkRoute)
#include "tst_networkroute.moc"
