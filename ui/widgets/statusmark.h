#pragma once

#include "models/words.h"

#include <QWidget>

// The shape of a state beside its words. Decoration: the words carry the meaning for a screen
// reader.
class StatusMark final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusMark(QWidget *parent = nullptr);

    void setStatus(Status status);
    [[nodiscard]] Status status() const { return m_status; }
    void setFaded(bool faded); // it was so when it was last seen
    [[nodiscard]] bool isFaded() const { return m_faded; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status = Status::Unknown;
    bool m_faded = false;
};
