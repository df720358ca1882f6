#include "support/enginefixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

MatrixSize matrixSize()
{
    const QString wanted = qEnvironmentVariable("ATALAYA_MATRIX");
    return wanted == "small"_L1 ? MatrixSize::Small
        : wanted == "full"_L1   ? MatrixSize::Full
                                : MatrixSize::Normal;
}

const AppName EngineFixture::app{u"grupo-gad"_s};
const QString EngineFixture::newImage =
    u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s;
const QString EngineFixture::oldImage =
    u"registry.fly.io/grupo-gad:deployment-01J8TN3DKF6Y0H8P2C5RXVQM7A"_s;

namespace {
const QDateTime worldStart(QDate(2026, 8, 20), QTime(14, 0), Qt::UTC);

} // namespace

std::shared_ptr<SimWorld> EngineFixture::makeWorld(
    int machines, EngineFixture::Pace pace, const Change &change, std::chrono::seconds ahead)
{
    const bool quick = pace == EngineFixture::Pace::Quick;
    static const QByteArray scenario = [] {
        static_cast<void>(SimWorld::fromScenarioName(u"one"_s, worldStart)); // loads the resource
        QFile file(u":/scenarios/one.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no scenario");
        return file.readAll();
    }();
    QByteArray text = scenario;
    if (quick)
        text.replace("\"30s\"", "\"3s\"").replace("\"15s\"", "\"2s\"");
    QJsonObject root = QJsonDocument::fromJson(text).object();
    QJsonArray apps = root.value("apps"_L1).toArray();
    QJsonObject first = apps.at(0).toObject();
    QJsonArray list = first.value("machines"_L1).toArray();
    QJsonObject kind = list.at(0).toObject();
    kind.insert("count"_L1, machines);
    list[0] = kind;
    first.insert("machines"_L1, list);
    QJsonObject behaviour = first.value("behaviour"_L1).toObject();
    const std::pair<QLatin1StringView, double> seconds[] = {{"pullSeconds"_L1, 2.0},
        {"cachedPullSeconds"_L1, 0.5},
        {"vmStartSeconds"_L1, 0.5},
        {"bootSeconds"_L1, 1.0},
        {"checkSeconds"_L1, 0.5},
        {"drainSeconds"_L1, 0.5}};
    for (const auto &[key, value] : seconds) {
        if (quick)
            behaviour.insert(key, value);
    }
    QJsonObject command = behaviour.value("releaseCommand"_L1).toObject();
    if (quick) {
        command.insert("seconds"_L1, 2);
        command.insert("failedSeconds"_L1, 2);
    }
    behaviour.insert("releaseCommand"_L1, command);
    first.insert("behaviour"_L1, behaviour);
    if (change)
        change(first);
    apps[0] = first;
    root.insert("apps"_L1, apps);
    Result<SimWorld> world =
        SimWorld::fromScenario(QJsonDocument(root).toJson(), worldStart.addSecs(ahead.count()));
    if (!world)
        qFatal("%s", qPrintable(world.error().detail));
    return std::make_shared<SimWorld>(std::move(*world));
}

FlyEndpoints EngineFixture::endpoints()
{
    FlyEndpoints ends;
    ends.account = AccountId(u"test"_s);
    ends.machines = ends.web = ends.releases = QUrl(u"http://127.0.0.1:1"_s);
    ends.token = Secret(QByteArray("fo1_sandbox_full"));
    ends.sandbox = true;
    return ends;
}

int EngineFixture::Outcome::count(size_t kind) const
{
    return static_cast<int>(std::count_if(events.cbegin(),
        events.cend(),
        [kind](const DeployEvent &event) { return event.body.index() == kind; }));
}

EngineFixture::EngineFixture(
    int machines, Pace pace, const Change &change, std::chrono::seconds ahead)
    : EngineFixture(makeWorld(machines, pace, change, ahead))
{
}

EngineFixture::EngineFixture(std::shared_ptr<SimWorld> made)
    : clock(worldStart)
    , world(std::move(made))
    , transport(world, clock)
    , budget(clock)
    , fly(endpoints(), transport, budget, clock)
{
}

