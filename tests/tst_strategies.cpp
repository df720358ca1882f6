#include "support/enginefixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Canary, bluegreen and immediate on the virtual clock: what each leaves behind when all goes well,
// when something fails, when it is cancelled and when its process dies at any request.
class TestStrategies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bluegreenReplacesEveryMachine();
    void bluegreenPlanNamesWhatIsDestroyed();
    void unhealthyGreensAreRemoved();
    void greensThatVanishBringTheOldOnesBack();
    void cancelAfterTheSwitchGoesForward();
    void stoppedMachinesGetStoppedGreens();
    void secondBluegreenReplacesTheFirst();
    void bluegreenNeedsAHealthCheck();
    void canaryIsTriedAndDestroyed();
    void badCanaryStopsTheDeploy();
    void immediateSendsAllAtOnce();
    void immediateFailureStopsNoOther();
    void strategyOfTheFileIsUsed();
    void troubleAnywhere_data();
    void troubleAnywhere();
    void killedAnywhere_data();
    void killedAnywhere();
};

namespace {
using Answer = std::optional<Result<HttpResponse>>;

int rows(int small, int normal, int full)
{
    const int counts[] = {small, normal, full};
    return counts[static_cast<int>(matrixSize())];
}

PlanRequest deployBy(const EngineFixture &fixture, Strategy strategy)
{
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.strategy = strategy;
    return request;
}

// Watches at every request that somebody serves.
class ServingWatch
{
public:
    explicit ServingWatch(EngineFixture &fixture)
        : m_fixture(fixture)
    {
        setHook({});
    }

    void setHook(std::function<Answer(int, const HttpRequest &)> more)
    {
        m_fixture.transport.setBefore(
            [this, more = std::move(more)](int index, const HttpRequest &request) -> Answer {
                look();
                return more ? more(index, request) : std::nullopt;
            });
    }

    void look()
    {
        const QList<SimMachineFacts> machines = m_fixture.machines();
        const auto serving =
            std::count_if(machines.cbegin(), machines.cend(), [](const SimMachineFacts &machine) {
                return machine.state == "started"_L1 && machine.healthy && !machine.cordoned;
            });
        const std::lock_guard lock(m_mutex);
        m_fewest = std::min<qsizetype>(m_fewest, serving);
    }

    [[nodiscard]] qsizetype fewest() const { return m_fewest; }

private:
    EngineFixture &m_fixture;
    std::mutex m_mutex;
    qsizetype m_fewest = 1'000;
};

// Without those that are going.
QList<SimMachineFacts> machinesOf(EngineFixture &fixture)
{
    QList<SimMachineFacts> machines = fixture.machines();
    machines.removeIf(
        [](const SimMachineFacts &machine) { return machine.state == "destroying"_L1; });
    return machines;
}

QStringList idsOf(const QList<SimMachineFacts> &machines)
{
    QStringList ids;
    for (const SimMachineFacts &machine : machines)
        ids.append(machine.id);
    ids.sort();
    return ids;
}

// All old as before, or all new and right, and nothing in between.
QStringList brokenEnd(EngineFixture &fixture,
    const EngineFixture::Outcome &outcome,
    const QStringList &before,
    bool mustSucceed)
{
    QStringList broken;
    const auto require = [&broken](bool holds, const QString &what) {
        if (!holds)
            broken.append(what);
    };
    require(fixture.clock.participants() == 0, u"threads are left in the clock"_s);
    require(fixture.journal.problems().isEmpty(), fixture.journal.problems().join(u'|'));
    if (!outcome.accepted)
        return broken;
    require(outcome.ended && outcome.verdict, u"no end"_s);
    if (!outcome.ended || !outcome.verdict)
        return broken;
    const QString why = outcome.ended->error ? outcome.ended->error->detail : QString();
    const bool done = outcome.ended->reported == Reported::Succeeded;
    require(done || !mustSucceed, u"not finished: "_s + why);
    // Stopped so late that everything was done: the run itself knows that it left nothing out, and
    // the verdict tells it.
    const bool tooLate = outcome.ended->reported == Reported::Cancelled
        && outcome.verdict->reality == Reality::AllNew && outcome.ended->unchanged.isEmpty();
    require(!outcome.verdict->contradicts() || tooLate,
        u"reported %1, but %2 (%3)"_s.arg(
            reportedName(outcome.ended->reported), realityName(outcome.verdict->reality), why));
    const QList<SimMachineFacts> machines = machinesOf(fixture);
    require(machines.size() == before.size(), u"%1 machines are there"_s.arg(machines.size()));
    int onNew = 0;
    for (const SimMachineFacts &machine : machines) {
        onNew += machine.image == EngineFixture::newImage ? 1 : 0;
        require(!machine.cordoned, u"%1 is left without traffic"_s.arg(machine.id));
        require(machine.state == "started"_L1, u"%1 is %2"_s.arg(machine.id, machine.state));
    }
    require(onNew == 0 || onNew == machines.size() || !done, u"%1 are new"_s.arg(onNew));
    require((onNew == machines.size()) == (outcome.verdict->reality == Reality::AllNew),
        u"%1 new, and the verdict is %2"_s.arg(onNew).arg(realityName(outcome.verdict->reality)));
    if (onNew == 0)
        require(idsOf(machines) == before, u"the old machines are not the same"_s);
    for (const SpanState &span : fixture.journal.state(*outcome.accepted).spans)
        require(span.outcome != Outcome::Running,
            u"span %1 (%2) never ended"_s.arg(span.id.value).arg(stepName(span.step)));
    fixture.clock.jump(14s);
    require(fixture.liveLeases() == 0, u"leases are left"_s);
    return broken;
}

int requestsOf(Strategy strategy, int machines)
{
    EngineFixture fixture(machines);
    const Result<DeployPlan> plan = fixture.plan(deployBy(fixture, strategy));
    const int before = fixture.transport.requestCount();
    static_cast<void>(fixture.run(*plan));
    return fixture.transport.requestCount() - before;
}

QList<int> spread(int count, int most)
{
    QList<int> picked;
    for (int i = 0; i < most && i < count; ++i)
        picked.append(count > most ? i * (count - 1) / std::max(1, most - 1) : i);
    return picked;
}
} // namespace

