#pragma once

#include "models/comparison.h"
#include "models/roles.h"

#include <QAbstractItemModel>

// A comparison as a tree: the whole and the phases, in a phase its lanes. The last column is what
// is painted: two bars, whose numbers are the columns before it.
class ComparisonModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Part,
        First,
        Second,
        Difference,
        Remark,
        Bars,
        Count
    };
    Q_ENUM(Column)
    enum Role // of Column::Bars, as shares of the longest: 0 to 1
    {
        FirstWorkedRole = Roles::Own,
        FirstWaitedRole,
        SecondWorkedRole,
        SecondWaitedRole,
    };

    explicit ComparisonModel(QObject *parent = nullptr);

    // The names are what the user calls the two: "#56", "#58".
    void setComparison(
        const DeploymentComparison &comparison, const QString &first, const QString &second);
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

    // The texts of a part, which atalayactl shows too.
    static QString name(const DeploymentComparison::Part &part);
    static QString took(const DeploymentComparison::Side &side);
    static QString difference(const DeploymentComparison::Part &part);
    static QString remark(const DeploymentComparison::Part &part);

private:
    [[nodiscard]] const DeploymentComparison::Part &partAt(const QModelIndex &index) const;
    [[nodiscard]] QString text(const DeploymentComparison::Part &part, Column column) const;
    [[nodiscard]] QString phrase(const DeploymentComparison::Part &part) const;
    [[nodiscard]] QVariant share(const DeploymentComparison::Part &part, int role) const;

    DeploymentComparison m_comparison;
    QString m_first;
    QString m_second;
    QList<QList<int>> m_roots; // into parts: a phase, then its lanes
};
