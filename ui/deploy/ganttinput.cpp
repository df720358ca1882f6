#include "models/timelinetext.h"
#include "ui/deploy/ganttaccessible.h"
#include "ui/deploy/ganttprivate.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

// The part of GanttView that answers pointer and keys.

namespace {

constexpr double wheelZoom = 1.25; // for one notch
constexpr double keyPan = 0.15; // of the width

// Bars a person can go to: summaries stand for others.
bool isWalkable(const TimelineBar &bar)
{
    return bar.span.value != 0;
}

} // namespace

GanttView::Private::RowKey GanttView::Private::keyOf(const TimelineRow &row)
{
    return {row.attempt, row.kind, row.phase, row.lane, row.track};
}

int GanttView::Private::indexOf(const RowKey &key) const
{
    if (key.attempt == 0)
        return -1;
    for (qsizetype i = 0; i < layout.rowCount(); ++i) {
        if (keyOf(layout.row(i)) == key)
            return static_cast<int>(i);
    }
    return -1;
}

SpanId GanttView::Private::spanAt(QPoint position) const
{
    const int index = geometry.rowAt(position.y());
    if (index < 0 || index >= layout.rowCount() || !geometry.plot().contains(position))
        return {};
    constexpr int tolerance = 2;
    const TimelineRow &row = layout.row(index);
    const GanttPicture what = picture();
    const int x = position.x() - geometry.nameWidth;
    // What was skipped has no length, but its line and reason can be pointed at.
    constexpr int skippedReach = GanttGeometry::SkippedLength + 120;
    const bool skippedRow = row.status == Status::Skipped;
    const auto first =
        skippedRow ? 0 : row.firstReaching(static_cast<qint64>(scale.time(x - tolerance)) - 1);
    const auto last = row.firstStartingAfter(static_cast<qint64>(scale.time(x + tolerance)));
    SpanId found;
    bool certain = false;
    for (qsizetype i = first; i < last; ++i) {
        const TimelineBar &bar = row.bars.at(i);
        if (!isWalkable(bar))
            continue;
        const double from = what.x(bar.start) - tolerance;
        const double to =
            bar.isSkipped() ? from + skippedReach : what.x(bar.endAt(what.nowOf(row))) + tolerance;
        if (position.x() < from || position.x() > to)
            continue;
        const bool inside = position.x() >= from + tolerance && position.x() <= to - tolerance;
        if (certain && !inside)
            continue; // a neighbour within reach does not win over the bar under the pointer
        found = bar.span;
        certain = inside;
    }
    return found;
}

QRectF GanttView::Private::rectOf(SpanId span) const
{
    const auto place = layout.find(span);
    if (!place || !paint)
        return {};
    return paint->barRect(picture(), place->row, layout.row(place->row).bars.at(place->bar));
}

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

void GanttView::Private::leaveFit()
{
    following = scale.isFitted();
}

void GanttView::Private::zoom(double x, double factor)
{
    scale.zoomAbout(x, factor);
    leaveFit();
    updateScrollBars();
    touch();
}

void GanttView::Private::pan(double pixels)
{
    scale.panBy(pixels);
    leaveFit();
    updateScrollBars();
    touch();
}

QString GanttView::Private::hint(QPoint position) const
{
    if (const SpanState *span = state.span(spanAt(position)))
        return TimelineText::tooltip(*span, now);
    const int row = geometry.rowAt(position.y());
    if (geometry.names().contains(position) && row >= 0 && row < layout.rowCount()) {
        const TimelineRow &data = layout.row(row);
        return data.lane.isEmpty() ? data.name : data.lane;
    }
    if (position.y() < GanttGeometry::AxisHeight && position.x() < geometry.nameWidth
        && !state.attempts.isEmpty())
        return state.attempts.last().startedAt.toUTC().toString(Qt::ISODate);
    return {};
}

