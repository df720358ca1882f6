#include "models/words.h"
#include "support/enginefixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The truth after every deploy: the incidents in which other tools say what is not so, and a
// hundred clean deploys in which there is nothing to be said.
class TestTruth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imageThatCannotBeFetched_data();
    void imageThatCannotBeFetched();
    void bluegreenThatLeavesNothing();
    void listThatIsEmpty();
    void watcherThatIsRateLimited();
    void watcherThatIsRateLimitedToTheEnd();
    void detoursAroundARateLimit();
    void failureAfterARollBackThatWorked();
    void releaseThatCannotBeClosed();
    void addressThatDoesNotAnswer();
    void cleanDeploysRaiseNoAlarm_data();
    void cleanDeploysRaiseNoAlarm();
};

namespace {
using Answer = std::optional<Result<HttpResponse>>;

// From the end of the last machine's work to the verdict, on the virtual clock.
Clock::Duration verdictAfter(const EngineFixture::Outcome &outcome)
{
    QHash<SpanId, Phase> phases;
    QDateTime end;
    QDateTime verdict;
    for (const DeployEvent &event : outcome.events) {
        if (const auto *started = std::get_if<events::SpanStarted>(&event.body))
            phases.insert(started->span, started->phase);
        if (const auto *ended = std::get_if<events::SpanEnded>(&event.body);
            ended && phases.value(ended->span) == Phase::Update)
            end = event.at;
        if (std::holds_alternative<events::VerdictReached>(event.body))
            verdict = event.at;
    }
    if (!end.isValid() || !verdict.isValid())
        return 1h;
    return std::chrono::milliseconds(end.msecsTo(verdict));
}

QStringList idsOf(const QList<SimMachineFacts> &machines)
{
    QStringList ids;
    for (const SimMachineFacts &machine : machines)
        ids.append(machine.id);
    return ids;
}

void provoke(EngineFixture &fixture,
    const QString &name,
    int count,
    const QJsonObject &options = {},
    std::chrono::milliseconds duration = {})
{
    SimFault fault;
    fault.name = name;
    fault.count = count;
    fault.options = options;
    fault.duration = duration;
    const Result<void> done =
        fixture.transport.inspect([&fault](SimWorld &world) { return world.provoke(fault); });
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
}

void clear(EngineFixture &fixture)
{
    fixture.transport.inspect([](SimWorld &world) { return world.clearFaults(); });
}

// Calls `act` at the first request that matches.
void once(EngineFixture &fixture,
    const QByteArray &method,
    const QString &pathEnd,
    const std::function<void()> &act)
{
    const auto done = std::make_shared<std::atomic<bool>>(false);
    fixture.transport.setBefore(
        [method, pathEnd, act, done](int, const HttpRequest &request) -> Answer {
            if (request.method == method && request.url.path().endsWith(pathEnd)
                && !done->exchange(true))
                act();
            return std::nullopt;
        });
}
} // namespace

#define VERIFY_IN_TIME(outcome)                                                                    \
    QVERIFY2(verdictAfter(outcome) <= 10s,                                                         \
        qPrintable(QString::number(verdictAfter(outcome).count() / 1'000'000)))

void TestTruth::imageThatCannotBeFetched_data()
{
    QTest::addColumn<bool>("quietly");
    QTest::addRow("as a version of its own") << false;
    QTest::addRow("under the new version's name") << true;
}

