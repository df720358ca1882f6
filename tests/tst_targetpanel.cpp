#include "models/machinesmodel.h"
#include "models/words.h"
#include "support/samplefleet.h"
#include "support/timelinestory.h"
#include "support/uitest.h"
#include "ui/deploy/deploymentspanel.h"
#include "ui/deploy/ganttview.h"
#include "ui/deploy/outcomestrip.h"
#include "ui/deploy/overviewpanel.h"
#include "ui/deploy/situationsfeed.h"
#include "ui/deploy/situationstrip.h"
#include "ui/deploy/spaninspector.h"
#include "ui/deploy/targetheader.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logview.h"
#include "ui/widgets/statepages.h"
#include "ui/widgets/statusmark.h"

#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

// The parts of the target's panel, fed with values: no services.
class TestTargetPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void headerTellsEnvironmentReleaseAndRegion();
    void primaryButtonSaysWhatIsSensible();
    void blockedButtonTellsWhy();
    void headerSentenceJoinsAttemptAndReality();
    void whatWasChangedSinceIsTold();
    void whatWasSeenOnceIsGreyed();
    void whatDidNotChangeIsToldOnce();
    void situationsAreTold();
    void whatTheDeploymentTellsIsNoSituation();
    void situationsArriveFromTheFleet();
    void interruptedIsShownAsSuch();
    void panelHasFourStates();
    void choosingADeploymentAsksForIt();
    void liveEventsGrowTheChart();
    void failureShowsCauseRemedyAndButtons();
    void evidenceGoesToTheLogLine();
    void elsewhereCanBeAskedToCancel();
    void resumeAndRollBackAfterInterruption();
    void nothingToRollBackIsNotOffered();
    void tableIsTheChartsTwin();
    void enterOpensTheInspectorEscapeCloses();
    void overviewShowsMachinesWithChecks();
    void overviewNeverScrollsSideways();
    void everyFocusableNodeHasARoleAndName();

private:
    [[nodiscard]] std::unique_ptr<DeploymentsPanel> panel() const
    {
        auto made = std::make_unique<DeploymentsPanel>(*m_catalogue);
        made->resize(1000, 700);
        return made;
    }
    // The story as the newest row of the history.
    static QList<DeploymentSummary> historyOf(
        const DeploymentState &state, DeploymentSummary::Status status);
    static DeploymentState diagnosed();

    std::unique_ptr<Catalogue> m_catalogue;
};

void TestTargetPanel::initTestCase()
{
    Result<Catalogue> catalogue = Catalogue::builtIn();
    QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error().detail));
    m_catalogue = std::make_unique<Catalogue>(*catalogue);
}

QList<DeploymentSummary> TestTargetPanel::historyOf(
    const DeploymentState &state, DeploymentSummary::Status status)
{
    QList<DeploymentSummary> rows = Sample::history();
    rows[0].id = state.id;
    rows[0].status = status;
    rows[0].owner.program = u"atalayactl"_s;
    return rows;
}

DeploymentState TestTargetPanel::diagnosed()
{
    DeploymentState state = TimelineStory::failedRelease().state();
    AttemptState &attempt = state.attempts.last();
    attempt.releaseCommand =
        events::ReleaseCommandEnded{u"k"_s, u"alembic upgrade head"_s, {}, 1, -1, false, false};
    Diagnosis diagnosis;
    diagnosis.rule = u"release.database-refused"_s;
    diagnosis.captures = {u"grupo-gad-db.internal"_s, u"5432"_s};
    diagnosis.evidence = {{Evidence::Kind::LogLine, u"connection refused"_s, 13, {}, 0}};
    attempt.diagnosis = diagnosis;
    return state;
}

void TestTargetPanel::headerTellsEnvironmentReleaseAndRegion()
{
    TargetHeader header;
    header.setTarget(AppName(u"grupo-gad"_s), true);
    header.setApp(Sample::app(u"grupo-gad"_s));
    QCOMPARE(FIND(QLabel, &header, "target.name")->text(), u"grupo-gad"_s);
    QVERIFY(FIND(QLabel, &header, "target.environment")->text().contains("PRODUCTION"_L1));
    const QString facts = FIND(QWidget, &header, "target.facts")->accessibleName();
    QVERIFY2(facts.contains("v41"_L1) && facts.contains("dfw"_L1) && facts.contains(u'3'),
        qPrintable(facts));
}

