#include "store/logchunks.h"

#include "core/sanitise.h"
#include "types/logsource.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int chunksPerDeployment = 8;
constexpr qint64 smallestChunk = 4096;

const QString suffix = u".jsonl"_s;

QByteArray toJson(const LogLine &line)
{
    QJsonObject object{
        {u"at"_s, line.at.toMSecsSinceEpoch()},
        {u"from"_s, logSourceName(line.source)},
        {u"text"_s, Redact::text(line.text)},
    };
    if (!line.lane.isEmpty())
        object.insert(u"lane"_s, Redact::text(line.lane));
    if (!line.level.isEmpty())
        object.insert(u"level"_s, Redact::text(line.level));
    if (line.attempt != 1)
        object.insert(u"attempt"_s, line.attempt);
    if (line.step != 0) {
        object.insert(u"step"_s, line.step);
        object.insert(u"bytes"_s, line.stepBytes);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

// Always a line, so that the numbers of those behind it stay right.
LogLine fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    LogLine line;
    line.at = QDateTime::fromMSecsSinceEpoch(object[u"at"_s].toInteger(), Qt::UTC);
    line.source = logSourceFromName(object[u"from"_s].toString()).value_or(LogLine::Source::App);
    line.lane = object[u"lane"_s].toString();
    line.level = object[u"level"_s].toString();
    line.attempt = object[u"attempt"_s].toInt(1);
    line.step = object[u"step"_s].toInteger();
    line.stepBytes = object[u"bytes"_s].toInteger();
    line.text =
        object.isEmpty() ? Sanitise::line(QString::fromUtf8(json)) : object[u"text"_s].toString();
    return line;
}

tl::unexpected<Error> systemFailure(const QString &path, int code)
{
    const bool full = code == ENOSPC || code == EDQUOT || code == EFBIG;
    return failure(full ? Error::Kind::StorageFull : Error::Kind::Storage,
        u"%1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(code))));
}

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        // Dropped between listing and reading, as the oldest file is.
        if (!file.exists())
            return QByteArray();
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
    }
    return file.readAll();
}

// Appends all of it or nothing; the size afterwards.
Result<void> appendTo(const QString &path, qint64 sizeBefore, const QByteArray &text)
{
    const int file = ::open(QFile::encodeName(path).constData(),
        O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW,
        0600);
    if (file < 0)
        return systemFailure(path, errno);
    qint64 written = 0;
    int code = 0;
    while (written < text.size() && code == 0) {
        const ssize_t count =
            ::write(file, text.constData() + written, size_t(text.size() - written));
        if (count >= 0)
            written += count;
        else if (errno != EINTR)
            code = errno;
    }
    if (code != 0 && ::ftruncate(file, sizeBefore) != 0)
        code = errno;
    ::close(file);
    return code == 0 ? Result<void>() : systemFailure(path, code);
}

} // namespace

LogChunks::LogChunks(QString folder, qint64 bytesPerDeployment)
    : m_folder(std::move(folder))
    , m_limit(bytesPerDeployment)
    , m_chunkBytes(std::max(smallestChunk, bytesPerDeployment / chunksPerDeployment))
{
}

QString LogChunks::folderOf(const DeploymentId &id) const
{
    return m_folder + u'/' + id.value;
}

QList<LogChunks::Chunk> LogChunks::chunks(const DeploymentId &id) const
{
    const QFileInfoList files =
        QDir(folderOf(id)).entryInfoList({u'*' + suffix}, QDir::Files, QDir::NoSort);
    QList<Chunk> found;
    for (const QFileInfo &file : files) {
        bool isNumber = false;
        const qint64 first = file.completeBaseName().toLongLong(&isNumber);
        if (isNumber)
            found.append({file.filePath(), first, file.size()});
    }
    std::sort(found.begin(), found.end(), [](const Chunk &a, const Chunk &b) {
        return a.firstLine < b.firstLine;
    });
    return found;
}

