#pragma once

#include "types/server.h"

#include <QString>
#include <QStringList>

#include <chrono>

// The programs of the user's OpenSSH, and the configuration they read.
struct SshTools
{
    QString ssh = QStringLiteral("ssh");
    QString keygen = QStringLiteral("ssh-keygen");
    QString configFile; // empty: the user's and the system's
    std::chrono::seconds connectTimeout{10};
};

// Where the aliases of the user are: `tools.configFile`, or the one in the home folder that ssh
// itself takes, which is not that of the variable HOME.
[[nodiscard]] QString sshConfigPath(const SshTools &tools);

// What comes before "--" and the host: -F, -p, -l, the identity, -J. Only for an address without a
// problem (problemOf).
[[nodiscard]] QStringList sshArguments(const SshTools &tools, const SshAddress &address);

// One word of a POSIX shell, whatever is in it; for a person to copy.
[[nodiscard]] QString shellWord(const QString &word);
// One command line for a person to copy: "ssh -p 2222 -- deploy.example".
[[nodiscard]] QString sshCommandText(const SshAddress &address);
