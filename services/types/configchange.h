#pragma once

#include "types/ids.h"

#include <QList>
#include <QString>

// One difference between two machine configs. Values of the environment and contents of files are
// never told: their names, and that they change, are.
struct ConfigChange
{
    enum class Kind
    {
        Added,
        Removed,
        Changed
    };

    QString path; // "services[8080].ports[443].handlers"; entries of lists by what names them
    Kind kind = Kind::Changed;
    QString before; // compact JSON, texts without quotes; empty when masked or not there
    QString after;
    bool masked = false;
    bool operator==(const ConfigChange &) const = default;
};

// Machines for which the same changes are made; the changes in the order of their paths.
struct ConfigChangeSet
{
    QString group; // process group
    QList<MachineId> machines;
    QList<ConfigChange> changes; // empty: what runs is what the file says
    bool operator==(const ConfigChangeSet &) const = default;
};
