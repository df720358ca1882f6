#include "store/databasefile.h"

#include "store/connection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace {

// Each list takes a file from format i to i + 1, in one transaction.
const QList<QStringList> &migrations()
{
    static const QList<QStringList> all{
        {
            u"CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE deployments("
            "key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, app TEXT NOT NULL,"
            "number INTEGER NOT NULL, kind TEXT NOT NULL DEFAULT '',"
            "refers_to TEXT NOT NULL DEFAULT '', attempts INTEGER NOT NULL DEFAULT 0,"
            "release_version INTEGER NOT NULL DEFAULT 0, image TEXT NOT NULL DEFAULT '',"
            "started_ms INTEGER, ended_ms INTEGER, ended_sequence INTEGER NOT NULL DEFAULT 0,"
            "verdict_sequence INTEGER NOT NULL DEFAULT 0, host TEXT NOT NULL DEFAULT '',"
            "boot_id TEXT NOT NULL DEFAULT '', pid INTEGER NOT NULL DEFAULT 0,"
            "program TEXT NOT NULL DEFAULT '', last_sequence INTEGER NOT NULL DEFAULT 0,"
            "UNIQUE(app, number))"_s,
            u"CREATE TABLE events("
            "deployment INTEGER NOT NULL REFERENCES deployments(key) ON DELETE CASCADE,"
            "sequence INTEGER NOT NULL, body BLOB NOT NULL,"
            "PRIMARY KEY(deployment, sequence)) WITHOUT ROWID"_s,
            u"CREATE TABLE attempts("
            "deployment INTEGER NOT NULL REFERENCES deployments(key) ON DELETE CASCADE,"
            "attempt INTEGER NOT NULL, started_ms INTEGER NOT NULL, ended_ms INTEGER,"
            "reported TEXT NOT NULL DEFAULT '',"
            "PRIMARY KEY(deployment, attempt)) WITHOUT ROWID"_s,
            u"CREATE TABLE spans("
            "deployment INTEGER NOT NULL REFERENCES deployments(key) ON DELETE CASCADE,"
            "span INTEGER NOT NULL, parent INTEGER NOT NULL, usual_key TEXT NOT NULL,"
            "started_ms INTEGER NOT NULL,"
            "ended_ms INTEGER, outcome TEXT NOT NULL DEFAULT '',"
            "PRIMARY KEY(deployment, span)) WITHOUT ROWID"_s,
            u"CREATE TABLE cancels("
            "deployment INTEGER PRIMARY KEY REFERENCES deployments(key) ON DELETE CASCADE,"
            "host TEXT NOT NULL, boot_id TEXT NOT NULL, pid INTEGER NOT NULL,"
            "program TEXT NOT NULL, at_ms INTEGER NOT NULL)"_s,
            u"CREATE TABLE owners("
            "app TEXT PRIMARY KEY, host TEXT NOT NULL, boot_id TEXT NOT NULL,"
            "pid INTEGER NOT NULL, program TEXT NOT NULL, since_ms INTEGER NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE release_commands("
            "key TEXT PRIMARY KEY, done_ms INTEGER NOT NULL) WITHOUT ROWID"_s,
            u"INSERT INTO meta(key, value) VALUES('digest_key', randomblob(32))"_s,
        },
        {
            u"CREATE TABLE fleet_accounts("
            "account TEXT PRIMARY KEY, fetched_ms INTEGER NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE fleet_apps("
            "account TEXT NOT NULL REFERENCES fleet_accounts(account) ON DELETE CASCADE,"
            "app TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY(account, app)) WITHOUT ROWID"_s,
        },
    };
    return all;
}

tl::unexpected<Error> refusal(const QString &path, const QString &reason)
{
    return failure(Error::Kind::Storage,
        u"%1: %2; it was left untouched"_s.arg(QDir::toNativeSeparators(path), reason));
}

quint32 number(const QByteArray &header, int offset)
{
    return qFromBigEndian<quint32>(header.constData() + offset);
}

bool hasUnmergedWrites(const QString &path)
{
    return QFileInfo(path + u"-wal").size() > 0 || QFileInfo(path + u"-journal").size() > 0;
}

