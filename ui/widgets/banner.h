#pragma once

#include "models/words.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;
class StatusMark;

// A strip above what a trouble concerns: shape, sentence, perhaps one action, a way to close it.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(const QString &name, QWidget *parent = nullptr);

    void showMessage(Status status, const QString &text, const QString &action = {});
    void dismiss();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();

    StatusMark *m_mark;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};
