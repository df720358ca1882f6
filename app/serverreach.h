#pragma once

#include "servers/serverlink.h"

#include <memory>
#include <optional>

class PracticeServer;
class UserSsh;

// How the servers of a profile are reached: over the user's ssh; in the sandbox, the practice
// server by a shell of this computer, and no other. Any thread. `ssh` must outlive it.
class ServerReach
{
public:
    // `practice`: the folder of the practice server; empty: the user's own servers. `worldTime`:
    // when it is in the sandbox, at a time of this computer.
    ServerReach(UserSsh &ssh,
        const QString &configFolder,
        const QString &practice,
        std::function<QDateTime(const QDateTime &real)> worldTime);
    ~ServerReach();
    Q_DISABLE_COPY_MOVE(ServerReach)

    // The user's list, or the practice server. Errors as ServerStore::list().
    [[nodiscard]] Result<QList<Server>> servers() const;
    // Of the list; beside it, what ssh knows by that name. NotFound: the sandbox has no such
    // server.
    [[nodiscard]] Result<Server> named(const QString &name) const;
    // Blocking. Errors as SshConnections::open(); Storage: the practice server cannot be made.
    [[nodiscard]] Result<ServerLink> open(
        const Server &server, const SshAsker &asker, std::stop_token stop) const;
    [[nodiscard]] const PracticeServer *practice() const; // nullptr: the user's own servers

private:
    struct Private;
    std::unique_ptr<Private> d;
};
