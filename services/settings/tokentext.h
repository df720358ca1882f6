#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

// What a person pasted, or a file holds, as a token set of Fly.io (fly-io.md 1.4).
struct TokenText
{
    Secret token; // single tokens joined by commas, without schemes
    QStringList kinds; // "macaroon", "personal"
    bool readOnly = false; // as far as the tokens themselves tell
    QDateTime expiresAt; // invalid: they do not tell

    // Schemes, quotes, blanks, line breaks of a narrow terminal and NAME= in front are tidied away.
    // What cannot be a token of Fly.io answers Unauthorised; its code says why: "token-empty",
    // "token-text" (words, not a token), "token-foreign" (of another service), "token-discharge"
    // (only the companions of a token). The detail holds nothing of the text.
    [[nodiscard]] static Result<TokenText> read(const QByteArray &raw);
};
