#include "fleet/fleetmerge.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const AppName shop(u"shop"_s);
const QDateTime start(QDate(2026, 8, 20), QTime(14, 0), Qt::UTC);

App appOf(const QString &name)
{
    App app;
    app.name = AppName(name);
    app.organization = u"acme"_s;
    return app;
}

Machine machineOf(const QString &id, MachineState state, const QString &version, bool whole = true)
{
    Machine machine;
    machine.id = MachineId(id);
    machine.state = state;
    machine.rawState = machineStateToWire(state);
    machine.region = u"dfw"_s;
    machine.instanceId = version;
    machine.updatedAt = start.addSecs(-600);
    MachineConfig config;
    config.processGroup = u"app"_s;
    config.metadata = {{u"fly_platform_version"_s, u"v2"_s}, {u"fly_release_version"_s, u"7"_s}};
    (whole ? machine.config : machine.incompleteConfig) = config;
    if (whole)
        machine.checks = {{u"http"_s, CheckStatus::Passing, {}, start}};
    return machine;
}

Machine overviewOf(const QString &id, MachineState state, const QString &version, int updated = 0)
{
    Machine machine = machineOf(id, state, version, false);
    machine.updatedAt = start.addSecs(updated);
    return machine;
}

OrganizationMachines listingOf(const QList<Machine> &machines)
{
    OrganizationMachines listing;
    for (const Machine &machine : machines)
        listing.machines.append({shop, machine});
    return listing;
}

// Two machines, looked at a minute ago.
FleetAccount knownFleet()
{
    FleetAccount account;
    FleetMerge::apps(account, {appOf(u"shop"_s), appOf(u"blog"_s)});
    FleetMerge::look(account.apps[1],
        {QList<Machine>{machineOf(u"1"_s, MachineState::Started, u"v1"_s),
             machineOf(u"2"_s, MachineState::Started, u"v1"_s)},
            std::nullopt},
        start.addSecs(-60),
        {});
    return account;
}

const FleetApp &shopOf(const FleetAccount &account)
{
    return account.apps.at(1);
}

Release releaseOf(int version, ReleaseStatus status, const QString &strategy = {})
{
    Release release;
    release.id = ReleaseId(QString::number(version));
    release.version = version;
    release.status = status;
    release.strategy = strategy;
    return release;
}
} // namespace

class TestFleetMerge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appsKeepWhatIsKnown();
    void listTellsWhoRunsNotHowWell();
    void sameVersionKeepsItsHealth();
    void otherVersionIsLookedAt();
    void olderNewsChangeNothing();
    void whatWasJustSeenStands();
    void goneAndHelpersAreNotShown();
    void onlyACompleteListForgets();
    void silentRegionsForgetNothing();
    void summaryAddsNobodyUnknown();
    void otherOrganizationsAreNotTouched();
    void releasesKeepWhatTheListDoesNotTell();
    void aStoppedDeployTellsWhatRuns();
    void anAppMadeAnewBeginsItsReleasesAnew();
    void failedLookKeepsItsData();
};

void TestFleetMerge::appsKeepWhatIsKnown()
{
    FleetAccount account = knownFleet();
    FleetMerge::apps(account, {appOf(u"zoo"_s), appOf(u"shop"_s)});
    QCOMPARE(account.apps.size(), 2);
    QCOMPARE(account.apps.at(0).machines.size(), 2);
    QCOMPARE(account.apps.at(1).app.name.value, u"zoo"_s);
}

void TestFleetMerge::listTellsWhoRunsNotHowWell()
{
    FleetAccount account;
    FleetMerge::apps(account, {appOf(u"shop"_s)});
    const QList<AppName> toLookAt = FleetMerge::machines(account,
        u"acme"_s,
        listingOf({overviewOf(u"1"_s, MachineState::Started, u"v1"_s)}),
        true,
        start);
    QCOMPARE(toLookAt, QList<AppName>{shop});
    const FleetApp &app = account.apps.constFirst();
    QCOMPARE(app.state, FleetState::Started); // healthy is said of what was looked at
    QCOMPARE(app.servingVersion, 7);
    QCOMPARE(app.listedAt, start);
    QVERIFY(!app.fetchedAt.isValid());
    QCOMPARE(app.toldAt(), start);
}

