#include "support/enginefixture.h"
#include "support/invariants.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Others at work on the same app, and a world that does not agree with this computer: another
// console, another tool, a clock that is wrong, a token that is taken away.
class TestOtherClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoConsolesDeployOnce_data();
    void twoConsolesDeployOnce();
    void otherToolHasToWait();
    void clockOffByAnHour_data();
    void clockOffByAnHour();
    void resumeWithAClockOffByAnHour_data();
    void resumeWithAClockOffByAnHour();
    void tokenRevokedMidDeploy_data();
    void tokenRevokedMidDeploy();
    void aNodeHasNotHeardOfANewMachine_data();
    void aNodeHasNotHeardOfANewMachine();
    void leaseOfANewMachineRunsOnUnheard();
    void lostLeaseOfANewMachineIsTakenAnew();
    void cancelReachesAMachineThatANodeDoesNotKnow();
};

namespace {
using Unheard = std::optional<Result<HttpResponse>>;

bool isRefresh(const HttpRequest &request)
{
    return std::any_of(request.headers.cbegin(),
        request.headers.cend(),
        [](const HttpHeader &header) { return header.name == "fly-machine-lease-nonce"; });
}

// The next requests of a kind that are about machines of the deployment's own making are answered
// by a node that has not heard of them.
struct DeafNode
{
    DeafNode(EngineFixture &fixture, QByteArray method, QStringList endings, int times)
        : method(std::move(method))
        , endings(std::move(endings))
        , left(times)
    {
        for (const SimMachineFacts &machine : fixture.machines())
            known.append(machine.id);
        fixture.transport.setBefore(
            [this](int, const HttpRequest &request) -> Unheard { return answer(request); });
    }

    Unheard answer(const HttpRequest &request)
    {
        const QString path = request.url.path();
        begun = begun || path.endsWith(after);
        const QString machine = path.section(u"/machines/"_s, 1).section(u'/', 0, 0);
        const bool isAsked = request.method == method && !machine.isEmpty()
            && !known.contains(machine)
            && std::any_of(endings.cbegin(), endings.cend(), [&](const QString &ending) {
                   return ending.isEmpty() ? path.count(u'/') == 5 : path.endsWith(ending);
               });
        if (!isAsked || !begun || (wanted && !wanted(request)) || left <= 0)
            return std::nullopt;
        --left;
        return HttpResponse{404, {}, R"({"error":")" + says() + R"("})"};
    }

    QByteArray method;
    QStringList endings; // of paths; an empty one: the machine itself
    std::atomic<int> left;
    std::function<bool(const HttpRequest &)> wanted; // only these
    std::function<QByteArray()> says = [] { return "machine not found"; };
    QString after = u"/machines"_s; // not before one whose path ends so
    QStringList known;
    std::atomic<bool> begun = false;
};
} // namespace

void TestOtherClients::twoConsolesDeployOnce_data()
{
    QTest::addColumn<int>("machines");
    for (int machines : {1, 3, 12})
        QTest::addRow("%d machines", machines) << machines;
}

// Whoever is second waits for the leases, sees that the app has changed, and changes nothing.
void TestOtherClients::twoConsolesDeployOnce()
{
    QFETCH(int, machines);
    EngineFixture fixture(machines);
    MemoryJournal journals[2];
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    QVERIFY(plan);
    {
        DeployEngine first(fixture.otherConsole(journals[0]));
        DeployEngine second(fixture.otherConsole(journals[1]));
        {
            const ClockParticipant together(fixture.clock); // both begin before time passes
            static_cast<void>(first.start(*plan));
            static_cast<void>(second.start(*plan));
        }
        first.join();
        second.join();
    }
    QList<events::AttemptEnded> ends;
    for (MemoryJournal &journal : journals) {
        QVERIFY(!journal.ids().isEmpty());
        const DeploymentState state = journal.state(journal.ids().last());
        QVERIFY(state.lastAttempt()->ended);
        ends.append(*state.lastAttempt()->ended);
    }
    const bool firstWon = ends.at(0).reported == Reported::Succeeded;
    QVERIFY(firstWon != (ends.at(1).reported == Reported::Succeeded));
    const events::AttemptEnded &loser = ends.at(firstWon ? 1 : 0);
    QVERIFY(loser.error);
    QVERIFY2(loser.error->code.startsWith("machine-changed "_L1),
        qPrintable(loser.error->code + u' ' + loser.error->detail));
    QVERIFY(loser.changed.isEmpty());
    QCOMPARE(fixture.releaseRuns(), 1);
    for (const SimMachineFacts &machine : fixture.machines()) {
        QCOMPARE(machine.updates, 1);
        QVERIFY(machine.healthy);
    }
    QCOMPARE(fixture.liveLeases(), 0);
}

