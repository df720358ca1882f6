#include "accounts/accountsservice.h"
#include "core/iothread.h"
#include "core/networktransport.h"
#include "sandbox/sandboxserver.h"
#include "support/answerof.h"
#include "support/rawserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

namespace {
// The service as the program composes it, on a platform that is a sandbox over HTTP.
class Desk
{
public:
    Desk(const QString &folder, const QUrl &place)
        : store(folder)
        , keeper(folder, u"test"_s)
        , clients(parts(place))
        , service({&store, &keeper, &clients, clock.get()})
    {
    }
    AccountClients::Parts parts(const QUrl &place)
    {
        AccountClients::Parts all;
        all.clock = clock.get();
        all.transport = [this] {
            return std::make_unique<NetworkTransport>(io, u"atalaya/test"_s);
        };
        all.places.machines = all.places.web = all.places.releases = place;
        return all;
    }
    Result<Account> connectWith(const QByteArray &token, const QString &name)
    {
        const Result<CheckedToken> checked = answerOf(service.check(token));
        if (!checked)
            return failure(checked.error());
        AccountsService::NewAccount wanted;
        wanted.checked = *checked;
        wanted.name = name;
        wanted.place = TokenPlace::EncryptedFile;
        wanted.password = Secret(QByteArray("correct horse"));
        return answerOf(service.add(wanted));
    }

    const std::unique_ptr<Clock> clock = makeRealClock();
    IoThread io{u"network"_s};
    AccountStore store;
    TokenKeeper keeper;
    AccountClients clients;
    AccountsService service;
};

template <typename Work> void beside(Work work)
{
    std::thread thread(std::move(work));
    thread.join();
}
} // namespace

// Accounts over real HTTP: what their tokens may do, several at once, kept, taken away.
class TestAccountsService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void tokensAreLookedAt_data();
    void tokensAreLookedAt();
    void accountsAreKeptAndComeBack();
    void severalAccountsAtOnce();
    void theSwitchHoldsAtOnce();
    void removedAccountsSendNothing();
    void changesOfAnotherProgramAreSeen();
    void loginGoesThroughTheBrowser();
    void loginRefusesPagesThatAreNone_data();
    void loginRefusesPagesThatAreNone();

private:
    std::unique_ptr<SandboxServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAccountsService::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); // no keychain
    SandboxOptions options;
    options.scenario = u"field-cases"_s;
    Result<std::unique_ptr<SandboxServer>> started = SandboxServer::start(options);
    QVERIFY(started.has_value());
    m_server = std::move(*started);
}

void TestAccountsService::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestAccountsService::tokensAreLookedAt_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("name"); // empty: refused
    QTest::addColumn<QStringList>("apps");
    QTest::addColumn<QString>("code");
    QTest::newRow("personal") << QByteArray("fo1_sandbox_full") << u"acme"_s << QStringList()
                              << QString();
    QTest::newRow("macaroon, untidy")
        << QByteArray("  \"FlyV1 fm2_sandbox_full\"\n") << u"acme"_s << QStringList() << QString();
    QTest::newRow("of one app") << QByteArray("fm2_sandbox_deploy_grupo_gad") << u"grupo-gad"_s
                                << QStringList{u"grupo-gad"_s} << QString();
    QTest::newRow("expired") << QByteArray("fo1_sandbox_expired") << QString() << QStringList()
                             << QString();
    QTest::newRow("of another service") << QByteArray("ghp_0123456789abcdefghijABCDEFGHIJ012345")
                                        << QString() << QStringList() << u"token-foreign"_s;
}

void TestAccountsService::tokensAreLookedAt()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QString, name);
    QFETCH(const QString, code);
    Desk desk(m_folder->path(), m_server->url());
    const Result<CheckedToken> checked = answerOf(desk.service.check(token));
    QCOMPARE(checked.has_value(), !name.isEmpty());
    if (checked) {
        QCOMPARE(checked->suggestedName, name);
        QTEST(checked->scope.apps, "apps");
        QCOMPARE(checked->scope.organizations, QStringList{u"acme"_s});
        QVERIFY(!checked->scope.user.isEmpty());
    } else {
        QCOMPARE(checked.error().kind, Error::Kind::Unauthorised);
        QVERIFY(code.isEmpty() || checked.error().code == code);
    }
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty()); // looking keeps nothing
}