EngineFixture::~EngineFixture() = default;

PlanRequest EngineFixture::request(DeployKind kind) const
{
    PlanRequest request;
    request.kind = kind;
    request.app = app;
    return request;
}

PlanRequest EngineFixture::deployOf(const QString &image) const
{
    PlanRequest request;
    request.app = app;
    request.image = image;
    return request;
}

Result<DeployPlan> EngineFixture::plan(const PlanRequest &request)
{
    const ClockParticipant participant(clock);
    const Result<PreparedPlan> prepared = surveyAndPlan(fly, journal, clock, request, true, {});
    if (!prepared)
        return failure(prepared.error());
    return prepared->plan;
}

EngineParts EngineFixture::parts()
{
    EngineParts engine;
    engine.fly = &fly;
    engine.journal = &journal;
    engine.clock = &clock;
    engine.diagnose = diagnose;
    engine.probe = probe;
    engine.identity = {u"here"_s, u"boot"_s, 4711, u"test"_s};
    engine.eventSink = [this](const DeployEvent &event) {
        const std::lock_guard lock(m_mutex);
        m_events.append(event);
    };
    return engine;
}

EngineParts EngineFixture::otherConsole(MemoryJournal &its)
{
    EngineParts engine;
    engine.fly = &fly;
    engine.journal = &its;
    engine.clock = &clock;
    engine.identity = {u"there"_s, u"boot"_s, 1, u"test"_s};
    return engine;
}

EngineFixture::Outcome EngineFixture::collect(DeployEngine &engine, const DeployPlan &plan)
{
    Outcome outcome;
    {
        const std::lock_guard lock(m_mutex);
        m_events.clear();
        m_engine = &engine;
    }
    const Pending<DeploymentId> accepted = engine.start(plan);
    engine.join();
    const std::lock_guard lock(m_mutex);
    m_engine = nullptr;
    {
        const std::lock_guard answer(accepted.shared()->mutex);
        outcome.accepted = accepted.shared()->answer.value_or(
            failure(Error::Kind::Internal, u"the engine never said whether it accepts"_s));
    }
    outcome.events = m_events;
    for (const DeployEvent &event : std::as_const(outcome.events)) {
        if (outcome.accepted && event.deployment != *outcome.accepted)
            continue;
        if (const auto *ended = std::get_if<events::AttemptEnded>(&event.body))
            outcome.ended = *ended;
        if (const auto *verdict = std::get_if<events::VerdictReached>(&event.body))
            outcome.verdict = verdict->verdict;
    }
    return outcome;
}

EngineFixture::Outcome EngineFixture::run(const DeployPlan &plan)
{
    DeployEngine engine(parts());
    return collect(engine, plan);
}

EngineFixture::Outcome EngineFixture::run(const PlanRequest &request)
{
    const Result<DeployPlan> planned = plan(request);
    if (planned)
        return run(*planned);
    Outcome outcome;
    outcome.accepted = failure(planned.error());
    return outcome;
}

EngineFixture::Outcome EngineFixture::runAndKill(const DeployPlan &plan, int request)
{
    const int last = transport.requestCount() + request;
    transport.setBefore(
        [this, last](int index, const HttpRequest &) -> std::optional<Result<HttpResponse>> {
            if (index < last && !m_dead)
                return std::nullopt;
            m_dead = true;
            journal.refuseAll();
            cancelRun();
            return failure(Error::Kind::Cancelled, u"killed"_s);
        });
    DeployEngine engine(parts());
    return collect(engine, plan);
}

void EngineFixture::revive()
{
    m_dead = false;
    transport.setBefore({});
    journal.heal();
}

void EngineFixture::cancelRun()
{
    const std::lock_guard lock(m_mutex);
    if (m_engine)
        m_engine->cancel();
}

QList<SimMachineFacts> EngineFixture::machines()
{
    return machinesOf(u"app"_s);
}

