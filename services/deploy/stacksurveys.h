#pragma once

#include "config/stackfolder.h"
#include "core/clock.h"
#include "deploy/stackinputs.h"
#include "servers/serverlink.h"

// One look at a server for one stack: the survey of the server, and what only this stack's files
// can be compared with. Blocking.
struct StackServerLook
{
    StackLook look;
    QHash<QString, StackImage> images; // by service, as far as their registries have told
    std::chrono::milliseconds clockAhead{0}; // the server's, before ours
};

struct StackSurveyParts
{
    const StackFolder &folder;
    const QHash<QString, QString> &references; // by service, see stackReferences()
    QString project;
    bool asksRegistries = true;
    // Git mode: what is to run is not what these files say, but what they said then.
    bool isOtherCommit = false;
};

// A server that cannot be reached is a look that says so; an error is one of ours.
[[nodiscard]] Result<StackServerLook> lookAtStack(const ServerOpener &open,
    const QString &server,
    const StackSurveyParts &parts,
    Clock &clock,
    std::stop_token stop);
// What the files would give a service's containers: "NAME=VALUE".
[[nodiscard]] QList<QByteArray> stackEnvironment(
    const StackFolder &folder, const ComposeService &service);
