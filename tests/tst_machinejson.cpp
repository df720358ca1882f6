#include "fly/flyjson.h"
#include "types/fleetsnapshot.h"
#include "types/machine.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QJsonValue fileJson(const QString &name)
{
    QFile file(QFINDTESTDATA(QString(u"data/flyclient/"_s + name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(name));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

Machine machineOf(const QString &name)
{
    const Result<Machine> machine = machineFromJson(fileJson(name), u"machine"_s);
    if (!machine)
        qFatal("%s", qPrintable(machine.error().detail));
    return *machine;
}

Machine withState(MachineState state)
{
    Machine machine;
    machine.state = state;
    return machine;
}
} // namespace

class TestMachineJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDocumentedMachine();
    void unknownStateIsKept();
    void unreachableHostHasNoConfig();
    void exitEvents_data();
    void exitEvents();
    void exitBeforeTheLastStartIsNoExit();
    void badFieldIsNamed_data();
    void badFieldIsNamed();
    void statesHaveTheirWords();
    void launchMachines_data();
    void launchMachines();
    void imageReferences();
    void fleetStates();
    void leases_data();
    void leases();
    void releases();
    void logLines();
};

void TestMachineJson::readsTheDocumentedMachine()
{
    const Machine machine = machineOf(u"machine.json"_s);
    QCOMPARE(machine.id.value, u"3d8d7e41b05489"_s);
    QCOMPARE(machine.name, u"misty-river-1042"_s);
    QCOMPARE(machine.state, MachineState::Started);
    QCOMPARE(machine.region, u"fra"_s);
    QCOMPARE(machine.image.reference(),
        u"registry.fly.io/shop-web:deployment-01K2ABCDEF0123456789ABCDEF"_s);
    QCOMPARE(machine.image.digest, u"sha256:5f0c"_s);
    QCOMPARE(machine.instanceId, u"01K2ABD0M5Q8H3Z7V1N6T4R9YC"_s);
    QCOMPARE(machine.updatedAt, QDateTime(QDate(2026, 8, 20), QTime(14, 3, 11, 123), Qt::UTC));
    QCOMPARE(machine.nonce, u"5c35f65c9f95"_s);
    QVERIFY(machine.cordoned);
    QCOMPARE(machine.lease->owner, u"ops@acme.test"_s);
    QCOMPARE(machine.lease->expiresAt.toSecsSinceEpoch(), 1755698600);
    QVERIFY(machine.config);
    QVERIFY(machine.config->document.contains("\"brand_new_key\":7"));
    QCOMPARE(machine.config->checks.size(), 1);
    // Newest first, whatever the order on the wire.
    QCOMPARE(machine.events.constFirst().type, u"start"_s);
    QCOMPARE(machine.events.size(), 2);
    // The made-up check is dropped, escapes are taken out, an unknown status is kept as such.
    QCOMPARE(machine.checks.size(), 2);
    QCOMPARE(machine.checks.constFirst().output, u"200 OK"_s);
    QCOMPARE(machine.checks.constLast().status, CheckStatus::Unknown);
    QCOMPARE(machine.passingChecks(), 1);
    QVERIFY(machine.isLaunchMachine());
    QCOMPARE(machine.processGroup(), u"app"_s);
}

void TestMachineJson::unknownStateIsKept()
{
    const Machine machine = machineOf(u"machine-unknown-state.json"_s);
    QCOMPARE(machine.state, MachineState::Unknown);
    QCOMPARE(machine.rawState, u"levitating"_s);
    QVERIFY(!machine.config);
    QVERIFY(!machine.isLaunchMachine());
}

void TestMachineJson::unreachableHostHasNoConfig()
{
    const Machine machine = machineOf(u"machine-host-unreachable.json"_s);
    QVERIFY(!machine.config);
    QVERIFY(machine.incompleteConfig);
    QCOMPARE(machine.processGroup(), u"worker"_s);
    QVERIFY(machine.isLaunchMachine());
    QVERIFY(!machine.createdAt.isValid());
    QCOMPARE(machineFleetState(machine), FleetState::Unknown);
}

void TestMachineJson::exitEvents_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("oom");
    QTest::addColumn<int>("restarts");
    QTest::newRow("exit-text-time") << 1 << 9 << true << 2;
    QTest::newRow("exit-number-time") << 0 << 11 << false << 0;
    QTest::newRow("exit-monitor-event") << 137 << -1 << false << 0;
}

void TestMachineJson::exitEvents()
{
    QFETCH(int, code);
    QFETCH(int, signal);
    QFETCH(bool, oom);
    QFETCH(int, restarts);
    const Machine machine =
        machineOf(QString(QString::fromLatin1(QTest::currentDataTag()) + u".json"_s));
    const std::optional<MachineEvent> event = machine.exitSinceStart();
    QVERIFY(event);
    QCOMPARE(event->exit->exitCode, code);
    QCOMPARE(event->exit->signal, signal);
    QCOMPARE(event->exit->oomKilled, oom);
    QCOMPARE(event->exit->restartCount, restarts);
}

