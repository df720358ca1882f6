#include "fleet/fleetservice.h"
#include "fleet/serversservice.h"
#include "models/fleetmodel.h"
#include "models/wordsstack.h"
#include "settings/settings.h"
#include "types/stackplan.h"
#include "ui/accounts/accountactions.h"
#include "ui/accounts/startpage.h"
#include "ui/deploy/deploymentspanel.h"
#include "ui/deploy/targetpanel.h"
#include "ui/fleet/fleetpanel.h"
#include "ui/servers/serveractions.h"
#include "ui/servers/serverpanel.h"
#include "ui/servers/stacklinks.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/activitystrip.h"
#include "ui/shell/mainwindowprivate.h"
#include "ui/shell/topbar.h"

#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

// Until the first account or server there is nothing to watch but what an earlier one left.
void MainWindow::Private::showStart()
{
    const bool nothing = target->app().isEmpty() && place->place().isEmpty();
    const bool first = accounts->isFirstRun() && nothing && !servers->hasServers();
    start->setVisible(first);
    splitter->setVisible(!first);
    activity->setVisible(!first);
}

void MainWindow::Private::takeSnapshot()
{
    const FleetSnapshot &snapshot = parts.fleet.snapshot();
    fleet->setSnapshot(snapshot);
    top->setSnapshot(snapshot);
    if (!stackPlace.isEmpty())
        showStack();
    else if (!place->place().isEmpty())
        showPlace();
    else if (target->app().isEmpty())
        chooseFirst();
    if (!target->app().isEmpty() && !isStackTarget(target->app()))
        showApp();
    showTroubles();
}

void MainWindow::Private::showApp()
{
    bool readOnly = false;
    std::optional<FleetApp> app = fleet->model()->app(target->app());
    for (const FleetAccount &account : parts.fleet.snapshot().accounts) {
        const auto has = [this](const FleetApp &row) { return row.app.name == target->app(); };
        if (!app || !std::ranges::any_of(account.apps, has))
            continue;
        readOnly = account.readOnly;
        if (account.error) // what is known of the app is as old as the account's last answer
            app->error = account.error;
    }
    target->setFleetApp(app, readOnly);
}

void MainWindow::Private::openApp(const AppName &app)
{
    if (app.isEmpty())
        return;
    if (const ServerPlace seen = placeOf(app); !seen.isEmpty())
        return openStack(seen, app);
    leavePlace();
    if (isStackTarget(app)) {
        target->setApp(app);
        target->setStack(std::nullopt, {}, true);
        return retranslate();
    }
    parts.settings.setLastApp(app.value);
    parts.fleet.setVisibleApp(app);
    target->setApp(app);
    showStart();
    showApp();
    fleet->select(app);
    retranslate();
}

void MainWindow::Private::openPlace(const ServerPlace &wanted)
{
    const std::optional<FleetServer> server = fleet->model()->server(wanted.server);
    if (!server)
        return;
    const std::optional<StackLinks::Link> link = wanted.stack.isEmpty() || !parts.deploysStacks
        ? std::nullopt
        : StackLinks::of(parts.settings, wanted.stack);
    if (link)
        return openStack(wanted, link->target);
    stackPlace = {};
    parts.fleet.setVisibleApp({});
    parts.servers->setVisibleServer(wanted.server);
    target->setApp({});
    place->setPlace(*server, wanted.stack);
    servers->setPlace(wanted);
    shown->setCurrentWidget(place);
    showStart();
    fleet->select(wanted);
    retranslate();
}

// A stack whose folder is linked is a target like an app.
void MainWindow::Private::openStack(const ServerPlace &wanted, const AppName &linked)
{
    leavePlace();
    stackPlace = wanted;
    const std::optional<StackLinks::Link> link = StackLinks::of(parts.settings, wanted.stack);
    stackProduction = !link || link->production;
    parts.fleet.setVisibleApp({});
    parts.servers->setVisibleServer(wanted.server);
    servers->setPlace(wanted);
    target->setApp(linked);
    showStart();
    showStack();
    fleet->select(wanted);
    retranslate();
}

