#pragma once

#include "core/result.h"
#include "types/deployplan.h"

#include <QDialog>

class Banner;
class ElidedLabel;
class PlanConfigView;
class PlanMachinesModel;
class PlanModel;
class PrimaryButton;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTreeView;
class QVBoxLayout;
class RowsModel;
class StatePages;

// The plan, readable before anything is written. Production asks for the app's name. Window-modal,
// opened with open().
class PlanDialog final : public QDialog
{
    Q_OBJECT

public:
    PlanDialog(const AppName &app, DeployKind kind, QWidget *parent);

    void showLoading();
    void setPlan(const DeployPlan &plan, bool changedMeanwhile);
    void setError(const Error &error);
    void setApplying(bool applying);
    [[nodiscard]] const DeployPlan &plan() const { return m_plan; }

Q_SIGNALS:
    void refreshRequested();
    void applyRequested(const DeployPlan &plan);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void buildContent(QVBoxLayout *column);
    void buildConfirmation(QVBoxLayout *column);
    void retranslate();
    void showPlan();
    void growTo(const QSize &wanted);
    void showTargets(); // machines, or services of a stack
    void showNotices();
    void copyFlyctl();
    void updateConfirm();
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString facts() const;
    [[nodiscard]] QString primaryText() const;
    [[nodiscard]] bool asksAboutCommand() const;
    [[nodiscard]] bool asksAboutFolder() const;
    [[nodiscard]] bool asksAboutDestroying() const;
    [[nodiscard]] bool confirmed() const;
    [[nodiscard]] DeployPlan answeredPlan() const;

    AppName m_app;
    DeployKind m_kind;
    DeployPlan m_plan;
    bool m_hasPlan = false;
    bool m_applying = false;
    bool m_changedMeanwhile = false;

    QLabel *m_title;
    QLabel *m_environment;
    QLabel *m_facts;
    Banner *m_banner;
    QWidget *m_notices;
    QLabel *m_stepsTitle;
    QTreeView *m_steps;
    PlanModel *m_stepsModel;
    QLabel *m_machinesTitle;
    QTreeView *m_machines;
    PlanMachinesModel *m_machinesModel;
    RowsModel *m_servicesModel;
    PlanConfigView *m_config;
    StatePages *m_pages;
    QLabel *m_confirmLabel;
    QLineEdit *m_confirm;
    QWidget *m_question; // about a release command that nobody saw end
    QLabel *m_questionText;
    QRadioButton *m_ranToItsEnd;
    QRadioButton *m_runAgain;
    QCheckBox *m_destroy; // what the plan destroys is meant
    QCheckBox *m_evenSo; // the folder was another app's
    PrimaryButton *m_apply;
    QPushButton *m_refresh;
    QPushButton *m_copy;
    QPushButton *m_close;
};
