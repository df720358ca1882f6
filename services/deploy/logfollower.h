#pragma once

#include "core/clock.h"
#include "deploy/flowthread.h"
#include "deploy/journal.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <stop_token>

class FlyClient;

// Reads the app's log while a deployment runs, on a thread of its own: appended to the journal and
// handed on. A log that may not be read (a deploy token often may not) ends it quietly.
class LogFollower
{
public:
    using Sink = std::function<void(const QList<LogLine> &)>;

    LogFollower(FlyClient &fly,
        Journal &journal,
        Clock &clock,
        AppName app,
        DeploymentId deployment,
        int attempt,
        Sink sink);
    ~LogFollower(); // joins
    Q_DISABLE_COPY_MOVE(LogFollower)

    // Waits, a few seconds at most, until what was told up to now has been read.
    void settle();

private:
    void run(const std::stop_token &stop);
    bool poll(const std::stop_token &stop);
    bool rest(const std::stop_token &stop);
    void keep(QList<LogLine> lines);

    FlyClient &m_fly;
    Journal &m_journal;
    Clock &m_clock;
    const AppName m_app;
    const DeploymentId m_deployment;
    const int m_attempt;
    const Sink m_sink;
    QString m_token;
    QDateTime m_since;
    bool m_begun = false;
    Clock::Duration m_rest = std::chrono::seconds(1); // between two pages; the follower's thread
    std::atomic<int> m_emptyPages = 0;
    std::atomic<bool> m_settling = false;
    std::atomic<bool> m_ended = false;
    FlowThread m_thread;
};
