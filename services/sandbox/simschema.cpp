#include "sandbox/simschema.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype largestPage = 200;

const GraphQlField *child(const GraphQlField &field, QLatin1StringView name)
{
    for (const GraphQlField &inner : field.fields) {
        if (inner.name == name)
            return &inner;
    }
    return nullptr;
}

QString userName(const QString &email)
{
    return email.section(u'@', 0, 0);
}
} // namespace

QJsonObject SimSchema::connection(const QJsonArray &nodes, bool more, const QString &end)
{
    QJsonArray edges;
    for (const QJsonValue &node : nodes)
        edges.append(QJsonObject{{u"node"_s, node}});
    return {{u"nodes"_s, nodes},
        {u"edges"_s, edges},
        {u"totalCount"_s, nodes.size()},
        {u"pageInfo"_s, QJsonObject{{u"hasNextPage"_s, more}, {u"endCursor"_s, end}}}};
}

QJsonValue SimSchema::organisation(const QString &slug) const
{
    for (const QJsonValue &value : m_core.s.organisations) {
        const QJsonObject o = value.toObject();
        if (o.value("slug"_L1).toString() != slug)
            continue;
        return QJsonObject{{u"__typename"_s, u"Organization"_s},
            {u"id"_s, o.value("id"_L1)},
            {u"internalNumericId"_s, QString::number(o.value("internalNumericId"_L1).toInt())},
            {u"slug"_s, slug},
            {u"rawSlug"_s, slug},
            {u"name"_s, o.value("name"_L1)},
            {u"type"_s, u"SHARED"_s},
            {u"paidPlan"_s, true},
            {u"billable"_s, true},
            {u"viewerRole"_s, u"admin"_s}};
    }
    return {};
}

QJsonArray SimSchema::organisations() const
{
    QJsonArray all;
    for (const QJsonValue &o : m_core.s.organisations)
        all.append(organisation(o.toObject().value("slug"_L1).toString()));
    return all;
}

QJsonObject SimSchema::release(const SimRelease &release) const
{
    const bool open = release.status == "pending"_L1 || release.status == "running"_L1;
    return {{u"__typename"_s, u"ReleaseUnprocessed"_s},
        {u"id"_s, release.id},
        {u"version"_s, release.version},
        {u"description"_s, release.description},
        {u"reason"_s, u"deploy"_s},
        {u"status"_s, release.status},
        {u"imageRef"_s, release.imageRef},
        {u"stable"_s, release.status == "complete"_L1},
        {u"inProgress"_s, open},
        {u"deploymentStrategy"_s, release.strategy},
        {u"evaluationId"_s, release.id},
        {u"configDefinition"_s, release.definition},
        {u"user"_s,
            QJsonObject{{u"__typename"_s, u"User"_s},
                {u"id"_s, QString(u"user_"_s + userName(release.user))},
                {u"email"_s, release.user},
                {u"name"_s, userName(release.user)}}},
        {u"createdAt"_s, m_core.stamp(release.createdAt)}};
}

QJsonArray SimSchema::releases(const SimApp &app, const GraphQlField &appField) const
{
    const GraphQlField *field = child(appField, "releasesUnprocessed"_L1);
    const int first = field ? field->arguments.value("first"_L1).toInt(25) : 0;
    QJsonArray nodes;
    for (auto it = app.releases.rbegin(); it != app.releases.rend() && nodes.size() < first; ++it)
        nodes.append(release(*it));
    return nodes;
}

// An image of a foreign registry is taken as it was named: nobody here knows what is in it.
QJsonValue SimSchema::image(const SimApp &app, const GraphQlField &appField) const
{
    const GraphQlField *field = child(appField, "image"_L1);
    if (!field)
        return {};
    const QString reference = field->arguments.value("ref"_L1).toString();
    const SimImage *found = m_core.findImage(app, reference);
    if (!found && !m_core.isThere(app, reference))
        return {};
    QString canonical = reference;
    if (found) {
        canonical = u"registry.fly.io/"_s;
        canonical += found->repository;
        canonical += u':';
        canonical += found->tag;
    }
    const QString digest = m_core.digestOf(app, reference);
    // A decimal string on the wire.
    const QString size = QString::number(found ? found->sizeBytes : 64'000'000);
    return QJsonObject{{u"__typename"_s, u"Image"_s},
        {u"id"_s, QString(u"img_"_s + digest.mid(7, 16))},
        {u"digest"_s, digest},
        {u"ref"_s, canonical},
        {u"compressedSize"_s, size},
        {u"compressedSizeFull"_s, size},
        {u"label"_s, found ? found->tag : QString()},
        {u"manifest"_s, QJsonObject()}};
}

