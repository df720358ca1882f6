#include "servers/runnertext.h"

using namespace Qt::StringLiterals;

namespace {

char letterOfRunnerEscape(char byte)
{
    switch (byte) {
    case '\\':
        return '\\';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return '\0';
    }
}

char byteOfRunnerEscape(char letter)
{
    switch (letter) {
    case '\\':
        return '\\';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return '\0';
    }
}

} // namespace

Result<QByteArray> RunnerText::encode(const QByteArray &bytes)
{
    if (bytes.contains('\0'))
        return failure(Error::Kind::InvalidInput, u"a NUL byte cannot be handed to a program"_s);
    QByteArray field;
    field.reserve(bytes.size());
    for (const char byte : bytes) {
        const char letter = letterOfRunnerEscape(byte);
        if (letter != '\0')
            field.append('\\').append(letter);
        else
            field.append(byte);
    }
    if (field.size() > maximum)
        return failure(
            Error::Kind::InvalidInput, u"a field of %1 bytes is too long"_s.arg(field.size()));
    return field;
}

Result<QByteArray> RunnerText::decode(const QByteArray &field)
{
    QByteArray bytes;
    bytes.reserve(field.size());
    for (qsizetype i = 0; i < field.size(); ++i) {
        if (field.at(i) != '\\') {
            bytes.append(field.at(i));
            continue;
        }
        const char byte = ++i < field.size() ? byteOfRunnerEscape(field.at(i)) : '\0';
        if (byte == '\0')
            return failure(Error::Kind::Protocol, u"an unknown escape in a field of the runner"_s);
        bytes.append(byte);
    }
    return bytes;
}
