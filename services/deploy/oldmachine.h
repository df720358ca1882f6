#pragma once

#include "deploy/patientwrite.h"

// A machine on its way out, on its lane: taken out of service, stopped, destroyed; until the last
// step it can be brought back.
class OldMachine
{
public:
    // `serves`: it gets traffic now.
    OldMachine(RunParts &parts, LeaseKeeper &leases, const MachineId &id, bool serves);
    Q_DISABLE_COPY_MOVE(OldMachine)

    [[nodiscard]] const MachineId &id() const { return m_id; }
    [[nodiscard]] bool serves() const { return m_serves; }

    void waitTurn(); // opens the lane's bar
    void mark(const std::stop_token &stop); // for other tools: it may be destroyed
    [[nodiscard]] Result<void> cordon(const std::stop_token &stop);
    [[nodiscard]] Result<void> stop(const std::stop_token &stop);
    [[nodiscard]] Result<void> destroy(const std::stop_token &stop);
    [[nodiscard]] Result<void> bringBack(const std::stop_token &stop);
    void end(const Result<void> &result);

private:
    [[nodiscard]] Span::Place place(Segment segment) const;
    Result<void> write(events::Intent::What what,
        SpanId span,
        const std::stop_token &stop,
        std::function<Result<void>(const QString &, const CallContext &)> send);

    RunParts &m_parts;
    LeaseKeeper &m_leases;
    const MachineId m_id;
    const bool m_serves;
    bool m_cordoned = false; // by us, perhaps
    bool m_stopped = false;
    Span m_bar;
    Span m_wait;
};
