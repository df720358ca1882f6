#include "settings/foundtokens.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 longestFile = 1024 * 1024;

// The value of a key at the top of a YAML file, as flyctl writes it: plain or quoted, and possibly
// folded over the indented lines that follow.
QByteArray topValue(const QByteArray &yaml, const QByteArray &key)
{
    QByteArray value;
    bool inside = false;
    for (QByteArray line : yaml.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (inside) {
            if (!line.startsWith(' ') && !line.startsWith('\t'))
                break;
            value += ' ' + line.trimmed();
        } else if (line.startsWith(key) && line.mid(key.size()).startsWith(':')) {
            inside = true;
            value = line.mid(key.size() + 1).trimmed();
            if (value == "|" || value == "|-" || value == ">" || value == ">-")
                value.clear();
        }
    }
    value = value.trimmed();
    const bool quoted = value.size() >= 2 && (value.startsWith('"') || value.startsWith('\''))
        && value.endsWith(value.front());
    return quoted ? value.mid(1, value.size() - 2) : value;
}

Result<QByteArray> fileText(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(Error::Kind::NotFound, u"there is no %1"_s.arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::InvalidInput, u"%1: %2"_s.arg(path, file.errorString()));
    return file.read(longestFile);
}

Result<QByteArray> rawToken(TokenPlace place, const QString &foundAt)
{
    if (place == TokenPlace::Environment) {
        const QByteArray name = foundAt.toLatin1();
        if (!qEnvironmentVariableIsSet(name.constData()))
            return failure(Error::Kind::NotFound, u"%1 is not set"_s.arg(foundAt));
        return qgetenv(name.constData());
    }
    const Result<QByteArray> text = fileText(foundAt);
    if (!text)
        return failure(text.error());
    const QByteArray value = topValue(*text, "access_token");
    if (value.isEmpty())
        return failure(Error::Kind::NotFound, u"there is no access_token in %1"_s.arg(foundAt));
    return value;
}
} // namespace

QString FoundTokens::flyctlFile()
{
    const QString folder = qEnvironmentVariable("FLY_CONFIG_DIR");
    const QString home = QDir::homePath();
    return folder.isEmpty() ? QString(home + u"/.fly/config.yml"_s)
                            : QString(folder + u"/config.yml"_s);
}

Result<TokenText> FoundTokens::read(TokenPlace place, const QString &foundAt)
{
    const Result<QByteArray> raw = rawToken(place, foundAt);
    if (!raw)
        return failure(raw.error());
    return TokenText::read(*raw);
}

QList<FoundToken> FoundTokens::list()
{
    QList<FoundToken> found;
    const auto offer = [&found](TokenPlace place, const QString &foundAt) {
        const Result<TokenText> text = read(place, foundAt);
        if (text)
            found.append({place, foundAt, text->kinds, {}});
    };
    // The first of the two that is set is the one that flyctl takes, even when it is empty.
    for (const QString &variable : {u"FLY_ACCESS_TOKEN"_s, u"FLY_API_TOKEN"_s}) {
        if (qEnvironmentVariableIsSet(variable.toLatin1().constData())) {
            offer(TokenPlace::Environment, variable);
            break;
        }
    }
    const QString file = flyctlFile();
    offer(TokenPlace::FlyctlFile, file);
    if (!found.isEmpty() && found.last().place == TokenPlace::FlyctlFile) {
        const QByteArray login = topValue(fileText(file).value_or(QByteArray()), "last_login");
        found.last().lastLogin = QDateTime::fromString(QString::fromUtf8(login), Qt::ISODateWithMs);
    }
    return found;
}