// A machine that is being deployed refuses what another tool wants of it.
void TestOtherClients::otherToolHasToWait()
{
    EngineFixture fixture(3);
    const QString machine = fixture.machines().at(2).id;
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    const int first = fixture.transport.requestCount();
    std::atomic<int> refused = 0;
    std::atomic<bool> busy = false;
    fixture.transport.setAfter(
        [&](int index, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            if (index < first + 20 || busy.exchange(true) || refused > 0)
                return std::nullopt;
            static_cast<void>(request);
            const Result<void> stopped = fixture.fly.stopMachine(
                EngineFixture::app, MachineId(machine), u"of-another-tool"_s, {});
            if (!stopped && stopped.error().kind == Error::Kind::Conflict)
                ++refused;
            busy = false;
            return std::nullopt;
        });
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    fixture.transport.setAfter({});
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(int(refused), 1);
}

void TestOtherClients::clockOffByAnHour_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("checked");
    for (int minutes : {-60, 0, 60}) {
        for (bool checked : {true, false})
            QTest::addRow("platform %+d min, %s", minutes, checked ? "checks" : "no checks")
                << minutes << checked;
    }
}

void TestOtherClients::clockOffByAnHour()
{
    QFETCH(int, minutes);
    QFETCH(bool, checked);
    const auto change = [checked](QJsonObject &app) {
        if (checked)
            return;
        QJsonObject config = app.value("machineConfig"_L1).toObject();
        config.remove("services"_L1);
        app.insert("machineConfig"_L1, config);
        QJsonArray releases = app.value("releases"_L1).toArray();
        for (qsizetype i = 0; i < releases.size(); ++i) {
            QJsonObject release = releases.at(i).toObject();
            QJsonObject definition = release.value("definition"_L1).toObject();
            definition.remove("http_service"_L1);
            release.insert("definition"_L1, definition);
            releases[i] = release;
        }
        app.insert("releases"_L1, releases);
    };
    static QHash<bool, Clock::Duration> usual;
    EngineFixture fixture(3, EngineFixture::Pace::Quick, change, std::chrono::minutes(minutes));
    if (usual.isEmpty() || !usual.contains(checked)) {
        EngineFixture agreed(3, EngineFixture::Pace::Quick, change);
        const Clock::Duration begun = agreed.clock.now();
        QVERIFY(agreed.run(agreed.deployOf(EngineFixture::newImage)).ended);
        usual.insert(checked, agreed.clock.now() - begun);
    }
    fixture.provoke(u"foreign-lease"_s, fixture.machines().first().id, {{u"ttlSeconds"_s, 6}});
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    QVERIFY(plan);
    const bool told = std::any_of(plan->notices.cbegin(),
        plan->notices.cend(),
        [](const PlanNotice &notice) { return notice.warning == PlanWarning::LeaseHeld; });
    QVERIFY(told);
    const Clock::Duration begun = fixture.clock.now();
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    QCOMPARE(fixture.liveLeases(), 0);
    // Neither is its own lease thought lost, nor is a grace period cut short or waited for twice.
    const Clock::Duration took = fixture.clock.now() - begun;
    QVERIFY(took > usual.value(checked) && took < usual.value(checked) + 10s);
    for (const DeployEvent &event : outcome.events) {
        if (const auto *dropped = std::get_if<events::LeaseDropped>(&event.body))
            QVERIFY(!dropped->expired);
    }
    const DeploymentState state = fixture.journal.state(*outcome.accepted);
    for (const SpanState &span : state.spans) {
        QVERIFY(span.endedAt >= span.startedAt);
        QVERIFY(span.startedAt >= state.attempts.first().startedAt);
    }
}

