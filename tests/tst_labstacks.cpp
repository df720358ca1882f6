#include "support/labconsole.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int wantedInterruptions = 20; // of the link, and of the console
constexpr int mostOfADeploy = 12;
constexpr int mostDeploys = 6;
const QString folderThere = u"/srv/console"_s;
} // namespace

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
    void linkIsCutAtEachStep();
    void brokenVersionIsRolledBack();
    void lostRowsAreRestored();
    void consoleIsKilledAtEachStep();
    void earlierVersionReturns();
    void stackIsVerifiedAndBackedUp();

private:
    void project(const QByteArray &version);
    ProgramHome::Answer run(const QStringList &arguments) { return m_console->run(arguments); }
    // Each time something is told from that step on; empty: from the first.
    ProgramHome::Answer cut(const QStringList &arguments, const QString &from)
    {
        LabConsole::Interruptions cuts{from, mostOfADeploy};
        const ProgramHome::Answer answer = m_console->whileCut(u"a"_s, arguments, cuts);
        m_cuts += cuts.done;
        return answer;
    }
    ProgramHome::Answer kill(const QStringList &arguments, const QString &from)
    {
        LabConsole::Interruptions kills{from, mostOfADeploy};
        const ProgramHome::Answer answer = m_console->whileKilled(u"invex"_s, arguments, kills);
        m_kills += kills.done;
        return answer;
    }
    // Of the last run, in the journal.
    QByteArray missing() { return m_console->missing(u"a"_s, folderThere, u"invex"_s); }
    // Once more, although all is right: everything is recreated.
    static QStringList again()
    {
        return {u"deploy"_s,
            u"invex"_s,
            u"--redeploy"_s,
            u"database"_s,
            u"--recreate"_s,
            u"backend,web,bank-advisor"_s};
    }
    [[nodiscard]] QByteArray running() const
    {
        return m_lab->on(u"a"_s,
            u"docker ps --filter health=healthy --format '{{.Image}}' | grep -v postgres | sort"
            " | sed 's|.*/||' | tr '\\n' ' '"_s);
    }
    bool isDoneOnce();
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
    std::unique_ptr<LabConsole> m_console;
    QTemporaryDir m_folder;
    int m_cuts = 0;
    int m_kills = 0;
};