void TestAccountsService::accountsAreKeptAndComeBack()
{
    AccountId id;
    {
        Desk desk(m_folder->path(), m_server->url());
        QSignalSpy changed(&desk.service, &AccountsService::changed);
        const Result<Account> added = desk.connectWith("fo1_sandbox_full", u"mine"_s);
        QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().detail));
        QVERIFY(!changed.isEmpty());
        id = added->id;
        QVERIFY(desk.service.rename(id, u" ours "_s));
        QVERIFY(!desk.service.rename(id, u"  "_s));
    }
    Desk desk(m_folder->path(), m_server->url());
    QCOMPARE(desk.service.accounts().size(), 1);
    QCOMPARE(desk.service.account(id)->name, u"ours"_s);
    FlyClient *client = desk.clients.client(id);
    QVERIFY(client);
    // The file with the tokens is locked in a new program.
    beside([client] {
        const Result<QList<App>> apps = client->apps({}, {});
        QVERIFY(!apps);
        QCOMPARE(apps.error().code, u"vault-locked"_s);
    });
    QCOMPARE(answerOf(desk.service.openVault(Secret(QByteArray("wrong")))).error().code,
        u"wrong-password"_s);
    QVERIFY(answerOf(desk.service.openVault(Secret(QByteArray("correct horse")))));
    beside([client] { QVERIFY(client->apps({}, {})->size() >= 2); });
    const Result<Account> checked = answerOf(desk.service.recheck(id));
    QVERIFY(checked.has_value());
    QCOMPARE(checked->scope.organizations, QStringList{u"acme"_s});
}

void TestAccountsService::severalAccountsAtOnce()
{
    Desk desk(m_folder->path(), m_server->url());
    const Result<Account> whole = desk.connectWith("fo1_sandbox_full", u"whole"_s);
    const Result<Account> one = desk.connectWith("fm2_sandbox_deploy_grupo_gad", u"one app"_s);
    QVERIFY(whole && one);
    FlyClient *wholeClient = desk.clients.client(whole->id);
    FlyClient *oneClient = desk.clients.client(one->id);
    QVERIFY(wholeClient && oneClient && wholeClient != oneClient);
    QVERIFY(QDir(m_folder->path()).exists(u"tokens.vault"_s));

    const AppName gad(u"grupo-gad"_s);
    const AppName other(u"sist-cabanas-mvp"_s);
    QCOMPARE(desk.clients.clientFor(gad), oneClient); // its token names the app
    QVERIFY(!desk.clients.clientFor(other)); // nobody has seen it yet
    desk.clients.noteApp(whole->id, other);
    QCOMPARE(desk.clients.clientFor(other), wholeClient);
    // One that may write is preferred, whoever was seen first.
    desk.clients.noteApp(one->id, gad);
    QVERIFY(desk.service.setReadOnly(one->id, true));
    desk.clients.noteApp(whole->id, gad);
    QCOMPARE(desk.clients.clientFor(gad), wholeClient);
    beside([oneClient, wholeClient, other] {
        QVERIFY(wholeClient->app(other, {}).has_value());
        QCOMPARE(oneClient->app(other, {}).error().kind, Error::Kind::Forbidden);
    });
}

void TestAccountsService::theSwitchHoldsAtOnce()
{
    Desk desk(m_folder->path(), m_server->url());
    const Result<Account> added = desk.connectWith("fo1_sandbox_full", u"mine"_s);
    QVERIFY(added.has_value());
    FlyClient *client = desk.clients.client(added->id);
    const AppName app(u"grupo-gad"_s);
    const MachineId machine(u"148e21f3b04289"_s);
    const auto take = [&] {
        Result<Lease> lease = failure(Error::Kind::Internal, {});
        beside([&] { lease = client->takeLease(app, machine, std::chrono::seconds(13), {}); });
        return lease;
    };
    QVERIFY(desk.service.setReadOnly(added->id, true));
    QCOMPARE(take().error().kind, Error::Kind::Forbidden);
    QCOMPARE(desk.store.list()->first().readOnly, true);
    QVERIFY(desk.service.setReadOnly(added->id, false));
    const Result<Lease> lease = take();
    QVERIFY(lease.has_value());
    beside([&] { QVERIFY(client->dropLease(app, *lease, {})); });
}

