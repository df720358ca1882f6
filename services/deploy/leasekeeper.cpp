#include "deploy/leasekeeper.h"

#include "core/parallel.h"
#include "deploy/deadlinestop.h"
#include "deploy/lostanswer.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr std::size_t leasesAtOnce = 32;
constexpr Clock::Duration margin = 1s; // a lease that is about to run out does not count
constexpr Clock::Duration askAgain = 2s; // somebody else's lease may be dropped early
constexpr Clock::Duration refreshBudget = 3500ms;
constexpr Clock::Duration dropBudget = 5s;
constexpr Clock::Duration leaseRest = 500ms;

// The bar of a lane that waits for somebody else's lease.
class LeaseWait
{
public:
    LeaseWait(RunParts &parts, const MachineId &machine, SpanId parent)
        : m_parts(parts)
        , m_place{Phase::Update, Step::AcquireLease, machine.value, parent, Segment::WaitLease, {}}
    {
    }

    void heldBy(const std::optional<LeaseInfo> &holder)
    {
        if (!m_span.isOpen())
            m_span = Span(m_parts.recorder, m_place);
        if (!holder || holder == m_last)
            return;
        m_span.note(
            Note::LeaseHeldBy, {holder->owner, holder->expiresAt.toUTC().toString(Qt::ISODate)});
        m_last = holder;
    }
    void end(const Result<void> &result)
    {
        if (m_span.isOpen())
            m_span.end(result);
    }
    [[nodiscard]] SpanId id(SpanId parent) const { return m_span.isOpen() ? m_span.id() : parent; }

private:
    RunParts &m_parts;
    Span::Place m_place;
    Span m_span;
    std::optional<LeaseInfo> m_last;
};
} // namespace

LeaseKeeper::LeaseKeeper(RunParts &parts)
    : m_parts(parts)
    , m_refresher(parts.clock)
{
}

LeaseKeeper::~LeaseKeeper() = default;

Result<void> LeaseKeeper::takeAll(const QList<MachineId> &machines, SpanId parent)
{
    startRefreshing();
    std::vector<MachineId> items(machines.cbegin(), machines.cend());
    std::sort(items.begin(), items.end());
    // Two consoles that each hold a part would wait for each other: whoever has the first has all.
    if (items.size() > 1) {
        if (const Result<void> first = take(items.front(), parent, m_parts.stop); !first)
            return first;
        items.erase(items.begin());
    }
    return forEachParallel(items,
        leasesAtOnce,
        m_parts.clock,
        m_parts.stop,
        [this, parent](const MachineId &machine, std::stop_token stop) {
            return take(machine, parent, std::move(stop));
        });
}

Result<void> LeaseKeeper::take(const MachineId &machine, SpanId parent, std::stop_token stop)
{
    if (adoptKnown(machine, parent, stop))
        return {};
    return takeAnew(machine, parent, std::move(stop));
}

// A lease of an attempt that was interrupted is ours as long as its nonce is accepted.
bool LeaseKeeper::adoptKnown(const MachineId &machine, SpanId parent, const std::stop_token &stop)
{
    const auto known = m_parts.prepared.ownLeases.constFind(machine.value);
    if (known == m_parts.prepared.ownLeases.cend())
        return false;
    const Result<QString> intent =
        m_parts.recorder.intend(events::Intent::What::TakeLease, parent, machine, u"refresh"_s);
    if (!intent)
        return false;
    Lease lease;
    lease.machine = machine;
    lease.nonce = known->nonce;
    const Clock::Duration sentAt = m_parts.clock.now();
    const Result<Lease> refreshed = m_parts.fly.refreshLease(
        m_parts.app(), lease, ttl, callContext(m_parts.recorder, parent, stop));
    m_parts.recorder.settle(*intent, refreshed ? Outcome::Succeeded : outcomeOf(refreshed.error()));
    if (!refreshed)
        return false;
    keep(*refreshed, sentAt);
    return true;
}

