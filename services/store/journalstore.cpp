#include "store/journalstore.h"

#include "store/connection.h"
#include "store/databasefile.h"
#include "store/deploymentrows.h"
#include "store/eventwriter.h"
#include "store/logchunks.h"
#include "store/privatefiles.h"
#include "store/redaction.h"
#include "store/storethread.h"

#include <QSqlQuery>
#include <QUrl>

#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

// Ids become names of folders.
Result<void> checkId(const DeploymentId &id)
{
    const bool good = !id.isEmpty() && id.value.size() <= 64
        && std::all_of(id.value.cbegin(), id.value.cend(), [](QChar c) {
               return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
           });
    if (good)
        return {};
    return failure(Error::Kind::InvalidInput, u"\"%1\" is no deployment id"_s.arg(id.value));
}

ProcessIdentity identity(const QSqlQuery &row)
{
    return {row.value(0).toString(),
        row.value(1).toString(),
        row.value(2).toLongLong(),
        row.value(3).toString()};
}

} // namespace

struct JournalStore::Private
{
    Private(QString folder, Limits givenLimits)
        : locks(folder + u"/locks"_s)
        , limits(givenLimits)
        , logs(folder + u"/logs"_s, givenLimits.logBytesPerDeployment)
    {
    }

    // Events that other threads handed in are part of what this process reads. When they cannot be
    // written their writer is told; what is on the disk can be read all the same.
    void flush()
    {
        if (!events || !events->hasPending())
            return;
        const Result<void> flushed =
            writer->run([this](Connection &connection) { return events->flush(connection); });
        static_cast<void>(flushed);
    }

    template <typename Work> auto read(Work &&work)
    {
        flush();
        return reader->run(std::forward<Work>(work));
    }

    // One transaction in the writing thread.
    template <typename Work> Result<void> change(Work &&work)
    {
        return writer->run([this, &work](Connection &connection) -> Result<void> {
            const Result<void> flushed = events->flush(connection);
            if (!flushed)
                return flushed;
            Result<Transaction> transaction = Transaction::begin(connection);
            if (!transaction)
                return failure(transaction.error());
            const Result<void> done = work(connection);
            return done ? transaction->commit() : done;
        });
    }

    QString lockPath(const AppName &app) const
    {
        return locks + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(app.value)) + u".lock";
    }

    DeploymentRows::Ownership ownership(Connection &connection, const AppName &app) const
    {
        if (!FileLock::isHeld(lockPath(app)))
            return {};
        // Held a moment before its row is there: somebody unknown.
        ProcessIdentity owner;
        const Result<void> found =
            connection.query(u"SELECT host, boot_id, pid, program FROM owners WHERE app = ?"_s,
                {app.value},
                [&owner](const QSqlQuery &row) { owner = identity(row); });
        static_cast<void>(found);
        return {owner, owner.pid == ::getpid() && owner.bootId == own.bootId};
    }

    void dropLogsOf(const QList<DeploymentId> &ids)
    {
        for (const DeploymentId &id : ids)
            logs.remove(id);
    }

    QString locks;
    Limits limits;
    LogChunks logs;
    ProcessIdentity own = ProcessIdentity::current({});
    std::unique_ptr<StoreThread> writer;
    std::unique_ptr<StoreThread> reader;
    std::unique_ptr<EventWriter> events;
};

JournalStore::JournalStore() = default;

JournalStore::~JournalStore()
{
    // The writing thread has work of `events` in hand until it has ended.
    d->flush();
    d->writer.reset();
}

Result<std::unique_ptr<JournalStore>> JournalStore::open(const QString &folder, Limits limits)
{
    for (const QString &path :
        {folder, QString(folder + u"/locks"_s), QString(folder + u"/logs"_s)}) {
        const Result<void> made = PrivateFiles::makeFolder(path);
        if (!made)
            return failure(made.error());
    }
    const QString path = folder + u"/store.db"_s;
    const Result<void> sound = DatabaseFile::check(path, limits.busyTimeout);
    if (!sound)
        return failure(sound.error());
    const Result<void> made = PrivateFiles::makeFile(path);
    if (!made)
        return failure(made.error());
    std::unique_ptr<JournalStore> store(new JournalStore);
    store->d = std::make_unique<Private>(folder, limits);
    Result<std::unique_ptr<StoreThread>> writer = StoreThread::start([&] {
        return DatabaseFile::openForWriting(path, limits.busyTimeout, limits.databaseBytes);
    });
    if (!writer)
        return failure(writer.error());
    Result<std::unique_ptr<StoreThread>> reader = StoreThread::start(
        [&] { return Connection::open(path, Connection::Access::ReadOnly, limits.busyTimeout); });
    if (!reader)
        return failure(reader.error());
    store->d->events = std::make_unique<EventWriter>(**writer);
    store->d->writer = std::move(*writer);
    store->d->reader = std::move(*reader);
    return store;
}

