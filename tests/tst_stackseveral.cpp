#include "servers/ssherrors.h"
#include "support/stackconsole.h"
#include "support/stackserver.h"

#include <QDir>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {
const QString directory = u"/srv/the-shop"_s;
const AppName shop = stackTarget(u"shop"_s);
const QByteArray automatic = "[rollback]\non_failure = \"automatic\"\ndatabase = \"automatic\"\n";
} // namespace

// A stack on two servers through DeployService, one of which fails; docker by a stand-in.
class TestStackSeveral final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void retryBringsThemTogether();
    void rollBackBringsThemTogether();
    void rolledBackDataIsBackedUpAgain();
    void otherServersAreNotBegun();
    void killedBeforeTheStart();

private:
    std::unique_ptr<StackConsole> console()
    {
        return std::make_unique<StackConsole>(*m_journal,
            m_folder->path(),
            [this](const QString &name, std::stop_token) -> Result<ServerLink> {
                ServerLink link = (name == "s1"_L1 ? m_first : m_second)->link(name);
                link.run = [this, run = link.run](
                               const SshCommand &command, std::stop_token stop) -> Result<SshEnd> {
                    const QByteArray &input = command.secretInput.reveal();
                    if (m_isDeaf && (input.contains("\nstage\n") || input.contains("\nstart\n")))
                        return failure(sshErrorOf({SshCause::ConnectionLost, {}, false}, u"cut"_s));
                    return run(command, stop);
                };
                return link;
            });
    }
    [[nodiscard]] DeploymentState deploy(const QByteArray &version, const QByteArray &more = {})
    {
        StackServer::writeProject(m_folder->path(), {directory, directory}, version, more);
        return console()->carryOut(request(DeployKind::Deploy));
    }
    [[nodiscard]] static PlanRequest request(DeployKind kind)
    {
        PlanRequest made;
        made.kind = kind;
        made.app = shop;
        return made;
    }
    static QString told(const DeploymentState &state)
    {
        QStringList words;
        const AttemptState *attempt = state.lastAttempt();
        if (!attempt || !attempt->verdict)
            return u"no verdict"_s;
        for (const StackVerdict &one : attempt->verdict->servers)
            words.append(u"%1 %2 %3 %4"_s.arg(one.server,
                reportedName(one.reported),
                realityName(one.reality),
                one.reality == Reality::AllOld ? one.oldVersion : one.newVersion));
        return words.join(u", "_s);
    }
    [[nodiscard]] QByteArray web(const StackServer &server) const
    {
        return server.imageOf(u"web"_s).split(':').last();
    }
    static QStringList done(const DeploymentState &state, int attempt, const QString &server)
    {
        QStringList steps;
        for (const SpanState &span : state.spans) {
            if (span.attempt == attempt && span.outcome == Outcome::Succeeded && !span.run.isEmpty()
                && serverOfLane(span.lane) == server)
                steps.append(stepName(span.step));
        }
        return steps;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StackServer> m_first;
    std::unique_ptr<StackServer> m_second;
    std::unique_ptr<MemoryJournal> m_journal;
    std::atomic<bool> m_isDeaf = false; // nothing can be started there
};

void TestStackSeveral::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_first = std::make_unique<StackServer>();
    m_second = std::make_unique<StackServer>();
    m_first->callDirectory(directory);
    m_second->callDirectory(directory);
    m_journal = std::make_unique<MemoryJournal>();
    QCOMPARE(told(deploy("1.0.0")), u"s1 succeeded all-new 1.0.0, s2 succeeded all-new 1.0.0"_s);
}

void TestStackSeveral::cleanup()
{
    QCOMPARE(m_journal->problems(), QStringList());
}

// The first one stays on the new version, with what was written there since: only the second one
// failed.
void TestStackSeveral::retryBringsThemTogether()
{
    m_second->set(u"sick"_s, "1.1.0");
    DeploymentState state = deploy("1.1.0", automatic);
    QCOMPARE(told(state), u"s1 succeeded all-new 1.1.0, s2 rolled-back all-old 1.0.0"_s);
    QCOMPARE(realityName(state.lastAttempt()->verdict->reality), u"mixed"_s);
    QCOMPARE(reportedName(state.lastAttempt()->ended->reported), u"rolled-back"_s);
    QCOMPARE(web(*m_first), QByteArray("1.1.0"));
    QCOMPARE(web(*m_second), QByteArray("1.0.0"));
    m_second->unset(u"sick"_s);
    const DeploymentId first = state.id;
    state = console()->carryOut(request(DeployKind::Retry));
    QCOMPARE(state.id, first);
    QCOMPARE(told(state), u"s1 succeeded all-new 1.1.0, s2 succeeded all-new 1.1.0"_s);
    QCOMPARE(web(*m_second), QByteArray("1.1.0"));
    QVERIFY(!done(state, 2, u"s1"_s).contains(u"update-service"_s));
    QVERIFY(!done(state, 2, u"s1"_s).contains(u"release-command"_s));
    QVERIFY(done(state, 2, u"s2"_s).contains(u"release-command"_s));
}

