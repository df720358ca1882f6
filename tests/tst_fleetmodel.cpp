#include "models/fleetfilter.h"
#include "models/fleetmodel.h"
#include "models/words.h"
#include "support/printmodel.h"
#include "support/samplefleet.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFleetModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAccountsAppsAndMachines();
    void refreshNeverResets();
    void goneAndNewAppsMoveExactRows();
    void changedMachineIsOneSignal();
    void orderFollowsTheSnapshot();
    void filterKeepsParentsAndChildren();
    void filterNeedsEveryWord();
    void statesHaveWordsAndMeaning();
    void accessibleTextIsAPhrase();
};

void TestFleetModel::showsAccountsAppsAndMachines()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSnapshot(Sample::fleet());
    const QStringList lines = printModel(model);
    QCOMPARE(lines.size(), 7);
    QVERIFY(lines.at(0).startsWith("acme"_L1));
    QCOMPARE(lines.at(1), "  grupo-gad | "_L1 + Words::fleetState(FleetState::Failed));
    QVERIFY(lines.at(2).startsWith("    148e"_L1));
    QVERIFY(lines.at(2).contains("dfw"_L1));
    QVERIFY(lines.at(5).startsWith("  sist-cabanas-mvp"_L1));
    QCOMPARE(model.app(AppName(u"grupo-gad"_s))->machines.size(), 3);
    QVERIFY(!model.app(AppName(u"other"_s)));
}

void TestFleetModel::refreshNeverResets()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSnapshot(Sample::fleet());
    const QPersistentModelIndex kept(model.indexOfApp(AppName(u"sist-cabanas-mvp"_s)));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setSnapshot(Sample::fleet());
    QCOMPARE(changes.size(), 0);
    FleetSnapshot other = Sample::fleet();
    other.accounts[0].apps.removeFirst();
    model.setSnapshot(other);
    QCOMPARE(resets.size(), 0);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.row(), 0);
}

void TestFleetModel::goneAndNewAppsMoveExactRows()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSnapshot(Sample::fleet());
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    FleetSnapshot next = Sample::fleet();
    next.accounts[0].apps[0].machines.remove(0, 2);
    next.accounts[0].apps.append(Sample::app(u"zeta"_s, 0));
    model.setSnapshot(next);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(1).toInt(), 0);
    QCOMPARE(removed.at(0).at(2).toInt(), 1);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 2);
}

void TestFleetModel::changedMachineIsOneSignal()
{
    FleetModel model;
    model.setSnapshot(Sample::fleet());
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    FleetSnapshot next = Sample::fleet();
    next.accounts[0].apps[0].machines[1].state = MachineState::Replacing;
    model.setSnapshot(next);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1);
}

void TestFleetModel::orderFollowsTheSnapshot()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSnapshot(Sample::fleet());
    FleetSnapshot next = Sample::fleet();
    std::reverse(next.accounts[0].apps.begin(), next.accounts[0].apps.end());
    model.setSnapshot(next);
    const QModelIndex account = model.index(0, 0);
    QCOMPARE(model.index(0, 0, account).data().toString(), u"sist-cabanas-mvp"_s);
    QCOMPARE(model.index(1, 0, account).data().toString(), u"grupo-gad"_s);
}

void TestFleetModel::filterKeepsParentsAndChildren()
{
    FleetModel model;
    FleetFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter);
    model.setSnapshot(Sample::fleet());
    filter.setText(u"GRUPO"_s);
    QCOMPARE(printModel(filter).size(), 5); // account, app, its three machines
    filter.setText(u"3d8de"_s);
    QCOMPARE(printModel(filter).size(), 3); // account, app, the machine
    filter.setText(u"nowhere"_s);
    QCOMPARE(filter.rowCount(), 0);
    filter.setText({});
    QCOMPARE(printModel(filter).size(), 7);
}

void TestFleetModel::filterNeedsEveryWord()
{
    FleetModel model;
    FleetFilter filter;
    filter.setSourceModel(&model);
    model.setSnapshot(Sample::fleet());
    filter.setText(u"148e dfw"_s);
    QVERIFY(filter.rowCount() == 1);
    filter.setText(u"148e gru"_s);
    QCOMPARE(filter.rowCount(), 0);
}

void TestFleetModel::statesHaveWordsAndMeaning()
{
    FleetModel model;
    FleetSnapshot fleet = Sample::fleet();
    fleet.accounts[0].error = Error{Error::Kind::Offline, u"no route"_s, 0, {}, {}, {}};
    model.setSnapshot(fleet);
    const QModelIndex account = model.index(0, 0);
    QCOMPARE(account.data(Roles::Status).toInt(), int(Status::Warning));
    QVERIFY(account.data(FleetModel::StaleRole).toBool());
    QVERIFY(!account.siblingAtColumn(1).data().toString().isEmpty());
    const QModelIndex app = model.indexOfApp(AppName(u"grupo-gad"_s));
    QCOMPARE(app.data(Roles::Status).toInt(), int(Status::Failed));
}

void TestFleetModel::accessibleTextIsAPhrase()
{
    FleetModel model;
    model.setSnapshot(Sample::fleet());
    const QModelIndex app = model.indexOfApp(AppName(u"grupo-gad"_s));
    const QString phrase = app.data(Qt::AccessibleTextRole).toString();
    QVERIFY(phrase.contains("grupo-gad"_L1));
    QVERIFY(phrase.contains(Words::fleetState(FleetState::Failed)));
    const QString machine = model.index(0, 0, app).data(Qt::AccessibleTextRole).toString();
    QVERIFY(machine.contains("148e00000d2f3"_L1));
    QVERIFY(machine.contains("dfw"_L1));
}

QTEST_GUILESS_MAIN(TestFleetModel)
#include "tst_fleetmodel.moc"