Result<int> JournalStore::begin(const DeploymentId &id, const AppName &app)
{
    const Result<void> good = checkId(id);
    if (!good)
        return failure(good.error());
    int number = 0;
    QList<DeploymentId> removed;
    const Result<void> done = d->change([&](Connection &connection) -> Result<void> {
        const Result<int> created = DeploymentRows::create(connection, id, app, 0);
        if (!created)
            return failure(created.error());
        number = *created;
        const Result<QList<DeploymentId>> old =
            DeploymentRows::removeOld(connection, app, d->limits.deploymentsPerApp);
        if (!old)
            return failure(old.error());
        removed = *old;
        return {};
    });
    if (!done)
        return failure(done.error());
    d->dropLogsOf(removed);
    return number;
}

Result<void> JournalStore::clear()
{
    const Result<QList<DeploymentSummary>> open = unfinished();
    if (!open)
        return failure(open.error());
    for (const DeploymentSummary &row : *open) {
        if (row.status != DeploymentSummary::Status::Interrupted)
            return failure(Error::Kind::Conflict, u"deployment %1 runs"_s.arg(row.id.value));
    }
    QList<DeploymentId> removed;
    const Result<void> done = d->change([&removed](Connection &connection) -> Result<void> {
        const Result<QList<DeploymentId>> all = DeploymentRows::removeAll(connection);
        removed = all.value_or(QList<DeploymentId>());
        return all ? Result<void>() : failure(all.error());
    });
    if (done)
        d->dropLogsOf(removed);
    return done;
}

Result<void> JournalStore::append(const DeployEvent &event, Durability durability)
{
    const QByteArray body = redactedJson(deployEventToJson(event));
    return d->writer->run([&](Connection &connection) {
        return d->events->append(connection, event, body, durability);
    });
}

Result<QList<DeployEvent>> JournalStore::events(const DeploymentId &id, qint64 afterSequence)
{
    QList<QByteArray> bodies;
    const Result<void> read = d->read([&](Connection &connection) -> Result<void> {
        const Result<qint64> key = DeploymentRows::key(connection, id);
        if (!key)
            return failure(key.error());
        return connection.query(
            u"SELECT body FROM events WHERE deployment = ? AND sequence > ? ORDER BY sequence"_s,
            {*key, afterSequence},
            [&bodies](const QSqlQuery &row) { bodies.append(row.value(0).toByteArray()); });
    });
    if (!read)
        return failure(read.error());
    QList<DeployEvent> events;
    events.reserve(bodies.size());
    for (const QByteArray &body : std::as_const(bodies)) {
        const Result<DeployEvent> event = deployEventFromJson(body);
        if (!event)
            return failure(event.error());
        events.append(*event);
    }
    return events;
}

Result<QList<DeploymentSummary>> JournalStore::deployments(const AppName &app, int limit)
{
    return d->read([&](Connection &connection) {
        return DeploymentRows::ofApp(connection, app, limit, [&](const AppName &name) {
            return d->ownership(connection, name);
        });
    });
}

Result<std::optional<DeploymentSummary>> JournalStore::deployment(const DeploymentId &id)
{
    return d->read([&](Connection &connection) {
        return DeploymentRows::one(
            connection, id, [&](const AppName &name) { return d->ownership(connection, name); });
    });
}

Result<QList<DeploymentSummary>> JournalStore::unfinished()
{
    return d->read([&](Connection &connection) {
        return DeploymentRows::unfinished(
            connection, [&](const AppName &name) { return d->ownership(connection, name); });
    });
}

Result<void> JournalStore::appendLog(const DeploymentId &id, const QList<LogLine> &lines)
{
    const Result<void> good = checkId(id);
    return good ? d->logs.append(id, lines) : good;
}

