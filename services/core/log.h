#pragma once

#include <QString>

#include <spdlog/logger.h>

#include <memory>

// fmt's formatter is compiled once, in log.cpp, not in every file that logs a line.
extern template void fmt::detail::vformat_to<char>(
    fmt::detail::buffer<char> &, fmt::string_view, fmt::format_args, fmt::detail::locale_ref);

// One named logger per area: "http", "fly", "deploy", "store", "ui", "sandbox", "app". Created on
// first use; writes nowhere until logToFile. Every line passes Redact::text. English, key=value,
// no bodies, no values (house-style 8).
namespace Log {
std::shared_ptr<spdlog::logger> area(const char *name);
// Rotating file (5 MiB x 3, 0600) in `folder`; also routes Qt's messages to the area "qt".
// Returns an English error text, or an empty string.
QString toFile(const QString &folder, const QString &fileName);
void toStderr();
void flush();
} // namespace Log
