#pragma once

#include "deploy/leasekeeper.h"
#include "deploy/runparts.h"

// In place of an update: another machine is made on the lane of the old one, and only when it is
// good the old one is destroyed. What an earlier attempt made is taken over.
class MachineReplacement
{
public:
    // `target`: without labels. `bar`: of the old machine; both must outlive this.
    MachineReplacement(RunParts &parts,
        LeaseKeeper &leases,
        const PlannedMachine &planned,
        const MachineConfig &target,
        Span &bar);

    [[nodiscard]] Result<void> create();
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] const PlannedLaunch *launch() const;
    [[nodiscard]] bool isStarted() const;
    Result<void> adopt(const MachineId &machine);
    Result<void> untilGood();

    RunParts &m_parts;
    LeaseKeeper &m_leases;
    const PlannedMachine &m_planned;
    const MachineConfig &m_target;
    Span &m_bar;
    Machine m_made;
};
