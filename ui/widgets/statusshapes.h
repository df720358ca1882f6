#pragma once

#include "models/words.h"

#include <QIcon>
#include <QRectF>

class QPainter;
struct Theme;

// The shape of a state, so that no state is told by colour alone (product.md, Look).
namespace StatusShapes {
// Into the largest centred square of `rect`, in the theme's colour for the status.
void paint(QPainter *painter, const QRectF &rect, Status status, const Theme &theme);
// The same in a colour of the caller's, e.g. on a filled bar.
void paint(QPainter *painter, const QRectF &rect, Status status, const QColor &color);
// Drawn anew at any size and device pixel ratio.
QIcon icon(Status status, const Theme &theme);
QIcon icon(Status status, const QColor &color);
} // namespace StatusShapes