QList<SimMachineFacts> EngineFixture::machinesOf(const QString &group)
{
    const SimTime now = transport.worldNow();
    QList<SimMachineFacts> facts =
        transport.inspect([now](SimWorld &seen) { return seen.machines(app.value, now); });
    facts.removeIf([&group](const SimMachineFacts &machine) {
        return group.isEmpty() ? machine.group.startsWith("fly_app_"_L1) : machine.group != group;
    });
    return facts;
}

EngineFixture::Change EngineFixture::mixed()
{
    return [](QJsonObject &first) {
        const QJsonObject machine = first.value("machines"_L1).toArray().at(0).toObject();
        QJsonObject worker = first.value("machineConfig"_L1).toObject();
        worker.remove("services"_L1);
        QJsonObject env = worker.value("env"_L1).toObject();
        env.insert("FLY_PROCESS_GROUP"_L1, u"worker"_s);
        worker.insert("env"_L1, env);
        worker.insert("init"_L1, QJsonObject{{u"cmd"_s, QJsonArray{u"work"_s}}});
        QJsonObject standby = worker;
        standby.insert("standbys"_L1, QJsonArray{u"148e0000000001"_s});
        env.insert("FLY_STANDBY_FOR"_L1, u"148e0000000001"_s);
        standby.insert("env"_L1, env);
        QJsonArray list;
        const auto add = [&](const QString &group,
                             const QString &state,
                             int count,
                             const QJsonObject &config = {}) {
            QJsonObject kind = machine;
            kind.insert("group"_L1, group);
            kind.insert("state"_L1, state);
            kind.insert("count"_L1, count);
            if (!config.isEmpty())
                kind.insert("config"_L1, config);
            list.append(kind);
        };
        add(u"app"_s, u"started"_s, 4);
        add(u"app"_s, u"stopped"_s, 2);
        add(u"app"_s, u"suspended"_s, 1);
        add(u"worker"_s, u"started"_s, 3, worker);
        add(u"worker"_s, u"stopped"_s, 1, worker);
        add(u"worker"_s, u"stopped"_s, 1, standby);
        first.insert("machines"_L1, list);
        QJsonArray releases = first.value("releases"_L1).toArray();
        for (qsizetype i = 0; i < releases.size(); ++i) {
            QJsonObject release = releases.at(i).toObject();
            QJsonObject definition = release.value("definition"_L1).toObject();
            definition.insert(
                "processes"_L1, QJsonObject{{u"app"_s, u""_s}, {u"worker"_s, u"work"_s}});
            QJsonObject service = definition.value("http_service"_L1).toObject();
            service.insert("processes"_L1, QJsonArray{u"app"_s});
            definition.insert("http_service"_L1, service);
            // For both groups, as the machines have it.
            QJsonArray restart;
            for (QJsonValue entry : definition.value("restart"_L1).toArray()) {
                QJsonObject policy = entry.toObject();
                policy.insert("processes"_L1, QJsonArray{u"app"_s, u"worker"_s});
                restart.append(policy);
            }
            definition.insert("restart"_L1, restart);
            release.insert("definition"_L1, definition);
            releases[i] = release;
        }
        first.insert("releases"_L1, releases);
    };
}

int EngineFixture::allMachines()
{
    const SimTime now = transport.worldNow();
    return static_cast<int>(
        transport.inspect([now](SimWorld &seen) { return seen.machines(app.value, now).size(); }));
}

int EngineFixture::liveLeases()
{
    const SimTime now = transport.worldNow();
    return transport.inspect([now](SimWorld &seen) { return seen.liveLeases(now); });
}

QString EngineFixture::releaseStatus(int version)
{
    return transport.inspect(
        [version](SimWorld &seen) { return seen.releaseStatus(app.value, version); });
}

int EngineFixture::releaseRuns()
{
    return transport.inspect([](SimWorld &seen) { return seen.releaseCommandRuns(); });
}

void EngineFixture::provoke(
    const QString &fault, const QString &machine, const QJsonObject &options)
{
    SimFault value;
    value.name = fault;
    value.app = app.value;
    value.machine = machine;
    value.options = options;
    const Result<void> done =
        transport.inspect([&value](SimWorld &seen) { return seen.provoke(value); });
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
}
