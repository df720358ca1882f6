#pragma once

#include "core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

// [http_service], [[services]] and [checks] of a (modernised) fly.toml as the machine config has
// them (fly-io.md 3.1, 6.2, 6.5).
bool appliesTo(const QJsonObject &entry, const QString &group, const QString &defaultGroup);
QJsonArray servicesFor(const QJsonObject &toml, const QString &group, const QString &defaultGroup);
Result<QJsonObject> checksFor(
    const QJsonObject &toml, const QString &group, const QString &defaultGroup);
