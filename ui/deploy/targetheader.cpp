#include "ui/deploy/targetheader.h"

#include "models/format.h"
#include "models/words.h"
#include "models/wordsservers.h"
#include "models/wordsstack.h"
#include "types/stackplan.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/statusmark.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace {

QString objectNameOf(TargetAction action)
{
    switch (action) {
    case TargetAction::Deploy:
        return u"target.deploy"_s;
    case TargetAction::DeployImage:
        return u"target.deployImage"_s;
    case TargetAction::Retry:
        return u"target.retry"_s;
    case TargetAction::Resume:
        return u"target.resume"_s;
    case TargetAction::RollBack:
        return u"target.rollBack"_s;
    case TargetAction::RollBackTo:
        return u"target.rollBackTo"_s;
    case TargetAction::Cancel:
        return u"target.cancel"_s;
    case TargetAction::AskCancel:
        return u"target.askCancel"_s;
    }
    return {};
}

Status statusOfEnd(const AttemptState &attempt)
{
    const std::optional<Verdict> &verdict = attempt.verdict;
    if (verdict && verdict->contradicts())
        return Status::Warning;
    const bool unanswered =
        verdict && verdict->probe && verdict->probe->problem != ProbeResult::Problem::None;
    const bool partly = unanswered || (verdict && verdict->leavesOut());
    switch (attempt.ended->reported) {
    case Reported::Failed:
        return Status::Failed;
    case Reported::Succeeded:
        return partly ? Status::Warning : Status::Succeeded;
    case Reported::RolledBack:
        return partly ? Status::Warning : Status::RolledBack;
    case Reported::Cancelled:
    case Reported::Interrupted:
        break;
    }
    return Status::Warning;
}
} // namespace

TargetHeader::TargetHeader(QWidget *parent)
    : HeaderFrame(u"target"_s, parent)
    , m_now(QDateTime::currentDateTimeUtc())
{
    retranslate();
    connect(m_primary, &QPushButton::clicked, this, [this] {
        Q_EMIT actionRequested(m_actions.primary);
    });
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        if (isStackTarget(m_name)) // how its server is changes
            fillMenu();
    });
}

void TargetHeader::setTarget(const AppName &name, bool production)
{
    if (name != m_name) {
        m_app.reset();
        m_server.reset();
        m_last = {};
        m_summary.reset();
    }
    m_name = name;
    setProduction(production);
    m_title->setText(targetName(name));
    retranslate();
}

void TargetHeader::setApp(const std::optional<FleetApp> &app)
{
    m_app = app;
    showFacts();
    showSentence();
}

void TargetHeader::setStack(
    const std::optional<FleetServer> &server, const QString &stack, bool production)
{
    m_server = server;
    m_stack = stack;
    setProduction(production);
    showFacts();
    showSentence();
}

void TargetHeader::setActions(const TargetActions &actions)
{
    m_actions = actions;
    showActions();
}

void TargetHeader::setLast(
    const DeploymentState &state, const std::optional<DeploymentSummary> &summary)
{
    m_last = state;
    m_summary = summary;
    showSentence();
}

void TargetHeader::setNow(const QDateTime &now)
{
    m_now = now;
    showFacts();
    showSentence();
}

void TargetHeader::setBusy(bool busy)
{
    m_busy = busy;
    showActions();
}

void TargetHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    HeaderFrame::changeEvent(event);
}

void TargetHeader::retranslate()
{
    showFacts();
    showSentence();
    showActions();
}

void TargetHeader::showFacts()
{
    if (!m_app)
        return m_facts->setText(stackFacts());
    QStringList regions;
    for (const Machine &machine : m_app->machines) {
        if (!regions.contains(machine.region))
            regions.append(machine.region);
    }
    const QString machines = tr("%Ln machine(s)", nullptr, int(m_app->machines.size()));
    QStringList facts;
    if (m_app->servingVersion > 0)
        facts.append(tr("v%1", "release").arg(m_app->servingVersion));
    else if (!m_app->machines.isEmpty())
        facts.append(tr("several releases"));
    if (!regions.isEmpty())
        facts.append(regions.join(", "_L1));
    facts.append(machines);
    if ((m_app->error || m_app->remembered) && m_app->fetchedAt.isValid())
        facts.append(tr("last seen %1").arg(Format::age(m_app->fetchedAt, m_now)));
    m_facts->setText(facts.join(u" · "_s));
}

