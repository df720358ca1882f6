#pragma once

#include "deploy/engine.h"
#include "deploy/stackprepare.h"

// Carries out a stack's plan: the server executor's heart. Runs are started on the servers, wave by
// wave, and followed; what they tell is journalled. When this process goes, they go on there.
class StackEngine final : public PlanEngine
{
public:
    StackEngine(EngineParts parts, const DeployServiceParts &service);
    ~StackEngine() override; // asks to leave and joins

    Pending<DeploymentId> start(const DeployPlan &plan, Finished finished = {}) override;
    void cancel() override; // by the policy of atalaya.toml
    void leave() override;

private:
    void run(const DeployPlan &plan, const Promise<DeploymentId> &accepted);
    Result<void> mayChange(const StackPlan &plan);

    const EngineParts m_parts;
    const DeployServiceParts &m_service;
    std::stop_source m_cancel;
    std::stop_source m_leave;
    Finished m_finished;
    std::jthread m_thread;
};

// Asks the servers of a deployment to stop its runs, whoever follows them. Blocking.
[[nodiscard]] Result<bool> stopStackRuns(const DeployServiceParts &service,
    const DeploymentState &state,
    StopMode mode,
    std::stop_token stop);
