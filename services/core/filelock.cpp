#include "core/filelock.h"

#include <QByteArray>
#include <QFile>
#include <QSysInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
struct flock wholeFile()
{
    struct flock range = {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    return range;
}

tl::unexpected<Error> systemFailure(Error::Kind kind, const QString &path, int code)
{
    return failure(kind, u"%1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(code))));
}
} // namespace

FileLock::FileLock(int descriptor)
    : m_descriptor(descriptor)
{
}

FileLock::FileLock(FileLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    if (this != &other) {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<FileLock> FileLock::tryLock(const QString &path)
{
    const int descriptor = ::open(
        QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        const int code = errno;
        return systemFailure(
            code == ENOSPC ? Error::Kind::StorageFull : Error::Kind::Storage, path, code);
    }
    FileLock lock(descriptor);
    struct flock range = wholeFile();
    if (::fcntl(descriptor, F_OFD_SETLK, &range) == 0)
        return lock;
    const int code = errno;
    const bool held = code == EAGAIN || code == EACCES;
    return systemFailure(held ? Error::Kind::Conflict : Error::Kind::Storage, path, code);
}

bool FileLock::isHeld(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    // A file that is there but cannot be looked into counts as held: the safe answer.
    if (descriptor < 0)
        return errno != ENOENT && errno != ENOTDIR;
    struct flock range = wholeFile();
    const bool known = ::fcntl(descriptor, F_OFD_GETLK, &range) == 0;
    ::close(descriptor);
    return !known || range.l_type != F_UNLCK;
}

ProcessIdentity ProcessIdentity::current(const QString &program)
{
    QFile file(u"/proc/sys/kernel/random/boot_id"_s);
    QString bootId;
    if (file.open(QIODevice::ReadOnly))
        bootId = QString::fromLatin1(file.readAll().trimmed());
    return {QSysInfo::machineHostName(), bootId, ::getpid(), program};
}
