#pragma once

#include "deploy/flowthread.h"
#include "deploy/runparts.h"

#include <QHash>

#include <mutex>
#include <vector>

// Leases on all machines of a deployment: taken side by side, refreshed on a thread of their own,
// counted as lost by the clock (a laptop sleeps), dropped under a budget of their own.
// Thread-safe; never waits while it holds its mutex.
class LeaseKeeper
{
public:
    explicit LeaseKeeper(RunParts &parts);
    ~LeaseKeeper(); // ends the refreshing; leases not dropped run out
    Q_DISABLE_COPY_MOVE(LeaseKeeper)

    struct Held
    {
        QString nonce;
        QString version; // the machine's instance id when it was taken
        bool again =
            false; // it had been lost and was taken anew: look at the machine before writing
    };

    // One that somebody else holds is waited for as long as the plan's wait timeout, then Conflict.
    [[nodiscard]] Result<void> takeAll(const QList<MachineId> &machines, SpanId parent);
    // Just before a write: takes the lease anew when it was lost.
    [[nodiscard]] Result<Held> ensure(const MachineId &machine, SpanId parent);
    // One that somebody changed between the survey and its lease.
    [[nodiscard]] std::optional<MachineId> changedSince(
        const QHash<MachineId, Machine> &surveyed) const;
    // After a write that answered "held by somebody else".
    void markLost(const MachineId &machine);
    void dropAll(SpanId span);
    // One that came with the machine when it was created.
    void add(const Lease &lease, Clock::Duration sentAt)
    {
        keep(lease, sentAt);
        startRefreshing();
    }
    // The nonce if it is held now; empty: not. Neither takes nor waits: for what must go on after a
    // cancel.
    [[nodiscard]] QString heldNonce(const MachineId &machine) const;
    // One try to take back a lease that was lost; nothing is done for a machine we never held.
    void recover(const MachineId &machine, SpanId span, const std::stop_token &stop);
    [[nodiscard]] bool hasLost(const MachineId &machine) const;
    void forget(const MachineId &machine); // it has been destroyed, and its lease with it

    static constexpr std::chrono::seconds ttl{13};
    static constexpr std::chrono::seconds refreshEvery{4};

private:
    struct Entry
    {
        Lease lease;
        Clock::Duration expiry{0};
        bool held = false;
        bool wasLost = false;
    };

    Result<void> take(const MachineId &machine, SpanId parent, std::stop_token stop);
    Result<void> takeAnew(const MachineId &machine, SpanId parent, std::stop_token stop);
    bool adoptKnown(const MachineId &machine, SpanId parent, const std::stop_token &stop);
    [[nodiscard]] bool isHeld(const MachineId &machine) const;
    void keep(const Lease &lease, Clock::Duration sentAt);
    void refreshLoop(const std::stop_token &stop);
    void refresh(const MachineId &machine, const std::stop_token &stop);
    void lose(const MachineId &machine);
    Result<void> drop(const Lease &lease, SpanId span, const std::stop_token &stop);
    void startRefreshing();

    RunParts &m_parts;
    mutable std::mutex m_mutex;
    QHash<MachineId, Entry> m_entries;
    FlowThread m_refresher; // last: it uses all of the above
};
