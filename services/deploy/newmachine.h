#pragma once

#include "deploy/budgetwait.h"
#include "deploy/patientwrite.h"

class MachineWatch;

// A machine that the deploy makes, on a lane of its own: made once or taken over, watched until it
// is good, then given traffic or removed.
class NewMachine
{
public:
    using Successors = QHash<QString, QString>; // old machine -> the one that replaces it

    // `tag`: bluegreen's, empty for a canary.
    NewMachine(RunParts &parts, LeaseKeeper &leases, const PlannedLaunch &planned, QString tag);
    Q_DISABLE_COPY_MOVE(NewMachine)

    [[nodiscard]] const PlannedLaunch &planned() const { return m_planned; }
    [[nodiscard]] const MachineId &id() const { return m_machine.id; } // empty: there is none
    [[nodiscard]] const MachineConfig &config() const { return m_config; }
    [[nodiscard]] bool isStandby() const;

    void waitTurn(); // opens the lane's bar
    [[nodiscard]] Result<void> create(const Successors &successors);
    [[nodiscard]] Result<void> untilGood();
    void waitSwitch();
    [[nodiscard]] Result<void> uncordon(const std::stop_token &stop);
    [[nodiscard]] Result<void> destroy(const std::stop_token &stop);
    void end(const Result<void> &result);

private:
    [[nodiscard]] Span::Place place(Segment segment) const;
    Result<void> adopt();
    Result<void> keep(const Machine &machine, Clock::Duration sentAt);
    Result<MachineLaunch> launch(const QString &intent, const Successors &successors);
    Result<void> start();

    RunParts &m_parts;
    LeaseKeeper &m_leases;
    const PlannedLaunch m_planned;
    const QString m_tag;
    MachineConfig m_config; // as sent
    Machine m_machine; // as last seen
    Span m_bar;
    Span m_wait;
    BudgetWait m_budget;
};
