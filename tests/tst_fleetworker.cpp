#include "core/ratebudget.h"
#include "core/virtualclock.h"
#include "fleet/fleetservice.h"
#include "fly/flyclient.h"
#include "sandbox/inprocesstransport.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int appsOfEach = 42; // so many that they take turns
constexpr int machinesOfEach = 168;
const QStringList organisations{u"norte"_s, u"sur"_s, u"este"_s, u"oeste"_s, u"centro"_s};
const AppName someApp(u"norte-billing-api"_s);

std::shared_ptr<SimWorld> largeWorld(const Clock &clock, qsizetype accounts)
{
    const QJsonObject scenario{{u"name"_s, u"large"_s},
        {u"latencyMs"_s, 60},
        {u"rateLimits"_s, true},
        {u"fleet"_s,
            QJsonObject{{u"organisations"_s, accounts},
                {u"apps"_s, appsOfEach},
                {u"machines"_s, machinesOfEach}}}};
    Result<SimWorld> loaded =
        SimWorld::fromScenario(QJsonDocument(scenario).toJson(), clock.wallNow());
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().detail));
    return std::make_shared<SimWorld>(std::move(*loaded));
}

// Accounts of a large fleet, each with a client and a budget of its own, as the program makes them.
class Bench
{
public:
    using Hook = InProcessTransport::Hook;

    explicit Bench(qsizetype accounts = 1)
        : transport(largeWorld(clock, accounts), clock)
    {
        std::vector<FleetService::Account> shown;
        for (const QString &name : organisations.first(accounts)) {
            FlyEndpoints all;
            all.account = AccountId(name);
            all.token = Secret("fo1_fleet_" + name.toLatin1());
            budgets.push_back(std::make_unique<RateBudget>(clock));
            clients.push_back(std::make_unique<FlyClient>(all, transport, *budgets.back(), clock));
            FleetService::Account account;
            account.id = AccountId(name);
            account.name = name;
            account.client = clients.back().get();
            shown.push_back(account);
        }
        service = std::make_unique<FleetService>(shown, clock);
    }
    ~Bench()
    {
        const ClockBlocked blocked(clock); // the workers are joined
        service.reset();
    }
    Q_DISABLE_COPY_MOVE(Bench)
    void pass(Clock::Duration time)
    {
        clock.sleepFor(time, {});
        QCoreApplication::processEvents();
    }
    [[nodiscard]] const FleetAccount &account(qsizetype index = 0) const
    {
        return service->snapshot().accounts.at(index);
    }
    [[nodiscard]] const FleetApp &app(const AppName &name) const
    {
        for (const FleetAccount &account : service->snapshot().accounts) {
            for (const FleetApp &candidate : account.apps) {
                if (candidate.app.name == name)
                    return candidate;
            }
        }
        qFatal("no app %s", qPrintable(name.value));
    }
    [[nodiscard]] QStringList requests()
    {
        return transport.inspect([](SimWorld &sim) { return sim.requestLog(); });
    }
    int requestsFor(const QString &part) { return int(requests().filter(part).size()); }
    // An answer of the platform for all that is asked below a path.
    void answer(const QString &path, int status)
    {
        transport.setBefore(
            [path, status](int, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
                if (!request.url.path().startsWith(path))
                    return std::nullopt;
                return Result<HttpResponse>(HttpResponse{status, {}, "{\"error\":\"no\"}"});
            });
    }

    VirtualClock clock;
    ClockParticipant participant{clock};
    InProcessTransport transport;
    std::vector<std::unique_ptr<RateBudget>> budgets;
    std::vector<std::unique_ptr<FlyClient>> clients;
    std::unique_ptr<FleetService> service;
};
} // namespace

