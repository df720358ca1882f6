#include "ui/shell/deploywatcher.h"

#include "core/log.h"

DeployWatcher::DeployWatcher(DeployService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
    connect(&m_service, &DeployService::eventsArrived, this, &DeployWatcher::takeEvents);
    connect(&m_service, &DeployService::finished, this, &DeployWatcher::tellEnd);
}

void DeployWatcher::lookForInterrupted()
{
    deliver(m_service.unfinished(), this, [this](const Result<QList<DeploymentSummary>> &rows) {
        if (!rows)
            return; // the panels tell why the journal cannot be read
        for (const DeploymentSummary &row : *rows) {
            if (row.status == DeploymentSummary::Status::Interrupted)
                return void(Q_EMIT interruptedFound(row));
        }
    });
}

void DeployWatcher::takeEvents(const DeploymentId &id, const QList<DeployEvent> &events)
{
    Fold &fold = m_folds[id];
    if (!fold.arrived) {
        const bool first = fold.early.isEmpty();
        fold.early.append(events);
        if (first)
            load(id);
        return;
    }
    QList<DeployEvent> fresh;
    for (const DeployEvent &event : events) {
        if (event.sequence <= fold.state.lastSequence)
            continue;
        if (!fold.state.apply(event)) {
            fold.arrived = false;
            fold.early = events;
            return load(id);
        }
        fresh.append(event);
    }
    if (!fresh.isEmpty())
        Q_EMIT eventsFolded(fresh, fold.state);
}

void DeployWatcher::load(const DeploymentId &id)
{
    deliver(m_service.load(id), this, [this, id](const Result<DeploymentState> &state) {
        Fold &fold = m_folds[id];
        const QList<DeployEvent> early = std::exchange(fold.early, {});
        if (!state) {
            Log::area("ui")->warn("deployment not read id={} kind={}",
                id.value.toStdString(),
                errorKindName(state.error().kind).toStdString());
            return;
        }
        fold.state = *state;
        fold.arrived = true;
        for (const DeployEvent &event : early) {
            if (event.sequence > fold.state.lastSequence && !fold.state.apply(event))
                break; // the next batch finds the gap and reads again
        }
        Q_EMIT eventsFolded(early, fold.state);
    });
}

void DeployWatcher::tellEnd(const DeploymentId &id, const AppName &app)
{
    deliver(m_service.load(id), this, [this, id, app](const Result<DeploymentState> &state) {
        m_folds.remove(id);
        if (state)
            Q_EMIT ended(app, *state);
    });
}
