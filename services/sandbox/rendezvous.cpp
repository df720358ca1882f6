#include "sandbox/rendezvous.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
using Instant = std::chrono::steady_clock::time_point;

constexpr int readyDescriptor = 3; // in the child
constexpr int slice = 25; // ms, between two looks at the stop token

QString lockPath(const QString &folder)
{
    return folder + u"/sandbox.lock"_s;
}
QString addressPath(const QString &folder)
{
    return folder + u"/sandbox.json"_s;
}

std::optional<SandboxAddress> readAddress(const QString &folder)
{
    QFile file(addressPath(folder));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    SandboxAddress address;
    address.url = QUrl(object.value("url"_L1).toString(), QUrl::StrictMode);
    address.token = Secret(object.value("token"_L1).toString().toLatin1());
    address.pid = object.value("pid"_L1).toInteger();
    if (!address.url.isValid() || address.url.host().isEmpty() || address.token.isEmpty())
        return std::nullopt;
    return address;
}

class Pipe
{
public:
    Pipe()
    {
        if (::pipe2(m_ends.data(), O_CLOEXEC) != 0)
            m_ends = {-1, -1};
    }
    ~Pipe()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Q_DISABLE_COPY_MOVE(Pipe)
    [[nodiscard]] int end(std::size_t which) const { return m_ends.at(which); }
    void closeEnd(std::size_t which)
    {
        if (m_ends.at(which) >= 0)
            ::close(std::exchange(m_ends.at(which), -1));
    }

private:
    std::array<int, 2> m_ends{-1, -1};
};

// The child leads a session of its own, so that no terminal or session ends it with us. It makes
// itself an orphan (--detach) and what we wait for here is only its first, short-lived process.
Result<void> spawn(const QString &program, const QStringList &arguments, int readyEnd)
{
    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, readyEnd, readyDescriptor);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    pid_t pid = 0;
    const int code = ::posix_spawn(
        &pid, words.front().constData(), &actions, &attributes, pointers.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (code != 0)
        return failure(
            Error::Kind::Process, u"cannot start %1: %2"_s.arg(program, qt_error_string(code)));
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) { }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return failure(Error::Kind::Process, u"%1 ended at once"_s.arg(program));
    return {};
}

// The line that the sandbox writes when it is there, or when it gives up.
Result<QByteArray> readLine(int descriptor, Instant deadline, const std::stop_token &stop)
{
    QByteArray line;
    while (!line.endsWith('\n')) {
        if (stop.stop_requested())
            return failure(Error::Kind::Cancelled, u"stopped"_s);
        if (std::chrono::steady_clock::now() >= deadline)
            return failure(Error::Kind::Timeout, u"the sandbox did not get ready in time"_s);
        pollfd waited{descriptor, POLLIN, 0};
        if (::poll(&waited, 1, slice) <= 0)
            continue;
        std::array<char, 256> bytes{};
        const ssize_t count = ::read(descriptor, bytes.data(), bytes.size());
        if (count == 0)
            return failure(Error::Kind::Process, u"the sandbox ended before it was ready"_s);
        if (count > 0)
            line.append(bytes.data(), count);
    }
    return line.trimmed();
}
// "storage: cannot write …": the kind of what went wrong, and the detail.
tl::unexpected<Error> refusalTold(const QString &line)
{
    const auto kind = errorKindFromName(line.section(u": "_s, 0, 0));
    return kind ? failure(*kind, line.section(u": "_s, 1)) : failure(Error::Kind::Process, line);
}
} // namespace

QString Rendezvous::defaultFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty() && QDir(runtime).exists())
        return runtime + u"/atalaya"_s;
    return QDir::tempPath() + u"/atalaya-"_s + QString::number(::getuid());
}

Result<std::optional<SandboxAddress>> Rendezvous::find(const QString &folder)
{
    if (!FileLock::isHeld(lockPath(folder)))
        return std::nullopt;
    return readAddress(folder); // nothing while it is still starting
}

