#include "models/timelinerow.h"

#include <algorithm>

qsizetype TimelineRow::firstReaching(qint64 time) const
{
    const auto found = std::upper_bound(reach.cbegin(), reach.cend(), time);
    return std::distance(reach.cbegin(), found);
}

qsizetype TimelineRow::firstStartingAfter(qint64 time) const
{
    const auto found =
        std::upper_bound(bars.cbegin(), bars.cend(), time, [](qint64 at, const TimelineBar &bar) {
            return at < bar.start;
        });
    return std::distance(bars.cbegin(), found);
}

qsizetype TimelineRow::indexOf(SpanId span, qint64 start) const
{
    auto found =
        std::lower_bound(bars.cbegin(), bars.cend(), start, [](const TimelineBar &bar, qint64 at) {
            return bar.start < at;
        });
    while (found != bars.cend() && found->start == start && found->span != span)
        ++found;
    return found != bars.cend() && found->span == span && found->start == start
        ? std::distance(bars.cbegin(), found)
        : -1;
}
