#pragma once

#include "deploy/deployservice.h"

#include <QObject>
#include <QTimer>

#include <optional>

// Between DeployService and the panels of one app: reads its history, loads the deployment that is
// looked at, folds what arrives live, and follows what another process runs.
class DeploymentsController final : public QObject
{
    Q_OBJECT

public:
    explicit DeploymentsController(DeployService &service, QObject *parent = nullptr);
    ~DeploymentsController() override;

    void setApp(const AppName &app);
    [[nodiscard]] const AppName &app() const { return m_app; }
    void show(const DeploymentId &id); // becomes the one looked at
    void reload(); // history and the deployment, after an error
    [[nodiscard]] const QList<DeploymentSummary> &history() const { return m_history; }
    [[nodiscard]] DeploymentId shown() const { return m_shown; }
    [[nodiscard]] const DeploymentState &state() const { return m_state; }
    [[nodiscard]] std::optional<DeploymentSummary> shownSummary() const;
    void cancel(const DeploymentId &id);

Q_SIGNALS:
    void historyLoading();
    void historyChanged(const QList<DeploymentSummary> &history);
    void historyFailed(const Error &error);
    void stateLoading();
    void stateLoaded(const DeploymentState &state);
    void stateFailed(const Error &error);
    void eventsApplied(const QList<DeployEvent> &events, const DeploymentState &state);
    void logLoaded(const QList<LogLine> &lines);
    void logFailed(const Error &error);
    void logAppended(const QList<LogLine> &lines);
    void cancelFailed(const Error &error);
    void shownChanged(const DeploymentId &id);

private:
    void readHistory();
    void takeHistory(const QList<DeploymentSummary> &history);
    void loadShown();
    void takeState(const DeploymentState &state);
    void takeEvents(const DeploymentId &id, const QList<DeployEvent> &events);
    void takeLog(const DeploymentId &id, const QList<LogLine> &lines);
    void reloadIfBehind();
    void followIfElsewhere();
    void stopFollowing();

    DeployService &m_service;
    AppName m_app;
    QList<DeploymentSummary> m_history;
    DeploymentId m_shown;
    DeploymentId m_followed;
    bool m_followedLogBegins = false; // it is told from its first line on
    QTimer m_look; // for what other processes do
    DeploymentState m_state;
    bool m_historyArrived = false;
    bool m_stateArrived = false;
    bool m_logArrived = false;
    QList<DeployEvent> m_early; // arrived while the state was being read
    QList<LogLine> m_earlyLog;
    int m_generation = 0; // answers to older questions are dropped
};
