#include "models/machinesmodel.h"

#include "models/format.h"
#include "models/words.h"
#include "types/fleetsnapshot.h"

namespace {

int findId(const QList<Machine> &rows, const MachineId &id, int from = 0)
{
    for (int row = from; row < int(rows.size()); ++row) {
        if (rows.at(row).id == id)
            return row;
    }
    return -1;
}

// The label that its last deploy gave it.
QString releaseOf(const Machine &machine)
{
    const std::optional<MachineConfig> &known =
        machine.config ? machine.config : machine.incompleteConfig;
    const QString version =
        known ? known->metadata.value(QStringLiteral("fly_release_version")) : QString();
    return version.isEmpty() ? version : QString(u'v' % version);
}

} // namespace

MachinesModel::MachinesModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_now(QDateTime::currentDateTimeUtc())
{
}

void MachinesModel::setRows(const QList<Machine> &machines)
{
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (findId(machines, m_rows.at(row).id) >= 0)
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < int(machines.size()); ++row) {
        const int from = findId(m_rows, machines.at(row).id, row);
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, machines.at(row));
            endInsertRows();
        } else if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_rows.move(from, row);
            endMoveRows();
        }
        if (m_rows.at(row) != machines.at(row)) {
            m_rows[row] = machines.at(row);
            Q_EMIT dataChanged(index(row, 0), index(row, int(Column::Count) - 1));
        }
    }
}

void MachinesModel::setNow(const QDateTime &now)
{
    m_now = now;
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, int(Column::Updated)),
            index(rowCount() - 1, int(Column::Updated)),
            {Qt::DisplayRole});
    }
}

void MachinesModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(Column::Count) - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, int(Column::Count) - 1));
}

int MachinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MachinesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant MachinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Machine &machine = m_rows.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(machine, column);
    case Qt::ToolTipRole:
        return toolTip(machine, column);
    case Qt::AccessibleTextRole:
        return column == Column::Machine
            ? tr("Machine %1 in %2, %3")
                  .arg(machine.id.value,
                      machine.region,
                      Words::machineState(machine.state, machine.rawState))
            : text(machine, column);
    case Roles::Id:
    case Roles::Raw:
        return machine.id.value;
    case Roles::Sort:
        return text(machine, column);
    case Roles::Status:
        return int(statusOf(machineFleetState(machine, m_now)));
    default:
        return {};
    }
}

QVariant MachinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Machine:
        return tr("Machine");
    case Column::State:
        return tr("State");
    case Column::Release:
        return tr("Release");
    case Column::Region:
        return tr("Region");
    case Column::Checks:
        return tr("Health checks");
    case Column::Group:
        return tr("Process group");
    case Column::Size:
        return tr("Size");
    case Column::Image:
        return tr("Image");
    case Column::Updated:
        return tr("Changed");
    case Column::Count:
        break;
    }
    return {};
}

QString MachinesModel::text(const Machine &machine, Column column) const
{
    switch (column) {
    case Column::Machine:
        return machine.id.value;
    case Column::State:
        return Words::machineState(machine.state, machine.rawState);
    case Column::Release:
        return releaseOf(machine);
    case Column::Region:
        return machine.region;
    case Column::Checks:
        if (machine.checks.isEmpty())
            return tr("none");
        return tr("%1 of %2 pass")
            .arg(QLocale().toString(machine.passingChecks()),
                QLocale().toString(machine.checks.size()));
    case Column::Group:
        return machine.processGroup();
    case Column::Size:
        return machine.config ? machine.config->guest : QString();
    case Column::Image:
        return Format::shortImage(machine.image.reference());
    case Column::Updated:
        return machine.updatedAt.isValid() ? Format::age(machine.updatedAt, m_now) : QString();
    case Column::Count:
        break;
    }
    return {};
}

QString MachinesModel::toolTip(const Machine &machine, Column column) const
{
    switch (column) {
    case Column::Checks: {
        QStringList lines;
        for (const HealthCheck &check : machine.checks)
            lines.append(tr("%1: %2").arg(check.name, check.output));
        return lines.join(u'\n');
    }
    case Column::Image:
        return QString(machine.image.reference() % u'\n' % machine.image.digest);
    case Column::Updated:
        return Format::utc(machine.updatedAt);
    default:
        return tr("Machine %1 (%2), version %3")
            .arg(machine.id.value, machine.name, machine.instanceId);
    }
}
