#include "models/deploymentsmodel.h"

#include "models/format.h"
#include "models/words.h"

#include <algorithm>

namespace {

Status statusOfRow(const DeploymentSummary &row)
{
    switch (row.status) {
    case DeploymentSummary::Status::Running:
    case DeploymentSummary::Status::RunningElsewhere:
        return Status::Running;
    case DeploymentSummary::Status::Interrupted:
        return Status::Warning;
    case DeploymentSummary::Status::Ended:
        break;
    }
    const Status status = statusOf(row.reported, row.verdict);
    return status == Status::Succeeded && row.kind == DeployKind::RollBack ? Status::RolledBack
                                                                           : status;
}

Phase phaseOf(Step step)
{
    switch (step) {
    case Step::Survey:
    case Step::CheckPlan:
        return Phase::Preflight;
    case Step::ResolveImage:
    case Step::BuildImage:
    case Step::BuildStage:
        return Phase::Build;
    case Step::PushImage:
        return Phase::Push;
    case Step::ReleaseCommand:
    case Step::ReleaseMachinePrepare:
    case Step::ReleaseMachineRun:
        return Phase::Migrate;
    case Step::CreateRelease:
    case Step::AcquireLeases:
    case Step::AcquireLease:
    case Step::UpdateMachine:
    case Step::LaunchMachine:
    case Step::RetireMachine:
        return Phase::Update;
    case Step::VerifyReality:
        return Phase::Verify;
    case Step::ReleaseLeases:
    case Step::CloseRelease:
    case Step::DestroyReleaseMachine:
        return Phase::Cleanup;
    default:
        return phaseOfStackStep(step);
    }
}

template <typename Rows> int findId(const Rows &rows, const DeploymentId &id, int from = 0)
{
    for (int row = from; row < int(rows.size()); ++row) {
        if (rows.at(row).id == id)
            return row;
    }
    return -1;
}

} // namespace

DeploymentsModel::DeploymentsModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_now(QDateTime::currentDateTimeUtc())
{
}

void DeploymentsModel::setRows(const QList<DeploymentSummary> &rows)
{
    for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
        if (findId(rows, m_rows.at(last).id) >= 0)
            continue;
        int first = last;
        while (first > 0 && findId(rows, m_rows.at(first - 1).id) < 0)
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
    for (int row = 0; row < int(rows.size()); ++row) {
        const int from = findId(m_rows, rows.at(row).id, row);
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, rows.at(row));
            endInsertRows();
        } else if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_rows.move(from, row);
            endMoveRows();
        }
        if (m_rows.at(row) != rows.at(row)) {
            m_rows[row] = rows.at(row);
            Q_EMIT dataChanged(index(row, 0), index(row, int(Column::Count) - 1));
        }
    }
}

void DeploymentsModel::clear()
{
    if (m_rows.isEmpty())
        return;
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void DeploymentsModel::setNow(const QDateTime &now)
{
    m_now = now;
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, int(Column::Duration)),
            index(int(m_rows.size()) - 1, int(Column::Started)),
            {Qt::DisplayRole});
    }
}

void DeploymentsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(Column::Count) - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, int(Column::Count) - 1));
}

int DeploymentsModel::rowOf(const DeploymentId &id) const
{
    return findId(m_rows, id);
}

int DeploymentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DeploymentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant DeploymentsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DeploymentSummary &row = m_rows.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return tr("Started %1 (%2)")
            .arg(Format::dateTime(row.startedAt), Format::utc(row.startedAt));
    case Qt::AccessibleTextRole:
        return tr("Deployment %1, %2, %3, %4")
            .arg(QLocale().toString(row.number),
                outcomeText(row),
                Format::duration(durationOf(row)),
                Format::age(row.startedAt, m_now));
    case Qt::TextAlignmentRole:
        return column == Column::Duration || column == Column::Started
            ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant(int(Qt::AlignLeft | Qt::AlignVCenter));
    case Roles::Id:
        return row.id.value;
    case Roles::Sort:
        return row.number;
    case Roles::Status:
        return int(statusOfRow(row));
    case Roles::Raw:
        return row.image;
    case KindTextRole:
        return Words::kind(row.kind);
    case RunningRole:
        return row.status == DeploymentSummary::Status::Running
            || row.status == DeploymentSummary::Status::RunningElsewhere;
    case StartedRole:
        return row.startedAt;
    default:
        return {};
    }
}

QVariant DeploymentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Number:
        return tr("Deployment");
    case Column::Outcome:
        return tr("Outcome");
    case Column::Duration:
        return tr("Duration");
    case Column::Started:
        return tr("Started");
    case Column::Count:
        break;
    }
    return {};
}

QString DeploymentsModel::text(const DeploymentSummary &row, Column column) const
{
    switch (column) {
    case Column::Number:
        return tr("#%1").arg(row.number);
    case Column::Outcome:
        return outcomeText(row);
    case Column::Duration:
        if (row.status == DeploymentSummary::Status::Interrupted)
            return {}; // nobody knows when it ended
        return Format::axis(std::chrono::floor<std::chrono::seconds>(durationOf(row)));
    case Column::Started:
        return Format::age(row.startedAt, m_now);
    case Column::Count:
        break;
    }
    return {};
}

QString DeploymentsModel::outcomeText(const DeploymentSummary &row)
{
    switch (row.status) {
    case DeploymentSummary::Status::Running:
        return tr("running");
    case DeploymentSummary::Status::RunningElsewhere:
        return tr("running in %1").arg(row.owner.program);
    case DeploymentSummary::Status::Interrupted:
        return tr("interrupted");
    case DeploymentSummary::Status::Ended:
        break;
    }
    if (row.reported == Reported::Failed && row.failedStep
        && (!row.verdict || !row.verdict->contradicts())) {
        //: in the list of deployments: the phase a deployment failed in
        return tr("failed: %1").arg(Words::phase(phaseOf(*row.failedStep), row.app));
    }
    if (row.verdict)
        return Words::verdictShort(*row.verdict);
    switch (row.reported) {
    case Reported::Succeeded:
        return tr("done, not looked at");
    case Reported::Failed:
        return tr("failed");
    case Reported::Cancelled:
        return tr("cancelled");
    case Reported::Interrupted:
        return tr("interrupted");
    case Reported::RolledBack:
        return tr("rolled back");
    }
    return {};
}

std::chrono::milliseconds DeploymentsModel::durationOf(const DeploymentSummary &row) const
{
    const QDateTime end = row.endedAt.isValid() ? row.endedAt : m_now;
    return std::chrono::milliseconds(std::max<qint64>(0, row.startedAt.msecsTo(end)));
}
