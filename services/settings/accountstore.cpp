#include "settings/accountstore.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array<std::pair<TokenPlace, QLatin1StringView>, 5> places{{
    {TokenPlace::Keychain, "keychain"_L1},
    {TokenPlace::EncryptedFile, "encrypted-file"_L1},
    {TokenPlace::Session, "session"_L1},
    {TokenPlace::Environment, "environment"_L1},
    {TokenPlace::FlyctlFile, "flyctl"_L1},
}};

QString utc(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime fromUtc(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

QUrl address(const QJsonValue &value)
{
    return QUrl(value.toString(), QUrl::StrictMode);
}

QJsonObject toJson(const Account &account)
{
    return {
        {u"id"_s, account.id.value},
        {u"name"_s, account.name},
        {u"place"_s, tokenPlaceName(account.place)},
        {u"foundAt"_s, account.foundAt},
        {u"kinds"_s, QJsonArray::fromStringList(account.kinds)},
        {u"user"_s, account.scope.user},
        {u"organizations"_s, QJsonArray::fromStringList(account.scope.organizations)},
        {u"apps"_s, QJsonArray::fromStringList(account.scope.apps)},
        {u"tokenReadOnly"_s, account.scope.readOnly},
        {u"expiresAt"_s, utc(account.scope.expiresAt)},
        {u"checkedAt"_s, utc(account.checkedAt)},
        {u"readOnly"_s, account.readOnly},
        {u"machines"_s, account.machines.toString()},
        {u"web"_s, account.web.toString()},
        {u"releases"_s, account.releases.toString()},
    };
}

Result<Account> fromJson(const QJsonObject &object, const QString &where)
{
    Account account;
    account.id = AccountId(object.value("id"_L1).toString());
    account.name = object.value("name"_L1).toString();
    const std::optional<TokenPlace> place = tokenPlaceFromName(object.value("place"_L1).toString());
    if (account.id.isEmpty() || !place)
        return failure(Error::Kind::Storage, u"%1: an account without id or place"_s.arg(where));
    account.place = *place;
    account.foundAt = object.value("foundAt"_L1).toString();
    account.kinds = texts(object.value("kinds"_L1));
    account.scope.user = object.value("user"_L1).toString();
    account.scope.organizations = texts(object.value("organizations"_L1));
    account.scope.apps = texts(object.value("apps"_L1));
    account.scope.readOnly = object.value("tokenReadOnly"_L1).toBool();
    account.scope.expiresAt = fromUtc(object.value("expiresAt"_L1));
    account.checkedAt = fromUtc(object.value("checkedAt"_L1));
    account.readOnly = object.value("readOnly"_L1).toBool();
    account.machines = address(object.value("machines"_L1));
    account.web = address(object.value("web"_L1));
    account.releases = address(object.value("releases"_L1));
    return account;
}
} // namespace

QString tokenPlaceName(TokenPlace place)
{
    for (const auto &[candidate, name] : places) {
        if (candidate == place)
            return name;
    }
    return {};
}

std::optional<TokenPlace> tokenPlaceFromName(QStringView name)
{
    for (const auto &[place, candidate] : places) {
        if (candidate == name)
            return place;
    }
    return std::nullopt;
}

AccountStore::AccountStore(const QString &folder)
    : m_folder(folder)
    , m_list(folder + u"/accounts.json"_s, u"accounts"_s)
{
}

Result<QList<Account>> AccountStore::accountsOf(const QJsonArray &array) const
{
    QList<Account> accounts;
    for (const QJsonValue &value : array) {
        const Result<Account> account = fromJson(value.toObject(), m_list.path());
        if (!account)
            return failure(account.error());
        accounts.append(*account);
    }
    return accounts;
}

Result<QList<Account>> AccountStore::list() const
{
    const Result<QJsonArray> array = m_list.read();
    return array ? accountsOf(*array) : failure(array.error());
}

template <typename Change> Result<void> AccountStore::change(Change change) const
{
    return m_list.change([this, &change](const QJsonArray &before) -> Result<QJsonArray> {
        Result<QList<Account>> accounts = accountsOf(before);
        if (!accounts)
            return failure(accounts.error());
        change(*accounts);
        QJsonArray array;
        for (const Account &account : *accounts)
            array.append(toJson(account));
        return array;
    });
}

Result<void> AccountStore::save(const Account &account)
{
    return change([&account](QList<Account> &accounts) {
        const auto known = std::ranges::find(accounts, account.id, &Account::id);
        if (known == accounts.end())
            accounts.append(account);
        else
            *known = account;
    });
}

Result<void> AccountStore::remove(const AccountId &id)
{
    return change([&id](QList<Account> &accounts) {
        accounts.removeIf([&id](const Account &account) { return account.id == id; });
    });
}
