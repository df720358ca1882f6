#pragma once

#include "config/flytoml.h"
#include "fly/machineconfig.h"

#include <QJsonDocument>
#include <QJsonObject>

// Pieces of files and configs as the tests of machine configs write them down.
namespace ConfigPieces {
inline const QByteArray key = "store-key";
inline const ReleaseLabels labels{
    QStringLiteral("gJ9x"), 43, QStringLiteral("atalaya/0.1.0"), QStringLiteral("01K2INTENT")};

// Without what a whole file needs.
inline FlyToml toml(const QByteArray &text)
{
    return readFlyToml(text);
}

inline MachineConfig config(const QByteArray &json)
{
    const Result<MachineConfig> read = machineConfigFromJson(json);
    if (!read)
        qFatal("%s", qPrintable(read.error().detail));
    return *read;
}

inline QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}
} // namespace ConfigPieces
