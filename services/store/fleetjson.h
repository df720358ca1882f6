#pragma once

#include "core/result.h"
#include "types/fleetsnapshot.h"

#include <QByteArray>

// An app as it is kept for the next start: what the fleet shows of it. Never nonces, environments,
// definitions or outputs of checks; what looks like a secret in the rest is redacted.
QByteArray fleetAppToJson(const FleetApp &app);
Result<FleetApp> fleetAppFromJson(const QByteArray &json);
