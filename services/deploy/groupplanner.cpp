#include "deploy/groupplanner.h"

#include "deploy/causes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

VolumeChoice::VolumeChoice(const QList<Volume> &volumes)
{
    std::copy_if(
        volumes.cbegin(), volumes.cend(), std::back_inserter(m_free), [](const Volume &volume) {
            return volume.isFree();
        });
    std::sort(
        m_free.begin(), m_free.end(), [](const Volume &a, const Volume &b) { return a.id < b.id; });
}

QString VolumeChoice::take(const QString &name, const QString &region)
{
    const auto found = std::find_if(m_free.begin(), m_free.end(), [&](const Volume &volume) {
        return volume.name == name && volume.region == region;
    });
    if (found == m_free.end())
        return {};
    const QString id = found->id;
    m_free.erase(found);
    return id;
}

GroupPlanner::GroupPlanner(PreparedPlan &prepared, const PlanInputs &inputs, VolumeChoice &volumes)
    : m_prepared(prepared)
    , m_inputs(inputs)
    , m_volumes(volumes)
    , m_toml(prepared.toml ? &*prepared.toml : nullptr)
{
    const bool sameDeployment = inputs.previous && !prepared.plan.deployment.isEmpty()
        && inputs.previous->id == prepared.plan.deployment;
    if (!sameDeployment)
        return;
    const QHash<QString, MachineId> made = machinesMade(*inputs.previous, inputs.survey);
    for (auto it = made.cbegin(); it != made.cend(); ++it) {
        const PlannedLaunch *launch = earlierLaunch(it.key());
        if (!launch || launch->why == PlanReason::None)
            continue; // a strategy's
        m_made.insert(it.key(), it.value());
        const bool oldIsThere = std::any_of(inputs.survey.machines.cbegin(),
            inputs.survey.machines.cend(),
            [launch](const Machine &machine) { return machine.id == launch->replaces; });
        if (oldIsThere)
            m_successors.insert(it.value());
    }
}

const PlannedLaunch *GroupPlanner::earlierLaunch(const QString &lane) const
{
    const QList<AttemptState> &attempts = m_inputs.previous->attempts;
    for (auto attempt = attempts.crbegin(); attempt != attempts.crend(); ++attempt) {
        for (const PlannedLaunch &launch : attempt->plan.launches) {
            if (launch.lane == lane)
                return &launch;
        }
    }
    return nullptr;
}

bool GroupPlanner::isSuccessor(const MachineId &machine) const
{
    return m_successors.contains(machine);
}

void GroupPlanner::restoreState(PlannedMachine &planned) const
{
    const QString lane = m_made.key(planned.id);
    if (lane.isEmpty() || m_inputs.previous->before.contains(planned.id.value))
        return;
    planned.stateBefore =
        earlierLaunch(lane)->started ? MachineState::Started : MachineState::Stopped;
}

bool GroupPlanner::isRemoved(const QString &group) const
{
    return m_toml && !m_toml->groups().contains(group);
}

bool GroupPlanner::replaces() const
{
    return m_toml && m_prepared.plan.strategy != Strategy::BlueGreen;
}

Result<bool> GroupPlanner::replace(const Machine &machine, PlannedMachine &planned)
{
    if (!replaces())
        return false;
    const std::optional<MachineConfig> &known =
        machine.config ? machine.config : machine.incompleteConfig;
    const std::optional<MountPoint> has = known ? mountOf(*known) : std::nullopt;
    const std::optional<MountPoint> wanted = mountFor(*m_toml, planned.group);
    const bool hostTrouble = hasHostTrouble(machine);
    if (hostTrouble && has)
        return Cause::volumeUnreachable(machine.id, has->name);
    if (!hostTrouble && has.has_value() == wanted.has_value())
        return false;

    planned.action = PlannedMachine::Action::Replace;
    planned.why = hostTrouble ? PlanReason::HostNotOk : PlanReason::MountsChanged;
    if (hostTrouble)
        planned.whyArgs = {machine.hostStatus.isEmpty() ? u"unknown"_s : machine.hostStatus};
    else
        planned.whyArgs = {has ? has->name : wanted->name};
    PlannedLaunch launch;
    launch.lane = launchLane(machine.id);
    launch.replaces = machine.id;
    launch.group = planned.group;
    launch.region = machine.region;
    launch.started = isLaunchedByUpdate(planned.stateBefore);
    launch.why = planned.why;
    launch.adopts = m_made.value(launch.lane);
    std::optional<MountPoint> volume;
    if (wanted && launch.adopts.isEmpty()) {
        Result<std::optional<MountPoint>> chosen =
            mount(planned.group, machine.region, machine.id.value);
        if (!chosen)
            return failure(chosen.error());
        volume = *chosen;
        launch.volume = volume->volume;
    }
    Result<MachineConfig> config = known
        ? replacementConfig(*m_toml, *known, m_prepared.plan.image, volume)
        : firstConfig(*m_toml, planned.group, m_prepared.plan.image, volume);
    if (!launch.adopts.isEmpty()) {
        const auto made = std::find_if(m_inputs.survey.machines.cbegin(),
            m_inputs.survey.machines.cend(),
            [&launch](const Machine &seen) { return seen.id == launch.adopts; });
        m_prepared.machines.insert(launch.adopts, *made);
        if (made->config)
            config = relabelledConfig(*made->config, m_prepared.plan.image, {});
    }
    if (!config)
        return failure(config.error());
    if (machine.config)
        planned.configDigestNow = configDigest(*machine.config, m_inputs.digestKey);
    planned.configDigestTarget = configDigest(*config, m_inputs.digestKey);
    m_prepared.targets.insert(machine.id, *config);
    if (const Result<void> added = add(std::move(launch), std::move(*config)); !added)
        return failure(added.error());
    return true;
}

