#pragma once

#include "fly/machineconfig.h"

#include <QJsonObject>

// `metadata` with the keys that make a machine part of the app's release (fly-io.md 3.2).
QJsonObject labelledMetadata(
    QJsonObject metadata, const QString &group, const ReleaseLabels &labels);
