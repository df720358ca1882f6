#pragma once

#include "types/server.h"

#include <QString>

// Something that is seen or done on a server, to be done with other tools.
struct ServerAction
{
    enum class What
    {
        Connect,
        ListContainers,
        DiskUse,
        StackStatus,
        StackLog,
        ServiceLog, // of the service
        RestartService,
    };
    What what = What::Connect;
    SshAddress address;
    ComposeKind compose = ComposeKind::Plugin;
    StackFacts stack;
    QString service;
};

// The same as commands for a POSIX shell: from this computer, and as it is typed on the server.
struct ServerCommands
{
    QString ssh;
    QString docker; // empty: docker has no part in it
    bool operator==(const ServerCommands &) const = default;

    static ServerCommands of(const ServerAction &action);
};
