#pragma once

#include "models/rowsmodel.h"
#include "types/deployplan.h"

// What a stack's plan says, for where an app's plan tells of its machines. Only for plans with a
// stack (DeployPlan::stack).
namespace PlanStackRows {
QStringList facts(const DeployPlan &plan);
QStringList headers();
QList<TextRow> services(const DeployPlan &plan);
} // namespace PlanStackRows
