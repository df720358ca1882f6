#pragma once

class ActionRegistry;
class ActivityStrip;
class Appearance;
class FleetPanel;
class FleetService;
class LanguageSwitcher;
class QWidget;
class ServerPanel;
class Settings;
class TargetPanel;

// The one place where the window's actions are declared: id, shortcut, text, what it does.
namespace WindowActions {
struct Parts
{
    ActionRegistry &actions;
    QWidget &window;
    FleetPanel &fleet;
    TargetPanel &target;
    ServerPanel &place; // shown instead of the target
    ActivityStrip &activity;
    FleetService &service;
    Settings &settings;
    LanguageSwitcher &language;
    Appearance &appearance;
};
void add(const Parts &parts);
} // namespace WindowActions
