#pragma once

#include "config/configfinding.h"
#include "types/configchange.h"

namespace Words {
QString configFinding(const ConfigFinding &finding); // what is said of a line of a file
QString configSeverity(ConfigFinding::Severity severity);
QString configChange(const ConfigChange &change); // "300 becomes 500"; never a masked value
} // namespace Words
