#pragma once

#include "types/fleetserver.h"
#include "types/ids.h"

class Settings;
struct AtalayaToml;

// Which stack of a server belongs to which linked folder: its atalaya.toml is about the project as
// docker compose calls it there.
namespace StackLinks {
struct Link
{
    AppName target; // stackTarget(name)
    QString tomlPath;
    bool production = true; // as it says
};
[[nodiscard]] bool isProjectOf(const AtalayaToml &toml, const QString &stackKey);
[[nodiscard]] std::optional<Link> of(const Settings &settings, const QString &stackKey);
} // namespace StackLinks
