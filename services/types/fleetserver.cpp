#include "types/fleetserver.h"

#include "types/fleetsnapshot.h"

#include <algorithm>

namespace {
// A service that does its work and is gone, and went well.
bool isDone(const ServiceFacts &service)
{
    return service.state == ContainerState::Exited && service.exitCode == 0 && !service.outOfMemory;
}

FleetState runningState(ServiceHealth health)
{
    switch (health) {
    case ServiceHealth::None:
    case ServiceHealth::Healthy:
        return FleetState::Healthy;
    case ServiceHealth::Starting:
        return FleetState::Running;
    case ServiceHealth::Unhealthy:
        return FleetState::Failed;
    case ServiceHealth::Unknown:
        break;
    }
    return FleetState::Unknown;
}
} // namespace

const StackFacts *FleetServer::stack(const QString &key) const
{
    if (!facts)
        return nullptr;
    const auto found = std::ranges::find(facts->stacks, key, stackKey);
    return found == facts->stacks.cend() ? nullptr : &*found;
}

QString stackKey(const StackFacts &stack)
{
    return stack.project.isEmpty() ? stack.folder : stack.project;
}

FleetState serviceFleetState(const ServiceFacts &service)
{
    switch (service.state) {
    case ContainerState::Running:
        return runningState(service.health);
    case ContainerState::Created:
    case ContainerState::Paused:
        return FleetState::Waiting;
    case ContainerState::Removing:
        return FleetState::Running;
    case ContainerState::Restarting: // on purpose it takes a moment, again and again it is a crash
        return FleetState::Degraded;
    case ContainerState::Exited:
        return isDone(service) ? FleetState::Waiting : FleetState::Failed;
    case ContainerState::Dead:
        return FleetState::Failed;
    case ContainerState::Unknown:
        break;
    }
    return FleetState::Unknown;
}

FleetState stackFleetState(const StackFacts &stack)
{
    if (stack.lock && stack.lock->held)
        return FleetState::Running;
    int good = 0;
    int bad = 0;
    int busy = 0;
    int unknown = 0;
    for (const ServiceFacts &service : stack.services) {
        if (service.oneOff || isDone(service))
            continue;
        const FleetState state = serviceFleetState(service);
        good += state == FleetState::Healthy ? 1 : 0;
        bad += state == FleetState::Failed || state == FleetState::Degraded ? 1 : 0;
        busy += state == FleetState::Running ? 1 : 0;
        unknown += state == FleetState::Unknown ? 1 : 0;
    }
    if (bad > 0)
        return good + busy > 0 ? FleetState::Degraded : FleetState::Failed;
    if (unknown > 0)
        return FleetState::Unknown;
    if (busy > 0)
        return FleetState::Running;
    return good > 0 ? FleetState::Healthy : FleetState::Waiting;
}

FleetState serverFleetState(const FleetServer &server)
{
    if (server.connecting || (server.loading && !server.error))
        return FleetState::Waiting;
    if (server.error)
        return FleetState::Degraded;
    if (!server.facts)
        return FleetState::Unknown;
    const bool works = server.facts->docker == DockerState::Running
        && (server.facts->compose == ComposeKind::Plugin
            || server.facts->compose == ComposeKind::Standalone);
    return works ? FleetState::Healthy : FleetState::Degraded;
}

ServerFacts withoutAges(ServerFacts facts)
{
    facts.at = {};
    facts.load = 0;
    facts.memoryFree = 0;
    facts.upFor = {};
    facts.clockAhead = facts.clockUncertainty = {};
    for (DiskFacts &disk : facts.disks)
        disk.free = 0;
    return facts;
}

FleetServer withoutAges(FleetServer server)
{
    if (server.facts)
        server.facts = withoutAges(std::move(*server.facts));
    return server;
}
