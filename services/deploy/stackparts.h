#pragma once

#include "config/stackcommands.h"
#include "deploy/stackinputs.h"

// The parts a stack's plan is put together from; private to its planner.

struct StackChanges // on one server
{
    QStringList images;
    QStringList environment;
    QStringList configuration;
    QStringList missing; // nothing of them runs
    QStringList unhealthy;
    bool operator==(const StackChanges &) const = default;
};

// What one server's plan is made from.
struct StackServerTask
{
    const StackInputs &inputs;
    const StackLook &look;
    const StackPlan &plan;
    int attempt = 1;
    const StackRecord *sameChain = nullptr; // earlier attempts of this very deployment
    const StackRecord *restoreFrom = nullptr; // whose backups an earlier version goes back to
    bool backsUp = false;
    bool migrates = false;
    bool pulls = false;
    bool restores = false; // the database of an earlier version
};

// Others wait until it has ended: it does its work and is gone.
[[nodiscard]] bool isRunOnce(const ComposeProject &compose, const QString &service);

namespace StackParts {
inline constexpr std::chrono::seconds minute{60};

[[nodiscard]] StackCompose compose(const StackServerTask &task);
[[nodiscard]] StackStep run(
    Phase phase, Step step, const QStringList &argv, std::chrono::seconds timeout);
[[nodiscard]] StackStep counting(StackStep step, const DataCheck &check);
[[nodiscard]] QStringList recreated(const StackInputs &inputs);
[[nodiscard]] StackChanges changesOf(const StackInputs &inputs, const StackLook &look);
// The files name another image than the one that runs: nothing starts without pulling it.
[[nodiscard]] bool namesOtherImages(const StackInputs &inputs);
[[nodiscard]] QList<PlannedService> services(const StackServerTask &task);
[[nodiscard]] QString backupFile(
    const StackServerTask &task, const QString &prefix, const StackBackup &backup);
[[nodiscard]] StackServerPlan serverPlan(const StackServerTask &task);
void addRollback(const StackServerTask &task, StackServerPlan &server);
// Services that use a database which is put back: they stand still meanwhile.
[[nodiscard]] QStringList stoppedForRestore(const StackServerTask &task);
[[nodiscard]] StackStep healthStep(
    const StackServerTask &task, const QString &service, Phase phase);
// Health of everything that is to run, smoke tests, data.
[[nodiscard]] QList<StackStep> lookSteps(
    const StackServerTask &task, const QList<PlannedService> &services);
// Out with the old one, in with the new one, and the wait until it is healthy.
[[nodiscard]] QList<StackStep> recreation(const StackServerTask &task, const QString &service);
// Out, in again: from a file of a backup.
[[nodiscard]] QList<StackStep> restoreSteps(
    const StackServerTask &task, const StackBackup &backup, const QString &file);
[[nodiscard]] StackStep backupStep(
    const StackServerTask &task, const StackBackup &backup, const QString &file);
} // namespace StackParts