QString TargetHeader::stackFacts() const
{
    if (!m_server)
        return {};
    QStringList facts{tr("on %1", "a server").arg(m_server->server.name)};
    if (m_server->seenAt().isValid())
        facts.append(tr("seen %1").arg(Format::age(m_server->seenAt(), m_now)));
    return facts.join(u" · "_s);
}

TargetHeader::Told TargetHeader::toldOfNow() const
{
    if (!isStackTarget(m_name))
        return {m_app ? statusOf(m_app->state) : Status::Waiting, healthSentence()};
    if (!m_server)
        return {Status::Unknown, tr("None of the servers of your list has this stack.")};
    const StackFacts *stack = m_server->stack(m_stack);
    if (!stack || m_server->error)
        return {statusOf(serverFleetState(*m_server)), WordsServers::sentence(*m_server)};
    return {statusOf(stackFleetState(*stack)),
        tr("%1 No deployment of it is on record here.").arg(WordsServers::sentence(*stack))};
}

QString TargetHeader::healthSentence() const
{
    if (!m_app)
        return tr("Looking at the app…");
    if (m_app->error)
        return Words::watchedError(*m_app->error);
    if (m_app->remembered)
        return tr("State when it was last seen: %1. Fly.io has not answered yet.")
            .arg(Words::fleetState(m_app->state));
    if (m_app->state == FleetState::Mixed)
        return tr("Its machines run several versions. No deployment of it is on record here.");
    return tr("The app is %1. No deployment of it is on record here.")
        .arg(Words::fleetState(m_app->state));
}

void TargetHeader::showSentence()
{
    const AttemptState *attempt = m_last.lastAttempt();
    const Told told = attempt ? toldOf(*attempt) : toldOfNow();
    m_mark->setStatus(told.status);
    // What was true once is greyed, as in the fleet; a run that goes on is true now.
    const bool isOver = !attempt || attempt->ended;
    m_mark->setFaded(isOver && m_app && (m_app->error || m_app->remembered));
    m_sentence->setText(told.sentence);
}

TargetHeader::Told TargetHeader::toldOf(const AttemptState &attempt) const
{
    using ListStatus = DeploymentSummary::Status;
    if (attempt.ended)
        return toldOfEnd(attempt);
    if (m_summary && m_summary->status == ListStatus::Interrupted)
        return {Status::Warning, tr("Deployment #%1 was interrupted.").arg(m_last.number)};
    if (m_summary && m_summary->status == ListStatus::RunningElsewhere)
        return {Status::Running,
            tr("Deployment #%1 is run by %2.")
                .arg(QString::number(m_last.number), attempt.owner.program)};
    return {Status::Running, Words::attemptSummary(attempt, m_last, m_now)};
}

TargetHeader::Told TargetHeader::toldOfEnd(const AttemptState &attempt) const
{
    const QString summary = Words::attemptSummary(attempt, m_last, m_now);
    if (!attempt.verdict)
        return {statusOfEnd(attempt), summary};
    if (const QString since = changedSince(*attempt.verdict, attempt.endedAt); !since.isEmpty())
        return {statusOf(m_app->state), QString(summary % u' ' % since)};
    return {statusOfEnd(attempt), QString(summary % u' ' % Words::verdict(*attempt.verdict))};
}