void TestMachineJson::exitBeforeTheLastStartIsNoExit()
{
    QVERIFY(!machineOf(u"exit-before-start.json"_s).exitSinceStart());
    QVERIFY(!machineOf(u"exit-without-request.json"_s).exitSinceStart());
}

void TestMachineJson::badFieldIsNamed_data()
{
    QTest::addColumn<QString>("detail");
    QTest::newRow("bad-no-id") << u"machine.id: missing"_s;
    QTest::newRow("bad-no-state") << u"machine.state: missing"_s;
    QTest::newRow("bad-id-number") << u"machine.id: not a text"_s;
    QTest::newRow("bad-checks-object") << u"machine.checks: not a list"_s;
    QTest::newRow("bad-check-status-number") << u"machine.checks[0].status: not a text"_s;
    QTest::newRow("bad-event-time-text") << u"machine.events[0].timestamp: not a number"_s;
    QTest::newRow("bad-updated-at") << u"machine.updated_at: not a time"_s;
    QTest::newRow("bad-config-list") << u"machine.config: not an object"_s;
    QTest::newRow("bad-exit-code-huge")
        << u"machine.events[0].request.exit_event.exit_code: out of range"_s;
    QTest::newRow("bad-image-text") << u"machine.image_ref: not an object"_s;
    QTest::newRow("bad-lease-time") << u"machine.lease.expires_at: not a number"_s;
    QTest::newRow("bad-a-list") << u"machine: not an object"_s;
}

void TestMachineJson::badFieldIsNamed()
{
    QFETCH(QString, detail);
    const QString name = QString(QString::fromLatin1(QTest::currentDataTag()) + u".json"_s);
    const Result<Machine> machine = machineFromJson(fileJson(name), u"machine"_s);
    QVERIFY(!machine);
    QCOMPARE(machine.error().kind, Error::Kind::Protocol);
    QCOMPARE(machine.error().detail, detail);
}

void TestMachineJson::statesHaveTheirWords()
{
    for (int i = 0; i <= static_cast<int>(MachineState::Unknown); ++i)
        QCOMPARE(machineStateFromWire(machineStateToWire(MachineState(i))), MachineState(i));
    QVERIFY(isTransient(MachineState::Replacing));
    QVERIFY(!isTransient(MachineState::Created));
    QCOMPARE(releaseStatusFromWire(u"COMPLETE"), ReleaseStatus::Complete);
    QCOMPARE(releaseStatusFromWire(u"succeeded"), ReleaseStatus::Complete);
    QCOMPARE(releaseStatusFromWire(u"odd"), ReleaseStatus::Unknown);
    QCOMPARE(releaseStatusToWire(ReleaseStatus::Interrupted), u"interrupted"_s);
}

void TestMachineJson::launchMachines_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isLaunch");
    QTest::addColumn<bool>("isHelper");
    using B = QByteArray;
    QTest::newRow("app") << B(
        R"({"id":"1","state":"stopped","config":{"metadata":{"fly_platform_version":"v2"}}})")
                         << true << false;
    QTest::newRow("unmanaged") << B(R"({"id":"1","state":"started","config":{}})") << false
                               << false;
    QTest::newRow("destroyed") << B(
        R"({"id":"1","state":"destroyed","config":{"metadata":{"fly_platform_version":"v2"}}})")
                               << false << false;
    QTest::newRow("release command") << B(
        R"({"id":"1","state":"started","config":{"metadata":{"fly_platform_version":"v2","fly_process_group":"fly_app_release_command"}}})")
                                     << false << true;
    QTest::newRow("legacy release command") << B(
        R"({"id":"1","state":"started","config":{"metadata":{"fly_platform_version":"v2","process_group":"release_command"}}})")
                                            << false << true;
    QTest::newRow("console") << B(
        R"({"id":"1","state":"started","config":{"metadata":{"fly_platform_version":"v2","fly_process_group":"fly_app_console"}}})")
                             << false << true;
}

void TestMachineJson::launchMachines()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isLaunch);
    QFETCH(bool, isHelper);
    const Machine machine =
        machineFromJson(QJsonDocument::fromJson(json).object(), u"machine"_s).value();
    QCOMPARE(machine.isLaunchMachine(), isLaunch);
    QCOMPARE(machine.isHelper(), isHelper);
}

void TestMachineJson::imageReferences()
{
    QCOMPARE((ImageRef{u"registry.fly.io"_s, u"a"_s, u"1"_s, u"sha256:x"_s}).reference(),
        u"registry.fly.io/a:1"_s);
    QCOMPARE((ImageRef{u"registry.fly.io"_s, u"a"_s, {}, u"sha256:x"_s}).reference(),
        u"registry.fly.io/a@sha256:x"_s);
    QCOMPARE((ImageRef{{}, u"nginx"_s, {}, {}}).reference(), u"nginx"_s);
}

