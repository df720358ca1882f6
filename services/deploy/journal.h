#pragma once

#include "core/filelock.h"
#include "core/result.h"
#include "types/deployevent.h"
#include "types/logline.h"

#include <QList>

#include <memory>
#include <optional>

// One row of the list of deployments.
struct DeploymentSummary
{
    enum class Status
    {
        Running,
        RunningElsewhere,
        Interrupted,
        Ended
    };

    DeploymentId id;
    AppName app;
    int number = 0;
    DeployKind kind = DeployKind::Deploy; // of the first attempt
    DeploymentId refersTo;
    int attempts = 1;
    int releaseVersion = 0;
    QString image;
    QDateTime startedAt; // of the last attempt
    QDateTime endedAt;
    Status status = Status::Ended;
    Reported reported = Reported::Failed; // of the last attempt, when ended
    std::optional<Step> failedStep;
    std::optional<Verdict> verdict;
    ProcessIdentity owner; // of the last attempt
    bool operator==(const DeploymentSummary &) const = default;
};

enum class Durability
{
    Durable, // on the disk when the call returns (synchronous=FULL): intents, ends
    Batched, // soon: notes, requests, segment boundaries
};

// Where deployments are written down. Thread-safe; every call may block on the disk (engine and
// pool threads only). Implemented by store/JournalStore.
class Journal
{
public:
    virtual ~Journal() = default;

    // A new deployment; gives it its number. Then append AttemptStarted.
    [[nodiscard]] virtual Result<int> begin(const DeploymentId &id, const AppName &app) = 0;
    // The event's sequence must be the next one (Conflict otherwise).
    [[nodiscard]] virtual Result<void> append(const DeployEvent &event, Durability durability) = 0;
    [[nodiscard]] virtual Result<QList<DeployEvent>> events(
        const DeploymentId &id, qint64 afterSequence) = 0;
    [[nodiscard]] virtual Result<QList<DeploymentSummary>> deployments(
        const AppName &app, int limit) = 0; // newest first; without an app: of all
    [[nodiscard]] virtual Result<std::optional<DeploymentSummary>> deployment(
        const DeploymentId &id) = 0;
    // Running or interrupted ones of all apps.
    [[nodiscard]] virtual Result<QList<DeploymentSummary>> unfinished() = 0;

    [[nodiscard]] virtual Result<void> appendLog(
        const DeploymentId &id, const QList<LogLine> &lines) = 0;
    // Lines from index `from` on; at most `limit`. Index 0 is the oldest still kept.
    [[nodiscard]] virtual Result<QList<LogLine>> log(
        const DeploymentId &id, qint64 from, int limit) = 0;

    // Ownership: one process runs the deployments of an app. The lock lives as long as the object.
    [[nodiscard]] virtual Result<std::unique_ptr<FileLock>> own(
        const AppName &app, const ProcessIdentity &identity) = 0;
    [[nodiscard]] virtual Result<std::optional<ProcessIdentity>> owner(
        const AppName &app) = 0; // nothing: free
    // Asks whoever runs it to stop; the runner polls cancelRequested.
    [[nodiscard]] virtual Result<void> requestCancel(
        const DeploymentId &id, const ProcessIdentity &by) = 0;
    [[nodiscard]] virtual Result<std::optional<ProcessIdentity>> cancelRequested(
        const DeploymentId &id) = 0;

    // The release command that succeeded for this key, if one did.
    [[nodiscard]] virtual Result<std::optional<QDateTime>> releaseCommandDone(
        const QString &key) = 0;
    // p50/p95 of past successful spans of the app, keyed by usualKey().
    [[nodiscard]] virtual Result<QHash<QString, UsualDuration>> usual(const AppName &app) = 0;
    // Key for configDigest(); made once per store.
    [[nodiscard]] virtual Result<QByteArray> digestKey() = 0;

protected:
    Journal() = default;
    Q_DISABLE_COPY_MOVE(Journal)
};

// "step", or "step/segment" for segments; "total" for a whole successful attempt.
QString usualKey(Step step, Segment segment);