void TestTargetPanel::primaryButtonSaysWhatIsSensible()
{
    TargetHeader header;
    header.setTarget(AppName(u"grupo-gad"_s), true);
    const FleetApp app = Sample::app(u"grupo-gad"_s);
    const TargetActions actions = targetActions(&app, Sample::history());
    header.setActions(actions);
    auto *primary = FIND(QPushButton, &header, "target.primary");
    QCOMPARE(primary->text(), TargetHeader::tr("Retry deploy"));
    QSignalSpy asked(&header, &TargetHeader::actionRequested);
    primary->click();
    QCOMPARE(asked.at(0).at(0).value<TargetAction>(), TargetAction::Retry);
    auto *menu = FIND(QMenu, &header, "target.menu");
    QStringList names;
    for (const QAction *action : menu->actions())
        names.append(action->objectName());
    QVERIFY(names.contains(u"target.rollBack"_s));
    QVERIFY(names.contains(u"target.copyFlyctl"_s));
    QVERIFY(!names.contains(u"target.retry"_s));
}

void TestTargetPanel::blockedButtonTellsWhy()
{
    TargetHeader header;
    header.setTarget(AppName(u"grupo-gad"_s), true);
    FleetApp app = Sample::app(u"grupo-gad"_s);
    app.error = Error{Error::Kind::Offline, u"no route"_s, 0, {}, {}, {}};
    header.setActions(targetActions(&app, Sample::history()));
    auto *primary = FIND(QPushButton, &header, "target.primary");
    QVERIFY(!primary->isEnabled());
    QVERIFY(primary->toolTip().contains("Fly.io"_L1));
}

void TestTargetPanel::headerSentenceJoinsAttemptAndReality()
{
    TargetHeader header;
    header.setTarget(AppName(u"grupo-gad"_s), true);
    DeploymentState state = TimelineStory::failedRelease().state();
    state.attempts.last().verdict = Sample::history().first().verdict;
    header.setLast(state, historyOf(state, DeploymentSummary::Status::Ended).first());
    QVERIFY2(header.sentence().contains(Words::verdict(*state.attempts.last().verdict)),
        qPrintable(header.sentence()));
}

// The sandbox's world was begun anew, or another hand has deployed.
void TestTargetPanel::whatWasChangedSinceIsTold()
{
    TargetHeader header;
    header.setTarget(AppName(u"grupo-gad"_s), true);
    FleetApp app = Sample::app(u"grupo-gad"_s);
    DeploymentState state = TimelineStory::retried().state();
    AttemptState &attempt = state.attempts.last();
    attempt.verdict = Verdict();
    attempt.verdict->reported = Reported::Succeeded;
    attempt.verdict->reality = Reality::AllNew;
    attempt.verdict->newVersion = 43;
    const DeploymentSummary row = historyOf(state, DeploymentSummary::Status::Ended).first();
    header.setNow(attempt.endedAt.addSecs(120));
    app.servingVersion = 41;
    app.fetchedAt = attempt.endedAt.addSecs(2); // may be older news
    header.setApp(app);
    header.setLast(state, row);
    const QString verdict = Words::verdict(*attempt.verdict);
    QVERIFY2(header.sentence().contains(verdict), qPrintable(header.sentence()));
    app.fetchedAt = attempt.endedAt.addSecs(60);
    header.setApp(app);
    QVERIFY2(!header.sentence().contains(verdict), qPrintable(header.sentence()));
    QVERIFY2(header.sentence().contains("v41"_L1), qPrintable(header.sentence()));
    app.servingVersion = 43;
    header.setApp(app);
    QVERIFY2(header.sentence().contains(verdict), qPrintable(header.sentence()));
}

