#pragma once

#include "core/result.h"
#include "deploy/journal.h"
#include "types/deployevent.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <atomic>

class Connection;
class StoreThread;

// Appends events. Batched ones wait here for the next durable one, for a full batch, or for a
// moment to pass. Everything but hasPending() is called in the writing thread.
class EventWriter
{
public:
    explicit EventWriter(StoreThread &thread)
        : m_thread(thread)
    {
    }

    // `body` is the event as it is stored.
    [[nodiscard]] Result<void> append(Connection &connection,
        const DeployEvent &event,
        const QByteArray &body,
        Durability durability);
    [[nodiscard]] Result<void> flush(Connection &connection);
    // All events of a new deployment, inside the caller's transaction.
    [[nodiscard]] Result<void> importAll(
        Connection &connection, const DeploymentId &id, const QList<DeployEvent> &events);
    // What is known about sequences may be out of date: another process had the app meanwhile.
    void forgetSequences();

    [[nodiscard]] bool hasPending() const { return m_pendingCount.load() > 0; } // any thread

private:
    struct Entry
    {
        qint64 key;
        DeployEvent event;
        QByteArray body;
    };

    [[nodiscard]] Result<qint64> keyOf(Connection &connection, const DeploymentId &id);
    [[nodiscard]] Result<void> expectNext(
        Connection &connection, qint64 key, const DeployEvent &event);
    [[nodiscard]] Result<void> write(Connection &connection, bool durable);
    [[nodiscard]] Result<void> storePending(Connection &connection);
    [[nodiscard]] Result<void> insert(Connection &connection, const QList<Entry> &entries);
    void wakeLater();
    void dropPendingOf(qint64 key);
    void countPending();

    StoreThread &m_thread;
    QHash<DeploymentId, qint64> m_keys;
    QHash<qint64, qint64> m_last; // by key, pending ones included
    QList<Entry> m_pending;
    QHash<qint64, Error> m_lost; // by key: pending events that could never be stored
    bool m_flushFailed = false;
    std::atomic<int> m_pendingCount = 0;
};
