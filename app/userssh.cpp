#include "app/userssh.h"

#include "core/iothread.h"
#include "servers/sshconnections.h"

#include <QCoreApplication>

#include <mutex>

using namespace Qt::StringLiterals;

struct UserSsh::Private
{
    QString folder;
    QString askpass;
    std::mutex mutex;
    SshAsker asker;
    std::unique_ptr<IoThread> io;
    std::unique_ptr<SshConnections> connections; // before its thread ends
};

UserSsh::UserSsh(const QString &runtimeFolder)
    : d(std::make_unique<Private>())
{
    d->folder = runtimeFolder + u"/ssh"_s;
    d->askpass = QCoreApplication::applicationDirPath() + u"/atalaya-askpass"_s;
}

UserSsh::~UserSsh() = default;

Result<SshConnections *> UserSsh::connections()
{
    const std::lock_guard lock(d->mutex);
    if (d->connections)
        return d->connections.get();
    if (!d->io)
        d->io = std::make_unique<IoThread>(u"ssh"_s);
    SshConnections::Options options;
    options.tools = tools();
    options.folder = d->folder;
    options.askpass = d->askpass;
    Result<std::unique_ptr<SshConnections>> made = SshConnections::create(*d->io, options);
    if (!made) // tried anew the next time
        return failure(made.error());
    d->connections = std::move(*made);
    return d->connections.get();
}

void UserSsh::setAsker(SshAsker asker)
{
    const std::lock_guard lock(d->mutex);
    d->asker = std::move(asker);
}

SshAsker UserSsh::asker() const
{
    const std::lock_guard lock(d->mutex);
    return d->asker;
}

SshTools UserSsh::tools()
{
    SshTools tools;
    tools.configFile = qEnvironmentVariable("ATALAYA_SSH_CONFIG");
    return tools;
}
