#pragma once

#include "deploy/budgetwait.h"
#include "deploy/leasekeeper.h"
#include "deploy/runparts.h"

#include <memory>

class MachineReplacement;
class MachineWatch;

// One machine's part of the update phase, on its lane: its turn, its lease, the write (or none),
// and the waiting until it runs and is healthy.
class MachineUpdate
{
public:
    MachineUpdate(RunParts &parts, LeaseKeeper &leases, const PlannedMachine &planned);
    ~MachineUpdate();
    Q_DISABLE_COPY_MOVE(MachineUpdate)

    // In place; not one that is replaced or destroyed.
    [[nodiscard]] static bool isUpdated(const PlannedMachine &planned);
    [[nodiscard]] const PlannedMachine &planned() const { return m_planned; }
    // Nothing to be written and nothing to be waited for.
    [[nodiscard]] bool isDone() const;
    // No update, but labels, a start or waiting for its checks.
    [[nodiscard]] bool isLight() const;

    void skip(); // told instead of a bar
    void waitTurn(); // opens the lane's bar
    [[nodiscard]] Result<void> run(); // once
    // The same in two parts, for a strategy that sends everything before it waits for anything.
    [[nodiscard]] Result<void> send();
    [[nodiscard]] Result<void> settle();
    void cancel(const Error &why); // its turn never came

private:
    enum class Sent
    {
        Now,
        Before
    }; // Before: a request whose answer was lost had taken effect

    Result<void> write();
    Result<void> replace();
    Result<void> makeRoom(const Error &error);
    Result<void> lookAgain(const QString &version);
    Result<void> recordBefore();
    Result<void> setLabels();
    Result<void> update();
    Result<Machine> sendUpdate(const QString &intent);
    Result<std::optional<Machine>> findUpdate(const QString &intent);
    Result<void> startIfNeeded();
    Result<void> waitUntilGood();
    [[nodiscard]] bool mustRun() const;
    [[nodiscard]] bool isRight() const;
    [[nodiscard]] CallContext writing();
    Result<QString> lease();

    RunParts &m_parts;
    LeaseKeeper &m_leases;
    const PlannedMachine m_planned;
    const MachineConfig m_target;
    Machine m_machine; // as last seen
    Span m_bar;
    std::unique_ptr<MachineReplacement> m_replacement; // in place of an update
    Span m_turn;
    BudgetWait m_budget;
};
