#include "deploy/verifier.h"

#include "core/clock.h"
#include "deploy/planner.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int looks = 4;
constexpr Clock::Duration between = 700ms;

enum class Kind
{
    New,
    Old,
    Other
};

Kind kindOf(const JudgeInputs &inputs, const PlannedMachine &planned, const Machine &machine)
{
    if (!machine.config)
        return Kind::Other;
    const QString config = configDigest(*machine.config, inputs.digestKey);
    if (hasImage(machine, inputs.plan.imageDigest, inputs.plan.image)
        && config == planned.configDigestTarget)
        return Kind::New;
    const QString oldImage = inputs.oldImageDigests.value(planned.id, planned.digestNow);
    const QString oldConfig = inputs.oldConfigDigests.value(planned.id, planned.configDigestNow);
    const bool sameImage = oldImage.isEmpty() ? hasImage(machine, {}, planned.imageNow)
                                              : machine.image.digest == oldImage;
    return sameImage && config == oldConfig ? Kind::Old : Kind::Other;
}

bool isHealthy(const PlannedMachine &planned, const Machine &machine)
{
    if (!isLaunchedByUpdate(planned.stateBefore))
        return machine.state != MachineState::Failed;
    if (machine.state != MachineState::Started)
        return false;
    const bool checked = machine.config && !machine.config->checks.isEmpty();
    return !checked
        || (!machine.checks.isEmpty() && machine.passingChecks() == machine.checks.size());
}

const Machine *find(const QList<Machine> &machines, const MachineId &id)
{
    const auto found = std::find_if(machines.cbegin(),
        machines.cend(),
        [&id](const Machine &machine) { return machine.id == id && machine.isActive(); });
    return found == machines.cend() ? nullptr : &*found;
}

void sortOut(const JudgeInputs &inputs, const QList<Machine> &seen, Verdict &verdict)
{
    for (const PlannedMachine &planned : inputs.plan.machines) {
        const Machine *machine = find(seen, planned.id);
        if (!machine) {
            verdict.missingMachines.append(planned.id);
            continue;
        }
        switch (kindOf(inputs, planned, *machine)) {
        case Kind::New:
            verdict.newMachines.append(planned.id);
            break;
        case Kind::Old:
            verdict.oldMachines.append(planned.id);
            break;
        case Kind::Other:
            verdict.otherMachines.append(planned.id);
            break;
        }
        if (!isHealthy(planned, *machine))
            verdict.unhealthyMachines.append(planned.id);
    }
    verdict.foundMachines =
        static_cast<int>(std::count_if(seen.cbegin(), seen.cend(), isDeployable));
}

Reality realityOf(const Verdict &verdict)
{
    if (verdict.foundMachines != verdict.expectedMachines || !verdict.missingMachines.isEmpty())
        return Reality::WrongCount;
    if (verdict.newMachines.size() == verdict.expectedMachines)
        return verdict.unhealthyMachines.isEmpty() ? Reality::AllNew : Reality::Unhealthy;
    if (verdict.oldMachines.size() == verdict.expectedMachines)
        return Reality::AllOld;
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
        return verdict.otherMachines.isEmpty() && verdict.missingMachines.isEmpty();
    }
}
} // namespace

Verdict judge(const JudgeInputs &inputs)
{
    Verdict verdict;
    verdict.reported = inputs.reported;
    verdict.expectedMachines = static_cast<int>(inputs.plan.machines.size());
    verdict.oldVersion = inputs.plan.currentVersion;
    verdict.newVersion = inputs.newVersion;
    verdict.lookedAt = inputs.lookedAt;
    if (inputs.seen)
        sortOut(inputs, *inputs.seen, verdict);
    if (inputs.journalLost)
        verdict.unknownBecause = u"journal-lost"_s;
    else if (!inputs.seen)
        verdict.unknownBecause = errorKindName(inputs.seen.error().kind);
    verdict.reality = verdict.unknownBecause.isEmpty() ? realityOf(verdict) : Reality::Unknown;
    return verdict;
}

Verdict verify(FlyClient &fly, Clock &clock, JudgeInputs inputs, const CallContext &context)
{
    Verdict verdict;
    for (int look = 0; look < looks; ++look) {
        inputs.seen = fly.machines(inputs.plan.app, context);
        inputs.lookedAt = clock.wallNow();
        verdict = judge(inputs);
        const bool cut = !inputs.seen && inputs.seen.error().kind == Error::Kind::Cancelled;
        if (isExpected(verdict) || inputs.journalLost || cut
            || !clock.sleepFor(between, context.stop))
            break;
    }
    return verdict;
}
