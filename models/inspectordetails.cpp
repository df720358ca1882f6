#include "models/inspectordetails.h"

#include "models/format.h"
#include "models/timelinerow.h"
#include "models/timelinetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct InspectorText
{
    Q_DECLARE_TR_FUNCTIONS(InspectorDetails)
};

QString whenOf(const SpanState &span)
{
    if (span.outcome == Outcome::Skipped)
        return Format::dateTime(span.startedAt);
    if (!span.endedAt.isValid())
        return InspectorText::tr("since %1", "time of the day").arg(Format::time(span.startedAt));
    return InspectorText::tr("%1 to %2", "times of the day")
        .arg(Format::time(span.startedAt), Format::time(span.endedAt));
}

QString utcOf(const SpanState &span)
{
    if (!span.endedAt.isValid() || span.outcome == Outcome::Skipped)
        return Format::utc(span.startedAt);
    return InspectorText::tr("%1 to %2", "times of the day")
        .arg(Format::utc(span.startedAt), Format::utc(span.endedAt));
}

// What is usual counts from when a machine's turn had come.
std::chrono::milliseconds turnOf(
    const DeploymentState &state, const SpanState &span, const QDateTime &end)
{
    for (const SpanState &child : state.spans) {
        if (child.parent != span.id || child.segment != Segment::WaitTurn)
            continue;
        const QDateTime until = child.endedAt.isValid() ? child.endedAt : end;
        return std::chrono::milliseconds(std::max<qint64>(0, child.startedAt.msecsTo(until)));
    }
    return {};
}

} // namespace

InspectorDetails InspectorDetails::of(
    const DeploymentState &state, const SpanState &span, const QDateTime &now)
{
    InspectorDetails details;
    details.title = Words::step(span);
    if (const SpanState *parent = state.span(span.parent))
        details.subtitle = Words::step(*parent);
    details.status = statusOf(span);
    details.outcome = span.outcome == Outcome::Skipped
        ? InspectorText::tr("skipped: %1", "reason").arg(TimelineText::skipped(span))
        : Words::outcome(span.outcome);
    details.when = whenOf(span);
    details.whenUtc = utcOf(span);
    if (span.outcome != Outcome::Skipped) {
        const QDateTime end = span.endedAt.isValid() ? span.endedAt : std::max(now, span.startedAt);
        const std::chrono::milliseconds took(span.startedAt.msecsTo(end));
        const std::chrono::milliseconds turn = turnOf(state, span, end);
        details.duration = turn.count() == 0
            ? Format::duration(took)
            : InspectorText::tr("%1, %2 of it waiting for its turn", "durations")
                  .arg(Format::duration(took), Format::duration(turn));
        if (const auto usual = TimelineText::usualOf(span)) {
            details.usual = InspectorText::tr("usually %1, seldom more than %2")
                                .arg(Format::duration(usual->p50), Format::duration(usual->p95));
            details.slow = TimelineBar::isSlow(took - turn, usual->p95);
        }
    }
    for (auto note = span.notes.crbegin(); note != span.notes.crend(); ++note) {
        details.notes.append(InspectorText::tr("%1  %2", "time of the day, what was told")
                                 .arg(Format::time(note->at), Words::note(*note)));
    }
    if (span.error) {
        details.error = Words::error(*span.error);
        // The platform's own words, where the sentence does not have them yet.
        if (!Words::tellsAll(*span.error) && !details.error.contains(span.error->detail))
            details.errorDetail = span.error->detail;
    }
    for (auto request = span.requests.crbegin(); request != span.requests.crend(); ++request) {
        if (request->requestId.isEmpty())
            continue;
        const QString status =
            request->status > 0 ? QString::number(request->status) : InspectorText::tr("no answer");
        details.requests.append({request->requestId,
            QStringLiteral("%1 %2 %3").arg(request->method, request->path, status),
            request->method,
            request->path});
    }
    return details;
}

QList<LogLine> InspectorDetails::logOf(const QList<LogLine> &log, const SpanState &span, int limit)
{
    // The command's own machine is not the span's lane: the run tells which one it is.
    QString lane = span.step == Step::BuildStage || span.step == Step::BuildImage
        ? QStringLiteral("build")
        : span.lane;
    for (const SpanNote &note : span.notes) {
        const bool tells = note.note == Note::ReleaseMachine || note.note == Note::CreatedMachine;
        if (tells && !note.args.isEmpty())
            lane = note.args.first();
    }
    constexpr qint64 slack = 1'500; // a log line may come a little after what caused it
    QList<LogLine> result;
    for (auto line = log.crbegin(); line != log.crend() && result.size() < limit; ++line) {
        if (!lane.isEmpty() && line->lane != lane)
            continue;
        if (line->at < span.startedAt)
            continue;
        if (span.endedAt.isValid() && line->at > span.endedAt.addMSecs(slack))
            continue;
        result.prepend(*line);
    }
    return result;
}