void TestFleetMerge::sameVersionKeepsItsHealth()
{
    FleetAccount account = knownFleet();
    QCOMPARE(shopOf(account).state, FleetState::Healthy);
    const QList<AppName> same = FleetMerge::machines(account,
        u"acme"_s,
        listingOf({overviewOf(u"1"_s, MachineState::Started, u"v1"_s),
            overviewOf(u"2"_s, MachineState::Started, u"v1"_s)}),
        true,
        start);
    QVERIFY(same.isEmpty());
    QCOMPARE(shopOf(account).state, FleetState::Healthy);
    QVERIFY(shopOf(account).machines.constFirst().config);
    QCOMPARE(shopOf(account).fetchedAt, start.addSecs(-60)); // of the health
    QCOMPARE(shopOf(account).listedAt, start);
}

void TestFleetMerge::otherVersionIsLookedAt()
{
    FleetAccount account = knownFleet();
    const QList<AppName> toLookAt = FleetMerge::machines(account,
        u"acme"_s,
        listingOf({overviewOf(u"1"_s, MachineState::Started, u"v2"_s),
            overviewOf(u"2"_s, MachineState::Stopped, u"v1"_s)}),
        false,
        start);
    QCOMPARE(toLookAt, QList<AppName>{shop});
    const QList<Machine> &machines = shopOf(account).machines;
    QVERIFY(!machines.at(0).config); // what it was says nothing of what it is
    QVERIFY(machines.at(1).config);
    QCOMPARE(machines.at(1).state, MachineState::Stopped);
    QCOMPARE(shopOf(account).state, FleetState::Started);
}

void TestFleetMerge::olderNewsChangeNothing()
{
    FleetAccount account = knownFleet();
    const FleetAccount before = account;
    Machine late = overviewOf(u"1"_s, MachineState::Stopped, u"v0"_s, -3600);
    QVERIFY(FleetMerge::machines(account, u"acme"_s, listingOf({late}), false, start).isEmpty());
    QCOMPARE(shopOf(account).machines, shopOf(before).machines);
}

void TestFleetMerge::whatWasJustSeenStands()
{
    FleetAccount account = knownFleet();
    const FleetAccount before = account;
    const QDateTime soon = start.addSecs(-58); // two seconds after the look
    QVERIFY(FleetMerge::machines(account, u"acme"_s, listingOf({}), true, soon).isEmpty());
    QCOMPARE(shopOf(account).machines, shopOf(before).machines);
}

void TestFleetMerge::goneAndHelpersAreNotShown()
{
    FleetAccount account = knownFleet();
    Machine helper = overviewOf(u"3"_s, MachineState::Started, u"v1"_s);
    helper.incompleteConfig->processGroup = u"fly_app_release_command"_s;
    FleetMerge::machines(account,
        u"acme"_s,
        listingOf({helper, overviewOf(u"2"_s, MachineState::Destroyed, u"v1"_s)}),
        false,
        start);
    QCOMPARE(shopOf(account).machines.size(), 1);
    QCOMPARE(shopOf(account).machines.constFirst().id, MachineId(u"1"_s));
}

void TestFleetMerge::onlyACompleteListForgets()
{
    FleetAccount account = knownFleet();
    const OrganizationMachines one =
        listingOf({overviewOf(u"1"_s, MachineState::Started, u"v1"_s)});
    FleetMerge::machines(account, u"acme"_s, one, false, start);
    QCOMPARE(shopOf(account).machines.size(), 2);
    const QList<AppName> toLookAt =
        FleetMerge::machines(account, u"acme"_s, one, true, start.addSecs(60));
    QCOMPARE(shopOf(account).machines.size(), 1);
    QCOMPARE(toLookAt, QList<AppName>{shop});
}

void TestFleetMerge::silentRegionsForgetNothing()
{
    FleetAccount account = knownFleet();
    OrganizationMachines listing;
    listing.errorRegions = {u"dfw"_s};
    FleetMerge::machines(account, u"acme"_s, listing, true, start);
    QCOMPARE(shopOf(account).machines.size(), 2);
    QVERIFY(!shopOf(account).listedAt.isValid()); // and it is as old as it was
}

