#include "support/programhome.h"
#include "support/sshhome.h"

#include <QTest>

using namespace Qt::StringLiterals;

// The program runs once, whatever is said about it.
// Servers on the command line, against a real sshd.
class TestCtlServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void helpIsThereInBothLanguages();
    void serversComeAndGo();
    void wrongServersAreRefused_data();
    void wrongServersAreRefused();
    void aliasesAreOffered();
    void connectionIsChecked();
    void failureIsToldWithItsRemedy();
    void serverIsLookedAt();
    void sandboxHasItsOwnAlone();

private:
    ProgramHome::Answer run(const QStringList &arguments)
    {
        return m_home->ctl(QStringList{u"--json"_s, u"servers"_s} + arguments);
    }
    void speakSpanish()
    {
        m_home->setEnvironment(u"LC_ALL"_s, u"es_ES.UTF-8"_s);
        m_home->setEnvironment(u"LANGUAGE"_s, u"es"_s);
    }

    std::unique_ptr<SshHome> m_ssh;
    std::unique_ptr<SshServerProcess> m_server;
    std::unique_ptr<ProgramHome> m_home;
};

void TestCtlServers::init()
{
    qunsetenv("SSH_AUTH_SOCK");
    m_ssh = std::make_unique<SshHome>();
    m_home = std::make_unique<ProgramHome>();
    m_home->setEnvironment(u"ATALAYA_SSH_CONFIG"_s, m_ssh->config());
}

void TestCtlServers::cleanup()
{
    m_server.reset();
    m_home.reset();
    m_ssh.reset();
}

void TestCtlServers::helpIsThereInBothLanguages()
{
    const QStringList help{u"servers"_s, u"add"_s, u"--help"_s};
    const ProgramHome::Answer english = m_home->ctl(help);
    EXPECT_EXIT(english, 0);
    QVERIFY(english.out.startsWith("Usage: atalayactl servers add NAME"));
    speakSpanish();
    const ProgramHome::Answer spanish = m_home->ctl(help);
    QVERIFY2(spanish.out.startsWith("Uso: "), spanish.out.constData());
    QVERIFY(!spanish.out.contains("private key"));
}

void TestCtlServers::serversComeAndGo()
{
    QVERIFY(run({u"list"_s}).object(u"servers"_s).value(u"servers"_s).toArray().isEmpty());
    const ProgramHome::Answer added = run({u"add"_s,
        u"prod"_s,
        u"--host"_s,
        u"10.0.0.1"_s,
        u"--port"_s,
        u"2222"_s,
        u"--user"_s,
        u"deploy"_s,
        u"--jump"_s,
        u"hop"_s,
        u"--folder"_s,
        u"/srv/a"_s,
        u"--folder"_s,
        u"/srv/b"_s});
    EXPECT_EXIT(added, 0);
    const QJsonObject server = added.object(u"server"_s).value(u"server"_s).toObject();
    QCOMPARE(server.value(u"host"_s).toString(), u"10.0.0.1"_s);
    QCOMPARE(server.value(u"port"_s).toInt(), 2222);
    QCOMPARE(server.value(u"folders"_s).toArray().size(), 2);
    QVERIFY(server.value(u"production"_s).toBool());
    EXPECT_EXIT(run({u"rename"_s, u"prod"_s, u"main"_s}), 0);
    EXPECT_EXIT(run({u"remove"_s, u"prod"_s}), 4);
    const ProgramHome::Answer listed = m_home->ctl({u"servers"_s, u"list"_s});
    QVERIFY2(listed.out.contains("main  ssh -p 2222 -l deploy -J hop -- 10.0.0.1"),
        listed.out.constData());
    EXPECT_EXIT(run({u"remove"_s, u"main"_s}), 0);
    QVERIFY(run({u"list"_s}).object(u"servers"_s).value(u"servers"_s).toArray().isEmpty());
}

void TestCtlServers::wrongServersAreRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("dash") << QStringList{u"--host=-oProxyCommand=x"_s};
    QTest::newRow("port") << QStringList{u"--port"_s, u"ssh"_s};
    QTest::newRow("no port") << QStringList{u"--port"_s, u"0"_s};
    QTest::newRow("user") << QStringList{u"--user=-x"_s};
    QTest::newRow("jump") << QStringList{u"--jump=-x"_s};
    QTest::newRow("folder") << QStringList{u"--folder"_s, u"srv"_s};
}

void TestCtlServers::wrongServersAreRefused()
{
    QFETCH(QStringList, options);
    EXPECT_EXIT(run(QStringList{u"add"_s, u"a"_s} + options), 2);
    const ProgramHome::Answer told =
        m_home->ctl(QStringList{u"servers"_s, u"add"_s, u"a"_s} + options);
    EXPECT_EXIT(told, 2);
    QVERIFY(!told.err.isEmpty());
}

