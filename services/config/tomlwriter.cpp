#include "config/tomlwriter.h"

#include "config/configpath.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QString basicText(const QString &text)
{
    QString quoted = u"\""_s;
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        switch (code) {
        case u'"':
        case u'\\':
            quoted += u'\\';
            quoted += c;
            break;
        case u'\n':
            quoted += u"\\n"_s;
            break;
        case u'\t':
            quoted += u"\\t"_s;
            break;
        case u'\r':
            quoted += u"\\r"_s;
            break;
        default:
            if (code < 0x20 || code == 0x7f)
                quoted += u"\\u%1"_s.arg(code, 4, 16, QLatin1Char('0'));
            else
                quoted += c;
        }
    }
    return quoted + u'"';
}

bool fitsLiteral(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == u'\'' || (c.unicode() < 0x20 && c != u'\t') || c.unicode() == 0x7f;
    });
}

QString numberText(const QJsonValue &value, bool asFraction)
{
    const qint64 whole = value.toInteger(0);
    if (value.toInteger(1) == whole) {
        const QString text = QString::number(whole);
        return asFraction ? QString(text + u".0") : text;
    }
    return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
}
} // namespace

QString tomlValueText(const QJsonValue &value, TomlManner manner)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return numberText(value, manner.fraction);
    case QJsonValue::String: {
        const QString text = value.toString();
        return manner.literal && fitsLiteral(text) ? QString(u'\'' + text + u'\'')
                                                   : basicText(text);
    }
    case QJsonValue::Array: {
        QStringList entries;
        for (const QJsonValue &entry : value.toArray())
            entries.append(tomlValueText(entry, manner));
        return QString(u'[' + entries.join(u", "_s) + u']');
    }
    case QJsonValue::Object: {
        QStringList entries;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            entries.append(
                QString(configKeyText(it.key()) + u" = "_s + tomlValueText(it.value(), manner)));
        return entries.isEmpty() ? u"{}"_s : QString(u"{ "_s + entries.join(u", "_s) + u" }"_s);
    }
    default:
        return {};
    }
}
