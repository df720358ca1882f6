#include "types/fleetsnapshot.h"

#include <algorithm>

namespace {
// Grace, then one check: nobody can say before whether the machine is well.
bool isInGrace(const Machine &machine, const QDateTime &seenAt)
{
    if (!seenAt.isValid() || !machine.config)
        return false;
    std::chrono::milliseconds needed{0};
    for (const CheckTimes &check : machine.config->checks)
        needed = std::max(needed, check.grace + check.interval + check.timeout);
    for (const MachineEvent &event : machine.events) { // newest first
        if (event.type == QLatin1String("exit"))
            return false;
        if (event.type == QLatin1String("start"))
            return event.at.isValid() && event.at.msecsTo(seenAt) < needed.count();
    }
    return false;
}

FleetState startedState(const Machine &machine, const QDateTime &seenAt)
{
    const auto passes = [](const HealthCheck &check) {
        return check.status == CheckStatus::Passing;
    };
    // As an organisation's list tells it (fly-io.md 2.2): without its checks.
    if (!machine.config && machine.incompleteConfig)
        return FleetState::Started;
    if (!std::ranges::all_of(machine.checks, passes) && isInGrace(machine, seenAt))
        return FleetState::Running;
    FleetState state = FleetState::Healthy;
    for (const HealthCheck &check : machine.checks) {
        if (check.status == CheckStatus::Critical)
            return FleetState::Failed;
        if (check.status != CheckStatus::Passing)
            state = FleetState::Degraded;
    }
    // A machine with checks tells none in its first moments.
    if (machine.checks.isEmpty() && machine.config && !machine.config->checks.isEmpty())
        return FleetState::Running;
    return state;
}
} // namespace

QDateTime FleetApp::toldAt() const
{
    return !fetchedAt.isValid() || listedAt > fetchedAt ? listedAt : fetchedAt;
}

FleetApp withoutAges(FleetApp app)
{
    app.fetchedAt = app.listedAt = app.releaseAt = {};
    app.platformAhead = {};
    return app;
}

FleetAccount withoutAges(FleetAccount account)
{
    account.fetchedAt = {};
    account.platformAhead = {}; // told in whole seconds: it wavers
    return account;
}

FleetState machineFleetState(const Machine &machine, const QDateTime &seenAt)
{
    if (!machine.hostStatus.isEmpty() && machine.hostStatus != QLatin1String("ok"))
        return FleetState::Unknown;
    switch (machine.state) {
    case MachineState::Started:
        return startedState(machine, seenAt);
    case MachineState::Creating:
    case MachineState::Starting:
    case MachineState::Stopping:
    case MachineState::Restarting:
    case MachineState::Suspending:
    case MachineState::Updating:
    case MachineState::Replacing:
    case MachineState::Destroying:
        return FleetState::Running;
    case MachineState::Created:
    case MachineState::Stopped:
    case MachineState::Suspended:
        return FleetState::Waiting;
    case MachineState::Failed:
    case MachineState::LaunchFailed:
        return FleetState::Failed;
    case MachineState::Replaced:
    case MachineState::Migrated:
    case MachineState::Destroyed:
    case MachineState::Unknown:
        return FleetState::Unknown;
    }
    return FleetState::Unknown;
}
