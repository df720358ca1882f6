#pragma once

#include "core/result.h"
#include "settings/account.h"
#include "settings/tokentext.h"

#include <QList>

// Tokens that are somebody else's: in the environment (FLY_ACCESS_TOKEN, FLY_API_TOKEN) and in the
// file of flyctl. They are offered, never used unasked, read again at each use and never copied.
struct FoundToken
{
    TokenPlace place = TokenPlace::Environment;
    QString foundAt; // the variable, or the path
    QStringList kinds;
    QDateTime lastLogin; // flyctl's file: flyctl itself refuses it 30 days later
    bool operator==(const FoundToken &) const = default;
};

namespace FoundTokens {
// What is there now and could be a token; no values.
[[nodiscard]] QList<FoundToken> list();
// NotFound when it is there no more.
[[nodiscard]] Result<TokenText> read(TokenPlace place, const QString &foundAt);
// $FLY_CONFIG_DIR/config.yml, or that of the home folder.
[[nodiscard]] QString flyctlFile();
} // namespace FoundTokens
