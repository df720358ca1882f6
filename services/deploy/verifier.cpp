#include "deploy/verifier.h"

#include "core/clock.h"
#include "core/parallel.h"
#include "deploy/planner.h"

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int rulesVersion = 3; // 2: names what was left out; 3: what was destroyed before
constexpr int looks = 4;
constexpr Clock::Duration between = 700ms;
constexpr Clock::Duration untilSettled = 7s; // the verdict is there ten seconds after the end
constexpr Clock::Duration callLimit = 4s;
constexpr std::size_t verifiedAtOnce = 8;

enum class Kind
{
    New,
    Old,
    Other
};

using Action = PlannedMachine::Action;

// Where the machines of a plan should be, in the old world and in the new one, against what was
// seen.
class Comparison
{
public:
    Comparison(const JudgeInputs &inputs, const QList<Machine> &seen, Verdict &verdict)
        : m_inputs(inputs)
        , m_seen(seen)
        , m_verdict(verdict)
    {
        for (auto it = inputs.created.cbegin(); it != inputs.created.cend(); ++it) {
            if (const Machine *machine = find(it->machine))
                m_made[it->lane].append(machine);
        }
    }

    void run()
    {
        for (const PlannedMachine &planned : m_inputs.plan.machines)
            place(planned);
        for (const PlannedLaunch &launch : m_inputs.plan.launches)
            place(launch);
        for (const Machine &machine : m_seen) {
            if (isDeployable(machine) && !m_placed.contains(machine.id))
                m_verdict.extraMachines.append(machine.id);
        }
        m_verdict.foundMachines =
            static_cast<int>(std::count_if(m_seen.cbegin(), m_seen.cend(), isDeployable))
            - m_leftOutThere;
    }

    [[nodiscard]] int newWorld() const { return m_newWorld; }
    [[nodiscard]] bool cutOff() const { return m_cutOff; }

private:
    [[nodiscard]] const Machine *find(const MachineId &id) const
    {
        const auto found = std::find_if(m_seen.cbegin(),
            m_seen.cend(),
            [&id](const Machine &machine) { return machine.id == id && machine.isActive(); });
        return found == m_seen.cend() ? nullptr : &*found;
    }

    [[nodiscard]] bool isStrategys(const PlannedMachine &planned) const
    {
        return planned.action == Action::Replace && planned.why == PlanReason::None;
    }

    void place(const PlannedMachine &planned)
    {
        if (planned.isLeftOut()) {
            const Machine *left = find(planned.id);
            m_leftOutThere += left && isDeployable(*left) ? 1 : 0;
            m_placed.insert(planned.id); // nobody asked for it to be one or the other
            (planned.why == PlanReason::LeftOut ? m_verdict.leftOutMachines
                                                : m_verdict.unreachedMachines)
                .append(planned.id);
            return;
        }
        const bool goes = planned.action == Action::Replace || planned.action == Action::Destroy;
        m_newWorld += goes ? 0 : 1;
        const Machine *machine = find(planned.id);
        if (!machine) {
            if (!goes)
                m_verdict.missingMachines.append(planned.id);
            else if (planned.action == Action::Replace
                && m_made.value(launchLane(planned.id)).isEmpty())
                m_verdict.missingMachines.append(successorOf(planned.id));
            return;
        }
        const bool superfluous = isStrategys(planned) && m_inputs.switched
            && !m_made.value(launchLane(planned.id)).isEmpty();
        if (superfluous)
            return; // told as one too many
        m_placed.insert(machine->id);
        const Kind kind = kindOf(planned, *machine);
        add(planned.id, kind);
        noteReverted(planned.id, kind);
        if (!isHealthy(*machine, isLaunchedByUpdate(planned.stateBefore)))
            m_verdict.unhealthyMachines.append(planned.id);
        m_cutOff = m_cutOff || (isStrategys(planned) && machine->cordoned);
    }

    // The one that is gone is the one that should be there: the new one, once it was made.
    [[nodiscard]] MachineId successorOf(const MachineId &replaced) const
    {
        for (const events::MachineCreated &created : m_inputs.created) {
            if (created.lane == launchLane(replaced))
                return created.machine;
        }
        return replaced;
    }

    void place(const PlannedLaunch &launch)
    {
        const bool canary = launch.replaces.isEmpty() && launch.why == PlanReason::None;
        if (canary)
            return; // it is there for a moment only; one that stays is one too many
        ++m_newWorld;
        const QList<const Machine *> made = m_made.value(launch.lane);
        if (made.isEmpty())
            return;
        const bool early =
            launch.why == PlanReason::None && !m_inputs.switched && find(launch.replaces);
        if (early)
            return; // it should have been removed
        const Machine &machine = *made.constFirst();
        m_placed.insert(machine.id);
        const bool right = machine.config
            && hasImage(machine, m_inputs.plan.imageDigest, m_inputs.plan.image)
            && configDigest(*machine.config, m_inputs.digestKey)
                == m_inputs.created.value(machine.id.value).configDigest;
        add(machine.id, right ? Kind::New : Kind::Other);
        if (!isHealthy(machine, launch.started) || machine.cordoned)
            m_verdict.unhealthyMachines.append(machine.id);
    }

