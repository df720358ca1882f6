#include "deploy/causes.h"
#include "deploy/question.h"
#include "support/stackconsole.h"
#include "support/stackserver.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QThread>
#include <QTimer>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {
const AppName shop = stackTarget(u"shop"_s);

bool waitForSpy(QSignalSpy &spy)
{
    return !spy.isEmpty() || spy.wait(60'000);
}
} // namespace

// Stacks through DeployService: the runner for real, docker by a stand-in.
class TestStackEngine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void firstDeployThenAnother();
    void rightServicesAreLeftAlone();
    void failureIsRolledBack();
    void firstDeployThatFailsLeavesNothing();
    void personIsAskedAndAnswers_data();
    void personIsAskedAndAnswers();
    void retryGivesUpWhatWaits();
    void cutLinkIsFollowedAgain();
    void killedConsoleIsResumed_data();
    void killedConsoleIsResumed();
    void runIsStoppedOnRequest();
    void earlierVersionReturns();
    void serversComeOneAfterAnother();
    void missingImageIsRefused();
    void changedFilesAreRefused();
    void downtimeIsSeenFromTheDesk();

private:
    void project(const QByteArray &version, const QByteArray &more = {})
    {
        StackServer::writeProject(m_folder->path(), m_directories, version, more);
    }
    void runs(const QByteArray &version)
    {
        project(version);
        m_server->runs(m_folder->path(), version);
    }
    std::unique_ptr<StackConsole> console(DeskLook look = {})
    {
        return std::make_unique<StackConsole>(
            *m_journal,
            m_folder->path(),
            [servers = m_all](const QString &name, std::stop_token) -> Result<ServerLink> {
                const int number = name.mid(1).toInt();
                if (number < 1 || number > servers.size())
                    return failure(Error::Kind::NotFound, name);
                return servers.at(number - 1)->link(name);
            },
            std::move(look));
    }
    DeploymentState deploy(const QByteArray &version, const QByteArray &more = {});
    [[nodiscard]] static PlanRequest request(DeployKind kind = DeployKind::Deploy)
    {
        PlanRequest made;
        made.kind = kind;
        made.app = shop;
        return made;
    }
    static QStringList done(const DeploymentState &state, int attempt)
    {
        QStringList lines;
        for (const SpanState &span : state.spans) {
            if (span.attempt == attempt && span.outcome == Outcome::Succeeded
                && !span.run.isEmpty())
                lines.append(QString(stepName(span.step) + u' ' + serviceOfLane(span.lane)));
        }
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StackServer> m_server;
    std::unique_ptr<StackServer> m_second;
    std::unique_ptr<MemoryJournal> m_journal;
    QList<StackServer *> m_all;
    QStringList m_directories;
};

void TestStackEngine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<StackServer>();
    m_journal = std::make_unique<MemoryJournal>();
    m_all = {m_server.get()};
    m_directories = {m_server->directory()};
}

void TestStackEngine::cleanup()
{
    QCOMPARE(m_journal->problems(), QStringList());
    m_journal.reset();
    m_server.reset();
    m_second.reset();
    m_folder.reset();
}

DeploymentState TestStackEngine::deploy(const QByteArray &version, const QByteArray &more)
{
    project(version, more);
    const auto one = console();
    return one->carryOut(request());
}

void TestStackEngine::firstDeployThenAnother()
{
    DeploymentState state = deploy("1.0.0");
    const AttemptState *attempt = state.lastAttempt();
    QVERIFY(attempt && attempt->ended && attempt->verdict);
    QCOMPARE(attempt->ended->reported, Reported::Succeeded);
    QCOMPARE(realityName(attempt->verdict->reality), u"all-new"_s);
    QCOMPARE(attempt->plan.stack->redeploy, StackRedeploy::Everything);
    QCOMPARE(m_server->imageOf(u"web"_s), QByteArray("registry.test/shop/web:1.0.0"));
    QVERIFY(!m_journal->log(state.id, 0, 1000)->isEmpty());

    state = deploy("1.1.0");
    attempt = state.lastAttempt();
    QCOMPARE(attempt->ended->reported, Reported::Succeeded);
    QCOMPARE(realityName(attempt->verdict->reality), u"all-new"_s);
    QCOMPARE(attempt->plan.stack->versionNow, u"1.0.0"_s);
    QCOMPARE(attempt->plan.stack->redeploy, StackRedeploy::Database);
    QCOMPARE(m_server->imageOf(u"worker"_s), QByteArray("registry.test/shop/worker:1.1.0"));
    // The database was right, and was not touched.
    QVERIFY(!done(state, 1).contains(u"update-service db"_s));
    QVERIFY(done(state, 1).contains(u"back-up "_s));
    QVERIFY(!attempt->verdict->servers.constFirst().services.constFirst().environmentUnknown
        || attempt->verdict->servers.constFirst().services.constFirst().service == "db"_L1);
}

