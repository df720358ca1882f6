#include "core/iothread.h"
#include "sandbox/practiceserver.h"
#include "servers/locallink.h"
#include "servers/serversurvey.h"
#include "support/stackconsole.h"

#include <QFile>
#include <QTemporaryDir>

#include <future>

using namespace Qt::StringLiterals;

// The stack that comes with the practice server, deployed as on any other.
class TestPracticeServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void surveyFindsTheStack();
    void goodVersionIsDeployed();
    void badVersionsAreRolledBack_data();
    void badVersionsAreRolledBack();
    void unknownVersionIsRefused();
    void timesAreThoseOfHere();
    void shellHasNothingOfOurs();
    void resetBringsBackTheFirst();
    void otherFilesAreNotShipped();

private:
    [[nodiscard]] ServerLink link() const
    {
        ServerLink made;
        made.server.name = u"practice"_s;
        made.server.production = false;
        made.server.folders = {m_server->stackFolder(u"invex"_s)};
        made.server.backups = {m_server->stackFolder(u"invex"_s) + u"/backups"_s};
        made.run = localRun(*m_io, {m_server->environment(), m_server->home()});
        return made;
    }
    [[nodiscard]] QString project() const { return m_folder->filePath(u"project"_s); }
    void want(const QByteArray &version)
    {
        QFile file(project() + u"/.env"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("INVEX_VERSION=" + version + "\nGREETING=hola\n");
    }
    [[nodiscard]] std::unique_ptr<StackConsole> console()
    {
        return std::make_unique<StackConsole>(*m_journal,
            project(),
            [this](const QString &, std::stop_token) -> Result<ServerLink> { return link(); });
    }
    static PlanRequest request()
    {
        PlanRequest made;
        made.app = stackTarget(u"invex"_s);
        return made;
    }
    // Of the stack's services, as the next look tells.
    [[nodiscard]] QStringList images()
    {
        const auto clock = makeRealClock();
        const Result<ServerFacts> facts =
            std::async(std::launch::async, [&] { return surveyServer(link(), *clock, {}); }).get();
        QStringList result;
        for (const StackFacts &stack : facts ? facts->stacks : QList<StackFacts>()) {
            for (const ServiceFacts &service : stack.services)
                result.append(service.image.section(u'/', -1));
        }
        result.sort();
        return result;
    }
    static QStringList all(const QString &version)
    {
        return {u"backend:"_s + version,
            u"bank-advisor:"_s + version,
            u"postgres:15"_s,
            u"web:"_s + version};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<IoThread> m_io;
    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<MemoryJournal> m_journal;
};

void TestPracticeServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_io = std::make_unique<IoThread>(u"io"_s);
    Result<PracticeServer> made = PracticeServer::make(m_folder->filePath(u"practice"_s));
    QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
    m_server = std::make_unique<PracticeServer>(*made);
    m_journal = std::make_unique<MemoryJournal>();
    QVERIFY(m_server->writeProject(u"invex"_s, project()));
    QVERIFY(QFile(m_folder->filePath(u"practice/state/hurry"_s)).open(QIODevice::WriteOnly));
}

void TestPracticeServer::cleanup()
{
    QCOMPARE(m_journal->problems(), QStringList());
    m_journal.reset();
    m_io.reset();
    m_folder.reset();
}

void TestPracticeServer::surveyFindsTheStack()
{
    const auto clock = makeRealClock();
    const Result<ServerFacts> facts =
        std::async(std::launch::async, [&] { return surveyServer(link(), *clock, {}); }).get();
    QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().detail));
    QCOMPARE(facts->docker, DockerState::Running);
    QCOMPARE(facts->compose, ComposeKind::Plugin);
    QCOMPARE(facts->stacks.size(), 1);
    const StackFacts &stack = facts->stacks.constFirst();
    QCOMPARE(stack.project, u"invex"_s);
    QCOMPARE(stack.folder, m_server->stackFolder(u"invex"_s));
    QCOMPARE(stack.services.size(), 4);
    for (const ServiceFacts &service : stack.services) {
        QCOMPARE(service.state, ContainerState::Running);
        QCOMPARE(service.health, ServiceHealth::Healthy);
        QVERIFY(service.digest.startsWith("sha256:"_L1));
    }
    QCOMPARE(images(), all(u"1.0.0"_s));
}

