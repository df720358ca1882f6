#pragma once

#include "core/ratebudget.h"
#include "types/fleetsnapshot.h"

#include <QFrame>

class ActionRegistry;
class BudgetMeter;
class ElidedLabel;
class QLabel;
class QLineEdit;
class QToolButton;
class StatusMark;

// Menu, command field, API budget, account, language and theme.
class TopBar final : public QFrame
{
    Q_OBJECT

public:
    TopBar(ActionRegistry &actions, bool sandbox, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *commandField() const { return m_field; }
    void setSnapshot(const FleetSnapshot &snapshot);
    void setBudget(const RateBudget::State &state);
    void hideBudget();
    void setLanguage(const QString &language);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void retranslate();
    void showAccount();

    ActionRegistry &m_actions;
    bool m_sandbox;
    FleetSnapshot m_snapshot;
    QToolButton *m_menu;
    QLabel *m_title;
    QLineEdit *m_field;
    BudgetMeter *m_budget;
    StatusMark *m_accountMark;
    ElidedLabel *m_account;
    QToolButton *m_english;
    QToolButton *m_spanish;
    QToolButton *m_theme;
};
