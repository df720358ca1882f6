#include "sandbox/simcore.h"
#include "sandbox/simfleet.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
SimTime seconds(const QJsonObject &object, QLatin1StringView key, SimTime standard = SimTime(0))
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? SimTime(qint64(value.toDouble() * 1000)) : standard;
}

QList<SimScriptLine> script(const QJsonObject &object, QLatin1StringView key)
{
    QList<SimScriptLine> lines;
    const QJsonArray array = object.value(key).toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject line = value.toObject();
        lines.append({seconds(line, "at"_L1),
            line.value("level"_L1).toString(u"info"_s),
            line.value("message"_L1).toString()});
    }
    return lines;
}

QStringList strings(const QJsonValue &value)
{
    return value.toVariant().toStringList();
}

// Makes a world from a scenario; the first thing that is wrong ends it.
class Loader
{
public:
    explicit Loader(SimCore &core)
        : m_core(core)
    {
    }

    Result<void> load(const QJsonObject &root)
    {
        SimState &s = m_core.s;
        s.scenario = root.value("name"_L1).toString();
        s.defaultSpeed = root.value("defaultSpeed"_L1).toDouble(1);
        s.random = quint64(root.value("seed"_L1).toInteger(1));
        s.latency = SimTime(root.value("latencyMs"_L1).toInt());
        s.consistencyLag = SimTime(root.value("consistencyLagMs"_L1).toInt());
        s.rateLimits = root.value("rateLimits"_L1).toBool(true);
        s.organisations = root.value("organisations"_L1).toArray();
        s.regions = root.value("regions"_L1).toArray();
        const QJsonObject conditions = root.value("conditions"_L1).toObject();
        for (auto it = conditions.begin(); it != conditions.end(); ++it)
            s.conditions.insert(it.key(), it.value().toBool(true));
        const QJsonArray tokens = root.value("tokens"_L1).toArray();
        for (const QJsonValue &token : tokens) {
            if (auto added = addToken(token.toObject()); !added)
                return added;
        }
        const QJsonArray apps = root.value("apps"_L1).toArray();
        if (s.organisations.isEmpty() || apps.isEmpty())
            return failure(Error::Kind::InvalidInput, u"a scenario needs organisations and apps"_s);
        for (const QJsonValue &app : apps) {
            if (auto added = addApp(app.toObject()); !added)
                return added;
        }
        return provokeFaults(root.value("faults"_L1).toArray());
    }

private:
    // Each as the control API takes it: {"name": …, "app": …, "delaySeconds": …}.
    Result<void> provokeFaults(const QJsonArray &faults)
    {
        m_core.s.now = SimTime(0);
        for (const QJsonValue &value : faults) {
            const Result<SimFault> fault = simFaultFromJson(value.toObject());
            if (!fault)
                return failure(fault.error());
            if (auto provoked = m_core.provoke(*fault); !provoked)
                return provoked;
        }
        return {};
    }

    Result<void> addToken(const QJsonObject &object)
    {
        static const QMap<QString, SimToken::Access> words{{u"full"_s, SimToken::Access::Full},
            {u"read-only"_s, SimToken::Access::ReadOnly},
            {u"deploy"_s, SimToken::Access::Deploy},
            {u"expired"_s, SimToken::Access::Expired}};
        const QString access = object.value("access"_L1).toString();
        if (!words.contains(access))
            return failure(Error::Kind::InvalidInput, u"tokens: unknown access "_s + access);
        m_core.s.tokens.append({object.value("token"_L1).toString().toLatin1(),
            words.value(access),
            object.value("owner"_L1).toString(),
            object.value("app"_L1).toString(),
            object.value("organisation"_L1).toString()});
        return {};
    }

    Result<void> addApp(const QJsonObject &object)
    {
        SimApp app;
        app.name = object.value("name"_L1).toString();
        if (app.name.isEmpty() || m_core.s.apps.contains(app.name))
            return failure(Error::Kind::InvalidInput, u"apps: a name is missing or given twice"_s);
        app.id = object.value("id"_L1).toString();
        app.numericId = object.value("internalNumericId"_L1).toInteger();
        app.organisation = object.value("organisation"_L1).toString();
        app.region = object.value("region"_L1).toString();
        app.network = object.value("network"_L1).toString(u"default"_s);
        app.status = object.value("status"_L1).toString(u"deployed"_s);
        app.role = object.value("appRole"_L1).toString();
        app.affinity = m_core.hex(16);
        app.behaviourJson = object.value("behaviour"_L1).toObject();
        app.behaviour = SimBehaviour::fromJson(app.behaviourJson);
        app.secretsVersion = object.value("secretsVersion"_L1).toInt(1);
        app.ips = object.value("ips"_L1).toArray();
        addImagesAndReleases(app, object);
        SimApp &kept = m_core.s.apps.emplace(app.name, app).first->second;
        const QJsonArray machines = object.value("machines"_L1).toArray();
        for (const QJsonValue &machine : machines) {
            const int count = machine.toObject().value("count"_L1).toInt(1);
            for (int i = 0; i < count; ++i) {
                if (auto added = addMachine(kept, object, machine.toObject()); !added)
                    return added;
            }
        }
        return {};
    }

