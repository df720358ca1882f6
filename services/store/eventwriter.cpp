#include "store/eventwriter.h"

#include "store/connection.h"
#include "store/deploymentrows.h"
#include "store/redaction.h"
#include "store/storethread.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype fullBatch = 64;
constexpr std::chrono::milliseconds patience{200};

tl::unexpected<Error> outOfOrder(const DeployEvent &event, qint64 last)
{
    return failure(Error::Kind::Conflict,
        u"deployment %1: event %2 does not follow %3"_s.arg(
            event.deployment.value, QString::number(event.sequence), QString::number(last)));
}
} // namespace

Result<void> EventWriter::append(
    Connection &connection, const DeployEvent &event, const QByteArray &body, Durability durability)
{
    const Result<qint64> key = keyOf(connection, event.deployment);
    if (!key)
        return failure(key.error());
    if (m_lost.contains(*key))
        return failure(m_lost.take(*key));
    const Result<void> expected = expectNext(connection, *key, event);
    if (!expected)
        return expected;
    // Nothing more is taken in while what is here cannot be written: the caller must know soon.
    if (m_flushFailed && durability == Durability::Batched) {
        const Result<void> flushed = flush(connection);
        if (!flushed)
            return flushed;
    }
    m_pending.append({*key, event, body});
    m_last[*key] = event.sequence;
    countPending();
    if (durability == Durability::Batched && m_pending.size() < fullBatch) {
        wakeLater();
        return {};
    }
    Result<void> written = write(connection, durability == Durability::Durable);
    // Events of another deployment stood in the way and are gone: these can still be stored.
    while (!written && written.error().kind == Error::Kind::Conflict && !m_lost.contains(*key))
        written = write(connection, durability == Durability::Durable);
    if (written || m_lost.remove(*key))
        return written;
    // Not this one: its caller is told that it is not in the journal. What was promised before
    // stays.
    m_pending.removeLast();
    m_last[*key] = event.sequence - 1;
    countPending();
    return written;
}

Result<void> EventWriter::flush(Connection &connection)
{
    return m_pending.isEmpty() ? Result<void>() : write(connection, false);
}

void EventWriter::forgetSequences()
{
    if (m_pending.isEmpty())
        m_last.clear();
}

Result<qint64> EventWriter::keyOf(Connection &connection, const DeploymentId &id)
{
    const auto known = m_keys.constFind(id);
    if (known != m_keys.cend())
        return *known;
    const Result<qint64> key = DeploymentRows::key(connection, id);
    if (key)
        m_keys.insert(id, *key);
    return key;
}

Result<void> EventWriter::expectNext(Connection &connection, qint64 key, const DeployEvent &event)
{
    if (!m_last.contains(key)) {
        const Result<qint64> last = DeploymentRows::lastSequence(connection, key);
        if (!last)
            return failure(last.error());
        m_last.insert(key, *last);
    }
    const qint64 last = m_last.value(key);
    return event.sequence == last + 1 ? Result<void>() : outOfOrder(event, last);
}

// Commits all that is pending. Durable: on the disk when it returns. Otherwise SQLite only keeps
// the file sound; the next durable commit takes this one along to the disk.
Result<void> EventWriter::write(Connection &connection, bool durable)
{
    const QString mode =
        durable ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s;
    const Result<QVariant> chosen = connection.value(mode);
    const Result<void> stored = chosen ? storePending(connection) : failure(chosen.error());
    m_flushFailed = !stored;
    if (stored) {
        m_pending.clear();
        m_thread.dropWake();
    } else if (!m_pending.isEmpty()) {
        wakeLater();
    }
    countPending();
    return stored;
}

Result<void> EventWriter::storePending(Connection &connection)
{
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    const Result<void> inserted = insert(connection, m_pending);
    return inserted ? transaction->commit() : inserted;
}

Result<void> EventWriter::insert(Connection &connection, const QList<Entry> &entries)
{
    QHash<qint64, qint64> last;
    for (const Entry &entry : entries) {
        if (!last.contains(entry.key)) {
            const Result<qint64> stored = DeploymentRows::lastSequence(connection, entry.key);
            if (!stored)
                return failure(stored.error());
            last.insert(entry.key, *stored);
        }
        if (entry.event.sequence != last.value(entry.key) + 1) {
            // Another process wrote to this deployment: ours can never be stored.
            const auto conflict = outOfOrder(entry.event, last.value(entry.key));
            const qint64 key = entry.key;
            dropPendingOf(key);
            m_lost.insert(key, conflict.value());
            return conflict;
        }
        last[entry.key] = entry.event.sequence;
        const Result<int> inserted =
            connection.execute(u"INSERT INTO events(deployment, sequence, body) VALUES(?, ?, ?)"_s,
                {entry.key, entry.event.sequence, entry.body});
        if (!inserted)
            return failure(inserted.error());
        const Result<void> applied = DeploymentRows::apply(connection, entry.key, entry.event);
        if (!applied)
            return applied;
    }
    for (auto it = last.cbegin(); it != last.cend(); ++it) {
        const Result<void> moved = DeploymentRows::setLastSequence(connection, it.key(), *it);
        if (!moved)
            return moved;
    }
    return {};
}

Result<void> EventWriter::importAll(
    Connection &connection, const DeploymentId &id, const QList<DeployEvent> &events)
{
    const Result<qint64> key = DeploymentRows::key(connection, id);
    if (!key)
        return failure(key.error());
    QList<Entry> entries;
    for (const DeployEvent &event : events) {
        if (event.deployment != id)
            return failure(Error::Kind::InvalidInput, u"events of more than one deployment"_s);
        entries.append({*key, event, redactedJson(deployEventToJson(event))});
    }
    const Result<void> inserted = insert(connection, entries);
    m_lost.remove(*key); // the caller rolls the deployment back
    return inserted;
}

void EventWriter::wakeLater()
{
    if (m_thread.hasWake())
        return;
    m_thread.wakeAt(std::chrono::steady_clock::now() + patience,
        [this](Connection &connection) { static_cast<void>(flush(connection)); });
}

void EventWriter::dropPendingOf(qint64 key)
{
    m_pending.removeIf([key](const Entry &entry) { return entry.key == key; });
    m_last.remove(key);
    countPending();
}

void EventWriter::countPending()
{
    m_pendingCount.store(int(m_pending.size()));
}
