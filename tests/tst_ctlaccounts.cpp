#include "sandbox/sandboxserver.h"
#include "sandbox/simworld.h"
#include "support/programhome.h"

#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;

// The program runs once, whatever is said about it.
namespace {
const QString app = u"grupo-gad"_s;
const QByteArray full = "fo1_sandbox_full";
const QByteArray ofOneApp = "fm2_sandbox_deploy_grupo_gad";
} // namespace

// Accounts, links and the production mark on the command line, with real programs on a platform
// that is a sandbox. Whatever was done, no token lies about afterwards.
class TestCtlAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void helpIsThereInBothLanguages_data();
    void helpIsThereInBothLanguages();
    void accountsComeAndGo();
    void tokensAreRefusedWithAReason_data();
    void tokensAreRefusedWithAReason();
    void withoutAKeychainItSaysSo();
    void othersTokensAreUsedAndNotCopied();
    void readOnlyWritesNothing();
    void severalAccountsFindTheirApps();
    void foldersAreLinked();
    void aFolderOfAnotherAppIsCaught();
    void productionIsAMark();
    void incidentsAreToldUnlessNobodyWantsThem();

private:
    ProgramHome::Answer run(const QStringList &arguments, const QByteArray &input = {});
    ProgramHome::Answer add(const QByteArray &token, const QString &name);
    QString writeToml(const QString &folder, const QString &named);
    int writes();

    std::unique_ptr<SandboxServer> m_server;
    std::unique_ptr<ProgramHome> m_home;
    std::unique_ptr<QTemporaryDir> m_elsewhere;
};

void TestCtlAccounts::initTestCase()
{
    SandboxOptions options;
    options.scenario = u"field-cases"_s;
    options.speed = 60;
    Result<std::unique_ptr<SandboxServer>> started = SandboxServer::start(options);
    QVERIFY(started.has_value());
    m_server = std::move(*started);
}

void TestCtlAccounts::init()
{
    m_home = std::make_unique<ProgramHome>();
    m_elsewhere = std::make_unique<QTemporaryDir>();
    for (const QString &name :
        {u"ATALAYA_MACHINES_URL"_s, u"ATALAYA_WEB_URL"_s, u"ATALAYA_RELEASES_URL"_s})
        m_home->setEnvironment(name, m_server->url().toString());
    m_home->setEnvironment(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    m_home->setEnvironment(u"ATALAYA_PASSWORD"_s, u"correct horse"_s);
    m_home->setEnvironment(u"FLY_CONFIG_DIR"_s, m_elsewhere->path());
}

void TestCtlAccounts::cleanup()
{
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        for (const QByteArray &planted : {full, ofOneApp, QByteArray("correct horse")})
            QVERIFY2(!content.contains(planted), qPrintable(file.fileName()));
    }
    m_home.reset();
}

ProgramHome::Answer TestCtlAccounts::run(const QStringList &arguments, const QByteArray &input)
{
    ProgramHome::Answer answer = m_home->ctl(QStringList{u"--json"_s} + arguments, input);
    for (const QByteArray &planted : {full, ofOneApp})
        if (answer.told().contains(planted))
            qFatal("a token was told: %s", answer.told().constData());
    return answer;
}

ProgramHome::Answer TestCtlAccounts::add(const QByteArray &token, const QString &name)
{
    return run(
        {u"accounts"_s, u"add"_s, u"--token-stdin"_s, u"--keep"_s, u"file"_s, u"--name"_s, name},
        token + '\n');
}