    static void addImagesAndReleases(SimApp &app, const QJsonObject &object)
    {
        const QJsonArray images = object.value("images"_L1).toArray();
        for (const QJsonValue &value : images) {
            const QJsonObject image = value.toObject();
            app.images.append({image.value("repository"_L1).toString(),
                image.value("tag"_L1).toString(),
                image.value("digest"_L1).toString(),
                image.value("sizeBytes"_L1).toInteger()});
        }
        const QJsonArray releases = object.value("releases"_L1).toArray();
        for (const QJsonValue &value : releases) {
            const QJsonObject r = value.toObject();
            SimRelease release;
            release.id = r.value("id"_L1).toString();
            release.version = r.value("version"_L1).toInt();
            release.status = r.value("status"_L1).toString();
            release.strategy = r.value("strategy"_L1).toString(u"ROLLING"_s);
            release.imageRef = r.value("imageRef"_L1).toString();
            release.user = r.value("user"_L1).toString();
            release.description = r.value("description"_L1).toString();
            release.definition = r.value("definition"_L1).toObject();
            release.createdAt = -seconds(r, "createdSecondsAgo"_L1);
            app.releases.append(release);
        }
        const QJsonArray secrets = object.value("secrets"_L1).toArray();
        for (const QJsonValue &value : secrets) {
            const QJsonObject secret = value.toObject();
            app.secrets.append({secret.value("name"_L1).toString(),
                secret.value("digest"_L1).toString(),
                -seconds(secret, "createdSecondsAgo"_L1),
                -seconds(secret, "updatedSecondsAgo"_L1)});
        }
    }

    // The config of the app, with the image and the labels of a release laid over it.
    Result<QJsonObject> machineConfig(
        const SimApp &app, const QJsonObject &appObject, const QJsonObject &object)
    {
        QJsonObject config = object.contains("config"_L1)
            ? object.value("config"_L1).toObject()
            : appObject.value("machineConfig"_L1).toObject();
        const int version = object.value("release"_L1).toInt();
        if (version == 0)
            return config;
        const auto found = std::find_if(app.releases.begin(),
            app.releases.end(),
            [version](const SimRelease &release) { return release.version == version; });
        if (found == app.releases.end())
            return failure(
                Error::Kind::InvalidInput, u"machines: no such release in "_s + app.name);
        config.insert("image"_L1, found->imageRef);
        QJsonObject metadata = config.value("metadata"_L1).toObject();
        metadata.insert("fly_platform_version"_L1, u"v2"_s);
        metadata.insert("fly_process_group"_L1, object.value("group"_L1).toString(u"app"_s));
        metadata.insert("fly_release_id"_L1, found->id);
        metadata.insert("fly_release_version"_L1, QString::number(version));
        metadata.insert("fly_flyctl_version"_L1, appObject.value("flyctlVersion"_L1));
        config.insert("metadata"_L1, metadata);
        return config;
    }

    Result<void> addMachine(SimApp &app, const QJsonObject &appObject, const QJsonObject &object)
    {
        const Result<QJsonObject> config = machineConfig(app, appObject, object);
        if (!config)
            return failure(config.error());
        SimMachine machine;
        const QString hex = m_core.hex(14);
        machine.id = object.value("id"_L1).toString(hex);
        machine.name = object.value("name"_L1).toString(u"machine-"_s + machine.id.left(6));
        machine.region = object.value("region"_L1).toString(app.region);
        machine.host = object.value("host"_L1).toString(u"host-"_s + machine.id);
        machine.hostStatus = u"ok"_s;
        const QString ulid = m_core.ulid();
        machine.instanceId = object.value("instanceId"_L1).toString(ulid);
        machine.privateIp =
            object.value("privateIp"_L1).toString(u"fdaa:1:2c4:a7b::"_s + machine.id.left(4));
        machine.config = *config;
        machine.createdAt = -seconds(object, "createdSecondsAgo"_L1);
        machine.versions.append({machine.instanceId, *config});
        SimMachine &kept = app.machines.emplace(machine.id, machine).first->second;
        addVolumes(app, kept);
        tellThePast(app, kept, object);
        return {};
    }

    // A volume is told by the machine that has it.
    static void addVolumes(SimApp &app, const SimMachine &machine)
    {
        for (const QJsonValue &value : machine.config.value("mounts"_L1).toArray()) {
            const QJsonObject mount = value.toObject();
            SimVolume volume;
            volume.id = mount.value("volume"_L1).toString();
            volume.name = mount.value("name"_L1).toString();
            volume.region = machine.region;
            volume.zone = machine.host;
            volume.attachedTo = machine.id;
            volume.sizeGb = mount.value("size_gb"_L1).toInt(1);
            volume.encrypted = mount.value("encrypted"_L1).toBool(true);
            volume.createdAt = machine.createdAt;
            app.volumes.append(volume);
        }
    }

