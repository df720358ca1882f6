#include "models/fleetmodel.h"

#include "models/format.h"
#include "models/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

struct FleetModel::Node
{
    Kind kind = Kind::Account;
    QString id;
    QString appName;
    FleetAccount account; // without its apps
    FleetApp app; // without its machines
    Machine machine;
    QDateTime fetchedAt;
    QDateTime seenAt; // the same by the platform's clock; of a machine
    int childTotal = 0; // machines of an app, for its tooltip

    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] bool sameContent(const Wanted &wanted) const;
    [[nodiscard]] Status status() const;
    [[nodiscard]] bool stale() const
    {
        return kind == Kind::Account ? account.error.has_value()
                                     : kind == Kind::App && app.error.has_value();
    }
};

struct FleetModel::Wanted
{
    Kind kind = Kind::Account;
    QString id;
    QString appName;
    FleetAccount account;
    FleetApp app;
    Machine machine;
    QDateTime fetchedAt;
    std::vector<Wanted> children;
    QDateTime seenAt = {};
};

namespace {

// A node is found by its kind's own id; two accounts may know apps of the same name.
template <typename Nodes> auto findId(const Nodes &nodes, const QString &id, size_t from = 0)
{
    return std::find_if(nodes.begin() + std::ptrdiff_t(from), nodes.end(), [&id](const auto &node) {
        return node->id == id;
    });
}

} // namespace

bool FleetModel::Node::sameContent(const Wanted &wanted) const
{
    return account == wanted.account && app == wanted.app && machine == wanted.machine
        && fetchedAt == wanted.fetchedAt && seenAt == wanted.seenAt
        && childTotal == int(wanted.children.size());
}

Status FleetModel::Node::status() const
{
    switch (kind) {
    case Kind::Account:
        if (account.error)
            return Status::Warning;
        return account.loading ? Status::Waiting : Status::Succeeded;
    case Kind::App:
        return statusOf(app.state);
    case Kind::Machine:
        return statusOf(machineFleetState(machine, seenAt));
    }
    return Status::Unknown;
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
    m_snapshot = snapshot;
    std::vector<Wanted> accounts;
    for (const FleetAccount &account : snapshot.accounts) {
        Wanted row{Kind::Account, account.id.value, {}, account, {}, {}, account.fetchedAt, {}};
        row.account.apps.clear();
        row.account.fetchedAt = {};
        for (const FleetApp &app : account.apps) {
            const QString name = app.app.name.value;
            Wanted appRow{Kind::App, name, name, {}, app, {}, app.fetchedAt, {}};
            appRow.app.machines.clear();
            appRow.app.fetchedAt = {};
            for (const Machine &machine : app.machines) {
                appRow.children.push_back({Kind::Machine,
                    machine.id.value,
                    name,
                    {},
                    {},
                    machine,
                    app.fetchedAt,
                    {},
                    app.seenAt()});
            }
            row.children.push_back(std::move(appRow));
        }
        accounts.push_back(std::move(row));
    }
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
    case FetchedRole:
        return row.fetchedAt;
    case StaleRole:
        return row.stale();
    case SearchRole:
        return QString(row.id % u' ' % nameText(row) % u' ' % stateText(row));
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
    const auto &siblings = node->parent->children;
    const auto found = std::find_if(siblings.begin(), siblings.end(), [node](const auto &other) {
        return other.get() == node;
    });
    return createIndex(int(found - siblings.begin()), 0, const_cast<Node *>(node));
}

