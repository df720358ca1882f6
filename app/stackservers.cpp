#include "app/stackservers.h"

#include "app/serverreach.h"
#include "app/userssh.h"
#include "config/stackcommands.h"
#include "deploy/causes.h"
#include "sandbox/practiceserver.h"
#include "settings/settings.h"

#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace {
// On the practice server commands run on this computer: only those that came with it.
Result<void> mayPractise(const PracticeServer &practice, const StackFolder &folder)
{
    const QString stack = folder.project.toml.stack;
    if (practice.isShipped(stack, folder.tomlText))
        return {};
    return Cause::stackNotShipped(stack);
}
} // namespace

StackDeployParts stackDeployParts(
    const ServerReach &reach, const UserSsh &ssh, const QString &configFolder)
{
    const QString settingsPath = configFolder + u"/settings.ini"_s;
    StackDeployParts parts;
    parts.open = [&reach, &ssh](const QString &name, std::stop_token stop) -> Result<ServerLink> {
        const Result<Server> server = reach.named(name);
        if (!server)
            return failure(server.error());
        return reach.open(*server, ssh.asker(), std::move(stop));
    };
    // Settings of their own per question: they belong to the main thread.
    parts.folderOf = [settingsPath](const AppName &target) {
        return Settings(settingsPath).projectConfig(target.value);
    };
    parts.isTrusted = [&reach, settingsPath](const StackFolder &folder) -> Result<void> {
        if (reach.practice())
            return mayPractise(*reach.practice(), folder);
        const TrustState state = trustStateOf(
            Settings(settingsPath).trust(folder.tomlPath()), folder.contentHash, folder.commands);
        if (state.is == TrustState::Is::Trusted)
            return {};
        return Cause::stackUntrusted(folder.contentHash, state.is == TrustState::Is::Changed);
    };
    parts.owner =
        QString(qEnvironmentVariable("USER", u"?"_s) + u'@' + QSysInfo::machineHostName());
    return parts;
}
