#include "models/fleetmodel.h"

#include "models/fleetnode.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype appsAtAGlance = 10;

// A node is found by its kind's own id; two accounts may know apps of the same name.
template <typename Nodes> auto findId(const Nodes &nodes, const QString &id, size_t from = 0)
{
    return std::find_if(nodes.begin() + std::ptrdiff_t(from), nodes.end(), [&id](const auto &node) {
        return node->id == id;
    });
}

} // namespace

Status FleetModel::Node::status() const
{
    switch (kind) {
    case Kind::Account:
        if (account.error || account.machinesError || account.releasesError)
            return Status::Warning;
        if (failed > 0)
            return Status::Failed;
        return account.loading ? Status::Waiting : Status::Succeeded;
    case Kind::App:
        return statusOf(app.state);
    case Kind::Machine:
        return statusOf(machineFleetState(machine, parent->app.seenAt()));
    case Kind::Servers:
    case Kind::Server:
    case Kind::Stack:
    case Kind::Service:
        return statusOf(serverRow->state);
    }
    return Status::Unknown;
}

FleetModel::Wanted FleetModel::wantedApp(const FleetApp &app, const FleetApp *before)
{
    const QString name = app.app.name.value;
    Wanted row;
    row.kind = Kind::App;
    row.id = row.appName = name;
    row.app = app;
    row.app.machines.clear();
    row.sameChildren = before && before->machines == app.machines;
    if (row.sameChildren)
        return row;
    row.children.reserve(size_t(app.machines.size()));
    for (const Machine &machine : app.machines) {
        Wanted child;
        child.kind = Kind::Machine;
        child.id = machine.id.value;
        child.appName = name;
        child.machine = machine;
        row.children.push_back(std::move(child));
    }
    return row;
}

FleetModel::Wanted FleetModel::wantedAccount(
    const FleetAccount &account, const FleetAccount *before)
{
    Wanted row;
    row.id = account.id.value;
    row.account = account;
    row.account.apps.clear();
    if (account.apps.size() > appsAtAGlance)
        row.failed = int(std::ranges::count(account.apps, FleetState::Failed, &FleetApp::state));
    row.sameChildren = before && before->apps == account.apps;
    if (row.sameChildren)
        return row;
    QHash<AppName, const FleetApp *> known;
    if (before) {
        for (const FleetApp &app : before->apps)
            known.insert(app.app.name, &app);
    }
    row.children.reserve(size_t(account.apps.size()));
    for (const FleetApp &app : account.apps)
        row.children.push_back(wantedApp(app, known.value(app.app.name)));
    return row;
}

FleetModel::FleetModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_now(QDateTime::currentDateTimeUtc())
    , m_root(std::make_unique<Node>())
{
}

FleetModel::~FleetModel() = default;

void FleetModel::setSnapshot(const FleetSnapshot &snapshot)
{
    const FleetSnapshot before = std::exchange(m_snapshot, snapshot);
    std::vector<Wanted> accounts;
    for (const FleetAccount &account : snapshot.accounts) {
        const auto known = std::ranges::find(before.accounts, account.id, &FleetAccount::id);
        accounts.push_back(
            wantedAccount(account, known == before.accounts.end() ? nullptr : &*known));
    }
    if (!snapshot.servers.isEmpty())
        accounts.push_back(wantedServers(snapshot.servers));
    merge(m_root.get(), std::move(accounts));
}

QModelIndex FleetModel::indexOfApp(const AppName &app) const
{
    for (const auto &account : m_root->children) {
        const auto found = findId(account->children, app.value);
        if (found != account->children.end())
            return indexOf(found->get());
    }
    return {};
}

std::optional<FleetApp> FleetModel::app(const AppName &name) const
{
    for (const FleetAccount &account : m_snapshot.accounts) {
        for (const FleetApp &app : account.apps) {
            if (app.app.name == name)
                return app;
        }
    }
    return std::nullopt;
}

QList<AppName> FleetModel::apps() const
{
    QList<AppName> names;
    for (const FleetAccount &account : m_snapshot.accounts) {
        for (const FleetApp &app : account.apps)
            names.append(app.app.name);
    }
    return names;
}

void FleetModel::setNow(const QDateTime &now)
{
    m_now = now; // ages are read on demand: no signal, nothing repaints for them
}

void FleetModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(Column::Count) - 1);
    announceAll(m_root.get());
}

QModelIndex FleetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->children.at(size_t(row)).get());
}

QModelIndex FleetModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(node(child)->parent) : QModelIndex();
}

int FleetModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(node(parent)->children.size());
}

int FleetModel::columnCount(const QModelIndex &) const
{
    return int(Column::Count);
}

