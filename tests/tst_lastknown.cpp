#include "core/ratebudget.h"
#include "core/virtualclock.h"
#include "fleet/fleetservice.h"
#include "fleet/lastknown.h"
#include "fly/flyclient.h"
#include "sandbox/inprocesstransport.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const AppName gad(u"grupo-gad"_s);
const AccountId acme(u"acme"_s);

FlyEndpoints endpointsOfAcme()
{
    FlyEndpoints all;
    all.account = acme;
    all.token = Secret("fo1_sandbox_full");
    return all;
}

// `ahead`: of the platform's clock, of ours.
std::shared_ptr<SimWorld> world(const Clock &clock, std::chrono::seconds ahead)
{
    Result<SimWorld> loaded =
        SimWorld::fromScenarioName(u"field-cases"_s, clock.wallNow().addSecs(ahead.count()));
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().detail));
    return std::make_shared<SimWorld>(std::move(*loaded));
}

// The thread of the test holds the clock; it passes only while the test lets it.
class Bench
{
public:
    explicit Bench(std::chrono::seconds ahead = 0s)
        : transport(world(clock, ahead), clock)
        , budget(clock)
        , client(endpointsOfAcme(), transport, budget, clock)
    {
        FleetService::Account account;
        account.id = acme;
        account.name = u"acme"_s;
        account.organization = u"acme"_s;
        account.client = &client;
        service = std::make_unique<FleetService>(std::vector{account}, clock);
    }
    ~Bench()
    {
        const ClockBlocked blocked(clock);
        service.reset();
    }
    Q_DISABLE_COPY_MOVE(Bench)
    void pass(Clock::Duration time)
    {
        clock.sleepFor(time, {});
        QCoreApplication::processEvents();
    }
    void cutTheLine(bool cut)
    {
        if (!cut)
            return transport.setBefore({});
        transport.setBefore([](int, const HttpRequest &) -> std::optional<Result<HttpResponse>> {
            return Result<HttpResponse>(tl::unexpected(
                Error{Error::Kind::Offline, u"Connection refused"_s, 0, {}, {}, u"not-sent"_s}));
        });
    }
    [[nodiscard]] FleetAccount row() const { return service->snapshot().accounts.constFirst(); }
    [[nodiscard]] FleetApp app(const AppName &name) const
    {
        for (const FleetApp &app : row().apps) {
            if (app.app.name == name)
                return app;
        }
        return {};
    }

    VirtualClock clock;
    ClockParticipant participant{clock};
    InProcessTransport transport;
    RateBudget budget;
    FlyClient client;
    std::unique_ptr<FleetService> service;
};

FleetApp keptApp(const AppName &name, const QDateTime &at)
{
    FleetApp app;
    app.app.name = name;
    app.machines = {Machine()};
    app.machines.first().id = MachineId(u"old"_s);
    app.servingVersion = 7;
    app.state = FleetState::Healthy;
    app.fetchedAt = at;
    app.remembered = true;
    return app;
}

FleetAccount kept(const QDateTime &at, const QList<AppName> &names)
{
    FleetAccount account;
    account.id = acme;
    account.fetchedAt = at;
    account.remembered = true;
    for (const AppName &name : names)
        account.apps.append(keptApp(name, at));
    return account;
}
} // namespace

// What an earlier session knew, until the platform answers; and a clock that is off.
class TestLastKnown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsUntilSomethingAnswers();
    void isShownWhileOffline();
    void givesWayToWhatIsSeen();
    void goesToAccountsWithoutToken();
    void ofOthersIsIgnored();
    void aClockThatIsOffSpoilsNothing_data();
    void aClockThatIsOffSpoilsNothing();
};

void TestLastKnown::standsUntilSomethingAnswers()
{
    const QDateTime before(QDate(2026, 8, 19), QTime(9, 0), Qt::UTC);
    const FleetAccount last = kept(before, {gad, AppName(u"gone"_s)});
    FleetAccount fresh;
    fresh.id = acme;
    fresh.name = u"ours"_s;
    FleetAccount shown = overLastKnown(fresh, last);
    QCOMPARE(shown.apps.size(), 2);
    QCOMPARE(shown.fetchedAt, before);
    QCOMPARE(shown.name, u"ours"_s);
    QVERIFY(shown.remembered && showsLastKnown(shown));
    // Listed, and nobody has looked at it yet.
    fresh.fetchedAt = before.addDays(1);
    fresh.apps = {FleetApp(), FleetApp()};
    fresh.apps[0].app.name = gad;
    fresh.apps[0].app.status = u"suspended"_s;
    fresh.apps[1].app.name = AppName(u"new"_s);
    shown = overLastKnown(fresh, last);
    QVERIFY(!shown.remembered && showsLastKnown(shown));
    QCOMPARE(shown.apps.size(), 2);
    QCOMPARE(shown.apps.at(0).servingVersion, 7);
    QCOMPARE(shown.apps.at(0).app.status, u"suspended"_s);
    QVERIFY(shown.apps.at(0).remembered && !shown.apps.at(1).remembered);
    for (FleetApp &app : fresh.apps)
        app.fetchedAt = before.addDays(1);
    shown = overLastKnown(fresh, last);
    QCOMPARE(shown, fresh);
    QVERIFY(!showsLastKnown(shown));
}

