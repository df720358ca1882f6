#include "app/desktop/firstpaint.h"

#include <QApplication>
#include <QLabel>

// The yardstick of bench_start: the least a Qt window can be.
int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QLabel window(QStringLiteral("A bare Qt window"));
    window.resize(1280, 800);
    FirstPaint::reportOf(window);
    window.show();
    return QApplication::exec();
}
