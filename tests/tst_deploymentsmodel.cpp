#include "models/deploymentsmodel.h"
#include "models/targetactions.h"
#include "models/words.h"
#include "support/printmodel.h"
#include "support/samplefleet.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDeploymentsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNumberOutcomeAndDuration();
    void refreshMergesById();
    void statusHasItsMeaning_data();
    void statusHasItsMeaning();
    void hoverTellsUtc();
    void primaryActionIsWhatIsSensible_data();
    void primaryActionIsWhatIsSensible();
    void rollBackIsOfferedForWhatChangedSomething();
    void stacksOfferWhatTheyCan();
};

void TestDeploymentsModel::showsNumberOutcomeAndDuration()
{
    DeploymentsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setNow(Sample::now());
    model.setRows(Sample::history());
    const QStringList lines = printModel(model);
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.at(0).startsWith("#58 | failed: release command | 1:31 | "_L1),
        qPrintable(lines.at(0)));
    QVERIFY2(lines.at(1).startsWith("#57 | failed: build | 0:48 | "_L1), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(2).startsWith("#56 | "_L1) && lines.at(2).contains("3:05"_L1),
        qPrintable(lines.at(2)));
}

void TestDeploymentsModel::refreshMergesById()
{
    DeploymentsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows(Sample::history());
    const QPersistentModelIndex kept(model.index(1, 0));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QList<DeploymentSummary> next = Sample::history();
    next.removeLast();
    next[0].attempts = 2;
    DeploymentSummary fresh = next.first();
    fresh.id = DeploymentId(u"01J9"_s);
    fresh.number = 59;
    next.prepend(fresh);
    model.setRows(next);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 0);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(1).toInt(), 3);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(kept.row(), 2);
}

void TestDeploymentsModel::statusHasItsMeaning_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("listStatus");
    QTest::addColumn<int>("status");
    using List = DeploymentSummary::Status;
    QTest::newRow("failed") << 0 << int(List::Ended) << int(Status::Failed);
    QTest::newRow("done") << 2 << int(List::Ended) << int(Status::Succeeded);
    QTest::newRow("rolled back") << 3 << int(List::Ended) << int(Status::RolledBack);
    QTest::newRow("running") << 0 << int(List::Running) << int(Status::Running);
    QTest::newRow("elsewhere") << 0 << int(List::RunningElsewhere) << int(Status::Running);
    QTest::newRow("interrupted") << 0 << int(List::Interrupted) << int(Status::Warning);
}

void TestDeploymentsModel::statusHasItsMeaning()
{
    QFETCH(int, row);
    QFETCH(int, listStatus);
    DeploymentsModel model;
    QList<DeploymentSummary> rows = Sample::history();
    rows[row].status = static_cast<DeploymentSummary::Status>(listStatus);
    model.setRows(rows);
    QTEST(model.index(row, 0).data(Roles::Status).toInt(), "status");
    QVERIFY(!model.index(row, int(DeploymentsModel::Column::Outcome)).data().toString().isEmpty());
}

void TestDeploymentsModel::hoverTellsUtc()
{
    DeploymentsModel model;
    model.setRows(Sample::history());
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains("2026-08-20T23:04:00"_L1));
}

void TestDeploymentsModel::primaryActionIsWhatIsSensible_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("reported");
    QTest::addColumn<int>("reality");
    QTest::addColumn<int>("primary");
    using List = DeploymentSummary::Status;
    const auto row = [](const char *name,
                         List status,
                         Reported reported,
                         Reality reality,
                         TargetAction primary) {
        QTest::newRow(name) << int(status) << int(reported) << int(reality) << int(primary);
    };
    row("failed", List::Ended, Reported::Failed, Reality::AllOld, TargetAction::Retry);
    row("failed, yet all new",
        List::Ended,
        Reported::Failed,
        Reality::AllNew,
        TargetAction::Deploy);
    row("cancelled", List::Ended, Reported::Cancelled, Reality::Mixed, TargetAction::Retry);
    row("done", List::Ended, Reported::Succeeded, Reality::AllNew, TargetAction::Deploy);
    row("running", List::Running, Reported::Failed, Reality::Unknown, TargetAction::Cancel);
    row("elsewhere",
        List::RunningElsewhere,
        Reported::Failed,
        Reality::Unknown,
        TargetAction::AskCancel);
    row("interrupted", List::Interrupted, Reported::Failed, Reality::Unknown, TargetAction::Resume);
}

void TestDeploymentsModel::primaryActionIsWhatIsSensible()
{
    QFETCH(int, status);
    QFETCH(int, reported);
    QFETCH(int, reality);
    QList<DeploymentSummary> rows = Sample::history();
    rows[0].status = static_cast<DeploymentSummary::Status>(status);
    rows[0].reported = static_cast<Reported>(reported);
    rows[0].verdict->reality = static_cast<Reality>(reality);
    const FleetApp app = Sample::app(u"grupo-gad"_s);
    const TargetActions actions = targetActions(&app, rows);
    QTEST(int(actions.primary), "primary");
    QCOMPARE(actions.deployment, rows.first().id);
    QVERIFY(!actions.others.contains(actions.primary));
}

void TestDeploymentsModel::rollBackIsOfferedForWhatChangedSomething()
{
    const FleetApp app = Sample::app(u"grupo-gad"_s);
    const TargetActions actions = targetActions(&app, Sample::history());
    QVERIFY(actions.offers(TargetAction::RollBack)); // 58 and 57 changed nothing, 56 did
    QCOMPARE(actions.rollBackOf, Sample::history().at(2).id);
    QCOMPARE(actions.rollBackVersion, 39);
    QList<DeploymentSummary> tried = Sample::history().mid(2);
    tried.first().attempts = 3;
    tried.first().releaseVersion = 44;
    tried.first().verdict->oldVersion = 41;
    QCOMPARE(targetActions(&app, tried).rollBackVersion, 41);
    tried.first().verdict->oldVersion = 43; // of an attempt before: the plan goes further back
    QCOMPARE(targetActions(&app, tried).rollBackVersion, 0);
    QCOMPARE(targetActions(nullptr, {}).blocked, TargetActions::Blocked::NotSeenYet);
}

void TestDeploymentsModel::stacksOfferWhatTheyCan()
{
    const FleetServer server = Sample::server();
    TargetActions actions = stackActions(&server, {});
    QCOMPARE(actions.primary, TargetAction::Deploy);
    QCOMPARE(actions.blocked, TargetActions::Blocked::No);
    QVERIFY(!actions.offers(TargetAction::DeployImage)); // a version is not an image
    QVERIFY(!actions.offers(TargetAction::RollBack));
    QCOMPARE(stackActions(nullptr, {}).blocked, TargetActions::Blocked::No);
    QList<DeploymentSummary> history = Sample::history().mid(2); // done, rolled back
    history.first().verdict->oldVersion = 0; // stacks have no numbers
    actions = stackActions(&server, history);
    QVERIFY(actions.offers(TargetAction::RollBack));
    QCOMPARE(actions.rollBackOf, history.first().id);
    QCOMPARE(actions.rollBackVersion, 0);
    FleetServer locked = server;
    locked.server.readOnly = true;
    QCOMPARE(stackActions(&locked, history).blocked, TargetActions::Blocked::ReadOnly);
    history.first().status = DeploymentSummary::Status::Running;
    QCOMPARE(stackActions(&locked, history).primary, TargetAction::Cancel);
}

QTEST_GUILESS_MAIN(TestDeploymentsModel)
#include "tst_deploymentsmodel.moc"