Q_DECLARE_METATYPE(Strategy)

void TestStrategies::bluegreenReplacesEveryMachine()
{
    EngineFixture fixture(3);
    const QStringList before = idsOf(machinesOf(fixture));
    ServingWatch watch(fixture);
    const EngineFixture::Outcome outcome = fixture.run(deployBy(fixture, Strategy::BlueGreen));
    QVERIFY2(outcome.accepted, outcome.accepted ? "" : qPrintable(outcome.accepted.error().detail));
    const QStringList broken = brokenEnd(fixture, outcome, before, true);
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    for (const QString &id : idsOf(machinesOf(fixture)))
        QVERIFY2(!before.contains(id), qPrintable(id));
    QCOMPARE(outcome.verdict->newMachines.size(), 3);
    QVERIFY2(watch.fewest() >= 3, qPrintable(QString::number(watch.fewest())));
    QCOMPARE(fixture.releaseStatus(43), u"complete"_s);
    QCOMPARE(fixture.releaseRuns(), 1);
    // A lane for every new machine, with what it went through.
    const DeploymentState state = fixture.journal.state(*outcome.accepted);
    for (const QString &id : before) {
        QSet<Segment> segments;
        for (const SpanState &span : state.spans) {
            if (span.lane == launchLane(MachineId(id)))
                segments.insert(span.segment);
        }
        QVERIFY(segments.contains(Segment::Pull));
        QVERIFY(segments.contains(Segment::Grace));
        QVERIFY(segments.contains(Segment::Switch));
    }
}

void TestStrategies::bluegreenPlanNamesWhatIsDestroyed()
{
    EngineFixture fixture(3);
    const QStringList before = idsOf(machinesOf(fixture));
    const Result<DeployPlan> plan = fixture.plan(deployBy(fixture, Strategy::BlueGreen));
    QVERIFY(plan);
    QCOMPARE(plan->strategy, Strategy::BlueGreen);
    QCOMPARE(plan->launches.size(), 3);
    const auto notice =
        std::find_if(plan->notices.cbegin(), plan->notices.cend(), [](const PlanNotice &candidate) {
            return candidate.warning == PlanWarning::MachinesReplaced;
        });
    QVERIFY(notice != plan->notices.cend());
    QCOMPARE(notice->args, before);
    int launches = 0;
    int retirements = 0;
    for (const PlannedStep &step : plan->steps) {
        launches += step.step == Step::LaunchMachine ? 1 : 0;
        retirements += step.step == Step::RetireMachine ? 1 : 0;
    }
    QCOMPARE(launches, 3);
    QCOMPARE(retirements, 3);
    QCOMPARE(deployPlanFromJson(deployPlanToJson(*plan)).value(), *plan);
    QCOMPARE(plan->risk, PlanRisk::None);
}

