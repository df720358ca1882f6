#include "ui/deploy/targetpanel.h"

#include "core/clock.h"
#include "deploy/deployservice.h"
#include "deploy/question.h"
#include "models/words.h"
#include "settings/settings.h"
#include "types/stackplan.h"
#include "ui/deploy/deployflow.h"
#include "ui/deploy/deploymentscontroller.h"
#include "ui/deploy/deploymentspanel.h"
#include "ui/deploy/exportflow.h"
#include "ui/deploy/outcomestrip.h"
#include "ui/deploy/overviewpanel.h"
#include "ui/deploy/questiondialog.h"
#include "ui/deploy/situationsfeed.h"
#include "ui/deploy/situationstrip.h"
#include "ui/deploy/targetheader.h"
#include "ui/logs/logpane.h"
#include "ui/servers/serverbody.h"
#include "ui/servers/trustflow.h"
#include "ui/shell/languageswitcher.h"
#include "ui/shell/prompts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/statepages.h"

#include <QAbstractButton>
#include <QEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

TargetPanel::TargetPanel(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_header(new TargetHeader)
    , m_banner(new Banner(u"target.banner"_s))
    , m_tabs(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_deployments(new DeploymentsPanel(parts.catalogue))
    , m_overview(new OverviewPanel)
    , m_services(new ServerBody)
    , m_situation(new SituationStrip(parts.catalogue))
    , m_situations(new SituationsFeed(this))
    , m_controller(new DeploymentsController(parts.deploy, this))
    , m_flow(new DeployFlow(parts.deploy, this))
    , m_exports(new ExportFlow({parts.deploy,
                                   parts.catalogue,
                                   parts.clock,
                                   parts.language,
                                   parts.prompts,
                                   *m_controller,
                                   *m_deployments},
          this))
{
    build();
    m_deployments->setTimeSource([&clock = m_parts.clock] { return clock.wallNow(); });
    m_deployments->setReducedMotion(m_parts.settings.reducedMotion());
    m_deployments->setLanguage(m_parts.language.current());
    connectController();
    connectPanels();
    connectSituations();
    connectStack();
    retranslate();
}

TargetPanel::~TargetPanel() = default;

void TargetPanel::build()
{
    setObjectName(u"target"_s);
    m_tabs->setObjectName(u"target.tabs"_s);
    m_tabs->addTab({});
    m_tabs->addTab({});
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->setDocumentMode(true);
    m_stack->addWidget(m_deployments);
    m_stack->addWidget(m_overview);
    m_stack->addWidget(m_services);
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_header);
    inner->addWidget(m_banner);
    inner->addWidget(m_situation);
    inner->addWidget(m_tabs);
    inner->addWidget(m_stack, 1);
    m_pages = new StatePages(u"target"_s, content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
}

void TargetPanel::connectController()
{
    connect(m_controller,
        &DeploymentsController::historyLoading,
        m_deployments,
        &DeploymentsPanel::setHistoryLoading);
    connect(
        m_controller, &DeploymentsController::historyChanged, this, &TargetPanel::historyArrived);
    connect(m_controller,
        &DeploymentsController::historyFailed,
        m_deployments,
        &DeploymentsPanel::setHistoryError);
    connect(m_controller,
        &DeploymentsController::shownChanged,
        m_deployments,
        &DeploymentsPanel::setShown);
    connect(m_controller,
        &DeploymentsController::stateLoading,
        m_deployments,
        &DeploymentsPanel::setStateLoading);
    connect(m_controller, &DeploymentsController::stateLoaded, this, &TargetPanel::stateArrived);
    connect(m_controller,
        &DeploymentsController::stateFailed,
        m_deployments,
        &DeploymentsPanel::setStateError);
    connect(m_controller,
        &DeploymentsController::eventsApplied,
        this,
        [this](const QList<DeployEvent> &events, const DeploymentState &state) {
            m_deployments->applyEvents(events, state);
            showLast();
        });
    connect(
        m_controller, &DeploymentsController::logLoaded, m_deployments, &DeploymentsPanel::setLog);
    connect(m_controller,
        &DeploymentsController::logAppended,
        m_deployments,
        &DeploymentsPanel::appendLog);
    connect(
        m_controller, &DeploymentsController::logFailed, m_deployments->log(), &LogPane::showError);
    connect(m_controller, &DeploymentsController::cancelFailed, this, [this](const Error &error) {
        m_header->setBusy(false);
        m_banner->showMessage(Status::Failed, Words::error(error));
    });
}

void TargetPanel::connectPanels()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &TargetPanel::showTab);
    connect(m_header, &TargetHeader::actionRequested, this, &TargetPanel::run);
    connect(m_header, &TargetHeader::copyFlyctlRequested, m_exports, [this] {
        m_exports->copy(m_exports->shownAction(), CopyMenu::Tool::Flyctl);
    });
    connect(m_exports, &ExportFlow::told, m_banner, [this](Status status, const QString &text) {
        m_banner->showMessage(status, text);
    });
    connect(m_header, &TargetHeader::productionChanged, this, [this](bool production) {
        m_parts.settings.setProduction(app().value, production);
        m_header->setTarget(app(), production);
    });
    connect(m_deployments,
        &DeploymentsPanel::deploymentChosen,
        m_controller,
        &DeploymentsController::show);
    connect(m_deployments,
        &DeploymentsPanel::reloadRequested,
        m_controller,
        &DeploymentsController::reload);
    connect(m_deployments, &DeploymentsPanel::retryRequested, this, [this] {
        run(TargetAction::Retry);
    });
    connect(m_deployments, &DeploymentsPanel::resumeRequested, this, [this] {
        run(TargetAction::Resume);
    });
    connect(m_deployments, &DeploymentsPanel::rollBackRequested, this, [this] {
        run(TargetAction::RollBack);
    });
    connect(m_deployments, &DeploymentsPanel::cancelRequested, this, [this] {
        run(TargetAction::AskCancel);
    });
    connect(m_deployments, &DeploymentsPanel::decideRequested, this, &TargetPanel::decide);
    connect(m_deployments, &DeploymentsPanel::rollBackToRequested, this, &TargetPanel::rollBackTo);
    connect(m_deployments, &DeploymentsPanel::exportRequested, m_exports, &ExportFlow::begin);
    connect(m_deployments, &DeploymentsPanel::compareRequested, m_exports, &ExportFlow::compare);
    connect(m_overview, &OverviewPanel::retryRequested, this, &TargetPanel::refreshRequested);
    connect(m_flow, &DeployFlow::started, this, [this](const DeploymentId &id) {
        setTab(Tab::Deployments);
        m_controller->show(id);
    });
    connect(&m_parts.language,
        &LanguageSwitcher::changed,
        m_deployments,
        &DeploymentsPanel::setLanguage);
}

