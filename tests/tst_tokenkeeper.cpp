#include "settings/accountstore.h"
#include "settings/foundtokens.h"
#include "settings/proxylogin.h"
#include "settings/settings.h"
#include "settings/tokenkeeper.h"
#include "support/answerof.h"
#include "support/privatebus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

namespace {
constexpr QFile::Permissions othersMay = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
    | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
const QByteArray token = "fo1_PLANTED-token-of-a-test";

Secret secret(const QByteArray &text)
{
    return Secret(QByteArray(text.constData(), text.size()));
}

Account account(const QString &id, TokenPlace place)
{
    Account made;
    made.id = AccountId(id);
    made.name = u"acme ñ"_s;
    made.place = place;
    return made;
}

// What blocks runs beside the event loop.
template <typename Work> auto beside(Work work)
{
    decltype(work()) result;
    std::thread thread([&] { result = work(); });
    thread.join();
    return result;
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

// Where the tokens are: keychain, encrypted file, somebody else's, memory. And the accounts beside
// them, which hold none.
class TestTokenKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void accountsAreKeptWithoutTokens();
    void aDamagedListStaysAsItIs();
    void theFileOpensWithItsPasswordOnly();
    void damagedFilesAreRefused_data();
    void damagedFilesAreRefused();
    void twoProgramsShareTheFile();
    void othersTokensAreOfferedAndReadAgain();
    void flyctlsFileIsRead_data();
    void flyctlsFileIsRead();
    void sessionTokensEndWithTheSession();
    void proxyLoginsAreKeptAsTokensAre();
    void withoutAKeychainItSaysSo();
    void theKeychainKeepsTokens(); // the last: it changes the bus of this process

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTokenKeeper::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
}

void TestTokenKeeper::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *name : {"FLY_ACCESS_TOKEN", "FLY_API_TOKEN"})
        qunsetenv(name);
    qputenv("FLY_CONFIG_DIR", m_folder->path().toUtf8());
}

void TestTokenKeeper::accountsAreKeptWithoutTokens()
{
    AccountStore store(m_folder->path());
    QVERIFY(store.list()->isEmpty());
    Account full = account(u"01A"_s, TokenPlace::Keychain);
    full.foundAt = u"somewhere"_s;
    full.kinds = {u"macaroon"_s};
    full.scope = {u"ops@acme.test"_s,
        {u"acme"_s, u"globex"_s},
        {u"shop"_s},
        true,
        QDateTime(QDate(2030, 1, 2), QTime(3, 4, 5, 6), Qt::UTC)};
    full.checkedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    full.readOnly = true;
    full.machines = QUrl(u"http://127.0.0.1:1234"_s);
    QVERIFY(store.save(full));
    QVERIFY(store.save(account(u"01B"_s, TokenPlace::EncryptedFile)));
    full.name = u"other"_s;
    QVERIFY(store.save(full));
    const QList<Account> kept = *AccountStore(m_folder->path()).list();
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept.first(), full);
    QVERIFY(!(QFile::permissions(m_folder->filePath(u"accounts.json"_s)) & othersMay));
    QVERIFY(store.remove(full.id));
    QVERIFY(store.remove(full.id));
    QCOMPARE(store.list()->size(), 1);
}

void TestTokenKeeper::aDamagedListStaysAsItIs()
{
    const QString path = m_folder->filePath(u"accounts.json"_s);
    for (const QByteArray content :
        {"{\"format\":1,\"acc", "[]", "{\"format\":2,\"accounts\":[]}"}) {
        writeFile(path, content);
        AccountStore store(m_folder->path());
        QVERIFY(!store.list());
        QCOMPARE(store.list().error().kind, Error::Kind::Storage);
        QVERIFY(!store.save(account(u"01A"_s, TokenPlace::Keychain)));
        QCOMPARE(contentOf(path), content);
    }
}

