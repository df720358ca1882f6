#include "support/programhome.h"
#include "support/sshhome.h"
#include "support/stackserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

// The program runs once, whatever is said about it.
// Stacks on the command line: a real sshd, the runner for real, docker by a stand-in.
class TestCtlStacks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void helpIsThereInBothLanguages();
    void untrustedProjectIsShown();
    void stackIsDeployed();
    void pastIsTold();
    void stackIsLookedAtAndBackedUp();
    void failureIsAskedAbout();
    void killedProgramIsResumed();
    void earlierVersionReturns();
    void productionWantsItsName();
    void unreachedServerIsTold();

private:
    ProgramHome::Answer run(const QStringList &arguments)
    {
        return m_home->ctl(QStringList{u"--json"_s} + arguments);
    }
    void project(const QByteArray &version, const QByteArray &more = {})
    {
        StackServer::writeProject(m_folder.path(), {m_stack->directory()}, version, more);
        // A change of what is said there is seen and trusted anew.
        const ProgramHome::Answer shown = run({u"plan"_s, m_folder.path()});
        m_trust = shown.object(u"trust"_s).value(u"hash"_s).toString(m_trust);
    }
    ProgramHome::Answer deploy(const QStringList &more = {})
    {
        return run(QStringList{u"deploy"_s, m_folder.path(), u"--trust"_s, m_trust} + more);
    }

    std::unique_ptr<SshHome> m_ssh;
    std::unique_ptr<StackServer> m_stack;
    std::unique_ptr<SshServerProcess> m_server;
    std::unique_ptr<ProgramHome> m_home;
    QTemporaryDir m_folder;
    QString m_trust;
};

void TestCtlStacks::initTestCase()
{
    qunsetenv("SSH_AUTH_SOCK");
    m_ssh = std::make_unique<SshHome>();
    m_stack = std::make_unique<StackServer>();
    m_home = std::make_unique<ProgramHome>();
    m_home->setEnvironment(u"ATALAYA_SSH_CONFIG"_s, m_ssh->config());
    m_server = m_ssh->serve(
        {u"SetEnv PATH=%1:/usr/local/bin:/usr/bin:/bin"_s.arg(m_stack->path(u"bin"_s))});
    QVERIFY(m_server->isUp());
    m_ssh->addHost(u"shop-host"_s, m_server->port());
    m_ssh->know(*m_server);
    EXPECT_EXIT(run({u"servers"_s, u"add"_s, u"s1"_s, u"--host"_s, u"shop-host"_s}), 0);
}

void TestCtlStacks::cleanupTestCase()
{
    m_server.reset();
    m_home.reset();
    m_ssh.reset();
}

void TestCtlStacks::helpIsThereInBothLanguages()
{
    const QStringList help{u"verify"_s, u"--help"_s};
    const ProgramHome::Answer english = m_home->ctl(help);
    EXPECT_EXIT(english, 0);
    QVERIFY(english.out.startsWith("Usage: atalayactl verify STACK"));
    ProgramHome spanish;
    spanish.setEnvironment(u"LC_ALL"_s, u"es_ES.UTF-8"_s);
    spanish.setEnvironment(u"LANGUAGE"_s, u"es"_s);
    const ProgramHome::Answer told = spanish.ctl(help);
    QVERIFY2(told.out.startsWith("Uso: "), told.out.constData());
    QVERIFY(!told.out.contains("environments"));
}

void TestCtlStacks::untrustedProjectIsShown()
{
    StackServer::writeProject(m_folder.path(), {m_stack->directory()}, "1.0.0");
    const ProgramHome::Answer shown = run({u"deploy"_s, m_folder.path()});
    EXPECT_EXIT(shown, 2);
    const QJsonObject trust = shown.object(u"trust"_s);
    m_trust = trust.value(u"hash"_s).toString();
    QCOMPARE(m_trust.size(), 64);
    QVERIFY(!trust.value(u"commands"_s).toArray().isEmpty());
    EXPECT_EXIT(run({u"deploy"_s, m_folder.path(), u"--trust"_s, u"0"_s}), 2);
    const ProgramHome::Answer read = m_home->ctl({u"deploy"_s, m_folder.path()});
    QVERIFY2(read.out.contains("pg_dump"), read.out.constData());
    QVERIFY2(read.err.contains("--trust"), read.err.constData());
}

void TestCtlStacks::stackIsDeployed()
{
    const ProgramHome::Answer planned = run({u"plan"_s, m_folder.path(), u"--trust"_s, m_trust});
    EXPECT_EXIT(planned, 0);
    QCOMPARE(m_stack->imageOf(u"web"_s), QByteArray());
    const ProgramHome::Answer deployed = run({u"deploy"_s, u"shop"_s});
    EXPECT_EXIT(deployed, 0);
    const QJsonObject result = deployed.object(u"result"_s);
    QCOMPARE(result.value(u"reported"_s).toString(), u"succeeded"_s);
    QCOMPARE(m_stack->imageOf(u"web"_s), QByteArray("registry.test/shop/web:1.0.0"));
}

