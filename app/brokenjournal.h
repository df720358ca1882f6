#pragma once

#include "deploy/journal.h"

// Stands in for a store that could not be opened: every call answers why. Nothing is deployed
// without a journal, and the store's files stay as they are.
class BrokenJournal final : public Journal
{
public:
    explicit BrokenJournal(Error why)
        : m_why(std::move(why))
    {
    }

    Result<int> begin(const DeploymentId &, const AppName &) override { return refuse(); }
    Result<void> append(const DeployEvent &, Durability) override { return refuse(); }
    Result<QList<DeployEvent>> events(const DeploymentId &, qint64) override { return refuse(); }
    Result<QList<DeploymentSummary>> deployments(const AppName &, int) override { return refuse(); }
    Result<std::optional<DeploymentSummary>> deployment(const DeploymentId &) override
    {
        return refuse();
    }
    Result<QList<DeploymentSummary>> unfinished() override { return refuse(); }
    Result<void> appendLog(const DeploymentId &, const QList<LogLine> &) override
    {
        return refuse();
    }
    Result<QList<LogLine>> log(const DeploymentId &, qint64, int) override { return refuse(); }
    Result<std::unique_ptr<FileLock>> own(const AppName &, const ProcessIdentity &) override
    {
        return refuse();
    }
    Result<std::optional<ProcessIdentity>> owner(const AppName &) override { return refuse(); }
    Result<void> requestCancel(const DeploymentId &, const ProcessIdentity &) override
    {
        return refuse();
    }
    Result<std::optional<ProcessIdentity>> cancelRequested(const DeploymentId &) override
    {
        return refuse();
    }
    Result<std::optional<QDateTime>> releaseCommandDone(const QString &) override
    {
        return refuse();
    }
    Result<QHash<QString, UsualDuration>> usual(const AppName &) override { return refuse(); }
    Result<QByteArray> digestKey() override { return refuse(); }

private:
    [[nodiscard]] tl::unexpected<Error> refuse() const { return failure(m_why); }

    Error m_why;
};
