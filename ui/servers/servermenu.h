#pragma once

#include "models/servercommands.h"
#include "types/fleetserver.h"

class QMenu;

// Entries of menus that put the commands of a server, stack or service on the clipboard.
namespace ServerMenu {
// `service`: empty for the stack or server itself.
void addCopies(
    QMenu &menu, const FleetServer &server, const QString &stack, const QString &service = {});
// What is copied first of a place: the way there, or how its stack is.
ServerAction usualAction(const FleetServer &server, const QString &stack);
} // namespace ServerMenu
