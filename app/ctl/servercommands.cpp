#include "app/composition.h"
#include "app/ctl/command.h"
#include "app/ctl/servershapes.h"
#include "app/ctl/session.h"
#include "app/ctl/terminalasker.h"
#include "app/ctl/text.h"
#include "app/serverreach.h"
#include "core/clock.h"
#include "core/iothread.h"
#include "models/serverrows.h"
#include "models/wordsservers.h"
#include "servers/knownhosts.h"
#include "servers/serversurvey.h"
#include "servers/ssherrors.h"
#include "settings/serverstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The user's ssh, for one command of this program.
struct CommandsSsh
{
    IoThread io{u"ssh"_s};
    TerminalAsker terminal;
    std::unique_ptr<SshConnections> connections;

    explicit CommandsSsh(CtlSession &session)
        : terminal(session.out())
    {
    }
};

SshTools toolsOfUser()
{
    SshTools tools;
    tools.configFile = qEnvironmentVariable("ATALAYA_SSH_CONFIG");
    return tools;
}

std::optional<ExitCode> refuseSandbox(CtlSession &session)
{
    if (!session.composition().sandbox())
        return std::nullopt;
    return session.refuse(CtlText::tr("The sandbox has the practice server, and no other."));
}

ExitCode failServer(CtlSession &session, const Error &error, const QString &server)
{
    const ExitCode code = exitCodeOf(error);
    const std::optional<SshFailure> failure = sshFailureOf(error);
    if (!session.out().isJson() && failure) {
        session.out().aside(WordsServers::problem(error, server));
        for (const QString &line : error.detail.split(u'\n', Qt::SkipEmptyParts))
            session.out().aside(u"  │ "_s + line);
        return code;
    }
    if (session.out().isJson() && failure) {
        session.out().object("error"_L1,
            {{u"error"_s, errorKindName(error.kind)},
                {u"cause"_s, sshCauseName(failure->cause)},
                {u"viaJump"_s, failure->viaJump},
                {u"arguments"_s, QJsonArray::fromStringList(failure->arguments)},
                {u"problem"_s, WordsServers::problem(error, server)},
                {u"detail"_s, error.detail},
                {u"exitCode"_s, static_cast<int>(code)}});
        return code;
    }
    return session.fail(error);
}

void tellServer(CtlSession &session, const Server &server)
{
    session.out().line(server.name + u"  "_s + WordsServers::place(server));
    if (server.production)
        session.out().line(u"  "_s + CtlText::tr("production: its name is asked before a change"));
    if (server.readOnly)
        session.out().line(u"  "_s + CtlText::tr("read-only: every change is refused"));
}

ServerStore storeOf(CtlSession &session)
{
    return ServerStore(session.composition().paths().config);
}

ExitCode runServersList(CtlSession &session)
{
    const Result<QList<Server>> servers = session.composition().reach().servers();
    if (!servers)
        return session.fail(servers.error());
    QJsonArray array;
    for (const Server &server : *servers)
        array.append(serverObject(server));
    session.out().object("servers"_L1, {{u"servers"_s, array}});
    if (servers->isEmpty())
        session.out().line(CtlText::tr("There is no server in the list."));
    for (const Server &server : *servers)
        tellServer(session, server);
    return ExitCode::Done;
}

ExitCode runServersAliases(CtlSession &session)
{
    if (const std::optional<ExitCode> refused = refuseSandbox(session))
        return *refused;
    const QString file = sshConfigPath(toolsOfUser());
    const Result<QList<SshAlias>> aliases = sshAliases(file);
    if (!aliases)
        return session.fail(aliases.error());
    QJsonArray array;
    for (const SshAlias &alias : *aliases) {
        array.append(
            QJsonObject{{u"name"_s, alias.name}, {u"file"_s, alias.file}, {u"line"_s, alias.line}});
        session.out().line(u"%1  %2:%3"_s.arg(alias.name, alias.file).arg(alias.line));
    }
    session.out().object("aliases"_L1, {{u"aliases"_s, array}});
    if (aliases->isEmpty())
        session.out().line(CtlText::tr("%1 has no alias.").arg(QDir::toNativeSeparators(file)));
    return ExitCode::Done;
}

