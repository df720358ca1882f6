#pragma once

#include "core/ratebudget.h"
#include "servers/sshquestion.h"
#include "servers/sshtools.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>

class AccountsService;
class Appearance;
class Catalogue;
class Clock;
class DeployService;
class FleetService;
class IncidentWatch;
class LanguageSwitcher;
class NetworkRoute;
class Prompts;
class ServersService;
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
    IncidentWatch *incidents = nullptr; // of the platform's status page; nullptr: not asked
    bool sandbox = false; // the profile of the window
    AccountsService *accounts = nullptr; // nullptr: the one account of this run is all there is
    NetworkRoute *network = nullptr; // proxy and CA file; nullptr: nothing to choose
    std::function<void()> openOtherProfile =
        {}; // the sandbox's window, or the one of real accounts
    std::function<bool(const QUrl &)> openPage = {}; // empty: the desktop's browser
    ServersService *servers = nullptr; // nullptr: this profile has none
    SshTools ssh = {}; // for terminals
    bool deploysStacks = false; // else stacks are only watched
    // Takes who answers ssh's questions of what deploys ask for.
    std::function<void(const SshAsker &asker)> answerSsh = {};
    // With ssh in it; false: it did not open. Empty: the user's own.
    std::function<bool(const QStringList &command)> openTerminal = {};
    bool desktopServices = true; // notifications and sleep inhibitor over D-Bus
};
