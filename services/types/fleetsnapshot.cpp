#include "types/fleetsnapshot.h"

namespace {
FleetState startedState(const Machine &machine)
{
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

FleetState machineFleetState(const Machine &machine)
{
    if (!machine.hostStatus.isEmpty() && machine.hostStatus != QLatin1String("ok"))
        return FleetState::Unknown;
    switch (machine.state) {
    case MachineState::Started:
        return startedState(machine);
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
