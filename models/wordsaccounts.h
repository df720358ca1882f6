#pragma once

#include "core/result.h"
#include "settings/account.h"
#include "settings/foundtokens.h"

#include <QString>
#include <QStringList>

// The user's words for accounts and tokens, in the current language.
namespace WordsAccounts {
QString kept(const Account &account); // where its token is: "in the keychain"
QString found(const FoundToken &token); // of a list of tokens that are offered
QString kinds(const QStringList &kinds);
QString organizations(const TokenScope &scope);
QString rights(const TokenScope &scope); // "reads only", "reads and writes"
QString expiry(const TokenScope &scope);
// What a token may do, in whole sentences.
QStringList facts(const TokenScope &scope, const QStringList &kinds);
QStringList facts(const Account &account); // with where it is kept and the switch
// For errors that have a sentence of their own; else empty.
QString problem(const Error &error);
} // namespace WordsAccounts
