#pragma once

#include "config/filefindings.h"

#include <QJsonObject>

// Holds a modernised fly.toml against the keys that there are (fly-io.md 6.2): what is of the wrong
// kind is an error, what the platform's own tool ignores without a word is a warning.
void checkKeys(const QJsonObject &toml, FileFindings &findings);
