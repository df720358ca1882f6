#include "app/desktop/firstpaint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <cstdio>

void FirstPaint::reportOf(QWidget &window)
{
    if (qEnvironmentVariableIntValue("ATALAYA_BENCH_FIRST_PAINT") > 0)
        window.installEventFilter(new FirstPaint(&window));
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // After this pass, when the children are painted too and the frame was handed over.
        QTimer::singleShot(0, this, [this] {
            std::fputs("first-paint\n", stdout);
            std::fflush(stdout);
            deleteLater();
        });
    }
    return QObject::eventFilter(watched, event);
}
