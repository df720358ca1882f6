#include "deploy/planparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
// The config the machine had under the release to return to; its current one when that is not kept.
MachineConfig configOfRelease(const Survey &survey, const Machine &machine, int version)
{
    const QString wanted = QString::number(version);
    const QList<std::pair<QString, MachineConfig>> versions = survey.versions.value(machine.id);
    for (const auto &[instance, config] : versions) {
        if (config.metadata.value(u"fly_release_version"_s) == wanted)
            return config;
    }
    for (const auto &[instance, config] : versions) {
        if (config.image == survey.imageRef)
            return config;
    }
    return *machine.config;
}

Result<MachineConfig> targetConfig(
    const PlanInputs &inputs, const PreparedPlan &prepared, const Machine &machine)
{
    const DeployPlan &plan = prepared.plan;
    if (plan.kind == DeployKind::RollBack)
        return relabelledConfig(
            configOfRelease(inputs.survey, machine, plan.toVersion), plan.image, {});
    if (prepared.toml)
        return derivedConfig(*prepared.toml, *machine.config, plan.image, {});
    return relabelledConfig(*machine.config, plan.image, {});
}

// What the machine has to be again in the end. The record counts only for a machine that the
// recorded attempts changed: anything else may have been stopped on purpose since.
MachineState stateToRestore(
    const PlanInputs &inputs, const DeployPlan &plan, const Machine &machine)
{
    if (!inputs.previous || plan.kind == DeployKind::Deploy)
        return machine.state;
    const auto before = inputs.previous->before.constFind(machine.id.value);
    if (before == inputs.previous->before.cend() || before->instanceId == machine.instanceId)
        return machine.state;
    return before->state;
}

PlannedMachine describe(const PlanInputs &inputs, const DeployPlan &plan, const Machine &machine)
{
    PlannedMachine planned;
    planned.id = machine.id;
    planned.name = machine.name;
    planned.region = machine.region;
    planned.group = machine.processGroup();
    planned.stateNow = machine.state;
    planned.stateBefore = stateToRestore(inputs, plan, machine);
    planned.instanceId = machine.instanceId;
    planned.imageNow = machine.config && !machine.config->image.isEmpty()
        ? machine.config->image
        : machine.image.reference();
    planned.digestNow = machine.image.digest;
    planned.warm = machine.state == MachineState::Started
        || (isTransient(machine.state) && isLaunchedByUpdate(planned.stateBefore));
    return planned;
}

bool isOwnLease(const PlanInputs &inputs, const PreparedPlan &prepared, const MachineId &machine)
{
    return inputs.previous && prepared.ownLeases.contains(machine.value);
}

bool isLabelled(const Machine &machine, const ReleaseId &release)
{
    return !release.isEmpty()
        && machine.config->metadata.value(u"fly_release_id"_s) == release.value;
}

PlannedMachine::Action actionFor(
    const DeployPlan &plan, const Machine &machine, const PlannedMachine &planned)
{
    using Action = PlannedMachine::Action;
    const bool right = planned.configDigestNow == planned.configDigestTarget
        && hasImage(machine, plan.imageDigest, plan.image);
    const bool launched = isLaunchedByUpdate(planned.stateBefore);
    if (!right)
        return launched ? Action::Update : Action::UpdateStayStopped;
    // Right, but not as it was: it has to be started, which the engine does without an update.
    const bool runs = planned.stateNow == MachineState::Started || isTransient(planned.stateNow);
    if (launched && !runs)
        return Action::Update;
    return isLabelled(machine, plan.resumeRelease) ? Action::Nothing : Action::LabelsOnly;
}
} // namespace

Result<void> PlanParts::planMachines(const PlanInputs &inputs, PreparedPlan &prepared)
{
    for (const Machine &machine : inputs.survey.machines) {
        PlannedMachine planned = describe(inputs, prepared.plan, machine);
        prepared.machines.insert(machine.id, machine);
        if (!isOwnLease(inputs, prepared, machine.id))
            planned.heldBy = machine.lease;
        if (isUnreachable(machine)) {
            planned.action = PlannedMachine::Action::Nothing;
            planned.warm = false;
            prepared.plan.machines.append(planned);
            continue;
        }
        Result<MachineConfig> target = targetConfig(inputs, prepared, machine);
        if (!target)
            return failure(target.error());
        planned.configDigestNow = configDigest(*machine.config, inputs.digestKey);
        planned.configDigestTarget = configDigest(*target, inputs.digestKey);
        planned.action = actionFor(prepared.plan, machine, planned);
        prepared.targets.insert(machine.id, std::move(*target));
        prepared.plan.machines.append(planned);
    }
    return {};
}
