#pragma once

#include "types/fleetserver.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTreeView;
class RowsModel;
class StatePages;

// What a server is, what it has left, and its stacks; or where a stack is, and its services.
class ServerBody final : public QWidget
{
    Q_OBJECT

public:
    explicit ServerBody(QWidget *parent = nullptr);

    void setPlace(const FleetServer &server, const QString &stack);
    [[nodiscard]] ServerPlace place() const;
    void setNow(const QDateTime &now);
    void focusTable();

Q_SIGNALS:
    void connectRequested();
    void stackChosen(const ServerPlace &place);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showPlace();
    void showServerRows();
    void showStackRows(const StackFacts &stack);
    void setColumns(const QStringList &headers, int stretched);
    void fitFacts();
    void openRow();

    std::optional<FleetServer> m_server;
    QString m_stack;
    QDateTime m_now;
    RowsModel *m_facts;
    QTreeView *m_factsView;
    QLabel *m_tableTitle;
    RowsModel *m_table;
    QTreeView *m_tableView;
    StatePages *m_tablePages;
    StatePages *m_pages;
};
