#pragma once

#include <QStyledItemDelegate>

// Two bars, the first deployment above the second, in the model's last column; waiting is drawn
// apart from work, as in the chart.
class ComparisonDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter,
        const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
};
