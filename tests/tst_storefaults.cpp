#include "support/tempstore.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <csignal>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
const AppName gad(u"grupo-gad"_s);
const QDateTime noon(QDate(2026, 8, 20), QTime(12, 0), Qt::UTC);

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool replace(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(bytes) == bytes.size();
}

// Reads until there are as many, as a follower does; gives up after a while.
qsizetype eventuallySeen(JournalStore &store, const DeploymentId &id, qsizetype wanted)
{
    QElapsedTimer timer;
    timer.start();
    qsizetype seen = 0;
    while (seen < wanted && timer.elapsed() < 20'000) {
        const Result<QList<DeployEvent>> events = store.events(id, 0);
        seen = events ? events->size() : 0;
        std::this_thread::yield();
    }
    return seen;
}

std::unique_ptr<JournalStore> opened(const QString &folder)
{
    Result<std::unique_ptr<JournalStore>> store = JournalStore::open(folder);
    return store ? std::move(*store) : nullptr;
}

// Another program's hand on the same file.
class Outsider
{
public:
    explicit Outsider(const QString &path)
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"outsider"_s);
        m_database.setDatabaseName(path);
        m_database.open();
    }
    ~Outsider()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"outsider"_s);
    }
    Q_DISABLE_COPY_MOVE(Outsider)
    bool execute(const QString &sql)
    {
        QSqlQuery query(m_database);
        return query.exec(sql);
    }

private:
    QSqlDatabase m_database;
};

// Root may write anywhere: for the time of a test it is somebody else.
class WithoutPrivileges
{
public:
    WithoutPrivileges()
        : m_wasRoot(::geteuid() == 0)
    {
        m_done = !m_wasRoot || ::seteuid(65534) == 0;
    }
    ~WithoutPrivileges()
    {
        if (m_wasRoot && ::seteuid(0) != 0)
            qFatal("cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(WithoutPrivileges)
    [[nodiscard]] bool done() const { return m_done; }

private:
    bool m_wasRoot;
    bool m_done = false;
};
} // namespace

class TestStoreFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badFilesAreRefusedAndLeftAlone_data();
    void badFilesAreRefusedAndLeftAlone();
    void emptyFileIsANewStore();
    void folderThatCannotBeMade();
    void readOnlyFileIsToldAtOnce();
    void readOnlyFolderIsToldAtOnce();
    void lockedDatabaseIsTold();
    void fullDatabaseKeepsWhatWasPromised();
    void batchedEventsTellOfAFullDatabase();
    void fullDiskLeavesTheLogWhole();
    void anotherWriterOfTheSameDeploymentIsFound();
    void aConflictDoesNotHoldUpOtherDeployments();
    void killedWriterLeavesAWholeJournal();
    void child(); // what the killed process does
};

void TestStoreFaults::badFilesAreRefusedAndLeftAlone_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QStringList>("says");
    QTest::newRow("header overwritten") << 0 << QStringList{u"damaged"_s};
    QTest::newRow("text file") << 1 << QStringList{u"damaged"_s, u"not a journal"_s};
    QTest::newRow("a few bytes") << 2 << QStringList{u"damaged"_s};
    QTest::newRow("cut to half") << 3 << QStringList{u"damaged"_s, u"shorter"_s};
    QTest::newRow("page overwritten") << 4 << QStringList{u"damaged"_s};
    QTest::newRow("another program's") << 5 << QStringList{u"another program"_s};
    QTest::newRow("newer format") << 6 << QStringList{u"newer"_s, u"format 7"_s, u"up to 2"_s};
}

void TestStoreFaults::badFilesAreRefusedAndLeftAlone()
{
    QFETCH(int, fault);
    QFETCH(QStringList, says);
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    for (int i = 0; i < 200; ++i)
        VERIFY_OK(script.span(i, i + 1, Step::UpdateMachine));
    store.close();
    const QString path = store.database();
    const qint64 size = QFileInfo(path).size();
    QVERIFY(size > 8 * 4096);
    QFile file(path);
    switch (fault) {
    case 0:
        QVERIFY(replace(path, 0, QByteArray(100, '\x7f')));
        break;
    case 1:
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not a database, but long\n") > 0);
        break;
    case 2:
        QVERIFY(file.resize(40));
        break;
    case 3:
        QVERIFY(file.resize(size / 8192 * 4096));
        break;
    case 4:
        QVERIFY(replace(path, size - 3 * 4096, QByteArray(2 * 4096, '\x55')));
        break;
    case 5:
        QVERIFY(replace(path, 68, QByteArray("ABCD")));
        break;
    case 6:
        QVERIFY(replace(path, 60, QByteArray("\0\0\0\7", 4)));
        break;
    }
    file.close();
    const QByteArray before = bytesOf(path);
    store.reopen();
    QVERIFY(store.openError());
    QCOMPARE(store.openError()->kind, Error::Kind::Storage);
    const QString detail = store.openError()->detail;
    QVERIFY2(detail.contains(path), qPrintable(detail));
    QVERIFY2(detail.contains(u"untouched"_s), qPrintable(detail));
    for (const QString &word : std::as_const(says))
        QVERIFY2(detail.contains(word), qPrintable(detail));
    QCOMPARE(bytesOf(path), before);
}