QString TestCtlAccounts::writeToml(const QString &folder, const QString &named)
{
    QDir(m_elsewhere->path()).mkpath(folder);
    const QString path = m_elsewhere->filePath(folder + u"/fly.toml"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("app = \"" + named.toUtf8() + "\"\nprimary_region = \"dfw\"\n");
    return path;
}

int TestCtlAccounts::writes()
{
    int count = 0;
    m_server->withWorld([&count](SimWorld &world) {
        for (const QString &line : world.requestLog()) {
            if (!line.startsWith("GET "_L1) && !line.contains("/graphql"_L1))
                ++count;
        }
    });
    return count;
}

void TestCtlAccounts::helpIsThereInBothLanguages_data()
{
    QTest::addColumn<QStringList>("command");
    for (const QStringList &command : {QStringList{u"accounts"_s, u"add"_s},
             QStringList{u"accounts"_s, u"list"_s},
             QStringList{u"accounts"_s, u"read-only"_s},
             QStringList{u"link"_s},
             QStringList{u"production"_s}})
        QTest::newRow(qPrintable(command.join(u' '))) << command;
}

void TestCtlAccounts::helpIsThereInBothLanguages()
{
    QFETCH(const QStringList, command);
    const ProgramHome::Answer english = m_home->ctl(command + QStringList{u"--help"_s});
    EXPECT_EXIT(english, 0);
    const QString usage = u"Usage: atalayactl "_s + command.join(u' ');
    QVERIFY(english.out.startsWith(usage.toUtf8()));
    m_home->setEnvironment(u"LC_ALL"_s, u"es_ES.UTF-8"_s);
    m_home->setEnvironment(u"LANGUAGE"_s, u"es"_s);
    const ProgramHome::Answer spanish = m_home->ctl(command + QStringList{u"--help"_s});
    EXPECT_EXIT(spanish, 0);
    QVERIFY2(spanish.out.startsWith("Uso: "), spanish.out.constData());
}

void TestCtlAccounts::accountsComeAndGo()
{
    QVERIFY(run({u"accounts"_s, u"list"_s})
                .object(u"accounts"_s)
                .value(u"accounts"_s)
                .toArray()
                .isEmpty());
    EXPECT_EXIT(run({u"apps"_s}), 3); // no account yet
    const ProgramHome::Answer added = add("  \"FlyV1 fm2_sandbox_full\" ", u"mine"_s);
    EXPECT_EXIT(added, 0);
    const QJsonObject account = added.object(u"account"_s).value(u"account"_s).toObject();
    QCOMPARE(account.value(u"name"_s).toString(), u"mine"_s);
    QCOMPARE(account.value(u"kept"_s).toString(), u"encrypted-file"_s);
    QCOMPARE(account.value(u"organizations"_s).toArray().first().toString(), u"acme"_s);
    QVERIFY(run({u"apps"_s}).object(u"apps"_s).value(u"apps"_s).toArray().size() >= 2);

    m_home->setEnvironment(u"ATALAYA_PASSWORD"_s, {});
    EXPECT_EXIT(run({u"apps"_s}), 3); // nobody opens the file
    const QString passwords = m_elsewhere->filePath(u"password"_s);
    QFile file(passwords);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("correct horse\n") > 0);
    file.close();
    EXPECT_EXIT(run({u"apps"_s, u"--password-file"_s, passwords}), 0);
    m_home->setEnvironment(u"ATALAYA_PASSWORD"_s, u"correct horse"_s);

    EXPECT_EXIT(run({u"accounts"_s, u"rename"_s, u"mine"_s, u"work"_s}), 0);
    EXPECT_EXIT(run({u"accounts"_s, u"check"_s, u"mine"_s}), 4);
    EXPECT_EXIT(run({u"accounts"_s, u"check"_s, u"work"_s}), 0);
    EXPECT_EXIT(run({u"accounts"_s, u"remove"_s, u"work"_s}), 0);
    EXPECT_EXIT(run({u"apps"_s}), 3);
}

void TestCtlAccounts::tokensAreRefusedWithAReason_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("empty") << QByteArray() << QByteArray("There is no token in it.");
    QTest::newRow("words") << QByteArray("my token is here") << QByteArray("This is not a token");
    QTest::newRow("another service")
        << QByteArray("ghp_0123456789abcdefghijABCDEFGHIJ012345") << QByteArray("another service");
    QTest::newRow("expired") << QByteArray("fo1_sandbox_expired") << QByteArray("expired");
}

