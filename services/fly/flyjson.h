#pragma once

#include "core/result.h"
#include "fly/flyclient.h"
#include "types/app.h"
#include "types/machine.h"

#include <QJsonObject>
#include <QJsonValue>

// The platform's JSON as values; problems are Protocol errors naming the field's path.
Result<App> appFromJson(const QJsonValue &json, const QString &path);
Result<Machine> machineFromJson(const QJsonValue &json, const QString &path);
Result<Lease> leaseFromJson(const QJsonValue &json, const MachineId &machine); // both reply shapes
Result<Release> releaseFromJson(const QJsonValue &json, const QString &path); // uiex and GraphQL
Result<SecretDigest> secretFromJson(const QJsonValue &json, const QString &path);
Result<LogPage> logPageFromJson(const QJsonValue &json);

// Every entry of a list, with "path[i]" in errors.
template <typename T, typename Read>
Result<QList<T>> listFromJson(const QJsonValue &json, const QString &path, Read read)
{
    if (!json.isArray())
        return failure(Error::Kind::Protocol, QStringLiteral("%1: not a list").arg(path));
    QList<T> values;
    const QJsonArray array = json.toArray();
    values.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        const Result<T> value = read(array.at(i), QStringLiteral("%1[%2]").arg(path).arg(i));
        if (!value)
            return failure(value.error());
        values.append(*value);
    }
    return values;
}
