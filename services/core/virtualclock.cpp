#include "core/virtualclock.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <vector>

namespace {
// A thread that waits for its turn: asleep, announced, or coming back from a block.
struct Turn
{
    Clock::Duration due = {};
    quint64 arrival = 0;
    std::stop_token stop;
    bool granted = false;
    bool stopped = false;
    std::condition_variable wake;
};

struct Participant
{
    int depth = 1;
    bool blocked = false;
    bool placeKept = false; // handed over: its place in the count waits for it
};
} // namespace

// Invariant between two calls: when nobody runs, nobody waits for a turn. So a stop needs no
// callback; it is seen when the next turn is given.
struct VirtualClock::State
{
    mutable std::mutex mutex;
    QDateTime start;
    Duration now = {};
    quint64 arrivals = 0;
    int running = 0;
    int strangers = 0; // asleep without having entered
    std::map<std::thread::id, Participant> participants;
    std::vector<std::shared_ptr<Turn>> waiting;
    std::deque<std::shared_ptr<Turn>> announced; // not adopted yet, granted or not

    std::shared_ptr<Turn> enqueue(Duration due, std::stop_token stop = {})
    {
        auto turn = std::make_shared<Turn>();
        turn->due = due;
        turn->arrival = arrivals++;
        turn->stop = std::move(stop);
        waiting.push_back(turn);
        return turn;
    }

    void giveTurn()
    {
        if (running > 0 || waiting.empty())
            return;
        const auto effective = [this](const std::shared_ptr<Turn> &turn) {
            return turn->stop.stop_requested() ? std::min(turn->due, now) : turn->due;
        };
        auto best = waiting.begin();
        Duration bestDue = effective(*best);
        for (auto candidate = std::next(best); candidate != waiting.end(); ++candidate) {
            const Duration due = effective(*candidate);
            if (due < bestDue || (due == bestDue && (*candidate)->arrival < (*best)->arrival)) {
                best = candidate;
                bestDue = due;
            }
        }
        const std::shared_ptr<Turn> turn = *best;
        waiting.erase(best);
        now = std::max(now, bestDue);
        turn->stopped = now < turn->due || turn->stop.stop_requested();
        turn->granted = true;
        ++running;
        turn->wake.notify_all();
    }

    void stopRunning()
    {
        --running;
        giveTurn();
    }

    static void waitFor(std::unique_lock<std::mutex> &lock, const std::shared_ptr<Turn> &turn)
    {
        turn->wake.wait(lock, [&turn] { return turn->granted; });
    }

    Participant *current()
    {
        const auto found = participants.find(std::this_thread::get_id());
        return found == participants.end() ? nullptr : &found->second;
    }
};

VirtualClock::VirtualClock(QDateTime start)
    : m_state(std::make_unique<State>())
{
    m_state->start = std::move(start);
}

VirtualClock::~VirtualClock() = default;

Clock::Duration VirtualClock::now() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->now;
}

QDateTime VirtualClock::wallNow() const
{
    const std::lock_guard lock(m_state->mutex);
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(m_state->now);
    return m_state->start.addMSecs(elapsed.count());
}

bool VirtualClock::sleepUntil(Duration deadline, std::stop_token stop)
{
    std::unique_lock lock(m_state->mutex);
    if (stop.stop_requested())
        return false;
    const bool entered = m_state->current() != nullptr;
    const std::shared_ptr<Turn> turn = m_state->enqueue(deadline, std::move(stop));
    if (entered)
        --m_state->running;
    else
        ++m_state->strangers;
    m_state->giveTurn();
    State::waitFor(lock, turn);
    if (!entered) {
        --m_state->strangers;
        m_state->stopRunning();
    }
    return !turn->stopped;
}

void VirtualClock::enter()
{
    const std::lock_guard lock(m_state->mutex);
    if (Participant *participant = m_state->current()) {
        ++participant->depth;
        return;
    }
    m_state->participants.emplace(std::this_thread::get_id(), Participant{});
    ++m_state->running;
}

void VirtualClock::leave()
{
    const std::lock_guard lock(m_state->mutex);
    Participant *participant = m_state->current();
    if (!participant || --participant->depth > 0)
        return;
    m_state->participants.erase(std::this_thread::get_id());
    m_state->stopRunning();
}

void VirtualClock::announce()
{
    const std::lock_guard lock(m_state->mutex);
    m_state->announced.push_back(m_state->enqueue(m_state->now));
    m_state->giveTurn();
}

void VirtualClock::adopt()
{
    std::unique_lock lock(m_state->mutex);
    Q_ASSERT(!m_state->announced.empty() && !m_state->current());
    const std::shared_ptr<Turn> turn = m_state->announced.front();
    m_state->announced.pop_front();
    m_state->participants.emplace(std::this_thread::get_id(), Participant{});
    State::waitFor(lock, turn);
}

void VirtualClock::block()
{
    const std::lock_guard lock(m_state->mutex);
    Participant *participant = m_state->current();
    if (!participant)
        return;
    participant->blocked = true;
    if (!participant->placeKept)
        m_state->stopRunning();
}

void VirtualClock::unblock()
{
    std::unique_lock lock(m_state->mutex);
    Participant *participant = m_state->current();
    if (!participant)
        return;
    participant->blocked = false;
    if (std::exchange(participant->placeKept, false))
        return;
    const std::shared_ptr<Turn> turn = m_state->enqueue(m_state->now);
    m_state->giveTurn();
    State::waitFor(lock, turn);
}

void VirtualClock::handOver(std::thread::id blocked)
{
    const std::lock_guard lock(m_state->mutex);
    Participant *participant = m_state->current();
    if (!participant || --participant->depth > 0)
        return;
    m_state->participants.erase(std::this_thread::get_id());
    const auto heir = m_state->participants.find(blocked);
    if (heir == m_state->participants.end() || heir->second.placeKept) {
        m_state->stopRunning();
        return;
    }
    heir->second.placeKept = true;
    // An heir that has not blocked yet still has its own place, and will not give it up.
    if (!heir->second.blocked)
        m_state->stopRunning();
}

void VirtualClock::jump(Duration duration)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->now += duration;
}

int VirtualClock::participants() const
{
    const std::lock_guard lock(m_state->mutex);
    return static_cast<int>(m_state->participants.size() + m_state->announced.size())
        + m_state->strangers;
}
