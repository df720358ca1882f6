#include "core/virtualclock.h"
#include "sandbox/inprocesstransport.h"
#include "support/simdriver.h"

using namespace Qt::StringLiterals;

namespace {
const QString gad = u"grupo-gad"_s;
const QString first = u"148e21f3b04289"_s;
const QString list = u"/v1/apps/grupo-gad/machines"_s;
const QString newImage = u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s;

SimFault fault(const QString &name, const QJsonObject &options = {}, int count = 1)
{
    return {name, {}, {}, count, {}, {}, options};
}

QJsonObject exitOf(const QJsonObject &machine)
{
    const QJsonArray events = machine.value("events"_L1).toArray();
    for (const QJsonValue &event : events) {
        if (event.toObject().value("type"_L1).toString() == "exit"_L1)
            return event.toObject().value("request"_L1).toObject();
    }
    return {};
}

// Updates a machine and lets it run for some time.
QJsonObject updateAndLook(SimDriver &sim, SimTime after)
{
    const int status =
        sim.call("POST", SimDriver::path(gad, first), sim.launchBody(gad, first, newImage)).status;
    if (status != 200)
        qFatal("update refused: %d", status);
    sim.passUntil(gad, first, u"started"_s);
    sim.pass(after);
    return sim.machine(gad, first);
}

int releaseExit(SimDriver &sim)
{
    const QJsonObject metadata{{u"fly_process_group"_s, u"fly_app_release_command"_s}};
    const QJsonObject config{{u"image"_s, newImage},
        {u"restart"_s, QJsonObject{{u"policy"_s, u"no"_s}}},
        {u"auto_destroy"_s, true},
        {u"metadata"_s, metadata}};
    const QString id =
        sim.call("POST", list, {{u"config"_s, config}}).json.toObject().value("id"_L1).toString();
    if (!sim.passUntil(gad, id, u"destroyed"_s))
        return -1;
    return exitOf(sim.machine(gad, id))
        .value("exit_event"_L1)
        .toObject()
        .value("exit_code"_L1)
        .toInt(-2);
}

HttpRequest request(const QByteArray &method, const QString &path)
{
    HttpRequest r;
    r.method = method;
    r.url = QUrl(u"http://127.0.0.1"_s + path);
    r.headers = {{"authorization", "Bearer fo1_sandbox_full"}};
    return r;
}

struct InProcess
{
    InProcess()
        : world(std::make_shared<SimWorld>(SimDriver::load(u"field-cases"_s)))
        , transport(world, clock)
    {
    }
    VirtualClock clock;
    std::shared_ptr<SimWorld> world;
    InProcessTransport transport;
    const ClockParticipant participant{clock};
};
} // namespace

class TestSimFaults : public QObject
{
    Q_OBJECT

private slots:
    void everyFaultIsDescribedAndRead();
    void requestFaults_data();
    void requestFaults();
    void faultKeepsToItsTime();
    void faultBeginsLater();
    void releaseCommandFails();
    void releaseCommandFailsWithoutDatabase();
    void hangingReleaseCommandNeverEnds();
    void machineNeverGetsHealthyUntilCleared();
    void machineAnswersWithAnError();
    void machineStartsSlowly();
    void machineCrashesAtStart();
    void machineRunsOutOfMemory();
    void machineIsDestroyedBySomebody();
    void hostIsUnreachable();
    void databaseDownTurnsChecksCritical();
    void createMayAnswer408AndHaveHappened();
    void slowPullIsSlow();
    void noCapacityIsSaid();
    void transportHoldsWaits();
    void transportCancelsBeforeAndAfterTheEffect();
    void transportHooksReplaceAnswers();
    void transportServesThreads();
};