void TestStrategies::unhealthyGreensAreRemoved()
{
    EngineFixture fixture(3);
    const QStringList before = idsOf(machinesOf(fixture));
    ServingWatch watch(fixture);
    fixture.provoke(u"machine-crashes-at-start"_s);
    const EngineFixture::Outcome outcome = fixture.run(deployBy(fixture, Strategy::BlueGreen));
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QCOMPARE(outcome.ended->failedStep, Step::LaunchMachine);
    QCOMPARE(outcome.verdict->reality, Reality::AllOld);
    const QStringList broken = brokenEnd(fixture, outcome, before, false);
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    QCOMPARE(watch.fewest(), 3);
}

// Where flyctl goes on and ends with nothing.
void TestStrategies::greensThatVanishBringTheOldOnesBack()
{
    EngineFixture fixture(2);
    const QStringList before = idsOf(machinesOf(fixture));
    ServingWatch watch(fixture);
    bool destroyed = false;
    watch.setHook([&](int, const HttpRequest &request) -> Answer {
        // Old ones are being stopped: at this moment the new ones go.
        if (!destroyed && request.url.path().endsWith(u"/stop"_s)) {
            destroyed = true;
            for (const QString &id : idsOf(machinesOf(fixture))) {
                if (!before.contains(id))
                    fixture.provoke(u"machine-destroyed"_s, id);
            }
        }
        return std::nullopt;
    });
    const EngineFixture::Outcome outcome = fixture.run(deployBy(fixture, Strategy::BlueGreen));
    QVERIFY(destroyed);
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QCOMPARE(idsOf(machinesOf(fixture)), before);
    for (const SimMachineFacts &machine : machinesOf(fixture)) {
        QCOMPARE(machine.state, u"started"_s);
        QVERIFY(!machine.cordoned);
    }
}

void TestStrategies::cancelAfterTheSwitchGoesForward()
{
    EngineFixture fixture(2);
    const QStringList before = idsOf(machinesOf(fixture));
    ServingWatch watch(fixture);
    watch.setHook([&](int, const HttpRequest &request) -> Answer {
        if (request.url.path().endsWith(u"/uncordon"_s))
            fixture.cancelRun();
        return std::nullopt;
    });
    const EngineFixture::Outcome outcome = fixture.run(deployBy(fixture, Strategy::BlueGreen));
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    const QStringList broken = brokenEnd(fixture, outcome, before, true);
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    QVERIFY(watch.fewest() >= 2);
}

void TestStrategies::stoppedMachinesGetStoppedGreens()
{
    EngineFixture fixture(3);
    const QString stopped = machinesOf(fixture).first().id;
    {
        const ClockParticipant participant(fixture.clock);
        QVERIFY(fixture.fly.stopMachine(EngineFixture::app, MachineId(stopped), {}, {}));
        fixture.clock.sleepFor(10s, {});
    }
    const EngineFixture::Outcome outcome = fixture.run(deployBy(fixture, Strategy::BlueGreen));
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    QStringList states;
    for (const SimMachineFacts &machine : machinesOf(fixture))
        states.append(machine.state);
    states.sort();
    QCOMPARE(states, (QStringList{u"started"_s, u"started"_s, u"stopped"_s}));
}

void TestStrategies::secondBluegreenReplacesTheFirst()
{
    EngineFixture fixture(2);
    QCOMPARE(
        fixture.run(deployBy(fixture, Strategy::BlueGreen)).ended->reported, Reported::Succeeded);
    const QStringList before = idsOf(machinesOf(fixture));
    PlanRequest back = fixture.deployOf(EngineFixture::oldImage);
    back.strategy = Strategy::BlueGreen;
    const Result<DeployPlan> plan = fixture.plan(back);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QVERIFY(plan->leftovers.isEmpty());
    QVERIFY(!plan->switched);
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    for (const QString &id : idsOf(machinesOf(fixture)))
        QVERIFY(!before.contains(id));
    QCOMPARE(machinesOf(fixture).size(), 2);
}

void TestStrategies::bluegreenNeedsAHealthCheck()
{
    EngineFixture fixture(1);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"fly.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("app = \"grupo-gad\"\nprimary_region = \"dfw\"\n[deploy]\nstrategy = \"bluegreen\"\n"
               "[http_service]\ninternal_port = 8000\n");
    file.close();
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.configPath = file.fileName();
    const Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, u"bluegreen-unchecked"_s);
}

