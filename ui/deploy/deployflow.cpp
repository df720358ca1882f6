#include "ui/deploy/deployflow.h"

#include "ui/deploy/plandialog.h"

using namespace Qt::StringLiterals;

DeployFlow::DeployFlow(DeployService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
}

void DeployFlow::begin(const PlanRequest &request, QWidget *window)
{
    // One that was closed may not be deleted yet.
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->raise();
        return;
    }
    m_request = request;
    m_again = false;
    m_dialog = new PlanDialog(request.app, request.kind, window);
    connect(m_dialog, &PlanDialog::refreshRequested, this, &DeployFlow::plan);
    connect(m_dialog, &PlanDialog::applyRequested, this, &DeployFlow::apply);
    m_dialog->open();
    plan();
}

void DeployFlow::plan()
{
    if (!m_dialog)
        return;
    m_dialog->showLoading();
    // Answers for a dialog that was closed meanwhile die with it.
    deliver(m_service.plan(m_request), m_dialog, [this](const Result<DeployPlan> &plan) {
        if (m_dialog)
            planned(plan);
    });
}

void DeployFlow::planned(const Result<DeployPlan> &answer)
{
    if (answer)
        return m_dialog->setPlan(*answer, m_again);
    m_dialog->setError(answer.error());
    if (m_askTrust && answer.error().code.startsWith("stack-untrusted"_L1))
        m_askTrust(m_request.configPath, m_dialog, [this] { plan(); });
}

void DeployFlow::apply(const DeployPlan &plan)
{
    m_dialog->setApplying(true);
    deliver(m_service.apply(plan), this, [this](const Result<DeploymentId> &answer) {
        applied(answer);
    });
}

void DeployFlow::applied(const Result<DeploymentId> &answer)
{
    if (answer) {
        if (m_dialog)
            m_dialog->accept();
        Q_EMIT started(*answer);
        return;
    }
    if (!m_dialog)
        return;
    if (answer.error().kind == Error::Kind::Precondition) {
        m_again = true;
        plan();
        return;
    }
    m_dialog->setError(answer.error());
}