void TestSimFaults::everyFaultIsDescribedAndRead()
{
    QVERIFY(simFaults().size() >= 15);
    for (const SimFaultInfo &info : simFaults()) {
        QVERIFY(info.description.endsWith(u'.'));
        const Result<SimFault> read =
            simFaultFromJson({{u"name"_s, info.name}, {u"seconds"_s, 2.5}, {u"count"_s, 4}});
        QVERIFY(read.has_value());
        QCOMPARE(read->duration, SimTime(2'500));
        QCOMPARE(*simFaultFromJson(simFaultToJson(*read)), *read);
    }
    QVERIFY(!simFaultFromJson({{u"name"_s, u"rain"_s}}));
}

void TestSimFaults::requestFaults_data()
{
    QTest::addColumn<SimFault>("given");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("delivery");
    QTest::newRow("503") << fault(u"server-errors"_s) << list << 503 << int(SimReply::Whole);
    QTest::newRow("502 page") << fault(u"server-errors"_s, {{u"status"_s, 502}, {u"html"_s, true}})
                              << list << 502 << int(SimReply::Whole);
    QTest::newRow("429") << fault(u"rate-limited"_s) << list << 429 << int(SimReply::Whole);
    QTest::newRow("token") << fault(u"token-expired"_s) << list << 401 << int(SimReply::Whole);
    QTest::newRow("dropped before") << fault(u"drop-connection"_s, {{u"before"_s, true}}) << list
                                    << 503 << int(SimReply::DropBeforeAnswer);
    QTest::newRow("dropped after")
        << fault(u"drop-connection"_s) << list << 200 << int(SimReply::DropBeforeAnswer);
    QTest::newRow("truncated") << fault(u"truncated-json"_s) << list << 200
                               << int(SimReply::TruncateBody);
    QTest::newRow("other path") << fault(u"server-errors"_s, {{u"path"_s, u"/lease"_s}}) << list
                                << 200 << int(SimReply::Whole);
    QTest::newRow("other method") << fault(u"server-errors"_s, {{u"method"_s, u"POST"_s}}) << list
                                  << 200 << int(SimReply::Whole);
}

void TestSimFaults::requestFaults()
{
    QFETCH(SimFault, given);
    QFETCH(QString, path);
    SimDriver sim;
    QVERIFY(sim.world.provoke(given).has_value());
    const auto reply = sim.get(path);
    QTEST(reply.status, "status");
    QTEST(int(reply.reply.delivery), "delivery");
    if (given.options.value("html"_L1).toBool())
        QVERIFY(reply.reply.body.startsWith("<html>"));
    sim.world.clearFaults();
    QCOMPARE(sim.get(path).status, 200);
    QVERIFY(sim.world.faults().isEmpty());
}

void TestSimFaults::faultKeepsToItsTime()
{
    SimDriver sim;
    SimFault burst = fault(u"server-errors"_s, {}, 0);
    burst.duration = SimTime(5'000);
    QVERIFY(sim.world.provoke(burst).has_value());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(sim.get(list).status, 503);
    QCOMPARE(sim.world.faults().size(), 1);
    sim.pass(SimTime(5'000));
    QCOMPARE(sim.get(list).status, 200);
    QVERIFY(sim.world.faults().isEmpty());
    QVERIFY(sim.world.provoke(fault(u"graphql-down"_s)).has_value());
    QCOMPARE(sim.get(list).status, 200);
    QCOMPARE(
        sim.call("POST", u"/graphql"_s, {{u"query"_s, u"{viewer{... on User{email}}}"_s}}).status,
        502);
}

void TestSimFaults::faultBeginsLater()
{
    SimDriver sim;
    SimFault later = fault(u"machine-destroyed"_s);
    later.app = gad;
    later.machine = first;
    later.delay = SimTime(7'000);
    QVERIFY(sim.world.provoke(later).has_value());
    QCOMPARE(sim.stateOf(gad, first), u"started"_s);
    sim.pass(SimTime(9'000));
    QCOMPARE(sim.stateOf(gad, first), u"destroyed"_s);
    later.app = u"nobody"_s;
    QCOMPARE(sim.world.provoke(later).error().kind, Error::Kind::NotFound);
}

void TestSimFaults::releaseCommandFails()
{
    SimDriver sim;
    QVERIFY(
        sim.world
            .provoke(fault(u"release-command-fails"_s, {{u"exitCode"_s, 7}, {u"log"_s, u"boom"_s}}))
            .has_value());
    QCOMPARE(releaseExit(sim), 7);
    QVERIFY(sim.get(u"/api/v1/apps/grupo-gad/logs?next_token="_s).reply.body.contains("boom"));
    QCOMPARE(releaseExit(sim), 0);
    QCOMPARE(sim.world.releaseCommandRuns(), 2);
}

void TestSimFaults::releaseCommandFailsWithoutDatabase()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"database-down"_s, {}, 0)).has_value());
    QCOMPARE(releaseExit(sim), 1);
    QVERIFY(sim.get(u"/api/v1/apps/grupo-gad/logs?next_token="_s)
                .reply.body.contains("connection refused (grupo-gad-db.internal:5432)"));
    QCOMPARE(sim.world.clearFaults(u"database-down"_s), 1);
    QCOMPARE(releaseExit(sim), 0);
}

void TestSimFaults::hangingReleaseCommandNeverEnds()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"release-command-hangs"_s)).has_value());
    QCOMPARE(releaseExit(sim), -1);
}

