#include "ui/deploy/gantttexts.h"

#include "core/sanitise.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace {

constexpr qsizetype most = 3'000; // elapsed times come and go: old ones are dropped together
constexpr double smaller = 0.9;

QFont sized(const QFont &font, double factor)
{
    QFont result(font);
    if (font.pixelSize() > 0)
        result.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * factor)));
    else
        result.setPointSizeF(font.pointSizeF() * factor);
    return result;
}

} // namespace

GanttTexts::GanttTexts(const QFont &font, bool guarded)
    : m_guarded(guarded)
{
    face(Kind::Plain).font = font;
    face(Kind::Small).font = sized(font, smaller);
    face(Kind::Strong).font = font;
    face(Kind::Strong).font.setWeight(QFont::DemiBold);
    for (Face &face : m_faces) {
        const QFontMetricsF metrics(face.font);
        face.ascent = metrics.ascent();
        face.descent = metrics.descent();
    }
}

QString GanttTexts::written(const QString &text) const
{
    return m_guarded ? Sanitise::line(Redact::text(text)) : text;
}

const GanttTexts::Shaped &GanttTexts::shaped(Face &face, const QString &text)
{
    auto known = face.shaped.find(text);
    if (known == face.shaped.end()) {
        if (face.shaped.size() >= most)
            face.shaped.clear();
        Shaped made;
        made.text.setTextFormat(Qt::PlainText);
        made.text.setPerformanceHint(QStaticText::AggressiveCaching);
        made.text.setText(written(text));
        made.text.prepare({}, face.font);
        made.width = QFontMetricsF(face.font).horizontalAdvance(made.text.text());
        known = face.shaped.insert(text, made);
    }
    return *known;
}

double GanttTexts::width(Kind kind, const QString &text)
{
    return text.isEmpty() ? 0 : shaped(face(kind), text).width;
}

void GanttTexts::paint(QPainter &painter, Kind kind, double x, double middle, const QString &text)
{
    Face &used = face(kind);
    const double baseline = std::round(middle + (used.ascent - used.descent) / 2);
    painter.setFont(used.font);
    painter.drawStaticText(QPointF(x, baseline - used.ascent), shaped(used, text).text);
}

void GanttTexts::paintElided(
    QPainter &painter, Kind kind, double x, double middle, const QString &text, double room)
{
    if (width(kind, text) <= room)
        paint(painter, kind, x, middle, text);
    else
        paint(painter,
            kind,
            x,
            middle,
            QFontMetricsF(face(kind).font).elidedText(written(text), Qt::ElideRight, room));
}
