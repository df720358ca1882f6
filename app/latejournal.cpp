#include "app/latejournal.h"

LateJournal::LateJournal(
    std::function<Opened()> open, std::function<void(const std::optional<Error> &)> opened)
    : m_opened(std::async(std::launch::async, [open = std::move(open), opened = std::move(opened)] {
        auto result = std::make_shared<Opened>(open());
        if (opened)
            opened(*result ? std::nullopt : std::optional(result->error()));
        return result;
    }).share())
{
}

LateJournal::~LateJournal()
{
    m_opened.wait();
}

std::optional<Error> LateJournal::error() const
{
    const std::shared_ptr<Opened> opened = m_opened.get();
    return *opened ? std::nullopt : std::optional(opened->error());
}

template <typename T, typename Call> Result<T> LateJournal::with(Call call)
{
    const std::shared_ptr<Opened> opened = m_opened.get();
    if (!*opened)
        return failure(opened->error());
    return call(***opened);
}

Result<int> LateJournal::begin(const DeploymentId &id, const AppName &app)
{
    return with<int>([&](Journal &journal) { return journal.begin(id, app); });
}

Result<void> LateJournal::append(const DeployEvent &event, Durability durability)
{
    return with<void>([&](Journal &journal) { return journal.append(event, durability); });
}

Result<QList<DeployEvent>> LateJournal::events(const DeploymentId &id, qint64 afterSequence)
{
    return with<QList<DeployEvent>>(
        [&](Journal &journal) { return journal.events(id, afterSequence); });
}

Result<QList<DeploymentSummary>> LateJournal::deployments(const AppName &app, int limit)
{
    return with<QList<DeploymentSummary>>(
        [&](Journal &journal) { return journal.deployments(app, limit); });
}

Result<std::optional<DeploymentSummary>> LateJournal::deployment(const DeploymentId &id)
{
    return with<std::optional<DeploymentSummary>>(
        [&](Journal &journal) { return journal.deployment(id); });
}

Result<QList<DeploymentSummary>> LateJournal::unfinished()
{
    return with<QList<DeploymentSummary>>([](Journal &journal) { return journal.unfinished(); });
}

Result<void> LateJournal::appendLog(const DeploymentId &id, const QList<LogLine> &lines)
{
    return with<void>([&](Journal &journal) { return journal.appendLog(id, lines); });
}

Result<QList<LogLine>> LateJournal::log(const DeploymentId &id, qint64 from, int limit)
{
    return with<QList<LogLine>>([&](Journal &journal) { return journal.log(id, from, limit); });
}

Result<std::unique_ptr<FileLock>> LateJournal::own(
    const AppName &app, const ProcessIdentity &identity)
{
    return with<std::unique_ptr<FileLock>>(
        [&](Journal &journal) { return journal.own(app, identity); });
}

Result<std::optional<ProcessIdentity>> LateJournal::owner(const AppName &app)
{
    return with<std::optional<ProcessIdentity>>(
        [&](Journal &journal) { return journal.owner(app); });
}

Result<void> LateJournal::requestCancel(const DeploymentId &id, const ProcessIdentity &by)
{
    return with<void>([&](Journal &journal) { return journal.requestCancel(id, by); });
}

Result<std::optional<ProcessIdentity>> LateJournal::cancelRequested(const DeploymentId &id)
{
    return with<std::optional<ProcessIdentity>>(
        [&](Journal &journal) { return journal.cancelRequested(id); });
}

Result<std::optional<QDateTime>> LateJournal::releaseCommandDone(const QString &key)
{
    return with<std::optional<QDateTime>>(
        [&](Journal &journal) { return journal.releaseCommandDone(key); });
}

Result<QHash<QString, UsualDuration>> LateJournal::usual(const AppName &app)
{
    return with<QHash<QString, UsualDuration>>(
        [&](Journal &journal) { return journal.usual(app); });
}

Result<QByteArray> LateJournal::digestKey()
{
    return with<QByteArray>([](Journal &journal) { return journal.digestKey(); });
}
