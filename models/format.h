#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <chrono>

// Numbers, durations and times as a person reads them, by locale ("1 m 32 s", "1 min 32 s").
// The language is the one of QLocale() unless given. Machine text never passes here.
namespace Format {
QString duration(std::chrono::milliseconds duration,
    const QLocale &locale = {}); // "0:48" never; "48 s", "1 m 05 s", "2 h 03 m"
QString axis(
    std::chrono::milliseconds sinceStart, const QLocale &locale = {}); // "0:00", "1:30", "1:02:00"
QString age(const QDateTime &then,
    const QDateTime &now,
    const QLocale &locale = {}); // "4 min ago", translated
QString time(const QDateTime &utc, const QLocale &locale = {}); // local, short
QString dateTime(const QDateTime &utc, const QLocale &locale = {}); // local
QString utc(const QDateTime &utc); // for hover: ISO with Z
QString bytes(qint64 bytes, const QLocale &locale = {});
QString shortId(
    const QString &id); // machine id for narrow places: first 4 characters and an ellipsis
// The same with as many characters as it takes to tell these ids from each other.
QStringList distinctIds(const QStringList &ids);
// A sentence that ends in a shortened id does not get a full stop too.
QString sentence(const QString &text);
QString shortImage(const QString &reference); // "deployment-01J8…" of a reference
} // namespace Format
