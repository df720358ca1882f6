#include "ui/servers/serverbody.h"

#include "models/rowsmodel.h"
#include "models/serverrows.h"
#include "models/wordsservers.h"
#include "ui/widgets/quiettreeview.h"
#include "ui/widgets/statepages.h"
#include "ui/widgets/statuscolumndelegate.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
QTreeView *rowsView(const QString &name, RowsModel *model, int statusColumn)
{
    auto *view = new QuietTreeView;
    view->setObjectName(name);
    view->setModel(model);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabKeyNavigation(false);
    view->setItemDelegate(new StatusColumnDelegate(statusColumn, view));
    view->header()->setStretchLastSection(false);
    auto *copy = new QShortcut(QKeySequence::Copy, view);
    copy->setContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QShortcut::activated, view, [view] {
        if (view->currentIndex().isValid())
            QGuiApplication::clipboard()->setText(
                view->currentIndex().siblingAtColumn(0).data(Roles::Raw).toString());
    });
    return view;
}
} // namespace

ServerBody::ServerBody(QWidget *parent)
    : QWidget(parent)
    , m_now(QDateTime::currentDateTimeUtc())
    , m_facts(new RowsModel(this))
    , m_factsView(rowsView(u"place.factsList"_s, m_facts, 0))
    , m_tableTitle(new QLabel)
    , m_table(new RowsModel(this))
    , m_tableView(rowsView(u"place.table"_s, m_table, 1))
{
    build();
    connect(m_pages, &StatePages::retryRequested, this, &ServerBody::connectRequested);
    connect(m_tableView, &QTreeView::activated, this, &ServerBody::openRow);
}

void ServerBody::build()
{
    m_factsView->header()->hide();
    m_factsView->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_factsView->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QFont small = font();
    small.setWeight(QFont::DemiBold);
    m_tableTitle->setFont(small);
    m_tableTitle->setBuddy(m_tableView);
    m_tableTitle->setContentsMargins(8, 12, 8, 4);
    m_tablePages = new StatePages(u"place.tablePages"_s, m_tableView);
    m_tableView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto *inner = new QVBoxLayout(body);
    inner->setContentsMargins(8, 8, 8, 0);
    inner->setSpacing(0);
    inner->addWidget(m_factsView);
    inner->addWidget(m_tableTitle);
    inner->addWidget(m_tablePages, 1);
    m_pages = new StatePages(u"place.pages"_s, body);
    m_pages->setObjectName(u"place.pages"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pages);
}

ServerPlace ServerBody::place() const
{
    return m_server ? ServerPlace{m_server->server.id, m_stack} : ServerPlace();
}

void ServerBody::setPlace(const FleetServer &server, const QString &stack)
{
    const ServerPlace before = place();
    m_server = server;
    m_stack = stack;
    if (place() != before)
        m_table->setRows({}); // of something else
    showPlace();
}

void ServerBody::setNow(const QDateTime &now)
{
    m_now = now;
    if (m_server && m_server->facts && isVisible())
        showPlace(); // ages of backups and starts
}

void ServerBody::focusTable()
{
    if (!m_tableView->currentIndex().isValid())
        m_tableView->setCurrentIndex(m_table->index(0, 0));
    m_tableView->setFocus(Qt::ShortcutFocusReason);
}

void ServerBody::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_server)
        showPlace();
    QWidget::changeEvent(event);
}

void ServerBody::showPlace()
{
    const bool ofStack = !m_stack.isEmpty();
    m_factsView->setAccessibleName(ofStack ? tr("Facts of the stack") : tr("Facts of the server"));
    m_tableTitle->setText(ofStack ? tr("Services") : tr("Stacks"));
    m_tableView->setAccessibleName(
        ofStack ? tr("Services of the stack") : tr("Stacks of the server"));
    m_tableView->setToolTip(
        ofStack ? tr("Ctrl+C copies the name of the container") : tr("Enter opens the stack"));
    if (!m_server->facts) {
        if (m_server->connecting)
            m_pages->showLoading(tr("Connecting to %1…").arg(m_server->server.name));
        else if (m_server->error)
            m_pages->showError(*m_server->error, WordsServers::trouble(*m_server));
        else
            m_pages->showLoading(tr("Looking at the server…"));
        return;
    }
    if (!ofStack) {
        showServerRows();
    } else if (const StackFacts *stack = m_server->stack(m_stack)) {
        showStackRows(*stack);
    } else {
        return m_pages->showEmpty(tr("This stack is not on the server any more."),
            tr("It was removed there, or its folder is not looked at."));
    }
    fitFacts();
    m_pages->showData();
}

void ServerBody::showServerRows()
{
    m_facts->setRows(ServerRows::facts(*m_server->facts, m_now));
    const QStringList headers = ServerRows::stackHeaders();
    setColumns(headers, int(headers.size()) - 1);
    m_table->setRows(ServerRows::stacks(*m_server->facts));
    if (m_table->rowCount() > 0)
        return m_tablePages->showData();
    m_tablePages->showEmpty(tr("No stack was found on this server."),
        tr("Those that docker compose has started appear here by themselves. One of which nothing "
           "runs is found by its folder: “Edit the server…” takes it."));
}

void ServerBody::showStackRows(const StackFacts &stack)
{
    using Column = ServerRows::ServiceColumn;
    m_facts->setRows(ServerRows::stackFacts(stack));
    setColumns(ServerRows::serviceHeaders(), int(Column::Image));
    m_table->setRows(ServerRows::services(stack, m_now));
    if (m_table->rowCount() > 0)
        return m_tablePages->showData();
    m_tablePages->showEmpty(
        tr("Nothing of this stack runs."), tr("Only its folder is there, with its compose files."));
}

void ServerBody::setColumns(const QStringList &headers, int stretched)
{
    const bool others = m_table->columnCount() != headers.size();
    m_table->setHeaders(headers);
    if (!others)
        return;
    m_tableView->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tableView->header()->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

// All of them are in sight: the table below scrolls.
void ServerBody::fitFacts()
{
    const int row = m_facts->rowCount() > 0 ? m_factsView->sizeHintForRow(0) : 0;
    m_factsView->setFixedHeight(row * m_facts->rowCount() + 2);
}

void ServerBody::openRow()
{
    if (!m_stack.isEmpty() || !m_tableView->currentIndex().isValid())
        return;
    Q_EMIT stackChosen(
        {m_server->server.id, m_tableView->currentIndex().data(Roles::Id).toString()});
}
