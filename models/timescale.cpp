#include "models/timescale.h"

#include "models/format.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace {

constexpr double kShortestRange = 200; // milliseconds: below, the axis could not be labelled
constexpr double kShortestContent = 10'000;

struct TickStep
{
    qint64 length;
    int parts; // unlabelled ticks cut it into so many
};

constexpr std::array kSteps{
    TickStep{10, 2},
    TickStep{20, 2},
    TickStep{50, 5},
    TickStep{100, 2},
    TickStep{200, 2},
    TickStep{500, 5},
    TickStep{1'000, 2},
    TickStep{2'000, 2},
    TickStep{5'000, 5},
    TickStep{10'000, 2},
    TickStep{15'000, 3},
    TickStep{30'000, 3},
    TickStep{60'000, 4},
    TickStep{120'000, 2},
    TickStep{300'000, 5},
    TickStep{600'000, 2},
    TickStep{900'000, 3},
    TickStep{1'800'000, 3},
    TickStep{3'600'000, 4},
    TickStep{7'200'000, 2},
    TickStep{14'400'000, 4},
    TickStep{28'800'000, 4},
    TickStep{86'400'000, 4},
};

TickStep stepFor(double atLeast)
{
    for (const TickStep &step : kSteps) {
        if (static_cast<double>(step.length) >= atLeast)
            return step;
    }
    const auto days = static_cast<qint64>(std::ceil(atLeast / 86'400'000));
    return {days * 86'400'000, 1};
}

} // namespace

bool TimeScale::isFitted() const
{
    return m_from == 0 && m_to == roundEnd(m_contentEnd);
}

void TimeScale::setWidth(double pixels)
{
    m_width = std::max(1.0, pixels);
}

void TimeScale::setContentEnd(double time)
{
    m_contentEnd = std::max(kShortestContent, time);
}

void TimeScale::setRange(double from, double to)
{
    m_from = from;
    m_to = std::max(to, from + kShortestRange);
    clamp();
}

void TimeScale::fit()
{
    m_from = 0;
    m_to = roundEnd(m_contentEnd);
}

void TimeScale::zoomAbout(double x, double factor)
{
    const double anchor = time(x);
    const double longest = std::max(roundEnd(m_contentEnd), m_to - m_from);
    const double length = std::clamp((m_to - m_from) / factor, kShortestRange, longest);
    const double share = x / m_width;
    m_from = anchor - share * length;
    m_to = m_from + length;
    clamp();
}

void TimeScale::panBy(double pixels)
{
    const double distance = pixels / pixelsPerMs();
    m_from += distance;
    m_to += distance;
    clamp();
}

void TimeScale::reveal(double from, double to)
{
    const double margin = (m_to - m_from) * 0.04;
    double distance = 0;
    if (to > m_to)
        distance = to - m_to + margin;
    if (from < m_from + distance)
        distance = from - m_from - margin;
    m_from += distance;
    m_to += distance;
    clamp();
}

void TimeScale::clamp()
{
    const double length = m_to - m_from;
    const double last = std::max(roundEnd(m_contentEnd), length) - length;
    m_from = std::clamp(m_from, 0.0, last);
    m_to = m_from + length;
}

QList<TimeScale::Tick> TimeScale::ticks(double labelDistance) const
{
    const TickStep step = stepFor(labelDistance / pixelsPerMs());
    const qint64 part = step.length / step.parts;
    const auto first = static_cast<qint64>(std::ceil(m_from / static_cast<double>(part)));
    const auto last = static_cast<qint64>(std::floor(m_to / static_cast<double>(part)));
    QList<Tick> result;
    result.reserve(last - first + 1);
    for (qint64 i = first; i <= last; ++i) {
        const qint64 at = i * part;
        const bool labelled = at % step.length == 0;
        result.append({at,
            x(static_cast<double>(at)),
            labelled,
            labelled ? Format::axis(std::chrono::milliseconds(at)) : QString()});
    }
    return result;
}

qint64 TimeScale::niceStep(double atLeast)
{
    return stepFor(atLeast).length;
}

double TimeScale::roundEnd(double end)
{
    // A tenth of air at the right for the last bar's text; then up to a step, so that a deployment
    // that is followed does not change the scale at every event.
    const double wanted = std::max(kShortestContent, end) * 1.1;
    const auto step = static_cast<double>(niceStep(wanted / 16));
    return std::ceil(wanted / step) * step;
}
