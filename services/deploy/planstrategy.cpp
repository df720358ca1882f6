#include "deploy/causes.h"
#include "deploy/launchconfig.h"
#include "deploy/planparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
using Action = PlannedMachine::Action;

// A machine of a bluegreen deployment that another one replaces.
bool isReplaced(const DeploymentState &previous, const MachineId &machine)
{
    return std::any_of(previous.attempts.cbegin(),
        previous.attempts.cend(),
        [&machine](const AttemptState &attempt) {
            return std::any_of(attempt.plan.machines.cbegin(),
                attempt.plan.machines.cend(),
                [&machine](const PlannedMachine &planned) {
                    return planned.id == machine && planned.action == Action::Replace
                        && planned.why == PlanReason::None;
                });
        });
}

// Nobody has changed it since an earlier attempt made it by the same inputs.
bool isAsMade(const PlanInputs &inputs, const PreparedPlan &prepared, const Machine &machine)
{
    if (!machine.config || machine.state == MachineState::Failed
        || !hasImage(machine, prepared.plan.imageDigest, prepared.plan.image))
        return false;
    const auto made = inputs.previous->created.constFind(machine.id.value);
    return made == inputs.previous->created.cend()
        || made->configDigest == configDigest(*machine.config, inputs.digestKey);
}

QList<PlannedLaunch> earlierLaunches(const PlanInputs &inputs)
{
    QList<PlannedLaunch> launches;
    const AttemptState *last = inputs.previous ? inputs.previous->lastAttempt() : nullptr;
    for (const PlannedLaunch &launch : last ? last->plan.launches : QList<PlannedLaunch>()) {
        if (launch.why == PlanReason::None)
            launches.append(launch);
    }
    return launches;
}

class StrategyPlanner
{
public:
    StrategyPlanner(const PlanInputs &inputs, PreparedPlan &prepared)
        : m_inputs(inputs)
        , m_prepared(prepared)
        , m_plan(prepared.plan)
    {
    }

    Result<void> run()
    {
        switch (m_plan.strategy) {
        case Strategy::Rolling:
        case Strategy::Immediate:
            return {};
        case Strategy::Canary:
            return withoutVolumes(u"canary"_s).and_then([this] { return canaries(); });
        case Strategy::BlueGreen:
            return withoutVolumes(u"bluegreen"_s)
                .and_then([this] { return m_plan.switched ? Result<void>() : mayBlueGreen(); })
                .and_then([this] { return greens(); });
        }
        return {};
    }

private:
    [[nodiscard]] Result<void> withoutVolumes(const QString &strategy) const
    {
        for (const MachineConfig &config : m_prepared.targets) {
            if (config.hasMounts)
                return Cause::strategyWithVolumes(strategy);
        }
        return {};
    }

    [[nodiscard]] Result<void> mayBlueGreen() const
    {
        if (m_inputs.survey.blueGreen && !*m_inputs.survey.blueGreen)
            return Cause::blueGreenRefused();
        QStringList images;
        bool checked = false;
        for (const PlannedMachine &planned : m_plan.machines) {
            if (!isToReplace(planned))
                continue;
            const QString image =
                planned.digestNow.isEmpty() ? planned.imageNow : planned.digestNow;
            if (!images.contains(image))
                images.append(image);
            checked = checked || !m_prepared.targets.value(planned.id).checks.isEmpty();
        }
        if (images.size() > 1)
            return Cause::blueGreenMixed();
        if (!images.isEmpty() && !checked)
            return Cause::blueGreenUnchecked();
        return {};
    }

    [[nodiscard]] bool isToReplace(const PlannedMachine &planned) const
    {
        return m_prepared.targets.contains(planned.id)
            && (planned.action == Action::Update || planned.action == Action::UpdateStayStopped);
    }

    // One for every group that gets something new; not again where the new version runs already.
    Result<void> canaries()
    {
        QStringList proven;
        for (const PlannedMachine &planned : m_plan.machines) {
            const bool right = planned.warm && planned.configDigestNow == planned.configDigestTarget
                && m_prepared.targets.contains(planned.id)
                && hasImage(
                    m_prepared.machines.value(planned.id), m_plan.imageDigest, m_plan.image);
            if (right)
                proven.append(planned.group);
        }
        for (const PlannedMachine &planned : std::as_const(m_plan.machines)) {
            const MachineConfig target = m_prepared.targets.value(planned.id);
            if (!isToReplace(planned) || target.isStandby || proven.contains(planned.group))
                continue;
            proven.append(planned.group);
            PlannedLaunch launch;
            launch.lane = canaryLane(planned.group);
            launch.group = planned.group;
            launch.region = planned.region;
            add(std::move(launch), canaryBase(target));
        }
        return {};
    }

    Result<void> greens()
    {
        for (PlannedMachine &planned : m_plan.machines) {
            if (!isToReplace(planned))
                continue;
            planned.action = Action::Replace;
            PlannedLaunch launch;
            launch.lane = launchLane(planned.id);
            launch.replaces = planned.id;
            launch.group = planned.group;
            launch.region = planned.region;
            launch.started = isLaunchedByUpdate(planned.stateBefore);
            add(std::move(launch), m_prepared.targets.value(planned.id));
        }
        startOneOfEachGroup();
        if (m_plan.switched)
            addFinished();
        return {};
    }

