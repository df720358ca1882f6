#include "config/tomlscanner.h"

#include <QDate>
#include <QTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Digits with single underscores between them, which are taken out.
std::optional<QByteArray> digitsOf(QByteArrayView text, int base)
{
    QByteArray digits;
    char before = '_';
    for (const char c : text) {
        if (c == '_') {
            if (before == '_')
                return std::nullopt;
        } else {
            const int value = isDigit(c) ? c - '0'
                : c >= 'a' && c <= 'f'   ? c - 'a' + 10
                : c >= 'A' && c <= 'F'   ? c - 'A' + 10
                                         : base;
            if (value >= base)
                return std::nullopt;
            digits += c;
        }
        before = c;
    }
    if (before == '_')
        return std::nullopt;
    return digits;
}

bool hasLeadingZero(const QByteArray &digits)
{
    return digits.size() > 1 && digits[0] == '0';
}

std::optional<QJsonValue> integer(QByteArrayView token, bool isNegative, bool isSigned)
{
    int base = 10;
    if (!isSigned && token.size() > 2 && token[0] == '0')
        base = token[1] == 'x' ? 16 : token[1] == 'o' ? 8 : token[1] == 'b' ? 2 : 10;
    const std::optional<QByteArray> digits = digitsOf(base == 10 ? token : token.sliced(2), base);
    if (!digits || (base == 10 && hasLeadingZero(*digits)))
        return std::nullopt;
    bool ok = false;
    const qint64 value = (isNegative ? QByteArray("-" + *digits) : *digits).toLongLong(&ok, base);
    return ok ? std::optional<QJsonValue>(value) : std::nullopt;
}

std::optional<QJsonValue> fractional(QByteArrayView token, bool isNegative)
{
    const qsizetype e = std::max(token.indexOf('e'), token.indexOf('E'));
    QByteArrayView mantissa = e < 0 ? token : token.first(e);
    QByteArray text = isNegative ? "-" : "";
    const qsizetype point = mantissa.indexOf('.');
    const auto whole = digitsOf(point < 0 ? mantissa : mantissa.first(point), 10);
    if (!whole || hasLeadingZero(*whole))
        return std::nullopt;
    text += *whole;
    if (point >= 0) {
        const auto part = digitsOf(mantissa.sliced(point + 1), 10);
        if (!part)
            return std::nullopt;
        text += '.' + *part;
    }
    if (e >= 0) {
        QByteArrayView exponent = token.sliced(e + 1);
        text += 'e';
        if (!exponent.isEmpty() && (exponent[0] == '+' || exponent[0] == '-')) {
            text += exponent[0];
            exponent = exponent.sliced(1);
        }
        const auto digits = digitsOf(exponent, 10);
        if (!digits)
            return std::nullopt;
        text += *digits;
    }
    const double value = text.toDouble();
    // JSON has no infinity: kept as the text that TOML writes.
    if (std::isinf(value))
        return QJsonValue(value < 0 ? u"-inf"_s : u"inf"_s);
    return QJsonValue(value);
}

// Takes `count` digits off the front.
std::optional<int> takeDigits(QByteArrayView &text, int count)
{
    if (text.size() < count || !std::all_of(text.begin(), text.begin() + count, isDigit))
        return std::nullopt;
    const int value = text.first(count).toByteArray().toInt();
    text = text.sliced(count);
    return value;
}

bool take(QByteArrayView &text, char c)
{
    if (text.isEmpty() || text[0] != c)
        return false;
    text = text.sliced(1);
    return true;
}

bool takeDate(QByteArrayView &text)
{
    const auto year = takeDigits(text, 4);
    if (!year || !take(text, '-'))
        return false;
    const auto month = takeDigits(text, 2);
    if (!month || !take(text, '-'))
        return false;
    const auto day = takeDigits(text, 2);
    // The year 0 is none to Qt, but has the days of the year 2000.
    return day && QDate::isValid(*year == 0 ? 2000 : *year, *month, *day);
}

bool takeTime(QByteArrayView &text)
{
    const auto hour = takeDigits(text, 2);
    if (!hour || !take(text, ':'))
        return false;
    const auto minute = takeDigits(text, 2);
    if (!minute || !take(text, ':'))
        return false;
    const auto second = takeDigits(text, 2);
    if (!second || *hour > 23 || *minute > 59 || *second > 59)
        return false;
    if (!take(text, '.'))
        return true;
    const QByteArrayView begin = text;
    while (!text.isEmpty() && isDigit(text[0]))
        text = text.sliced(1);
    return text.size() < begin.size();
}

bool takeOffset(QByteArrayView &text)
{
    if (take(text, 'Z') || take(text, 'z'))
        return true;
    if (!take(text, '+') && !take(text, '-'))
        return false;
    const auto hour = takeDigits(text, 2);
    if (!hour || !take(text, ':'))
        return false;
    const auto minute = takeDigits(text, 2);
    return minute && *hour <= 23 && *minute <= 59;
}
} // namespace

std::optional<QJsonValue> tomlNumber(QByteArrayView token)
{
    const bool isSigned = token.startsWith('+') || token.startsWith('-');
    const bool isNegative = token.startsWith('-');
    const QByteArrayView plain = isSigned ? token.sliced(1) : token;
    if (plain == "inf")
        return QJsonValue(isNegative ? u"-inf"_s : u"inf"_s);
    if (plain == "nan")
        return QJsonValue(u"nan"_s);
    if (plain.isEmpty())
        return std::nullopt;
    if (const auto whole = integer(plain, isNegative, isSigned))
        return whole;
    const bool isFraction = plain.contains('.') || plain.contains('e') || plain.contains('E');
    return isFraction && isDigit(plain[0]) ? fractional(plain, isNegative) : std::nullopt;
}

std::optional<QString> tomlDate(QByteArrayView token)
{
    QByteArrayView rest = token;
    if (token.size() > 2 && token[2] == ':') {
        if (!takeTime(rest) || !rest.isEmpty())
            return std::nullopt;
        return QString::fromLatin1(token);
    }
    if (!takeDate(rest))
        return std::nullopt;
    QString text = QString::fromLatin1(token);
    if (rest.isEmpty())
        return text;
    if (!take(rest, 'T') && !take(rest, 't') && !take(rest, ' '))
        return std::nullopt;
    if (!takeTime(rest) || (!rest.isEmpty() && !takeOffset(rest)) || !rest.isEmpty())
        return std::nullopt;
    text[10] = u'T';
    if (text.endsWith(u'z'))
        text.back() = u'Z';
    return text;
}

qsizetype firstBadUtf8(QByteArrayView text)
{
    const auto byte = [&](qsizetype at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
    };
    for (qsizetype at = 0; at < text.size();) {
        const unsigned first = byte(at);
        const int more = first < 0x80       ? 0
            : first >= 0xc2 && first < 0xe0 ? 1
            : first >= 0xe0 && first < 0xf0 ? 2
            : first >= 0xf0 && first < 0xf5 ? 3
                                            : -1;
        if (more < 0)
            return at;
        for (int i = 1; i <= more; ++i) {
            if ((byte(at + i) & 0xc0) != 0x80)
                return at;
        }
        const unsigned second = byte(at + 1);
        // Too long a form, half of a pair, or beyond the last character.
        if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second >= 0xa0)
            || (first == 0xf0 && second < 0x90) || (first == 0xf4 && second >= 0x90))
            return at;
        at += more + 1;
    }
    return -1;
}
