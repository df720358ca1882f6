#include "config/flytoml.h"
#include "core/ratebudget.h"
#include "core/virtualclock.h"
#include "fly/flyclient.h"
#include "fly/incidents.h"
#include "fly/machineconfig.h"
#include "sandbox/inprocesstransport.h"
#include "types/fleetsnapshot.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const AppName app(u"grupo-gad"_s);
const MachineId machineId(u"148e21f3b04289"_s);
const QString image = u"registry.fly.io/grupo-gad:deployment-01J8TN3DKF6Y0H8P2C5RXVQM7A"_s;

// A client against the simulated platform, on a clock that jumps.
class Bench
{
public:
    explicit Bench(const QByteArray &token = "fo1_sandbox_full")
        : transport(world(clock), clock)
        , budget(clock)
        , client(endpoints(token), transport, budget, clock)
    {
        context.exchanged = [this](const CallTrace &trace) { traces.append(trace); };
        context.stop = stop.get_token();
    }

    static std::shared_ptr<SimWorld> world(const Clock &clock)
    {
        Result<SimWorld> loaded = SimWorld::fromScenarioName(u"field-cases"_s, clock.wallNow());
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().detail));
        return std::make_shared<SimWorld>(std::move(*loaded));
    }
    static FlyEndpoints endpoints(const QByteArray &token)
    {
        FlyEndpoints all;
        all.account = AccountId(u"acme"_s);
        all.token = Secret(token);
        return all;
    }
    void provoke(const QString &name, int count = 1, const QJsonObject &options = {})
    {
        SimFault fault;
        fault.name = name;
        fault.app = app.value;
        if (name == "foreign-lease"_L1)
            fault.machine = machineId.value;
        fault.count = count;
        fault.options = options;
        const Result<void> done =
            transport.inspect([&fault](SimWorld &sim) { return sim.provoke(fault); });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    QStringList violations()
    {
        return transport.inspect([](SimWorld &sim) { return sim.violations(); });
    }
    Machine machine() { return client.machine(app, machineId, context).value(); }

    VirtualClock clock;
    ClockParticipant participant{clock};
    InProcessTransport transport;
    RateBudget budget;
    FlyClient client;
    std::stop_source stop;
    CallContext context;
    QList<CallTrace> traces;
};
} // namespace

class TestFlyClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensOpenTheirParts_data();
    void tokensOpenTheirParts();
    void deployTokenSeesItsApp();
    void readOnlyTokenMayNotWrite();
    void scopeOfAToken();
    void appsOfAnOrganization();
    void machinesAreWhole();
    void organizationAtAGlance();
    void organizationSinceATime();
    void organizationOfOthersIsForbidden();
    void newestReleasesOfAllApps();
    void missingMachineIsNotFound();
    void missingAppIsGivenTime();
    void leaseLifeCycle();
    void foreignLeaseIsTold();
    void updateAndWait();
    void staleVersionIsRefused();
    void releaseMachineRuns();
    void waitTellsWhatWasNotReached();
    void releases();
    void definitionDerivesTheRunningConfig();
    void imagesAndSecrets();
    void logsArePaged();
    void incidentsAreReadWithoutAToken();
    void metadata();
    void budgetMakesWait();
    void rateLimitIsWaitedFor();
    void tracesCarryNoQuery();
};

void TestFlyClient::tokensOpenTheirParts_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("opens");
    QTest::newRow("personal") << QByteArray("fo1_sandbox_full") << true;
    QTest::newRow("personal with scheme") << QByteArray("Bearer fo1_sandbox_full") << true;
    QTest::newRow("macaroon") << QByteArray("fm2_sandbox_full") << true;
    QTest::newRow("macaroon with scheme") << QByteArray("FlyV1 fm2_sandbox_full\n") << true;
    QTest::newRow("both") << QByteArray("fo1_sandbox_full, FlyV1 fm2_sandbox_full") << true;
    QTest::newRow("expired") << QByteArray("fo1_sandbox_expired") << false;
    QTest::newRow("of somebody else") << QByteArray("fm2_unknown") << false;
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("only a scheme") << QByteArray("Bearer ") << false;
}

