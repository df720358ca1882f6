#pragma once

#include "deploy/deployservice.h"

#include <QHash>
#include <QObject>

// Looks over all deployments that run here or are followed, whatever the window shows: folds their
// events for the activity strip, and tells how each ended.
class DeployWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit DeployWatcher(DeployService &service, QObject *parent = nullptr);

    // What the last process left: told once by interruptedFound.
    void lookForInterrupted();

Q_SIGNALS:
    void eventsFolded(const QList<DeployEvent> &events, const DeploymentState &state);
    void ended(const AppName &app, const DeploymentState &state);
    void interruptedFound(const DeploymentSummary &deployment);

private:
    struct Fold
    {
        DeploymentState state;
        QList<DeployEvent> early; // while the state is being read
        bool arrived = false;
    };

    void takeEvents(const DeploymentId &id, const QList<DeployEvent> &events);
    void load(const DeploymentId &id);
    void tellEnd(const DeploymentId &id, const AppName &app);

    DeployService &m_service;
    QHash<DeploymentId, Fold> m_folds;
};
