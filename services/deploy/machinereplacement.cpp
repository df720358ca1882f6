#include "deploy/machinereplacement.h"

#include "deploy/machinemaker.h"
#include "deploy/machinewatch.h"
#include "deploy/patientwrite.h"

using namespace Qt::StringLiterals;

MachineReplacement::MachineReplacement(RunParts &parts,
    LeaseKeeper &leases,
    const PlannedMachine &planned,
    const MachineConfig &target,
    Span &bar)
    : m_parts(parts)
    , m_leases(leases)
    , m_planned(planned)
    , m_target(target)
    , m_bar(bar)
{
}

// Nothing: it was not planned; there was no room for the update.
const PlannedLaunch *MachineReplacement::launch() const
{
    for (const PlannedLaunch &launch : m_parts.plan().launches) {
        if (launch.replaces == m_planned.id && launch.why != PlanReason::None)
            return &launch;
    }
    return nullptr;
}

bool MachineReplacement::isStarted() const
{
    return isLaunchedByUpdate(m_planned.stateBefore);
}

Result<void> MachineReplacement::create()
{
    const PlannedLaunch *planned = launch();
    if (planned && !planned->adopts.isEmpty())
        return adopt(planned->adopts);
    MachineMaker::Wanted wanted;
    wanted.lane = launchLane(m_planned.id);
    wanted.replaces = m_planned.id;
    wanted.config = m_target;
    wanted.region = m_planned.region;
    wanted.started = isStarted();
    const Result<Machine> made = MachineMaker::create(m_parts, m_leases, m_bar.id(), wanted);
    if (!made)
        return failure(made.error());
    m_made = *made;
    m_bar.note(Note::CreatedMachine, {m_made.id.value});
    return {};
}

Result<void> MachineReplacement::adopt(const MachineId &machine)
{
    m_made = m_parts.prepared.machines.value(machine);
    m_bar.note(Note::Adopted, {machine.value});
    return MachineMaker::tellCreated(
        m_parts, machine, {launchLane(m_planned.id), m_planned.id, m_target, {}, true});
}

Result<void> MachineReplacement::finish()
{
    if (isStarted()) {
        if (const Result<void> good = untilGood(); !good)
            return good;
    } else {
        m_bar.note(Note::MachineState, {m_made.rawState});
    }
    if (const std::optional<Error> halt = m_parts.halted())
        return failure(*halt);
    return destroyPatiently(m_parts, m_leases, m_bar.id(), m_planned.id, m_parts.abort);
}

Result<void> MachineReplacement::untilGood()
{
    MachineWatch watch(
        m_parts, m_made.id, m_target, m_bar, Step::UpdateMachine, m_planned.id.value);
    const Result<Machine> running = watch.untilStarted(m_made);
    if (!running)
        return failure(running.error());
    if (running->state != MachineState::Started)
        return failure(Error::Kind::Timeout, u"the machine that was made instead does not start"_s);
    return watch.untilHealthy(*running);
}
