#pragma once

#include "core/secret.h"
#include "servers/sshquestion.h"

#include <QDialog>

class PrimaryButton;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

// One question of ssh while it connects: our words above, those of ssh and of the server below, as
// a quote. Window-modal, opened with open(); closing it is "no".
class SshQuestionDialog final : public QDialog
{
    Q_OBJECT

public:
    SshQuestionDialog(const SshQuestion &question, QWidget *parent);

Q_SIGNALS:
    void answered(const Secret &answer); // accepted() follows

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildHostKey();
    QWidget *buildField();
    void retranslate();
    void giveAnswer();
    [[nodiscard]] bool isTyped() const;
    [[nodiscard]] QString goText() const;

    const SshQuestion m_question;
    QLabel *m_text;
    QLabel *m_keyLabel;
    QLabel *m_key;
    QLabel *m_quoteLabel;
    QPlainTextEdit *m_quote;
    QLabel *m_fieldLabel;
    QLineEdit *m_field;
    QCheckBox *m_show;
    QPushButton *m_cancel;
    PrimaryButton *m_go;
};