void TestSimFaults::machineNeverGetsHealthyUntilCleared()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"machine-never-healthy"_s)).has_value());
    QCOMPARE(updateAndLook(sim, std::chrono::minutes(5))
                 .value("checks"_L1)
                 .toArray()
                 .at(0)
                 .toObject()
                 .value("status"_L1)
                 .toString(),
        u"critical"_s);
    QCOMPARE(sim.stateOf(gad, first), u"started"_s); // failing checks never restart a machine
    sim.world.clearFaults(u"machine-never-healthy"_s);
    sim.pass(SimTime(15'000));
    QVERIFY(sim.world.machines(gad, sim.now).first().healthy);
    QVERIFY(sim.world.provoke(fault(u"machine-never-healthy"_s)).has_value());
    updateAndLook(sim, SimTime(40'000));
    QVERIFY(!sim.world.machines(gad, sim.now).first().healthy);
    updateAndLook(sim, SimTime(40'000)); // the next version is another matter
    QVERIFY(sim.world.machines(gad, sim.now).first().healthy);
}

void TestSimFaults::machineAnswersWithAnError()
{
    SimDriver sim;
    const SimFault given = fault(u"machine-never-healthy"_s, {{u"status"_s, 503}});
    QVERIFY(sim.world.provoke(given).has_value());
    const QJsonObject ill = updateAndLook(sim, SimTime(40'000));
    const QJsonObject check = ill.value("checks"_L1).toArray().at(0).toObject();
    QCOMPARE(check.value("status"_L1).toString(), u"critical"_s);
    QVERIFY(check.value("output"_L1).toString().startsWith("503 Service Unavailable"_L1));
    const QByteArray logs = sim.get(u"/api/v1/apps/grupo-gad/logs?next_token="_s).reply.body;
    QVERIFY(logs.contains("Uvicorn running on"));
    sim.world.clearFaults(u"machine-never-healthy"_s);
    sim.pass(SimTime(15'000));
    QVERIFY(sim.world.machines(gad, sim.now).first().healthy);
}

// Longer than the grace period of 30 s, the sixth failure point of the field case.
void TestSimFaults::machineStartsSlowly()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"machine-starts-slowly"_s)).has_value());
    const QJsonObject starting = updateAndLook(sim, SimTime(50'000));
    const QJsonObject check = starting.value("checks"_L1).toArray().at(0).toObject();
    QCOMPARE(check.value("status"_L1).toString(), u"critical"_s);
    QVERIFY(check.value("output"_L1).toString().contains("connection refused"_L1));
    sim.pass(SimTime(25'000));
    QVERIFY(sim.world.machines(gad, sim.now).first().healthy);
}

void TestSimFaults::machineCrashesAtStart()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"machine-crashes-at-start"_s)).has_value());
    const QJsonObject looping = updateAndLook(sim, SimTime(8'000));
    const QJsonObject exit = exitOf(looping).value("exit_event"_L1).toObject();
    QCOMPARE(exit.value("exit_code"_L1).toInt(), 1);
    QVERIFY(exit.value("restarting"_L1).toBool());
    QVERIFY(!exit.value("requested_stop"_L1).toBool());
    QVERIFY(exitOf(looping).value("restart_count"_L1).toInt() > 1); // within the smoke check's 10 s
    sim.pass(std::chrono::minutes(3));
    QCOMPARE(sim.stateOf(gad, first), u"stopped"_s);
    QVERIFY(!exitOf(sim.machine(gad, first))
                 .value("exit_event"_L1)
                 .toObject()
                 .value("restarting"_L1)
                 .toBool());
}

void TestSimFaults::machineRunsOutOfMemory()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"machine-out-of-memory"_s)).has_value());
    const QJsonObject exit =
        exitOf(updateAndLook(sim, SimTime(7'000))).value("exit_event"_L1).toObject();
    QVERIFY(exit.value("oom_killed"_L1).toBool());
    QCOMPARE(exit.value("exit_code"_L1).toInt(), 137);
}

void TestSimFaults::machineIsDestroyedBySomebody()
{
    SimDriver sim;
    SimFault given = fault(u"machine-destroyed"_s);
    QCOMPARE(sim.world.provoke(given).error().kind, Error::Kind::InvalidInput);
    given.app = gad;
    QVERIFY(sim.world.provoke(given).has_value());
    QVERIFY(sim.passUntil(gad, first, u"destroyed"_s));
    QCOMPARE(sim.world.machines(gad, sim.now).size(), 2);
}

void TestSimFaults::hostIsUnreachable()
{
    SimDriver sim;
    SimFault given = fault(u"host-unreachable"_s);
    given.app = gad;
    given.machine = first;
    QVERIFY(sim.world.provoke(given).has_value());
    const QJsonObject machine = sim.machine(gad, first);
    QCOMPARE(machine.value("host_status"_L1).toString(), u"unreachable"_s);
    QVERIFY(!machine.contains("config"_L1) && machine.contains("incomplete_config"_L1));
    QCOMPARE(sim.call("POST", SimDriver::path(gad, first, u"/stop"_s)).status, 408);
    sim.world.clearFaults();
    QVERIFY(sim.machine(gad, first).contains("config"_L1));
}

void TestSimFaults::databaseDownTurnsChecksCritical()
{
    SimDriver sim;
    QVERIFY(sim.world.setCondition(u"database"_s, false).has_value());
    QVERIFY(!sim.world.setCondition(u"weather"_s, false));
    sim.pass(SimTime(3'000));
    const QList<SimMachineFacts> ill = sim.world.machines(gad, sim.now);
    QVERIFY(
        std::none_of(ill.begin(), ill.end(), [](const SimMachineFacts &m) { return m.healthy; }));
    QVERIFY(sim.world.setCondition(u"database"_s, true).has_value());
    sim.pass(SimTime(16'000));
    const QList<SimMachineFacts> well = sim.world.machines(gad, sim.now);
    QVERIFY(
        std::all_of(well.begin(), well.end(), [](const SimMachineFacts &m) { return m.healthy; }));
}

void TestSimFaults::createMayAnswer408AndHaveHappened()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"create-408-committed"_s)).has_value());
    QCOMPARE(releaseExit(sim), -1); // no id was told
    QCOMPARE(
        sim.get(u"/v1/apps/grupo-gad/machines?include_deleted=true"_s).json.toArray().size(), 5);
}

void TestSimFaults::slowPullIsSlow()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"slow-pull"_s, {{u"factor"_s, 9}})).has_value());
    sim.call("POST", SimDriver::path(gad, first), sim.launchBody(gad, first, newImage));
    sim.pass(SimTime(85'000));
    QCOMPARE(sim.stateOf(gad, first), u"replacing"_s);
    QVERIFY(sim.passUntil(gad, first, u"started"_s));
}

void TestSimFaults::noCapacityIsSaid()
{
    SimDriver sim;
    QVERIFY(sim.world.provoke(fault(u"no-capacity"_s)).has_value());
    const auto refused =
        sim.call("POST", SimDriver::path(gad, first), sim.launchBody(gad, first, newImage));
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.json.toObject().value("status"_L1).toString(), u"insufficient_capacity"_s);
    QVERIFY(refused.json.toObject()
                .value("error"_L1)
                .toString()
                .contains("could not reserve resource for machine"_L1));
    QCOMPARE(sim.stateOf(gad, first), u"started"_s);
}

void TestSimFaults::transportHoldsWaits()
{
    InProcess process;
    const Clock::Duration before = process.clock.now();
    HttpRequest wait =
        request("GET", SimDriver::path(gad, first, u"/wait?state=stopped&timeout=60"_s));
    wait.timeout = std::chrono::seconds(70);
    const Result<HttpResponse> late = process.transport.perform(wait, {});
    QVERIFY(late.has_value());
    QCOMPARE(late->status, 408);
    QVERIFY(process.clock.now() - before >= std::chrono::seconds(60));
    QVERIFY(process.clock.now() - before < std::chrono::seconds(61));
    wait.timeout = std::chrono::seconds(5);
    const Result<HttpResponse> gaveUp = process.transport.perform(wait, {});
    QCOMPARE(gaveUp.error().kind, Error::Kind::Timeout);
    QVERIFY(process.transport.perform(request("POST", SimDriver::path(gad, first, u"/stop"_s)), {})
                .has_value());
    wait.timeout = std::chrono::seconds(70);
    const Result<HttpResponse> reached = process.transport.perform(wait, {});
    QCOMPARE(reached->status, 200);
    QVERIFY(reached->header("fly-request-id").endsWith("-sbx"));
}

void TestSimFaults::transportCancelsBeforeAndAfterTheEffect()
{
    for (const auto point : {InProcessTransport::CancelPoint::BeforeEffect,
             InProcessTransport::CancelPoint::AfterEffect}) {
        InProcess process;
        const std::stop_source source;
        process.transport.setCancelPoint(1, point, source);
        QVERIFY(process.transport.perform(request("GET", list), source.get_token()).has_value());
        const HttpRequest lease = request("POST", SimDriver::path(gad, first, u"/lease?ttl=60"_s));
        const Result<HttpResponse> cancelled = process.transport.perform(lease, source.get_token());
        QCOMPARE(cancelled.error().kind, Error::Kind::Cancelled);
        const SimTime now = process.transport.worldNow();
        const int leases =
            process.transport.inspect([now](SimWorld &world) { return world.liveLeases(now); });
        QCOMPARE(leases, point == InProcessTransport::CancelPoint::AfterEffect ? 1 : 0);
        QCOMPARE(process.transport.requestCount(), 2);
    }
}

void TestSimFaults::transportHooksReplaceAnswers()
{
    InProcess process;
    process.transport.setBefore(
        [](int index, const HttpRequest &) -> std::optional<Result<HttpResponse>> {
            if (index == 0)
                return failure(Error::Kind::Offline, u"no route"_s);
            return std::nullopt;
        });
    process.transport.setAfter(
        [](int index, const HttpRequest &) -> std::optional<Result<HttpResponse>> {
            if (index == 1)
                return HttpResponse{500, {}, "broken"};
            return std::nullopt;
        });
    QCOMPARE(
        process.transport.perform(request("GET", list), {}).error().kind, Error::Kind::Offline);
    QCOMPARE(process.transport.perform(request("GET", list), {})->status, 500);
    QCOMPARE(process.transport.perform(request("GET", list), {})->status, 200);
    const QStringList log =
        process.transport.inspect([](SimWorld &world) { return world.requestLog(); });
    QCOMPARE(log.size(), 2);
    QVERIFY(process.transport
                .inspect([](SimWorld &world) { return world.provoke(fault(u"drop-connection"_s)); })
                .has_value());
    QCOMPARE(
        process.transport.perform(request("GET", list), {}).error().kind, Error::Kind::Offline);
    QVERIFY(process.transport
                .inspect([](SimWorld &world) { return world.provoke(fault(u"truncated-json"_s)); })
                .has_value());
    QCOMPARE(
        process.transport.perform(request("GET", list), {}).error().kind, Error::Kind::Protocol);
}

void TestSimFaults::transportServesThreads()
{
    InProcess process;
    process.transport.inspect([](SimWorld &world) { world.setRateLimits(false); });
    std::atomic<int> good = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
        process.clock.announce();
        threads.emplace_back([&] {
            const ClockParticipant participant(process.clock, ClockParticipant::Entry::Announced);
            for (int n = 0; n < 20; ++n) {
                const auto answer =
                    process.transport.perform(request("GET", SimDriver::path(gad, first)), {});
                good += answer && answer->status == 200 ? 1 : 0;
            }
        });
    }
    {
        const ClockBlocked blocked(process.clock);
        threads.clear();
    }
    QCOMPARE(good.load(), 160);
}

QTEST_GUILESS_MAIN(TestSimFaults)
#include "tst_simfaults.moc"
