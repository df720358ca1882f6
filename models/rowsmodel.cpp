#include "models/rowsmodel.h"

#include <algorithm>

RowsModel::RowsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RowsModel::setHeaders(const QStringList &headers)
{
    if (headers == m_headers)
        return;
    if (headers.size() != m_headers.size()) { // once, before anything is shown
        beginResetModel();
        m_headers = headers;
        endResetModel();
        return;
    }
    m_headers = headers;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void RowsModel::setRows(const QList<TextRow> &rows)
{
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (std::ranges::find(rows, m_rows.at(row).id, &TextRow::id) != rows.cend())
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < int(rows.size()); ++row) {
        const auto known = std::find_if(m_rows.cbegin() + row,
            m_rows.cend(),
            [&rows, row](const TextRow &other) { return other.id == rows.at(row).id; });
        const auto from = int(known - m_rows.cbegin());
        if (known == m_rows.cend()) {
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
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TextRow &row = m_rows.at(index.row());
    const QString text = row.texts.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Roles::Sort:
        return text;
    case Qt::ToolTipRole:
        return row.tips.value(index.column()).isEmpty() ? text : row.tips.at(index.column());
    case Qt::AccessibleTextRole:
        return index.column() == 0 && !row.accessible.isEmpty() ? row.accessible : text;
    case Roles::Id:
        return row.id;
    case Roles::Raw:
        return row.raw.isEmpty() ? text : row.raw;
    case Roles::Status:
        return int(row.status);
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_headers.value(section);
}
