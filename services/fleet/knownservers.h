#pragma once

#include "types/server.h"

#include <QHash>
#include <QList>
#include <QString>

// What servers told last, kept for the next start: a file each. It is shown with its age, and only
// of a server that is still reached in the same way. Blocking; any thread.
class KnownServers
{
public:
    explicit KnownServers(QString folder); // made when something is kept

    // Of these; what is kept of others is removed.
    [[nodiscard]] QHash<ServerId, ServerFacts> load(const QList<Server> &servers) const;
    // What cannot be kept is told to the log alone.
    void keep(const Server &server, const ServerFacts &facts) const;
    void forget(const ServerId &id) const;

private:
    [[nodiscard]] QString pathOf(const ServerId &id) const;

    const QString m_folder;
};
