#pragma once

#include "config/stackfolder.h"
#include "servers/serverlink.h"
#include "types/ids.h"
#include "types/verdict.h"

#include <QUrl>

#include <functional>

// Looks at an address from this computer; real time. Nothing: it was stopped.
using DeskLook = std::function<std::optional<ProbeResult>(
    const QUrl &, std::chrono::milliseconds timeout, std::stop_token)>;

// What deploying stacks needs of the program around it. All of it is called on any thread.
struct StackDeployParts
{
    ServerOpener open; // nothing: this program reaches no servers
    // The folder, or atalaya.toml, of a stack's target; empty: none is linked.
    std::function<QString(const AppName &)> folderOf;
    // Precondition (Cause::stackUntrusted) unless somebody has seen what these files run. Nothing:
    // everything is trusted.
    std::function<Result<void>(const StackFolder &)> isTrusted;
    DeskLook look; // nothing: no address is watched
    QString owner; // how its runs say on the servers who wants them: "ana@laptop"
};
