#include "app/lastknownfleet.h"

#include "core/clock.h"
#include "core/log.h"
#include "fleet/fleetrules.h"
#include "store/fleetstore.h"

#include <algorithm>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
// What a crash may lose of what was seen last.
constexpr Clock::Duration savedEvery = 1min;

void tellUnkept(const Error &error)
{
    Log::area("app")->warn("last known fleet: {}", error.detail.toStdString());
}
} // namespace

LastKnownFleet::LastKnownFleet(Parts parts)
    : m_parts(std::move(parts))
    , m_keep(m_parts.keepable())
{
}

LastKnownFleet::~LastKnownFleet()
{
    const QList<FleetAccount> rest = worthKeeping(m_seen);
    if (rest.isEmpty() && !m_changed)
        return;
    // A pool that ends drops what waits in it, and this thread may not block on an answer.
    std::thread([this, &rest] {
        if (m_changed)
            forgetOthers();
        save(rest);
    }).join();
}

QList<AccountId> LastKnownFleet::kept() const
{
    const std::lock_guard lock(m_mutex);
    return m_keep.value_or(QList<AccountId>());
}

// Accounts may have gone while no program ran.
void LastKnownFleet::forgetOthers()
{
    const std::lock_guard writing(m_writing);
    std::optional<QList<AccountId>> keep;
    {
        const std::lock_guard lock(m_mutex);
        keep = m_keep;
    }
    const Result<std::shared_ptr<FleetStore>> store = this->store();
    if (!keep || !store)
        return;
    if (const Result<void> done = (*store)->keepOnly(*keep); !done)
        tellUnkept(done.error());
}

Result<std::shared_ptr<FleetStore>> LastKnownFleet::store()
{
    const Result<bool> opened = await(m_parts.storeOpened);
    if (!opened)
        return failure(opened.error());
    const std::lock_guard lock(m_mutex);
    if (!m_store) {
        Result<std::unique_ptr<FleetStore>> made = FleetStore::open(m_parts.folder);
        if (!made)
            return failure(made.error());
        m_store = std::move(*made);
    }
    return m_store;
}

Result<QList<FleetAccount>> LastKnownFleet::load()
{
    const Result<std::shared_ptr<FleetStore>> store = this->store();
    return store ? (*store)->load() : failure(store.error());
}

void LastKnownFleet::serve(FleetService &fleet)
{
    const Pending<QList<FleetAccount>> loaded =
        m_pool.run<QList<FleetAccount>>([this](std::stop_token) {
            forgetOthers();
            return load();
        });
    deliver(loaded, &fleet, [&fleet](const Result<QList<FleetAccount>> &known) {
        if (!known)
            tellUnkept(known.error());
        else if (!known->isEmpty())
            fleet.showLastKnown(*known);
    });
    connect(&fleet, &FleetService::refreshed, this, [this, &fleet] {
        saveWhatIsDue(fleet.snapshot());
    });
}

void LastKnownFleet::accountsChanged()
{
    {
        const std::lock_guard lock(m_mutex);
        m_keep = m_parts.keepable();
    }
    m_changed = true;
    static_cast<void>(m_pool.run<bool>([this](std::stop_token) -> Result<bool> {
        forgetOthers();
        return true;
    }));
}

// What was seen in this session, of accounts that stay.
QList<FleetAccount> LastKnownFleet::worthKeeping(const FleetSnapshot &snapshot) const
{
    const QList<AccountId> keep = kept();
    QList<FleetAccount> accounts;
    for (const FleetAccount &account : snapshot.accounts) {
        if (keep.contains(account.id) && account.fetchedAt.isValid() && !account.remembered)
            accounts.append(account);
    }
    return accounts;
}

void LastKnownFleet::saveWhatIsDue(const FleetSnapshot &snapshot)
{
    m_seen = snapshot;
    if (m_saving)
        return;
    const Clock::Duration now = m_parts.clock->now();
    QList<FleetAccount> due = worthKeeping(snapshot);
    due.removeIf([this, now](const FleetAccount &account) {
        const auto saved = m_savedAt.find(account.id);
        return account.error || (saved != m_savedAt.end() && now < saved->second + savedEvery);
    });
    if (due.isEmpty())
        return;
    for (const FleetAccount &account : std::as_const(due))
        m_savedAt[account.id] = now;
    m_saving = true;
    const Pending<bool> saved = m_pool.run<bool>([this, due](std::stop_token) -> Result<bool> {
        save(due);
        return true;
    });
    deliver(saved, this, [this](const Result<bool> &) { m_saving = false; });
}

void LastKnownFleet::save(const QList<FleetAccount> &accounts)
{
    const Result<std::shared_ptr<FleetStore>> store = this->store();
    if (!store || accounts.isEmpty())
        return;
    const std::lock_guard writing(m_writing);
    const QList<AccountId> keep = kept();
    for (const FleetAccount &account : accounts) {
        if (!keep.contains(account.id))
            continue;
        if (const Result<void> saved = (*store)->save(account); !saved)
            tellUnkept(saved.error());
    }
}

// Of an account that atalayactl asked: changes what is kept of it, or begins it.
void LastKnownFleet::keepFor(
    const AccountId &account, const std::function<bool(FleetAccount &)> &edit)
{
    if (!kept().contains(account))
        return;
    const Result<QList<FleetAccount>> known = load();
    if (!known)
        return tellUnkept(known.error());
    const auto row = std::ranges::find(*known, account, &FleetAccount::id);
    FleetAccount kept = row == known->end() ? FleetAccount() : *row;
    kept.id = account;
    if (edit(kept))
        save({kept});
}

void LastKnownFleet::noteApps(const AccountId &account, const QList<App> &apps)
{
    keepFor(account, [this, &apps](FleetAccount &kept) {
        QList<FleetApp> now;
        for (const App &app : apps) {
            const auto known = std::ranges::find_if(
                kept.apps, [&app](const FleetApp &row) { return row.app.name == app.name; });
            FleetApp row = known == kept.apps.end() ? FleetApp() : *known;
            row.app = app;
            now.append(row);
        }
        kept.apps = now;
        kept.fetchedAt = m_parts.clock->wallNow();
        return true;
    });
}

void LastKnownFleet::noteMachines(
    const AccountId &account, const AppName &app, const QList<Machine> &machines)
{
    keepFor(account, [this, &app, &machines](FleetAccount &kept) {
        const auto row = std::ranges::find_if(
            kept.apps, [&app](const FleetApp &known) { return known.app.name == app; });
        if (row == kept.apps.end())
            return false; // its apps have never been listed
        row->machines = machines;
        row->machines.removeIf(
            [](const Machine &machine) { return !machine.isActive() || machine.isHelper(); });
        row->servingVersion = servingVersionOf(row->machines);
        row->fetchedAt = m_parts.clock->wallNow();
        row->state = appFleetState(*row);
        return true;
    });
}
