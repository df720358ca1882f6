#pragma once

#include "capsule/capsule.h"

#include <QDialog>

class Banner;
class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

// What a capsule would hold, to the letter, before it is written.
class CapsuleDialog final : public QDialog
{
    Q_OBJECT

public:
    // `log`: all there is; it is left out unless it is asked for here.
    CapsuleDialog(const Capsule &capsule, const QList<LogLine> &log, QWidget *parent);

    [[nodiscard]] Capsule capsule() const; // as chosen
    void setPreview(const QByteArray &json);
    void setError(const Error &error);

Q_SIGNALS:
    void previewWanted(); // the choice changed
    void saveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    [[nodiscard]] QString inside() const;
    [[nodiscard]] QString outside() const;

    Capsule m_capsule;
    QList<LogLine> m_log;
    QLabel *m_inside;
    QLabel *m_outside;
    QCheckBox *m_withLog;
    QLabel *m_previewTitle;
    QPlainTextEdit *m_preview;
    Banner *m_banner;
    QPushButton *m_close;
    QPushButton *m_save;
};
