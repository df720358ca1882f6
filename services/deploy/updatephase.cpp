#include "deploy/updatephase.h"

#include "core/parallel.h"
#include "deploy/bluegreenstrategy.h"
#include "deploy/canarystrategy.h"
#include "deploy/groupchanges.h"
#include "deploy/immediatestrategy.h"
#include "deploy/rollingstrategy.h"

using namespace Qt::StringLiterals;

namespace {
constexpr std::size_t removedAtOnce = 4;
} // namespace

UpdatePhase::UpdatePhase(RunParts &parts, LeaseKeeper &leases)
    : m_parts(parts)
    , m_leases(leases)
{
}

Result<void> UpdatePhase::run()
{
    // Old machines of a switch that was not finished may be what serves: they go last.
    const bool last = m_parts.prepared.leftoversLast;
    if (!last) {
        if (const Result<void> removed = removeLeftovers(); !removed)
            return removed;
    }
    const Result<void> done = byStrategy();
    return done && last ? removeLeftovers() : done;
}

Result<void> UpdatePhase::byStrategy()
{
    switch (m_parts.plan().strategy) {
    case Strategy::Rolling:
        return roll();
    case Strategy::Immediate: {
        if (const Result<void> changed = changeGroups(); !changed)
            return changed;
        ImmediateStrategy strategy(m_parts, m_leases);
        const Result<void> done = strategy.run();
        m_first = strategy.firstFailure();
        return done;
    }
    case Strategy::Canary: {
        CanaryStrategy strategy(m_parts, m_leases);
        const Result<void> tried = strategy.run();
        m_first = strategy.firstFailure();
        return tried ? roll() : tried;
    }
    case Strategy::BlueGreen: {
        // What is right already is not replaced; its labels are set as by a rolling update.
        if (const Result<void> done = roll(); !done)
            return done;
        BlueGreenStrategy strategy(m_parts, m_leases);
        const Result<void> done = strategy.run();
        m_first = strategy.firstFailure();
        return done;
    }
    }
    return {};
}

Result<void> UpdatePhase::changeGroups()
{
    GroupChanges changes(m_parts, m_leases);
    const Result<void> done = changes.run();
    if (!done)
        m_first = changes.firstFailure();
    return done;
}

Result<void> UpdatePhase::roll()
{
    if (const Result<void> changed = changeGroups(); !changed)
        return changed;
    RollingStrategy strategy(m_parts, m_leases);
    const Result<void> done = strategy.run();
    if (const std::optional<RollingStrategy::Failure> &failed = strategy.firstFailure())
        m_first = FirstFailure::What{Step::UpdateMachine, failed->machine.value, failed->error};
    return done;
}

// One that cannot be removed is no reason not to deploy: the verdict names it.
Result<void> UpdatePhase::removeLeftovers()
{
    const QList<MachineId> &leftovers = m_parts.plan().leftovers;
    const std::vector<MachineId> machines(leftovers.cbegin(), leftovers.cend());
    static_cast<void>(forEachParallel(machines,
        removedAtOnce,
        m_parts.clock,
        m_parts.stop,
        [this](const MachineId &machine, const std::stop_token &) -> Result<void> {
            OldMachine old(m_parts, m_leases, machine, false);
            old.waitTurn();
            old.end(old.destroy(m_parts.abort));
            return {};
        }));
    if (const std::optional<Error> halt = m_parts.halted())
        return failure(*halt);
    return {};
}