void TestStoreFaults::emptyFileIsANewStore()
{
    TempStore store;
    store.close();
    QVERIFY(QFile::resize(store.database(), 0));
    store.reopen();
    QVERIFY(!store.openError());
    VERIFY_OK(store->begin(DeploymentId(newUlid()), gad));
}

void TestStoreFaults::folderThatCannotBeMade()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto opened = JournalStore::open(dir.filePath(u"file/store"_s));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Storage);
    QVERIFY(opened.error().detail.contains(u"file/store"_s));
}

void TestStoreFaults::readOnlyFileIsToldAtOnce()
{
    TempStore store;
    store.close();
    if (::geteuid() == 0)
        QVERIFY(::chown(qPrintable(store.folder()), 65534, 65534) == 0);
    QVERIFY(QFile::setPermissions(store.database(), QFile::ReadOwner | QFile::ReadOther));
    {
        const WithoutPrivileges nobody;
        QVERIFY(nobody.done());
        store.reopen();
    }
    QVERIFY(store.openError());
    QCOMPARE(store.openError()->kind, Error::Kind::Storage);
    QVERIFY2(
        store.openError()->detail.contains(store.folder()), qPrintable(store.openError()->detail));
}

void TestStoreFaults::readOnlyFolderIsToldAtOnce()
{
    TempStore store;
    store.close();
    const QFile::Permissions readOnly =
        QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(store.folder(), readOnly));
    {
        const WithoutPrivileges nobody;
        QVERIFY(nobody.done());
        store.reopen();
    }
    QVERIFY(QFile::setPermissions(store.folder(), readOnly | QFile::WriteOwner));
    QVERIFY(store.openError() || ::geteuid() != 0); // its owner may give himself the right back
    if (store.openError())
        QCOMPARE(store.openError()->kind, Error::Kind::Storage);
}

void TestStoreFaults::lockedDatabaseIsTold()
{
    JournalStore::Limits limits;
    limits.busyTimeout = std::chrono::milliseconds(20);
    TempStore store(limits);
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    {
        Outsider outsider(store.database());
        QVERIFY(outsider.execute(u"BEGIN IMMEDIATE"_s));
        const Result<void> refused =
            store->append(script.next(1, events::CancelRequested{}), Durability::Durable);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Storage);
        QVERIFY2(refused.error().detail.contains(u"locked"_s), qPrintable(refused.error().detail));
        QCOMPARE(store->events(script.id(), 0)->size(), 1); // reading goes on
        QVERIFY(outsider.execute(u"ROLLBACK"_s));
    }
    VERIFY_OK(script.end(2)); // with the number that was refused before
    QCOMPARE(store->events(script.id(), 0)->size(), 2);
}

