#pragma once

#include "types/deploymentstate.h"

#include <QWidget>

class QTreeView;
class SpanTableModel;

// The chart's twin for those who read rather than look: the same steps as rows, with the same
// selection.
class SpanTable final : public QWidget
{
    Q_OBJECT

public:
    explicit SpanTable(QWidget *parent = nullptr);

    void setState(const DeploymentState &state);
    void setNow(const QDateTime &now);
    [[nodiscard]] SpanId selectedSpan() const;
    void setSelectedSpan(SpanId span);
    void chooseNewest(); // the first step of the last attempt

Q_SIGNALS:
    void selectedSpanChanged(SpanId span);
    void spanActivated(SpanId span); // Enter or double click
    void chartRequested(); // T

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void fitColumns();

    QTreeView *m_view;
    SpanTableModel *m_model;
};
