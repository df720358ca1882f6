#include "app/sandboxpast.h"
#include "deploy/deployservice.h"
#include "models/words.h"
#include "support/answerof.h"
#include "support/sandboxwindow.h"
#include "support/uitest.h"
#include "ui/deploy/plandialog.h"
#include "ui/deploy/targetpanel.h"
#include "ui/shell/actionregistry.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/statepages.h"

#include <QJsonArray>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QTreeView>

#include <signal.h>

using namespace Qt::StringLiterals;

namespace {

const AppName gad(u"grupo-gad"_s);

// Another program in the middle of writing to the same store.
class Intruder
{
public:
    explicit Intruder(const QString &folder)
        : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, u"intruder"_s))
    {
        m_database.setDatabaseName(folder + u"/store.db"_s);
        m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=30000"_s);
    }
    ~Intruder()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(u"intruder"_s);
    }
    Q_DISABLE_COPY_MOVE(Intruder)

    [[nodiscard]] bool lock()
    {
        return m_database.open() && QSqlQuery(m_database).exec(u"BEGIN IMMEDIATE"_s);
    }
    void unlock() { QSqlQuery(m_database).exec(u"ROLLBACK"_s); }

private:
    QSqlDatabase m_database;
};

} // namespace

// What goes wrong around a deployment, as the window shows it: the right state, nothing lost, and
// it goes on when the trouble is over.
class TestTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aTokenThatExpiresMarksTheAccount();
    void aBrokenConfigIsToldWithItsLine();
    void aSimulatorThatDiesIsWaitedFor();
    void aMachineThatSomebodyDestroysIsTold();
    void aLockedStoreLetsNothingBegin();
    void aLostJournalStopsTheRun();
    void aCancelHalfWayIsToldAlikeEverywhere();
    void aWorldBegunAnewIsSeen();

private:
    [[nodiscard]] QAction *action(const QString &id) const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString banner() const;
    void provoke(const QString &fault, const QJsonObject &more = {});
    void retryAndSee(const char *kind);
    void checkRetryEndsWell();

    std::unique_ptr<SandboxWindow> m_host;
    std::unique_ptr<QSignalSpy> m_finished;
};

