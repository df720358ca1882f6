#pragma once

#include "core/clock.h"

#include <memory>

// Time that stands still while any participant works and jumps to the earliest deadline when all
// of them wait. One sleeper is woken at a time, in order of (deadline, arrival), so that a run with
// the same inputs takes the same course. A sleeper whose stop was requested is due at once, an
// announced thread from its announcement on, a thread that was blocked when it unblocks; they take
// their turn like the others. A thread that sleeps without having entered counts while it sleeps.
class VirtualClock final : public Clock
{
public:
    explicit VirtualClock(QDateTime start = QDateTime(QDate(2026, 8, 20), QTime(14, 0), Qt::UTC));
    ~VirtualClock() override;

    Duration now() const override;
    QDateTime wallNow() const override;
    bool sleepUntil(Duration deadline, std::stop_token stop) override;
    void enter() override;
    void leave() override;
    void announce() override;
    void adopt() override;
    void block() override;
    void unblock() override;
    void handOver(std::thread::id blocked) override;

    // The computer slept: time passes although nobody waited for it.
    void jump(Duration duration);
    // How many participants are counted; 0 when every flow has ended.
    int participants() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};
