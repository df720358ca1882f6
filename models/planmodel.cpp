#include "models/planmodel.h"

#include "models/format.h"
#include "models/words.h"

PlanModel::PlanModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PlanModel::setPlan(const DeployPlan &plan)
{
    beginResetModel(); // another plan is another subject
    m_plan = plan;
    endResetModel();
}

void PlanModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(Column::Count) - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, int(Column::Count) - 1));
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_plan.steps.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlannedStep &step = m_plan.steps.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(step, column);
    case Qt::AccessibleTextRole:
        return step.writes && !step.skipped
            ? tr("%1, changes the platform").arg(Words::plannedStep(step, m_plan))
            : Words::plannedStep(step, m_plan);
    case Qt::ToolTipRole:
    case Roles::Raw:
        return step.detail;
    case Qt::TextAlignmentRole:
        return column == Column::Usual ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                                       : QVariant(int(Qt::AlignLeft | Qt::AlignVCenter));
    case Roles::Status:
        return int(step.skipped ? Status::Skipped : Status::Waiting);
    case Roles::Id:
        return index.row();
    case SkippedRole:
        return step.skipped;
    case WritesRole:
        return step.writes && !step.skipped;
    case PhaseStartRole:
        return index.row() == 0 || m_plan.steps.at(index.row() - 1).phase != step.phase;
    case OfMachineRole:
        return !step.lane.isEmpty();
    case DestroysRole:
        return step.step == Step::RetireMachine && step.reason != PlanReason::None;
    case ReasonRole:
        return step.reason == PlanReason::None ? QString()
                                               : Words::reason(step.reason, step.reasonArgs);
    default:
        return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole
        && section == int(Column::Usual))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Step:
        return tr("Step");
    case Column::Writes:
        return m_plan.stack ? tr("Changes the server") : tr("Changes the platform");
    case Column::Usual:
        return tr("Usually");
    case Column::Count:
        break;
    }
    return {};
}

QString PlanModel::text(const PlannedStep &step, Column column) const
{
    switch (column) {
    case Column::Step:
        return Words::plannedStep(step, m_plan);
    case Column::Writes:
        if (step.skipped)
            return tr("skipped");
        //: a step of the plan that changes something on the platform
        return step.writes ? tr("writes") : tr("reads");
    case Column::Usual:
        return step.usual && !step.skipped ? Format::duration(step.usual->p50) : QString();
    case Column::Count:
        break;
    }
    return {};
}
