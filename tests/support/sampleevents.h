#pragma once

#include "types/deployevent.h"

// One event of every kind with every field set, numbered from 1.
QList<DeployEvent> sampleEvents();
DeployPlan samplePlan();
