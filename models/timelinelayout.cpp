#include "models/timelinelayout.h"

#include "models/format.h"
#include "models/timelinebuilder.h"
#include "models/timelinetext.h"

#include <algorithm>

namespace {

void addOnce(QList<int> *list, int value)
{
    if (!list->contains(value))
        list->append(value);
}

QString stepKey(Step step, const QString &lane)
{
    return QStringLiteral("%1/%2").arg(static_cast<int>(step)).arg(lane);
}

} // namespace

void TimelineLayout::build(
    const DeploymentState &state, const TimelineOptions &options, const QDateTime &now)
{
    *this = TimelineLayout();
    m_options = options;
    m_number = state.number;
    TimelineBuilder(*this, state, now).run();
    if (m_openAttempt > 0) {
        const AttemptState &attempt = state.attempts.last();
        m_spanOfStep = spansOfPlan(attempt, state.spans);
        for (int i = 0; i < attempt.plan.steps.size(); ++i) {
            const PlannedStep &step = attempt.plan.steps.at(i);
            m_stepOf.insert(stepKey(step.step, step.lane), i);
            // The header of the lanes tells when they are expected, not its own short step.
            const int row = m_rowOf.value(keyOf(attempt.number, step.phase, step.lane), -1);
            const bool header = row >= 0 && m_rows.at(row).foldable && step.phase == Phase::Update;
            m_rowOfStep.append(header ? -1 : row);
        }
        refreshForecast(state);
    }
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).kind == TimelineRow::Kind::Phase && m_rows.at(i).foldable)
            summarisePhase(i);
    }
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).kind == TimelineRow::Kind::Attempt)
            summariseAttempt(state.attempts.at(m_rows.at(i).attempt - 1), i);
    }
    refold();
}

TimelineLayout::Change TimelineLayout::apply(
    const DeploymentState &after, const QList<DeployEvent> &events, const QDateTime &now)
{
    QList<int> touched;
    bool fits = true;
    for (const DeployEvent &event : events) {
        SpanId span;
        if (const auto *started = std::get_if<events::SpanStarted>(&event.body))
            span = started->span;
        else if (const auto *skipped = std::get_if<events::SpanSkipped>(&event.body))
            span = skipped->span.span;
        else if (const auto *ended = std::get_if<events::SpanEnded>(&event.body))
            span = ended->span;
        else if (std::holds_alternative<events::AttemptStarted>(event.body)
            || std::holds_alternative<events::AttemptEnded>(event.body)
            || std::holds_alternative<events::ReleaseCreated>(event.body))
            fits = false;
        const SpanState *state = after.span(span);
        if (!state)
            continue;
        if (state->attempt != m_openAttempt) {
            fits = false;
        } else if (m_whereIs.contains(span)) {
            endSpan(*state, &touched);
        } else if (startSpan(*state, &touched)) {
            if (state->segment == Segment::Work) {
                const int step = m_stepOf.value(stepKey(state->step, state->lane), -1);
                if (step >= 0 && m_spanOfStep.at(step) < 0)
                    m_spanOfStep[step] = after.spanIndex.value(span, -1);
            }
        } else {
            fits = false;
        }
        if (!fits)
            break;
    }
    if (!fits) {
        build(after, m_options, now);
        return {true, {}};
    }
    for (const int row : std::as_const(touched))
        finishRow(row);
    Change moved = setNow(after, now);
    if (!touched.isEmpty()) {
        for (const int row : refreshForecast(after))
            addOnce(&touched, row);
        summarise(after, touched);
    }
    Change change = changeOf(touched);
    for (const int row : std::as_const(moved.rows))
        addOnce(&change.rows, row);
    std::sort(change.rows.begin(), change.rows.end());
    return change;
}

TimelineLayout::Change TimelineLayout::setNow(const DeploymentState &state, const QDateTime &now)
{
    if (m_openAttempt == 0)
        return {};
    Attempt &attempt = m_attempts[m_openAttempt];
    const qint64 before = m_now;
    m_now = std::max<qint64>(0, now.toMSecsSinceEpoch() - attempt.start);
    attempt.last = std::max(attempt.last, m_now);
    if (before / 1000 == m_now / 1000)
        return {};
    const QList<int> rows = refreshForecast(state);
    if (!rows.isEmpty())
        summarise(state, rows);
    return changeOf(rows);
}

