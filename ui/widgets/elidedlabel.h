#pragma once

#include <QFrame>

// One line of text that gives way: cut at the right with an ellipsis, whole in the tooltip and for
// a screen reader. `muted` and `strong` pick colour and weight from theme and font, live.
class ElidedLabel final : public QFrame
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    void setHint(const QString &hint); // more for the tooltip
    void setMuted(bool muted);
    void setElideMode(Qt::TextElideMode mode);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateToolTip();

    QString m_text;
    QString m_hint;
    bool m_muted = false;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};
