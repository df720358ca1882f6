#pragma once

#include "core/promise.h"
#include "types/deployplan.h"

#include <functional>

// Carries out one plan on a thread of its own.
class PlanEngine
{
public:
    using Finished = std::function<void(const DeploymentId &)>;

    virtual ~PlanEngine() = default; // asks to leave and joins
    Q_DISABLE_COPY_MOVE(PlanEngine)

    // Once. Answers with the deployment's id when the plan has been accepted and journalled, or
    // with why it was refused. `finished`: on the engine's thread, its last act.
    virtual Pending<DeploymentId> start(const DeployPlan &plan, Finished finished) = 0;
    virtual void cancel() = 0; // any thread, any time, any number of times
    // For quit: what this process does is stopped; what goes on elsewhere by itself is left to.
    virtual void leave() = 0;

protected:
    PlanEngine() = default;
};
