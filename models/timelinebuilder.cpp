#include "models/timelinebuilder.h"

#include "models/format.h"
#include "models/timelinetext.h"

#include <algorithm>

TimelineBuilder::TimelineBuilder(
    TimelineLayout &layout, const DeploymentState &state, const QDateTime &now)
    : m_layout(layout)
    , m_state(state)
    , m_now(now)
{
}

void TimelineBuilder::run()
{
    findAttempts();
    sortSpans();
    for (const AttemptState &attempt : m_state.attempts)
        addAttempt(attempt);
    for (int i = 0; i < m_layout.m_rows.size(); ++i)
        m_layout.finishRow(i);
}

void TimelineBuilder::findAttempts()
{
    QSet<int> busy; // attempts with a running step: verifying may outlast the attempt's own end
    for (const AttemptState &attempt : m_state.attempts) {
        TimelineLayout::Attempt known;
        known.start = attempt.startedAt.toMSecsSinceEpoch();
        if (attempt.endedAt.isValid())
            known.last = attempt.startedAt.msecsTo(attempt.endedAt);
        for (int i = 0; i < attempt.plan.machines.size(); ++i)
            known.machines.insert(attempt.plan.machines.at(i).id.value, i);
        m_layout.m_attempts.insert(attempt.number, known);
        m_layout.m_lastAttempt = attempt.number;
    }
    for (const SpanState &span : m_state.spans) {
        TimelineLayout::Attempt &attempt = m_layout.m_attempts[span.attempt];
        const QDateTime &latest = span.endedAt.isValid() ? span.endedAt : span.startedAt;
        attempt.last = std::max(attempt.last, latest.toMSecsSinceEpoch() - attempt.start);
        if (span.outcome == Outcome::Running)
            busy.insert(span.attempt);
    }
    if (const AttemptState *last = m_state.lastAttempt(); last && m_layout.m_options.live) {
        if (!last->ended || busy.contains(last->number)) {
            m_layout.m_openAttempt = last->number;
            m_layout.m_now = std::max<qint64>(0, last->startedAt.msecsTo(m_now));
            TimelineLayout::Attempt &attempt = m_layout.m_attempts[last->number];
            attempt.last = std::max(attempt.last, m_layout.m_now);
        }
    } else if (last && !last->ended && m_state.lastAt.isValid()) {
        TimelineLayout::Attempt &attempt = m_layout.m_attempts[last->number];
        attempt.last = std::max(attempt.last, last->startedAt.msecsTo(m_state.lastAt));
    }
}

void TimelineBuilder::sortSpans()
{
    for (int i = 0; i < m_state.spans.size(); ++i) {
        const SpanState &span = m_state.spans.at(i);
        const auto [phase, lane] = m_layout.placeOf(span);
        PhaseSpans &spans = m_spans[span.attempt][static_cast<size_t>(phase)];
        if (lane.isEmpty()) {
            spans.own.append(i);
            continue;
        }
        QList<int> &ofLane = spans.lanes[lane];
        if (ofLane.isEmpty())
            spans.laneOrder.append(lane);
        ofLane.append(i);
    }
}

bool TimelineBuilder::isPlanned(const AttemptState &attempt, Phase phase, QStringList *lanes) const
{
    bool planned = false;
    for (const PlannedStep &step : attempt.plan.steps) {
        if (step.phase != phase)
            continue;
        planned = true;
        if (!step.lane.isEmpty() && !lanes->contains(step.lane))
            lanes->append(step.lane);
    }
    return planned;
}

void TimelineBuilder::addAttempt(const AttemptState &attempt)
{
    if (m_state.attempts.size() > 1) {
        TimelineRow heading;
        heading.kind = TimelineRow::Kind::Attempt;
        heading.attempt = attempt.number;
        heading.name = TimelineText::attempt(attempt);
        heading.detail = Format::dateTime(attempt.startedAt);
        heading.foldable = true;
        const int row = addRow(heading);
        m_layout.m_rowOf.insert(TimelineLayout::keyOf(attempt.number, {}, {}, -1), row);
    }
    for (int phase = 0; phase <= static_cast<int>(Phase::Cleanup); ++phase)
        addPhase(attempt, static_cast<Phase>(phase));
}

void TimelineBuilder::addPhase(const AttemptState &attempt, Phase phase)
{
    PhaseSpans &spans = m_spans[attempt.number][static_cast<size_t>(phase)];
    QStringList planned;
    const bool isExpected = isPlanned(attempt, phase, &planned);
    const bool happened = !spans.own.isEmpty() || !spans.lanes.isEmpty();
    if (!isExpected && !happened)
        return;
    const bool open = attempt.number == m_layout.m_openAttempt;
    if (open || !spans.lanes.isEmpty()) {
        // Lanes in the plan's order, as they will be worked on; what was not planned comes after.
        for (const QString &lane : std::as_const(spans.laneOrder)) {
            if (!planned.contains(lane))
                planned.append(lane);
        }
        spans.laneOrder = planned;
    }
    TimelineRow row;
    row.kind = TimelineRow::Kind::Phase;
    row.attempt = attempt.number;
    row.phase = phase;
    row.name = Words::phase(phase, m_state.app);
    row.foldable = !spans.laneOrder.isEmpty();
    row.reached = open || happened;
    fillTracks(addRow(row), spans.own);
    addLanes(attempt, phase, spans);
}

void TimelineBuilder::addLanes(const AttemptState &attempt, Phase phase, const PhaseSpans &spans)
{
    const QHash<QString, int> &machines = m_layout.m_attempts[attempt.number].machines;
    const QStringList names =
        phase == Phase::Build ? spans.laneOrder : Format::distinctIds(spans.laneOrder);
    for (int i = 0; i < spans.laneOrder.size(); ++i) {
        const QString &lane = spans.laneOrder.at(i);
        TimelineRow row;
        row.kind = TimelineRow::Kind::Lane;
        row.attempt = attempt.number;
        row.phase = phase;
        row.lane = lane;
        row.name = names.at(i);
        if (const int machine = machines.value(lane, -1); machine >= 0)
            row.detail = attempt.plan.machines.at(machine).region;
        const QList<int> ofLane = spans.lanes.value(lane);
        row.reached = attempt.number == m_layout.m_openAttempt || !ofLane.isEmpty();
        const int index = addRow(row);
        for (const int span : ofLane)
            m_layout.insertSpan(m_state.spans.at(span), index);
    }
}

int TimelineBuilder::addRow(TimelineRow row)
{
    const auto index = static_cast<int>(m_layout.m_rows.size());
    if (row.kind != TimelineRow::Kind::Attempt)
        m_layout.m_rowOf.insert(
            TimelineLayout::keyOf(row.attempt, row.phase, row.lane, row.track), index);
    m_layout.m_rows.append(std::move(row));
    return index;
}

void TimelineBuilder::fillTracks(int firstRow, const QList<int> &spans)
{
    for (const int index : spans) {
        const SpanState &span = m_state.spans.at(index);
        const auto parent = m_layout.m_whereIs.constFind(span.parent);
        const bool besideParent = parent != m_layout.m_whereIs.cend() && parent->row >= firstRow;
        int row = besideParent ? parent->row : firstRow;
        while (!m_layout.insertSpan(span, row)) {
            if (++row < m_layout.m_rows.size())
                continue;
            TimelineRow next = m_layout.m_rows.at(firstRow);
            next.track = row - firstRow;
            next.bars.clear();
            next.name.clear();
            next.foldable = false;
            addRow(next);
        }
    }
}
