#pragma once

#include "deploy/planner.h"
#include "deploy/runrecorder.h"

#include <stop_token>

// What the parts of a running attempt share. The engine owns all of it.
struct RunParts
{
    FlyClient &fly;
    Clock &clock;
    RunRecorder &recorder;
    const PreparedPlan &prepared;
    std::stop_token stop; // cancel: nothing new begins, waits end
    std::stop_token abort; // some seconds after a cancel: requests under way are cut, too
    ReleaseLabels labels; // of the platform's release, once it is known

    [[nodiscard]] const DeployPlan &plan() const { return prepared.plan; }
    [[nodiscard]] const AppName &app() const { return prepared.plan.app; }
    [[nodiscard]] CallContext reading(SpanId span, Tell tell = Tell::Everything) const
    {
        return callContext(recorder, span, stop, tell);
    }
    [[nodiscard]] CallContext writing(SpanId span) const
    {
        return callContext(recorder, span, abort);
    }
    // The error that stops whatever has not been sent yet; nothing: go on.
    [[nodiscard]] std::optional<Error> halted() const
    {
        if (std::optional<Error> lost = recorder.journalError())
            return lost;
        if (stop.stop_requested())
            return Error{
                Error::Kind::Cancelled, QStringLiteral("stopped on request"), 0, {}, {}, {}};
        return std::nullopt;
    }
};
