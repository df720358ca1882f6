#include "models/timelineforecast.h"

#include <QSet>
#include <queue>

#include <algorithm>
#include <cmath>

namespace {

qint64 msSince(const AttemptState &attempt, const QDateTime &at)
{
    return attempt.startedAt.msecsTo(at);
}

class Walk
{
public:
    Walk(const AttemptState &attempt,
        const QList<SpanState> &spans,
        const QHash<QString, qint64> &turns,
        qint64 now)
        : m_attempt(attempt)
        , m_spans(spans)
        , m_turns(turns)
        , m_now(now)
    {
    }

    // Begins at `earliest` unless it has begun; returns when it ends or is expected to.
    qint64 pass(int index, int spanIndex, qint64 earliest)
    {
        const PlannedStep &step = m_attempt.plan.steps.at(index);
        const qint64 turn = step.step == Step::UpdateMachine ? m_turns.value(step.lane, 0) : 0;
        if (spanIndex >= 0 && turn != awaitsTurn) {
            const SpanState &span = m_spans.at(spanIndex);
            if (span.endedAt.isValid())
                return std::max(earliest, msSince(m_attempt, span.endedAt));
            const qint64 start = std::max(turn, msSince(m_attempt, span.startedAt));
            return std::max(m_now, start + usual(step, span.usual));
        }
        const qint64 start = std::max(earliest, m_now);
        result.starts.insert(index, start);
        return step.skipped ? start : start + usual(step, {});
    }

    TimelineForecast result;
    bool complete = true;

private:
    qint64 usual(const PlannedStep &step, const std::optional<UsualDuration> &ofSpan)
    {
        if (const auto &known = ofSpan ? ofSpan : step.usual)
            return known->p50.count();
        complete = false;
        return 0;
    }

    const AttemptState &m_attempt;
    const QList<SpanState> &m_spans;
    const QHash<QString, qint64> &m_turns;
    qint64 m_now;
};

struct UpdateStep
{
    int index = -1;
    int span = -1;
    bool warm = true;
};

QSet<QString> coldLanes(const DeployPlan &plan)
{
    QSet<QString> cold;
    for (const PlannedMachine &machine : plan.machines) {
        if (!machine.warm)
            cold.insert(machine.id.value);
    }
    return cold;
}

// The rolling strategy: the first machine of a pool alone, then as many at once as may be missing.
qint64 passPool(Walk &walk, const QList<UpdateStep> &steps, int limit, qint64 start)
{
    std::priority_queue<qint64, std::vector<qint64>, std::greater<>> free;
    free.push(start);
    qint64 end = start;
    bool first = true;
    for (const UpdateStep &step : steps) {
        const qint64 done = walk.pass(step.index, step.span, free.top());
        end = std::max(end, done);
        free.pop();
        for (int i = 0; i < (first ? std::max(1, limit) : 1); ++i)
            free.push(first ? end : done);
        first = false;
    }
    return end;
}

qint64 passUpdate(
    Walk &walk, const AttemptState &attempt, const QList<UpdateStep> &steps, qint64 start)
{
    constexpr int coldLimit = 30;
    QList<UpdateStep> warm;
    QList<UpdateStep> cold;
    for (const UpdateStep &step : steps)
        (step.warm ? warm : cold).append(step);
    const double unavailable = attempt.plan.strategy == Strategy::Immediate
        ? static_cast<double>(std::max<qsizetype>(1, warm.size()))
        : attempt.plan.maxUnavailable;
    const auto limit = static_cast<int>(
        unavailable >= 1 ? unavailable : std::ceil(static_cast<double>(warm.size()) * unavailable));
    return std::max(passPool(walk, warm, limit, start), passPool(walk, cold, coldLimit, start));
}

} // namespace

QList<int> spansOfPlan(const AttemptState &attempt, const QList<SpanState> &spans)
{
    QHash<std::pair<int, QString>, int> first;
    for (int i = 0; i < spans.size(); ++i) {
        const SpanState &span = spans.at(i);
        if (span.attempt != attempt.number || span.segment != Segment::Work)
            continue;
        const std::pair<int, QString> key(static_cast<int>(span.step), span.lane);
        if (!first.contains(key))
            first.insert(key, i);
    }
    QList<int> result;
    result.reserve(attempt.plan.steps.size());
    for (const PlannedStep &step : attempt.plan.steps)
        result.append(first.value({static_cast<int>(step.step), step.lane}, -1));
    return result;
}

TimelineForecast forecast(const AttemptState &attempt,
    const QList<SpanState> &spans,
    const QList<int> &spanOfStep,
    const QHash<QString, qint64> &turns,
    qint64 nowMs)
{
    Walk walk(attempt, spans, turns, nowMs);
    const QList<PlannedStep> &steps = attempt.plan.steps;
    qint64 cursor = 0;
    qint64 together = 0;
    QList<UpdateStep> update;
    const QSet<QString> cold = coldLanes(attempt.plan);
    for (int i = 0; i < steps.size(); ++i) {
        const int span = spanOfStep.value(i, -1);
        if (steps.at(i).step == Step::UpdateMachine) {
            update.append({i, span, !cold.contains(steps.at(i).lane)});
            continue;
        }
        if (!update.isEmpty())
            cursor = passUpdate(walk, attempt, std::exchange(update, {}), cursor);
        // New machines are made side by side, and old ones go side by side.
        const Step step = steps.at(i).step;
        if (step == Step::LaunchMachine || step == Step::RetireMachine) {
            if (i == 0 || steps.at(i - 1).step != step)
                together = cursor;
            cursor = std::max(cursor, walk.pass(i, span, together));
            continue;
        }
        cursor = walk.pass(i, span, cursor);
    }
    if (!update.isEmpty())
        cursor = passUpdate(walk, attempt, update, cursor);

    if (walk.complete) {
        walk.result.end = std::max(cursor, nowMs);
    } else if (attempt.plan.usualTotal && attempt.plan.usualTotal->p50.count() > nowMs) {
        walk.result.end = attempt.plan.usualTotal->p50.count();
    }
    return walk.result;
}