void TestCtlStacks::pastIsTold()
{
    const ProgramHome::Answer history = run({u"history"_s, u"shop"_s});
    EXPECT_EXIT(history, 0);
    QCOMPARE(history.object(u"history"_s).value(u"deployments"_s).toArray().size(), 1);
    const ProgramHome::Answer shown = m_home->ctl({u"show"_s, u"shop"_s, u"--log"_s});
    EXPECT_EXIT(shown, 0);
    QVERIFY2(shown.out.contains("migrating to 1.0.0"), shown.out.constData());
    const ProgramHome::Answer stacks = run({u"stacks"_s});
    EXPECT_EXIT(stacks, 0);
    const QJsonObject told = stacks.object(u"stacks"_s);
    QCOMPARE(told.value(u"linked"_s).toArray().size(), 1);
    QCOMPARE(
        told.value(u"servers"_s).toArray().first().toObject().value(u"stacks"_s).toArray().size(),
        1);
}

void TestCtlStacks::stackIsLookedAtAndBackedUp()
{
    EXPECT_EXIT(run({u"verify"_s, u"shop"_s}), 0);
    m_stack->set(u"rows"_s, "206");
    const ProgramHome::Answer wrong = run({u"verify"_s, u"shop"_s});
    EXPECT_EXIT(wrong, 9);
    QVERIFY2(wrong.out.contains("206"), wrong.out.constData());
    m_stack->set(u"rows"_s, "7320");
    const ProgramHome::Answer backup = run({u"backup"_s, u"shop"_s});
    EXPECT_EXIT(backup, 0);
    const QJsonArray steps = backup.object(u"backup"_s)
                                 .value(u"servers"_s)
                                 .toArray()
                                 .first()
                                 .toObject()
                                 .value(u"steps"_s)
                                 .toArray();
    const QString file = steps.first().toObject().value(u"file"_s).toString();
    QVERIFY(QFile::exists(m_stack->directory() + u'/' + file));
}

void TestCtlStacks::failureIsAskedAbout()
{
    m_stack->set(u"sick"_s, "1.2.0");
    project("1.2.0");
    const ProgramHome::Answer failed = deploy();
    EXPECT_EXIT(failed, 1);
    const QJsonObject question = failed.object(u"result"_s).value(u"question"_s).toObject();
    QVERIFY(question.value(u"answers"_s).toArray().contains(u"restore-data"_s));
    const ProgramHome::Answer back = m_home->ctl({u"answer"_s, u"shop"_s, u"restore-data"_s});
    EXPECT_EXIT(back, 0);
    QCOMPARE(m_stack->imageOf(u"web"_s), QByteArray("registry.test/shop/web:1.0.0"));
    m_stack->unset(u"sick"_s);
}

void TestCtlStacks::killedProgramIsResumed()
{
    project("1.1.0");
    m_stack->set(u"hold"_s, {});
    const std::unique_ptr<QProcess> killed = m_home->begin(
        u"atalayactl"_s, {u"--json"_s, u"deploy"_s, m_folder.path(), u"--trust"_s, m_trust});
    QByteArray out;
    const auto isHeld = [&out] {
        for (const QByteArray &line : out.split('\n')) {
            if (line.contains("\"span-started\"") && line.contains("\"update-service\""))
                return true;
        }
        return false;
    };
    while (!isHeld()) {
        QVERIFY2(killed->waitForReadyRead(60'000), out.right(3000).constData());
        out += killed->readAllStandardOutput();
    }
    killed->kill();
    QVERIFY(killed->waitForFinished());
    EXPECT_EXIT(run({u"deploy"_s, u"shop"_s}), 5); // it goes on there
    m_stack->unset(u"hold"_s);
    const ProgramHome::Answer resumed = run({u"resume"_s, u"shop"_s});
    EXPECT_EXIT(resumed, 0);
    QCOMPARE(m_stack->imageOf(u"worker"_s), QByteArray("registry.test/shop/worker:1.1.0"));
    const ProgramHome::Answer shown = m_home->ctl({u"show"_s, u"shop"_s, u"--log"_s});
    QVERIFY2(shown.out.contains("migrating to 1.1.0"), shown.out.constData());
}

void TestCtlStacks::earlierVersionReturns()
{
    const ProgramHome::Answer back = m_home->ctl({u"roll-back"_s, u"shop"_s});
    EXPECT_EXIT(back, 0);
    // Each line says which service it is about, where it is about one.
    QVERIFY2(back.out.contains("“web”") && !back.out.contains("“”"), back.out.constData());
    QCOMPARE(m_stack->imageOf(u"web"_s), QByteArray("registry.test/shop/web:1.0.0"));
}

void TestCtlStacks::productionWantsItsName()
{
    project("1.1.0");
    QFile toml(m_folder.filePath(u"atalaya.toml"_s));
    QVERIFY(toml.open(QIODevice::ReadOnly));
    QByteArray text = toml.readAll();
    toml.close();
    text.replace("production = false", "production = true");
    QVERIFY(toml.open(QIODevice::WriteOnly | QIODevice::Truncate));
    toml.write(text);
    toml.close();
    m_trust = run({u"plan"_s, u"shop"_s}).object(u"trust"_s).value(u"hash"_s).toString();
    EXPECT_EXIT(deploy(), 2);
    EXPECT_EXIT(deploy({u"--yes"_s, u"shop"_s}), 0);
}

void TestCtlStacks::unreachedServerIsTold()
{
    m_server.reset();
    const ProgramHome::Answer planned = run({u"plan"_s, u"shop"_s});
    EXPECT_EXIT(planned, 6);
    const ProgramHome::Answer read = m_home->ctl({u"plan"_s, u"shop"_s});
    QVERIFY2(read.err.contains("port"), read.err.constData());
}

QTEST_GUILESS_MAIN(TestCtlStacks)
#include "tst_ctlstacks.moc"
