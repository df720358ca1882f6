#include "models/format.h"

#include "types/stackplan.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace {

struct FormatText
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QString twoDigits(qint64 value, const QLocale &locale)
{
    const QString digits = locale.toString(value);
    return value < 10 ? QString(locale.toString(0) + digits) : digits;
}

// Unit symbols differ by language, not by translation: "m" reads as metres in Spanish.
QLatin1StringView minuteSymbol(const QLocale &locale)
{
    return locale.language() == QLocale::Spanish ? QLatin1StringView("min")
                                                 : QLatin1StringView("m");
}

// Lanes of machines that have no id yet: launchLane(), canaryLane().
QString launchName(const QString &lane, const QString &replaced)
{
    const QLatin1StringView canary("+canary:");
    if (lane.startsWith(canary))
        return FormatText::tr("canary of %1").arg(lane.mid(canary.size()));
    // groupLane(): machine ids have no colon.
    if (const qsizetype colon = lane.lastIndexOf(QLatin1Char(':')); colon > 0)
        return FormatText::tr("new %1 %2", "a machine made for a process group, and its number")
            .arg(lane.mid(1, colon - 1), lane.mid(colon + 1));
    return FormatText::tr("new for %1", "a machine made to replace another").arg(replaced);
}

// Lanes of stacks are "server/service"; ids of machines have no slash.
bool isOfStack(const QString &lane)
{
    return lane.contains(QLatin1Char('/'));
}

QString laneName(const QString &lane)
{
    if (isAddressLane(lane))
        return lane.mid(lane.indexOf(QStringLiteral("://")) + 3);
    return lane.endsWith(QLatin1Char('/')) ? lane.chopped(1) : lane;
}

// Where all are of one server, it need not be said.
QStringList distinctLanes(const QStringList &lanes)
{
    QSet<QString> servers;
    for (const QString &lane : lanes) {
        if (!isAddressLane(lane))
            servers.insert(serverOfLane(lane));
    }
    QStringList names;
    for (const QString &lane : lanes) {
        const QString service = serviceOfLane(lane);
        const bool isWhole = servers.size() > 1 || service.isEmpty() || isAddressLane(lane);
        names.append(isWhole ? laneName(lane) : service);
    }
    return names;
}

} // namespace

QString Format::duration(std::chrono::milliseconds duration, const QLocale &locale)
{
    const qint64 ms = std::max<qint64>(0, duration.count());
    if (ms > 0 && ms < 100)
        return QStringLiteral("%1 ms").arg(locale.toString(ms));
    if (ms > 0 && ms < 950)
        return QStringLiteral("%1 s").arg(
            locale.toString(static_cast<double>(ms) / 1000.0, 'f', 1));
    const qint64 seconds = (ms + 500) / 1000;
    if (seconds < 60)
        return QStringLiteral("%1 s").arg(locale.toString(seconds));
    if (seconds < 3600)
        return QStringLiteral("%1 %2 %3 s")
            .arg(locale.toString(seconds / 60),
                minuteSymbol(locale),
                twoDigits(seconds % 60, locale));
    const qint64 minutes = (seconds + 30) / 60;
    return QStringLiteral("%1 h %2 %3")
        .arg(locale.toString(minutes / 60), twoDigits(minutes % 60, locale), minuteSymbol(locale));
}

QString Format::axis(std::chrono::milliseconds sinceStart, const QLocale &locale)
{
    const qint64 ms = std::abs(sinceStart.count());
    const qint64 seconds = ms / 1000;
    QString text = seconds < 3600 ? QStringLiteral("%1:%2").arg(
                       locale.toString(seconds / 60), twoDigits(seconds % 60, locale))
                                  : QStringLiteral("%1:%2:%3")
                                        .arg(locale.toString(seconds / 3600),
                                            twoDigits(seconds / 60 % 60, locale),
                                            twoDigits(seconds % 60, locale));
    if (const qint64 rest = ms % 1000; rest != 0) {
        const bool tenths = rest % 100 == 0;
        text += locale.decimalPoint();
        text += QStringLiteral("%1").arg(
            tenths ? rest / 100 : rest, tenths ? 1 : 3, 10, QLatin1Char('0'));
    }
    return sinceStart.count() < 0 ? QString(locale.negativeSign() + text) : text;
}

