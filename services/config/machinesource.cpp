#include "config/machinesource.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array usedMachineKeys{
    "auto_destroy"_L1,
    "cache_drive"_L1,
    "containers"_L1,
    "disable_machine_autostart"_L1,
    "dns"_L1,
    "guest"_L1,
    "init"_L1,
    "metadata"_L1,
    "processes"_L1,
    "rootfs"_L1,
    "schedule"_L1,
    "size"_L1,
    "spot"_L1,
    "standbys"_L1,
    "volumes"_L1,
};

constexpr std::array decidedMachineKeys{
    "checks"_L1,
    "env"_L1,
    "files"_L1,
    "image"_L1,
    "metrics"_L1,
    "mounts"_L1,
    "restart"_L1,
    "services"_L1,
    "statics"_L1,
    "stop_config"_L1,
};

template <typename Names> bool isAmong(const Names &names, const QString &name)
{
    return std::any_of(
        names.begin(), names.end(), [&name](QLatin1String known) { return known == name; });
}

QString containerNamed(const QJsonValue &container)
{
    return container.toObject().value("name"_L1).toString();
}

QStringList containerNames(const QJsonArray &containers)
{
    QStringList names;
    for (const QJsonValue &container : containers)
        names.append(containerNamed(container));
    return names;
}

void tellBrokenJson(const MachineSource &source,
    const QByteArray &json,
    const QJsonParseError &parsing,
    FileFindings &findings)
{
    const QByteArray before = json.left(parsing.offset);
    const QString begun = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1));
    findings.error(ConfigCode::MachineConfigJson,
        source.key,
        {source.isFile() ? source.text : source.key,
            QString::number(before.count('\n') + 1),
            QString::number(begun.size() + 1),
            parsing.errorString()});
}

void checkContainers(const QJsonArray &containers,
    const QString &wanted,
    const QString &path,
    FileFindings &findings)
{
    for (qsizetype i = 0; i < containers.size(); ++i) {
        if (containerNamed(containers.at(i)).isEmpty())
            return findings.error(ConfigCode::ContainerForm, configPathAt(path, i));
    }
    const int built = builtContainerOf(containers, wanted);
    if (built < 0 && !containers.isEmpty())
        findings.error(ConfigCode::ContainerUnknown,
            u"container"_s,
            {wanted, containerNames(containers).join(u", "_s)});
    for (qsizetype i = 0; i < containers.size(); ++i) {
        const QJsonObject container = containers.at(i).toObject();
        if (i != built && container.value("image"_L1).toString().isEmpty())
            findings.error(ConfigCode::ContainerImage,
                configPathAt(path, i),
                {container.value("name"_L1).toString()});
    }
}
} // namespace

std::optional<MachineSource> machineSourceOf(const QJsonObject &toml)
{
    const QJsonObject experimental = toml.value("experimental"_L1).toObject();
    if (const QString text = experimental.value("machine_config"_L1).toString(); !text.isEmpty())
        return MachineSource{u"experimental.machine_config"_s, text};
    if (const QString text = toml.value("machine_config"_L1).toString(); !text.isEmpty())
        return MachineSource{u"machine_config"_s, text};
    return std::nullopt;
}

QJsonObject usedOfMachineSource(const QJsonObject &raw)
{
    QJsonObject used;
    for (const QLatin1String key : usedMachineKeys) {
        if (raw.contains(key))
            used.insert(key, raw.value(key));
    }
    return used;
}

int builtContainerOf(const QJsonArray &containers, const QString &wanted)
{
    const QStringList names = containerNames(containers);
    const auto at = static_cast<int>(names.indexOf(wanted.isEmpty() ? u"app"_s : wanted));
    return at < 0 && wanted.isEmpty() && !names.isEmpty() ? 0 : at;
}

QStringList localFilesOfContainers(const QJsonObject &raw)
{
    QStringList names;
    for (const QJsonValue &container : raw.value("containers"_L1).toArray()) {
        for (const QJsonValue &file : container.toObject().value("files"_L1).toArray()) {
            const QString name = file.toObject().value("local_path"_L1).toString();
            if (!name.isEmpty() && !names.contains(name))
                names.append(name);
        }
    }
    return names;
}

void checkMachineSource(const QJsonObject &toml, FileFindings &findings)
{
    const std::optional<MachineSource> source = machineSourceOf(toml);
    if (!source)
        return;
    if (!source->isFile())
        checkMachineJson(
            *source, source->text.toUtf8(), toml.value("container"_L1).toString(), findings);
    else if (!source->text.endsWith(".json"_L1))
        findings.error(ConfigCode::MachineConfigSource, source->key);
}

void checkMachineJson(const MachineSource &source,
    const QByteArray &json,
    const QString &wantedContainer,
    FileFindings &findings)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return tellBrokenJson(source, json, parsing, findings);
    if (!document.isObject())
        return findings.error(ConfigCode::NotTable, source.key);
    const QJsonObject raw = document.object();
    for (auto entry = raw.begin(); entry != raw.end(); ++entry) {
        const QString at = configPathBelow(source.key, entry.key());
        if (isAmong(decidedMachineKeys, entry.key()))
            findings.warning(ConfigCode::MachineConfigUnused, at);
        else if (!isAmong(usedMachineKeys, entry.key()))
            findings.warning(ConfigCode::UnknownKey, at);
    }
    const QJsonValue containers = raw.value("containers"_L1);
    const QString at = configPathBelow(source.key, u"containers"_s);
    if (containers.isArray())
        checkContainers(containers.toArray(), wantedContainer, at, findings);
    else if (!containers.isUndefined() && !containers.isNull())
        findings.error(ConfigCode::ContainerForm, at);
}
