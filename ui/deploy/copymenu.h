#pragma once

#include "models/platformcommands.h"

class QMenu;

// Entries of menus that put the command of another tool on the clipboard. One that a tool does not
// have is greyed and says why.
namespace CopyMenu {
enum class Tool
{
    Flyctl,
    Curl
};
void add(QMenu &menu, const PlatformAction &action); // both tools
// What was copied; empty: that tool cannot do it. The remark belongs beside it.
QString copy(const PlatformAction &action, Tool tool);
QString told(const PlatformAction &action, Tool tool); // a sentence for after it
} // namespace CopyMenu
