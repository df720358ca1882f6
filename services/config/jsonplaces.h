#pragma once

#include "config/tomldocument.h"

// The places of the values of a JSON text that was read as `root` without an error, as if it were
// TOML. A large file keeps the places of its first values only.
TomlDocument placesOfJson(const QByteArray &text, const QJsonObject &root);
