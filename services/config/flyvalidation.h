#pragma once

#include "config/filefindings.h"

#include <QJsonObject>

// What the platform's own tool refuses or warns of before a deploy (fly-io.md 6.4, 5.1), and what
// it would only find out in the deploy. Errors are what it refuses. `toml` is modernised.
void validateFlyToml(const QJsonObject &toml, FileFindings &findings);
