#pragma once

#include "models/activitymodel.h"

#include <QFrame>

class ElidedLabel;
class QLabel;
class QListView;
class QToolButton;
class StatusMark;

// The bottom of the window: the latest event in words with its time; opens into a list of them.
class ActivityStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit ActivityStrip(QWidget *parent = nullptr);

    void add(const QList<DeployEvent> &events, const DeploymentState &state);
    void setExpanded(bool expanded);
    [[nodiscard]] bool isExpanded() const;
    [[nodiscard]] QString latest() const;

Q_SIGNALS:
    void expandedChanged(bool expanded);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void showLatest();

    ActivityModel *m_model;
    QLabel *m_title;
    QLabel *m_time;
    StatusMark *m_mark;
    ElidedLabel *m_text;
    QToolButton *m_toggle;
    QListView *m_list;
};
