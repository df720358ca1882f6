#pragma once

#include <QRect>

// Where the parts of the chart are, in pixels of the viewport. An 8-pixel grid, 4 inside rows.
struct GanttGeometry
{
    static constexpr int RowHeight = 24;
    static constexpr int BarHeight = 16;
    static constexpr int BarTop = 4; // inside the row
    static constexpr int AxisHeight = 32;
    static constexpr double TextGap = 6; // between a bar and its words
    static constexpr double NarrowestText = 24; // in less room none is drawn
    static constexpr int SkippedLength = 32; // of the thin line of what was skipped

    QSize size; // of all
    int nameWidth = 200;
    int scrollY = 0;

    [[nodiscard]] QRect axis() const
    {
        return {nameWidth, 0, size.width() - nameWidth, AxisHeight};
    }
    [[nodiscard]] QRect names() const
    {
        return {0, AxisHeight, nameWidth, size.height() - AxisHeight};
    }
    [[nodiscard]] QRect plot() const
    {
        return {nameWidth, AxisHeight, size.width() - nameWidth, size.height() - AxisHeight};
    }
    [[nodiscard]] int rowTop(qsizetype row) const
    {
        return AxisHeight + static_cast<int>(row) * RowHeight - scrollY;
    }
    [[nodiscard]] int rowAt(int y) const // may be beyond the last
    {
        return y < AxisHeight ? -1 : (y - AxisHeight + scrollY) / RowHeight;
    }
    [[nodiscard]] QRect rowRect(qsizetype row) const
    {
        return {0, rowTop(row), size.width(), RowHeight};
    }
    bool operator==(const GanttGeometry &) const = default;
};
