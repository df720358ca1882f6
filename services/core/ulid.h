#pragma once

#include <QDateTime>
#include <QString>

// A new ULID (26 characters of Crockford's base 32): sorts by time, unique across processes.
QString newUlid(const QDateTime &utc = QDateTime::currentDateTimeUtc());
