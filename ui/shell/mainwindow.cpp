#include "ui/shell/mainwindow.h"

#include "accounts/accountsservice.h"
#include "core/clock.h"
#include "deploy/deployservice.h"
#include "fleet/fleetservice.h"
#include "fleet/serversservice.h"
#include "models/fleetmodel.h"
#include "models/wordsnetwork.h"
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
#include "ui/servers/sshasking.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/activitystrip.h"
#include "ui/shell/appearance.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/deploywatcher.h"
#include "ui/shell/dialogprompts.h"
#include "ui/shell/incidentnotice.h"
#include "ui/shell/languageswitcher.h"
#include "ui/shell/mainwindowprivate.h"
#include "ui/shell/notifier.h"
#include "ui/shell/sleepinhibitor.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

MainWindow::Private::Private(MainWindow *window, const WindowParts &given)
    : q(window)
    , parts(given)
    , actions(new ActionRegistry(window))
    , watcher(new DeployWatcher(given.deploy, window))
    , notifier(new Notifier(given.desktopServices, window))
    , inhibitor(new SleepInhibitor(given.desktopServices, window))
    , incidents(new IncidentNotice(given.incidents, window))
{
    if (!parts.prompts) {
        ownPrompts = std::make_unique<DialogPrompts>();
        parts.prompts = ownPrompts.get();
    }
}

void MainWindow::Private::build()
{
    fleet = new FleetPanel;
    target = new TargetPanel({parts.deploy,
        parts.settings,
        parts.catalogue,
        parts.clock,
        parts.language,
        *parts.prompts});
    place = new ServerPanel;
    activity = new ActivityStrip;
    WindowActions::add({*actions,
        *q,
        *fleet,
        *target,
        *place,
        *activity,
        parts.fleet,
        parts.settings,
        parts.language,
        parts.appearance});
    accounts = new AccountActions({*actions,
        *q,
        *target,
        parts.deploy,
        parts.settings,
        *parts.prompts,
        parts.accounts,
        parts.network,
        parts.openOtherProfile,
        parts.openPage,
        parts.sandbox});
    servers = new ServerActions({*actions,
        *q,
        *parts.prompts,
        parts.settings,
        parts.servers,
        parts.ssh,
        parts.openTerminal,
        parts.deploysStacks});
    top = new TopBar(*actions, parts.sandbox);
    if (!parts.budget)
        top->hideBudget();
    banner = new Banner(u"banner"_s);
    splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"splitter"_s);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(fleet);
    shown = new QStackedWidget;
    shown->addWidget(target);
    shown->addWidget(place);
    splitter->addWidget(shown);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({264, 1016});

    start = new StartPage;
    start->setOffersServers(parts.servers && !parts.servers->isFixed());
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(top);
    column->addWidget(banner);
    column->addWidget(start, 1);
    column->addWidget(splitter, 1);
    column->addWidget(activity);
    q->setCentralWidget(centre);
    palette = new CommandPalette(
        top->commandField(), [this] { return commands(); }, centre);
    QWidget::setTabOrder(fleet, target);
    QWidget::setTabOrder(target, place);
    QWidget::setTabOrder(place, activity);
}

void MainWindow::Private::connectServices()
{
    connect(&parts.fleet, &FleetService::snapshotChanged, q, [this] { takeSnapshot(); });
    connect(&parts.fleet, &FleetService::refreshed, q, [this] { takeSnapshot(); });
    connect(&parts.deploy,
        &DeployService::started,
        q,
        [this](const DeploymentId &, const AppName &app) {
            inhibitor->hold(MainWindow::tr("A deployment of %1 is running.").arg(targetName(app)));
            if (notice == Notice::Interrupted && interrupted.app == app) // dealt with
                banner->dismiss();
        });
    connect(
        &parts.deploy,
        &DeployService::finished,
        q,
        [this] { closeWhenStopped(); },
        Qt::QueuedConnection);
    connect(&parts.deploy, &DeployService::journalFailed, q, [this](const Error &error) {
        notice = Notice::Journal;
        banner->showMessage(Status::Failed, Words::error(error));
    });
    connect(&parts.deploy, &DeployService::started, q, [this] { // the journal takes it again
        if (notice == Notice::Journal)
            banner->dismiss();
    });
    connect(watcher, &DeployWatcher::eventsFolded, activity, &ActivityStrip::add);
    connect(watcher,
        &DeployWatcher::ended,
        q,
        [this](const AppName &app, const DeploymentState &state) { deploymentEnded(app, state); });
    connect(watcher, &DeployWatcher::interruptedFound, q, [this](const DeploymentSummary &row) {
        notice = Notice::Interrupted;
        interrupted = row;
        tellInterrupted();
    });
    connect(notifier, &Notifier::activated, q, [this] { raise(); });
    connect(incidents, &IncidentNotice::changed, q, [this] { showTroubles(); });
}

