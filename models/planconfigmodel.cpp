#include "models/planconfigmodel.h"

#include "models/wordsconfig.h"

namespace {

constexpr quintptr topLevel = 0; // leaves carry the row of their branch, counted from one

QStringList idsOf(const ConfigChangeSet &set)
{
    QStringList ids;
    for (const MachineId &id : set.machines)
        ids.append(id.value);
    return ids;
}

} // namespace

PlanConfigModel::PlanConfigModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void PlanConfigModel::setChanges(const QList<ConfigChangeSet> &sets)
{
    beginResetModel(); // another plan is another subject
    m_sets = sets;
    endResetModel();
}

void PlanConfigModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(Column::Count) - 1);
    if (m_sets.isEmpty())
        return;
    const auto changed = [this](const QModelIndex &branch) {
        const int last = rowCount(branch) - 1;
        Q_EMIT dataChanged(index(0, 0, branch), index(last, int(Column::Count) - 1, branch));
    };
    changed({});
    for (int row = 0; row < int(m_sets.size()); ++row)
        changed(index(row, 0));
}

QModelIndex PlanConfigModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : topLevel);
}

QModelIndex PlanConfigModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, topLevel);
}

int PlanConfigModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_sets.size());
    const bool isBranch = parent.internalId() == topLevel && parent.column() == 0;
    return isBranch ? int(m_sets.at(parent.row()).changes.size()) : 0;
}

int PlanConfigModel::columnCount(const QModelIndex &) const
{
    return int(Column::Count);
}

QVariant PlanConfigModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<Column>(index.column());
    if (index.internalId() == topLevel)
        return branchData(m_sets.at(index.row()), column, role);
    const ConfigChangeSet &set = m_sets.at(qsizetype(index.internalId()) - 1);
    return changeData(set.changes.at(index.row()), column, role);
}

QVariant PlanConfigModel::branchData(const ConfigChangeSet &set, Column column, int role) const
{
    const QString text =
        tr("%1: %Ln machine(s)", "a process group", int(set.machines.size())).arg(set.group);
    switch (role) {
    case Qt::DisplayRole:
        return column == Column::Setting ? text : QString();
    case Qt::AccessibleTextRole:
        return tr("%1, %Ln change(s)", "machines of a group", int(set.changes.size())).arg(text);
    case Qt::ToolTipRole:
        return idsOf(set).join(u'\n');
    case Roles::Id:
    case Roles::Sort:
    case Roles::Raw:
        return set.group;
    default:
        return {};
    }
}

QVariant PlanConfigModel::changeData(const ConfigChange &change, Column column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == Column::Setting ? change.path : valueText(change, column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "a setting and what becomes of it")
            .arg(change.path, Words::configChange(change));
    case Qt::ToolTipRole:
        return QString(change.path % u'\n' % Words::configChange(change));
    case Roles::Id:
    case Roles::Sort:
    case Roles::Raw:
        return change.path;
    default:
        return {};
    }
}

QString PlanConfigModel::valueText(const ConfigChange &change, Column column) const
{
    const bool now = column == Column::Now;
    const auto absent = now ? ConfigChange::Kind::Added : ConfigChange::Kind::Removed;
    if (change.kind == absent)
        return now ? tr("not set") : tr("removed", "of a setting");
    if (change.masked)
        return now || change.kind == ConfigChange::Kind::Added ? tr("set, not shown")
                                                               : tr("changes, not shown");
    return now ? change.before : change.after;
}

QVariant PlanConfigModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Setting:
        return tr("Setting");
    case Column::Now:
        return tr("Now", "the value that a machine has");
    case Column::Next:
        return tr("After the deploy", "the value that a machine will have");
    case Column::Count:
        break;
    }
    return {};
}