void TestStackEngine::rightServicesAreLeftAlone()
{
    runs("1.0.0");
    QFile env(m_folder->filePath(u".env"_s));
    const auto one = console();
    Result<DeployPlan> plan = answerOf(one->service().plan(request()));
    QVERIFY(plan);
    for (const PlannedService &service : plan->stack->servers.constFirst().services)
        QVERIFY2(service.action == PlannedService::Action::Nothing, qPrintable(service.service));
    QVERIFY(env.open(QIODevice::WriteOnly));
    env.write("SHOP_VERSION=1.0.0\nGREETING=adiós\n");
    env.close();
    plan = answerOf(one->service().plan(request()));
    QVERIFY(plan);
    QCOMPARE(plan->stack->redeploy, StackRedeploy::Environment);
    QStringList recreated;
    for (const PlannedService &service : plan->stack->servers.constFirst().services) {
        if (service.action == PlannedService::Action::Recreate)
            recreated.append(service.service);
    }
    QCOMPARE(recreated, QStringList{u"web"_s});
    const DeploymentState state = one->carryOut(request());
    QCOMPARE(realityName(state.lastAttempt()->verdict->reality), u"all-new"_s);
}

void TestStackEngine::failureIsRolledBack()
{
    runs("1.0.0");
    m_server->set(u"sick"_s, "1.2.0");
    const DeploymentState state =
        deploy("1.2.0", "[rollback]\non_failure = \"automatic\"\ndatabase = \"automatic\"\n");
    const AttemptState *attempt = state.lastAttempt();
    QCOMPARE(reportedName(attempt->ended->reported), reportedName(Reported::RolledBack));
    QCOMPARE(attempt->ended->failedStep, Step::VerifyHealth);
    QCOMPARE(realityName(attempt->verdict->reality), u"all-old"_s);
    QVERIFY(attempt->verdict->servers.constFirst().databaseRestored);
    QCOMPARE(m_server->imageOf(u"web"_s), QByteArray("registry.test/shop/web:1.0.0"));
    QVERIFY(!state.openQuestion());
}

void TestStackEngine::firstDeployThatFailsLeavesNothing()
{
    m_server->set(u"sick"_s, "1.2.0");
    const DeploymentState state = deploy("1.2.0", "[rollback]\non_failure = \"automatic\"\n");
    QCOMPARE(reportedName(state.lastAttempt()->ended->reported), u"rolled-back"_s);
    QCOMPARE(m_server->imageOf(u"web"_s), QByteArray());
    QCOMPARE(m_server->imageOf(u"db"_s), QByteArray());
    QVERIFY(!QFile::exists(m_server->directory() + u"/compose.yml"_s));
}

void TestStackEngine::personIsAskedAndAnswers_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<int>("answer");
    QTest::addColumn<int>("reported");
    QTest::addColumn<bool>("restored");
    const QString ask = u"ask"_s;
    QTest::newRow("roll back") << ask << int(FailureAnswer::RollBack) << int(Reported::RolledBack)
                               << false;
    QTest::newRow("with the data")
        << ask << int(FailureAnswer::RestoreData) << int(Reported::RolledBack) << true;
    QTest::newRow("leave") << ask << int(FailureAnswer::Leave) << int(Reported::Failed) << false;
    QTest::newRow("only the data is asked")
        << u"automatic"_s << int(FailureAnswer::RestoreData) << int(Reported::RolledBack) << true;
}

