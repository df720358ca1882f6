#pragma once

#include "types/configchange.h"

#include <QWidget>

class PlanConfigModel;
class QLabel;
class QTreeView;

// The part of a plan that shows what becomes of the machines' configuration, against what runs.
class PlanConfigView final : public QWidget
{
    Q_OBJECT

public:
    explicit PlanConfigView(QWidget *parent = nullptr);

    void setChanges(const QList<ConfigChangeSet> &sets);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fitHeight();

    PlanConfigModel *m_model;
    QLabel *m_title;
    QTreeView *m_tree;
    bool m_empty = true;
};
