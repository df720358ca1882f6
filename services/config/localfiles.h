#pragma once

#include "config/flytoml.h"

// Reads what [[files]] takes from the computer (`local_path`), relative to the folder of the
// fly.toml. InvalidInput: a file that is missing, too large, or outside of the folder, which a
// project that somebody else wrote must not reach into.
[[nodiscard]] Result<void> readLocalFiles(FlyToml &toml, const QString &configPath);
