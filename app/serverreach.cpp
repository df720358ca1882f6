#include "app/serverreach.h"

#include "app/userssh.h"
#include "core/iothread.h"
#include "core/log.h"
#include "sandbox/practiceserver.h"
#include "servers/locallink.h"
#include "servers/sshconnections.h"
#include "settings/serverstore.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
const QString practiceName = u"practice"_s; // as the atalaya.toml that comes with it calls it

// "user@host:port", an alias of ~/.ssh/config: what is not in the list may still be reached.
Server serverOfText(const QString &name)
{
    static const QRegularExpression form(
        u"^(?:([^@]+)@)?([^:\\[\\]]+|\\[[^\\]]+\\])(?::(\\d+))?$"_s);
    const QRegularExpressionMatch match = form.match(name);
    Server server;
    server.id = ServerId(name);
    server.name = name;
    server.address.host = match.hasMatch() ? match.captured(2) : name;
    server.address.user = match.captured(1);
    server.address.port = match.captured(3).toInt();
    return server;
}

Server practiceRow(const PracticeServer &practice)
{
    Server server;
    server.id = ServerId(practiceName);
    server.name = practiceName;
    server.address.host = u"localhost"_s;
    server.production = false;
    server.local = true;
    for (const QString &stack : PracticeServer::stacks()) {
        server.folders.append(practice.stackFolder(stack));
        server.backups.append(practice.stackFolder(stack) + u"/backups"_s);
    }
    return server;
}
} // namespace

struct ServerReach::Private
{
    UserSsh &ssh;
    QString configFolder;
    std::optional<PracticeServer> practice;
    std::optional<Error> practiceError;
    std::unique_ptr<IoThread> io; // of the practice server's shells
    std::function<QDateTime(const QDateTime &)> worldTime;
};

ServerReach::ServerReach(UserSsh &ssh,
    const QString &configFolder,
    const QString &practice,
    std::function<QDateTime(const QDateTime &real)> worldTime)
    : d(new Private{ssh, configFolder, {}, {}, {}, std::move(worldTime)})
{
    if (practice.isEmpty())
        return;
    const Result<PracticeServer> made = PracticeServer::make(practice);
    if (made) {
        d->practice = *made;
    } else {
        d->practiceError = made.error();
        Log::area("app")->warn("practice server: {}", made.error().detail.toStdString());
    }
    d->io = std::make_unique<IoThread>(u"practice"_s);
}

ServerReach::~ServerReach() = default;

const PracticeServer *ServerReach::practice() const
{
    return d->practice ? &*d->practice : nullptr;
}

Result<QList<Server>> ServerReach::servers() const
{
    if (d->practiceError)
        return failure(*d->practiceError);
    if (d->practice)
        return QList<Server>{practiceRow(*d->practice)};
    return ServerStore(d->configFolder).list();
}

Result<Server> ServerReach::named(const QString &name) const
{
    if (!d->io) {
        Result<Server> known = ServerStore(d->configFolder).find(name);
        if (known || known.error().kind != Error::Kind::NotFound)
            return known;
        return serverOfText(name);
    }
    const Result<QList<Server>> all = servers();
    if (!all)
        return failure(all.error());
    if (all->constFirst().name != name)
        return failure(
            Error::Kind::NotFound, u"the sandbox has no server but %1"_s.arg(practiceName));
    return all->constFirst();
}

Result<ServerLink> ServerReach::open(
    const Server &server, const SshAsker &asker, std::stop_token stop) const
{
    if (d->practiceError)
        return failure(*d->practiceError);
    if (d->practice) {
        ServerLink link;
        link.server = server;
        link.run = localRun(*d->io, {d->practice->environment(), d->practice->home()});
        link.timeHere = d->worldTime;
        return link;
    }
    const Result<SshConnections *> connections = d->ssh.connections();
    if (!connections)
        return failure(connections.error());
    return linkOver(**connections, server, asker, std::move(stop));
}
