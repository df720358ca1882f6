#include "ui/widgets/glyphs.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace {

void polyline(QPainter *painter, std::initializer_list<QPointF> points)
{
    painter->drawPolyline(points.begin(), int(points.size()));
}

void drawMenu(QPainter *painter)
{
    for (const qreal y : {4.5, 8.0, 11.5})
        painter->drawLine(QPointF(2.5, y), QPointF(13.5, y));
}

void drawTheme(QPainter *painter)
{
    const QRectF circle(2.5, 2.5, 11, 11);
    painter->drawEllipse(circle);
    QPainterPath half;
    half.moveTo(8, 2.5);
    half.arcTo(circle, 90, -180);
    painter->fillPath(half, painter->pen().color());
}

void drawSearch(QPainter *painter)
{
    painter->drawEllipse(QPointF(7, 7), 4, 4);
    painter->drawLine(QPointF(10, 10), QPointF(13.5, 13.5));
}

void drawTable(QPainter *painter)
{
    painter->drawRect(QRectF(2.5, 3.5, 11, 9));
    painter->drawLine(QPointF(2.5, 6.5), QPointF(13.5, 6.5));
    painter->drawLine(QPointF(2.5, 9.5), QPointF(13.5, 9.5));
    painter->drawLine(QPointF(6.5, 3.5), QPointF(6.5, 12.5));
}

void drawChart(QPainter *painter)
{
    const QColor color = painter->pen().color();
    painter->fillRect(QRectF(2, 3, 6, 2.5), color);
    painter->fillRect(QRectF(5, 6.75, 7, 2.5), color);
    painter->fillRect(QRectF(9, 10.5, 5, 2.5), color);
}

void drawExport(QPainter *painter)
{
    painter->drawLine(QPointF(8, 2.5), QPointF(8, 9.5));
    polyline(painter, {{5, 6.5}, {8, 9.5}, {11, 6.5}});
    polyline(painter, {{2.5, 10.5}, {2.5, 13.5}, {13.5, 13.5}, {13.5, 10.5}});
}

void drawCopy(QPainter *painter)
{
    painter->drawRect(QRectF(2.5, 2.5, 7, 8));
    polyline(painter, {{12, 5.5}, {13.5, 5.5}, {13.5, 13.5}, {6.5, 13.5}, {6.5, 13}});
}

void drawFit(QPainter *painter)
{
    polyline(painter, {{5, 5.5}, {2.5, 8}, {5, 10.5}});
    polyline(painter, {{11, 5.5}, {13.5, 8}, {11, 10.5}});
    painter->drawLine(QPointF(2.5, 8), QPointF(13.5, 8));
}

void drawTail(QPainter *painter)
{
    painter->drawLine(QPointF(8, 2.5), QPointF(8, 10.5));
    polyline(painter, {{4.5, 7.5}, {8, 11}, {11.5, 7.5}});
    painter->drawLine(QPointF(3, 13.5), QPointF(13, 13.5));
}

// On a square of 16 units.
void draw(Glyph glyph, QPainter *painter)
{
    switch (glyph) {
    case Glyph::Menu:
        return drawMenu(painter);
    case Glyph::Theme:
        return drawTheme(painter);
    case Glyph::More:
    case Glyph::Down:
        return polyline(painter, {{4, 6.5}, {8, 10.5}, {12, 6.5}});
    case Glyph::Up:
        return polyline(painter, {{4, 9.5}, {8, 5.5}, {12, 9.5}});
    case Glyph::Search:
        return drawSearch(painter);
    case Glyph::Table:
        return drawTable(painter);
    case Glyph::Chart:
        return drawChart(painter);
    case Glyph::Export:
        return drawExport(painter);
    case Glyph::Copy:
        return drawCopy(painter);
    case Glyph::Fit:
        return drawFit(painter);
    case Glyph::Close:
        painter->drawLine(QPointF(4, 4), QPointF(12, 12));
        painter->drawLine(QPointF(12, 4), QPointF(4, 12));
        return;
    case Glyph::Tail:
        return drawTail(painter);
    }
}

class GlyphEngine final : public QIconEngine
{
public:
    explicit GlyphEngine(Glyph glyph)
        : m_glyph(glyph)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const qreal side = std::min(rect.width(), rect.height());
        painter->translate(rect.center() + QPointF(0.5, 0.5) - QPointF(side, side) / 2);
        painter->scale(side / 16, side / 16);
        QPen pen(QApplication::palette().color(group, QPalette::ButtonText), 1.4);
        pen.setCapStyle(Qt::RoundCap);
        pen.setJoinStyle(Qt::RoundJoin);
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        draw(m_glyph, painter);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new GlyphEngine(m_glyph); }

private:
    Glyph m_glyph;
};

} // namespace

QIcon glyphIcon(Glyph glyph)
{
    return QIcon(new GlyphEngine(glyph)); // the icon owns its engine
}
