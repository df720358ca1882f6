#pragma once

#include "config/flytoml.h"

// Reads what a fly.toml takes from the computer, relative to its folder: `local_path` of [[files]],
// the file of `machine_config` and what its containers take. Says what is wrong with them: missing,
// too large, broken, or outside of the folder, which a project that somebody else wrote must not
// reach into.
[[nodiscard]] QList<ConfigFinding> localFileFindings(FlyToml &toml, const QString &configPath);
// The same, refused at the first error: InvalidInput.
[[nodiscard]] Result<void> readLocalFiles(FlyToml &toml, const QString &configPath);
