#pragma once

class QString;
class QToolButton;

// A button that shows a glyph only says its text as a tooltip and to a screen reader.
void nameIconButton(QToolButton *button, const QString &text);
