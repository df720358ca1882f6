#include "ui/fleet/fleetmenu.h"

#include "models/fleetmodel.h"
#include "ui/deploy/copymenu.h"

#include <QCoreApplication>
#include <QMenu>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

using What = PlatformAction::What;

struct MenuText
{
    Q_DECLARE_TR_FUNCTIONS(FleetMenu)
};

struct Entry
{
    What what;
    QString name;
    QString text;
};

QList<Entry> entriesOf(FleetModel::Kind kind)
{
    switch (kind) {
    case FleetModel::Kind::Account:
        return {{What::ListApps, u"fleet.copyApps"_s, MenuText::tr("List of apps")}};
    case FleetModel::Kind::App:
        return {{What::ShowApp, u"fleet.copyStatus"_s, MenuText::tr("Status")},
            {What::ListMachines, u"fleet.copyMachines"_s, MenuText::tr("Machines")},
            {What::ListReleases, u"fleet.copyReleases"_s, MenuText::tr("Releases")},
            {What::ShowLogs, u"fleet.copyLogs"_s, MenuText::tr("Log")},
            {What::ShowImage, u"fleet.copyImage"_s, MenuText::tr("Image")}};
    case FleetModel::Kind::Machine:
        return {{What::ShowMachine, u"fleet.copyStatus"_s, MenuText::tr("Status")},
            {What::ShowLogs, u"fleet.copyLogs"_s, MenuText::tr("Log")},
            {What::RestartMachine, u"fleet.copyRestart"_s, MenuText::tr("Restart of the machine")}};
    case FleetModel::Kind::Servers:
    case FleetModel::Kind::Server:
    case FleetModel::Kind::Stack:
    case FleetModel::Kind::Service:
        break; // who manages servers knows theirs
    }
    return {};
}

} // namespace

void FleetMenu::open(QTreeView *tree, const QPoint &position, const ServerEntries &serverEntries)
{
    const QModelIndex index = tree->indexAt(position);
    if (!index.isValid())
        return;
    const auto kind = static_cast<FleetModel::Kind>(index.data(FleetModel::KindRole).toInt());
    auto *menu = new QMenu(tree);
    menu->setObjectName(u"fleet.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Entry &entry : entriesOf(kind)) {
        PlatformAction action;
        action.what = entry.what;
        action.app = AppName(index.data(FleetModel::AppRole).toString());
        if (kind == FleetModel::Kind::Machine)
            action.machine = MachineId(index.data(Roles::Id).toString());
        QMenu *tools = menu->addMenu(entry.text);
        tools->setObjectName(entry.name);
        CopyMenu::add(*tools, action);
    }
    const ServerPlace place{ServerId(index.data(FleetModel::ServerRole).toString()),
        index.data(FleetModel::StackRole).toString()};
    if (serverEntries && !place.isEmpty()) {
        const QString service = kind == FleetModel::Kind::Service
            ? index.data(FleetModel::ServiceRole).toString()
            : QString();
        serverEntries(*menu, place, service);
    }
    if (menu->isEmpty())
        return menu->deleteLater();
    menu->popup(tree->viewport()->mapToGlobal(position));
}
