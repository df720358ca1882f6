#pragma once

#include "deploy/flowthread.h"

// A stop token that asks by itself once a budget of time is spent; what must still be done after a
// cancel (reading back, leases, closing the release) runs under one of these.
class DeadlineStop
{
public:
    DeadlineStop(Clock &clock, Clock::Duration budget)
        : m_timer(clock)
    {
        m_timer.start([this, &clock, budget](const std::stop_token &early) {
            if (clock.sleepFor(budget, early))
                m_source.request_stop();
        });
    }
    Q_DISABLE_COPY_MOVE(DeadlineStop)

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }
    void cut() { m_source.request_stop(); }

private:
    std::stop_source m_source;
    FlowThread m_timer;
};
