#pragma once

#include "settings/settings.h"

#include <QString>

class PracticeServer;

// The projects of the sandbox's apps (fly.toml, Dockerfile) as files that people can open and edit,
// below `folder`; what is there already stays. An app without a link gets one to its copy.
// The same for the stacks of the practice server, where there is one.
void linkSandboxProjects(const QString &folder, const PracticeServer *practice, Settings &settings);
