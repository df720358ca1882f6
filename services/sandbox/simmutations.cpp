#include "sandbox/simcore.h"
#include "sandbox/simschema.h"

using namespace Qt::StringLiterals;

// The GraphQL mutations that current clients still send (fly-io.md 4). What moved to the REST APIs
// is not here: a client that sends it is told so.

namespace {
QJsonObject payload(const QString &type, QLatin1StringView key, const QJsonValue &value)
{
    return {{u"__typename"_s, QString(type + u"Payload"_s)},
        {u"clientMutationId"_s, QJsonValue()},
        {key, value}};
}
} // namespace

bool SimCore::mayUse(const SimToken &token, const QString &app) const
{
    if (token.access == SimToken::Access::Deploy)
        return token.app == app;
    const auto found = s.apps.find(app);
    return token.organisation.isEmpty()
        || (found != s.apps.end() && found->second.organisation == token.organisation);
}

Result<QJsonValue> SimCore::mutate(const SimCall &call, const GraphQlField &field)
{
    const QJsonObject input = field.arguments.value("input"_L1).toObject();
    // Peers would need a tunnel; clients that cannot have one fall back to HTTPS.
    if (field.name.contains("WireGuard"_L1))
        return failure(Error::Kind::Rejected, u"WireGuard is not available in the sandbox"_s);
    if (call.token->access == SimToken::Access::ReadOnly)
        return failure(Error::Kind::Rejected, u"Not authorized to perform this action"_s);
    if (field.name == "createLimitedAccessToken"_L1)
        return createLimitedToken(call, input);
    static const QStringList onApps{
        u"setSecrets"_s, u"unsetSecrets"_s, u"allocateIpAddress"_s, u"releaseIpAddress"_s};
    if (!onApps.contains(field.name))
        return failure(Error::Kind::Protocol,
            u"Field '%1' doesn't exist on type 'Mutations'"_s.arg(field.name));
    SimApp *found = app(input.value("appId"_L1).toString());
    if (!found || !mayUse(*call.token, found->name))
        return failure(Error::Kind::NotFound, u"Could not find App"_s);
    if (field.name == "allocateIpAddress"_L1)
        return allocateAddress(*found, input);
    if (field.name == "releaseIpAddress"_L1)
        return releaseAddress(*found, input);
    return mutateSecrets(*found, field.name, input);
}

Result<QJsonValue> SimCore::createLimitedToken(const SimCall &call, const QJsonObject &input)
{
    const QString profile = input.value("profile"_L1).toString();
    SimToken made{"fm2_" + hex(40).toLatin1(), SimToken::Access::Full, call.token->owner, {}};
    if (profile == "deploy"_L1) {
        made.access = SimToken::Access::Deploy;
        const QJsonObject parameters = input.value("profileParams"_L1).toObject();
        const QString name = parameters.value("app_id"_L1).toString();
        const auto owner = std::find_if(s.apps.begin(), s.apps.end(), [&](const auto &entry) {
            return entry.first == name || QString::number(entry.second.numericId) == name;
        });
        if (owner == s.apps.end())
            return failure(Error::Kind::NotFound, u"Could not find App"_s);
        made.app = owner->first;
    } else if (profile == "readonly_organization"_L1 || profile == "readonly"_L1) {
        made.access = SimToken::Access::ReadOnly;
    }
    s.tokens.append(made);
    const QJsonObject token{{u"__typename"_s, u"LimitedAccessToken"_s},
        {u"id"_s, QString::number(s.tokens.size())},
        {u"name"_s, input.value("name"_L1)},
        {u"tokenHeader"_s, QString(u"FlyV1 "_s + QString::fromLatin1(made.token))}};
    return payload(u"CreateLimitedAccessToken"_s, "limitedAccessToken"_L1, token);
}

Result<QJsonValue> SimCore::allocateAddress(SimApp &app, const QJsonObject &input)
{
    const QString type = input.value("type"_L1).toString();
    const QJsonObject ip = newAddress(app, type, input.value("region"_L1).toString());
    if (ip.isEmpty())
        return failure(Error::Kind::Rejected, u"Validation failed: type is not valid"_s);
    QJsonObject made =
        payload(u"AllocateIPAddress"_s, "ipAddress"_L1, SimSchema::address(ip, stamp(s.now)));
    QJsonObject owner = SimSchema(*this).app(app, {});
    made.insert("app"_L1, owner);
    return made;
}

Result<QJsonValue> SimCore::releaseAddress(SimApp &app, const QJsonObject &input)
{
    if (!removeAddress(app, input.value("ip"_L1).toString()))
        return failure(Error::Kind::NotFound, u"Could not find IPAddress"_s);
    return payload(u"ReleaseIPAddress"_s, "app"_L1, SimSchema(*this).app(app, {}));
}

Result<QJsonValue> SimCore::mutateSecrets(
    SimApp &app, const QString &mutation, const QJsonObject &input)
{
    const bool unset = mutation == "unsetSecrets"_L1;
    const QJsonArray entries = input.value(unset ? "keys"_L1 : "secrets"_L1).toArray();
    ++app.secretsVersion;
    for (const QJsonValue &entry : entries) {
        if (unset)
            setSecret(app, entry.toString(), {});
        else
            setSecret(app,
                entry.toObject().value("key"_L1).toString(),
                entry.toObject().value("value"_L1));
    }
    const QJsonValue current = app.releases.isEmpty()
        ? QJsonValue()
        : QJsonValue(SimSchema(*this).release(app.releases.last()));
    return payload(unset ? u"UnsetSecrets"_s : u"SetSecrets"_s, "release"_L1, current);
}
