#pragma once

#include "deploy/stackdeploy.h"

class ServerReach;
class UserSsh;

// How stacks are deployed from this profile: over the user's ssh, to the servers of the list or to
// those that atalaya.toml names as ssh does; with the folders that are linked and trusted.
StackDeployParts stackDeployParts(
    const ServerReach &reach, const UserSsh &ssh, const QString &configFolder);