QJsonArray SimSchema::secrets(const SimApp &app) const
{
    QJsonArray secrets;
    for (const SimSecret &secret : app.secrets) {
        secrets.append(QJsonObject{{u"__typename"_s, u"Secret"_s},
            {u"name"_s, secret.name},
            {u"digest"_s, secret.digest},
            {u"createdAt"_s, m_core.stamp(secret.createdAt)}});
    }
    return secrets;
}

QJsonObject SimSchema::address(const QJsonObject &ip, const QString &createdAt)
{
    const QString address = ip.value("ip"_L1).toString();
    return {{u"__typename"_s, u"IPAddress"_s},
        {u"id"_s, QString(u"ip_"_s + address)},
        {u"address"_s, address},
        {u"type"_s, ip.value("type"_L1)},
        {u"region"_s, ip.value("region"_L1)},
        {u"createdAt"_s, ip.value("created_at"_L1).toString(createdAt)},
        {u"serviceName"_s, ip.value("service_name"_L1).toString()},
        {u"network"_s, QJsonValue()}};
}

// The shared address is not among the others (fly-io.md 4).
QJsonArray SimSchema::addresses(const SimApp &app) const
{
    QJsonArray nodes;
    for (const QJsonValue &ip : app.ips) {
        if (ip.toObject().value("type"_L1).toString() != "shared_v4"_L1)
            nodes.append(address(ip.toObject(), m_core.stamp(SimTime(0))));
    }
    return nodes;
}

QJsonArray SimSchema::machines(const SimApp &app) const
{
    QJsonArray nodes;
    for (const auto &[id, machine] : app.machines) {
        if (machine.isGone())
            continue;
        const QJsonObject ip{{u"__typename"_s, u"MachineIP"_s},
            {u"family"_s, u"v6"_s},
            {u"kind"_s, u"privatenet"_s},
            {u"ip"_s, machine.privateIp},
            {u"maskSize"_s, 112}};
        nodes.append(QJsonObject{{u"__typename"_s, u"GqlMachine"_s},
            {u"id"_s, machine.id},
            {u"name"_s, machine.name},
            {u"config"_s, machine.config},
            {u"state"_s, machine.state},
            {u"region"_s, machine.region},
            {u"createdAt"_s, m_core.stamp(machine.createdAt)},
            {u"app"_s, QJsonObject{{u"__typename"_s, u"App"_s}, {u"name"_s, app.name}}},
            {u"ips"_s, connection({ip})},
            {u"host"_s, QJsonObject{{u"__typename"_s, u"Host"_s}, {u"id"_s, machine.host}}}});
    }
    return nodes;
}

QJsonValue SimSchema::imageDetails(const SimApp &app) const
{
    const auto found = std::find_if(app.machines.begin(),
        app.machines.end(),
        [](const auto &entry) { return !entry.second.isGone(); });
    if (found == app.machines.end())
        return {};
    QJsonObject details = m_core.machineJson(app, found->second).value("image_ref"_L1).toObject();
    details.remove("labels"_L1);
    details.insert("__typename"_L1, u"ImageVersion"_s);
    details.insert("version"_L1, QString());
    return details;
}

