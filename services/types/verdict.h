#pragma once

#include "types/ids.h"

#include <QDateTime>
#include <QList>
#include <QString>

// What the run itself believes at its end.
enum class Reported
{
    Succeeded,
    Failed,
    Cancelled,
    Interrupted,
    RolledBack
};
// What an independent look found.
enum class Reality
{
    AllNew,
    AllOld,
    Mixed,
    WrongCount,
    Unhealthy,
    Unknown
};

struct Verdict
{
    int rules = 1; // version of the rules that made it
    Reported reported = Reported::Failed;
    Reality reality = Reality::Unknown;
    int expectedMachines = 0;
    int foundMachines = 0;
    int oldVersion = 0; // release versions, for the sentence
    int newVersion = 0;
    QList<MachineId> newMachines; // on the new image and config
    QList<MachineId> oldMachines;
    QList<MachineId> otherMachines; // on neither
    QList<MachineId> missingMachines;
    QList<MachineId> unhealthyMachines;
    QString
        unknownBecause; // Error kind word when reality is Unknown, e.g. "offline", "journal-lost"
    QDateTime lookedAt;
    [[nodiscard]] bool contradicts() const; // what was reported is not what is
    bool operator==(const Verdict &) const = default;
};
