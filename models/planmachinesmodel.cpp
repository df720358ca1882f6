#include "models/planmachinesmodel.h"

#include "models/format.h"
#include "models/words.h"

namespace {

Status statusNow(const PlannedMachine &machine)
{
    switch (machine.stateNow) {
    case MachineState::Started:
        return Status::Succeeded;
    case MachineState::Failed:
    case MachineState::LaunchFailed:
        return Status::Failed;
    default:
        return isTransient(machine.stateNow) ? Status::Running : Status::Waiting;
    }
}

} // namespace

PlanMachinesModel::PlanMachinesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PlanMachinesModel::setMachines(const QList<PlannedMachine> &machines)
{
    beginResetModel(); // another plan is another subject
    m_machines = machines;
    endResetModel();
}

void PlanMachinesModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(Column::Count) - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, int(Column::Count) - 1));
}

int PlanMachinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_machines.size());
}

int PlanMachinesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant PlanMachinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlannedMachine &machine = m_machines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(machine, static_cast<Column>(index.column()));
    case Qt::AccessibleTextRole:
        return tr("Machine %1 in %2, %3: %4")
            .arg(machine.id.value,
                machine.region,
                Words::machineState(machine.stateNow, {}),
                Words::machineAction(machine));
    case Qt::ToolTipRole:
        return machine.imageNow.isEmpty() ? machine.id.value
                                          : QString(machine.id.value % u'\n' % machine.imageNow);
    case Roles::Status:
        return int(machine.action == PlannedMachine::Action::Nothing ? Status::Skipped
                                                                     : statusNow(machine));
    case Roles::Id:
    case Roles::Sort:
    case Roles::Raw:
        return machine.id.value;
    default:
        return {};
    }
}

QVariant PlanMachinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Machine:
        return tr("Machine");
    case Column::Region:
        return tr("Region");
    case Column::State:
        return tr("Now");
    case Column::Action:
        return tr("What will happen");
    case Column::Count:
        break;
    }
    return {};
}

QString PlanMachinesModel::text(const PlannedMachine &machine, Column column) const
{
    switch (column) {
    case Column::Machine:
        return machine.id.value;
    case Column::Region:
        return machine.region;
    case Column::State:
        return Words::machineState(machine.stateNow, {});
    case Column::Action:
        return Words::machineAction(machine);
    case Column::Count:
        break;
    }
    return {};
}
