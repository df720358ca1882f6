#include "ui/widgets/rowstate.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyleOptionViewItem>

void paintRowState(QPainter *painter, const QStyleOptionViewItem &option)
{
    const Theme &theme = Theme::of(option.palette);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.hover);
}

void paintRowFocus(QPainter *painter, const QStyleOptionViewItem &option)
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    painter->setPen(Theme::of(option.palette).accent);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
}
