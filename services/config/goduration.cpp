#include "config/goduration.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
using Nanoseconds = std::chrono::nanoseconds;

constexpr quint64 mostNanoseconds = quint64(1) << 63; // and only with a minus

struct Unit
{
    QLatin1String name;
    quint64 nanoseconds;
};

// Longer names first, so that "ms" is not read as "m".
constexpr std::array units{
    Unit{"ns"_L1, 1},
    Unit{"us"_L1, 1'000},
    Unit{"\xb5s"_L1, 1'000},
    Unit{"ms"_L1, 1'000'000},
    Unit{"s"_L1, 1'000'000'000},
    Unit{"m"_L1, 60'000'000'000},
    Unit{"h"_L1, 3'600'000'000'000},
};

const Unit *unitAt(QStringView text)
{
    if (text.startsWith(u"\u03bcs")) // the Greek letter looks like the sign
        return unitAt(u"\u00b5s");
    for (const Unit &unit : units) {
        if (text.startsWith(unit.name))
            return &unit;
    }
    return nullptr;
}

// Digits of the text up to the first that is none. What is too much for a number is left out.
struct Digits
{
    quint64 number = 0;
    double scale = 1; // of a fraction
    qsizetype length = 0;
    bool tooMany = false;
};

Digits digitsOf(QStringView text)
{
    Digits digits;
    for (; digits.length < text.size(); ++digits.length) {
        const QChar c = text[digits.length];
        if (c < u'0' || c > u'9')
            break;
        const quint64 next = digits.number * 10 + static_cast<quint64>(c.unicode() - u'0');
        digits.tooMany =
            digits.tooMany || digits.number > mostNanoseconds / 10 || next > mostNanoseconds;
        if (digits.tooMany)
            continue;
        digits.number = next;
        digits.scale *= 10;
    }
    return digits;
}

// A number with its unit, and the text behind it.
std::optional<quint64> takeSpan(QStringView &text)
{
    const Digits whole = digitsOf(text);
    text = text.mid(whole.length);
    Digits part;
    if (text.startsWith(u'.')) {
        part = digitsOf(text.mid(1));
        text = text.mid(1 + part.length);
    }
    const Unit *unit = unitAt(text);
    if (!unit || whole.length + part.length == 0 || whole.tooMany
        || whole.number > mostNanoseconds / unit->nanoseconds)
        return std::nullopt;
    text = text.mid(unit->name.size());
    const auto rest = static_cast<quint64>(
        static_cast<double>(part.number) * (static_cast<double>(unit->nanoseconds) / part.scale));
    return whole.number * unit->nanoseconds + rest;
}

QString fraction(qint64 value, qint64 unit, QLatin1String name)
{
    QString text = QString::number(value / unit);
    if (const qint64 rest = value % unit; rest != 0) {
        QString digits = QString::number(unit + rest).mid(1);
        while (digits.endsWith(u'0'))
            digits.chop(1);
        text += QString(u'.' + digits);
    }
    return text + name;
}
} // namespace

std::optional<Nanoseconds> goDurationFromText(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.mid(1);
    if (text == "0"_L1)
        return Nanoseconds(0);
    if (text.isEmpty())
        return std::nullopt;
    quint64 total = 0;
    while (!text.isEmpty()) {
        const std::optional<quint64> span = takeSpan(text);
        if (!span || *span > mostNanoseconds || total > mostNanoseconds - *span)
            return std::nullopt;
        total += *span;
    }
    if (total == mostNanoseconds)
        return negative ? std::optional(Nanoseconds::min()) : std::nullopt;
    const auto count = static_cast<qint64>(total);
    return Nanoseconds(negative ? -count : count);
}

QString goDurationText(Nanoseconds duration)
{
    qint64 value = duration.count();
    if (value == 0)
        return u"0s"_s;
    if (duration == Nanoseconds::min()) // has no counterpart above zero
        return u"-2562047h47m16.854775808s"_s;
    if (value < 0)
        return QString(u'-' + goDurationText(-duration));
    if (value < 1'000)
        return fraction(value, 1, "ns"_L1);
    if (value < 1'000'000)
        return fraction(value, 1'000, "\xb5s"_L1);
    if (value < 1'000'000'000)
        return fraction(value, 1'000'000, "ms"_L1);
    const qint64 minutes = value / 60'000'000'000;
    value %= 60'000'000'000;
    QString text;
    if (minutes >= 60)
        text = QString(QString::number(minutes / 60) + u'h');
    if (minutes > 0)
        text += QString(QString::number(minutes % 60) + u'm');
    return text + fraction(value, 1'000'000'000, "s"_L1);
}