Result<void> GroupPlanner::add(PlannedLaunch launch, MachineConfig config)
{
    launch.configDigestTarget = configDigest(config, m_inputs.digestKey);
    m_prepared.launchTargets.insert(launch.lane, std::move(config));
    m_prepared.plan.launches.append(std::move(launch));
    return {};
}

Result<std::optional<MountPoint>> GroupPlanner::mount(
    const QString &group, const QString &region, const QString &forWhat)
{
    std::optional<MountPoint> wanted = mountFor(*m_toml, group);
    if (!wanted)
        return wanted;
    wanted->volume = m_volumes.take(wanted->name, region);
    if (wanted->volume.isEmpty())
        return Cause::volumeMissing(wanted->name, region, forWhat);
    return wanted;
}

bool GroupPlanner::hasOthers(const QString &group) const
{
    // After the switch of a bluegreen deploy the new machines are the group.
    for (const MachineId &made : m_prepared.adoptable) {
        if (m_prepared.machines.value(made).processGroup() == group)
            return true;
    }
    return std::any_of(m_inputs.survey.machines.cbegin(),
        m_inputs.survey.machines.cend(),
        [&](const Machine &machine) {
            const QString lane = m_made.key(machine.id);
            const bool made = !lane.isEmpty() && earlierLaunch(lane)->replaces.isEmpty();
            return machine.processGroup() == group && !made;
        });
}

Result<void> GroupPlanner::addMissing()
{
    if (!m_toml)
        return {};
    for (const QString &group : m_toml->groups()) {
        if (hasOthers(group))
            continue;
        if (const Result<void> added = addGroup(group); !added)
            return added;
    }
    return {};
}

// One when it has a volume; two when it has services; else one and a standby for it.
Result<void> GroupPlanner::addGroup(const QString &group)
{
    const QString region = m_prepared.plan.primaryRegion;
    const bool mounts = mountFor(*m_toml, group).has_value();
    const bool serves = hasServicesFor(*m_toml, group);
    const int count = mounts ? 1 : 2;
    for (int number = 1; number <= count; ++number) {
        PlannedLaunch launch;
        launch.lane = groupLane(group, number);
        launch.group = group;
        launch.region = region;
        launch.started = number == 1 || serves;
        launch.why = launch.started ? PlanReason::GroupAdded : PlanReason::StandbyAdded;
        if (!launch.started)
            launch.standbyFor = groupLane(group, 1);
        if (m_made.contains(launch.lane))
            continue;
        const Result<std::optional<MountPoint>> volume = mount(group, region, group);
        if (!volume)
            return failure(volume.error());
        if (*volume)
            launch.volume = (*volume)->volume;
        Result<MachineConfig> config = firstConfig(*m_toml, group, m_prepared.plan.image, *volume);
        // The one it stands by for is known when it is there.
        if (config && !launch.standbyFor.isEmpty() && m_made.contains(launch.standbyFor))
            config = standbyConfig(*config, m_made.value(launch.standbyFor));
        if (!config)
            return failure(config.error());
        if (const Result<void> added = add(std::move(launch), std::move(*config)); !added)
            return added;
    }
    return {};
}