std::optional<TimelineLayout::Place> TimelineLayout::find(SpanId span) const
{
    const auto where = m_whereIs.constFind(span);
    if (where == m_whereIs.cend())
        return {};
    const int visible = m_visibleOf.at(where->row);
    const qsizetype index = m_rows.at(where->row).indexOf(span, where->start);
    if (visible < 0 || index < 0)
        return {};
    return Place{visible, index};
}

const TimelineBar *TimelineLayout::bar(SpanId span) const
{
    const auto where = m_whereIs.constFind(span);
    if (where == m_whereIs.cend())
        return nullptr;
    const TimelineRow &row = m_rows.at(where->row);
    const qsizetype index = row.indexOf(span, where->start);
    return index < 0 ? nullptr : &row.bars.at(index);
}

TimelineFold TimelineLayout::foldOf(const TimelineRow &row)
{
    if (row.kind == TimelineRow::Kind::Attempt)
        return {row.attempt, {}};
    return {row.attempt, row.phase};
}

qint64 TimelineLayout::contentEnd() const
{
    qint64 end = 0;
    for (const Attempt &attempt : m_attempts)
        end = std::max(end, attempt.last);
    return m_openAttempt > 0 ? std::max({end, m_now, m_forecast.end.value_or(0)}) : end;
}

QString TimelineLayout::keyOf(int attempt, Phase phase, const QString &lane, int track)
{
    return QStringLiteral("%1/%2/%3/%4")
        .arg(attempt)
        .arg(static_cast<int>(phase))
        .arg(track)
        .arg(lane);
}

// What happens to one machine is on that machine's lane, whatever phase it belongs to. Only a
// build has other lanes: its stages.
std::pair<Phase, QString> TimelineLayout::placeOf(const SpanState &span) const
{
    if (span.lane.isEmpty())
        return {span.phase, {}};
    if (span.phase == Phase::Update || m_attempts.value(span.attempt).machines.contains(span.lane))
        return {Phase::Update, span.lane};
    return {span.phase, span.phase == Phase::Build ? span.lane : QString()};
}

TimelineBar TimelineLayout::barFrom(const SpanState &span)
{
    const Attempt &attempt = m_attempts[span.attempt];
    const bool open = span.attempt == m_openAttempt;
    TimelineBar bar;
    bar.span = span.id;
    bar.parent = span.parent;
    bar.start = span.startedAt.toMSecsSinceEpoch() - attempt.start;
    bar.workStart = bar.start;
    if (span.endedAt.isValid())
        bar.end = std::max(bar.start, span.endedAt.toMSecsSinceEpoch() - attempt.start);
    else if (!open)
        bar.end = std::max(bar.start, attempt.last);
    bar.interrupted =
        span.outcome == Outcome::Interrupted || (!open && span.outcome == Outcome::Running);
    bar.status = bar.interrupted ? Status::Unknown : statusOf(span);
    bar.segment = span.segment;
    bar.waiting = isWaiting(span.segment);
    if (const auto usual = TimelineText::usualOf(span)) {
        bar.usual = usual->p50.count();
        bar.usualLong = usual->p95.count();
        constexpr int enoughToJudge = 3;
        bar.typical = usual->samples >= enoughToJudge;
    }
    if (span.outcome == Outcome::Skipped) {
        bar.label = TimelineText::skipped(span);
    } else if (!span.title.isEmpty()) {
        bar.label = Words::stepShort(span);
    } else {
        const int key = static_cast<int>(span.step) * 64 + static_cast<int>(span.segment);
        auto known = m_labels.find(key);
        if (known == m_labels.end())
            known = m_labels.insert(key, Words::stepShort(span));
        bar.label = *known;
    }
    return bar;
}

bool TimelineLayout::insertSpan(const SpanState &span, int rowIndex)
{
    TimelineRow &row = m_rows[rowIndex];
    TimelineBar bar = barFrom(span);
    const auto parent = m_whereIs.constFind(span.parent);
    if (parent != m_whereIs.cend() && parent->row == rowIndex) {
        const qsizetype index = row.indexOf(span.parent, parent->start);
        if (index >= 0) {
            row.bars[index].kind = TimelineBar::Kind::Envelope;
            noteTurn(span, bar, row.bars[index]);
        }
        bar.kind = TimelineBar::Kind::Segment;
    } else if (row.lane.isEmpty() && !bar.isSkipped()) {
        for (const TimelineBar &other : std::as_const(row.bars)) {
            if (other.isWhole() && !other.isSkipped() && other.end > bar.start
                && other.start < bar.end)
                return false; // side by side: the next track
        }
    }
    const qsizetype at = row.firstStartingAfter(bar.start);
    row.bars.insert(at, bar);
    m_whereIs.insert(span.id, {rowIndex, bar.start});
    return true;
}

