#pragma once

#include "models/roles.h"
#include "types/deployplan.h"

#include <QAbstractTableModel>

// The steps of a plan in order, as they will run: what is written, what is re-used and why.
class PlanModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Step,
        Writes,
        Usual,
        Count
    };
    enum Role
    {
        SkippedRole = Roles::Own,
        WritesRole,
        PhaseStartRole, // the first step of its phase
        OfMachineRole, // on a machine's lane
        DestroysRole, // something that cannot be brought back
        ReasonRole, // why it is skipped, in words
    };

    explicit PlanModel(QObject *parent = nullptr);

    void setPlan(const DeployPlan &plan);
    [[nodiscard]] const DeployPlan &plan() const { return m_plan; }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const PlannedStep &step, Column column) const;

    DeployPlan m_plan;
};
