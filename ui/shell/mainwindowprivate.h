#pragma once

#include "deploy/journal.h"
#include "models/commandsmodel.h"
#include "types/deploymentstate.h"
#include "types/fleetserver.h"
#include "ui/shell/mainwindow.h"

#include <QTimer>

class AccountActions;
class ActionRegistry;
class ActivityStrip;
class Banner;
class CommandPalette;
class DeployWatcher;
class FleetPanel;
class IncidentNotice;
class Notifier;
class QSplitter;
class QStackedWidget;
class ServerActions;
class ServerPanel;
class SleepInhibitor;
class StartPage;
class TargetPanel;
class TopBar;

// The window's parts. Private to MainWindow: how it is put together and what it tells is in
// mainwindow.cpp, what it shows in mainwindowplaces.cpp.
struct MainWindow::Private
{
    Private(MainWindow *window, const WindowParts &given);

    void build();
    void connectServices();
    void connectPanels();
    void connectPlaces();
    void restore();
    void save();
    void retranslate();
    void showTitle();
    void tellInterrupted();
    void takeSnapshot();
    void showStart();
    void showApp();
    void showPlace();
    void openApp(const AppName &app);
    void openPlace(const ServerPlace &place);
    void openStack(const ServerPlace &place, const AppName &linked);
    void showStack();
    // Where a stack's target is seen; empty: on no server of the list.
    [[nodiscard]] ServerPlace placeOf(const AppName &stack) const;
    void leavePlace();
    void refresh();
    void setHidden(bool hidden);
    [[nodiscard]] QString shownName() const;
    void chooseFirst();
    void showTroubles();
    [[nodiscard]] bool showIncidents();
    [[nodiscard]] bool showClock();
    void tick();
    void chooseCommand(const QString &id);
    [[nodiscard]] QList<CommandsModel::Command> commands() const;
    void deploymentEnded(const AppName &app, const DeploymentState &state);
    void closeWhenStopped();
    void askAndClose();
    [[nodiscard]] bool isInFront() const;
    void raise();

    enum class Notice
    {
        None,
        Given,
        Incident,
        Account,
        Network, // an account, for a reason that the network's settings mend
        Clock,
        Journal,
        Interrupted,
        Closing
    };

    MainWindow *q;
    WindowParts parts;
    std::unique_ptr<Prompts> ownPrompts;
    ActionRegistry *actions;
    AccountActions *accounts;
    ServerActions *servers;
    StartPage *start;
    TopBar *top;
    CommandPalette *palette;
    Banner *banner;
    QSplitter *splitter;
    FleetPanel *fleet;
    QStackedWidget *shown; // an app, or a server or stack
    TargetPanel *target;
    ServerPanel *place;
    ServerPlace stackPlace; // of the target, when that is a stack
    bool stackProduction = true; // what its atalaya.toml says
    ActivityStrip *activity;
    DeployWatcher *watcher;
    Notifier *notifier;
    SleepInhibitor *inhibitor;
    IncidentNotice *incidents;
    QTimer seconds;
    Notice notice = Notice::None;
    DeploymentSummary interrupted;
    bool clockTold = false;
    bool closing = false;
    bool shownBefore = false;
};
