#pragma once

#include "types/app.h"
#include "types/ids.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUrl>

// Where the token of an account is. Those of somebody else (environment, flyctl's file) are read
// again each time and never copied.
enum class TokenPlace
{
    Keychain,
    EncryptedFile,
    Session, // forgotten when the program ends
    Environment,
    FlyctlFile
};
QString tokenPlaceName(TokenPlace place);
std::optional<TokenPlace> tokenPlaceFromName(QStringView name);

// A credential of Fly.io with what it was found to allow. The token itself is never part of it.
struct Account
{
    AccountId id; // ULID
    QString name;
    TokenPlace place = TokenPlace::Session;
    QString foundAt; // Environment: the variable; FlyctlFile: its path
    QStringList kinds; // of its tokens: "macaroon", "personal"
    TokenScope scope;
    QDateTime checkedAt; // of the scope
    bool readOnly = false; // the user's switch: writes are refused before they leave
    // The origins that the token belongs to; empty: those of Fly.io.
    QUrl machines;
    QUrl web;
    QUrl releases;
    bool operator==(const Account &) const = default;
};