void TestFlyClient::tokensOpenTheirParts()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, opens);
    Bench bench(token);
    const Result<QList<Machine>> machines = bench.client.machines(app, bench.context);
    const Result<QList<Release>> releases = bench.client.releases(app, 5, bench.context);
    const Result<std::optional<RegistryImage>> found =
        bench.client.image(app, image, bench.context);
    const Result<LogPage> logs = bench.client.logs(app, {}, {}, bench.context);
    if (opens) {
        QVERIFY2(machines, machines ? "" : qPrintable(machines.error().detail));
        QVERIFY2(releases, releases ? "" : qPrintable(releases.error().detail));
        QVERIFY2(found && *found, found ? "" : qPrintable(found.error().detail));
        QVERIFY2(logs, logs ? "" : qPrintable(logs.error().detail));
    } else {
        QCOMPARE(machines.error().kind, Error::Kind::Unauthorised);
        QCOMPARE(releases.error().kind, Error::Kind::Unauthorised);
        QCOMPARE(found.error().kind, Error::Kind::Unauthorised);
        QCOMPARE(logs.error().kind, Error::Kind::Unauthorised);
    }
    QCOMPARE(bench.violations(), QStringList());
}

void TestFlyClient::deployTokenSeesItsApp()
{
    Bench bench("fm2_sandbox_deploy_grupo_gad");
    QVERIFY(bench.client.machines(app, bench.context));
    QCOMPARE(bench.client.machines(AppName(u"sist-cabanas-mvp"_s), bench.context).error().kind,
        Error::Kind::Forbidden);
    // fly-io.md 1.4: such a token is often not allowed to read logs.
    QCOMPARE(bench.client.logs(app, {}, {}, bench.context).error().kind, Error::Kind::Unauthorised);
    const Result<TokenScope> scope = bench.client.tokenScope(bench.context);
    QCOMPARE(scope.value().apps, QStringList{app.value});
}

void TestFlyClient::readOnlyTokenMayNotWrite()
{
    Bench bench("fo1_sandbox_readonly");
    QVERIFY(bench.client.machines(app, bench.context));
    const Error error = bench.client.takeLease(app, machineId, 13s, bench.context).error();
    QCOMPARE(error.kind, Error::Kind::Forbidden);
    QVERIFY(error.detail.contains("read-only"_L1));
    QVERIFY(!error.requestId.isEmpty());
}

void TestFlyClient::scopeOfAToken()
{
    Bench bench;
    const TokenScope scope = bench.client.tokenScope(bench.context).value();
    QCOMPARE(scope.user, u"ops@acme.test"_s);
    QCOMPARE(scope.organizations, QStringList{u"acme"_s});
    QVERIFY(scope.apps.isEmpty());
}

void TestFlyClient::appsOfAnOrganization()
{
    Bench bench;
    const QList<App> named = bench.client.apps(u"acme"_s, bench.context).value();
    const QList<App> asked = bench.client.apps({}, bench.context).value();
    QVERIFY(named == asked);
    QCOMPARE(named.constFirst().name, app);
    QCOMPARE(named.constFirst().organization, u"acme"_s);
    QCOMPARE(named.constFirst().status, u"deployed"_s);
    QCOMPARE(bench.client.app(app, bench.context).value().name, app);
}

void TestFlyClient::machinesAreWhole()
{
    Bench bench;
    const QList<Machine> machines = bench.client.machines(app, bench.context).value();
    int launch = 0;
    for (const Machine &machine : machines) {
        QVERIFY(machine.config);
        launch += machine.isLaunchMachine() ? 1 : 0;
    }
    QCOMPARE(launch, 3);
    const Machine machine = bench.machine();
    QCOMPARE(machine.state, MachineState::Started);
    QCOMPARE(machine.passingChecks(), 1);
    QCOMPARE(machine.config->checks.constFirst().name, machine.checks.constFirst().name);
    QCOMPARE(machine.config->metadata.value(u"fly_release_version"_s), u"41"_s);
    QCOMPARE(machine.image.reference(), image);
    QVERIFY(!machine.image.digest.isEmpty());
}

void TestFlyClient::organizationAtAGlance()
{
    Bench bench;
    const OrganizationMachines listed =
        bench.client.organizationMachines(u"acme"_s, {}, bench.context).value();
    QCOMPARE(listed.machines.size(), 5); // the destroyed one is not told
    QVERIFY(listed.lastUpdatedAt.isValid());
    QVERIFY(listed.errorRegions.isEmpty());
    const QList<Machine> whole = bench.client.machines(app, bench.context).value();
    for (const Machine &machine : whole) {
        const auto told =
            std::ranges::find_if(listed.machines, [&machine](const OrganizationMachine &entry) {
                return entry.machine.id == machine.id;
            });
        QVERIFY(told != listed.machines.end());
        QCOMPARE(told->app, app);
        QCOMPARE(told->machine.state, machine.state);
        QCOMPARE(told->machine.instanceId, machine.instanceId);
        QCOMPARE(told->machine.updatedAt, machine.updatedAt);
        QVERIFY(!told->machine.config); // never to be sent
        QCOMPARE(told->machine.incompleteConfig->metadata, machine.config->metadata);
        QCOMPARE(told->machine.isHelper(), machine.isHelper());
        QCOMPARE(machineFleetState(told->machine), FleetState::Started); // nobody saw its health
    }
    QCOMPARE(bench.violations(), QStringList());
}

