#pragma once

#include "core/clock.h"
#include "deploy/journal.h"

#include <functional>
#include <map>
#include <mutex>
#include <thread>

// Reads what another process writes about its deployments, on one thread for all of them; the
// thread lives as long as something is followed.
class Follower
{
public:
    struct Sinks // on the follower's thread
    {
        std::function<void(const DeploymentId &, const QList<DeployEvent> &)> events;
        std::function<void(const DeploymentId &, const QList<LogLine> &)> log;
        std::function<void(const DeploymentId &, const AppName &)> ended;
    };

    Follower(Journal &journal, Clock &clock, Sinks sinks);
    ~Follower(); // joins
    Q_DISABLE_COPY_MOVE(Follower)

    void follow(const DeploymentId &id, qint64 afterSequence);
    void unfollow(const DeploymentId &id);

private:
    struct Position
    {
        qint64 sequence = 0;
        qint64 logLine = 0;
    };

    void run(const std::stop_token &stop);
    bool poll(const DeploymentId &id, Position &position);
    void join();

    Journal &m_journal;
    Clock &m_clock;
    const Sinks m_sinks;
    std::mutex m_mutex;
    std::map<DeploymentId, Position> m_followed;
    bool m_running = false;
    std::jthread m_thread;
};
