#include "models/logbuffer.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

LogLevel logLevelFromText(QStringView level)
{
    if (level.compare("error"_L1, Qt::CaseInsensitive) == 0
        || level.compare("fatal"_L1, Qt::CaseInsensitive) == 0
        || level.compare("critical"_L1, Qt::CaseInsensitive) == 0)
        return LogLevel::Error;
    if (level.startsWith("warn"_L1, Qt::CaseInsensitive))
        return LogLevel::Warning;
    if (level.compare("debug"_L1, Qt::CaseInsensitive) == 0
        || level.compare("trace"_L1, Qt::CaseInsensitive) == 0)
        return LogLevel::Debug;
    return LogLevel::Info;
}

LogBuffer::LogBuffer()
    : LogBuffer(Limits{})
{
}

LogBuffer::LogBuffer(Limits limits)
    : m_limits(limits)
{
}

qint64 LogBuffer::toDrop(const QList<LogLine> &lines) const
{
    qint64 bytes = m_bytes;
    for (const LogLine &line : lines)
        bytes += line.text.size(); // near enough: most of a log is ASCII
    qint64 count = m_end - m_first + lines.size();
    qint64 dropped = 0;
    // Blocks go as a whole: dropping is rare and cheap.
    for (const Block &block : m_blocks) {
        if (count <= m_limits.lines && bytes <= m_limits.bytes)
            break;
        dropped += qint64(block.entries.size());
        count -= qint64(block.entries.size());
        bytes -= block.text.size();
    }
    return dropped;
}

void LogBuffer::append(const QList<LogLine> &lines)
{
    for (const LogLine &line : lines) {
        if (m_blocks.empty() || qint64(m_blocks.back().entries.size()) == s_blockLines)
            m_blocks.emplace_back();
        Block &block = m_blocks.back();
        const QByteArray text = line.text.toUtf8();
        Entry entry;
        entry.time = line.at.toMSecsSinceEpoch();
        entry.offset = quint32(block.text.size());
        entry.length = quint32(text.size());
        entry.lane = laneNumber(line.lane);
        entry.attempt = quint8(std::clamp(line.attempt, 0, 255));
        entry.levelAndSource = quint8(int(logLevelFromText(line.level)) | (int(line.source) << 4));
        block.text.append(text);
        block.entries.push_back(entry);
        m_bytes += text.size();
        ++m_end;
    }
}

void LogBuffer::dropFront(qint64 lines)
{
    qint64 left = lines;
    while (left > 0 && !m_blocks.empty()) {
        const auto count = qint64(m_blocks.front().entries.size());
        m_bytes -= m_blocks.front().text.size();
        m_first += count;
        left -= count;
        m_blocks.pop_front();
    }
}

void LogBuffer::clear()
{
    m_blocks.clear();
    m_first = 0;
    m_end = 0;
    m_bytes = 0;
    m_lanes.clear();
    m_laneNumbers.clear();
}

QString LogBuffer::text(qint64 index) const
{
    const Entry &line = entry(index);
    return QString::fromUtf8(block(index).text.constData() + line.offset, qsizetype(line.length));
}

LogLevel LogBuffer::level(qint64 index) const
{
    return static_cast<LogLevel>(entry(index).levelAndSource & 0x0f);
}

LogLine::Source LogBuffer::source(qint64 index) const
{
    return static_cast<LogLine::Source>(entry(index).levelAndSource >> 4);
}

int LogBuffer::lane(qint64 index) const
{
    return entry(index).lane;
}

qint64 LogBuffer::time(qint64 index) const
{
    return entry(index).time;
}

int LogBuffer::attempt(qint64 index) const
{
    return entry(index).attempt;
}

const LogBuffer::Block &LogBuffer::block(qint64 index) const
{
    return m_blocks.at(size_t((index - m_first) / s_blockLines));
}

const LogBuffer::Entry &LogBuffer::entry(qint64 index) const
{
    return block(index).entries.at(size_t((index - m_first) % s_blockLines));
}

quint16 LogBuffer::laneNumber(const QString &lane)
{
    const auto known = m_laneNumbers.constFind(lane);
    if (known != m_laneNumbers.constEnd())
        return *known;
    if (m_lanes.size() == std::numeric_limits<quint16>::max())
        return 0;
    const auto number = quint16(m_lanes.size());
    m_lanes.append(lane);
    m_laneNumbers.insert(lane, number);
    return number;
}
