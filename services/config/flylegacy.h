#pragma once

#include "config/filefindings.h"

#include <QJsonObject>

// Brings the older shapes that fly.toml may have (fly-io.md 6.3) and the units of bare numbers
// (6.1) into the one shape the rest reads: env and processes as tables of texts, services, mounts,
// vm and metrics as lists, checks by name, durations as Go texts. What cannot be read is reported
// and left as it is.
QJsonObject modernised(const QJsonObject &root, FileFindings &findings);
