#pragma once

#include "deploy/runrecorder.h"
#include "fly/flyclient.h"

// A write's waiting for the API's budget, as a segment of its lane's bar.
class BudgetWait
{
public:
    explicit BudgetWait(RunRecorder &recorder)
        : m_recorder(recorder)
    {
    }

    // `place`: of the segment. One write at a time.
    [[nodiscard]] CallContext watch(CallContext context, const Span::Place &place)
    {
        context.budgetWait = [this, place, told = context.budgetWait](Clock::Duration wait) {
            if (wait < std::chrono::milliseconds(200))
                return;
            m_span = Span(m_recorder, place);
            told(wait);
        };
        context.exchanged = [this, told = context.exchanged](const CallTrace &trace) {
            m_span.end(Outcome::Succeeded);
            told(trace);
        };
        return context;
    }
    void end(Outcome outcome) { m_span.end(outcome); }

private:
    RunRecorder &m_recorder;
    Span m_span;
};
