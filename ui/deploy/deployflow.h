#pragma once

#include "deploy/deployservice.h"

#include <QObject>
#include <QPointer>

#include <functional>

class PlanDialog;

// From a wish to a running deployment: survey and plan, show it, apply it when confirmed. One at a
// time.
class DeployFlow final : public QObject
{
    Q_OBJECT

public:
    explicit DeployFlow(DeployService &service, QObject *parent = nullptr);

    void begin(const PlanRequest &request, QWidget *window);

    // What a project may run on servers has to be seen first: asks, above `parent`, and calls
    // `trusted` when it was.
    using TrustAsker = std::function<void(
        const QString &configPath, QWidget *parent, const std::function<void()> &trusted)>;
    void setTrustAsker(const TrustAsker &asker) { m_askTrust = asker; }

Q_SIGNALS:
    void started(const DeploymentId &id);

private:
    void plan();
    void apply(const DeployPlan &plan);
    void applied(const Result<DeploymentId> &answer);
    void planned(const Result<DeployPlan> &plan);

    DeployService &m_service;
    PlanRequest m_request;
    TrustAsker m_askTrust;
    QPointer<PlanDialog> m_dialog;
    bool m_again = false; // planned anew because reality changed in between
};