void TestTokenKeeper::theFileOpensWithItsPasswordOnly()
{
    const AccountId id(u"01A"_s);
    {
        FileVault vault(m_folder->path());
        QVERIFY(!vault.exists());
        QCOMPARE(vault.read(id).error().code, u"vault-locked"_s);
        QCOMPARE(vault.open(Secret()).error().code, u"wrong-password"_s);
        QVERIFY(vault.open(secret("correct horse")));
        QVERIFY(vault.exists());
        QVERIFY(vault.write(id, secret(token)));
        QCOMPARE(vault.read(id)->reveal(), token);
        QCOMPARE(vault.read(AccountId(u"01B"_s)).error().kind, Error::Kind::NotFound);
        vault.close();
        QCOMPARE(vault.read(id).error().code, u"vault-locked"_s);
    }
    const QString path = m_folder->filePath(u"tokens.vault"_s);
    QVERIFY(!(QFile::permissions(path) & othersMay));
    QVERIFY(!contentOf(path).contains("PLANTED"));
    FileVault vault(m_folder->path());
    const Result<void> wrong = vault.open(secret("correct horsf"));
    QCOMPARE(wrong.error().kind, Error::Kind::Unauthorised);
    QCOMPARE(wrong.error().code, u"wrong-password"_s);
    QVERIFY(!vault.isOpen());
    QVERIFY(vault.open(secret("correct horse")));
    QCOMPARE(vault.read(id)->reveal(), token);
    QVERIFY(vault.remove(id));
    QVERIFY(vault.remove(id));
    QCOMPARE(vault.read(id).error().kind, Error::Kind::NotFound);
}

void TestTokenKeeper::damagedFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("tokens");
    QTest::newRow("newer") << QByteArray("{\"format\":2}");
    const QByteArray rest = R"(,"salt":"AAAAAAAAAAAAAAAAAAAAAA==",)"
                            R"("nonce":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","sealed":"AAAA"})";
    QTest::newRow("wants all memory")
        << QByteArray(R"({"format":1,"work":3,"memory":1099511627776)" + rest);
    QTest::newRow("wants for ever")
        << QByteArray(R"({"format":1,"work":4294967295,"memory":65536)" + rest);
    QTest::newRow("short salt") << QByteArray(
        R"({"format":1,"work":3,"memory":65536,"salt":"AA==","nonce":"","sealed":""})");
}

void TestTokenKeeper::damagedFilesAreRefused()
{
    QFETCH(const QByteArray, content);
    const QString path = m_folder->filePath(u"tokens.vault"_s);
    writeFile(path, content);
    FileVault vault(m_folder->path());
    const Result<void> opened = vault.open(secret("correct horse"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Storage);
    QCOMPARE(contentOf(path), content);
}

void TestTokenKeeper::twoProgramsShareTheFile()
{
    FileVault one(m_folder->path());
    FileVault two(m_folder->path());
    QVERIFY(one.open(secret("correct horse")));
    QVERIFY(two.open(secret("correct horse")));
    QVERIFY(one.write(AccountId(u"01A"_s), secret(token)));
    QVERIFY(two.write(AccountId(u"01B"_s), secret("fo1_another")));
    QCOMPARE(one.read(AccountId(u"01B"_s))->reveal(), QByteArray("fo1_another"));
    QCOMPARE(two.read(AccountId(u"01A"_s))->reveal(), token);
}

void TestTokenKeeper::othersTokensAreOfferedAndReadAgain()
{
    QVERIFY(FoundTokens::list().isEmpty());
    qputenv("FLY_API_TOKEN", token);
    writeFile(FoundTokens::flyctlFile(),
        "access_token: FlyV1 fm2_one,fm2_two\nlast_login: 2026-11-01T10:00:00.5Z\n");
    const QList<FoundToken> found = FoundTokens::list();
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).foundAt, u"FLY_API_TOKEN"_s);
    QCOMPARE(found.at(0).kinds, QStringList{u"personal"_s});
    QCOMPARE(found.at(1).foundAt, FoundTokens::flyctlFile());
    QCOMPARE(found.at(1).kinds, QStringList{u"macaroon"_s});
    QVERIFY(found.at(1).lastLogin.isValid());
    // flyctl looks at the other variable first, even when it is empty.
    qputenv("FLY_ACCESS_TOKEN", "");
    QCOMPARE(FoundTokens::list().size(), qEnvironmentVariableIsSet("FLY_ACCESS_TOKEN") ? 1 : 2);

    TokenKeeper keeper(m_folder->path(), u"test"_s);
    Account theirs = account(u"01A"_s, TokenPlace::FlyctlFile);
    theirs.foundAt = FoundTokens::flyctlFile();
    QCOMPARE(keeper.read(theirs)->reveal(), QByteArray("fm2_one,fm2_two"));
    writeFile(theirs.foundAt, "access_token: fm2_three\n"); // flyctl renews it by itself
    QCOMPARE(keeper.read(theirs)->reveal(), QByteArray("fm2_three"));
    QVERIFY(!keeper.write(theirs, secret(token)));
    QVERIFY(QFile::remove(theirs.foundAt));
    QCOMPARE(keeper.read(theirs).error().kind, Error::Kind::Unauthorised);
}

