#include "accounts/accountsservice.h"
#include "app/composition.h"
#include "app/ctl/command.h"
#include "app/ctl/jsonshapes.h"
#include "app/ctl/session.h"
#include "app/ctl/text.h"
#include "models/format.h"
#include "models/wordsaccounts.h"

using namespace Qt::StringLiterals;

namespace {

QJsonObject scopeObject(const TokenScope &scope, const QStringList &kinds)
{
    return {{u"user"_s, scope.user},
        {u"organizations"_s, QJsonArray::fromStringList(scope.organizations)},
        {u"apps"_s, QJsonArray::fromStringList(scope.apps)},
        {u"tokenReadOnly"_s, scope.readOnly},
        {u"expiresAt"_s, utcText(scope.expiresAt)},
        {u"kinds"_s, QJsonArray::fromStringList(kinds)}};
}

QJsonObject accountObject(const Account &account)
{
    QJsonObject object = scopeObject(account.scope, account.kinds);
    object.insert(u"id"_s, account.id.value);
    object.insert(u"name"_s, account.name);
    object.insert(u"kept"_s, tokenPlaceName(account.place));
    object.insert(u"foundAt"_s, account.foundAt);
    object.insert(u"readOnly"_s, account.readOnly);
    object.insert(u"checkedAt"_s, utcText(account.checkedAt));
    return object;
}

// In the sandbox, or where nothing is stored, there is nothing to manage.
Result<AccountsService *> serviceOf(CtlSession &session)
{
    AccountsService *service = session.composition().accountsService();
    if (!service)
        return failure(Error::Kind::InvalidInput, u"the sandbox has an account of its own only"_s);
    if (service->storeError())
        return failure(*service->storeError());
    if (const Result<void> open = session.openVault(); !open)
        return failure(open.error());
    return service;
}

void tell(CtlSession &session, const Account &account)
{
    session.out().object("account"_L1, {{u"account"_s, accountObject(account)}});
    session.out().line(account.name + u"  "_s + account.id.value);
    for (const QString &line : WordsAccounts::facts(account))
        session.out().line(u"  "_s + line);
}

ExitCode runList(CtlSession &session)
{
    const Result<AccountsService *> service = serviceOf(session);
    if (!service)
        return session.fail(service.error());
    const QList<Account> accounts = (*service)->accounts();
    QJsonArray array;
    for (const Account &account : accounts)
        array.append(accountObject(account));
    session.out().object("accounts"_L1, {{u"accounts"_s, array}});
    if (accounts.isEmpty())
        session.out().line(CtlText::tr("No account is connected."));
    for (const Account &account : accounts) {
        session.out().line(account.name + u"  "_s + account.id.value);
        for (const QString &line : WordsAccounts::facts(account))
            session.out().line(u"  "_s + line);
    }
    return ExitCode::Done;
}

ExitCode runFound(CtlSession &session)
{
    const Result<AccountsService *> service = serviceOf(session);
    if (!service)
        return session.fail(service.error());
    QJsonArray array;
    const QList<FoundToken> found = (*service)->found();
    for (const FoundToken &token : found) {
        array.append(QJsonObject{{u"where"_s, tokenPlaceName(token.place)},
            {u"foundAt"_s, token.foundAt},
            {u"kinds"_s, QJsonArray::fromStringList(token.kinds)}});
        session.out().line(WordsAccounts::found(token));
    }
    session.out().object("found"_L1, {{u"found"_s, array}});
    if (found.isEmpty())
        session.out().line(CtlText::tr("No other token was found on this computer."));
    return ExitCode::Done;
}

Result<CheckedToken> checkFound(
    CtlSession &session, AccountsService &service, AccountsService::NewAccount &wanted)
{
    const QString where = session.invocation().value(u"found"_s);
    for (const FoundToken &token : service.found()) {
        if (tokenPlaceName(token.place) != where)
            continue;
        wanted.place = token.place;
        wanted.foundAt = token.foundAt;
        return session.ask<CheckedToken>([&service, token] { return service.checkFound(token); });
    }
    return failure(Error::Kind::NotFound, u"no token was found there: %1"_s.arg(where));
}

Result<CheckedToken> checkBrowser(CtlSession &session, AccountsService &service)
{
    const Result<BrowserLogin::Session> begun =
        session.ask<BrowserLogin::Session>([&service] { return service.beginLogin(); });
    if (!begun)
        return failure(begun.error());
    session.out().object("login"_L1, {{u"page"_s, begun->page.toString()}});
    session.out().line(
        CtlText::tr("Open this page in a browser and allow it: %1").arg(begun->page.toString()));
    const std::stop_callback giveUp(session.stop(),
        [&service] { QMetaObject::invokeMethod(&service, &AccountsService::giveUpLogin); });
    return session.ask<CheckedToken>(
        [&service, login = *begun] { return service.finishLogin(login); });
}

Result<CheckedToken> checkGiven(CtlSession &session, AccountsService &service)
{
    const Result<std::optional<Secret>> given = readToken(session.invocation().start.token);
    if (!given)
        return failure(given.error());
    if (!*given)
        return failure(Error::Kind::InvalidInput,
            u"there is no token: set ATALAYA_TOKEN, or use --token-file, --token-stdin, "
            "--browser or --found"_s);
    return session.ask<CheckedToken>(
        [&service, token = **given] { return service.check(token.reveal()); });
}

Result<TokenPlace> placeToKeep(const QString &word)
{
    if (word.isEmpty() || word == "keychain"_L1)
        return TokenPlace::Keychain;
    if (word == "file"_L1)
        return TokenPlace::EncryptedFile;
    return failure(
        Error::Kind::InvalidInput, u"a token is kept in keychain or file, not %1"_s.arg(word));
}

ExitCode runAdd(CtlSession &session)
{
    const Result<AccountsService *> found = serviceOf(session);
    if (!found)
        return session.fail(found.error());
    AccountsService &service = **found;
    const CtlInvocation &invocation = session.invocation();
    AccountsService::NewAccount wanted;
    const Result<TokenPlace> place = placeToKeep(invocation.value(u"keep"_s));
    const Result<Secret> password = session.vaultPassword();
    if (!place || !password)
        return session.fail(place ? password.error() : place.error());
    wanted.place = *place;
    wanted.password = *password;
    wanted.name = invocation.value(u"name"_s);
    wanted.readOnly = invocation.has(u"read-only"_s);
    const Result<CheckedToken> checked = invocation.has(u"found"_s)
        ? checkFound(session, service, wanted)
        : invocation.has(u"browser"_s) ? checkBrowser(session, service)
                                       : checkGiven(session, service);
    if (!checked)
        return session.fail(checked.error());
    wanted.checked = *checked;
    const Result<Account> added =
        session.ask<Account>([&service, wanted] { return service.add(wanted); });
    if (!added)
        return session.fail(added.error());
    tell(session, *added);
    return ExitCode::Done;
}

// Runs `work` with the account that the first argument names.
ExitCode withAccount(
    CtlSession &session, const std::function<ExitCode(AccountsService &, const Account &)> &work)
{
    const Result<AccountsService *> service = serviceOf(session);
    if (!service)
        return session.fail(service.error());
    const Result<Account> account = session.findAccount(session.argument());
    return account ? work(**service, *account) : session.fail(account.error());
}

// Changes of the service happen in its own thread.
ExitCode changeAndTell(CtlSession &session,
    AccountsService &service,
    const AccountId &id,
    const std::function<Result<void>()> &change)
{
    const Result<Account> done = session.ask<Account>([&service, id, change] {
        const Promise<Account> promise;
        const Result<void> changed = change();
        promise.fulfil(changed ? Result<Account>(*service.account(id)) : failure(changed.error()));
        return promise.pending();
    });
    if (!done)
        return session.fail(done.error());
    tell(session, *done);
    return ExitCode::Done;
}

ExitCode runRemove(CtlSession &session)
{
    return withAccount(session, [&session](AccountsService &service, const Account &account) {
        const Result<bool> removed =
            session.ask<bool>([&service, id = account.id] { return service.remove(id); });
        if (!removed)
            return session.fail(removed.error());
        session.out().object(
            "account"_L1, {{u"account"_s, accountObject(account)}, {u"removed"_s, true}});
        session.out().line(CtlText::tr("The account %1 was removed.").arg(account.name));
        return ExitCode::Done;
    });
}

ExitCode runAccountCheck(CtlSession &session)
{
    return withAccount(session, [&session](AccountsService &service, const Account &account) {
        const Result<Account> checked =
            session.ask<Account>([&service, id = account.id] { return service.recheck(id); });
        if (!checked)
            return session.fail(checked.error());
        tell(session, *checked);
        return ExitCode::Done;
    });
}

ExitCode runRename(CtlSession &session)
{
    return withAccount(session, [&session](AccountsService &service, const Account &account) {
        return changeAndTell(session, service, account.id, [&session, &service, &account] {
            return service.rename(account.id, session.argument(1));
        });
    });
}

ExitCode runReadOnly(CtlSession &session)
{
    const QString word = session.argument(1);
    if (word != "on"_L1 && word != "off"_L1)
        return session.refuse(CtlText::tr("“%1” is neither on nor off.").arg(word));
    return withAccount(
        session, [&session, &word](AccountsService &service, const Account &account) {
            return changeAndTell(session, service, account.id, [&service, &account, &word] {
                return service.setReadOnly(account.id, word == "on"_L1);
            });
        });
}

} // namespace

