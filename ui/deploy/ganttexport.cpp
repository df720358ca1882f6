#include "core/sanitise.h"
#include "models/format.h"
#include "models/timelinetext.h"
#include "ui/deploy/ganttprivate.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

// The part of GanttView that makes a picture of the whole chart, whatever is scrolled or zoomed.

namespace {

constexpr int titleHeight = 56;
constexpr int sheetMargin = 16;

QString safe(const QString &text)
{
    return Sanitise::line(Redact::text(text));
}

} // namespace

GanttView::Private::Sheet GanttView::Private::sheet(GanttPainter &with) const
{
    const int width = std::max(1'000, q->viewport()->width());
    Sheet sheet;
    sheet.geometry.nameWidth = with.nameWidth(layout, width);
    sheet.geometry.size = {width,
        GanttGeometry::AxisHeight + static_cast<int>(layout.rowCount()) * GanttGeometry::RowHeight
            + 8};
    sheet.scale.setWidth(width - sheet.geometry.nameWidth);
    sheet.scale.setContentEnd(contentEnd(with, sheet.scale.width()));
    sheet.scale.fit();
    sheet.size = {
        width + 2 * sheetMargin, sheet.geometry.size.height() + titleHeight + sheetMargin};
    return sheet;
}

void GanttView::Private::paintSheet(QPainter &onto, GanttPainter &with, const Sheet &sheet) const
{
    const Theme &theme = with.theme();
    const int width = sheet.geometry.size.width();
    const GanttPicture all{layout, sheet.scale, sheet.geometry, picture().corner};
    onto.fillRect(QRect(QPoint(), sheet.size), theme.window);
    QFont strong(q->font());
    strong.setWeight(QFont::DemiBold);
    onto.setFont(strong);
    onto.setPen(theme.text);
    onto.drawText(QRect(sheetMargin, 8, width, 20), Qt::AlignVCenter, safe(title()));
    onto.setFont(q->font());
    onto.setPen(theme.mutedText);
    onto.drawText(QRect(sheetMargin, 28, width, 20), Qt::AlignVCenter, safe(verdict()));
    onto.translate(sheetMargin, titleHeight);
    with.paintStill(onto, QRect(QPoint(), sheet.geometry.size), all);
    with.paintMoving(onto, QRect(QPoint(), sheet.geometry.size), all, 0);
}

QImage GanttView::picture(qreal scale) const
{
    GanttPainter painter(Theme::of(palette()), font(), scale, GanttPainter::Medium::File);
    const Private::Sheet sheet = d->sheet(painter);
    QImage image((QSizeF(sheet.size) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter onto(&image);
    d->paintSheet(onto, painter, sheet);
    return image;
}

QByteArray GanttView::drawing() const
{
    GanttPainter painter(Theme::light(), font(), 1, GanttPainter::Medium::File);
    const Private::Sheet sheet = d->sheet(painter);
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(logicalDpiY()); // texts as wide as they were measured
    generator.setSize(sheet.size);
    generator.setViewBox(QRect(QPoint(), sheet.size));
    generator.setTitle(Sanitise::forMarkup(safe(d->title())));
    generator.setDescription(Sanitise::forMarkup(safe(d->description())));
    {
        QPainter onto(&generator);
        d->paintSheet(onto, painter, sheet);
    }
    QByteArray svg = buffer.data();
    return svg.replace(svg.indexOf("<svg "), 5, "<svg role=\"img\" ");
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

QString GanttView::Private::verdict() const
{
    const AttemptState *attempt = state.lastAttempt();
    if (!attempt)
        return {};
    return attempt->verdict ? Words::verdict(*attempt->verdict)
                            : Words::attemptSummary(*attempt, state);
}

QString GanttView::Private::description() const
{
    constexpr qsizetype most = 200; // beyond, a description is no help any more
    QStringList said{verdict()};
    for (qsizetype i = 0; i < std::min(most, layout.rowCount()); ++i)
        said.append(TimelineText::rowPhrase(layout.row(i)));
    return said.join(QStringLiteral("; "));
}