    void add(const MachineId &machine, Kind kind)
    {
        (kind == Kind::New          ? m_verdict.newMachines
                : kind == Kind::Old ? m_verdict.oldMachines
                                    : m_verdict.otherMachines)
            .append(machine);
    }

    [[nodiscard]] Kind kindOf(const PlannedMachine &planned, const Machine &machine) const
    {
        if (!machine.config)
            return Kind::Other;
        const QString config = configDigest(*machine.config, m_inputs.digestKey);
        if (hasImage(machine, m_inputs.plan.imageDigest, m_inputs.plan.image)
            && config == planned.configDigestTarget)
            return Kind::New;
        const QString oldImage = m_inputs.oldImageDigests.value(planned.id, planned.digestNow);
        const QString oldConfig =
            m_inputs.oldConfigDigests.value(planned.id, planned.configDigestNow);
        const bool sameImage = oldImage.isEmpty() ? hasImage(machine, {}, planned.imageNow)
                                                  : machine.image.digest == oldImage;
        return sameImage && config == oldConfig ? Kind::Old : Kind::Other;
    }

    void noteReverted(const MachineId &machine, Kind kind)
    {
        if (kind != Kind::New && m_inputs.updated.contains(machine.value))
            m_verdict.revertedMachines.append(machine);
    }

    [[nodiscard]] static bool isHealthy(const Machine &machine, bool runs)
    {
        if (!runs)
            return machine.state != MachineState::Failed;
        if (machine.state != MachineState::Started)
            return false;
        const bool checked = machine.config && !machine.config->checks.isEmpty();
        return !checked
            || (!machine.checks.isEmpty() && machine.passingChecks() == machine.checks.size());
    }

    const JudgeInputs &m_inputs;
    const QList<Machine> &m_seen;
    Verdict &m_verdict;
    QHash<QString, QList<const Machine *>> m_made; // by lane, those that are there
    QSet<MachineId> m_placed;
    int m_newWorld = 0;
    int m_leftOutThere = 0; // no sentence about the others counts them
    bool m_cutOff = false; // an old machine that should serve gets no traffic
};

Reality realityOf(const JudgeInputs &inputs, const Comparison &comparison, const Verdict &verdict)
{
    if (!verdict.missingMachines.isEmpty() || !verdict.extraMachines.isEmpty())
        return Reality::WrongCount;
    const auto count = [](const QList<MachineId> &machines) {
        return static_cast<int>(machines.size());
    };
    const int others = count(verdict.otherMachines);
    if (count(verdict.newMachines) == comparison.newWorld()
        && count(verdict.oldMachines) + others == 0)
        return verdict.unhealthyMachines.isEmpty() ? Reality::AllNew : Reality::Unhealthy;
    if (others == 0 && verdict.newMachines.isEmpty()
        && verdict.oldMachines.size() + verdict.leftOutMachines.size()
                + verdict.unreachedMachines.size()
            == inputs.plan.machines.size())
        return comparison.cutOff() ? Reality::Unhealthy : Reality::AllOld;
    return Reality::Mixed;
}

// Whether a second look could make sense of the first.
bool isExpected(const Verdict &verdict)
{
    switch (verdict.reported) {
    case Reported::Succeeded:
    case Reported::RolledBack:
        return verdict.reality == Reality::AllNew;
    default:
        return verdict.otherMachines.isEmpty() && verdict.missingMachines.isEmpty()
            && verdict.extraMachines.isEmpty();
    }
}

// New machines that are not healthy or not heard of yet may become so in a moment, and lists lag
// behind.
bool isSettling(const Verdict &verdict, const JudgeInputs &inputs)
{
    // What was made just now is there, but not every node has heard of it.
    const bool unheard = std::any_of(verdict.missingMachines.cbegin(),
        verdict.missingMachines.cend(),
        [&inputs](const MachineId &machine) { return inputs.created.contains(machine.value); });
    // What was destroyed just now may be listed for a moment, what was updated as it was before.
    const bool listedStill = std::any_of(verdict.extraMachines.cbegin(),
        verdict.extraMachines.cend(),
        [&inputs](const MachineId &machine) { return inputs.destroyed.contains(machine.value); });
    if (verdict.reality == Reality::WrongCount && (unheard || listedStill))
        return true;
    const QList<Machine> seen = inputs.seen.value_or(QList<Machine>());
    const bool toldAsBefore =
        std::any_of(seen.cbegin(), seen.cend(), [&inputs](const Machine &machine) {
            return inputs.updated.contains(machine.id.value)
                && machine.instanceId == inputs.oldInstances.value(machine.id);
        });
    if (toldAsBefore)
        return true;
    const bool seenBad = verdict.reportedBecause == errorKindName(Error::Kind::Process)
        || verdict.reportedBecause == errorKindName(Error::Kind::Timeout);
    return verdict.reality == Reality::Unhealthy && verdict.oldMachines.isEmpty() && !seenBad;
}