void TestFlyClient::organizationSinceATime()
{
    Bench bench;
    OrganizationQuery query;
    query.summary = true;
    query.includeDeleted = true;
    const OrganizationMachines all =
        bench.client.organizationMachines(u"acme"_s, query, bench.context).value();
    QCOMPARE(all.machines.size(), 6);
    QVERIFY(!all.machines.constFirst().machine.incompleteConfig);
    query.updatedAfter = all.lastUpdatedAt;
    bench.clock.sleepFor(2s, {});
    QVERIFY(bench.client.organizationMachines(u"acme"_s, query, bench.context)->machines.isEmpty());
    QVERIFY(bench.client.stopMachine(app, machineId, {}, bench.context));
    bench.clock.sleepFor(5s, {});
    const OrganizationMachines later =
        bench.client.organizationMachines(u"acme"_s, query, bench.context).value();
    QCOMPARE(later.machines.size(), 1);
    QCOMPARE(later.machines.constFirst().machine.id, machineId);
    QCOMPARE(later.machines.constFirst().machine.state, MachineState::Stopped);
    QCOMPARE(bench.violations(), QStringList());
}

void TestFlyClient::organizationOfOthersIsForbidden()
{
    Bench bench("fm2_sandbox_deploy_grupo_gad");
    const Error error = bench.client.organizationMachines(u"acme"_s, {}, bench.context).error();
    QCOMPARE(error.kind, Error::Kind::Forbidden);
}

void TestFlyClient::newestReleasesOfAllApps()
{
    Bench bench;
    const NewestReleases releases = bench.client.newestReleases(bench.context).value();
    QCOMPARE(releases.size(), 3);
    QCOMPARE(releases.value(app)->version, 42);
    QCOMPARE(releases.value(app)->status, ReleaseStatus::Failed);
    QVERIFY(releases.contains(AppName(u"grupo-gad-db"_s)));
    QVERIFY(!releases.value(AppName(u"grupo-gad-db"_s))); // was never deployed
    QCOMPARE(bench.violations(), QStringList());
}

void TestFlyClient::missingMachineIsNotFound()
{
    Bench bench;
    const Error error = bench.client.machine(app, MachineId(u"nope"_s), bench.context).error();
    QCOMPARE(error.kind, Error::Kind::NotFound);
    QCOMPARE(error.httpStatus, 404);
    QCOMPARE(error.detail, u"machine not found"_s);
    QVERIFY(error.requestId.endsWith("-sbx"_L1));
    QCOMPARE(bench.traces.size(), 1);
}

void TestFlyClient::missingAppIsGivenTime()
{
    Bench bench;
    const Clock::Duration begun = bench.clock.now();
    const Error error = bench.client.machines(AppName(u"not-there"_s), bench.context).error();
    QCOMPARE(error.kind, Error::Kind::NotFound);
    QVERIFY(bench.clock.now() - begun > 3s);
    QVERIFY(bench.clock.now() - begun <= 5500ms);
}

void TestFlyClient::leaseLifeCycle()
{
    Bench bench;
    QVERIFY(!bench.client.lease(app, machineId, bench.context).value());
    const Lease lease = bench.client.takeLease(app, machineId, 13s, bench.context).value();
    QVERIFY(!lease.nonce.isEmpty());
    QCOMPARE(lease.version, bench.machine().instanceId);
    QCOMPARE(lease.owner, u"ops@acme.test"_s);
    const Lease refreshed = bench.client.refreshLease(app, lease, 13s, bench.context).value();
    QCOMPARE(refreshed.nonce, lease.nonce);
    QVERIFY(refreshed.expiresAt >= lease.expiresAt);
    const std::optional<LeaseInfo> seen = bench.client.lease(app, machineId, bench.context).value();
    QCOMPARE(seen->owner, lease.owner);
    QCOMPARE(bench.machine().lease->owner, lease.owner);
    QVERIFY(bench.client.dropLease(app, lease, bench.context));
    QVERIFY(bench.client.dropLease(app, lease, bench.context)); // gone already
    QVERIFY(!bench.client.lease(app, machineId, bench.context).value());
    QCOMPARE(bench.violations(), QStringList());
}

