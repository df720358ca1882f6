#pragma once

#include "deploy/record.h"
#include "fly/machineconfig.h"

#include <QHash>

#include <optional>

struct PlanInputs
{
    PlanRequest request;
    Survey survey;
    QByteArray digestKey;
    std::optional<DeploymentState> previous; // the deployment asked for, or the app's last
    QHash<QString, UsualDuration> usual;
    QStringList secretNamesThen; // roll back: as a deployment of that release saw them
    std::optional<QDateTime> releaseCommandDone; // of releaseKey(); see releaseKeyFor
    bool production = true;
};

// A plan and what the engine needs besides to carry it out. Configs hold env values: this part is
// made anew at apply and is never stored.
struct PreparedPlan
{
    DeployPlan plan;
    QHash<MachineId, Machine> machines; // as surveyed
    QHash<MachineId, MachineConfig> targets; // without the labels of the release to come
    QHash<QString, MachineConfig> launchTargets; // by lane, of what is made; without labels, too
    std::optional<FlyToml> toml;
    QByteArray definition; // what the release is created with
    int newestVersion = 0; // of all releases: one of ours is newer
    QByteArray digestKey;
    QString releaseKey;
    ReleaseFate fate;
    QHash<QString, MachineId> adoptable; // by lane: strategies of earlier attempts made it
    bool leftoversLast = false; // the plan's leftovers may be what serves: they go at the end
    QList<Machine> leftovers; // release machines of earlier runs
    QList<Release> orphans; // releases that nobody closed
    QHash<QString, events::LeaseTaken> ownLeases; // by machine, of an interrupted attempt
    std::optional<DeploymentState> asked; // one with an open question that this plan answers
    std::optional<DeploymentState>
        superseded; // an interrupted one that this plan does not go on with
};

// Digest of (image digest, command, env hash, secrets): the release command is not repeated once
// it succeeded for it. Empty when there is no command.
[[nodiscard]] QString releaseKeyFor(const PlanInputs &inputs);

// Pure: the same inputs give the same plan and hash. Precondition when there is nothing to deploy
// to or return to, NotFound when the registry does not have the image.
[[nodiscard]] Result<PreparedPlan> preparePlan(const PlanInputs &inputs);
[[nodiscard]] Result<DeployPlan> makePlan(const PlanInputs &inputs);

[[nodiscard]] QString definitionDigest(const QByteArray &definition);
// What runs there is the image wanted: by digest, by reference where a digest is not told.
[[nodiscard]] bool hasImage(
    const Machine &machine, const QString &digest, const QString &reference);