void TestCtlServers::aliasesAreOffered()
{
    m_ssh->addHost(u"shop"_s, 2222);
    const QJsonArray aliases =
        run({u"aliases"_s}).object(u"aliases"_s).value(u"aliases"_s).toArray();
    QCOMPARE(aliases.size(), 1);
    QCOMPARE(aliases.first().toObject().value(u"name"_s).toString(), u"shop"_s);
    EXPECT_EXIT(run({u"add"_s, u"Shop server"_s, u"--from-config"_s, u"shop"_s}), 0);
    EXPECT_EXIT(run({u"add"_s, u"other"_s, u"--from-config"_s, u"nope"_s}), 4);
}

void TestCtlServers::connectionIsChecked()
{
    m_server = m_ssh->serve();
    QVERIFY(m_server->isUp());
    m_ssh->addHost(u"shop"_s, m_server->port());
    m_ssh->know(*m_server);
    EXPECT_EXIT(run({u"add"_s, u"shop"_s}), 0);
    const ProgramHome::Answer checked = run({u"check"_s, u"shop"_s});
    EXPECT_EXIT(checked, 0);
    const QJsonObject connection = checked.object(u"connection"_s);
    QCOMPARE(connection.value(u"port"_s).toInt(), m_server->port());
    QCOMPARE(connection.value(u"hostKeys"_s).toArray().size(), 1);
}

void TestCtlServers::failureIsToldWithItsRemedy()
{
    m_server = m_ssh->serve();
    m_ssh->addHost(u"shop"_s, m_server->port()); // never seen before
    EXPECT_EXIT(run({u"add"_s, u"shop"_s}), 0);
    const ProgramHome::Answer unknown = run({u"check"_s, u"shop"_s});
    EXPECT_EXIT(unknown, 3);
    QCOMPARE(unknown.object(u"error"_s).value(u"cause"_s).toString(), u"host-key-unknown"_s);
    m_ssh->know(*m_server);
    m_server.reset();
    const ProgramHome::Answer refused = run({u"check"_s, u"shop"_s});
    EXPECT_EXIT(refused, 6);
    QCOMPARE(refused.object(u"error"_s).value(u"cause"_s).toString(), u"port-refused"_s);
    speakSpanish();
    const ProgramHome::Answer spanish = m_home->ctl({u"servers"_s, u"check"_s, u"shop"_s});
    EXPECT_EXIT(spanish, 6);
    QVERIFY2(spanish.err.contains("puerto"), spanish.err.constData());
    EXPECT_EXIT(run({u"check"_s, u"nowhere"_s}), 4);
}

void TestCtlServers::serverIsLookedAt()
{
    m_server = m_ssh->serve();
    QVERIFY(m_server->isUp());
    m_ssh->addHost(u"shop"_s, m_server->port());
    m_ssh->know(*m_server);
    EXPECT_EXIT(run({u"add"_s, u"shop"_s}), 0);
    const ProgramHome::Answer shown = run({u"show"_s, u"shop"_s});
    EXPECT_EXIT(shown, 0);
    const QJsonObject facts = shown.object(u"server"_s).value(u"facts"_s).toObject();
    QVERIFY(!facts.value(u"os"_s).toString().isEmpty());
    QVERIFY(facts.value(u"disks"_s).toArray().size() > 0);
    const ProgramHome::Answer read = m_home->ctl({u"servers"_s, u"show"_s, u"shop"_s});
    EXPECT_EXIT(read, 0);
    QVERIFY(read.out.contains("Docker"));
}

void TestCtlServers::sandboxHasItsOwnAlone()
{
    const ProgramHome::Answer listed = m_home->ctl({u"--sandbox"_s, u"servers"_s, u"list"_s});
    EXPECT_EXIT(listed, 0);
    QVERIFY(listed.out.contains("practice"));
    EXPECT_EXIT(m_home->ctl({u"--sandbox"_s, u"servers"_s, u"add"_s, u"other"_s}), 2);
    EXPECT_EXIT(m_home->ctl({u"--sandbox"_s, u"servers"_s, u"remove"_s, u"practice"_s}), 2);
    const ProgramHome::Answer shown =
        m_home->ctl({u"--sandbox"_s, u"servers"_s, u"show"_s, u"practice"_s});
    EXPECT_EXIT(shown, 0);
    QVERIFY(shown.out.contains("invex"));
}

QTEST_GUILESS_MAIN(TestCtlServers)
#include "tst_ctlservers.moc"
