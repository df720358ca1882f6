#include "models/logmodel.h"

#include "core/sanitise.h"
#include "models/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr qsizetype s_linesAtOnce = 4'000;
} // namespace

LogModel::LogModel(QObject *parent)
    : LogModel(LogBuffer::Limits{}, parent)
{
}

LogModel::LogModel(LogBuffer::Limits limits, QObject *parent)
    : QAbstractListModel(parent)
    , m_buffer(limits)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(50ms);
    connect(&m_timer, &QTimer::timeout, this, &LogModel::flushSome);
}

void LogModel::setLines(const QList<LogLine> &lines)
{
    m_timer.stop();
    m_waiting.clear();
    beginResetModel();
    m_buffer.clear();
    m_shown.clear();
    m_buffer.append(lines);
    m_buffer.dropFront(m_buffer.toDrop({}));
    rebuild();
    endResetModel();
    Q_EMIT lanesChanged();
}

void LogModel::append(const QList<LogLine> &lines)
{
    m_waiting.append(lines);
    if (!m_timer.isActive())
        m_timer.start();
}

void LogModel::flush()
{
    m_timer.stop();
    const QList<LogLine> lines = std::exchange(m_waiting, {});
    if (!lines.isEmpty())
        appendNow(lines);
}

// A flood is taken in portions, so that the window answers between them.
void LogModel::flushSome()
{
    const QList<LogLine> lines = m_waiting.first(std::min(m_waiting.size(), s_linesAtOnce));
    m_waiting.remove(0, lines.size());
    if (!lines.isEmpty())
        appendNow(lines);
    if (!m_waiting.isEmpty())
        m_timer.start();
}

void LogModel::clear()
{
    setLines({});
}

void LogModel::setLane(const QString &lane)
{
    if (lane == m_lane)
        return;
    beginResetModel();
    m_lane = lane;
    rebuild();
    endResetModel();
}

qint64 LogModel::indexAt(int row) const
{
    return m_lane.isEmpty() ? m_buffer.first() + row : m_shown.at(size_t(row));
}

int LogModel::rowOf(qint64 index) const
{
    if (index < m_buffer.first() || index >= m_buffer.end())
        return -1;
    if (m_lane.isEmpty())
        return int(index - m_buffer.first());
    const auto found = std::lower_bound(m_shown.begin(), m_shown.end(), index);
    return found != m_shown.end() && *found == index ? int(found - m_shown.begin()) : -1;
}

int LogModel::find(const QString &text, int from, bool forward) const
{
    const int count = rowCount();
    if (text.isEmpty() || count == 0)
        return -1;
    for (int step = 0; step < count; ++step) {
        const int row = ((forward ? from + step : from - step) % count + count) % count;
        if (m_buffer.text(indexAt(row)).contains(text, Qt::CaseInsensitive))
            return row;
    }
    return -1;
}

QString LogModel::copyText(int firstRow, int lastRow) const
{
    QString text;
    for (int row = std::max(0, firstRow); row <= std::min(lastRow, rowCount() - 1); ++row) {
        const qint64 line = indexAt(row);
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(m_buffer.time(line), Qt::UTC);
        text += Format::utc(at);
        text += u' ';
        if (const QString lane = m_buffer.lanes().value(m_buffer.lane(line)); !lane.isEmpty())
            text += QString(lane % u' ');
        text += m_buffer.text(line);
        text += u'\n';
    }
    return Redact::text(text);
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_lane.isEmpty() ? int(m_buffer.end() - m_buffer.first()) : int(m_shown.size());
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qint64 line = indexAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Roles::Raw:
        return m_buffer.text(line);
    case LevelRole:
        return int(m_buffer.level(line));
    case TimeRole:
    case Roles::Sort:
        return QDateTime::fromMSecsSinceEpoch(m_buffer.time(line), Qt::UTC);
    case LaneRole:
        return m_buffer.lanes().value(m_buffer.lane(line));
    case IndexRole:
    case Roles::Id:
        return line;
    default:
        return {};
    }
}

bool LogModel::accepts(qint64 index) const
{
    return m_buffer.lane(index) == m_laneNumber;
}

void LogModel::rebuild()
{
    m_shown.clear();
    if (m_lane.isEmpty())
        return;
    m_laneNumber = int(m_buffer.lanes().indexOf(m_lane));
    for (qint64 line = m_buffer.first(); line < m_buffer.end(); ++line) {
        if (accepts(line))
            m_shown.push_back(line);
    }
}

void LogModel::appendNow(const QList<LogLine> &lines)
{
    if (const qint64 drop = m_buffer.toDrop(lines); drop > 0)
        dropRows(drop);
    const auto knownLanes = m_buffer.lanes().size();
    if (m_lane.isEmpty()) {
        const int row = rowCount();
        beginInsertRows({}, row, row + int(lines.size()) - 1);
        m_buffer.append(lines);
        endInsertRows();
    } else {
        const qint64 from = m_buffer.end();
        m_buffer.append(lines); // rows are m_shown: none of them has changed yet
        m_laneNumber = int(m_buffer.lanes().indexOf(m_lane));
        std::vector<qint64> fresh;
        for (qint64 line = from; line < m_buffer.end(); ++line) {
            if (accepts(line))
                fresh.push_back(line);
        }
        if (!fresh.empty()) {
            const int row = int(m_shown.size());
            beginInsertRows({}, row, row + int(fresh.size()) - 1);
            m_shown.insert(m_shown.end(), fresh.begin(), fresh.end());
            endInsertRows();
        }
    }
    if (m_buffer.lanes().size() != knownLanes)
        Q_EMIT lanesChanged();
}

void LogModel::dropRows(qint64 lines)
{
    const qint64 firstKept = m_buffer.first() + lines;
    const int rows = m_lane.isEmpty()
        ? int(std::min<qint64>(lines, rowCount()))
        : int(std::lower_bound(m_shown.begin(), m_shown.end(), firstKept) - m_shown.begin());
    if (rows > 0)
        beginRemoveRows({}, 0, rows - 1);
    m_buffer.dropFront(lines);
    if (!m_lane.isEmpty())
        m_shown.erase(m_shown.begin(), m_shown.begin() + rows);
    if (rows > 0)
        endRemoveRows();
}
