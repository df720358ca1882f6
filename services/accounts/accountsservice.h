#pragma once

#include "accounts/accountclients.h"
#include "accounts/browserlogin.h"
#include "core/pool.h"
#include "settings/accountstore.h"
#include "settings/foundtokens.h"
#include "settings/proxylogin.h"

#include <QFileSystemWatcher>
#include <QObject>

// The accounts of a profile as the window and atalayactl know them: what there is, what may be
// connected, and what each may do. Lives in the thread that made it; what blocks runs in its pool.
class AccountsService final : public QObject
{
    Q_OBJECT

public:
    struct Parts // all must outlive the service
    {
        AccountStore *store = nullptr;
        TokenKeeper *keeper = nullptr;
        AccountClients *clients = nullptr;
        Clock *clock = nullptr;
    };
    struct NewAccount
    {
        CheckedToken checked;
        QString name;
        TokenPlace place = TokenPlace::Session;
        QString foundAt; // of somebody else's token
        bool readOnly = false;
        Secret password; // of the encrypted file, when it is not open
    };

    explicit AccountsService(const Parts &parts, QObject *parent = nullptr);
    ~AccountsService() override;

    [[nodiscard]] const QList<Account> &accounts() const { return m_accounts; }
    [[nodiscard]] std::optional<Account> account(const AccountId &id) const;
    // accounts.json could not be read: nothing is changed in it.
    [[nodiscard]] const std::optional<Error> &storeError() const { return m_storeError; }

    // Connecting. Nothing is kept before add().
    [[nodiscard]] QList<FoundToken> found() const; // not those that are accounts already
    [[nodiscard]] Pending<CheckedToken> check(const QByteArray &pasted);
    [[nodiscard]] Pending<CheckedToken> checkFound(const FoundToken &found);
    [[nodiscard]] Pending<BrowserLogin::Session> beginLogin();
    [[nodiscard]] Pending<CheckedToken> finishLogin(const BrowserLogin::Session &session);
    void giveUpLogin();
    [[nodiscard]] Pending<Account> add(const NewAccount &account);

    [[nodiscard]] Pending<Keychain::State> keychain();
    [[nodiscard]] bool hasVault() const { return m_parts.keeper->vault().exists(); }
    [[nodiscard]] bool isVaultOpen() const { return m_parts.keeper->vault().isOpen(); }
    [[nodiscard]] Pending<bool> openVault(const Secret &password);

    // Name and password for a proxy, kept as tokens are. `before`: where they were, and are no
    // more. `password`: of the encrypted file, when it is not open.
    [[nodiscard]] Pending<bool> keepProxyLogin(TokenPlace place,
        const NetworkRoute::Login &login,
        const std::optional<TokenPlace> &before,
        const Secret &password);
    [[nodiscard]] Pending<bool> forgetProxyLogin(TokenPlace place, const Secret &password);

    [[nodiscard]] Pending<Account> recheck(const AccountId &id);
    [[nodiscard]] Result<void> rename(const AccountId &id, const QString &name);
    [[nodiscard]] Result<void> setReadOnly(const AccountId &id, bool readOnly);
    // Its token is taken out of where it was kept; somebody else's stays where it is.
    [[nodiscard]] Pending<bool> remove(const AccountId &id);

Q_SIGNALS:
    void changed(); // accounts() is another

private:
    void reload();
    void follow(); // what another program changed
    void take(const Account &account);
    [[nodiscard]] Result<void> change(
        const AccountId &id, const std::function<void(Account &)> &edit);

    const Parts m_parts;
    QList<Account> m_accounts;
    std::optional<Error> m_storeError;
    QFileSystemWatcher m_watcher;
    std::stop_source m_login;
    Pool m_pool; // last: joined before the rest dies
};
