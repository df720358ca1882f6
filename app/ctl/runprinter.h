#pragma once

#include "app/ctl/output.h"
#include "types/deploymentstate.h"

// Tells a deployment event by event, as it comes or from the journal: a calm line for each step
// that ended, with the parts of its bar, or the event itself as JSON.
class RunPrinter
{
public:
    // `state`: what the journal has of the deployment already; it is not told again.
    RunPrinter(CtlOutput &out, bool events, DeploymentState state = {})
        : m_out(out)
        , m_events(events)
        , m_state(std::move(state))
    {
    }

    void print(const DeployEvent &event);
    [[nodiscard]] const DeploymentState &state() const { return m_state; }

private:
    void tell(const DeployEvent &event);
    [[nodiscard]] QString nameOf(const SpanState &span) const;
    void spanEnded(const SpanState &span);
    void spanNoted(const events::SpanNoted &noted);
    [[nodiscard]] QString stamp(const QDateTime &at) const;
    [[nodiscard]] QString parts(const SpanState &span) const;

    CtlOutput &m_out;
    const bool m_events; // as JSON, when the output is JSON
    DeploymentState m_state;
    QString m_reason; // why the last step failed
};
