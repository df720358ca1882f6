#include "config/gitindex.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype largestIndex = 64 * 1024 * 1024;
constexpr qsizetype entryHead = 62; // times, mode, owner, size, object, flags
constexpr quint32 newestIndex = 4;

quint32 number32(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

// Of version 4: how much of the path before is kept, seven bits at a time.
std::optional<qsizetype> strippedLength(const QByteArray &bytes, qsizetype &at)
{
    qsizetype value = 0;
    for (int i = 0; i < 5 && at < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes.at(at++));
        value = (i > 0 ? (value + 1) << 7 : 0) | (byte & 0x7f);
        if ((byte & 0x80) == 0)
            return value;
    }
    return std::nullopt;
}

// A work tree's own .git is a folder; that of a submodule or of a further work tree a file.
QString gitFolderOf(const QDir &tree)
{
    const QString git = tree.filePath(u".git"_s);
    if (QFileInfo(git).isDir())
        return git;
    QFile file(git);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.read(4096).trimmed();
    if (!line.startsWith("gitdir: "))
        return {};
    return QDir(tree.path()).absoluteFilePath(QString::fromUtf8(line.mid(8)));
}

QString indexOfTree(const QDir &tree)
{
    const QString folder = gitFolderOf(tree);
    return folder.isEmpty() ? QString() : QString(folder + "/index"_L1);
}

// The first work tree around a folder; nothing: there is none.
std::optional<QDir> treeAround(const QString &folder)
{
    QDir tree(QFileInfo(folder).absoluteFilePath());
    while (!QFileInfo::exists(tree.filePath(u".git"_s))) {
        if (!tree.cdUp())
            return std::nullopt;
    }
    return tree;
}

QByteArray smallGitFile(const QString &path)
{
    constexpr qint64 largest = 4 * 1024 * 1024;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(largest).trimmed() : QByteArray();
}

bool isCommitId(const QByteArray &text)
{
    static const QRegularExpression form(u"^([0-9a-f]{40}|[0-9a-f]{64})$"_s);
    return form.match(QString::fromLatin1(text)).hasMatch();
}

// Loose, or among the packed ones.
QString commitOfReference(const QString &common, const QByteArray &name)
{
    if (name.contains("..") || !name.startsWith("refs/"))
        return {};
    const QByteArray loose = smallGitFile(QString(common + u'/' + QString::fromUtf8(name)));
    if (isCommitId(loose))
        return QString::fromLatin1(loose);
    for (const QByteArray &line : smallGitFile(QString(common + "/packed-refs"_L1)).split('\n')) {
        const qsizetype space = line.indexOf(' ');
        if (space > 0 && line.mid(space + 1) == name && isCommitId(line.left(space)))
            return QString::fromLatin1(line.left(space));
    }
    return {};
}
} // namespace

QSet<QString> GitIndex::paths(const QByteArray &index)
{
    QSet<QString> found;
    if (index.size() < 12 || !index.startsWith("DIRC"))
        return found;
    const quint32 version = number32(index, 4);
    if (version < 2 || version > newestIndex)
        return found;
    qsizetype at = 12;
    QByteArray path;
    for (quint32 left = number32(index, 8); left > 0 && at + entryHead < index.size(); --left) {
        const qsizetype start = at;
        const quint16 flags = qFromBigEndian<quint16>(index.constData() + at + entryHead - 2);
        at += entryHead + ((flags & 0x4000) != 0 ? 2 : 0);
        if (version == newestIndex) {
            const std::optional<qsizetype> stripped = strippedLength(index, at);
            if (!stripped || *stripped > path.size())
                return found;
            path.chop(*stripped);
        } else {
            path.clear();
        }
        const qsizetype end = index.indexOf('\0', at);
        if (end < 0)
            return found;
        path += index.mid(at, end - at);
        found.insert(QString::fromUtf8(path));
        // Older ones are filled up to a multiple of eight.
        at = version == newestIndex ? end + 1 : start + ((end - start) / 8 + 1) * 8;
    }
    return found;
}

QSet<QString> GitIndex::trackedFiles(const QString &folder)
{
    const std::optional<QDir> tree = treeAround(folder);
    if (!tree)
        return {};
    QFile file(indexOfTree(*tree));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestIndex)
        return {};
    QSet<QString> all;
    for (const QString &path : paths(file.readAll()))
        all.insert(tree->filePath(path));
    return all;
}

QString GitIndex::commitOf(const QString &folder, const QString &branch)
{
    const std::optional<QDir> tree = treeAround(folder);
    const QString git = tree ? gitFolderOf(*tree) : QString();
    if (git.isEmpty())
        return {};
    // A further work tree has its HEAD for itself, and its branches with the first one.
    const QByteArray shared = smallGitFile(QString(git + "/commondir"_L1));
    const QString common =
        shared.isEmpty() ? git : QDir(git).absoluteFilePath(QString::fromUtf8(shared));
    if (!branch.isEmpty())
        return commitOfReference(common, QByteArray("refs/heads/" + branch.toUtf8()));
    const QByteArray head = smallGitFile(QString(git + "/HEAD"_L1));
    if (head.startsWith("ref: "))
        return commitOfReference(common, head.mid(5));
    return isCommitId(head) ? QString::fromLatin1(head) : QString();
}
