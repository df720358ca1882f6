#include "app/ctl/runwatcher.h"

RunWatcher::RunWatcher(DeployService &service, CtlOutput &out, QObject *parent)
    : QObject(parent)
    , m_out(out)
{
    connect(&service, &DeployService::eventsArrived, this, &RunWatcher::print);
    connect(&service, &DeployService::finished, this, &RunWatcher::finish);
    connect(&service, &DeployService::journalFailed, this, [this](const Error &error) {
        m_journalError = error;
    });
}

Pending<DeploymentId> RunWatcher::watch(const DeploymentState &known, bool events)
{
    m_id = known.id;
    m_printer.emplace(m_out, events, known);
    m_ended.emplace();
    m_journalError.reset();
    return m_ended->pending();
}

bool RunWatcher::isWatched(const DeploymentId &id) const
{
    return m_printer && (m_id.isEmpty() || m_id == id);
}

void RunWatcher::print(const DeploymentId &id, const QList<DeployEvent> &events)
{
    if (!isWatched(id))
        return;
    for (const DeployEvent &event : events)
        m_printer->print(event);
}

void RunWatcher::finish(const DeploymentId &id)
{
    if (isWatched(id))
        m_ended->fulfil(id);
}
