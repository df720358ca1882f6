#include "servers/sshconnections.h"

#include "core/iothread.h"
#include "core/log.h"
#include "core/process.h"
#include "servers/askpassserver.h"
#include "servers/localsocket.h"
#include "servers/sessiongate.h"
#include "servers/ssherrors.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <condition_variable>
#include <mutex>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int usualSessions = 10; // MaxSessions of sshd, unless told otherwise
constexpr std::chrono::seconds handshakePatience{30}; // beyond the connect timeout
constexpr qint64 longestMasterLog = 64 * 1024;

QString keyOf(const SshAddress &address)
{
    return QStringList{
        address.host, QString::number(address.port), address.user, address.identity, address.jump}
        .join(QChar(u'\0'));
}

QString masterLogText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(longestMasterLog))
                                          : QString();
}
} // namespace

struct SshConnection::Link
{
    Link(SshAddress to, QString base)
        : address(std::move(to))
        , socket(std::move(base))
    {
    }
    ~Link()
    {
        if (state == State::Open)
            static_cast<void>(SshMux::stopListening(socket));
        QFile::remove(socket);
        QFile::remove(logPath());
    }
    Q_DISABLE_COPY_MOVE(Link)
    [[nodiscard]] QString logPath() const { return socket + u".log"_s; }

    const SshAddress address;
    const QString socket;
    SessionGate gate{usualSessions};
    std::mutex mutex;
    std::condition_variable_any changed;
    enum class State
    {
        New,
        Opening,
        Open,
        Failed
    };
    State state = State::New; // guarded by `mutex`, as what follows
    Error error;
    bool asked = false; // there was somebody to ask
};

SshConnection::SshConnection(std::shared_ptr<Link> link)
    : m_link(std::move(link))
{
}

const SshAddress &SshConnection::address() const
{
    return m_link->address;
}

Result<qint64> SshConnection::masterPid() const
{
    return SshMux::checkAlive(m_link->socket);
}

Result<SshEnd> SshConnection::run(const SshCommand &command, std::stop_token stop) const
{
    while (const std::optional<SessionGate::Pass> pass = m_link->gate.enter(stop)) {
        Result<SshEnd> end = SshMux::run(m_link->socket, command, stop);
        const bool refused = !end && sshCauseOf(end.error()) == SshCause::SessionsExceeded;
        if (!refused) {
            m_link->gate.leave();
            if (!end && sshCauseOf(end.error()) == SshCause::ConnectionLost) {
                // Why is told by the master.
                const QString said = masterLogText(m_link->logPath()).trimmed();
                end.error().detail += said.isEmpty() ? QString() : u": "_s + said.right(512);
            }
            return end;
        }
        if (!m_link->gate.leaveRefused(*pass))
            return end;
    }
    return failure(Error::Kind::Cancelled, u"stopped"_s);
}

struct SshConnections::Private
{
    IoThread &thread;
    Options options;
    SocketFolder folder;
    std::unique_ptr<AskpassServer> askpass;
    std::mutex mutex;
    QHash<QString, std::shared_ptr<SshConnection::Link>> links;
    int next = 0;

    std::shared_ptr<SshConnection::Link> linkOf(const SshAddress &address);
    void drop(const std::shared_ptr<SshConnection::Link> &link);
    QStringList settings(bool asks) const;
    QStringList masterArguments(const SshConnection::Link &link, bool asks) const;
    Error failureOnTheWay(
        const SshConnection::Link &link, const Error &error, const std::stop_token &stop);
    Result<void> connect(const QString &server,
        const SshConnection::Link &link,
        const SshAsker &asker,
        const std::stop_token &stop);
};

Result<std::unique_ptr<SshConnections>> SshConnections::create(
    IoThread &thread, const Options &options)
{
    Result<SocketFolder> folder = SocketFolder::make(options.folder);
    if (!folder)
        return failure(folder.error());
    Result<std::unique_ptr<AskpassServer>> askpass = AskpassServer::start(thread, folder->path());
    if (!askpass)
        return failure(askpass.error());
    std::unique_ptr<Private> parts(
        new Private{thread, options, std::move(*folder), std::move(*askpass), {}, {}, 0});
    return std::unique_ptr<SshConnections>(new SshConnections(std::move(parts)));
}

