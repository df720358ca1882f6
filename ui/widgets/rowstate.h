#pragma once

class QPainter;
class QStyleOptionViewItem;

// How every list and table of this program shows that a row is selected or under the pointer, and
// that it has the keyboard.
void paintRowState(QPainter *painter, const QStyleOptionViewItem &option);
void paintRowFocus(QPainter *painter, const QStyleOptionViewItem &option);
