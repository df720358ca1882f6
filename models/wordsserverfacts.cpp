#include "models/format.h"
#include "models/words.h"
#include "models/wordsservers.h"
#include "types/fleetsnapshot.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::seconds serverClockTolerated{5};

struct ServerFactsText
{
    Q_DECLARE_TR_FUNCTIONS(Servers)
};

QString healthSuffix(const ServiceFacts &service)
{
    return service.health == ServiceHealth::None ? QString() : WordsServers::health(service.health);
}
} // namespace

QString WordsServers::docker(const ServerFacts &facts)
{
    switch (facts.docker) {
    case DockerState::Absent:
        return ServerFactsText::tr("Docker is not installed there.");
    case DockerState::NoPermission:
        return ServerFactsText::tr("%1 may not use Docker there: put that user into the group "
                                   "docker, or connect as another one.")
            .arg(facts.user);
    case DockerState::NotRunning:
        return ServerFactsText::tr("Docker is installed there, but does not run.");
    case DockerState::Running:
        return ServerFactsText::tr("Docker %1").arg(facts.dockerVersion);
    case DockerState::Unknown:
        break;
    }
    return facts.dockerText.isEmpty()
        ? ServerFactsText::tr("Docker did not answer.")
        : ServerFactsText::tr("Docker answered: %1").arg(facts.dockerText);
}

QString WordsServers::compose(const ServerFacts &facts)
{
    switch (facts.compose) {
    case ComposeKind::Absent:
        return ServerFactsText::tr("Docker Compose is not installed there.");
    case ComposeKind::Legacy:
        return ServerFactsText::tr("Docker Compose %1 is too old: install version 2.")
            .arg(facts.composeVersion);
    case ComposeKind::Plugin:
    case ComposeKind::Standalone:
        break;
    }
    return ServerFactsText::tr("Docker Compose %1").arg(facts.composeVersion);
}

QString WordsServers::clock(const ServerFacts &facts)
{
    using std::chrono::milliseconds;
    const milliseconds off = std::chrono::abs(facts.clockAhead);
    if (off <= serverClockTolerated + facts.clockUncertainty)
        return {};
    const QString much = Format::duration(std::chrono::round<std::chrono::seconds>(off));
    return facts.clockAhead.count() > 0
        ? ServerFactsText::tr("Its clock is %1 ahead of that of this computer.").arg(much)
        : ServerFactsText::tr("Its clock is %1 behind that of this computer.").arg(much);
}

QString WordsServers::system(const ServerFacts &facts)
{
    return ServerFactsText::tr("%1, kernel %2, %3, %Ln CPU(s)", nullptr, facts.cpus)
        .arg(facts.os, facts.kernel, facts.cpu);
}

QString WordsServers::load(const ServerFacts &facts)
{
    return ServerFactsText::tr("Up for %1, load %2")
        .arg(Format::duration(facts.upFor), QLocale().toString(facts.load, 'f', 2));
}

QString WordsServers::memory(const ServerFacts &facts)
{
    return ServerFactsText::tr("Memory: %1 of %2 free")
        .arg(Format::bytes(facts.memoryFree), Format::bytes(facts.memoryTotal));
}

QString WordsServers::disk(const DiskFacts &disk)
{
    return ServerFactsText::tr("Disk of %1: %2 of %3 free")
        .arg(disk.path, Format::bytes(disk.free), Format::bytes(disk.size));
}

QString WordsServers::health(ServiceHealth health)
{
    switch (health) {
    case ServiceHealth::None:
        return ServerFactsText::tr("no health check");
    case ServiceHealth::Starting:
        return ServerFactsText::tr("starting", "health of a service");
    case ServiceHealth::Healthy:
        return ServerFactsText::tr("healthy", "health of a service");
    case ServiceHealth::Unhealthy:
        return ServerFactsText::tr("unhealthy", "health of a service");
    case ServiceHealth::Unknown:
        break;
    }
    return ServerFactsText::tr("health unknown");
}

QString WordsServers::state(const ServiceFacts &service)
{
    switch (service.state) {
    case ContainerState::Created:
        return ServerFactsText::tr("created", "state of a container");
    case ContainerState::Running:
        return ServerFactsText::tr("running", "state of a container");
    case ContainerState::Paused:
        return ServerFactsText::tr("paused", "state of a container");
    case ContainerState::Restarting:
        return ServerFactsText::tr("restarting", "state of a container");
    case ContainerState::Removing:
        return ServerFactsText::tr("being removed", "state of a container");
    case ContainerState::Exited:
        return service.outOfMemory
            ? ServerFactsText::tr("ended: out of memory", "state of a container")
            : ServerFactsText::tr("ended with code %1", "state of a container")
                  .arg(service.exitCode);
    case ContainerState::Dead:
        return ServerFactsText::tr("dead", "state of a container");
    case ContainerState::Unknown:
        break;
    }
    return service.stateText;
}

QString WordsServers::serviceName(const ServiceFacts &service)
{
    return service.number > 1
        ? ServerFactsText::tr("%1 (%2)", "service and number of its container")
              .arg(service.service)
              .arg(service.number)
        : service.service;
}

