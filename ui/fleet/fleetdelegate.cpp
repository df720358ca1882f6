#include "ui/fleet/fleetdelegate.h"

#include "models/fleetmodel.h"
#include "models/words.h"
#include "ui/widgets/rowstate.h"
#include "ui/widgets/statusshapes.h"
#include "ui/widgets/theme.h"

#include <QPainter>

QSize FleetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, std::max(24, option.fontMetrics.height() + 8)};
}

void FleetDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    paintRowState(painter, option);
    paintRowFocus(painter, option);
    const auto kind = static_cast<FleetModel::Kind>(index.data(FleetModel::KindRole).toInt());
    const auto status = static_cast<Status>(index.data(Roles::Status).toInt());
    QRect area = option.rect.adjusted(4, 0, -8, 0);
    const bool holds = kind == FleetModel::Kind::Account || kind == FleetModel::Kind::Servers
        || kind == FleetModel::Kind::Server; // others, and is told of when something is wrong
    const bool quiet = holds && status == Status::Succeeded;
    const bool stale = index.data(FleetModel::StaleRole).toBool();
    if (!quiet) {
        const QRectF mark(area.right() - 11, area.center().y() - 5, 12, 12);
        // What was true once is greyed; that an account cannot be reached is true now.
        if (stale && !holds)
            painter->setOpacity(0.5);
        StatusShapes::paint(painter, mark, status, theme);
        painter->setOpacity(1.0);
        area.setRight(area.right() - 18);
    }
    QFont font = option.font;
    if (kind == FleetModel::Kind::Account || kind == FleetModel::Kind::Servers)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const QFontMetrics metrics(font);
    const QString name = index.data().toString();
    const QString word = index.siblingAtColumn(int(FleetModel::Column::State)).data().toString();
    const int nameWidth = metrics.horizontalAdvance(name);
    const bool muted =
        kind == FleetModel::Kind::Machine || kind == FleetModel::Kind::Service || stale;
    painter->setPen(muted ? theme.mutedText : theme.text);
    painter->drawText(area,
        int(Qt::AlignLeft | Qt::AlignVCenter),
        metrics.elidedText(name, Qt::ElideRight, area.width()));
    area.setLeft(area.left() + nameWidth + 12);
    if (area.width() > metrics.averageCharWidth() * 4) {
        const bool old = stale && !holds;
        const bool calls = !old && (status == Status::Failed || status == Status::Warning);
        painter->setPen(calls ? theme.status(status) : theme.mutedText);
        painter->drawText(area,
            int(Qt::AlignRight | Qt::AlignVCenter),
            metrics.elidedText(word, Qt::ElideRight, area.width()));
    }
}
