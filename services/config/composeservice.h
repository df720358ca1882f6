#pragma once

#include "config/composefile.h"

// The values of one service of a normalised tree.
ComposeService composeService(const ComposeEntry &entry);
