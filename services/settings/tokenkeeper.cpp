#include "settings/tokenkeeper.h"

#include "core/sanitise.h"
#include "settings/foundtokens.h"

using namespace Qt::StringLiterals;

namespace {
void hideFromSinks(const Secret &token)
{
    for (const QByteArray &one : token.reveal().split(','))
        Redact::addKnown(one);
}
} // namespace

TokenKeeper::TokenKeeper(const QString &folder, const QString &profile)
    : m_vault(folder)
    , m_keychain(u"atalaya-"_s + profile)
{
}

Result<Secret> TokenKeeper::read(const Account &account)
{
    if (account.place == TokenPlace::Environment || account.place == TokenPlace::FlyctlFile) {
        const Result<TokenText> text = FoundTokens::read(account.place, account.foundAt);
        if (text)
            return text->token;
        // For a caller it is an account without a token.
        Error error = text.error();
        error.kind = Error::Kind::Unauthorised;
        return failure(error);
    }
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_known.constFind(account.id);
        if (known != m_known.cend())
            return *known;
    }
    Result<Secret> token = fetch(account);
    if (!token) {
        Error error = token.error();
        if (error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Unavailable)
            error.kind = Error::Kind::Unauthorised;
        return failure(error);
    }
    hideFromSinks(*token);
    const std::lock_guard lock(m_mutex);
    m_known.insert(account.id, *token);
    return token;
}

Result<Secret> TokenKeeper::fetch(const Account &account)
{
    switch (account.place) {
    case TokenPlace::Keychain:
        return await(m_keychain.read(account.id));
    case TokenPlace::EncryptedFile:
        return m_vault.read(account.id);
    case TokenPlace::Session:
    case TokenPlace::Environment:
    case TokenPlace::FlyctlFile:
        break;
    }
    return failure(Error{Error::Kind::Unauthorised,
        u"the token was for one session only, which is over: give it again"_s,
        0,
        {},
        {},
        u"session-over"_s});
}

Result<void> TokenKeeper::write(const Account &account, const Secret &token)
{
    if (account.place == TokenPlace::Keychain) {
        if (const Result<bool> done = await(m_keychain.write(account.id, token)); !done)
            return failure(done.error());
    } else if (account.place == TokenPlace::EncryptedFile) {
        if (const Result<void> done = m_vault.write(account.id, token); !done)
            return done;
    } else if (account.place != TokenPlace::Session) {
        return failure(Error::Kind::Internal, u"somebody else's token is not written"_s);
    }
    hideFromSinks(token);
    const std::lock_guard lock(m_mutex);
    m_known.insert(account.id, token);
    return {};
}

Result<void> TokenKeeper::remove(const Account &account)
{
    {
        const std::lock_guard lock(m_mutex);
        m_known.remove(account.id);
    }
    if (account.place == TokenPlace::Keychain) {
        const Result<bool> done = await(m_keychain.remove(account.id));
        return done ? Result<void>() : failure(done.error());
    }
    return account.place == TokenPlace::EncryptedFile ? m_vault.remove(account.id) : Result<void>();
}
