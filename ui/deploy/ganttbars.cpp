#include "models/timelinetext.h"
#include "ui/deploy/ganttpainter.h"
#include "ui/widgets/statusshapes.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

// The part of GanttPainter that paints what is in a row.

namespace {

constexpr double narrowest = 3; // a failed bar can always be seen
constexpr double roundFrom = 6; // below, corners cannot be seen and cost time
constexpr double crossSize = 12;

// What stands beside the last bar tells of the row: the name of a part would be misread.
bool mayLabelBeside(const TimelineRow &row, const TimelineBar &bar)
{
    return bar.kind == TimelineBar::Kind::Plain && (!row.lane.isEmpty() || row.bars.size() == 1);
}

// Not QRectF::intersected(): it forgets where a bar without width is.
QRectF seenPart(QRectF bar, double left, double right)
{
    bar.setLeft(std::clamp(bar.left(), left, right));
    bar.setRight(std::clamp(bar.right(), left, right));
    return bar;
}

bool isShaded(Segment segment)
{
    return segment == Segment::Start || segment == Segment::Switch;
}

} // namespace

double GanttPainter::crisp(double x) const
{
    return std::round(x * m_ratio) / m_ratio;
}

QRectF GanttPainter::rectOf(const Row &row, const TimelineBar &bar) const
{
    const double x0 = crisp(row.picture.x(bar.start));
    const double x1 = crisp(row.picture.x(bar.endAt(row.picture.nowOf(row.row))));
    return {x0,
        static_cast<double>(row.top + GanttGeometry::BarTop),
        x1 - x0,
        static_cast<double>(GanttGeometry::BarHeight)};
}

QRectF GanttPainter::barRect(
    const GanttPicture &picture, qsizetype index, const TimelineBar &bar) const
{
    Row row{picture, picture.layout.row(index), picture.geometry.rowTop(index), 0, 0, 0};
    QRectF rect = rectOf(row, bar);
    if (bar.isSkipped())
        rect.setWidth(GanttGeometry::SkippedLength);
    else if (rect.width() < narrowest)
        rect.setWidth(narrowest);
    return rect;
}

void GanttPainter::paintText(QPainter &painter, double x, int top, const QString &text)
{
    m_texts.paint(painter, GanttTexts::Kind::Small, x, top + GanttGeometry::RowHeight / 2.0, text);
}

void GanttPainter::paintRow(QPainter &painter, Row &row)
{
    if (row.row.kind == TimelineRow::Kind::Attempt && !row.row.folded) {
        row.textEnd = row.picture.x(0);
        paintAfter(painter, row);
        return;
    }
    for (const TimelineGhost &ghost : row.row.ghosts)
        paintGhost(painter, row, ghost);
    if (!row.row.reached) {
        painter.setPen(m_theme.mutedText);
        paintText(painter,
            std::max(row.left, row.picture.x(0)) + GanttGeometry::TextGap,
            row.top,
            TimelineText::notReached());
        return;
    }
    paintBars(painter, row);
    paintAfter(painter, row);
}

void GanttPainter::paintUsual(
    QPainter &painter, const Row &row, qint64 start, qint64 usual, qint64 usualLong) const
{
    const double x0 = crisp(row.picture.x(start));
    const double x1 = crisp(row.picture.x(start + usual));
    painter.fillRect(QRectF(x0, row.top + 2, std::max(1.0, x1 - x0), 20), m_theme.ghost);
    if (usualLong <= usual)
        return;
    const double x2 = crisp(row.picture.x(start + usualLong));
    if (x2 - x0 < 10) // too small to be read
        return;
    const QColor line = mixed(m_theme.ghost, m_theme.mutedText, 0.55);
    // Along the lower edge, so that texts beside the bar stay free of it.
    painter.fillRect(QRectF(x1, row.top + 21, x2 - x1, 1), line);
    painter.fillRect(QRectF(x2, row.top + 17, 1, 5), line);
}

void GanttPainter::paintGhost(QPainter &painter, const Row &row, const TimelineGhost &ghost)
{
    const double x = crisp(row.picture.x(ghost.start));
    const QColor line = mixed(m_theme.ghost, m_theme.mutedText, 0.55);
    if (!ghost.text.isEmpty()) {
        painter.fillRect(QRectF(x, row.top + 12, GanttGeometry::SkippedLength, 1), line);
        painter.setPen(m_theme.mutedText);
        paintText(painter,
            x + GanttGeometry::SkippedLength + GanttGeometry::TextGap,
            row.top,
            ghost.text);
        return;
    }
    if (ghost.usual < 0) {
        painter.setPen(QPen(line, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, row.top + 12.5), QPointF(x + 24, row.top + 12.5));
        return;
    }
    const bool header = row.row.foldable && !row.row.folded;
    const double x1 = crisp(row.picture.x(ghost.start + ghost.usual));
    if (header) {
        painter.fillRect(QRectF(x, row.top + 11, std::max(2.0, x1 - x), 3), m_theme.ghost);
        return;
    }
    paintUsual(painter, row, ghost.start, ghost.usual, ghost.usualLong);
    const bool waits = !row.row.reach.isEmpty() && row.row.reach.last() == TimelineBar::Running;
    if (waits || labelWidth(ghost.label) + 10 > x1 - x) // the wait's own text goes first
        return;
    painter.setPen(m_theme.mutedText);
    paintText(painter, std::max(x, row.left) + 5, row.top, ghost.label);
}