void TestStoreFaults::fullDatabaseKeepsWhatWasPromised()
{
    JournalStore::Limits limits;
    limits.databaseBytes = 400 * 1024;
    TempStore store(limits);
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    const events::SpanNoted note{SpanId{1}, Note::CheckOutput, {QString(10'000, u'x')}};
    Result<void> appended;
    while (appended && script.sequence() < 1000)
        appended = script.add(1, note, Durability::Durable);
    QVERIFY(!appended);
    QCOMPARE(appended.error().kind, Error::Kind::StorageFull);
    QVERIFY(appended.error().detail.contains(store.database()));
    const qint64 promised = script.sequence();
    QVERIFY(promised > 5);
    QCOMPARE(store->events(script.id(), 0)->size(), promised);
    const Result<int> another = store->begin(DeploymentId(newUlid()), gad);
    if (!another)
        QCOMPARE(another.error().kind, Error::Kind::StorageFull);
    store.reopen();
    QVERIFY(!store.openError());
    QCOMPARE(store->events(script.id(), 0)->size(), promised);
}

void TestStoreFaults::batchedEventsTellOfAFullDatabase()
{
    JournalStore::Limits limits;
    limits.databaseBytes = 400 * 1024;
    TempStore store(limits);
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    const events::SpanNoted note{SpanId{1}, Note::CheckOutput, {QString(10'000, u'x')}};
    Result<void> appended;
    while (appended && script.sequence() < 1000)
        appended = script.add(1, note, Durability::Batched);
    QVERIFY(!appended);
    QCOMPARE(appended.error().kind, Error::Kind::StorageFull);
    QVERIFY(script.sequence() < 200); // told within a few batches
}

void TestStoreFaults::fullDiskLeavesTheLogWhole()
{
    TempStore store;
    const DeploymentId id(newUlid());
    const LogLine line{noon, LogLine::Source::App, {}, {}, QString(1000, u'x'), 1};
    VERIFY_OK(store->appendLog(id, {line}));

    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto signalBefore = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 4096;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Result<void> refused = store->appendLog(id, QList<LogLine>(10, line));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, signalBefore);

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::StorageFull);
    QCOMPARE(store->log(id, 0, 100)->size(), 1); // all of it or nothing
    VERIFY_OK(store->appendLog(id, {line}));
    QCOMPARE(store->log(id, 0, 100)->size(), 2);
}

void TestStoreFaults::anotherWriterOfTheSameDeploymentIsFound()
{
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    const auto other = JournalStore::open(store.folder());
    VERIFY_OK(other);
    const DeployEvent second = script.next(1, events::CancelRequested{});
    VERIFY_OK((*other)->append(second, Durability::Durable));
    const Result<void> refused = store->append(second, Durability::Durable);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    DeployEvent third = second;
    third.sequence = 3;
    VERIFY_OK(store->append(third, Durability::Durable)); // what is there now is known again
    QCOMPARE(store->events(script.id(), 0)->size(), 3);
}

void TestStoreFaults::aConflictDoesNotHoldUpOtherDeployments()
{
    TempStore store;
    Script lost(*store, gad, noon);
    VERIFY_OK(lost.begin());
    VERIFY_OK(lost.start(0));
    Script good(*store, AppName(u"sist-cabanas-mvp"_s), noon);
    VERIFY_OK(good.begin());
    VERIFY_OK(good.start(0));
    const auto other = JournalStore::open(store.folder());
    VERIFY_OK(other);
    VERIFY_OK((*other)->append(lost.next(1, events::CancelRequested{}), Durability::Durable));
    VERIFY_OK(lost.add(1, events::CancelRequested{})); // batched: not yet known to be lost
    VERIFY_OK(good.end(2));
    QCOMPARE(store->events(good.id(), 0)->size(), 2);
    const Result<void> told = lost.end(3);
    QVERIFY(!told);
    QCOMPARE(told.error().kind, Error::Kind::Conflict);
}

void TestStoreFaults::child()
{
    const QString folder = qEnvironmentVariable("TST_STOREFAULTS_FOLDER");
    if (folder.isEmpty())
        return; // the part of another test
    const auto store = opened(folder);
    QVERIFY(store);
    const auto lock = store->own(gad, ProcessIdentity::current(u"child"_s));
    VERIFY_OK(lock);
    Script script(*store, gad, noon, u"01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s);
    script.setOwner(ProcessIdentity::current(u"child"_s));
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    for (int i = 0;; ++i) {
        VERIFY_OK(script.add(i, events::CancelRequested{}, Durability::Durable));
        VERIFY_OK(store->appendLog(script.id(), {{noon, LogLine::Source::App, {}, {}, u"x"_s, 1}}));
    }
}

void TestStoreFaults::killedWriterLeavesAWholeJournal()
{
    using Status = DeploymentSummary::Status;
    TempStore store;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TST_STOREFAULTS_FOLDER"_s, store.folder());
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {u"child"_s});
    QVERIFY(process.waitForStarted());
    const DeploymentId id(u"01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s);
    QVERIFY(eventuallySeen(*store, id, 20) >= 20);
    QCOMPARE(store->deployment(id).value()->status, Status::RunningElsewhere);
    QCOMPARE(store->owner(gad).value()->pid, process.processId());
    process.kill();
    QVERIFY(process.waitForFinished());

    QCOMPARE(store->deployment(id).value()->status, Status::Interrupted);
    const qsizetype before = store->events(id, 0)->size();
    store.reopen();
    QVERIFY2(!store.openError(), store.openError() ? qPrintable(store.openError()->detail) : "");
    // One more at most: written as it died, not yet promised to anybody.
    const qsizetype events = store->events(id, 0)->size();
    QVERIFY(events == before || events == before + 1);
    const qsizetype lines = store->log(id, 0, 1'000'000)->size();
    QVERIFY(lines == events - 1 || lines == events - 2);
    VERIFY_OK(store->own(gad, ProcessIdentity::current(u"test"_s)));
}

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_storefaults.moc"
