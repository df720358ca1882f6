#pragma once

#include "types/deploymentstate.h"

#include <QByteArray>

// The steps of a deployment and the segments of their bars as a table for other programs: RFC 4180
// with a header, times in ISO 8601 UTC, durations in seconds, words that no language changes. Texts
// cannot become formulas, and secrets are redacted.
QByteArray spanCsv(const DeploymentState &state);
