#include "deploy/groupchanges.h"

#include "core/parallel.h"
#include "deploy/lostanswer.h"
#include "deploy/machinemaker.h"
#include "deploy/machinewatch.h"
#include "deploy/patientwrite.h"
#include "fly/groupconfig.h"

using namespace Qt::StringLiterals;

GroupChanges::GroupChanges(RunParts &parts, LeaseKeeper &leases)
    : m_parts(parts)
    , m_leases(leases)
{
}

Result<void> GroupChanges::run()
{
    if (const Result<void> destroyed = destroyAll(); !destroyed)
        return destroyed;
    for (const PlannedLaunch &launch : m_parts.plan().launches) {
        if (launch.why == PlanReason::None || !launch.replaces.isEmpty())
            continue;
        if (const Result<void> created = create(launch); !created) {
            m_first.add(Step::LaunchMachine, launch.lane, created.error());
            return created;
        }
    }
    return {};
}

Result<void> GroupChanges::destroyAll()
{
    std::vector<PlannedMachine> machines;
    for (const PlannedMachine &planned : m_parts.plan().machines) {
        if (planned.action == PlannedMachine::Action::Destroy)
            machines.push_back(planned);
    }
    return forEachParallel(machines,
        pace::destroyedAtOnce,
        m_parts.clock,
        m_parts.stop,
        [this](const PlannedMachine &planned, const std::stop_token &) {
            const Result<void> done = destroy(planned);
            if (!done)
                m_first.add(Step::RetireMachine, planned.id.value, done.error());
            return done;
        });
}

Result<void> GroupChanges::destroy(const PlannedMachine &planned)
{
    if (const std::optional<Error> halt = m_parts.halted())
        return failure(*halt);
    Span bar(m_parts.recorder,
        {Phase::Update, Step::RetireMachine, planned.id.value, {}, Segment::Work, {}});
    const Result<LeaseKeeper::Held> held = m_leases.ensure(planned.id, bar.id());
    const bool gone = !held && held.error().kind == Error::Kind::NotFound;
    const Result<void> done = held || gone
        ? destroyPatiently(m_parts, m_leases, bar.id(), planned.id, m_parts.abort)
        : failure(held.error());
    bar.end(done);
    return done;
}

Result<void> GroupChanges::create(const PlannedLaunch &launch)
{
    if (const std::optional<Error> halt = m_parts.halted())
        return failure(*halt);
    Span bar(
        m_parts.recorder, {Phase::Update, Step::LaunchMachine, launch.lane, {}, Segment::Work, {}});
    const Result<void> done = make(launch, bar);
    bar.end(done);
    return done;
}

Result<void> GroupChanges::make(const PlannedLaunch &launch, Span &bar)
{
    const Result<MachineConfig> config = configOf(launch);
    if (!config)
        return failure(config.error());
    const MachineMaker::Wanted wanted{launch.lane, {}, *config, launch.region, launch.started};
    const Result<Machine> made = MachineMaker::create(m_parts, m_leases, bar.id(), wanted);
    if (!made)
        return failure(made.error());
    m_made.insert(launch.lane, made->id);
    bar.note(Note::CreatedMachine, {made->id.value});
    if (!launch.started || m_parts.plan().strategy == Strategy::Immediate)
        return {};
    MachineWatch watch(m_parts, made->id, *config, bar, Step::LaunchMachine, launch.lane);
    const Result<Machine> running = watch.untilStarted(*made);
    if (!running)
        return failure(running.error());
    if (running->state != MachineState::Started)
        return failure(Error::Kind::Timeout, u"the machine that was made does not start"_s);
    return watch.untilHealthy(*running);
}

// The one it stands by for has been made just now, or by an earlier attempt.
Result<MachineConfig> GroupChanges::configOf(const PlannedLaunch &launch) const
{
    const MachineConfig config = m_parts.prepared.launchTargets.value(launch.lane);
    if (launch.standbyFor.isEmpty() || !m_made.contains(launch.standbyFor))
        return config;
    return standbyConfig(config, m_made.value(launch.standbyFor));
}
