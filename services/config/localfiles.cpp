#include "config/localfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestLocalFile = 1024 * 1024; // it travels in the machine's config

Result<QByteArray> localFile(const QDir &folder, const QString &name)
{
    const auto refuse = [&name](const QString &why) {
        return failure(Error::Kind::InvalidInput, u"files: %1: %2"_s.arg(name, why));
    };
    const QString root = QFileInfo(folder.path()).canonicalFilePath();
    const QString real = QFileInfo(folder.filePath(name)).canonicalFilePath();
    if (real.isEmpty())
        return refuse(u"there is no such file"_s);
    if (!real.startsWith(root + u'/'))
        return refuse(u"it is outside of the folder of the fly.toml"_s);
    QFile file(real);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(file.errorString());
    if (file.size() > largestLocalFile)
        return refuse(u"it is larger than 1 MB"_s);
    return file.readAll();
}
} // namespace

Result<void> readLocalFiles(FlyToml &toml, const QString &configPath)
{
    const QDir folder = QFileInfo(configPath).absoluteDir();
    for (const QJsonValue &entry : toml.json.value("files"_L1).toArray()) {
        const QString name = entry.toObject().value("local_path"_L1).toString();
        if (name.isEmpty() || toml.localFiles.contains(name))
            continue;
        Result<QByteArray> content = localFile(folder, name);
        if (!content)
            return failure(content.error());
        toml.localFiles.insert(name, std::move(*content));
    }
    return {};
}