void TestLabStacks::initTestCase()
{
    if (const QByteArray why = Lab::absent(); !why.isEmpty())
        QSKIP(why.constData());
    m_lab = std::make_unique<Lab>();
    m_lab->run({u"up"_s}, 900'000); // builds the root file system where none is kept yet
    m_lab->run({u"host"_s, u"a"_s, u"10.66.0.11"_s});
    m_console = std::make_unique<LabConsole>(*m_lab);
    EXPECT_EXIT(run({u"servers"_s, u"add"_s, u"a"_s}), 0);
    QDir(m_folder.path()).mkdir(u"envs"_s);
    for (const QString &file : {u"atalaya.toml"_s,
             u"compose.yml"_s,
             u"compose.production.yml"_s,
             u"compose.registry.yml"_s})
        QVERIFY(QFile::copy(u"" SOURCE_TREE "/tests/lab/invex/"_s + file, m_folder.filePath(file)));
    // One version never becomes healthy: it is waited for until then.
    QFile toml(m_folder.filePath(u"atalaya.toml"_s));
    QVERIFY(toml.open(QIODevice::ReadWrite));
    const QByteArray patient = toml.readAll();
    QVERIFY(patient.contains("timeout = \"60s\"") && toml.resize(0) && toml.seek(0));
    toml.write(QByteArray(patient).replace("timeout = \"60s\"", "timeout = \"30s\""));
    toml.close();
    project("1.0.0");
    m_console->trust(m_folder.path());
}

void TestLabStacks::cleanupTestCase()
{
    m_console.reset();
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
    EXPECT_EXIT(cut({u"deploy"_s, u"invex"_s}, {}), 0);
    QCOMPARE(running(), all("1.0.0"));
    QCOMPARE(rows(), QByteArray("7320"));
    QCOMPARE(m_lab->on(u"a"_s, u"stat -c %a /srv/console/envs/.env"_s), QByteArray("600\n"));
    QCOMPARE(missing(), QByteArray());
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

// Each time the console tells that a step has begun or ended.
void TestLabStacks::linkIsCutAtEachStep()
{
    project("1.1.0");
    QStringList arguments{u"deploy"_s, u"invex"_s};
    for (int deploys = 0; deploys == 0 || m_cuts < wantedInterruptions; ++deploys) {
        QVERIFY2(deploys < mostDeploys, QByteArray::number(m_cuts).constData());
        EXPECT_EXIT(cut(arguments, u"release-command"_s), 0);
        QCOMPARE(running(), all("1.1.0"));
        QCOMPARE(rows(), QByteArray("7320"));
        QCOMPARE(missing(), QByteArray());
        arguments = again();
    }
    qInfo("%d cuts", m_cuts);
}

void TestLabStacks::brokenVersionIsRolledBack()
{
    project("1.2.0");
    const ProgramHome::Answer failed = cut({u"deploy"_s, u"invex"_s}, u"update-service"_s);
    EXPECT_EXIT(failed, 1);
    const QJsonObject result = failed.object(u"result"_s);
    QCOMPARE(result.value(u"reported"_s).toString(), u"rolled-back"_s);
    QCOMPARE(result.value(u"verdict"_s).toObject().value(u"reality"_s).toString(), u"all-old"_s);
    QCOMPARE(running(), all("1.1.0"));
    QVERIFY(m_lab->on(u"a"_s, u"cat /srv/console/envs/.env"_s).contains("INVEX_VERSION=1.1.0"));
    QCOMPARE(missing(), QByteArray());
}

void TestLabStacks::lostRowsAreRestored()
{
    project("1.3.0");
    const ProgramHome::Answer failed = kill({u"deploy"_s, u"invex"_s}, u"release-command"_s);
    EXPECT_EXIT(failed, 1);
    QCOMPARE(failed.object(u"result"_s).value(u"reported"_s).toString(), u"rolled-back"_s);
    QVERIFY2(failed.out.contains("206"), failed.out.right(3000).constData());
    QCOMPARE(rows(), QByteArray("7320"));
    QCOMPARE(running(), all("1.1.0"));
    QCOMPARE(missing(), QByteArray());
}

// Each time it tells that a step has begun or ended, and the next one, too.
void TestLabStacks::consoleIsKilledAtEachStep()
{
    project("1.0.0");
    QStringList arguments{u"deploy"_s, u"invex"_s, u"--redeploy"_s, u"database"_s};
    for (int deploys = 0; deploys == 0 || m_kills < wantedInterruptions; ++deploys) {
        QVERIFY2(deploys < mostDeploys, QByteArray::number(m_kills).constData());
        EXPECT_EXIT(kill(arguments, {}), 0);
        QCOMPARE(running(), all("1.0.0"));
        QCOMPARE(rows(), QByteArray("7320"));
        QCOMPARE(missing(), QByteArray());
        QVERIFY2(isDoneOnce(), "steps");
        arguments = again();
    }
    qInfo("%d kills", m_kills);
}

// Nothing was begun twice, and nothing is missing.
bool TestLabStacks::isDoneOnce()
{
    const ProgramHome::Answer shown = run({u"show"_s, u"invex"_s});
    QStringList updated;
    for (const QJsonValue &value : shown.object(u"deployment"_s).value(u"spans"_s).toArray()) {
        const QJsonObject span = value.toObject();
        const QString outcome = span.value(u"outcome"_s).toString();
        const QString step = span.value(u"step"_s).toString();
        // The look at the end is the console's own, and begins again with it.
        const bool isCutLook = step == "verify-reality"_L1 && outcome == "interrupted"_L1;
        if (outcome != "succeeded"_L1 && outcome != "skipped"_L1 && !isCutLook) {
            qWarning("%s", QJsonDocument(span).toJson().constData());
            return false;
        }
        if (step == "update-service"_L1 && outcome == "succeeded"_L1)
            updated.append(span.value(u"lane"_s).toString());
    }
    updated.sort();
    return updated == QStringList({u"a/backend"_s, u"a/bank-advisor"_s, u"a/web"_s});
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
