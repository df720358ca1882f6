#pragma once

#include "app/startoptions.h"

#include <QString>

#include <optional>

struct DesktopOptions
{
    StartOptions start;
    QString language; // "en", "es" or empty: as it was
    QString app; // to open
    std::optional<int> exitCode; // help was shown, or the command line refused: end with it
};

// Of the application object's arguments.
DesktopOptions parseDesktopOptions();
