#pragma once

#include "deploy/runparts.h"

// Watches one machine come up: its bar's segments, what its checks say, and every sign that waiting
// on is of no use (it exited, crashes again and again, is gone).
class MachineWatch
{
public:
    // `bar`: the machine's span; must outlive this.
    MachineWatch(RunParts &parts, const MachineId &machine, const MachineConfig &config, Span &bar);
    // The same on another lane than the machine's own.
    MachineWatch(RunParts &parts,
        const MachineId &machine,
        const MachineConfig &config,
        Span &bar,
        Step step,
        QString lane);

    enum class Started
    {
        ByPlatform, // with what was made or updated, if at all
        ByUs // just now: for a while nodes may tell that it is stopped
    };
    // The machine when it has started, or settled without having exited (an update of a machine
    // that did not run). Segments Pull and Start.
    [[nodiscard]] Result<Machine> untilStarted(
        const Machine &last, Started begun = Started::ByPlatform);
    // Segments Grace and Checks. Without checks: it runs for ten seconds and does not crash.
    [[nodiscard]] Result<void> untilHealthy(const Machine &last);

    [[nodiscard]] static bool isGood(const Machine &machine, const MachineConfig &config);

private:
    void enter(Segment segment, const QDateTime &at = {});
    void leave(Outcome outcome, const QDateTime &at = {});
    void tell(const Machine &machine);
    void tellStart(const Machine &machine);
    [[nodiscard]] Result<void> judge(const Machine &machine) const;
    [[nodiscard]] Result<Machine> look();
    [[nodiscard]] Result<Machine> lookInList();
    [[nodiscard]] bool isBelievedMissing() const;
    [[nodiscard]] bool isHopeless(const Error &error) const;
    [[nodiscard]] Error whyChanged(const Machine &machine) const;
    [[nodiscard]] QDateTime startOf(const Machine &machine) const;
    Result<void> fail(const Error &error);
    [[nodiscard]] Error timeoutError(const Machine &machine) const;

    RunParts &m_parts;
    const MachineId m_machine;
    const MachineConfig &m_config;
    Span &m_bar;
    const Step m_step;
    const QString m_lane;
    const QString m_knownExit; // of the survey: it tells nothing about this run
    const Clock::Duration m_unheardUntil; // not every node knows what was made just now
    Span m_segmentSpan;
    std::optional<Segment> m_segment;
    QDateTime m_segmentSince;
    QString m_state;
    QStringList m_passing;
    QHash<QString, QString> m_outputs;
    int m_missing = 0;
    std::optional<Error> m_blind; // why the last look saw nothing
};
