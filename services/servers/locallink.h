#pragma once

#include "servers/serverlink.h"

class IoThread;

// A "server" that is a shell of this computer: what would be told to ssh is run by sh, with nothing
// of our environment but what is given. `thread` must outlive it.
struct LocalShell
{
    QList<QByteArray> environment; // "NAME=value", all that there is
    QString folder; // to begin in
};
[[nodiscard]] ServerLink::Run localRun(IoThread &thread, const LocalShell &shell);
