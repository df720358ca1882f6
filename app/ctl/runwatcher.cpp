#include "app/ctl/runwatcher.h"

#include <utility>

RunWatcher::RunWatcher(DeployService &service, CtlOutput &out, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_out(out)
{
    connect(&service, &DeployService::eventsArrived, this, &RunWatcher::print);
    connect(&service, &DeployService::finished, this, &RunWatcher::finish);
    connect(&service, &DeployService::journalFailed, this, [this](const Error &error) {
        m_journalError = error;
    });
}

Pending<DeploymentId> RunWatcher::watch(
    const DeploymentId &id, const DeploymentState &known, bool events)
{
    m_id = id;
    m_printer.emplace(m_out, events, known);
    m_ended.emplace();
    m_waiting.clear();
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
    m_waiting.append(events);
    if (!m_catchingUp)
        printWaiting();
}

void RunWatcher::printWaiting()
{
    while (!m_waiting.isEmpty()) {
        const DeployEvent event = m_waiting.takeFirst();
        if (event.deployment == m_id && event.sequence > m_printer->state().lastSequence + 1) {
            m_waiting.prepend(event);
            return catchUp();
        }
        m_printer->print(event);
    }
    if (!m_over.isEmpty())
        m_ended->fulfil(std::exchange(m_over, {}));
}

// What was not known when it began is in the journal: nothing of a run goes untold.
void RunWatcher::catchUp()
{
    m_catchingUp = true;
    deliver(m_service.events(m_id), this, [this](const Result<QList<DeployEvent>> &all) {
        m_catchingUp = false;
        for (const DeployEvent &event : all.value_or(QList<DeployEvent>()))
            m_printer->print(event);
        if (!m_waiting.isEmpty())
            m_printer->print(m_waiting.takeFirst()); // as well as it goes
        printWaiting();
    });
}

void RunWatcher::finish(const DeploymentId &id)
{
    if (!isWatched(id))
        return;
    m_over = id;
    if (!m_catchingUp)
        printWaiting();
}
