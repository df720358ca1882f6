#include "core/networktransport.h"

#include "core/iothread.h"
#include "core/networkroute.h"
#include "core/promise.h"
#include "core/tlserrors.h"

#include <QHash>
#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 bodyLimit = 32 * 1024 * 1024;
constexpr int connectionsPerManager = 6; // fixed in Qt, per host

// The upload of a write. Sequential and not to be rewound: what Qt has read it cannot send again.
class OneWayDevice final : public QIODevice
{
    Q_DISABLE_COPY_MOVE(OneWayDevice)

public:
    explicit OneWayDevice(QByteArray data)
        : m_data(std::move(data))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_position >= m_data.size(); }
    qint64 bytesAvailable() const override
    {
        return m_data.size() - m_position + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char *target, qint64 limit) override
    {
        const qint64 count = std::min<qint64>(limit, m_data.size() - m_position);
        if (count <= 0)
            return -1;
        std::memcpy(target, m_data.constData() + m_position, static_cast<std::size_t>(count));
        m_position += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_data;
    qint64 m_position = 0;
};

bool isToken(const QByteArray &text)
{
    constexpr QByteArrayView punctuation = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [&punctuation](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || punctuation.contains(c);
    });
}

bool isFieldValue(const QByteArray &text)
{
    return std::none_of(text.cbegin(), text.cend(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    });
}

// What is wrong with a request, or an empty text. Names no values: they may be secret.
QString defect(const HttpRequest &request)
{
    const QString scheme = request.url.scheme();
    const QString host = request.url.host();
    if (!request.url.isValid() || host.isEmpty())
        return u"the URL is not absolute"_s;
    if (scheme != "https"_L1 && !(scheme == "http"_L1 && NetworkRoute::isLoopback(host)))
        return u"%1://%2: only https is allowed, except on loopback"_s.arg(scheme, host);
    if (!request.url.userInfo().isEmpty())
        return u"credentials in the URL"_s;
    if (!isToken(request.method))
        return u"malformed method"_s;
    if (!request.isWrite() && !request.body.isEmpty())
        return u"a body on a read"_s;
    for (const HttpHeader &header : request.headers) {
        const QByteArray name = header.name.toLower();
        if (!isToken(header.name) || name == "content-length" || name == "transfer-encoding")
            return u"malformed or reserved header name"_s;
        if (!isFieldValue(header.value))
            return u"control character in the header %1"_s.arg(QString::fromLatin1(header.name));
    }
    return {};
}

QNetworkRequest makeRequest(const HttpRequest &request, const QByteArray &userAgent)
{
    QNetworkRequest made(request.url);
    made.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setRawHeader("User-Agent", userAgent);
    if (request.isWrite())
        made.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_L1);
    for (const HttpHeader &header : request.headers)
        made.setRawHeader(header.name, header.value);
    return made;
}

// Qt maps an HTTP status of 400 and more to an error of its own; that is an answer, not a failure.
bool isAnswered(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
    case QNetworkReply::ProxyAuthenticationRequiredError: // 407 of the server itself
    case QNetworkReply::ProtocolInvalidOperationError: // 400, 418
        return true;
    case QNetworkReply::ContentReSendError:
        return false;
    default:
        return (error >= QNetworkReply::ContentAccessDenied
                   && error <= QNetworkReply::UnknownContentError)
            || (error >= QNetworkReply::InternalServerError
                && error <= QNetworkReply::UnknownServerError);
    }
}

// Why no connection was made, so that even a write may be tried again; else empty. Qt tells most of
// what goes wrong between us and a proxy as an unknown error, and a proxy's answers as the
// network's.
QString codeOfNeverSent(QNetworkReply::NetworkError error, bool throughProxy, bool loggedIn)
{
    if (throughProxy
        && (error == QNetworkReply::UnknownNetworkError
            || error == QNetworkReply::ConnectionRefusedError
            || error == QNetworkReply::HostNotFoundError))
        return u"proxy-refused"_s;
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
        return u"not-sent"_s;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::UnknownProxyError: // it does not speak as one
        return u"proxy-refused"_s;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return loggedIn ? u"proxy-login-refused"_s : u"proxy-authentication"_s;
    default:
        return {};
    }
}

Error::Kind kindOf(QNetworkReply::NetworkError error, bool hasStatus)
{
    switch (error) {
    case QNetworkReply::OperationCanceledError:
        return Error::Kind::Cancelled;
    case QNetworkReply::TimeoutError:
        return Error::Kind::Timeout;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return Error::Kind::Protocol;
    default:
        return hasStatus ? Error::Kind::Protocol : Error::Kind::Offline;
    }
}

