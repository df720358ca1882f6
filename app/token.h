#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QString>

#include <optional>

// Where the programs take a token from: a file, their standard input, or the environment
// (ATALAYA_TOKEN), in this order; never an argument, which every user of the computer can read.
struct TokenSource
{
    QString file;
    bool standardInput = false;
};

// Nothing when no source has one. The variable is removed from the environment, so that no child
// process inherits it, and the value is known to Redact from then on.
[[nodiscard]] Result<std::optional<Secret>> readToken(const TokenSource &source);
