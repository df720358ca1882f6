#include "sandbox/practiceserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

// A resource of a static library is linked only where it is asked for; outside of any namespace.
static void needPractice()
{
    Q_INIT_RESOURCE(practice);
}

namespace {
constexpr auto privateFile = QFile::ReadOwner | QFile::WriteOwner;

QByteArray shipped(const QString &name)
{
    needPractice();
    QFile file(u":/practice/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<void> keepAs(const QString &path, const QByteArray &content, QFile::Permissions permissions)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
        || !file.setPermissions(permissions) || !file.commit())
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

Result<void> makeFolder(const QString &path)
{
    if (!QDir().mkpath(path) || !QFile::setPermissions(path, privateFile | QFile::ExeOwner))
        return failure(Error::Kind::Storage, u"the folder %1 cannot be made"_s.arg(path));
    return {};
}

QByteArray withVersion(const QByteArray &env, const QByteArray &version)
{
    QByteArray result;
    for (const QByteArray &line : env.split('\n')) {
        if (!line.isEmpty())
            result +=
                (line.startsWith("INVEX_VERSION=") ? "INVEX_VERSION=" + version : line) + '\n';
    }
    return result;
}
} // namespace

PracticeServer::PracticeServer(QString folder)
    : m_folder(std::move(folder))
{
}

QStringList PracticeServer::stacks()
{
    return {u"invex"_s};
}

Result<PracticeServer> PracticeServer::make(const QString &folder)
{
    const PracticeServer server(QFileInfo(folder).absoluteFilePath());
    QStringList folders{server.m_folder};
    for (const QString &name : {u"bin"_s, u"srv"_s, u"home"_s, u"state"_s})
        folders.append(server.m_folder + u'/' + name);
    for (const QString &stack : stacks())
        folders << server.stackFolder(stack) << server.stackFolder(stack) + u"/backups"_s;
    for (const QString &path : std::as_const(folders)) {
        if (const Result<void> made = makeFolder(path); !made)
            return failure(made.error());
    }
    // Of this version of the program, always.
    if (const Result<void> kept = keepAs(server.m_folder + u"/bin/docker"_s,
            shipped(u"docker"_s),
            privateFile | QFile::ExeOwner);
        !kept)
        return failure(kept.error());
    for (const QString &stack : stacks()) {
        const QString place = server.stackFolder(stack);
        const std::pair<QString, QByteArray> files[] = {
            {u"compose.yml"_s, shipped(stack + u"/compose.yml"_s)},
            {u".env"_s, withVersion(shipped(stack + u"/env"_s), "1.0.0")},
        };
        for (const auto &[name, content] : files) {
            const QString path = QString(place + u'/' + name);
            if (QFile::exists(path))
                continue;
            if (const Result<void> kept = keepAs(path, content, privateFile); !kept)
                return failure(kept.error());
        }
    }
    return server;
}

Result<void> PracticeServer::reset(const QString &folder)
{
    QDir old(folder);
    if (old.exists() && !old.removeRecursively())
        return failure(Error::Kind::Storage, u"the folder %1 cannot be removed"_s.arg(folder));
    const Result<PracticeServer> made = make(folder);
    return made ? Result<void>() : failure(made.error());
}

QString PracticeServer::stackFolder(const QString &stack) const
{
    return QString(m_folder + u"/srv/"_s + stack);
}

QString PracticeServer::home() const
{
    return QString(m_folder + u"/home"_s);
}

QList<QByteArray> PracticeServer::environment() const
{
    const QByteArray folder = QFile::encodeName(m_folder);
    return {QByteArray("HOME=" + folder + "/home"),
        QByteArray("PATH=" + folder + "/bin:/usr/bin:/bin"),
        "LC_ALL=C",
        "USER=practice",
        "SHELL=/bin/sh"};
}

Result<void> PracticeServer::writeProject(const QString &stack, const QString &folder) const
{
    if (const Result<void> made = makeFolder(folder); !made)
        return made;
    const std::pair<QString, QByteArray> files[] = {
        {u"atalaya.toml"_s,
            shipped(stack + u"/atalaya.toml"_s).replace("@PRACTICE@", m_folder.toUtf8())},
        {u"compose.yml"_s, shipped(stack + u"/compose.yml"_s)},
        {u".env"_s, shipped(stack + u"/env"_s)},
    };
    for (const auto &[name, content] : files) {
        const QString path = QString(folder + u'/' + name);
        if (QFile::exists(path))
            continue;
        if (const Result<void> kept = keepAs(path, content, privateFile); !kept)
            return kept;
    }
    return {};
}

bool PracticeServer::isShipped(const QString &stack, const QByteArray &toml) const
{
    return stacks().contains(stack)
        && toml == shipped(stack + u"/atalaya.toml"_s).replace("@PRACTICE@", m_folder.toUtf8());
}
