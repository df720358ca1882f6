#include "models/timelinetext.h"
#include "ui/deploy/ganttpainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

// The part of GanttPainter that paints what moves with the clock.

QRect GanttPainter::movingRect(const GanttPicture &picture, qsizetype index) const
{
    constexpr int textRoom = 220;
    const TimelineRow &row = picture.layout.row(index);
    if (row.attempt != picture.layout.openAttempt() || row.reach.isEmpty()
        || row.reach.last() != TimelineBar::Running)
        return {};
    double from = picture.geometry.size.width();
    for (qsizetype i = row.bars.size() - 1; i >= 0; --i) {
        const TimelineBar &bar = row.bars.at(i);
        if (bar.isRunning())
            from = std::min(from, picture.x(bar.start));
        if (bar.isRunning() && bar.kind != TimelineBar::Kind::Segment)
            break;
        if (!bar.isRunning() && bar.kind == TimelineBar::Kind::Segment) {
            from = std::max(from, picture.x(bar.end)); // the envelope is still up to there
            break;
        }
    }
    const int left = std::max(picture.geometry.nameWidth, static_cast<int>(std::floor(from)) - 2);
    const int right = static_cast<int>(std::ceil(picture.x(picture.layout.now()))) + textRoom;
    return QRect(
        left, picture.geometry.rowTop(index), std::max(0, right - left), GanttGeometry::RowHeight)
        .intersected(picture.geometry.plot());
}

void GanttPainter::paintHatch(QPainter &painter, const QRectF &rect, double hatch) const
{
    if (m_medium == Medium::File)
        return fillBar(painter, rect, m_theme.accent); // what stands still needs no motion
    const auto shift = static_cast<int>(std::lround(hatch * 12));
    const auto left = static_cast<int>(std::lround(rect.left()));
    painter.drawTiledPixmap(rect, m_hatch, QPointF(((left - shift) % 12 + 12) % 12, 0));
}

void GanttPainter::paintRunning(QPainter &painter, Row &row, double hatch)
{
    const TimelineRow &data = row.row;
    if (data.attempt != row.picture.layout.openAttempt() || data.reach.isEmpty()
        || data.reach.last() != TimelineBar::Running
        || (data.kind == TimelineRow::Kind::Attempt && !data.folded))
        return;
    qint64 stillEnd = 0; // what has ended is in the still layer
    const TimelineBar *whole = nullptr;
    for (const TimelineBar &bar : data.bars) {
        if (!bar.isRunning())
            stillEnd = std::max(stillEnd, bar.end);
        else if (bar.isWhole())
            whole = &bar;
    }
    const qint64 now = row.picture.layout.now();
    double textStart = row.picture.x(now) + GanttGeometry::TextGap;
    for (const TimelineBar &bar : data.bars) {
        if (!bar.isRunning())
            continue;
        QRectF rect = rectOf(row, bar);
        if (bar.kind == TimelineBar::Kind::Summary) {
            paintSummary(painter, row, rect, bar);
            continue;
        }
        if (bar.kind == TimelineBar::Kind::Envelope) {
            rect.setLeft(std::max(rect.left(), crisp(row.picture.x(stillEnd))));
            painter.fillRect(rect, fills(Status::Running).band);
            continue;
        }
        rect.setLeft(std::max(rect.left(), row.left - 24));
        if (bar.waiting) {
            paintWaiting(painter, rect, 1 - hatch);
        } else {
            paintHatch(painter, rect, hatch);
        }
        const double width = labelWidth(bar.label);
        if (!bar.label.isEmpty() && width + 10 <= rect.width()) {
            painter.setPen(bar.waiting ? m_theme.mutedText : m_theme.onAccent);
            paintText(painter, std::max(rect.left(), row.left) + 5, row.top, bar.label);
        } else if (!bar.label.isEmpty()) {
            painter.setPen(m_theme.text);
            paintText(painter, textStart, row.top, bar.label);
            textStart += width + GanttGeometry::TextGap;
        }
    }
    if (!whole || whole->workStart == TimelineBar::Running)
        return;
    painter.setPen(m_theme.mutedText);
    m_texts.paintElided(painter,
        GanttTexts::Kind::Small,
        textStart,
        row.top + GanttGeometry::RowHeight / 2.0,
        TimelineText::running(now - whole->workStart, whole->usual),
        std::max(GanttGeometry::NarrowestText, row.right - textStart - GanttGeometry::TextGap));
}
