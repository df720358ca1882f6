#include "config/configpath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || c == u'_' || c == u'-';
}

// Reads a quoted key that begins at `at`; leaves `at` behind its end.
std::optional<QString> quotedKey(QStringView text, qsizetype &at)
{
    QString key;
    for (++at; at < text.size(); ++at) {
        if (text[at] == u'"') {
            ++at;
            return key;
        }
        if (text[at] == u'\\' && ++at >= text.size())
            return std::nullopt;
        key += text[at];
    }
    return std::nullopt;
}

std::optional<qsizetype> indexAt(QStringView text, qsizetype &at)
{
    const qsizetype end = text.indexOf(u']', at);
    if (end < 0)
        return std::nullopt;
    bool ok = false;
    const int index = text.mid(at + 1, end - at - 1).toInt(&ok);
    at = end + 1;
    return ok && index >= 0 ? std::optional<qsizetype>(index) : std::nullopt;
}
} // namespace

QString configKeyText(const QString &key)
{
    if (!key.isEmpty() && std::all_of(key.begin(), key.end(), isPlain))
        return key;
    QString quoted = u"\""_s;
    for (const QChar c : key) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\';
        quoted += c;
    }
    return quoted + u'"';
}

QString configPathBelow(const QString &parent, const QString &key)
{
    const QString text = configKeyText(key);
    return parent.isEmpty() ? text : QString(parent + u'.' + text);
}

QString configPathAt(const QString &parent, qsizetype index)
{
    return QString(parent + u'[' + QString::number(index) + u']');
}

QString configPathText(const ConfigPath &path)
{
    QString text;
    for (const ConfigStep &step : path)
        text = step.index >= 0 ? configPathAt(text, step.index) : configPathBelow(text, step.key);
    return text;
}

std::optional<ConfigPath> configPathFromText(QStringView text)
{
    ConfigPath path;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at] == u'[') {
            const std::optional<qsizetype> index = indexAt(text, at);
            if (!index)
                return std::nullopt;
            path.append({{}, *index});
            continue;
        }
        if (!path.isEmpty()) {
            if (text[at] != u'.' || ++at >= text.size())
                return std::nullopt;
        }
        if (text[at] == u'"') {
            const std::optional<QString> key = quotedKey(text, at);
            if (!key)
                return std::nullopt;
            path.append({*key, -1});
            continue;
        }
        const qsizetype begin = at;
        while (at < text.size() && isPlain(text[at]))
            ++at;
        if (at == begin)
            return std::nullopt;
        path.append({text.mid(begin, at - begin).toString(), -1});
    }
    return path;
}
