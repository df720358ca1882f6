#pragma once

#include "config/composetree.h"
#include "config/configfinding.h"

#include <functional>

// Holds one compose file against the keys that there are: what docker compose does not know, it
// refuses.
using ComposeTell = std::function<void(
    ConfigCode code, const QString &path, const ComposePlace &place, const QStringList &arguments)>;
void checkComposeKeys(const ComposeNode &root, const ComposeTell &tell);
