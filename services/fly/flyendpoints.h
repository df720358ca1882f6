#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "types/ids.h"

#include <QUrl>

#include <functional>
#include <stop_token>

// Where an account's services are and what opens them (fly-io.md 1.1, 1.4). The token belongs to
// these origins and is sent nowhere else.
struct FlyEndpoints
{
    AccountId account;
    QUrl machines{QStringLiteral("https://api.machines.dev")}; // flaps, without /v1
    QUrl web{QStringLiteral("https://api.fly.io")}; // GraphQL and logs
    QUrl releases{QStringLiteral("https://api.fly.io")}; // uiex
    Secret token;
    // Asked at every call, on the call's thread, when no token is given above: one that is kept in
    // a keychain, or belongs to somebody else and is re-read.
    std::function<Result<Secret>(std::stop_token)> readToken;
    bool sandbox = false;
};
