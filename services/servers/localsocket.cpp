#include "servers/localsocket.h"

#include "servers/ssherrors.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestSocketBase = 60; // the folder's own name and the sockets' come behind

tl::unexpected<Error> denied(const QString &path, int code)
{
    return failure(sshErrorOf(
        {SshCause::SocketDenied, {path}, false}, u"%1: %2"_s.arg(path, qt_error_string(code))));
}

bool addressOf(const QString &path, sockaddr_un &address)
{
    const QByteArray name = QFile::encodeName(path);
    address = {};
    address.sun_family = AF_UNIX;
    if (size_t(name.size()) >= sizeof(address.sun_path))
        return false;
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    return true;
}

// A folder of ours, that nobody else can enter; in a shared place somebody could have been first.
bool isPrivateFolder(const QByteArray &name)
{
    struct stat info = {};
    const bool there = ::mkdir(name.constData(), 0700) == 0 || errno == EEXIST;
    return there && ::lstat(name.constData(), &info) == 0 && S_ISDIR(info.st_mode)
        && info.st_uid == ::getuid() && (info.st_mode & 077U) == 0;
}

Descriptor lockOf(const QString &folder, int how = LOCK_EX | LOCK_NB)
{
    const QByteArray name = QFile::encodeName(folder + u"/lock"_s);
    Descriptor lock(::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (lock.isOpen() && ::flock(lock.number(), how) != 0)
        lock.reset();
    return lock;
}

void removeAbandoned(const QString &base)
{
    for (const QString &name : QDir(base).entryList({u"s-*"_s}, QDir::Dirs | QDir::NoSymLinks)) {
        const QString folder = base + u'/' + name;
        if (lockOf(folder).isOpen())
            QDir(folder).removeRecursively();
    }
}
} // namespace

Result<Descriptor> LocalSocket::listenAt(const QString &path)
{
    sockaddr_un address;
    if (!addressOf(path, address))
        return failure(sshErrorOf({SshCause::SocketPathTooLong, {path}, false}, path));
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const auto *plain = reinterpret_cast<const sockaddr *>(&address);
    const bool bound = socket.isOpen() && ::fchmod(socket.number(), 0600) == 0
        && ::bind(socket.number(), plain, sizeof(address)) == 0
        && ::listen(socket.number(), SOMAXCONN) == 0;
    if (!bound)
        return denied(path, errno);
    return socket;
}

Result<Descriptor> LocalSocket::connectTo(const QString &path)
{
    sockaddr_un address;
    if (!addressOf(path, address))
        return failure(sshErrorOf({SshCause::SocketPathTooLong, {path}, false}, path));
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const auto *plain = reinterpret_cast<const sockaddr *>(&address);
    if (socket.isOpen() && ::connect(socket.number(), plain, sizeof(address)) == 0)
        return socket;
    const int code = errno;
    if (code == ENOENT || code == ECONNREFUSED)
        return failure(sshErrorOf({SshCause::MasterGone, {}, false}, qt_error_string(code)));
    return denied(path, code);
}

Result<SocketFolder> SocketFolder::make(const QString &base)
{
    QString parent = base;
    if (QFile::encodeName(parent).size() > longestSocketBase)
        parent = QDir::tempPath() + u"/atalaya-ssh-"_s + QString::number(::getuid());
    if (QFile::encodeName(parent).size() > longestSocketBase)
        return failure(sshErrorOf({SshCause::SocketPathTooLong, {parent}, false}, parent));
    QDir().mkpath(QFileInfo(parent).path());
    if (!isPrivateFolder(QFile::encodeName(parent)))
        return denied(parent, EACCES);
    // Another program must not take for abandoned what is not locked yet.
    const Descriptor turn = lockOf(parent, LOCK_EX);
    removeAbandoned(parent);
    QByteArray name = QFile::encodeName(parent + u"/s-XXXXXX"_s);
    if (!::mkdtemp(name.data()))
        return denied(parent, errno);
    const QString folder = QFile::decodeName(name);
    Descriptor lock = lockOf(folder);
    if (!lock.isOpen())
        return denied(folder, errno);
    return SocketFolder(folder, std::move(lock));
}

SocketFolder::SocketFolder(QString path, Descriptor lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{
}

SocketFolder::~SocketFolder()
{
    if (!m_path.isEmpty())
        QDir(m_path).removeRecursively();
}
