#pragma once

#include "types/fleetsnapshot.h"
#include "ui/fleet/fleetmenu.h"

#include <QFrame>
#include <QPersistentModelIndex>
#include <QSet>

class ElidedLabel;
class FleetFilter;
class FleetModel;
class QLabel;
class QLineEdit;
class QModelIndex;
class QTreeView;
class StatePages;

// Accounts, apps and machines, servers and stacks, with their state; filter as you type.
class FleetPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit FleetPanel(QWidget *parent = nullptr);

    void setSnapshot(const FleetSnapshot &snapshot);
    void setNow(const QDateTime &now);
    void select(const AppName &app); // marks it, does not emit
    void select(const ServerPlace &place); // as well
    void setServerEntries(const FleetMenu::ServerEntries &entries);
    [[nodiscard]] FleetModel *model() const { return m_model; }
    void focusFilter();
    void focusTree();

Q_SIGNALS:
    void appChosen(const AppName &app);
    void placeChosen(const ServerPlace &place);
    void retryRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void showState();
    void showAge();
    void filterChanged(const QString &text);
    void rememberFolds();
    void restoreFolds();
    void showHits();
    void unfoldTo(const QModelIndex &parent, bool hitAbove);
    void markSelected();
    void reselect();
    [[nodiscard]] bool marksSelected() const; // the current row is, or belongs to, what is shown
    [[nodiscard]] QModelIndex selectedIndex() const; // of the filter
    void choose(const QModelIndex &proxyIndex);
    void expandNew();
    void selectFirstHit();
    bool filterKey(int key);

    FleetModel *m_model;
    FleetFilter *m_proxy;
    QLabel *m_title;
    QLineEdit *m_filter;
    QTreeView *m_tree;
    ElidedLabel *m_age;
    StatePages *m_pages;
    QDateTime m_now;
    AppName m_selected;
    ServerPlace m_selectedPlace; // instead of an app
    FleetMenu::ServerEntries m_serverEntries;
    QSet<QString> m_expandedOnce; // accounts and servers
    QList<QPersistentModelIndex> m_unfolded; // rows of the model, before the filter
    bool m_arrived = false;
};