void TestLastKnown::isShownWhileOffline()
{
    Bench bench;
    bench.cutTheLine(true);
    const QDateTime before = bench.clock.wallNow().addDays(-1);
    bench.service->showLastKnown({kept(before, {gad})});
    QVERIFY(bench.row().remembered && bench.row().loading);
    bench.service->start();
    bench.pass(6s);
    QVERIFY(bench.row().error);
    QCOMPARE(bench.row().error->kind, Error::Kind::Offline);
    QVERIFY(bench.row().remembered);
    QCOMPARE(bench.row().fetchedAt, before);
    QCOMPARE(bench.app(gad).servingVersion, 7);
    QCOMPARE(bench.app(gad).fetchedAt, before);
    bench.cutTheLine(false);
    bench.pass(40s);
    QVERIFY(!bench.row().error && !bench.row().remembered);
    QCOMPARE(bench.app(gad).servingVersion, 41);
    QVERIFY(!showsLastKnown(bench.row()));
}

void TestLastKnown::givesWayToWhatIsSeen()
{
    Bench bench;
    bench.service->start();
    bench.pass(10s);
    const FleetAccount seen = bench.row();
    // It comes late: the disk was slow.
    bench.service->showLastKnown({kept(bench.clock.wallNow().addDays(-1), {gad})});
    QCOMPARE(bench.row(), seen);
}

void TestLastKnown::goesToAccountsWithoutToken()
{
    VirtualClock clock;
    FleetService::Account locked;
    locked.id = acme;
    FleetService service({locked}, clock);
    service.showLastKnown({kept(clock.wallNow(), {gad})});
    const FleetAccount row = service.snapshot().accounts.first();
    QCOMPARE(row.error->kind, Error::Kind::Unauthorised);
    QCOMPARE(row.apps.size(), 1);
    service.setAccounts({locked}); // made anew: its keychain may be open now
    QCOMPARE(service.snapshot().accounts.first().apps.size(), 1);
}

void TestLastKnown::ofOthersIsIgnored()
{
    Bench bench;
    FleetAccount other = kept(bench.clock.wallNow(), {gad});
    other.id = AccountId(u"other"_s);
    bench.service->showLastKnown({other});
    QCOMPARE(bench.service->snapshot().accounts.size(), 1);
    QVERIFY(bench.row().apps.isEmpty());
}

void TestLastKnown::aClockThatIsOffSpoilsNothing_data()
{
    QTest::addColumn<int>("minutes"); // the platform's clock is ahead of ours
    QTest::newRow("agrees") << 0;
    QTest::newRow("an hour behind") << 60;
    QTest::newRow("an hour ahead") << -60;
}

void TestLastKnown::aClockThatIsOffSpoilsNothing()
{
    QFETCH(const int, minutes);
    const std::chrono::minutes ahead(minutes);
    Bench bench(ahead);
    bench.service->start();
    bench.pass(10s);
    const FleetApp app = bench.app(gad);
    QCOMPARE(app.state, FleetState::Failed); // its last release command did
    // Our ages count by our clock, the platform's times by the platform's.
    QVERIFY(std::abs(app.fetchedAt.secsTo(bench.clock.wallNow())) <= 10);
    const QDateTime there = bench.clock.wallNow().addSecs(minutes * 60);
    QVERIFY(std::abs(app.seenAt().secsTo(there)) <= 20);
    QVERIFY(std::abs(bench.row().platformAhead.count() - minutes * 60'000) <= 2'000);
    // A machine within its grace period is at work, not ill: by the platform's clock.
    Machine machine = app.machines.first();
    machine.state = MachineState::Started;
    machine.checks = {{u"http"_s, CheckStatus::Critical, {}, app.seenAt()}};
    machine.config->checks = {{u"http"_s, 15s, 2s, 30s}};
    machine.events = {{{}, u"start"_s, {}, {}, app.seenAt().addSecs(-20), {}}};
    QCOMPARE(machineFleetState(machine, app.seenAt()), FleetState::Running);
    machine.events.first().at = app.seenAt().addSecs(-120);
    QCOMPARE(machineFleetState(machine, app.seenAt()), FleetState::Failed);
}

QTEST_GUILESS_MAIN(TestLastKnown)
#include "tst_lastknown.moc"
