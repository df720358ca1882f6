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
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setStretchLastSection(true);
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
    showState();
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

void OverviewPanel::retranslate()
{
    m_view->setAccessibleName(tr("Machines of the app"));
    m_view->setToolTip(tr("Ctrl+C copies the machine's id"));
    m_model->retranslate();
    showState();
}

void OverviewPanel::showState()
{
    if (!m_app)
        return m_pages->showLoading(tr("Looking at the machines…"));
    if (!m_app->machines.isEmpty())
        return m_pages->showData();
    if (m_app->error)
        return m_pages->showError(*m_app->error, Words::error(*m_app->error));
    m_pages->showEmpty(tr("This app has no machines."),
        tr("Machines appear here when something is deployed to it."));
}

void OverviewPanel::copyId() const
{
    const QModelIndex index = m_view->currentIndex();
    if (index.isValid())
        QGuiApplication::clipboard()->setText(index.data(Roles::Id).toString());
}
