#pragma once

#include "app/token.h"

#include <QString>

// What a program was told about where to work.
struct StartOptions
{
    QString program; // "atalaya" or "atalayactl": who owns a run
    bool sandbox = false;
    TokenSource token;
    bool storedAccounts = false; // those of the profile, whatever token is given

    [[nodiscard]] QString profile() const
    {
        return sandbox ? QStringLiteral("sandbox") : QStringLiteral("default");
    }
};
