#pragma once

#include "models/words.h"

#include <QList>
#include <QString>

#include <chrono>
#include <limits>
#include <optional>

// What a row of the timeline holds. Times are milliseconds since the start of the row's attempt.
struct TimelineBar
{
    static constexpr qint64 Running = std::numeric_limits<qint64>::max();

    enum class Kind
    {
        Plain, // one step
        Envelope, // a step whose segments lie on it
        Segment, // a part of an envelope
        Summary, // of the rows below it
    };

    SpanId span;
    SpanId parent;
    Kind kind = Kind::Plain;
    qint64 start = 0;
    qint64 end = Running;
    Status status = Status::Running;
    bool interrupted = false; // its process is gone: how it ended is not known
    Segment segment = Segment::Work;
    bool waiting = false; // drawn apart from work
    qint64 workStart = 0; // after waiting for its turn; Running: it still waits
    qint64 usual = -1; // p50 from workStart on; -1: not known
    qint64 usualLong = -1; // p95
    bool typical = false; // `usual` comes from enough deployments to judge by
    QString label; // inside the bar when it fits, else right of it

    [[nodiscard]] bool isRunning() const { return end == Running; }
    [[nodiscard]] bool isWhole() const { return kind == Kind::Plain || kind == Kind::Envelope; }
    // Also one that was cut off; one that failed is shown as a failure.
    [[nodiscard]] bool isWait() const { return waiting && status != Status::Failed; }
    [[nodiscard]] bool isSkipped() const { return status == Status::Skipped; }
    [[nodiscard]] qint64 endAt(qint64 now) const
    {
        return isRunning() ? std::max(now, start) : end;
    }
    [[nodiscard]] qint64 worked() const { return end - std::min(workStart, end); } // when ended
    [[nodiscard]] bool isSlow() const
    {
        using std::chrono::milliseconds;
        return typical && !isRunning() && !isSkipped()
            && isSlow(milliseconds(worked()), milliseconds(usualLong));
    }
    // Beyond what is seldom exceeded, by more than jitter.
    static bool isSlow(std::chrono::milliseconds took, std::chrono::milliseconds seldomMore)
    {
        return took > seldomMore + seldomMore / 5 + std::chrono::milliseconds(500);
    }
    bool operator==(const TimelineBar &) const = default;
};

// A planned step that has not begun.
struct TimelineGhost
{
    qint64 start = 0; // when it is expected to begin
    qint64 usual = -1; // -1: nothing is known about its duration
    qint64 usualLong = -1;
    QString label; // its usual duration
    QString text; // why it will be skipped; empty: it will be done
    bool operator==(const TimelineGhost &) const = default;
};

struct TimelineRow
{
    enum class Kind
    {
        Attempt,
        Phase,
        Lane
    };

    Kind kind = Kind::Phase;
    int attempt = 1;
    Phase phase = Phase::Preflight;
    QString lane; // machine id or stage; empty: the phase's own row
    int track = 0; // above 0: steps of the same row that ran side by side
    QString name;
    QString detail; // muted, after the name: region, progress
    bool foldable = false;
    bool folded = false;
    bool reached = true; // false: its attempt ended before it
    std::optional<Status> status; // nothing: has not begun
    QList<TimelineBar> bars; // by start, an envelope before its segments
    QList<qint64> reach; // reach[i]: the latest end among bars[0..i], for searching
    QList<TimelineGhost> ghosts;
    QList<qint64> failures; // ends of failed bars in the rows folded into this one
    QString after; // right of the last bar: how long it took, and the usual when it is worth a word
    bool slow = false; // what `after` tells took longer than usual

    // The first bar that may end after `time`; those before it do not.
    [[nodiscard]] qsizetype firstReaching(qint64 time) const;
    // The first bar that starts after `time`.
    [[nodiscard]] qsizetype firstStartingAfter(qint64 time) const;
    [[nodiscard]] qsizetype indexOf(SpanId span, qint64 start) const; // -1: not here
    bool operator==(const TimelineRow &) const = default;
};