Result<Rendezvous> Rendezvous::hold(const QString &folder)
{
    const QByteArray name = QFile::encodeName(folder);
    QDir().mkpath(QFileInfo(folder).path());
    struct stat info = {};
    const bool made = ::mkdir(name.constData(), 0700) == 0 || errno == EEXIST;
    // In a temporary folder somebody else could have been first.
    if (!made || ::lstat(name.constData(), &info) != 0 || !S_ISDIR(info.st_mode)
        || info.st_uid != ::getuid())
        return failure(Error::Kind::Storage, u"%1 is not a folder of yours"_s.arg(folder));
    Result<FileLock> lock = FileLock::tryLock(lockPath(folder));
    if (!lock)
        return failure(lock.error());
    return Rendezvous(folder, std::move(*lock));
}

Rendezvous::Rendezvous(QString folder, FileLock lock)
    : m_folder(std::move(folder))
    , m_lock(std::move(lock))
{
}

std::optional<SandboxAddress> Rendezvous::predecessor() const
{
    return readAddress(m_folder);
}

Result<void> Rendezvous::publish(const SandboxAddress &address)
{
    QSaveFile file(addressPath(m_folder));
    if (!file.open(QIODevice::WriteOnly))
        return failure(Error::Kind::Storage, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(QJsonObject{{u"url"_s, address.url.toString()},
                                 {u"token"_s, QString::fromLatin1(address.token.reveal())},
                                 {u"pid"_s, address.pid}})
                   .toJson());
    if (!file.commit())
        return failure(Error::Kind::Storage, file.errorString());
    return {};
}

void Rendezvous::withdraw()
{
    QFile::remove(addressPath(m_folder));
}

Result<SandboxAddress> Rendezvous::ensureRunning(const QString &program,
    const QString &folder,
    std::chrono::milliseconds timeout,
    std::stop_token stop,
    const QStringList &arguments)
{
    const Instant deadline = std::chrono::steady_clock::now() + timeout;
    Result<std::optional<SandboxAddress>> running = find(folder);
    if (!running)
        return failure(running.error());
    if (*running)
        return **running;
    Pipe ready;
    if (ready.end(0) < 0)
        return failure(Error::Kind::Process, qt_error_string(errno));
    const QStringList all =
        QStringList{
            u"--folder"_s, folder, u"--ready-fd"_s, QString::number(readyDescriptor), u"--detach"_s}
        + arguments;
    if (auto spawned = spawn(program, all, ready.end(1)); !spawned)
        return failure(spawned.error());
    ready.closeEnd(1);
    // Somebody else may have started one at the same moment: ours says so and ends, and theirs
    // will be there in an instant.
    const Result<QByteArray> line = readLine(ready.end(0), deadline, stop);
    if (!line)
        return failure(line.error());
    if (*line != "ready" && *line != "held")
        return refusalTold(QString::fromUtf8(*line));
    for (;;) {
        running = find(folder);
        if (!running)
            return failure(running.error());
        if (*running)
            return **running;
        if (stop.stop_requested())
            return failure(Error::Kind::Cancelled, u"stopped"_s);
        if (std::chrono::steady_clock::now() >= deadline)
            return failure(Error::Kind::Timeout, u"the sandbox did not get ready in time"_s);
        ::poll(nullptr, 0, slice);
    }
}

Result<void> Rendezvous::stop(
    const QString &folder, std::chrono::milliseconds timeout, std::stop_token stop)
{
    const Instant deadline = std::chrono::steady_clock::now() + timeout;
    bool asked = false;
    while (FileLock::isHeld(lockPath(folder))) {
        // The lock is held, so the pid is of the one that holds it.
        const std::optional<SandboxAddress> address = readAddress(folder);
        if (!asked && address && address->pid > 0)
            asked = ::kill(pid_t(address->pid), SIGTERM) == 0;
        if (stop.stop_requested())
            return failure(Error::Kind::Cancelled, u"stopped"_s);
        if (std::chrono::steady_clock::now() >= deadline)
            return failure(Error::Kind::Timeout, u"the sandbox did not end in time"_s);
        ::poll(nullptr, 0, slice);
    }
    return {};
}
