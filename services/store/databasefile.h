#pragma once

#include "core/result.h"

#include <QString>

#include <chrono>
#include <memory>

class Connection;

// The file itself: what is ours, what is sound, and which format it has.
namespace DatabaseFile {
constexpr quint32 applicationId = 0x4174616c; // "Atal"
constexpr int formatVersion = 2; // the newest migration

// Looks without writing. A missing or empty file is fine; one that is damaged, not ours, or of a
// newer format is refused, and left as it is.
[[nodiscard]] Result<void> check(const QString &path, std::chrono::milliseconds busyTimeout);

// Brings the file to `formatVersion`, and the connection to how it is used.
[[nodiscard]] Result<void> migrate(Connection &connection);
// `maximumBytes`: 0 for no limit but the disk's.
[[nodiscard]] Result<void> prepare(Connection &connection, qint64 maximumBytes);
// All of it for a file that was checked. One that cannot be written is told at once.
[[nodiscard]] Result<std::unique_ptr<Connection>> openForWriting(
    const QString &path, std::chrono::milliseconds busyTimeout, qint64 maximumBytes);
} // namespace DatabaseFile