    // Nobody could tell whether a group works of which no machine runs.
    void startOneOfEachGroup()
    {
        QStringList started;
        for (const PlannedLaunch &launch : std::as_const(m_plan.launches)) {
            if (launch.started)
                started.append(launch.group);
        }
        for (PlannedLaunch &launch : m_plan.launches) {
            const MachineConfig &config = m_prepared.launchTargets[launch.lane];
            if (started.contains(launch.group) || config.checks.isEmpty() || config.isStandby)
                continue;
            launch.started = true;
            started.append(launch.group);
        }
    }

    // After the switch: those whose old machine is gone already are part of the app all the same.
    void addFinished()
    {
        for (PlannedLaunch launch : earlierLaunches(m_inputs)) {
            const bool known = std::any_of(m_plan.launches.cbegin(),
                m_plan.launches.cend(),
                [&launch](const PlannedLaunch &other) { return other.lane == launch.lane; });
            const MachineId made = m_prepared.adoptable.value(launch.lane);
            const Machine machine = m_prepared.machines.value(made);
            if (!known && machine.config)
                add(std::move(launch), *machine.config);
        }
    }

    void add(PlannedLaunch launch, const MachineConfig &config)
    {
        launch.adopts = m_prepared.adoptable.value(launch.lane);
        launch.configDigestTarget = configDigest(config, m_inputs.digestKey);
        m_prepared.launchTargets.insert(launch.lane, config);
        m_plan.launches.append(std::move(launch));
    }

    const PlanInputs &m_inputs;
    PreparedPlan &m_prepared;
    DeployPlan &m_plan;
};
} // namespace

Strategy PlanParts::chooseStrategy(
    const PlanInputs &inputs, const ConfigSource &source, DeployKind kind)
{
    const AttemptState *last = inputs.previous ? inputs.previous->lastAttempt() : nullptr;
    const bool again = kind == DeployKind::Retry || kind == DeployKind::Resume;
    if (kind == DeployKind::Resume && last)
        return last->plan.strategy;
    if (inputs.request.strategy)
        return *inputs.request.strategy;
    if (again && last)
        return last->plan.strategy;
    const QString named = source.toml ? source.toml->strategy.toLower() : QString();
    return strategyFromName(named).value_or(Strategy::Rolling);
}

// What a strategy of an earlier attempt made is taken over, or goes; it is none of the machines
// that are updated. Old machines of a switch that was not finished are the same.
QList<Machine> PlanParts::withoutMade(const PlanInputs &inputs, PreparedPlan &prepared)
{
    const AttemptState *last = inputs.previous ? inputs.previous->lastAttempt() : nullptr;
    if (!last)
        return inputs.survey.machines;
    const bool same = inputs.previous->id == prepared.plan.deployment;
    const bool switched = last->plan.strategy == Strategy::BlueGreen && inputs.previous->switched;
    prepared.plan.switched = same && switched;
    prepared.leftoversLast = !same && switched;
    QStringList lanes;
    for (const AttemptState &attempt : inputs.previous->attempts) {
        for (const PlannedLaunch &launch : attempt.plan.launches) {
            if (launch.why == PlanReason::None)
                lanes.append(launch.lane);
        }
    }
    QList<Machine> rest;
    for (const Machine &machine : inputs.survey.machines) {
        const QString madeFor = laneMade(*inputs.previous, machine);
        const QString lane = lanes.contains(madeFor) ? madeFor : QString();
        const bool old = !same && switched && isReplaced(*inputs.previous, machine.id);
        if (lane.isEmpty() && !old) {
            rest.append(machine);
            continue;
        }
        if (!lane.isEmpty() && switched && !same) {
            rest.append(machine); // it is the app by now
            continue;
        }
        prepared.machines.insert(machine.id, machine);
        const bool taken = same && !lane.isEmpty() && !prepared.adoptable.contains(lane)
            && (switched || isAsMade(inputs, prepared, machine));
        if (taken)
            prepared.adoptable.insert(lane, machine.id);
        else
            prepared.plan.leftovers.append(machine.id);
    }
    return rest;
}

Result<void> PlanParts::planStrategy(const PlanInputs &inputs, PreparedPlan &prepared)
{
    if (const Result<void> planned = StrategyPlanner(inputs, prepared).run(); !planned)
        return planned;
    // Made by an earlier attempt, and nothing of this plan needs it any more.
    DeployPlan &plan = prepared.plan;
    for (auto it = prepared.adoptable.cbegin(); it != prepared.adoptable.cend(); ++it) {
        const bool used = std::any_of(plan.launches.cbegin(),
            plan.launches.cend(),
            [&it](const PlannedLaunch &launch) { return launch.adopts == it.value(); });
        if (!used && !plan.switched)
            plan.leftovers.append(it.value());
    }
    std::sort(plan.leftovers.begin(), plan.leftovers.end());
    return {};
}
