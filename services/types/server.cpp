#include "types/server.h"

#include "types/wordtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestName = 100;
constexpr qsizetype longestPath = 1000;

constexpr Word<ServerProblem> problemWords[] = {
    {ServerProblem::NameEmpty, QLatin1String("name-empty")},
    {ServerProblem::NameTaken, QLatin1String("name-taken")},
    {ServerProblem::NameUnfit, QLatin1String("name-unfit")},
    {ServerProblem::HostEmpty, QLatin1String("host-empty")},
    {ServerProblem::HostUnfit, QLatin1String("host-unfit")},
    {ServerProblem::PortUnfit, QLatin1String("port-unfit")},
    {ServerProblem::UserUnfit, QLatin1String("user-unfit")},
    {ServerProblem::IdentityUnfit, QLatin1String("identity-unfit")},
    {ServerProblem::JumpUnfit, QLatin1String("jump-unfit")},
    {ServerProblem::FolderUnfit, QLatin1String("folder-unfit")},
};

constexpr Word<ServiceHealth> healthWords[] = {
    {ServiceHealth::None, QLatin1String("none")},
    {ServiceHealth::Starting, QLatin1String("starting")},
    {ServiceHealth::Healthy, QLatin1String("healthy")},
    {ServiceHealth::Unhealthy, QLatin1String("unhealthy")},
    {ServiceHealth::Unknown, QLatin1String("unknown")},
};

constexpr Word<ContainerState> containerWords[] = {
    {ContainerState::Created, QLatin1String("created")},
    {ContainerState::Running, QLatin1String("running")},
    {ContainerState::Paused, QLatin1String("paused")},
    {ContainerState::Restarting, QLatin1String("restarting")},
    {ContainerState::Removing, QLatin1String("removing")},
    {ContainerState::Exited, QLatin1String("exited")},
    {ContainerState::Dead, QLatin1String("dead")},
    {ContainerState::Unknown, QLatin1String("unknown")},
};

constexpr Word<DockerState> dockerWords[] = {
    {DockerState::Absent, QLatin1String("absent")},
    {DockerState::NoPermission, QLatin1String("no-permission")},
    {DockerState::NotRunning, QLatin1String("not-running")},
    {DockerState::Running, QLatin1String("running")},
    {DockerState::Unknown, QLatin1String("unknown")},
};

constexpr Word<ComposeKind> composeWords[] = {
    {ComposeKind::Absent, QLatin1String("absent")},
    {ComposeKind::Plugin, QLatin1String("plugin")},
    {ComposeKind::Standalone, QLatin1String("standalone")},
    {ComposeKind::Legacy, QLatin1String("legacy")},
};

bool hasControl(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() < 0x20 || c.unicode() == 0x7f;
    });
}

// Letters, digits and what host names, IPv6 addresses and aliases have beside them. ssh itself
// refuses more than this, but by then the text would have been an argument.
bool isHostText(const QString &text)
{
    return !text.isEmpty() && text.size() <= 255 && !text.startsWith(u'-')
        && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return c.isLetterOrNumber() || u"._-:%@+"_s.contains(c);
           });
}

bool isUserText(const QString &text)
{
    return !text.startsWith(u'-') && text.size() <= 64
        && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return c.isLetterOrNumber() || u"._-@+\\$"_s.contains(c);
           });
}

bool isPathText(const QString &text)
{
    return text.startsWith(u'/') && text.size() <= longestPath && !hasControl(text);
}

bool isJumpText(const QString &text)
{
    const QStringList hops = text.split(u',');
    return std::all_of(hops.cbegin(), hops.cend(), [](const QString &hop) {
        QString host = hop;
        return isHostText(host.remove(u'[').remove(u']'));
    });
}
} // namespace

QString serverProblemName(ServerProblem problem)
{
    return wordOf(problemWords, problem);
}

std::optional<ServerProblem> problemOf(const SshAddress &address)
{
    if (address.host.isEmpty())
        return ServerProblem::HostEmpty;
    if (!isHostText(address.host))
        return ServerProblem::HostUnfit;
    if (address.port < 0 || address.port > 65535)
        return ServerProblem::PortUnfit;
    if (!isUserText(address.user))
        return ServerProblem::UserUnfit;
    if (!address.identity.isEmpty() && !isPathText(address.identity))
        return ServerProblem::IdentityUnfit;
    if (!address.jump.isEmpty() && !isJumpText(address.jump))
        return ServerProblem::JumpUnfit;
    return std::nullopt;
}

std::optional<ServerProblem> problemOf(const Server &server)
{
    if (server.name.trimmed().isEmpty())
        return ServerProblem::NameEmpty;
    if (hasControl(server.name) || server.name.size() > longestName)
        return ServerProblem::NameUnfit;
    for (const QStringList &folders : {server.folders, server.backups}) {
        if (!std::all_of(folders.cbegin(), folders.cend(), isPathText))
            return ServerProblem::FolderUnfit;
    }
    return problemOf(server.address);
}

QString serviceHealthName(ServiceHealth health)
{
    return wordOf(healthWords, health);
}

QString containerStateName(ContainerState state)
{
    return wordOf(containerWords, state);
}

ContainerState containerStateFrom(QStringView word)
{
    return valueOf(containerWords, word).value_or(ContainerState::Unknown);
}

QString dockerStateName(DockerState state)
{
    return wordOf(dockerWords, state);
}

QString composeKindName(ComposeKind kind)
{
    return wordOf(composeWords, kind);
}

std::optional<ServiceHealth> serviceHealthFrom(QStringView word)
{
    return valueOf(healthWords, word);
}

std::optional<DockerState> dockerStateFrom(QStringView word)
{
    return valueOf(dockerWords, word);
}

std::optional<ComposeKind> composeKindFrom(QStringView word)
{
    return valueOf(composeWords, word);
}
