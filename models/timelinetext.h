#pragma once

#include "models/timelinerow.h"
#include "types/deploymentstate.h"

// The texts of the timeline, shared by the chart, its tooltips, its table and screen readers.
namespace TimelineText {
// What the step may be compared with. Build stages share one record, however different they are.
std::optional<UsualDuration> usualOf(const SpanState &span);
QString skipped(const SpanState &span); // the reason, on the thin line
QString took(
    const TimelineBar &bar, bool showUsual); // "1 m 31 s (usually 10 s)", "failed after 12 s"
QString running(qint64 elapsed, qint64 usual); // "12 s of usually 30 s"
QString usually(qint64 ms); // on what is to come
// How the attempt of the deployment with that number ended, and how long it took.
QString ended(const AttemptState &attempt, int number);
QString notReached();
QString attempt(const AttemptState &attempt); // heading: "Attempt 2: Retry"
QString progress(int done, int total); // "2/3"
QString expectedEnd(qint64 ms); // at the axis: "expected 3:05"

// A step in one phrase for screen readers: "machine 148e…, grace, 30 s, succeeded".
QString phrase(const SpanState &span, const QDateTime &now);
// A row with its state: "148e…, dfw, succeeded, 30 s".
QString rowPhrase(const TimelineRow &row);
// Several lines for hovering: what, when, how long, usual, what it waits for, request id.
QString tooltip(const SpanState &span, const QDateTime &now);
} // namespace TimelineText
