#include "app/stackservers.h"

#include "app/userssh.h"
#include "config/stackcommands.h"
#include "deploy/causes.h"
#include "servers/sshconnections.h"
#include "settings/serverstore.h"
#include "settings/settings.h"

#include <QRegularExpression>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace {
// "user@host:port", an alias of ~/.ssh/config: what is not in the list may still be reached.
Server serverOfText(const QString &name)
{
    static const QRegularExpression form(
        u"^(?:([^@]+)@)?([^:\\[\\]]+|\\[[^\\]]+\\])(?::(\\d+))?$"_s);
    const QRegularExpressionMatch match = form.match(name);
    Server server;
    server.id = ServerId(name);
    server.name = name;
    server.address.host = match.hasMatch() ? match.captured(2) : name;
    server.address.user = match.captured(1);
    server.address.port = match.captured(3).toInt();
    return server;
}

Result<Server> serverNamed(const QString &configFolder, const QString &name)
{
    Result<Server> known = ServerStore(configFolder).find(name);
    if (known || known.error().kind != Error::Kind::NotFound)
        return known;
    return serverOfText(name);
}
} // namespace

StackDeployParts stackDeployParts(UserSsh &ssh, const QString &configFolder)
{
    const QString settingsPath = configFolder + u"/settings.ini"_s;
    StackDeployParts parts;
    parts.open = [&ssh, configFolder](
                     const QString &name, std::stop_token stop) -> Result<ServerLink> {
        const Result<Server> server = serverNamed(configFolder, name);
        if (!server)
            return failure(server.error());
        const Result<SshConnections *> connections = ssh.connections();
        if (!connections)
            return failure(connections.error());
        const Result<SshConnection> connection =
            (*connections)->open(server->name, server->address, ssh.asker(), stop);
        if (!connection)
            return failure(connection.error());
        ServerLink link;
        link.server = *server;
        link.run = [connection = *connection](const SshCommand &command, std::stop_token token) {
            return connection.run(command, std::move(token));
        };
        return link;
    };
    // Settings of their own per question: they belong to the main thread.
    parts.folderOf = [settingsPath](const AppName &target) {
        return Settings(settingsPath).projectConfig(target.value);
    };
    parts.isTrusted = [settingsPath](const StackFolder &folder) -> Result<void> {
        const TrustState state = trustStateOf(
            Settings(settingsPath).trust(folder.tomlPath()), folder.contentHash, folder.commands);
        if (state.is == TrustState::Is::Trusted)
            return {};
        return Cause::stackUntrusted(folder.contentHash, state.is == TrustState::Is::Changed);
    };
    parts.owner =
        QString(qEnvironmentVariable("USER", u"?"_s) + u'@' + QSysInfo::machineHostName());
    return parts;
}
