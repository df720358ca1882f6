#pragma once

#include "app/ctl/session.h"
#include "models/platformcommands.h"

#include <QCommandLineOption>

// --as-flyctl and --as-curl: the command for another tool is printed, and nothing is done.
namespace CopyAs {
QList<QCommandLineOption> options();
bool isAsked(const CtlSession &session);
// Prints it. NotFound when that tool cannot do it; why has been said.
ExitCode print(CtlSession &session, const PlatformAction &action);
} // namespace CopyAs