void TestStrategies::canaryIsTriedAndDestroyed()
{
    EngineFixture fixture(3);
    const QStringList before = idsOf(machinesOf(fixture));
    qsizetype most = 0;
    ServingWatch watch(fixture);
    watch.setHook([&](int, const HttpRequest &) -> Answer {
        most = std::max(most, machinesOf(fixture).size());
        return std::nullopt;
    });
    const EngineFixture::Outcome outcome = fixture.run(deployBy(fixture, Strategy::Canary));
    const QStringList broken = brokenEnd(fixture, outcome, before, true);
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    QCOMPARE(idsOf(machinesOf(fixture)), before);
    QCOMPARE(most, 4);
    const DeploymentState state = fixture.journal.state(*outcome.accepted);
    QVERIFY(std::any_of(state.spans.cbegin(), state.spans.cend(), [](const SpanState &span) {
        return span.lane == canaryLane(u"app"_s) && span.segment == Segment::Checks;
    }));
}

void TestStrategies::badCanaryStopsTheDeploy()
{
    EngineFixture fixture(3);
    const QStringList before = idsOf(machinesOf(fixture));
    fixture.provoke(u"machine-crashes-at-start"_s);
    const EngineFixture::Outcome outcome = fixture.run(deployBy(fixture, Strategy::Canary));
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QCOMPARE(outcome.ended->failedStep, Step::LaunchMachine);
    QCOMPARE(outcome.verdict->reality, Reality::AllOld);
    const QStringList broken = brokenEnd(fixture, outcome, before, false);
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    // Another attempt tries a canary again, and goes on when it is well.
    const EngineFixture::Outcome again = fixture.run(fixture.request(DeployKind::Retry));
    QVERIFY2(again.accepted, again.accepted ? "" : qPrintable(again.accepted.error().detail));
    QCOMPARE(again.ended->reported, Reported::Succeeded);
    QCOMPARE(fixture.releaseRuns(), 1);
}

void TestStrategies::immediateSendsAllAtOnce()
{
    EngineFixture fixture(5);
    const QStringList before = idsOf(machinesOf(fixture));
    const EngineFixture::Outcome outcome = fixture.run(deployBy(fixture, Strategy::Immediate));
    const QStringList broken = brokenEnd(fixture, outcome, before, true);
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    // The last one was sent before the first one was healthy.
    const DeploymentState state = fixture.journal.state(*outcome.accepted);
    QDateTime lastTurn;
    QDateTime firstEnd;
    for (const SpanState &span : state.spans) {
        if (span.step != Step::UpdateMachine)
            continue;
        if (span.segment == Segment::WaitTurn && (!lastTurn.isValid() || span.endedAt > lastTurn))
            lastTurn = span.endedAt;
        if (span.segment == Segment::Work && (!firstEnd.isValid() || span.endedAt < firstEnd))
            firstEnd = span.endedAt;
    }
    QVERIFY(lastTurn < firstEnd);
    QCOMPARE(fixture.plan(deployBy(fixture, Strategy::Immediate))->risk, PlanRisk::None);
}

void TestStrategies::immediateFailureStopsNoOther()
{
    EngineFixture fixture(4);
    const QString bad = machinesOf(fixture).first().id;
    fixture.provoke(u"machine-crashes-at-start"_s, bad);
    const EngineFixture::Outcome outcome = fixture.run(deployBy(fixture, Strategy::Immediate));
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QCOMPARE(outcome.ended->failedLane, bad);
    QCOMPARE(outcome.verdict->reality, Reality::Unhealthy);
    QCOMPARE(outcome.verdict->unhealthyMachines, QList<MachineId>{MachineId(bad)});
    QCOMPARE(outcome.verdict->newMachines.size(), 4);
}

void TestStrategies::strategyOfTheFileIsUsed()
{
    EngineFixture fixture(2);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(plan->strategy, Strategy::Rolling);
    const Result<DeployPlan> other = fixture.plan(deployBy(fixture, Strategy::Canary));
    QCOMPARE(other->strategy, Strategy::Canary);
    QVERIFY(plan->surveyHash != other->surveyHash);
}

void TestStrategies::troubleAnywhere_data()
{
    QTest::addColumn<Strategy>("strategy");
    QTest::addColumn<QString>("kind");
    for (const Strategy strategy : {Strategy::BlueGreen, Strategy::Canary, Strategy::Immediate}) {
        for (const char *kind : {"cancel", "drop", "503", "500-after", "timeout-after"})
            QTest::addRow("%s, %s", qPrintable(strategyName(strategy)), kind)
                << strategy << QString::fromLatin1(kind);
    }
}