void MainWindow::Private::connectPanels()
{
    connect(start, &StartPage::connectRequested, accounts, &AccountActions::connectAccount);
    connect(start, &StartPage::addServerRequested, servers, &ServerActions::addServer);
    connect(start, &StartPage::tryRequested, accounts, &AccountActions::openOtherProfile);
    if (parts.accounts)
        connect(parts.accounts, &AccountsService::changed, q, [this] {
            showStart();
            refresh();
        });
    connect(accounts, &AccountActions::networkChanged, q, [this] { refresh(); });
    connect(fleet, &FleetPanel::appChosen, q, [this](const AppName &app) { openApp(app); });
    connect(fleet, &FleetPanel::retryRequested, q, [this] { refresh(); });
    connectPlaces();
    connect(target, &TargetPanel::refreshRequested, q, [this] { refresh(); });
    connect(palette, &CommandPalette::chosen, q, [this](const QString &id) { chooseCommand(id); });
    connect(&parts.language, &LanguageSwitcher::changed, top, &TopBar::setLanguage);
    connect(banner, &Banner::actionTriggered, q, [this] {
        if (notice == Notice::Interrupted) {
            openApp(interrupted.app);
            banner->dismiss();
        } else if (notice == Notice::Account) {
            refresh();
        } else if (notice == Notice::Network) {
            accounts->chooseNetwork();
        }
    });
    connect(banner, &Banner::dismissed, q, [this] {
        if (notice == Notice::Incident)
            incidents->takeAway();
        clockTold = clockTold || notice == Notice::Clock;
        notice = Notice::None;
    });
    seconds.setInterval(1s);
    connect(&seconds, &QTimer::timeout, q, [this] { tick(); });
}

void MainWindow::Private::connectPlaces()
{
    connect(fleet, &FleetPanel::placeChosen, q, [this](const ServerPlace &row) { openPlace(row); });
    fleet->setServerEntries([this](QMenu &menu, const ServerPlace &row, const QString &service) {
        servers->addEntries(menu, row, service);
    });
    connect(
        place, &ServerPanel::stackChosen, q, [this](const ServerPlace &row) { openPlace(row); });
    connect(place, &ServerPanel::connectRequested, servers, [this] {
        servers->connectTo(place->place());
    });
    connect(place, &ServerPanel::terminalRequested, servers, [this] {
        servers->openTerminal(place->place());
    });
    connect(place, &ServerPanel::menuRequested, servers, [this](QMenu *menu) {
        servers->addEntries(*menu, place->place());
    });
    connect(servers, &ServerActions::told, q, [this](Status status, const QString &text) {
        if (stackPlace.isEmpty())
            place->tell(status, text);
        else
            target->tell(status, text);
    });
    connect(accounts, &AccountActions::stackLinkRequested, servers, [this] {
        servers->linkFolder(stackPlace);
    });
    connect(servers, &ServerActions::linked, q, [this](const ServerPlace &row) { openPlace(row); });
    connect(target, &TargetPanel::connectRequested, servers, [this] {
        servers->connectTo(stackPlace);
    });
    connect(target, &TargetPanel::stackEntriesRequested, servers, [this](QMenu *menu) {
        servers->addEntries(*menu, stackPlace);
    });
    connect(servers, &ServerActions::added, q, [this](const ServerPlace &row) { openPlace(row); });
    const SshAsker asker = (new SshAsking(q))->asker();
    if (parts.servers)
        parts.servers->setAsker(asker);
    if (parts.answerSsh)
        parts.answerSsh(asker);
    connect(actions->action(u"fleet.refresh"_s), &QAction::triggered, q, [this] {
        if (parts.servers)
            parts.servers->refreshNow();
    });
}