class Exchange final : public QObject
{
    Q_DISABLE_COPY_MOVE(Exchange)

public:
    Exchange(QNetworkReply *reply,
        std::chrono::milliseconds timeout,
        Promise<HttpResponse> promise,
        std::function<void()> ended,
        const std::optional<QNetworkProxy> &proxy,
        QObject *parent)
        : QObject(parent)
        , m_reply(reply)
        , m_throughProxy(proxy && proxy->type() != QNetworkProxy::NoProxy)
        , m_loggedIn(proxy && !proxy->user().isEmpty())
        , m_promise(std::move(promise))
        , m_ended(std::move(ended))
    {
        connect(reply, &QNetworkReply::readyRead, this, [this] { read(); });
        connect(reply, &QNetworkReply::finished, this, [this] { finish(); });
        connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
            m_refused = TlsErrors::refusal(m_reply->url().host(), errors);
        });
        connect(&m_timer, &QTimer::timeout, this, [this, timeout] {
            end(failure(Error::Kind::Timeout, u"no answer within %1 ms"_s.arg(timeout.count())));
        });
        m_timer.setSingleShot(true);
        m_timer.start(timeout);
        // Qt may have refused the request at once, before anybody listened.
        if (reply->isFinished())
            QMetaObject::invokeMethod(
                this, [this] { finish(); }, Qt::QueuedConnection);
    }

    // The first end wins; the connection of an exchange that is under way is closed.
    void end(Result<HttpResponse> answer)
    {
        if (std::exchange(m_over, true))
            return;
        m_timer.stop();
        m_reply->disconnect(this);
        if (!m_reply->isFinished())
            m_reply->abort();
        m_reply->deleteLater();
        m_ended();
        m_promise.fulfil(std::move(answer));
        deleteLater();
    }

private:
    void read()
    {
        m_body += m_reply->readAll();
        if (m_body.size() > bodyLimit)
            end(failure(Error::Kind::Protocol, u"the body is longer than 32 MiB"_s));
    }

    void finish()
    {
        if (m_over)
            return;
        read();
        const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
        const QNetworkReply::NetworkError error = m_reply->error();
        if (!isAnswered(error) || !status.isValid()) {
            Error problem{kindOf(error, status.isValid()),
                describe(error),
                0,
                {},
                {},
                codeOfNeverSent(error, m_throughProxy, m_loggedIn)};
            end(failure(m_refused.value_or(problem)));
            return;
        }
        HttpResponse response;
        response.status = status.toInt();
        for (const auto &[name, value] : m_reply->rawHeaderPairs())
            response.headers.append({name.toLower(), value});
        response.body = m_body;
        end(std::move(response));
    }

    QString describe(QNetworkReply::NetworkError error) const
    {
        // How Qt says that it would have liked to send the request again.
        if (error == QNetworkReply::ContentReSendError)
            return u"the connection was closed before the answer"_s;
        return u"%1 (network error %2)"_s.arg(m_reply->errorString(), QString::number(error));
    }

    QNetworkReply *m_reply; // owned by its manager
    const bool m_throughProxy;
    const bool m_loggedIn; // at the proxy
    Promise<HttpResponse> m_promise;
    std::function<void()> m_ended;
    QTimer m_timer;
    QByteArray m_body;
    std::optional<Error> m_refused; // the certificate was
    bool m_over = false;
};

// Everything that lives on the IO thread.
class Hub final : public QObject
{
    Q_DISABLE_COPY_MOVE(Hub)

public:
    Hub(QByteArray userAgent, std::shared_ptr<const NetworkRoute> route, QObject *parent)
        : QObject(parent)
        , m_userAgent(std::move(userAgent))
        , m_route(std::move(route))
        , m_jar(new QNetworkCookieJar(this))
    {
        m_lanes[index(HttpRequest::Channel::Normal)].resize(3);
        m_lanes[index(HttpRequest::Channel::LongPoll)].resize(8);
        m_lanes[index(HttpRequest::Channel::Lease)].resize(3);
    }
    ~Hub() override
    {
        const QList<Exchange *> open = m_exchanges.values();
        for (Exchange *exchange : open)
            exchange->end(failure(Error::Kind::Cancelled, u"the transport was closed"_s));
    }

    void start(quint64 id, const HttpRequest &request, const Promise<HttpResponse> &promise)
    {
        followRoute();
        // Certificates are many, and slow to read.
        const bool isEncrypted = request.url.scheme() == "https"_L1;
        const Result<QSslConfiguration> tls = isEncrypted ? m_route->tls() : QSslConfiguration();
        const Result<std::optional<QNetworkProxy>> proxy = m_route->chosenProxy(request.url);
        if (!tls || !proxy) {
            promise.fulfil(failure(tls ? proxy.error() : tls.error()));
            return;
        }
        Lane &lane = laneFor(request.channel);
        QNetworkReply *reply = send(lane.manager, request, *tls);
        ++lane.open;
        const auto ended = [this, id, &lane] {
            --lane.open;
            m_exchanges.remove(id);
        };
        m_exchanges.insert(id, new Exchange(reply, request.timeout, promise, ended, *proxy, this));
    }

