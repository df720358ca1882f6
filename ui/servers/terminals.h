#pragma once

#include "servers/sshtools.h"
#include "types/server.h"

#include <QStringList>

#include <functional>

// The user's own terminal, with a command of ours in it.
namespace Terminals {
// Answers the path of a program, or nothing.
using Finder = std::function<QString(const QString &program)>;

// Program and arguments; empty: there is no terminal that is known. `wanted`: $TERMINAL.
QStringList launchOf(const QStringList &command, const QString &wanted, const Finder &find);
// ssh to a server, in a folder there; `remark` is said when it could not connect, so that its words
// can be read.
QStringList sshInFolder(
    const SshTools &tools, const SshAddress &address, const QString &folder, const QString &remark);
// False: there is none, or it did not start.
bool open(const QStringList &command);
} // namespace Terminals
