#include "servers/askpassserver.h"

#include "core/iothread.h"
#include "core/log.h"
#include "core/promise.h"
#include "servers/localsocket.h"

#include <QFile>
#include <QHash>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <sys/socket.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {
constexpr QByteArrayView askpassGreeting = "atalaya-askpass 1"; // app/askpass/main.cpp says it
constexpr qsizetype longestRequest = 64 * 1024;
constexpr std::chrono::seconds requestPatience{10};
constexpr int mostTalks = 32;

QByteArray freshNonce()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words)).toHex();
}
} // namespace

struct AskpassServer::Attempt::State
{
    using Waiting = QHash<QByteArray, std::weak_ptr<State>>;
    struct Registry
    {
        std::mutex mutex;
        Waiting waiting; // by the nonce that is good now
        int next = 0;
    };

    std::shared_ptr<Registry> registry;
    QString server;
    SshAsker asker;
    QString socket;
    QString nonceFile;
    QByteArray nonce; // guarded by the registry
    std::stop_source moot;
    std::atomic<bool> hostKeyDeclined = false;
    QString before; // what was asked last; IO thread

    // With the registry locked.
    Result<void> issue(const std::shared_ptr<State> &self)
    {
        nonce = freshNonce();
        QSaveFile file(nonceFile);
        const bool written = file.open(QIODevice::WriteOnly)
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(nonce) > 0
            && file.commit();
        if (!written)
            return failure(Error::Kind::Storage, u"%1: %2"_s.arg(nonceFile, file.errorString()));
        registry->waiting.insert(nonce, self);
        return {};
    }
};

