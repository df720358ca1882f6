#include "servers/sessiongate.h"

#include <algorithm>

SessionGate::SessionGate(int limit)
    : m_limit(limit)
{
}

std::optional<SessionGate::Pass> SessionGate::enter(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_free.wait(lock, stop, [this] { return m_running < m_limit; }))
        return {};
    return Pass{++m_entered, m_running++ == 0};
}

void SessionGate::leave()
{
    const std::lock_guard lock(m_mutex);
    --m_running;
    m_free.notify_one();
}

// Those it was refused beside may have left long before the refusal arrives: how many run now says
// nothing about how many fit.
bool SessionGate::leaveRefused(const Pass &pass)
{
    const std::lock_guard lock(m_mutex);
    --m_running;
    m_limit = std::max(1, m_limit - 1);
    m_free.notify_one();
    return !pass.wasEmpty || m_entered != pass.number;
}
