#pragma once

#include "types/ids.h"

#include <QString>

struct Volume // fly-io.md 2.5
{
    QString id;
    QString name;
    QString region;
    QString state;
    QString hostStatus;
    MachineId attachedTo; // empty: free
    bool operator==(const Volume &) const = default;

    [[nodiscard]] bool isFree() const
    {
        return attachedTo.isEmpty() && state == QLatin1String("created")
            && hostStatus == QLatin1String("ok");
    }
};