Result<void> LeaseKeeper::takeAnew(const MachineId &machine, SpanId parent, std::stop_token stop)
{
    const Clock::Duration began = m_parts.clock.now();
    const Clock::Duration deadline = began + m_parts.plan().waitTimeout;
    LeaseWait wait(m_parts, machine, parent);
    QString intent;
    const auto done = [&](const Result<void> &result) {
        wait.end(result);
        if (!intent.isEmpty())
            m_parts.recorder.settle(
                intent, result ? Outcome::Succeeded : outcomeOf(result.error()));
        return result;
    };
    for (;;) {
        if (const std::optional<Error> halt = m_parts.halted())
            return done(failure(*halt));
        if (isHeld(machine)) // the refresher was quicker
            return done({});
        if (intent.isEmpty()) {
            Result<QString> written =
                m_parts.recorder.intend(events::Intent::What::TakeLease, parent, machine, {});
            if (!written)
                return done(failure(written.error()));
            intent = *written;
        }
        const Clock::Duration sentAt = m_parts.clock.now();
        const Result<Lease> lease = m_parts.fly.takeLease(m_parts.app(),
            machine,
            ttl,
            callContext(m_parts.recorder, wait.id(parent), m_parts.abort));
        if (lease) {
            keep(*lease, sentAt);
            return done({});
        }
        const Error &error = lease.error();
        // An answer that was lost may have left a lease nobody has the nonce of: it runs out.
        const Clock::Duration now = m_parts.clock.now();
        const bool unheard = error.kind == Error::Kind::NotFound && now < began + pace::unheard
            && m_parts.recorder.state().created.contains(machine.value);
        if (error.kind != Error::Kind::Conflict && !isFateUnknown(error) && !unheard)
            return done(failure(error));
        if (now >= deadline || stop.stop_requested())
            return done(failure(error));
        Clock::Duration rest = leaseRest;
        if (error.kind == Error::Kind::Conflict) {
            const std::optional<LeaseInfo> holder = FlyClient::leaseHolder(error);
            wait.heldBy(holder);
            rest = askAgain;
            if (holder && holder->expiresAt.isValid()) {
                const auto left =
                    std::chrono::milliseconds(m_parts.fly.platformNow().msecsTo(holder->expiresAt))
                    + 200ms;
                rest = std::clamp<Clock::Duration>(left, leaseRest, askAgain);
            }
        }
        m_parts.clock.sleepUntil(std::min(now + rest, deadline), stop);
    }
}

Result<LeaseKeeper::Held> LeaseKeeper::ensure(const MachineId &machine, SpanId parent)
{
    const auto current = [this, &machine]() -> std::optional<Held> {
        const std::lock_guard lock(m_mutex);
        const auto entry = m_entries.find(machine);
        if (entry == m_entries.end() || !entry->held
            || m_parts.clock.now() >= entry->expiry - margin)
            return std::nullopt;
        return Held{entry->lease.nonce, entry->lease.version, std::exchange(entry->wasLost, false)};
    };
    if (std::optional<Held> held = current())
        return *held;
    // One that took longer than it lives (the computer slept meanwhile) is taken again.
    const Clock::Duration deadline = m_parts.clock.now() + m_parts.plan().waitTimeout;
    for (int taking = 0; taking < pace::sendings || m_parts.clock.now() < deadline; ++taking) {
        lose(machine);
        if (const Result<void> taken = takeAnew(machine, parent, m_parts.stop); !taken)
            return failure(taken.error());
        if (std::optional<Held> held = current()) {
            held->again = true;
            return *held;
        }
    }
    return failure(Error::Kind::Conflict, u"the lease ran out while it was taken"_s);
}

void LeaseKeeper::markLost(const MachineId &machine)
{
    lose(machine);
}

