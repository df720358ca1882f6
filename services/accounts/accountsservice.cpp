#include "accounts/accountsservice.h"

#include "core/ulid.h"

#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr Clock::Duration answerPatience = 30s;

bool isStored(const Account &account)
{
    return account.place != TokenPlace::Session;
}

Error unknown(const AccountId &id)
{
    return {Error::Kind::NotFound, u"there is no account %1"_s.arg(id.value), 0, {}, {}, {}};
}

CallContext looking(std::stop_token stop)
{
    CallContext context;
    context.stop = std::move(stop);
    context.limit = answerPatience;
    return context;
}

Result<void> openFor(TokenKeeper &keeper, TokenPlace place, const Secret &password)
{
    const bool closed = place == TokenPlace::EncryptedFile && !keeper.vault().isOpen();
    return closed ? keeper.vault().open(password) : Result<void>();
}
} // namespace

AccountsService::AccountsService(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    reload();
    for (const Account &account : std::as_const(m_accounts))
        m_parts.clients->set(account, *m_parts.keeper);
    m_watcher.addPath(m_parts.store->folder());
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &AccountsService::follow);
}

AccountsService::~AccountsService()
{
    giveUpLogin();
}

void AccountsService::reload()
{
    const Result<QList<Account>> stored = m_parts.store->list();
    m_storeError = stored ? std::nullopt : std::optional(stored.error());
    m_accounts = stored.value_or(QList<Account>());
}

void AccountsService::follow()
{
    const QList<Account> before = m_accounts;
    const std::optional<Error> problem = m_storeError;
    reload();
    if (m_storeError) { // while it is damaged, what was known goes on
        m_accounts = before;
    } else {
        for (const Account &account : before) {
            if (!isStored(account))
                m_accounts.append(account);
            else if (!this->account(account.id))
                m_parts.clients->remove(account.id);
        }
    }
    if (m_accounts == before && m_storeError.has_value() == problem.has_value())
        return;
    for (const Account &account : std::as_const(m_accounts))
        m_parts.clients->set(account, *m_parts.keeper);
    Q_EMIT changed();
}

std::optional<Account> AccountsService::account(const AccountId &id) const
{
    const auto found = std::ranges::find(m_accounts, id, &Account::id);
    return found == m_accounts.end() ? std::nullopt : std::optional(*found);
}

void AccountsService::take(const Account &account)
{
    const auto known = std::ranges::find(m_accounts, account.id, &Account::id);
    if (known == m_accounts.end())
        m_accounts.append(account);
    else
        *known = account;
    m_parts.clients->set(account, *m_parts.keeper);
    Q_EMIT changed();
}

QList<FoundToken> AccountsService::found() const
{
    QList<FoundToken> found = FoundTokens::list();
    found.removeIf([this](const FoundToken &token) {
        return std::ranges::any_of(m_accounts, [&token](const Account &account) {
            return account.place == token.place && account.foundAt == token.foundAt;
        });
    });
    return found;
}

Pending<CheckedToken> AccountsService::check(const QByteArray &pasted)
{
    const Secret text{QByteArray(pasted.constData(), pasted.size())};
    return m_pool.run<CheckedToken>(
        [clients = m_parts.clients, text](std::stop_token stop) -> Result<CheckedToken> {
            const Result<TokenText> token = TokenText::read(text.reveal());
            if (!token)
                return failure(token.error());
            return clients->check(*token, looking(std::move(stop)));
        });
}

Pending<CheckedToken> AccountsService::checkFound(const FoundToken &found)
{
    return m_pool.run<CheckedToken>(
        [clients = m_parts.clients, found](std::stop_token stop) -> Result<CheckedToken> {
            const Result<TokenText> token = FoundTokens::read(found.place, found.foundAt);
            if (!token)
                return failure(token.error());
            return clients->check(*token, looking(std::move(stop)));
        });
}

Pending<BrowserLogin::Session> AccountsService::beginLogin()
{
    giveUpLogin();
    m_login = std::stop_source();
    return m_pool.run<BrowserLogin::Session>([clients = m_parts.clients](std::stop_token stop) {
        const std::unique_ptr<HttpTransport> transport = clients->plainTransport();
        return BrowserLogin::begin(
            *transport, clients->places().web, QSysInfo::machineHostName(), std::move(stop));
    });
}

Pending<CheckedToken> AccountsService::finishLogin(const BrowserLogin::Session &session)
{
    return m_pool.run<CheckedToken>(
        [clients = m_parts.clients, clock = m_parts.clock, session, login = m_login](
            std::stop_token stop) mutable -> Result<CheckedToken> {
            const std::stop_callback forward(stop, [&login] { login.request_stop(); });
            const std::unique_ptr<HttpTransport> transport = clients->plainTransport();
            const Result<Secret> given = BrowserLogin::finish(
                *transport, clients->places().web, session.id, *clock, login.get_token());
            if (!given)
                return failure(given.error());
            const Result<TokenText> token = TokenText::read(given->reveal());
            if (!token)
                return failure(token.error());
            return clients->check(*token, looking(login.get_token()));
        });
}

void AccountsService::giveUpLogin()
{
    m_login.request_stop();
}

