#pragma once

#include "fly/flycall.h"

// Requests below /v1/apps/<app> and its machines, counted on the app and on the machine.
FlyRequest appRequest(const AppName &app, const QString &rest, const QString &action);
FlyRequest machineRequest(
    const AppName &app, const MachineId &id, const QString &rest, const QString &action);
