#include "deploy/canarystrategy.h"

#include "core/parallel.h"
#include "deploy/deadlinestop.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr std::size_t groupsAtOnce = 16;
constexpr Clock::Duration canaryRemovalBudget = 40s;
} // namespace

CanaryStrategy::CanaryStrategy(RunParts &parts, LeaseKeeper &leases)
    : m_parts(parts)
    , m_leases(leases)
{
}

Result<void> CanaryStrategy::run()
{
    std::vector<NewMachine *> canaries;
    for (const PlannedLaunch &launch : m_parts.plan().launches) {
        if (launch.why != PlanReason::None)
            continue;
        m_canaries.push_back(std::make_unique<NewMachine>(m_parts, m_leases, launch, QString()));
        canaries.push_back(m_canaries.back().get());
        canaries.back()->waitTurn();
    }
    return forEachParallel(canaries,
        groupsAtOnce,
        m_parts.clock,
        m_parts.stop,
        [this](NewMachine *canary, const std::stop_token &) { return tryOut(*canary); });
}

Result<void> CanaryStrategy::tryOut(NewMachine &canary)
{
    Result<void> done = canary.create({});
    if (done)
        done = canary.untilGood();
    if (done) {
        if (const std::optional<Error> halt = m_parts.halted())
            done = failure(*halt);
    }
    // Under a budget of its own: a cancel leaves no canary behind.
    const DeadlineStop budget(m_parts.clock, canaryRemovalBudget);
    const Result<void> removed = canary.destroy(budget.token());
    if (done)
        done = removed; // it would go on taking traffic
    canary.end(done);
    if (!done)
        m_first.add(Step::LaunchMachine, canary.planned().lane, done.error());
    return done;
}
