#include "fly/flycall.h"

#include "core/log.h"
#include "fly/flyerrors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int maxRetries = 3;
constexpr int maxRefusals = 6; // of 429: the platform asks for patience, nothing is wrong
constexpr auto exchangeTimeout = 30s;
constexpr auto heldMargin = 15s; // beyond the time the platform may hold an answer back

const QUrl &baseUrl(const FlyEndpoints &endpoints, FlyPart part)
{
    switch (part) {
    case FlyPart::Machines:
        return endpoints.machines;
    case FlyPart::Releases:
        return endpoints.releases;
    case FlyPart::GraphQl:
    case FlyPart::Logs:
        break;
    }
    return endpoints.web;
}

// Full jitter: anything between nothing and the doubling step.
Clock::Duration jittered(int attempt)
{
    const Clock::Duration step =
        std::min<Clock::Duration>(1s, 100ms * (1 << std::min(attempt, 10)));
    const double share = QRandomGenerator::global()->generateDouble();
    return Clock::Duration(
        static_cast<Clock::Duration::rep>(static_cast<double>(step.count()) * share));
}
// Names come from files and command lines: none may lead to another place of the API.
bool staysInPlace(const QString &path)
{
    static const QRegularExpression plain(u"\\A(/[A-Za-z0-9_][A-Za-z0-9_.-]*)+\\z"_s);
    return plain.match(path).hasMatch();
}
} // namespace

Result<HttpResponse> FlyCall::send(const FlyRequest &request)
{
    const Result<Secret> token = this->token();
    if (!token)
        return failure(token.error());
    const QByteArray authorization = authorizationFor(request.part, *token);
    if (authorization.isEmpty())
        return failure(
            Error::Kind::Unauthorised, u"there is no token for this part of the platform"_s);
    if (!staysInPlace(request.path))
        return failure(
            Error::Kind::InvalidInput, u"a name is empty or malformed: %1"_s.arg(request.path));
    if (!m_deadline && m_context.limit > 0ns)
        m_deadline = clock().now() + m_context.limit;
    for (int attempt = 0;; ++attempt) {
        const QString key =
            u"%1/%2/%3"_s.arg(m_client.m_endpoints.account.value, request.action, request.subject);
        if (const Result<void> taken =
                m_client.m_budget.take(key, request.rate, m_context.stop, m_context.budgetWait);
            !taken)
            return failure(taken.error());
        Result<HttpResponse> answer = exchange(request, authorization);
        if (answer)
            return answer;
        const Error &error = answer.error();
        if (error.kind == Error::Kind::RateLimited)
            m_client.m_budget.penalise(key, error.retryAfter.value_or(1s));
        const int allowed = error.kind == Error::Kind::RateLimited ? maxRefusals : maxRetries;
        if (attempt >= allowed || !mayRepeat(request, error))
            return answer;
        if (const Result<void> waited = pause(error, attempt, request); !waited)
            return waited.error().kind == Error::Kind::Cancelled ? failure(waited.error()) : answer;
    }
}

Result<Secret> FlyCall::token() const
{
    const FlyEndpoints &endpoints = m_client.m_endpoints;
    if (!endpoints.token.isEmpty() || !endpoints.readToken)
        return endpoints.token;
    return endpoints.readToken(m_context.stop);
}

Result<HttpResponse> FlyCall::exchange(const FlyRequest &request, const QByteArray &authorization)
{
    const HttpRequest wire = wireRequest(request, authorization);
    const Clock::Duration begun = clock().now();
    const Result<HttpResponse> answer = m_client.m_transport.perform(wire, m_context.stop);
    CallTrace trace;
    trace.method = request.method;
    trace.path = request.path;
    trace.took = std::chrono::duration_cast<std::chrono::milliseconds>(clock().now() - begun);
    if (answer) {
        trace.status = answer->status;
        trace.requestId = QString::fromLatin1(answer->header("fly-request-id"));
        m_client.noteTime(*answer);
    }
    Log::area("fly")->debug("method={} path={} status={} ms={} request={}",
        request.method.constData(),
        request.path.toStdString(),
        trace.status,
        trace.took.count(),
        trace.requestId.toStdString());
    if (m_context.exchanged)
        m_context.exchanged(trace);
    if (!answer)
        return failure(errorOfTransport(request, answer.error()));
    if (answer->status < 200 || answer->status > 299)
        return failure(errorOfAnswer(request, *answer));
    return answer;
}

