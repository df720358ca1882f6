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
        if (bar.span.value == 0) // a summary stands for others
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
