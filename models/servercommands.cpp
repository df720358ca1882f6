#include "models/servercommands.h"

#include "servers/sshtools.h"

using namespace Qt::StringLiterals;

namespace {
// A stack that runs is known by its project alone; one that does not needs its folder and files.
QString composeCommand(const ServerAction &action, const QString &verb)
{
    QStringList words = action.compose == ComposeKind::Plugin
        ? QStringList{u"docker"_s, u"compose"_s}
        : QStringList{u"docker-compose"_s};
    if (!action.stack.project.isEmpty())
        words << u"-p"_s << shellWord(action.stack.project);
    if (!action.stack.folder.isEmpty())
        words << u"--project-directory"_s << shellWord(action.stack.folder);
    for (const QString &file : action.stack.files) {
        const bool whole = file.startsWith(u'/') || action.stack.folder.isEmpty();
        words << u"-f"_s << shellWord(whole ? file : QString(action.stack.folder % u'/' % file));
    }
    words << verb;
    return words.join(u' ');
}

QString dockerCommand(const ServerAction &action)
{
    using What = ServerAction::What;
    switch (action.what) {
    case What::Connect:
        return {};
    case What::ListContainers:
        return u"docker ps --all"_s;
    case What::DiskUse:
        return u"docker system df"_s;
    case What::StackStatus:
        return composeCommand(action, u"ps --all"_s);
    case What::StackLog:
        return composeCommand(action, u"logs --timestamps --tail 200"_s);
    case What::ServiceLog:
        return composeCommand(
            action, u"logs --timestamps --tail 200 -- "_s + shellWord(action.service));
    case What::RestartService:
        return composeCommand(action, u"restart -- "_s + shellWord(action.service));
    }
    return {};
}
} // namespace

ServerCommands ServerCommands::of(const ServerAction &action)
{
    ServerCommands commands;
    commands.docker = dockerCommand(action);
    commands.ssh = sshCommandText(action.address);
    if (!commands.docker.isEmpty())
        commands.ssh += u' ' + shellWord(commands.docker);
    return commands;
}
