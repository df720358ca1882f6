#pragma once

#include "types/deploymentstate.h"

#include <QDialog>

class PrimaryButton;
class QLabel;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

// A deployment stopped half-way: each way on with what it would do. Nothing happens until one is
// chosen, and what changes machines shows its plan first.
class QuestionDialog final : public QDialog
{
    Q_OBJECT

public:
    // `state` has an open question.
    explicit QuestionDialog(const DeploymentState &state, QWidget *parent = nullptr);

Q_SIGNALS:
    void answered(FailureAnswer answer);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Choice
    {
        FailureAnswer answer;
        QRadioButton *button;
        QLabel *meaning;
    };

    void build();
    void retranslate();
    void give();

    const DeploymentState m_state;
    QLabel *m_question;
    QList<Choice> m_choices;
    PrimaryButton *m_go;
    QPushButton *m_close;
};
