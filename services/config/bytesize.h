#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

// Sizes as fly.toml has them (fly-io.md 6.2, 6.5): "1gb", "512 MB", or a bare number of the key's
// own unit. Nothing for what is no size.
std::optional<int> megabytesOf(const QJsonValue &memory); // memory: 1 GB is 1024 MB
std::optional<int> gigabytesOf(const QJsonValue &size); // volumes: 1 GB is 10^9 bytes, cut off

bool isMachineSize(const QString &name); // "shared-cpu-1x" and its like, fly-io.md 3.1