QString Format::age(const QDateTime &then, const QDateTime &now, const QLocale &locale)
{
    if (!then.isValid())
        return FormatText::tr("never");
    const qint64 seconds = std::max<qint64>(0, then.secsTo(now));
    if (seconds < 5)
        return FormatText::tr("just now");
    if (seconds < 60)
        return FormatText::tr("%1 s ago").arg(locale.toString(seconds));
    if (seconds < 3600)
        return FormatText::tr("%1 min ago").arg(locale.toString(seconds / 60));
    if (seconds < 86'400)
        return FormatText::tr("%1 h ago").arg(locale.toString(seconds / 3600));
    return FormatText::tr("%Ln day(s) ago", nullptr, static_cast<int>(seconds / 86'400));
}

QString Format::time(const QDateTime &utc, const QLocale &locale)
{
    return utc.isValid() ? locale.toString(utc.toLocalTime().time(), u"HH:mm:ss") : QString();
}

QString Format::dateTime(const QDateTime &utc, const QLocale &locale)
{
    return utc.isValid() ? locale.toString(utc.toLocalTime(), u"d MMM yyyy HH:mm") : QString();
}

QString Format::utc(const QDateTime &utc)
{
    return utc.isValid() ? utc.toUTC().toString(Qt::ISODate) : QString();
}

QString Format::bytes(qint64 bytes, const QLocale &locale)
{
    return locale.formattedDataSize(bytes, bytes < 10'000'000 ? 1 : 0, QLocale::DataSizeSIFormat);
}

QString Format::shortId(const QString &id)
{
    if (isOfStack(id))
        return laneName(id);
    if (id.startsWith(QLatin1Char('+')))
        return launchName(id, shortId(id.mid(1)));
    return id.size() <= 6 ? id : QString(id.left(4) + QChar(0x2026));
}

QStringList Format::distinctIds(const QStringList &ids)
{
    if (std::ranges::any_of(ids, isOfStack))
        return distinctLanes(ids);
    QStringList sorted;
    for (const QString &id : ids)
        sorted.append(id.startsWith(QLatin1Char('+')) ? id.mid(1) : id);
    sorted.sort();
    const auto common = [](const QString &a, const QString &b) {
        const auto length = std::min(a.size(), b.size());
        qsizetype same = 0;
        while (same < length && a.at(same) == b.at(same))
            ++same;
        return same;
    };
    QHash<QString, qsizetype> needed;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        qsizetype length = 4;
        if (i > 0 && sorted.at(i - 1) != sorted.at(i))
            length = std::max(length, common(sorted.at(i - 1), sorted.at(i)) + 1);
        if (i + 1 < sorted.size() && sorted.at(i + 1) != sorted.at(i))
            length = std::max(length, common(sorted.at(i), sorted.at(i + 1)) + 1);
        needed.insert(sorted.at(i), length);
    }
    QStringList result;
    result.reserve(ids.size());
    for (const QString &lane : ids) {
        const bool isNew = lane.startsWith(QLatin1Char('+'));
        const QString id = isNew ? lane.mid(1) : lane;
        const qsizetype length = needed.value(id, 4);
        const QString name =
            id.size() <= length + 2 ? id : QString(id.left(length) + QChar(0x2026));
        result.append(isNew ? launchName(lane, name) : name);
    }
    return result;
}

QString Format::sentence(const QString &text)
{
    return text.endsWith(QStringLiteral("\u2026.")) ? text.chopped(1) : text;
}

QString Format::shortImage(const QString &reference)
{
    if (const qsizetype at = reference.indexOf(QLatin1StringView("@sha256:")); at >= 0)
        return QString(reference.mid(at + 1, 15) + QChar(0x2026));
    const qsizetype slash = reference.lastIndexOf(QLatin1Char('/'));
    const qsizetype colon = reference.lastIndexOf(QLatin1Char(':'));
    if (colon <= slash)
        return reference.mid(slash + 1);
    const QString tag = reference.mid(colon + 1);
    constexpr auto prefix = QLatin1StringView("deployment-");
    if (tag.startsWith(prefix) && tag.size() > prefix.size() + 6)
        return QString(tag.left(prefix.size() + 4) + QChar(0x2026));
    // A plain tag ("16", "latest") says nothing without its repository.
    return reference.mid(slash + 1);
}
