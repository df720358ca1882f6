#include "ui/deploy/deploymentsdelegate.h"

#include "models/deploymentsmodel.h"
#include "models/words.h"
#include "ui/widgets/rowstate.h"
#include "ui/widgets/statusshapes.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace {

QString textOf(const QModelIndex &index, DeploymentsModel::Column column)
{
    return index.siblingAtColumn(int(column)).data().toString();
}

void paintPair(QPainter *painter,
    const QRect &area,
    const QString &left,
    const QString &right,
    const QColor &leftColor,
    const QColor &rightColor)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int rightWidth = metrics.horizontalAdvance(right);
    painter->setPen(rightColor);
    painter->drawText(area, int(Qt::AlignRight | Qt::AlignVCenter), right);
    const QRect rest = area.adjusted(0, 0, -rightWidth - 8, 0);
    painter->setPen(leftColor);
    painter->drawText(rest,
        int(Qt::AlignLeft | Qt::AlignVCenter),
        metrics.elidedText(left, Qt::ElideRight, rest.width()));
}

} // namespace

QSize DeploymentsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, std::max(40, option.fontMetrics.height() * 2 + 12)};
}

void DeploymentsDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    paintRowState(painter, option);
    paintRowFocus(painter, option);
    const auto status = static_cast<Status>(index.data(Roles::Status).toInt());
    const int lineHeight = option.fontMetrics.height();
    const QRect area = option.rect.adjusted(36, 6, -12, -6);
    const QRect upper(area.left(), area.top(), area.width(), lineHeight);
    const QRect lower(area.left(), area.bottom() - lineHeight + 1, area.width(), lineHeight);
    const QRectF mark(option.rect.left() + 16, upper.center().y() - 5.5, 12, 12);
    StatusShapes::paint(painter, mark, status, theme);
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    const QString number = textOf(index, DeploymentsModel::Column::Number);
    const QString kind = index.data(DeploymentsModel::KindTextRole).toString();
    painter->setPen(theme.text);
    painter->drawText(upper, int(Qt::AlignLeft | Qt::AlignVCenter), number);
    const int numberWidth = painter->fontMetrics().horizontalAdvance(number);
    painter->setFont(option.font);
    paintPair(painter,
        upper.adjusted(numberWidth + 8, 0, 0, 0),
        kind,
        textOf(index, DeploymentsModel::Column::Started),
        theme.text,
        theme.mutedText);
    const bool loud = status == Status::Failed || status == Status::Warning;
    paintPair(painter,
        lower,
        textOf(index, DeploymentsModel::Column::Outcome),
        textOf(index, DeploymentsModel::Column::Duration),
        loud ? theme.status(status) : theme.mutedText,
        theme.text);
}