void TestPracticeServer::goodVersionIsDeployed()
{
    const auto one = console();
    const DeploymentState state = one->carryOut(request());
    const AttemptState *attempt = state.lastAttempt();
    QVERIFY(attempt && attempt->ended && attempt->verdict);
    QCOMPARE(attempt->ended->reported, Reported::Succeeded);
    QCOMPARE(realityName(attempt->verdict->reality), u"all-new"_s);
    QCOMPARE(attempt->plan.stack->versionNow, u"1.0.0"_s);
    QCOMPARE(images(), all(u"1.1.0"_s));
    // Nothing is left to do.
    const Result<DeployPlan> plan = answerOf(one->service().plan(request()));
    QVERIFY(plan);
    for (const PlannedService &service : plan->stack->servers.constFirst().services)
        QVERIFY2(service.action == PlannedService::Action::Nothing, qPrintable(service.service));
}

void TestPracticeServer::badVersionsAreRolledBack_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QString>("failed"); // the step
    QTest::newRow("never healthy") << QByteArray("1.2.0") << u"verify-health"_s;
    QTest::newRow("loses rows") << QByteArray("1.3.0") << u"data-check"_s;
}

void TestPracticeServer::badVersionsAreRolledBack()
{
    QFETCH(const QByteArray, version);
    QFETCH(const QString, failed);
    want(version);
    const auto one = console();
    const DeploymentState state = one->carryOut(request());
    const AttemptState *attempt = state.lastAttempt();
    QVERIFY(attempt && attempt->ended && attempt->verdict);
    QVERIFY(attempt->ended->reported != Reported::Succeeded);
    QStringList steps;
    for (const SpanState &span : state.spans) {
        if (span.outcome == Outcome::Failed && !span.run.isEmpty())
            steps.append(stepName(span.step));
    }
    QVERIFY2(steps.contains(failed), qPrintable(steps.join(u' ')));
    QCOMPARE(realityName(attempt->verdict->reality), u"all-old"_s);
    QCOMPARE(images(), all(u"1.0.0"_s));
    QFile rows(m_folder->filePath(u"practice/state/databases/invex"_s));
    QVERIFY(rows.open(QIODevice::ReadOnly));
    QVERIFY(rows.readAll().contains("monthly_kpis 7320\n"));
}

void TestPracticeServer::unknownVersionIsRefused()
{
    want("7.0.0");
    const auto one = console();
    const Result<DeployPlan> plan = answerOf(one->service().plan(request()));
    QVERIFY(!plan);
    QVERIFY2(plan.error().code.startsWith("image-missing"_L1), qPrintable(plan.error().code));
    QCOMPARE(images(), all(u"1.0.0"_s));
}

// In the sandbox another time may be than on this computer.
void TestPracticeServer::timesAreThoseOfHere()
{
    const auto tomorrow = [](const QDateTime &theirs) { return theirs.addDays(1); };
    StackConsole one(
        *m_journal, project(), [&](const QString &, std::stop_token) -> Result<ServerLink> {
            ServerLink made = link();
            made.timeHere = tomorrow;
            return made;
        });
    const QDateTime begun = tomorrow(QDateTime::currentDateTimeUtc()).addSecs(-1);
    const DeploymentState state = one.carryOut(request());
    int seen = 0;
    for (const SpanState &span : state.spans) {
        if (span.run.isEmpty())
            continue;
        ++seen;
        QVERIFY(span.startedAt >= begun && span.startedAt <= begun.addSecs(3600));
    }
    QVERIFY(seen > 10);
}

void TestPracticeServer::shellHasNothingOfOurs()
{
    qputenv("ATALAYA_PLANTED", "a secret");
    const Result<SshEnd> end = std::async(std::launch::async, [this] {
        SshCommand command;
        command.line = "env; cat";
        command.secretInput = Secret("told");
        return link().run(command, {});
    }).get();
    qunsetenv("ATALAYA_PLANTED");
    QVERIFY(end);
    QVERIFY(!end->output.contains("a secret"));
    QVERIFY(end->output.contains(QByteArray("HOME=" + m_server->home().toUtf8())));
    QVERIFY(end->output.endsWith("told"));
}

void TestPracticeServer::resetBringsBackTheFirst()
{
    {
        const auto one = console();
        one->carryOut(request());
    }
    QCOMPARE(images(), all(u"1.1.0"_s));
    QVERIFY(PracticeServer::reset(m_folder->filePath(u"practice"_s)));
    QCOMPARE(images(), all(u"1.0.0"_s));
}

void TestPracticeServer::otherFilesAreNotShipped()
{
    QFile toml(project() + u"/atalaya.toml"_s);
    QVERIFY(toml.open(QIODevice::ReadOnly));
    const QByteArray text = toml.readAll();
    QVERIFY(m_server->isShipped(u"invex"_s, text));
    QVERIFY(!m_server->isShipped(u"invex"_s, QByteArray(text).replace("wget", "rm")));
    QVERIFY(!m_server->isShipped(u"other"_s, text));
}

QTEST_GUILESS_MAIN(TestPracticeServer)
#include "tst_practiceserver.moc"
