#include "models/fleetfilter.h"
#include "models/fleetmodel.h"
#include "models/format.h"
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
    void largeFleetChangesOnlyWhereItChanged();
    void largeFleetIsFilteredWhole();
    void troubleOfAPartIsTold_data();
    void troubleOfAPartIsTold();
    void everyDatumHasItsAge();
    void showsServersStacksAndServices();
    void refreshOfServersKeepsRows();
    void filterFindsServices();
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

namespace {
// As it comes from the services: lists that did not change are shared.
FleetSnapshot largeFleet(int accounts, int apps, int machines)
{
    FleetSnapshot fleet;
    for (int i = 0; i < accounts; ++i) {
        FleetAccount account;
        account.id = AccountId(u"account%1"_s.arg(i));
        account.name = account.id.value;
        account.loading = false;
        account.fetchedAt = Sample::now();
        for (int n = 0; n < apps; ++n)
            account.apps.append(
                Sample::app(u"%1-app-%2"_s.arg(i).arg(n, 3, 10, QLatin1Char('0')), machines));
        fleet.accounts.append(account);
    }
    return fleet;
}
} // namespace

void TestFleetModel::largeFleetChangesOnlyWhereItChanged()
{
    FleetModel model;
    FleetSnapshot fleet = largeFleet(5, 100, 4);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setSnapshot(fleet);
    QCOMPARE(inserted.size(), 1); // all at once
    QCOMPARE(printModel(model).size(), 5 + 500 + 2'000);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    for (FleetAccount &account : fleet.accounts) {
        account.fetchedAt = account.fetchedAt.addSecs(30);
        for (FleetApp &app : account.apps)
            app.listedAt = account.fetchedAt;
    }
    model.setSnapshot(fleet);
    QCOMPARE(changes.size(), 0); // ages are read on demand
    QCOMPARE(model.indexOfApp(AppName(u"3-app-042"_s)).data(FleetModel::FetchedRole).toDateTime(),
        fleet.accounts.at(0).fetchedAt);
    fleet.accounts[3].apps[42].machines[1].state = MachineState::Stopped;
    model.setSnapshot(fleet);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(
        changes.at(0).at(0).toModelIndex().data(FleetModel::AppRole).toString(), u"3-app-042"_s);
    fleet.accounts[1].apps.remove(10, 30);
    model.setSnapshot(fleet);
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(printModel(model).size(), 5 + 470 + 1'880);
}

void TestFleetModel::largeFleetIsFilteredWhole()
{
    FleetModel model;
    FleetFilter filter;
    filter.setSourceModel(&model);
    model.setSnapshot(largeFleet(5, 100, 4));
    filter.setText(u"APP-042"_s);
    QCOMPARE(printModel(filter).size(), 5 * (1 + 1 + 4));
    filter.setText(u"3-app-04"_s);
    QCOMPARE(printModel(filter).size(), 1 + 10 * 5);
    FleetSnapshot changed = largeFleet(5, 100, 4);
    changed.accounts[0].apps[7].state = FleetState::Failed;
    model.setSnapshot(changed);
    const QModelIndex account = model.index(0, 0);
    QCOMPARE(account.data(Roles::Status).toInt(), int(Status::Failed)); // also when it is folded
    QVERIFY(account.siblingAtColumn(1).data().toString().startsWith(u'1'));
    filter.setText(Words::fleetState(FleetState::Failed));
    QCOMPARE(printModel(filter).size(), 1 + 1 + 4);
}

void TestFleetModel::troubleOfAPartIsTold_data()
{
    QTest::addColumn<bool>("releases");
    QTest::newRow("releases") << true;
    QTest::newRow("machines") << false;
}

void TestFleetModel::troubleOfAPartIsTold()
{
    QFETCH(bool, releases);
    FleetModel model;
    FleetSnapshot fleet = Sample::fleet();
    const Error down{Error::Kind::Unavailable, u"502"_s, 502, {}, {}, {}};
    (releases ? fleet.accounts[0].releasesError : fleet.accounts[0].machinesError) = down;
    model.setSnapshot(fleet);
    const QModelIndex account = model.index(0, 0);
    QCOMPARE(account.data(Roles::Status).toInt(), int(Status::Warning));
    QVERIFY(!account.data(FleetModel::StaleRole).toBool()); // the account itself answers
    const QString word = account.siblingAtColumn(int(FleetModel::Column::State)).data().toString();
    QVERIFY(word.startsWith(releases ? "releases"_L1 : "machines"_L1));
    const QString sentence = account.data(Qt::ToolTipRole).toString();
    QVERIFY(sentence.contains(Words::accountError(down)));
    const QModelIndex app = model.indexOfApp(AppName(u"sist-cabanas-mvp"_s));
    QCOMPARE(app.data(Roles::Status).toInt(), int(Status::Succeeded)); // no app is to blame
}

void TestFleetModel::everyDatumHasItsAge()
{
    FleetModel model;
    FleetSnapshot fleet = Sample::fleet();
    FleetApp &app = fleet.accounts[0].apps[0];
    app.listedAt = Sample::now().addSecs(-4);
    app.fetchedAt = Sample::now().addSecs(-240);
    app.releaseAt = Sample::now().addSecs(-7'200);
    model.setNow(Sample::now());
    model.setSnapshot(fleet);
    const QString all = model.indexOfApp(app.app.name).data(Qt::ToolTipRole).toString();
    for (const QDateTime &then : {app.listedAt, app.fetchedAt, app.releaseAt})
        QVERIFY2(all.contains(Format::age(then, Sample::now())), qPrintable(all));
    FleetApp &unseen = fleet.accounts[0].apps[0]; // detached from what was shown
    unseen.fetchedAt = {};
    unseen.machines[0].incompleteConfig = unseen.machines[0].config;
    unseen.machines[0].config.reset();
    model.setSnapshot(fleet);
    const QModelIndex machine = model.index(0, 0, model.indexOfApp(unseen.app.name));
    QCOMPARE(machine.data(Roles::Status).toInt(), int(Status::Unknown)); // runs; how well?
    QVERIFY(machine.data(Qt::ToolTipRole).toString().contains("not been seen yet"_L1));
}

void TestFleetModel::showsServersStacksAndServices()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    FleetSnapshot fleet = Sample::fleet();
    fleet.servers = {Sample::server(true)};
    model.setSnapshot(fleet);
    const QStringList lines = printModel(model).mid(7);
    QCOMPARE(lines.size(), 7);
    QVERIFY(lines.at(0).startsWith("Servers"_L1));
    QVERIFY(lines.at(1).startsWith("  invex (203.0.113.5)"_L1));
    QCOMPARE(lines.at(2), "    chat | "_L1 + Words::fleetState(FleetState::Degraded));
    QCOMPARE(lines.at(3), u"      backend | unhealthy"_s);
    QCOMPARE(lines.at(5), u"      web | running"_s);
    QVERIFY(lines.at(6).startsWith("    /srv/old | "_L1));
    const ServerPlace chat{fleet.servers.first().server.id, u"chat"_s};
    const QModelIndex stack = model.indexOfPlace(chat);
    QCOMPARE(stack.data(FleetModel::StackRole).toString(), u"chat"_s);
    QCOMPARE(stack.data(FleetModel::ServerRole).toString(), chat.server.value);
    QCOMPARE(stack.data(Roles::Status).toInt(), int(Status::Warning));
    QVERIFY(stack.data(FleetModel::AppRole).toString().isEmpty());
    QCOMPARE(model.index(0, 0, stack).data(FleetModel::ServiceRole).toString(), u"backend"_s);
    QVERIFY(!model.indexOfPlace({chat.server, u"other"_s}).isValid());
    QVERIFY(stack.data(Qt::AccessibleTextRole).toString().contains("chat"_L1));

    // One that does not answer marks itself, and greys what is known of it.
    fleet.servers[0].error = Error{Error::Kind::Offline, u"refused"_s, 0, {}, {}, {}};
    model.setSnapshot(fleet);
    QVERIFY(stack.data(FleetModel::StaleRole).toBool());
    QCOMPARE(stack.parent().data(Roles::Status).toInt(), int(Status::Warning));
    QVERIFY(!model.index(0, 0).data(FleetModel::StaleRole).toBool());
}

void TestFleetModel::refreshOfServersKeepsRows()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    FleetSnapshot fleet;
    fleet.servers = {Sample::server()};
    model.setSnapshot(fleet);
    const ServerPlace chat{fleet.servers.first().server.id, u"chat"_s};
    const QPersistentModelIndex kept(model.indexOfPlace(chat));
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    fleet.servers[0].facts->at = Sample::now();
    fleet.servers[0].facts->load = 3;
    model.setSnapshot(fleet);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(kept.data(FleetModel::FetchedRole).toDateTime(), Sample::now());
    fleet.servers[0].facts->stacks[0].services.removeLast();
    model.setSnapshot(fleet);
    QVERIFY(kept.isValid());
    QCOMPARE(model.rowCount(kept), 2);
    fleet.servers.clear();
    model.setSnapshot(fleet);
    QCOMPARE(model.rowCount(), 0);
}

void TestFleetModel::filterFindsServices()
{
    FleetModel model;
    FleetSnapshot fleet = Sample::fleet();
    fleet.servers = {Sample::server()};
    model.setSnapshot(fleet);
    FleetFilter filter;
    filter.setSourceModel(&model);
    filter.setText(u"web"_s);
    const QStringList lines = printModel(filter);
    QCOMPARE(lines.size(), 4); // servers, invex, chat, web
    QVERIFY(lines.last().contains("web"_L1));
}

QTEST_GUILESS_MAIN(TestFleetModel)
#include "tst_fleetmodel.moc"
