#pragma once

#include "deploy/journal.h"
#include "models/roles.h"

#include <QAbstractTableModel>

// The deployments of one app, newest first. Refreshes merge by id.
class DeploymentsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Number,
        Outcome,
        Duration,
        Started,
        Count
    };
    enum Role
    {
        KindTextRole = Roles::Own, // "Retry", "Roll back"
        RunningRole,
        StartedRole, // QDateTime UTC
    };

    explicit DeploymentsModel(QObject *parent = nullptr);

    void setRows(const QList<DeploymentSummary> &rows);
    void clear(); // another app
    void setNow(const QDateTime &now); // running rows' durations, ages
    void retranslate();
    [[nodiscard]] const QList<DeploymentSummary> &rows() const { return m_rows; }
    [[nodiscard]] int rowOf(const DeploymentId &id) const;
    [[nodiscard]] static QString outcomeText(const DeploymentSummary &row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const DeploymentSummary &row, Column column) const;
    [[nodiscard]] std::chrono::milliseconds durationOf(const DeploymentSummary &row) const;

    QList<DeploymentSummary> m_rows;
    QDateTime m_now;
};