// Corners of a pixel less: what a small radius looks like, without the price of antialiasing.
void GanttPainter::fillBar(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.fillRect(rect.adjusted(1, 0, -1, 0), color);
    painter.fillRect(rect.adjusted(0, 1, 0, -1), color);
}

// Cut from a prepared picture: a dashed pen for every bar is slow.
void GanttPainter::paintWaiting(QPainter &painter, const QRectF &rect, double shift) const
{
    if (rect.width() < 4) {
        painter.fillRect(rect.adjusted(0, 4, 0, -4), m_faintWait);
        return;
    }
    const QRectF box = rect.adjusted(0, 0, -1, 0);
    if (m_medium == Medium::File)
        return paintDotted(painter, box);
    const double height = box.height() * m_ratio;
    for (double done = 0; done < box.width(); done += waitLength) {
        const double length = std::min<double>(waitLength, box.width() - done);
        const QRectF source(std::round(shift * dashPeriod * m_ratio), 0, length * m_ratio, height);
        painter.drawPixmap(
            QRectF(box.left() + done, box.top(), length, box.height()), m_wait, source);
    }
    const QRectF side(0, 0, m_ratio, height);
    painter.drawPixmap(QRectF(box.left(), box.top(), 1, box.height()), m_waitSide, side);
    painter.drawPixmap(QRectF(box.right() - 1, box.top(), 1, box.height()), m_waitSide, side);
}

void GanttPainter::paintDotted(QPainter &painter, const QRectF &box) const
{
    painter.fillRect(box, m_theme.surface);
    QPen pen(m_theme.status(Status::Waiting), 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({dashPeriod / 2.0, dashPeriod / 2.0});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const QRectF edge = box.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawLine(edge.topLeft(), edge.topRight());
    painter.drawLine(edge.bottomLeft(), edge.bottomRight());
    painter.drawLine(edge.topLeft(), edge.bottomLeft());
    painter.drawLine(edge.topRight(), edge.bottomRight());
}

void GanttPainter::paintBar(QPainter &painter, const QRectF &rect, const TimelineBar &bar) const
{
    if (bar.isWait()) {
        paintWaiting(painter, rect, 0);
        return;
    }
    const QColor &color =
        isShaded(bar.segment) ? fills(bar.status).shaded : fills(bar.status).plain;
    if (rect.width() < roundFrom)
        painter.fillRect(rect.adjusted(0, 0, rect.width() > 3 ? -1 : 0, 0), color);
    else
        fillBar(painter, rect.adjusted(0, 0, -1, 0), color);
}

// Of the lanes below: a bracket; when they are folded away, a bar that stands for them.
void GanttPainter::paintSummary(
    QPainter &painter, const Row &row, const QRectF &rect, const TimelineBar &bar) const
{
    const Fills &fill = fills(bar.status);
    if (row.row.folded) {
        painter.fillRect(rect.adjusted(0, 0, -1, 0), fill.band);
        painter.setPen(fill.plain);
        painter.setBrush(Qt::NoBrush);
        if (rect.width() > 4)
            painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -0.5));
        return;
    }
    const double middle = row.top + 11;
    painter.fillRect(QRectF(rect.left(), middle, std::max(2.0, rect.width()), 3), fill.plain);
    painter.fillRect(QRectF(rect.left(), middle, 2, 7), fill.plain);
    if (!bar.isRunning())
        painter.fillRect(QRectF(rect.right() - 2, middle, 2, 7), fill.plain);
}

void GanttPainter::paintSkipped(QPainter &painter, Row &row, const TimelineBar &bar)
{
    const double x = crisp(row.picture.x(bar.start));
    const double end = x + GanttGeometry::SkippedLength;
    painter.fillRect(QRectF(x, row.top + 12, end - x, 1), fills(Status::Skipped).plain);
    painter.setPen(m_theme.mutedText);
    paintText(painter, end + GanttGeometry::TextGap, row.top, bar.label);
    row.textEnd = std::max(
        row.textEnd, end + GanttGeometry::TextGap + labelWidth(bar.label) + GanttGeometry::TextGap);
}

