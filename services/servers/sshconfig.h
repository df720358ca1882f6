#pragma once

#include "core/result.h"
#include "servers/sshtools.h"

#include <QList>
#include <QStringList>

#include <stop_token>

class IoThread;

// A name that the user gave a server in their configuration.
struct SshAlias
{
    QString name;
    QString file;
    int line = 0;
    bool operator==(const SshAlias &) const = default;
};

// The names of the lines `Host` without patterns, of the file and of what it includes, each once,
// in their order. No file: no alias. Names that begin with "-" are left out. Reads files.
[[nodiscard]] Result<QList<SshAlias>> sshAliases(const QString &configFile);

// What ssh itself makes of an address.
struct SshEndpoint
{
    QString hostName;
    int port = 22;
    QString user;
    QString jump; // empty: none
    QString proxyCommand;
    QString hostKeyAlias;
    QStringList identities; // that are tried, in order
    bool identitiesOnly = false;
    QString agent; // socket, or "none"; empty: that of the environment
    QStringList knownHosts; // files, the user's first
    bool operator==(const SshEndpoint &) const = default;

    [[nodiscard]] QString knownHostsName() const; // what the files call it
};

[[nodiscard]] Result<SshEndpoint> endpointFromText(const QByteArray &text); // of `ssh -G`
// Asks `ssh -G`; connects to nothing. Blocking.
[[nodiscard]] Result<SshEndpoint> resolveSsh(
    IoThread &thread, const SshTools &tools, const SshAddress &address, std::stop_token stop);