QList<CtlCommand> accountCommands()
{
    return {
        {u"accounts list"_s,
            {},
            CtlText::tr("Lists the accounts and what their tokens may do."),
            0,
            0,
            {},
            runList},
        {u"accounts found"_s,
            {},
            CtlText::tr("Lists tokens that other programs have on this computer."),
            0,
            0,
            {},
            runFound},
        {u"accounts add"_s,
            {},
            CtlText::tr("Connects an account; its token is looked at first."),
            0,
            0,
            {{u"name"_s, CtlText::tr("What it is called here."), u"NAME"_s},
                {u"keep"_s, CtlText::tr("Where its token is kept."), u"keychain|file"_s},
                {u"browser"_s, CtlText::tr("Log in with the browser.")},
                {u"found"_s,
                    CtlText::tr("Use a token that another program has; it is not copied."),
                    u"environment|flyctl"_s},
                {u"read-only"_s, CtlText::tr("Switch it to read-only at once.")}},
            runAdd},
        {u"accounts remove"_s,
            u"ACCOUNT"_s,
            CtlText::tr("Forgets an account and its token."),
            1,
            1,
            {},
            runRemove},
        {u"accounts check"_s,
            u"ACCOUNT"_s,
            CtlText::tr("Finds out anew what its token may do."),
            1,
            1,
            {},
            runAccountCheck},
        {u"accounts rename"_s,
            u"ACCOUNT NAME"_s,
            CtlText::tr("Gives it another name here."),
            2,
            2,
            {},
            runRename},
        {u"accounts read-only"_s,
            u"ACCOUNT on|off"_s,
            CtlText::tr("Refuses every write with it before it leaves, or allows them again."),
            2,
            2,
            {},
            runReadOnly},
    };
}
