#include "app/sandboxclock.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

Clock::Duration scaled(Clock::Duration duration, double factor)
{
    const double value = static_cast<double>(duration.count()) * factor;
    constexpr auto limit = static_cast<double>(Clock::Duration::max().count() / 4);
    return Clock::Duration(static_cast<Clock::Duration::rep>(std::clamp(value, -limit, limit)));
}

qint64 milliseconds(Clock::Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

} // namespace

Clock::Duration SandboxClock::Anchor::worldAt(Duration at) const
{
    return world + scaled(at - real, speed);
}

SandboxClock::SandboxClock()
    : m_real(makeRealClock())
{
    m_anchor.real = m_anchor.world = m_real->now();
    m_anchor.wall = m_real->wallNow();
}

SandboxClock::Anchor SandboxClock::anchor() const
{
    const std::lock_guard lock(m_mutex);
    return m_anchor;
}

void SandboxClock::follow(const QDateTime &worldNow, double speed)
{
    const std::lock_guard lock(m_mutex);
    const Duration real = m_real->now();
    const Duration world = m_anchor.worldAt(real);
    const QDateTime wall = m_anchor.wall.addMSecs(milliseconds(world - m_anchor.world));
    const bool sameSpeed = qFuzzyCompare(speed, m_anchor.speed);
    const auto tolerated = static_cast<qint64>(1000 * std::max(1.0, speed));
    if (speed <= 0.0 || (sameSpeed && std::abs(wall.msecsTo(worldNow)) <= tolerated))
        return;
    m_anchor = {real, world, worldNow.isValid() ? worldNow.toUTC() : wall, speed};
}

Clock::Duration SandboxClock::now() const
{
    return anchor().worldAt(m_real->now());
}

QDateTime SandboxClock::wallNow() const
{
    const Anchor at = anchor();
    return at.wall.addMSecs(milliseconds(at.worldAt(m_real->now()) - at.world));
}

QDateTime SandboxClock::wallOf(const QDateTime &real) const
{
    const Anchor at = anchor();
    const Duration then =
        m_real->now() + std::chrono::milliseconds(m_real->wallNow().msecsTo(real));
    return at.wall.addMSecs(milliseconds(at.worldAt(then) - at.world));
}

bool SandboxClock::sleepUntil(Duration deadline, std::stop_token stop)
{
    // In slices: the speed may change meanwhile.
    while (!stop.stop_requested()) {
        const Duration left = deadline - now();
        if (left <= 0ns)
            return true;
        const Duration slice = std::min<Duration>(200ms, toReal(left) + 1ns);
        m_real->sleepFor(slice, stop);
    }
    return false;
}

Clock::Duration SandboxClock::toReal(Duration duration) const
{
    return scaled(duration, 1.0 / anchor().speed);
}
