#pragma once

#include <QIcon>

// Small line drawings for tool buttons, drawn anew at any size in the colour the application's
// palette has at that moment: a theme switch needs no new icons.
enum class Glyph
{
    Menu,
    Theme,
    More,
    Search,
    Table,
    Chart,
    Export,
    Copy,
    Fit,
    Up,
    Down,
    Close,
    Tail
};
QIcon glyphIcon(Glyph glyph);
