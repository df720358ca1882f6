#pragma once

#include "types/deployevent.h"

#include <QAccessibleWidget>
#include <QHash>

class GanttView;

// The timeline for screen readers: rows, and in each row its steps, every one a full phrase
// ("machine 148e…, grace, 30 s, succeeded"). Children are made when asked for and live as long as
// this.
class GanttAccessible final : public QAccessibleWidget
{
public:
    explicit GanttAccessible(GanttView *view);
    ~GanttAccessible() override;

    static void install(); // once per program; more does nothing
    static void rowsChanged(GanttView *view);
    static void focusMoved(GanttView *view, SpanId span);

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    [[nodiscard]] QString text(QAccessible::Text type) const override;

    // For the children.
    [[nodiscard]] GanttView *view() const;
    [[nodiscard]] QAccessibleInterface *row(int index) const;
    [[nodiscard]] QAccessibleInterface *cell(SpanId span) const;
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] QString rowText(int row) const;
    [[nodiscard]] QRect rowRect(int row) const; // on the screen
    [[nodiscard]] QAccessible::State rowState(int row) const;
    [[nodiscard]] QList<SpanId> spansOf(int row) const;
    [[nodiscard]] int rowOf(SpanId span) const; // -1: folded away or gone
    [[nodiscard]] QString spanText(SpanId span) const;
    [[nodiscard]] QString spanHelp(SpanId span) const;
    [[nodiscard]] QRect spanRect(SpanId span) const; // on the screen

private:
    mutable QHash<int, QAccessible::Id> m_rows;
    mutable QHash<SpanId, QAccessible::Id> m_cells;
};
