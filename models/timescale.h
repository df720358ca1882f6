#pragma once

#include <QList>
#include <QString>

// Time along a chart: milliseconds since the start of what is shown <-> pixels from the left edge
// of the plot. Painting, hit test, tooltips and export use one of these. A value.
class TimeScale
{
public:
    struct Tick
    {
        qint64 time = 0;
        double x = 0;
        bool labelled = false;
        QString label;
        bool operator==(const Tick &) const = default;
    };

    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] double from() const { return m_from; }
    [[nodiscard]] double to() const { return m_to; }
    [[nodiscard]] double contentEnd() const { return m_contentEnd; }
    [[nodiscard]] double pixelsPerMs() const { return m_width / (m_to - m_from); }
    [[nodiscard]] double x(double time) const { return (time - m_from) * pixelsPerMs(); }
    [[nodiscard]] double time(double x) const { return m_from + x / pixelsPerMs(); }
    [[nodiscard]] bool isFitted() const;

    void setWidth(double pixels); // keeps the range
    // The content reaches from 0 to here; range and panning stay near it.
    void setContentEnd(double time);
    void setRange(double from, double to);
    void fit(); // all of the content, with a round end
    void zoomAbout(double x, double factor); // factor 2: twice as near; the time at x stays at x
    void panBy(double pixels); // positive: later times come into sight
    void reveal(double from, double to); // the least panning that shows it, its start first

    // Round steps, at least `labelDistance` pixels between labels; unlabelled ticks between them.
    [[nodiscard]] QList<Tick> ticks(double labelDistance) const;
    [[nodiscard]] static qint64 niceStep(double atLeast); // milliseconds
    [[nodiscard]] static double roundEnd(double end);

    bool operator==(const TimeScale &) const = default;

private:
    void clamp();

    double m_width = 100;
    double m_contentEnd = 60'000;
    double m_from = 0;
    double m_to = 60'000;
};
