#include "config/stackfolder.h"

#include "config/gitindex.h"
#include "config/stackcommands.h"
#include "config/stackversion.h"
#include "config/tomldocument.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestStack = 256LL * 1024 * 1024; // all files together
constexpr qsizetype mostStackFiles = 5000;

tl::unexpected<Error> stackFolderError(const QString &path, const QString &why)
{
    return failure(Error::Kind::InvalidInput, u"%1: %2"_s.arg(path, why));
}

Result<QByteArray> smallFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return stackFolderError(path, file.errorString());
    if (file.size() > maxConfigBytes)
        return stackFolderError(path, u"longer than 1 MiB"_s);
    return file.readAll();
}

bool leavesStackFolder(const QString &path)
{
    const QString below = QDir::cleanPath(path);
    return QDir::isAbsolutePath(below) || below == ".."_L1 || below.startsWith("../"_L1);
}

class StackFolderReader
{
public:
    explicit StackFolderReader(const QString &path)
        : m_folder(path)
        , m_root(QFileInfo(path).canonicalFilePath())
    {
        m_read.path = m_folder.absolutePath();
    }

    Result<StackFolder> run(const QString &version)
    {
        const QString name = QString::fromLatin1(atalayaTomlName);
        const Result<QByteArray> text = smallFile(m_folder.filePath(name));
        if (!text)
            return failure(text.error());
        m_read.tomlText = *text;
        m_read.project = readStackProject(*text, m_folder, name);
        for (const StackFinding &finding : checkStack(m_read.project)) {
            if (finding.finding.severity == ConfigFinding::Severity::Error)
                return failure(configError(finding.finding, finding.file));
        }
        const Result<void> done =
            files().and_then([&] { return putVersion(version); }).and_then([this] {
                return describe();
            });
        if (!done)
            return failure(done.error());
        return m_read;
    }

private:
    Result<void> files();
    Result<void> add(const QString &path);
    Result<void> addFile(const QString &path);
    Result<void> putVersion(const QString &version);
    Result<void> describe();
    [[nodiscard]] QString migrationDigest() const;
    [[nodiscard]] bool isGit() const
    {
        return m_read.project.toml.source == AtalayaToml::Source::Git;
    }
    void readAgain();

    const QDir m_folder;
    const QString m_root;
    StackFolder m_read;
    qint64 m_bytes = 0;
};

Result<void> StackFolderReader::files()
{
    const AtalayaToml &toml = m_read.project.toml;
    if (!toml.envFile.isEmpty()) {
        if (!m_read.project.present.contains(toml.envFile))
            return stackFolderError(toml.envFile, u"the env file is not there"_s);
        if (const Result<void> added = addFile(toml.envFile); !added)
            return added;
        m_read.files[toml.envFile].isPrivate = true;
    }
    if (isGit())
        return {};
    for (const QString &path : stackPaths(toml, m_read.project.compose)) {
        if (!m_read.project.present.contains(path) || path == toml.envFile)
            continue;
        if (const Result<void> added = add(path); !added)
            return added;
    }
    return {};
}