    void abort(quint64 id)
    {
        if (Exchange *exchange = m_exchanges.value(id))
            exchange->end(failure(Error::Kind::Cancelled, u"stopped"_s));
    }

private:
    struct Lane
    {
        QNetworkAccessManager *manager =
            nullptr; // owned by the hub; made, with its thread, on first use
        int open = 0;
    };

    static std::size_t index(HttpRequest::Channel channel)
    {
        return static_cast<std::size_t>(channel);
    }

    // The first with a free connection, because it has warm ones; else the least busy.
    Lane &laneFor(HttpRequest::Channel channel)
    {
        std::vector<Lane> &lanes = m_lanes[index(channel)];
        auto best = std::find_if(lanes.begin(), lanes.end(), [](const Lane &lane) {
            return lane.open < connectionsPerManager;
        });
        if (best == lanes.end())
            best = std::min_element(lanes.begin(), lanes.end(), [](const Lane &a, const Lane &b) {
                return a.open < b.open;
            });
        if (!best->manager) {
            best->manager = new QNetworkAccessManager(this);
            best->manager->setProxyFactory(NetworkRoute::makeFactory(m_route));
            best->manager->setCookieJar(m_jar);
            m_jar->setParent(this); // a manager takes the jar it is given for its own
        }
        return *best;
    }

    // Warm connections go the way that was chosen when they were made, and Qt remembers who a proxy
    // let through.
    void followRoute()
    {
        const quint64 revision = m_route->revision();
        if (std::exchange(m_followed, revision) == revision)
            return;
        for (const std::vector<Lane> &lanes : m_lanes) {
            for (const Lane &lane : lanes) {
                if (lane.manager)
                    lane.manager->clearAccessCache();
            }
        }
    }

    QNetworkReply *send(
        QNetworkAccessManager *manager, const HttpRequest &request, const QSslConfiguration &tls)
    {
        QNetworkRequest made = makeRequest(request, m_userAgent);
        if (!tls.isNull())
            made.setSslConfiguration(tls);
        // Qt has no other way to end the answer of a HEAD at its headers.
        if (request.method == "HEAD")
            return manager->head(made);
        QByteArray body = request.body;
        if (body.isEmpty() && request.isWrite())
            body = "{}";
        made.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
        made.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        auto device = std::make_unique<OneWayDevice>(body);
        QNetworkReply *reply = manager->sendCustomRequest(made, request.method, device.get());
        device.release()->setParent(reply);
        return reply;
    }

    const QByteArray m_userAgent;
    const std::shared_ptr<const NetworkRoute> m_route;
    quint64 m_followed = 0;
    QNetworkCookieJar *m_jar;
    std::array<std::vector<Lane>, 3> m_lanes;
    QHash<quint64, Exchange *> m_exchanges;
};
} // namespace

struct NetworkTransport::Private
{
    Private(IoThread &ioThread, std::shared_ptr<const NetworkRoute> way)
        : thread(ioThread)
        , route(std::move(way))
    {
    }

    IoThread &thread;
    const std::shared_ptr<const NetworkRoute> route;
    // Read and written on the IO thread only. Null before the hub is made and after it was closed.
    std::shared_ptr<QPointer<Hub>> hub = std::make_shared<QPointer<Hub>>();
    std::atomic<quint64> lastId = 0;
};

NetworkTransport::NetworkTransport(
    IoThread &thread, const QString &userAgent, std::shared_ptr<const NetworkRoute> route)
    : d(std::make_unique<Private>(
        thread, route ? std::move(route) : std::make_shared<NetworkRoute>(NetworkRoute::Choice{})))
{
    thread.post(
        [slot = d->hub, context = thread.context(), agent = userAgent.toLatin1(), way = d->route] {
            *slot = new Hub(agent, way, context);
        });
}

NetworkTransport::~NetworkTransport()
{
    d->thread.post([slot = d->hub] { delete slot->data(); });
}

Result<HttpResponse> NetworkTransport::perform(const HttpRequest &request, std::stop_token stop)
{
    const QString problem = defect(request);
    if (!problem.isEmpty())
        return failure(Error::Kind::InvalidInput, problem);
    if (stop.stop_requested())
        return failure(Error::Kind::Cancelled, u"stopped"_s);

    // Nothing of this object is used once the request is under way: it may be destroyed meanwhile.
    IoThread &thread = d->thread;
    const std::shared_ptr<QPointer<Hub>> slot = d->hub;
    const quint64 id = ++d->lastId;
    const std::shared_ptr<const NetworkRoute> route = d->route;
    route->fetchLogin(request.url);
    Pending<HttpResponse> pending;
    {
        const Promise<HttpResponse> promise;
        pending = promise.pending();
        const bool posted = thread.post([slot, id, request, promise] {
            if (*slot)
                (*slot)->start(id, request, promise);
        });
        if (!posted)
            return failure(Error::Kind::Cancelled, u"the network thread has ended"_s);
    }
    const std::stop_callback abort(stop, [&thread, slot, id] {
        thread.post([slot, id] {
            if (*slot)
                (*slot)->abort(id);
        });
    });
    return await(pending);
}