bool GanttView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString hint = d->hint(help->pos());
        if (hint.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), hint, viewport());
        return true;
    }
    case QEvent::Leave:
        d->hovered = {};
        viewport()->update();
        break;
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void GanttView::wheelEvent(QWheelEvent *event)
{
    const QPointF position = event->position();
    const QPoint angle = event->angleDelta();
    const bool overNames = position.x() < d->geometry.nameWidth;
    if (angle.x() != 0 && angle.y() == 0) {
        d->pan(-angle.x() / 2.0);
    } else if (event->modifiers() & Qt::ShiftModifier) {
        d->pan(-angle.y() / 2.0);
    } else if (overNames || (event->modifiers() & Qt::ControlModifier)) {
        verticalScrollBar()->setValue(
            verticalScrollBar()->value() - angle.y() * 3 * GanttGeometry::RowHeight / 120);
    } else {
        d->zoom(position.x() - d->geometry.nameWidth, std::pow(wheelZoom, angle.y() / 120.0));
    }
    event->accept();
}

void GanttView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    d->pressed = true;
    d->dragging = false;
    d->pressedAt = event->pos();
}

void GanttView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint moved = event->pos() - d->pressedAt;
    const bool inPlot = d->pressedAt.x() >= d->geometry.nameWidth;
    if (d->pressed && !d->dragging && inPlot
        && moved.manhattanLength() >= QApplication::startDragDistance()) {
        d->dragging = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    if (d->dragging) {
        d->pan(-moved.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
        d->pressedAt = event->pos();
        return;
    }
    const SpanId under = d->spanAt(event->pos());
    if (under != d->hovered) {
        d->hovered = under;
        viewport()->update();
    }
}

void GanttView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !d->pressed)
        return;
    d->pressed = false;
    if (d->dragging) {
        d->dragging = false;
        viewport()->unsetCursor();
        return;
    }
    const int row = d->geometry.rowAt(event->pos().y());
    if (row < 0 || row >= d->layout.rowCount()) {
        d->select({}, false);
        return;
    }
    if (event->pos().x() >= d->geometry.nameWidth) {
        d->select(d->spanAt(event->pos()), false);
        d->setCurrentRow(row, false);
        return;
    }
    const QRect fold = GanttPainter::foldRect(d->picture(), row);
    d->setCurrentRow(row, false);
    if (d->layout.row(row).foldable
        && (fold.contains(event->pos()) || d->layout.row(row).bars.isEmpty()
            || d->layout.row(row).kind == TimelineRow::Kind::Attempt))
        d->toggleFold(row);
    else
        d->selectNear(row, std::numeric_limits<qint64>::max() / 2);
}

void GanttView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const SpanId span = d->spanAt(event->pos());
    if (span.value != 0)
        emit spanActivated(span);
    else if (event->pos().x() >= d->geometry.nameWidth)
        fit();
}

void GanttView::keyPressEvent(QKeyEvent *event)
{
    if (!d->pressedKey(event))
        QAbstractScrollArea::keyPressEvent(event);
}

bool GanttView::Private::pressedKey(QKeyEvent *event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const auto page = std::max(
        1, (q->viewport()->height() - GanttGeometry::AxisHeight) / GanttGeometry::RowHeight - 1);
    switch (event->key()) {
    case Qt::Key_Left:
        shift ? pan(-scale.width() * keyPan) : walkBars(-1);
        return true;
    case Qt::Key_Right:
        shift ? pan(scale.width() * keyPan) : walkBars(1);
        return true;
    case Qt::Key_Up:
        walkRows(-1);
        return true;
    case Qt::Key_Down:
        walkRows(1);
        return true;
    case Qt::Key_PageUp:
        walkRows(-page);
        return true;
    case Qt::Key_PageDown:
        walkRows(page);
        return true;
    case Qt::Key_Home:
        walkToEnd(false);
        return true;
    case Qt::Key_End:
        walkToEnd(true);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (selected.value != 0)
            emit q->spanActivated(selected);
        else
            toggleFold(indexOf(current));
        return true;
    case Qt::Key_Space:
        toggleFold(indexOf(current));
        return true;
    case Qt::Key_F:
        q->fit();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        q->zoomIn();
        return true;
    case Qt::Key_Minus:
        q->zoomOut();
        return true;
    case Qt::Key_T:
        emit q->tableRequested();
        return true;
    case Qt::Key_Escape:
        if (selected.value == 0)
            return false;
        select({}, false);
        return true;
    default:
        return false;
    }
}

void GanttView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void GanttView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}