QString LeaseKeeper::heldNonce(const MachineId &machine) const
{
    const std::lock_guard lock(m_mutex);
    const auto entry = m_entries.constFind(machine);
    const bool held =
        entry != m_entries.cend() && entry->held && m_parts.clock.now() < entry->expiry - margin;
    return held ? entry->lease.nonce : QString();
}

bool LeaseKeeper::hasLost(const MachineId &machine) const
{
    return heldNonce(machine).isEmpty() && [&] {
        const std::lock_guard lock(m_mutex);
        return m_entries.contains(machine);
    }();
}

void LeaseKeeper::recover(const MachineId &machine, SpanId span, const std::stop_token &stop)
{
    if (!hasLost(machine))
        return;
    lose(machine);
    const Result<QString> intent =
        m_parts.recorder.intend(events::Intent::What::TakeLease, span, machine, {});
    if (!intent)
        return;
    const Clock::Duration sentAt = m_parts.clock.now();
    const Result<Lease> lease = m_parts.fly.takeLease(
        m_parts.app(), machine, ttl, callContext(m_parts.recorder, span, stop));
    m_parts.recorder.settle(*intent, lease ? Outcome::Succeeded : outcomeOf(lease.error()));
    if (lease)
        keep(*lease, sentAt);
}

void LeaseKeeper::forget(const MachineId &machine)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_entries.contains(machine) || !m_entries.take(machine).held)
            return;
    }
    static_cast<void>(
        m_parts.recorder.record(events::LeaseDropped{machine, false}, Durability::Batched));
}

std::optional<MachineId> LeaseKeeper::changedSince(const QHash<MachineId, Machine> &surveyed) const
{
    const std::lock_guard lock(m_mutex);
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        const auto known = surveyed.constFind(entry.key());
        const QString &version = entry->lease.version;
        if (entry->held && known != surveyed.cend() && !version.isEmpty()
            && version != known->instanceId)
            return entry.key();
    }
    return std::nullopt;
}

bool LeaseKeeper::isHeld(const MachineId &machine) const
{
    const std::lock_guard lock(m_mutex);
    const auto entry = m_entries.constFind(machine);
    return entry != m_entries.cend() && entry->held && m_parts.clock.now() < entry->expiry - margin;
}

void LeaseKeeper::keep(const Lease &lease, Clock::Duration sentAt)
{
    bool fresh = false;
    {
        const std::lock_guard lock(m_mutex);
        Entry &entry = m_entries[lease.machine];
        fresh = entry.lease.nonce != lease.nonce || !entry.held;
        entry.wasLost = entry.wasLost || (fresh && !entry.lease.nonce.isEmpty());
        entry.lease = lease;
        entry.expiry = sentAt + ttl;
        entry.held = true;
    }
    if (fresh) {
        const events::LeaseTaken taken{lease.machine, lease.nonce, lease.expiresAt};
        static_cast<void>(m_parts.recorder.record(taken, Durability::Durable));
    }
}

void LeaseKeeper::lose(const MachineId &machine)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto entry = m_entries.find(machine);
        if (entry == m_entries.end() || !entry->held)
            return;
        entry->held = false;
        entry->wasLost = true;
    }
    static_cast<void>(
        m_parts.recorder.record(events::LeaseDropped{machine, true}, Durability::Durable));
}

void LeaseKeeper::startRefreshing()
{
    if (!m_refresher.isStarted())
        m_refresher.start([this](const std::stop_token &stop) { refreshLoop(stop); });
}

