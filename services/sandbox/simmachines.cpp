#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

namespace {
QString machineName(quint64 random)
{
    static const QStringList first{u"broken"_s,
        u"calm"_s,
        u"dark"_s,
        u"empty"_s,
        u"falling"_s,
        u"green"_s,
        u"late"_s,
        u"misty"_s,
        u"old"_s,
        u"patient"_s,
        u"quiet"_s,
        u"silent"_s};
    static const QStringList second{u"brook"_s,
        u"cloud"_s,
        u"dew"_s,
        u"field"_s,
        u"forest"_s,
        u"lake"_s,
        u"moon"_s,
        u"night"_s,
        u"river"_s,
        u"snow"_s,
        u"star"_s,
        u"wind"_s};
    return QStringList{first[qsizetype(random % 12)],
        second[qsizetype(random / 12 % 12)],
        QString::number(1000 + random / 144 % 9000)}
        .join(u'-');
}
} // namespace

// The filters that all lists of machines share.
bool SimCore::isAskedFor(const SimCall &call, const SimMachine &machine)
{
    const QUrlQuery &query = call.request.query;
    if (machine.isGone() && query.queryItemValue(u"include_deleted"_s) != "true"_L1)
        return false;
    if (const QString region = query.queryItemValue(u"region"_s);
        !region.isEmpty() && machine.region != region)
        return false;
    const QString states = query.queryItemValue(u"state"_s, QUrl::FullyDecoded);
    if (!states.isEmpty() && !states.split(u',').contains(machine.state))
        return false;
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (key.startsWith("metadata."_L1)) {
            const QJsonObject metadata = machine.config.value("metadata"_L1).toObject();
            if (metadata.value(key.sliced(9)).toString() != value)
                return false;
        }
    }
    return true;
}

// The API is eventually consistent: what was made a moment ago is seen at once only by who sends
// the affinity cookie of the app (fly-io.md 1.5).
bool SimCore::isVisible(const SimCall &call, const SimApp &app, SimTime visibleAt) const
{
    if (s.now >= visibleAt)
        return true;
    const QByteArray cookie = call.request.header("cookie");
    return !app.affinity.isEmpty()
        && cookie.contains(QByteArray("fly_flaps_affinity=" + app.affinity.toLatin1()));
}

SimReply SimCore::listMachines(const SimCall &call, SimApp &app)
{
    QJsonArray machines;
    if (takeFault("empty-list"_L1, app.name, {}))
        return json(200, machines);
    for (const auto &[id, machine] : app.machines) {
        if (isAskedFor(call, machine) && isVisible(call, app, machine.visibleAt))
            machines.append(machineJson(app, machine));
    }
    return json(200, machines);
}

std::optional<SimReply> SimCore::guardLease(const SimCall &call, const SimMachine &machine)
{
    const SimLease *lease = machine.liveLease(s.now);
    if (!lease || lease->nonce == call.nonce())
        return std::nullopt;
    checkNonce(call, *lease);
    return error(409, leaseConflict(machine, *lease));
}

std::optional<SimReply> SimCore::checkLaunch(
    const SimCall &call, SimApp &app, const QJsonObject &config)
{
    const QString image = config.value("image"_L1).toString();
    if (image.isEmpty())
        return error(400, u"invalid config: image is required"_s);
    if (!isThere(app, image)) {
        QString text = u"failed to get manifest "_s;
        text += image;
        text += u": manifest unknown"_s;
        return error(400, text);
    }
    const int memory = config.value("guest"_L1).toObject().value("memory_mb"_L1).toInt(256);
    if (memory < 256 || memory % 256 != 0)
        return error(422, u"invalid config.guest.memory_mb, must be a multiple of 256"_s);
    if (call.body.value("min_secrets_version"_L1).toInt() > app.secretsVersion)
        return error(412, u"secrets version not yet available"_s);
    if (takeFault("no-capacity"_L1, app.name, call.path.value(4)))
        return error(422,
            u"could not reserve resource for machine: insufficient memory available to fulfill request"_s,
            u"insufficient_capacity"_s);
    const QJsonArray mounts = config.value("mounts"_L1).toArray();
    if (!mounts.isEmpty() && takeFault("volume-missing"_L1, app.name, call.path.value(4)))
        return error(422,
            u"invalid config.mounts: volume %1 does not exist"_s.arg(
                mounts.at(0).toObject().value("volume"_L1).toString()));
    return checkVolume(app, call.path.value(4), config);
}

