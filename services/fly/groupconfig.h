#pragma once

#include "config/flytoml.h"
#include "core/result.h"
#include "types/machine.h"

#include <optional>

// Configs of machines that a deploy makes outside of a strategy (fly-io.md 5.5, 5.6 step 3). Pure.
struct MountPoint
{
    QString volume; // id; empty: not chosen yet
    QString name;
    QString path;
    bool operator==(const MountPoint &) const = default;
};

// What a machine has mounted, and what fly.toml wants its process group to mount; nothing: nothing.
std::optional<MountPoint> mountOf(const MachineConfig &config);
std::optional<MountPoint> mountFor(const FlyToml &toml, const QString &group);
bool hasServicesFor(const FlyToml &toml, const QString &group);

// Of the first machines of a process group.
Result<MachineConfig> firstConfig(const FlyToml &toml,
    const QString &group,
    const QString &image,
    const std::optional<MountPoint> &mount);
// Of the machine that takes the place of one with `old`.
Result<MachineConfig> replacementConfig(const FlyToml &toml,
    const MachineConfig &old,
    const QString &image,
    const std::optional<MountPoint> &mount);
// The same config for a machine that is started when `primary` fails.
Result<MachineConfig> standbyConfig(const MachineConfig &config, const MachineId &primary);
