#include "ui/shell/commandpalette.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, std::max(28, option.fontMetrics.height() + 12)};
    }

    void paint(QPainter *painter,
        const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, selected ? theme.selection : theme.surface);
        if (selected)
            painter->fillRect(
                QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme.accent);
        const QRect area = option.rect.adjusted(16, 0, -16, 0);
        const QString keys = index.data(CommandsModel::ShortcutRole).toString();
        painter->setPen(theme.mutedText);
        painter->drawText(area, int(Qt::AlignRight | Qt::AlignVCenter), keys);
        paintText(painter,
            area.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(keys) - 16, 0),
            option,
            index,
            theme);
    }

private:
    // Letters that matched are drawn strong.
    static void paintText(QPainter *painter,
        const QRect &area,
        const QStyleOptionViewItem &option,
        const QModelIndex &index,
        const Theme &theme)
    {
        const QString text = index.data().toString();
        const auto matched = index.data(CommandsModel::MatchRole).value<QList<int>>();
        QFont strong = option.font;
        strong.setBold(true);
        int x = area.left();
        for (int at = 0; at < int(text.size());) {
            const bool hit = matched.contains(at);
            int end = at;
            while (end < int(text.size()) && matched.contains(end) == hit)
                ++end;
            const QString run = text.mid(at, end - at);
            painter->setFont(hit ? strong : option.font);
            painter->setPen(hit ? theme.accent : theme.text);
            painter->drawText(QRect(x, area.top(), area.right() - x, area.height()),
                int(Qt::AlignLeft | Qt::AlignVCenter),
                run);
            x += QFontMetrics(painter->font()).horizontalAdvance(run);
            at = end;
        }
        painter->setFont(option.font);
    }
};

} // namespace

CommandPalette::CommandPalette(
    QLineEdit *field, std::function<QList<CommandsModel::Command>()> commands, QWidget *window)
    : QFrame(window)
    , m_field(field)
    , m_commands(std::move(commands))
    , m_model(new CommandsModel(this))
    , m_list(new QListView)
{
    setObjectName(u"palette"_s);
    m_list->setObjectName(u"palette.list"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keyboard
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_list);
    hide();

    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_field->hasFocus())
            return;
        m_model->setPattern(text);
        if (isHidden())
            open();
        selectFirst();
        place();
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (now == m_field && before)
            m_focusBefore = before;
    });
}

void CommandPalette::open()
{
    m_model->setCommands(m_commands());
    m_model->setPattern(m_field->text());
    m_list->setAccessibleName(m_field->accessibleName());
    place();
    show();
    raise();
    selectFirst();
    if (!m_field->hasFocus())
        m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    if (isHidden())
        return;
    hide();
    m_field->clear();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::FocusIn:
        open();
        break;
    case QEvent::FocusOut:
        close();
        break;
    case QEvent::KeyPress:
        if (keyPressed(static_cast<QKeyEvent *>(event)->key()))
            return true;
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(palette());
    painter.fillRect(rect(), theme.surface);
    painter.setPen(theme.hairline);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool CommandPalette::keyPressed(int key)
{
    const int row = m_list->currentIndex().row();
    const int count = m_model->rowCount();
    switch (key) {
    case Qt::Key_Down:
        m_list->setCurrentIndex(m_model->index(std::min(row + 1, count - 1)));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentIndex(m_model->index(std::max(row - 1, 0)));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Escape: {
        QWidget *back = m_focusBefore;
        close();
        if (back)
            back->setFocus(Qt::OtherFocusReason);
        else
            m_field->clearFocus();
        return true;
    }
    default:
        return false;
    }
}

void CommandPalette::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString id = index.data(Roles::Id).toString();
    QWidget *back = m_focusBefore;
    close();
    if (back)
        back->setFocus(Qt::OtherFocusReason);
    else
        m_field->clearFocus();
    Q_EMIT chosen(id); // may move the focus on
}

void CommandPalette::place()
{
    const QPoint corner = m_field->mapTo(parentWidget(), QPoint(0, m_field->height() + 2));
    const int rowHeight = std::max(28, fontMetrics().height() + 12);
    const int rows = std::clamp(m_model->rowCount(), 1, 12);
    const int room = parentWidget()->height() - corner.y() - 16;
    setGeometry(corner.x(), corner.y(), m_field->width(), std::min(rows * rowHeight + 2, room));
}

void CommandPalette::selectFirst()
{
    m_list->setCurrentIndex(m_model->index(0));
}