void TestFlyClient::foreignLeaseIsTold()
{
    Bench bench;
    bench.provoke(u"foreign-lease"_s, 1, {{u"owner"_s, u"ci@acme.test"_s}, {u"ttlSeconds"_s, 40}});
    const Error error = bench.client.takeLease(app, machineId, 13s, bench.context).error();
    QCOMPARE(error.kind, Error::Kind::Conflict);
    QCOMPARE(bench.traces.size(), 1); // asking again is the caller's decision
    const std::optional<LeaseInfo> holder = FlyClient::leaseHolder(error);
    QVERIFY(holder);
    QCOMPARE(holder->owner, u"ci@acme.test"_s);
    const qint64 left = bench.clock.wallNow().secsTo(holder->expiresAt);
    QVERIFY2(left >= 38 && left <= 41, qPrintable(QString::number(left)));
    QVERIFY(!FlyClient::leaseHolder(Error{Error::Kind::NotFound, error.detail, 0, {}, {}, {}}));
}

void TestFlyClient::updateAndWait()
{
    Bench bench;
    const Machine before = bench.machine();
    const Lease lease = bench.client.takeLease(app, machineId, 60s, bench.context).value();
    MachineLaunch launch;
    launch.config =
        relabelledConfig(*before.config, image, {u"r"_s, 43, u"atalaya/0"_s, u"intent"_s}).value();
    launch.currentVersion = before.instanceId;
    launch.minSecretsVersion = 17;
    QCOMPARE(bench.client.updateMachine(app, machineId, launch, u"0123456789ab"_s, bench.context)
                 .error()
                 .kind,
        Error::Kind::Conflict);
    const Result<Machine> updated =
        bench.client.updateMachine(app, machineId, launch, lease.nonce, bench.context);
    QVERIFY2(updated, updated ? "" : qPrintable(updated.error().detail));
    QVERIFY(updated->instanceId != before.instanceId);
    QCOMPARE(bench.client.startMachine(app, machineId, lease.nonce, bench.context).error().kind,
        Error::Kind::Precondition);
    bool started = false;
    for (int i = 0; i < 10 && !started; ++i)
        started = bench.client.waitMachine(app, machineId, WaitState::Started, 60s, bench.context)
                      .value();
    QVERIFY(started);
    const Machine after = bench.machine();
    QCOMPARE(after.config->metadata.value(u"atalaya_intent"_s), u"intent"_s);
    QCOMPARE(configDigest(*after.config, "k"), configDigest(*before.config, "k"));
    const auto versions = bench.client.machineVersions(app, machineId, bench.context).value();
    QCOMPARE(versions.constFirst().first, after.instanceId);
    QCOMPARE(bench.violations(), QStringList());
}

void TestFlyClient::staleVersionIsRefused()
{
    Bench bench;
    const Machine before = bench.machine();
    MachineLaunch launch;
    launch.config = *before.config;
    launch.currentVersion = u"01OLD"_s;
    const Result<Machine> updated =
        bench.client.updateMachine(app, machineId, launch, {}, bench.context);
    QCOMPARE(updated.error().kind, Error::Kind::Precondition);
    QCOMPARE(bench.machine().instanceId, before.instanceId);
}

void TestFlyClient::releaseMachineRuns()
{
    Bench bench;
    const std::optional<Release> current =
        bench.client.releaseDefinition(app, bench.context).value();
    const FlyToml toml = flyTomlFromDefinition(current->definition).value();
    const QList<Machine> machines = bench.client.machines(app, bench.context).value();
    MachineLaunch launch;
    launch.config =
        releaseCommandConfig(toml, machines, image, {u"r"_s, 43, u"atalaya/0"_s, u"intent"_s})
            .value();
    launch.region = toml.primaryRegion;
    launch.skipLaunch = true;
    const Result<Machine> made = bench.client.createMachine(app, launch, bench.context);
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    QVERIFY(made->isHelper());
    bool stopped = false;
    for (int i = 0; i < 10 && !stopped; ++i) {
        const Result<bool> waited =
            bench.client.waitMachine(app, made->id, WaitState::Stopped, 60s, bench.context);
        stopped = waited && *waited;
        if (!waited)
            QCOMPARE(waited.error().kind, Error::Kind::NotFound); // not visible everywhere yet
        bench.clock.sleepFor(500ms, {});
    }
    QVERIFY(stopped);
    QVERIFY(bench.client.startMachine(app, made->id, {}, bench.context));
    bool destroyed = false;
    for (int i = 0; i < 10 && !destroyed; ++i) {
        destroyed =
            bench.client.waitMachine(app, made->id, WaitState::Destroyed, 60s, bench.context)
                .value_or(false);
    }
    QVERIFY(destroyed);
    const Machine ended = bench.client.machine(app, made->id, bench.context).value();
    QCOMPARE(ended.state, MachineState::Destroyed);
    QCOMPARE(ended.exitSinceStart()->exit->exitCode, 0);
    QCOMPARE(bench.client.destroyMachine(app, MachineId(u"nope"_s), {}, bench.context).value(),
        false); // gone already, or not heard of
    QCOMPARE(bench.violations(), QStringList());
}