void TestMachineJson::fleetStates()
{
    QCOMPARE(machineFleetState(withState(MachineState::Started)), FleetState::Healthy);
    QCOMPARE(machineFleetState(withState(MachineState::Stopped)), FleetState::Waiting);
    QCOMPARE(machineFleetState(withState(MachineState::Replacing)), FleetState::Running);
    QCOMPARE(machineFleetState(withState(MachineState::Failed)), FleetState::Failed);
    QCOMPARE(machineFleetState(withState(MachineState::Destroyed)), FleetState::Unknown);
    Machine machine = withState(MachineState::Started);
    machine.checks = {
        {u"a"_s, CheckStatus::Passing, {}, {}}, {u"b"_s, CheckStatus::Warning, {}, {}}};
    QCOMPARE(machineFleetState(machine), FleetState::Degraded);
    machine.checks.append({u"c"_s, CheckStatus::Critical, {}, {}});
    QCOMPARE(machineFleetState(machine), FleetState::Failed);
    const QDateTime start(QDate(2026, 8, 20), QTime(14, 0), Qt::UTC);
    machine.events = {MachineEvent{u"e"_s, u"start"_s, u"started"_s, u"flyd"_s, start, {}}};
    machine.config = MachineConfig();
    machine.config->checks = {CheckTimes{
        u"c"_s, std::chrono::seconds(15), std::chrono::seconds(10), std::chrono::seconds(30)}};
    QCOMPARE(machineFleetState(machine, start.addSecs(54)), FleetState::Running);
    QCOMPARE(machineFleetState(machine, start.addSecs(55)), FleetState::Failed);
    machine.checks.clear();
    machine.config = MachineConfig();
    machine.config->checks = {CheckTimes()};
    QCOMPARE(machineFleetState(machine), FleetState::Running);
}

void TestMachineJson::leases_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("wrapped") << u"lease-wrapped.json"_s;
    QTest::newRow("flat") << u"lease-flat.json"_s;
}

void TestMachineJson::leases()
{
    QFETCH(QString, file);
    const Lease lease = leaseFromJson(fileJson(file), MachineId(u"148e"_s)).value();
    QCOMPARE(lease.machine.value, u"148e"_s);
    QCOMPARE(lease.nonce, u"5c35f65c9f95"_s);
    QCOMPARE(lease.owner, u"ops@acme.test"_s);
    QCOMPARE(lease.version, u"01K2"_s);
    QCOMPARE(lease.expiresAt.toSecsSinceEpoch(), 1755698600);
}

void TestMachineJson::releases()
{
    const auto read = [](const QByteArray &json) {
        return releaseFromJson(QJsonDocument::fromJson(json).object(), u"release"_s);
    };
    const Release rest = read(
        R"({"id":"r","version":42,"status":"failed","user":"ops","created_at":"2026-08-20T14:03:11Z","image_ref":"x:1"})")
                             .value();
    QCOMPARE(rest.version, 42);
    QCOMPARE(rest.status, ReleaseStatus::Failed);
    QCOMPARE(rest.imageRef, u"x:1"_s);
    const Release graph = read(
        R"({"id":"r","version":42,"status":"odd","user":{"email":"ops@acme.test"},"createdAt":"2026-08-20T14:03:11Z","imageRef":"x:1","configDefinition":{"b":1,"a":2}})")
                              .value();
    QCOMPARE(graph.status, ReleaseStatus::Unknown);
    QCOMPARE(graph.rawStatus, u"odd"_s);
    QCOMPARE(graph.user, u"ops@acme.test"_s);
    QCOMPARE(graph.definition, QByteArray("{\"a\":2,\"b\":1}"));
    QCOMPARE(graph.createdAt, rest.createdAt);
    QCOMPARE(read(R"({"id":"r","definition":1,"version":"x"})").error().detail,
        u"release.version: not a number"_s);
}

void TestMachineJson::logLines()
{
    const LogPage page = logPageFromJson(fileJson(u"logs.json"_s)).value();
    QCOMPARE(page.nextToken, u"1755698600123456790"_s);
    QCOMPARE(page.lines.size(), 4);
    QCOMPARE(page.lines.at(0).text, u"GET /healthz 200"_s);
    QCOMPARE(page.lines.at(1).text, u"second line"_s);
    QCOMPARE(page.lines.at(0).source, LogLine::Source::App);
    QCOMPARE(page.lines.at(0).at, QDateTime(QDate(2026, 8, 20), QTime(14, 3, 20, 123), Qt::UTC));
    QCOMPARE(page.lines.at(2).source, LogLine::Source::Proxy);
    QCOMPARE(page.lines.at(2).level, u"error"_s);
    QCOMPARE(page.lines.at(3).source, LogLine::Source::Platform);
    QCOMPARE(page.lines.at(3).lane, u"3d8d7e41b05489"_s);
    QCOMPARE(
        logPageFromJson(QJsonDocument::fromJson("{\"data\":[{}]}").object()).value().lines.size(),
        0);
}

QTEST_GUILESS_MAIN(TestMachineJson)
#include "tst_machinejson.moc"
