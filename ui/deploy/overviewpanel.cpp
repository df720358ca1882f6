#include "ui/deploy/overviewpanel.h"

#include "models/machinesmodel.h"
#include "models/words.h"
#include "ui/widgets/quiettreeview.h"
#include "ui/widgets/statepages.h"
#include "ui/widgets/statuscolumndelegate.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

OverviewPanel::OverviewPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new MachinesModel(this))
    , m_view(new QuietTreeView)
    , m_pages(new StatePages(u"overview"_s, m_view))
{
    setObjectName(u"overview"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_view->setObjectName(u"overview.machines"_s);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    auto *delegate = new StatusColumnDelegate(int(MachinesModel::Column::State), m_view);
    delegate->setIdColumn(int(MachinesModel::Column::Machine));
    m_view->setItemDelegate(delegate);
    // The image gives way, in its middle: it never makes the rest scroll.
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(int(MachinesModel::Column::Image), QHeaderView::Stretch);
    m_view->header()->setStretchLastSection(false);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *copy = new QShortcut(QKeySequence::Copy, m_view);
    copy->setContext(Qt::WidgetShortcut);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 0); // with the cells' own: on the header's line
    column->addWidget(m_pages);
    retranslate();
    connect(copy, &QShortcut::activated, this, &OverviewPanel::copyId);
    connect(m_pages, &StatePages::retryRequested, this, &OverviewPanel::retryRequested);
}

void OverviewPanel::setApp(const std::optional<FleetApp> &app)
{
    m_app = app;
    m_model->setRows(app ? app->machines : QList<Machine>());
    fitColumns();
    showState();
}

void OverviewPanel::select(const MachineId &machine)
{
    const QModelIndexList found =
        m_model->match(m_model->index(0, 0), Roles::Id, machine.value, 1, Qt::MatchExactly);
    if (!found.isEmpty())
        m_view->setCurrentIndex(found.first());
    m_view->setFocus(Qt::OtherFocusReason);
}

void OverviewPanel::setNow(const QDateTime &now)
{
    // The machines tell the platform's times; our clock may be hours off.
    m_model->setNow(m_app ? now.addMSecs(m_app->platformAhead.count()) : now);
}

void OverviewPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OverviewPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

// In a narrow window the least telling columns give way: nothing scrolls sideways.
void OverviewPanel::fitColumns()
{
    using Column = MachinesModel::Column;
    constexpr int imageRoom = 100;
    const QHeaderView *header = m_view->header();
    const auto widthOf = [this, header](int column) {
        const QAbstractItemView *view = m_view; // where it is public
        return std::max(view->sizeHintForColumn(column), header->sectionSizeHint(column));
    };
    int needed = imageRoom;
    for (int column = 0; column < int(Column::Count); ++column)
        needed += column == int(Column::Image) ? 0 : widthOf(column);
    for (const Column column : {Column::Size, Column::Group, Column::Release}) {
        const bool gives = needed > m_view->viewport()->width();
        m_view->setColumnHidden(int(column), gives);
        needed -= gives ? widthOf(int(column)) : 0;
    }
}

void OverviewPanel::retranslate()
{
    m_view->setAccessibleName(tr("Machines of the app"));
    m_view->setToolTip(tr("Ctrl+C copies the machine's id"));
    m_model->retranslate();
    fitColumns();
    showState();
}

void OverviewPanel::showState()
{
    if (!m_app)
        return m_pages->showLoading(tr("Looking at the machines…"));
    if (!m_app->machines.isEmpty())
        return m_pages->showData();
    if (m_app->error)
        return m_pages->showError(*m_app->error, Words::watchedError(*m_app->error));
    m_pages->showEmpty(tr("This app has no machines."),
        tr("Machines appear here when something is deployed to it."));
}

void OverviewPanel::copyId() const
{
    const QModelIndex index = m_view->currentIndex();
    if (index.isValid())
        QGuiApplication::clipboard()->setText(index.data(Roles::Id).toString());
}
