#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "types/ids.h"

#include <QMap>
#include <QString>

#include <functional>
#include <mutex>
#include <optional>

// Tokens in a file that a password opens: Argon2id makes a key of it, XSalsa20-Poly1305
// (libsodium's secretbox) seals the content. Made for where there is no keychain. Deriving the key
// takes about a second and blocks: for pool and command threads. Thread-safe.
class FileVault
{
public:
    explicit FileVault(const QString &folder);

    [[nodiscard]] bool exists() const;
    [[nodiscard]] bool isOpen() const;
    // Creates it when there is none. A wrong password answers Unauthorised with the code
    // "wrong-password"; a file that is no vault of ours answers Storage and stays as it is.
    [[nodiscard]] Result<void> open(const Secret &password);
    void close(); // forgets key and content

    // Closed: Unauthorised with the code "vault-locked". Not there: NotFound.
    [[nodiscard]] Result<Secret> read(const AccountId &id);
    [[nodiscard]] Result<void> write(const AccountId &id, const Secret &token);
    [[nodiscard]] Result<void> remove(const AccountId &id); // gone already: success

private:
    struct Header;
    struct Opened;
    [[nodiscard]] Result<std::optional<Header>> load() const;
    [[nodiscard]] Result<void> refresh();
    [[nodiscard]] Result<void> store(const QMap<QString, QByteArray> &content);
    // Under the lock and on the newest content; `edit` says whether there is anything to store.
    [[nodiscard]] Result<void> change(const std::function<bool(QMap<QString, QByteArray> &)> &edit);

    const QString m_path;
    mutable std::mutex m_mutex;
    std::shared_ptr<Opened> m_opened;
};
