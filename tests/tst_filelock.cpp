#include "core/filelock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

class TestFileLock : public QObject
{
    Q_OBJECT

private slots:
    void secondHolderIsRefused();
    void movedLockStaysHeld();
    void lookingNeverTakesTheLock();
    void deathOfTheHolderFreesIt();
    void fileIsPrivateAndStays();
    void missingFolderIsAStorageError();
    void symbolicLinkIsNotFollowed();
    void identityIsThatOfThisProcess();

private:
    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }
};

void TestFileLock::secondHolderIsRefused()
{
    const QString file = path(u"a"_s);
    QVERIFY(!FileLock::isHeld(file));
    {
        const Result<FileLock> first = FileLock::tryLock(file);
        QVERIFY(first);
        QVERIFY(FileLock::isHeld(file));
        const Result<FileLock> second = FileLock::tryLock(file);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::Conflict);
        QVERIFY(FileLock::isHeld(file));
    }
    QVERIFY(!FileLock::isHeld(file));
    QVERIFY(FileLock::tryLock(file));
}

void TestFileLock::movedLockStaysHeld()
{
    const QString file = path(u"b"_s);
    std::optional<FileLock> kept;
    {
        Result<FileLock> lock = FileLock::tryLock(file);
        QVERIFY(lock);
        kept.emplace(std::move(*lock));
    }
    QVERIFY(FileLock::isHeld(file));
    Result<FileLock> other = FileLock::tryLock(path(u"c"_s));
    QVERIFY(other);
    *kept = std::move(*other);
    QVERIFY(!FileLock::isHeld(file));
    QVERIFY(FileLock::isHeld(path(u"c"_s)));
}

void TestFileLock::lookingNeverTakesTheLock()
{
    const QString file = path(u"d"_s);
    std::atomic<bool> done = false;
    std::jthread looker([&] {
        while (!done)
            static_cast<void>(FileLock::isHeld(file));
    });
    bool always = true;
    for (int i = 0; i < 2000; ++i)
        always = FileLock::tryLock(file).has_value() && always;
    done = true;
    QVERIFY(always);
}

void TestFileLock::deathOfTheHolderFreesIt()
{
    const QString file = path(u"e"_s);
    int ready[2] = {};
    QCOMPARE(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const Result<FileLock> lock = FileLock::tryLock(file);
        const char word = lock ? 'y' : 'n';
        if (::write(ready[1], &word, 1) == 1)
            ::pause();
        ::_exit(1);
    }
    char word = 0;
    QCOMPARE(::read(ready[0], &word, 1), ssize_t(1));
    QCOMPARE(word, 'y');
    QVERIFY(FileLock::isHeld(file));
    QCOMPARE(FileLock::tryLock(file).error().kind, Error::Kind::Conflict);
    ::kill(child, SIGKILL);
    QCOMPARE(::waitpid(child, nullptr, 0), child);
    ::close(ready[0]);
    ::close(ready[1]);
    QVERIFY(!FileLock::isHeld(file));
    QVERIFY(FileLock::tryLock(file));
}

void TestFileLock::fileIsPrivateAndStays()
{
    const QString file = path(u"f"_s);
    QVERIFY(FileLock::tryLock(file));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(file).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
}

void TestFileLock::missingFolderIsAStorageError()
{
    const Result<FileLock> lock = FileLock::tryLock(path(u"none/lock"_s));
    QVERIFY(!lock);
    QCOMPARE(lock.error().kind, Error::Kind::Storage);
    QVERIFY(!FileLock::isHeld(path(u"none/lock"_s)));
}

void TestFileLock::symbolicLinkIsNotFollowed()
{
    QVERIFY(QFile::link(path(u"elsewhere"_s), path(u"link"_s)));
    QVERIFY(!FileLock::tryLock(path(u"link"_s)));
    QVERIFY(!QFile::exists(path(u"elsewhere"_s)));
}

void TestFileLock::identityIsThatOfThisProcess()
{
    const ProcessIdentity identity = ProcessIdentity::current(u"atalayactl"_s);
    QCOMPARE(identity.pid, qint64(::getpid()));
    QCOMPARE(identity.program, u"atalayactl"_s);
    QCOMPARE(identity.bootId.size(), 36);
    QVERIFY(!identity.host.isEmpty());
}

QTEST_GUILESS_MAIN(TestFileLock)
#include "tst_filelock.moc"
