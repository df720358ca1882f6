#include "core/clock.h"

#include <algorithm>
#include <condition_variable>
#include <ctime>
#include <mutex>

namespace {
Clock::Duration bootTime()
{
    timespec time = {};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

class RealClock final : public Clock
{
public:
    explicit RealClock(double speed)
        : m_speed(speed > 0.0 ? speed : 1.0)
        , m_origin(bootTime())
        , m_wallOrigin(QDateTime::currentDateTimeUtc())
    {
    }

    Duration now() const override
    {
        const Duration real = bootTime();
        return isScaled() ? m_origin + scaled(real - m_origin, m_speed) : real;
    }

    QDateTime wallNow() const override
    {
        if (!isScaled())
            return QDateTime::currentDateTimeUtc();
        const auto elapsed =
            std::chrono::duration_cast<std::chrono::milliseconds>(now() - m_origin);
        return m_wallOrigin.addMSecs(elapsed.count());
    }

    bool sleepUntil(Duration deadline, std::stop_token stop) override
    {
        // A wait of the library counts time in which the computer was awake; a slice bounds how
        // late a deadline is seen that passed during a suspend.
        constexpr Duration slice = std::chrono::seconds(1);
        std::mutex mutex;
        std::condition_variable_any never;
        std::unique_lock lock(mutex);
        while (!stop.stop_requested()) {
            const Duration current = now();
            if (current >= deadline)
                return true;
            const Duration wait = std::min(slice, toReal(deadline - current) + Duration(1));
            never.wait_for(lock, stop, wait, [] { return false; });
        }
        return false;
    }

    Duration toReal(Duration duration) const override
    {
        return isScaled() ? scaled(duration, 1.0 / m_speed) : duration;
    }

private:
    bool isScaled() const { return m_speed < 1.0 || m_speed > 1.0; }
    static Duration scaled(Duration duration, double factor)
    {
        const double value = static_cast<double>(duration.count()) * factor;
        constexpr double limit = static_cast<double>(Duration::max().count() / 4);
        return Duration(static_cast<Duration::rep>(std::clamp(value, -limit, limit)));
    }

    const double m_speed;
    const Duration m_origin;
    const QDateTime m_wallOrigin;
};
} // namespace

std::unique_ptr<Clock> makeRealClock(double speed)
{
    return std::make_unique<RealClock>(speed);
}
