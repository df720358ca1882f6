#pragma once

#include "core/promise.h"
#include "deploy/journal.h"
#include "types/deploymentstate.h"
#include "types/deployplan.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class Clock;
class FlyClient;

struct PlanRequest
{
    DeployKind kind = DeployKind::Deploy;
    AppName app;
    QString image; // Deploy: reference to run; empty: the one that runs now
    QString configPath; // a fly.toml; empty: the recorded or the current release's definition
    std::optional<Strategy> strategy; // nothing: the recorded one, or fly.toml's
    DeploymentId deployment; // Retry/Resume/RollBack: which one; empty: the app's last
    int toVersion = 0; // RollBack: the release to return to; 0: the one before
    QList<MachineId> leaveOut; // not touched
    AppName lastFromConfig; // the app last deployed with configPath; empty: none is known
};

// The text a rule of diagnosis may look at besides the events.
using DiagnoseFunction =
    std::function<std::optional<Diagnosis>(const DeploymentState &, const QList<LogLine> &)>;

// Looks at the app's public address, by the configs its machines have. Nothing: it has none.
using ProbeFunction = std::function<std::optional<ProbeResult>(
    const AppName &, const QList<MachineConfig> &, std::stop_token)>;

struct DeployServiceParts // all must outlive the service
{
    std::function<FlyClient *(const AppName &)> clientFor; // nullptr: no account knows the app
    Journal *journal = nullptr;
    Clock *clock = nullptr;
    DiagnoseFunction diagnose; // any thread
    std::function<bool(const AppName &)> isProduction;
    ProbeFunction probe; // any thread; nothing: no look from outside
    // The app last deployed with this fly.toml; empty: none is known.
    std::function<AppName(const QString &)> lastFromConfig;
    QString program; // "atalaya" or "atalayactl", for ownership
};

// Plans, runs, follows and cancels deployments. Lives in the thread that made it (UI or ctl main);
// engines run on threads of their own. Signals arrive in that thread.
class DeployService final : public QObject
{
    Q_OBJECT

public:
    explicit DeployService(DeployServiceParts parts, QObject *parent = nullptr);
    ~DeployService() override; // asks engines to stop and joins them

    // Survey and plan; writes nothing.
    Pending<DeployPlan> plan(const PlanRequest &request);
    // Runs a plan. Refused: Precondition when the survey changed, Conflict when another process
    // owns the app, Storage when the journal cannot be written.
    Pending<DeploymentId> apply(const DeployPlan &plan);
    // Here or, through the store, in the process that runs it.
    Pending<bool> cancel(const DeploymentId &id);
    // Writes down how a deployment that stopped half-way goes on; see deploy/question.h.
    Pending<bool> answer(const DeploymentId &id, FailureAnswer answer);

    Pending<QList<DeploymentSummary>> history(const AppName &app, int limit = 100);
    Pending<DeploymentState> load(const DeploymentId &id);
    Pending<QList<DeployEvent>> events(const DeploymentId &id);
    Pending<QList<LogLine>> log(const DeploymentId &id);
    Pending<QList<DeploymentSummary>> unfinished();

    // Follows a deployment that another process runs: its events and log arrive by eventsArrived
    // and logArrived until it ends or unfollow().
    void follow(const DeploymentId &id, qint64 afterSequence);
    void unfollow(const DeploymentId &id);

    [[nodiscard]] QList<DeploymentId> running() const; // run by this process
    // Asks all engines to stop; finished() follows each. For quit.
    void stopAll();

Q_SIGNALS:
    void eventsArrived(
        const DeploymentId &id, const QList<DeployEvent> &events); // run here or followed
    void logArrived(const DeploymentId &id, const QList<LogLine> &lines);
    void started(const DeploymentId &id, const AppName &app);
    void finished(const DeploymentId &id, const AppName &app); // verdict included
    void historyChanged(const AppName &app);
    void journalFailed(const Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};