void GanttPainter::paintBars(QPainter &painter, Row &row)
{
    const QList<TimelineBar> &bars = row.row.bars;
    const auto first = row.row.firstReaching(
        static_cast<qint64>(row.picture.scale.time(row.left - row.picture.geometry.nameWidth - 4)));
    const auto last = row.row.firstStartingAfter(static_cast<qint64>(
        row.picture.scale.time(row.right - row.picture.geometry.nameWidth + 4)));
    QList<qsizetype> failed;
    QList<qsizetype> labelled;
    for (qsizetype i = first; i < last; ++i) { // behind everything
        const TimelineBar &bar = bars.at(i);
        if (bar.isWhole() && bar.usual >= 0 && !bar.isSkipped() && bar.workStart < bar.end)
            paintUsual(painter, row, bar.workStart, bar.usual, bar.usualLong);
    }
    double mergedFrom = 0;
    double mergedTo = -1;
    QColor mergedColor;
    const auto flush = [&] {
        if (mergedTo >= mergedFrom) {
            const double top = row.top + GanttGeometry::BarTop;
            painter.fillRect(QRectF(mergedFrom,
                                 top,
                                 std::max(1.0, mergedTo - mergedFrom),
                                 GanttGeometry::BarHeight),
                mergedColor);
        }
        mergedTo = -1;
    };
    for (qsizetype i = first; i < last; ++i) {
        const TimelineBar &bar = bars.at(i);
        const QRectF rect = seenPart(rectOf(row, bar), row.left - 8, row.right + 8);
        if (bar.status == Status::Failed && bar.kind != TimelineBar::Kind::Summary)
            failed.append(i);
        if (bar.kind == TimelineBar::Kind::Summary && bar.isRunning())
            continue;
        if (bar.kind == TimelineBar::Kind::Summary) {
            paintSummary(painter, row, rect, bar);
            row.textEnd = std::max(row.textEnd, rect.right());
            if (row.row.folded && !bar.label.isEmpty())
                labelled.append(i);
            continue;
        }
        if (bar.isSkipped()) {
            paintSkipped(painter, row, bar);
            continue;
        }
        if (bar.kind == TimelineBar::Kind::Envelope) {
            const QRectF done = bar.isRunning() ? QRectF() : rect;
            painter.fillRect(done, fills(bar.status).band);
            row.textEnd = std::max(row.textEnd, done.right());
            continue;
        }
        if (bar.isRunning() || bar.status == Status::Failed)
            continue; // painted later
        row.textEnd = std::max(row.textEnd, rect.right());
        if (rect.width() < 1) {
            const QColor &color = fills(bar.isWait() ? Status::Waiting : bar.status).plain;
            if (rect.left() > mergedTo + 1 || mergedTo < mergedFrom || color != mergedColor) {
                flush();
                mergedFrom = rect.left();
                mergedColor = color;
            }
            mergedTo = rect.right();
            continue;
        }
        flush();
        paintBar(painter, rect, bar);
        if (!bar.label.isEmpty() && rect.width() > 10)
            labelled.append(i);
        else if (!bar.label.isEmpty() && i + 1 == bars.size() && mayLabelBeside(row.row, bar))
            labelled.append(i);
    }
    flush();
    paintFailures(painter, row, failed);
    double labelledTo = std::numeric_limits<double>::lowest();
    for (const qsizetype index : std::as_const(labelled)) {
        // Phases of a folded attempt overlap: the earlier one's text is the one that stays.
        const QRectF rect = rectOf(row, bars.at(index));
        if (row.row.folded && rect.left() < labelledTo)
            continue;
        labelledTo = rect.right();
        paintLabel(painter, row, index);
    }
}

