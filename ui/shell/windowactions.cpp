#include "ui/shell/windowactions.h"

#include "fleet/fleetservice.h"
#include "settings/settings.h"
#include "ui/deploy/deploymentspanel.h"
#include "ui/deploy/exportactions.h"
#include "ui/deploy/exportflow.h"
#include "ui/deploy/targetpanel.h"
#include "ui/fleet/fleetpanel.h"
#include "ui/logs/logpane.h"
#include "ui/servers/serverpanel.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/activitystrip.h"
#include "ui/shell/appearance.h"
#include "ui/shell/languageswitcher.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

struct ActionText
{
    Q_DECLARE_TR_FUNCTIONS(WindowActions)
};

void addViews(const WindowActions::Parts &parts)
{
    ActionRegistry &actions = parts.actions;
    actions.add({u"command.palette"_s,
        {QKeySequence(u"Ctrl+K"_s)},
        [] { return ActionText::tr("Search or run a command"); },
        [&window = parts.window] {
            if (auto *field = window.findChild<QLineEdit *>(u"commandField"_s))
                field->setFocus(Qt::ShortcutFocusReason);
        },
        false,
        false});
    actions.add({u"app.menu"_s,
        {QKeySequence(Qt::Key_F10)},
        [] { return ActionText::tr("Menu"); },
        [&window = parts.window] {
            if (auto *button = window.findChild<QToolButton *>(u"menuButton"_s))
                button->click();
        },
        false,
        false});
    actions.add({u"view.fleet"_s,
        {QKeySequence(u"Ctrl+1"_s)},
        [] { return ActionText::tr("Go to the fleet"); },
        [&fleet = parts.fleet] { fleet.focusTree(); }});
    actions.add({u"fleet.filter"_s,
        {QKeySequence(u"Ctrl+Shift+F"_s)},
        [] { return ActionText::tr("Filter the fleet"); },
        [&fleet = parts.fleet] { fleet.focusFilter(); }});
    actions.add({u"fleet.refresh"_s,
        {QKeySequence(Qt::Key_F5)},
        [] { return ActionText::tr("Look at everything again"); },
        [&service = parts.service] { service.refreshNow(); }});
    actions.add({u"view.deployments"_s,
        {QKeySequence(u"Ctrl+2"_s)},
        [] { return ActionText::tr("Go to the deployments"); },
        [&target = parts.target] {
            target.setTab(TargetPanel::Tab::Deployments);
            target.deployments()->focusList();
        }});
    actions.add({u"view.chart"_s,
        {QKeySequence(u"Ctrl+3"_s)},
        [] { return ActionText::tr("Go to the chart"); },
        [&target = parts.target] {
            target.setTab(TargetPanel::Tab::Deployments);
            target.deployments()->focusChart();
        }});
    actions.add({u"view.log"_s,
        {QKeySequence(u"Ctrl+4"_s)},
        [] { return ActionText::tr("Go to the log"); },
        [&target = parts.target] {
            target.setTab(TargetPanel::Tab::Deployments);
            target.deployments()->log()->focusLines();
        }});
    actions.add({u"view.overview"_s,
        {QKeySequence(u"Ctrl+5"_s)},
        [] { return ActionText::tr("Go to the overview"); },
        [&target = parts.target] { target.setTab(TargetPanel::Tab::Overview); }});
    actions.add({u"view.activity"_s,
        {QKeySequence(u"Ctrl+6"_s)},
        [] { return ActionText::tr("Show or hide earlier activity"); },
        [&activity = parts.activity] { activity.setExpanded(!activity.isExpanded()); }});
}

void addTools(const WindowActions::Parts &parts)
{
    ActionRegistry &actions = parts.actions;
    actions.add({u"log.openFind"_s,
        {QKeySequence::Find},
        [] { return ActionText::tr("Find in the log"); },
        [&target = parts.target] {
            target.setTab(TargetPanel::Tab::Deployments);
            target.deployments()->log()->openFind();
        }});
    actions.add({u"chart.toggleTable"_s,
        {QKeySequence(u"Ctrl+T"_s)},
        [] { return ActionText::tr("Switch between chart and table"); },
        [&target = parts.target] {
            target.deployments()->showTable(!target.deployments()->showsTable());
        }});
    actions.add({u"chart.fitAll"_s,
        {QKeySequence(u"Ctrl+0"_s)},
        [] { return ActionText::tr("Fit the whole deployment"); },
        [&target = parts.target] { target.deployments()->fitChart(); }});
    actions.add({u"chart.save"_s,
        {QKeySequence(u"Ctrl+Shift+E"_s)},
        [] { return ActionText::tr("Save the chart as a picture…"); },
        [&target = parts.target] { target.exports()->begin(DeploymentsPanel::Export::Picture); }});
    actions.add({u"copy.flyctl"_s,
        {QKeySequence(u"Ctrl+Shift+C"_s)},
        [] { return ActionText::tr("Copy as flyctl"); },
        [&target = parts.target] {
            target.exports()->copy(target.exports()->shownAction(), CopyMenu::Tool::Flyctl);
        }});
    ExportActions::add(actions, *parts.target.exports());
}

struct Offer
{
    TargetAction action;
    QString id;
    std::function<QString()> text;
};

