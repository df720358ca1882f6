#pragma once

#include "core/networkroute.h"
#include "settings/account.h"

class TokenKeeper;

// Where name and password for a proxy are kept: as tokens are, under a name of their own.
struct KeptProxyLogin
{
    QString proxy; // "host:port"
    TokenPlace place = TokenPlace::Keychain; // or EncryptedFile
    bool operator==(const KeptProxyLogin &) const = default;
};

// Blocking: for pool and command threads.
namespace ProxyLogin {
// Nothing: there is none in that place. Errors as TokenKeeper has them.
[[nodiscard]] Result<std::optional<NetworkRoute::Login>> read(
    TokenKeeper &keeper, TokenPlace place);
[[nodiscard]] Result<void> write(
    TokenKeeper &keeper, TokenPlace place, const NetworkRoute::Login &login);
[[nodiscard]] Result<void> remove(TokenKeeper &keeper, TokenPlace place); // gone already: success
} // namespace ProxyLogin
