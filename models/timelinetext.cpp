#include "models/timelinetext.h"

#include "models/format.h"
#include "models/words.h"

#include <QCoreApplication>

namespace {

struct LaneText
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

using std::chrono::milliseconds;

QString duration(qint64 ms)
{
    return Format::duration(milliseconds(ms));
}

QString plainTook(const TimelineBar &bar, const QString &time)
{
    if (bar.interrupted)
        return LaneText::tr("interrupted after %1").arg(time);
    switch (bar.status) {
    case Status::Failed:
        return LaneText::tr("failed after %1").arg(time);
    case Status::Warning:
        return LaneText::tr("stopped after %1").arg(time);
    case Status::Unknown:
        return LaneText::tr("unknown after %1").arg(time);
    default:
        return time;
    }
}

} // namespace

std::optional<UsualDuration> TimelineText::usualOf(const SpanState &span)
{
    return span.step == Step::BuildStage ? std::nullopt : span.usual;
}

QString TimelineText::skipped(const SpanState &span)
{
    const QString why = Words::reason(span.skipReason, span.skipArgs);
    return why.isEmpty() ? Words::outcome(Outcome::Skipped) : why;
}

QString TimelineText::took(const TimelineBar &bar, bool showUsual)
{
    const QString time = duration(bar.worked());
    if (!showUsual || bar.usual < 0)
        return plainTook(bar, time);
    const QString usual = duration(bar.usual);
    if (bar.status == Status::Failed)
        return LaneText::tr("failed after %1 (usually %2)").arg(time, usual);
    return LaneText::tr("%1 (usually %2)").arg(plainTook(bar, time), usual);
}

QString TimelineText::running(qint64 elapsed, qint64 usual)
{
    // Whole seconds: a text that changes ten times a second cannot be read.
    const QString time = duration(elapsed / 1000 * 1000);
    return usual < 0 ? time : LaneText::tr("%1 of usually %2").arg(time, duration(usual));
}

QString TimelineText::usually(qint64 ms)
{
    return LaneText::tr("usually %1").arg(duration(ms));
}

QString TimelineText::ended(const AttemptState &attempt, int number)
{
    DeploymentState named;
    named.number = number;
    return LaneText::tr("%1 It took %2.", "how it ended (a sentence), how long it took")
        .arg(Words::attemptSummary(attempt, named),
            duration(attempt.startedAt.msecsTo(attempt.endedAt)));
}

QString TimelineText::notReached()
{
    return LaneText::tr("not reached");
}

QString TimelineText::attempt(const AttemptState &attempt)
{
    return LaneText::tr("Attempt %1: %2", "number, kind")
        .arg(QLocale().toString(attempt.number), Words::kind(attempt.plan.kind));
}

QString TimelineText::progress(int done, int total)
{
    return LaneText::tr("%1/%2", "machines done of all")
        .arg(QLocale().toString(done), QLocale().toString(total));
}

QString TimelineText::expectedEnd(qint64 ms)
{
    return LaneText::tr("expected %1", "end of the deployment, at the time axis")
        .arg(Format::axis(milliseconds((ms + 500) / 1000 * 1000)));
}

QString TimelineText::phrase(const SpanState &span, const QDateTime &now)
{
    const QString what = Words::step(span);
    if (span.outcome == Outcome::Skipped)
        return LaneText::tr("%1, skipped: %2", "a step, why").arg(what, skipped(span));
    const QDateTime end = span.endedAt.isValid() ? span.endedAt : std::max(now, span.startedAt);
    const QString time = duration(span.startedAt.msecsTo(end));
    const QString state = Words::outcome(span.outcome);
    if (span.lane.isEmpty() || (span.step == Step::UpdateMachine && span.segment == Segment::Work))
        return LaneText::tr("%1, %2, %3", "a step, its duration, its state").arg(what, time, state);
    if (span.step == Step::BuildStage)
        return LaneText::tr("build stage %1, %2, %3, %4", "lane, step, duration, state")
            .arg(span.lane, what, time, state);
    if (span.lane.contains(u'/')) // of a stack
        return LaneText::tr("%1: %2, %3, %4", "service or server, step, duration, state")
            .arg(Format::shortId(span.lane), what, time, state);
    return LaneText::tr("machine %1, %2, %3, %4", "lane, step, duration, state")
        .arg(Format::shortId(span.lane), what, time, state);
}

QString TimelineText::rowPhrase(const TimelineRow &row)
{
    QStringList parts{row.name};
    if (!row.detail.isEmpty())
        parts += row.detail;
    if (row.status)
        parts += Words::status(*row.status);
    else if (!row.reached)
        parts += notReached();
    else if (!row.ghosts.isEmpty())
        parts += LaneText::tr("expected at %1", "a step that has not begun")
                     .arg(Format::axis(milliseconds(row.ghosts.first().start / 1000 * 1000)));
    if (!row.after.isEmpty())
        parts += row.after;
    return parts.join(QLatin1StringView(", "));
}

QString TimelineText::tooltip(const SpanState &span, const QDateTime &now)
{
    QStringList lines{phrase(span, now)};
    if (span.endedAt.isValid() && span.outcome != Outcome::Skipped)
        lines += LaneText::tr("%1 to %2", "times of the day")
                     .arg(Format::time(span.startedAt), Format::time(span.endedAt));
    else
        lines += LaneText::tr("since %1", "time of the day").arg(Format::time(span.startedAt));
    if (const auto usual = usualOf(span))
        lines += LaneText::tr("usually %1, seldom more than %2")
                     .arg(Format::duration(usual->p50), Format::duration(usual->p95));
    if (!span.notes.isEmpty())
        lines += Words::note(span.notes.last());
    if (span.error)
        lines += Words::error(*span.error);
    for (auto request = span.requests.crbegin(); request != span.requests.crend(); ++request) {
        if (request->requestId.isEmpty())
            continue;
        lines += LaneText::tr("request %1").arg(request->requestId);
        break;
    }
    return lines.join(QLatin1Char('\n'));
}
