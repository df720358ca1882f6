#pragma once

#include "config/flytoml.h"
#include "core/result.h"
#include "types/machine.h"

#include <QJsonObject>

// Machine configs derived as flyctl derives them (fly-io.md 5.4, 5.6 step 1, 6.5). Pure.
struct ReleaseLabels // metadata of 3.2
{
    QString releaseId;
    int releaseVersion = 0;
    QString clientVersion; // fly_flyctl_version
    QString attemptId; // our ULID, metadata "atalaya_intent"
};

Result<MachineConfig> machineConfigFromJson(const QByteArray &document);
// `old` with everything that fly.toml decides replaced, image and labels set.
Result<MachineConfig> derivedConfig(const FlyToml &toml,
    const MachineConfig &old,
    const QString &image,
    const ReleaseLabels &labels);
// The same config under another image and labels (deploy without a fly.toml change, roll back).
Result<MachineConfig> relabelledConfig(
    const MachineConfig &config, const QString &image, const ReleaseLabels &labels);
Result<MachineConfig> releaseCommandConfig(const FlyToml &toml,
    const QList<Machine> &machines,
    const QString &image,
    const ReleaseLabels &labels);
// The parts of a config that a deploy may change for their own sake: without image and labels, and
// what the platform writes in more than one way in one.
QJsonObject comparableConfig(const MachineConfig &config);
// HMAC-SHA256 (hex) of the config without metadata and image: equal means "same config". The key
// is the store's, so that env values cannot be guessed from a journal.
QString configDigest(const MachineConfig &config, const QByteArray &key);
