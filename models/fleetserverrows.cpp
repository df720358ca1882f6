#include "models/fleetmodel.h"
#include "models/fleetnode.h"
#include "models/format.h"
#include "models/wordsservers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

FleetModel::Wanted FleetModel::wantedStack(const ServerId &server, const StackFacts &stack)
{
    Wanted row;
    row.kind = Kind::Stack;
    row.id = row.stack = stackKey(stack);
    row.server = server.value;
    ServerRow content;
    content.stack = stack;
    content.stack.services.clear();
    content.state = stackFleetState(stack);
    for (const ServiceFacts &service : stack.services) {
        if (service.oneOff)
            continue;
        Wanted child;
        child.kind = Kind::Service;
        child.id = service.container;
        child.stack = row.stack;
        child.server = row.server;
        ServerRow inner;
        inner.service = service;
        inner.state = serviceFleetState(service);
        child.serverRow = std::make_shared<const ServerRow>(std::move(inner));
        row.children.push_back(std::move(child));
    }
    row.serverRow = std::make_shared<const ServerRow>(std::move(content));
    return row;
}

FleetModel::Wanted FleetModel::wantedServer(const FleetServer &server)
{
    Wanted row;
    row.kind = Kind::Server;
    row.id = row.server = server.server.id.value;
    ServerRow content;
    content.server = server;
    if (content.server.facts)
        content.server.facts->stacks.clear();
    content.state = serverFleetState(server);
    if (server.facts) {
        for (const StackFacts &stack : server.facts->stacks)
            row.children.push_back(wantedStack(server.server.id, stack));
    }
    row.serverRow = std::make_shared<const ServerRow>(std::move(content));
    return row;
}

FleetModel::Wanted FleetModel::wantedServers(const QList<FleetServer> &servers)
{
    Wanted row;
    row.kind = Kind::Servers;
    row.id = u":servers"_s; // no account's id
    ServerRow content;
    content.state = FleetState::Healthy;
    for (const FleetServer &server : servers) {
        content.others += server.error ? 1 : 0;
        row.children.push_back(wantedServer(server));
    }
    if (content.others > 0)
        content.state = FleetState::Degraded;
    row.serverRow = std::make_shared<const ServerRow>(std::move(content));
    return row;
}

QModelIndex FleetModel::indexOfPlace(const ServerPlace &place) const
{
    const auto &all = m_root->children;
    if (all.empty() || all.back()->kind != Kind::Servers)
        return {};
    for (const auto &row : all.back()->children) {
        if (row->server != place.server.value)
            continue;
        if (place.stack.isEmpty())
            return indexOf(row.get());
        for (const auto &child : row->children) {
            if (child->stack == place.stack)
                return indexOf(child.get());
        }
    }
    return {};
}

std::optional<FleetServer> FleetModel::server(const ServerId &id) const
{
    const auto found = std::ranges::find(
        m_snapshot.servers, id, [](const FleetServer &row) { return row.server.id; });
    return found == m_snapshot.servers.cend() ? std::nullopt : std::optional(*found);
}

QString FleetModel::serverNameText(const Node &row) const
{
    const ServerRow &content = *row.serverRow;
    switch (row.kind) {
    case Kind::Servers:
        return tr("Servers");
    case Kind::Server: {
        const Server &server = content.server.server;
        if (server.local)
            return tr("%1 (this computer)", "the practice server").arg(server.name);
        return server.name.compare(server.address.host, Qt::CaseInsensitive) == 0
            ? server.name
            : tr("%1 (%2)", "server, its address").arg(server.name, server.address.host);
    }
    case Kind::Stack:
        return row.stack;
    case Kind::Service:
        return WordsServers::serviceName(content.service);
    default:
        return {};
    }
}

QString FleetModel::serverStateText(const Node &row) const
{
    const ServerRow &content = *row.serverRow;
    switch (row.kind) {
    case Kind::Servers:
        return content.others > 0 ? tr("%Ln not reachable", "servers", content.others) : QString();
    case Kind::Server:
        return WordsServers::serverState(content.server);
    case Kind::Stack:
        return WordsServers::stackState(content.stack, content.state);
    case Kind::Service:
        return WordsServers::serviceState(content.service);
    default:
        return {};
    }
}

QString FleetModel::serverAccessibleText(const Node &row) const
{
    const QString name = nameText(row);
    const QString state = stateText(row);
    switch (row.kind) {
    case Kind::Servers:
        return state.isEmpty() ? name : tr("%1, %2", "servers, state").arg(name, state);
    case Kind::Server:
        return state.isEmpty() ? tr("Server %1").arg(name) : tr("Server %1, %2").arg(name, state);
    case Kind::Stack:
        return tr("Stack %1, %2").arg(name, state);
    case Kind::Service:
        return tr("Service %1, %2").arg(name, state);
    default:
        return {};
    }
}

QStringList FleetModel::serverToolTip(const Node &row) const
{
    const ServerRow &content = *row.serverRow;
    QStringList lines;
    if (row.kind == Kind::Server && content.server.error)
        lines.append(WordsServers::trouble(content.server));
    if (row.kind == Kind::Stack && content.stack.lock)
        lines.append(WordsServers::lock(*content.stack.lock));
    if (row.kind == Kind::Service)
        lines.append(WordsServers::service(content.service));
    const QDateTime seen = row.toldAt();
    if (seen.isValid())
        lines.append(tr("Seen %1 (%2)").arg(Format::age(seen, m_now), Format::utc(seen)));
    return lines;
}
