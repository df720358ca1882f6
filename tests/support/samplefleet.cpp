#include "support/samplefleet.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QDateTime Sample::now()
{
    return QDateTime(QDate(2026, 8, 20), QTime(23, 8), Qt::UTC);
}

Machine Sample::machine(const QString &id, MachineState state, int passing)
{
    Machine machine;
    machine.id = MachineId(id);
    machine.name = u"misty-river"_s;
    machine.state = state;
    machine.rawState = machineStateToWire(state);
    machine.region = u"dfw"_s;
    machine.image = {
        u"registry.fly.io"_s, u"grupo-gad"_s, u"deployment-01J7ZZZZ"_s, u"sha256:aa"_s};
    machine.instanceId = u"01J7ZZZZ0000000000000000AA"_s;
    machine.updatedAt = now().addSecs(-86'400);
    machine.hostStatus = u"ok"_s;
    MachineConfig config;
    config.processGroup = u"app"_s;
    config.guest = u"shared-cpu-1x 512 MB"_s;
    config.metadata = {{u"fly_platform_version"_s, u"v2"_s}};
    machine.config = config;
    machine.checks = {{u"servicecheck-00-http-8000"_s,
        passing > 0 ? CheckStatus::Passing : CheckStatus::Critical,
        u"{\"status\":\"ok\"}"_s,
        now()}};
    return machine;
}

FleetApp Sample::app(const QString &name, int machines, FleetState state)
{
    FleetApp app;
    app.app.name = AppName(name);
    app.app.organization = u"acme"_s;
    app.app.status = u"deployed"_s;
    app.app.machineCount = machines;
    for (int number = 0; number < machines; ++number)
        app.machines.append(machine(u"148e%1d2f3"_s.arg(number, 5, 16, QLatin1Char('0'))));
    app.servingVersion = 41;
    app.state = state;
    app.fetchedAt = now().addSecs(-4);
    return app;
}

FleetServer Sample::server(bool ill)
{
    FleetServer row;
    row.loading = false;
    row.server.id = ServerId(u"01J9SERVER0000000000000000"_s);
    row.server.name = u"invex"_s;
    row.server.address.host = u"203.0.113.5"_s;
    row.server.address.user = u"deploy"_s;
    ServerFacts facts;
    facts.at = now().addSecs(-4);
    facts.hostName = u"invex-1"_s;
    facts.os = u"Debian GNU/Linux 12 (bookworm)"_s;
    facts.kernel = u"6.1.0-18-amd64"_s;
    facts.cpu = u"amd64"_s;
    facts.cpus = 4;
    facts.load = 0.42;
    facts.memoryTotal = 8'000'000'000;
    facts.memoryFree = 3'200'000'000;
    facts.upFor = std::chrono::hours(26);
    facts.user = u"deploy"_s;
    facts.docker = DockerState::Running;
    facts.dockerVersion = u"26.1.5"_s;
    facts.compose = ComposeKind::Plugin;
    facts.composeVersion = u"2.27.1"_s;
    facts.disks = {{u"/"_s, u"/"_s, 40'000'000'000, 12'000'000'000},
        {u"/var/lib/docker"_s, u"/var/lib/docker"_s, 100'000'000'000, 4'000'000'000}};
    facts.backups = {
        {u"/srv/backups"_s, true, u"chat-20260820.dump"_s, 5'400'000, now().addSecs(-7200)}};
    StackFacts chat;
    chat.project = u"chat"_s;
    chat.folder = u"/srv/chat"_s;
    chat.files = {u"/srv/chat/docker-compose.yml"_s};
    for (const QString &name : {u"backend"_s, u"db"_s, u"web"_s}) {
        ServiceFacts service;
        service.service = name;
        service.container = u"chat-%1-1"_s.arg(name);
        service.image = u"registry.example/%1:1.4.2"_s.arg(name);
        service.digest = u"sha256:9f2b7c1d44aa0e51b6"_s;
        service.imageId = u"sha256:77"_s;
        service.state = ContainerState::Running;
        service.stateText = u"running"_s;
        service.health = name == "web"_L1 ? ServiceHealth::None : ServiceHealth::Healthy;
        service.startedAt = now().addSecs(-90'000);
        chat.services.append(service);
    }
    chat.services[2].ports = {{u"0.0.0.0"_s, 443, 8443, u"tcp"_s}};
    if (ill) {
        chat.services[0].health = ServiceHealth::Unhealthy;
        chat.services[0].restarts = 7;
    }
    StackFacts old;
    old.folder = u"/srv/old"_s;
    old.files = {u"compose.yaml"_s};
    facts.stacks = {chat, old};
    row.facts = facts;
    return row;
}

FleetSnapshot Sample::fleet()
{
    FleetAccount account;
    account.id = AccountId(u"sandbox"_s);
    account.name = u"acme"_s;
    account.sandbox = true;
    account.loading = false;
    account.fetchedAt = now().addSecs(-4);
    account.apps = {app(u"grupo-gad"_s, 3, FleetState::Failed), app(u"sist-cabanas-mvp"_s, 1)};
    account.apps[1].machines[0].id = MachineId(u"3d8de0a1b2c3"_s);
    account.apps[1].machines[0].region = u"gru"_s;
    return {{account}, {}};
}

QList<DeploymentSummary> Sample::history()
{
    const auto row = [](int number, Reported reported, Reality reality, int ago, int took) {
        DeploymentSummary summary;
        summary.id = DeploymentId(u"01J8%1"_s.arg(number, 22, 10, QLatin1Char('0')));
        summary.app = AppName(u"grupo-gad"_s);
        summary.number = number;
        summary.startedAt = now().addSecs(-ago);
        summary.endedAt = summary.startedAt.addSecs(took);
        summary.reported = reported;
        summary.image = u"registry.fly.io/grupo-gad:deployment-01J8"_s;
        summary.releaseVersion = number - 16;
        summary.owner.program = u"atalaya"_s;
        Verdict verdict;
        verdict.reported = reported;
        verdict.reality = reality;
        verdict.oldVersion = number - 17;
        verdict.newVersion = number - 16;
        verdict.expectedMachines = verdict.foundMachines = 3;
        summary.verdict = verdict;
        return summary;
    };
    QList<DeploymentSummary> rows = {
        row(58, Reported::Failed, Reality::AllOld, 240, 91),
        row(57, Reported::Failed, Reality::AllOld, 7'200, 48),
        row(56, Reported::Succeeded, Reality::AllNew, 90'000, 185),
        row(55, Reported::RolledBack, Reality::AllOld, 400'000, 120),
    };
    rows[0].failedStep = Step::ReleaseCommand;
    rows[1].failedStep = Step::BuildStage;
    return rows;
}

DeployPlan Sample::retryPlan(bool production)
{
    DeployPlan plan;
    plan.kind = DeployKind::Retry;
    plan.app = AppName(u"grupo-gad"_s);
    plan.organization = u"acme"_s;
    plan.production = production;
    plan.deployment = history().first().id;
    plan.attempt = 2;
    plan.image = u"registry.fly.io/grupo-gad:deployment-01J8WQ4Z7Y"_s;
    plan.imageDigest = u"sha256:bb"_s;
    plan.configSource = u"release v42"_s;
    plan.releaseCommand = u"alembic upgrade head"_s;
    plan.runReleaseCommand = true;
    plan.currentVersion = 41;
    plan.failedVersion = 42;
    plan.risk = PlanRisk::None;
    plan.apiWrites = 14;
    plan.usualTotal = UsualDuration{110s, 180s, 5};
    plan.notices = {{PlanWarning::ConfigDrift, {u"fly.toml"_s}}};
    const auto add = [&plan](Phase phase,
                         Step step,
                         bool writes,
                         std::chrono::seconds usual,
                         const QString &lane = {}) {
        PlannedStep planned;
        planned.phase = phase;
        planned.step = step;
        planned.writes = writes;
        planned.lane = lane;
        planned.usual = UsualDuration{usual, usual * 2, 5};
        plan.steps.append(planned);
    };
    add(Phase::Preflight, Step::CheckPlan, false, 1s);
    add(Phase::Build, Step::ResolveImage, false, 1s);
    plan.steps.last().skipped = true;
    plan.steps.last().reason = PlanReason::ImageExists;
    plan.steps.last().reasonArgs = {plan.image};
    add(Phase::Migrate, Step::CreateRelease, true, 1s);
    add(Phase::Migrate, Step::AcquireLeases, true, 2s);
    add(Phase::Migrate, Step::ReleaseCommand, true, 10s);
    for (const Machine &existing : app(u"grupo-gad"_s).machines) {
        PlannedMachine machine;
        machine.id = existing.id;
        machine.region = existing.region;
        machine.group = u"app"_s;
        machine.stateNow = machine.stateBefore = MachineState::Started;
        machine.imageNow = existing.image.reference();
        plan.machines.append(machine);
        add(Phase::Update, Step::UpdateMachine, true, 28s, machine.id.value);
    }
    add(Phase::Verify, Step::VerifyReality, false, 2s);
    add(Phase::Cleanup, Step::ReleaseLeases, true, 1s);
    add(Phase::Cleanup, Step::CloseRelease, true, 1s);
    plan.surveyedAt = now();
    plan.surveyHash = u"s"_s;
    plan.hash = u"h"_s;
    return plan;
}

QList<LogLine> Sample::log(int lines)
{
    static const QStringList levels{u"info"_s, u"info"_s, u"warning"_s, u"error"_s};
    QList<LogLine> log;
    log.reserve(lines);
    for (int number = 0; number < lines; ++number) {
        LogLine line;
        line.at = now().addMSecs(number * 40);
        line.lane = u"148e%1"_s.arg(number % 3);
        line.level = levels.at(number % 4);
        line.text = u"line %1: INFO  [alembic.runtime.migration] Running upgrade"_s.arg(number);
        log.append(line);
    }
    return log;
}
