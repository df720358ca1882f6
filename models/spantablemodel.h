#pragma once

#include "models/roles.h"
#include "types/deploymentstate.h"

#include <QAbstractItemModel>
#include <QLocale>

// The steps of a deployment as a tree: steps, and below them their stages, machines and segments.
// Follows a live deployment without resets; a reset only for another deployment.
class SpanTableModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Step,
        Lane,
        Started,
        Duration,
        Usual,
        Waited,
        Outcome,
        Reason,
        Attempt,
        Count
    };
    Q_ENUM(Column)

    explicit SpanTableModel(QObject *parent = nullptr);

    void setState(const DeploymentState &state);
    [[nodiscard]] const DeploymentState &state() const { return m_state; }
    void setNow(const QDateTime &now); // changes the durations of running steps
    void retranslate();

    [[nodiscard]] SpanId spanAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(SpanId span, Column column = Column::Step) const;

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node
    {
        int parent = -1; // into m_nodes
        int row = 0; // in its parent
        QList<int> children;
    };

    void insertSpan(int index);
    [[nodiscard]] QModelIndex indexOfNode(int node, Column column) const;
    [[nodiscard]] QString text(const SpanState &span, Column column) const;
    [[nodiscard]] QVariant sortKey(const SpanState &span, Column column) const;
    [[nodiscard]] qint64 duration(const SpanState &span) const; // milliseconds
    [[nodiscard]] qint64 waited(const SpanState &span) const;

    DeploymentState m_state;
    QList<Node> m_nodes; // parallel to m_state.spans
    QList<int> m_roots;
    QDateTime m_now;
};
