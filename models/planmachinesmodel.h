#pragma once

#include "models/roles.h"
#include "types/deployplan.h"

#include <QAbstractTableModel>

// The machines of a plan: what happens to each and why.
class PlanMachinesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Machine,
        Region,
        State,
        Action,
        Count
    };

    explicit PlanMachinesModel(QObject *parent = nullptr);

    void setMachines(const QList<PlannedMachine> &machines);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const PlannedMachine &machine, Column column) const;

    QList<PlannedMachine> m_machines;
};
