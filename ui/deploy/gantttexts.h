#pragma once

#include <QFont>
#include <QHash>
#include <QStaticText>

#include <array>

class QPainter;

// The chart's texts, shaped once each: a frame holds some hundreds, and they hardly change.
class GanttTexts
{
public:
    enum class Kind
    {
        Plain,
        Small,
        Strong
    };

    // Guarded: texts are redacted and sanitised, as they must be where they leave the program.
    explicit GanttTexts(const QFont &font, bool guarded = false);

    [[nodiscard]] double width(Kind kind, const QString &text);
    // With its middle at `middle`, in the painter's pen.
    void paint(QPainter &painter, Kind kind, double x, double middle, const QString &text);
    // Shortened to `room` when it is longer.
    void paintElided(
        QPainter &painter, Kind kind, double x, double middle, const QString &text, double room);

private:
    struct Shaped
    {
        QStaticText text;
        double width = 0;
    };
    struct Face
    {
        QFont font;
        double ascent = 0;
        double descent = 0;
        QHash<QString, Shaped> shaped;
    };

    [[nodiscard]] QString written(const QString &text) const;
    [[nodiscard]] Face &face(Kind kind) { return m_faces.at(static_cast<size_t>(kind)); }
    const Shaped &shaped(Face &face, const QString &text);

    bool m_guarded;
    std::array<Face, 3> m_faces;
};
