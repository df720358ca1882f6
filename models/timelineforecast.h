#pragma once

#include "types/deploymentstate.h"

#include <QHash>
#include <QList>

#include <limits>
#include <optional>

// When the planned steps of a running attempt that are still to come will begin, and when it will
// end: from the plan, the usual durations and what has happened. A pure function; milliseconds
// since the attempt's start. `turns`: lane -> when a machine's turn came after waiting for it; one
// that still waits (awaitsTurn) counts as to come.
struct TimelineForecast
{
    QHash<int, qint64> starts; // index into plan.steps -> expected start, of what is to come
    std::optional<qint64> end; // nothing: some remaining step's duration is not known
    bool operator==(const TimelineForecast &) const = default;
};

constexpr qint64 awaitsTurn = std::numeric_limits<qint64>::max();

// Which span a planned step has become; -1 where it has not begun. Parallel to plan.steps.
QList<int> spansOfPlan(const AttemptState &attempt, const QList<SpanState> &spans);

TimelineForecast forecast(const AttemptState &attempt,
    const QList<SpanState> &spans,
    const QList<int> &spanOfStep,
    const QHash<QString, qint64> &turns,
    qint64 nowMs);
