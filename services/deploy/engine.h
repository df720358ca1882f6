#pragma once

#include "core/clock.h"
#include "core/promise.h"
#include "deploy/deployservice.h"
#include "deploy/planengine.h"
#include "deploy/planner.h"
#include "deploy/runrecorder.h"

#include <atomic>
#include <memory>
#include <stop_token>
#include <thread>

struct EngineParts // all must outlive the engine
{
    FlyClient *fly = nullptr;
    Journal *journal = nullptr;
    Clock *clock = nullptr;
    DiagnoseFunction diagnose;
    ProbeFunction probe;
    ProcessIdentity identity;
    bool production = true;
    // From any thread; in order of the events.
    std::function<void(const DeployEvent &)> eventSink;
    std::function<void(const DeploymentId &, const QList<LogLine> &)> logSink;
    std::function<void(const Error &)> journalFailed;
    // A deployment that was begun before goes on here, without a new attempt.
    std::function<void(const DeploymentId &)> attached;
    const StackDeployParts *stacks = nullptr; // of stacks, which need no `fly`
};

// Surveys and reads the journal for a request; nothing is written. Blocking.
[[nodiscard]] Result<PreparedPlan> surveyAndPlan(FlyClient &fly,
    Journal &journal,
    Clock &clock,
    const PlanRequest &request,
    bool production,
    const CallContext &context);
// The request that gives this plan again.
[[nodiscard]] PlanRequest requestOf(const DeployPlan &plan);

// Carries out one plan on a thread of its own: the local executor's heart. The steps are in
// engine.cpp's run(), top to bottom. Journal first, then the platform; leases before the release
// command; whatever happens, leases are dropped, the release is closed and reality is looked at.
class DeployEngine final : public PlanEngine
{
public:
    explicit DeployEngine(EngineParts parts);
    ~DeployEngine() override; // asks to stop and joins
    Q_DISABLE_COPY_MOVE(DeployEngine)

    Pending<DeploymentId> start(const DeployPlan &plan, Finished finished = {}) override;
    void cancel() override;
    void leave() override { cancel(); }
    void join(); // waits for the end without asking for it

private:
    void run(const DeployPlan &plan, const Promise<DeploymentId> &accepted);

    const EngineParts m_parts;
    std::stop_source m_stop;
    std::function<void(const DeploymentId &)> m_finished;
    std::jthread m_thread;
};
