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

namespace {
constexpr int serversAtAGlance = 10;

// How old what is shown is, and what of it cannot be asked any more.
struct SeenAges
{
    QDateTime oldest; // of what answers
    QDateTime oldestDead;
    int all = 0;
    int dead = 0;

    void add(const QDateTime &at, bool isDead)
    {
        ++all;
        dead += isDead ? 1 : 0;
        QDateTime &mine = isDead ? oldestDead : oldest;
        if (at.isValid() && (!mine.isValid() || at < mine))
            mine = at;
    }
};
} // namespace

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
        FleetMenu::open(m_tree, at, m_serverEntries);
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
    if (!m_tree->currentIndex().isValid())
        reselect();
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
    m_selectedPlace = {};
    reselect();
}

void FleetPanel::select(const ServerPlace &place)
{
    m_selected = {};
    m_selectedPlace = place;
    reselect();
}

void FleetPanel::reselect()
{
    const QModelIndex index = selectedIndex();
    if (!index.isValid())
        return;
    m_tree->expand(index);
    if (!marksSelected()) // a machine or service of it may be the current row: then it stays
        m_tree->setCurrentIndex(index);
}

QModelIndex FleetPanel::selectedIndex() const
{
    if (!m_selectedPlace.isEmpty())
        return m_proxy->mapFromSource(m_model->indexOfPlace(m_selectedPlace));
    return m_selected.isEmpty() ? QModelIndex()
                                : m_proxy->mapFromSource(m_model->indexOfApp(m_selected));
}

bool FleetPanel::marksSelected() const
{
    const QModelIndex current = m_tree->currentIndex();
    if (m_selectedPlace.isEmpty())
        return current.data(FleetModel::AppRole).toString() == m_selected.value;
    return current.data(FleetModel::ServerRole).toString() == m_selectedPlace.server.value
        && current.data(FleetModel::StackRole).toString() == m_selectedPlace.stack;
}

void FleetPanel::setServerEntries(const FleetMenu::ServerEntries &entries)
{
    m_serverEntries = entries;
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
    m_tree->setAccessibleName(tr("Fleet: accounts, apps, machines and servers"));
    m_model->retranslate();
    showState();
    showAge();
}

void FleetPanel::showState()
{
    const FleetSnapshot &snapshot = m_model->snapshot();
    if (!m_arrived)
        return m_pages->showLoading(tr("Looking for your apps…"));
    const bool filteredOut = m_proxy->isActive() && m_proxy->rowCount() == 0;
    if (!snapshot.servers.isEmpty()) {
        return filteredOut
            ? m_pages->showEmpty(tr("Nothing matches the filter."), tr("Escape clears it."))
            : m_pages->showData();
    }
    if (snapshot.accounts.isEmpty()) {
        return m_pages->showEmpty(tr("No account and no server yet."),
            tr("Give Atalaya a Fly.io token or a server, or start it with --sandbox to try it "
               "without."));
    }
    bool loading = false;
    const FleetAccount *failed = nullptr;
    for (const FleetAccount &account : snapshot.accounts) {
        if (!account.apps.isEmpty()) {
            if (filteredOut)
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
    // What cannot be reached says so in its row; it does not age the others.
    const FleetSnapshot &snapshot = m_model->snapshot();
    SeenAges accounts;
    SeenAges servers;
    for (const FleetAccount &account : snapshot.accounts)
        accounts.add(account.fetchedAt, account.error.has_value());
    for (const FleetServer &server : snapshot.servers)
        servers.add(server.seenAt(), server.error.has_value());
    const bool allDead = accounts.dead + servers.dead == accounts.all + servers.all;
    QDateTime oldest = allDead ? accounts.oldestDead : accounts.oldest;
    const QDateTime &ofServers = allDead ? servers.oldestDead : servers.oldest;
    if (!oldest.isValid() || (ofServers.isValid() && ofServers < oldest))
        oldest = ofServers;
    if (!oldest.isValid())
        return m_age->setText({});
    const QString age = Format::age(oldest, m_now);
    if (allDead)
        return m_age->setText(tr("Last seen %1, not reachable now").arg(age));
    const bool remembered = std::ranges::any_of(
        snapshot.accounts, [](const FleetAccount &account) { return account.remembered; });
    if (remembered)
        return m_age->setText(tr("Last seen %1, looking again").arg(age));
    QString seen = tr("Seen %1").arg(age);
    if (accounts.dead > 0) //: %1: "Seen 4 s ago"
        seen = tr("%1; %Ln account(s) not reachable", nullptr, accounts.dead).arg(seen);
    if (servers.dead > 0) //: %1: "Seen 4 s ago"
        seen = tr("%1; %Ln server(s) not reachable", nullptr, servers.dead).arg(seen);
    m_age->setText(seen);
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
    if (!marksSelected())
        m_tree->setCurrentIndex(selectedIndex());
}

// What the filter had unfolded folds again.
void FleetPanel::restoreFolds()
{
    m_tree->collapseAll();
    for (const QPersistentModelIndex &row : std::as_const(m_unfolded))
        m_tree->expand(m_proxy->mapFromSource(row));
    reselect();
    m_tree->scrollTo(m_tree->currentIndex());
}

// Every hit is to be seen. An app that is a hit itself stays as it is: all of its machines are
// there, and a hundred apps are enough to look at.
void FleetPanel::showHits()
{
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        unfoldTo(m_proxy->index(row, 0), false);
}

void FleetPanel::unfoldTo(const QModelIndex &parent, bool hitAbove)
{
    m_tree->expand(parent);
    const bool hit = hitAbove || m_proxy->isHit(parent);
    for (int row = 0; !hit && row < m_proxy->rowCount(parent); ++row) {
        const QModelIndex child = m_proxy->index(row, 0, parent);
        if (m_proxy->hasChildren(child) && !m_proxy->isHit(child))
            unfoldTo(child, hit);
    }
}

void FleetPanel::choose(const QModelIndex &proxyIndex)
{
    const AppName app(proxyIndex.data(FleetModel::AppRole).toString());
    const ServerPlace place{ServerId(proxyIndex.data(FleetModel::ServerRole).toString()),
        proxyIndex.data(FleetModel::StackRole).toString()};
    if (app.isEmpty() && place.isEmpty())
        return;
    m_selected = app;
    m_selectedPlace = place;
    m_tree->expand(proxyIndex);
    if (place.isEmpty())
        Q_EMIT appChosen(app);
    else
        Q_EMIT placeChosen(place);
}

void FleetPanel::expandNew()
{
    // Once each: what the user folds stays folded.
    const auto expandOnce = [this](const QModelIndex &row) {
        const QString id = row.data(Roles::Id).toString();
        if (m_proxy->rowCount(row) == 0 || m_expandedOnce.contains(id))
            return;
        m_expandedOnce.insert(id);
        m_tree->expand(row);
    };
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex top = m_proxy->index(row, 0);
        expandOnce(top);
        const bool few = m_proxy->rowCount(top) <= serversAtAGlance;
        const bool servers =
            top.data(FleetModel::KindRole).toInt() == int(FleetModel::Kind::Servers);
        for (int child = 0; servers && few && child < m_proxy->rowCount(top); ++child)
            expandOnce(m_proxy->index(child, 0, top));
    }
}

void FleetPanel::selectFirstHit()
{
    for (QModelIndex index = m_proxy->index(0, 0); index.isValid();
         index = m_tree->indexBelow(index)) {
        const auto kind = FleetModel::Kind(index.data(FleetModel::KindRole).toInt());
        if (kind != FleetModel::Kind::Account && kind != FleetModel::Kind::Servers) {
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
