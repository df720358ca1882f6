#include "ui/widgets/quiettreeview.h"

#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QPainter>

namespace {

constexpr int s_titleMargin = 8;

class QuietHeader final : public QHeaderView
{
public:
    explicit QuietHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        setHighlightSections(false);
        setSectionsClickable(false);
    }

protected:
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override
    {
        const QString title = model()->headerData(section, Qt::Horizontal).toString();
        return {fontMetrics().horizontalAdvance(title) + 2 * s_titleMargin + 2,
            std::max(24, fontMetrics().height() + 8)};
    }

    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Theme &theme = Theme::of(palette());
        painter->fillRect(rect, theme.surface);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.hairline);
        const QVariant alignment =
            model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
        const QRect area = rect.adjusted(s_titleMargin, 0, -s_titleMargin, 0);
        painter->setPen(theme.mutedText);
        painter->drawText(area,
            alignment.isValid() ? alignment.toInt() : int(defaultAlignment()),
            fontMetrics().elidedText(model()->headerData(section, Qt::Horizontal).toString(),
                Qt::ElideRight,
                area.width()));
    }

    void paintEvent(QPaintEvent *event) override
    {
        QHeaderView::paintEvent(event);
        // Right of the last section Fusion would draw a raised bar.
        QPainter painter(viewport());
        const Theme &theme = Theme::of(palette());
        const QRect rest(
            length() - offset(), 0, viewport()->width() - length() + offset(), height());
        painter.fillRect(rest, theme.surface);
        painter.fillRect(QRect(rest.left(), height() - 1, rest.width(), 1), theme.hairline);
    }
};

} // namespace

QuietTreeView::QuietTreeView(QWidget *parent)
    : QTreeView(parent)
{
    setHeader(new QuietHeader(this));
}

void QuietTreeView::drawRow(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(palette());
    QStyleOptionViewItem quiet = option;
    quiet.palette.setColor(QPalette::Highlight, theme.selection);
    quiet.palette.setColor(QPalette::HighlightedText, theme.text);
    QTreeView::drawRow(painter, quiet, index);
}
