#pragma once

#include "models/roles.h"
#include "types/configchange.h"

#include <QAbstractItemModel>

// What becomes of the machines' configs: a branch for the machines with the same changes, a leaf
// for each change.
class PlanConfigModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Setting,
        Now,
        Next,
        Count
    };

    explicit PlanConfigModel(QObject *parent = nullptr);

    void setChanges(const QList<ConfigChangeSet> &sets);
    void retranslate();

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant branchData(const ConfigChangeSet &set, Column column, int role) const;
    [[nodiscard]] QVariant changeData(const ConfigChange &change, Column column, int role) const;
    [[nodiscard]] QString valueText(const ConfigChange &change, Column column) const;

    QList<ConfigChangeSet> m_sets;
};
