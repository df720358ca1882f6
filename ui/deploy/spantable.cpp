#include "ui/deploy/spantable.h"

#include "models/spantablemodel.h"
#include "models/words.h"
#include "ui/widgets/statusshapes.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace {

// Colour and shape are the window's matter; the model gives the meaning.
class OutcomeDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto status = static_cast<Status>(index.data(Roles::Status).toInt());
        const bool selected = option->state & QStyle::State_Selected;
        const QPalette::ColorGroup group =
            option->state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
        option->icon = selected
            ? StatusShapes::icon(status, option->palette.color(group, QPalette::HighlightedText))
            : StatusShapes::icon(status, Theme::of(option->palette));
        option->decorationSize = QSize(12, 12);
        option->features |= QStyleOptionViewItem::HasDecoration;
        if (status == Status::Failed && !selected)
            option->palette.setColor(QPalette::Text, Theme::of(option->palette).status(status));
    }
};

} // namespace

SpanTable::SpanTable(QWidget *parent)
    : QWidget(parent)
    , m_view(new QTreeView(this))
    , m_model(new SpanTableModel(this))
{
    setObjectName(QStringLiteral("spanTable"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_view->setObjectName(QStringLiteral("spanTableView"));
    m_view->setModel(m_model);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setItemDelegateForColumn(
        static_cast<int>(SpanTableModel::Column::Outcome), new OutcomeDelegate(this));
    m_view->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_view->installEventFilter(this);
    setFocusProxy(m_view);
    retranslate();

    connect(m_view->selectionModel(),
        &QItemSelectionModel::currentChanged,
        this,
        [this](const QModelIndex &now) { emit selectedSpanChanged(m_model->spanAt(now)); });
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        emit spanActivated(m_model->spanAt(index));
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &under) {
        m_view->expand(under);
    });
}

void SpanTable::retranslate()
{
    m_view->setAccessibleName(tr("Steps of the deployment"));
    m_model->retranslate();
    fitColumns();
}

void SpanTable::fitColumns()
{
    for (int column = 0; column < static_cast<int>(SpanTableModel::Column::Reason); ++column)
        m_view->resizeColumnToContents(column);
}

void SpanTable::setState(const DeploymentState &state)
{
    const bool same = state.id == m_model->state().id;
    m_model->setState(state);
    m_view->setColumnHidden(
        static_cast<int>(SpanTableModel::Column::Attempt), state.attempts.size() < 2);
    if (same)
        return;
    m_view->expandAll();
    fitColumns();
}

void SpanTable::setNow(const QDateTime &now)
{
    m_model->setNow(now);
}

SpanId SpanTable::selectedSpan() const
{
    return m_model->spanAt(m_view->currentIndex());
}

void SpanTable::setSelectedSpan(SpanId span)
{
    if (span == selectedSpan())
        return;
    m_view->setCurrentIndex(m_model->indexOf(span));
}

// Without a current row the view would take the first one when it gets the focus: of the oldest
// attempt, which the chart then unfolds.
void SpanTable::chooseNewest()
{
    const AttemptState *last = m_model->state().lastAttempt();
    for (const SpanState &span : m_model->state().spans) {
        if (last && span.attempt == last->number)
            return setSelectedSpan(span.id);
    }
}

void SpanTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool SpanTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_T && key->modifiers() == Qt::NoModifier) {
            emit chartRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}
