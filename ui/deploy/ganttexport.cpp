#include "models/format.h"
#include "ui/deploy/ganttprivate.h"

#include <QPainter>
#include <QSaveFile>

// The part of GanttView that makes a picture of the whole chart, whatever is scrolled or zoomed.

QImage GanttView::picture(qreal scale) const
{
    constexpr int titleHeight = 56;
    constexpr int margin = 16;
    const Theme &theme = Theme::of(palette());
    GanttPainter painter(theme, font(), scale);
    GanttGeometry geometry;
    geometry.nameWidth = painter.nameWidth(d->layout, std::max(1'000, viewport()->width()));
    geometry.size = {std::max(1'000, viewport()->width()),
        GanttGeometry::AxisHeight
            + static_cast<int>(d->layout.rowCount()) * GanttGeometry::RowHeight + 8};
    TimeScale whole;
    whole.setWidth(geometry.size.width() - geometry.nameWidth);
    whole.setContentEnd(d->contentEnd(painter, whole.width()));
    whole.fit();
    const GanttPicture all{d->layout, whole, geometry, d->picture().corner};

    const QSize size(
        geometry.size.width() + 2 * margin, geometry.size.height() + titleHeight + margin);
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(theme.window);
    QPainter onto(&image);
    QFont strong(font());
    strong.setWeight(QFont::DemiBold);
    onto.setFont(strong);
    onto.setPen(theme.text);
    onto.drawText(QRect(margin, 8, geometry.size.width(), 20), Qt::AlignVCenter, d->title());
    if (const AttemptState *attempt = d->state.lastAttempt()) {
        onto.setFont(font());
        onto.setPen(theme.mutedText);
        onto.drawText(QRect(margin, 28, geometry.size.width(), 20),
            Qt::AlignVCenter,
            attempt->verdict ? Words::verdict(*attempt->verdict)
                             : Words::attemptSummary(*attempt, d->state));
    }
    onto.translate(margin, titleHeight);
    painter.paintStill(onto, QRect(QPoint(), geometry.size), all);
    painter.paintMoving(onto, QRect(QPoint(), geometry.size), all, 0);
    return image;
}

QString GanttView::Private::title() const
{
    const AttemptState *attempt = state.lastAttempt();
    return attempt ? GanttView::tr("%1, deployment #%2, %3", "app, number, when")
                         .arg(state.app.value)
                         .arg(state.number)
                         .arg(Format::dateTime(attempt->startedAt))
                   : QString();
}

Result<void> GanttView::exportPng(const QString &path, qreal scale) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(Error::Kind::Storage, file.errorString());
    if (!picture(scale).save(&file, "PNG") || !file.commit())
        return failure(Error::Kind::Storage, file.errorString());
    return {};
}
