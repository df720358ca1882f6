#include "models/wordsaccounts.h"

#include "models/format.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct AccountText
{
    Q_DECLARE_TR_FUNCTIONS(WordsAccounts)
};

QString tokenProblem(const QString &code)
{
    if (code == "token-empty"_L1)
        return AccountText::tr("There is no token in it.");
    if (code == "token-text"_L1)
        return AccountText::tr(
            "This is not a token, or it is cut off. Copy the whole of it, and only it.");
    if (code == "token-foreign"_L1)
        return AccountText::tr("This is the token of another service, not of Fly.io.");
    if (code == "token-discharge"_L1)
        return AccountText::tr(
            "A part of the token is missing: these are only the proofs that belong to it.");
    return {};
}

QString keepingProblem(const QString &code)
{
    if (code == "no-account"_L1)
        return AccountText::tr("No account is connected. Connect one, or try the sandbox.");
    if (code == "keychain-absent"_L1)
        return AccountText::tr(
            "This desktop has no keychain. Keep the token in an encrypted file, or for "
            "this session only.");
    if (code == "keychain-locked"_L1)
        return AccountText::tr("The keychain is locked, or refused. Unlock it and try again.");
    if (code == "vault-locked"_L1)
        return AccountText::tr("The encrypted file with the tokens is locked. Give its password.");
    if (code == "wrong-password"_L1)
        return AccountText::tr("This is not the password of the encrypted file.");
    if (code == "session-over"_L1)
        return AccountText::tr(
            "The token was kept for one session only. Connect the account again.");
    return {};
}

} // namespace

QString WordsAccounts::kept(const Account &account)
{
    switch (account.place) {
    case TokenPlace::Keychain:
        return AccountText::tr("in the keychain");
    case TokenPlace::EncryptedFile:
        return AccountText::tr("in an encrypted file");
    case TokenPlace::Session:
        return AccountText::tr("for this session only");
    case TokenPlace::Environment:
        return AccountText::tr("in the variable %1, read each time").arg(account.foundAt);
    case TokenPlace::FlyctlFile:
        return AccountText::tr("in flyctl's file %1, read each time").arg(account.foundAt);
    }
    return {};
}

QString WordsAccounts::found(const FoundToken &token)
{
    if (token.place == TokenPlace::Environment)
        return AccountText::tr("The variable %1: %2").arg(token.foundAt, kinds(token.kinds));
    return token.lastLogin.isValid()
        ? AccountText::tr("flyctl's file %1, logged in %2: %3")
              .arg(token.foundAt, Format::dateTime(token.lastLogin), kinds(token.kinds))
        : AccountText::tr("flyctl's file %1: %2").arg(token.foundAt, kinds(token.kinds));
}

QString WordsAccounts::kinds(const QStringList &kinds)
{
    const bool macaroon = kinds.contains("macaroon"_L1);
    const bool personal = kinds.contains("personal"_L1);
    if (macaroon && personal)
        return AccountText::tr("tokens with limits and a personal token");
    return macaroon ? AccountText::tr("a token with limits") : AccountText::tr("a personal token");
}

QString WordsAccounts::organizations(const TokenScope &scope)
{
    return scope.organizations.isEmpty() ? AccountText::tr("not told", "organisations")
                                         : scope.organizations.join(u", "_s);
}

QString WordsAccounts::rights(const TokenScope &scope)
{
    return scope.readOnly ? AccountText::tr("reads only") : AccountText::tr("reads and writes");
}

QString WordsAccounts::expiry(const TokenScope &scope)
{
    return scope.expiresAt.isValid() ? Format::dateTime(scope.expiresAt)
                                     : AccountText::tr("not told", "expiry");
}

QStringList WordsAccounts::facts(const TokenScope &scope, const QStringList &kinds)
{
    QStringList lines;
    if (!scope.user.isEmpty())
        lines.append(AccountText::tr("It belongs to %1.").arg(scope.user));
    if (scope.apps.size() == 1)
        lines.append(AccountText::tr("It opens the app %1 only.").arg(scope.apps.first()));
    else if (!scope.apps.isEmpty())
        lines.append(
            AccountText::tr("It opens these apps only: %1.").arg(scope.apps.join(u", "_s)));
    else if (!scope.organizations.isEmpty())
        lines.append(
            AccountText::tr("It opens all apps of %1.").arg(scope.organizations.join(u", "_s)));
    else
        lines.append(AccountText::tr("The platform does not tell which organisations it opens."));
    if (scope.readOnly)
        lines.append(AccountText::tr("It may read, and change nothing."));
    else if (kinds.contains("personal"_L1))
        lines.append(AccountText::tr("It may do everything that its owner may do."));
    else
        lines.append(AccountText::tr("It may read and, as far as it tells, change things."));
    lines.append(scope.expiresAt.isValid()
            ? AccountText::tr("It is good until %1.").arg(Format::dateTime(scope.expiresAt))
            : AccountText::tr("It does not tell when it ends."));
    return lines;
}

QStringList WordsAccounts::facts(const Account &account)
{
    QStringList lines = facts(account.scope, account.kinds);
    lines.append(AccountText::tr("The token is %1.", "where it is kept").arg(kept(account)));
    if (account.readOnly)
        lines.append(
            AccountText::tr("It is switched to read-only here: nothing is written with it."));
    return lines;
}

QString WordsAccounts::problem(const Error &error)
{
    if (error.code == "not-sent-read-only"_L1)
        return AccountText::tr("The account is switched to read-only here: nothing was sent.");
    if (error.code == "not-sent-origin"_L1)
        return AccountText::tr("The token does not belong to that place: nothing was sent.");
    const QString token = tokenProblem(error.code);
    return token.isEmpty() ? keepingProblem(error.code) : token;
}