void LeaseKeeper::refreshLoop(const std::stop_token &stop)
{
    Clock::Duration next = m_parts.clock.now() + refreshEvery;
    while (m_parts.clock.sleepUntil(next, stop)) {
        next = m_parts.clock.now() + refreshEvery;
        std::vector<MachineId> held;
        {
            const std::lock_guard lock(m_mutex);
            for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
                if (entry->held)
                    held.push_back(entry.key());
            }
        }
        std::sort(held.begin(), held.end());
        if (held.empty())
            continue;
        // One answer that does not come must not cost the other leases their refresh.
        DeadlineStop budget(m_parts.clock, refreshBudget);
        const std::stop_callback cut(stop, [&budget] { budget.cut(); });
        static_cast<void>(forEachParallel(held,
            leasesAtOnce,
            m_parts.clock,
            budget.token(),
            [this](const MachineId &machine, const std::stop_token &over) -> Result<void> {
                refresh(machine, over);
                return {};
            }));
    }
}

void LeaseKeeper::refresh(const MachineId &machine, const std::stop_token &stop)
{
    Lease lease;
    bool expired = false;
    {
        const std::lock_guard lock(m_mutex);
        const auto entry = m_entries.constFind(machine);
        if (entry == m_entries.cend() || !entry->held)
            return;
        lease = entry->lease;
        expired = m_parts.clock.now() >= entry->expiry;
    }
    // After an hour of sleep nothing is taken back unseen: whoever writes next does, and looks
    // first.
    if (expired)
        return lose(machine);
    const Clock::Duration sentAt = m_parts.clock.now();
    const Result<Lease> refreshed = m_parts.fly.refreshLease(
        m_parts.app(), lease, ttl, callContext(m_parts.recorder, {}, stop, Tell::OnlyTrouble));
    if (refreshed)
        return keep(*refreshed, sentAt);
    const Error &error = refreshed.error();
    // A node that has not heard of a new machine knows nothing of its lease: that runs on.
    const bool unheard = error.detail.contains("machine not found"_L1)
        && m_parts.recorder.state().created.contains(machine.value);
    const bool gone = error.kind == Error::Kind::NotFound && !unheard;
    if (error.kind == Error::Kind::Conflict || gone)
        lose(machine);
}

void LeaseKeeper::dropAll(SpanId span)
{
    m_refresher.end();
    std::vector<Lease> held;
    {
        const std::lock_guard lock(m_mutex);
        for (Entry &entry : m_entries) {
            if (std::exchange(entry.held, false))
                held.push_back(entry.lease);
        }
    }
    std::sort(held.begin(), held.end(), [](const Lease &a, const Lease &b) {
        return a.machine < b.machine;
    });
    const DeadlineStop budget(m_parts.clock, dropBudget);
    static_cast<void>(forEachParallel(held,
        leasesAtOnce,
        m_parts.clock,
        budget.token(),
        [this, span, token = budget.token()](
            const Lease &lease, const std::stop_token &) -> Result<void> {
            static_cast<void>(drop(lease, span, token));
            return {};
        }));
}

// Tried until the budget is spent; what could not be dropped runs out by itself.
Result<void> LeaseKeeper::drop(const Lease &lease, SpanId span, const std::stop_token &stop)
{
    // Also without its intent: a lost journal must not keep machines locked.
    const Result<QString> intent =
        m_parts.recorder.intend(events::Intent::What::DropLease, span, lease.machine, {});
    for (;;) {
        const Result<void> dropped =
            m_parts.fly.dropLease(m_parts.app(), lease, callContext(m_parts.recorder, span, stop));
        if (dropped || dropped.error().kind == Error::Kind::Conflict) { // somebody else's by now
            const events::LeaseDropped event{lease.machine, !dropped};
            static_cast<void>(m_parts.recorder.record(event, Durability::Batched));
            if (intent)
                m_parts.recorder.settle(*intent, Outcome::Succeeded);
            return {};
        }
        // Cancelled without being asked: whoever carries requests is shutting down.
        const bool hopeless =
            !isFateUnknown(dropped.error()) || dropped.error().kind == Error::Kind::Cancelled;
        if (hopeless || !m_parts.clock.sleepFor(leaseRest, stop)) {
            if (intent)
                m_parts.recorder.settle(*intent, Outcome::Unknown);
            return dropped;
        }
    }
}