void TestTokenKeeper::flyctlsFileIsRead_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("plain") << QByteArray("a: 1\naccess_token: fo1_abcdefgh\nb: 2\n")
                           << QByteArray("fo1_abcdefgh");
    QTest::newRow("quoted") << QByteArray("access_token: \"fo1_abcdefgh\"\n")
                            << QByteArray("fo1_abcdefgh");
    QTest::newRow("single quotes")
        << QByteArray("access_token: 'fo1_abcdefgh'\r\n") << QByteArray("fo1_abcdefgh");
    QTest::newRow("folded") << QByteArray("access_token: FlyV1\n    fm2_abc,fm2_def\nb: 2\n")
                            << QByteArray("fm2_abc,fm2_def");
    QTest::newRow("block") << QByteArray("access_token: >-\n  fm2_abc\n") << QByteArray("fm2_abc");
    QTest::newRow("of something else")
        << QByteArray("x:\n  access_token: fo1_abcdefgh\n") << QByteArray();
    QTest::newRow("empty") << QByteArray("access_token: \"\"\n") << QByteArray();
    QTest::newRow("none") << QByteArray("b: 2\n") << QByteArray();
}

void TestTokenKeeper::flyctlsFileIsRead()
{
    QFETCH(const QByteArray, yaml);
    QFETCH(const QByteArray, read);
    writeFile(FoundTokens::flyctlFile(), yaml);
    const Result<TokenText> text =
        FoundTokens::read(TokenPlace::FlyctlFile, FoundTokens::flyctlFile());
    QCOMPARE(text.has_value(), !read.isEmpty());
    if (text)
        QCOMPARE(text->token.reveal(), read);
}

void TestTokenKeeper::sessionTokensEndWithTheSession()
{
    const Account session = account(u"01A"_s, TokenPlace::Session);
    {
        TokenKeeper keeper(m_folder->path(), u"test"_s);
        QVERIFY(keeper.write(session, secret(token)));
        QCOMPARE(keeper.read(session)->reveal(), token);
        QVERIFY(keeper.remove(session));
        QVERIFY(!keeper.read(session));
        QVERIFY(keeper.write(session, secret(token)));
    }
    TokenKeeper keeper(m_folder->path(), u"test"_s);
    QCOMPARE(keeper.read(session).error().code, u"session-over"_s);
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
}

