#pragma once

#include "app/startoptions.h"
#include "core/promise.h"
#include "core/ratebudget.h"
#include "deploy/journal.h"
#include "fleet/fleetservice.h"
#include "fleet/incidentwatch.h"
#include "settings/settings.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

class AccountClients;
class AccountsService;
class Catalogue;
class Clock;
class DeployService;
class FlyClient;
class LastKnownFleet;
class NetworkRoute;
struct Account;
class SandboxLink;
class TokenKeeper;
class ServerReach;
class ServersService;
class UserSsh;

// Makes every service of a program once, and hands out references. It never fails: what could not
// be opened or read is told by its error, and answers with it when it is used. Its destructor stops
// the engines, joins them, ends the IO threads and closes the store, in this order.
class Composition
{
public:
    explicit Composition(const StartOptions &options);
    ~Composition();
    Q_DISABLE_COPY_MOVE(Composition)

    [[nodiscard]] const ProfilePaths &paths() const;
    [[nodiscard]] Settings &settings();
    [[nodiscard]] Clock &clock();
    [[nodiscard]] const Catalogue &catalogue() const;
    [[nodiscard]] Journal &journal();
    [[nodiscard]] DeployService &deploy();
    [[nodiscard]] AccountClients &clients();
    // nullptr in the sandbox, and where a token was given for this run.
    [[nodiscard]] AccountsService *accountsService();
    [[nodiscard]] FlyClient *client(); // of the only account; nullptr: none, or several
    [[nodiscard]] SandboxLink *sandbox(); // nullptr outside the sandbox's profile
    [[nodiscard]] QList<Account> knownAccounts() const;
    [[nodiscard]] std::vector<FleetService::Account>
    accounts(); // with their clients, as they are now
    // The user's ssh, which is made when it is first needed.
    [[nodiscard]] UserSsh &ssh();
    [[nodiscard]] const ServerReach &reach() const;
    // The user's servers, or the practice server, watched from its first call on;
    // never nullptr.
    [[nodiscard]] ServersService *servers();
    // Gives the fleet the accounts and servers of every moment, and learns from it which account
    // has which app.
    void serve(FleetService &fleet);
    // What was seen of the stored accounts before; nullptr: there are none in this run.
    [[nodiscard]] LastKnownFleet *lastKnown();
    // Proxies and trusted certificates of this run; nullptr: the sandbox is on this computer.
    [[nodiscard]] NetworkRoute *route();
    // Where the tokens of the profile are; made when it is first needed.
    [[nodiscard]] TokenKeeper &tokenKeeper();
    [[nodiscard]] RateBudget::State budget() const; // of the tightest account
    [[nodiscard]] IncidentWatch *incidents(); // nullptr: not wanted (FLY_NO_INCIDENTS_CHECK)

    // The store is opened beside everything else. Damaged, newer, read-only, locked: its files are
    // as they were, and this says so. storeError() waits.
    [[nodiscard]] Pending<bool> storeOpened() const;
    [[nodiscard]] std::optional<Error> storeError() const;
    // No account, a token that cannot be one, or a list of accounts that cannot be read.
    [[nodiscard]] const std::optional<Error> &accountError() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};
