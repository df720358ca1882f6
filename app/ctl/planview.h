#pragma once

#include "app/ctl/output.h"
#include "types/deployplan.h"

// The plan as lines for people, or as one object.
void showPlan(CtlOutput &out, const DeployPlan &plan);