void TestStackSeveral::rollBackBringsThemTogether()
{
    m_second->set(u"sick"_s, "1.1.0");
    DeploymentState state = deploy("1.1.0", automatic);
    QCOMPARE(web(*m_first), QByteArray("1.1.0"));
    state = console()->carryOut(request(DeployKind::RollBack));
    QCOMPARE(state.lastAttempt()->plan.stack->version, u"1.0.0"_s);
    // Its data was migrated: it returns by the same policy, from the backup before that.
    QVERIFY(state.lastAttempt()->verdict->servers.constFirst().databaseRestored);
    QVERIFY(!state.lastAttempt()->verdict->servers.constLast().databaseRestored);
    QCOMPARE(told(state), u"s1 rolled-back all-new 1.0.0, s2 rolled-back all-new 1.0.0"_s);
    QCOMPARE(web(*m_first), QByteArray("1.0.0"));
    QCOMPARE(web(*m_second), QByteArray("1.0.0"));
    QVERIFY(!done(state, 1, u"s2"_s).contains(u"update-service"_s));
}

// What was written after the roll back is in no backup of before.
void TestStackSeveral::rolledBackDataIsBackedUpAgain()
{
    m_second->set(u"sick"_s, "1.1.0");
    DeploymentState state = deploy("1.1.0", automatic);
    m_second->unset(u"sick"_s);
    state = console()->carryOut(request(DeployKind::Retry));
    QVERIFY(!done(state, 2, u"s1"_s).contains(u"back-up"_s));
    QVERIFY(done(state, 2, u"s2"_s).contains(u"back-up"_s));
    const QStringList dumps =
        QDir(m_second->directory() + u"/backups"_s).entryList({u"pre_deploy_*"_s});
    QCOMPARE(dumps.size(), 2);
}

void TestStackSeveral::otherServersAreNotBegun()
{
    m_first->set(u"sick"_s, "1.1.0");
    const DeploymentState state = deploy("1.1.0", automatic);
    QCOMPARE(told(state), u"s1 rolled-back all-old 1.0.0, s2 cancelled all-old 1.0.0"_s);
    QCOMPARE(realityName(state.lastAttempt()->verdict->reality), u"all-old"_s);
    QVERIFY(done(state, 1, u"s2"_s).isEmpty());
}

// What it leaves out was told, and no server had heard of it: it is told once.
void TestStackSeveral::killedBeforeTheStart()
{
    StackServer::writeProject(m_folder->path(), {directory, directory}, "1.1.0");
    m_isDeaf = true;
    auto one = console();
    const Result<DeployPlan> plan = answerOf(one->service().plan(request(DeployKind::Deploy)));
    QVERIFY(plan);
    QSignalSpy events(&one->service(), &DeployService::eventsArrived);
    const Result<DeploymentId> id = answerOf(one->service().apply(*plan));
    QVERIFY(id);
    const auto skipped = [this, &id] {
        QStringList steps;
        for (const SpanState &span : m_journal->state(*id).spans) {
            if (span.outcome == Outcome::Skipped)
                steps.append(QString(stepName(span.step) + u' ' + span.lane));
        }
        return steps;
    };
    QStringList planned;
    for (const PlannedStep &step : plan->steps) {
        if (step.skipped)
            planned.append(QString(stepName(step.step) + u' ' + step.lane));
    }
    QVERIFY(!planned.filter(u"s1"_s).isEmpty());
    while (skipped().size() < planned.filter(u"s1"_s).size())
        QVERIFY(events.wait(30'000));
    one->die();
    m_isDeaf = false;
    const DeploymentState state = console()->carryOut(request(DeployKind::Resume));
    QCOMPARE(state.id, *id);
    QCOMPARE(told(state), u"s1 succeeded all-new 1.1.0, s2 succeeded all-new 1.1.0"_s);
    QCOMPARE(skipped(), planned);
}

QTEST_GUILESS_MAIN(TestStackSeveral)
#include "tst_stackseveral.moc"