Result<LogChunks::End> LogChunks::findEnd(const DeploymentId &id) const
{
    const QList<Chunk> all = chunks(id);
    if (all.isEmpty()) {
        if (!QDir().mkpath(m_folder)
            || (!QDir().exists(folderOf(id))
                && !QDir().mkdir(
                    folderOf(id), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))) {
            return failure(Error::Kind::Storage, u"%1: cannot be created"_s.arg(folderOf(id)));
        }
        return End{0, {folderOf(id) + u"/0000000000"_s + suffix, 0, 0}};
    }
    End end{0, all.last()};
    const Result<QByteArray> text = contents(end.last.path);
    if (!text)
        return failure(text.error());
    // A line torn by a crash is cut off, or the next one would be glued to it.
    const qint64 whole = text->lastIndexOf('\n') + 1;
    if (whole != text->size() && !QFile::resize(end.last.path, whole))
        return failure(Error::Kind::Storage, u"%1: cannot be written"_s.arg(end.last.path));
    end.last.bytes = whole;
    end.nextLine = end.last.firstLine + text->count('\n');
    return end;
}

Result<void> LogChunks::writeOut(const DeploymentId &id, End &end, const QByteArray &text) const
{
    if (text.isEmpty())
        return {};
    const Result<void> written = appendTo(end.last.path, end.last.bytes, text);
    if (!written)
        return written;
    end.last.bytes += text.size();
    end.nextLine += text.count('\n');
    if (end.last.bytes >= m_chunkBytes) {
        const QString name = u"%1"_s.arg(end.nextLine, 10, 10, QLatin1Char('0'));
        end.last = {folderOf(id) + u'/' + name + suffix, end.nextLine, 0};
        dropOldest(id);
    }
    return {};
}

void LogChunks::dropOldest(const DeploymentId &id) const
{
    const QList<Chunk> all = chunks(id);
    qint64 total = 0;
    for (const Chunk &chunk : all)
        total += chunk.bytes;
    // The chunk about to be begun counts as full: the limit holds at every moment.
    for (qsizetype i = 0; i + 1 < all.size() && total + m_chunkBytes > m_limit; ++i) {
        total -= all[i].bytes;
        QFile::remove(all[i].path);
    }
}

Result<void> LogChunks::append(const DeploymentId &id, const QList<LogLine> &lines)
{
    if (lines.isEmpty())
        return {};
    const std::lock_guard lock(m_mutex);
    if (!m_ends.contains(id)) {
        const Result<End> end = findEnd(id);
        if (!end)
            return failure(end.error());
        m_ends.insert(id, *end);
    }
    End &end = m_ends[id];
    QByteArray text;
    for (const LogLine &line : lines) {
        text += toJson(line);
        if (end.last.bytes + text.size() >= m_chunkBytes) {
            const Result<void> written = writeOut(id, end, text);
            if (!written)
                return written;
            text.clear();
        }
    }
    return writeOut(id, end, text);
}

Result<QList<LogLine>> LogChunks::read(const DeploymentId &id, qint64 from, int limit) const
{
    const QList<Chunk> all = chunks(id);
    QList<LogLine> lines;
    if (all.isEmpty())
        return lines;
    const qint64 first = all.first().firstLine + std::max<qint64>(from, 0);
    for (qsizetype i = 0; i < all.size() && lines.size() < limit; ++i) {
        // The next file's name tells how many lines this one has.
        if (i + 1 < all.size() && all[i + 1].firstLine <= first)
            continue;
        const Result<QByteArray> text = contents(all[i].path);
        if (!text)
            return failure(text.error());
        qint64 number = all[i].firstLine;
        qsizetype begin = 0;
        for (qsizetype end = text->indexOf('\n'); end >= 0 && lines.size() < limit;
             end = text->indexOf('\n', begin)) {
            if (number++ >= first)
                lines.append(fromJson(text->mid(begin, end - begin)));
            begin = end + 1;
        }
    }
    return lines;
}

void LogChunks::remove(const DeploymentId &id)
{
    const std::lock_guard lock(m_mutex);
    m_ends.remove(id);
    QDir(folderOf(id)).removeRecursively();
}
