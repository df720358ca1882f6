#pragma once

#include "deploy/newmachine.h"
#include "deploy/strategyfailure.h"

#include <memory>
#include <vector>

// fly-io.md 5.6, canary, its first phase: one more machine of every group tries the new version and
// is destroyed again, whether it went well or not.
class CanaryStrategy
{
public:
    CanaryStrategy(RunParts &parts, LeaseKeeper &leases);

    [[nodiscard]] Result<void> run();
    [[nodiscard]] std::optional<FirstFailure::What> firstFailure() const { return m_first.get(); }

private:
    Result<void> tryOut(NewMachine &canary);

    RunParts &m_parts;
    LeaseKeeper &m_leases;
    std::vector<std::unique_ptr<NewMachine>> m_canaries;
    FirstFailure m_first;
};
