#pragma once

#include "core/result.h"
#include "settings/lockedlist.h"
#include "types/server.h"

#include <QList>

// The servers of a profile: servers.json. No secret is in it; keys are those of the user's ssh.
// Any thread. Errors of what is asked for are InvalidInput with the code "server-PROBLEM"
// (serverProblemName), NotFound "no-server", Storage.
class ServerStore
{
public:
    explicit ServerStore(const QString &folder);

    [[nodiscard]] const QString &path() const { return m_list.path(); } // to be watched
    [[nodiscard]] Result<QList<Server>> list() const;
    [[nodiscard]] Result<Server> find(const QString &nameOrId) const;
    [[nodiscard]] Result<Server> add(Server server); // gives it its id
    [[nodiscard]] Result<void> save(const Server &server); // replaces by id
    [[nodiscard]] Result<void> remove(const ServerId &id); // gone already: success

private:
    LockedList m_list;
};
