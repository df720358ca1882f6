#include "fleet/fleetrules.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
// A release command may take minutes, an update of many machines goes from sign to sign.
constexpr qint64 secondsOfSilence = 15 * 60;

// The release of a deploy that died stays open on the platform for ever. One is believed while
// something happened lately, or somebody holds a machine.
bool isAtWork(const FleetApp &app)
{
    QDateTime lastSign = app.currentRelease->createdAt;
    if (!lastSign.isValid())
        return true;
    const QDateTime seenAt = app.seenAt();
    for (const Machine &machine : app.machines) {
        const bool held = machine.lease && machine.lease->expiresAt > seenAt;
        if (held || machineFleetState(machine, seenAt) == FleetState::Running)
            return true;
        if (machine.updatedAt.isValid())
            lastSign = std::max(lastSign, machine.updatedAt);
    }
    const QDateTime toldAt = app.toldAt().addMSecs(app.platformAhead.count());
    return lastSign.secsTo(toldAt) < secondsOfSilence;
}

FleetState stateOfMachines(const QList<Machine> &machines, const QDateTime &seenAt)
{
    if (machines.isEmpty())
        return FleetState::Unknown;
    bool someRuns = false;
    bool someUnseen = false;
    for (const Machine &machine : machines) {
        const FleetState state = machineFleetState(machine, seenAt);
        someUnseen = someUnseen || state == FleetState::Started;
        if (state == FleetState::Failed || state == FleetState::Degraded
            || state == FleetState::Unknown)
            return FleetState::Degraded;
        someRuns = someRuns || state != FleetState::Waiting;
    }
    if (someUnseen)
        return FleetState::Started;
    return someRuns ? FleetState::Healthy : FleetState::Waiting;
}

// Of the releases that the machines say they run; 0: one does not say. Those that run count, and
// all of them where none does.
QSet<int> versionsOf(const QList<Machine> &machines)
{
    const bool someRun = std::ranges::any_of(
        machines, [](const Machine &machine) { return machine.state == MachineState::Started; });
    QSet<int> versions;
    for (const Machine &machine : machines) {
        if (!machine.isLaunchMachine() || (someRun && machine.state != MachineState::Started))
            continue;
        const std::optional<MachineConfig> &known =
            machine.config ? machine.config : machine.incompleteConfig;
        versions.insert(known->metadata.value(u"fly_release_version"_s).toInt());
    }
    return versions;
}

// That its deploy failed says nothing where all machines run the release, and well.
FleetState stateAfterFailure(const FleetApp &app)
{
    const FleetState state = stateOfMachines(app.machines, app.seenAt());
    const bool reachedAll = versionsOf(app.machines) == QSet<int>{app.currentRelease->version};
    const bool isWell = state == FleetState::Healthy || state == FleetState::Started;
    return reachedAll && isWell ? state : FleetState::Failed;
}

// Somebody stopped it: what there is now may be of two releases.
bool isHalfWay(const FleetApp &app)
{
    QSet<int> versions = versionsOf(app.machines);
    versions.remove(0);
    return versions.size() > 1;
}
} // namespace

FleetState appFleetState(const FleetApp &app)
{
    if (!app.toldAt().isValid())
        return FleetState::Unknown;
    if (app.currentRelease) {
        switch (app.currentRelease->status) {
        case ReleaseStatus::Pending:
        case ReleaseStatus::Running:
            if (isAtWork(app))
                return FleetState::Running;
            break;
        case ReleaseStatus::Failed:
            return stateAfterFailure(app);
        case ReleaseStatus::Interrupted:
            if (isHalfWay(app))
                return FleetState::Mixed;
            break;
        case ReleaseStatus::Complete:
        case ReleaseStatus::Unknown:
            break;
        }
    }
    return stateOfMachines(app.machines, app.seenAt());
}

int servingVersionOf(const QList<Machine> &machines)
{
    const QSet<int> versions = versionsOf(machines);
    return versions.size() == 1 ? *versions.cbegin() : 0;
}

bool sameButAges(const FleetAccount &a, const FleetAccount &b)
{
    const auto sameApp = [](const FleetApp &x, const FleetApp &y) {
        return withoutAges(x) == withoutAges(y);
    };
    const auto alone = [](const FleetAccount &account) {
        FleetAccount row = withoutAges(account);
        row.apps.clear();
        return row;
    };
    return alone(a) == alone(b) && std::ranges::equal(a.apps, b.apps, sameApp);
}
