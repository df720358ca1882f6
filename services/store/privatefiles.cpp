#include "store/privatefiles.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
}

Result<void> PrivateFiles::makeFolder(const QString &path)
{
    if (!QDir(path).exists() && !QDir().mkdir(path, ownerOnly)
        && !QDir().mkpath(path)) // its parents were missing too
        return failure(Error::Kind::Storage, u"%1: cannot be created"_s.arg(path));
    QFile::setPermissions(path, ownerOnly);
    return {};
}

// The database's side files get the permissions of the database itself.
Result<void> PrivateFiles::makeFile(const QString &path)
{
    QFile file(path);
    const QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner;
    if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, permissions)
        && !file.exists()) // not even made by another process meanwhile
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}