class TestFleetWorker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalAccountsArriveWholeWithinTheLimits();
    void listKeepsTheRestUpToDate();
    void everyAppIsLookedAtInTurn();
    void visibleAppDoesNotWaitForTheSweep();
    void listThatIsNotOfferedIsReplacedByTheApps();
    void listThatFailsMarksOnlyItself();
    void graphQlDownMarksOnlyItself();
    void deadAccountMarksOnlyItself();
    void refreshNowListsAllAnew();
};

void TestFleetWorker::severalAccountsArriveWholeWithinTheLimits()
{
    Bench bench(5);
    bench.service->start();
    bench.pass(1s);
    for (const FleetAccount &account : bench.service->snapshot().accounts)
        QCOMPARE(account.apps.size(), appsOfEach); // the rows are there at once
    bench.pass(25s);
    for (const FleetAccount &account : bench.service->snapshot().accounts) {
        QVERIFY(!account.error);
        QVERIFY(!account.machinesError);
        QVERIFY(!account.releasesError);
        qsizetype machines = 0;
        for (const FleetApp &app : account.apps) {
            machines += app.machines.size();
            QVERIFY(app.fetchedAt.isValid());
            QVERIFY(app.listedAt.isValid());
            QVERIFY(app.releaseAt.isValid());
            QVERIFY(app.state != FleetState::Started); // all were looked at
        }
        QCOMPARE(machines, machinesOfEach);
        QCOMPARE(account.apps.at(7).currentRelease->version, 7);
    }
    QCOMPARE(bench.requestsFor(u"GET /v1/orgs/"_s), 5);
    QCOMPARE(bench.requestsFor(u"POST /graphql"_s), 5);
    bench.pass(65s);
    QCOMPARE(bench.requestsFor(u" 429"_s), 0);
    QCOMPARE(
        bench.transport.inspect([](SimWorld &sim) { return sim.violations(); }), QStringList());
}

void TestFleetWorker::listKeepsTheRestUpToDate()
{
    Bench bench;
    bench.service->start();
    bench.pass(20s);
    const QDateTime looked = bench.app(someApp).fetchedAt;
    const Machine machine = bench.app(someApp).machines.constFirst();
    QCOMPARE(machine.state, MachineState::Started);
    QVERIFY(bench.clients.front()->stopMachine(someApp, machine.id, {}, {}));
    bench.pass(20s); // the next list is due at 30 s, its turn to be looked at only later
    QCOMPARE(bench.app(someApp).machines.constFirst().state, MachineState::Stopped);
    QVERIFY(bench.app(someApp).fetchedAt > looked); // a change is looked at
    const AppName other(u"norte-shop-web"_s);
    QVERIFY(bench.app(other).listedAt > bench.app(other).fetchedAt);
    QVERIFY(bench.requests().filter(u"GET /v1/orgs/norte/machines"_s).size() >= 2);
}

void TestFleetWorker::everyAppIsLookedAtInTurn()
{
    Bench bench;
    bench.service->start();
    bench.pass(25s);
    const int sweep = bench.requestsFor(u"/machines 200"_s);
    bench.pass(60s);
    const int lists = 2;
    QCOMPARE(bench.requestsFor(u"/machines 200"_s) - sweep, lists); // nothing but lists
    bench.pass(30s);
    QVERIFY(bench.requestsFor(u"/machines 200"_s) - sweep > appsOfEach / 2);
}

void TestFleetWorker::visibleAppDoesNotWaitForTheSweep()
{
    Bench bench;
    const AppName last(u"norte-gateway-web"_s);
    bench.service->start();
    bench.service->setVisibleApp(last);
    bench.pass(1s);
    QVERIFY(bench.app(last).fetchedAt.isValid());
    QVERIFY(!bench.account().apps.constLast().fetchedAt.isValid()
        || !bench.account().apps.at(appsOfEach / 2).fetchedAt.isValid());
    bench.pass(30s);
    const int seen = bench.requestsFor(u"GET /v1/apps/norte-gateway-web/machines"_s);
    QVERIFY2(seen >= 9, qPrintable(QString::number(seen)));
}

