#include "models/fleetfilter.h"

#include "models/fleetmodel.h"

#include <algorithm>

FleetFilter::FleetFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
}

void FleetFilter::setText(const QString &text)
{
    const QStringList words = text.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

bool FleetFilter::isHit(const QModelIndex &index) const
{
    const QString text = index.data(FleetModel::SearchRole).toString();
    return std::ranges::all_of(
        m_words, [&text](const QString &word) { return text.contains(word); });
}

bool FleetFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return isHit(sourceModel()->index(row, 0, parent));
}
