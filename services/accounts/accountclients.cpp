#include "accounts/accountclients.h"

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

struct AccountClients::Live
{
    Live(const Account &theirs, FlyEndpoints endpoints, const Parts &parts)
        : account(theirs)
        , budget(*parts.clock)
        , transport(parts.transport())
        , guard(endpoints, *transport)
        , client(std::move(endpoints), guard, budget, *parts.clock)
    {
        guard.setReadOnly(theirs.readOnly);
    }

    Account account; // under the mutex
    std::shared_ptr<std::atomic<bool>> gone = std::make_shared<std::atomic<bool>>(false);
    RateBudget budget;
    std::unique_ptr<HttpTransport> transport;
    AccountGuard guard;
    FlyClient client;
};

AccountClients::AccountClients(Parts parts)
    : m_parts(std::move(parts))
{
}

AccountClients::~AccountClients() = default;

FlyEndpoints AccountClients::endpointsOf(const Account &account) const
{
    FlyEndpoints endpoints = m_parts.places;
    endpoints.account = account.id;
    if (!account.machines.isEmpty())
        endpoints.machines = account.machines;
    if (!account.web.isEmpty())
        endpoints.web = account.web;
    if (!account.releases.isEmpty())
        endpoints.releases = account.releases;
    return endpoints;
}

AccountClients::Live *AccountClients::find(const AccountId &id) const
{
    for (const auto &live : m_live) {
        if (live->account.id == id && !*live->gone)
            return live.get();
    }
    return nullptr;
}

FlyClient &AccountClients::add(const Account &account, FlyEndpoints endpoints)
{
    m_live.push_back(std::make_unique<Live>(account, std::move(endpoints), m_parts));
    return m_live.back()->client;
}

FlyClient &AccountClients::set(const Account &account, TokenKeeper &keeper)
{
    const std::lock_guard lock(m_mutex);
    if (Live *live = find(account.id)) {
        live->account = account;
        live->guard.setReadOnly(account.readOnly);
        return live->client;
    }
    FlyEndpoints endpoints = endpointsOf(account);
    const auto gone = std::make_shared<std::atomic<bool>>(false);
    endpoints.readToken = [account, &keeper, gone](std::stop_token) -> Result<Secret> {
        if (*gone)
            return failure(Error::Kind::Unauthorised, u"the account was taken away"_s);
        return keeper.read(account);
    };
    FlyClient &client = add(account, std::move(endpoints));
    m_live.back()->gone = gone;
    return client;
}

FlyClient &AccountClients::set(const Account &account, const Secret &token, bool sandbox)
{
    const std::lock_guard lock(m_mutex);
    FlyEndpoints endpoints = endpointsOf(account);
    endpoints.token = token;
    endpoints.sandbox = sandbox;
    return add(account, std::move(endpoints));
}

void AccountClients::remove(const AccountId &id)
{
    const std::lock_guard lock(m_mutex);
    if (Live *live = find(id))
        *live->gone = true;
    m_owners.removeIf([&id](const auto &owner) { return owner.value() == id; });
}

FlyClient *AccountClients::client(const AccountId &id) const
{
    const std::lock_guard lock(m_mutex);
    Live *live = find(id);
    return live ? &live->client : nullptr;
}

// One that may write comes first: an app may be seen by several tokens.
AccountClients::Live *AccountClients::owner(const AppName &app) const
{
    std::vector<Live *> present;
    for (const auto &live : m_live) {
        if (!*live->gone)
            present.push_back(live.get());
    }
    if (Live *told = find(m_owners.value(app)))
        return told;
    std::stable_partition(
        present.begin(), present.end(), [](const Live *live) { return !live->account.readOnly; });
    for (Live *live : present) {
        if (live->account.scope.apps.contains(app.value))
            return live;
    }
    return present.size() == 1 ? present.front() : nullptr;
}

FlyClient *AccountClients::clientFor(const AppName &app) const
{
    const std::lock_guard lock(m_mutex);
    Live *live = owner(app);
    return live ? &live->client : nullptr;
}

std::optional<Account> AccountClients::accountFor(const AppName &app) const
{
    const std::lock_guard lock(m_mutex);
    const Live *live = owner(app);
    return live ? std::optional(live->account) : std::nullopt;
}

void AccountClients::noteApp(const AccountId &id, const AppName &app)
{
    const std::lock_guard lock(m_mutex);
    const Live *before = find(m_owners.value(app));
    const Live *now = find(id);
    if (now && (!before || (before->account.readOnly && !now->account.readOnly)))
        m_owners.insert(app, id);
}

RateBudget::State AccountClients::budget() const
{
    const std::lock_guard lock(m_mutex);
    RateBudget::State tightest;
    int queued = 0;
    for (const auto &live : m_live) {
        const RateBudget::State state = live->budget.state();
        queued += state.queued;
        if (state.available < tightest.available)
            tightest = state;
    }
    tightest.queued = queued;
    return tightest;
}

Result<CheckedToken> AccountClients::check(const TokenText &text, const CallContext &context)
{
    Account nobody;
    nobody.id = AccountId(u"check"_s);
    FlyEndpoints endpoints = endpointsOf(nobody);
    endpoints.token = text.token;
    Live probe(nobody, std::move(endpoints), m_parts);
    probe.guard.setReadOnly(true); // looking only
    return checkToken(probe.client, text, context);
}

std::unique_ptr<HttpTransport> AccountClients::plainTransport() const
{
    return m_parts.transport();
}
