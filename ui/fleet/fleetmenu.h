#pragma once

#include "types/fleetserver.h"

#include <functional>

class QMenu;
class QPoint;
class QTreeView;

// What can be copied of the row at a place of the fleet's tree, for other tools.
namespace FleetMenu {
// Adds what belongs to a server, stack or service.
using ServerEntries =
    std::function<void(QMenu &menu, const ServerPlace &place, const QString &service)>;
void open(QTreeView *tree, const QPoint &position, const ServerEntries &serverEntries);
} // namespace FleetMenu
