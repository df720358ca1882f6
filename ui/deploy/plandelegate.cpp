#include "ui/deploy/plandelegate.h"

#include "models/planmodel.h"
#include "ui/widgets/theme.h"

#include <QPainter>

QSize PlanDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 40,
        std::max(24, option.fontMetrics.height() + 8)};
}

void PlanDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.selection);
    if (index.data(PlanModel::PhaseStartRole).toBool() && index.row() > 0) {
        painter->setPen(theme.grid);
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
    QRect area = option.rect.adjusted(8, 0, -8, 0);
    const bool skipped = index.data(PlanModel::SkippedRole).toBool();
    const bool writes = index.data(PlanModel::WritesRole).toBool();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.column() == int(PlanModel::Column::Writes) && writes) {
        // A filled square: this step changes something.
        painter->fillRect(QRectF(area.left(), area.center().y() - 3, 8, 8), theme.accent);
    }
    if (index.column() == int(PlanModel::Column::Step)
        && index.data(PlanModel::OfMachineRole).toBool())
        area.setLeft(area.left() + 16);
    if (index.column() == int(PlanModel::Column::Writes))
        area.setLeft(area.left() + 16);
    const bool destroys = index.data(PlanModel::DestroysRole).toBool();
    painter->setPen(skipped ? theme.mutedText
            : destroys      ? theme.status(Status::Failed)
                            : theme.text);
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    painter->drawText(area,
        alignment.toInt(),
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(theme.accent);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
}
