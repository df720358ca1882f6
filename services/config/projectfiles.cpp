#include "config/projectfiles.h"

#include "config/flytoml.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {
constexpr int deepest = 5;
constexpr int mostFolders = 5'000;
constexpr qsizetype mostFiles = 200;
constexpr qint64 longest = 16 * 1024 * 1024;

bool isOfTools(const QString &name)
{
    static const QStringList names{u"node_modules"_s,
        u"vendor"_s,
        u"target"_s,
        u"dist"_s,
        u"build"_s,
        u"venv"_s,
        u"__pycache__"_s,
        u"_build"_s,
        u"deps"_s};
    return name.startsWith(u'.') || names.contains(name);
}

ProjectFile described(const QString &path)
{
    ProjectFile found{path, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return found;
    const Result<FlyToml> toml = parseFlyToml(file.read(longest), path);
    if (toml)
        found.app = toml->app;
    return found;
}
} // namespace

Result<QList<ProjectFile>> ProjectFiles::find(const QString &folder)
{
    const QFileInfo start(folder);
    if (!start.exists())
        return failure(Error::Kind::NotFound, u"there is no folder %1"_s.arg(folder));
    if (start.isFile())
        return QList<ProjectFile>{described(start.absoluteFilePath())};

    QList<ProjectFile> found;
    QStringList level{start.absoluteFilePath()};
    int looked = 0;
    for (int depth = 0; depth <= deepest && !level.isEmpty(); ++depth) {
        QStringList below;
        for (const QString &path : std::as_const(level)) {
            if (++looked > mostFolders || found.size() >= mostFiles)
                return found;
            const QDir here(path);
            QStringList files =
                here.entryList({u"fly.toml"_s, u"fly.*.toml"_s}, QDir::Files, QDir::Name);
            const QString own = flyConfigNameIn(path);
            if (!own.isEmpty() && !files.contains(own))
                files.prepend(own);
            for (const QString &name : files)
                found.append(described(here.filePath(name)));
            const QStringList folders =
                here.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
            for (const QString &name : folders) {
                if (!isOfTools(name))
                    below.append(here.filePath(name));
            }
        }
        level = below;
    }
    return found;
}
