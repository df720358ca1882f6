#pragma once

#include "types/fleetsnapshot.h"

// What an earlier session knew stands until something has answered: the apps of an account that has
// not been listed yet, the machines of an app that nobody has looked at yet.
[[nodiscard]] FleetAccount overLastKnown(FleetAccount fresh, const FleetAccount &lastKnown);
// Whether it still shows something of an earlier session.
[[nodiscard]] bool showsLastKnown(const FleetAccount &account);
