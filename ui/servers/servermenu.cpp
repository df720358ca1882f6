#include "ui/servers/servermenu.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace {
using ServerWhat = ServerAction::What;

struct ServerMenuText
{
    Q_DECLARE_TR_FUNCTIONS(ServerMenu)
};

struct CopyEntry
{
    ServerWhat what;
    QString name;
    QString text;
};

QList<CopyEntry> copyEntries(const QString &stack, const QString &service)
{
    if (!service.isEmpty())
        return {{ServerWhat::ServiceLog, u"server.copyLog"_s, ServerMenuText::tr("Log")},
            {ServerWhat::RestartService,
                u"server.copyRestart"_s,
                ServerMenuText::tr("Restart of the service")}};
    if (!stack.isEmpty())
        return {{ServerWhat::StackStatus, u"server.copyStatus"_s, ServerMenuText::tr("Status")},
            {ServerWhat::StackLog, u"server.copyLog"_s, ServerMenuText::tr("Log")}};
    return {{ServerWhat::Connect, u"server.copyConnect"_s, ServerMenuText::tr("Connection")},
        {ServerWhat::ListContainers,
            u"server.copyContainers"_s,
            ServerMenuText::tr("List of containers")},
        {ServerWhat::DiskUse, u"server.copyDisk"_s, ServerMenuText::tr("Disk space of Docker")}};
}

void addCopy(QMenu &menu, const QString &name, const QString &text, const QString &command)
{
    if (command.isEmpty())
        return;
    QAction *entry = menu.addAction(text);
    entry->setObjectName(name);
    entry->setToolTip(command);
    QObject::connect(entry, &QAction::triggered, entry, [command] {
        QGuiApplication::clipboard()->setText(command);
    });
}

ServerAction actionOf(const FleetServer &server, const QString &stack)
{
    ServerAction action;
    action.address = server.server.address;
    if (server.facts)
        action.compose = server.facts->compose;
    if (const StackFacts *facts = server.stack(stack))
        action.stack = *facts;
    return action;
}
} // namespace

ServerAction ServerMenu::usualAction(const FleetServer &server, const QString &stack)
{
    ServerAction action = actionOf(server, stack);
    action.what = server.stack(stack) ? ServerWhat::StackStatus : ServerWhat::Connect;
    return action;
}

void ServerMenu::addCopies(
    QMenu &menu, const FleetServer &server, const QString &stack, const QString &service)
{
    ServerAction action = actionOf(server, stack);
    action.service = service;
    menu.setToolTipsVisible(true);
    const bool known = server.stack(stack) != nullptr;
    for (const CopyEntry &entry :
        copyEntries(known ? stack : QString(), known ? service : QString())) {
        action.what = entry.what;
        const ServerCommands commands = ServerCommands::of(action);
        QMenu *tools = menu.addMenu(entry.text);
        tools->setObjectName(entry.name);
        tools->setToolTipsVisible(true);
        addCopy(*tools, u"copy.ssh"_s, ServerMenuText::tr("Copy as ssh"), commands.ssh);
        addCopy(*tools,
            u"copy.docker"_s,
            ServerMenuText::tr("Copy as docker, for the server"),
            commands.docker);
    }
}
