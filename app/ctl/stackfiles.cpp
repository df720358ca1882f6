#include "app/ctl/stackfiles.h"

#include "app/ctl/inputfile.h"
#include "config/gitindex.h"
#include "config/tomldocument.h"

#include <QFileInfo>

StackProject readStackProject(const QByteArray &toml, const QDir &folder, const QString &name)
{
    StackProject project;
    project.tomlName = name;
    project.toml = readAtalayaToml(toml);
    // What leaves the folder is among the findings, and is not read.
    const auto read = [&folder](const QString &path) -> Result<QByteArray> {
        const QString below = QDir::cleanPath(path);
        if (QDir::isAbsolutePath(below) || below.startsWith(QLatin1String("..")))
            return failure(Error::Kind::InvalidInput, path);
        return readInputFile(folder.filePath(path), maxConfigBytes);
    };
    QList<ComposeSource> sources;
    for (const QString &path : std::as_const(project.toml.compose)) {
        if (const Result<QByteArray> text = read(path))
            sources.append({path, *text});
    }
    // What lies over a file that is not there says little: it is told that it is not.
    if (!sources.isEmpty() && sources.size() == project.toml.compose.size())
        project.compose = readCompose(sources, read);
    if (!project.toml.envFile.isEmpty()) {
        if (const Result<QByteArray> text = read(project.toml.envFile))
            project.env = EnvSource{project.toml.envFile, readDotEnv(*text)};
    }
    const QSet<QString> tracked = GitIndex::trackedFiles(folder.absolutePath());
    for (const QString &path : stackPaths(project.toml, project.compose)) {
        if (QFileInfo::exists(folder.filePath(path)))
            project.present.insert(path);
        if (tracked.contains(QDir::cleanPath(folder.absoluteFilePath(path))))
            project.tracked.insert(path);
    }
    return project;
}
