#include "ui/deploy/ganttpainter.h"

#include "models/format.h"
#include "models/timelinetext.h"
#include "ui/widgets/statusshapes.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace {

constexpr int namesMargin = 8;
constexpr int foldSize = 16;
constexpr int shapeSize = 12;
constexpr int labelDistance = 72;
constexpr int hatchPeriod = 12;

constexpr double flagTop = 5;
constexpr double flagHeight = 18;

QString nowLabel(const GanttPicture &picture)
{
    return Format::axis(std::chrono::milliseconds(picture.layout.now() / 1000 * 1000));
}

int indentOf(const TimelineRow &row, bool headed)
{
    int level = headed ? 1 : 0;
    if (row.kind == TimelineRow::Kind::Attempt)
        level = 0;
    else if (row.kind == TimelineRow::Kind::Lane)
        ++level;
    return namesMargin / 2 + level * foldSize;
}

} // namespace

GanttPainter::GanttPainter(
    const Theme &theme, const QFont &font, qreal devicePixelRatio, Medium medium)
    : m_theme(theme)
    , m_ratio(devicePixelRatio)
    , m_medium(medium)
    , m_texts(font, medium == Medium::File)
{
    const QColor shade = theme.dark ? QColor(255, 255, 255) : QColor(0, 0, 0);
    for (size_t i = 0; i < m_fills.size(); ++i) {
        const QColor color = theme.status(static_cast<Status>(i));
        m_fills.at(i) = {color, mixed(color, shade, 0.16), mixed(theme.surface, color, 0.22)};
    }
    makeShapes();
    makeHatch();
    makeWait();
}

