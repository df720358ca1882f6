#include "accounts/browserlogin.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto every = 1s;
constexpr auto loginPatience = 15min;
const QString sessions = u"/api/v1/cli_sessions"_s;

HttpRequest requestTo(const QUrl &web, const QString &path)
{
    HttpRequest request;
    request.url = web;
    request.url.setPath(path);
    return request;
}

// It is handed to the desktop to be opened: nothing but a page of the web.
bool isPage(const QUrl &url)
{
    const bool loopback = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
        && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && loopback));
}

Error unexpected(const HttpResponse &answer, const QString &what)
{
    const auto kind = answer.status >= 500 ? Error::Kind::Unavailable : Error::Kind::Rejected;
    return {kind,
        u"%1 answered %2"_s.arg(what, QString::number(answer.status)),
        answer.status,
        QString::fromLatin1(answer.header("fly-request-id")),
        {},
        {}};
}
} // namespace

Result<BrowserLogin::Session> BrowserLogin::begin(
    HttpTransport &transport, const QUrl &web, const QString &name, std::stop_token stop)
{
    HttpRequest request = requestTo(web, sessions);
    request.method = "POST";
    request.headers.append(HttpHeader{"Content-Type", "application/json"});
    request.body = QJsonDocument(
        QJsonObject{{u"name"_s, name}, {u"signup"_s, false}, {u"target"_s, u"auth"_s}})
                       .toJson(QJsonDocument::Compact);
    const Result<HttpResponse> answer = transport.perform(request, std::move(stop));
    if (!answer)
        return failure(answer.error());
    if (answer->status != 201 && answer->status != 200)
        return failure(unexpected(*answer, u"the login"_s));
    const QJsonObject body = QJsonDocument::fromJson(answer->body).object();
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_-]+\\z"_s);
    Session session;
    session.id = body.value("id"_L1).toString();
    session.page = QUrl(body.value("auth_url"_L1).toString(), QUrl::StrictMode);
    if (!plain.match(session.id).hasMatch())
        return failure(Error::Kind::Protocol, u"cli_sessions: id: missing"_s);
    if (!isPage(session.page))
        return failure(Error::Kind::Protocol, u"cli_sessions: auth_url: no page of the web"_s);
    return session;
}

Result<Secret> BrowserLogin::finish(HttpTransport &transport,
    const QUrl &web,
    const QString &id,
    Clock &clock,
    std::stop_token stop)
{
    const HttpRequest request = requestTo(web, QString(sessions + u'/' + id));
    const Clock::Duration deadline = clock.now() + loginPatience;
    while (clock.now() < deadline) {
        const Result<HttpResponse> answer = transport.perform(request, stop);
        if (!answer && answer.error().kind == Error::Kind::Cancelled)
            return failure(answer.error());
        // Not allowed yet, or the network is away for a moment: both pass.
        if (answer && answer->status == 200) {
            const QByteArray token = QJsonDocument::fromJson(answer->body)
                                         .object()
                                         .value("access_token"_L1)
                                         .toString()
                                         .toUtf8();
            if (token.isEmpty())
                return failure(Error::Kind::Protocol, u"cli_sessions: access_token: missing"_s);
            return Secret(QByteArray(token));
        }
        if (answer && answer->status != 404 && answer->status < 500 && answer->status != 429)
            return failure(unexpected(*answer, u"the login"_s));
        if (!clock.sleepFor(every, stop))
            return failure(Error::Kind::Cancelled, u"the login was given up"_s);
    }
    return failure(Error::Kind::Timeout, u"nobody allowed the login within 15 minutes"_s);
}
