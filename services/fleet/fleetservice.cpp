#include "fleet/fleetservice.h"

#include "core/mailbox.h"
#include "fleet/fleetrules.h"
#include "fleet/fleetworker.h"

using namespace Qt::StringLiterals;

namespace {
struct Update
{
    qsizetype account = 0;
    FleetAccount known;
    bool polled = false;
};
} // namespace

struct FleetService::Private
{
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
        const qsizetype index = snapshot.accounts.size();
        if (account.client) {
            workers.push_back(std::make_unique<FleetWorker>(
                account, clock, [this, index](const FleetAccount &known, bool polled) {
                    mailbox.put({index, known, polled});
                }));
        } else {
            row.loading = false;
            row.error =
                Error{Error::Kind::Unauthorised, u"the account has no token"_s, 0, {}, {}, {}};
        }
        snapshot.accounts.append(row);
    }

    void take(std::vector<Update> updates)
    {
        bool changed = false;
        bool polled = false;
        for (Update &update : updates) {
            FleetAccount &shown = snapshot.accounts[update.account];
            changed = changed || !sameButAges(shown, update.known);
            polled = polled || update.polled;
            shown = std::move(update.known);
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
    std::vector<std::unique_ptr<FleetWorker>> workers; // last: joined before the mailbox dies
};

FleetService::FleetService(std::vector<Account> accounts, Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(accounts), clock))
{
}

FleetService::~FleetService() = default;

void FleetService::start()
{
    for (const auto &worker : d->workers)
        worker->start();
}

const FleetSnapshot &FleetService::snapshot() const
{
    return d->snapshot;
}

void FleetService::setVisibleApp(const AppName &app)
{
    for (const auto &worker : d->workers)
        worker->setVisibleApp(app);
}

void FleetService::setHidden(bool hidden)
{
    for (const auto &worker : d->workers)
        worker->setHidden(hidden);
}

void FleetService::refreshNow()
{
    for (const auto &worker : d->workers)
        worker->refreshNow();
}
