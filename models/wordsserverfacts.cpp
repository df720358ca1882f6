#include "models/format.h"
#include "models/wordsservers.h"

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

QString WordsServers::service(const ServiceFacts &service)
{
    QStringList parts{service.number > 1
            ? ServerFactsText::tr("%1 (%2)", "service and number of its container")
                  .arg(service.service)
                  .arg(service.number)
            : service.service,
        service.image,
        state(service),
        healthSuffix(service)};
    if (service.restarts > 0)
        parts.append(ServerFactsText::tr("%Ln restart(s)", nullptr, service.restarts));
    QStringList ports;
    for (const PublishedPort &port : service.ports)
        ports.append(u"%1:%2→%3/%4"_s.arg(port.address)
                         .arg(port.port)
                         .arg(port.containerPort)
                         .arg(port.protocol));
    parts.append(ports.join(u' '));
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
