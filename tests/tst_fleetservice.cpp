#include "core/ratebudget.h"
#include "core/virtualclock.h"
#include "fleet/fleetrules.h"
#include "fleet/fleetservice.h"
#include "fly/flyclient.h"
#include "sandbox/inprocesstransport.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const AppName gad(u"grupo-gad"_s);
const MachineId gadMachine(u"148e21f3b04289"_s);

// Never answers: the time is up, or somebody stops it.
class SilentTransport final : public HttpTransport
{
public:
    explicit SilentTransport(Clock &clock)
        : m_clock(clock)
    {
    }
    Result<HttpResponse> perform(const HttpRequest &request, std::stop_token stop) override
    {
        ++asked;
        asked.notify_all();
        if (!m_clock.sleepFor(request.timeout, stop)) {
            ++stopped;
            return failure(Error::Kind::Cancelled, u"stopped"_s);
        }
        return failure(Error::Kind::Timeout, u"no answer"_s);
    }
    std::atomic<int> asked = 0;
    std::atomic<int> stopped = 0;

private:
    Clock &m_clock;
};

FlyEndpoints endpoints(const QString &account)
{
    FlyEndpoints all;
    all.account = AccountId(account);
    all.token = Secret("fo1_sandbox_full");
    return all;
}

std::shared_ptr<SimWorld> world(const Clock &clock)
{
    Result<SimWorld> loaded = SimWorld::fromScenarioName(u"field-cases"_s, clock.wallNow());
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().detail));
    return std::make_shared<SimWorld>(std::move(*loaded));
}

FleetService::Account account(const QString &id, FlyClient *client)
{
    return {AccountId(id), id, u"acme"_s, true, client};
}

// The thread of the test holds the clock; it passes only while the test lets it.
class Bench
{
public:
    explicit Bench(std::vector<FleetService::Account> more = {})
        : transport(world(clock), clock)
        , budget(clock)
        , client(endpoints(u"acme"_s), transport, budget, clock)
    {
        more.insert(more.begin(), account(u"acme"_s, &client));
        service = std::make_unique<FleetService>(std::move(more), clock);
    }
    ~Bench() { end(); }
    Q_DISABLE_COPY_MOVE(Bench)
    void end() // joins the workers: the clock must not wait for this thread meanwhile
    {
        const ClockBlocked blocked(clock);
        service.reset();
    }
    void pass(Clock::Duration time)
    {
        clock.sleepFor(time, {});
        QCoreApplication::processEvents();
    }
    [[nodiscard]] const FleetAccount &first() const
    {
        return service->snapshot().accounts.constFirst();
    }
    [[nodiscard]] const FleetApp *app(const AppName &name) const
    {
        for (const FleetApp &candidate : first().apps) {
            if (candidate.app.name == name)
                return &candidate;
        }
        return nullptr;
    }
    int requestsFor(const QString &part)
    {
        return static_cast<int>(
            transport.inspect([](SimWorld &sim) { return sim.requestLog(); }).filter(part).size());
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

    VirtualClock clock;
    ClockParticipant participant{clock};
    InProcessTransport transport;
    RateBudget budget;
    FlyClient client;
    std::unique_ptr<FleetService> service;
};

FleetApp fleetApp(ReleaseStatus release, const QList<MachineState> &states)
{
    FleetApp app;
    app.fetchedAt = QDateTime::currentDateTimeUtc();
    if (release != ReleaseStatus::Unknown) {
        app.currentRelease = Release();
        app.currentRelease->status = release;
    }
    for (MachineState state : states) {
        Machine machine;
        machine.state = state;
        app.machines.append(machine);
    }
    return app;
}

Machine serving(MachineState state, const QString &version)
{
    Machine machine;
    machine.state = state;
    machine.config = MachineConfig();
    machine.config->processGroup = u"app"_s;
    machine.config->metadata = {
        {u"fly_platform_version"_s, u"v2"_s}, {u"fly_release_version"_s, version}};
    return machine;
}
} // namespace

class TestFleetService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatThePlatformHas();
    void visibleAppIsPolledOften();
    void appThatComesIntoViewIsAskedAtOnce();
    void hiddenWindowPollsNothing();
    void refreshNowAsksAtOnce();
    void unchangedFleetIsNotSignalled();
    void changeIsSignalled();
    void offlineKeepsWhatWasKnown();
    void accountsFailAlone();
    void accountsComeAndGo();
    void oneAppFailsAlone();
    void accountWithoutTokenIsMarked();
    void silentPlatformIsToldWithinFiveSeconds();
    void goesAwayQuickly();
    void goesAwayBeforeItStarted();
    void statesOfApps_data();
    void statesOfApps();
    void anOpenReleaseIsNotBelievedForEver();
    void servingVersions();
};

