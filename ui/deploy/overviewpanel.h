#pragma once

#include "types/fleetsnapshot.h"

#include <QWidget>

#include <optional>

class MachinesModel;
class QTreeView;
class StatePages;

// What an app is made of now: its machines with state, health checks, size and image.
class OverviewPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewPanel(QWidget *parent = nullptr);

    void setApp(const std::optional<FleetApp> &app);
    void select(const MachineId &machine);
    void setNow(const QDateTime &now);

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void showState();
    void fitColumns();
    void copyId() const;

    std::optional<FleetApp> m_app;
    MachinesModel *m_model;
    QTreeView *m_view;
    StatePages *m_pages;
};
