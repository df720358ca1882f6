#pragma once

#include "config/configfinding.h"

namespace Words {
// What is said of a line of a compose or env file; empty: it is said of fly.toml.
QString composeFinding(const ConfigFinding &finding);
} // namespace Words