void MainWindow::Private::restore()
{
    // On a screen of just that size the frame needs room, too; how much is not known before the
    // window is shown.
    constexpr QSize wanted(1280, 800);
    constexpr QSize frame(8, 40);
    const QSize room = q->screen() ? q->screen()->availableSize() : QSize();
    const bool tight = room.width() >= wanted.width() && room.height() >= 720;
    q->resize(tight ? wanted.boundedTo(room - frame) : wanted);
    if (const QByteArray geometry = parts.settings.windowGeometry(); !geometry.isEmpty())
        q->restoreGeometry(geometry);
    if (const QByteArray state = parts.settings.splitter(u"window"_s); !state.isEmpty())
        splitter->restoreState(state);
    QSplitter *columns = target->deployments()->splitter();
    if (const QByteArray state = parts.settings.splitter(u"deployments"_s); !state.isEmpty())
        columns->restoreState(state);
}

void MainWindow::Private::save()
{
    parts.settings.setWindowGeometry(q->saveGeometry());
    parts.settings.setSplitter(u"window"_s, splitter->saveState());
    parts.settings.setSplitter(u"deployments"_s, target->deployments()->splitter()->saveState());
}

void MainWindow::Private::tellInterrupted()
{
    banner->showMessage(Status::Warning,
        MainWindow::tr("Deployment #%1 of %2 was interrupted.")
            .arg(QString::number(interrupted.number), targetName(interrupted.app)),
        MainWindow::tr("Show it"));
}

void MainWindow::Private::showTitle()
{
    const QString program = parts.sandbox ? MainWindow::tr("sandbox · Atalaya") : u"Atalaya"_s;
    q->setWindowTitle(shownName().isEmpty()
            ? program
            : MainWindow::tr("%1 · %2", "app · program").arg(shownName(), program));
}

void MainWindow::Private::retranslate()
{
    if (notice == Notice::Interrupted)
        tellInterrupted();
    if (notice == Notice::Incident)
        static_cast<void>(showIncidents());
    actions->retranslate();
    showTitle();
    showTroubles();
}

void MainWindow::Private::showTroubles()
{
    const bool passing = notice == Notice::None || notice == Notice::Account
        || notice == Notice::Network || notice == Notice::Incident || notice == Notice::Clock;
    if (!passing)
        return; // told until it is dismissed
    if (showIncidents())
        return;
    for (const FleetAccount &account : parts.fleet.snapshot().accounts) {
        const bool toldInFleet = account.apps.isEmpty() && parts.fleet.snapshot().servers.isEmpty();
        if (!account.error || toldInFleet)
            continue;
        const bool mended = parts.network && WordsNetwork::isMendedBySettings(*account.error);
        notice = mended ? Notice::Network : Notice::Account;
        banner->showMessage(Status::Warning,
            Words::watchedError(*account.error),
            mended ? MainWindow::tr("Network…") : MainWindow::tr("Try again"));
        return;
    }
    if (showClock())
        return;
    if (notice == Notice::Account || notice == Notice::Network)
        banner->dismiss();
}

// What the platform tells of itself goes before what our own calls tell of it: it may be the cause.
bool MainWindow::Private::showIncidents()
{
    const QString text = incidents->text();
    if (text.isEmpty() && notice == Notice::Incident)
        banner->dismiss();
    if (text.isEmpty())
        return false;
    notice = Notice::Incident;
    if (banner->text() != text)
        banner->showMessage(Status::Warning, text);
    return true;
}

// Once: a clock that is off stays off until somebody sets it.
bool MainWindow::Private::showClock()
{
    QString text;
    for (const FleetAccount &account : parts.fleet.snapshot().accounts) {
        if (!account.sandbox && !account.error && text.isEmpty())
            text = WordsNetwork::clocksDiffer(account.platformAhead);
    }
    if (text.isEmpty() && notice == Notice::Clock)
        banner->dismiss();
    clockTold = clockTold && !text.isEmpty();
    if (text.isEmpty() || clockTold)
        return false;
    notice = Notice::Clock;
    if (banner->text() != text)
        banner->showMessage(Status::Warning, text);
    return true;
}

