#pragma once

#include <QDateTime>

#include <chrono>
#include <memory>
#include <stop_token>
#include <thread>

// All waiting goes through a Clock: real, scaled (for the simulator) or virtual (for tests).
// Thread-safe. Durations are in the clock's own time: under a scaled clock of 30, sleeping one
// second takes 33 ms of the wall's.
class Clock
{
public:
    using Duration = std::chrono::nanoseconds;

    virtual ~Clock() = default;

    // Time since an arbitrary origin, going on while the computer sleeps (CLOCK_BOOTTIME).
    [[nodiscard]] virtual Duration now() const = 0;
    // The calendar's time in UTC.
    [[nodiscard]] virtual QDateTime wallNow() const = 0;
    // Blocks until `deadline` or until `stop` is requested; true when the deadline was reached.
    // The only sleep in the program.
    virtual bool sleepUntil(Duration deadline, std::stop_token stop) = 0;
    bool sleepFor(Duration duration, std::stop_token stop)
    {
        const Duration current = now();
        const bool forEver = duration > Duration::max() - current;
        return sleepUntil(forEver ? Duration::max() : current + duration, std::move(stop));
    }
    // Real time for a duration of this clock (transfer timeouts, joins).
    [[nodiscard]] virtual Duration toReal(Duration duration) const { return duration; }

    // A virtual clock jumps when every participant waits. A flow thread declares itself with
    // ClockParticipant (it nests), and must hold a ClockBlocked while it waits for another thread
    // in any way but a sleep: joins, condition variables, await.
    virtual void enter() { }
    virtual void leave() { }
    // Called by the starter of a thread, before the thread exists, so that the clock cannot jump
    // between the start and the thread's own ClockParticipant(clock, Entry::Announced), which
    // adopts. Under a virtual clock the announced thread begins when those that run now wait.
    virtual void announce() { }
    virtual void adopt() { }
    // What ClockBlocked does: nothing for a thread that is no participant.
    virtual void block() { }
    virtual void unblock() { }
    // Like leave, but the place in the count goes to `blocked`, a thread that waits for this one:
    // time cannot jump between the end of the one and the return of the other.
    virtual void handOver(std::thread::id blocked)
    {
        static_cast<void>(blocked);
        leave();
    }

protected:
    Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)
};

class ClockParticipant
{
public:
    enum class Entry
    {
        New,
        Announced
    };
    explicit ClockParticipant(Clock &clock, Entry entry = Entry::New)
        : m_clock(clock)
    {
        if (entry == Entry::New)
            m_clock.enter();
        else
            m_clock.adopt();
    }
    ~ClockParticipant() { m_clock.leave(); }
    Q_DISABLE_COPY_MOVE(ClockParticipant)

private:
    Clock &m_clock;
};

class ClockBlocked
{
public:
    explicit ClockBlocked(Clock &clock)
        : m_clock(clock)
    {
        m_clock.block();
    }
    ~ClockBlocked() { m_clock.unblock(); }
    Q_DISABLE_COPY_MOVE(ClockBlocked)

private:
    Clock &m_clock;
};

// CLOCK_BOOTTIME; sleeps in slices so that a deadline that passed while the computer was asleep is
// seen at once. `speed` > 1 makes time run faster than the wall's.
std::unique_ptr<Clock> makeRealClock(double speed = 1.0);
