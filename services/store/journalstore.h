#pragma once

#include "deploy/journal.h"

#include <QString>

#include <chrono>
#include <memory>

// Journal on SQLite (WAL; BEGIN IMMEDIATE; two threads inside, one writes and one reads, each with
// its own connection) and capped chunk files for logs, in one folder: store.db, logs/, locks/
// (0700, files 0600). A damaged or newer database is refused with an error that says so and is left
// untouched. Batched events are written within 200 ms; this process reads them at once.
class JournalStore final : public Journal
{
public:
    struct Limits
    {
        qint64 logBytesPerDeployment = 8 * 1024 * 1024;
        int deploymentsPerApp = 500; // older ended ones are removed
        qint64 databaseBytes = 0; // 0: as much as the disk holds; else StorageFull beyond
        std::chrono::milliseconds busyTimeout{3000}; // how long to wait for another process
    };

    // Opens or creates; migrates forward. Errors: Storage (detail names file and reason),
    // StorageFull.
    [[nodiscard]] static Result<std::unique_ptr<JournalStore>> open(
        const QString &folder, Limits limits);
    [[nodiscard]] static Result<std::unique_ptr<JournalStore>> open(const QString &folder)
    {
        return open(folder, Limits{});
    }
    ~JournalStore() override;

    Result<int> begin(const DeploymentId &id, const AppName &app) override;
    Result<void> append(const DeployEvent &event, Durability durability) override;
    Result<QList<DeployEvent>> events(const DeploymentId &id, qint64 afterSequence) override;
    Result<QList<DeploymentSummary>> deployments(const AppName &app, int limit) override;
    Result<std::optional<DeploymentSummary>> deployment(const DeploymentId &id) override;
    Result<QList<DeploymentSummary>> unfinished() override;
    Result<void> appendLog(const DeploymentId &id, const QList<LogLine> &lines) override;
    Result<QList<LogLine>> log(const DeploymentId &id, qint64 from, int limit) override;
    Result<std::unique_ptr<FileLock>> own(
        const AppName &app, const ProcessIdentity &identity) override;
    Result<std::optional<ProcessIdentity>> owner(const AppName &app) override;
    Result<void> requestCancel(const DeploymentId &id, const ProcessIdentity &by) override;
    Result<std::optional<ProcessIdentity>> cancelRequested(const DeploymentId &id) override;
    Result<std::optional<QDateTime>> releaseCommandDone(const QString &key) override;
    Result<QHash<QString, UsualDuration>> usual(const AppName &app) override;
    Result<QByteArray> digestKey() override;

    // Imports a whole deployment (events and log) as it was; used for the sandbox's past. `number`:
    // its number in the app's list, above all that are there; 0: the next one.
    Result<void> import(const AppName &app,
        const QList<DeployEvent> &events,
        const QList<LogLine> &log,
        int number = 0);

    // Everything that was deployed, for a sandbox whose world begins anew. Conflict: a deployment
    // runs, and nothing was taken away.
    Result<void> clear();

private:
    JournalStore();
    struct Private;
    std::unique_ptr<Private> d;
};
