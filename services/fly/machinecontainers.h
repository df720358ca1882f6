#pragma once

#include "config/flytoml.h"
#include "core/result.h"

#include <QJsonObject>

// The raw machine config of a fly.toml laid over a machine's (fly-io.md 6.2), as flyctl lays it:
// what it says fills what is there, entries of lists in their order. The built image goes to one
// container. InvalidInput: the file it is in, or one that it takes, is not known.
[[nodiscard]] Result<void> layMachineSource(
    const FlyToml &toml, const QString &image, QJsonObject &config);
// Containers that run the machine's image run another from now on.
void replaceContainerImages(QJsonObject &config, const QString &image);
// Without the image where it is the machine's: it is no setting of its own.
QJsonObject withoutBuiltImages(QJsonObject config);
