#pragma once

#include "deploy/deployservice.h"

// What is done with a stack besides deploying it: the same steps as of a deploy, and nothing of
// them is journalled.
struct StackTaskStep
{
    Step step = Step::BackUp;
    QString service;
    QString detail; // name of the test, of the backup
    Outcome outcome = Outcome::Unknown;
    QString expected; // where something was wanted
    QString found;
    std::optional<Error> error;
    QString file; // a backup's, below the stack's folder
};

struct StackTaskResult // of one server
{
    QString server;
    QString directory;
    QString state; // as RunnerRest has it
    std::optional<Error> error;
    QList<StackTaskStep> steps; // in their order
    QList<PlannedService> services; // as they are, and why they are not as the files say
    [[nodiscard]] bool isGood() const;
};

enum class StackTask
{
    BackUp, // made, and looked at as atalaya.toml says
    Verify // health, smoke tests, data, images and environments
};

// Blocking. Precondition, for one: no backup is named in atalaya.toml.
[[nodiscard]] Result<QList<StackTaskResult>> runStackTask(const DeployServiceParts &parts,
    const PlanRequest &request,
    StackTask task,
    std::stop_token stop);
