#include "ui/widgets/iconbutton.h"

#include <QToolButton>

void nameIconButton(QToolButton *button, const QString &text)
{
    button->setAccessibleName(text);
    button->setToolTip(text);
}
