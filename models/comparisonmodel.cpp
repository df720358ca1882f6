#include "models/comparisonmodel.h"

#include "models/format.h"
#include "models/words.h"

using Milliseconds = DeploymentComparison::Milliseconds;
using Part = DeploymentComparison::Part;
using Side = DeploymentComparison::Side;

namespace {
bool isNumeric(ComparisonModel::Column column)
{
    using Column = ComparisonModel::Column;
    return column == Column::First || column == Column::Second || column == Column::Difference;
}
} // namespace

ComparisonModel::ComparisonModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void ComparisonModel::setComparison(
    const DeploymentComparison &comparison, const QString &first, const QString &second)
{
    beginResetModel(); // another pair is another subject
    m_comparison = comparison;
    m_first = first;
    m_second = second;
    m_roots.clear();
    for (int i = 0; i < int(comparison.parts.size()); ++i) {
        if (comparison.parts.at(i).lane.isEmpty())
            m_roots.append(QList<int>());
        m_roots.last().append(i);
    }
    endResetModel();
}

void ComparisonModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(Column::Count) - 1);
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex phase = index(row, 0);
        Q_EMIT dataChanged(phase, index(row, int(Column::Count) - 1));
        if (const int lanes = rowCount(phase); lanes > 0)
            Q_EMIT dataChanged(index(0, 0, phase), index(lanes - 1, int(Column::Count) - 1, phase));
    }
}

// A root's id is 0, a lane's that of its phase and one more.
QModelIndex ComparisonModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex ComparisonModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_roots.size());
    if (parent.column() > 0 || parent.internalId() != 0)
        return 0;
    return int(m_roots.at(parent.row()).size()) - 1;
}

int ComparisonModel::columnCount(const QModelIndex &) const
{
    return int(Column::Count);
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Part &part = partAt(index);
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(part, column);
    case Qt::AccessibleTextRole:
        return column == Column::Part || column == Column::Bars ? phrase(part) : text(part, column);
    case Qt::ToolTipRole:
        return column == Column::Part && !part.lane.isEmpty() ? part.lane : text(part, column);
    case Qt::TextAlignmentRole:
        return isNumeric(column) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Roles::Status:
        return int(part.second.present ? statusOf(part.second.outcome) : Status::Skipped);
    case Roles::Sort:
        return index.row();
    case FirstWorkedRole:
    case FirstWaitedRole:
    case SecondWorkedRole:
    case SecondWaitedRole:
        return share(part, role);
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter
            | (isNumeric(static_cast<Column>(section)) ? Qt::AlignRight : Qt::AlignLeft));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Part:
        return tr("Phase");
    case Column::First:
        return m_first;
    case Column::Second:
        return m_second;
    case Column::Difference:
        return tr("Difference");
    case Column::Remark:
        return tr("What differs");
    case Column::Bars:
        return tr("Side by side");
    case Column::Count:
        break;
    }
    return {};
}

const Part &ComparisonModel::partAt(const QModelIndex &index) const
{
    const bool root = index.internalId() == 0;
    const int phase = root ? index.row() : int(index.internalId()) - 1;
    return m_comparison.parts.at(m_roots.at(phase).at(root ? 0 : index.row() + 1));
}

QString ComparisonModel::text(const Part &part, Column column) const
{
    switch (column) {
    case Column::Part:
        return name(part);
    case Column::First:
        return took(part.first);
    case Column::Second:
        return took(part.second);
    case Column::Difference:
        return difference(part);
    case Column::Remark:
        return remark(part);
    case Column::Bars:
    case Column::Count:
        break;
    }
    return {};
}

QString ComparisonModel::name(const Part &part)
{
    if (!part.phase)
        return tr("Whole deployment");
    if (part.lane.isEmpty())
        return Words::phase(*part.phase);
    return *part.phase == Phase::Update ? tr("machine %1").arg(part.lane) : part.lane;
}

QString ComparisonModel::took(const Side &side)
{
    if (!side.present)
        return tr("not part of it");
    if (side.skipped)
        return tr("skipped");
    const QString all = Format::duration(side.took());
    return side.waited.count() > 0
        ? tr("%1 (waited %2)", "durations").arg(all, Format::duration(side.waited))
        : all;
}

QString ComparisonModel::difference(const Part &part)
{
    const std::optional<Milliseconds> difference = part.difference();
    if (!difference)
        return {};
    // Below what is shown of a duration, both took the same.
    if (std::chrono::abs(*difference) < Milliseconds(50))
        return tr("the same");
    const QString amount = Format::duration(std::chrono::abs(*difference));
    return difference->count() > 0 ? tr("%1 longer").arg(amount) : tr("%1 shorter").arg(amount);
}

QString ComparisonModel::remark(const Part &part)
{
    const auto outcome = [](const Side &side) {
        return side.skipped && side.reason != PlanReason::None
            ? Words::reason(side.reason, side.reasonArgs)
            : Words::outcome(side.outcome);
    };
    if (!part.first.present || !part.second.present)
        return part.first.present ? tr("only in the first") : tr("only in the second");
    if (part.first.skipped && part.second.skipped)
        return outcome(part.second);
    if (part.first.skipped)
        return tr("skipped in the first: %1").arg(outcome(part.first));
    if (part.second.skipped)
        return tr("skipped in the second: %1").arg(outcome(part.second));
    if (part.first.outcome == part.second.outcome)
        return part.second.outcome == Outcome::Succeeded ? QString() : outcome(part.second);
    return tr("%1, then %2", "outcomes of the first and of the second deployment")
        .arg(outcome(part.first), outcome(part.second));
}

QString ComparisonModel::phrase(const Part &part) const
{
    QStringList said{tr("%1: %2 took %3, %4 took %5")
                         .arg(name(part), m_first, took(part.first), m_second, took(part.second))};
    for (const QString &more : {difference(part), remark(part)}) {
        if (!more.isEmpty())
            said.append(more);
    }
    return said.join(QStringLiteral(", "));
}

QVariant ComparisonModel::share(const Part &part, int role) const
{
    const auto longest = static_cast<double>(m_comparison.longest().count());
    if (longest <= 0)
        return 0.0;
    const Side &side =
        role == FirstWorkedRole || role == FirstWaitedRole ? part.first : part.second;
    const Milliseconds of =
        role == FirstWorkedRole || role == SecondWorkedRole ? side.worked : side.waited;
    return static_cast<double>(of.count()) / longest;
}