Result<void> StackFolderReader::add(const QString &path)
{
    const QFileInfo info(m_folder.filePath(path));
    if (!info.isDir())
        return info.isFile() ? addFile(path) : Result<void>();
    QDirIterator below(info.filePath(),
        QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (below.hasNext()) {
        const QString file = m_folder.relativeFilePath(below.next());
        if (QString(u'/' + file).contains("/.git/"_L1))
            continue;
        if (const Result<void> added = addFile(file); !added)
            return added;
    }
    return {};
}

Result<void> StackFolderReader::addFile(const QString &path)
{
    if (m_read.files.contains(path))
        return {};
    const QFileInfo info(m_folder.filePath(path));
    const QString real = info.canonicalFilePath();
    if (leavesStackFolder(path) || !real.startsWith(QString(m_root + u'/')) || path.contains(u'\n'))
        return stackFolderError(path, u"outside of the project's folder"_s);
    m_bytes += info.size();
    if (m_bytes > largestStack || m_read.files.size() >= mostStackFiles)
        return stackFolderError(path, u"more files than a deploy takes along"_s);
    QFile file(real);
    if (!file.open(QIODevice::ReadOnly))
        return stackFolderError(path, file.errorString());
    StackFile read;
    read.content = file.readAll();
    read.isProgram = (info.permissions() & QFile::ExeOwner) != 0;
    read.isPrivate = (info.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0;
    m_read.files.insert(path, read);
    return {};
}

// What is deployed is read as it will be, not as it was.
void StackFolderReader::readAgain()
{
    StackProject &project = m_read.project;
    const auto content = [this](const QString &path) -> Result<QByteArray> {
        const auto file = m_read.files.constFind(QDir::cleanPath(path));
        return file == m_read.files.cend() ? smallFile(m_folder.filePath(path)) : file->content;
    };
    QList<ComposeSource> sources;
    for (const QString &path : std::as_const(project.toml.compose)) {
        if (const Result<QByteArray> text = content(path))
            sources.append({path, *text});
    }
    project.compose = readCompose(sources, content);
    if (project.env)
        project.env = EnvSource{project.toml.envFile, readDotEnv(m_read.envText())};
}

Result<void> StackFolderReader::putVersion(const QString &version)
{
    const StackVersion &place = m_read.project.toml.version;
    if (version.isEmpty())
        return {};
    if (place.variable.isEmpty() && place.file.isEmpty())
        return stackFolderError(QString::fromLatin1(atalayaTomlName),
            u"it does not say where the version stands, so none can be chosen"_s);
    // What git checks out there would be another text than the one that is put there.
    if (isGit() && !place.file.isEmpty())
        return stackFolderError(place.file,
            u"with git the version cannot stand in a compose file: use a variable of the env file"_s);
    const QString path = place.variable.isEmpty() ? place.file : m_read.project.toml.envFile;
    const auto file = m_read.files.find(path);
    if (file == m_read.files.end())
        return stackFolderError(path, u"the version stands in it, and it is not there"_s);
    const Result<QByteArray> changed = place.variable.isEmpty()
        ? composeWithVersion(file->content, version)
        : envWithVersion(file->content, place.variable, version);
    if (!changed)
        return failure(changed.error());
    file->content = *changed;
    readAgain();
    return {};
}

QString StackFolderReader::migrationDigest() const
{
    const AtalayaToml &toml = m_read.project.toml;
    if (!toml.migration || toml.migration->files.isEmpty())
        return {};
    QStringList paths;
    for (const QString &path : toml.migration->files) {
        if (leavesStackFolder(path))
            return {};
        const QFileInfo info(m_folder.filePath(path));
        if (info.isFile())
            paths.append(path);
        QDirIterator below(
            info.filePath(), QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (info.isDir() && below.hasNext())
            paths.append(m_folder.relativeFilePath(below.next()));
    }
    std::sort(paths.begin(), paths.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &path : std::as_const(paths)) {
        QFile file(m_folder.filePath(path));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        hash.addData(QByteArray(path.toUtf8() + '\n' + QByteArray::number(file.size()) + '\n'));
        hash.addData(&file);
    }
    return paths.isEmpty() ? QString() : QString::fromLatin1(hash.result().toHex());
}

Result<void> StackFolderReader::describe()
{
    const StackProject &project = m_read.project;
    const DotEnvFile *env = project.env ? &project.env->file : nullptr;
    m_read.version = stackVersionIn(project.toml, project.compose, env);
    m_read.commands = stackCommands(project.toml, project.compose);
    m_read.contentHash = stackContentHash(m_read.tomlText, m_read.commands);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_read.tomlText);
    for (const QString &path : project.compose.files) {
        const auto file = m_read.files.constFind(QDir::cleanPath(path));
        const Result<QByteArray> text = file == m_read.files.cend()
            ? smallFile(m_folder.filePath(path))
            : Result<QByteArray>(file->content);
        if (!text)
            return failure(text.error());
        hash.addData(QByteArray(path.toUtf8() + '\n' + QByteArray::number(text->size()) + '\n'));
        hash.addData(*text);
    }
    m_read.configDigest = QString::fromLatin1(hash.result().toHex());
    m_read.migrationFiles = migrationDigest();
    if (isGit())
        m_read.commit = GitIndex::commitOf(m_read.path, project.toml.branch);
    return {};
}
} // namespace

QByteArray StackFolder::envText() const
{
    return files.value(project.toml.envFile).content;
}

QString StackFolder::tomlPath() const
{
    return QDir(path).filePath(QString::fromLatin1(atalayaTomlName));
}

StackProject readStackProject(const QByteArray &text, const QDir &folder, const QString &name)
{
    StackProject project;
    project.tomlName = name;
    project.toml = readAtalayaToml(text);
    // What leaves the folder is among the findings, and is not read.
    const auto read = [&folder](const QString &path) -> Result<QByteArray> {
        if (leavesStackFolder(path))
            return failure(Error::Kind::InvalidInput, path);
        return smallFile(folder.filePath(path));
    };
    QList<ComposeSource> sources;
    for (const QString &path : std::as_const(project.toml.compose)) {
        if (const Result<QByteArray> content = read(path))
            sources.append({path, *content});
    }
    // What lies over a file that is not there says little: it is told that it is not.
    if (!sources.isEmpty() && sources.size() == project.toml.compose.size())
        project.compose = readCompose(sources, read);
    if (!project.toml.envFile.isEmpty()) {
        if (const Result<QByteArray> content = read(project.toml.envFile))
            project.env = EnvSource{project.toml.envFile, readDotEnv(*content)};
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

Result<StackFolder> readStackFolder(const QString &path, const QString &version)
{
    return StackFolderReader(path).run(version);
}
