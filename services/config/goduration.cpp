#include "config/goduration.h"

#include <array>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
using Nanoseconds = std::chrono::nanoseconds;

struct Unit
{
    QLatin1String name;
    double nanoseconds;
};

// Longer names first, so that "ms" is not read as "m".
constexpr std::array units{
    Unit{"ns"_L1, 1},
    Unit{"us"_L1, 1e3},
    Unit{"\xb5s"_L1, 1e3},
    Unit{"ms"_L1, 1e6},
    Unit{"s"_L1, 1e9},
    Unit{"m"_L1, 60e9},
    Unit{"h"_L1, 3600e9},
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
    double total = 0;
    while (!text.isEmpty()) {
        qsizetype length = 0;
        while (length < text.size()
            && ((text[length] >= u'0' && text[length] <= u'9') || text[length] == u'.'))
            ++length;
        bool ok = false;
        const double number = text.left(length).toDouble(&ok);
        text = text.mid(length);
        const Unit *unit = unitAt(text);
        if (!ok || !unit)
            return std::nullopt;
        total += number * unit->nanoseconds;
        text = text.mid(unit->name.size());
    }
    if (total >= 9.2e18)
        return std::nullopt;
    return Nanoseconds(std::llround(negative ? -total : total));
}

QString goDurationText(Nanoseconds duration)
{
    qint64 value = duration.count();
    if (value == 0)
        return u"0s"_s;
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
