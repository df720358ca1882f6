#pragma once

#include "deploy/deployservice.h"

#include <QObject>
#include <QPointer>

class PlanDialog;

// From a wish to a running deployment: survey and plan, show it, apply it when confirmed. One at a
// time.
class DeployFlow final : public QObject
{
    Q_OBJECT

public:
    explicit DeployFlow(DeployService &service, QObject *parent = nullptr);

    void begin(const PlanRequest &request, QWidget *window);

Q_SIGNALS:
    void started(const DeploymentId &id);

private:
    void plan();
    void apply(const DeployPlan &plan);
    void applied(const Result<DeploymentId> &answer);

    DeployService &m_service;
    PlanRequest m_request;
    QPointer<PlanDialog> m_dialog;
    bool m_again = false; // planned anew because reality changed in between
};
