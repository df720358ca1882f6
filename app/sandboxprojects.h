#pragma once

#include "settings/settings.h"

#include <QString>

// The projects of the sandbox's apps (fly.toml, Dockerfile) as files that people can open and edit,
// below `folder`; what is there already stays. An app without a link gets one to its copy.
void linkSandboxProjects(const QString &folder, Settings &settings);