void TestFleetService::showsWhatThePlatformHas()
{
    Bench bench;
    QVERIFY(bench.first().loading);
    bench.service->start();
    bench.pass(5s);
    QVERIFY(!bench.first().loading);
    QVERIFY(!bench.first().error);
    QVERIFY(bench.first().fetchedAt.isValid());
    const FleetApp *app = bench.app(gad);
    QVERIFY(app);
    QCOMPARE(bench.first().apps.constFirst().app.name, gad);
    QCOMPARE(app->machines.size(), 3); // the release command's machine is not the app's own
    QCOMPARE(app->servingVersion, 41);
    QCOMPARE(app->currentRelease->version, 42);
    QCOMPARE(app->state, FleetState::Failed);
    QCOMPARE(bench.app(AppName(u"sist-cabanas-mvp"_s))->state, FleetState::Healthy);
    QVERIFY(!bench.app(AppName(u"grupo-gad-db"_s))->currentRelease);
    QCOMPARE(
        bench.transport.inspect([](SimWorld &sim) { return sim.violations(); }), QStringList());
}

void TestFleetService::visibleAppIsPolledOften()
{
    Bench bench;
    bench.service->setVisibleApp(gad);
    bench.service->start();
    bench.pass(31s);
    const int visible = bench.requestsFor(u"GET /v1/apps/grupo-gad/machines"_s);
    const int other = bench.requestsFor(u"GET /v1/apps/sist-cabanas-mvp/machines"_s);
    QVERIFY2(visible >= 9 && visible <= 11, qPrintable(QString::number(visible)));
    QVERIFY2(other >= 1 && other <= 2, qPrintable(QString::number(other)));
    QCOMPARE(bench.requestsFor(u" 429"_s), 0);
}

void TestFleetService::appThatComesIntoViewIsAskedAtOnce()
{
    Bench bench;
    bench.service->start();
    bench.pass(20s);
    const QDateTime known = bench.app(gad)->fetchedAt;
    bench.service->setVisibleApp(gad);
    bench.pass(1s);
    QVERIFY(bench.app(gad)->fetchedAt > known);
}

void TestFleetService::hiddenWindowPollsNothing()
{
    Bench bench;
    bench.service->start();
    bench.pass(5s);
    bench.service->setHidden(true);
    bench.pass(1s);
    const int before = bench.transport.requestCount();
    bench.pass(10min);
    QCOMPARE(bench.transport.requestCount(), before);
    const QDateTime known = bench.app(gad)->fetchedAt;
    QSignalSpy refreshed(bench.service.get(), &FleetService::refreshed);
    bench.service->setHidden(false);
    // The worker was outside of the clock: real time passes until it is back.
    for (int i = 0; i < 500 && bench.app(gad)->fetchedAt == known; ++i) {
        refreshed.wait(10);
        bench.pass(1s);
    }
    QVERIFY(bench.app(gad)->fetchedAt > known);
}

void TestFleetService::refreshNowAsksAtOnce()
{
    Bench bench;
    bench.service->start();
    bench.pass(5s);
    const QDateTime known = bench.app(gad)->fetchedAt;
    bench.service->refreshNow();
    bench.pass(5s);
    QVERIFY(bench.app(gad)->fetchedAt > known);
}

void TestFleetService::unchangedFleetIsNotSignalled()
{
    Bench bench;
    bench.service->setVisibleApp(gad);
    bench.service->start();
    bench.pass(8s);
    QSignalSpy changed(bench.service.get(), &FleetService::snapshotChanged);
    QSignalSpy refreshed(bench.service.get(), &FleetService::refreshed);
    const QDateTime known = bench.app(gad)->fetchedAt;
    bench.pass(7s);
    QCOMPARE(changed.size(), 0);
    QVERIFY(refreshed.size() > 0);
    QVERIFY(bench.app(gad)->fetchedAt > known);
}

void TestFleetService::changeIsSignalled()
{
    Bench bench;
    bench.service->setVisibleApp(gad);
    bench.service->start();
    bench.pass(8s);
    QSignalSpy changed(bench.service.get(), &FleetService::snapshotChanged);
    QVERIFY(bench.client.stopMachine(gad, gadMachine, {}, {}));
    bench.pass(8s);
    QVERIFY(changed.size() > 0);
    QCOMPARE(bench.app(gad)->machines.constFirst().state, MachineState::Stopped);
}