HttpRequest FlyCall::wireRequest(const FlyRequest &request, const QByteArray &authorization) const
{
    HttpRequest wire;
    wire.method = request.method;
    wire.url = baseUrl(m_client.m_endpoints, request.part);
    wire.url.setPath(request.path);
    wire.url.setQuery(request.query);
    wire.headers.append(HttpHeader{"Authorization", authorization});
    if (!request.nonce.isEmpty())
        wire.headers.append(HttpHeader{"fly-machine-lease-nonce", request.nonce.toLatin1()});
    if (request.part == FlyPart::GraphQl) {
        wire.headers.append(HttpHeader{"Content-Type", "application/json; charset=utf-8"});
        wire.headers.append(HttpHeader{"Accept", "application/json; charset=utf-8"});
    } else if (request.part == FlyPart::Releases || wire.isWrite()) {
        wire.headers.append(HttpHeader{"Content-Type", "application/json"});
    }
    if (wire.isWrite())
        wire.body = QJsonDocument(request.body).toJson(QJsonDocument::Compact);
    wire.channel = request.channel;
    Clock::Duration timeout = clock().toReal(request.serverTime);
    timeout += request.serverTime > 0s ? heldMargin : exchangeTimeout;
    if (const std::optional<Clock::Duration> left = timeLeft())
        timeout = std::min(timeout, std::max<Clock::Duration>(clock().toReal(*left), 100ms));
    wire.timeout = std::chrono::duration_cast<std::chrono::milliseconds>(timeout);
    return wire;
}

bool FlyCall::mayRepeat(const FlyRequest &request, const Error &error) const
{
    switch (error.kind) {
    case Error::Kind::RateLimited:
        return true;
    case Error::Kind::Offline:
        return !needsPerson(error) && (request.isRead || wasNeverSent(error));
    case Error::Kind::Unavailable:
        if (request.isRead)
            return error.httpStatus == 502 || error.httpStatus == 503;
        // A page of some proxy on the way does not say whether the platform has seen the write.
        return error.httpStatus == 503 && error.code != "page"_L1;
    case Error::Kind::Protocol: // cut off in the middle
        return request.isRead && error.httpStatus == 0;
    default:
        return false;
    }
}

Result<void> FlyCall::pause(const Error &error, int attempt, const FlyRequest &request)
{
    // The budget makes a rate-limited call wait; what else the platform asks for is waited here.
    Clock::Duration wait = jittered(attempt);
    if (error.kind != Error::Kind::RateLimited && error.retryAfter)
        wait = std::min<Clock::Duration>(*error.retryAfter, 10s);
    if (m_deadline && clock().now() + wait >= *m_deadline)
        return failure(Error::Kind::Timeout, u"no time left to try again"_s);
    Log::area("fly")->info("retry method={} path={} kind={} wait_ms={}",
        request.method.constData(),
        request.path.toStdString(),
        errorKindName(error.kind).toStdString(),
        std::chrono::duration_cast<std::chrono::milliseconds>(wait).count());
    if (m_context.retrying)
        m_context.retrying(error);
    if (!clock().sleepFor(wait, m_context.stop))
        return failure(Error::Kind::Cancelled, u"stopped between two tries"_s);
    return {};
}

std::optional<Clock::Duration> FlyCall::timeLeft() const
{
    if (!m_deadline)
        return std::nullopt;
    return *m_deadline - clock().now();
}

Result<QJsonValue> FlyCall::json(const FlyRequest &request)
{
    for (int tries = 0;; ++tries) {
        const Result<HttpResponse> answer = send(request);
        if (!answer)
            return failure(answer.error());
        // The document type holds objects and lists only; wrapped, any value can be read.
        QJsonParseError parsing;
        const QJsonDocument document = QJsonDocument::fromJson(answer->body, &parsing);
        if (document.isObject())
            return QJsonValue(document.object());
        if (document.isArray())
            return QJsonValue(document.array());
        const Error problem = errorOfBody(request, *answer, parsing.errorString());
        if (!request.isRead || tries > 0)
            return failure(problem);
        if (const Result<void> waited = pause(problem, tries, request); !waited)
            return failure(
                waited.error().kind == Error::Kind::Cancelled ? waited.error() : problem);
    }
}

Result<QJsonObject> FlyCall::query(const QString &action,
    const QString &subject,
    const QString &text,
    const QJsonObject &variables)
{
    FlyRequest request;
    request.part = FlyPart::GraphQl;
    request.method = "POST";
    request.path = u"/graphql"_s;
    request.action = action;
    request.subject = subject;
    request.body = {{u"query"_s, text}, {u"variables"_s, variables}};
    const Result<QJsonValue> answer = json(request);
    if (!answer)
        return failure(answer.error());
    const QJsonArray errors = answer->toObject().value("errors"_L1).toArray();
    if (!errors.isEmpty())
        return failure(errorOfGraphQl(errors.first().toObject()));
    const QJsonValue data = answer->toObject().value("data"_L1);
    if (!data.isObject())
        return failure(Error::Kind::Protocol, u"POST /graphql: data: missing"_s);
    return data.toObject();
}
