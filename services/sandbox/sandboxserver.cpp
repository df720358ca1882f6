#include "sandbox/sandboxserver.h"

#include "core/log.h"
#include "sandbox/sandboxhost.h"
#include "sandbox/sandboxsession.h"

#include <QRandomGenerator>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <future>
#include <list>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

namespace {
constexpr auto saveDelay = std::chrono::milliseconds(100);

// What lives on the server's thread.
class Hub final : public SandboxSessionOwner
{
public:
    Hub(std::unique_ptr<SandboxHost> kept, SandboxOptions chosen)
        : host(std::move(kept))
        , options(std::move(chosen))
        , acceptor(io)
        , m_tick(io)
        , m_save(io)
        , m_idle(io)
        , m_signals(io)
    {
    }

    Result<void> listen();
    void run();
    void end();
    SimAnswer answer(const SimRequest &request) override;
    void afterActivity() override;
    [[nodiscard]] bool isOurHost(const QByteArray &hostHeader) const override;
    [[nodiscard]] std::chrono::nanoseconds latency() const override { return host->latency(); }

    asio::io_context io{1};
    std::unique_ptr<SandboxHost> host;
    SandboxOptions options;
    tcp::acceptor acceptor;
    quint16 port = 0;

private:
    void accept();
    void resumeHolds();
    void armTick();
    void armSave();
    void armIdle();

    asio::steady_timer m_tick;
    asio::steady_timer m_save;
    asio::steady_timer m_idle;
    asio::signal_set m_signals;
    std::list<std::weak_ptr<SandboxSession>> m_sessions;
    std::chrono::steady_clock::time_point m_lastUse = std::chrono::steady_clock::now();
    bool m_saveArmed = false;
    bool m_ending = false;
};

Result<void> Hub::listen()
{
    error_code code;
    acceptor.open(tcp::v4(), code);
    acceptor.set_option(tcp::acceptor::reuse_address(true), code);
    const auto loopback = asio::ip::address_v4::loopback();
    acceptor.bind({loopback, options.port}, code);
    if (code && options.port != 0)
        acceptor.bind({loopback, 0}, code);
    if (!code)
        acceptor.listen(asio::socket_base::max_listen_connections, code);
    if (code)
        return failure(Error::Kind::Offline, QString::fromStdString(code.message()));
    port = acceptor.local_endpoint().port();
    return {};
}

void Hub::run()
{
    if (options.stopOnSignals) {
        m_signals.add(SIGINT);
        m_signals.add(SIGTERM);
        m_signals.async_wait([this](error_code code, int) {
            if (!code)
                end();
        });
    }
    accept();
    armTick();
    armIdle();
    io.run();
    if (auto saved = host->save(true); !saved)
        Log::area("sandbox")->error(
            "save=failed reason=\"{}\"", saved.error().detail.toStdString());
}

// Lets what is being written get out: the answer to "stop" itself.
void Hub::end()
{
    if (m_ending)
        return;
    m_ending = true;
    error_code ignored;
    acceptor.close(ignored);
    m_tick.cancel();
    m_save.cancel();
    m_idle.cancel();
    m_signals.cancel(ignored);
    m_tick.expires_after(std::chrono::milliseconds(50));
    m_tick.async_wait([this](error_code) {
        for (const std::weak_ptr<SandboxSession> &weak : m_sessions) {
            if (const std::shared_ptr<SandboxSession> session = weak.lock())
                session->close();
        }
        io.stop();
    });
}

void Hub::accept()
{
    acceptor.async_accept([this](error_code code, tcp::socket socket) {
        if (code)
            return;
        error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        const auto session = std::make_shared<SandboxSession>(std::move(socket), *this);
        m_sessions.remove_if(
            [](const std::weak_ptr<SandboxSession> &weak) { return weak.expired(); });
        m_sessions.push_back(session);
        session->read();
        accept();
    });
}

bool Hub::isOurHost(const QByteArray &hostHeader) const
{
    const QByteArray suffix = ':' + QByteArray::number(port);
    return hostHeader == "127.0.0.1" + suffix || hostHeader == "localhost" + suffix;
}

SimAnswer Hub::answer(const SimRequest &request)
{
    m_lastUse = std::chrono::steady_clock::now();
    return host->answer(request);
}

void Hub::afterActivity()
{
    if (host->stopAsked()) {
        end();
        return;
    }
    resumeHolds();
    armTick();
    armSave();
}

void Hub::resumeHolds()
{
    for (const std::weak_ptr<SandboxSession> &weak : m_sessions) {
        const std::shared_ptr<SandboxSession> session = weak.lock();
        if (!session || !session->hold())
            continue;
        const SimAnswer answer = host->resume(*session->hold());
        if (const SimReply *reply = std::get_if<SimReply>(&answer))
            session->deliver(*reply);
    }
}

void Hub::armTick()
{
    if (m_ending)
        return;
    std::optional<std::chrono::nanoseconds> next = host->untilNextEvent();
    for (const std::weak_ptr<SandboxSession> &weak : m_sessions) {
        const std::shared_ptr<SandboxSession> session = weak.lock();
        if (session && session->hold()) {
            const auto until = host->untilReal(session->hold()->deadline);
            next = next ? std::min(*next, until) : until;
        }
    }
    m_tick.cancel();
    if (!next)
        return;
    m_tick.expires_after(*next);
    m_tick.async_wait([this](error_code code) {
        if (code)
            return;
        host->advance();
        resumeHolds();
        armTick();
        armSave();
    });
}

void Hub::armSave()
{
    if (m_ending || m_saveArmed || !host->hasUnsaved())
        return;
    m_saveArmed = true;
    m_save.expires_after(saveDelay);
    m_save.async_wait([this](error_code code) {
        m_saveArmed = false;
        if (code)
            return;
        if (auto saved = host->save(true); !saved)
            Log::area("sandbox")->error(
                "save=failed reason=\"{}\"", saved.error().detail.toStdString());
    });
}

void Hub::armIdle()
{
    if (options.idleExit.count() <= 0)
        return;
    m_idle.expires_at(m_lastUse + options.idleExit);
    m_idle.async_wait([this](error_code code) {
        if (code)
            return;
        if (std::chrono::steady_clock::now() < m_lastUse + options.idleExit) {
            armIdle();
            return;
        }
        Log::area("sandbox")->info("end=unused");
        end();
    });
}
} // namespace

