#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>

// Something that is to go wrong in the simulated world. Durations are the world's.
struct SimFault
{
    QString name;
    QString app; // empty: any
    QString machine; // empty: any
    int count = 1; // how many times; 0: until cleared, or until the duration ends
    std::chrono::milliseconds duration{0}; // 0: no end
    std::chrono::milliseconds delay{0}; // begins that much later
    // What one fault knows more: exitCode, log, owner, ttlSeconds, status, html, factor, path,
    // after (so many requests of its kind are let pass before).
    QJsonObject options;

    bool operator==(const SimFault &) const = default;
};

struct SimFaultInfo
{
    enum Kind
    {
        Counted, // happens once, or `count` times
        UntilCleared,
        OfMachines // acts at once, on machines of an app
    };

    QString name;
    QString description; // English
    Kind kind = Counted;
};

QList<SimFaultInfo> simFaults();
Result<SimFault> simFaultFromJson(const QJsonObject &object);
QJsonObject simFaultToJson(const SimFault &fault);
bool simFaultIsOfMachines(const QString &name);