void TestFlyClient::waitTellsWhatWasNotReached()
{
    Bench bench;
    const Clock::Duration begun = bench.clock.now();
    QCOMPARE(
        bench.client.waitMachine(app, machineId, WaitState::Stopped, 10s, bench.context).value(),
        false);
    QVERIFY(bench.clock.now() - begun >= 10s);
    QVERIFY(
        bench.client.waitMachine(app, machineId, WaitState::Started, 10s, bench.context).value());
    // Gone or not heard of: whoever waits for its end has to look.
    for (const WaitState state : {WaitState::Destroyed, WaitState::Started}) {
        const Result<bool> waited =
            bench.client.waitMachine(app, MachineId(u"nope"_s), state, 10s, bench.context);
        QVERIFY(!waited);
        QCOMPARE(waited.error().kind, Error::Kind::NotFound);
    }
}

void TestFlyClient::releases()
{
    Bench bench;
    const QList<Release> known = bench.client.releases(app, 2, bench.context).value();
    QCOMPARE(known.size(), 2);
    QCOMPARE(known.constFirst().version, 42);
    QCOMPARE(known.constFirst().status, ReleaseStatus::Failed);
    QCOMPARE(bench.client.currentRelease(app, bench.context).value()->version, 42);
    QVERIFY(!bench.client.currentRelease(AppName(u"grupo-gad-db"_s), bench.context).value());
    const std::optional<Release> whole = bench.client.releaseDefinition(app, bench.context).value();
    QCOMPARE(whole->version, 42);
    const Release made =
        bench.client.createRelease(app, image, u"rolling"_s, whole->definition, bench.context)
            .value();
    QCOMPARE(made.version, 43);
    QCOMPARE(made.status, ReleaseStatus::Pending);
    QCOMPARE(bench.client.updateRelease(made.id, ReleaseStatus::Running, {}, bench.context)
                 .value()
                 .status,
        ReleaseStatus::Running);
    QCOMPARE(bench.client.updateRelease(made.id, ReleaseStatus::Failed, u"why"_s, bench.context)
                 .value()
                 .status,
        ReleaseStatus::Failed);
    QCOMPARE(
        bench.client.updateRelease(ReleaseId(u"nope"_s), ReleaseStatus::Failed, {}, bench.context)
            .error()
            .kind,
        Error::Kind::NotFound);
    // What was sent as definition comes back the same.
    QCOMPARE(
        bench.client.releaseDefinition(app, bench.context).value()->definition, whole->definition);
    QCOMPARE(bench.violations(), QStringList());
}

void TestFlyClient::definitionDerivesTheRunningConfig()
{
    Bench bench;
    const FlyToml toml = flyTomlFromDefinition(
        bench.client.releaseDefinition(app, bench.context).value()->definition)
                             .value();
    const Machine machine = bench.machine();
    const MachineConfig derived =
        derivedConfig(toml, *machine.config, machine.config->image, {}).value();
    QCOMPARE(derived.document, machine.config->document);
    QCOMPARE(configDigest(derived, "k"), configDigest(*machine.config, "k"));
}

