#pragma once

#include "deploy/journal.h"
#include "types/deploymentstate.h"

#include <QHash>
#include <QTemporaryDir>

#include <map>
#include <mutex>
#include <optional>
#include <vector>

// A journal in memory that can fail as a disk does. Tests only.
class MemoryJournal final : public Journal
{
public:
    // From the n-th append on (from 0, counted over all deployments) everything written is refused.
    void failFrom(int append, Error::Kind kind);
    void heal();
    // Its process was killed: nothing is written any more, and nothing is told.
    void refuseAll();

    [[nodiscard]] int appends() const;
    [[nodiscard]] QList<DeployEvent> all(const DeploymentId &id) const;
    [[nodiscard]] DeploymentState state(const DeploymentId &id) const;
    [[nodiscard]] QList<DeploymentId> ids() const; // in order of their begin
    [[nodiscard]] QStringList problems() const; // gaps in the numbers, events the fold refuses

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

    QHash<QString, UsualDuration> usualDurations;

private:
    struct Row
    {
        AppName app;
        int number = 0;
        QList<DeployEvent> events;
        DeploymentState state;
        QList<LogLine> log;
        std::optional<ProcessIdentity> cancel;
    };
    [[nodiscard]] QString lockPath(const AppName &app) const;
    [[nodiscard]] DeploymentSummary summaryOf(const DeploymentId &id, const Row &row) const;
    [[nodiscard]] std::optional<Error> refusal() const;

    mutable std::mutex m_mutex;
    QTemporaryDir m_folder;
    std::map<DeploymentId, Row> m_rows;
    QList<DeploymentId> m_order;
    QHash<AppName, ProcessIdentity> m_owners;
    QHash<QString, QDateTime> m_done;
    QStringList m_problems;
    int m_appends = 0;
    int m_failFrom = -1;
    Error::Kind m_failure = Error::Kind::Storage;
};