void TestOtherClients::resumeWithAClockOffByAnHour_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addRow("behind") << -60;
    QTest::addRow("ahead") << 60;
}

// The platform's release is found again although its time seems not to fit.
void TestOtherClients::resumeWithAClockOffByAnHour()
{
    QFETCH(int, minutes);
    EngineFixture fixture(3, EngineFixture::Pace::Quick, {}, std::chrono::minutes(minutes));
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    QVERIFY(plan);
    // Killed between the creation of the release and its answer.
    std::atomic<bool> dead = false;
    fixture.transport.setAfter(
        [&](int, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            const bool creates =
                request.method == "POST" && request.url.path().endsWith(u"/releases"_s);
            if (!creates && !dead)
                return std::nullopt;
            dead = true;
            fixture.journal.refuseAll();
            fixture.cancelRun();
            return failure(Error::Kind::Cancelled, u"killed"_s);
        });
    static_cast<void>(fixture.run(*plan));
    fixture.transport.setAfter({});
    fixture.journal.heal();
    fixture.clock.jump(20s);
    const EngineFixture::Outcome outcome = fixture.run(fixture.request(DeployKind::Resume));
    QVERIFY2(outcome.accepted, outcome.accepted ? "" : qPrintable(outcome.accepted.error().detail));
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(fixture.releaseStatus(43), u"complete"_s);
    QCOMPARE(fixture.releaseStatus(44), QString());
    QCOMPARE(fixture.releaseRuns(), 1);
}

void TestOtherClients::tokenRevokedMidDeploy_data()
{
    QTest::addColumn<int>("request");
    for (int request : {14, 24, 40, 60})
        QTest::addRow("from request %d on", request) << request;
}

// Nothing can be undone or looked at any more: it is said so, and a new token finishes it.
void TestOtherClients::tokenRevokedMidDeploy()
{
    QFETCH(int, request);
    EngineFixture fixture(3);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    const int revoked = fixture.transport.requestCount() + request;
    fixture.transport.setBefore(
        [revoked](int index, const HttpRequest &) -> std::optional<Result<HttpResponse>> {
            if (index < revoked)
                return std::nullopt;
            return HttpResponse{401, {}, R"({"error":"invalid token"})"};
        });
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    fixture.transport.setBefore({});
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QVERIFY(outcome.ended->error);
    QCOMPARE(outcome.ended->error->kind, Error::Kind::Unauthorised);
    QCOMPARE(outcome.verdict->reality, Reality::Unknown);
    QCOMPARE(outcome.verdict->unknownBecause, errorKindName(Error::Kind::Unauthorised));
    fixture.clock.jump(60s);
    QCOMPARE(fixture.liveLeases(), 0);

    QHash<QString, QString> right;
    for (const SimMachineFacts &machine : fixture.machines()) {
        if (machine.image == EngineFixture::newImage)
            right.insert(machine.id, machine.instanceId);
    }
    const Result<DeployPlan> retry = fixture.plan(fixture.request(DeployKind::Retry));
    QVERIFY2(retry, retry ? "" : qPrintable(retry.error().detail));
    const EngineFixture::Outcome again = fixture.run(*retry);
    QVERIFY(again.ended);
    QVERIFY2(again.ended->reported == Reported::Succeeded,
        again.ended->error ? qPrintable(again.ended->error->detail) : "?");
    QCOMPARE(fixture.releaseRuns(), 1);
    for (const SimMachineFacts &machine : fixture.machines()) {
        QVERIFY(machine.healthy);
        if (right.contains(machine.id))
            QCOMPARE(machine.instanceId, right.value(machine.id));
    }
    for (int version = 43; version < 46; ++version) {
        const QString status = fixture.releaseStatus(version);
        QVERIFY2(status != "running"_L1 && status != "pending"_L1, qPrintable(status));
    }
    QCOMPARE(fixture.liveLeases(), 0);
}

