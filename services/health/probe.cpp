#include "health/probe.h"

#include "core/iothread.h"
#include "core/networkroute.h"
#include "core/promise.h"

#include <QElapsedTimer>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace {
using Problem = ProbeResult::Problem;

constexpr qint64 enough = 64 * 1024; // of a body; nobody reads it

// What a person has to look at first, when several things are wrong.
Problem problemOf(const QList<QSslError> &errors)
{
    bool name = false;
    bool time = false;
    for (const QSslError &error : errors) {
        switch (error.error()) {
        case QSslError::HostNameMismatch:
            name = true;
            break;
        case QSslError::CertificateExpired:
        case QSslError::CertificateNotYetValid:
            time = true;
            break;
        default:
            return Problem::CertificateUntrusted;
        }
    }
    return name ? Problem::CertificateName : time ? Problem::CertificateExpired : Problem::None;
}

Problem problemOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return Problem::NameUnknown;
    case QNetworkReply::TimeoutError:
        return Problem::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return Problem::CertificateUntrusted;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return Problem::BadAnswer;
    default:
        return Problem::Unreachable;
    }
}

QString told(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

class Look final : public QObject
{
    Q_DISABLE_COPY_MOVE(Look)

public:
    Look(QNetworkReply *reply,
        std::chrono::milliseconds timeout,
        Promise<ProbeResult> promise,
        QObject *parent)
        : QObject(parent)
        , m_reply(reply)
        , m_promise(std::move(promise))
    {
        m_result.address = told(reply->url());
        m_since.start();
        connect(reply, &QNetworkReply::encrypted, this, [this] { readCertificate(); });
        connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
            readCertificate();
            m_result.problem = problemOf(errors);
        });
        connect(reply, &QNetworkReply::readyRead, this, [this] {
            if (m_reply->bytesAvailable() >= enough)
                finish(); // it answers: that was the question
        });
        connect(reply, &QNetworkReply::finished, this, [this] { finish(); });
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_result.problem = Problem::TimedOut;
            end();
        });
        m_timer.setSingleShot(true);
        m_timer.start(timeout);
    }
    ~Look() override { end(); }

    void abandon()
    {
        m_over = true;
        close();
        m_promise.fulfil(failure(Error::Kind::Cancelled, u"stopped"_s));
        deleteLater();
    }

private:
    void readCertificate()
    {
        const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
        if (!certificate.isNull())
            m_result.certificateExpires = certificate.expiryDate().toUTC();
    }

    void finish()
    {
        const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
        if (status.isValid()) {
            m_result.status = status.toInt();
            m_result.problem = m_result.status >= 500 ? Problem::BadAnswer : Problem::None;
        } else if (m_result.problem == Problem::None) {
            m_result.problem = problemOf(m_reply->error());
        }
        end();
    }

    void end()
    {
        if (std::exchange(m_over, true))
            return;
        close();
        m_result.took = std::chrono::milliseconds(m_since.elapsed());
        m_promise.fulfil(m_result);
        deleteLater();
    }

    void close()
    {
        m_timer.stop();
        m_reply->disconnect(this);
        if (!m_reply->isFinished())
            m_reply->abort();
        m_reply->deleteLater();
    }

    QNetworkReply *m_reply; // owned by its manager
    Promise<ProbeResult> m_promise;
    ProbeResult m_result;
    QElapsedTimer m_since;
    QTimer m_timer;
    bool m_over = false;
};

// What lives on the IO thread.
class Prober final : public QObject
{
    Q_DISABLE_COPY_MOVE(Prober)

public:
    Prober(QByteArray userAgent, std::shared_ptr<const NetworkRoute> route, QObject *parent)
        : QObject(parent)
        , m_userAgent(std::move(userAgent))
        , m_route(std::move(route))
        , m_manager(new QNetworkAccessManager(this))
    {
        m_manager->setProxyFactory(NetworkRoute::makeFactory(m_route));
    }

    void start(quint64 id,
        const QUrl &url,
        std::chrono::milliseconds timeout,
        const Promise<ProbeResult> &promise)
    {
        QNetworkRequest request(url);
        request.setAttribute(
            QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(
            QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setRawHeader("User-Agent", m_userAgent);
        // A file that cannot be read is told by every call of the platform.
        const QSslConfiguration tls = url.scheme() == "https"_L1
            ? m_route->tls().value_or(QSslConfiguration())
            : QSslConfiguration();
        if (!tls.isNull())
            request.setSslConfiguration(tls);
        auto *look = new Look(m_manager->get(request), timeout, promise, this);
        m_looks.insert(id, look);
        connect(look, &QObject::destroyed, this, [this, id] { m_looks.remove(id); });
    }

    void abandon(quint64 id)
    {
        if (Look *look = m_looks.take(id))
            look->abandon();
    }

private:
    const QByteArray m_userAgent;
    const std::shared_ptr<const NetworkRoute> m_route;
    QNetworkAccessManager *m_manager;
    QHash<quint64, QPointer<Look>> m_looks;
};
} // namespace

struct Probe::Private
{
    explicit Private(IoThread &ioThread)
        : thread(ioThread)
    {
    }

    IoThread &thread;
    // Read and written on the IO thread only.
    std::shared_ptr<QPointer<Prober>> prober = std::make_shared<QPointer<Prober>>();
    std::atomic<quint64> lastId = 0;
};

Probe::Probe(IoThread &thread, const QString &userAgent, std::shared_ptr<const NetworkRoute> route)
    : d(std::make_unique<Private>(thread))
{
    if (!route)
        route = std::make_shared<NetworkRoute>(NetworkRoute::Choice{});
    thread.post(
        [slot = d->prober, context = thread.context(), agent = userAgent.toLatin1(), route] {
            *slot = new Prober(agent, route, context);
        });
}

Probe::~Probe()
{
    d->thread.post([slot = d->prober] { delete slot->data(); });
}

std::optional<ProbeResult> Probe::look(
    const QUrl &url, std::chrono::milliseconds timeout, std::stop_token stop)
{
    IoThread &thread = d->thread;
    const std::shared_ptr<QPointer<Prober>> slot = d->prober;
    const quint64 id = ++d->lastId;
    Pending<ProbeResult> pending;
    {
        const Promise<ProbeResult> promise;
        pending = promise.pending();
        const bool posted = thread.post([slot, id, url, timeout, promise] {
            if (*slot)
                (*slot)->start(id, url, timeout, promise);
        });
        if (!posted)
            return std::nullopt;
    }
    const std::stop_callback abort(stop, [&thread, slot, id] {
        thread.post([slot, id] {
            if (*slot)
                (*slot)->abandon(id);
        });
    });
    const Result<ProbeResult> result = await(pending);
    return result ? std::optional(*result) : std::nullopt;
}