void TargetPanel::connectStack()
{
    m_flow->setTrustAsker(
        [this](const QString &configPath, QWidget *parent, const std::function<void()> &trusted) {
            const QString path =
                configPath.isEmpty() ? m_parts.settings.projectConfig(app().value) : configPath;
            TrustFlow::ask(m_parts.settings, m_parts.clock, path, parent, trusted);
        });
    connect(m_services, &ServerBody::connectRequested, this, &TargetPanel::connectRequested);
    connect(
        m_header, &TargetHeader::stackEntriesRequested, this, &TargetPanel::stackEntriesRequested);
}

void TargetPanel::showTab()
{
    if (m_tabs->currentIndex() == int(Tab::Deployments))
        return m_stack->setCurrentWidget(m_deployments);
    m_stack->setCurrentWidget(
        isStackTarget(app()) ? static_cast<QWidget *>(m_services) : m_overview);
}

void TargetPanel::connectSituations()
{
    m_situation->setLanguage(m_parts.language.current());
    connect(
        &m_parts.language, &LanguageSwitcher::changed, m_situation, &SituationStrip::setLanguage);
    connect(m_situations, &SituationsFeed::judged, this, [this](const QList<Diagnosis> &found) {
        m_judged = found;
        showSituations();
    });
    connect(
        m_situation, &SituationStrip::retryRequested, this, [this] { run(TargetAction::Retry); });
    connect(m_situation, &SituationStrip::rollBackRequested, this, [this] {
        run(TargetAction::RollBack);
    });
    connect(m_situation, &SituationStrip::machineRequested, this, [this](const MachineId &machine) {
        setTab(Tab::Overview);
        m_overview->select(machine);
    });
}

// Not while a deployment runs: it tells more.
void TargetPanel::showSituations()
{
    const bool runs =
        m_actions.primary == TargetAction::Cancel || m_actions.primary == TargetAction::AskCancel;
    const bool usable = m_actions.blocked == TargetActions::Blocked::No;
    m_situation->setQuiet(runs);
    // Of an older deployment that went well nobody means a retry.
    m_situation->setOffered(usable && m_actions.primary == TargetAction::Retry,
        usable && m_actions.offers(TargetAction::RollBack),
        m_actions.rollBackVersion);
    m_situation->setSituations(untoldSituations(m_judged, m_last));
}

void TargetPanel::setApp(const AppName &name)
{
    if (name == app())
        return;
    m_banner->dismiss();
    m_app.reset();
    m_server.reset();
    m_last = {};
    m_header->setTarget(name, m_parts.settings.isProduction(name.value));
    m_overview->setApp({});
    m_judged.clear();
    m_situation->forgetHidden();
    m_situations->setApp({});
    m_controller->setApp(name);
    showTab();
    updateActions();
    Q_EMIT actionsChanged(); // of another target, even when they are the same
    retranslate();
}

