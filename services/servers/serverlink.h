#pragma once

#include "core/result.h"
#include "servers/sshmux.h"
#include "servers/sshquestion.h"
#include "types/server.h"

#include <functional>
#include <stop_token>

// A server that is reached, by whatever: ssh, or a shell of this computer.
struct ServerLink
{
    // Runs a command there; blocking.
    using Run = std::function<Result<SshEnd>(const SshCommand &, std::stop_token)>;

    Server server;
    Run run;
    // What its clock says, as ours would say it; empty: they differ by what a look measures.
    std::function<QDateTime(const QDateTime &theirs)> timeHere = {};
};

class SshConnections;
// Over the user's ssh. Blocking. Errors as SshConnections::open().
[[nodiscard]] Result<ServerLink> linkOver(
    SshConnections &connections, const Server &server, const SshAsker &asker, std::stop_token stop);

// By the name that atalaya.toml gives it. Blocking; from several threads at once.
using ServerOpener = std::function<Result<ServerLink>(const QString &name, std::stop_token)>;
