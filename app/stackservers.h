#pragma once

#include "deploy/stackdeploy.h"

class UserSsh;

// How stacks are deployed from this profile: over the user's ssh, to the servers of the list or to
// those that atalaya.toml names as ssh does; with the folders that are linked and trusted.
StackDeployParts stackDeployParts(UserSsh &ssh, const QString &configFolder);
