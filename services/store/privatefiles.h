#pragma once

#include "core/result.h"

#include <QString>

// Folders 0700 and files 0600: a journal tells much about the systems it is of.
namespace PrivateFiles {
[[nodiscard]] Result<void> makeFolder(const QString &path);
[[nodiscard]] Result<void> makeFile(
    const QString &path); // empty; one that is there is left as it is
} // namespace PrivateFiles