void TestCtlAccounts::tokensAreRefusedWithAReason()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QByteArray, said);
    const ProgramHome::Answer answer = m_home->ctl(
        {u"accounts"_s, u"add"_s, u"--token-stdin"_s, u"--keep"_s, u"file"_s}, token + '\n');
    EXPECT_EXIT(answer, 3);
    QVERIFY2(answer.err.contains(said), answer.err.constData());
}

void TestCtlAccounts::withoutAKeychainItSaysSo()
{
    const ProgramHome::Answer answer =
        m_home->ctl({u"accounts"_s, u"add"_s, u"--token-stdin"_s}, full + '\n');
    EXPECT_EXIT(answer, 6);
    QVERIFY(answer.err.contains("no keychain"));
    EXPECT_EXIT(run({u"apps"_s}), 3); // nothing was kept
}

void TestCtlAccounts::othersTokensAreUsedAndNotCopied()
{
    m_home->setEnvironment(u"FLY_API_TOKEN"_s, QString::fromLatin1(full));
    EXPECT_EXIT(run({u"apps"_s}), 3); // never unasked
    const ProgramHome::Answer found = run({u"accounts"_s, u"found"_s});
    QCOMPARE(found.object(u"found"_s).value(u"found"_s).toArray().size(), 1);
    EXPECT_EXIT(run({u"accounts"_s, u"add"_s, u"--found"_s, u"environment"_s}), 0);
    EXPECT_EXIT(run({u"apps"_s}), 0);
    m_home->setEnvironment(u"FLY_API_TOKEN"_s, u"fo1_sandbox_expired"_s);
    EXPECT_EXIT(run({u"apps"_s}), 3); // read anew each time
}

void TestCtlAccounts::readOnlyWritesNothing()
{
    EXPECT_EXIT(add(full, u"mine"_s), 0);
    EXPECT_EXIT(run({u"accounts"_s, u"read-only"_s, u"mine"_s, u"on"_s}), 0);
    const int before = writes();
    EXPECT_EXIT(run({u"machines"_s, app}), 0);
    EXPECT_EXIT(run({u"plan"_s, app, u"--retry"_s}), 0);
    const ProgramHome::Answer refused = run({u"retry"_s, app, u"--yes"_s, app});
    EXPECT_EXIT(refused, 3);
    QCOMPARE(refused.object(u"error"_s).value(u"error"_s).toString(), u"forbidden"_s);
    QCOMPARE(writes(), before);
    EXPECT_EXIT(run({u"accounts"_s, u"read-only"_s, u"mine"_s, u"off"_s}), 0);
    // A whole deploy with a token of the encrypted file; cleanup() looks for it everywhere.
    EXPECT_EXIT(run({u"retry"_s, app, u"--yes"_s, app}), 0);
    QVERIFY(writes() > before);
    EXPECT_EXIT(run({u"show"_s, app, u"--log"_s, u"--events"_s}), 0);
    EXPECT_EXIT(run({u"export"_s,
                    app,
                    u"--with-log"_s,
                    u"--capsule"_s,
                    m_home->path() + u"/capsule.json"_s}),
        0);
}

void TestCtlAccounts::severalAccountsFindTheirApps()
{
    EXPECT_EXIT(add(full, u"whole"_s), 0);
    EXPECT_EXIT(add(ofOneApp, u"one"_s), 0);
    QCOMPARE(
        run({u"accounts"_s, u"list"_s}).object(u"accounts"_s).value(u"accounts"_s).toArray().size(),
        2);
    EXPECT_EXIT(run({u"machines"_s, u"sist-cabanas-mvp"_s}), 0); // of the one that sees it
    EXPECT_EXIT(run({u"machines"_s, u"sist-cabanas-mvp"_s, u"--account"_s, u"one"_s}), 3);
    EXPECT_EXIT(run({u"machines"_s, app, u"--account"_s, u"nobody"_s}), 4);
    EXPECT_EXIT(run({u"machines"_s, u"no-such-app"_s}), 4);
}