QStringList WordsServers::ports(const ServiceFacts &service)
{
    QStringList texts;
    for (const PublishedPort &port : service.ports)
        texts.append(u"%1:%2→%3/%4"_s.arg(port.address)
                         .arg(port.port)
                         .arg(port.containerPort)
                         .arg(port.protocol));
    return texts;
}

QString WordsServers::service(const ServiceFacts &service)
{
    QStringList parts{serviceName(service), service.image, state(service), healthSuffix(service)};
    if (service.restarts > 0)
        parts.append(ServerFactsText::tr("%Ln restart(s)", nullptr, service.restarts));
    parts.append(ports(service).join(u' '));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString WordsServers::stack(const StackFacts &stack)
{
    if (stack.project.isEmpty())
        return ServerFactsText::tr("%1: nothing of it runs").arg(stack.folder);
    return stack.folder.isEmpty()
        ? stack.project
        : ServerFactsText::tr("%1 in %2", "stack, folder").arg(stack.project, stack.folder);
}

QString WordsServers::lock(const StackLock &lock)
{
    if (!lock.held)
        return ServerFactsText::tr("A run that ended without its last word has left a lock.");
    return lock.owner.isEmpty()
        ? ServerFactsText::tr("Locked: somebody deploys it now.")
        : ServerFactsText::tr("Locked: %1 deploys it, since %2.", "who, date and time")
              .arg(lock.owner, Format::dateTime(lock.since));
}

QString WordsServers::backup(const BackupFacts &backup, const QDateTime &now)
{
    if (!backup.exists)
        return ServerFactsText::tr("Backups: the folder %1 is not there.").arg(backup.folder);
    if (backup.newest.isEmpty())
        return ServerFactsText::tr("Backups in %1: none that is not empty.").arg(backup.folder);
    return ServerFactsText::tr("Backups in %1: the last one is %2 (%3), %4.")
        .arg(backup.folder, backup.newest, Format::bytes(backup.size), Format::age(backup.at, now));
}

QString WordsServers::serverState(const FleetServer &server)
{
    if (server.connecting)
        return ServerFactsText::tr("connecting");
    if (server.error) {
        const QString brief = WordsServers::brief(*server.error);
        return brief.isEmpty() ? Words::accountError(*server.error) : brief;
    }
    if (server.loading)
        return ServerFactsText::tr("loading", "a server");
    if (!server.facts || serverFleetState(server) == FleetState::Healthy)
        return {};
    switch (server.facts->docker) {
    case DockerState::Running:
        return ServerFactsText::tr("no Compose v2");
    case DockerState::Absent:
        return ServerFactsText::tr("no Docker");
    case DockerState::NoPermission:
        return ServerFactsText::tr("no access to Docker");
    case DockerState::NotRunning:
    case DockerState::Unknown:
        break;
    }
    return ServerFactsText::tr("Docker does not run");
}

QString WordsServers::stackState(const StackFacts &stack, FleetState state)
{
    if (stack.lock && stack.lock->held)
        return ServerFactsText::tr("being deployed");
    if (state == FleetState::Waiting)
        return ServerFactsText::tr("not running", "a stack");
    return Words::fleetState(state);
}

QString WordsServers::serviceState(const ServiceFacts &service)
{
    const bool tells = service.state == ContainerState::Running
        && service.health != ServiceHealth::None && service.health != ServiceHealth::Unknown;
    return tells ? health(service.health) : state(service);
}

QString WordsServers::trouble(const FleetServer &server)
{
    if (!server.error)
        return {};
    const QString told = problem(*server.error, server.server.name);
    return told.isEmpty() ? Words::error(*server.error) : told;
}

QString WordsServers::sentence(const FleetServer &server)
{
    if (server.connecting)
        return ServerFactsText::tr("Connecting…");
    if (server.error)
        return ServerFactsText::tr("Not connected: %1.").arg(serverState(server));
    if (!server.facts)
        return ServerFactsText::tr("Looking at the server…");
    const ServerFacts &facts = *server.facts;
    if (serverFleetState(server) != FleetState::Healthy)
        return facts.docker == DockerState::Running ? compose(facts) : docker(facts);
    int ill = 0;
    for (const StackFacts &stack : facts.stacks) {
        const FleetState state = stackFleetState(stack);
        ill += state == FleetState::Failed || state == FleetState::Degraded ? 1 : 0;
    }
    if (ill > 0)
        return ServerFactsText::tr("%Ln of its stacks is not well.", nullptr, ill);
    return facts.stacks.isEmpty() ? ServerFactsText::tr("It is reachable. It has no stacks.")
                                  : ServerFactsText::tr("It is reachable.");
}

QString WordsServers::sentence(const StackFacts &stack)
{
    if (stack.lock && stack.lock->held)
        return lock(*stack.lock);
    int ill = 0;
    int good = 0;
    for (const ServiceFacts &service : stack.services) {
        const FleetState state = serviceFleetState(service);
        if (service.oneOff || state == FleetState::Waiting)
            continue;
        const bool bad = state == FleetState::Failed || state == FleetState::Degraded;
        ill += bad ? 1 : 0;
        good += bad ? 0 : 1;
    }
    if (ill > 0)
        return ServerFactsText::tr("%Ln of its services is not well.", nullptr, ill);
    return good > 0 ? ServerFactsText::tr("All of its services run.")
                    : ServerFactsText::tr("Nothing of it runs.");
}