// Its checks pass; it is the old version that passes them.
void TestTruth::imageThatCannotBeFetched()
{
    QFETCH(bool, quietly);
    EngineFixture fixture(3);
    const QString bad = fixture.machines().last().id;
    fixture.provoke(u"image-pull-fails"_s, bad, {{u"quietly"_s, quietly}});
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QVERIFY(outcome.verdict);
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QCOMPARE(outcome.verdict->reality, Reality::Mixed);
    QCOMPARE(outcome.verdict->newMachines.size(), 2);
    QCOMPARE(outcome.verdict->revertedMachines, QList<MachineId>{MachineId(bad)});
    const QString sentence = Words::verdict(*outcome.verdict);
    QVERIFY2(sentence.startsWith(u"It failed half-way: 2 of 3"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(bad.left(4)), qPrintable(sentence));
    VERIFY_IN_TIME(outcome);
}

void TestTruth::bluegreenThatLeavesNothing()
{
    EngineFixture fixture(3);
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.strategy = Strategy::BlueGreen;
    provoke(fixture, u"new-machines-vanish"_s, 1);
    const EngineFixture::Outcome outcome = fixture.run(request);
    QVERIFY(outcome.verdict);
    QVERIFY(fixture.machines().isEmpty());
    QCOMPARE(outcome.verdict->reality, Reality::WrongCount);
    QCOMPARE(outcome.verdict->foundMachines, 0);
    QCOMPARE(outcome.verdict->missingMachines.size(), 3);
    QVERIFY(outcome.verdict->contradicts());
    const QString sentence = Words::verdict(*outcome.verdict);
    QVERIFY2(
        sentence.startsWith(u"The run reported success, but no machine of the app is there. Not "
                            "there: "_s),
        qPrintable(sentence));
    VERIFY_IN_TIME(outcome);
}

void TestTruth::listThatIsEmpty()
{
    EngineFixture fixture(3);
    const QStringList machines = idsOf(fixture.machines());
    once(fixture, "DELETE", u"/lease"_s, [&] { provoke(fixture, u"empty-list"_s, 0); });
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    QCOMPARE(outcome.verdict->unlistedMachines.size(), 3);
    QVERIFY(!outcome.verdict->contradicts());
    const QString sentence = Words::verdict(*outcome.verdict);
    QVERIFY2(sentence.startsWith(u"All is well: 3"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"Fly.io's list left these out"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(machines.first().left(4)), qPrintable(sentence));
    VERIFY_IN_TIME(outcome);
}

// The last machine comes up well, and nobody can see it do so until the run has given up.
void TestTruth::watcherThatIsRateLimited()
{
    EngineFixture fixture(1);
    const QString only = fixture.machines().first().id;
    const auto stage = std::make_shared<std::atomic<int>>(0);
    fixture.transport.setBefore([&fixture, only, stage](int, const HttpRequest &request) -> Answer {
        const QString path = request.url.path();
        if (request.method == "GET" && path.endsWith(only) && stage->load() == 0) {
            stage->store(1);
            provoke(fixture, u"reads-rate-limited"_s, 0);
        } else if (request.method == "DELETE" && path.endsWith(u"/lease"_s) && stage->load() == 1) {
            stage->store(2);
            clear(fixture);
        }
        return std::nullopt;
    });
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QCOMPARE(outcome.verdict->reportedBecause, u"rate-limited"_s);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    QVERIFY(outcome.verdict->contradicts());
    QCOMPARE(Words::verdict(*outcome.verdict),
        u"The run could no longer see the machines, but all is well: 1 machine(s) on v43 and healthy."_s);
    VERIFY_IN_TIME(outcome);
}

void TestTruth::watcherThatIsRateLimitedToTheEnd()
{
    EngineFixture fixture(1);
    const QString only = fixture.machines().first().id;
    once(fixture, "GET", only, [&] { provoke(fixture, u"reads-rate-limited"_s, 0); });
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(outcome.verdict->reality, Reality::Unknown);
    QVERIFY(!outcome.verdict->contradicts());
    const QString sentence = Words::verdict(*outcome.verdict);
    QVERIFY2(
        sentence.startsWith(u"The run could no longer see the machines"_s), qPrintable(sentence));
    VERIFY_IN_TIME(outcome);
}

// One look is limited, another is not: no reason to give up.
void TestTruth::detoursAroundARateLimit()
{
    EngineFixture fixture(3);
    const QStringList machines = idsOf(fixture.machines());
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    for (const QString &machine : machines)
        provoke(fixture,
            u"rate-limited"_s,
            0,
            {{u"method"_s, u"GET"_s}, {u"path"_s, QString(u"/machines/"_s + machine)}});
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
}

void TestTruth::failureAfterARollBackThatWorked()
{
    EngineFixture fixture(3);
    QCOMPARE(fixture.run(fixture.deployOf(EngineFixture::newImage)).ended->reported,
        Reported::Succeeded);
    const QString last = fixture.machines().last().id;
    const Result<DeployPlan> plan = fixture.plan(fixture.request(DeployKind::RollBack));
    QVERIFY(plan);
    // The last machine is rolled back, too, and the answer says that it is not.
    fixture.transport.setAfter([last](int, const HttpRequest &request) -> Answer {
        if (request.method == "POST" && request.url.path().endsWith(last))
            return HttpResponse{422,
                {{"content-type", "application/json"}},
                R"({"error":"failed to update machine: unknown"})"};
        return std::nullopt;
    });
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    QVERIFY(outcome.verdict->contradicts());
    QCOMPARE(Words::verdict(*outcome.verdict),
        u"The roll back reported a failure, but it worked: 3 machine(s) run v41 again and are healthy."_s);
    VERIFY_IN_TIME(outcome);
}

void TestTruth::releaseThatCannotBeClosed()
{
    EngineFixture fixture(2);
    QCOMPARE(fixture.run(fixture.deployOf(EngineFixture::newImage)).ended->reported,
        Reported::Succeeded);
    provoke(fixture, u"release-close-fails"_s, 0);
    const EngineFixture::Outcome outcome = fixture.run(fixture.request(DeployKind::RollBack));
    QCOMPARE(outcome.ended->reported, Reported::RolledBack);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    QVERIFY(!outcome.verdict->contradicts());
}

void TestTruth::addressThatDoesNotAnswer()
{
    EngineFixture fixture(2);
    int asked = 0;
    fixture.probe = [&asked](
                        const AppName &, const QList<MachineConfig> &configs, std::stop_token) {
        ++asked;
        ProbeResult result;
        result.address = u"https://grupo-gad.fly.dev/health"_s;
        result.problem = configs.isEmpty() ? ProbeResult::Problem::None
                                           : ProbeResult::Problem::CertificateExpired;
        return std::optional(result);
    };
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    QVERIFY(outcome.verdict->probe);
    QVERIFY(asked > 1); // the proxy may need a moment
    const QString sentence = Words::verdict(*outcome.verdict);
    QVERIFY2(sentence.contains(u"The certificate of the public address https://grupo-gad.fly.dev/"
                               "health is not valid at this time."_s),
        qPrintable(sentence));
    VERIFY_IN_TIME(outcome);
}

namespace {
// An app as they are: groups, machines that sleep, that stand by, with and without checks.
class AppMaker
{
public:
    explicit AppMaker(quint32 seed)
        : m_random(seed)
        , m_seed(seed)
    {
        static_cast<void>(EngineFixture::makeWorld(1, EngineFixture::Pace::Quick));
        QFile file(u":/scenarios/one.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no scenario");
        QByteArray text = file.readAll();
        text.replace("\"30s\"", "\"3s\"").replace("\"15s\"", "\"2s\"");
        m_root = QJsonDocument::fromJson(text).object();
        m_app = m_root.value("apps"_L1).toArray().at(0).toObject();
        strategy = static_cast<Strategy>(seed % 4);
        m_checked = strategy == Strategy::BlueGreen || m_random.bounded(3) > 0;
    }

    std::shared_ptr<SimWorld> world()
    {
        static const QStringList names{u"app"_s, u"worker"_s, u"cron"_s};
        const qsizetype groups = m_random.bounded(5) < 4 ? 1 : 2 + m_random.bounded(2);
        for (const QString &group : names.mid(0, groups))
            addGroup(group);
        addBehaviour();
        addDefinition(names.mid(0, groups));
        m_app.insert("machines"_L1, m_machines);
        m_root.insert("apps"_L1, QJsonArray{m_app});
        Result<SimWorld> made = SimWorld::fromScenario(
            QJsonDocument(m_root).toJson(), QDateTime(QDate(2026, 8, 20), QTime(14, 0), Qt::UTC));
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return std::make_shared<SimWorld>(std::move(*made));
    }

    Strategy strategy;

private:
    void addGroup(const QString &group)
    {
        const bool serves = group == "app"_L1;
        const int count = serves && m_seed % 50 == 0 ? 30 : 1 + m_random.bounded(serves ? 4 : 2);
        QString first;
        for (int i = 0; i < count; ++i) {
            const int dice = m_random.bounded(10);
            const QString state = i == 0 || dice < 7 ? u"started"_s
                : dice < 9                           ? u"stopped"_s
                                                     : u"suspended"_s;
            first = addMachine(group, serves, state, {});
        }
        if (!serves && m_random.bounded(2) == 0)
            addMachine(group, serves, u"stopped"_s, first);
    }

    QString addMachine(
        const QString &group, bool serves, const QString &state, const QString &standbyFor)
    {
        QJsonObject config = m_app.value("machineConfig"_L1).toObject();
        QJsonObject env = config.value("env"_L1).toObject();
        env.insert("FLY_PROCESS_GROUP"_L1, group);
        if (!serves)
            config.remove("services"_L1);
        else if (!m_checked)
            config.insert("services"_L1, withoutChecks(config.value("services"_L1).toArray()));
        if (!standbyFor.isEmpty()) {
            config.insert("standbys"_L1, QJsonArray{standbyFor});
            env.insert("FLY_STANDBY_FOR"_L1, standbyFor);
        }
        config.insert("env"_L1, env);
        const QString id = u"148e%1"_s.arg(
            qulonglong(m_random.generate64() & 0xffffffffffULL), 10, 16, QLatin1Char('0'));
        m_machines.append(QJsonObject{{u"id"_s, id},
            {u"region"_s, m_random.bounded(2) == 0 ? u"dfw"_s : u"gru"_s},
            {u"state"_s, state},
            {u"release"_s, 41},
            {u"group"_s, group},
            {u"config"_s, config},
            {u"createdSecondsAgo"_s, 3'456'000},
            {u"updatedSecondsAgo"_s, 100'800}});
        return id;
    }

    static QJsonArray withoutChecks(const QJsonArray &services)
    {
        QJsonArray bare;
        for (const QJsonValue &value : services) {
            QJsonObject service = value.toObject();
            service.remove("checks"_L1);
            bare.append(service);
        }
        return bare;
    }

    void addBehaviour()
    {
        QJsonObject behaviour = m_app.value("behaviour"_L1).toObject();
        const std::pair<QLatin1StringView, double> seconds[] = {{"pullSeconds"_L1, 2.0},
            {"cachedPullSeconds"_L1, 0.5},
            {"vmStartSeconds"_L1, 0.5},
            {"bootSeconds"_L1, 1.0},
            {"checkSeconds"_L1, 0.5},
            {"drainSeconds"_L1, 0.5}};
        for (const auto &[key, value] : seconds)
            behaviour.insert(key, value * (1 + m_random.bounded(3)));
        m_app.insert("behaviour"_L1, behaviour);
    }

    void addDefinition(const QStringList &groups)
    {
        QJsonArray releases;
        for (const QJsonValue &value : m_app.value("releases"_L1).toArray()) {
            QJsonObject release = value.toObject();
            QJsonObject definition = release.value("definition"_L1).toObject();
            QJsonObject deploy{{u"strategy"_s, strategyName(strategy)},
                {u"max_unavailable"_s, m_seed % 3 == 0 ? 1.0 : 0.33}};
            if (m_seed % 2 == 0)
                deploy.insert("release_command"_L1, u"alembic upgrade head"_s);
            definition.insert("deploy"_L1, deploy);
            QJsonObject service = definition.value("http_service"_L1).toObject();
            if (!m_checked)
                service.remove("checks"_L1);
            if (groups.size() > 1) {
                QJsonObject processes;
                for (const QString &group : groups)
                    processes.insert(group, QString(u"run "_s + group));
                definition.insert("processes"_L1, processes);
                service.insert("processes"_L1, QJsonArray{u"app"_s});
            }
            definition.insert("http_service"_L1, service);
            release.insert("definition"_L1, definition);
            releases.append(release);
        }
        m_app.insert("releases"_L1, releases);
    }

    QRandomGenerator m_random;
    const quint32 m_seed;
    QJsonObject m_root;
    QJsonObject m_app;
    QJsonArray m_machines;
    bool m_checked = true;
};

// "app started", once per machine.
QStringList shape(EngineFixture &fixture)
{
    QStringList lines;
    const SimTime now = fixture.transport.worldNow();
    const QList<SimMachineFacts> machines = fixture.transport.inspect(
        [now](SimWorld &world) { return world.machines(EngineFixture::app.value, now); });
    for (const SimMachineFacts &machine : machines) {
        if (machine.state == "destroying"_L1)
            continue;
        const QString state = machine.state == "suspended"_L1 ? u"stopped"_s : machine.state;
        lines.append(machine.group + u' ' + state);
    }
    lines.sort();
    return lines;
}
} // namespace

void TestTruth::cleanDeploysRaiseNoAlarm_data()
{
    QTest::addColumn<int>("first");
    for (int first = 0; first < 100; first += 25)
        QTest::addRow("%d to %d", first, first + 24) << first;
}

void TestTruth::cleanDeploysRaiseNoAlarm()
{
    QFETCH(int, first);
    QStringList alarms;
    for (int seed = first; seed < first + 25; ++seed) {
        AppMaker maker(static_cast<quint32>(seed));
        EngineFixture fixture(maker.world());
        const QStringList before = shape(fixture);
        const EngineFixture::Outcome outcome =
            fixture.run(fixture.deployOf(EngineFixture::newImage));
        const auto require = [&](bool holds, const QString &what) {
            if (!holds)
                alarms.append(u"%1 (%2, %3 machines): %4"_s.arg(QString::number(seed),
                    strategyName(maker.strategy),
                    QString::number(before.size()),
                    what));
        };
        if (!outcome.accepted || !outcome.ended || !outcome.verdict) {
            require(false, outcome.accepted ? u"no end"_s : outcome.accepted.error().detail);
            continue;
        }
        const Verdict &verdict = *outcome.verdict;
        const QString why = outcome.ended->error ? outcome.ended->error->detail : QString();
        require(outcome.ended->reported == Reported::Succeeded, u"failed: "_s + why);
        require(verdict.reality == Reality::AllNew, Words::verdict(verdict));
        require(Words::verdict(verdict).startsWith(u"All is well"_s), Words::verdict(verdict));
        require(shape(fixture) == before,
            u"was %1, is %2"_s.arg(before.join(u','), shape(fixture).join(u',')));
        fixture.clock.jump(14s);
        require(fixture.liveLeases() == 0, u"leases are left"_s);
    }
    QVERIFY2(alarms.isEmpty(), qPrintable(alarms.mid(0, 10).join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTruth)
#include "tst_truth.moc"