void FleetModel::removeGone(Node *parent, const std::vector<Wanted> &wanted)
{
    const QModelIndex parentIndex = indexOf(parent);
    auto &children = parent->children;
    const auto gone = [&wanted](const std::unique_ptr<Node> &child) {
        return std::none_of(wanted.begin(), wanted.end(), [&child](const Wanted &row) {
            return row.id == child->id;
        });
    };
    for (int last = int(children.size()) - 1; last >= 0; --last) {
        if (!gone(children[size_t(last)]))
            continue;
        int first = last;
        while (first > 0 && gone(children[size_t(first - 1)]))
            --first;
        beginRemoveRows(parentIndex, first, last);
        children.erase(children.begin() + first, children.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void FleetModel::merge(Node *parent, std::vector<Wanted> wanted)
{
    removeGone(parent, wanted);
    const QModelIndex parentIndex = indexOf(parent);
    auto &children = parent->children;
    for (size_t row = 0; row < wanted.size(); ++row) {
        Wanted &target = wanted[row];
        const auto found = findId(children, target.id, row);
        if (found == children.end()) {
            auto fresh = std::make_unique<Node>();
            fresh->kind = target.kind;
            fresh->id = target.id;
            fresh->appName = target.appName;
            fresh->parent = parent;
            beginInsertRows(parentIndex, int(row), int(row));
            children.insert(children.begin() + std::ptrdiff_t(row), std::move(fresh));
            endInsertRows();
        } else if (const auto from = int(found - children.begin()); from != int(row)) {
            beginMoveRows(parentIndex, from, from, parentIndex, int(row));
            std::rotate(children.begin() + std::ptrdiff_t(row),
                children.begin() + from,
                children.begin() + from + 1);
            endMoveRows();
        }
        Node &node = *children[row];
        if (!node.sameContent(target)) {
            node.account = target.account;
            node.app = target.app;
            node.machine = target.machine;
            node.fetchedAt = target.fetchedAt;
            node.seenAt = target.seenAt;
            node.childTotal = int(target.children.size());
            Q_EMIT dataChanged(createIndex(int(row), 0, &node),
                createIndex(int(row), int(Column::Count) - 1, &node));
        }
        merge(&node, std::move(target.children));
    }
}

void FleetModel::announceAll(Node *parent)
{
    if (parent->children.empty())
        return;
    Q_EMIT dataChanged(createIndex(0, 0, parent->children.front().get()),
        createIndex(int(parent->children.size()) - 1,
            int(Column::Count) - 1,
            parent->children.back().get()));
    for (const auto &child : parent->children)
        announceAll(child.get());
}

QString FleetModel::nameText(const Node &row) const
{
    switch (row.kind) {
    case Kind::Account:
        return row.account.sandbox ? tr("%1 (sandbox)").arg(row.account.name)
                                   : tr("%1 (Fly.io)").arg(row.account.name);
    case Kind::App:
        return row.id;
    case Kind::Machine:
        return QString(Format::shortId(row.id) % "  "_L1 % row.machine.region);
    }
    return {};
}

QString FleetModel::stateText(const Node &row) const
{
    switch (row.kind) {
    case Kind::Account:
        if (row.account.error)
            return Words::accountError(*row.account.error);
        return row.account.loading ? tr("loading") : QString();
    case Kind::App:
        return Words::fleetState(row.app.state);
    case Kind::Machine: {
        const FleetState state = machineFleetState(row.machine, row.seenAt);
        const bool ill = state == FleetState::Failed || state == FleetState::Degraded;
        if (row.machine.state == MachineState::Started && ill)
            //: a machine that runs, but whose health checks do not pass
            return tr("unhealthy");
        return Words::machineState(row.machine.state, row.machine.rawState);
    }
    }
    return {};
}

QString FleetModel::accessibleText(const Node &row) const
{
    const QString state = stateText(row);
    switch (row.kind) {
    case Kind::Account:
        return state.isEmpty() ? tr("Account %1").arg(nameText(row))
                               : tr("Account %1, %2").arg(nameText(row), state);
    case Kind::App:
        return tr("App %1, %2").arg(row.id, state);
    case Kind::Machine:
        return tr("Machine %1 in %2, %3").arg(row.id, row.machine.region, state);
    }
    return {};
}

QString FleetModel::toolTip(const Node &row) const
{
    QStringList lines{accessibleText(row)};
    if (row.kind == Kind::App)
        lines.append(tr("%Ln machine(s)", nullptr, row.childTotal));
    if (row.kind == Kind::Machine && !row.machine.checks.isEmpty()) {
        lines.append(tr("%1 of %2 health checks pass")
                         .arg(QLocale().toString(row.machine.passingChecks()),
                             QLocale().toString(row.machine.checks.size())));
    }
    if (row.kind == Kind::App && row.app.error)
        lines.append(Words::error(*row.app.error));
    if (row.kind == Kind::Account && row.account.error)
        lines.append(Words::error(*row.account.error));
    if (row.fetchedAt.isValid()) {
        lines.append(
            tr("Seen %1 (%2)").arg(Format::age(row.fetchedAt, m_now), Format::utc(row.fetchedAt)));
    }
    return lines.join(u'\n');
}
