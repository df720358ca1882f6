#include "ui/deploy/comparisondelegate.h"

#include "models/comparisonmodel.h"
#include "models/words.h"
#include "ui/widgets/rowstate.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace {

constexpr int rowHeight = 32;
constexpr int barHeight = 8;
constexpr int margin = 8;

void paintPair(
    QPainter *painter, const QRectF &area, double worked, double waited, const QColor &color)
{
    QRectF bar(area.left(), area.top(), area.width() * worked, barHeight);
    if (worked > 0 && bar.width() < 2)
        bar.setWidth(2); // what took time can always be seen
    painter->fillRect(bar, color);
    if (waited <= 0)
        return;
    const QRectF wait(bar.right() + 1, area.top() + 0.5, area.width() * waited, barHeight - 1);
    QPen pen(color, 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({2, 2});
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(wait);
}

} // namespace

QSize ComparisonDelegate::sizeHint(
    const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int text = option.fontMetrics.horizontalAdvance(index.data().toString()) + 3 * margin;
    return {text, std::max(rowHeight, option.fontMetrics.height() + margin)};
}

void ComparisonDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    paintRowState(painter, option);
    const QRect area = option.rect.adjusted(margin, 0, -margin, 0);
    if (index.column() == int(ComparisonModel::Column::Bars)) {
        const auto share = [&index](int role) { return index.data(role).toDouble(); };
        const double top = option.rect.center().y() - barHeight - 0.5;
        const QRectF first(area.left(), top, area.width(), barHeight);
        paintPair(painter,
            first,
            share(ComparisonModel::FirstWorkedRole),
            share(ComparisonModel::FirstWaitedRole),
            theme.status(Status::Waiting));
        paintPair(painter,
            first.translated(0, barHeight + 2),
            share(ComparisonModel::SecondWorkedRole),
            share(ComparisonModel::SecondWaitedRole),
            theme.accent);
    } else {
        const bool strong = !index.parent().isValid() && index.column() == 0;
        QFont font = option.font;
        font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(
            index.column() == int(ComparisonModel::Column::Remark) ? theme.mutedText : theme.text);
        const QVariant alignment = index.data(Qt::TextAlignmentRole);
        painter->drawText(area,
            alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter),
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(theme.accent);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
}
