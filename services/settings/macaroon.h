#pragma once

#include <QByteArray>
#include <QDateTime>

// What a macaroon of Fly.io says of itself. It is signed but not encrypted: base64 of a MessagePack
// list [nonce, place, caveats, signature], where the caveats are type and body in turn. Whatever is
// not understood is left out; the platform decides in the end.
struct MacaroonFacts
{
    bool isDischarge = false; // grants nothing by itself: its place is another than the platform
    bool readOnly = false; // an organisation or all of it is restricted to reading
    QDateTime expiresAt; // the earliest end of its windows; invalid: none
};
MacaroonFacts macaroonFacts(const QByteArray &token);

[[nodiscard]] bool isMacaroon(const QByteArray &token); // one that grants something
[[nodiscard]] bool isDischarge(const QByteArray &token); // the companion of a macaroon