Result<Server> wantedServer(CtlSession &session)
{
    const CtlInvocation &invocation = session.invocation();
    Server server;
    server.name = session.argument();
    const QString alias = invocation.value(u"from-config"_s);
    if (!alias.isEmpty()) {
        const QString file = sshConfigPath(toolsOfUser());
        const Result<QList<SshAlias>> aliases = sshAliases(file);
        if (!aliases)
            return failure(aliases.error());
        const bool known = std::any_of(aliases->cbegin(),
            aliases->cend(),
            [&alias](const SshAlias &other) { return other.name == alias; });
        if (!known)
            return failure(Error::Kind::NotFound, u"%1 has no alias %2"_s.arg(file, alias));
        server.address.host = alias;
    } else {
        server.address.host = invocation.has(u"host"_s) ? invocation.value(u"host"_s) : server.name;
    }
    bool isNumber = true;
    if (invocation.has(u"port"_s))
        server.address.port = invocation.value(u"port"_s).toInt(&isNumber);
    if (!isNumber || (invocation.has(u"port"_s) && server.address.port == 0))
        server.address.port = -1;
    server.address.user = invocation.value(u"user"_s);
    if (invocation.has(u"identity"_s))
        server.address.identity = QDir().absoluteFilePath(invocation.value(u"identity"_s));
    server.address.jump = invocation.value(u"jump"_s);
    server.production = !invocation.has(u"practice"_s);
    server.readOnly = invocation.has(u"read-only"_s);
    server.folders = invocation.all(u"folder"_s);
    server.backups = invocation.all(u"backups"_s);
    return server;
}

ExitCode runServersAdd(CtlSession &session)
{
    if (const std::optional<ExitCode> refused = refuseSandbox(session))
        return *refused;
    const Result<Server> wanted = wantedServer(session);
    if (!wanted)
        return session.fail(wanted.error());
    const Result<Server> added = storeOf(session).add(*wanted);
    if (!added)
        return session.fail(added.error());
    session.out().object("server"_L1, {{u"server"_s, serverObject(*added)}});
    tellServer(session, *added);
    return ExitCode::Done;
}

// Runs `work` with the server that the first argument names.
ExitCode withAnyServer(CtlSession &session, const std::function<ExitCode(const Server &)> &work)
{
    const ServerReach &reach = session.composition().reach();
    const Result<Server> server = reach.practice() ? reach.named(session.argument())
                                                   : storeOf(session).find(session.argument());
    return server ? work(*server) : session.fail(server.error());
}

// The same with what ssh reaches.
ExitCode withServer(CtlSession &session, const std::function<ExitCode(const Server &)> &work)
{
    if (const std::optional<ExitCode> refused = refuseSandbox(session))
        return *refused;
    return withAnyServer(session, work);
}

ExitCode runServersRemove(CtlSession &session)
{
    return withServer(session, [&session](const Server &server) {
        const Result<void> removed = storeOf(session).remove(server.id);
        if (!removed)
            return session.fail(removed.error());
        session.out().object(
            "server"_L1, {{u"server"_s, serverObject(server)}, {u"removed"_s, true}});
        session.out().line(CtlText::tr("The server %1 was removed from the list; nothing was "
                                       "changed on it.")
                               .arg(server.name));
        return ExitCode::Done;
    });
}

ExitCode runServersRename(CtlSession &session)
{
    return withServer(session, [&session](const Server &server) {
        Server renamed = server;
        renamed.name = session.argument(1).trimmed();
        const Result<void> saved = storeOf(session).save(renamed);
        if (!saved)
            return session.fail(saved.error());
        session.out().object("server"_L1, {{u"server"_s, serverObject(renamed)}});
        tellServer(session, renamed);
        return ExitCode::Done;
    });
}

// Connected, or said why not.
ExitCode withConnection(CtlSession &session,
    const Server &server,
    const std::function<ExitCode(CommandsSsh &, const SshConnection &)> &work)
{
    CommandsSsh ssh(session);
    SshConnections::Options options;
    options.tools = toolsOfUser();
    options.folder = session.composition().paths().runtime + u"/ssh"_s;
    options.askpass = QCoreApplication::applicationDirPath() + u"/atalaya-askpass"_s;
    Result<std::unique_ptr<SshConnections>> made = SshConnections::create(ssh.io, options);
    if (!made)
        return failServer(session, made.error(), server.name);
    ssh.connections = std::move(*made);
    const Result<SshConnection> connection =
        ssh.connections->open(server.name, server.address, ssh.terminal.asker(), session.stop());
    if (!connection)
        return failServer(session, connection.error(), server.name);
    return work(ssh, *connection);
}

ExitCode runServersCheck(CtlSession &session)
{
    return withServer(session, [&session](const Server &server) {
        return withConnection(
            session, server, [&session, &server](CommandsSsh &ssh, const SshConnection &) {
                const SshTools &tools = ssh.connections->tools();
                const Result<SshEndpoint> endpoint =
                    resolveSsh(ssh.io, tools, server.address, session.stop());
                if (!endpoint)
                    return failServer(session, endpoint.error(), server.name);
                const Result<QList<KnownKey>> keys =
                    knownKeys(ssh.io, tools, *endpoint, session.stop());
                if (!keys)
                    return failServer(session, keys.error(), server.name);
                QJsonArray fingerprints;
                for (const KnownKey &key : *keys)
                    fingerprints.append(QJsonObject{{u"type"_s, key.type},
                        {u"fingerprint"_s, key.fingerprint},
                        {u"file"_s, key.file},
                        {u"line"_s, key.line}});
                session.out().object("connection"_L1,
                    {{u"server"_s, serverObject(server)},
                        {u"hostName"_s, endpoint->hostName},
                        {u"port"_s, endpoint->port},
                        {u"user"_s, endpoint->user},
                        {u"jump"_s, endpoint->jump},
                        {u"hostKeys"_s, fingerprints}});
                session.out().line(CtlText::tr("%1 is connected: %2@%3, port %4.")
                                       .arg(server.name, endpoint->user, endpoint->hostName)
                                       .arg(endpoint->port));
                for (const KnownKey &key : *keys)
                    session.out().line(u"  %1 %2"_s.arg(key.type, key.fingerprint));
                return ExitCode::Done;
            });
    });
}

