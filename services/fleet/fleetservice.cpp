#include "fleet/fleetservice.h"

#include "core/mailbox.h"
#include "fleet/fleetrules.h"
#include "fleet/fleetworker.h"
#include "fleet/lastknown.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
struct Update
{
    FleetAccount known;
    bool polled = false;
};
} // namespace

struct FleetService::Private
{
    struct Polled
    {
        Account account;
        std::unique_ptr<FleetWorker> worker;
    };

    Private(FleetService &service, std::vector<Account> accounts, Clock &theClock)
        : q(service)
        , clock(theClock)
        , mailbox([this](std::vector<Update> updates) { take(std::move(updates)); })
    {
        for (const Account &account : accounts)
            add(account);
    }

    void add(const Account &account)
    {
        FleetAccount row;
        row.id = account.id;
        row.name = account.name;
        row.sandbox = account.sandbox;
        row.readOnly = account.readOnly;
        snapshot.accounts.append(row);
        if (account.client) {
            auto worker = std::make_unique<FleetWorker>(
                account, row, clock, [this](const FleetAccount &known, bool polled) {
                    mailbox.put({known, polled});
                });
            worker->setHidden(hidden);
            worker->setVisibleApp(visible);
            if (started)
                worker->start();
            workers.push_back({account, std::move(worker)});
            return;
        }
        FleetAccount &shown = snapshot.accounts.last();
        shown.loading = false;
        shown.error =
            Error{Error::Kind::Unauthorised, u"the account has no token"_s, 0, {}, {}, {}};
    }

    void overlay(FleetAccount &row)
    {
        const auto known = lastKnown.constFind(row.id);
        if (known == lastKnown.cend())
            return;
        row = overLastKnown(std::move(row), *known);
        if (!showsLastKnown(row))
            lastKnown.erase(known); // all of it has been seen anew
    }

    void showLastKnown(const QList<FleetAccount> &accounts)
    {
        for (const FleetAccount &account : accounts)
            lastKnown.insert(account.id, account);
        for (FleetAccount &row : snapshot.accounts)
            overlay(row);
        Q_EMIT q.snapshotChanged(snapshot);
    }

    // What is polled does not depend on its name or switch.
    static bool isSame(const Account &a, const Account &b)
    {
        return a.id == b.id && a.client == b.client && a.organization == b.organization;
    }

    static void describe(const Account &account, FleetAccount &row)
    {
        row.name = account.name;
        row.readOnly = account.readOnly;
    }

    void setAccounts(const std::vector<Account> &accounts)
    {
        // Joins the workers of those that have gone or are others now.
        std::erase_if(workers, [&accounts](const Polled &polled) {
            return std::ranges::none_of(accounts,
                [&polled](const Account &account) { return isSame(polled.account, account); });
        });
        const QList<FleetAccount> before = std::exchange(snapshot.accounts, {});
        for (const Account &account : accounts) {
            const auto stays = std::ranges::find_if(workers,
                [&account](const Polled &polled) { return isSame(polled.account, account); });
            const auto row = std::ranges::find(before, account.id, &FleetAccount::id);
            if (stays == workers.end() || row == before.end()) {
                add(account);
                overlay(snapshot.accounts.last());
                continue;
            }
            stays->account = account;
            snapshot.accounts.append(*row);
            describe(account, snapshot.accounts.last());
        }
        Q_EMIT q.snapshotChanged(snapshot);
    }

    void setServers(const QList<FleetServer> &servers)
    {
        const bool same = std::ranges::equal(
            snapshot.servers, servers, [](const FleetServer &a, const FleetServer &b) {
                return withoutAges(a) == withoutAges(b);
            });
        snapshot.servers = servers;
        if (same)
            Q_EMIT q.refreshed();
        else
            Q_EMIT q.snapshotChanged(snapshot);
    }

    void take(std::vector<Update> updates)
    {
        bool changed = false;
        bool polled = false;
        for (Update &update : updates) {
            const auto shown =
                std::ranges::find(snapshot.accounts, update.known.id, &FleetAccount::id);
            if (shown == snapshot.accounts.end())
                continue; // sent before it was taken away
            for (const Polled &worker : workers) {
                if (worker.account.id == update.known.id)
                    describe(worker.account, update.known);
            }
            overlay(update.known);
            changed = changed || !sameButAges(*shown, update.known);
            polled = polled || update.polled;
            *shown = std::move(update.known);
        }
        if (changed)
            Q_EMIT q.snapshotChanged(snapshot);
        if (polled)
            Q_EMIT q.refreshed();
    }

    FleetService &q;
    Clock &clock;
    FleetSnapshot snapshot;
    Mailbox<Update> mailbox;
    QHash<AccountId, FleetAccount> lastKnown; // of an earlier session
    AppName visible;
    bool hidden = false;
    bool started = false;
    std::vector<Polled> workers; // last: joined before the mailbox dies
};

FleetService::FleetService(std::vector<Account> accounts, Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(accounts), clock))
{
}

FleetService::~FleetService() = default;

void FleetService::start()
{
    d->started = true;
    for (const auto &polled : d->workers)
        polled.worker->start();
}

void FleetService::setAccounts(std::vector<Account> accounts)
{
    d->setAccounts(accounts);
}

void FleetService::setServers(const QList<FleetServer> &servers)
{
    d->setServers(servers);
}

void FleetService::showLastKnown(const QList<FleetAccount> &accounts)
{
    d->showLastKnown(accounts);
}

const FleetSnapshot &FleetService::snapshot() const
{
    return d->snapshot;
}

void FleetService::setVisibleApp(const AppName &app)
{
    d->visible = app;
    for (const auto &polled : d->workers)
        polled.worker->setVisibleApp(app);
}

void FleetService::setHidden(bool hidden)
{
    d->hidden = hidden;
    for (const auto &polled : d->workers)
        polled.worker->setHidden(hidden);
}

void FleetService::refreshNow()
{
    for (const auto &polled : d->workers)
        polled.worker->refreshNow();
}