// The machines that the plan knows and the list did not tell are asked for one by one.
void askForMissing(FlyClient &fly, Clock &clock, JudgeInputs &inputs, const CallContext &context)
{
    inputs.unlisted.clear();
    if (!inputs.seen)
        return;
    QSet<MachineId> listed;
    for (const Machine &machine : *inputs.seen)
        listed.insert(machine.id);
    std::vector<MachineId> wanted;
    for (const PlannedMachine &planned : inputs.plan.machines) {
        if (!listed.contains(planned.id))
            wanted.push_back(planned.id);
    }
    for (const events::MachineCreated &created : std::as_const(inputs.created)) {
        if (!listed.contains(created.machine))
            wanted.push_back(created.machine);
    }
    std::mutex mutex;
    std::optional<Error> unseen;
    static_cast<void>(forEachParallel(wanted,
        verifiedAtOnce,
        clock,
        context.stop,
        [&](const MachineId &id, const std::stop_token &) -> Result<void> {
            const Result<Machine> machine = fly.machine(inputs.plan.app, id, context);
            const std::lock_guard lock(mutex);
            if (machine && machine->isActive()) {
                inputs.seen->append(*machine);
                inputs.unlisted.append(id);
            } else if (!machine && machine.error().kind != Error::Kind::NotFound) {
                unseen = machine.error();
            }
            return {};
        }));
    std::sort(inputs.unlisted.begin(), inputs.unlisted.end());
    // An empty list, and nobody who could say whether it is true.
    if (unseen && inputs.seen->isEmpty())
        inputs.seen = failure(*unseen);
}
} // namespace

Verdict judge(const JudgeInputs &inputs)
{
    Verdict verdict;
    verdict.rules = rulesVersion;
    verdict.reported = inputs.reported;
    verdict.reportedBecause = inputs.reportedBecause;
    if (inputs.plan.kind == DeployKind::RollBack)
        verdict.returnedTo = inputs.plan.toVersion;
    verdict.oldVersion = inputs.plan.currentVersion;
    verdict.newVersion = inputs.newVersion;
    verdict.lookedAt = inputs.lookedAt;
    verdict.unlistedMachines = inputs.unlisted;
    for (const PlanNotice &notice : inputs.plan.notices) {
        if (notice.warning == PlanWarning::MachineGone)
            verdict.goneMachines.append(MachineId(notice.args.value(0)));
    }
    verdict.probe = inputs.probe;
    const QList<Machine> seen = inputs.seen.value_or(QList<Machine>());
    Comparison comparison(inputs, seen, verdict);
    if (inputs.seen)
        comparison.run();
    verdict.expectedMachines =
        inputs.seen ? comparison.newWorld() : static_cast<int>(inputs.plan.machines.size());
    if (inputs.journalLost)
        verdict.unknownBecause = u"journal-lost"_s;
    else if (!inputs.seen)
        verdict.unknownBecause = errorKindName(inputs.seen.error().kind);
    verdict.reality = verdict.unknownBecause.isEmpty() ? realityOf(inputs, comparison, verdict)
                                                       : Reality::Unknown;
    return verdict;
}

Verdict verify(FlyClient &fly, Clock &clock, JudgeInputs inputs, const CallContext &context)
{
    Verdict verdict;
    CallContext looking = context;
    looking.limit = callLimit;
    const Clock::Duration patience = clock.now() + untilSettled;
    for (int look = 0;; ++look) {
        inputs.seen = fly.machines(inputs.plan.app, looking);
        askForMissing(fly, clock, inputs, looking);
        inputs.lookedAt = clock.wallNow();
        verdict = judge(inputs);
        const bool cut = !inputs.seen && inputs.seen.error().kind == Error::Kind::Cancelled;
        const bool enough =
            clock.now() >= patience || (look + 1 >= looks && !isSettling(verdict, inputs));
        if ((isExpected(verdict) && !isSettling(verdict, inputs)) || enough || inputs.journalLost
            || cut || !clock.sleepFor(between, context.stop))
            break;
    }
    return verdict;
}