void tellFacts(CtlSession &session, const Server &server, const ServerFacts &facts)
{
    CtlOutput &out = session.out();
    out.line(server.name + u"  "_s + facts.hostName);
    for (const TextRow &row : ServerRows::facts(facts, facts.at))
        out.line(u"  "_s + row.texts.first());
    for (const StackFacts &stack : facts.stacks) {
        out.line(WordsServers::stack(stack));
        if (stack.lock)
            out.line(u"  "_s + WordsServers::lock(*stack.lock));
        for (const ServiceFacts &service : stack.services)
            out.line(u"  "_s + WordsServers::service(service));
    }
}

ExitCode runServersShow(CtlSession &session)
{
    return withAnyServer(session, [&session](const Server &server) {
        const auto show = [&session, &server](const Result<ServerFacts> &facts) {
            if (!facts)
                return failServer(session, facts.error(), server.name);
            session.out().object("server"_L1,
                {{u"server"_s, serverObject(server)}, {u"facts"_s, serverFactsObject(*facts)}});
            tellFacts(session, server, *facts);
            return ExitCode::Done;
        };
        Composition &composition = session.composition();
        if (server.local) {
            const Result<ServerLink> link =
                composition.reach().open(server, SshAsker(), session.stop());
            return show(link ? surveyServer(*link, composition.clock(), session.stop())
                             : Result<ServerFacts>(failure(link.error())));
        }
        return withConnection(session, server, [&](CommandsSsh &, const SshConnection &connection) {
            return show(surveyServer(connection, server, composition.clock(), session.stop()));
        });
    });
}

QList<QCommandLineOption> addOptions()
{
    return {
        {u"from-config"_s, CtlText::tr("Use this alias of ~/.ssh/config."), u"ALIAS"_s},
        {u"host"_s, CtlText::tr("Its name or address; without it, NAME."), u"HOST"_s},
        {u"port"_s, CtlText::tr("The port of its SSH service."), u"PORT"_s},
        {u"user"_s, CtlText::tr("The user to connect as."), u"USER"_s},
        {u"identity"_s, CtlText::tr("The private key: the only one that is offered."), u"FILE"_s},
        {u"jump"_s, CtlText::tr("The server to go through."), u"USER@HOST:PORT"_s},
        {u"folder"_s,
            CtlText::tr("A folder with a stack, looked at even when nothing of it runs; can be "
                        "repeated."),
            u"FOLDER"_s},
        {u"backups"_s, CtlText::tr("A folder with its backups; can be repeated."), u"FOLDER"_s},
        {u"practice"_s, CtlText::tr("It is no production server: its name is never asked.")},
        {u"read-only"_s, CtlText::tr("Refuse every change of it.")},
    };
}

} // namespace

QList<CtlCommand> serverCommands()
{
    return {
        {u"servers list"_s, {}, CtlText::tr("Lists your SSH servers."), 0, 0, {}, runServersList},
        {u"servers aliases"_s,
            {},
            CtlText::tr("Lists the servers that ~/.ssh/config names."),
            0,
            0,
            {},
            runServersAliases},
        {u"servers add"_s,
            u"NAME"_s,
            CtlText::tr("Adds a server, from ~/.ssh/config or by hand; connects to nothing."),
            1,
            1,
            addOptions(),
            runServersAdd},
        {u"servers remove"_s,
            u"NAME"_s,
            CtlText::tr("Takes a server from the list."),
            1,
            1,
            {},
            runServersRemove},
        {u"servers rename"_s,
            u"NAME NEW-NAME"_s,
            CtlText::tr("Gives it another name here."),
            2,
            2,
            {},
            runServersRename},
        {u"servers check"_s,
            u"NAME"_s,
            CtlText::tr("Connects, and tells what fails and what helps."),
            1,
            1,
            {},
            runServersCheck},
        {u"servers show"_s,
            u"NAME"_s,
            CtlText::tr("Looks at a server: system, Docker, disks, stacks, locks, backups."),
            1,
            1,
            {},
            runServersShow},
    };
}