void TestStrategies::troubleAnywhere()
{
    QFETCH(Strategy, strategy);
    QFETCH(QString, kind);
    const int machines = 2;
    static QHash<int, int> counts;
    int &count = counts[static_cast<int>(strategy)];
    if (count == 0)
        count = requestsOf(strategy, machines);
    QStringList broken;
    for (int request : spread(count, rows(2, 6, 1'000))) {
        EngineFixture fixture(machines);
        const QStringList before = idsOf(machinesOf(fixture));
        const Result<DeployPlan> plan = fixture.plan(deployBy(fixture, strategy));
        QVERIFY(plan);
        const int at = fixture.transport.requestCount() + request;
        ServingWatch watch(fixture);
        const auto page = [](int status) {
            return HttpResponse{
                status, {{"content-type", "application/json"}}, R"({"error":"made up"})"};
        };
        if (kind.endsWith(u"-after"_s)) {
            fixture.transport.setAfter([&, at](int index, const HttpRequest &) -> Answer {
                if (index != at)
                    return std::nullopt;
                if (kind == "500-after"_L1)
                    return page(500);
                return failure(Error::Kind::Timeout, u"made up"_s);
            });
        } else {
            watch.setHook([&, at](int index, const HttpRequest &) -> Answer {
                if (index != at)
                    return std::nullopt;
                if (kind == "503"_L1)
                    return page(503);
                if (kind == "drop"_L1)
                    return failure(Error::Kind::Offline, u"made up"_s);
                fixture.cancelRun();
                return std::nullopt;
            });
        }
        const EngineFixture::Outcome outcome = fixture.run(*plan);
        fixture.transport.setBefore({});
        fixture.transport.setAfter({});
        if (strategy == Strategy::Immediate && outcome.ended
            && outcome.ended->reported != Reported::Succeeded)
            continue; // half of them may have been sent; tst_enginematrix has these rows
        const bool rolls = strategy == Strategy::Canary && outcome.verdict
            && (outcome.verdict->reality == Reality::Mixed
                || outcome.verdict->reality == Reality::Unhealthy);
        if (rolls)
            continue; // the same: a rolling update that was stopped
        QStringList found = brokenEnd(fixture, outcome, before, false);
        if (strategy == Strategy::BlueGreen && watch.fewest() < machines)
            found.append(u"only %1 served"_s.arg(watch.fewest()));
        for (const QString &what : std::as_const(found))
            broken.append(u"request %1: %2"_s.arg(request).arg(what));
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.mid(0, 12).join(u'\n')));
}

void TestStrategies::killedAnywhere_data()
{
    QTest::addColumn<Strategy>("strategy");
    for (const Strategy strategy : {Strategy::BlueGreen, Strategy::Canary, Strategy::Immediate})
        QTest::addRow("%s", qPrintable(strategyName(strategy))) << strategy;
}

// One resume finishes it: nothing is made twice, nobody is left behind, somebody always serves.
void TestStrategies::killedAnywhere()
{
    QFETCH(Strategy, strategy);
    const int machines = 3;
    QStringList broken;
    for (int request : spread(requestsOf(strategy, machines), rows(2, 6, 1'000))) {
        EngineFixture fixture(machines);
        const QStringList before = idsOf(machinesOf(fixture));
        const Result<DeployPlan> plan = fixture.plan(deployBy(fixture, strategy));
        QVERIFY(plan);
        const EngineFixture::Outcome killed = fixture.runAndKill(*plan, request);
        fixture.revive();
        if (!killed.accepted)
            continue;
        ServingWatch watch(fixture);
        fixture.clock.jump(20s);
        const Result<DeployPlan> resume = fixture.plan(fixture.request(DeployKind::Resume));
        if (!resume) { // it had ended, and only its end was not told
            broken.append(u"request %1: no plan: %2"_s.arg(request).arg(resume.error().detail));
            continue;
        }
        const EngineFixture::Outcome outcome = fixture.run(*resume);
        QStringList found = brokenEnd(fixture, outcome, before, true);
        if (fixture.releaseRuns() > 1)
            found.append(u"the release command ran twice"_s);
        if (strategy == Strategy::BlueGreen && watch.fewest() < machines)
            found.append(u"only %1 served"_s.arg(watch.fewest()));
        for (const QString &what : std::as_const(found))
            broken.append(u"request %1: %2"_s.arg(request).arg(what));
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.mid(0, 12).join(u'\n')));
}

QTEST_GUILESS_MAIN(TestStrategies)
#include "tst_strategies.moc"