void MainWindow::Private::tick()
{
    incidents->tick(!q->isMinimized());
    const QDateTime now = parts.clock.wallNow();
    fleet->setNow(now);
    target->setNow(now);
    place->setNow(now);
    if (parts.budget)
        top->setBudget(parts.budget());
    closeWhenStopped();
}

void MainWindow::Private::deploymentEnded(const AppName &app, const DeploymentState &state)
{
    if (parts.deploy.running().isEmpty())
        inhibitor->release();
    const AttemptState *attempt = state.lastAttempt();
    if (isInFront() || !attempt)
        return;
    const bool good = attempt->ended && attempt->ended->reported == Reported::Succeeded
        && !(attempt->verdict && attempt->verdict->contradicts());
    const QString sentence = attempt->verdict ? Words::verdict(*attempt->verdict)
                                              : Words::attemptSummary(*attempt, state);
    const QString title = good
        ? MainWindow::tr("%1: the deployment is done").arg(targetName(app))
        : MainWindow::tr("%1: the deployment needs you").arg(targetName(app));
    notifier->notify(title, sentence, !good);
}

void MainWindow::Private::closeWhenStopped()
{
    if (!parts.deploy.running().isEmpty())
        return;
    inhibitor->release();
    if (closing)
        q->close();
}

void MainWindow::Private::askAndClose()
{
    Prompts::Question question;
    question.title = MainWindow::tr("A deployment is running");
    question.text = MainWindow::tr("A deployment is running. Close the window?");
    question.detail =
        MainWindow::tr("It can be stopped cleanly: what is being changed is finished, and leases "
                       "are released. The window closes when that is done.");
    if (parts.deploysStacks) {
        question.detail += u' '
            + MainWindow::tr(
                "What your own servers do goes on there: it is followed again when the "
                "window is opened.");
    }
    question.choices = {MainWindow::tr("Stay"), MainWindow::tr("Stop it, then close")};
    question.dangerous = 1;
    parts.prompts->question(q, question, [this](int choice) {
        if (choice != 1)
            return;
        closing = true;
        notice = Notice::Closing;
        banner->showMessage(Status::Waiting,
            MainWindow::tr("Stopping the deployment. The window closes when it has ended."));
        parts.deploy.stopAll();
        closeWhenStopped();
    });
}

// A dialog of ours in front is the window in front.
bool MainWindow::Private::isInFront() const
{
    return QApplication::activeWindow() && !q->isMinimized();
}

void MainWindow::Private::raise()
{
    q->setWindowState(q->windowState() & ~Qt::WindowMinimized);
    q->show();
    q->raise();
    q->activateWindow();
}

MainWindow::MainWindow(WindowParts parts, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(this, parts))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(880, 560);
    d->build();
    d->connectServices();
    d->connectPanels();
    d->top->setLanguage(d->parts.language.current());
    d->showStart();
    d->restore();
    d->takeSnapshot();
    d->openApp(AppName(d->parts.settings.lastApp()));
    d->retranslate();
    d->tick();
    d->watcher->lookForInterrupted();
}

MainWindow::~MainWindow()
{
    // Panels talk to services through references that end with the window's parts: first they go.
    delete takeCentralWidget();
}

void MainWindow::openApp(const QString &app)
{
    d->openApp(AppName(app));
}

void MainWindow::showNotice(const QString &text)
{
    d->notice = Private::Notice::Given;
    d->banner->showMessage(Status::Warning, text);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!d->parts.deploy.running().isEmpty()) {
        event->ignore();
        if (!d->closing)
            d->askAndClose();
        return;
    }
    d->save();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        d->retranslate();
    if (event->type() == QEvent::WindowStateChange)
        d->setHidden(isMinimized() || !isVisible());
    QMainWindow::changeEvent(event);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    d->setHidden(false);
    d->seconds.start();
    if (std::exchange(d->shownBefore, true))
        return;
    if (d->start->isVisibleTo(this)) // where the user goes on, not in the bar above
        d->start->setFocus(Qt::OtherFocusReason);
    if (d->accounts->wantsPassword())
        d->accounts->manageAccounts();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    d->setHidden(true);
    if (!d->closing)
        d->seconds.stop();
}