struct SandboxServer::Private
{
    std::unique_ptr<Hub> hub;
    QByteArray token;
    std::thread thread;
    std::mutex joinMutex;

    void join()
    {
        const std::lock_guard lock(joinMutex);
        if (thread.joinable())
            thread.join();
    }
};

SandboxServer::SandboxServer()
    : d(std::make_unique<Private>())
{
}

SandboxServer::~SandboxServer()
{
    stop();
}

Result<std::unique_ptr<SandboxServer>> SandboxServer::start(const SandboxOptions &options)
{
    QByteArray token = options.token;
    if (token.isEmpty()) {
        std::array<quint32, 6> random{};
        QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
        const QByteArray bytes(reinterpret_cast<const char *>(random.data()), sizeof random);
        token = "fo1_sandbox_" + bytes.toHex();
    }
    Result<std::unique_ptr<SandboxHost>> host =
        SandboxHost::open({options.folder, options.scenario, options.speed, token});
    if (!host)
        return failure(host.error());
    std::unique_ptr<SandboxServer> server(new SandboxServer);
    server->d->token = token;
    server->d->hub = std::make_unique<Hub>(std::move(*host), options);
    if (auto listening = server->d->hub->listen(); !listening)
        return failure(listening.error());
    server->d->thread = std::thread([hub = server->d->hub.get()] { hub->run(); });
    return server;
}

QUrl SandboxServer::url() const
{
    QUrl url(u"http://127.0.0.1"_s);
    url.setPort(d->hub->port);
    return url;
}

QByteArray SandboxServer::token() const
{
    return d->token;
}

void SandboxServer::withWorld(const std::function<void(SimWorld &)> &look)
{
    std::promise<void> done;
    asio::post(d->hub->io, [&] {
        d->hub->host->advance();
        look(d->hub->host->world());
        d->hub->afterActivity();
        done.set_value();
    });
    done.get_future().wait();
}

void SandboxServer::stop()
{
    asio::post(d->hub->io, [hub = d->hub.get()] { hub->end(); });
    d->join();
}

void SandboxServer::waitUntilEnded()
{
    d->join();
}
