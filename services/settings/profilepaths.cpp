#include "settings/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

// By the XDG base directory rules a relative path counts as unset.
QString fromEnvironment(const char *variable)
{
    const QString path = qEnvironmentVariable(variable);
    return QDir::isAbsolutePath(path) ? QDir::cleanPath(path) : QString();
}

QString baseFolder(const char *variable, const QString &belowHome)
{
    const QString path = fromEnvironment(variable);
    if (!path.isEmpty())
        return path;
    const QString home = QDir::homePath();
    return home + u'/' + belowHome;
}

// Folders of ours are for their owner alone, also when they were made otherwise before.
QString privateFolder(const QString &base, const QStringList &below)
{
    QDir().mkpath(base);
    QString path = base;
    for (const QString &name : below) {
        path += u'/' + name;
        QDir().mkdir(path, ownerOnly);
        if (QFileInfo(path).permissions()
            & ~(ownerOnly | QFile::ReadUser | QFile::WriteUser | QFile::ExeUser))
            QFile::setPermissions(path, ownerOnly);
    }
    return path;
}

} // namespace

ProfilePaths ProfilePaths::forProfile(const QString &profile)
{
    const QString home = fromEnvironment("ATALAYA_HOME");
    if (!home.isEmpty()) {
        return {privateFolder(home, {profile, u"data"_s}),
            privateFolder(home, {profile, u"config"_s}),
            privateFolder(home, {profile, u"state"_s}),
            privateFolder(home, {profile, u"runtime"_s})};
    }
    const QStringList below{u"atalaya"_s, profile};
    ProfilePaths paths;
    paths.data = privateFolder(baseFolder("XDG_DATA_HOME", u".local/share"_s), below);
    paths.config = privateFolder(baseFolder("XDG_CONFIG_HOME", u".config"_s), below);
    paths.state = privateFolder(baseFolder("XDG_STATE_HOME", u".local/state"_s), below);
    // Not every session has a runtime folder (a bare console, a container).
    const QString runtime = fromEnvironment("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty() && QFileInfo(runtime).isWritable())
        paths.runtime = privateFolder(runtime, below);
    else
        paths.runtime = privateFolder(paths.state, {u"run"_s});
    return paths;
}
