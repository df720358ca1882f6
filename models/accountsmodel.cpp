#include "models/accountsmodel.h"

#include "models/wordsaccounts.h"

using namespace Qt::StringLiterals;

AccountsModel::AccountsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void AccountsModel::setAccounts(const QList<Account> &accounts)
{
    for (int row = int(m_accounts.size()) - 1; row >= 0; --row) {
        const AccountId id = m_accounts.at(row).id;
        const bool stays = std::ranges::any_of(
            accounts, [&id](const Account &account) { return account.id == id; });
        if (stays)
            continue;
        beginRemoveRows({}, row, row);
        m_accounts.removeAt(row);
        endRemoveRows();
    }
    for (const Account &account : accounts) {
        const int row = rowOf(account.id);
        if (row < 0) {
            beginInsertRows({}, int(m_accounts.size()), int(m_accounts.size()));
            m_accounts.append(account);
            endInsertRows();
        } else if (m_accounts.at(row) != account) {
            m_accounts[row] = account;
            Q_EMIT dataChanged(index(row, 0), index(row, int(Column::Count) - 1));
        }
    }
}

void AccountsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(Column::Count) - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, int(Column::Count) - 1));
}

int AccountsModel::rowOf(const AccountId &id) const
{
    for (int row = 0; row < int(m_accounts.size()); ++row) {
        if (m_accounts.at(row).id == id)
            return row;
    }
    return -1;
}

int AccountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_accounts.size());
}

int AccountsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant AccountsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Account &account = m_accounts.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(account, column);
    case Qt::AccessibleTextRole:
        if (column != Column::Name)
            return text(account, column);
        return QString(account.name + u". "_s + WordsAccounts::facts(account).join(u' '));
    case Roles::Id:
        return account.id.value;
    case Roles::Sort:
        return text(account, column);
    default:
        return {};
    }
}

QVariant AccountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Name:
        return tr("Account");
    case Column::Organizations:
        //: column of a list: organisations or apps that a token gives access to
        return tr("Opens");
    case Column::Rights:
        return tr("May");
    case Column::Kept:
        return tr("Token");
    case Column::Expiry:
        return tr("Good until");
    case Column::Count:
        break;
    }
    return {};
}

QString AccountsModel::text(const Account &account, Column column) const
{
    switch (column) {
    case Column::Name:
        return account.name;
    case Column::Organizations:
        return account.scope.apps.isEmpty() ? WordsAccounts::organizations(account.scope)
                                            : account.scope.apps.join(u", "_s);
    case Column::Rights:
        return account.readOnly ? tr("reads only (your switch)")
                                : WordsAccounts::rights(account.scope);
    case Column::Kept:
        return WordsAccounts::kept(account);
    case Column::Expiry:
        return WordsAccounts::expiry(account.scope);
    case Column::Count:
        break;
    }
    return {};
}
