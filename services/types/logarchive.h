#pragma once

#include "types/jsonarchive.h"
#include "types/logline.h"

void describe(JsonWriter &archive, const LogLine &line);
void describe(JsonReader &archive, LogLine &line);