void TestTargetPanel::whatWasSeenOnceIsGreyed()
{
    TargetHeader header;
    header.setTarget(AppName(u"grupo-gad"_s), true);
    const auto *mark = header.findChild<StatusMark *>();
    FleetApp app = Sample::app(u"grupo-gad"_s);
    header.setApp(app);
    QVERIFY(!mark->isFaded());
    app.error = Error{Error::Kind::Offline, u"refused"_s, 0, {}, {}, {}};
    header.setApp(app);
    QVERIFY(mark->isFaded());
    const DeploymentState ended = TimelineStory::failedRelease().state();
    header.setLast(ended, historyOf(ended, DeploymentSummary::Status::Ended).first());
    QVERIFY(mark->isFaded());
    const DeploymentState runs = TimelineStory::retried().state(20'000);
    header.setLast(runs, historyOf(runs, DeploymentSummary::Status::Running).first());
    QVERIFY(!mark->isFaded()); // that is true now
    app.error.reset();
    app.remembered = true;
    header.setApp(app);
    header.setLast({}, {});
    QVERIFY(mark->isFaded());
}

void TestTargetPanel::whatDidNotChangeIsToldOnce()
{
    const auto deployments = panel();
    DeploymentState state = diagnosed();
    state.attempts.last().verdict = Sample::history().first().verdict;
    deployments->setHistory(historyOf(state, DeploymentSummary::Status::Ended));
    deployments->setState(state);
    deployments->show();
    auto *change = FIND(QLabel, deployments.get(), "outcome.change");
    const QString verdict = Words::verdict(*state.lastAttempt()->verdict);
    QCOMPARE(change->text(), verdict); // an older one: nothing else tells it
    deployments->outcome()->setToldAbove(true);
    QVERIFY(change->isHidden());
    QVERIFY2(!deployments->outcome()->explanation().contains("Nothing was changed"_L1),
        qPrintable(deployments->outcome()->explanation()));
}

void TestTargetPanel::situationsAreTold()
{
    QWidget host;
    host.resize(1000, 160);
    SituationStrip &strip = *new SituationStrip(*m_catalogue, &host);
    strip.resize(host.size());
    host.show();
    strip.setSituations({});
    QVERIFY(strip.isHidden());
    Diagnosis check;
    check.rule = u"run.check-critical"_s;
    check.captures = {u"148e306fd02189"_s, u"servicecheck-00-http-8000"_s};
    check.evidence = {
        {Evidence::Kind::Check, u"servicecheck-00-http-8000: 503 Unavailable"_s, -1, {}, 0}};
    Diagnosis stuck;
    stuck.rule = u"run.release-stuck"_s;
    stuck.captures = {u"42"_s, u"20"_s};
    stuck.evidence = {{Evidence::Kind::Answer, u"v42: pending"_s, -1, {}, 0}};
    strip.setOffered(true, true, 40);
    strip.setSituations({check, stuck});
    QVERIFY(strip.isVisible());
    QVERIFY2(strip.sentence().contains("148e306fd02189"_L1), qPrintable(strip.sentence()));
    QCOMPARE(strip.accessibleName(), strip.sentence());
    QVERIFY(strip.accessibleDescription().contains("503 Unavailable"_L1));
    QVERIFY(!FIND(QPushButton, &strip, "situation.rollBack")->isHidden());
    QVERIFY(FIND(QPushButton, &strip, "situation.rollBack")->text().contains("v40"_L1));
    QVERIFY(FIND(QPushButton, &strip, "situation.retry")->isHidden());
    QCOMPARE(UiTest::namelessNodes(&strip), QStringList());
    UiTest::shot(&strip, u"situation-check"_s);
    QSignalSpy machine(&strip, &SituationStrip::machineRequested);
    FIND(QPushButton, &strip, "situation.machine")->click();
    QCOMPARE(machine.at(0).at(0).value<MachineId>(), MachineId(u"148e306fd02189"_s));

    FIND(QPushButton, &strip, "situation.next")->click();
    QVERIFY2(strip.sentence().contains("v42"_L1), qPrintable(strip.sentence()));
    QVERIFY(!FIND(QPushButton, &strip, "situation.retry")->isHidden());
    stuck.captures[1] = u"21"_s; // the same, a minute later: it stays in view
    strip.setSituations({check, stuck});
    QVERIFY2(strip.sentence().contains("21"_L1), qPrintable(strip.sentence()));
    strip.setLanguage(u"es"_s);
    QVERIFY2(strip.sentence().contains("lleva 21 minutos"_L1), qPrintable(strip.sentence()));

    FIND(QToolButton, &strip, "situation.close")->click(); // hidden while it holds
    QVERIFY2(strip.sentence().contains("148e306fd02189"_L1), qPrintable(strip.sentence()));
    strip.setSituations({check});
    strip.setSituations({check, stuck}); // again
    FIND(QPushButton, &strip, "situation.next")->click();
    QVERIFY(strip.sentence().contains("v42"_L1));
    strip.setQuiet(true);
    QVERIFY(strip.isHidden());
}

// The release of a deployment that was interrupted is not done because of that: it can be resumed.
void TestTargetPanel::whatTheDeploymentTellsIsNoSituation()
{
    Diagnosis stuck;
    stuck.rule = u"run.release-stuck"_s;
    stuck.captures = {u"42"_s, u"20"_s};
    Diagnosis check;
    check.rule = u"run.check-critical"_s;
    check.captures = {u"148e306fd02189"_s, u"servicecheck-00-http-8000"_s};
    const QList<Diagnosis> both{stuck, check};
    QCOMPARE(untoldSituations(both, {}), both);
    DeploymentState last = TimelineStory::retried().state(30'000);
    QVERIFY(!last.lastAttempt()->ended);
    last.attempts.last().releaseVersion = 42;
    QCOMPARE(untoldSituations(both, last), QList<Diagnosis>{check});
    last.attempts.last().releaseVersion = 43; // that one is another's
    QCOMPARE(untoldSituations(both, last), both);
    last.attempts.last().ended.emplace();
    last.attempts.last().ended->failedLane = u"148e306fd02189"_s;
    QCOMPARE(untoldSituations(both, last), QList<Diagnosis>{stuck});
}

void TestTargetPanel::situationsArriveFromTheFleet()
{
    SituationsFeed feed;
    QSignalSpy judged(&feed, &SituationsFeed::judged);
    FleetApp app = Sample::app(u"grupo-gad"_s);
    app.machines[1].checks[0].status = CheckStatus::Critical;
    feed.setApp(app);
    QVERIFY(judged.isEmpty()); // beside this thread
    QVERIFY(judged.wait(10'000));
    const auto found = judged.takeFirst().at(0).value<QList<Diagnosis>>();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().rule, u"run.check-critical"_s);
    QCOMPARE(found.first().captures.first(), app.machines.at(1).id.value);
    app.error = Error{Error::Kind::Offline, u"refused"_s, 0, {}, {}, {}};
    feed.setApp(app); // what is known of it is old
    QCOMPARE(judged.size(), 1);
    QVERIFY(judged.first().at(0).value<QList<Diagnosis>>().isEmpty());
}

void TestTargetPanel::interruptedIsShownAsSuch()
{
    TargetHeader header;
    header.setTarget(AppName(u"grupo-gad"_s), true);
    const DeploymentState state = TimelineStory::retried().state(30'000);
    header.setLast(state, historyOf(state, DeploymentSummary::Status::Interrupted).first());
    QVERIFY2(header.sentence().contains("interrupted"_L1), qPrintable(header.sentence()));
    header.setLast(state, historyOf(state, DeploymentSummary::Status::RunningElsewhere).first());
    QVERIFY2(header.sentence().contains(state.lastAttempt()->owner.program),
        qPrintable(header.sentence()));
}

void TestTargetPanel::panelHasFourStates()
{
    const auto deployments = panel();
    StatePages *list = nullptr;
    for (StatePages *pages : deployments->findChildren<StatePages *>()) {
        if (pages->findChild<QListView *>(u"deployments.list"_s))
            list = list ? list : pages;
    }
    deployments->setHistoryLoading();
    QCOMPARE(list->state(), StatePages::State::Loading);
    deployments->setHistoryError({Error::Kind::Storage, u"locked"_s, 0, {}, {}, {}});
    QCOMPARE(list->state(), StatePages::State::Error);
    deployments->setHistory({});
    QCOMPARE(list->state(), StatePages::State::Empty);
    deployments->setHistory(Sample::history());
    QCOMPARE(list->state(), StatePages::State::Data);
}

void TestTargetPanel::choosingADeploymentAsksForIt()
{
    const auto deployments = panel();
    deployments->show();
    deployments->setHistory(Sample::history());
    deployments->setShown(Sample::history().first().id);
    QSignalSpy chosen(deployments.get(), &DeploymentsPanel::deploymentChosen);
    auto *list = FIND(QListView, deployments.get(), "deployments.list");
    QCOMPARE(list->currentIndex().row(), 0);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<DeploymentId>(), Sample::history().at(1).id);
}

void TestTargetPanel::liveEventsGrowTheChart()
{
    const auto deployments = panel();
    deployments->show();
    const TimelineStory story = TimelineStory::retried();
    const DeploymentState early = story.state(20'000);
    deployments->setHistory(historyOf(early, DeploymentSummary::Status::Running));
    deployments->setState(early);
    const auto before = deployments->chart()->state().spans.size();
    QList<DeployEvent> later;
    for (const DeployEvent &event : story.events(60'000)) {
        if (event.sequence > early.lastSequence)
            later.append(event);
    }
    deployments->applyEvents(later, story.state(60'000));
    QVERIFY(deployments->chart()->state().spans.size() > before);
    deployments->setNow(story.time(60'000));
    QVERIFY(!deployments->outcome()->headline().isEmpty());
    UiTest::shot(deployments.get(), u"deployments-running"_s);
}

void TestTargetPanel::failureShowsCauseRemedyAndButtons()
{
    const auto deployments = panel();
    const DeploymentState state = diagnosed();
    deployments->setHistory(historyOf(state, DeploymentSummary::Status::Ended));
    deployments->setState(state);
    deployments->setOffered(true, false);
    deployments->show();
    const DiagnosisText text = m_catalogue->text(*state.lastAttempt()->diagnosis, u"en"_s);
    QVERIFY(!text.cause.isEmpty());
    const OutcomeStrip *outcome = deployments->outcome();
    QVERIFY2(
        outcome->headline().contains("connection refused"_L1), qPrintable(outcome->headline()));
    QVERIFY(outcome->headline().contains("14"_L1)); // log line, counted from one
    QVERIFY(outcome->explanation().startsWith(text.cause));
    QVERIFY(!FIND(QPushButton, deployments.get(), "outcome.retry")->isHidden());
    QVERIFY(!FIND(QPushButton, deployments.get(), "outcome.evidence")->isHidden());
    QVERIFY(FIND(QPushButton, deployments.get(), "outcome.resume")->isHidden());
    deployments->setLanguage(u"es"_s);
    QVERIFY(outcome->explanation().startsWith(
        m_catalogue->text(*state.lastAttempt()->diagnosis, u"es"_s).cause));
    deployments->setOffered(false, false); // not the last one: history is not retried
    QVERIFY(FIND(QPushButton, deployments.get(), "outcome.retry")->isHidden());
}

void TestTargetPanel::evidenceGoesToTheLogLine()
{
    const auto deployments = panel();
    const DeploymentState state = diagnosed();
    deployments->setHistory(historyOf(state, DeploymentSummary::Status::Ended));
    deployments->setState(state);
    deployments->setLog(Sample::log(80));
    deployments->show();
    FIND(QPushButton, deployments.get(), "outcome.evidence")->click();
    QCOMPARE(deployments->log()->view()->markedLine(), 13);
    QCOMPARE(deployments->log()->view()->currentRow(), 13);
}

void TestTargetPanel::elsewhereCanBeAskedToCancel()
{
    const auto deployments = panel();
    const DeploymentState state = TimelineStory::retried().state(30'000);
    deployments->setHistory(historyOf(state, DeploymentSummary::Status::RunningElsewhere));
    deployments->setState(state);
    deployments->show();
    const QSignalSpy asked(deployments.get(), &DeploymentsPanel::cancelRequested);
    auto *cancel = FIND(QPushButton, deployments.get(), "outcome.cancel");
    QVERIFY(!cancel->isHidden());
    cancel->click();
    QCOMPARE(asked.size(), 1);
}

void TestTargetPanel::resumeAndRollBackAfterInterruption()
{
    const auto deployments = panel();
    const DeploymentState state = TimelineStory::retried().state(30'000);
    deployments->setHistory(historyOf(state, DeploymentSummary::Status::Interrupted));
    deployments->setState(state);
    deployments->setOffered(false, true);
    deployments->show();
    const QSignalSpy resumed(deployments.get(), &DeploymentsPanel::resumeRequested);
    const QSignalSpy rolledBack(deployments.get(), &DeploymentsPanel::rollBackRequested);
    FIND(QPushButton, deployments.get(), "outcome.resume")->click();
    FIND(QPushButton, deployments.get(), "outcome.rollBack")->click();
    QCOMPARE(resumed.size(), 1);
    QCOMPARE(rolledBack.size(), 1);
    QVERIFY(FIND(QPushButton, deployments.get(), "outcome.cancel")->isHidden());
    UiTest::shot(deployments.get(), u"deployments-interrupted"_s);
}

// Where everything is as it was, "roll back" would undo the deployment before.
void TestTargetPanel::nothingToRollBackIsNotOffered()
{
    const auto deployments = panel();
    DeploymentState state = diagnosed();
    AttemptState &attempt = state.attempts.last();
    attempt.diagnosis->rule = u"update.no-capacity"_s;
    for (const Reality reality : {Reality::AllOld, Reality::Mixed}) {
        attempt.verdict.emplace();
        attempt.verdict->reality = reality;
        deployments->setHistory(historyOf(state, DeploymentSummary::Status::Ended));
        deployments->setState(state);
        deployments->setOffered(true, true);
        deployments->show();
        QCOMPARE(FIND(QPushButton, deployments.get(), "outcome.rollBack")->isHidden(),
            reality == Reality::AllOld);
        QVERIFY(!FIND(QPushButton, deployments.get(), "outcome.retry")->isHidden());
    }
}

void TestTargetPanel::tableIsTheChartsTwin()
{
    const auto deployments = panel();
    const DeploymentState state = diagnosed();
    deployments->setHistory(historyOf(state, DeploymentSummary::Status::Ended));
    deployments->setState(state);
    deployments->show();
    QTest::keyClick(deployments->chart(), Qt::Key_T);
    QVERIFY(deployments->showsTable());
    QVERIFY(!deployments->grab().isNull());
    const SpanState *chosen = state.span(deployments->chart()->selectedSpan());
    QVERIFY(chosen && chosen->attempt == state.attempts.last().number);
    deployments->showTable(false);
    QVERIFY(!deployments->showsTable());
}

void TestTargetPanel::enterOpensTheInspectorEscapeCloses()
{
    const auto deployments = panel();
    const DeploymentState state = diagnosed();
    deployments->setHistory(historyOf(state, DeploymentSummary::Status::Ended));
    deployments->setState(state);
    deployments->show();
    auto *inspector = FIND(SpanInspector, deployments.get(), "inspector");
    QVERIFY(inspector->isHidden());
    Q_EMIT deployments->chart()->spanActivated(state.spans.last().id);
    QVERIFY(!inspector->isHidden());
    QCOMPARE(inspector->span().value, state.spans.last().id.value);
    QTest::keyClick(inspector, Qt::Key_Escape);
    QVERIFY(inspector->isHidden());
}

void TestTargetPanel::overviewShowsMachinesWithChecks()
{
    OverviewPanel overview;
    auto *pages = overview.findChild<StatePages *>();
    QCOMPARE(pages->state(), StatePages::State::Loading);
    FleetApp app = Sample::app(u"grupo-gad"_s);
    overview.setApp(app);
    QCOMPARE(pages->state(), StatePages::State::Data);
    QCOMPARE(FIND(QTreeView, &overview, "overview.machines")->model()->rowCount(), 3);
    app.machines.clear();
    overview.setApp(app);
    QCOMPARE(pages->state(), StatePages::State::Empty);
    app.error = Error{Error::Kind::Forbidden, u"403"_s, 403, {}, {}, {}};
    overview.setApp(app);
    QCOMPARE(pages->state(), StatePages::State::Error);
}

void TestTargetPanel::overviewNeverScrollsSideways()
{
    OverviewPanel overview;
    FleetApp app = Sample::app(u"grupo-gad"_s);
    for (Machine &machine : app.machines)
        machine.image.tag = u"deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s;
    overview.setApp(app);
    const auto *view = FIND(QTreeView, &overview, "overview.machines");
    for (const int width : {1280, 1016, 760, 616}) { // of the window's smallest size, the last
        overview.resize(width, 400);
        overview.show();
        QVERIFY2(view->header()->length() <= view->viewport()->width(),
            qPrintable(u"%1 in %2"_s.arg(view->header()->length()).arg(width)));
    }
    QVERIFY(!view->isColumnHidden(int(MachinesModel::Column::State)));
}

void TestTargetPanel::everyFocusableNodeHasARoleAndName()
{
    const auto deployments = panel();
    const DeploymentState state = diagnosed();
    deployments->setHistory(historyOf(state, DeploymentSummary::Status::Ended));
    deployments->setState(state);
    deployments->setLog(Sample::log(20));
    deployments->show();
    QCOMPARE(UiTest::namelessNodes(deployments.get()), QStringList());
    TargetHeader header;
    header.setTarget(AppName(u"grupo-gad"_s), true);
    header.show();
    QCOMPARE(UiTest::namelessNodes(&header), QStringList());
}

QTEST_MAIN(TestTargetPanel)
#include "tst_targetpanel.moc"
