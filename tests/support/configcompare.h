#pragma once

#include "fly/flyjson.h"
#include "fly/machineconfig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <functional>

// Machine configs of ours beside those that flyctl sends. Tests only.
namespace ConfigCompare {
// Headers come in the order of chance from flyctl.
inline QJsonArray sorted(const QJsonArray &headers)
{
    QMap<QString, QJsonValue> byName;
    for (const QJsonValue &header : headers)
        byName.insert(header.toObject().value(QStringLiteral("name")).toString(), header);
    QJsonArray array;
    for (const QJsonValue &header : byName)
        array.append(header);
    return array;
}

// The same meaning written in one way: Go leaves out what is empty, or writes null.
inline QJsonValue plain(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &entry : value.toArray())
            array.append(plain(entry));
        return array.first().toObject().contains(QStringLiteral("values")) ? sorted(array) : array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject from = value.toObject();
    for (auto it = from.begin(); it != from.end(); ++it) {
        const QJsonValue inner = plain(it.value());
        const bool empty = inner.isNull() || (inner.isObject() && inner.toObject().isEmpty())
            || (inner.isArray() && inner.toArray().isEmpty());
        if (!empty)
            object.insert(it.key(), inner);
    }
    return object;
}

inline void differences(
    const QString &path, const QJsonValue &ours, const QJsonValue &theirs, QStringList &found)
{
    if (ours == theirs)
        return;
    if (ours.isObject() && theirs.isObject()) {
        QStringList keys = ours.toObject().keys() + theirs.toObject().keys();
        keys.removeDuplicates();
        for (const QString &key : keys)
            differences(QStringLiteral("%1.%2").arg(path, key),
                ours.toObject()[key],
                theirs.toObject()[key],
                found);
        return;
    }
    if (ours.isArray() && theirs.isArray() && ours.toArray().size() == theirs.toArray().size()) {
        for (qsizetype i = 0; i < ours.toArray().size(); ++i)
            differences(QStringLiteral("%1[%2]").arg(path).arg(i),
                ours.toArray().at(i),
                theirs.toArray().at(i),
                found);
        return;
    }
    const auto text = [](const QJsonValue &value) {
        return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    };
    found.append(QStringLiteral("%1: ours %2, flyctl's %3").arg(path, text(ours), text(theirs)));
}

// Ours against flyctl's. The release and the program that wrote it are taken over from flyctl's:
// they are told to the derivation, not derived.
inline QStringList compared(const QJsonObject &theirs,
    const std::function<Result<MachineConfig>(const ReleaseLabels &)> &derive)
{
    const QJsonObject metadata = theirs.value(QStringLiteral("metadata")).toObject();
    ReleaseLabels labels;
    labels.releaseId = metadata.value(QStringLiteral("fly_release_id")).toString();
    labels.releaseVersion =
        metadata.value(QStringLiteral("fly_release_version")).toString().toInt();
    labels.clientVersion = metadata.value(QStringLiteral("fly_flyctl_version")).toString();
    const Result<MachineConfig> ours = derive(labels);
    if (!ours)
        return {QStringLiteral("not derived: ") + ours.error().detail};
    QStringList found;
    differences(QStringLiteral("config"),
        plain(QJsonDocument::fromJson(ours->document).object()),
        plain(theirs),
        found);
    return found;
}

inline bool areDerived(const FlyToml &toml, const QJsonArray &machines)
{
    return std::all_of(machines.begin(), machines.end(), [&toml](const QJsonValue &value) {
        const Result<Machine> machine = machineFromJson(value, QStringLiteral("machine"));
        return machine && derivedConfig(toml, *machine->config, QString(), {});
    });
}

// What a deploy by flyctl made of the machines (as the API tells them) against what we would make;
// empty: the same.
inline QStringList afterDeploy(
    const FlyToml &toml, const QString &image, const QJsonArray &before, const QJsonArray &after)
{
    QList<Machine> machines;
    for (const QJsonValue &value : before) {
        if (const Result<Machine> machine = machineFromJson(value, QStringLiteral("machine")))
            machines.append(*machine);
    }
    QStringList wrong;
    for (const QJsonValue &value : after) {
        const QJsonObject theirs = value.toObject().value(QStringLiteral("config")).toObject();
        const QString group = theirs.value(QStringLiteral("metadata"))
                                  .toObject()
                                  .value(QStringLiteral("fly_process_group"))
                                  .toString();
        const QString id = value.toObject().value(QStringLiteral("id")).toString();
        const auto old = std::find_if(machines.begin(),
            machines.end(),
            [&id](const Machine &machine) { return machine.id.value == id; });
        QStringList found;
        if (group == QLatin1StringView("fly_app_release_command"))
            found = compared(theirs, [&](const ReleaseLabels &labels) {
                return releaseCommandConfig(toml, machines, image, labels);
            });
        else if (old != machines.end())
            found = compared(theirs, [&](const ReleaseLabels &labels) {
                return derivedConfig(toml, *old->config, image, labels);
            });
        for (const QString &one : found)
            wrong.append(QStringLiteral("%1: %2").arg(group, one));
    }
    return wrong;
}
} // namespace ConfigCompare
