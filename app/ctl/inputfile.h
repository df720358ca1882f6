#pragma once

#include "core/result.h"

// A file the user named, whole; "-" is the standard input. One that cannot be read, or is longer
// than `largest` bytes, is an error that names it.
[[nodiscard]] Result<QByteArray> readInputFile(const QString &path, qsizetype largest);
