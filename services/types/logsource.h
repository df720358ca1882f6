#pragma once

#include "types/logline.h"

#include <optional>

QString logSourceName(LogLine::Source source); // "app", "platform", …
std::optional<LogLine::Source> logSourceFromName(QStringView name);
