#pragma once

#include "config/filefindings.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

// The raw machine config of a fly.toml, its containers above all: `machine_config`, or the one of
// [experimental], which goes first (fly-io.md 6.2).
struct MachineSource
{
    QString key;
    QString text; // the JSON itself, or the name of a file that has it

    [[nodiscard]] bool isFile() const { return !text.startsWith(u'{'); }
};

std::optional<MachineSource> machineSourceOf(const QJsonObject &toml);
// What of it reaches a machine: fly.toml itself decides the rest, and nobody reads what is unknown.
QJsonObject usedOfMachineSource(const QJsonObject &raw);
// The container that gets the built image: the wanted one, else "app", else the first; -1: none.
int builtContainerOf(const QJsonArray &containers, const QString &wanted);
QStringList localFilesOfContainers(const QJsonObject &raw);

// The source in fly.toml itself, and its JSON, wherever that came from.
void checkMachineSource(const QJsonObject &toml, FileFindings &findings);
void checkMachineJson(const MachineSource &source,
    const QByteArray &json,
    const QString &wantedContainer,
    FileFindings &findings);
