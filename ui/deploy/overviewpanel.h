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
    void setNow(const QDateTime &now);

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showState();
    void copyId() const;

    std::optional<FleetApp> m_app;
    MachinesModel *m_model;
    QTreeView *m_view;
    StatePages *m_pages;
};
