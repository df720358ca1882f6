#pragma once

#include "fly/machineconfig.h"

#include <QHash>

// Configs of machines that a strategy makes (fly-io.md 3.2, 5.6).

// One more of its group: it takes traffic and stands in no list of names.
[[nodiscard]] MachineConfig canaryBase(const MachineConfig &config);
[[nodiscard]] Result<MachineConfig> canaryConfig(
    const MachineConfig &base, const QString &image, const ReleaseLabels &labels);
// `successors`: a standby stands by for the machine that replaces the one it stood by for.
[[nodiscard]] Result<MachineConfig> greenConfig(const MachineConfig &base,
    const QString &image,
    const ReleaseLabels &labels,
    const QString &tag,
    const QHash<QString, QString> &successors);
