#include "support/memoryjournal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

void MemoryJournal::failFrom(int append, Error::Kind kind)
{
    const std::lock_guard lock(m_mutex);
    m_failFrom = append;
    m_failure = kind;
}

void MemoryJournal::heal()
{
    const std::lock_guard lock(m_mutex);
    m_failFrom = -1;
}

void MemoryJournal::refuseAll()
{
    failFrom(0, Error::Kind::Storage);
}

int MemoryJournal::appends() const
{
    const std::lock_guard lock(m_mutex);
    return m_appends;
}

QList<DeployEvent> MemoryJournal::all(const DeploymentId &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto row = m_rows.find(id);
    return row == m_rows.end() ? QList<DeployEvent>() : row->second.events;
}

DeploymentState MemoryJournal::state(const DeploymentId &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto row = m_rows.find(id);
    return row == m_rows.end() ? DeploymentState() : row->second.state;
}

QList<DeploymentId> MemoryJournal::ids() const
{
    const std::lock_guard lock(m_mutex);
    return m_order;
}

QStringList MemoryJournal::problems() const
{
    const std::lock_guard lock(m_mutex);
    return m_problems;
}

std::optional<Error> MemoryJournal::refusal() const
{
    if (m_failFrom < 0 || m_appends < m_failFrom)
        return std::nullopt;
    return Error{m_failure, u"the disk refuses"_s, 0, {}, {}, {}};
}

Result<int> MemoryJournal::begin(const DeploymentId &id, const AppName &app)
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Error> error = refusal())
        return failure(*error);
    Row row;
    row.app = app;
    row.number = 1
        + static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(), [&app](const auto &entry) {
              return entry.second.app == app;
          }));
    const int number = row.number;
    m_rows.emplace(id, std::move(row));
    m_order.append(id);
    return number;
}

Result<void> MemoryJournal::append(const DeployEvent &event, Durability)
{
    const std::lock_guard lock(m_mutex);
    const std::optional<Error> error = refusal();
    ++m_appends;
    if (error)
        return failure(*error);
    const auto found = m_rows.find(event.deployment);
    if (found == m_rows.end())
        return failure(Error::Kind::Storage, u"no such deployment"_s);
    Row &row = found->second;
    if (event.sequence != row.state.lastSequence + 1)
        return failure(Error::Kind::Conflict, u"not the next number"_s);
    if (const Result<void> applied = row.state.apply(event); !applied) {
        m_problems.append(applied.error().detail);
        return applied;
    }
    row.events.append(event);
    if (std::holds_alternative<events::AttemptStarted>(event.body))
        row.cancel.reset();
    if (const auto *ended = std::get_if<events::ReleaseCommandEnded>(&event.body)) {
        const bool done = ended->declared || (ended->exitCode == 0 && !ended->timedOut);
        if (done && !m_done.contains(ended->key))
            m_done.insert(ended->key, event.at);
    }
    return {};
}

Result<QList<DeployEvent>> MemoryJournal::events(const DeploymentId &id, qint64 afterSequence)
{
    QList<DeployEvent> found;
    for (const DeployEvent &event : all(id)) {
        if (event.sequence > afterSequence)
            found.append(event);
    }
    return found;
}

DeploymentSummary MemoryJournal::summaryOf(const DeploymentId &id, const Row &row) const
{
    DeploymentSummary summary;
    summary.id = id;
    summary.app = row.app;
    summary.number = row.number;
    summary.attempts = static_cast<int>(row.state.attempts.size());
    const AttemptState *last = row.state.lastAttempt();
    if (!last)
        return summary;
    summary.kind = row.state.attempts.first().plan.kind;
    summary.refersTo = row.state.attempts.first().plan.refersTo;
    summary.releaseVersion = last->releaseVersion;
    summary.image = last->plan.image;
    summary.startedAt = last->startedAt;
    summary.endedAt = last->endedAt;
    summary.owner = last->owner;
    summary.verdict = last->verdict;
    if (last->ended)
        summary.reported = last->ended->reported;
    else if (FileLock::isHeld(lockPath(row.app)))
        summary.status = DeploymentSummary::Status::RunningElsewhere;
    else
        summary.status = DeploymentSummary::Status::Interrupted;
    return summary;
}