void TestFleetWorker::listThatIsNotOfferedIsReplacedByTheApps()
{
    Bench bench;
    int asked = 0;
    bench.transport.setBefore(
        [&asked](int, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            if (!request.url.path().startsWith("/v1/orgs/"_L1))
                return std::nullopt;
            ++asked;
            return Result<HttpResponse>(HttpResponse{404, {}, "{\"error\":\"not found\"}"});
        });
    bench.service->start();
    bench.pass(25s);
    QVERIFY(!bench.account().machinesError); // nothing is wrong with it
    QVERIFY(!bench.account().error);
    for (const FleetApp &app : bench.account().apps)
        QVERIFY(app.fetchedAt.isValid());
    const QDateTime known = bench.app(someApp).fetchedAt;
    bench.pass(40s);
    QVERIFY(bench.app(someApp).fetchedAt > known); // without turns
    QCOMPARE(asked, 1); // not again and again
    QCOMPARE(bench.requestsFor(u" 429"_s), 0);
}

void TestFleetWorker::listThatFailsMarksOnlyItself()
{
    Bench bench;
    bench.answer(u"/v1/orgs/"_s, 500);
    bench.service->start();
    bench.pass(29s);
    QVERIFY(!bench.account().error);
    QCOMPARE(bench.account().machinesError->kind, Error::Kind::Unavailable);
    QVERIFY(!bench.account().releasesError);
    QVERIFY(bench.app(someApp).fetchedAt.isValid());
    QVERIFY(!bench.app(someApp).listedAt.isValid());
    bench.transport.setBefore({});
    bench.pass(31s);
    QVERIFY(!bench.account().machinesError);
    QVERIFY(bench.app(someApp).listedAt.isValid());
}

void TestFleetWorker::graphQlDownMarksOnlyItself()
{
    Bench bench;
    SimFault down;
    down.name = u"graphql-down"_s;
    down.count = 0;
    QVERIFY(bench.transport.inspect([&](SimWorld &sim) { return sim.provoke(down); }));
    bench.service->start();
    bench.pass(29s);
    QVERIFY(!bench.account().error);
    QVERIFY(!bench.account().machinesError);
    QCOMPARE(bench.account().releasesError->kind, Error::Kind::Unavailable);
    QVERIFY(bench.app(someApp).listedAt.isValid());
    QCOMPARE(bench.app(someApp).currentRelease->version, 7); // each app tells its own
    QVERIFY(!bench.app(someApp).error);
    bench.transport.inspect([](SimWorld &sim) { return sim.clearFaults(); });
    bench.pass(31s);
    QVERIFY(!bench.account().releasesError);
}

void TestFleetWorker::deadAccountMarksOnlyItself()
{
    Bench bench(2);
    bench.transport.setBefore(
        [](int, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            for (const HttpHeader &header : request.headers) {
                if (header.name == "Authorization" && header.value.endsWith("fo1_fleet_sur"))
                    return Result<HttpResponse>(HttpResponse{401, {}, "{\"error\":\"no\"}"});
            }
            return std::nullopt;
        });
    bench.service->start();
    bench.pass(29s);
    QVERIFY(!bench.account(0).error);
    QCOMPARE(bench.account(0).apps.size(), appsOfEach);
    QCOMPARE(bench.account(1).error->kind, Error::Kind::Unauthorised);
    QVERIFY(bench.account(1).apps.isEmpty());
}

void TestFleetWorker::refreshNowListsAllAnew()
{
    Bench bench;
    bench.service->start();
    bench.pass(20s);
    const QDateTime known = bench.app(someApp).fetchedAt;
    bench.service->refreshNow();
    bench.pass(15s);
    QVERIFY(bench.app(someApp).fetchedAt > known);
    QCOMPARE(bench.requestsFor(u" 429"_s), 0);
}

QTEST_GUILESS_MAIN(TestFleetWorker)
#include "tst_fleetworker.moc"
