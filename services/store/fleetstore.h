#pragma once

#include "core/result.h"
#include "types/fleetsnapshot.h"

#include <memory>

class StoreThread;

// What was last known of the fleet, for the next start and for a day without network: in store.db
// beside the journal, on a connection and a thread of its own. No secrets (fleetjson.h). Blocking;
// any thread.
class FleetStore
{
public:
    [[nodiscard]] static Result<std::unique_ptr<FleetStore>> open(const QString &folder);
    ~FleetStore();
    Q_DISABLE_COPY_MOVE(FleetStore)

    // Marked as remembered; without names and errors. Rows that cannot be read are left out, with a
    // line in the log.
    [[nodiscard]] Result<QList<FleetAccount>> load();
    // Replaces what was kept of the account.
    [[nodiscard]] Result<void> save(const FleetAccount &account);
    // Forgets all other accounts.
    [[nodiscard]] Result<void> keepOnly(const QList<AccountId> &accounts);

private:
    explicit FleetStore(std::unique_ptr<StoreThread> thread);
    std::unique_ptr<StoreThread> m_thread;
};
