#pragma once

#include <QObject>

class QWidget;

// For tests/bench: with ATALAYA_BENCH_FIRST_PAINT=1 it writes "first-paint" to standard output when
// the window has been painted for the first time.
class FirstPaint final : public QObject
{
    Q_OBJECT

public:
    static void reportOf(QWidget &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using QObject::QObject;
};
