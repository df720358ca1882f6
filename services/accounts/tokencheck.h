#pragma once

#include "fly/flyclient.h"
#include "settings/tokentext.h"

// What a token may do, found out before it is kept.
struct CheckedToken
{
    TokenText text;
    TokenScope scope;
    QString suggestedName; // of the account: its organisation, app or user
};

// Asks the platform with `client`, which must have this token: GET /tokens/current, the viewer, the
// organisations. The token's own words (read-only, expiry) are added. Blocking.
[[nodiscard]] Result<CheckedToken> checkToken(
    FlyClient &client, const TokenText &text, const CallContext &context);
