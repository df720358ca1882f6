#pragma once

#include "core/clock.h"

#include <stop_token>
#include <thread>

// A stop token that asks by itself once a budget of time is spent; what must still be done after a
// cancel (reading back, leases, closing the release) runs under one of these.
class DeadlineStop
{
public:
    DeadlineStop(Clock &clock, Clock::Duration budget)
        : m_clock(clock)
    {
        m_clock.announce();
        m_timer = std::jthread([this, budget](std::stop_token early) {
            const ClockParticipant participant(m_clock, ClockParticipant::Entry::Announced);
            if (m_clock.sleepFor(budget, early))
                m_source.request_stop();
        });
    }
    ~DeadlineStop()
    {
        m_timer.request_stop();
        const ClockBlocked blocked(m_clock);
        m_timer.join();
    }
    Q_DISABLE_COPY_MOVE(DeadlineStop)

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }
    void cut() { m_source.request_stop(); }

private:
    Clock &m_clock;
    std::stop_source m_source;
    std::jthread m_timer;
};
