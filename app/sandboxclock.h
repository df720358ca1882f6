#pragma once

#include "core/clock.h"

#include <mutex>

// The simulated world's time, as the console lives in it: it runs at the sandbox's speed and shows
// the sandbox's calendar, so that leases, grace periods and ages mean the same on both sides. Until
// the sandbox was met it is the real clock. now() never goes back; the calendar may, when the
// sandbox is begun anew.
class SandboxClock final : public Clock
{
public:
    SandboxClock();

    // What the sandbox says of itself. Small differences are transmission and change nothing.
    void follow(const QDateTime &worldNow, double speed);

    [[nodiscard]] Duration now() const override;
    [[nodiscard]] QDateTime wallNow() const override;
    [[nodiscard]] QDateTime wallOf(const QDateTime &real) const; // what it was, or will be, then
    bool sleepUntil(Duration deadline, std::stop_token stop) override;
    [[nodiscard]] Duration toReal(Duration duration) const override;

private:
    struct Anchor
    {
        Duration real{0};
        Duration world{0};
        QDateTime wall;
        double speed = 1.0;

        [[nodiscard]] Duration worldAt(Duration at) const;
    };
    [[nodiscard]] Anchor anchor() const;

    const std::unique_ptr<Clock> m_real;
    mutable std::mutex m_mutex;
    Anchor m_anchor;
};
