#include "settings/serverstore.h"

#include "core/ulid.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QStringList foldersOf(const QJsonValue &value)
{
    QStringList folders;
    for (const QJsonValue &item : value.toArray())
        folders.append(item.toString());
    return folders;
}

QJsonObject serverToJson(const Server &server)
{
    return {
        {u"id"_s, server.id.value},
        {u"name"_s, server.name},
        {u"host"_s, server.address.host},
        {u"port"_s, server.address.port},
        {u"user"_s, server.address.user},
        {u"identity"_s, server.address.identity},
        {u"jump"_s, server.address.jump},
        {u"production"_s, server.production},
        {u"readOnly"_s, server.readOnly},
        {u"folders"_s, QJsonArray::fromStringList(server.folders)},
        {u"backups"_s, QJsonArray::fromStringList(server.backups)},
    };
}

Error refusedServer(ServerProblem problem, const QString &name)
{
    return {Error::Kind::InvalidInput,
        u"server %1: %2"_s.arg(name, serverProblemName(problem)),
        0,
        {},
        {},
        u"server-"_s + serverProblemName(problem)};
}

Error noServer(const QString &name)
{
    return {Error::Kind::NotFound, u"there is no server %1"_s.arg(name), 0, {}, {}, u"no-server"_s};
}

// An entry that was changed by hand is checked like one that is given.
Result<QList<Server>> serversOf(const QJsonArray &array, const QString &where)
{
    QList<Server> servers;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        Server server;
        server.id = ServerId(object.value("id"_L1).toString());
        server.name = object.value("name"_L1).toString();
        server.address = {object.value("host"_L1).toString(),
            object.value("port"_L1).toInt(),
            object.value("user"_L1).toString(),
            object.value("identity"_L1).toString(),
            object.value("jump"_L1).toString()};
        server.production = object.value("production"_L1).toBool(true);
        server.readOnly = object.value("readOnly"_L1).toBool();
        server.folders = foldersOf(object.value("folders"_L1));
        server.backups = foldersOf(object.value("backups"_L1));
        const std::optional<ServerProblem> problem = problemOf(server);
        if (server.id.isEmpty() || problem) {
            return failure(Error::Kind::Storage,
                u"%1: a server without id, or that is not one: %2"_s.arg(where, server.name));
        }
        servers.append(server);
    }
    return servers;
}

QJsonArray arrayOf(const QList<Server> &servers)
{
    QJsonArray array;
    for (const Server &server : servers)
        array.append(serverToJson(server));
    return array;
}

std::optional<Error> refusalOf(const Server &server, const QList<Server> &others)
{
    std::optional<ServerProblem> problem = problemOf(server);
    const bool taken = std::any_of(others.cbegin(), others.cend(), [&server](const Server &other) {
        return other.id != server.id && other.name.compare(server.name, Qt::CaseInsensitive) == 0;
    });
    if (!problem && taken)
        problem = ServerProblem::NameTaken;
    return problem ? std::optional(refusedServer(*problem, server.name)) : std::nullopt;
}
} // namespace

ServerStore::ServerStore(const QString &folder)
    : m_list(folder + u"/servers.json"_s, u"servers"_s)
{
}

Result<QList<Server>> ServerStore::list() const
{
    const Result<QJsonArray> array = m_list.read();
    return array ? serversOf(*array, path()) : failure(array.error());
}

Result<Server> ServerStore::find(const QString &nameOrId) const
{
    const Result<QList<Server>> servers = list();
    if (!servers)
        return failure(servers.error());
    const auto found =
        std::find_if(servers->cbegin(), servers->cend(), [&nameOrId](const Server &server) {
            return server.id.value == nameOrId
                || server.name.compare(nameOrId, Qt::CaseInsensitive) == 0;
        });
    return found == servers->cend() ? failure(noServer(nameOrId)) : Result<Server>(*found);
}

Result<Server> ServerStore::add(Server server)
{
    server.id = ServerId(newUlid());
    server.name = server.name.trimmed();
    const Result<void> changed =
        m_list.change([this, &server](const QJsonArray &before) -> Result<QJsonArray> {
            Result<QList<Server>> servers = serversOf(before, path());
            if (!servers)
                return failure(servers.error());
            if (const std::optional<Error> refusal = refusalOf(server, *servers))
                return failure(*refusal);
            servers->append(server);
            return arrayOf(*servers);
        });
    return changed ? Result<Server>(server) : failure(changed.error());
}

Result<void> ServerStore::save(const Server &server)
{
    return m_list.change([this, &server](const QJsonArray &before) -> Result<QJsonArray> {
        Result<QList<Server>> servers = serversOf(before, path());
        if (!servers)
            return failure(servers.error());
        const auto known = std::ranges::find(*servers, server.id, &Server::id);
        if (known == servers->end())
            return failure(noServer(server.name));
        if (const std::optional<Error> refusal = refusalOf(server, *servers))
            return failure(*refusal);
        *known = server;
        return arrayOf(*servers);
    });
}

Result<void> ServerStore::remove(const ServerId &id)
{
    return m_list.change([this, &id](const QJsonArray &before) -> Result<QJsonArray> {
        Result<QList<Server>> servers = serversOf(before, path());
        if (!servers)
            return failure(servers.error());
        servers->removeIf([&id](const Server &server) { return server.id == id; });
        return arrayOf(*servers);
    });
}
