#pragma once

#include "models/targetactions.h"
#include "models/words.h"
#include "types/deploymentstate.h"

#include <QWidget>

#include <optional>

class Banner;
class Catalogue;
class Clock;
class DeployService;
class DeploymentsController;
class DeploymentsPanel;
class DeployFlow;
class ExportFlow;
class LanguageSwitcher;
class OverviewPanel;
class Prompts;
class QMenu;
class QStackedWidget;
class QTabBar;
class Settings;
class ServerBody;
class SituationStrip;
class SituationsFeed;
class StatePages;
class TargetHeader;

// The chosen app: header, tabs, and what is under them. Joins the panels, which know no service,
// with the controller and the deploy flow.
class TargetPanel final : public QWidget
{
    Q_OBJECT

public:
    struct Parts
    {
        DeployService &deploy;
        Settings &settings;
        const Catalogue &catalogue;
        Clock &clock;
        LanguageSwitcher &language;
        Prompts &prompts;
    };
    enum class Tab
    {
        Deployments,
        Overview
    };

    explicit TargetPanel(const Parts &parts, QWidget *parent = nullptr);
    ~TargetPanel() override;

    void setApp(const AppName &name);
    [[nodiscard]] AppName app() const;
    // What the fleet knows of it now; `readOnly`: the switch of its account.
    void setFleetApp(const std::optional<FleetApp> &app, bool readOnly = false);
    // Of a stack's target: the server that it is looked at on, and its key there.
    void setStack(const std::optional<FleetServer> &server, const QString &stack, bool production);
    void setNow(const QDateTime &now);
    void setTab(Tab tab);
    void tell(Status status, const QString &text);

    [[nodiscard]] const TargetActions &actions() const { return m_actions; }
    void run(TargetAction action); // as if its button were pressed
    void runPrimary();
    // The deployment looked at stopped half-way: asks how it goes on.
    void decide();
    [[nodiscard]] bool canDecide() const;
    void openMenu();
    [[nodiscard]] ExportFlow *exports() const { return m_exports; }
    [[nodiscard]] DeploymentsPanel *deployments() const { return m_deployments; }
    [[nodiscard]] DeploymentsController *controller() const { return m_controller; }
    [[nodiscard]] TargetHeader *header() const { return m_header; }

Q_SIGNALS:
    void actionsChanged();
    void refreshRequested();
    void connectRequested(); // of a stack's server
    void stackEntriesRequested(QMenu *menu);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectController();
    void connectPanels();
    void retranslate();
    void historyArrived();
    void stateArrived();
    void updateActions();
    void connectStack();
    void showTab();
    void connectSituations();
    void showSituations();
    void showLast();
    void readNewest();
    void askImage();
    void askVersion();
    void rollBackTo(int version);
    void carryOut(FailureAnswer answer);
    void confirmCancel();

    Parts m_parts;
    std::optional<FleetApp> m_app;
    bool m_readOnly = false;
    std::optional<FleetServer> m_server; // of a stack
    TargetActions m_actions;
    bool m_couldDecide = false;
    QList<Diagnosis> m_judged; // what the app tells of itself
    DeploymentState m_last; // of the newest deployment, which the header tells about
    TargetHeader *m_header;
    Banner *m_banner;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    DeploymentsPanel *m_deployments;
    OverviewPanel *m_overview;
    ServerBody *m_services; // the overview of a stack
    SituationStrip *m_situation;
    SituationsFeed *m_situations;
    StatePages *m_pages;
    DeploymentsController *m_controller;
    DeployFlow *m_flow;
    ExportFlow *m_exports;
};
