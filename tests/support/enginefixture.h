#pragma once

#include "core/ratebudget.h"
#include "core/virtualclock.h"
#include "deploy/engine.h"
#include "fly/flyclient.h"
#include "sandbox/inprocesstransport.h"
#include "support/memoryjournal.h"

#include <atomic>
#include <mutex>

// How many rows the matrices have: ATALAYA_MATRIX=small (thread sanitizer), =full (every request).
enum class MatrixSize
{
    Small,
    Normal,
    Full
};
MatrixSize matrixSize();

// The app of the field cases in a simulated world on a virtual clock, and engines to deploy it.
// Tests only.
class EngineFixture
{
public:
    // `machines` of the app "grupo-gad" on v41; v42 failed in its release command.
    enum class Pace
    {
        Quick, // seconds: it is the order that matters
        Real, // the times of the scenario "one"
    };
    explicit EngineFixture(int machines = 3, Pace pace = Pace::Quick);
    ~EngineFixture();
    static std::shared_ptr<SimWorld> makeWorld(int machines, Pace pace);
    static FlyEndpoints endpoints();

    struct Outcome
    {
        Result<DeploymentId> accepted = failure(Error::Kind::Internal, QStringLiteral("not run"));
        QList<DeployEvent> events; // as the sink saw them, of this run
        std::optional<events::AttemptEnded> ended;
        std::optional<Verdict> verdict;
        [[nodiscard]] int count(size_t kind) const;
    };

    [[nodiscard]] PlanRequest request(DeployKind kind) const;
    [[nodiscard]] PlanRequest deployOf(const QString &tag) const;
    Result<DeployPlan> plan(const PlanRequest &request);
    Outcome run(const DeployPlan &plan);
    // Plans and runs; a plan that is refused is the outcome.
    Outcome run(const PlanRequest &request);

    // The engine runs until its n-th request has come: from then on its process counts as dead.
    // Whatever it still tries is neither sent nor written down.
    Outcome runAndKill(const DeployPlan &plan, int request);
    void revive(); // after runAndKill: the next engine is a new process

    [[nodiscard]] QList<SimMachineFacts> machines();
    [[nodiscard]] int allMachines(); // release machines included
    [[nodiscard]] int liveLeases();
    [[nodiscard]] QString releaseStatus(int version);
    [[nodiscard]] int releaseRuns();
    void provoke(
        const QString &fault, const QString &machine = {}, const QJsonObject &options = {});

    // Stops the running engine; for hooks of the transport.
    void cancelRun();

    static const AppName app;
    static const QString newImage; // of v42
    static const QString oldImage; // of v41

    VirtualClock clock;
    std::shared_ptr<SimWorld> world;
    InProcessTransport transport;
    RateBudget budget;
    FlyClient fly;
    MemoryJournal journal;
    DiagnoseFunction diagnose;

private:
    Outcome collect(DeployEngine &engine, const DeployPlan &plan);
    EngineParts parts();

    std::mutex m_mutex;
    QList<DeployEvent> m_events;
    DeployEngine *m_engine = nullptr;
    std::atomic<bool> m_dead = false;
};