AppName TargetPanel::app() const
{
    return m_controller->app();
}

void TargetPanel::setFleetApp(const std::optional<FleetApp> &app, bool readOnly)
{
    m_tabs->setTabVisible(int(Tab::Overview), true);
    m_app = app;
    m_readOnly = readOnly;
    m_header->setApp(app);
    m_overview->setApp(app);
    m_situations->setApp(app);
    updateActions();
}

void TargetPanel::setStack(
    const std::optional<FleetServer> &server, const QString &stack, bool production)
{
    m_server = server;
    m_header->setStack(server, stack, production);
    if (server)
        m_services->setPlace(*server, stack);
    m_tabs->setTabVisible(int(Tab::Overview), server.has_value());
    updateActions();
}

void TargetPanel::tell(Status status, const QString &text)
{
    m_banner->showMessage(status, text);
}

void TargetPanel::setNow(const QDateTime &now)
{
    m_header->setNow(now);
    m_services->setNow(now);
    m_deployments->setNow(now);
    if (m_stack->currentWidget() == m_overview)
        m_overview->setNow(now);
}

void TargetPanel::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

void TargetPanel::run(TargetAction action)
{
    if (app().isEmpty() || m_actions.blocked != TargetActions::Blocked::No)
        return;
    PlanRequest request;
    request.app = app();
    request.configPath = m_parts.settings.projectConfig(app().value);
    switch (action) {
    case TargetAction::Deploy:
        request.kind = DeployKind::Deploy;
        return m_flow->begin(request, window());
    case TargetAction::DeployImage:
        return askImage();
    case TargetAction::Retry:
        request.kind = DeployKind::Retry;
        request.configPath.clear(); // the recorded inputs; drift is shown in the plan
        request.deployment = m_actions.deployment;
        return m_flow->begin(request, window());
    case TargetAction::Resume:
        request.kind = DeployKind::Resume;
        request.configPath.clear();
        request.deployment = m_actions.deployment;
        return m_flow->begin(request, window());
    case TargetAction::RollBack:
        request.kind = DeployKind::RollBack;
        request.configPath.clear();
        request.deployment = m_actions.rollBackOf;
        return m_flow->begin(request, window());
    case TargetAction::RollBackTo:
        return askVersion();
    case TargetAction::Cancel:
    case TargetAction::AskCancel:
        return confirmCancel();
    }
}

bool TargetPanel::canDecide() const
{
    const QList<DeploymentSummary> &history = m_controller->history();
    return m_actions.blocked == TargetActions::Blocked::No && !history.isEmpty()
        && m_controller->state().id == history.first().id && m_controller->state().openQuestion();
}

void TargetPanel::decide()
{
    if (!canDecide())
        return;
    auto *dialog = new QuestionDialog(m_controller->state(), window());
    connect(dialog, &QuestionDialog::answered, this, &TargetPanel::carryOut);
    dialog->open();
}

void TargetPanel::carryOut(FailureAnswer answer)
{
    if (!canDecide())
        return;
    if (const std::optional<PlanRequest> request = requestFor(answer, m_controller->state()))
        return m_flow->begin(*request, window());
    deliver(m_parts.deploy.answer(m_controller->state().id, answer),
        this,
        [this](const Result<bool> &written) {
            if (!written)
                m_banner->showMessage(Status::Failed, Words::error(written.error()));
        });
}

void TargetPanel::rollBackTo(int version)
{
    if (app().isEmpty() || m_actions.blocked != TargetActions::Blocked::No)
        return;
    PlanRequest request;
    request.kind = DeployKind::RollBack;
    request.app = app();
    request.toVersion = version;
    m_flow->begin(request, window());
}

void TargetPanel::askVersion()
{
    m_parts.prompts.text(window(),
        tr("Roll back to another release"),
        tr("Number of the release, as in v41:"),
        m_actions.rollBackVersion > 0 ? QString(u'v' + QString::number(m_actions.rollBackVersion))
                                      : QString(),
        [this](const QString &answer) {
            const QString number = answer.trimmed();
            if (number.isEmpty())
                return;
            const int version =
                (number.startsWith(u'v', Qt::CaseInsensitive) ? number.mid(1) : number).toInt();
            if (version > 0)
                rollBackTo(version);
            else
                m_banner->showMessage(
                    Status::Warning, tr("“%1” is not the number of a release.").arg(number));
        });
}

void TargetPanel::runPrimary()
{
    run(m_actions.primary);
}

void TargetPanel::openMenu()
{
    if (auto *more = m_header->findChild<QAbstractButton *>(u"target.more"_s))
        more->click();
}

void TargetPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TargetPanel::retranslate()
{
    m_tabs->setTabText(int(Tab::Deployments), tr("Deployments"));
    m_tabs->setTabText(int(Tab::Overview), tr("Overview"));
    m_tabs->setAccessibleName(
        isStackTarget(app()) ? tr("Views of the stack") : tr("Views of the app"));
    if (app().isEmpty())
        m_pages->showEmpty(
            tr("Choose an app in the fleet."), tr("Ctrl+1 goes there; typing narrows it."));
    else
        m_pages->showData();
}

void TargetPanel::historyArrived()
{
    m_header->setBusy(false);
    m_deployments->setHistory(m_controller->history());
    updateActions();
    showLast();
    readNewest();
}

// The header tells of the newest deployment, whichever is looked at: another process may have made
// one meanwhile.
void TargetPanel::readNewest()
{
    const QList<DeploymentSummary> &history = m_controller->history();
    const DeploymentId shown = m_controller->shown();
    if (history.isEmpty() || shown.isEmpty() || history.first().id == shown)
        return;
    deliver(m_parts.deploy.load(history.first().id),
        this,
        [this, id = history.first().id](const Result<DeploymentState> &state) {
            const QList<DeploymentSummary> &now = m_controller->history();
            if (!state || now.isEmpty() || now.first().id != id)
                return;
            m_last = *state;
            showLast();
        });
}

void TargetPanel::stateArrived()
{
    m_deployments->setState(m_controller->state());
    showLast();
}

void TargetPanel::updateActions()
{
    const TargetActions actions = isStackTarget(app())
        ? stackActions(m_server ? &*m_server : nullptr, m_controller->history())
        : targetActions(m_app ? &*m_app : nullptr, m_controller->history(), m_readOnly);
    if (actions == m_actions)
        return;
    m_actions = actions;
    m_header->setActions(actions);
    m_deployments->outcome()->setUsable(actions.blocked == TargetActions::Blocked::No);
    showLast();
    Q_EMIT actionsChanged();
}

void TargetPanel::showLast()
{
    const QList<DeploymentSummary> &history = m_controller->history();
    const DeploymentState &shown = m_controller->state();
    if (!history.isEmpty() && shown.id == history.first().id)
        m_last = shown;
    else if (std::ranges::none_of(history, [this](const auto &row) { return row.id == m_last.id; }))
        m_last = {};
    const bool looksAtLast = !history.isEmpty() && shown.id == history.first().id;
    m_deployments->outcome()->setToldAbove(looksAtLast);
    m_deployments->setOffered(looksAtLast && m_actions.offers(TargetAction::Retry),
        looksAtLast && m_actions.offers(TargetAction::RollBack));
    if (std::exchange(m_couldDecide, canDecide()) != canDecide())
        Q_EMIT actionsChanged();
    showSituations();
    m_header->setLast(m_last,
        history.isEmpty() ? std::nullopt : std::optional<DeploymentSummary>(history.first()));
}

void TargetPanel::askImage()
{
    const AttemptState *attempt = m_controller->state().lastAttempt();
    m_parts.prompts.text(window(),
        tr("Deploy another image"),
        tr("Reference of an image that the registry has:"),
        attempt ? attempt->plan.image : QString(),
        [this](const QString &image) {
            if (image.isEmpty())
                return;
            PlanRequest request;
            request.app = app();
            request.image = image;
            request.configPath = m_parts.settings.projectConfig(app().value);
            m_flow->begin(request, window());
        });
}

void TargetPanel::confirmCancel()
{
    const DeploymentId id = m_actions.deployment;
    const bool elsewhere = m_actions.primary == TargetAction::AskCancel;
    Prompts::Question question;
    question.title = tr("Cancel the deployment");
    question.text = elsewhere ? tr("Ask %1 to cancel this deployment?").arg(m_actions.owner)
                              : tr("Cancel this deployment?");
    question.detail = isStackTarget(app())
        ? tr("The step that runs on the servers is finished; then it is undone or asked about, as "
             "atalaya.toml says. What was and was not changed is told.")
        : tr("What is being changed is finished, leases are released, and what was and was "
             "not changed is told. Machines that are updated already stay as they are.");
    question.choices = {tr("Let it run"), tr("Cancel it")};
    question.dangerous = 1;
    m_parts.prompts.question(window(), question, [this, id](int choice) {
        const bool runs = m_actions.deployment == id
            && (m_actions.offers(TargetAction::Cancel)
                || m_actions.offers(TargetAction::AskCancel));
        if (choice != 1 || !runs) // it may have ended while the question was there
            return;
        // The button that was pressed is off now: what is looked at next is how it ends.
        if (m_stack->currentWidget() == m_deployments)
            m_deployments->focusChart();
        m_header->setBusy(true);
        m_controller->cancel(id);
    });
}
