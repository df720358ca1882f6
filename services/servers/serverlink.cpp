#include "servers/serverlink.h"

#include "servers/sshconnections.h"

Result<ServerLink> linkOver(
    SshConnections &connections, const Server &server, const SshAsker &asker, std::stop_token stop)
{
    const Result<SshConnection> connection =
        connections.open(server.name, server.address, asker, std::move(stop));
    if (!connection)
        return failure(connection.error());
    ServerLink link;
    link.server = server;
    link.run = [connection = *connection](const SshCommand &command, std::stop_token token) {
        return connection.run(command, std::move(token));
    };
    return link;
}