void TestFleetService::offlineKeepsWhatWasKnown()
{
    Bench bench;
    bench.service->start();
    bench.pass(5s);
    const FleetApp known = *bench.app(gad);
    bench.cutTheLine(true);
    bench.service->refreshNow();
    bench.pass(5s);
    QVERIFY(bench.first().error);
    QCOMPARE(bench.first().error->kind, Error::Kind::Offline);
    QVERIFY(*bench.app(gad) == known);
    QVERIFY(bench.transport.requestCount() < 200);
    bench.cutTheLine(false);
    bench.pass(31s);
    QVERIFY(!bench.first().error);
    QVERIFY(bench.app(gad)->fetchedAt > known.fetchedAt);
}

void TestFleetService::accountsFailAlone()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    InProcessTransport transport(world(clock), clock);
    SilentTransport silent(clock);
    RateBudget budget(clock);
    FlyClient good(endpoints(u"acme"_s), transport, budget, clock);
    FlyClient other(endpoints(u"globex"_s), silent, budget, clock);
    auto service = std::make_unique<FleetService>(
        std::vector{account(u"acme"_s, &good), account(u"globex"_s, &other)}, clock);
    service->start();
    clock.sleepFor(6s, {});
    QCoreApplication::processEvents();
    const FleetSnapshot snapshot = service->snapshot();
    {
        const ClockBlocked blocked(clock);
        service.reset();
    }
    QVERIFY(!snapshot.accounts.at(0).error);
    QCOMPARE(snapshot.accounts.at(0).apps.size(), 3);
    QCOMPARE(snapshot.accounts.at(1).error->kind, Error::Kind::Timeout);
}

void TestFleetService::accountsComeAndGo()
{
    Bench bench;
    bench.service->start();
    bench.pass(5s);
    const FleetApp seen = *bench.app(gad);
    FleetService::Account renamed = account(u"acme"_s, &bench.client);
    renamed.name = u"work"_s;
    renamed.readOnly = true;
    const auto set = [&bench](const std::vector<FleetService::Account> &accounts) {
        const ClockBlocked blocked(bench.clock); // it may join a worker
        bench.service->setAccounts(accounts);
    };
    set({renamed, account(u"new"_s, &bench.client)});
    QCOMPARE(bench.service->snapshot().accounts.size(), 2);
    QCOMPARE(bench.first().name, u"work"_s);
    QVERIFY(bench.first().readOnly);
    QCOMPARE(*bench.app(gad), seen); // nothing is forgotten for a name
    bench.pass(40s);
    QCOMPARE(bench.first().name, u"work"_s);
    QVERIFY(!bench.service->snapshot().accounts.at(1).apps.isEmpty()); // it is polled at once
    set({account(u"new"_s, &bench.client)});
    QCOMPARE(bench.service->snapshot().accounts.size(), 1);
    QCOMPARE(bench.first().id, AccountId(u"new"_s));
    set({});
    QVERIFY(bench.service->snapshot().accounts.isEmpty());
    const int before = bench.transport.requestCount();
    bench.pass(60s);
    QCOMPARE(bench.transport.requestCount(), before);
}

void TestFleetService::oneAppFailsAlone()
{
    Bench bench;
    bench.transport.setBefore(
        [](int, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            if (!request.url.path().startsWith("/v1/apps/grupo-gad/"_L1))
                return std::nullopt;
            return Result<HttpResponse>(HttpResponse{200, {}, "{\"not\":\"a list\"}"});
        });
    bench.service->start();
    bench.pass(5s);
    QVERIFY(!bench.first().error);
    QCOMPARE(bench.app(gad)->error->kind, Error::Kind::Protocol);
    QCOMPARE(bench.app(gad)->state, FleetState::Failed); // the lists tell so much of it
    QVERIFY(!bench.app(gad)->fetchedAt.isValid());
    QVERIFY(!bench.app(AppName(u"sist-cabanas-mvp"_s))->error);
}

void TestFleetService::accountWithoutTokenIsMarked()
{
    VirtualClock clock;
    FleetService service({account(u"acme"_s, nullptr)}, clock);
    service.start();
    QCOMPARE(service.snapshot().accounts.constFirst().error->kind, Error::Kind::Unauthorised);
    QVERIFY(!service.snapshot().accounts.constFirst().loading);
}

void TestFleetService::silentPlatformIsToldWithinFiveSeconds()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    SilentTransport silent(clock);
    RateBudget budget(clock);
    FlyClient client(endpoints(u"acme"_s), silent, budget, clock);
    auto service = std::make_unique<FleetService>(std::vector{account(u"acme"_s, &client)}, clock);
    service->start();
    clock.sleepFor(5s, {});
    QCoreApplication::processEvents();
    const FleetSnapshot snapshot = service->snapshot();
    {
        const ClockBlocked blocked(clock);
        service.reset();
    }
    QVERIFY(snapshot.accounts.constFirst().error);
    QVERIFY(!snapshot.accounts.constFirst().loading);
}

