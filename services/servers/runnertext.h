#pragma once

#include "core/result.h"

#include <QByteArray>

// How any bytes travel in one field of the runner's lines: `\\`, `\n`, `\r` and `\t` for backslash,
// line feed, carriage return and tab, every other byte as it is. NUL cannot travel: neither an
// argument nor a shell variable can hold it.
namespace RunnerText {
inline constexpr qsizetype maximum = 96 * 1024; // bytes of an encoded field

Result<QByteArray> encode(const QByteArray &bytes);
Result<QByteArray> decode(const QByteArray &field);
} // namespace RunnerText
