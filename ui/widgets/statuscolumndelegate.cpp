#include "ui/widgets/statuscolumndelegate.h"

#include "models/roles.h"
#include "models/words.h"
#include "ui/widgets/rowstate.h"
#include "ui/widgets/statusshapes.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace {
constexpr int s_cellMargin = 8;
constexpr int s_mark = 12;
} // namespace

StatusColumnDelegate::StatusColumnDelegate(int statusColumn, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_statusColumn(statusColumn)
{
}

void StatusColumnDelegate::initStyleOption(
    QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == m_idColumn) {
        option->font = Theme::monospaceFont(option->font);
        option->fontMetrics = QFontMetrics(option->font);
    }
}

QSize StatusColumnDelegate::sizeHint(
    const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QString text = index.data().toString();
    const int mark = index.column() == m_statusColumn ? s_mark + s_cellMargin : 0;
    return {option.fontMetrics.horizontalAdvance(text) + 2 * s_cellMargin + mark + 4,
        std::max(24, option.fontMetrics.height() + 8)};
}

void StatusColumnDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const Theme &theme = Theme::of(option.palette);
    paintRowState(painter, option);
    QRect area = option.rect.adjusted(s_cellMargin, 0, -s_cellMargin, 0);
    const auto status = static_cast<Status>(index.data(Roles::Status).toInt());
    if (index.column() == m_statusColumn) {
        StatusShapes::paint(painter,
            QRectF(area.left(), area.center().y() - s_mark / 2 + 1, s_mark, s_mark),
            status,
            theme);
        area.setLeft(area.left() + s_mark + s_cellMargin);
    }
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    painter->setFont(option.font);
    painter->setPen(status == Status::Skipped ? theme.mutedText : theme.text);
    painter->drawText(area,
        alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter),
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(theme.accent);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
}
