#pragma once

#include "types/logline.h"

#include <QByteArray>
#include <QHash>

#include <deque>
#include <vector>

enum class LogLevel
{
    Debug,
    Info,
    Warning,
    Error
};
LogLevel logLevelFromText(QStringView level);

// Lines of one log, oldest dropped first. Texts are kept as UTF-8 in blocks, so that a hundred
// thousand lines cost their bytes and little else. Lines are named by their index since the start
// of the log, which does not change when older ones are dropped.
class LogBuffer
{
public:
    struct Limits
    {
        qint64 lines = 200'000;
        qint64 bytes = 64 * 1024 * 1024;
    };

    LogBuffer();
    explicit LogBuffer(Limits limits);

    // How many whole lines at the front would go if these were appended, and then does both.
    [[nodiscard]] qint64 toDrop(const QList<LogLine> &lines) const;
    void append(const QList<LogLine> &lines);
    void dropFront(qint64 lines); // at least these
    void clear();

    [[nodiscard]] qint64 first() const { return m_first; }
    [[nodiscard]] qint64 end() const { return m_end; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

    [[nodiscard]] QString text(qint64 index) const;
    [[nodiscard]] LogLevel level(qint64 index) const;
    [[nodiscard]] LogLine::Source source(qint64 index) const;
    [[nodiscard]] int lane(qint64 index) const; // index into lanes()
    [[nodiscard]] qint64 time(qint64 index) const; // ms since the epoch, UTC
    [[nodiscard]] int attempt(qint64 index) const;
    [[nodiscard]] const QStringList &lanes() const { return m_lanes; } // in order of appearance

private:
    struct Entry
    {
        qint64 time = 0;
        quint32 offset = 0;
        quint32 length = 0;
        quint16 lane = 0;
        quint8 attempt = 1;
        quint8 levelAndSource = 0;
    };
    struct Block
    {
        QByteArray text;
        std::vector<Entry> entries;
    };
    static constexpr qint64 s_blockLines = 1024;

    [[nodiscard]] const Block &block(qint64 index) const;
    [[nodiscard]] const Entry &entry(qint64 index) const;
    quint16 laneNumber(const QString &lane);

    Limits m_limits;
    std::deque<Block> m_blocks; // all full but the last
    qint64 m_first = 0;
    qint64 m_end = 0;
    qint64 m_bytes = 0;
    QStringList m_lanes;
    QHash<QString, quint16> m_laneNumbers;
};
