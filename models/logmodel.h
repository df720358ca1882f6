#pragma once

#include "models/logbuffer.h"
#include "models/roles.h"

#include <QAbstractListModel>
#include <QTimer>

#include <deque>

// The lines of a LogBuffer that pass the lane filter. New lines are appended in batches, at most
// twenty times a second; rows that fall out of the buffer are removed before rows are inserted.
class LogModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        LevelRole = Roles::Own, // int(LogLevel)
        TimeRole, // QDateTime UTC
        LaneRole,
        IndexRole, // qint64, the line's index in the log
    };

    explicit LogModel(QObject *parent = nullptr);
    explicit LogModel(LogBuffer::Limits limits, QObject *parent = nullptr);

    void setLines(const QList<LogLine> &lines); // another log
    void append(const QList<LogLine> &lines); // shown with the next batch
    void flush();
    void clear();

    void setLane(const QString &lane); // empty: all
    [[nodiscard]] const QString &lane() const { return m_lane; }
    [[nodiscard]] const QStringList &lanes() const { return m_buffer.lanes(); }

    [[nodiscard]] const LogBuffer &buffer() const { return m_buffer; }
    [[nodiscard]] qint64 indexAt(int row) const; // row → index in the log
    [[nodiscard]] int rowOf(qint64 index) const; // -1: not shown or gone
    // First row at or after `from` (or before, going back) that contains the text; wraps. -1: none.
    [[nodiscard]] int find(const QString &text, int from, bool forward) const;
    // For the clipboard and files: time in UTC, lane, text; redacted.
    [[nodiscard]] QString copyText(int firstRow, int lastRow) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void lanesChanged();

private:
    [[nodiscard]] bool accepts(qint64 index) const;
    void rebuild();
    void flushSome();
    void appendNow(const QList<LogLine> &lines);
    void dropRows(qint64 lines);

    LogBuffer m_buffer;
    QString m_lane;
    int m_laneNumber = -1; // of m_lane, -1 while no line of it has come
    std::deque<qint64> m_shown; // only with a lane filter
    QList<LogLine> m_waiting;
    QTimer m_timer;
};