void TestFleetService::goesAwayQuickly()
{
    const std::unique_ptr<Clock> clock = makeRealClock();
    SilentTransport silent(*clock);
    RateBudget budget(*clock);
    FlyClient client(endpoints(u"acme"_s), silent, budget, *clock);
    auto service = std::make_unique<FleetService>(std::vector{account(u"acme"_s, &client)}, *clock);
    service->start();
    silent.asked.wait(0);
    service.reset(); // in the middle of a request
    QCOMPARE(silent.stopped.load(), 1);
}

void TestFleetService::goesAwayBeforeItStarted()
{
    Bench bench;
    bench.end();
    QCOMPARE(bench.transport.requestCount(), 0);
}

void TestFleetService::statesOfApps_data()
{
    QTest::addColumn<int>("release");
    QTest::addColumn<QList<MachineState>>("machines");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name,
                         ReleaseStatus release,
                         const QList<MachineState> &machines,
                         FleetState state) {
        QTest::newRow(name) << static_cast<int>(release) << machines << static_cast<int>(state);
    };
    using S = MachineState;
    row("complete, started",
        ReleaseStatus::Complete,
        {S::Started, S::Started},
        FleetState::Healthy);
    row("complete, one failed",
        ReleaseStatus::Complete,
        {S::Started, S::Failed},
        FleetState::Degraded);
    row("complete, one stopped",
        ReleaseStatus::Complete,
        {S::Started, S::Stopped},
        FleetState::Healthy);
    row("complete, all stopped", ReleaseStatus::Complete, {S::Stopped}, FleetState::Waiting);
    row("complete, none", ReleaseStatus::Complete, {}, FleetState::Unknown);
    row("failed, serving healthy", ReleaseStatus::Failed, {S::Started}, FleetState::Failed);
    row("stopped before any machine changed",
        ReleaseStatus::Interrupted,
        {S::Started},
        FleetState::Healthy);
    row("running", ReleaseStatus::Running, {S::Replacing}, FleetState::Running);
    row("pending", ReleaseStatus::Pending, {S::Started}, FleetState::Running);
    row("never released", ReleaseStatus::Unknown, {S::Started}, FleetState::Healthy);
}

void TestFleetService::statesOfApps()
{
    QFETCH(int, release);
    QFETCH(QList<MachineState>, machines);
    QFETCH(int, state);
    FleetApp app = fleetApp(ReleaseStatus(release), machines);
    QCOMPARE(static_cast<int>(appFleetState(app)), state);
    app.fetchedAt = {};
    QCOMPARE(appFleetState(app), FleetState::Unknown);
}

void TestFleetService::anOpenReleaseIsNotBelievedForEver()
{
    FleetApp app = fleetApp(ReleaseStatus::Running, {MachineState::Started, MachineState::Started});
    const QDateTime now = app.fetchedAt;
    Release &release = *app.currentRelease;
    release.createdAt = now.addSecs(-120);
    QCOMPARE(appFleetState(app), FleetState::Running);
    release.createdAt = now.addDays(-1);
    QCOMPARE(appFleetState(app), FleetState::Healthy);
    app.machines[1].updatedAt = now.addSecs(-60); // a long deploy goes on
    QCOMPARE(appFleetState(app), FleetState::Running);
    app.machines[1].updatedAt = now.addSecs(-3600);
    QCOMPARE(appFleetState(app), FleetState::Healthy);
    app.machines[0].lease = LeaseInfo{u"somebody"_s, {}, now.addSecs(10)};
    QCOMPARE(appFleetState(app), FleetState::Running);
    app.machines[0].lease->expiresAt = now.addSecs(-10);
    QCOMPARE(appFleetState(app), FleetState::Healthy);
    app.machines[0].state = MachineState::Replacing;
    QCOMPARE(appFleetState(app), FleetState::Running);
}

void TestFleetService::servingVersions()
{
    using S = MachineState;
    QCOMPARE(servingVersionOf({serving(S::Started, u"41"_s), serving(S::Started, u"41"_s)}), 41);
    QCOMPARE(servingVersionOf({serving(S::Started, u"41"_s), serving(S::Started, u"42"_s)}), 0);
    QCOMPARE(servingVersionOf({serving(S::Started, u"42"_s), serving(S::Stopped, u"41"_s)}), 42);
    QCOMPARE(servingVersionOf({serving(S::Stopped, u"41"_s)}), 41);
    QCOMPARE(servingVersionOf({serving(S::Started, {})}), 0);
    QCOMPARE(servingVersionOf({}), 0);
}

QTEST_GUILESS_MAIN(TestFleetService)
#include "tst_fleetservice.moc"