    void tellThePast(SimApp &app, SimMachine &machine, const QJsonObject &object)
    {
        SimState &s = m_core.s;
        const QString state = object.value("state"_L1).toString(u"started"_s);
        s.now = machine.createdAt;
        m_core.record(machine, u"launch"_s, u"created"_s, u"user"_s);
        if (state == "destroyed"_L1)
            return tellTheEnd(app, machine, object);
        s.now = -seconds(object, "updatedSecondsAgo"_L1, -machine.createdAt);
        if (s.now > machine.createdAt)
            m_core.record(machine, u"update"_s, u"replacing"_s, u"user"_s);
        s.pulled.insert(QStringList{machine.host, machine.image()}.join(u' '));
        m_core.setState(machine, state);
        if (state == "started"_L1) {
            s.now += app.behaviour.pull + app.behaviour.drain + app.behaviour.vmStart;
            machine.runs.append({s.now, std::nullopt});
            m_core.setState(machine, state);
            m_core.record(machine, u"start"_s, u"started"_s, u"flyd"_s);
            m_core.checksAppear(app, machine);
            s.now += app.behaviour.boot + app.behaviour.check;
            m_core.runChecks(app, machine);
        }
        machine.updates = 0;
        s.now = SimTime(0);
    }

    // A machine that has run and gone: the release command that failed.
    void tellTheEnd(SimApp &app, SimMachine &machine, const QJsonObject &object)
    {
        SimState &s = m_core.s;
        m_core.logLine(app,
            machine,
            "runner"_L1,
            u"info"_s,
            u"Pulling container image "_s + machine.image(),
            s.now);
        s.now = -seconds(object, "startedSecondsAgo"_L1);
        m_core.record(machine, u"start"_s, u"started"_s, u"flyd"_s);
        const QString command =
            strings(machine.config.value("init"_L1).toObject().value("cmd"_L1)).join(u' ');
        m_core.logLine(app,
            machine,
            "app"_L1,
            u"info"_s,
            u" INFO Starting init (commit: 676b820)..."_s,
            s.now);
        m_core.logLine(app,
            machine,
            "app"_L1,
            u"info"_s,
            u" INFO Preparing to run: `"_s + command + u"` as root"_s,
            s.now);
        const bool failed = object.value("releaseCommandLog"_L1).toString() == "failed"_L1;
        m_core.logScript(
            app, machine, failed ? app.behaviour.releaseFailedLog : app.behaviour.releaseLog);
        const SimTime end = -seconds(object, "destroyedSecondsAgo"_L1);
        s.now = end - SimTime(1'500);
        m_core.recordExit(app, machine, object.value("exitCode"_L1).toInt(), false, false);
        m_core.record(machine, u"destroy"_s, u"destroying"_s, u"flyd"_s);
        s.now = end;
        m_core.setState(machine, u"destroyed"_s);
        m_core.record(machine, u"destroy"_s, u"destroyed"_s, u"flyd"_s);
        machine.destroyedAt = end;
        s.now = SimTime(0);
    }

    SimCore &m_core;
};
} // namespace

SimBehaviour SimBehaviour::fromJson(const QJsonObject &object)
{
    SimBehaviour b;
    b.pull = seconds(object, "pullSeconds"_L1, b.pull);
    b.cachedPull = seconds(object, "cachedPullSeconds"_L1, b.cachedPull);
    b.vmStart = seconds(object, "vmStartSeconds"_L1, b.vmStart);
    b.boot = seconds(object, "bootSeconds"_L1, b.boot);
    b.check = seconds(object, "checkSeconds"_L1, b.check);
    b.drain = seconds(object, "drainSeconds"_L1, b.drain);
    b.needs = strings(object.value("needs"_L1));
    b.hasPublicAddress = object.value("publicAddress"_L1).toBool();
    b.bootLog = script(object, "bootLog"_L1);
    b.needsFailedLog = script(object, "needsFailedLog"_L1);
    b.drainLog = script(object, "drainLog"_L1);
    const QJsonObject health = object.value("healthLog"_L1).toObject();
    b.healthLogEvery = seconds(health, "everySeconds"_L1);
    b.healthLogLine = health.value("message"_L1).toString();
    b.checkOutput = object.value("checkOutput"_L1).toString(u"ok"_s);
    const QJsonObject release = object.value("releaseCommand"_L1).toObject();
    b.releaseTime = seconds(release, "seconds"_L1, b.releaseTime);
    b.releaseFailedTime = seconds(release, "failedSeconds"_L1, b.releaseTime);
    b.releaseFailedExit = release.value("failedExitCode"_L1).toInt(1);
    b.releaseNeeds = strings(release.value("needs"_L1));
    b.releaseLog = script(release, "log"_L1);
    b.releaseFailedLog = script(release, "failedLog"_L1);
    return b;
}

Result<std::unique_ptr<SimCore>> SimCore::fromScenario(
    const QByteArray &json, const QDateTime &wallStart)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject())
        return failure(Error::Kind::InvalidInput, u"scenario: "_s + parseError.errorString());
    auto core = std::make_unique<SimCore>();
    core->s.wallStartMs = wallStart.toMSecsSinceEpoch();
    if (auto loaded = Loader(*core).load(withSimFleet(document.object())); !loaded)
        return failure(loaded.error());
    core->s.now = SimTime(0);
    return core;
}
