#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

// Reads one object of the platform's answers: unknown fields are ignored, null counts as absent,
// and the first field that is missing or of the wrong type is kept as a Protocol error with its
// path.
class WireReader
{
public:
    WireReader(const QJsonValue &value, const QString &path, std::optional<Error> &problem);

    [[nodiscard]] QString required(QLatin1String key);
    [[nodiscard]] QString text(QLatin1String key);
    [[nodiscard]] qint64 number(QLatin1String key, qint64 otherwise = 0);
    [[nodiscard]] int integer(QLatin1String key, int otherwise = 0);
    [[nodiscard]] bool flag(QLatin1String key);
    [[nodiscard]] QDateTime time(QLatin1String key); // RFC 3339
    [[nodiscard]] QJsonArray array(QLatin1String key);
    [[nodiscard]] QJsonObject object(QLatin1String key);
    [[nodiscard]] bool has(QLatin1String key) const;
    [[nodiscard]] WireReader below(QLatin1String key);
    [[nodiscard]] QString pathOf(QLatin1String key) const;
    [[nodiscard]] std::optional<Error> &problem() { return m_problem; }

private:
    QJsonValue value(QLatin1String key) const;
    void refuse(QLatin1String key, const QString &what);

    QJsonObject m_object;
    QString m_path;
    std::optional<Error> &m_problem;
};

QDateTime timeFromWire(
    const QString &text); // any number of fraction digits; Go's zero time is invalid