// Empty while what the run left is what is there. Another hand may have changed it, or the
// sandbox's world was begun anew.
QString TargetHeader::changedSince(const Verdict &verdict, const QDateTime &ended) const
{
    constexpr int lag = 10; // seconds that news of a run which has just ended may take
    const bool known = m_app && !m_app->error && !m_app->remembered && m_app->servingVersion > 0;
    const bool later = known && (m_app->fetchedAt > ended.addSecs(lag) || m_now < ended);
    const int left = verdict.reality == Reality::AllNew ? verdict.newVersion
        : verdict.reality == Reality::AllOld            ? verdict.oldVersion
                                                        : 0;
    const bool oneLeft = left > 0 && left != (known ? m_app->servingVersion : left);
    if (!later || !(oneLeft || verdict.reality == Reality::Mixed))
        return {};
    return tr("What it left was changed since then: v%1 runs on %Ln machine(s) now.",
        nullptr,
        int(m_app->machines.size()))
        .arg(m_app->servingVersion);
}

void TargetHeader::showActions()
{
    const bool blocked = m_actions.blocked != TargetActions::Blocked::No;
    m_primary->setText(buttonText(m_actions.primary));
    m_primary->setAccessibleName(buttonText(m_actions.primary));
    m_primary->setEnabled(!blocked && !m_busy);
    m_primary->setToolTip(
        blocked ? blockedText() : tr("%1 (Ctrl+Return)").arg(buttonText(m_actions.primary)));
    fillMenu();
}

void TargetHeader::fillMenu()
{
    m_menu->clear();
    const bool usable = m_actions.blocked == TargetActions::Blocked::No && !m_busy;
    for (const TargetAction action : m_actions.others) {
        QAction *entry = m_menu->addAction(buttonText(action));
        entry->setObjectName(objectNameOf(action));
        entry->setEnabled(usable);
        connect(
            entry, &QAction::triggered, this, [this, action] { Q_EMIT actionRequested(action); });
    }
    if (!m_actions.others.isEmpty())
        m_menu->addSeparator();
    if (isStackTarget(m_name)) { // production is what atalaya.toml says
        Q_EMIT stackEntriesRequested(m_menu);
        return;
    }
    QAction *copy = m_menu->addAction(tr("Copy as flyctl"));
    copy->setObjectName(u"target.copyFlyctl"_s);
    connect(copy, &QAction::triggered, this, &TargetHeader::copyFlyctlRequested);
    QAction *production = m_menu->addAction(tr("This is production: ask for its name"));
    production->setObjectName(u"target.production"_s);
    production->setCheckable(true);
    production->setChecked(isProduction());
    connect(production, &QAction::toggled, this, &TargetHeader::productionChanged);
}

QString TargetHeader::buttonText(TargetAction action) const
{
    switch (action) {
    case TargetAction::Deploy:
        return tr("Deploy…");
    case TargetAction::DeployImage:
        return tr("Deploy another image…");
    case TargetAction::Retry:
        return tr("Retry deploy");
    case TargetAction::Resume:
        return tr("Resume");
    case TargetAction::RollBack:
        return m_actions.rollBackVersion > 0 ? tr("Roll back to v%1").arg(m_actions.rollBackVersion)
                                             : tr("Roll back");
    case TargetAction::RollBackTo:
        return tr("Roll back to another release…");
    case TargetAction::Cancel:
        return tr("Cancel");
    case TargetAction::AskCancel:
        return tr("Ask it to cancel");
    }
    return {};
}

QString TargetHeader::blockedText() const
{
    switch (m_actions.blocked) {
    case TargetActions::Blocked::NotReachable:
        return tr("Fly.io cannot be reached: nothing can be changed now.");
    case TargetActions::Blocked::LastKnown:
        return tr("This is what was last known. Nothing can be changed until Fly.io has answered.");
    case TargetActions::Blocked::ReadOnly:
        return isStackTarget(m_name)
            ? tr("The server is switched to read-only: nothing is changed on it.")
            : tr("The account is switched to read-only: nothing is changed with it.");
    case TargetActions::Blocked::No:
    case TargetActions::Blocked::NotSeenYet:
        break;
    }
    return tr("Nothing has been seen of this app yet.");
}
