#include "config/listforms.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
bool isInBrackets(const QString &text)
{
    return text.size() > 1 && text.startsWith(u'[') && text.endsWith(u']');
}
} // namespace

bool isJsonList(const QString &text)
{
    const QString list = text.trimmed();
    return isInBrackets(list) && QJsonDocument::fromJson(list.toUtf8()).isArray();
}

bool isBrokenJsonList(const QString &text)
{
    const QString list = text.trimmed();
    // An address in brackets, or a placeholder in them, is no list.
    const bool isOfMany = list.contains(u',') || list.contains(u'\'');
    return isInBrackets(list) && isOfMany && !isJsonList(list);
}

bool isCommaList(const QString &text)
{
    static const QRegularExpression list(u"^[^\\s,;{}\\[\\]\"']+( *, *[^\\s,;{}\\[\\]\"']+)+$"_s);
    return list.match(text.trimmed().left(4096)).hasMatch();
}

bool wantsCommas(const QString &name)
{
    static const QRegularExpression hosts(u"(^|_)(allowed_hosts|no_proxy|trusted_hosts)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return hosts.match(name).hasMatch();
}
