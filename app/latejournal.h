#pragma once

#include "deploy/journal.h"

#include <functional>
#include <future>
#include <optional>

// A journal that is being opened on a thread of its own, so that no window waits for a disk or for
// another process's lock: every call waits for it. One that could not be opened answers why to
// every call; nothing is deployed without a journal, and the store's files stay as they are.
class LateJournal final : public Journal
{
public:
    using Opened = Result<std::unique_ptr<Journal>>;

    // `opened` is told on the opening thread how it went.
    explicit LateJournal(
        std::function<Opened()> open, std::function<void(const std::optional<Error> &)> opened);
    ~LateJournal() override;

    [[nodiscard]] std::optional<Error> error() const; // waits

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

private:
    template <typename T, typename Call> Result<T> with(Call call);

    std::shared_future<std::shared_ptr<Opened>> m_opened;
};
