#pragma once

#include "models/roles.h"
#include "types/machine.h"

#include <QAbstractTableModel>

// The machines of one app with their health checks; refreshes merge by id.
class MachinesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Machine,
        State,
        Release,
        Region,
        Checks,
        Group,
        Size,
        Image,
        Updated,
        Count
    };

    explicit MachinesModel(QObject *parent = nullptr);

    void setRows(const QList<Machine> &machines); // sorted by id
    void setNow(const QDateTime &now);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Machine &machine, Column column) const;
    [[nodiscard]] QString toolTip(const Machine &machine, Column column) const;

    QList<Machine> m_rows;
    QDateTime m_now;
};
