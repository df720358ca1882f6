#pragma once

#include "deploy/planner.h"

// The parts a plan is put together from; private to the planner.
struct ConfigSource
{
    std::optional<FlyToml> toml; // nothing: the app has no release with a definition
    QString name; // "release v42", or the path of the fly.toml
    bool isDefinition = false;
    bool fileDrifted = false; // the recorded fly.toml is no more what it was
};

namespace PlanParts {
[[nodiscard]] Strategy chooseStrategy(
    const PlanInputs &inputs, const ConfigSource &source, DeployKind kind);
// The machines that the plan is about; what strategies of earlier attempts made is sorted out.
[[nodiscard]] QList<Machine> withoutMade(const PlanInputs &inputs, PreparedPlan &prepared);
// After planMachines: what the strategy makes and replaces.
[[nodiscard]] Result<void> planStrategy(const PlanInputs &inputs, PreparedPlan &prepared);
Result<void> planMachines(const PlanInputs &inputs, PreparedPlan &prepared);
void planReleaseCommand(const PlanInputs &inputs, PreparedPlan &prepared);
void planSteps(const PlanInputs &inputs, PreparedPlan &prepared);
void planNotices(const PlanInputs &inputs, const ConfigSource &source, PreparedPlan &prepared);
QString surveyHash(const PlanInputs &inputs, const PreparedPlan &prepared);
} // namespace PlanParts
