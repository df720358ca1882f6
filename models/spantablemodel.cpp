#include "models/spantablemodel.h"

#include "models/format.h"
#include "models/timelinetext.h"
#include "models/words.h"

#include <algorithm>

SpanTableModel::SpanTableModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void SpanTableModel::setState(const DeploymentState &state)
{
    const bool same = state.id == m_state.id && state.spans.size() >= m_state.spans.size();
    if (!same) {
        beginResetModel();
        m_state = state;
        m_nodes.clear();
        m_roots.clear();
        m_state.spans.clear();
        for (const SpanState &span : state.spans) {
            m_state.spans.append(span);
            insertSpan(static_cast<int>(m_state.spans.size()) - 1);
        }
        endResetModel();
        return;
    }
    const qsizetype known = m_state.spans.size();
    const QList<SpanState> before = m_state.spans;
    m_state = state;
    m_state.spans.resize(known);
    for (qsizetype i = 0; i < known; ++i) {
        if (before.at(i) == m_state.spans.at(i))
            continue;
        const int node = static_cast<int>(i);
        emit dataChanged(indexOfNode(node, Column::Step), indexOfNode(node, Column::Attempt));
    }
    for (qsizetype i = known; i < state.spans.size(); ++i) {
        const SpanState &span = state.spans.at(i);
        const int parent = m_state.spanIndex.value(span.parent, -1);
        const bool nested = parent >= 0 && parent < i;
        const int row =
            static_cast<int>(nested ? m_nodes.at(parent).children.size() : m_roots.size());
        beginInsertRows(nested ? indexOfNode(parent, Column::Step) : QModelIndex(), row, row);
        m_state.spans.append(span);
        insertSpan(static_cast<int>(i));
        endInsertRows();
    }
}

void SpanTableModel::insertSpan(int index)
{
    const int parent = m_state.spanIndex.value(m_state.spans.at(index).parent, -1);
    Node node;
    node.parent = parent >= 0 && parent < index ? parent : -1;
    QList<int> &siblings = node.parent >= 0 ? m_nodes[node.parent].children : m_roots;
    node.row = static_cast<int>(siblings.size());
    siblings.append(index);
    m_nodes.append(node);
}

void SpanTableModel::setNow(const QDateTime &now)
{
    m_now = now;
    for (int i = 0; i < m_state.spans.size(); ++i) {
        if (m_state.spans.at(i).outcome != ::Outcome::Running)
            continue;
        emit dataChanged(indexOfNode(i, Column::Duration),
            indexOfNode(i, Column::Waited),
            {Qt::DisplayRole, Roles::Sort});
    }
}

void SpanTableModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, static_cast<int>(Column::Count) - 1);
    for (int i = 0; i < m_nodes.size(); ++i)
        emit dataChanged(indexOfNode(i, Column::Step), indexOfNode(i, Column::Attempt));
}

SpanId SpanTableModel::spanAt(const QModelIndex &index) const
{
    return index.isValid() ? m_state.spans.at(static_cast<qsizetype>(index.internalId())).id
                           : SpanId{};
}

QModelIndex SpanTableModel::indexOf(SpanId span, Column column) const
{
    const int node = m_state.spanIndex.value(span, -1);
    return node >= 0 && node < m_nodes.size() ? indexOfNode(node, column) : QModelIndex();
}

QModelIndex SpanTableModel::indexOfNode(int node, Column column) const
{
    return createIndex(m_nodes.at(node).row, static_cast<int>(column), static_cast<quintptr>(node));
}

QModelIndex SpanTableModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const QList<int> &siblings = parent.isValid()
        ? m_nodes.at(static_cast<qsizetype>(parent.internalId())).children
        : m_roots;
    return createIndex(row, column, static_cast<quintptr>(siblings.at(row)));
}

QModelIndex SpanTableModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const int parent = m_nodes.at(static_cast<qsizetype>(child.internalId())).parent;
    return parent < 0 ? QModelIndex() : indexOfNode(parent, Column::Step);
}

int SpanTableModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_roots.size());
    if (parent.column() != 0)
        return 0;
    return static_cast<int>(
        m_nodes.at(static_cast<qsizetype>(parent.internalId())).children.size());
}

int SpanTableModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(Column::Count);
}

QVariant SpanTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SpanState &span = m_state.spans.at(static_cast<qsizetype>(index.internalId()));
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(span, column);
    case Qt::ToolTipRole:
        if (column == Column::Started)
            return Format::utc(span.startedAt);
        if (column == Column::Lane && !span.lane.isEmpty())
            return span.lane;
        return column == Column::Reason ? text(span, column) : QVariant();
    case Qt::TextAlignmentRole: {
        const bool number = column == Column::Started || column == Column::Duration
            || column == Column::Usual || column == Column::Waited || column == Column::Attempt;
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft)));
    }
    case Qt::AccessibleTextRole:
        return column == Column::Step ? TimelineText::phrase(span, m_now) : text(span, column);
    case Roles::Id:
        return span.id.value;
    case Roles::Sort:
        return sortKey(span, column);
    case Roles::Status:
        return static_cast<int>(statusOf(span));
    case Roles::Raw:
        return column == Column::Lane ? span.lane : QVariant();
    default:
        return {};
    }
}

QString SpanTableModel::text(const SpanState &span, Column column) const
{
    const auto usual = TimelineText::usualOf(span);
    switch (column) {
    case Column::Step:
        return Words::step(span);
    case Column::Lane:
        return span.step == Step::BuildStage ? span.lane : Format::shortId(span.lane);
    case Column::Started:
        return Format::time(span.startedAt);
    case Column::Duration:
        return span.outcome == ::Outcome::Skipped
            ? QString()
            : Format::duration(std::chrono::milliseconds(duration(span)));
    case Column::Usual:
        return usual ? Format::duration(usual->p50) : QString();
    case Column::Waited: {
        const qint64 ms = waited(span);
        return ms > 0 ? Format::duration(std::chrono::milliseconds(ms)) : QString();
    }
    case Column::Outcome:
        return Words::outcome(span.outcome);
    case Column::Reason:
        if (span.outcome == ::Outcome::Skipped)
            return TimelineText::skipped(span);
        if (span.error)
            return Words::error(*span.error);
        return span.notes.isEmpty() ? QString() : Words::note(span.notes.last());
    case Column::Attempt:
        return QLocale().toString(span.attempt);
    case Column::Count:
        break;
    }
    return {};
}

QVariant SpanTableModel::sortKey(const SpanState &span, Column column) const
{
    const auto usual = TimelineText::usualOf(span);
    switch (column) {
    case Column::Started:
        return span.startedAt;
    case Column::Duration:
        return duration(span);
    case Column::Usual:
        return usual ? static_cast<qint64>(usual->p50.count()) : qint64(-1);
    case Column::Waited:
        return waited(span);
    case Column::Attempt:
        return span.attempt;
    default:
        return text(span, column);
    }
}

qint64 SpanTableModel::duration(const SpanState &span) const
{
    if (span.endedAt.isValid())
        return span.startedAt.msecsTo(span.endedAt);
    return m_now.isValid() ? std::max<qint64>(0, span.startedAt.msecsTo(m_now)) : 0;
}

qint64 SpanTableModel::waited(const SpanState &span) const
{
    if (isWaiting(span.segment))
        return duration(span);
    qint64 sum = 0;
    for (const int child : m_nodes.at(m_state.spanIndex.value(span.id)).children)
        sum += waited(m_state.spans.at(child));
    return sum;
}

QVariant SpanTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Step:
        return tr("Step");
    case Column::Lane:
        return tr("Lane");
    case Column::Started:
        return tr("Started");
    case Column::Duration:
        return tr("Duration");
    case Column::Usual:
        return tr("Usual");
    case Column::Waited:
        //: How much of the duration was waiting
        return tr("Waited");
    case Column::Outcome:
        return tr("Outcome");
    case Column::Reason:
        //: Why it was skipped or failed, or what it last told
        return tr("Reason");
    case Column::Attempt:
        return tr("Attempt");
    case Column::Count:
        break;
    }
    return {};
}