void TestFlyClient::imagesAndSecrets()
{
    Bench bench;
    const std::optional<RegistryImage> known =
        bench.client.image(app, image, bench.context).value();
    QCOMPARE(known->ref, image);
    QVERIFY(known->digest.startsWith("sha256:"_L1));
    QCOMPARE(known->compressedSize, 185'000'000);
    QVERIFY(!bench.client.image(app, u"registry.fly.io/grupo-gad:never"_s, bench.context).value());
    QCOMPARE(bench.client.image(AppName(u"nope"_s), image, bench.context).error().kind,
        Error::Kind::NotFound);
    const QList<SecretDigest> secrets = bench.client.secrets(app, bench.context).value();
    QVERIFY(!secrets.isEmpty());
    QCOMPARE(secrets.constFirst().name, u"DATABASE_URL"_s);
    QVERIFY(!secrets.constFirst().digest.isEmpty());
}

void TestFlyClient::incidentsAreReadWithoutAToken()
{
    Bench bench;
    const QUrl page(u"http://127.0.0.1/v1/incidents"_s);
    QByteArray authorization;
    bench.transport.setBefore(
        [&](int, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            for (const HttpHeader &header : request.headers)
                authorization += header.name;
            return std::nullopt;
        });
    QCOMPARE(readIncidents(bench.transport, page, {})->size(), 0);
    bench.provoke(u"incident"_s, 0, {{u"name"_s, u"Networking in dfw\u202e"_s}});
    const QList<Incident> open = readIncidents(bench.transport, page, {}).value();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first().name, u"Networking in dfw"_s); // no tricks on the screen
    QCOMPARE(open.first().status, u"investigating"_s);
    QCOMPARE(authorization, QByteArray());
    const Result<QList<Incident>> bad = incidentsFromJson(
        QJsonObject{{u"incidents"_s, QJsonArray{QJsonObject{{u"id"_s, u"1"_s}, {u"name"_s, 3}}}}});
    QCOMPARE(bad.error().kind, Error::Kind::Protocol);
    QVERIFY(bad.error().detail.startsWith("incidents[0].name"_L1));
    QCOMPARE(bench.violations(), QStringList());
}

void TestFlyClient::logsArePaged()
{
    Bench bench;
    const LogPage page = bench.client.logs(app, {}, {}, bench.context).value();
    QVERIFY(!page.lines.isEmpty());
    QVERIFY(!page.nextToken.isEmpty());
    const LogPage next = bench.client.logs(app, page.nextToken, {}, bench.context).value();
    QVERIFY(!next.nextToken.isEmpty());
    const LogPage one = bench.client.logs(app, {}, machineId.value, bench.context).value();
    for (const LogLine &line : one.lines)
        QCOMPARE(line.lane, machineId.value);
}

void TestFlyClient::metadata()
{
    Bench bench;
    QVERIFY(
        bench.client.setMetadata(app, machineId, u"atalaya_intent"_s, u"x"_s, {}, bench.context));
    QCOMPARE(bench.machine().config->metadata.value(u"atalaya_intent"_s), u"x"_s);
}

void TestFlyClient::budgetMakesWait()
{
    Bench bench;
    QList<Clock::Duration> waits;
    bench.context.budgetWait = [&waits](Clock::Duration wait) { waits.append(wait); };
    for (int i = 0; i < 6; ++i)
        QVERIFY(bench.client.secrets(app, bench.context));
    QCOMPARE(waits.size(), 3); // three at once, then one a second
    for (const CallTrace &trace : std::as_const(bench.traces))
        QCOMPARE(trace.status, 200);
    // Another action of the same app has a budget of its own.
    QVERIFY(bench.client.app(app, bench.context));
    QCOMPARE(waits.size(), 3);
}

void TestFlyClient::rateLimitIsWaitedFor()
{
    Bench bench;
    QList<Error> retries;
    bench.context.retrying = [&retries](const Error &error) { retries.append(error); };
    bench.provoke(u"rate-limited"_s, 3);
    const Result<Lease> lease = bench.client.takeLease(app, machineId, 13s, bench.context);
    QVERIFY2(lease, lease ? "" : qPrintable(lease.error().detail));
    QCOMPARE(retries.size(), 3);
    QCOMPARE(retries.constFirst().kind, Error::Kind::RateLimited);
}

void TestFlyClient::tracesCarryNoQuery()
{
    Bench bench;
    (void)bench.client.waitMachine(app, machineId, WaitState::Started, 5s, bench.context);
    QCOMPARE(bench.traces.constLast().path, u"/v1/apps/grupo-gad/machines/148e21f3b04289/wait"_s);
    QCOMPARE(bench.traces.constLast().method, QByteArray("GET"));
    QVERIFY(bench.traces.constLast().requestId.endsWith("-sbx"_L1));
}

QTEST_GUILESS_MAIN(TestFlyClient)
#include "tst_flyclient.moc"