void MainWindow::Private::showStack()
{
    const std::optional<FleetServer> server = fleet->model()->server(stackPlace.server);
    if (server)
        return target->setStack(server, stackPlace.stack, stackProduction);
    leavePlace(); // it was removed
    target->setApp({});
    chooseFirst();
    showStart();
    retranslate();
}

ServerPlace MainWindow::Private::placeOf(const AppName &stack) const
{
    if (!isStackTarget(stack) || !parts.deploysStacks)
        return {};
    for (const FleetServer &row : fleet->model()->snapshot().servers) {
        for (const StackFacts &facts : row.facts ? row.facts->stacks : QList<StackFacts>()) {
            const std::optional<StackLinks::Link> link =
                StackLinks::of(parts.settings, stackKey(facts));
            if (link && link->target == stack)
                return {row.server.id, stackKey(facts)};
        }
    }
    return {};
}

void MainWindow::Private::leavePlace()
{
    stackPlace = {};
    if (parts.servers)
        parts.servers->setVisibleServer({});
    place->clear();
    servers->setPlace({});
    shown->setCurrentWidget(target);
}

void MainWindow::Private::showPlace()
{
    const ServerPlace now = place->place();
    if (const std::optional<FleetServer> server = fleet->model()->server(now.server)) {
        place->setPlace(*server, now.stack);
        return showTitle(); // it may have another name
    }
    leavePlace(); // it was removed
    chooseFirst();
    showStart();
    retranslate();
}

QString MainWindow::Private::shownName() const
{
    const ServerPlace now = place->place();
    if (now.isEmpty())
        return targetName(target->app());
    const std::optional<FleetServer> server = fleet->model()->server(now.server);
    return now.stack.isEmpty() && server ? server->server.name : now.stack;
}

void MainWindow::Private::refresh()
{
    parts.fleet.refreshNow();
    if (parts.servers)
        parts.servers->refreshNow();
}

void MainWindow::Private::setHidden(bool hidden)
{
    parts.fleet.setHidden(hidden);
    if (parts.servers)
        parts.servers->setHidden(hidden);
}

void MainWindow::Private::chooseFirst()
{
    const FleetSnapshot &snapshot = parts.fleet.snapshot();
    const QList<AppName> apps = fleet->model()->apps();
    const bool mayCome = std::ranges::any_of(
        snapshot.accounts, [](const FleetAccount &account) { return account.loading; });
    if (apps.isEmpty() && !mayCome && !snapshot.servers.isEmpty())
        return openPlace({snapshot.servers.first().server.id, {}});
    if (apps.isEmpty())
        return;
    AppName choice = apps.first();
    for (const AppName &app : apps) {
        // What needs a person comes first.
        const FleetState state = fleet->model()->app(app)->state;
        if (state == FleetState::Failed || state == FleetState::Mixed) {
            choice = app;
            break;
        }
    }
    openApp(choice);
}

void MainWindow::Private::chooseCommand(const QString &id)
{
    if (id.startsWith("app:"_L1)) {
        openApp(AppName(id.mid(4)));
        target->deployments()->focusList();
        return;
    }
    if (id.startsWith("place:"_L1)) {
        openPlace({ServerId(id.mid(6).section(u'/', 0, 0)), id.mid(6).section(u'/', 1)});
        place->focusTable();
        return;
    }
    actions->trigger(id);
}

QList<CommandsModel::Command> MainWindow::Private::commands() const
{
    QList<CommandsModel::Command> commands = actions->commands();
    for (const AppName &app : fleet->model()->apps())
        commands.append(
            {QString("app:"_L1 % app.value), MainWindow::tr("Open %1").arg(app.value), {}, true});
    for (const FleetServer &row : fleet->model()->snapshot().servers) {
        const QString id = u"place:"_s + row.server.id.value;
        commands.append({id, MainWindow::tr("Open %1").arg(row.server.name), {}, true});
        for (const StackFacts &stack : row.facts ? row.facts->stacks : QList<StackFacts>()) {
            commands.append({QString(id % u'/' % stackKey(stack)),
                MainWindow::tr("Open %1 on %2", "stack, server")
                    .arg(stackKey(stack), row.server.name),
                {},
                true});
        }
    }
    return commands;
}
