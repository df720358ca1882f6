#include "fly/configguest.h"
#include "fly/flycall.h"
#include "fly/flyclient.h"
#include "fly/flyjson.h"
#include "fly/wirereader.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
constexpr int mostFleetPages = 500; // an answer that never ends must not keep us for ever

// Of its config the least (the document's MachineOverviewConfig); nothing of it is ever sent.
MachineConfig overviewConfig(const QJsonObject &told)
{
    MachineConfig config;
    config.image = told.value("image"_L1).toString();
    const QJsonObject metadata = told.value("metadata"_L1).toObject();
    for (auto label = metadata.begin(); label != metadata.end(); ++label)
        config.metadata.insert(label.key(), label.value().toString());
    config.processGroup = config.metadata.value(u"fly_process_group"_s);
    if (config.processGroup.isEmpty())
        config.processGroup = config.metadata.value(u"process_group"_s, u"app"_s);
    const QJsonObject guest = told.value("guest"_L1).toObject();
    config.guest = guestText(guest);
    config.memoryMb = guest.value("memory_mb"_L1).toInt();
    return config;
}

Result<OrganizationMachine> overviewFromJson(const QJsonValue &json, const QString &path)
{
    std::optional<Error> problem;
    WireReader reader(json, path, problem);
    OrganizationMachine entry;
    entry.app = AppName(reader.required("app_name"_L1));
    Machine &machine = entry.machine;
    machine.id = MachineId(reader.required("id"_L1));
    machine.rawState = reader.required("state"_L1);
    machine.state = machineStateFromWire(machine.rawState);
    machine.name = reader.text("name"_L1);
    machine.region = reader.text("region"_L1);
    machine.instanceId = reader.text("instance_id"_L1);
    if (machine.instanceId.isEmpty())
        machine.instanceId = reader.text("version"_L1);
    machine.createdAt = reader.time("created_at"_L1);
    machine.updatedAt = reader.time("updated_at"_L1);
    if (reader.has("config"_L1))
        machine.incompleteConfig = overviewConfig(reader.object("config"_L1));
    if (problem)
        return failure(*problem);
    return entry;
}

FlyRequest fleetListing(
    const QString &organization, const OrganizationQuery &query, const QString &cursor)
{
    FlyRequest request;
    request.path = u"/v1/orgs/%1/machines"_s.arg(organization);
    request.action = u"list-organization-machines"_s;
    request.subject = organization;
    if (query.updatedAfter.isValid())
        request.query.addQueryItem(
            u"updated_after"_s, query.updatedAfter.toUTC().toString(Qt::ISODateWithMs));
    if (query.summary)
        request.query.addQueryItem(u"summary"_s, u"true"_s);
    if (query.includeDeleted)
        request.query.addQueryItem(u"include_deleted"_s, u"true"_s);
    if (!cursor.isEmpty()) // opaque: may hold anything
        request.query.addQueryItem(
            u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    return request;
}

// The cursor of the next page; empty: there is none.
Result<QString> addFleetPage(const QJsonValue &answer, OrganizationMachines &all)
{
    std::optional<Error> problem;
    WireReader page(answer, u"machines"_s, problem);
    const Result<QList<OrganizationMachine>> machines = listFromJson<OrganizationMachine>(
        answer.toObject().value("machines"_L1), u"machines"_s, overviewFromJson);
    const QDateTime updatedAt = page.time("last_updated_at"_L1);
    const QString next = page.text("next_cursor"_L1);
    for (const QJsonValue &region : page.array("error_regions"_L1))
        all.errorRegions.append(region.toString());
    if (problem)
        return failure(*problem);
    if (!machines)
        return failure(machines.error());
    all.machines.append(*machines);
    if (updatedAt.isValid())
        all.lastUpdatedAt = updatedAt;
    return next;
}

Result<QString> addReleasePage(const QJsonObject &data, NewestReleases &all)
{
    const QJsonObject apps = data.value("apps"_L1).toObject();
    if (!apps.value("nodes"_L1).isArray())
        return failure(Error::Kind::Protocol, u"apps.nodes: not a list"_s);
    for (const QJsonValue &node : apps.value("nodes"_L1).toArray()) {
        const AppName name(node.toObject().value("name"_L1).toString());
        const QJsonValue release = node.toObject().value("currentReleaseUnprocessed"_L1);
        if (!release.isObject()) {
            all.insert(name, std::nullopt);
            continue;
        }
        const Result<Release> read =
            releaseFromJson(release, u"apps.nodes(%1).currentReleaseUnprocessed"_s.arg(name.value));
        if (!read)
            return failure(read.error());
        all.insert(name, *read);
    }
    const QJsonObject page = apps.value("pageInfo"_L1).toObject();
    return page.value("hasNextPage"_L1).toBool() ? page.value("endCursor"_L1).toString()
                                                 : QString();
}
} // namespace

Result<OrganizationMachines> FlyClient::organizationMachines(
    const QString &organization, const OrganizationQuery &query, const CallContext &context)
{
    FlyCall call(*this, context);
    OrganizationMachines all;
    QString cursor;
    for (int page = 0; page < mostFleetPages; ++page) {
        const Result<QJsonValue> answer = call.json(fleetListing(organization, query, cursor));
        if (!answer)
            return failure(answer.error());
        const Result<QString> next = addFleetPage(*answer, all);
        if (!next)
            return failure(next.error());
        if (next->isEmpty())
            return all;
        if (*next == cursor)
            break;
        cursor = *next;
    }
    return failure(Error::Kind::Protocol, u"machines.next_cursor: the list does not end"_s);
}

Result<NewestReleases> FlyClient::newestReleases(const CallContext &context)
{
    FlyCall call(*this, context);
    NewestReleases all;
    QString cursor;
    for (int page = 0; page < mostFleetPages; ++page) {
        const Result<QJsonObject> data = call.query(u"newest-releases"_s,
            {},
            u"query($after: String) { apps(type: \"container\", first: 200, after: $after) { nodes { name currentReleaseUnprocessed { id version status imageRef createdAt user { email } } } pageInfo { hasNextPage endCursor } } }"_s,
            {{u"after"_s, cursor.isEmpty() ? QJsonValue() : QJsonValue(cursor)}});
        if (!data)
            return failure(data.error());
        const Result<QString> next = addReleasePage(*data, all);
        if (!next)
            return failure(next.error());
        if (next->isEmpty())
            return all;
        if (*next == cursor)
            break;
        cursor = *next;
    }
    return failure(Error::Kind::Protocol, u"apps.pageInfo.endCursor: the list does not end"_s);
}