void GanttPainter::makeShapes()
{
    for (size_t i = 0; i < m_shapes.size(); ++i) {
        QPixmap pixmap((QSizeF(shapeSize, shapeSize) * m_ratio).toSize());
        pixmap.setDevicePixelRatio(m_ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        StatusShapes::paint(
            &painter, QRectF(0, 0, shapeSize, shapeSize), static_cast<Status>(i), m_theme);
        m_shapes.at(i) = pixmap;
    }
}

void GanttPainter::makeWait()
{
    const QColor color = m_theme.status(Status::Waiting);
    m_faintWait = mixed(m_theme.surface, color, 0.6);
    const auto prepared = [&](int width) {
        QPixmap pixmap((QSizeF(width, GanttGeometry::BarHeight) * m_ratio).toSize());
        pixmap.setDevicePixelRatio(m_ratio);
        pixmap.fill(m_theme.surface);
        return pixmap;
    };
    m_wait = prepared(waitLength + dashPeriod);
    QPainter edge(&m_wait);
    for (int x = 0; x < waitLength + dashPeriod; x += dashPeriod) {
        edge.fillRect(QRect(x, 0, dashPeriod / 2, 1), color);
        edge.fillRect(QRect(x, GanttGeometry::BarHeight - 1, dashPeriod / 2, 1), color);
    }
    m_waitSide = prepared(1);
    QPainter side(&m_waitSide);
    for (int y = 0; y < GanttGeometry::BarHeight; y += dashPeriod)
        side.fillRect(QRect(0, y, 1, dashPeriod / 2), color);
}

void GanttPainter::makeHatch()
{
    const int side = static_cast<int>(std::lround(hatchPeriod * m_ratio));
    m_hatch = QPixmap(side, side);
    m_hatch.setDevicePixelRatio(side / static_cast<double>(hatchPeriod));
    m_hatch.fill(m_theme.accent);
    QPainter painter(&m_hatch);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor stripe =
        mixed(m_theme.accent, m_theme.dark ? QColor(255, 255, 255) : QColor(0, 0, 0), 0.15);
    painter.setPen(Qt::NoPen);
    painter.setBrush(stripe);
    for (const double shift : {-1.0, 0.0, 1.0}) {
        const double x = shift * hatchPeriod;
        painter.drawPolygon(QPolygonF({{x, hatchPeriod},
            {x + hatchPeriod / 2.0, hatchPeriod},
            {x + hatchPeriod * 1.5, 0},
            {x + hatchPeriod, 0}}));
    }
}

void GanttPainter::paintStill(QPainter &painter, const QRect &area, const GanttPicture &picture)
{
    const GanttGeometry &geometry = picture.geometry;
    const QRect plot = geometry.plot().intersected(area);
    const QRect names = geometry.names().intersected(area);
    const qsizetype first =
        std::max(0, geometry.rowAt(std::max(plot.top(), GanttGeometry::AxisHeight)));
    const qsizetype end =
        std::min<qsizetype>(picture.layout.rowCount(), geometry.rowAt(plot.bottom()) + 1);
    painter.fillRect(plot, m_theme.surface);
    painter.setClipRect(plot);
    paintGrid(painter, plot, picture);
    for (qsizetype i = first; i < end; ++i) {
        Row row{picture,
            picture.layout.row(i),
            geometry.rowTop(i),
            static_cast<double>(geometry.nameWidth),
            static_cast<double>(geometry.size.width()),
            0};
        if (i > 0 && row.row.kind == TimelineRow::Kind::Attempt)
            painter.fillRect(plot.left(), row.top, plot.width(), 1, m_theme.hairline);
        paintRow(painter, row);
    }
    painter.setClipRect(names);
    painter.fillRect(names, m_theme.window);
    for (qsizetype i = first; i < end; ++i)
        paintName(painter, picture, i);
    painter.setClipping(false);
    if (area.top() < GanttGeometry::AxisHeight)
        paintAxis(painter, picture);
    painter.fillRect(geometry.nameWidth - 1, area.top(), 1, area.height(), m_theme.hairline);
}

void GanttPainter::paintGrid(
    QPainter &painter, const QRect &area, const GanttPicture &picture) const
{
    for (const TimeScale::Tick &tick : picture.scale.ticks(labelDistance)) {
        if (tick.labelled)
            painter.fillRect(
                QRectF(crisp(picture.geometry.nameWidth + tick.x), area.top(), 1, area.height()),
                m_theme.grid);
    }
}

void GanttPainter::paintAxis(QPainter &painter, const GanttPicture &picture)
{
    const QRect axis = picture.geometry.axis();
    painter.fillRect(0, 0, picture.geometry.size.width(), axis.height(), m_theme.window);
    painter.setPen(m_theme.mutedText);
    constexpr double middle = flagTop + flagHeight / 2;
    if (!picture.corner.isEmpty())
        m_texts.paintElided(painter,
            GanttTexts::Kind::Small,
            namesMargin,
            middle,
            picture.corner,
            picture.geometry.nameWidth - 2 * namesMargin);
    painter.setClipRect(axis);
    for (const TimeScale::Tick &tick : picture.scale.ticks(labelDistance)) {
        const double x = crisp(axis.left() + tick.x);
        const int length = tick.labelled ? 18 : 5;
        painter.fillRect(QRectF(x, axis.bottom() + 1 - length, 1, length),
            tick.labelled ? m_theme.hairline : mixed(m_theme.hairline, m_theme.window, 0.25));
        if (tick.labelled)
            m_texts.paint(painter, GanttTexts::Kind::Small, x + 5, middle, tick.label);
    }
    painter.setClipping(false);
    painter.fillRect(0, axis.bottom(), picture.geometry.size.width(), 1, m_theme.hairline);
}

void GanttPainter::paintName(QPainter &painter, const GanttPicture &picture, qsizetype index)
{
    const TimelineRow &row = picture.layout.row(index);
    const int top = picture.geometry.rowTop(index);
    const int width = picture.geometry.nameWidth;
    const bool heading = row.kind == TimelineRow::Kind::Attempt;
    if (heading && index > 0)
        painter.fillRect(0, top, width, 1, m_theme.hairline);
    int x = indentOf(row, picture.isHeaded());
    if (row.foldable)
        paintFold(painter, QRectF(x, top + 4, foldSize, foldSize), row.folded);
    x += foldSize;
    if (row.track > 0)
        return;
    if (row.status)
        paintShape(painter, QPointF(x, top + 6), *row.status);
    x += shapeSize + 6;

    const double middle = top + GanttGeometry::RowHeight / 2.0;
    const bool alive = row.reached && (row.status || !row.ghosts.isEmpty() || heading);
    const GanttTexts::Kind kind = heading || (row.foldable && row.kind == TimelineRow::Kind::Phase)
        ? GanttTexts::Kind::Strong
        : GanttTexts::Kind::Plain;
    const double room = width - namesMargin - x;
    painter.setPen(alive ? m_theme.text : m_theme.mutedText);
    m_texts.paintElided(painter, kind, x, middle, row.name, room);
    const double detail = labelWidth(row.detail);
    if (detail > 0 && m_texts.width(kind, row.name) + namesMargin + detail <= room) {
        painter.setPen(m_theme.mutedText);
        m_texts.paint(
            painter, GanttTexts::Kind::Small, width - namesMargin - detail, middle, row.detail);
    }
}

void GanttPainter::paintShape(QPainter &painter, const QPointF &at, Status status) const
{
    if (m_medium == Medium::Screen)
        painter.drawPixmap(at, m_shapes.at(static_cast<size_t>(status)));
    else
        StatusShapes::paint(&painter, QRectF(at, QSizeF(shapeSize, shapeSize)), status, m_theme);
}

void GanttPainter::paintFold(QPainter &painter, const QRectF &box, bool folded) const
{
    const QPointF c = box.center();
    QPolygonF triangle;
    if (folded)
        triangle << QPointF(c.x() - 2, c.y() - 4) << QPointF(c.x() + 3, c.y())
                 << QPointF(c.x() - 2, c.y() + 4);
    else
        triangle << QPointF(c.x() - 4, c.y() - 2) << QPointF(c.x() + 4, c.y() - 2)
                 << QPointF(c.x(), c.y() + 3);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.mutedText);
    painter.drawPolygon(triangle);
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

double GanttPainter::textRoom(const TimelineRow &row)
{
    constexpr double shapes = 28; // a cross or triangle and the gaps
    constexpr double ofRunning = 168;
    if (!row.reach.isEmpty() && row.reach.last() == TimelineBar::Running)
        return ofRunning;
    return row.after.isEmpty() ? 0 : labelWidth(row.after) + shapes;
}

QRect GanttPainter::foldRect(const GanttPicture &picture, qsizetype row)
{
    const int x = indentOf(picture.layout.row(row), picture.isHeaded());
    return {x, picture.geometry.rowTop(row), foldSize, GanttGeometry::RowHeight};
}

int GanttPainter::nameWidth(const TimelineLayout &layout, int available)
{
    constexpr int narrowest = 144;
    const int widest = std::clamp(available * 3 / 8, narrowest, 264);
    const bool headed = layout.rowCount() > 0 && layout.row(0).kind == TimelineRow::Kind::Attempt;
    double width = narrowest;
    for (qsizetype i = 0; i < layout.rowCount() && width < widest; ++i) {
        const TimelineRow &row = layout.row(i);
        double needed = indentOf(row, headed) + foldSize + shapeSize + 6
            + m_texts.width(GanttTexts::Kind::Strong, row.name) + 2 * namesMargin;
        if (!row.detail.isEmpty())
            needed += labelWidth(row.detail) + namesMargin;
        width = std::max(width, needed);
    }
    return static_cast<int>(std::ceil(std::min<double>(width, widest) / 8) * 8);
}

// The rows of the attempt that runs, top to bottom, as far as they can be seen.
QRect GanttPainter::runningRows(const GanttPicture &picture)
{
    const QRect plot = picture.geometry.plot();
    qsizetype first = 0;
    while (first < picture.layout.rowCount()
        && picture.layout.row(first).attempt != picture.layout.openAttempt())
        ++first;
    const int top = std::max(plot.top(), picture.geometry.rowTop(first));
    const int bottom =
        std::min(plot.bottom() + 1, picture.geometry.rowTop(picture.layout.rowCount()) + 4);
    return {plot.left(), top, plot.width(), std::max(0, bottom - top)};
}

QRectF GanttPainter::nowFlag(const GanttPicture &picture)
{
    const QRect axis = picture.geometry.axis();
    const double width = labelWidth(nowLabel(picture)) + 12;
    QRectF flag(
        crisp(picture.x(picture.layout.now())) - width / 2 + 0.5, flagTop, width, flagHeight);
    if (flag.left() < axis.left() && flag.right() > axis.left())
        flag.moveLeft(axis.left() + 1);
    return flag;
}

// Centred at its time, but inside the axis and beside the flag of now.
QRectF GanttPainter::expectedFlag(const GanttPicture &picture)
{
    const auto end = picture.layout.expectedEnd();
    if (!end)
        return {};
    const QRect axis = picture.geometry.axis();
    const double x = picture.x(*end);
    if (x < axis.left() || x > axis.right())
        return {};
    const double width = labelWidth(TimelineText::expectedEnd(*end)) + 12;
    QRectF flag(crisp(x) - width / 2, flagTop, width, flagHeight);
    const QRectF now = nowFlag(picture);
    if (flag.left() < now.right() + 4)
        flag.moveLeft(now.right() + 4);
    if (flag.right() > axis.right() - 2)
        flag.moveRight(axis.right() - 2);
    return flag;
}

// Labels of the axis that would look out from behind a flag. Both at once: what is taken away for
// one flag must not cut into the other.
void GanttPainter::clearLabels(
    QPainter &painter, const GanttPicture &picture, const QRectF &now, const QRectF &expected)
{
    const QRect axis = picture.geometry.axis();
    for (const TimeScale::Tick &tick : picture.scale.ticks(labelDistance)) {
        if (!tick.labelled)
            continue;
        const QRectF text(
            axis.left() + tick.x + 4, flagTop, labelWidth(tick.label) + 3, flagHeight);
        if (text.intersects(now) || text.intersects(expected))
            painter.fillRect(text, m_theme.window);
    }
}

void GanttPainter::paintFlag(
    QPainter &painter, const QRectF &flag, const QString &label, bool strong)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(strong ? QPen(Qt::NoPen) : QPen(m_theme.hairline, 1));
    painter.setBrush(strong ? m_theme.accent : m_theme.surface);
    painter.drawRoundedRect(strong ? flag : flag.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(strong ? m_theme.onAccent : m_theme.mutedText);
    m_texts.paint(painter,
        GanttTexts::Kind::Small,
        flag.center().x() - labelWidth(label) / 2,
        flag.center().y(),
        label);
}

void GanttPainter::paintNow(QPainter &painter, const GanttPicture &picture)
{
    const QRect axis = picture.geometry.axis();
    const QRect rows = runningRows(picture);
    painter.setClipRect(
        QRect(axis.left(), 0, axis.width(), picture.geometry.size.height()), Qt::IntersectClip);
    const QRectF flag = expectedFlag(picture);
    clearLabels(painter, picture, nowFlag(picture), flag);
    if (const auto end = picture.layout.expectedEnd()) {
        const double x = crisp(picture.x(*end));
        painter.setPen(QPen(m_theme.mutedText, 1, Qt::DashLine, Qt::FlatCap));
        painter.drawLine(QPointF(x + 0.5, rows.top()), QPointF(x + 0.5, rows.bottom()));
        if (!flag.isEmpty())
            paintFlag(painter, flag, TimelineText::expectedEnd(*end), false);
    }
    const double x = crisp(picture.x(picture.layout.now()));
    painter.fillRect(
        QRectF(x, flagTop + flagHeight, 1, axis.height() - flagTop - flagHeight), m_theme.accent);
    if (rows.height() > 0)
        painter.fillRect(QRectF(x, rows.top(), 1, rows.height()), m_theme.accent);
    paintFlag(painter, nowFlag(picture), nowLabel(picture), true);
}

QRegion GanttPainter::nowRegion(const GanttPicture &picture) const
{
    if (!picture.layout.isRunning())
        return {};
    const auto x = static_cast<int>(std::floor(picture.x(picture.layout.now())));
    QRegion region(QRect(x - 1, 0, 3, picture.geometry.size.height()));
    region += picture.geometry.axis(); // its flags cover labels
    if (const auto end = picture.layout.expectedEnd())
        region +=
            QRect(static_cast<int>(picture.x(*end)) - 1, 0, 3, picture.geometry.size.height());
    return region;
}

void GanttPainter::paintMoving(
    QPainter &painter, const QRect &area, const GanttPicture &picture, double hatch)
{
    if (!picture.layout.isRunning())
        return;
    const GanttGeometry &geometry = picture.geometry;
    painter.save();
    painter.setClipRect(geometry.plot().intersected(area));
    const qsizetype first =
        std::max(0, geometry.rowAt(std::max(area.top(), geometry.plot().top())));
    const qsizetype last =
        std::min<qsizetype>(picture.layout.rowCount() - 1, geometry.rowAt(area.bottom()));
    for (qsizetype i = first; i <= last; ++i) {
        Row row{picture,
            picture.layout.row(i),
            geometry.rowTop(i),
            static_cast<double>(geometry.nameWidth),
            static_cast<double>(geometry.size.width()),
            0};
        paintRunning(painter, row, hatch);
    }
    painter.setClipRect(area);
    paintNow(painter, picture);
    painter.restore();
}

void GanttPainter::paintRing(
    QPainter &painter, const QRectF &bar, const QColor &color, qreal width) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.surface, width + 2));
    const double out = 1 + width / 2;
    painter.drawRoundedRect(bar.adjusted(-out, -out, out, out), 3, 3);
    painter.setPen(QPen(color, width));
    painter.drawRoundedRect(bar.adjusted(-out, -out, out, out), 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
}
