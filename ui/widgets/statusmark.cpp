#include "ui/widgets/statusmark.h"

#include "ui/widgets/statusshapes.h"
#include "ui/widgets/theme.h"

#include <QPainter>

StatusMark::StatusMark(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
}

void StatusMark::setStatus(Status status)
{
    if (status == m_status)
        return;
    m_status = status;
    update();
}

void StatusMark::setFaded(bool faded)
{
    if (faded == m_faded)
        return;
    m_faded = faded;
    update();
}

QSize StatusMark::sizeHint() const
{
    const int side = std::max(12, fontMetrics().ascent());
    return {side, side};
}

void StatusMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_faded)
        painter.setOpacity(0.5);
    StatusShapes::paint(&painter, QRectF(rect()), m_status, Theme::of(palette()));
}
