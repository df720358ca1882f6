#include "store/fleetstore.h"

#include "core/log.h"
#include "store/connection.h"
#include "store/databasefile.h"
#include "store/fleetjson.h"
#include "store/privatefiles.h"
#include "store/storethread.h"

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::milliseconds fleetPatience{3000};

void leaveOut(const QString &account, const QString &app, const QString &why)
{
    Log::area("store")->warn("fleet: account={} app={} left out: {}",
        account.toStdString(),
        app.toStdString(),
        why.toStdString());
}

Result<QList<FleetAccount>> readFleetAccounts(Connection &connection)
{
    QList<FleetAccount> accounts;
    const Result<void> read =
        connection.query(u"SELECT account, fetched_ms FROM fleet_accounts ORDER BY account"_s,
            {},
            [&accounts](const QSqlQuery &row) {
                FleetAccount account;
                account.id = AccountId(row.value(0).toString());
                const qint64 fetched = row.value(1).toLongLong();
                if (account.id.isEmpty() || fetched <= 0)
                    return leaveOut(account.id.value, {}, u"no time"_s);
                account.fetchedAt = QDateTime::fromMSecsSinceEpoch(fetched, Qt::UTC);
                account.remembered = true;
                accounts.append(account);
            });
    if (!read)
        return failure(read.error());
    return accounts;
}

Result<void> readFleetApps(Connection &connection, FleetAccount &account)
{
    return connection.query(u"SELECT app, body FROM fleet_apps WHERE account = ? ORDER BY app"_s,
        {account.id.value},
        [&account](const QSqlQuery &row) {
            const QString name = row.value(0).toString();
            Result<FleetApp> app = fleetAppFromJson(row.value(1).toByteArray());
            if (!app)
                return leaveOut(account.id.value, name, app.error().detail);
            if (app->app.name.value != name)
                return leaveOut(account.id.value, name, u"another app's row"_s);
            app->remembered = true;
            account.apps.append(*app);
        });
}

Result<void> replaceFleet(Connection &connection, const FleetAccount &account)
{
    // With its apps: they go with the account's row.
    for (const auto &[sql, values] : {std::pair(u"DELETE FROM fleet_accounts WHERE account = ?"_s,
                                          QVariantList{account.id.value}),
             std::pair(u"INSERT INTO fleet_accounts(account, fetched_ms) VALUES(?, ?)"_s,
                 QVariantList{account.id.value, account.fetchedAt.toMSecsSinceEpoch()})}) {
        const Result<int> done = connection.execute(sql, values);
        if (!done)
            return failure(done.error());
    }
    for (const FleetApp &app : account.apps) {
        const Result<int> done =
            connection.execute(u"INSERT INTO fleet_apps(account, app, body) VALUES(?, ?, ?)"_s,
                {account.id.value, app.app.name.value, fleetAppToJson(app)});
        if (!done)
            return failure(done.error());
    }
    return {};
}

Result<void> forgetOthers(Connection &connection, const QList<AccountId> &accounts)
{
    QStringList gone;
    const Result<void> read = connection.query(
        u"SELECT account FROM fleet_accounts"_s, {}, [&gone, &accounts](const QSqlQuery &row) {
            if (!accounts.contains(AccountId(row.value(0).toString())))
                gone.append(row.value(0).toString());
        });
    if (!read)
        return read;
    for (const QString &account : std::as_const(gone)) {
        const Result<int> done =
            connection.execute(u"DELETE FROM fleet_accounts WHERE account = ?"_s, {account});
        if (!done)
            return failure(done.error());
        Log::area("store")->info("fleet: account={} forgotten", account.toStdString());
    }
    return {};
}

template <typename Work> Result<void> inOneTransaction(StoreThread &thread, Work work)
{
    return thread.run([&work](Connection &connection) -> Result<void> {
        Result<Transaction> transaction = Transaction::begin(connection);
        if (!transaction)
            return failure(transaction.error());
        const Result<void> done = work(connection);
        return done ? transaction->commit() : done;
    });
}
// What is forgotten is overwritten too.
Result<std::unique_ptr<Connection>> openFleet(const QString &path)
{
    Result<std::unique_ptr<Connection>> connection =
        DatabaseFile::openForWriting(path, fleetPatience, 0);
    if (!connection)
        return connection;
    const Result<QVariant> set = (*connection)->value(u"PRAGMA secure_delete = ON"_s);
    if (!set)
        return failure(set.error());
    return connection;
}
} // namespace

FleetStore::FleetStore(std::unique_ptr<StoreThread> thread)
    : m_thread(std::move(thread))
{
}

FleetStore::~FleetStore() = default;

Result<std::unique_ptr<FleetStore>> FleetStore::open(const QString &folder)
{
    if (const Result<void> made = PrivateFiles::makeFolder(folder); !made)
        return failure(made.error());
    const QString path = folder + u"/store.db"_s;
    if (const Result<void> sound = DatabaseFile::check(path, fleetPatience); !sound)
        return failure(sound.error());
    if (const Result<void> made = PrivateFiles::makeFile(path); !made)
        return failure(made.error());
    Result<std::unique_ptr<StoreThread>> thread =
        StoreThread::start([&path] { return openFleet(path); });
    if (!thread)
        return failure(thread.error());
    return std::unique_ptr<FleetStore>(new FleetStore(std::move(*thread)));
}

Result<QList<FleetAccount>> FleetStore::load()
{
    return m_thread->run([](Connection &connection) -> Result<QList<FleetAccount>> {
        Result<QList<FleetAccount>> accounts = readFleetAccounts(connection);
        if (!accounts)
            return accounts;
        for (FleetAccount &account : *accounts) {
            const Result<void> read = readFleetApps(connection, account);
            if (!read)
                return failure(read.error());
        }
        return accounts;
    });
}

Result<void> FleetStore::save(const FleetAccount &account)
{
    return inOneTransaction(*m_thread,
        [&account](Connection &connection) { return replaceFleet(connection, account); });
}

Result<void> FleetStore::keepOnly(const QList<AccountId> &accounts)
{
    return inOneTransaction(*m_thread,
        [&accounts](Connection &connection) { return forgetOthers(connection, accounts); });
}
