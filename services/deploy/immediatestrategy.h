#pragma once

#include "deploy/machineupdate.h"
#include "deploy/strategyfailure.h"

#include <memory>
#include <vector>

// fly-io.md 5.6, immediate: all machines at once, none waits for another, and the failure of one
// stops none. Unlike flyctl it does look at how they come up, side by side, so that what it reports
// is what is.
class ImmediateStrategy
{
public:
    ImmediateStrategy(RunParts &parts, LeaseKeeper &leases);

    [[nodiscard]] Result<void> run();
    [[nodiscard]] std::optional<FirstFailure::What> firstFailure() const { return m_first.get(); }

    static constexpr int sentAtOnce = 8;

private:
    using Job = MachineUpdate *;

    void prepare();
    Result<void> each(const std::vector<Job> &jobs,
        std::size_t limit,
        Result<void> (MachineUpdate::*part)(),
        std::vector<Job> *good);

    RunParts &m_parts;
    LeaseKeeper &m_leases;
    std::vector<std::unique_ptr<MachineUpdate>> m_updates;
    FirstFailure m_first;
};
