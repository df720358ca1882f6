#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

// What Atalaya's own programs asked of a sandbox in a process of its own beyond the contract, from
// the answer of its control API. Ends the test when there is anything.
inline void requireFaithfulClient(const QJsonObject &answer)
{
    QStringList own;
    for (const QJsonValue &value : answer.value(QLatin1StringView("violations")).toArray()) {
        const QJsonObject violation = value.toObject();
        if (violation.value(QLatin1StringView("client"))
                .toString()
                .startsWith(QLatin1StringView("atalaya")))
            own.append(violation.value(QLatin1StringView("what")).toString());
    }
    if (!own.isEmpty())
        qFatal("not in the contract: %s", qPrintable(own.join(QLatin1Char('\n'))));
}