void TestTroubles::init()
{
    m_host = std::make_unique<SandboxWindow>(true);
    QVERIFY(m_host->setSpeed(12));
    m_host->show();
    m_host->window().openApp(gad.value);
    QTRY_VERIFY_WITH_TIMEOUT(action(u"action.retry"_s)->isEnabled(), 30'000);
    m_finished =
        std::make_unique<QSignalSpy>(&m_host->composition().deploy(), &DeployService::finished);
}

void TestTroubles::cleanup()
{
    m_finished.reset();
    m_host.reset();
}

QAction *TestTroubles::action(const QString &id) const
{
    return m_host->window().findChild<ActionRegistry *>()->action(id);
}

QString TestTroubles::sentence() const
{
    return FIND(QWidget, &m_host->window(), "target.sentence")->accessibleName();
}

QString TestTroubles::banner() const
{
    const auto *banner = FIND(Banner, &m_host->window(), "banner");
    return banner->isVisible() ? banner->text() : QString();
}

void TestTroubles::provoke(const QString &fault, const QJsonObject &more)
{
    QJsonObject body = more;
    body.insert(u"name"_s, fault);
    QVERIFY(!m_host->control("POST", u"faults"_s, body).isEmpty());
}

// Begins a retry and comes back when it has told an event of that step.
void TestTroubles::retryAndSee(const char *kind)
{
    QSignalSpy arrived(&m_host->composition().deploy(), &DeployService::eventsArrived);
    action(u"action.retry"_s)->trigger();
    QVERIFY(m_host->apply(gad.value));
    const auto seen = [&arrived, kind] {
        for (const QList<QVariant> &batch : arrived) {
            for (const DeployEvent &event : batch.at(1).value<QList<DeployEvent>>()) {
                if (deployEventToJson(event).contains(kind))
                    return true;
            }
        }
        return false;
    };
    while (!seen())
        QVERIFY(arrived.wait(60'000));
}

void TestTroubles::checkRetryEndsWell()
{
    QTRY_VERIFY_WITH_TIMEOUT(action(u"action.retry"_s)->isEnabled(), 30'000);
    m_finished->clear();
    action(u"action.retry"_s)->trigger();
    QVERIFY(m_host->apply(gad.value));
    QVERIFY(!m_finished->isEmpty() || m_finished->wait(120'000));
    const auto history = answerOf(m_host->composition().deploy().history(gad));
    QVERIFY(history && history->first().verdict);
    QVERIFY2(history->first().verdict->reality == Reality::AllNew,
        qPrintable(Words::verdict(*history->first().verdict)));
    QCOMPARE(m_host->control("GET", u"status"_s).value(u"liveLeases"_s).toInt(-1), 0);
}

void TestTroubles::aTokenThatExpiresMarksTheAccount()
{
    provoke(u"token-expired"_s, {{u"count"_s, 0}});
    m_host->fleet().refreshNow();
    const QString told = Words::error(Error{Error::Kind::Unauthorised, {}, 0, {}, {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(banner(), told, 20'000);
    const auto *tree = FIND(QTreeView, &m_host->window(), "fleet.tree");
    QVERIFY(tree->model()->rowCount(tree->model()->index(0, 0)) >= 2); // as it was last seen
    UiTest::shot(&m_host->window(), u"token-expired"_s);

    action(u"action.retry"_s)->trigger();
    auto *dialog = FIND(PlanDialog, &m_host->window(), "plan");
    const auto *pages = dialog->findChild<StatePages *>();
    QTRY_COMPARE_WITH_TIMEOUT(pages->state(), StatePages::State::Error, 20'000);
    QCOMPARE(pages->sentence(), told);
    dialog->reject();

    QVERIFY(!m_host->control("POST", u"faults"_s, {{u"clear"_s, QString()}}).isEmpty());
    m_host->fleet().refreshNow();
    QTRY_COMPARE_WITH_TIMEOUT(banner(), QString(), 20'000);
}

void TestTroubles::aBrokenConfigIsToldWithItsLine()
{
    QTemporaryDir project;
    const QString path = project.filePath(u"fly.toml"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("app = \"grupo-gad\"\n\n[deploy\n");
    file.close();
    m_host->composition().settings().setProjectConfig(gad.value, path);
    QTRY_VERIFY_WITH_TIMEOUT(action(u"action.deploy"_s)->isEnabled(), 20'000);
    action(u"action.deploy"_s)->trigger();
    auto *dialog = FIND(PlanDialog, &m_host->window(), "plan");
    const auto *pages = dialog->findChild<StatePages *>();
    QTRY_COMPARE_WITH_TIMEOUT(pages->state(), StatePages::State::Error, 20'000);
    QVERIFY2(pages->sentence().contains("fly.toml:3"_L1), qPrintable(pages->sentence()));
    UiTest::shot(dialog, u"broken-config"_s);

    // Mended and looked at again, in the same dialog.
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("app = \"grupo-gad\"\n");
    file.close();
    Q_EMIT dialog->refreshRequested();
    QTRY_VERIFY_WITH_TIMEOUT(pages->state() != StatePages::State::Loading, 20'000);
    QVERIFY2(!pages->sentence().contains("fly.toml:3"_L1), qPrintable(pages->sentence()));
}

void TestTroubles::aCancelHalfWayIsToldAlikeEverywhere()
{
    retryAndSee("machine-updated");
    m_host->prompts.choices = {1};
    auto *primary = FIND(QPushButton, &m_host->window(), "target.primary");
    primary->setFocus();
    action(u"action.primary"_s)->trigger();
    QCOMPARE(m_host->prompts.asked.size(), 1);
    QCOMPARE(m_host->window().focusWidget(), FIND(QWidget, &m_host->window(), "chart"));
    QVERIFY(!m_finished->isEmpty() || m_finished->wait(120'000));
    const auto history = answerOf(m_host->composition().deploy().history(gad));
    QVERIFY(history && history->first().verdict);
    QCOMPARE(history->first().verdict->reality, Reality::Mixed);
    const auto *tree = FIND(QTreeView, &m_host->window(), "fleet.tree");
    const auto word = [tree] {
        const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0),
            Qt::DisplayRole,
            gad.value,
            1,
            Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QString() : found.first().siblingAtColumn(1).data().toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(word(), Words::verdictShort(*history->first().verdict), 20'000);
    UiTest::shot(&m_host->window(), u"cancelled-half-way"_s);
}

// As "sandbox reset" does beside an open window: nothing is told of the world that is gone.
void TestTroubles::aWorldBegunAnewIsSeen()
{
    const QString before = sentence();
    checkRetryEndsWell();
    QTRY_VERIFY_WITH_TIMEOUT(sentence() != before, 20'000);
    const auto history = answerOf(m_host->composition().deploy().history(gad));
    QVERIFY(history && history->first().verdict);
    const QString verdict = Words::verdict(*history->first().verdict);
    QTRY_VERIFY_WITH_TIMEOUT(sentence().contains(verdict), 20'000);
    QVERIFY(!m_host->control("POST", u"reset"_s, {}).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!sentence().contains(verdict), 30'000);
    const ProfilePaths paths = m_host->composition().paths();
    const Result<void> anew = SandboxPast::beginAnew(
        paths.data, m_host->composition().catalogue(), QDateTime::currentDateTimeUtc());
    QVERIFY2(anew, anew ? "" : qPrintable(anew.error().detail));
    const auto *primary = FIND(QPushButton, &m_host->window(), "target.primary");
    const QString retry = QCoreApplication::translate("TargetHeader", "Retry deploy");
    QTRY_COMPARE_WITH_TIMEOUT(primary->text(), retry, 30'000); // as on the first day
    const auto past = answerOf(m_host->composition().deploy().history(gad));
    QVERIFY(past && !past->isEmpty());
    QCOMPARE(past->first().reported, Reported::Failed);
    QCOMPARE(past->first().attempts, 1);
    UiTest::shot(&m_host->window(), u"world-begun-anew"_s);
}

void TestTroubles::aSimulatorThatDiesIsWaitedFor()
{
    retryAndSee("machine-updated");
    const QJsonObject status = m_host->control("GET", u"status"_s);
    const auto pid = static_cast<pid_t>(status.value(u"pid"_s).toInteger());
    QVERIFY(pid > 0);
    QCOMPARE(::kill(pid, SIGKILL), 0);
    // The next request starts it again, on the world that it had written down.
    QVERIFY(!m_finished->isEmpty() || m_finished->wait(180'000));
    const auto history = answerOf(m_host->composition().deploy().history(gad));
    QVERIFY(history.has_value());
    QCOMPARE(history->first().status, DeploymentSummary::Status::Ended);
    QVERIFY(history->first().verdict);
    QTRY_VERIFY_WITH_TIMEOUT(
        sentence().contains(Words::verdict(*history->first().verdict)), 20'000);
    UiTest::shot(&m_host->window(), u"simulator-died"_s);
    if (history->first().verdict->reality != Reality::AllNew)
        checkRetryEndsWell();
    const QJsonObject after = m_host->control("GET", u"status"_s);
    QVERIFY(after.value(u"pid"_s).toInteger() != pid);
    QCOMPARE(after.value(u"releaseCommandRuns"_s).toInt(-1), 1);
}

void TestTroubles::aMachineThatSomebodyDestroysIsTold()
{
    const QJsonArray machines =
        m_host->control("GET", u"machines?app="_s + gad.value).value(u"machines"_s).toArray();
    const QString last = machines.last().toObject().value(u"id"_s).toString();
    retryAndSee("machine-updated");
    provoke(u"machine-destroyed"_s, {{u"app"_s, gad.value}, {u"machine"_s, last}});
    QVERIFY(!m_finished->isEmpty() || m_finished->wait(120'000));
    const auto history = answerOf(m_host->composition().deploy().history(gad));
    QVERIFY(history && history->first().verdict);
    QVERIFY(history->first().verdict->reality != Reality::AllNew
        || history->first().verdict->foundMachines < int(machines.size()));
    QTRY_VERIFY_WITH_TIMEOUT(
        sentence().contains(Words::verdict(*history->first().verdict)), 20'000);
    UiTest::shot(&m_host->window(), u"machine-destroyed"_s);
    QCOMPARE(m_host->control("GET", u"status"_s).value(u"liveLeases"_s).toInt(-1), 0);
}

void TestTroubles::aLockedStoreLetsNothingBegin()
{
    Intruder intruder(m_host->composition().paths().data);
    QVERIFY(intruder.lock());
    action(u"action.retry"_s)->trigger();
    QVERIFY(m_host->plan()); // reading is possible
    auto *dialog = FIND(PlanDialog, &m_host->window(), "plan");
    const auto *refusal = FIND(Banner, dialog, "plan.banner");
    const int requests = m_host->control("GET", u"requests"_s).value(u"total"_s).toInt();
    QVERIFY(m_host->confirm(gad.value));
    QTRY_VERIFY_WITH_TIMEOUT(refusal->isVisible(), 20'000);
    QVERIFY(!refusal->text().isEmpty());
    UiTest::shot(dialog, u"store-locked"_s);
    const QJsonArray sent = m_host->control("GET", u"requests?from="_s + QString::number(requests))
                                .value(u"requests"_s)
                                .toArray();
    for (const QJsonValue &request : sent)
        QVERIFY2(!request.toString().contains("/lease"_L1), qPrintable(request.toString()));
    intruder.unlock();
    dialog->reject();
    checkRetryEndsWell();
}

void TestTroubles::aLostJournalStopsTheRun()
{
    Intruder intruder(m_host->composition().paths().data);
    retryAndSee("machine-updated");
    QVERIFY(intruder.lock());
    QVERIFY(!m_finished->isEmpty() || m_finished->wait(120'000));
    QVERIFY2(!banner().isEmpty(), "the lost journal is told");
    UiTest::shot(&m_host->window(), u"journal-lost"_s);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_host->control("GET", u"status"_s).value(u"liveLeases"_s).toInt(-1), 0, 30'000);
    intruder.unlock();
    // Nobody wrote its end: it is gone on with like any other that broke off.
    QTRY_VERIFY_WITH_TIMEOUT(action(u"action.resume"_s)->isEnabled(), 30'000);
    m_finished->clear();
    action(u"action.resume"_s)->trigger();
    QVERIFY(m_host->apply(gad.value));
    QVERIFY(!m_finished->isEmpty() || m_finished->wait(120'000));
    const auto history = answerOf(m_host->composition().deploy().history(gad));
    QVERIFY(history && history->first().verdict);
    QCOMPARE(history->first().verdict->reality, Reality::AllNew);
    QCOMPARE(m_host->control("GET", u"status"_s).value(u"releaseCommandRuns"_s).toInt(-1), 1);
}

QTEST_MAIN(TestTroubles)
#include "tst_troubles.moc"
