#pragma once

#include "models/roles.h"
#include "settings/account.h"

#include <QAbstractTableModel>

// The accounts and what their tokens may do.
class AccountsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Name,
        Organizations,
        Rights,
        Kept,
        Expiry,
        Count
    };

    explicit AccountsModel(QObject *parent = nullptr);

    void setAccounts(const QList<Account> &accounts); // merged by id
    void retranslate();
    [[nodiscard]] const QList<Account> &accounts() const { return m_accounts; }
    [[nodiscard]] int rowOf(const AccountId &id) const; // -1: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Account &account, Column column) const;

    QList<Account> m_accounts;
};
