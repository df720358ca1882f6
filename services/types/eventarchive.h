#pragma once

#include "types/deployevent.h"
#include "types/jsonarchive.h"

// An event as a field or list of something larger; a problem's path leads through it.
void describe(JsonWriter &archive, const DeployEvent &event);
void describe(JsonReader &archive, DeployEvent &event);
