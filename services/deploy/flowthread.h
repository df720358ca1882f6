#pragma once

#include "core/clock.h"

#include <functional>
#include <stop_token>
#include <thread>

// A thread that waits by the clock and is joined by the thread that started it. Under a virtual
// clock its place goes back to whoever joins it, so that time does not jump between the two.
class FlowThread
{
public:
    using Work = std::function<void(const std::stop_token &)>;

    explicit FlowThread(Clock &clock)
        : m_clock(clock)
    {
    }
    ~FlowThread() { end(); }
    Q_DISABLE_COPY_MOVE(FlowThread)

    void start(Work work)
    {
        m_clock.announce();
        m_thread =
            std::jthread([this, starter = std::this_thread::get_id(), work = std::move(work)](
                             const std::stop_token &stop) {
                m_clock.adopt();
                work(stop);
                if (stop.stop_requested())
                    m_clock.handOver(starter);
                else
                    m_clock.leave();
            });
    }
    [[nodiscard]] bool isStarted() const { return m_thread.joinable(); }
    // Asks it to stop and joins it.
    void end()
    {
        if (!m_thread.joinable())
            return;
        m_thread.request_stop();
        const ClockBlocked blocked(m_clock);
        m_thread.join();
    }

private:
    Clock &m_clock;
    std::jthread m_thread;
};