QVariant FleetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &row = *node(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == int(Column::Name) ? nameText(row) : stateText(row);
    case Qt::ToolTipRole:
        return toolTip(row);
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case Roles::Id:
    case Roles::Raw:
    case Roles::Sort:
        return row.id;
    case Roles::Status:
        return int(row.status());
    case KindRole:
        return int(row.kind);
    case AppRole:
        return row.appName;
    case ServerRole:
        return row.server;
    case ServiceRole:
        return row.kind == Kind::Service ? row.serverRow->service.service : QString();
    case StackRole:
        return row.stack;
    case FetchedRole:
        return row.toldAt();
    case StaleRole:
        return row.stale();
    case SearchRole:
        // What an account says of its state says nothing of its apps, which all stay with a hit.
        if (row.search.isEmpty()) {
            const bool tellsOfOthers = row.kind == Kind::Account || row.kind == Kind::Servers;
            const QString state = tellsOfOthers ? QString() : stateText(row);
            row.search = QString(row.id % u' ' % nameText(row) % u' ' % state).toCaseFolded();
        }
        return row.search;
    default:
        return {};
    }
}

QVariant FleetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == int(Column::Name) ? tr("Name") : tr("State");
}

FleetModel::Node *FleetModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex FleetModel::indexOf(const Node *node) const
{
    if (!node || node == m_root.get())
        return {};
    return createIndex(node->row, 0, const_cast<Node *>(node));
}

void FleetModel::removeGone(Node *parent, const std::vector<Wanted> &wanted)
{
    QSet<QString> stays;
    for (const Wanted &row : wanted)
        stays.insert(row.id);
    auto &children = parent->children;
    for (int last = int(children.size()) - 1; last >= 0; --last) {
        if (stays.contains(children[size_t(last)]->id))
            continue;
        int first = last;
        while (first > 0 && !stays.contains(children[size_t(first - 1)]->id))
            --first;
        beginRemoveRows(indexOf(parent), first, last);
        children.erase(children.begin() + first, children.begin() + last + 1);
        parent->renumber();
        endRemoveRows();
        last = first;
    }
}

std::unique_ptr<FleetModel::Node> FleetModel::made(Wanted &wanted, Node *parent)
{
    auto node = std::make_unique<Node>();
    node->kind = wanted.kind;
    node->id = wanted.id;
    node->appName = wanted.appName;
    node->server = wanted.server;
    node->stack = wanted.stack;
    node->parent = parent;
    node->take(wanted);
    for (Wanted &child : wanted.children)
        node->children.push_back(made(child, node.get()));
    node->renumber();
    wanted.sameChildren = true;
    return node;
}

// Neighbours come in one go, with all that is below them.
void FleetModel::insertNew(Node *parent, std::vector<Wanted> &wanted)
{
    QSet<QString> known;
    for (const auto &child : parent->children)
        known.insert(child->id);
    for (size_t row = 0; row < wanted.size(); ++row) {
        std::vector<std::unique_ptr<Node>> fresh;
        for (size_t next = row; next < wanted.size() && !known.contains(wanted[next].id); ++next)
            fresh.push_back(made(wanted[next], parent));
        if (fresh.empty())
            continue;
        const size_t last = row + fresh.size() - 1;
        beginInsertRows(indexOf(parent), int(row), int(last));
        parent->children.insert(parent->children.begin() + std::ptrdiff_t(row),
            std::make_move_iterator(fresh.begin()),
            std::make_move_iterator(fresh.end()));
        parent->renumber();
        endInsertRows();
        row = last;
    }
}

void FleetModel::update(Node &node, const Wanted &wanted)
{
    const bool same = node.sameContent(wanted);
    const bool judgedOtherwise = node.app.state != wanted.app.state;
    node.take(wanted); // ages are read on demand
    if (same)
        return;
    Q_EMIT dataChanged(
        createIndex(node.row, 0, &node), createIndex(node.row, int(Column::Count) - 1, &node));
    if (judgedOtherwise) // so are its machines, by their grace periods
        announceAll(&node);
}

void FleetModel::merge(Node *parent, std::vector<Wanted> wanted)
{
    removeGone(parent, wanted);
    insertNew(parent, wanted);
    auto &children = parent->children;
    for (size_t row = 0; row < wanted.size(); ++row) {
        const auto found = findId(children, wanted[row].id, row);
        if (const auto from = int(found - children.begin()); from != int(row)) {
            const QModelIndex parentIndex = indexOf(parent);
            beginMoveRows(parentIndex, from, from, parentIndex, int(row));
            std::rotate(children.begin() + std::ptrdiff_t(row),
                children.begin() + from,
                children.begin() + from + 1);
            parent->renumber();
            endMoveRows();
        }
        const bool wasStale = children[row]->stale();
        update(*children[row], wanted[row]);
        if (!wanted[row].sameChildren)
            merge(children[row].get(), std::move(wanted[row].children));
        if (children[row]->stale() != wasStale)
            announceAll(children[row].get()); // they are greyed with it
    }
}

void FleetModel::announceAll(Node *parent)
{
    parent->search.clear();
    if (parent->children.empty())
        return;
    Q_EMIT dataChanged(createIndex(0, 0, parent->children.front().get()),
        createIndex(int(parent->children.size()) - 1,
            int(Column::Count) - 1,
            parent->children.back().get()));
    for (const auto &child : parent->children)
        announceAll(child.get());
}
