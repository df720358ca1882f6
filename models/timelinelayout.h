#pragma once

#include "models/timelineforecast.h"
#include "models/timelinerow.h"
#include "types/deploymentstate.h"

#include <QHash>
#include <QList>

#include <optional>

// What can be folded: an attempt, or a phase with lanes.
struct TimelineFold
{
    int attempt = 1;
    std::optional<Phase> phase; // nothing: the attempt
    bool operator==(const TimelineFold &) const = default;
    friend size_t qHash(const TimelineFold &fold, size_t seed = 0)
    {
        return qHashMulti(seed, fold.attempt, fold.phase ? static_cast<int>(*fold.phase) : -1);
    }
};

struct TimelineOptions
{
    bool live = true; // false: the last attempt's process is gone
    // The user's choices. Without one, earlier attempts are folded and phases are not.
    QHash<TimelineFold, bool> folds;
    bool operator==(const TimelineOptions &) const = default;
};

// The rows of the timeline, from a deployment's state. New events change only the rows they touch.
// A value without pixels: TimeScale puts times where they go.
class TimelineLayout
{
public:
    struct Change
    {
        bool structure = false; // rows came or went: everything is new
        QList<int> rows; // else: indexes for row() that differ, ascending
        [[nodiscard]] bool isEmpty() const { return !structure && rows.isEmpty(); }
    };

    struct Place
    {
        int row = -1; // for row()
        qsizetype bar = -1;
    };

    void build(const DeploymentState &state, const TimelineOptions &options, const QDateTime &now);
    // `after`: the state with the events applied.
    Change apply(
        const DeploymentState &after, const QList<DeployEvent> &events, const QDateTime &now);
    // Moves what is expected, when it is later than was thought.
    Change setNow(const DeploymentState &state, const QDateTime &now);

    [[nodiscard]] qsizetype rowCount() const { return m_visible.size(); }
    [[nodiscard]] const TimelineRow &row(qsizetype index) const
    {
        return m_rows.at(m_visible.at(index));
    }
    [[nodiscard]] std::optional<Place> find(SpanId span) const; // nothing: unknown or folded away
    [[nodiscard]] const TimelineBar *bar(SpanId span) const; // folded away or not; nullptr: unknown
    [[nodiscard]] static TimelineFold foldOf(const TimelineRow &row);

    [[nodiscard]] bool isRunning() const { return m_openAttempt > 0; }
    [[nodiscard]] int openAttempt() const { return m_openAttempt; } // 0: none
    [[nodiscard]] qint64 now() const { return m_now; } // since the open attempt's start
    [[nodiscard]] std::optional<qint64> expectedEnd() const { return m_forecast.end; }
    [[nodiscard]] qint64 contentEnd() const; // of all attempts, what is expected included

private:
    friend class TimelineBuilder;

    struct Attempt
    {
        qint64 start = 0; // since the epoch
        qint64 last = 0; // the latest known moment, since its start; grows with now while open
        QHash<QString, int> machines; // id -> index into the plan's machines
    };
    struct Where // the span's row among all rows, and its bar's start
    {
        int row = -1;
        qint64 start = 0;
    };

    [[nodiscard]] static QString keyOf(
        int attempt, Phase phase, const QString &lane, int track = 0);
    [[nodiscard]] std::pair<Phase, QString> placeOf(const SpanState &span) const;
    [[nodiscard]] TimelineBar barFrom(const SpanState &span);
    // False: it needs a row that is not there.
    bool insertSpan(const SpanState &span, int row);
    void noteTurn(const SpanState &span, const TimelineBar &turn, TimelineBar &envelope);
    bool startSpan(const SpanState &span, QList<int> *touched);
    void endSpan(const SpanState &span, QList<int> *touched);
    void finishRow(int row);
    void summarise(const DeploymentState &state, const QList<int> &touched);
    void summarisePhase(int header);
    void summariseAttempt(const AttemptState &attempt, int heading);
    QList<int> refreshForecast(const DeploymentState &state);
    void refold();
    [[nodiscard]] bool isFolded(const TimelineFold &fold) const;
    [[nodiscard]] Change changeOf(const QList<int> &rows) const;

    TimelineOptions m_options;
    QList<TimelineRow> m_rows; // folded ones included
    QList<int> m_visible; // indexes into m_rows
    QList<int> m_visibleOf; // the other way; -1: folded away
    QHash<QString, int> m_rowOf; // keyOf -> index into m_rows
    QHash<SpanId, Where> m_whereIs;
    QHash<int, Attempt> m_attempts;
    QHash<int, QString> m_labels; // one string for all bars that say the same
    int m_number = 0; // of the deployment
    int m_lastAttempt = 0;
    int m_openAttempt = 0;
    qint64 m_now = 0;
    TimelineForecast m_forecast;
    QList<int> m_spanOfStep; // of the open attempt, into state.spans
    QList<int> m_rowOfStep; // of the open attempt; -1: has no row of its own
    QHash<QString, int> m_stepOf; // of the open attempt: step and lane -> plan.steps
    QHash<QString, qint64> m_turns; // of the open attempt: lane -> when its turn came
    QList<int> m_ghostRows; // rows that have ghosts now
};
