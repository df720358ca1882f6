#pragma once

#include "capsule/capsule.h"

#include <QWidget>

class Catalogue;
class DeploymentsPanel;
class QLabel;
class StatusMark;

// A deployment that somebody else recorded: chart, verdict and log, and nothing that could be done
// to it. A window of its own, so that it is not taken for an app of one's own.
class CapsuleWindow final : public QWidget
{
    Q_OBJECT

public:
    CapsuleWindow(const Capsule &capsule,
        const DeploymentState &state,
        const Catalogue &catalogue,
        const QString &language,
        QWidget *parent);

    void setLanguage(const QString &language);
    [[nodiscard]] DeploymentsPanel *panel() const { return m_panel; }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void retranslate();

    Capsule m_capsule;
    bool m_ended;
    QLabel *m_title;
    StatusMark *m_mark;
    QLabel *m_notice;
    DeploymentsPanel *m_panel;
};
