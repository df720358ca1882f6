#pragma once

#include <QJsonObject>
#include <QString>

#include <functional>

// Brings the older shapes that fly.toml may have (fly-io.md 6.3) and the units of bare numbers
// (6.1) into the one shape the rest reads: env and processes as tables of texts, services, mounts,
// vm and metrics as lists, checks by name, durations as Go texts. `refuse` hears of what cannot be
// read: the key's path and what is wrong.
using RefuseKey = std::function<void(const QString &path, const QString &what)>;
QJsonObject modernised(const QJsonObject &root, const RefuseKey &refuse);
