#include "core/networktransport.h"
#include "core/ratebudget.h"
#include "fly/accountguard.h"
#include "fly/flyclient.h"
#include "support/rawserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

namespace {
const QByteArray planted = "fm2_PLANTED-value-of-a-token";

QByteArray document(const char *text)
{
    return QJsonDocument(QJsonObject{{u"query"_s, QString::fromUtf8(text)}}).toJson();
}

// A client behind its guard, on a real socket.
class Bench
{
public:
    explicit Bench(const QUrl &place)
        : endpoints(at(place))
    {
    }
    static FlyEndpoints at(const QUrl &place)
    {
        FlyEndpoints all;
        all.account = AccountId(u"acme"_s);
        all.machines = all.web = all.releases = place;
        all.token = Secret(QByteArray(planted.constData(), planted.size()));
        return all;
    }
    template <typename Work> void beside(Work work) // what blocks
    {
        std::thread thread(std::move(work));
        thread.join();
    }

    const FlyEndpoints endpoints;
    const std::unique_ptr<Clock> clock = makeRealClock();
    IoThread io{u"network"_s};
    NetworkTransport network{io, u"atalaya/test"_s};
    AccountGuard guard{endpoints, network};
    RateBudget budget{*clock};
    FlyClient client{endpoints, guard, budget, *clock};
};
} // namespace

// A token goes to its own places only, and a read-only account writes nothing.
class TestAccountGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queriesAreReads_data();
    void queriesAreReads();
    void writesOfAReadOnlyAccountNeverLeave();
    void otherPlacesAreRefused_data();
    void otherPlacesAreRefused();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
};

void TestAccountGuard::queriesAreReads_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("read");
    QTest::newRow("query") << document("query { viewer { id } }") << true;
    QTest::newRow("named") << document("query Name($a: String!) { app(name: $a) { id } }") << true;
    QTest::newRow("anonymous") << document("{ viewer { id } }") << true;
    QTest::newRow("comment first") << document("# mutation\nquery { a }") << true;
    QTest::newRow("with a fragment") << document("query { ...F } fragment F on App { id }") << true;
    QTest::newRow("word in a text") << document("query { app(name: \"mutation\") { id } }") << true;
    QTest::newRow("field of that name") << document("query { mutation { id } }") << true;
    QTest::newRow("mutation") << document("mutation { deleteApp(appId: \"x\") { id } }") << false;
    QTest::newRow("behind a query") << document("query A { a } mutation B { b }") << false;
    QTest::newRow("behind a text")
        << document("query A { a(b: \"\\\"}\") } mutation B { b }") << false;
    QTest::newRow("behind a block")
        << document("query A { a(b: \"\"\"}\"\"\") } mutation B { b }") << false;
    QTest::newRow("subscription") << document("subscription { a }") << false;
    QTest::newRow("nothing") << document("") << false;
    QTest::newRow("no JSON") << QByteArray("query { a }") << false;
}

void TestAccountGuard::queriesAreReads()
{
    QFETCH(const QByteArray, body);
    QTEST(isGraphQlRead(body), "read");
}

void TestAccountGuard::writesOfAReadOnlyAccountNeverLeave()
{
    RawServer server([](const RawServer::Request &request) {
        return RawServer::Reply{RawServer::ok(request.method == "GET" ? "[]" : "{\"data\":{}}")};
    });
    Bench bench(server.url({}));
    bench.guard.setReadOnly(true);
    bench.beside([&bench] {
        const AppName app(u"shop"_s);
        const MachineId machine(u"148e"_s);
        const QList<Result<void>> writes{
            bench.client.startMachine(app, machine, {}, {}),
            bench.client.stopMachine(app, machine, {}, {}),
            bench.client.setMetadata(app, machine, u"a"_s, u"b"_s, {}, {}),
        };
        for (const Result<void> &write : writes) {
            QVERIFY(!write);
            QCOMPARE(write.error().kind, Error::Kind::Forbidden);
            QCOMPARE(write.error().code, QString(readOnlyRefusal));
        }
        const Result<bool> destroyed = bench.client.destroyMachine(app, machine, {}, {});
        QVERIFY(!destroyed);
        QCOMPARE(destroyed.error().code, QString(readOnlyRefusal));
        const Result<Lease> lease =
            bench.client.takeLease(app, machine, std::chrono::seconds(13), {});
        QVERIFY(!lease);
        QCOMPARE(lease.error().code, QString(readOnlyRefusal));
        const Result<Release> release =
            bench.client.createRelease(app, u"i"_s, u"ROLLING"_s, {}, {});
        QVERIFY(!release);
        HttpRequest mutation;
        mutation.method = "POST";
        mutation.url = bench.endpoints.web;
        mutation.url.setPath(u"/graphql"_s);
        mutation.body = document("mutation { a }");
        QVERIFY(!bench.guard.perform(mutation, {}));
    });
    QCOMPARE(server.connections(), 0); // not even a connection

    bench.beside([&bench] {
        QVERIFY(bench.client.machines(AppName(u"shop"_s), {}).has_value());
        (void)bench.client.image(AppName(u"shop"_s), u"i"_s, {}); // a query by POST
    });
    QCOMPARE(server.requests().size(), 2);
    bench.guard.setReadOnly(false);
    bench.beside([&bench] {
        (void)bench.client.startMachine(AppName(u"shop"_s), MachineId(u"148e"_s), {}, {});
    });
    QCOMPARE(server.requests().size(), 3);
}

void TestAccountGuard::otherPlacesAreRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("another host") << u"https://machines.example"_s;
    QTest::newRow("a host that begins alike") << u"https://api.fly.io.example"_s;
    QTest::newRow("another port") << u"https://api.fly.io:8443"_s;
    QTest::newRow("without TLS") << u"http://api.fly.io"_s;
    QTest::newRow("this computer") << u"http://127.0.0.1:1"_s;
}

void TestAccountGuard::otherPlacesAreRefused()
{
    QFETCH(const QString, url);
    Bench bench{QUrl(u"https://api.fly.io"_s)};
    bench.beside([&bench, &url] {
        HttpRequest request;
        request.url = QUrl(url + u"/v1/apps"_s);
        const Result<HttpResponse> answer = bench.guard.perform(request, {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Forbidden);
        QCOMPARE(answer.error().code, QString(originRefusal));
    });
}

void TestAccountGuard::redirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::newRow(QByteArray::number(status).constData()) << status;
}

void TestAccountGuard::redirectsAreNotFollowed()
{
    QFETCH(const int, status);
    RawServer elsewhere(
        [](const RawServer::Request &) { return RawServer::Reply{RawServer::ok("[]")}; });
    const QByteArray target = elsewhere.url(u"/v1/apps/shop/machines"_s).toEncoded();
    RawServer server([&](const RawServer::Request &) {
        QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " Moved\r\nLocation: ";
        answer += target + "\r\nContent-Length: 0\r\n\r\n";
        return RawServer::Reply{answer};
    });
    Bench bench(server.url({}));
    bench.beside([&bench] {
        const Result<QList<Machine>> machines = bench.client.machines(AppName(u"shop"_s), {});
        QVERIFY(!machines);
        QVERIFY(!machines.error().detail.contains(QString::fromLatin1(planted)));
        QVERIFY(!bench.client.startMachine(AppName(u"shop"_s), MachineId(u"148e"_s), {}, {}));
    });
    QVERIFY(!server.requests().isEmpty());
    QVERIFY(server.requests().first().header("authorization").contains(planted));
    QCOMPARE(elsewhere.connections(), 0);
}

QTEST_GUILESS_MAIN(TestAccountGuard)
#include "tst_accountguard.moc"
