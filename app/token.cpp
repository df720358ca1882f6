#include "app/token.h"

#include "settings/tokentext.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longest = 64 * 1024; // a set of macaroons is some kilobytes

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::InvalidInput,
            u"the token file %1 cannot be read: %2"_s.arg(path, file.errorString()));
    return file.read(longest);
}

Result<QByteArray> readStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return failure(Error::Kind::InvalidInput, u"standard input cannot be read"_s);
    return input.read(longest);
}

// Says nothing of the value: the message is shown and logged.
Result<std::optional<Secret>> checked(const QByteArray &raw, const QString &where)
{
    const Result<TokenText> text = TokenText::read(raw);
    if (text)
        return std::optional(text->token);
    Error error = text.error();
    error.detail = u"%1: %2"_s.arg(where, error.detail);
    return failure(error);
}

} // namespace

Result<std::optional<Secret>> readToken(const TokenSource &source)
{
    const QByteArray environment = qgetenv("ATALAYA_TOKEN");
    qunsetenv("ATALAYA_TOKEN");
    if (!source.file.isEmpty()) {
        const Result<QByteArray> text = readFile(source.file);
        return text ? checked(*text, source.file) : failure(text.error());
    }
    if (source.standardInput) {
        const Result<QByteArray> text = readStandardInput();
        return text ? checked(*text, u"standard input"_s) : failure(text.error());
    }
    if (environment.isEmpty())
        return std::optional<Secret>();
    return checked(environment, u"ATALAYA_TOKEN"_s);
}
