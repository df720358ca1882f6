#pragma once

#include "core/ratebudget.h"

#include <QString>

#include <functional>

class Appearance;
class Catalogue;
class Clock;
class DeployService;
class FleetService;
class LanguageSwitcher;
class Prompts;
class Settings;

// What the window is given by the composition root. All of it must outlive the window.
struct WindowParts
{
    FleetService &fleet;
    DeployService &deploy;
    Settings &settings;
    const Catalogue &catalogue;
    Clock &clock; // the one the engines run on: ages, elapsed time and the "now" line
    LanguageSwitcher &language; // ui/shell/languageswitcher.h
    Appearance &appearance; // ui/shell/appearance.h
    Prompts *prompts = nullptr; // nullptr: real dialogs, made by the window
    std::function<RateBudget::State()> budget = {}; // API budget of the accounts; empty: no meter
    bool sandbox = false; // the profile of the window
    bool desktopServices = true; // notifications and sleep inhibitor over D-Bus
};