void TestOtherClients::aNodeHasNotHeardOfANewMachine_data()
{
    QTest::addColumn<Strategy>("strategy");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QStringList>("endings");
    QTest::addColumn<int>("times");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name,
                         Strategy strategy,
                         const QByteArray &method,
                         const QStringList &endings,
                         int times,
                         const QString &after = u"/machines"_s) {
        QTest::newRow(name) << strategy << method << endings << times << after;
    };
    const QString itself;
    row("release machine: start", Strategy::Rolling, "POST", {u"/start"_s}, 2);
    row("release machine: looks and waits", Strategy::Rolling, "GET", {itself, u"/wait"_s}, 8);
    row("release machine: looks and waits for its end",
        Strategy::Rolling,
        "GET",
        {itself, u"/wait"_s},
        8,
        u"/start"_s);
    row("new machine: looks and waits", Strategy::BlueGreen, "GET", {itself, u"/wait"_s}, 16);
    row("new machine: uncordon", Strategy::BlueGreen, "POST", {u"/uncordon"_s}, 2);
    row("canary: destroyed", Strategy::Canary, "DELETE", {itself}, 2);
}

// As if it were not said: what the deployment has made is there.
void TestOtherClients::aNodeHasNotHeardOfANewMachine()
{
    QFETCH(Strategy, strategy);
    QFETCH(QByteArray, method);
    QFETCH(QStringList, endings);
    QFETCH(int, times);
    QFETCH(QString, after);
    EngineFixture fixture(3);
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.strategy = strategy;
    Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    plan->destroyConfirmed = true;
    DeafNode node(fixture, method, endings, times);
    node.after = after;
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    fixture.transport.setBefore({});
    QVERIFY2(outcome.ended, outcome.accepted ? "" : qPrintable(outcome.accepted.error().detail));
    QVERIFY2(outcome.ended->reported == Reported::Succeeded,
        outcome.ended->error ? qPrintable(outcome.ended->error->detail) : "?");
    QCOMPARE(int(node.left), 0);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    fixture.clock.jump(30s);
    QCOMPARE(fixture.machines().size(), 3);
    QCOMPARE(fixture.releaseRuns(), 1);
    QCOMPARE(fixture.liveLeases(), 0);
}

// It is not taken anew: it would wait for itself.
void TestOtherClients::leaseOfANewMachineRunsOnUnheard()
{
    EngineFixture fixture(3);
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.strategy = Strategy::BlueGreen;
    Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY(plan);
    plan->destroyConfirmed = true;
    DeafNode node(fixture, "POST", {u"/lease"_s}, 2);
    int anew = 0;
    node.wanted = [&anew](const HttpRequest &request) {
        const bool refreshes = isRefresh(request);
        anew += refreshes ? 0 : 1;
        return refreshes;
    };
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    fixture.transport.setBefore({});
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(int(node.left), 0);
    QCOMPARE(anew, 0);
}

void TestOtherClients::lostLeaseOfANewMachineIsTakenAnew()
{
    EngineFixture fixture(3);
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.strategy = Strategy::BlueGreen;
    Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY(plan);
    plan->destroyConfirmed = true;
    DeafNode node(fixture, "POST", {u"/lease"_s}, 3);
    std::atomic<bool> lost = false;
    node.wanted = [&lost](const HttpRequest &request) {
        return isRefresh(request) ? !lost.exchange(true) : bool(lost);
    };
    node.says = [first = true]() mutable {
        return std::exchange(first, false) ? "lease not found" : "machine not found";
    };
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    fixture.transport.setBefore({});
    QVERIFY(outcome.ended);
    QVERIFY2(outcome.ended->reported == Reported::Succeeded,
        outcome.ended->error ? qPrintable(outcome.ended->error->detail) : "?");
    QCOMPARE(int(node.left), 0);
}

void TestOtherClients::cancelReachesAMachineThatANodeDoesNotKnow()
{
    EngineFixture fixture(3);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    QVERIFY(plan);
    DeafNode node(fixture, "POST", {u"/stop"_s}, 3);
    fixture.transport.setAfter([&](int, const HttpRequest &request) -> Unheard {
        if (request.method == "POST" && request.url.path().endsWith("/start"_L1))
            fixture.cancelRun();
        return std::nullopt;
    });
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    fixture.transport.setBefore({});
    fixture.transport.setAfter({});
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::Cancelled);
    QCOMPARE(int(node.left), 0);
    fixture.clock.jump(30s);
    QCOMPARE(fixture.allMachines(), 3); // the release machine does not run on
}

QTEST_GUILESS_MAIN(TestOtherClients)
#include "tst_otherclients.moc"
