#include "support/lab.h"
#include "support/programhome.h"

#include <QTest>

using namespace Qt::StringLiterals;

#define EXPECT_EXIT(answer, code)                                                                  \
    do {                                                                                           \
        const ProgramHome::Answer &given = (answer);                                               \
        QVERIFY2(given.exitCode == (code), given.told().right(6000).constData());                  \
    } while (false)

// The lab's stack of four services deployed by atalayactl: one server, the user's own ssh, docker
// and a registry for real.
class TestLabStacks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void stackIsDeployed();
    void rightStackIsLeftAlone();
    void linkIsCutMidRun();
    void brokenVersionIsRolledBack();
    void lostRowsAreRestored();
    void consoleIsKilledMidRun();
    void earlierVersionReturns();
    void stackIsVerifiedAndBackedUp();

private:
    void project(const QByteArray &version);
    [[nodiscard]] std::unique_ptr<QProcess> begin(const QStringList &arguments)
    {
        return m_home->beginPath(u"nsenter"_s,
            QStringList{
                u"--net=/run/netns/"_s + m_net, ProgramHome::program(u"atalayactl"_s), u"--json"_s}
                + arguments);
    }
    ProgramHome::Answer run(const QStringList &arguments)
    {
        const std::unique_ptr<QProcess> process = begin(arguments);
        process->closeWriteChannel();
        return ProgramHome::answerOf(*process, 300'000);
    }
    // Until it has told that a step was begun.
    static bool readUntil(QProcess &process, const QByteArray &step, QByteArray &out)
    {
        const QByteArray mark = "\"step\":\"" + step + '"';
        const auto isThere = [&] {
            for (const QByteArray &line : out.split('\n')) {
                if (line.contains("\"kind\":\"span-started\"") && line.contains(mark))
                    return true;
            }
            return false;
        };
        while (!isThere()) {
            if (!process.waitForReadyRead(120'000))
                return false;
            out += process.readAllStandardOutput();
        }
        return true;
    }
    [[nodiscard]] QByteArray running() const
    {
        return m_lab->on(u"a"_s,
            u"docker ps --filter health=healthy --format '{{.Image}}' | grep -v postgres | sort"
            " | sed 's|.*/||' | tr '\\n' ' '"_s);
    }
    static QByteArray all(const QByteArray &version)
    {
        return "backend:" + version + " bank-advisor:" + version + " web:" + version + ' ';
    }
    [[nodiscard]] QByteArray rows() const
    {
        return m_lab
            ->on(u"a"_s,
                u"docker exec invex-postgres-1 psql -h localhost -U invex -Atc"
                " 'select count(*) from monthly_kpis'"_s)
            .trimmed();
    }

    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<ProgramHome> m_home;
    QTemporaryDir m_folder;
    QString m_net;
};

void TestLabStacks::initTestCase()
{
    if (const QByteArray why = Lab::absent(); !why.isEmpty())
        QSKIP(why.constData());
    m_lab = std::make_unique<Lab>();
    m_lab->run({u"up"_s}, 900'000); // builds the root file system where none is kept yet
    m_lab->run({u"host"_s, u"a"_s, u"10.66.0.11"_s});
    QFile name(m_lab->path(u"lab/name"_s));
    QVERIFY(name.open(QIODevice::ReadOnly));
    m_net = QString::fromLatin1(name.readAll().trimmed());
    m_home = std::make_unique<ProgramHome>();
    m_home->setEnvironment(u"ATALAYA_SSH_CONFIG"_s, m_lab->path(u"lab/ssh_config"_s));
    EXPECT_EXIT(run({u"servers"_s, u"add"_s, u"a"_s}), 0);
    QDir(m_folder.path()).mkdir(u"envs"_s);
    for (const QString &file : {u"atalaya.toml"_s,
             u"compose.yml"_s,
             u"compose.production.yml"_s,
             u"compose.registry.yml"_s})
        QVERIFY(QFile::copy(u"" SOURCE_TREE "/tests/lab/invex/"_s + file, m_folder.filePath(file)));
    project("1.0.0");
    const ProgramHome::Answer shown = run({u"plan"_s, m_folder.path()});
    EXPECT_EXIT(shown, 2);
    const QString hash = shown.object(u"trust"_s).value(u"hash"_s).toString();
    EXPECT_EXIT(run({u"plan"_s, m_folder.path(), u"--trust"_s, hash}), 0);
}

void TestLabStacks::cleanupTestCase()
{
    m_home.reset();
    m_lab.reset();
}

void TestLabStacks::project(const QByteArray &version)
{
    QFile env(m_folder.filePath(u"envs/.env"_s));
    QVERIFY(env.open(QIODevice::WriteOnly));
    env.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    env.write(
        "REGISTRY=10.66.0.1:5000\nINVEX_VERSION=" + version + "\nGREETING=hola, $(mundo) 'ñ'\n");
}

void TestLabStacks::stackIsDeployed()
{
    const ProgramHome::Answer deployed = run({u"deploy"_s, u"invex"_s});
    EXPECT_EXIT(deployed, 0);
    QCOMPARE(running(), all("1.0.0"));
    QCOMPARE(rows(), QByteArray("7320"));
    QCOMPARE(m_lab->on(u"a"_s, u"stat -c %a /srv/console/envs/.env"_s), QByteArray("600\n"));
}

// Digests, environments and configurations are those of the files: nothing is to be done.
void TestLabStacks::rightStackIsLeftAlone()
{
    const ProgramHome::Answer planned = run({u"plan"_s, u"invex"_s});
    EXPECT_EXIT(planned, 0);
    const QJsonObject stack =
        planned.object(u"plan"_s).value(u"plan"_s).toObject().value(u"stack"_s).toObject();
    const QJsonArray services =
        stack.value(u"servers"_s).toArray().first().toObject().value(u"services"_s).toArray();
    QCOMPARE(services.size(), 4);
    for (const QJsonValue &service : services) {
        const QByteArray told = QJsonDocument(service.toObject()).toJson();
        QVERIFY2(service.toObject().value(u"action"_s) == "nothing"_L1, told.constData());
        QVERIFY2(service.toObject().value(u"digestTarget"_s).toString().startsWith("sha256:"_L1),
            told.constData());
    }
}

void TestLabStacks::linkIsCutMidRun()
{
    project("1.1.0");
    const std::unique_ptr<QProcess> process = begin({u"deploy"_s, u"invex"_s});
    QByteArray out;
    for (const QByteArray &step :
        {QByteArray("back-up"), QByteArray("pull-image"), QByteArray("update-service")}) {
        QVERIFY2(readUntil(*process, step, out), out.right(4000).constData());
        m_lab->run({u"cut"_s, u"a"_s});
        m_lab->run({u"heal"_s, u"a"_s});
    }
    const ProgramHome::Answer answer = ProgramHome::answerOf(*process, 300'000);
    EXPECT_EXIT(answer, 0);
    QCOMPARE(running(), all("1.1.0"));
}

void TestLabStacks::brokenVersionIsRolledBack()
{
    project("1.2.0");
    const ProgramHome::Answer failed = run({u"deploy"_s, u"invex"_s});
    EXPECT_EXIT(failed, 1);
    const QJsonObject result = failed.object(u"result"_s);
    QCOMPARE(result.value(u"reported"_s).toString(), u"rolled-back"_s);
    QCOMPARE(result.value(u"verdict"_s).toObject().value(u"reality"_s).toString(), u"all-old"_s);
    QCOMPARE(running(), all("1.1.0"));
    QVERIFY(m_lab->on(u"a"_s, u"cat /srv/console/envs/.env"_s).contains("INVEX_VERSION=1.1.0"));
}

void TestLabStacks::lostRowsAreRestored()
{
    project("1.3.0");
    const ProgramHome::Answer failed = run({u"deploy"_s, u"invex"_s});
    EXPECT_EXIT(failed, 1);
    QCOMPARE(failed.object(u"result"_s).value(u"reported"_s).toString(), u"rolled-back"_s);
    QVERIFY2(failed.out.contains("206"), failed.out.right(3000).constData());
    QCOMPARE(rows(), QByteArray("7320"));
    QCOMPARE(running(), all("1.1.0"));
}

void TestLabStacks::consoleIsKilledMidRun()
{
    project("1.0.0");
    const std::unique_ptr<QProcess> process =
        begin({u"deploy"_s, u"invex"_s, u"--redeploy"_s, u"database"_s});
    QByteArray out;
    QVERIFY2(readUntil(*process, "update-service", out), out.right(4000).constData());
    process->kill();
    QVERIFY(process->waitForFinished());
    const ProgramHome::Answer resumed = run({u"resume"_s, u"invex"_s});
    EXPECT_EXIT(resumed, 0);
    QCOMPARE(running(), all("1.0.0"));
    // Nothing was begun twice, and nothing is missing.
    const ProgramHome::Answer shown = run({u"show"_s, u"invex"_s});
    EXPECT_EXIT(shown, 0);
    QStringList begun;
    for (const QJsonValue &value : shown.object(u"deployment"_s).value(u"spans"_s).toArray()) {
        const QJsonObject span = value.toObject();
        const QString outcome = span.value(u"outcome"_s).toString();
        const QByteArray told = QJsonDocument(span).toJson();
        QVERIFY2(outcome == "succeeded"_L1 || outcome == "skipped"_L1, told.constData());
        if (span.value(u"step"_s).toString() == "update-service"_L1 && outcome == "succeeded"_L1)
            begun.append(span.value(u"lane"_s).toString());
    }
    begun.sort();
    QCOMPARE(begun, QStringList({u"a/backend"_s, u"a/bank-advisor"_s, u"a/web"_s}));
}

void TestLabStacks::earlierVersionReturns()
{
    // The database goes with it, and what was written since is lost: that has to be meant.
    const QStringList back{u"roll-back"_s, u"invex"_s, u"--to"_s, u"1.1.0"_s};
    EXPECT_EXIT(run(back), 2);
    EXPECT_EXIT(run(back + QStringList{u"--even-so"_s}), 0);
    QCOMPARE(running(), all("1.1.0"));
    QCOMPARE(rows(), QByteArray("7320"));
}

void TestLabStacks::stackIsVerifiedAndBackedUp()
{
    project("1.1.0");
    EXPECT_EXIT(run({u"verify"_s, u"invex"_s}), 0);
    const ProgramHome::Answer backup = run({u"backup"_s, u"invex"_s});
    EXPECT_EXIT(backup, 0);
    QVERIFY(m_lab->on(u"a"_s, u"ls /srv/console/backups"_s).contains("invex.dump"));
}

QTEST_GUILESS_MAIN(TestLabStacks)
#include "tst_labstacks.moc"