void TestStackEngine::personIsAskedAndAnswers()
{
    QFETCH(const QString, policy);
    QFETCH(const int, answer);
    QFETCH(const int, reported);
    QFETCH(const bool, restored);
    runs("1.0.0");
    m_server->set(u"sick"_s, "1.2.0");
    DeploymentState state =
        deploy("1.2.0", "[rollback]\non_failure = \"" + policy.toLatin1() + "\"\n");
    QCOMPARE(reportedName(state.lastAttempt()->ended->reported), reportedName(Reported::Failed));
    QVERIFY(state.openQuestion());
    const auto given = static_cast<FailureAnswer>(answer);
    QVERIFY(state.openQuestion()->answers.contains(given));
    const std::optional<PlanRequest> follows = requestFor(given, state);
    QVERIFY(follows);
    const auto one = console();
    state = one->carryOut(*follows);
    QCOMPARE(state.attempts.size(), 2);
    QCOMPARE(reportedName(state.lastAttempt()->ended->reported),
        reportedName(static_cast<Reported>(reported)));
    QVERIFY(!state.openQuestion());
    QCOMPARE(state.attempts.constFirst().answer, given);
    QCOMPARE(state.lastAttempt()->verdict->servers.constFirst().databaseRestored, restored);
    const bool isBack = reported == int(Reported::RolledBack);
    QCOMPARE(m_server->imageOf(u"web"_s),
        QByteArray(isBack ? "registry.test/shop/web:1.0.0" : "registry.test/shop/web:1.2.0"));
}

void TestStackEngine::retryGivesUpWhatWaits()
{
    runs("1.0.0");
    m_server->set(u"sick"_s, "1.2.0");
    DeploymentState state = deploy("1.2.0");
    QVERIFY(state.openQuestion());
    m_server->unset(u"sick"_s);
    const auto one = console();
    state = one->carryOut(*requestFor(FailureAnswer::Retry, state));
    QCOMPARE(state.attempts.size(), 2);
    QCOMPARE(reportedName(state.lastAttempt()->ended->reported), u"succeeded"_s);
    QCOMPARE(realityName(state.lastAttempt()->verdict->reality), u"all-new"_s);
    // What the first attempt had done is not done again.
    QVERIFY(!done(state, 2).contains(u"back-up "_s));
    QVERIFY(!done(state, 2).contains(u"release-command web"_s));
    QVERIFY(done(state, 2).contains(u"update-service worker"_s));
}

void TestStackEngine::cutLinkIsFollowedAgain()
{
    runs("1.0.0");
    m_server->set(u"hold"_s, {});
    project("1.1.0");
    const auto one = console();
    QSignalSpy finished(&one->service(), &DeployService::finished);
    int cuts = 0;
    connect(&one->service(),
        &DeployService::eventsArrived,
        this,
        [this, &cuts](const DeploymentId &, const QList<DeployEvent> &events) {
            for (const DeployEvent &event : events) {
                const auto *started = std::get_if<events::SpanStarted>(&event.body);
                if (!started || started->step != Step::UpdateService || cuts > 0)
                    continue;
                ++cuts;
                m_server->cut();
                QTimer::singleShot(700, this, [this] {
                    m_server->unset(u"hold"_s);
                    m_server->heal();
                });
            }
        });
    const Result<DeployPlan> plan = answerOf(one->service().plan(request()));
    const Result<DeploymentId> id = answerOf(one->service().apply(*plan));
    QVERIFY(id);
    QVERIFY(waitForSpy(finished));
    QCOMPARE(cuts, 1);
    const DeploymentState state = m_journal->state(*id);
    QCOMPARE(state.attempts.size(), 1);
    QCOMPARE(reportedName(state.lastAttempt()->ended->reported), u"succeeded"_s);
}

void TestStackEngine::killedConsoleIsResumed_data()
{
    QTest::addColumn<QString>("ends"); // when the console comes back
    QTest::newRow("while it runs") << u"later"_s;
    QTest::newRow("after its end") << u"before"_s;
}