void GanttPainter::paintFailures(QPainter &painter, Row &row, const QList<qsizetype> &failed)
{
    const QList<TimelineBar> &bars = row.row.bars;
    const QColor red = fills(Status::Failed).plain;
    for (const qsizetype index : failed) {
        const TimelineBar &bar = bars.at(index);
        const bool told = bar.kind == TimelineBar::Kind::Envelope
            && std::any_of(failed.cbegin(), failed.cend(), [&](qsizetype other) {
                   return bars.at(other).parent == bar.span;
               });
        if (told)
            continue;
        QRectF rect = rectOf(row, bar);
        if (bar.kind != TimelineBar::Kind::Envelope) {
            if (rect.width() < narrowest)
                rect.setLeft(rect.right() - narrowest);
            paintBar(painter, rect, bar);
            row.textEnd = std::max(row.textEnd, rect.right());
        }
        const double middle = rect.center().y();
        const bool fits = bar.kind != TimelineBar::Kind::Envelope && rect.width() >= crossSize + 8;
        QRectF cross(0, 0, crossSize, crossSize);
        cross.moveCenter(
            {fits ? rect.right() - crossSize / 2 - 4 : rect.right() + crossSize / 2 + 2, middle});
        if (!fits && index + 1 < bars.size()) // on its neighbours: apart from their colour
            painter.fillRect(cross.adjusted(-1, -1, 1, 1), m_theme.surface);
        StatusShapes::paint(
            &painter, cross, Status::Failed, fits ? m_theme.onStatus(Status::Failed) : red);
        row.textEnd = std::max(row.textEnd, cross.right() + 2);
        const double inside = (fits ? cross.left() : rect.right()) - rect.left() - 10;
        const double beside = row.right - row.textEnd - 2 * GanttGeometry::TextGap
            - labelWidth(row.row.after) - GanttGeometry::NarrowestText;
        constexpr double enoughInside = 64;
        if (!bar.label.isEmpty() && labelWidth(bar.label) <= inside) {
            painter.setPen(m_theme.onStatus(Status::Failed));
            paintText(painter, rect.left() + 5, row.top, bar.label);
        } else if (!bar.label.isEmpty() && mayLabelBeside(row.row, bar) && index + 1 == bars.size()
            && beside > 2 * GanttGeometry::NarrowestText) {
            painter.setPen(m_theme.mutedText);
            m_texts.paintElided(painter,
                GanttTexts::Kind::Small,
                row.textEnd + GanttGeometry::TextGap,
                row.top + GanttGeometry::RowHeight / 2.0,
                bar.label,
                beside);
            row.textEnd += GanttGeometry::TextGap + std::min(beside, labelWidth(bar.label));
        } else if (inside > enoughInside) { // what failed is worth a part of its name
            painter.setPen(m_theme.onStatus(Status::Failed));
            m_texts.paintElided(painter,
                GanttTexts::Kind::Small,
                rect.left() + 5,
                row.top + GanttGeometry::RowHeight / 2.0,
                bar.label,
                inside);
        }
    }
    for (const qint64 at : row.row.failures) {
        if (!row.row.folded)
            break;
        QRectF cross(0, 0, crossSize, crossSize);
        cross.moveCenter(
            {row.picture.x(at) - crossSize / 2, row.top + GanttGeometry::RowHeight / 2.0});
        StatusShapes::paint(&painter, cross, Status::Failed, red);
    }
}

void GanttPainter::paintLabel(QPainter &painter, Row &row, qsizetype index)
{
    const TimelineBar &bar = row.row.bars.at(index);
    QRectF rect = rectOf(row, bar);
    rect.setLeft(std::max(rect.left(), row.left));
    const double width = labelWidth(bar.label);
    if (width + 10 <= rect.width()) {
        const bool filled = !bar.isWait() && bar.kind != TimelineBar::Kind::Summary;
        painter.setPen(filled ? m_theme.onStatus(bar.status) : m_theme.mutedText);
        paintText(painter, rect.left() + 5, row.top, bar.label);
        return;
    }
    if (index + 1 < row.row.bars.size()
        || !mayLabelBeside(row.row, bar)) // beside it only when nothing comes there
        return;
    painter.setPen(m_theme.mutedText);
    paintText(painter, rect.right() + GanttGeometry::TextGap, row.top, bar.label);
    row.textEnd = std::max(row.textEnd, rect.right() + GanttGeometry::TextGap + width + 2);
}

void GanttPainter::paintAfter(QPainter &painter, Row &row)
{
    if (row.row.after.isEmpty())
        return;
    // It stands at the row's end, and only there.
    const double end = row.row.reach.isEmpty() ? row.left : row.picture.x(row.row.reach.last());
    const bool heading = row.row.kind == TimelineRow::Kind::Attempt && !row.row.folded;
    if (!heading && (end < row.left || end > row.right))
        return;
    double x = std::max(row.textEnd, row.left) + GanttGeometry::TextGap;
    QColor color = m_theme.mutedText;
    if (row.row.status == Status::Failed) {
        color = m_theme.status(Status::Failed);
    } else if (row.row.slow) {
        color = m_theme.status(Status::Warning);
        StatusShapes::paint(
            &painter, QRectF(x, row.top + 6, crossSize, crossSize), Status::Warning, color);
        x += crossSize + 4;
    }
    painter.setPen(color);
    const double room = row.right - x - GanttGeometry::TextGap;
    if (room > GanttGeometry::NarrowestText)
        m_texts.paintElided(painter,
            GanttTexts::Kind::Small,
            x,
            row.top + GanttGeometry::RowHeight / 2.0,
            row.row.after,
            room);
}