SshConnections::SshConnections(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

SshConnections::~SshConnections() = default;

const SshTools &SshConnections::tools() const
{
    return d->options.tools;
}

std::shared_ptr<SshConnection::Link> SshConnections::Private::linkOf(const SshAddress &address)
{
    const std::lock_guard lock(mutex);
    std::shared_ptr<SshConnection::Link> &link = links[keyOf(address)];
    if (!link)
        link = std::make_shared<SshConnection::Link>(
            address, u"%1/m%2"_s.arg(folder.path()).arg(++next));
    return link;
}

void SshConnections::Private::drop(const std::shared_ptr<SshConnection::Link> &link)
{
    const std::lock_guard lock(mutex);
    const auto found = links.constFind(keyOf(link->address));
    if (found != links.cend() && *found == link)
        links.erase(found);
}

// What the user's configuration would do beside connecting is not done.
QStringList SshConnections::Private::settings(bool asks) const
{
    QStringList result;
    for (const QString &setting :
        QStringList{u"ConnectTimeout=%1"_s.arg(options.tools.connectTimeout.count()),
            u"ServerAliveInterval=10"_s,
            u"ServerAliveCountMax=3"_s,
            asks ? u"BatchMode=no"_s : u"BatchMode=yes"_s,
            asks ? u"StrictHostKeyChecking=ask"_s : u"StrictHostKeyChecking=yes"_s,
            u"VerifyHostKeyDNS=no"_s,
            u"NoHostAuthenticationForLocalhost=no"_s,
            u"LogLevel=INFO"_s,
            u"ClearAllForwardings=yes"_s,
            u"ForwardAgent=no"_s,
            u"ForwardX11=no"_s,
            u"PermitLocalCommand=no"_s,
            u"RemoteCommand=none"_s,
            u"RequestTTY=no"_s})
        result << u"-o"_s << setting;
    return result;
}

// ssh goes into the background when it is connected; its own words go to a file, so that no banner
// of a server passes for them.
QStringList SshConnections::Private::masterArguments(
    const SshConnection::Link &link, bool asks) const
{
    const QStringList result{u"-f"_s,
        u"-N"_s,
        u"-M"_s,
        u"-S"_s,
        link.socket,
        u"-E"_s,
        link.logPath(),
        u"-o"_s,
        u"ControlPersist=%1"_s.arg(options.persist.count())};
    return result + settings(asks) + sshArguments(options.tools, link.address)
        + QStringList{u"--"_s, link.address.host};
}

// A master hides what the ssh to its jump host says. One that is none tells it.
Error SshConnections::Private::failureOnTheWay(
    const SshConnection::Link &link, const Error &error, const std::stop_token &stop)
{
    QFile::remove(link.logPath());
    ProcessRequest request;
    request.program = options.tools.ssh;
    request.arguments =
        QStringList{u"-S"_s, u"none"_s, u"-o"_s, u"ControlMaster=no"_s, u"-E"_s, link.logPath()}
        + settings(false) + sshArguments(options.tools, link.address)
        + QStringList{u"--"_s, link.address.host, u"exit"_s};
    request.outputLimit = 64 * 1024;
    request.timeout = options.tools.connectTimeout + handshakePatience;
    request.environment = {"SSH_ASKPASS_REQUIRE=never"};
    const Result<ProcessEnd> end = await(runProcess(thread, request, stop));
    if (!end || end->exitCode != 255)
        return error;
    const Error told =
        sshError(masterLogText(link.logPath()), QString::fromUtf8(end->errors), end->exitCode);
    const std::optional<SshFailure> found = sshFailureOf(told);
    return found && found->viaJump ? told : error;
}

Result<void> SshConnections::Private::connect(const QString &server,
    const SshConnection::Link &link,
    const SshAsker &asker,
    const std::stop_token &stop)
{
    const QString &identity = link.address.identity;
    if (!identity.isEmpty() && !QFileInfo::exists(identity)) // ssh would go on without it
        return failure(sshErrorOf({SshCause::IdentityMissing, {identity}, false}, identity));
    if (asker && !QFileInfo(options.askpass).isExecutable())
        return failure(sshErrorOf({SshCause::AskpassMissing, {options.askpass}, false},
            u"%1 is not there"_s.arg(options.askpass)));
    ProcessRequest request;
    request.program = options.tools.ssh;
    request.arguments = masterArguments(link, bool(asker));
    request.outputLimit = 64 * 1024;
    request.timeout = options.tools.connectTimeout + handshakePatience;
    request.environment = {"SSH_ASKPASS_REQUIRE=never"}; // also for the ssh to a jump host
    std::unique_ptr<AskpassServer::Attempt> attempt;
    if (asker) {
        Result<std::unique_ptr<AskpassServer::Attempt>> begun = askpass->begin(server, asker);
        if (!begun)
            return failure(begun.error());
        attempt = std::move(*begun);
        request.environment = attempt->environment(options.askpass);
        request.timeout += options.patience;
    }
    QFile::remove(link.logPath());
    const Result<ProcessEnd> end = await(runProcess(thread, request, stop));
    if (!end)
        return failure(sshStartError(end.error()));
    if (end->exitCode == 0)
        return {};
    const QString log = masterLogText(link.logPath());
    Error error = sshError(log, QString::fromUtf8(end->errors), end->exitCode);
    if (log.contains("UNKNOWN port"_L1))
        return failure(failureOnTheWay(link, error, stop));
    // Without a person there was nobody to say no.
    if (sshCauseOf(error) == SshCause::HostKeyDeclined && !asker)
        error = sshErrorOf({SshCause::HostKeyUnknown, {}, false}, error.detail);
    return failure(error);
}

Result<SshConnection> SshConnections::open(
    const QString &server, const SshAddress &address, const SshAsker &asker, std::stop_token stop)
{
    if (const std::optional<ServerProblem> problem = problemOf(address))
        return failure(sshAddressError(*problem));
    using State = SshConnection::Link::State;
    const std::shared_ptr<SshConnection::Link> link = d->linkOf(address);
    std::unique_lock lock(link->mutex);
    if (!link->changed.wait(lock, stop, [&link] { return link->state != State::Opening; }))
        return failure(Error::Kind::Cancelled, u"stopped"_s);
    if (link->state == State::Open && SshMux::checkAlive(link->socket))
        return SshConnection(link);
    // Who waited for a failure need not fail again, unless it was another's: nobody to ask,
    // stopped.
    const bool anothers = link->error.kind == Error::Kind::Cancelled || (asker && !link->asked);
    if (link->state == State::Failed && !anothers)
        return failure(link->error);
    if (link->state != State::New) { // or it ended: idle too long, its connection was lost
        lock.unlock();
        d->drop(link);
        return open(server, address, asker, std::move(stop));
    }
    link->state = State::Opening;
    lock.unlock();
    const Result<void> connected = d->connect(server, *link, asker, stop);
    if (!connected)
        d->drop(link);
    lock.lock();
    link->state = connected ? State::Open : State::Failed;
    link->asked = bool(asker);
    if (!connected)
        link->error = connected.error();
    link->changed.notify_all();
    if (!connected)
        return failure(connected.error());
    return SshConnection(link);
}

void SshConnections::forget(const SshAddress &address)
{
    std::shared_ptr<SshConnection::Link> dropped; // dies without the lock
    const std::lock_guard lock(d->mutex);
    dropped = d->links.take(keyOf(address));
}

void SshConnections::closeIdle()
{
    QList<std::shared_ptr<SshConnection::Link>> dropped;
    const std::lock_guard lock(d->mutex);
    for (auto link = d->links.begin(); link != d->links.end();) {
        if (link->use_count() == 1) {
            dropped.append(std::move(*link));
            link = d->links.erase(link);
        } else {
            ++link;
        }
    }
}
