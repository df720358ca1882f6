#include "deploy/deployservice.h"
#include "models/words.h"
#include "support/answerof.h"
#include "support/sandboxwindow.h"
#include "support/uitest.h"
#include "ui/deploy/ganttview.h"
#include "ui/shell/actionregistry.h"
#include "ui/widgets/banner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <signal.h>

using namespace Qt::StringLiterals;

namespace {

const AppName gad(u"grupo-gad"_s);

// The command line beside the window: on the same folders, in a process of its own.
class Ctl
{
public:
    void begin(const QStringList &arguments)
    {
        m_process.start(QCoreApplication::applicationDirPath() + u"/atalayactl"_s,
            QStringList{u"--sandbox"_s, u"--json"_s} + arguments);
    }
    // Until it has told an event of this kind.
    [[nodiscard]] bool tells(const QByteArray &kind)
    {
        return QTest::qWaitFor(
            [this, &kind] {
                m_told += m_process.readAllStandardOutput();
                return m_told.contains(kind);
            },
            60'000);
    }
    [[nodiscard]] bool kill()
    {
        return ::kill(static_cast<pid_t>(m_process.processId()), SIGKILL) == 0 && ends();
    }
    [[nodiscard]] bool ends()
    {
        return QTest::qWaitFor(
            [this] { return m_process.state() == QProcess::NotRunning; }, 120'000);
    }
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }
    // The last of what it wrote.
    [[nodiscard]] QJsonObject result()
    {
        m_told += m_process.readAllStandardOutput();
        return QJsonDocument::fromJson(m_told.trimmed().split('\n').last()).object();
    }
    [[nodiscard]] QByteArray told()
    {
        return m_told.right(2000) + m_process.readAllStandardError();
    }

private:
    QProcess m_process;
    QByteArray m_told;
};

QString sentenceOf(SandboxWindow &host)
{
    return FIND(QWidget, &host.window(), "target.sentence")->accessibleName();
}

QAction *actionOf(SandboxWindow &host, const QString &id)
{
    return host.window().findChild<ActionRegistry *>()->action(id);
}

} // namespace

// The window and another process of the same user: what the other one runs is seen, and can be
// stopped and gone on with.
class TestOtherProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void itsDeploymentIsFollowedAndCancelled();
    void itsDeploymentIsFollowedToItsVerdict();
    void whatAKillLeftIsResumed();

private:
    void openGad();
    void checkSameVerdict(const QJsonObject &result, const DeploymentId &id);

    std::unique_ptr<SandboxWindow> m_host;
};

void TestOtherProcess::init()
{
    m_host = std::make_unique<SandboxWindow>(true);
    QVERIFY(m_host->setSpeed(12));
    // The other process is to find the sandbox's whole past.
    QVERIFY(answerOf(m_host->composition().storeOpened()).has_value());
}

void TestOtherProcess::cleanup()
{
    m_host.reset();
}

