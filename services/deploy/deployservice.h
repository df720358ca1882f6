#pragma once

#include "core/promise.h"
#include "deploy/journal.h"
#include "deploy/stackdeploy.h"
#include "types/deploymentstate.h"
#include "types/deployplan.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class Clock;
class FlyClient;
enum class StackTask;
struct StackTaskResult;

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

    // Of a stack, whose target is stackTarget(name): `image` is the version (RollBack: to return
    // to), `configPath` its folder or atalaya.toml; empty: the linked one, the one before.
    std::optional<StackRedeploy> redeploy; // nothing: as recognised by what changed
    QStringList onRequest; // services to recreate although they are right
    std::optional<bool> backUp; // nothing: as the kind of redeploy has it
    bool restoreData = false; // RollBack: the database, too
    bool takeOver = false; // an unfinished run of somebody else is given up
    QString chain; // of a plan that is made again; empty: a new one
    // Resume: the answer to the open question of `deployment`, which goes on so; see
    // deploy/question.h.
    std::optional<FailureAnswer> answer;
};

// How far a stack's run is stopped on its servers.
enum class StopMode
{
    Policy, // rolled back or asked, as atalaya.toml says
    RollBack,
    Leave // as it is then
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
    StackDeployParts stacks; // of servers; without `open` no stack can be deployed
};

// Plans, runs, follows and cancels deployments. Lives in the thread that made it (UI or ctl main);
// engines run on threads of their own. Signals arrive in that thread.
class DeployService final : public QObject
{
    Q_OBJECT

public:
    explicit DeployService(DeployServiceParts parts, QObject *parent = nullptr);
    ~DeployService() override; // asks engines to stop and joins them

    // Survey and plan; writes nothing. A Resume of a stack gives its recorded plan again, which
    // apply() follows to its end, or carries on with the answer.
    Pending<DeployPlan> plan(const PlanRequest &request);
    // Runs a plan. Refused: Precondition when the survey changed, Conflict when another process
    // owns the app, Storage when the journal cannot be written.
    Pending<DeploymentId> apply(const DeployPlan &plan);
    // Here or, through the store, in the process that runs it.
    // Of a stack it is asked of its servers, whoever follows the run.
    Pending<bool> cancel(const DeploymentId &id, StopMode mode = StopMode::Policy);
    // Writes down how a deployment that stopped half-way goes on; see deploy/question.h.
    Pending<bool> answer(const DeploymentId &id, FailureAnswer answer);

    // See deploy/stacktask.h; `request` names the stack, its folder and the version.
    Pending<QList<StackTaskResult>> doTask(const PlanRequest &request, StackTask task);

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
    // Asks all engines to stop; finished() follows each. For quit. What servers run goes on there,
    // and is followed again by a Resume.
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
