#include "fly/flyerrors.h"

#include "core/sanitise.h"

#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype maxDetail = 400;

QString presentable(const QString &text)
{
    QString line = Redact::text(Sanitise::line(text)).simplified();
    if (line.size() > maxDetail)
        line = QString(line.left(maxDetail) + u'…');
    return line;
}

QString what(const FlyRequest &request)
{
    return QString(QString::fromLatin1(request.method) + u' ' + request.path);
}

Error::Kind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return Error::Kind::Unauthorised;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
        return Error::Kind::NotFound;
    case 408:
        return Error::Kind::Timeout;
    case 409:
        return Error::Kind::Conflict;
    case 412:
        return Error::Kind::Precondition;
    case 429:
        return Error::Kind::RateLimited;
    default:
        break;
    }
    if (status >= 500)
        return Error::Kind::Unavailable;
    return status >= 400 ? Error::Kind::Rejected : Error::Kind::Protocol;
}

// What a page of a proxy says: its title, or the start of its text.
QString textOfPage(const QByteArray &body)
{
    const QString page = QString::fromUtf8(body.left(16 * 1024));
    static const QRegularExpression title(u"<title[^>]*>(.*?)</title>"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    if (const QRegularExpressionMatch match = title.match(page); match.hasMatch())
        return presentable(match.captured(1));
    static const QRegularExpression tags(u"<[^>]*>"_s);
    return presentable(QString(page).replace(tags, u" "_s)).left(120);
}

std::optional<std::chrono::seconds> retryAfter(const HttpResponse &response)
{
    bool ok = false;
    const int seconds = response.header("retry-after").trimmed().toInt(&ok);
    if (!ok || seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(seconds);
}
} // namespace

Error errorOfTransport(const FlyRequest &request, const Error &error)
{
    Error told = error;
    told.detail = presentable(u"%1: %2"_s.arg(what(request), error.detail));
    if (request.mayExist && error.kind != Error::Kind::Cancelled && !wasNeverSent(error))
        told.detail += u"; it may exist"_s;
    return told;
}

Error errorOfAnswer(const FlyRequest &request, const HttpResponse &response)
{
    Error error;
    error.kind = kindOfStatus(response.status);
    error.httpStatus = response.status;
    error.requestId = QString::fromLatin1(response.header("fly-request-id"));
    error.retryAfter = retryAfter(response);
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    if (document.isObject()) {
        const QJsonObject body = document.object();
        QString text = body.value("message"_L1).toString();
        if (text.isEmpty())
            text = body.value("error"_L1).toString();
        if (text.isEmpty()) // {"errors":{"detail":"…"}} of the builds
            text = body.value("errors"_L1).toObject().value("detail"_L1).toString();
        error.detail = presentable(text);
        // The lease's errors say "error" here and have their word in `code`.
        const QString status = body.value("status"_L1).toString();
        error.code = presentable(status == "error"_L1 ? body.value("code"_L1).toString() : status);
    } else if (!response.body.trimmed().isEmpty()) {
        error.code = u"page"_s;
        error.detail = u"%1 answered %2: %3"_s.arg(what(request))
                           .arg(response.status)
                           .arg(textOfPage(response.body));
    }
    if (error.detail.isEmpty())
        error.detail = u"%1 answered %2"_s.arg(what(request)).arg(response.status);
    if (request.mayExist
        && (error.kind == Error::Kind::Timeout || error.kind == Error::Kind::Unavailable))
        error.detail += u"; it may exist"_s;
    return error;
}

Error errorOfBody(const FlyRequest &request, const HttpResponse &response, const QString &why)
{
    Error error;
    error.kind = Error::Kind::Protocol;
    error.httpStatus = response.status;
    error.requestId = QString::fromLatin1(response.header("fly-request-id"));
    error.detail = u"%1: the answer is no JSON (%2)"_s.arg(what(request), why);
    if (request.mayExist)
        error.detail += u"; it may exist"_s;
    return error;
}

Error errorOfGraphQl(const QJsonObject &json)
{
    Error error;
    error.kind = Error::Kind::Rejected;
    error.httpStatus = 200;
    error.detail = presentable(json.value("message"_L1).toString());
    error.code = presentable(json.value("extensions"_L1).toObject().value("code"_L1).toString());
    if (error.code == "NOT_FOUND"_L1 || error.detail.startsWith("Could not find"_L1))
        error.kind = Error::Kind::NotFound;
    else if (error.code == "UNAUTHORIZED"_L1 || error.code == "UNAUTHENTICATED"_L1)
        error.kind = Error::Kind::Unauthorised;
    else if (error.code == "FORBIDDEN"_L1)
        error.kind = Error::Kind::Forbidden;
    if (error.detail.isEmpty()) {
        error.kind = Error::Kind::Protocol;
        error.detail = u"POST /graphql: errors[0].message: missing"_s;
    }
    return error;
}
