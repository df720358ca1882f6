#include "fly/accountguard.h"

#include "core/log.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
Error refusal(QLatin1StringView code, const QString &detail)
{
    return {Error::Kind::Forbidden, detail, 0, {}, {}, QString(code)};
}

bool isSafe(const QUrl &url)
{
    if (url.scheme() == "https"_L1)
        return true;
    return url.scheme() == "http"_L1
        && (url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback());
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

// Where a text that opens at `at` ends, behind its closing quotes.
qsizetype behindText(const QString &document, qsizetype at)
{
    if (QStringView(document).mid(at).startsWith("\"\"\""_L1)) {
        const qsizetype end = document.indexOf("\"\"\""_L1, at + 3);
        return end < 0 ? document.size() : end + 3;
    }
    for (qsizetype i = at + 1; i < document.size(); ++i) {
        if (document.at(i) == u'\\')
            ++i;
        else if (document.at(i) == u'"')
            return i + 1;
    }
    return document.size();
}

// The words outside of all brackets: "query", "fragment", names. Texts and comments are no words.
QStringList outerWords(const QString &document, bool &anonymous)
{
    QStringList words;
    int depth = 0;
    bool begun = false; // an operation's head has been read
    for (qsizetype i = 0; i < document.size();) {
        const QChar c = document.at(i);
        if (c == u'"') {
            i = behindText(document, i);
        } else if (c == u'#') {
            const qsizetype end = document.indexOf(u'\n', i);
            i = end < 0 ? document.size() : end;
        } else if (c == u'{' || c == u'(' || c == u'[') {
            anonymous = anonymous || (c == u'{' && depth == 0 && !begun);
            ++depth;
            ++i;
        } else if (c == u'}' || c == u')' || c == u']') {
            --depth;
            begun = begun && !(c == u'}' && depth == 0);
            ++i;
        } else if (depth == 0 && isWordPart(c)) {
            const qsizetype start = i;
            while (i < document.size() && isWordPart(document.at(i)))
                ++i;
            begun = true;
            words.append(document.mid(start, i - start));
        } else {
            ++i;
        }
    }
    return words;
}
} // namespace

QString originOf(const QUrl &url)
{
    const int implied = url.scheme() == "https"_L1 ? 443 : 80;
    return u"%1://%2:%3"_s.arg(
        url.scheme(), url.host().toLower(), QString::number(url.port(implied)));
}

bool isGraphQlRead(const QByteArray &body)
{
    const QString document =
        QJsonDocument::fromJson(body).object().value("query"_L1).toString().trimmed();
    bool anonymous = false;
    const QStringList words = outerWords(document, anonymous);
    if (words.contains("mutation"_L1) || words.contains("subscription"_L1))
        return false;
    return anonymous || words.value(0) == "query"_L1;
}

AccountGuard::AccountGuard(const FlyEndpoints &endpoints, HttpTransport &next)
    : m_next(next)
{
    for (const QUrl &url : {endpoints.machines, endpoints.web, endpoints.releases})
        m_origins.append(originOf(url));
}

Result<HttpResponse> AccountGuard::perform(const HttpRequest &request, std::stop_token stop)
{
    const QString origin = originOf(request.url);
    if (!m_origins.contains(origin) || !isSafe(request.url)) {
        Log::area("fly")->error("refused: {} is no place for this token", origin.toStdString());
        return failure(refusal(
            originRefusal, u"%1 is not one of the places this token belongs to"_s.arg(origin)));
    }
    const bool asks = request.method == "POST" && request.url.path() == "/graphql"_L1
        && isGraphQlRead(request.body);
    if (m_readOnly && request.isWrite() && !asks) {
        return failure(
            refusal(readOnlyRefusal, u"the account is switched to read-only: nothing was sent"_s));
    }
    return m_next.perform(request, std::move(stop));
}
