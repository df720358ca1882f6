#pragma once

#include "core/clock.h"
#include "core/pool.h"
#include "fleet/fleetservice.h"
#include "settings/account.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

class FleetStore;

// Keeps what the accounts had for the next start, shows it there until they answer, and forgets it
// with the account. What cannot be kept is told to the log alone: it is worth no banner. Lives in
// the main thread; its blocking functions are for pool and command threads.
class LastKnownFleet final : public QObject
{
    Q_OBJECT

public:
    struct Parts // all must outlive it
    {
        QString folder; // of the store
        Pending<bool> storeOpened; // it is opened by the journal first, and judged there
        Clock *clock = nullptr;
        // Those whose state may be kept; nothing while nobody knows which accounts there are.
        std::function<std::optional<QList<AccountId>>()> keepable;
    };
    explicit LastKnownFleet(Parts parts);
    ~LastKnownFleet() override; // writes what has not been written yet

    void serve(FleetService &fleet);
    void accountsChanged(); // forgets those that have gone

    // Blocking.
    [[nodiscard]] Result<QList<FleetAccount>> load();
    void noteApps(const AccountId &account, const QList<App> &apps);
    void noteMachines(const AccountId &account, const AppName &app, const QList<Machine> &machines);

private:
    [[nodiscard]] Result<std::shared_ptr<FleetStore>> store();
    [[nodiscard]] QList<AccountId> kept() const;
    void forgetOthers();
    void keepFor(const AccountId &account, const std::function<bool(FleetAccount &)> &edit);
    void saveWhatIsDue(const FleetSnapshot &snapshot);
    void save(const QList<FleetAccount> &accounts);
    [[nodiscard]] QList<FleetAccount> worthKeeping(const FleetSnapshot &snapshot) const;

    const Parts m_parts;
    mutable std::mutex m_mutex;
    std::shared_ptr<FleetStore> m_store; // under the mutex; made on first use
    std::optional<QList<AccountId>> m_keep; // under the mutex
    std::mutex m_writing; // so that nothing comes back that was forgotten meanwhile
    FleetSnapshot m_seen;
    std::map<AccountId, Clock::Duration> m_savedAt;
    bool m_saving = false;
    bool m_changed = false; // the accounts did
    Pool m_pool; // last: joined before the rest dies
};
