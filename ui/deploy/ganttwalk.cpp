#include "ui/deploy/ganttaccessible.h"
#include "ui/deploy/ganttprivate.h"

#include <QScrollBar>

#include <algorithm>
#include <limits>

// The part of GanttView that goes from row to row and from step to step.

namespace {

// Bars a person can go to: summaries stand for others.
bool isWalkable(const TimelineBar &bar)
{
    return bar.span.value != 0;
}

} // namespace

void GanttView::Private::select(SpanId span, bool reveal)
{
    if (span.value != 0 && !layout.bar(span))
        span = {};
    const bool changed = span != selected;
    selected = span;
    if (span.value != 0 && !layout.find(span)) { // folded away: unfold it
        const SpanState *what = state.span(span);
        options.folds.insert({what->attempt, {}}, false);
        for (int phase = 0; phase <= static_cast<int>(Phase::Cleanup); ++phase)
            options.folds.insert({what->attempt, static_cast<Phase>(phase)}, false);
        rebuild();
    }
    if (const auto place = layout.find(span)) {
        const TimelineRow &row = layout.row(place->row);
        const TimelineBar &bar = row.bars.at(place->bar);
        current = keyOf(row);
        walkTime = bar.start;
        if (reveal) {
            const TimeScale before = scale;
            const qint64 end = bar.isSkipped() ? bar.start : bar.endAt(layout.now());
            if (!following || !scale.isFitted())
                scale.reveal(static_cast<double>(bar.start), static_cast<double>(end));
            if (scale != before)
                touch();
            revealRow(place->row);
        }
    }
    q->viewport()->update();
    if (changed) {
        emit q->selectedSpanChanged(span);
        announce(span);
    }
}

void GanttView::Private::announce(SpanId span)
{
    GanttAccessible::focusMoved(q, span);
}

void GanttView::Private::revealRow(int row)
{
    const int top = row * GanttGeometry::RowHeight;
    const int height = q->viewport()->height() - GanttGeometry::AxisHeight;
    QScrollBar *bar = q->verticalScrollBar();
    if (top < bar->value())
        bar->setValue(top);
    else if (top + GanttGeometry::RowHeight > bar->value() + height)
        bar->setValue(top + GanttGeometry::RowHeight - height);
}

void GanttView::Private::setCurrentRow(int row, bool reveal)
{
    current = keyOf(layout.row(row));
    if (reveal)
        revealRow(row);
    q->viewport()->update();
}

void GanttView::Private::toggleFold(int row)
{
    if (row < 0)
        return;
    const TimelineRow &data = layout.row(row);
    if (!data.foldable && data.kind != TimelineRow::Kind::Lane)
        return;
    TimelineFold fold = TimelineLayout::foldOf(data);
    const bool folded = data.foldable && data.folded;
    if (!data.foldable) { // from a lane: its phase folds, and becomes the current row
        current = {data.attempt, TimelineRow::Kind::Phase, data.phase, {}, 0};
        fold = {data.attempt, data.phase};
    }
    options.folds.insert(fold, !folded);
    rebuild();
}

void GanttView::Private::selectNear(int row, qint64 time)
{
    const TimelineRow &data = layout.row(row);
    qint64 best = std::numeric_limits<qint64>::max();
    SpanId found;
    for (const TimelineBar &bar : data.bars) {
        if (!isWalkable(bar))
            continue;
        const qint64 end = bar.endAt(layout.now());
        const qint64 distance =
            time < bar.start ? bar.start - time : std::max<qint64>(0, time - end);
        if (distance <= best) {
            best = distance;
            found = bar.span;
        }
    }
    const qint64 keep = walkTime;
    select(found, true);
    walkTime = keep;
    setCurrentRow(row, true);
}

void GanttView::Private::walkRows(int distance)
{
    const auto count = static_cast<int>(layout.rowCount());
    if (count == 0)
        return;
    const int from = indexOf(current);
    const int to =
        from < 0 ? (distance > 0 ? 0 : count - 1) : std::clamp(from + distance, 0, count - 1);
    selectNear(to, walkTime);
}

void GanttView::Private::walkBars(int distance)
{
    const int row = indexOf(current);
    if (row < 0) {
        walkRows(1);
        return;
    }
    const QList<TimelineBar> &bars = layout.row(row).bars;
    const auto place = layout.find(selected);
    qsizetype index =
        place && place->row == row ? place->bar + distance : (distance > 0 ? 0 : bars.size() - 1);
    while (index >= 0 && index < bars.size() && !isWalkable(bars.at(index)))
        index += distance;
    if (index >= 0 && index < bars.size())
        select(bars.at(index).span, true);
}

void GanttView::Private::walkToEnd(bool last)
{
    int row = indexOf(current);
    if (row < 0)
        row = 0;
    if (row >= layout.rowCount())
        return;
    const QList<TimelineBar> &bars = layout.row(row).bars;
    const qsizetype step = last ? -1 : 1;
    qsizetype index = last ? bars.size() - 1 : 0;
    while (index >= 0 && index < bars.size() && !isWalkable(bars.at(index)))
        index += step;
    if (index >= 0 && index < bars.size())
        select(bars.at(index).span, true);
}
