#include "deploy/launchconfig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
QJsonObject objectOf(const MachineConfig &config)
{
    return QJsonDocument::fromJson(config.document).object();
}

Result<MachineConfig> configOf(const QJsonObject &object)
{
    return machineConfigFromJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void setMetadata(QJsonObject &config, const QString &key, const QString &value)
{
    QJsonObject metadata = config.value("metadata"_L1).toObject();
    metadata.insert(key, value);
    config.insert("metadata"_L1, metadata);
}
} // namespace

MachineConfig canaryBase(const MachineConfig &config)
{
    QJsonObject object = objectOf(config);
    object.remove("standbys"_L1);
    QJsonObject env = object.value("env"_L1).toObject();
    env.remove("FLY_STANDBY_FOR"_L1);
    object.insert("env"_L1, env);
    QJsonObject dns = object.value("dns"_L1).toObject();
    dns.insert("skip_registration"_L1, true);
    object.insert("dns"_L1, dns);
    return configOf(object).value_or(config);
}

Result<MachineConfig> canaryConfig(
    const MachineConfig &base, const QString &image, const ReleaseLabels &labels)
{
    const Result<MachineConfig> labelled = relabelledConfig(base, image, labels);
    if (!labelled)
        return labelled;
    QJsonObject object = objectOf(*labelled);
    setMetadata(object, u"fly_canary"_s, u"true"_s);
    return configOf(object);
}

Result<MachineConfig> greenConfig(const MachineConfig &base,
    const QString &image,
    const ReleaseLabels &labels,
    const QString &tag,
    const QHash<QString, QString> &successors)
{
    const Result<MachineConfig> labelled = relabelledConfig(base, image, labels);
    if (!labelled)
        return labelled;
    QJsonObject object = objectOf(*labelled);
    setMetadata(object, u"fly_bluegreen_deployment_tag"_s, tag);
    setMetadata(object, u"fly_flyctl_bluegreen_launch_id"_s, labels.attemptId);
    const QJsonArray old = object.value("standbys"_L1).toArray();
    if (!old.isEmpty()) {
        QJsonArray standbys;
        for (const QJsonValue &id : old)
            standbys.append(successors.value(id.toString(), id.toString()));
        object.insert("standbys"_L1, standbys);
        QJsonObject env = object.value("env"_L1).toObject();
        const QString stoodFor = env.value("FLY_STANDBY_FOR"_L1).toString();
        if (successors.contains(stoodFor)) {
            env.insert("FLY_STANDBY_FOR"_L1, successors.value(stoodFor));
            object.insert("env"_L1, env);
        }
    }
    return configOf(object);
}
