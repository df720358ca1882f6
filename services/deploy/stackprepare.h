#pragma once

#include "deploy/deployservice.h"
#include "deploy/stackrecord.h"

// A stack's plan and what carrying it out needs besides. Files hold secrets: this part is made anew
// at apply and is never stored.
struct PreparedStack
{
    DeployPlan plan;
    StackFolder folder;
    DeploymentState state; // of plan.deployment; empty: a new one
    QStringList ownRuns; // all that the journal knows of: those may be superseded
    QHash<QString, std::chrono::milliseconds> clocksAhead; // by server
    std::optional<DeploymentState> superseded; // interrupted, and not gone on with
    std::optional<DeploymentState> asked; // with an open question that this plan answers
};

// Reads the folder and the journal, looks at the servers, and plans; nothing is written. Blocking.
[[nodiscard]] Result<PreparedStack> prepareStack(
    const DeployServiceParts &parts, const PlanRequest &request, std::stop_token stop);
// The request that gives this plan again.
[[nodiscard]] PlanRequest stackRequestOf(const DeployPlan &plan);
// The plan goes on with runs that are there: nothing is looked at or planned anew for it.
[[nodiscard]] bool goesOnWithRuns(const DeployPlan &plan);
