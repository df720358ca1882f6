#include "ui/fleet/fleetpanel.h"

#include "models/fleetfilter.h"
#include "models/fleetmodel.h"
#include "models/format.h"
#include "models/words.h"
#include "ui/fleet/fleetdelegate.h"
#include "ui/fleet/fleetmenu.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/quiettreeview.h"
#include "ui/widgets/statepages.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

FleetPanel::FleetPanel(QWidget *parent)
    : QFrame(parent)
    , m_model(new FleetModel(this))
    , m_proxy(new FleetFilter(this))
    , m_title(new QLabel)
    , m_filter(new QLineEdit)
    , m_tree(new QuietTreeView)
    , m_age(new ElidedLabel)
    , m_now(QDateTime::currentDateTimeUtc())
{
    m_proxy->setSourceModel(m_model);
    build();
    retranslate();
    connect(m_filter, &QLineEdit::textChanged, this, &FleetPanel::filterChanged);
    connect(m_tree, &QTreeView::activated, this, &FleetPanel::choose);
    connect(m_tree, &QTreeView::clicked, this, &FleetPanel::choose);
    connect(m_pages, &StatePages::retryRequested, this, &FleetPanel::retryRequested);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, [this](const QPoint &at) {
        FleetMenu::open(m_tree, at);
    });
}

void FleetPanel::build()
{
    setObjectName(u"fleet"_s);
    setMinimumWidth(200);
    m_filter->setObjectName(u"fleet.filter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_age->setObjectName(u"fleet.age"_s);
    m_age->setMuted(true);
    m_tree->setObjectName(u"fleet.tree"_s);
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new FleetDelegate(m_tree));
    m_tree->header()->hide();
    m_tree->header()->setStretchLastSection(false);
    m_tree->setColumnHidden(int(FleetModel::Column::State), true); // painted in the first column
    m_tree->header()->setSectionResizeMode(int(FleetModel::Column::Name), QHeaderView::Stretch);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(16);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setMouseTracking(true);
    m_pages = new StatePages(u"fleet"_s, m_tree);

    QFont small = font();
    small.setWeight(QFont::DemiBold);
    small.setPointSizeF(small.pointSizeF() * 0.85);
    small.setCapitalization(QFont::AllUppercase);
    m_title->setFont(small);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_title->setBuddy(m_tree);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(16, 8, 8, 8);
    top->setSpacing(16);
    top->addWidget(m_title);
    top->addWidget(m_filter, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(16, 4, 8, 4);
    bottom->addWidget(m_age, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_pages, 1);
    column->addLayout(bottom);
}

void FleetPanel::setSnapshot(const FleetSnapshot &snapshot)
{
    m_arrived = true;
    m_model->setSnapshot(snapshot);
    expandNew();
    if (!m_selected.isEmpty() && !m_tree->currentIndex().isValid())
        select(m_selected);
    showState();
    showAge();
}

void FleetPanel::setNow(const QDateTime &now)
{
    m_now = now;
    m_model->setNow(now);
    showAge();
}

void FleetPanel::select(const AppName &app)
{
    m_selected = app;
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOfApp(app));
    if (!index.isValid())
        return;
    m_tree->expand(index);
    // A machine of the app may be the current row: then it stays.
    if (m_tree->currentIndex().data(FleetModel::AppRole).toString() != app.value)
        m_tree->setCurrentIndex(index);
}

void FleetPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void FleetPanel::focusTree()
{
    if (!m_tree->currentIndex().isValid())
        selectFirstHit();
    m_tree->setFocus(Qt::ShortcutFocusReason);
}

bool FleetPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress
        && filterKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QFrame::eventFilter(watched, event);
}

void FleetPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void FleetPanel::retranslate()
{
    m_title->setText(tr("Fleet"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the fleet"));
    m_filter->setToolTip(tr("Filter the fleet (Ctrl+Shift+F)"));
    m_tree->setAccessibleName(tr("Fleet: accounts, apps and machines"));
    m_model->retranslate();
    showState();
    showAge();
}

void FleetPanel::showState()
{
    const FleetSnapshot &snapshot = m_model->snapshot();
    if (!m_arrived)
        return m_pages->showLoading(tr("Looking for your apps…"));
    if (snapshot.accounts.isEmpty()) {
        return m_pages->showEmpty(tr("No account yet."),
            tr("Give Atalaya a Fly.io token, or start it with --sandbox to try it "
               "without an account."));
    }
    bool loading = false;
    const FleetAccount *failed = nullptr;
    for (const FleetAccount &account : snapshot.accounts) {
        if (!account.apps.isEmpty()) {
            if (m_proxy->isActive() && m_proxy->rowCount() == 0)
                return m_pages->showEmpty(
                    tr("Nothing matches the filter."), tr("Escape clears it."));
            return m_pages->showData();
        }
        loading = loading || account.loading;
        if (account.error)
            failed = &account;
    }
    if (failed)
        return m_pages->showError(*failed->error, Words::watchedError(*failed->error));
    if (loading)
        return m_pages->showLoading(tr("Looking for your apps…"));
    m_pages->showEmpty(tr("This account has no apps."), tr("Apps that you create appear here."));
}

void FleetPanel::showAge()
{
    // An account that cannot be reached says so in its row; it does not age the others.
    const QList<FleetAccount> &accounts = m_model->snapshot().accounts;
    const auto dead = int(std::ranges::count_if(
        accounts, [](const FleetAccount &account) { return account.error.has_value(); }));
    const bool allDead = dead == accounts.size();
    QDateTime oldest;
    for (const FleetAccount &account : accounts) {
        const bool counts = account.fetchedAt.isValid() && (allDead || !account.error);
        if (counts && (!oldest.isValid() || account.fetchedAt < oldest))
            oldest = account.fetchedAt;
    }
    if (!oldest.isValid())
        return m_age->setText({});
    const QString age = Format::age(oldest, m_now);
    if (allDead)
        return m_age->setText(tr("Last seen %1, not reachable now").arg(age));
    const bool remembered = std::ranges::any_of(
        accounts, [](const FleetAccount &account) { return account.remembered; });
    if (remembered)
        return m_age->setText(tr("Last seen %1, looking again").arg(age));
    const QString seen = tr("Seen %1").arg(age);
    m_age->setText(dead == 0 ? seen
                             //: %1: "Seen 4 s ago"
                             : tr("%1; %Ln account(s) not reachable", nullptr, dead).arg(seen));
}

void FleetPanel::filterChanged(const QString &text)
{
    if (!m_proxy->isActive())
        rememberFolds();
    m_proxy->setText(text);
    if (m_proxy->isActive()) {
        showHits();
        markSelected();
    } else {
        restoreFolds();
    }
    expandNew();
    showState();
}

void FleetPanel::rememberFolds()
{
    m_unfolded.clear();
    for (QModelIndex row = m_proxy->index(0, 0); row.isValid(); row = m_tree->indexBelow(row)) {
        if (m_tree->isExpanded(row))
            m_unfolded.append(QPersistentModelIndex(m_proxy->mapToSource(row)));
    }
}

// A filter that hides the app that is shown must not mark another one in its place.
void FleetPanel::markSelected()
{
    if (m_tree->currentIndex().data(FleetModel::AppRole).toString() == m_selected.value)
        return;
    m_tree->setCurrentIndex(m_proxy->mapFromSource(m_model->indexOfApp(m_selected)));
}

// What the filter had unfolded folds again.
void FleetPanel::restoreFolds()
{
    m_tree->collapseAll();
    for (const QPersistentModelIndex &row : std::as_const(m_unfolded))
        m_tree->expand(m_proxy->mapFromSource(row));
    if (!m_selected.isEmpty())
        select(m_selected);
    m_tree->scrollTo(m_tree->currentIndex());
}

// Every hit is to be seen. An app that is a hit itself stays as it is: all of its machines are
// there, and a hundred apps are enough to look at.
void FleetPanel::showHits()
{
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex account = m_proxy->index(row, 0);
        m_tree->expand(account);
        for (int child = 0; child < m_proxy->rowCount(account); ++child) {
            const QModelIndex app = m_proxy->index(child, 0, account);
            if (!m_proxy->isHit(app) && !m_proxy->isHit(account))
                m_tree->expand(app);
        }
    }
}

void FleetPanel::choose(const QModelIndex &proxyIndex)
{
    const AppName app(proxyIndex.data(FleetModel::AppRole).toString());
    if (app.isEmpty())
        return;
    m_selected = app;
    m_tree->expand(proxyIndex);
    Q_EMIT appChosen(app);
}

void FleetPanel::expandNew()
{
    // Once per account: what the user folds stays folded.
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex account = m_proxy->index(row, 0);
        const QString id = account.data(Roles::Id).toString();
        if (m_proxy->rowCount(account) == 0 || m_expandedOnce.contains(id))
            continue;
        m_expandedOnce.insert(id);
        m_tree->expand(account);
    }
}

void FleetPanel::selectFirstHit()
{
    for (QModelIndex index = m_proxy->index(0, 0); index.isValid();
         index = m_tree->indexBelow(index)) {
        if (index.data(FleetModel::KindRole).toInt() != int(FleetModel::Kind::Account)) {
            m_tree->setCurrentIndex(index);
            return;
        }
    }
}

bool FleetPanel::filterKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        selectFirstHit();
        m_tree->setFocus(Qt::OtherFocusReason);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        selectFirstHit();
        choose(m_tree->currentIndex());
        return true;
    case Qt::Key_Escape:
        if (m_filter->text().isEmpty())
            m_tree->setFocus(Qt::OtherFocusReason);
        m_filter->clear();
        return true;
    default:
        return false;
    }
}
