#pragma once

#include <QSortFilterProxyModel>

// Narrows the fleet as the user types: every word must be found in the row; parents of a hit stay,
// and so do the children of a hit.
class FleetFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FleetFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    // Whether the row itself has what is looked for, of this model or of the source.
    [[nodiscard]] bool isHit(const QModelIndex &index) const;
    [[nodiscard]] bool isActive() const { return !m_words.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};
