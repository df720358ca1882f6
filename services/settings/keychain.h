#pragma once

#include "core/promise.h"
#include "core/secret.h"
#include "types/ids.h"

#include <memory>

// The keychain of the desktop (Secret Service), on a thread of its own: it may ask the person to
// unlock it, which takes as long as it takes. Without a bus or a service it is absent, and nothing
// is started because of us.
class Keychain
{
public:
    enum class State
    {
        Ready,
        Locked, // it is there, and asks for its password when it is used
        Absent
    };

    // `service`: the name that our entries have in it, by profile.
    explicit Keychain(const QString &service);
    ~Keychain(); // open calls answer Cancelled
    Q_DISABLE_COPY_MOVE(Keychain)

    [[nodiscard]] Pending<State> state();
    // Not there: NotFound. Absent: Unavailable with the code "keychain-absent". Refused or still
    // locked: Unauthorised with the code "keychain-locked".
    [[nodiscard]] Pending<Secret> read(const AccountId &id);
    [[nodiscard]] Pending<bool> write(const AccountId &id, const Secret &token);
    [[nodiscard]] Pending<bool> remove(const AccountId &id); // gone already: success

private:
    struct Private;
    std::unique_ptr<Private> d;
};
