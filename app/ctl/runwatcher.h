#pragma once

#include "app/ctl/runprinter.h"
#include "core/promise.h"
#include "deploy/deployservice.h"

#include <QObject>

#include <optional>

// Prints what the service tells of one deployment, run here or followed, and answers when it has
// ended. Main thread.
class RunWatcher final : public QObject
{
    Q_OBJECT

public:
    RunWatcher(DeployService &service, CtlOutput &out, QObject *parent = nullptr);

    // Before it is applied or followed. Without an id: the new one that is run here next. `known`:
    // what is not told again.
    Pending<DeploymentId> watch(const DeploymentId &id, const DeploymentState &known, bool events);
    // Why the journal could not go on, once the watched run has ended.
    [[nodiscard]] std::optional<Error> journalError() const { return m_journalError; }

private:
    [[nodiscard]] bool isWatched(const DeploymentId &id) const;
    void print(const DeploymentId &id, const QList<DeployEvent> &events);
    void printWaiting();
    void catchUp();
    void finish(const DeploymentId &id);

    DeployService &m_service;
    CtlOutput &m_out;
    DeploymentId m_id; // empty: any
    std::optional<RunPrinter> m_printer;
    std::optional<Promise<DeploymentId>> m_ended;
    std::optional<Error> m_journalError;
    QList<DeployEvent> m_waiting; // to be printed
    bool m_catchingUp = false;
    DeploymentId m_over; // it has ended
};
