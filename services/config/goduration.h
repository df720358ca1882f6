#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

// Durations as Go writes and reads them: "1m30s", "500ms", "1.5h" (fly-io.md 6.1).
std::optional<std::chrono::nanoseconds> goDurationFromText(QStringView text);
QString goDurationText(std::chrono::nanoseconds duration); // as Go prints it: "1m30s", "5m0s"
