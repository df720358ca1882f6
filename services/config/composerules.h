#pragma once

#include "config/composefile.h"

constexpr qsizetype mostComposeFindings = 500;

// What docker compose refuses of a project that it could read: names that nothing stands for, ports
// that are none, circles. A file that is only laid over another is told of as a warning.
void checkComposeRules(ComposeProject &project);