Pending<Account> AccountsService::add(const NewAccount &wanted)
{
    Account account;
    account.id = AccountId(newUlid());
    account.name =
        wanted.name.trimmed().isEmpty() ? wanted.checked.suggestedName : wanted.name.trimmed();
    account.place = wanted.place;
    account.foundAt = wanted.foundAt;
    account.kinds = wanted.checked.text.kinds;
    account.scope = wanted.checked.scope;
    account.checkedAt = m_parts.clock->wallNow();
    account.readOnly = wanted.readOnly;
    const FlyEndpoints plain;
    const FlyEndpoints &places = m_parts.clients->places();
    if (places.machines != plain.machines || places.web != plain.web
        || places.releases != plain.releases) {
        account.machines = places.machines;
        account.web = places.web;
        account.releases = places.releases;
    }
    const Pending<Account> added = m_pool.run<Account>(
        [parts = m_parts, account, token = wanted.checked.text.token, password = wanted.password](
            std::stop_token) -> Result<Account> {
            if (const Result<void> open = openFor(*parts.keeper, account.place, password); !open)
                return failure(open.error());
            const bool ours =
                account.place != TokenPlace::Environment && account.place != TokenPlace::FlyctlFile;
            if (ours) {
                if (const Result<void> kept = parts.keeper->write(account, token); !kept)
                    return failure(kept.error());
            }
            if (isStored(account)) {
                if (const Result<void> saved = parts.store->save(account); !saved) {
                    (void)parts.keeper->remove(account);
                    return failure(saved.error());
                }
            }
            return account;
        });
    deliver(added, this, [this](const Result<Account> &done) {
        if (done)
            take(*done);
    });
    return added;
}

Pending<Keychain::State> AccountsService::keychain()
{
    return m_parts.keeper->keychain().state();
}

Pending<bool> AccountsService::openVault(const Secret &password)
{
    const Pending<bool> opened =
        m_pool.run<bool>([keeper = m_parts.keeper, password](std::stop_token) -> Result<bool> {
            const Result<void> open = keeper->vault().open(password);
            return open ? Result<bool>(true) : failure(open.error());
        });
    deliver(opened, this, [this](const Result<bool> &done) {
        if (done)
            Q_EMIT changed();
    });
    return opened;
}

Pending<bool> AccountsService::keepProxyLogin(TokenPlace place,
    const NetworkRoute::Login &login,
    const std::optional<TokenPlace> &before,
    const Secret &password)
{
    return m_pool.run<bool>([keeper = m_parts.keeper, place, login, before, password](
                                std::stop_token) -> Result<bool> {
        if (const Result<void> open = openFor(*keeper, place, password); !open)
            return failure(open.error());
        if (const Result<void> kept = ProxyLogin::write(*keeper, place, login); !kept)
            return failure(kept.error());
        if (before && *before != place)
            (void)ProxyLogin::remove(*keeper, *before); // what is left there is asked for no more
        return true;
    });
}

Pending<bool> AccountsService::forgetProxyLogin(TokenPlace place, const Secret &password)
{
    return m_pool.run<bool>(
        [keeper = m_parts.keeper, place, password](std::stop_token) -> Result<bool> {
            if (const Result<void> open = openFor(*keeper, place, password); !open)
                return failure(open.error());
            const Result<void> gone = ProxyLogin::remove(*keeper, place);
            return gone ? Result<bool>(true) : failure(gone.error());
        });
}

Pending<Account> AccountsService::recheck(const AccountId &id)
{
    const std::optional<Account> known = account(id);
    const Pending<Account> checked =
        m_pool.run<Account>([parts = m_parts, known, id](std::stop_token stop) -> Result<Account> {
            if (!known)
                return failure(unknown(id));
            const Result<Secret> token = parts.keeper->read(*known);
            if (!token)
                return failure(token.error());
            const Result<TokenText> text = TokenText::read(token->reveal());
            if (!text)
                return failure(text.error());
            FlyClient *client = parts.clients->client(id);
            if (!client)
                return failure(unknown(id));
            const Result<CheckedToken> found = checkToken(*client, *text, looking(std::move(stop)));
            if (!found)
                return failure(found.error());
            Account now = *known;
            now.kinds = found->text.kinds;
            now.scope = found->scope;
            now.checkedAt = parts.clock->wallNow();
            if (isStored(now)) {
                if (const Result<void> saved = parts.store->save(now); !saved)
                    return failure(saved.error());
            }
            return now;
        });
    deliver(checked, this, [this](const Result<Account> &done) {
        if (done)
            take(*done);
    });
    return checked;
}

Result<void> AccountsService::change(
    const AccountId &id, const std::function<void(Account &)> &edit)
{
    std::optional<Account> known = account(id);
    if (!known)
        return failure(unknown(id));
    edit(*known);
    if (isStored(*known)) {
        if (const Result<void> saved = m_parts.store->save(*known); !saved)
            return saved;
    }
    take(*known);
    return {};
}

Result<void> AccountsService::rename(const AccountId &id, const QString &name)
{
    const QString wanted = name.trimmed();
    if (wanted.isEmpty())
        return failure(Error::Kind::InvalidInput, u"the name of an account is empty"_s);
    return change(id, [&wanted](Account &account) { account.name = wanted; });
}

Result<void> AccountsService::setReadOnly(const AccountId &id, bool readOnly)
{
    return change(id, [readOnly](Account &account) { account.readOnly = readOnly; });
}

Pending<bool> AccountsService::remove(const AccountId &id)
{
    const std::optional<Account> known = account(id);
    const Pending<bool> removed =
        m_pool.run<bool>([parts = m_parts, known, id](std::stop_token) -> Result<bool> {
            if (!known)
                return failure(unknown(id));
            // The token first: an account without its token can be removed again.
            if (const Result<void> gone = parts.keeper->remove(*known); !gone)
                return failure(gone.error());
            if (isStored(*known)) {
                if (const Result<void> saved = parts.store->remove(id); !saved)
                    return failure(saved.error());
            }
            parts.clients->remove(id);
            return true;
        });
    deliver(removed, this, [this, id](const Result<bool> &done) {
        if (!done)
            return;
        m_accounts.removeIf([&id](const Account &account) { return account.id == id; });
        Q_EMIT changed();
    });
    return removed;
}