void TestFleetMerge::summaryAddsNobodyUnknown()
{
    FleetAccount account = knownFleet();
    Machine bare = overviewOf(u"3"_s, MachineState::Started, u"v1"_s);
    bare.incompleteConfig.reset();
    const QList<AppName> toLookAt =
        FleetMerge::machines(account, u"acme"_s, listingOf({bare}), false, start);
    QCOMPARE(toLookAt, QList<AppName>{shop});
    QCOMPARE(shopOf(account).machines.size(), 2); // it may be a release command's
}

void TestFleetMerge::otherOrganizationsAreNotTouched()
{
    FleetAccount account = knownFleet();
    FleetMerge::machines(account, u"globex"_s, {}, true, start);
    QCOMPARE(shopOf(account).machines.size(), 2);
    QVERIFY(!shopOf(account).listedAt.isValid());
}

void TestFleetMerge::releasesKeepWhatTheListDoesNotTell()
{
    FleetAccount account = knownFleet();
    account.apps[1].currentRelease = releaseOf(7, ReleaseStatus::Running, u"rolling"_s);
    account.apps[1].releaseAt = start.addSecs(-60);
    FleetMerge::releases(account, {{shop, releaseOf(7, ReleaseStatus::Failed)}}, start);
    QCOMPARE(shopOf(account).currentRelease->status, ReleaseStatus::Failed);
    QCOMPARE(shopOf(account).currentRelease->strategy, u"rolling"_s);
    QCOMPARE(shopOf(account).state, FleetState::Healthy); // all of it runs, and well
    QCOMPARE(shopOf(account).releaseAt, start);
    QVERIFY(!account.apps.at(0).releaseAt.isValid()); // it was not told
    FleetMerge::releases(
        account, {{shop, releaseOf(6, ReleaseStatus::Complete)}}, start.addSecs(60));
    QCOMPARE(shopOf(account).currentRelease->version, 7); // a list that lags
    FleetMerge::releases(
        account, {{shop, releaseOf(8, ReleaseStatus::Complete)}}, start.addSecs(120));
    QCOMPARE(shopOf(account).currentRelease->version, 8);
}

// A deploy that stopped half-way is told as in the deployment's own verdict.
void TestFleetMerge::aStoppedDeployTellsWhatRuns()
{
    FleetAccount account = knownFleet();
    FleetApp &app = account.apps[1];
    app.currentRelease = releaseOf(8, ReleaseStatus::Running);
    app.machines[0].config->metadata[u"fly_release_version"_s] = u"8"_s;
    const auto end = [&account](ReleaseStatus status) {
        account.apps[1].releaseAt = {};
        FleetMerge::releases(account, {{shop, releaseOf(8, status)}}, start);
        return shopOf(account).state;
    };
    QCOMPARE(end(ReleaseStatus::Failed), FleetState::Failed);
    QCOMPARE(end(ReleaseStatus::Interrupted), FleetState::Mixed);
    app.machines[0].config->metadata[u"fly_release_version"_s] = u"7"_s; // none was reached
    QCOMPARE(end(ReleaseStatus::Failed), FleetState::Failed);
    QCOMPARE(end(ReleaseStatus::Interrupted), FleetState::Healthy);
}

void TestFleetMerge::anAppMadeAnewBeginsItsReleasesAnew()
{
    FleetAccount account = knownFleet();
    account.apps[1].currentRelease = releaseOf(7, ReleaseStatus::Complete);
    account.apps[1].currentRelease->createdAt = start.addSecs(-20);
    FleetMerge::releases(account, {{shop, releaseOf(6, ReleaseStatus::Complete)}}, start);
    QCOMPARE(shopOf(account).currentRelease->version, 7); // a list that lags
    FleetMerge::releases(
        account, {{shop, releaseOf(6, ReleaseStatus::Complete)}}, start.addSecs(300));
    QCOMPARE(shopOf(account).currentRelease->version, 6);
}

void TestFleetMerge::failedLookKeepsItsData()
{
    FleetAccount account = knownFleet();
    const FleetApp before = shopOf(account);
    FleetMerge::look(account.apps[1],
        {failure(Error::Kind::Protocol, u"machines: not a list"_s), std::nullopt},
        start,
        {});
    QCOMPARE(shopOf(account).machines, before.machines);
    QCOMPARE(shopOf(account).fetchedAt, before.fetchedAt);
    QCOMPARE(shopOf(account).error->kind, Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TestFleetMerge)
#include "tst_fleetmerge.moc"
