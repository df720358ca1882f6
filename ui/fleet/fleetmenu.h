#pragma once

class QPoint;
class QTreeView;

// What can be copied of the row at a place of the fleet's tree, for other tools.
namespace FleetMenu {
void open(QTreeView *tree, const QPoint &position);
}
