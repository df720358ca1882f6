#include "sandbox/simcore.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype keptRequests = 200'000;

bool isMacaroon(const QByteArray &token)
{
    return token.startsWith("fm1r_") || token.startsWith("fm1a_") || token.startsWith("fm2_");
}

bool isUiex(const QStringList &path)
{
    return path.value(0) == "api"_L1 && path.value(path.size() - 1) != "logs"_L1;
}
} // namespace

QString SimCall::nonce() const
{
    return QString::fromLatin1(request.header("fly-machine-lease-nonce"));
}

SimReply SimCore::json(int status, const QJsonObject &object)
{
    return {status,
        {{"content-type", "application/json; charset=utf-8"}},
        QJsonDocument(object).toJson(QJsonDocument::Compact),
        SimReply::Whole};
}

SimReply SimCore::json(int status, const QJsonArray &array)
{
    return {status,
        {{"content-type", "application/json; charset=utf-8"}},
        QJsonDocument(array).toJson(QJsonDocument::Compact),
        SimReply::Whole};
}

SimReply SimCore::error(int status, const QString &text, const QString &code)
{
    QJsonObject body{{u"error"_s, text}};
    if (!code.isEmpty())
        body.insert("status"_L1, code);
    return json(status, body);
}

SimReply SimCore::notFound(const QString &what)
{
    return error(404, what);
}

SimReply SimCore::unknownRoute(const SimCall &call)
{
    QString route = QString::fromLatin1(call.request.method);
    route += u' ';
    route += call.request.path;
    // What is not in the contract was recorded before.
    if (SimContract::instance().find(call.request.method, call.request.path))
        violation(u"not simulated: "_s + route);
    return notFound(u"404 page not found"_s);
}

