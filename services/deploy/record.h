#pragma once

#include "deploy/deployservice.h"
#include "deploy/survey.h"
#include "types/deploymentstate.h"

#include <optional>

// What the journal says about an earlier deployment of the app, as a new plan needs it. Pure.

// What became of an earlier run of the release command.
struct ReleaseFate
{
    enum class What
    {
        NotRun,
        Succeeded,
        Failed,
        Running, // its machine still works: it is adopted
        Unknown, // it was started, and how it ended cannot be read any more
    };
    What what = What::NotRun;
    MachineId machine;
    std::optional<ExitInfo> exit; // read from the machine, not from the journal
    QDateTime at;
};

[[nodiscard]] bool isInterrupted(const DeploymentState &state); // its last attempt never ended

// The kind that a request really is: a retry of an interrupted attempt resumes it.
[[nodiscard]] Result<DeployKind> effectiveKind(
    const PlanRequest &request, const std::optional<DeploymentState> &previous);
[[nodiscard]] SurveyHints hintsFor(
    const PlanRequest &request, const std::optional<DeploymentState> &previous);
// The newest release, when it failed: what a retry without a record is about; 0: it did not.
[[nodiscard]] int failedRelease(const Survey &survey);
// The release to return to; 0: none is known. `wanted`: the one asked for, 0: the one before.
[[nodiscard]] int rollBackVersion(
    const std::optional<DeploymentState> &previous, const Survey &survey, int wanted);
// What attempts of the deployment have made and what is still there, also when its creation was
// not confirmed: lane -> machine.
[[nodiscard]] QHash<QString, MachineId> machinesMade(
    const DeploymentState &previous, const Survey &survey);
// The lane that an attempt of the deployment made this machine for; empty: none did.
[[nodiscard]] QString laneMade(const DeploymentState &previous, const Machine &machine);
// Machines that attempts of the deployment acted on or made, with their groups; without those that
// it destroyed itself, or was about to.
[[nodiscard]] QHash<MachineId, QString> machinesKnown(const DeploymentState &previous);
[[nodiscard]] ReleaseFate releaseFate(const DeploymentState &previous, const Survey &survey);
// The platform's release that an interrupted attempt left open, also when its creation was not
// confirmed; nothing: there is none, or it has been closed.
[[nodiscard]] std::optional<Release> openRelease(
    const DeploymentState &previous, const Survey &survey);
// Releases of earlier attempts that nobody closed.
[[nodiscard]] QList<Release> orphanedReleases(
    const DeploymentState &previous, const Survey &survey);
