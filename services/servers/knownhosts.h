#pragma once

#include "core/result.h"
#include "servers/sshconfig.h"

// A key that the user's files hold for a server.
struct KnownKey
{
    QString type; // "ssh-ed25519"
    QString fingerprint; // "SHA256:…"
    QString file;
    int line = 0;
    QString marker; // "@revoked", "@cert-authority"; empty: an ordinary one
    bool operator==(const KnownKey &) const = default;
};

[[nodiscard]] QList<KnownKey> knownKeysFromText(const QString &file, const QByteArray &text);
// What `ssh-keygen -F` finds in every file that ssh would look into, hashed names too; none: the
// server is unknown. Blocking.
[[nodiscard]] Result<QList<KnownKey>> knownKeys(
    IoThread &thread, const SshTools &tools, const SshEndpoint &endpoint, std::stop_token stop);
