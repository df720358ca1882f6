#pragma once

#include "models/targetactions.h"
#include "models/words.h"
#include "types/deploymentstate.h"
#include "types/fleetsnapshot.h"
#include "ui/widgets/headerframe.h"

#include <optional>

// Name, environment, release, verdict and the one primary button. Never scrolls away.
class TargetHeader final : public HeaderFrame
{
    Q_OBJECT

public:
    explicit TargetHeader(QWidget *parent = nullptr);

    void setTarget(const AppName &name, bool production);
    void setApp(const std::optional<FleetApp> &app);
    // Of a stack: the server it is looked at on, how it is called there, and what atalaya.toml
    // says.
    void setStack(const std::optional<FleetServer> &server, const QString &stack, bool production);
    void setActions(const TargetActions &actions);
    // The deployment the sentence is about: the app's last one.
    void setLast(const DeploymentState &state, const std::optional<DeploymentSummary> &summary);
    void setNow(const QDateTime &now);
    void setBusy(bool busy); // a command is on its way

Q_SIGNALS:
    void actionRequested(TargetAction action);
    void copyFlyctlRequested();
    void productionChanged(bool production);
    void stackEntriesRequested(QMenu *menu); // of a stack: what is done with its place

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showFacts();
    void showSentence();
    void showActions();
    void fillMenu();
    [[nodiscard]] QString buttonText(TargetAction action) const;
    [[nodiscard]] QString blockedText() const;
    [[nodiscard]] QString stackFacts() const;
    [[nodiscard]] QString healthSentence() const;
    struct Told
    {
        Status status;
        QString sentence;
    };
    [[nodiscard]] Told toldOfNow() const; // where there is no deployment
    [[nodiscard]] Told toldOf(const AttemptState &attempt) const;
    [[nodiscard]] Told toldOfEnd(const AttemptState &attempt) const;
    [[nodiscard]] QString changedSince(const Verdict &verdict, const QDateTime &ended) const;

    AppName m_name;
    bool m_busy = false;
    std::optional<FleetApp> m_app;
    std::optional<FleetServer> m_server;
    QString m_stack; // its key on the server
    TargetActions m_actions;
    DeploymentState m_last;
    std::optional<DeploymentSummary> m_summary;
    QDateTime m_now;
};