void TestCtlAccounts::foldersAreLinked()
{
    const QString one = writeToml(u"mono/api"_s, app);
    const QString two = writeToml(u"mono/web"_s, u"sist-cabanas-mvp"_s);
    const QString mono = m_elsewhere->filePath(u"mono"_s);
    EXPECT_EXIT(run({u"link"_s, mono, u"third-app"_s}), 2); // which of the two?
    const ProgramHome::Answer linked = run({u"link"_s, mono, app});
    EXPECT_EXIT(linked, 0);
    QCOMPARE(
        linked.object(u"link"_s).value(u"link"_s).toObject().value(u"flyToml"_s).toString(), one);
    EXPECT_EXIT(run({u"link"_s, two, u"sist-cabanas-mvp"_s}), 0);
    QCOMPARE(run({u"links"_s}).object(u"links"_s).value(u"links"_s).toArray().size(), 2);
    EXPECT_EXIT(run({u"unlink"_s, app}), 0);
    EXPECT_EXIT(run({u"unlink"_s, app}), 4);
    EXPECT_EXIT(run({u"link"_s, m_elsewhere->filePath(u"nowhere"_s), app}), 4);
    QDir(m_elsewhere->path()).mkpath(u"empty"_s);
    EXPECT_EXIT(run({u"link"_s, m_elsewhere->filePath(u"empty"_s), app}), 4);
}

void TestCtlAccounts::aFolderOfAnotherAppIsCaught()
{
    EXPECT_EXIT(add(full, u"mine"_s), 0);
    const QString toml = writeToml(u"shop"_s, u"sist-cabanas-mvp"_s);
    EXPECT_EXIT(run({u"link"_s, m_elsewhere->filePath(u"shop"_s), app}), 0);
    const QString image = u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s;
    const ProgramHome::Answer planned = run({u"plan"_s, app});
    EXPECT_EXIT(planned, 0);
    const QJsonObject plan = planned.object(u"plan"_s).value(u"plan"_s).toObject();
    QCOMPARE(plan.value(u"configSource"_s).toString(), toml); // of the link
    const int before = writes();
    const ProgramHome::Answer refused =
        run({u"deploy"_s, app, u"--image"_s, image, u"--yes"_s, app});
    EXPECT_EXIT(refused, 2); // as a name that was not typed: a person says that it is meant
    QVERIFY2(refused.out.contains("--even-so"), refused.told().constData());
    QCOMPARE(writes(), before);
}

void TestCtlAccounts::productionIsAMark()
{
    QCOMPARE(
        run({u"production"_s, app}).object(u"production"_s).value(u"production"_s).toBool(), true);
    EXPECT_EXIT(run({u"production"_s, app, u"off"_s}), 0);
    QCOMPARE(
        run({u"production"_s, app}).object(u"production"_s).value(u"production"_s).toBool(), false);
    EXPECT_EXIT(run({u"production"_s, app, u"maybe"_s}), 2);
}

void TestCtlAccounts::incidentsAreToldUnlessNobodyWantsThem()
{
    EXPECT_EXIT(add(full, u"mine"_s), 0);
    m_server->withWorld([](SimWorld &world) {
        SimFault incident;
        incident.name = u"incident"_s;
        QVERIFY(world.provoke(incident));
    });
    m_home->setEnvironment(u"FLY_STATUSPAGE_UNRESOLVED_INCIDENTS_URL"_s,
        m_server->url().resolved(QUrl(u"/v1/incidents"_s)).toString());
    QVERIFY(run({u"plan"_s, app}).object(u"incidents"_s).isEmpty());
    m_home->setEnvironment(u"FLY_NO_INCIDENTS_CHECK"_s, QString());
    const ProgramHome::Answer told = run({u"plan"_s, app});
    EXPECT_EXIT(told, 0);
    QCOMPARE(told.object(u"incidents"_s).value(u"incidents"_s).toArray().size(), 1);
    m_server->withWorld([](SimWorld &world) { world.clearFaults(); });
}

QTEST_GUILESS_MAIN(TestCtlAccounts)
#include "tst_ctlaccounts.moc"
