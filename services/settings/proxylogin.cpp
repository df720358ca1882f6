#include "settings/proxylogin.h"

#include "core/sanitise.h"
#include "settings/tokenkeeper.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
Account proxyEntry(TokenPlace place)
{
    Account entry;
    entry.id = AccountId(u"network-proxy"_s); // accounts have ULIDs
    entry.place = place;
    return entry;
}
} // namespace

Result<std::optional<NetworkRoute::Login>> ProxyLogin::read(TokenKeeper &keeper, TokenPlace place)
{
    const Result<Secret> kept = keeper.read(proxyEntry(place));
    if (!kept)
        return failure(kept.error());
    // Of letters that every keeper leaves alone.
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromBase64(kept->reveal())).object();
    NetworkRoute::Login login;
    login.proxy = object.value("proxy"_L1).toString();
    login.user = object.value("user"_L1).toString();
    login.password = Secret(object.value("password"_L1).toString().toUtf8());
    if (login.proxy.isEmpty() || login.user.isEmpty())
        return std::optional<NetworkRoute::Login>();
    return std::optional(login);
}

Result<void> ProxyLogin::write(
    TokenKeeper &keeper, TokenPlace place, const NetworkRoute::Login &login)
{
    const QByteArray password = login.password.reveal();
    Redact::addKnown(password);
    const QJsonObject object{{u"proxy"_s, login.proxy},
        {u"user"_s, login.user},
        {u"password"_s, QString::fromUtf8(password)}};
    return keeper.write(
        proxyEntry(place), Secret(QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64()));
}

Result<void> ProxyLogin::remove(TokenKeeper &keeper, TokenPlace place)
{
    return keeper.remove(proxyEntry(place));
}
