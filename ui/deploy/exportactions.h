#pragma once

class ActionRegistry;
class ExportFlow;

// The palette's entries for what carries a deployment out of the window, or one in.
namespace ExportActions {
void add(ActionRegistry &actions, ExportFlow &flow);
}
