#pragma once

#include "deploy/runparts.h"

class LeaseKeeper;

// Machines that a deployment makes outside of a strategy.
namespace MachineMaker {
// One of the app's own, with a lease that is kept from then on; told as MachineCreated.
struct Wanted
{
    QString lane; // what it is for: see launchLane(), groupLane()
    MachineId replaces;
    MachineConfig config; // without the labels of the release
    QString region;
    bool started = true;
};
[[nodiscard]] Result<Machine> create(
    RunParts &parts, LeaseKeeper &leases, SpanId span, const Wanted &wanted);

// The same of one that is taken over; nothing when it has been told.
[[nodiscard]] Result<void> tellCreated(
    RunParts &parts, const MachineId &machine, const Wanted &wanted);
} // namespace MachineMaker
