#pragma once

#include "accounts/tokencheck.h"
#include "core/ratebudget.h"
#include "fly/accountguard.h"
#include "settings/tokenkeeper.h"

#include <memory>
#include <mutex>
#include <vector>

// One client per account, each with connections, cookies, guard and budget of its own. A client
// stays usable until this dies, also when its account was taken away: then it answers Unauthorised.
// Thread-safe.
class AccountClients
{
public:
    struct Parts // all must outlive it
    {
        Clock *clock = nullptr;
        // Connections and cookies for one account.
        std::function<std::unique_ptr<HttpTransport>()> transport;
        FlyEndpoints places; // the origins of accounts that name none
    };

    explicit AccountClients(Parts parts);
    ~AccountClients();
    Q_DISABLE_COPY_MOVE(AccountClients)

    // Made when it is new; the read-only switch of one that is there takes effect at once. The
    // token is read from `keeper` when it is needed.
    FlyClient &set(const Account &account, TokenKeeper &keeper);
    // With a token that is given: of the sandbox, of this run.
    FlyClient &set(const Account &account, const Secret &token, bool sandbox);
    void remove(const AccountId &id);

    [[nodiscard]] FlyClient *client(const AccountId &id) const; // nullptr: there is none
    // The account that has the app: as it was told, or as its token says; nullptr: not known.
    [[nodiscard]] FlyClient *clientFor(const AppName &app) const;
    [[nodiscard]] std::optional<Account> accountFor(const AppName &app) const;
    void noteApp(const AccountId &id, const AppName &app);
    [[nodiscard]] RateBudget::State budget() const; // of the tightest account

    // Asks what a token may do, without an account.
    [[nodiscard]] Result<CheckedToken> check(const TokenText &text, const CallContext &context);
    // For what is asked without a token.
    [[nodiscard]] std::unique_ptr<HttpTransport> plainTransport() const;
    [[nodiscard]] const FlyEndpoints &places() const { return m_parts.places; }

private:
    struct Live;
    [[nodiscard]] FlyEndpoints endpointsOf(const Account &account) const;
    FlyClient &add(const Account &account, FlyEndpoints endpoints);
    [[nodiscard]] Live *find(const AccountId &id) const;
    [[nodiscard]] Live *owner(const AppName &app) const;

    const Parts m_parts;
    mutable std::mutex m_mutex;
    QHash<AppName, AccountId> m_owners;
    std::vector<std::unique_ptr<Live>> m_live; // those taken away included
};
