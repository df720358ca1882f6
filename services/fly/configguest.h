#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QString>

// Machine sizes: [[vm]] of fly.toml to the guest of a machine config (fly-io.md 3.1, 6.2, 6.5).
Result<QJsonObject> guestFromVm(const QJsonObject &vm, const QString &hostDedicationId);
QJsonObject guestOfPreset(const QString &size); // empty for an unknown one
QString guestText(const QJsonObject &guest); // "shared-cpu-1x 512 MB"
Result<int> gigabytes(const QJsonValue &size, const QString &path); // "10gb", or a number of GB
