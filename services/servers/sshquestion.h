#pragma once

#include "core/promise.h"
#include "core/secret.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>

// What ssh asks a person while it connects.
struct SshQuestion
{
    enum class Kind
    {
        HostKey, // "yes" trusts the server from now on
        Passphrase, // of a private key
        Password,
        OneTimeCode, // anything else that the server asks for
        Pin, // of a hardware key
        Touch, // nothing is to be typed; goes away when the key was touched
        Confirm, // "yes" or "no"
        Other,
    };

    Kind kind = Kind::Other;
    QString server; // as the console calls it
    QStringList words; // of ssh and of that host, sanitised: shown as a quote
    QString subject; // whose: path of a key, "user@host"
    QString keyType; // of a host key: "ED25519"
    QString fingerprint; // of a host key: "SHA256:…"
    bool again = false; // the answer before was not right
    bool operator==(const SshQuestion &) const = default;
};
QString sshQuestionName(SshQuestion::Kind kind);

// `hint` is what ssh says of the kind: "", "confirm" or "none".
[[nodiscard]] SshQuestion questionFromPrompt(const QString &prompt, const QString &hint);

// Asked on the IO thread, which it must not hold up; an error is "no". The answer to HostKey and
// Confirm is "yes"; that to Touch is not looked at. `moot` is stopped when nobody waits for the
// answer any more: the key was touched, ssh gave up.
using SshAsker = std::function<Pending<Secret>(const SshQuestion &question, std::stop_token moot)>;