Result<QList<DeploymentSummary>> MemoryJournal::deployments(const AppName &app, int limit)
{
    const std::lock_guard lock(m_mutex);
    QList<DeploymentSummary> found;
    for (auto id = m_order.crbegin(); id != m_order.crend() && found.size() < limit; ++id) {
        if (app.isEmpty() || m_rows.at(*id).app == app)
            found.append(summaryOf(*id, m_rows.at(*id)));
    }
    return found;
}

Result<std::optional<DeploymentSummary>> MemoryJournal::deployment(const DeploymentId &id)
{
    const std::lock_guard lock(m_mutex);
    const auto row = m_rows.find(id);
    if (row == m_rows.end())
        return std::optional<DeploymentSummary>();
    return std::optional(summaryOf(id, row->second));
}

Result<QList<DeploymentSummary>> MemoryJournal::unfinished()
{
    const std::lock_guard lock(m_mutex);
    QList<DeploymentSummary> found;
    for (const auto &[id, row] : m_rows) {
        const DeploymentSummary summary = summaryOf(id, row);
        if (summary.status != DeploymentSummary::Status::Ended)
            found.append(summary);
    }
    return found;
}

Result<void> MemoryJournal::appendLog(const DeploymentId &id, const QList<LogLine> &lines)
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Error> error = refusal())
        return failure(*error);
    const auto row = m_rows.find(id);
    if (row == m_rows.end())
        return failure(Error::Kind::Storage, u"no such deployment"_s);
    row->second.log += lines;
    return {};
}

Result<QList<LogLine>> MemoryJournal::log(const DeploymentId &id, qint64 from, int limit)
{
    const std::lock_guard lock(m_mutex);
    const auto row = m_rows.find(id);
    return row == m_rows.end() ? QList<LogLine>() : row->second.log.mid(from, limit);
}

QString MemoryJournal::lockPath(const AppName &app) const
{
    return m_folder.filePath(app.value);
}

Result<std::unique_ptr<FileLock>> MemoryJournal::own(
    const AppName &app, const ProcessIdentity &identity)
{
    Result<FileLock> lock = FileLock::tryLock(lockPath(app));
    if (!lock)
        return failure(lock.error());
    const std::lock_guard guard(m_mutex);
    m_owners.insert(app, identity);
    return std::make_unique<FileLock>(std::move(*lock));
}

Result<std::optional<ProcessIdentity>> MemoryJournal::owner(const AppName &app)
{
    if (!FileLock::isHeld(lockPath(app)))
        return std::optional<ProcessIdentity>();
    const std::lock_guard lock(m_mutex);
    return std::optional(m_owners.value(app));
}

Result<void> MemoryJournal::requestCancel(const DeploymentId &id, const ProcessIdentity &by)
{
    const std::lock_guard lock(m_mutex);
    const auto row = m_rows.find(id);
    if (row != m_rows.end())
        row->second.cancel = by;
    return {};
}

Result<std::optional<ProcessIdentity>> MemoryJournal::cancelRequested(const DeploymentId &id)
{
    const std::lock_guard lock(m_mutex);
    const auto row = m_rows.find(id);
    return row == m_rows.end() ? std::optional<ProcessIdentity>() : row->second.cancel;
}

Result<std::optional<QDateTime>> MemoryJournal::releaseCommandDone(const QString &key)
{
    const std::lock_guard lock(m_mutex);
    const auto done = m_done.constFind(key);
    return done == m_done.cend() ? std::optional<QDateTime>() : std::optional(*done);
}

Result<QHash<QString, UsualDuration>> MemoryJournal::usual(const AppName &)
{
    return usualDurations;
}

Result<QByteArray> MemoryJournal::digestKey()
{
    return QByteArray("a key of the test");
}