SimReply SimCore::createMachine(const SimCall &call, SimApp &app)
{
    const QJsonObject config = call.body.value("config"_L1).toObject();
    if (auto refused = checkLaunch(call, app, config))
        return *refused;
    SimMachine machine;
    machine.id = hex(14);
    machine.name = call.body.value("name"_L1).toString();
    if (machine.name.isEmpty())
        machine.name = machineName(random());
    machine.region = call.body.value("region"_L1).toString(app.region);
    const QString sharedHost = app.machines.empty() ? QString() : app.machines.begin()->second.host;
    // A release machine lands where the image will be needed next; others spread over hosts.
    const bool temporary = config.value("auto_destroy"_L1).toBool();
    machine.host = temporary && !sharedHost.isEmpty() ? sharedHost : machine.region + u'-' + hex(4);
    machine.hostStatus = u"ok"_s;
    machine.instanceId = ulid();
    machine.privateIp = QStringList{u"fdaa:1:2c4:a7b"_s, hex(3), hex(4), hex(4), u"2"_s}.join(u':');
    machine.config = config;
    machine.createdAt = s.now;
    machine.visibleAt = s.now + s.consistencyLag;
    machine.versions.append({machine.instanceId, config});
    machine.launchWhenReady = !call.body.value("skip_launch"_L1).toBool();
    machine.cordoned = call.body.value("skip_service_registration"_L1).toBool();
    setState(machine, u"created"_s);
    record(machine, u"launch"_s, u"created"_s, u"user"_s);
    SimMachine &kept = app.machines.emplace(machine.id, machine).first->second;
    attachVolume(app, kept);
    prepareImage(app, kept);
    QJsonObject reply = machineJson(app, kept);
    if (const int ttl = call.body.value("lease_ttl"_L1).toInt(); ttl > 0)
        reply.insert(
            "nonce"_L1, grantLease(kept, call.token->owner, std::chrono::seconds(ttl)).nonce);
    app.status = u"deployed"_s;
    if (takeFault("create-408-committed"_L1, app.name, {}))
        return error(408, u"timed out waiting for the host to answer"_s);
    return json(200, reply);
}

SimReply SimCore::updateMachine(const SimCall &call, SimApp &app, SimMachine &machine)
{
    const QString current = call.body.value("current_version"_L1).toString();
    if (!current.isEmpty() && current != machine.instanceId)
        return error(412, u"current_version does not match: the machine was changed meanwhile"_s);
    const QString region = call.body.value("region"_L1).toString();
    if (!region.isEmpty() && region != machine.region)
        return error(400, u"cannot change the region of a machine"_s);
    const QJsonObject config = call.body.value("config"_L1).toObject();
    if (auto refused = checkLaunch(call, app, config))
        return *refused;
    static const QStringList running{u"started"_s, u"starting"_s, u"restarting"_s, u"failed"_s};
    const bool wasRunning = running.contains(machine.state)
        || ((machine.state == "replacing"_L1 || machine.state == "created"_L1)
            && machine.launchWhenReady);
    ++machine.epoch; // whatever the old version was about to do is void
    ++machine.updates;
    dropFutureLog(app, machine);
    machine.config = config;
    machine.instanceId = ulid();
    machine.versions.append({machine.instanceId, config});
    if (machine.versions.size() > 20)
        machine.versions.removeFirst();
    machine.checks.clear();
    machine.runFault.clear();
    machine.bootFactor = 1;
    machine.restartCount = 0;
    machine.launchWhenReady = wasRunning && !call.body.value("skip_launch"_L1).toBool();
    setState(machine, u"replacing"_s);
    record(machine, u"update"_s, u"replacing"_s, u"user"_s);
    if (!wasRunning) {
        logLine(app,
            machine,
            "runner"_L1,
            u"info"_s,
            u"machine was in a non-started state prior to the update so leaving the new version stopped"_s,
            s.now);
    }
    prepareImage(app, machine);
    QJsonObject reply = machineJson(app, machine);
    if (const int ttl = call.body.value("lease_ttl"_L1).toInt(); ttl > 0) {
        const SimLease *held = machine.liveLease(s.now);
        if (held)
            machine.lease->expiresAt = s.now + std::chrono::seconds(ttl);
        else
            grantLease(machine, call.token->owner, std::chrono::seconds(ttl));
        reply.insert("nonce"_L1, machine.lease->nonce);
    }
    if (machine.lease)
        machine.lease->version = machine.instanceId;
    return json(200, reply);
}
