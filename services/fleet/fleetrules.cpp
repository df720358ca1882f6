#include "fleet/fleetrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
FleetState stateOfMachines(const QList<Machine> &machines, const QDateTime &seenAt)
{
    if (machines.isEmpty())
        return FleetState::Unknown;
    bool someRuns = false;
    for (const Machine &machine : machines) {
        const FleetState state = machineFleetState(machine, seenAt);
        if (state == FleetState::Failed || state == FleetState::Degraded
            || state == FleetState::Unknown)
            return FleetState::Degraded;
        someRuns = someRuns || state != FleetState::Waiting;
    }
    return someRuns ? FleetState::Healthy : FleetState::Waiting;
}

FleetAccount withoutAges(FleetAccount account)
{
    account.fetchedAt = {};
    for (FleetApp &app : account.apps)
        app.fetchedAt = {};
    return account;
}
} // namespace

FleetState appFleetState(const FleetApp &app)
{
    if (!app.fetchedAt.isValid())
        return FleetState::Unknown;
    if (app.currentRelease) {
        switch (app.currentRelease->status) {
        case ReleaseStatus::Pending:
        case ReleaseStatus::Running:
            return FleetState::Running;
        case ReleaseStatus::Failed:
        case ReleaseStatus::Interrupted:
            return FleetState::Failed;
        case ReleaseStatus::Complete:
        case ReleaseStatus::Unknown:
            break;
        }
    }
    return stateOfMachines(app.machines, app.fetchedAt);
}

int servingVersionOf(const QList<Machine> &machines)
{
    const bool someRun = std::ranges::any_of(
        machines, [](const Machine &machine) { return machine.state == MachineState::Started; });
    int version = 0;
    for (const Machine &machine : machines) {
        if (!machine.isLaunchMachine() || (someRun && machine.state != MachineState::Started))
            continue;
        const std::optional<MachineConfig> &known =
            machine.config ? machine.config : machine.incompleteConfig;
        const int own = known->metadata.value(u"fly_release_version"_s).toInt();
        if (own == 0 || (version != 0 && own != version))
            return 0;
        version = own;
    }
    return version;
}

bool sameButAges(const FleetAccount &a, const FleetAccount &b)
{
    return withoutAges(a) == withoutAges(b);
}
