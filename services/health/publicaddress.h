#pragma once

#include "types/ids.h"
#include "types/machine.h"

#include <QUrl>

#include <optional>

// Where users reach the app (fly-io.md 6.5): https at 443 with tls and http handlers, else http at
// 80, on the host's own name; the path of an HTTP check where there is one. Nothing: no machine
// offers the web to the public.
[[nodiscard]] std::optional<QUrl> publicAddress(
    const AppName &app, const QList<MachineConfig> &machines);
