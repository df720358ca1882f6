#include "sandbox/sandboxsession.h"

#include <QUrl>
#include <QUrlQuery>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;

namespace {
constexpr std::uint64_t largestBody = 8 * 1024 * 1024;
constexpr std::uint64_t largestLayer = 1024 * 1024 * 1024;

QByteArray toBytes(boost::beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

// By hand, because faults cut the text anywhere.
std::string serialise(const SimReply &reply, bool keepAlive, bool headOnly)
{
    std::string text = "HTTP/1.1 " + std::to_string(reply.status) + ' ';
    text += std::string(http::obsolete_reason(http::int_to_status(unsigned(reply.status))));
    text += "\r\n";
    for (const HttpHeader &header : reply.headers)
        text += header.name.toStdString() + ": " + header.value.toStdString() + "\r\n";
    const bool tellsLength = std::any_of(reply.headers.begin(),
        reply.headers.end(),
        [](const HttpHeader &header) { return header.name == "content-length"; });
    if (reply.status != 204 && !tellsLength)
        text += "content-length: " + std::to_string(reply.body.size()) + "\r\n";
    text += keepAlive ? "connection: keep-alive\r\n\r\n" : "connection: close\r\n\r\n";
    if (headOnly)
        return text;
    const std::size_t head = text.size();
    text.append(reply.body.constData(), std::size_t(reply.body.size()));
    if (reply.delivery == SimReply::TruncateBody)
        text.resize(head + std::size_t(reply.body.size()) / 2);
    return text;
}
} // namespace

struct SandboxSession::Private
{
    Private(tcp::socket connection, SandboxSessionOwner &server)
        : socket(std::move(connection))
        , delay(socket.get_executor())
        , owner(server)
    {
    }

    tcp::socket socket;
    asio::steady_timer delay;
    SandboxSessionOwner &owner;
    boost::beast::flat_buffer buffer;
    std::optional<http::request_parser<http::string_body>> parser;
    std::optional<SimHold> hold;
    std::string out;
    bool keepAlive = true;
    bool headOnly = false; // the request was HEAD
};

SandboxSession::SandboxSession(tcp::socket socket, SandboxSessionOwner &owner)
    : d(std::make_unique<Private>(std::move(socket), owner))
{
}

SandboxSession::~SandboxSession() = default;

const std::optional<SimHold> &SandboxSession::hold() const
{
    return d->hold;
}

void SandboxSession::close()
{
    error_code ignored;
    d->hold.reset();
    d->delay.cancel();
    d->socket.close(ignored);
}

void SandboxSession::read()
{
    d->parser.emplace();
    d->parser->body_limit(largestLayer);
    http::async_read_header(d->socket,
        d->buffer,
        *d->parser,
        [self = shared_from_this()](error_code code, std::size_t) {
            if (code) {
                self->close();
                return;
            }
            self->readBody();
        });
}

// Layers that are pushed to the registry are bigger than anything the APIs take.
void SandboxSession::readBody()
{
    const bool isLayer = d->parser->get().target().starts_with("/v2/");
    if (!isLayer && d->parser->content_length().value_or(0) > largestBody) {
        close();
        return;
    }
    d->parser->body_limit(isLayer ? largestLayer : largestBody);
    http::async_read(d->socket,
        d->buffer,
        *d->parser,
        [self = shared_from_this()](error_code code, std::size_t) {
            if (code) {
                self->close();
                return;
            }
            self->answerRequest();
        });
}

void SandboxSession::answerRequest()
{
    const auto &message = d->parser->get();
    d->keepAlive = message.keep_alive();
    d->headOnly = message.method() == http::verb::head;
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
    if (!d->owner.isOurHost(request.header("host"))) {
        d->keepAlive = false;
        write({421,
            {{"content-type", "text/plain"}},
            "not a name of this server\n",
            SimReply::Whole});
        return;
    }
    SimAnswer answer = d->owner.answer(request);
    if (SimHold *hold = std::get_if<SimHold>(&answer)) {
        d->hold = std::move(*hold);
        watchForLeaving();
    } else {
        deliver(std::get<SimReply>(answer));
    }
    d->owner.afterActivity();
}

// A client may go away while its request is held; nothing else would tell us.
void SandboxSession::watchForLeaving()
{
    d->socket.async_wait(tcp::socket::wait_read, [self = shared_from_this()](error_code code) {
        if (code || !self->d->hold)
            return;
        char byte = 0;
        error_code peeked;
        self->d->socket.non_blocking(true, peeked);
        const std::size_t count =
            self->d->socket.receive(asio::buffer(&byte, 1), tcp::socket::message_peek, peeked);
        if (peeked != asio::error::would_block && (peeked || count == 0))
            self->close();
    });
}

void SandboxSession::deliver(const SimReply &reply)
{
    if (d->hold) {
        error_code ignored;
        d->socket.cancel(ignored); // the watch
        d->hold.reset();
    }
    const auto latency = d->owner.latency();
    if (latency.count() == 0) {
        write(reply);
        return;
    }
    d->delay.expires_after(latency);
    d->delay.async_wait([self = shared_from_this(), reply](error_code code) {
        if (!code)
            self->write(reply);
    });
}

void SandboxSession::write(const SimReply &reply)
{
    if (reply.delivery == SimReply::DropBeforeAnswer) {
        close();
        return;
    }
    d->keepAlive = d->keepAlive && reply.delivery == SimReply::Whole;
    d->out = serialise(reply, d->keepAlive, d->headOnly);
    asio::async_write(
        d->socket, asio::buffer(d->out), [self = shared_from_this()](error_code code, std::size_t) {
            if (code || !self->d->keepAlive) {
                error_code ignored;
                self->d->socket.shutdown(tcp::socket::shutdown_both, ignored);
                self->close();
                return;
            }
            self->read();
        });
}