Result<QList<LogLine>> JournalStore::log(const DeploymentId &id, qint64 from, int limit)
{
    const Result<void> good = checkId(id);
    if (!good)
        return failure(good.error());
    return d->logs.read(id, from, limit);
}

Result<std::unique_ptr<FileLock>> JournalStore::own(
    const AppName &app, const ProcessIdentity &identity)
{
    Result<FileLock> lock = FileLock::tryLock(d->lockPath(app));
    if (!lock)
        return failure(lock.error());
    const Result<void> recorded = d->change([&](Connection &connection) -> Result<void> {
        d->events->forgetSequences();
        const Result<int> done = connection.execute(
            u"INSERT OR REPLACE INTO owners(app, host, boot_id, pid, program, since_ms)"
            " VALUES(?, ?, ?, ?, ?, ?)"_s,
            {app.value,
                identity.host,
                identity.bootId,
                identity.pid,
                identity.program,
                QDateTime::currentMSecsSinceEpoch()});
        return done ? Result<void>() : failure(done.error());
    });
    if (!recorded)
        return failure(recorded.error());
    return std::make_unique<FileLock>(std::move(*lock));
}

Result<std::optional<ProcessIdentity>> JournalStore::owner(const AppName &app)
{
    return d->read([&](Connection &connection) -> Result<std::optional<ProcessIdentity>> {
        return d->ownership(connection, app).owner;
    });
}

Result<void> JournalStore::requestCancel(const DeploymentId &id, const ProcessIdentity &by)
{
    return d->change([&](Connection &connection) -> Result<void> {
        const Result<qint64> key = DeploymentRows::key(connection, id);
        if (!key)
            return failure(key.error());
        const Result<int> done = connection.execute(
            u"INSERT OR REPLACE INTO cancels(deployment, host, boot_id, pid, program, at_ms)"
            " VALUES(?, ?, ?, ?, ?, ?)"_s,
            {*key, by.host, by.bootId, by.pid, by.program, QDateTime::currentMSecsSinceEpoch()});
        return done ? Result<void>() : failure(done.error());
    });
}

Result<std::optional<ProcessIdentity>> JournalStore::cancelRequested(const DeploymentId &id)
{
    return d->reader->run([&](Connection &connection) -> Result<std::optional<ProcessIdentity>> {
        std::optional<ProcessIdentity> by;
        const Result<void> read =
            connection.query(u"SELECT c.host, c.boot_id, c.pid, c.program FROM cancels c"
                             " JOIN deployments d ON d.key = c.deployment WHERE d.id = ?"_s,
                {id.value},
                [&by](const QSqlQuery &row) { by = identity(row); });
        if (!read)
            return failure(read.error());
        return by;
    });
}

Result<std::optional<QDateTime>> JournalStore::releaseCommandDone(const QString &key)
{
    return d->read([&](Connection &connection) -> Result<std::optional<QDateTime>> {
        const Result<QVariant> found =
            connection.value(u"SELECT done_ms FROM release_commands WHERE key = ?"_s, {key});
        if (!found)
            return failure(found.error());
        if (!found->isValid())
            return std::optional<QDateTime>();
        return std::optional(QDateTime::fromMSecsSinceEpoch(found->toLongLong(), Qt::UTC));
    });
}

Result<QHash<QString, UsualDuration>> JournalStore::usual(const AppName &app)
{
    return d->read([&](Connection &connection) { return DeploymentRows::usual(connection, app); });
}

Result<QByteArray> JournalStore::digestKey()
{
    return d->reader->run([](Connection &connection) -> Result<QByteArray> {
        const Result<QVariant> key =
            connection.value(u"SELECT value FROM meta WHERE key = 'digest_key'"_s);
        if (!key)
            return failure(key.error());
        return key->toByteArray();
    });
}

Result<void> JournalStore::import(
    const AppName &app, const QList<DeployEvent> &events, const QList<LogLine> &log, int number)
{
    if (events.isEmpty())
        return failure(Error::Kind::InvalidInput, u"a deployment without events"_s);
    const DeploymentId id = events.first().deployment;
    const Result<void> good = checkId(id);
    if (!good)
        return good;
    const Result<void> done = d->change([&](Connection &connection) -> Result<void> {
        const Result<int> created = DeploymentRows::create(connection, id, app, number);
        if (!created)
            return failure(created.error());
        return d->events->importAll(connection, id, events);
    });
    return done ? d->logs.append(id, log) : done;
}
