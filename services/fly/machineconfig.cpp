#include "fly/machineconfig.h"

#include "config/goduration.h"
#include "fly/configguest.h"
#include "fly/machinecontainers.h"
#include "fly/machinelabels.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace {
std::chrono::milliseconds durationOf(const QJsonValue &value, std::chrono::milliseconds otherwise)
{
    using std::chrono::duration_cast;
    if (value.isDouble()) // a bare number means nanoseconds
        return duration_cast<std::chrono::milliseconds>(
            std::chrono::nanoseconds(value.toInteger()));
    if (const auto read = goDurationFromText(value.toString()))
        return duration_cast<std::chrono::milliseconds>(*read);
    return otherwise;
}

CheckTimes checkTimes(const QString &name, const QJsonObject &check)
{
    CheckTimes times;
    times.name = name;
    times.interval = durationOf(check.value("interval"_L1), times.interval);
    times.timeout = durationOf(check.value("timeout"_L1), times.timeout);
    times.grace = durationOf(check.value("grace_period"_L1), times.grace);
    return times;
}

QList<CheckTimes> checksOf(const QJsonObject &config)
{
    QList<CheckTimes> checks;
    for (const QJsonValue &entry : config.value("services"_L1).toArray()) {
        const QJsonObject service = entry.toObject();
        for (const QJsonValue &value : service.value("checks"_L1).toArray()) {
            const QJsonObject check = value.toObject();
            const QJsonValue port = check.contains("port"_L1) ? check.value("port"_L1)
                                                              : service.value("internal_port"_L1);
            checks.append(
                checkTimes(u"servicecheck-%1-%2-%3"_s.arg(checks.size(), 2, 10, QLatin1Char('0'))
                               .arg(check.value("type"_L1).toString())
                               .arg(port.toInt()),
                    check));
        }
    }
    const QJsonObject named = config.value("checks"_L1).toObject();
    for (auto entry = named.begin(); entry != named.end(); ++entry)
        checks.append(checkTimes(entry.key(), entry.value().toObject()));
    return checks;
}

// What the platform writes in more than one way is brought into one, so that only real differences
// count.
QJsonValue canonical(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &entry : value.toArray())
            array.append(canonical(entry));
        return array;
    }
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    QJsonObject kept;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        QJsonValue inner = canonical(entry.value());
        if (entry.key() == "autostop"_L1 && inner.isString())
            inner = inner.toString() == "off"_L1 ? QJsonValue(false)
                : inner.toString() == "stop"_L1  ? QJsonValue(true)
                                                 : inner;
        const bool empty = inner.isNull() || (inner.isObject() && inner.toObject().isEmpty())
            || (inner.isArray() && inner.toArray().isEmpty());
        if (!empty && !(entry.key() == "autostop"_L1 && inner == QJsonValue(false)))
            kept.insert(entry.key(), inner);
    }
    return kept;
}
} // namespace

Result<MachineConfig> machineConfigFromJson(const QByteArray &document)
{
    QJsonParseError parsing;
    const QJsonDocument json = QJsonDocument::fromJson(document, &parsing);
    if (!json.isObject()) {
        return failure(Error::Kind::Protocol,
            u"config: %1 at byte %2"_s.arg(parsing.errorString()).arg(parsing.offset));
    }
    const QJsonObject root = json.object();
    MachineConfig config;
    config.document = json.toJson(QJsonDocument::Compact);
    config.image = root.value("image"_L1).toString();
    const QJsonObject metadata = root.value("metadata"_L1).toObject();
    for (auto entry = metadata.begin(); entry != metadata.end(); ++entry)
        config.metadata.insert(entry.key(), entry.value().toString());
    config.processGroup = config.metadata.value(u"fly_process_group"_s);
    if (config.processGroup.isEmpty())
        config.processGroup = config.metadata.value(u"process_group"_s, u"app"_s);
    config.checks = checksOf(root);
    const QJsonObject guest = root.value("guest"_L1).toObject();
    config.guest = guestText(guest);
    config.memoryMb = guest.value("memory_mb"_L1).toInt();
    config.hasServices = !root.value("services"_L1).toArray().isEmpty();
    config.hasMounts = !root.value("mounts"_L1).toArray().isEmpty();
    config.isStandby = !root.value("standbys"_L1).toArray().isEmpty();
    return config;
}

QJsonObject labelledMetadata(
    QJsonObject metadata, const QString &group, const ReleaseLabels &labels)
{
    metadata.insert("fly_platform_version"_L1, u"v2"_s);
    metadata.insert("fly_process_group"_L1, group);
    if (!labels.releaseId.isEmpty())
        metadata.insert("fly_release_id"_L1, labels.releaseId);
    if (labels.releaseVersion > 0)
        metadata.insert("fly_release_version"_L1, QString::number(labels.releaseVersion));
    if (!labels.clientVersion.isEmpty())
        metadata.insert("fly_flyctl_version"_L1, labels.clientVersion);
    if (!labels.attemptId.isEmpty())
        metadata.insert("atalaya_intent"_L1, labels.attemptId);
    return metadata;
}

Result<MachineConfig> relabelledConfig(
    const MachineConfig &config, const QString &image, const ReleaseLabels &labels)
{
    const QJsonDocument json = QJsonDocument::fromJson(config.document);
    if (!json.isObject())
        return failure(Error::Kind::Protocol, u"config: not an object"_s);
    QJsonObject root = json.object();
    replaceContainerImages(root, image);
    root.insert("image"_L1, image);
    root.insert("metadata"_L1,
        labelledMetadata(root.value("metadata"_L1).toObject(), config.processGroup, labels));
    return machineConfigFromJson(QJsonDocument(root).toJson(QJsonDocument::Compact));
}

QJsonObject comparableConfig(const MachineConfig &config)
{
    QJsonObject root = withoutBuiltImages(QJsonDocument::fromJson(config.document).object());
    root.remove("metadata"_L1);
    root.remove("image"_L1);
    return canonical(root).toObject();
}

QString configDigest(const MachineConfig &config, const QByteArray &key)
{
    const QByteArray text = QJsonDocument(comparableConfig(config)).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256).toHex());
}