SimReply SimCore::finish(const QByteArray &method, const QString &path, SimReply reply)
{
    reply.headers.append({"fly-request-id", ulid().toLatin1() + "-sbx"});
    reply.headers.append({"date",
        QLocale::c().toString(wall(s.now), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1()});
    if (requests.size() >= keptRequests)
        requests.removeFirst();
    QString line = QString::fromLatin1(method);
    line += u' ';
    line += path;
    line += u' ';
    line += QString::number(reply.status);
    requests.append(line);
    return reply;
}

SimAnswer SimCore::handle(const SimRequest &request, SimTime now)
{
    advanceTo(now);
    SimCall call{request, request.path.split(u'/', Qt::SkipEmptyParts), {}, nullptr};
    call.body = QJsonDocument::fromJson(request.body).object();
    if (call.path.value(0) == "_public"_L1) // no API: the app itself
        return finish(request.method, request.path, publicRoute(call));
    const std::optional<SimReply> outside = checkContract(call);
    const bool isOpen = request.path == "/v1/incidents"_L1; // of the status page, not the API
    if (std::optional<SimReply> refused = isOpen ? std::nullopt : faultBefore(call))
        return finish(request.method, request.path, *refused);
    if (call.path.value(0) == "v2"_L1) {
        revision += call.isWrite() ? 1 : 0;
        return finish(request.method, request.path, registry(call));
    }
    if (isLogin(call))
        return finish(request.method, request.path, login(call));
    if (std::optional<SimReply> refused = isOpen ? std::nullopt : authenticate(call))
        return finish(request.method, request.path, *refused);
    if (outside)
        return finish(request.method, request.path, *outside);
    if (call.isWrite())
        ++revision;
    SimAnswer answer = call.path.value(0) == "graphql"_L1 ? SimAnswer(graphQl(call))
        : call.path.value(0) == "v1"_L1                   ? flaps(call)
        : isUiex(call.path)                               ? uiex(call)
                                                          : SimAnswer(logsRoute(call));
    if (SimHold *hold = std::get_if<SimHold>(&answer)) {
        hold->method = request.method;
        hold->path = request.path;
        return answer;
    }
    SimReply reply = std::get<SimReply>(answer);
    faultAfter(call, reply);
    return finish(request.method, request.path, std::move(reply));
}

SimAnswer SimCore::resume(const SimHold &hold, SimTime now)
{
    advanceTo(now);
    if (std::optional<SimReply> reply = tryWait(hold))
        return finish(hold.method, hold.path, *reply);
    return hold;
}

// A read that the world does not remember: what comes after it is as if it had not been.
SimAnswer SimCore::glance(const SimRequest &request, SimTime now)
{
    advanceTo(now);
    const auto kept = std::make_tuple(
        s.random, s.sequence, s.faults, s.violations, m_buckets, m_client, requests, revision);
    SimAnswer answer = handle(request, now);
    std::tie(
        s.random, s.sequence, s.faults, s.violations, m_buckets, m_client, requests, revision) =
        kept;
    return answer;
}

// fly-io.md 1.4: which scheme a token set wants depends on the service and on the kinds in it.
std::optional<SimReply> SimCore::authenticate(SimCall &call)
{
    QByteArray header = call.request.header("authorization").trimmed();
    const qsizetype space = header.indexOf(' ');
    const QByteArray scheme = header.left(space);
    const QString denied = u"Authenticate: token validation error"_s;
    const SimReply graphQlDenied = json(401,
        QJsonObject{{u"errors"_s,
            QJsonArray{QJsonObject{{u"message"_s, u"You must be authenticated to view this."_s},
                {u"extensions"_s, QJsonObject{{u"code"_s, u"UNAUTHORIZED"_s}}}}}}});
    const SimReply unauthorised =
        call.path.value(0) == "graphql"_L1 ? graphQlDenied : error(401, denied);
    if (space < 0 || (scheme != "Bearer" && scheme != "FlyV1"))
        return unauthorised;
    bool macaroons = false;
    for (const QByteArray &raw : header.sliced(space + 1).split(',')) {
        const QByteArray token = raw.trimmed();
        macaroons = macaroons || isMacaroon(token);
        for (const SimToken &known : s.tokens) {
            const bool usable = known.token == token && known.access != SimToken::Access::Expired;
            if (usable && (!call.token || known.access == SimToken::Access::Full))
                call.token = &known;
        }
    }
    const bool wantsFlyV1 = macaroons && !isUiex(call.path);
    if ((scheme == "FlyV1") != wantsFlyV1)
        violation(u"authorization: %1 is not the scheme of these tokens here"_s.arg(
            QString::fromLatin1(scheme)));
    if ((scheme == "FlyV1") != wantsFlyV1 || !call.token)
        return unauthorised;
    if (call.token->access == SimToken::Access::ReadOnly && call.isWrite()
        && call.path.value(0) != "graphql"_L1)
        return error(403, u"Not authorized to perform this action: the token is read-only"_s);
    if (call.token->access == SimToken::Access::Deploy) {
        if (call.path.value(call.path.size() - 1) == "logs"_L1)
            return error(401, denied);
        const qsizetype apps = call.path.indexOf(u"apps"_s);
        const QString named = apps < 0 ? QString() : call.path.value(apps + 1);
        if (!named.isEmpty() && named != call.token->app)
            return error(403, u"Not authorized to access this app"_s);
    }
    return std::nullopt;
}

std::optional<SimReply> SimCore::limit(
    const QString &action, const QString &on, double rate, int burst)
{
    if (!s.rateLimits)
        return std::nullopt;
    QString key = action;
    key += u' ';
    key += on;
    auto [found, isNew] = m_buckets.try_emplace(key, SimBucket{double(burst), s.now});
    SimBucket &bucket = found->second;
    const double elapsed = std::chrono::duration<double>(s.now - bucket.at).count();
    bucket.tokens = std::min(double(burst), bucket.tokens + elapsed * rate);
    bucket.at = s.now;
    if (bucket.tokens < 1.0 - 1e-6)
        return error(429, u"rate limit exceeded"_s);
    bucket.tokens -= 1;
    return std::nullopt;
}
