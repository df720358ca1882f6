#pragma once

#include "core/promise.h"
#include "deploy/journal.h"
#include "types/deploymentstate.h"
#include "types/deployplan.h"

#include <QObject>

#include <functional>
#include <memory>

class Clock;
class FlyClient;

struct PlanRequest
{
    DeployKind kind = DeployKind::Deploy;
    AppName app;
    QString image; // Deploy: reference to run; empty: the one that runs now
    QString configPath; // a fly.toml; empty: the recorded or the current release's definition
    DeploymentId deployment; // Retry/Resume/RollBack: which one; empty: the app's last
};

// The text a rule of diagnosis may look at besides the events.
using DiagnoseFunction =
    std::function<std::optional<Diagnosis>(const DeploymentState &, const QList<LogLine> &)>;

struct DeployServiceParts // all must outlive the service
{
    std::function<FlyClient *(const AppName &)> clientFor; // nullptr: no account knows the app
    Journal *journal = nullptr;
    Clock *clock = nullptr;
    DiagnoseFunction diagnose; // any thread
    std::function<bool(const AppName &)> isProduction;
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

    Pending<QList<DeploymentSummary>> history(const AppName &app, int limit = 100);
    Pending<DeploymentState> load(const DeploymentId &id);
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
