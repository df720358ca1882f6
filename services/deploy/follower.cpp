#include "deploy/follower.h"

#include "core/log.h"

#include <vector>

using namespace std::chrono_literals;

namespace {
constexpr int logLinesAtOnce = 2'000;

// A quarter of a second of the user's time, whatever the clock's speed.
Clock::Duration pollEvery(const Clock &clock)
{
    const double speed = 1e9 / double(std::max<qint64>(1, clock.toReal(1s).count()));
    return Clock::Duration(static_cast<Clock::Duration::rep>(250e6 * speed));
}
} // namespace

Follower::Follower(Journal &journal, Clock &clock, Sinks sinks)
    : m_journal(journal)
    , m_clock(clock)
    , m_sinks(std::move(sinks))
{
}

Follower::~Follower()
{
    m_thread.request_stop();
    join();
}

void Follower::join()
{
    if (!m_thread.joinable())
        return;
    const ClockBlocked blocked(m_clock);
    m_thread.join();
}

void Follower::follow(const DeploymentId &id, qint64 afterSequence)
{
    {
        const std::lock_guard lock(m_mutex);
        m_followed[id] = Position{afterSequence, 0};
        if (m_running)
            return;
        m_running = true;
    }
    join(); // an earlier thread that has run out of work
    m_clock.announce();
    m_thread = std::jthread([this](const std::stop_token &stop) {
        const ClockParticipant participant(m_clock, ClockParticipant::Entry::Announced);
        run(stop);
    });
}

void Follower::unfollow(const DeploymentId &id)
{
    const std::lock_guard lock(m_mutex);
    m_followed.erase(id);
}

void Follower::run(const std::stop_token &stop)
{
    for (;;) {
        std::vector<std::pair<DeploymentId, Position>> followed;
        {
            const std::lock_guard lock(m_mutex);
            if (m_followed.empty() || stop.stop_requested()) {
                m_running = false;
                return;
            }
            followed.assign(m_followed.cbegin(), m_followed.cend());
        }
        for (auto &[id, position] : followed) {
            const bool goesOn = poll(id, position);
            const std::lock_guard lock(m_mutex);
            const auto entry = m_followed.find(id);
            if (entry == m_followed.end())
                continue;
            if (goesOn)
                entry->second = position;
            else
                m_followed.erase(entry);
        }
        m_clock.sleepFor(pollEvery(m_clock), stop);
    }
}

// False when nothing more is to come.
bool Follower::poll(const DeploymentId &id, Position &position)
{
    // Asked first: what was written before its end is read below.
    const Result<std::optional<DeploymentSummary>> summary = m_journal.deployment(id);
    const Result<QList<DeployEvent>> events = m_journal.events(id, position.sequence);
    const Result<QList<LogLine>> lines = m_journal.log(id, position.logLine, logLinesAtOnce);
    if (!events || !summary) {
        const Error &error = events ? summary.error() : events.error();
        Log::area("deploy")->warn(
            "follow: id={} {}", id.value.toStdString(), error.detail.toStdString());
        return true;
    }
    if (!events->isEmpty()) {
        position.sequence = events->last().sequence;
        m_sinks.events(id, *events);
    }
    if (lines && !lines->isEmpty()) {
        position.logLine += lines->size();
        m_sinks.log(id, *lines);
    }
    const bool over = !*summary || (**summary).status == DeploymentSummary::Status::Ended
        || (**summary).status == DeploymentSummary::Status::Interrupted;
    // The verdict follows the end: the owner lets go of the app only after it.
    if (!over || !events->isEmpty())
        return true;
    if (const auto owner = m_journal.owner(*summary ? (**summary).app : AppName()); owner && *owner)
        return true;
    m_sinks.ended(id, *summary ? (**summary).app : AppName());
    return false;
}
