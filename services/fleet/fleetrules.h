#pragma once

#include "types/fleetsnapshot.h"

// What the fleet says of an app, from its machines and its newest release.
FleetState appFleetState(const FleetApp &app);
// Release version of the running machines (of all, when none runs); 0: mixed or unknown.
int servingVersionOf(const QList<Machine> &machines);
// Equal apart from when they were fetched.
bool sameButAges(const FleetAccount &a, const FleetAccount &b);