void TestOtherProcess::openGad()
{
    m_host->show();
    m_host->window().openApp(gad.value);
    QTRY_VERIFY_WITH_TIMEOUT(actionOf(*m_host, u"action.primary"_s)->isEnabled(), 30'000);
}

void TestOtherProcess::checkSameVerdict(const QJsonObject &result, const DeploymentId &id)
{
    QCOMPARE(result.value(u"deployment"_s).toString(), id.value);
    const Result<QList<DeploymentSummary>> history =
        answerOf(m_host->composition().deploy().history(gad));
    QVERIFY(history && history->first().id == id && history->first().verdict);
    const Verdict &verdict = *history->first().verdict;
    QCOMPARE(result.value(u"verdict"_s).toObject().value(u"reality"_s).toString(),
        realityName(verdict.reality));
    QTRY_VERIFY2_WITH_TIMEOUT(sentenceOf(*m_host).contains(Words::verdict(verdict)),
        qPrintable(sentenceOf(*m_host)),
        20'000);
    QCOMPARE(m_host->control("GET", u"status"_s).value(u"liveLeases"_s).toInt(-1), 0);
}

void TestOtherProcess::itsDeploymentIsFollowedAndCancelled()
{
    openGad();
    auto *chart = FIND(GanttView, &m_host->window(), "chart");
    QSignalSpy arrived(&m_host->composition().deploy(), &DeployService::eventsArrived);
    Ctl ctl;
    ctl.begin({u"retry"_s, gad.value, u"--yes"_s, gad.value});
    const QAction *ask = actionOf(*m_host, u"action.askCancel"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(ask->isEnabled(), ctl.told().constData(), 60'000);
    QVERIFY(!actionOf(*m_host, u"action.retry"_s)->isEnabled());
    QTRY_VERIFY2_WITH_TIMEOUT(
        sentenceOf(*m_host).contains("atalayactl"_L1), qPrintable(sentenceOf(*m_host)), 20'000);

    // It grows while it runs, by news and not by reading it all again.
    QVERIFY(ctl.tells("machine-updated"));
    QTRY_VERIFY_WITH_TIMEOUT(!chart->state().lastAttempt()->updated.isEmpty(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(arrived.size() > 1, 20'000);
    UiTest::shot(&m_host->window(), u"followed"_s);

    const DeploymentId id = chart->state().id;
    m_host->prompts.choices = {1};
    actionOf(*m_host, u"action.askCancel"_s)->trigger();
    QCOMPARE(m_host->prompts.asked.size(), 1);
    QVERIFY(m_host->prompts.asked.first().text.contains("atalayactl"_L1));
    QVERIFY(ctl.ends());
    QVERIFY2(ctl.exitCode() == 8, ctl.told().constData());
    checkSameVerdict(ctl.result(), id);
    QTRY_VERIFY_WITH_TIMEOUT(actionOf(*m_host, u"action.retry"_s)->isEnabled(), 20'000);
    UiTest::shot(&m_host->window(), u"followed-cancelled"_s);
}

void TestOtherProcess::itsDeploymentIsFollowedToItsVerdict()
{
    openGad();
    auto *chart = FIND(GanttView, &m_host->window(), "chart");
    Ctl ctl;
    ctl.begin({u"retry"_s, gad.value, u"--yes"_s, gad.value});
    QTRY_VERIFY2_WITH_TIMEOUT(
        actionOf(*m_host, u"action.askCancel"_s)->isEnabled(), ctl.told().constData(), 60'000);
    QSignalSpy finished(&m_host->composition().deploy(), &DeployService::finished);
    QVERIFY(ctl.ends());
    QVERIFY2(ctl.exitCode() == 0, ctl.told().constData());
    QVERIFY(!finished.isEmpty() || finished.wait(20'000));
    const DeploymentId id = chart->state().id;
    checkSameVerdict(ctl.result(), id);
    // Nothing was missed on the way.
    const Result<DeploymentState> whole = answerOf(m_host->composition().deploy().load(id));
    QVERIFY(whole.has_value());
    QTRY_COMPARE_WITH_TIMEOUT(chart->state().lastSequence, whole->lastSequence, 20'000);
    QCOMPARE(chart->state().spans, whole->spans);
}

void TestOtherProcess::whatAKillLeftIsResumed()
{
    m_host->closeWindow();
    Ctl ctl;
    ctl.begin({u"retry"_s, gad.value, u"--yes"_s, gad.value});
    QVERIFY2(ctl.tells("machine-updated"), ctl.told().constData());
    QVERIFY(ctl.kill());

    m_host->openWindow();
    m_host->show();
    auto *banner = FIND(Banner, &m_host->window(), "banner");
    QTRY_VERIFY_WITH_TIMEOUT(
        banner->isVisible() && banner->text().contains("grupo-gad"_L1), 20'000);
    FIND(QPushButton, banner, "banner.action")->click();
    QAction *resume = actionOf(*m_host, u"action.resume"_s);
    QTRY_VERIFY_WITH_TIMEOUT(resume->isEnabled(), 30'000);
    UiTest::shot(&m_host->window(), u"killed"_s);
    DeployService &deploy = m_host->composition().deploy();
    QSignalSpy finished(&deploy, &DeployService::finished);
    resume->trigger();
    QVERIFY(m_host->apply(gad.value));
    QVERIFY(!finished.isEmpty() || finished.wait(120'000));

    const Result<QList<DeploymentSummary>> history = answerOf(deploy.history(gad));
    QVERIFY(history.has_value());
    const DeploymentSummary &last = history->first();
    QCOMPARE(last.attempts, 3); // failed in the past, killed, resumed
    QVERIFY(last.verdict);
    QCOMPARE(last.verdict->reality, Reality::AllNew);
    QTRY_VERIFY_WITH_TIMEOUT(sentenceOf(*m_host).contains(Words::verdict(*last.verdict)), 20'000);
    const QJsonObject status = m_host->control("GET", u"status"_s);
    QCOMPARE(status.value(u"releaseCommandRuns"_s).toInt(-1), 1);
    QCOMPARE(status.value(u"liveLeases"_s).toInt(-1), 0);
    const QJsonArray machines =
        m_host->control("GET", u"machines?app="_s + gad.value).value(u"machines"_s).toArray();
    QVERIFY(!machines.isEmpty());
    for (const QJsonValue &machine : machines)
        QCOMPARE(machine.toObject().value(u"updates"_s).toInt(), 1);
    UiTest::shot(&m_host->window(), u"resumed"_s);
}

QTEST_MAIN(TestOtherProcess)
#include "tst_otherprocess.moc"
