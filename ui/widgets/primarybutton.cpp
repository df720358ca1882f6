#include "ui/widgets/primarybutton.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace {

constexpr qreal s_radius = 4;

// Square on the side where the other half of a split button begins.
QPainterPath outline(const QRectF &rect, std::optional<Qt::Edge> joined)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill); // the two rectangles overlap
    path.addRoundedRect(rect, s_radius, s_radius);
    if (joined) {
        QRectF square = rect;
        if (*joined == Qt::RightEdge)
            square.setLeft(rect.center().x());
        else
            square.setRight(rect.center().x());
        path.addRect(square);
    }
    return path.simplified();
}

} // namespace

PrimaryButton::PrimaryButton(QWidget *parent)
    : QPushButton(parent)
{
    setAttribute(Qt::WA_Hover);
}

void PrimaryButton::setDangerous(bool dangerous)
{
    m_dangerous = dangerous;
    update();
}

void PrimaryButton::setJoined(Qt::Edge edge)
{
    m_joined = edge;
    updateGeometry();
}

QSize PrimaryButton::sizeHint() const
{
    QFont bold = font(); // as painted
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    const int height = std::max(32, metrics.height() + 12);
    if (text().isEmpty())
        return {28, height};
    return {metrics.horizontalAdvance(text()) + 32, height};
}

void PrimaryButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(palette());
    QColor fill = m_dangerous ? theme.production : theme.accent;
    QColor ink = m_dangerous ? QColor(Qt::white) : theme.onAccent;
    if (!isEnabled()) {
        fill = theme.ghost;
        ink = theme.mutedText;
    } else if (isDown()) {
        fill = mixed(fill, theme.text, 0.2);
    } else if (underMouse()) {
        fill = mixed(fill, theme.text, 0.08);
    }
    const QRectF area =
        QRectF(rect()).adjusted(0.5, 0.5, m_joined == Qt::RightEdge ? 0 : -0.5, -0.5);
    painter.fillPath(outline(area, m_joined), fill);
    if (m_joined == Qt::LeftEdge) {
        painter.setPen(QPen(mixed(fill, ink, 0.4), 1));
        painter.drawLine(QPointF(0.5, 7), QPointF(0.5, height() - 7));
    }
    if (hasFocus()) {
        painter.setPen(QPen(ink, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area.adjusted(2.5, 2.5, -2.5, -2.5), 2.5, 2.5);
    }
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (text().isEmpty()) {
        const QPointF center = QRectF(rect()).center();
        const QPointF points[] = {
            center + QPointF(-4, -2), center + QPointF(0, 2), center + QPointF(4, -2)};
        painter.drawPolyline(points, 3);
        return;
    }
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.drawText(rect(), int(Qt::AlignCenter) | Qt::TextShowMnemonic, text());
}