QList<Offer> offers()
{
    return {
        {TargetAction::Deploy, u"action.deploy"_s, [] { return ActionText::tr("Deploy…"); }},
        {TargetAction::DeployImage,
            u"action.deployImage"_s,
            [] { return ActionText::tr("Deploy another image…"); }},
        {TargetAction::Retry, u"action.retry"_s, [] { return ActionText::tr("Retry deploy"); }},
        {TargetAction::Resume,
            u"action.resume"_s,
            [] { return ActionText::tr("Resume the deployment"); }},
        {TargetAction::RollBack, u"action.rollBack"_s, [] { return ActionText::tr("Roll back"); }},
        {TargetAction::RollBackTo,
            u"action.rollBackTo"_s,
            [] { return ActionText::tr("Roll back to another release…"); }},
        {TargetAction::Cancel,
            u"action.cancel"_s,
            [] { return ActionText::tr("Cancel the deployment"); }},
        {TargetAction::AskCancel,
            u"action.askCancel"_s,
            [] { return ActionText::tr("Ask the other program to cancel"); }},
    };
}

void addDeploys(const WindowActions::Parts &parts)
{
    ActionRegistry &actions = parts.actions;
    TargetPanel &target = parts.target;
    actions.add({u"action.primary"_s,
        {QKeySequence(u"Ctrl+Return"_s), QKeySequence(u"Ctrl+Enter"_s)},
        [] { return ActionText::tr("Do what is sensible now"); },
        [&target] { target.runPrimary(); },
        false,
        false});
    actions.add({u"action.more"_s,
        {QKeySequence(u"Alt+Down"_s)},
        [] { return ActionText::tr("More actions"); },
        [&target, &place = parts.place] {
            if (place.isVisible())
                place.openMenu();
            else
                target.openMenu();
        }});
    actions.add({u"action.decide"_s,
        {},
        [] { return ActionText::tr("Decide what to do about the deployment"); },
        [&target] { target.decide(); }});
    for (const Offer &offer : offers()) {
        actions.add(
            {offer.id, {}, offer.text, [&target, action = offer.action] { target.run(action); }});
    }
    const auto refresh = [&actions, &target] {
        const bool blocked = target.actions().blocked != TargetActions::Blocked::No;
        for (const Offer &offer : offers())
            actions.action(offer.id)->setEnabled(!blocked && target.actions().offers(offer.action));
        actions.action(u"action.primary"_s)->setEnabled(!blocked);
        actions.action(u"action.decide"_s)->setEnabled(target.canDecide());
    };
    refresh();
    QObject::connect(&target, &TargetPanel::actionsChanged, &actions, refresh);
}

void addLanguages(const WindowActions::Parts &parts)
{
    auto *group = new QActionGroup(&parts.actions);
    const auto add = [&parts, group](const QString &id,
                         const QString &language,
                         const std::function<QString()> &text) {
        QAction *action = parts.actions.add({id,
            {},
            text,
            [&switcher = parts.language, language] { switcher.choose(language); },
            true});
        group->addAction(action);
    };
    // Each in its own language, so that who cannot read the other finds it.
    add(u"language.en"_s, u"en"_s, [] { return u"English"_s; });
    add(u"language.es"_s, u"es"_s, [] { return u"Español"_s; });
    parts.actions.add({u"language.next"_s,
        {QKeySequence(u"Ctrl+Shift+L"_s)},
        [] { return ActionText::tr("Switch between English and Spanish"); },
        [&switcher = parts.language] {
            switcher.choose(switcher.current() == "es"_L1 ? u"en"_s : u"es"_s);
        }});
}

void addThemes(const WindowActions::Parts &parts)
{
    Appearance &appearance = parts.appearance;
    auto *group = new QActionGroup(&parts.actions);
    const auto add = [&](const QString &id,
                         Settings::Theme theme,
                         const std::function<QString()> &text) {
        QAction *action = parts.actions.add(
            {id, {}, text, [&appearance, theme] { appearance.choose(theme); }, true});
        action->setChecked(appearance.choice() == theme);
        group->addAction(action);
        QObject::connect(&appearance, &Appearance::changed, action, [action, theme, &appearance] {
            action->setChecked(appearance.choice() == theme);
        });
    };
    add(u"theme.system"_s, Settings::Theme::System, [] {
        return ActionText::tr("Light or dark as the desktop");
    });
    add(u"theme.light"_s, Settings::Theme::Light, [] { return ActionText::tr("Light"); });
    add(u"theme.dark"_s, Settings::Theme::Dark, [] { return ActionText::tr("Dark"); });
    parts.actions.add({u"theme.toggle"_s,
        {QKeySequence(u"Ctrl+Shift+D"_s)},
        [] { return ActionText::tr("Switch between light and dark"); },
        [&appearance] {
            appearance.choose(appearance.dark() ? Settings::Theme::Light : Settings::Theme::Dark);
        }});
    QAction *motion = parts.actions.add(
        {u"view.reducedMotion"_s, {}, [] { return ActionText::tr("Less motion"); }, {}, true});
    motion->setChecked(parts.settings.reducedMotion());
    QObject::connect(motion,
        &QAction::toggled,
        &parts.target,
        [&settings = parts.settings, &target = parts.target](bool on) {
            settings.setReducedMotion(on);
            target.deployments()->setReducedMotion(on);
        });
}

} // namespace

void WindowActions::add(const Parts &parts)
{
    addViews(parts);
    addTools(parts);
    addDeploys(parts);
    addLanguages(parts);
    addThemes(parts);
    parts.actions.add({u"app.quit"_s,
        {QKeySequence::Quit},
        [] { return ActionText::tr("Quit"); },
        [&window = parts.window] { window.close(); }});
}
