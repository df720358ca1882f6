#pragma once

#include "core/result.h"
#include "settings/account.h"
#include "settings/lockedlist.h"

#include <QList>

// The accounts of a profile, without their tokens: accounts.json, for its owner alone. Two programs
// may change it at once; each change is read, made and written under a lock. Any thread.
class AccountStore
{
public:
    explicit AccountStore(const QString &folder);

    [[nodiscard]] const QString &folder() const { return m_folder; } // to be watched
    // A missing file is no account; a damaged one is an error, and stays as it is.
    [[nodiscard]] Result<QList<Account>> list() const;
    [[nodiscard]] Result<void> save(const Account &account); // adds, or replaces by id
    [[nodiscard]] Result<void> remove(const AccountId &id); // gone already: success

private:
    [[nodiscard]] Result<QList<Account>> accountsOf(const QJsonArray &array) const;
    template <typename Change> Result<void> change(Change change) const;

    QString m_folder;
    LockedList m_list;
};
