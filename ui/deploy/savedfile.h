#pragma once

#include "core/result.h"

class QImage;

// Files the user asked for, whole or not at all; an error names the file. Any thread: encoding and
// the disk take longer than a frame.
[[nodiscard]] Result<void> saveBytes(const QString &path, const QByteArray &bytes);
[[nodiscard]] Result<void> savePng(const QString &path, const QImage &image);
