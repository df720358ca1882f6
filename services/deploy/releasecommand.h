#pragma once

#include "deploy/runparts.h"

#include <functional>

// The release command on a machine of its own (fly-io.md 5.4), with better manners: a machine that
// takes too long is stopped, one that an interrupted attempt left working is taken over, and how
// it ended is read from its exit event and written down.
class ReleaseCommand
{
public:
    // `logsRead`: waits until what the machine has told so far has been read.
    ReleaseCommand(RunParts &parts, std::function<void()> logsRead);

    [[nodiscard]] Result<void> run();

private:
    Result<void> work(SpanId parent, bool adopts);
    void remove(SpanId span);
    Result<void> destroyOwn(SpanId span, const std::stop_token &stop);
    Result<void> clearLeftovers(SpanId span);
    Result<void> destroy(const Machine &machine, SpanId span);
    Result<Machine> create(SpanId span);
    void noteState(SpanId span);
    Result<void> waitPrepared(SpanId span);
    Result<void> start(SpanId span);
    Result<void> sendStart(SpanId span);
    Result<bool> hasStarted(SpanId span);
    Result<void> waitEnd(SpanId span);
    bool isGone(SpanId span, Clock::Duration unheardUntil);
    void stopMachine(SpanId span);
    Result<std::optional<ExitInfo>> readExit(SpanId span);
    Result<void> conclude(Span &span, const Result<void> &ended);
    Result<void> report(const std::optional<ExitInfo> &exit);

    RunParts &m_parts;
    std::function<void()> m_logsRead;
    MachineId m_machine;
    bool m_timedOut = false;
};
