#include "ui/widgets/statusshapes.h"

#include "ui/widgets/theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace {

QRectF square(const QRectF &rect)
{
    const qreal side = std::min(rect.width(), rect.height());
    QRectF result(0, 0, side, side);
    result.moveCenter(rect.center());
    return result;
}

QPen stroke(const QColor &color, qreal side)
{
    return {color, std::max(1.2, side * 0.15), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void paintCross(QPainter *painter, const QRectF &box, const QColor &color)
{
    const QRectF inner =
        box.adjusted(box.width() * 0.2, box.width() * 0.2, -box.width() * 0.2, -box.width() * 0.2);
    QPen pen = stroke(color, box.width());
    pen.setWidthF(std::max(1.5, box.width() * 0.19));
    painter->setPen(pen);
    painter->drawLine(inner.topLeft(), inner.bottomRight());
    painter->drawLine(inner.topRight(), inner.bottomLeft());
}

void paintTriangle(QPainter *painter, const QRectF &box, const QColor &color)
{
    const qreal side = box.width();
    QPainterPath path;
    path.moveTo(box.center().x(), box.top() + side * 0.12);
    path.lineTo(box.right() - side * 0.06, box.bottom() - side * 0.14);
    path.lineTo(box.left() + side * 0.06, box.bottom() - side * 0.14);
    path.closeSubpath();
    painter->setPen(QPen(color, side * 0.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(color);
    painter->drawPath(path);
}

void paintReturn(QPainter *painter, const QRectF &box, const QColor &color)
{
    const qreal side = box.width();
    const auto at = [&](qreal x, qreal y) {
        return QPointF(box.left() + x * side, box.top() + y * side);
    };
    QPainterPath path;
    path.moveTo(at(0.16, 0.4));
    path.lineTo(at(0.6, 0.4));
    path.cubicTo(at(0.92, 0.4), at(0.92, 0.84), at(0.6, 0.84));
    path.lineTo(at(0.44, 0.84));
    path.moveTo(at(0.38, 0.16));
    path.lineTo(at(0.14, 0.4));
    path.lineTo(at(0.38, 0.64));
    painter->setPen(stroke(color, side));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
}

void paintQuestion(QPainter *painter, const QRectF &box, const QColor &color)
{
    const qreal side = box.width();
    const auto at = [&](qreal x, qreal y) {
        return QPointF(box.left() + x * side, box.top() + y * side);
    };
    QPainterPath path;
    path.moveTo(at(0.28, 0.32));
    path.cubicTo(at(0.28, 0.04), at(0.74, 0.04), at(0.74, 0.32));
    path.cubicTo(at(0.74, 0.5), at(0.5, 0.48), at(0.5, 0.66));
    painter->setPen(stroke(color, side));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawEllipse(at(0.5, 0.87), side * 0.09, side * 0.09);
}

void paintCircle(QPainter *painter, const QRectF &box, Status status, const QColor &color)
{
    const qreal side = box.width();
    const QRectF disc = box.adjusted(side * 0.13, side * 0.13, -side * 0.13, -side * 0.13);
    if (status == Status::Succeeded) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(disc);
        return;
    }
    painter->setPen(stroke(color, side * 0.9));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(disc);
    if (status == Status::Running) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPie(disc, 90 * 16, 180 * 16);
    }
}

class ShapeEngine final : public QIconEngine
{
public:
    ShapeEngine(Status status, const QColor &color, const QColor &disabled)
        : m_status(status)
        , m_color(color)
        , m_disabled(disabled)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        StatusShapes::paint(
            painter, rect, m_status, mode == QIcon::Disabled ? m_disabled : m_color);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new ShapeEngine(*this); }

private:
    Status m_status;
    QColor m_color;
    QColor m_disabled;
};

} // namespace

void StatusShapes::paint(QPainter *painter, const QRectF &rect, Status status, const Theme &theme)
{
    paint(painter, rect, status, theme.status(status));
}

void StatusShapes::paint(QPainter *painter, const QRectF &rect, Status status, const QColor &color)
{
    const QRectF box = square(rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    switch (status) {
    case Status::Succeeded:
    case Status::Running:
    case Status::Waiting:
        paintCircle(painter, box, status, color);
        break;
    case Status::Warning:
        paintTriangle(painter, box, color);
        break;
    case Status::Failed:
        paintCross(painter, box, color);
        break;
    case Status::RolledBack:
        paintReturn(painter, box, color);
        break;
    case Status::Unknown:
        paintQuestion(painter, box, color);
        break;
    case Status::Skipped:
        painter->setPen(stroke(color, box.width()));
        painter->drawLine(QPointF(box.left() + box.width() * 0.2, box.center().y()),
            QPointF(box.right() - box.width() * 0.2, box.center().y()));
        break;
    }
    painter->restore();
}

QIcon StatusShapes::icon(Status status, const Theme &theme)
{
    return QIcon(new ShapeEngine(
        status, theme.status(status), mixed(theme.status(status), theme.window, 0.5)));
}

QIcon StatusShapes::icon(Status status, const QColor &color)
{
    return QIcon(new ShapeEngine(status, color, color));
}
