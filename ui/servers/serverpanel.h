#pragma once

#include "models/words.h"
#include "types/fleetserver.h"

#include <QWidget>

#include <optional>

class Banner;
class QLabel;
class QMenu;
class QTreeView;
class RowsModel;
class ServerHeader;
class StatePages;

// A server: what it is, what it has left, its stacks. Or one of its stacks: where it is, and its
// services.
class ServerPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ServerPanel(QWidget *parent = nullptr);

    void setPlace(const FleetServer &server, const QString &stack);
    void clear(); // nothing is shown here any more
    [[nodiscard]] ServerPlace place() const;
    void setNow(const QDateTime &now);
    void tell(Status status, const QString &text); // until the place changes
    void openMenu();
    void focusTable();

Q_SIGNALS:
    void connectRequested();
    void terminalRequested();
    void menuRequested(QMenu *menu);
    void stackChosen(const ServerPlace &place);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void showPlace();
    void showServerRows();
    void showStackRows(const StackFacts &stack);
    void showTrouble();
    void setColumns(const QStringList &headers, int stretched);
    void fitFacts();
    void openRow();

    std::optional<FleetServer> m_server;
    QString m_stack;
    QDateTime m_now;
    QString m_troubleTold; // what the banner says of the connection
    ServerHeader *m_header;
    Banner *m_banner;
    RowsModel *m_facts;
    QTreeView *m_factsView;
    QLabel *m_tableTitle;
    RowsModel *m_table;
    QTreeView *m_tableView;
    StatePages *m_tablePages;
    StatePages *m_pages;
};
