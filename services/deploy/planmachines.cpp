#include "deploy/groupplanner.h"
#include "deploy/planparts.h"
#include "fly/configdiff.h"

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
    if (survey.target) {
        if (Result<MachineConfig> made =
                derivedConfig(*survey.target, *machine.config, survey.imageRef, {}))
            return *made;
    }
    return *machine.config;
}

bool isKept(const Survey &survey, const Machine &machine, int version)
{
    const QList<std::pair<QString, MachineConfig>> versions = survey.versions.value(machine.id);
    return std::any_of(versions.cbegin(), versions.cend(), [&](const auto &kept) {
        return kept.second.image == survey.imageRef
            || kept.second.metadata.value(u"fly_release_version"_s) == QString::number(version);
    });
}

// What machines run is mostly one config, or few: each is derived from and digested once.
class TargetConfigs
{
public:
    TargetConfigs(const PlanInputs &inputs, const PreparedPlan &prepared)
        : m_inputs(inputs)
        , m_prepared(prepared)
    {
    }

    Result<MachineConfig> of(const Machine &machine)
    {
        const DeployPlan &plan = m_prepared.plan;
        const MachineConfig from = plan.kind == DeployKind::RollBack
            ? configOfRelease(m_inputs.survey, machine, plan.toVersion)
            : *machine.config;
        if (const auto known = m_made.constFind(from.document); known != m_made.cend())
            return *known;
        Result<MachineConfig> made = plan.kind != DeployKind::RollBack && m_prepared.toml
            ? derivedConfig(*m_prepared.toml, from, plan.image, {})
            : relabelledConfig(from, plan.image, {});
        if (made)
            m_made.insert(from.document, *made);
        return made;
    }

    QString digestOf(const MachineConfig &config)
    {
        QString &digest = m_digests[config.document];
        if (digest.isEmpty())
            digest = configDigest(config, m_inputs.digestKey);
        return digest;
    }

private:
    const PlanInputs &m_inputs;
    const PreparedPlan &m_prepared;
    QHash<QByteArray, MachineConfig> m_made; // by the document it was made from
    QHash<QByteArray, QString> m_digests; // by the config's document
};

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

namespace {
// The machines of a plan one after another: what becomes of each.
class MachinesPlanner
{
public:
    MachinesPlanner(const PlanInputs &inputs, PreparedPlan &prepared)
        : m_inputs(inputs)
        , m_prepared(prepared)
        , m_volumes(inputs.survey.volumes)
        , m_groups(prepared, inputs, m_volumes)
        , m_configs(inputs, prepared)
    {
    }

    Result<void> run()
    {
        QStringList notKept;
        for (const Machine &machine : m_inputs.survey.machines) {
            if (m_groups.isSuccessor(machine.id))
                continue; // told with the one it replaces
            m_prepared.machines.insert(machine.id, machine);
            PlannedMachine planned = describe(m_inputs, m_prepared.plan, machine);
            if (!isOwnLease(m_inputs, m_prepared, machine.id))
                planned.heldBy = machine.lease;
            m_groups.restoreState(planned);
            if (const Result<void> done = plan(machine, planned); !done)
                return done;
            const bool back = m_prepared.plan.kind == DeployKind::RollBack && machine.config;
            if (back && !isKept(m_inputs.survey, machine, m_prepared.plan.toVersion))
                notKept.append(machine.id.value);
            m_prepared.plan.machines.append(planned);
        }
        if (!notKept.isEmpty())
            m_prepared.plan.notices.append({PlanWarning::ConfigNotKept, notKept});
        m_prepared.plan.configChanges = m_changes.sets();
        return m_groups.addMissing();
    }

private:
    Result<void> plan(const Machine &machine, PlannedMachine &planned)
    {
        if (m_inputs.request.leaveOut.contains(machine.id))
            return leave(planned, PlanReason::LeftOut);
        if (m_groups.isRemoved(planned.group)) {
            planned.action = PlannedMachine::Action::Destroy;
            planned.why = PlanReason::GroupRemoved;
            planned.warm = false;
            return {};
        }
        const bool rollsBack = m_prepared.plan.kind == DeployKind::RollBack;
        if (isUnreachable(machine) && (rollsBack || !m_groups.replaces()))
            return leave(planned, PlanReason::HostUnreachable);
        const Result<bool> replaced = m_groups.replace(machine, planned);
        if (!replaced)
            return failure(replaced.error());
        return *replaced ? Result<void>() : update(machine, planned);
    }

    static Result<void> leave(PlannedMachine &planned, PlanReason why)
    {
        planned.action = PlannedMachine::Action::Nothing;
        planned.why = why;
        planned.warm = false;
        return {};
    }

    Result<void> update(const Machine &machine, PlannedMachine &planned)
    {
        Result<MachineConfig> target = m_configs.of(machine);
        if (!target)
            return failure(target.error());
        planned.configDigestNow = m_configs.digestOf(*machine.config);
        planned.configDigestTarget = m_configs.digestOf(*target);
        planned.action = actionFor(m_prepared.plan, machine, planned);
        m_changes.add(machine, *target, planned.configDigestNow, planned.configDigestTarget);
        m_prepared.targets.insert(machine.id, std::move(*target));
        return {};
    }

    const PlanInputs &m_inputs;
    PreparedPlan &m_prepared;
    VolumeChoice m_volumes;
    GroupPlanner m_groups;
    TargetConfigs m_configs;
    ConfigChangeSets m_changes;
};
} // namespace

Result<void> PlanParts::planMachines(const PlanInputs &inputs, PreparedPlan &prepared)
{
    return MachinesPlanner(inputs, prepared).run();
}
