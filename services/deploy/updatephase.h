#pragma once

#include "deploy/leasekeeper.h"
#include "deploy/strategyfailure.h"

// The update phase by the plan's strategy, and what earlier attempts left to be tidied up.
class UpdatePhase
{
public:
    UpdatePhase(RunParts &parts, LeaseKeeper &leases);

    [[nodiscard]] Result<void> run();
    // Where it failed first.
    [[nodiscard]] const std::optional<FirstFailure::What> &firstFailure() const { return m_first; }

private:
    Result<void> byStrategy();
    Result<void> changeGroups();
    Result<void> roll();
    Result<void> removeLeftovers();

    RunParts &m_parts;
    LeaseKeeper &m_leases;
    std::optional<FirstFailure::What> m_first;
};
