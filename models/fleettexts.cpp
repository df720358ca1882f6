#include "models/fleetmodel.h"
#include "models/fleetnode.h"
#include "models/format.h"

using namespace Qt::StringLiterals;

QString FleetModel::nameText(const Node &row) const
{
    switch (row.kind) {
    case Kind::Account:
        return row.account.sandbox ? tr("%1 (sandbox)").arg(row.account.name)
                                   : tr("%1 (Fly.io)").arg(row.account.name);
    case Kind::App:
        return row.id;
    case Kind::Machine:
        return QString(Format::shortId(row.id) % "  "_L1 % row.machine.region);
    case Kind::Servers:
    case Kind::Server:
    case Kind::Stack:
    case Kind::Service:
        return serverNameText(row);
    }
    return {};
}

QString FleetModel::stateText(const Node &row) const
{
    switch (row.kind) {
    case Kind::Account:
        if (row.account.error)
            return Words::accountError(*row.account.error);
        if (row.account.machinesError)
            return tr("machines not up to date");
        if (row.account.releasesError)
            return tr("releases not up to date");
        if (row.failed > 0)
            return tr("%Ln app(s) failed", nullptr, row.failed);
        return row.account.loading ? tr("loading") : QString();
    case Kind::App:
        return Words::fleetState(row.app.state);
    case Kind::Machine: {
        const FleetState state = machineFleetState(row.machine, row.parent->app.seenAt());
        const bool ill = state == FleetState::Failed || state == FleetState::Degraded;
        if (row.machine.state == MachineState::Started && ill)
            //: a machine that runs, but whose health checks do not pass
            return tr("unhealthy");
        return Words::machineState(row.machine.state, row.machine.rawState);
    }
    case Kind::Servers:
    case Kind::Server:
    case Kind::Stack:
    case Kind::Service:
        return serverStateText(row);
    }
    return {};
}

QString FleetModel::accessibleText(const Node &row) const
{
    const QString state = stateText(row);
    switch (row.kind) {
    case Kind::Account:
        return state.isEmpty() ? tr("Account %1").arg(nameText(row))
                               : tr("Account %1, %2").arg(nameText(row), state);
    case Kind::App:
        return tr("App %1, %2").arg(row.id, state);
    case Kind::Machine:
        return tr("Machine %1 in %2, %3").arg(row.id, row.machine.region, state);
    case Kind::Servers:
    case Kind::Server:
    case Kind::Stack:
    case Kind::Service:
        return serverAccessibleText(row);
    }
    return {};
}

QStringList FleetModel::troubles(const Node &row) const
{
    QStringList lines;
    if (row.kind == Kind::App && row.app.error)
        lines.append(Words::watchedError(*row.app.error));
    if (row.kind != Kind::Account)
        return lines;
    if (row.account.error)
        lines.append(Words::watchedError(*row.account.error));
    if (row.account.machinesError) {
        lines.append(tr("Fly.io does not list the machines of this account just now (%1). The app "
                        "that is open is asked itself; what is shown of the others is as old as "
                        "they say.")
                         .arg(Words::accountError(*row.account.machinesError)));
    }
    if (row.account.releasesError) {
        lines.append(tr("The part of Fly.io that tells the newest releases of all apps (GraphQL) "
                        "does not answer (%1). They are as old as each app says; the rest is up "
                        "to date.")
                         .arg(Words::accountError(*row.account.releasesError)));
    }
    return lines;
}

QStringList FleetModel::ages(const Node &row) const
{
    const QDateTime told = row.toldAt();
    if (!told.isValid())
        return {};
    QStringList lines{tr("Seen %1 (%2)").arg(Format::age(told, m_now), Format::utc(told))};
    if (row.kind == Kind::Account)
        return lines;
    const FleetApp &app = row.kind == Kind::App ? row.app : row.parent->app;
    if (!app.fetchedAt.isValid())
        lines.append(tr("Its health has not been seen yet."));
    else if (app.fetchedAt != told)
        lines.append(tr("Its health was seen %1.").arg(Format::age(app.fetchedAt, m_now)));
    if (row.kind == Kind::App && app.releaseAt.isValid() && app.releaseAt != told)
        lines.append(tr("Its newest release was seen %1.").arg(Format::age(app.releaseAt, m_now)));
    return lines;
}

QString FleetModel::toolTip(const Node &row) const
{
    QStringList lines{accessibleText(row)};
    if (row.serverRow)
        return (lines + serverToolTip(row)).join(u'\n');
    if (row.kind == Kind::App)
        lines.append(tr("%Ln machine(s)", nullptr, int(row.children.size())));
    if (row.kind == Kind::Machine && !row.machine.checks.isEmpty()) {
        lines.append(tr("%1 of %2 health checks pass")
                         .arg(QLocale().toString(row.machine.passingChecks()),
                             QLocale().toString(row.machine.checks.size())));
    }
    return (lines + troubles(row) + ages(row)).join(u'\n');
}
