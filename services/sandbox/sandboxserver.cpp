#include "sandbox/sandboxserver.h"

#include "core/log.h"
#include "sandbox/sandboxhost.h"

#include <QRandomGenerator>
#include <QUrlQuery>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <array>
#include <future>
#include <list>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;

namespace {
constexpr auto saveDelay = std::chrono::milliseconds(100);
constexpr std::uint64_t largestBody = 8 * 1024 * 1024;

QByteArray toBytes(boost::beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

// By hand, because faults cut the text anywhere.
std::string serialise(const SimReply &reply, bool keepAlive)
{
    std::string text = "HTTP/1.1 " + std::to_string(reply.status) + ' ';
    text += std::string(http::obsolete_reason(http::int_to_status(unsigned(reply.status))));
    text += "\r\n";
    for (const HttpHeader &header : reply.headers)
        text += header.name.toStdString() + ": " + header.value.toStdString() + "\r\n";
    if (reply.status != 204)
        text += "content-length: " + std::to_string(reply.body.size()) + "\r\n";
    text += keepAlive ? "connection: keep-alive\r\n\r\n" : "connection: close\r\n\r\n";
    const std::size_t head = text.size();
    text.append(reply.body.constData(), std::size_t(reply.body.size()));
    if (reply.delivery == SimReply::TruncateBody)
        text.resize(head + std::size_t(reply.body.size()) / 2);
    return text;
}

class Hub;

// One connection: reads a request, has it answered (now or at an event of the world), and goes on.
class Session : public std::enable_shared_from_this<Session>
{
public:
    Session(tcp::socket socket, Hub &hub)
        : m_socket(std::move(socket))
        , m_delay(m_socket.get_executor())
        , m_hub(hub)
    {
    }
    void read();
    void close()
    {
        error_code ignored;
        m_hold.reset();
        m_delay.cancel();
        m_socket.close(ignored);
    }
    [[nodiscard]] const std::optional<SimHold> &hold() const { return m_hold; }
    void deliver(const SimReply &reply);

private:
    void answerRequest();
    void watchForLeaving();
    void write(const SimReply &reply);

    tcp::socket m_socket;
    asio::steady_timer m_delay;
    Hub &m_hub;
    boost::beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::string_body>> m_parser;
    std::optional<SimHold> m_hold;
    std::string m_out;
    bool m_keepAlive = true;
};

// What lives on the server's thread.
class Hub
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
    SimAnswer answer(const SimRequest &request);
    void afterActivity();
    [[nodiscard]] bool isOurHost(const QByteArray &header) const;

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
    std::list<std::weak_ptr<Session>> m_sessions;
    std::chrono::steady_clock::time_point m_lastUse = std::chrono::steady_clock::now();
    bool m_saveArmed = false;
    bool m_ending = false;
};

void Session::read()
{
    m_parser.emplace();
    m_parser->body_limit(largestBody);
    http::async_read(
        m_socket, m_buffer, *m_parser, [self = shared_from_this()](error_code code, std::size_t) {
            if (code) {
                self->close();
                return;
            }
            self->answerRequest();
        });
}

void Session::answerRequest()
{
    const auto &message = m_parser->get();
    m_keepAlive = message.keep_alive();
    SimRequest request;
    request.method = toBytes(message.method_string());
    QByteArray absolute = "http://localhost";
    absolute += toBytes(message.target());
    const QUrl url = QUrl::fromEncoded(absolute);
    request.path = url.path();
    request.query = QUrlQuery(url);
    for (const auto &field : message)
        request.headers.append({toBytes(field.name_string()).toLower(), toBytes(field.value())});
    request.body = QByteArray::fromStdString(message.body());
    if (!m_hub.isOurHost(request.header("host"))) {
        m_keepAlive = false;
        write({421,
            {{"content-type", "text/plain"}},
            "not a name of this server\n",
            SimReply::Whole});
        return;
    }
    SimAnswer answer = m_hub.answer(request);
    if (SimHold *hold = std::get_if<SimHold>(&answer)) {
        m_hold = std::move(*hold);
        watchForLeaving();
    } else {
        deliver(std::get<SimReply>(answer));
    }
    m_hub.afterActivity();
}

// A client may go away while its request is held; nothing else would tell us.
void Session::watchForLeaving()
{
    m_socket.async_wait(tcp::socket::wait_read, [self = shared_from_this()](error_code code) {
        if (code || !self->m_hold)
            return;
        char byte = 0;
        error_code peeked;
        self->m_socket.non_blocking(true, peeked);
        const std::size_t count =
            self->m_socket.receive(asio::buffer(&byte, 1), tcp::socket::message_peek, peeked);
        if (peeked != asio::error::would_block && (peeked || count == 0))
            self->close();
    });
}

void Session::deliver(const SimReply &reply)
{
    if (m_hold) {
        error_code ignored;
        m_socket.cancel(ignored); // the watch
        m_hold.reset();
    }
    const auto latency = m_hub.host->latency();
    if (latency.count() == 0) {
        write(reply);
        return;
    }
    m_delay.expires_after(latency);
    m_delay.async_wait([self = shared_from_this(), reply](error_code code) {
        if (!code)
            self->write(reply);
    });
}

void Session::write(const SimReply &reply)
{
    if (reply.delivery == SimReply::DropBeforeAnswer) {
        close();
        return;
    }
    m_keepAlive = m_keepAlive && reply.delivery == SimReply::Whole;
    m_out = serialise(reply, m_keepAlive);
    asio::async_write(
        m_socket, asio::buffer(m_out), [self = shared_from_this()](error_code code, std::size_t) {
            if (code || !self->m_keepAlive) {
                error_code ignored;
                self->m_socket.shutdown(tcp::socket::shutdown_both, ignored);
                self->close();
                return;
            }
            self->read();
        });
}

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
        for (const std::weak_ptr<Session> &weak : m_sessions) {
            if (const std::shared_ptr<Session> session = weak.lock())
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
        const auto session = std::make_shared<Session>(std::move(socket), *this);
        m_sessions.remove_if([](const std::weak_ptr<Session> &weak) { return weak.expired(); });
        m_sessions.push_back(session);
        session->read();
        accept();
    });
}

bool Hub::isOurHost(const QByteArray &header) const
{
    const QByteArray suffix = ':' + QByteArray::number(port);
    return header == "127.0.0.1" + suffix || header == "localhost" + suffix;
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
    for (const std::weak_ptr<Session> &weak : m_sessions) {
        const std::shared_ptr<Session> session = weak.lock();
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
    for (const std::weak_ptr<Session> &weak : m_sessions) {
        const std::shared_ptr<Session> session = weak.lock();
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