// Read from the bytes, so that nothing opens (and perhaps repairs) a file that is not to be used.
// The format version there is current: migrations are merged before the file is used.
Result<void> checkHeader(const QString &path, const QByteArray &header, qint64 size)
{
    constexpr int pageSizeAt = 16;
    constexpr int changesAt = 24;
    constexpr int pagesAt = 28;
    constexpr int formatAt = 60;
    constexpr int applicationAt = 68;
    constexpr int validForAt = 92;
    constexpr int headerSize = 100;

    if (header.size() < headerSize || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return refusal(path, u"damaged, or not a journal (its first bytes are not a database's)"_s);
    if (number(header, applicationAt) != DatabaseFile::applicationId)
        return refusal(path, u"a database of another program"_s);
    const int version = int(number(header, formatAt));
    if (version > DatabaseFile::formatVersion) {
        return refusal(path,
            u"made by a newer Atalaya (format %1; this program knows formats up to %2)"_s.arg(
                QString::number(version), QString::number(DatabaseFile::formatVersion)));
    }
    const quint16 rawPageSize = qFromBigEndian<quint16>(header.constData() + pageSizeAt);
    const qint64 pageSize = rawPageSize == 1 ? 65536 : rawPageSize;
    const bool countIsValid = number(header, changesAt) == number(header, validForAt);
    if (countIsValid && !hasUnmergedWrites(path) && pageSize * number(header, pagesAt) > size)
        return refusal(path, u"damaged (shorter than it says)"_s);
    return {};
}

// The whole file is read only when it is cheap or when its last user did not close it.
Result<void> checkContent(const QString &path, std::chrono::milliseconds busyTimeout)
{
    constexpr qint64 cheap = 8 * 1024 * 1024;
    if (QFileInfo(path).size() > cheap && !hasUnmergedWrites(path))
        return {};
    const Result<std::unique_ptr<Connection>> connection =
        Connection::open(path, Connection::Access::ReadOnly, busyTimeout);
    if (!connection)
        return failure(connection.error());
    const Result<QVariant> answer = (*connection)->value(u"PRAGMA quick_check(1)"_s);
    if (!answer) {
        const bool damaged = answer.error().detail.endsWith("damaged"_L1);
        return damaged ? refusal(path, u"damaged"_s) : failure(answer.error());
    }
    if (answer->toString() != "ok"_L1)
        return refusal(path, u"damaged (%1)"_s.arg(answer->toString().simplified()));
    return {};
}

Result<int> format(Connection &connection)
{
    const Result<QVariant> version = connection.value(u"PRAGMA user_version"_s);
    if (!version)
        return failure(version.error());
    return version->toInt();
}

Result<void> applyMigrations(Connection &connection)
{
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    // Another process may have been faster.
    const Result<int> from = format(connection);
    if (!from)
        return failure(from.error());
    for (int version = *from; version < migrations().size(); ++version) {
        for (const QString &statement : migrations()[version]) {
            const Result<int> done = connection.execute(statement);
            if (!done)
                return failure(done.error());
        }
    }
    for (const QString &mark : {u"PRAGMA application_id = %1"_s.arg(DatabaseFile::applicationId),
             u"PRAGMA user_version = %1"_s.arg(DatabaseFile::formatVersion)}) {
        const Result<int> done = connection.execute(mark);
        if (!done)
            return failure(done.error());
    }
    return transaction->commit();
}

} // namespace

Result<void> DatabaseFile::check(const QString &path, std::chrono::milliseconds busyTimeout)
{
    QFile file(path);
    if (!file.exists() || file.size() == 0)
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
    const Result<void> header = checkHeader(path, file.read(100), file.size());
    file.close();
    return header ? checkContent(path, busyTimeout) : header;
}

Result<void> DatabaseFile::migrate(Connection &connection)
{
    const Result<int> before = format(connection);
    if (!before)
        return failure(before.error());
    if (*before > formatVersion) // written, but not yet merged, when the header was looked at
        return refusal(connection.path(), u"made by a newer Atalaya"_s);
    if (*before < formatVersion) {
        const Result<void> applied = applyMigrations(connection);
        if (!applied)
            return applied;
        // What version a file has must be in the file itself: an older program reads it there.
        const Result<QVariant> merged = connection.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        if (!merged)
            return failure(merged.error());
    }
    // Refused while another process opens the same new file; then its mode counts, and this one
    // works in the slower mode until the next start.
    static_cast<void>(connection.value(u"PRAGMA journal_mode = WAL"_s));
    return {};
}

Result<void> DatabaseFile::prepare(Connection &connection, qint64 maximumBytes)
{
    for (const QString &pragma : {u"PRAGMA foreign_keys = ON"_s,
             u"PRAGMA synchronous = FULL"_s,
             u"PRAGMA temp_store = MEMORY"_s}) {
        const Result<QVariant> done = connection.value(pragma);
        if (!done)
            return failure(done.error());
    }
    if (maximumBytes == 0)
        return {};
    const Result<QVariant> pageSize = connection.value(u"PRAGMA page_size"_s);
    if (!pageSize)
        return failure(pageSize.error());
    const qint64 pages = maximumBytes / pageSize->toLongLong();
    const Result<QVariant> set = connection.value(u"PRAGMA max_page_count = %1"_s.arg(pages));
    return set ? Result<void>() : failure(set.error());
}

Result<std::unique_ptr<Connection>> DatabaseFile::openForWriting(
    const QString &path, std::chrono::milliseconds busyTimeout, qint64 maximumBytes)
{
    Result<std::unique_ptr<Connection>> connection =
        Connection::open(path, Connection::Access::ReadWrite, busyTimeout);
    if (!connection)
        return connection;
    const Result<void> migrated = migrate(**connection);
    if (!migrated)
        return failure(migrated.error());
    const Result<void> prepared = prepare(**connection, maximumBytes);
    if (!prepared)
        return failure(prepared.error());
    // A file that cannot be written is told at once, not in the middle of a deploy.
    const Result<Transaction> probe = Transaction::begin(**connection);
    if (!probe)
        return failure(probe.error());
    return connection;
}