void TestAccountsService::removedAccountsSendNothing()
{
    Desk desk(m_folder->path(), m_server->url());
    const Result<Account> added = desk.connectWith("fo1_sandbox_full", u"mine"_s);
    QVERIFY(added.has_value());
    FlyClient *client = desk.clients.client(added->id);
    QVERIFY(answerOf(desk.service.remove(added->id)));
    QVERIFY(desk.service.accounts().isEmpty());
    QVERIFY(desk.store.list()->isEmpty());
    QCOMPARE(desk.keeper.vault().read(added->id).error().kind, Error::Kind::NotFound);
    QVERIFY(!desk.clients.client(added->id));
    // Whoever still has it gets no answer of the platform.
    beside([client] { QCOMPARE(client->apps({}, {}).error().kind, Error::Kind::Unauthorised); });
    QVERIFY(!answerOf(desk.service.remove(added->id)));
}

void TestAccountsService::changesOfAnotherProgramAreSeen()
{
    Desk window(m_folder->path(), m_server->url());
    Desk command(m_folder->path(), m_server->url());
    QSignalSpy changed(&window.service, &AccountsService::changed);
    const Result<Account> added = command.connectWith("fo1_sandbox_full", u"mine"_s);
    QVERIFY(added.has_value());
    QVERIFY(!changed.isEmpty() || changed.wait(10'000));
    QVERIFY(window.service.account(added->id) && window.clients.client(added->id));
    changed.clear();
    QVERIFY(answerOf(command.service.remove(added->id)));
    QVERIFY(!changed.isEmpty() || changed.wait(10'000));
    QVERIFY(window.service.accounts().isEmpty());
    QVERIFY(!window.clients.client(added->id));
}

void TestAccountsService::loginGoesThroughTheBrowser()
{
    Desk desk(m_folder->path(), m_server->url());
    const Result<BrowserLogin::Session> begun = answerOf(desk.service.beginLogin());
    QVERIFY2(begun.has_value(), begun ? "" : qPrintable(begun.error().detail));
    const Pending<CheckedToken> pending = desk.service.finishLogin(*begun);
    QVERIFY(!pending.isReady());
    // What the person does on the page.
    beside([&desk, page = begun->page] {
        const std::unique_ptr<HttpTransport> browser = desk.clients.plainTransport();
        HttpRequest request;
        request.url = page;
        const Result<HttpResponse> shown = browser->perform(request, {});
        QVERIFY(shown && shown->status == 200 && shown->body.contains("<button>"));
        request.method = "POST";
        QCOMPARE(browser->perform(request, {})->status, 200);
    });
    const Result<CheckedToken> checked = answerOf(pending);
    QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().detail));
    QCOMPARE(checked->suggestedName, u"acme"_s);

    const Result<BrowserLogin::Session> again = answerOf(desk.service.beginLogin());
    QVERIFY(again.has_value());
    const Pending<CheckedToken> waiting = desk.service.finishLogin(*again);
    desk.service.giveUpLogin();
    QCOMPARE(answerOf(waiting).error().kind, Error::Kind::Cancelled);
}

void TestAccountsService::loginRefusesPagesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a file") << QByteArray(R"({"id":"a","auth_url":"file:///etc/passwd"})");
    QTest::newRow("another program") << QByteArray(R"({"id":"a","auth_url":"steam://run/1"})");
    QTest::newRow("without TLS") << QByteArray(R"({"id":"a","auth_url":"http://fly.example/"})");
    QTest::newRow("with a password")
        << QByteArray(R"({"id":"a","auth_url":"https://me:you@fly.io/"})");
    QTest::newRow("none") << QByteArray(R"({"id":"a"})");
    QTest::newRow("an id that leads elsewhere")
        << QByteArray(R"({"id":"../../v1/apps","auth_url":"https://fly.io/a"})");
}

void TestAccountsService::loginRefusesPagesThatAreNone()
{
    QFETCH(const QByteArray, body);
    RawServer server([&body](const RawServer::Request &) {
        QByteArray answer = "HTTP/1.1 201 Created\r\nContent-Length: ";
        answer += QByteArray::number(body.size()) + "\r\n\r\n" + body;
        return RawServer::Reply{answer};
    });
    Desk desk(m_folder->path(), server.url({}));
    const Result<BrowserLogin::Session> begun = answerOf(desk.service.beginLogin());
    QVERIFY(!begun);
    QCOMPARE(begun.error().kind, Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TestAccountsService)
#include "tst_accountsservice.moc"
