#pragma once

#include "models/timelinelayout.h"
#include "models/timescale.h"
#include "ui/deploy/ganttgeometry.h"
#include "ui/deploy/gantttexts.h"
#include "ui/widgets/theme.h"

#include <QFont>
#include <QPixmap>

#include <array>

class QPainter;

// What is painted and where; put together for every painting.
struct GanttPicture
{
    const TimelineLayout &layout;
    const TimeScale &scale;
    GanttGeometry geometry;
    QString corner; // above the names

    [[nodiscard]] double x(qint64 time) const
    {
        return geometry.nameWidth + scale.x(static_cast<double>(time));
    }
    [[nodiscard]] qint64 nowOf(const TimelineRow &row) const
    {
        return row.attempt == layout.openAttempt() ? layout.now() : 0;
    }
    [[nodiscard]] bool isHeaded() const
    {
        return layout.rowCount() > 0 && layout.row(0).kind == TimelineRow::Kind::Attempt;
    }
};

// Paints the chart. What stands still and what moves with the clock are apart, so that the first
// can be kept in a pixmap. Made anew when theme, font or device pixel ratio change.
class GanttPainter
{
public:
    // File: what leaves the program. No prepared pixels, and texts are guarded; where things are is
    // the same.
    enum class Medium
    {
        Screen,
        File
    };

    GanttPainter(const Theme &theme,
        const QFont &font,
        qreal devicePixelRatio,
        Medium medium = Medium::Screen);

    // Only what is in `area`.
    void paintStill(QPainter &painter, const QRect &area, const GanttPicture &picture);
    // `hatch`: 0 to 1, how far the pattern of running bars has moved.
    void paintMoving(
        QPainter &painter, const QRect &area, const GanttPicture &picture, double hatch);
    void paintRing(QPainter &painter, const QRectF &bar, const QColor &color, qreal width) const;

    // The bar in the viewport, as painted, at least three pixels wide.
    [[nodiscard]] QRectF barRect(
        const GanttPicture &picture, qsizetype row, const TimelineBar &bar) const;
    // What moves in a row, its text included; empty: nothing.
    [[nodiscard]] QRect movingRect(const GanttPicture &picture, qsizetype row) const;
    [[nodiscard]] QRegion nowRegion(const GanttPicture &picture) const;
    // How much a row wants right of its last bar.
    [[nodiscard]] double textRoom(const TimelineRow &row);
    [[nodiscard]] int nameWidth(const TimelineLayout &layout, int available);
    [[nodiscard]] static QRect foldRect(const GanttPicture &picture, qsizetype row);
    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    static constexpr int dashPeriod = 4;
    static constexpr int waitLength = 512; // of the prepared picture

    struct Fills
    {
        QColor plain;
        QColor shaded; // of every second segment, to tell neighbours apart
        QColor band; // of an envelope, behind its segments
    };
    struct Row // what the painting of one row needs
    {
        const GanttPicture &picture;
        const TimelineRow &row;
        int top = 0;
        double left = 0; // pixels that can be seen
        double right = 0;
        double textEnd = 0; // where the next text may begin
    };

    // ganttpainter.cpp
    void paintGrid(QPainter &painter, const QRect &area, const GanttPicture &picture) const;
    void paintAxis(QPainter &painter, const GanttPicture &picture);
    void paintName(QPainter &painter, const GanttPicture &picture, qsizetype row);
    void paintFold(QPainter &painter, const QRectF &box, bool folded) const;
    void clearLabels(
        QPainter &painter, const GanttPicture &picture, const QRectF &now, const QRectF &expected);
    void paintFlag(QPainter &painter, const QRectF &flag, const QString &label, bool strong);
    void paintNow(QPainter &painter, const GanttPicture &picture);
    [[nodiscard]] QRectF nowFlag(const GanttPicture &picture);
    [[nodiscard]] QRectF expectedFlag(const GanttPicture &picture);
    [[nodiscard]] static QRect runningRows(const GanttPicture &picture);
    void makeShapes();
    void makeHatch();
    void makeWait();
    void paintShape(QPainter &painter, const QPointF &at, Status status) const;

    // ganttbars.cpp
    void paintRow(QPainter &painter, Row &row);
    void paintUsual(
        QPainter &painter, const Row &row, qint64 start, qint64 usual, qint64 usualLong) const;
    void paintGhost(QPainter &painter, const Row &row, const TimelineGhost &ghost);
    void paintBars(QPainter &painter, Row &row);
    void paintBar(QPainter &painter, const QRectF &rect, const TimelineBar &bar) const;
    static void fillBar(QPainter &painter, const QRectF &rect, const QColor &color);
    // `shift`: 0 to 1, of the dots along the edge.
    void paintWaiting(QPainter &painter, const QRectF &rect, double shift) const;
    void paintDotted(QPainter &painter, const QRectF &box) const;
    void paintHatch(QPainter &painter, const QRectF &rect, double hatch) const;
    void paintSummary(
        QPainter &painter, const Row &row, const QRectF &rect, const TimelineBar &bar) const;
    void paintSkipped(QPainter &painter, Row &row, const TimelineBar &bar);
    void paintFailures(QPainter &painter, Row &row, const QList<qsizetype> &failed);
    void paintLabel(QPainter &painter, Row &row, qsizetype index);
    void paintAfter(QPainter &painter, Row &row);
    void paintRunning(QPainter &painter, Row &row, double hatch);
    void paintText(QPainter &painter, double x, int top, const QString &text);
    [[nodiscard]] QRectF rectOf(const Row &row, const TimelineBar &bar) const;
    [[nodiscard]] double labelWidth(const QString &label)
    {
        return m_texts.width(GanttTexts::Kind::Small, label);
    }
    [[nodiscard]] double crisp(double x) const; // on the device's pixels
    [[nodiscard]] const Fills &fills(Status status) const
    {
        return m_fills.at(static_cast<size_t>(status));
    }

    const Theme &m_theme;
    qreal m_ratio;
    Medium m_medium;
    GanttTexts m_texts;
    std::array<QPixmap, 8> m_shapes; // by Status
    std::array<Fills, 8> m_fills;
    QPixmap m_hatch;
    QPixmap m_wait; // a long wait: dotted edges above and below
    QPixmap m_waitSide;
    QColor m_faintWait;
};
