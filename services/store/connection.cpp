#include "store/connection.h"

#include <QDir>
#include <QSqlError>
#include <QStorageInfo>

#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// sqlite3.h is not needed for anything else; these numbers are fixed for ever by its documentation.
enum SqliteCode
{
    sqliteBusy = 5,
    sqliteLocked = 6,
    sqliteReadOnly = 8,
    sqliteIoError = 10,
    sqliteCorrupt = 11,
    sqliteFull = 13,
    sqliteCannotOpen = 14,
    sqliteNotADatabase = 26,
};

// A write that failed for want of room is not always reported as such (quota, size limit).
bool isDiskFull(const QString &path)
{
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    return storage.isValid() && storage.bytesAvailable() < 1024 * 1024;
}

} // namespace

Connection::Connection(QString path, QString name)
    : m_path(std::move(path))
    , m_name(std::move(name))
{
}

Connection::~Connection()
{
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(
    const QString &path, Access access, std::chrono::milliseconds busyTimeout)
{
    static std::atomic<quint64> counter = 0;
    const QString name = u"journal-%1"_s.arg(++counter);
    std::unique_ptr<Connection> connection(new Connection(path, name));
    QSqlDatabase &database = connection->m_database;
    database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    database.setDatabaseName(path);
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeout.count());
    if (access == Access::ReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    database.setConnectOptions(options);
    if (!database.open())
        return failure(connection->explain(database.lastError()));
    return connection;
}

Result<QSqlQuery *> Connection::start(const QString &sql, const QVariantList &values)
{
    auto known = m_statements.find(sql);
    if (known == m_statements.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            return failure(explain(query.lastError()));
        known = m_statements.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = known->second;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec())
        return failure(explain(query.lastError()));
    return &query;
}

Result<int> Connection::execute(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = start(sql, values);
    if (!query)
        return failure(query.error());
    const int changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<void> Connection::query(const QString &sql,
    const QVariantList &values,
    const std::function<void(const QSqlQuery &)> &row)
{
    const Result<QSqlQuery *> query = start(sql, values);
    if (!query)
        return failure(query.error());
    while ((*query)->next())
        row(**query);
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (error.isValid())
        return failure(explain(error));
    return {};
}

Result<QVariant> Connection::value(const QString &sql, const QVariantList &values)
{
    QVariant found;
    const Result<void> done = query(sql, values, [&found](const QSqlQuery &row) {
        if (!found.isValid())
            found = row.value(0);
    });
    if (!done)
        return failure(done.error());
    return found;
}

Error Connection::explain(const QSqlError &error) const
{
    const QString file = QDir::toNativeSeparators(m_path);
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const auto storage = [&file](Error::Kind kind, const QString &reason) {
        return Error{kind, u"%1: %2"_s.arg(file, reason), 0, {}, {}, {}};
    };
    switch (code) {
    case sqliteBusy:
    case sqliteLocked:
        return storage(Error::Kind::Storage, u"locked by another process"_s);
    case sqliteReadOnly:
        return storage(Error::Kind::Storage, u"read-only"_s);
    case sqliteCannotOpen:
        return storage(Error::Kind::Storage, u"cannot be opened or created"_s);
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return storage(Error::Kind::Storage, u"damaged"_s);
    case sqliteFull:
        return storage(Error::Kind::StorageFull, u"no room left"_s);
    case sqliteIoError:
        if (isDiskFull(m_path))
            return storage(Error::Kind::StorageFull, u"no room left"_s);
        return storage(Error::Kind::Storage, error.databaseText());
    default:
        return storage(Error::Kind::Storage, error.text());
    }
}

Transaction::Transaction(Connection &connection)
    : m_connection(&connection)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself (disk full); a second time is refused and harmless.
    if (m_connection)
        static_cast<void>(m_connection->execute(u"ROLLBACK"_s));
}

Result<Transaction> Transaction::begin(Connection &connection)
{
    const Result<int> begun = connection.execute(u"BEGIN IMMEDIATE"_s);
    if (!begun)
        return failure(begun.error());
    return Transaction(connection);
}

Result<void> Transaction::commit()
{
    const Result<int> done = m_connection->execute(u"COMMIT"_s);
    if (!done)
        return failure(done.error());
    m_connection = nullptr;
    return {};
}