namespace {
using AttemptState = AskpassServer::Attempt::State;

// Whose nonce it was; it is good no more.
std::shared_ptr<AttemptState> attemptOf(AttemptState::Registry &registry, const QByteArray &nonce)
{
    const std::lock_guard lock(registry.mutex);
    const std::shared_ptr<AttemptState> state = registry.waiting.take(nonce).lock();
    if (state && !state->issue(state))
        return {};
    return state;
}

// One atalaya-askpass. Deletes itself.
class AskpassTalk final : public QObject
{
    Q_DISABLE_COPY_MOVE(AskpassTalk)

public:
    AskpassTalk(int descriptor, std::shared_ptr<AttemptState::Registry> registry, QObject *parent)
        : QObject(parent)
        , m_socket(descriptor)
        , m_registry(std::move(registry))
        , m_readable(descriptor, QSocketNotifier::Read)
    {
        connect(&m_readable, &QSocketNotifier::activated, this, [this] { read(); });
        QTimer::singleShot(requestPatience, this, [this] {
            if (!m_asked)
                end();
        });
    }
    ~AskpassTalk() override { m_moot.request_stop(); }

private:
    void read()
    {
        std::array<char, 4096> bytes{};
        const ssize_t count = ::recv(m_socket.number(), bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (count < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (count <= 0)
            return end(); // it went away
        if (m_asked)
            return;
        m_request.append(bytes.data(), count);
        if (m_request.contains('\0'))
            ask();
        else if (m_request.size() > longestRequest)
            end();
    }

    void ask()
    {
        m_asked = true;
        const QList<QByteArray> lines = m_request.left(m_request.indexOf('\0')).split('\n');
        m_attempt = lines.size() >= 4 && lines.at(0) == askpassGreeting
            ? attemptOf(*m_registry, lines.at(1))
            : nullptr;
        if (!m_attempt) {
            Log::area("ssh")->warn("askpass=refused reason=nonce");
            return end();
        }
        m_question = questionFromPrompt(
            QString::fromUtf8(lines.mid(3).join('\n')), QString::fromUtf8(lines.at(2)));
        m_question.server = m_attempt->server;
        const QString same = sshQuestionName(m_question.kind) + u' ' + m_question.subject;
        m_question.again = m_attempt->before == same;
        m_attempt->before = same;
        m_forward.emplace(m_attempt->moot.get_token(), [this] { m_moot.request_stop(); });
        deliver(m_attempt->asker(m_question, m_moot.get_token()),
            this,
            [this](const Result<Secret> &answer) { reply(answer); });
    }

    void reply(const Result<Secret> &answer)
    {
        if (!m_socket.isOpen())
            return;
        const bool isHostKey = m_question.kind == SshQuestion::Kind::HostKey;
        QByteArray text = answer ? answer->reveal() : QByteArray();
        const bool yes = answer.has_value() && (!isHostKey || text == "yes");
        if (isHostKey && !yes)
            m_attempt->hostKeyDeclined = true;
        // What the person saw is what ssh compares with: no other key slips in.
        if (isHostKey && yes && !m_question.fingerprint.isEmpty())
            text = m_question.fingerprint.toLatin1();
        QByteArray bytes = yes ? 'y' + text : QByteArray("n");
        if (::send(m_socket.number(), bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL)
            != bytes.size())
            Log::area("ssh")->warn("askpass=gone before its answer");
        bytes.fill('\0');
        text.fill('\0');
        end();
    }

    void end()
    {
        m_readable.setEnabled(false);
        m_moot.request_stop();
        m_socket.reset();
        deleteLater();
    }

    Descriptor m_socket;
    std::shared_ptr<AttemptState::Registry> m_registry;
    QSocketNotifier m_readable;
    QByteArray m_request;
    bool m_asked = false;
    SshQuestion m_question;
    std::shared_ptr<AttemptState> m_attempt;
    std::stop_source m_moot;
    std::optional<std::stop_callback<std::function<void()>>> m_forward;
};

class AskpassListener final : public QObject
{
    Q_DISABLE_COPY_MOVE(AskpassListener)

public:
    AskpassListener(Descriptor socket,
        uid_t owner,
        std::shared_ptr<AttemptState::Registry> registry,
        QObject *parent)
        : QObject(parent)
        , m_socket(std::move(socket))
        , m_owner(owner)
        , m_registry(std::move(registry))
        , m_readable(m_socket.number(), QSocketNotifier::Read)
    {
        connect(&m_readable, &QSocketNotifier::activated, this, [this] { take(); });
    }

private:
    void take()
    {
        Descriptor talk(
            ::accept4(m_socket.number(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (!talk.isOpen())
            return;
        ucred peer = {};
        socklen_t size = sizeof(peer);
        const bool known = ::getsockopt(talk.number(), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0;
        if (!known || peer.uid != m_owner) {
            Log::area("ssh")->warn("askpass=refused reason=user uid={}", peer.uid);
            return;
        }
        if (children().size() < mostTalks)
            new AskpassTalk(talk.release(), m_registry, this);
    }

    Descriptor m_socket;
    uid_t m_owner;
    std::shared_ptr<AttemptState::Registry> m_registry;
    QSocketNotifier m_readable;
};
} // namespace

struct AskpassServer::Private
{
    IoThread &thread;
    QString folder;
    std::shared_ptr<AttemptState::Registry> registry;
    std::shared_ptr<AskpassListener *> listener; // IO thread
};

Result<std::unique_ptr<AskpassServer>> AskpassServer::start(
    IoThread &thread, const QString &folder, uid_t owner)
{
    const QString path = folder + u"/ask"_s;
    Result<Descriptor> socket = LocalSocket::listenAt(path);
    if (!socket)
        return failure(socket.error());
    auto parts = std::make_unique<Private>(Private{thread,
        folder,
        std::make_shared<AttemptState::Registry>(),
        std::make_shared<AskpassListener *>(nullptr)});
    const auto handed = std::make_shared<Descriptor>(std::move(*socket));
    thread.post([&thread, handed, owner, listener = parts->listener, registry = parts->registry] {
        *listener = new AskpassListener(std::move(*handed), owner, registry, thread.context());
    });
    return std::unique_ptr<AskpassServer>(new AskpassServer(std::move(parts)));
}

AskpassServer::AskpassServer(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

AskpassServer::~AskpassServer()
{
    d->thread.post([listener = d->listener] { delete *listener; });
    QFile::remove(d->folder + u"/ask"_s);
}

Result<std::unique_ptr<AskpassServer::Attempt>> AskpassServer::begin(
    const QString &server, const SshAsker &asker)
{
    const auto state = std::make_shared<AttemptState>();
    state->registry = d->registry;
    state->server = server;
    state->asker = asker;
    state->socket = d->folder + u"/ask"_s;
    const std::lock_guard lock(d->registry->mutex);
    state->nonceFile = d->folder + u"/n%1"_s.arg(++d->registry->next);
    if (const Result<void> issued = state->issue(state); !issued)
        return failure(issued.error());
    return std::make_unique<Attempt>(state);
}

AskpassServer::Attempt::Attempt(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
}

AskpassServer::Attempt::~Attempt()
{
    m_state->moot.request_stop();
    const std::lock_guard lock(m_state->registry->mutex);
    m_state->registry->waiting.remove(m_state->nonce);
    QFile::remove(m_state->nonceFile);
}

QList<QByteArray> AskpassServer::Attempt::environment(const QString &askpassProgram) const
{
    return {"SSH_ASKPASS=" + QFile::encodeName(askpassProgram),
        "SSH_ASKPASS_REQUIRE=force",
        "ATALAYA_ASKPASS_SOCKET=" + QFile::encodeName(m_state->socket),
        "ATALAYA_ASKPASS_NONCE=" + QFile::encodeName(m_state->nonceFile)};
}

bool AskpassServer::Attempt::hostKeyWasDeclined() const
{
    return m_state->hostKeyDeclined;
}