// A machine's work begins when its turn has come: what is usual counts from there.
void TimelineLayout::noteTurn(const SpanState &span, const TimelineBar &turn, TimelineBar &envelope)
{
    if (span.segment != Segment::WaitTurn)
        return;
    // A turn that was still waited for when the run was stopped has not come.
    const bool came = turn.isRunning() || span.outcome == Outcome::Succeeded;
    envelope.workStart = came ? turn.end : TimelineBar::Running;
    if (span.attempt == m_openAttempt)
        m_turns.insert(span.lane, turn.end);
}

bool TimelineLayout::startSpan(const SpanState &span, QList<int> *touched)
{
    const auto [phase, lane] = placeOf(span);
    for (int track = 0;; ++track) {
        int row = m_rowOf.value(keyOf(span.attempt, phase, lane, track), -1);
        if (row < 0)
            return false;
        const auto parent = m_whereIs.constFind(span.parent);
        if (parent != m_whereIs.cend() && m_rows.at(parent->row).phase == phase
            && m_rows.at(parent->row).lane == lane)
            row = parent->row;
        if (insertSpan(span, row)) {
            addOnce(touched, row);
            return true;
        }
    }
}

void TimelineLayout::endSpan(const SpanState &span, QList<int> *touched)
{
    const Where where = m_whereIs.value(span.id);
    TimelineRow &row = m_rows[where.row];
    const qsizetype index = row.indexOf(span.id, where.start);
    if (index < 0)
        return;
    const TimelineBar before = row.bars.at(index);
    TimelineBar &bar = row.bars[index];
    bar = barFrom(span);
    bar.kind = before.kind;
    bar.workStart = before.workStart;
    if (before.kind == TimelineBar::Kind::Segment) {
        const Where parent = m_whereIs.value(span.parent);
        const qsizetype envelope = row.indexOf(span.parent, parent.start);
        if (envelope >= 0)
            noteTurn(span, bar, row.bars[envelope]);
    }
    Attempt &attempt = m_attempts[span.attempt];
    if (!row.bars.at(index).isRunning())
        attempt.last = std::max(attempt.last, row.bars.at(index).end);
    addOnce(touched, where.row);
}

bool TimelineLayout::isFolded(const TimelineFold &fold) const
{
    const bool byDefault = !fold.phase && fold.attempt != m_lastAttempt;
    return m_options.folds.value(fold, byDefault);
}

void TimelineLayout::refold()
{
    m_visible.clear();
    m_visibleOf = QList<int>(m_rows.size(), -1);
    for (int i = 0; i < m_rows.size(); ++i) {
        TimelineRow &row = m_rows[i];
        if (row.foldable)
            row.folded = isFolded(foldOf(row));
        const bool attemptFolded = row.kind != TimelineRow::Kind::Attempt
            && m_rowOf.contains(keyOf(row.attempt, {}, {}, -1)) && isFolded({row.attempt, {}});
        const bool laneFolded =
            row.kind == TimelineRow::Kind::Lane && isFolded({row.attempt, row.phase});
        if (attemptFolded || laneFolded)
            continue;
        m_visibleOf[i] = static_cast<int>(m_visible.size());
        m_visible.append(i);
    }
}

TimelineLayout::Change TimelineLayout::changeOf(const QList<int> &rows) const
{
    Change change;
    for (const int row : rows) {
        if (const int visible = m_visibleOf.at(row); visible >= 0)
            change.rows.append(visible);
        for (int above = row - 1; above >= 0; --above) { // its headers tell of it
            const TimelineRow &header = m_rows.at(above);
            if (!header.foldable || header.attempt != m_rows.at(row).attempt)
                continue;
            const bool holds =
                header.kind == TimelineRow::Kind::Attempt || header.phase == m_rows.at(row).phase;
            if (const int visible = m_visibleOf.at(above); holds && visible >= 0)
                addOnce(&change.rows, visible);
            if (header.kind == TimelineRow::Kind::Attempt)
                break;
        }
    }
    std::sort(change.rows.begin(), change.rows.end());
    return change;
}
