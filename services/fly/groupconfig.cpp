#include "fly/groupconfig.h"

#include "fly/configguest.h"
#include "fly/configservices.h"
#include "fly/machineconfig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
QJsonObject objectOf(const QByteArray &document)
{
    return QJsonDocument::fromJson(document).object();
}

QJsonObject withMount(QJsonObject config, const std::optional<MountPoint> &mount)
{
    config.remove("mounts"_L1);
    if (mount) {
        config.insert("mounts"_L1,
            QJsonArray{QJsonObject{
                {u"volume"_s, mount->volume}, {u"name"_s, mount->name}, {u"path"_s, mount->path}}});
    }
    return config;
}

Result<MachineConfig> configFrom(const QJsonObject &config)
{
    return machineConfigFromJson(QJsonDocument(config).toJson(QJsonDocument::Compact));
}

Result<MachineConfig> derivedFrom(
    const FlyToml &toml, const QJsonObject &base, const QString &image)
{
    const Result<MachineConfig> config = configFrom(base);
    return config ? derivedConfig(toml, *config, image, {}) : config;
}
} // namespace

std::optional<MountPoint> mountOf(const MachineConfig &config)
{
    if (!config.hasMounts)
        return std::nullopt;
    const QJsonArray mounts = objectOf(config.document).value("mounts"_L1).toArray();
    if (mounts.isEmpty())
        return std::nullopt;
    const QJsonObject mount = mounts.first().toObject();
    return MountPoint{mount.value("volume"_L1).toString(),
        mount.value("name"_L1).toString(),
        mount.value("path"_L1).toString()};
}

std::optional<MountPoint> mountFor(const FlyToml &toml, const QString &group)
{
    const QString defaultGroup = toml.groups().constFirst();
    for (const QJsonValue &entry : toml.json.value("mounts"_L1).toArray()) {
        const QJsonObject mount = entry.toObject();
        if (appliesTo(mount, group, defaultGroup))
            return MountPoint{
                {}, mount.value("source"_L1).toString(), mount.value("destination"_L1).toString()};
    }
    return std::nullopt;
}

bool hasServicesFor(const FlyToml &toml, const QString &group)
{
    return !servicesFor(toml.json, group, toml.groups().constFirst()).isEmpty();
}

Result<MachineConfig> firstConfig(const FlyToml &toml,
    const QString &group,
    const QString &image,
    const std::optional<MountPoint> &mount)
{
    const QJsonObject base{{u"metadata"_s, QJsonObject{{u"fly_process_group"_s, group}}}};
    const Result<MachineConfig> config = derivedFrom(toml, withMount(base, mount), image);
    if (!config)
        return failure(config.error());
    QJsonObject document = objectOf(config->document);
    if (document.contains("guest"_L1))
        return config;
    document.insert("guest"_L1, guestOfPreset(u"shared-cpu-1x"_s));
    return configFrom(document);
}

Result<MachineConfig> replacementConfig(const FlyToml &toml,
    const MachineConfig &old,
    const QString &image,
    const std::optional<MountPoint> &mount)
{
    return derivedFrom(toml, withMount(objectOf(old.document), mount), image);
}

Result<MachineConfig> standbyConfig(const MachineConfig &config, const MachineId &primary)
{
    QJsonObject standby = objectOf(config.document);
    standby.insert("standbys"_L1, QJsonArray{primary.value});
    QJsonObject env = standby.value("env"_L1).toObject();
    env.insert("FLY_STANDBY_FOR"_L1, primary.value);
    standby.insert("env"_L1, env);
    return configFrom(standby);
}
