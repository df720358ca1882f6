#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

// Volumes of an app (fly-io.md 2.5): one machine at most has one.

SimVolume *SimCore::volume(SimApp &app, const QString &id)
{
    const auto found = std::find_if(app.volumes.begin(),
        app.volumes.end(),
        [&id](const SimVolume &volume) { return volume.id == id; });
    return found == app.volumes.end() ? nullptr : &*found;
}

QJsonObject SimCore::volumeJson(const SimVolume &volume) const
{
    const qint64 total = qint64(volume.sizeGb) * 1024 * 1024 * 1024;
    return {{u"id"_s, volume.id},
        {u"name"_s, volume.name},
        {u"state"_s, u"created"_s},
        {u"size_gb"_s, volume.sizeGb},
        {u"region"_s, volume.region},
        {u"zone"_s, volume.zone},
        {u"encrypted"_s, volume.encrypted},
        {u"attached_machine_id"_s,
            volume.attachedTo.isEmpty() ? QJsonValue() : QJsonValue(volume.attachedTo)},
        {u"attached_alloc_id"_s, QJsonValue()},
        {u"created_at"_s, stamp(volume.createdAt)},
        {u"host_dedication_id"_s, QString()},
        {u"snapshot_retention"_s, volume.snapshotRetention},
        {u"auto_backup_enabled"_s, volume.autoBackup},
        {u"host_status"_s, u"ok"_s},
        {u"fstype"_s, u"ext4"_s},
        {u"bytes_used"_s, total / 20},
        {u"bytes_total"_s, total}};
}

// The id of the volume that a machine's config mounts.
QString SimCore::mountedVolume(const QJsonObject &config)
{
    return config.value("mounts"_L1).toArray().at(0).toObject().value("volume"_L1).toString();
}

std::optional<SimReply> SimCore::checkVolume(
    SimApp &app, const QString &machine, const QJsonObject &config)
{
    const QString id = mountedVolume(config);
    if (id.isEmpty())
        return std::nullopt;
    const SimVolume *found = volume(app, id);
    QString text = u"failed_precondition: volume "_s;
    if (!found)
        text += id + u" does not exist"_s;
    else if (!found->attachedTo.isEmpty() && found->attachedTo != machine)
        text = u"volume already claimed by machine "_s + found->attachedTo;
    else
        return std::nullopt;
    return error(412, text);
}

void SimCore::attachVolume(SimApp &app, SimMachine &machine)
{
    if (SimVolume *found = volume(app, mountedVolume(machine.config)))
        found->attachedTo = machine.id;
}

void SimCore::detachVolumes(SimApp &app, const QString &machine)
{
    for (SimVolume &volume : app.volumes) {
        if (volume.attachedTo == machine)
            volume.attachedTo.clear();
    }
}

// /v1/apps/{app}/volumes...
SimReply SimCore::volumesRoute(const SimCall &call, SimApp &app)
{
    const QByteArray &method = call.request.method;
    const QString id = call.path.value(4);
    if (id.isEmpty() && method == "GET") {
        QJsonArray volumes;
        for (const SimVolume &volume : app.volumes)
            volumes.append(volumeJson(volume));
        return json(200, volumes);
    }
    if (id.isEmpty() && method == "POST")
        return createVolume(call, app);
    SimVolume *found = volume(app, id);
    if (!found)
        return notFound(u"volume not found"_s);
    const QString part = call.path.value(5);
    if (part == "snapshots"_L1 && method == "GET")
        return json(200, QJsonArray());
    if (part == "extend"_L1 && method == "PUT") {
        const int size = call.body.value("size_gb"_L1).toInt();
        if (size <= found->sizeGb)
            return error(400, u"a volume can only grow"_s);
        found->sizeGb = size;
        return json(
            200, QJsonObject{{u"volume"_s, volumeJson(*found)}, {u"needs_restart"_s, false}});
    }
    if (!part.isEmpty())
        return unknownRoute(call);
    if (method == "GET")
        return json(200, volumeJson(*found));
    if (method == "PUT") {
        found->snapshotRetention =
            call.body.value("snapshot_retention"_L1).toInt(found->snapshotRetention);
        found->autoBackup = call.body.value("auto_backup_enabled"_L1).toBool(found->autoBackup);
        return json(200, volumeJson(*found));
    }
    if (method != "DELETE")
        return unknownRoute(call);
    if (!found->attachedTo.isEmpty())
        return error(412, u"volume is attached to machine "_s + found->attachedTo);
    const QJsonObject gone = volumeJson(*found);
    app.volumes.removeIf([&id](const SimVolume &volume) { return volume.id == id; });
    return json(200, gone);
}

SimReply SimCore::createVolume(const SimCall &call, SimApp &app)
{
    SimVolume made;
    made.name = call.body.value("name"_L1).toString();
    if (made.name.isEmpty())
        return error(400, u"name is required"_s);
    made.id = u"vol_"_s + hex(16);
    made.region = call.body.value("region"_L1).toString(app.region);
    made.zone = hex(4);
    made.sizeGb = std::max(1, call.body.value("size_gb"_L1).toInt(3));
    made.encrypted = call.body.value("encrypted"_L1).toBool(true);
    made.snapshotRetention = call.body.value("snapshot_retention"_L1).toInt(5);
    made.autoBackup = call.body.value("auto_backup_enabled"_L1).toBool(true);
    made.createdAt = s.now;
    app.volumes.append(made);
    return json(200, volumeJson(made));
}

SimReply SimCore::organisationVolumes(const QString &slug)
{
    QJsonArray volumes;
    for (const auto &[name, app] : s.apps) {
        for (const SimVolume &volume : app.volumes) {
            QJsonObject object = volumeJson(volume);
            object.insert("app_name"_L1, name);
            if (app.organisation == slug)
                volumes.append(object);
        }
    }
    return json(200, QJsonObject{{u"volumes"_s, volumes}});
}
