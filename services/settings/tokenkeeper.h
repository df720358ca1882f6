#pragma once

#include "settings/account.h"
#include "settings/filevault.h"
#include "settings/keychain.h"

#include <QHash>

#include <mutex>

// Where each account's token is, whatever keeps it. Read when it is first needed and then kept in
// memory until the program ends; somebody else's is read again each time. Blocking: for engine,
// pool and command threads. Thread-safe.
class TokenKeeper
{
public:
    // `folder`: of the encrypted file. `profile`: "default" or "sandbox".
    TokenKeeper(const QString &folder, const QString &profile);
    Q_DISABLE_COPY_MOVE(TokenKeeper)

    [[nodiscard]] Result<Secret> read(const Account &account);
    // To the place that the account names; not for somebody else's.
    [[nodiscard]] Result<void> write(const Account &account, const Secret &token);
    [[nodiscard]] Result<void> remove(const Account &account);

    [[nodiscard]] Keychain &keychain() { return m_keychain; }
    [[nodiscard]] FileVault &vault() { return m_vault; }

private:
    [[nodiscard]] Result<Secret> fetch(const Account &account);

    std::mutex m_mutex;
    QHash<AccountId, Secret> m_known;
    FileVault m_vault;
    Keychain m_keychain;
};