QJsonObject SimSchema::app(const SimApp &app, const GraphQlField &field) const
{
    const bool deployed = app.status == "deployed"_L1 || app.status == "suspended"_L1;
    const QJsonValue current =
        app.releases.isEmpty() ? QJsonValue() : QJsonValue(release(app.releases.last()));
    const QJsonObject definition =
        app.releases.isEmpty() ? QJsonObject() : app.releases.last().definition;
    QJsonValue shared;
    for (const QJsonValue &ip : app.ips) {
        if (ip.toObject().value("type"_L1).toString() == "shared_v4"_L1)
            shared = ip.toObject().value("ip"_L1);
    }
    return {{u"__typename"_s, u"App"_s},
        {u"id"_s, app.name},
        {u"internalNumericId"_s, app.numericId}, // a number here, a text in an organisation
        {u"name"_s, app.name},
        {u"hostname"_s, m_core.hostname(app)},
        {u"cnameTarget"_s, QString(app.id.left(7) + u'.' + m_core.hostname(app))},
        {u"deployed"_s, deployed},
        {u"network"_s, app.network},
        {u"status"_s, app.status},
        {u"version"_s, app.releases.isEmpty() ? 0 : app.releases.last().version},
        {u"appUrl"_s, QString(u"https://"_s + m_core.hostname(app))},
        {u"platformVersion"_s, u"machines"_s},
        {u"organization"_s, organisation(app.organisation)},
        {u"role"_s,
            app.role.isEmpty()
                ? QJsonValue()
                : QJsonObject{{u"__typename"_s, u"AppRole"_s}, {u"name"_s, app.role}}},
        {u"config"_s,
            QJsonObject{{u"__typename"_s, u"AppConfig"_s}, {u"definition"_s, definition}}},
        {u"currentRelease"_s, current},
        {u"currentReleaseUnprocessed"_s, current},
        {u"releasesUnprocessed"_s, connection(releases(app, field))},
        {u"image"_s, image(app, field)},
        {u"imageDetails"_s, imageDetails(app)},
        {u"machines"_s, connection(machines(app))},
        {u"services"_s, QJsonArray()},
        {u"secrets"_s, secrets(app)},
        {u"ipAddresses"_s, connection(addresses(app))},
        {u"egressIpAddresses"_s, connection({})},
        {u"sharedIpAddress"_s, shared},
        {u"hostIssues"_s, connection({})}};
}

QJsonObject SimSchema::apps(const SimToken &token, const GraphQlField &field) const
{
    const QString after = field.arguments.value("after"_L1).toString();
    const QString organisationId = field.arguments.value("organizationId"_L1).toString();
    const qsizetype first =
        std::clamp<qsizetype>(field.arguments.value("first"_L1).toInt(25), 1, largestPage);
    const GraphQlField *node = child(field, "nodes"_L1);
    QJsonArray nodes;
    QString last;
    for (const auto &[name, candidate] : m_core.s.apps) {
        const bool mine = organisationId.isEmpty()
            || organisation(candidate.organisation).toObject().value("id"_L1).toString()
                == organisationId;
        if (!mine || name <= after || !m_core.mayUse(token, name))
            continue;
        if (nodes.size() == first)
            return connection(nodes, true, last);
        nodes.append(app(candidate, node ? *node : GraphQlField()));
        last = name;
    }
    return connection(nodes, false, last);
}

QJsonObject SimSchema::platform() const
{
    QJsonArray regions;
    for (const QJsonValue &value : m_core.s.regions) {
        const QJsonObject region = value.toObject();
        regions.append(QJsonObject{{u"__typename"_s, u"Region"_s},
            {u"code"_s, region.value("code"_L1)},
            {u"name"_s, region.value("name"_L1)},
            {u"latitude"_s, region.value("latitude"_L1)},
            {u"longitude"_s, region.value("longitude"_L1)},
            {u"gatewayAvailable"_s, true},
            {u"requiresPaidPlan"_s, false}});
    }
    return {{u"__typename"_s, u"PlatformQueries"_s},
        {u"requestRegion"_s, regions.at(0).toObject().value("code"_L1)},
        {u"regions"_s, regions}};
}

// A token that belongs to an app has nobody behind it (fly-io.md 4: a union).
QJsonObject SimSchema::viewer(const SimToken &token)
{
    if (token.access == SimToken::Access::Deploy)
        return {{u"__typename"_s, u"Macaroon"_s}, {u"email"_s, token.owner}};
    return {{u"__typename"_s, u"User"_s},
        {u"id"_s, QString(u"user_"_s + userName(token.owner))},
        {u"email"_s, token.owner},
        {u"name"_s, userName(token.owner)},
        {u"enablePaidHobby"_s, false}};
}
