#pragma once

#include "deploy/leasekeeper.h"
#include "deploy/runparts.h"
#include "deploy/strategyfailure.h"

// fly-io.md 5.5, before the update: machines of process groups that go are destroyed, then those of
// groups that come are made, one after another.
class GroupChanges
{
public:
    GroupChanges(RunParts &parts, LeaseKeeper &leases);

    [[nodiscard]] Result<void> run();
    [[nodiscard]] std::optional<FirstFailure::What> firstFailure() const { return m_first.get(); }

private:
    Result<void> destroyAll();
    Result<void> destroy(const PlannedMachine &planned);
    Result<void> create(const PlannedLaunch &launch);
    Result<void> make(const PlannedLaunch &launch, Span &bar);
    Result<MachineConfig> configOf(const PlannedLaunch &launch) const;

    RunParts &m_parts;
    LeaseKeeper &m_leases;
    QHash<QString, MachineId> m_made; // by lane
    FirstFailure m_first;
};
