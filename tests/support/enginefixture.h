#pragma once

#include "core/ratebudget.h"
#include "core/virtualclock.h"
#include "deploy/engine.h"
#include "fly/flyclient.h"
#include "sandbox/inprocesstransport.h"
#include "support/memoryjournal.h"

#include <QJsonObject>

#include <atomic>
#include <functional>
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
    using Change = std::function<void(QJsonObject &app)>; // to the app of the scenario
    // `ahead`: of the platform's clock, of ours.
    explicit EngineFixture(int machines = 3,
        Pace pace = Pace::Quick,
        const Change &change = {},
        std::chrono::seconds ahead = {});
    explicit EngineFixture(std::shared_ptr<SimWorld> made); // another world
    ~EngineFixture();
    static std::shared_ptr<SimWorld> makeWorld(
        int machines, Pace pace, const Change &change = {}, std::chrono::seconds ahead = {});
    // Started, stopped, suspended and standby machines of the process groups app and worker.
    static Change mixed();
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

    [[nodiscard]] QList<SimMachineFacts> machines(); // of the group app
    [[nodiscard]] QList<SimMachineFacts> machinesOf(const QString &group); // empty: of every group
    [[nodiscard]] int allMachines(); // release machines included
    [[nodiscard]] int liveLeases();
    [[nodiscard]] QString releaseStatus(int version);
    [[nodiscard]] int releaseRuns();
    void provoke(
        const QString &fault, const QString &machine = {}, const QJsonObject &options = {});

    // Of an engine with another journal: another console.
    [[nodiscard]] EngineParts otherConsole(MemoryJournal &its);

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
    ProbeFunction probe;

private:
    Outcome collect(DeployEngine &engine, const DeployPlan &plan);
    EngineParts parts();

    std::mutex m_mutex;
    QList<DeployEvent> m_events;
    DeployEngine *m_engine = nullptr;
    std::atomic<bool> m_dead = false;
};