void TestStackEngine::killedConsoleIsResumed()
{
    QFETCH(const QString, ends);
    runs("1.0.0");
    m_server->set(u"hold"_s, {});
    project("1.1.0");
    auto one = console();
    QSignalSpy log(&one->service(), &DeployService::logArrived);
    const Result<DeployPlan> plan = answerOf(one->service().plan(request()));
    const Result<DeploymentId> id = answerOf(one->service().apply(*plan));
    QVERIFY(id);
    const auto isHeld = [&] {
        for (const LogLine &line : m_journal->log(*id, 0, 10'000).value_or(QList<LogLine>()))
            if (line.text == "held"_L1)
                return true;
        return false;
    };
    while (!isHeld())
        QVERIFY(log.wait(30'000));
    one->die();
    DeploymentState state = m_journal->state(*id);
    QVERIFY(!state.lastAttempt()->ended);
    if (ends == "before"_L1) {
        m_server->unset(u"hold"_s);
        const QString lock = m_server->directory() + u"/.atalaya/lock"_s;
        while (QFileInfo(lock).size() > 0)
            QThread::yieldCurrentThread();
    }
    one = console();
    if (ends == "later"_L1)
        QTimer::singleShot(300, this, [this] { m_server->unset(u"hold"_s); });
    state = one->carryOut(request(DeployKind::Resume));
    QCOMPARE(state.id, *id);
    QCOMPARE(state.attempts.size(), 1);
    QCOMPARE(reportedName(state.lastAttempt()->ended->reported), u"succeeded"_s);
    QCOMPARE(realityName(state.lastAttempt()->verdict->reality), u"all-new"_s);
    for (const SpanState &span : std::as_const(state.spans))
        QVERIFY2(span.outcome != Outcome::Running && span.outcome != Outcome::Interrupted,
            qPrintable(stepName(span.step)));
}

void TestStackEngine::runIsStoppedOnRequest()
{
    runs("1.0.0");
    m_server->set(u"hold"_s, {});
    project("1.1.0", "[rollback]\non_failure = \"automatic\"\ndatabase = \"automatic\"\n");
    const auto one = console();
    const auto other = console();
    QSignalSpy log(&one->service(), &DeployService::logArrived);
    QSignalSpy finished(&one->service(), &DeployService::finished);
    const Result<DeployPlan> plan = answerOf(one->service().plan(request()));
    const Result<DeploymentId> id = answerOf(one->service().apply(*plan));
    QVERIFY(id);
    const auto isHeld = [&] {
        for (const LogLine &line : m_journal->log(*id, 0, 10'000).value_or(QList<LogLine>()))
            if (line.text == "held"_L1)
                return true;
        return false;
    };
    while (!isHeld())
        QVERIFY(log.wait(30'000));
    const Result<bool> told = answerOf(other->service().cancel(*id, StopMode::RollBack));
    QVERIFY(told && *told);
    m_server->unset(u"hold"_s);
    QVERIFY(waitForSpy(finished));
    const DeploymentState state = m_journal->state(*id);
    QVERIFY(state.lastAttempt()->cancelRequested);
    QCOMPARE(reportedName(state.lastAttempt()->ended->reported), u"rolled-back"_s);
    QCOMPARE(realityName(state.lastAttempt()->verdict->reality), u"all-old"_s);
    QCOMPARE(m_server->imageOf(u"web"_s), QByteArray("registry.test/shop/web:1.0.0"));
}

void TestStackEngine::earlierVersionReturns()
{
    deploy("1.0.0");
    deploy("1.1.0");
    const auto one = console();
    const DeploymentState state = one->carryOut(request(DeployKind::RollBack));
    QCOMPARE(state.lastAttempt()->plan.stack->version, u"1.0.0"_s);
    QCOMPARE(state.lastAttempt()->plan.stack->redeploy, StackRedeploy::EarlierVersion);
    QCOMPARE(reportedName(state.lastAttempt()->ended->reported), u"rolled-back"_s);
    QCOMPARE(realityName(state.lastAttempt()->verdict->reality), u"all-new"_s);
    QCOMPARE(m_server->imageOf(u"web"_s), QByteArray("registry.test/shop/web:1.0.0"));
    QVERIFY(m_server->get(u"../srv/shop/.env"_s).contains("SHOP_VERSION=1.0.0"));
}

void TestStackEngine::serversComeOneAfterAnother()
{
    // One folder for both: they come one after another.
    m_second = std::make_unique<StackServer>();
    m_second->set(u"directory"_s, m_server->directory().toUtf8());
    m_all.append(m_second.get());
    m_directories.append(m_server->directory());
    DeploymentState state = deploy("1.0.0");
    QCOMPARE(reportedName(state.lastAttempt()->ended->reported), u"succeeded"_s);
    QCOMPARE(state.lastAttempt()->verdict->servers.size(), 2);
    QCOMPARE(m_second->imageOf(u"web"_s), QByteArray("registry.test/shop/web:1.0.0"));
    m_server->set(u"sick"_s, "1.2.0");
    state = deploy("1.2.0", "[rollback]\non_failure = \"automatic\"\ndatabase = \"automatic\"\n");
    // The first one failed: the second one was never begun.
    QCOMPARE(reportedName(state.lastAttempt()->verdict->servers.at(0).reported), u"rolled-back"_s);
    QCOMPARE(reportedName(state.lastAttempt()->verdict->servers.at(1).reported), u"cancelled"_s);
    QCOMPARE(m_second->imageOf(u"web"_s), QByteArray("registry.test/shop/web:1.0.0"));
}

void TestStackEngine::missingImageIsRefused()
{
    project("9.9.9");
    const auto one = console();
    const Result<DeployPlan> plan = answerOf(one->service().plan(request()));
    QVERIFY(!plan);
    QVERIFY2(plan.error().code.startsWith("image-missing"_L1), qPrintable(plan.error().code));
}

void TestStackEngine::changedFilesAreRefused()
{
    project("1.0.0");
    const auto one = console();
    const Result<DeployPlan> plan = answerOf(one->service().plan(request()));
    QVERIFY(plan);
    QFile env(m_folder->filePath(u".env"_s));
    QVERIFY(env.open(QIODevice::Append));
    env.write("MORE=1\n");
    env.close();
    const Result<DeploymentId> id = answerOf(one->service().apply(*plan));
    QVERIFY(!id);
    QCOMPARE(id.error().kind, Error::Kind::Precondition);
}

void TestStackEngine::downtimeIsSeenFromTheDesk()
{
    runs("1.0.0");
    m_server->set(u"hold"_s, {}); // users wait while web is recreated
    project("1.1.0", "[[probe]]\nurl = \"https://shop.example/\"\n");
    std::atomic<bool> isSeen = false;
    const auto one = console([this, &isSeen](const QUrl &, auto, const std::stop_token &) {
        ProbeResult result;
        const bool isHeld = m_server->calls().contains("--force-recreate")
            && QFileInfo::exists(m_server->path(u"state/hold"_s));
        result.problem = isHeld ? ProbeResult::Problem::Unreachable : ProbeResult::Problem::None;
        isSeen = isSeen || isHeld;
        return std::optional(result);
    });
    QSignalSpy arrived(&one->service(), &DeployService::eventsArrived);
    QSignalSpy finished(&one->service(), &DeployService::finished);
    const Result<DeployPlan> plan = answerOf(one->service().plan(request()));
    QVERIFY(plan);
    QCOMPARE(plan->stack->watches.value(0).address, u"https://shop.example/"_s);
    const Result<DeploymentId> id = answerOf(one->service().apply(*plan));
    QVERIFY(id);
    while (!isSeen)
        QVERIFY(arrived.wait(30'000) || isSeen);
    m_server->unset(u"hold"_s);
    QVERIFY(waitForSpy(finished));
    const QList<WatchedAddress> watched = m_journal->state(*id).lastAttempt()->verdict->watched;
    QCOMPARE(watched.size(), 1);
    QCOMPARE(watched.constFirst().outages, 1);
    QVERIFY(watched.constFirst().down > std::chrono::milliseconds(0));
    QVERIFY(!watched.constFirst().isDown);
}

QTEST_GUILESS_MAIN(TestStackEngine)
#include "tst_stackengine.moc"
