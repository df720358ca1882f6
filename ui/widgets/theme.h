#pragma once

#include "models/words.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QStringList>

// The colours of the program, by what they are for (product.md, Look). A value; widgets ask for the
// one that fits their palette, so a theme switch is a palette change and nothing else.
struct Theme
{
    static constexpr int ProductionEdge = 3; // of the red edge of a production target

    bool dark = false;

    QColor window; // panels, headers, the frozen columns
    QColor surface; // lists, charts
    QColor raised; // buttons, tooltips, bands on the surface
    QColor text;
    QColor mutedText; // still 4.5:1 on window and surface
    QColor hairline; // edges of panels
    QColor grid; // lines inside a chart
    QColor hover; // a row under the pointer
    QColor accent; // the one primary action, the selection
    QColor onAccent; // text on accent
    QColor selection; // a row that is selected, without shouting
    QColor ghost; // usual durations, what is still to come
    QColor production; // edge of header and dialogs of a production target

    [[nodiscard]] QColor status(Status status) const;
    [[nodiscard]] QColor onStatus(Status status) const; // text on a fill of that colour
    [[nodiscard]] QPalette palette() const;

    static const Theme &light();
    static const Theme &darkTheme();
    static const Theme &of(const QPalette &palette); // by the lightness of its window colour
    static const Theme &forScheme(bool dark) { return dark ? darkTheme() : light(); }

    // Families with tabular digits, best first (Qt 6.4 cannot switch a font's features on).
    static QStringList preferredFontFamilies();
    static QStringList monospaceFamilies();
    // `base` in the first installed family of the lists above; size and weight stay.
    static QFont interfaceFont(const QFont &base);
    static QFont monospaceFont(const QFont &base);
};

// a*(1-share) + b*share, opaque.
QColor mixed(const QColor &a, const QColor &b, qreal share);
// WCAG contrast of two opaque colours, 1 to 21.
qreal contrast(const QColor &a, const QColor &b);