void TestTokenKeeper::proxyLoginsAreKeptAsTokensAre()
{
    const NetworkRoute::Login login{
        u"proxy.example:3128"_s, u"señora, x"_s, secret("pá ss,w\"0rd")};
    const auto file = TokenPlace::EncryptedFile;
    {
        TokenKeeper keeper(m_folder->path(), u"default"_s);
        QVERIFY(beside([&] { return keeper.vault().open(secret("correct horse")); }));
        QVERIFY(beside([&] { return ProxyLogin::write(keeper, file, login); }));
    }
    TokenKeeper keeper(m_folder->path(), u"default"_s);
    const auto locked = beside([&] { return ProxyLogin::read(keeper, file); });
    QVERIFY(!locked);
    QCOMPARE(locked.error().code, u"vault-locked"_s);
    QVERIFY(beside([&] { return keeper.vault().open(secret("correct horse")); }));
    const auto read = beside([&] { return ProxyLogin::read(keeper, file); });
    QVERIFY2(read && *read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE((*read)->proxy, login.proxy);
    QCOMPARE((*read)->user, login.user);
    QVERIFY((*read)->password == login.password);
    Settings settings(m_folder->filePath(u"settings.ini"_s));
    QVERIFY(!settings.proxyLogin());
    settings.setProxyLogin(KeptProxyLogin{login.proxy, file});
    QCOMPARE(settings.proxyLogin(), std::optional(KeptProxyLogin{login.proxy, file}));
    QVERIFY(beside([&] { return ProxyLogin::remove(keeper, file); }));
    QVERIFY(!beside([&] { return ProxyLogin::read(keeper, file); }));
    settings.setProxyLogin({});
    QVERIFY(!settings.proxyLogin());
}

void TestTokenKeeper::withoutAKeychainItSaysSo()
{
    TokenKeeper keeper(m_folder->path(), u"test"_s);
    QCOMPARE(*answerOf(keeper.keychain().state()), Keychain::State::Absent);
    const Account kept = account(u"01A"_s, TokenPlace::Keychain);
    const Result<void> written = beside([&] { return keeper.write(kept, secret(token)); });
    QCOMPARE(written.error().code, u"keychain-absent"_s);
    const Result<Secret> read = beside([&] { return keeper.read(kept); });
    QCOMPARE(read.error().kind, Error::Kind::Unauthorised);
    QCOMPARE(read.error().code, u"keychain-absent"_s);
}

void TestTokenKeeper::theKeychainKeepsTokens()
{
    PrivateBus bus;
    QVERIFY(bus.start());
    TokenKeeper keeper(m_folder->path(), u"test"_s);
    // A bus, and no keychain on it.
    QCOMPARE(*answerOf(keeper.keychain().state()), Keychain::State::Absent);

    QProcess daemon;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(name, m_folder->path());
    daemon.setProcessEnvironment(environment);
    daemon.start(u"gnome-keyring-daemon"_s,
        {u"--foreground"_s,
            u"--components=secrets"_s,
            u"--unlock"_s,
            u"--control-directory="_s + m_folder->path()});
    daemon.write("password of a test");
    daemon.closeWriteChannel();
    QVERIFY2(daemon.waitForReadyRead(30'000), "gnome-keyring-daemon does not start");
    QTRY_COMPARE_WITH_TIMEOUT(*answerOf(keeper.keychain().state()), Keychain::State::Ready, 30'000);

    const Account kept = account(u"01A"_s, TokenPlace::Keychain);
    QVERIFY(beside([&] { return keeper.write(kept, secret(token)); }));
    {
        const Result<Secret> read = answerOf(keeper.keychain().read(kept.id));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->reveal(), token);
        const Result<Secret> others = answerOf(keeper.keychain().read(AccountId(u"01B"_s)));
        QCOMPARE(others.error().kind, Error::Kind::NotFound);
    }
    QVERIFY(beside([&] { return keeper.remove(kept); }));
    QVERIFY(beside([&] { return keeper.remove(kept); }));
    QCOMPARE(answerOf(keeper.keychain().read(kept.id)).error().kind, Error::Kind::NotFound);

    // Locked, and nobody there who could be asked for the password.
    QVERIFY(answerOf(keeper.keychain().write(kept.id, secret(token))));
    QDBusConnection session = QDBusConnection::connectToBus(bus.address(), u"test"_s);
    QDBusMessage lock = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s,
        u"/org/freedesktop/secrets"_s,
        u"org.freedesktop.Secret.Service"_s,
        u"Lock"_s);
    const QDBusObjectPath login(u"/org/freedesktop/secrets/collection/login"_s);
    lock << QVariant::fromValue(QList<QDBusObjectPath>{login});
    QCOMPARE(session.call(lock).type(), QDBusMessage::ReplyMessage);
    QCOMPARE(*answerOf(keeper.keychain().state()), Keychain::State::Locked);
    QCOMPARE(answerOf(keeper.keychain().read(kept.id)).error().code, u"keychain-locked"_s);
    QCOMPARE(answerOf(keeper.keychain().remove(kept.id)).error().code, u"keychain-locked"_s);
    QDBusConnection::disconnectFromBus(u"test"_s);
    daemon.kill();
    daemon.waitForFinished();
}

QTEST_GUILESS_MAIN(TestTokenKeeper)
#include "tst_tokenkeeper.moc"
