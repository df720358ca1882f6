#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>

// How many commands may run over one connection at once: sshd refuses what is above its
// MaxSessions, which is told to nobody beforehand. From any thread.
class SessionGate
{
public:
    struct Pass
    {
        std::uint64_t number = 0;
        bool wasEmpty = false; // nobody else was in
    };

    explicit SessionGate(int limit);
    // Blocks until there is room; nullopt: stopped.
    [[nodiscard]] std::optional<Pass> enter(const std::stop_token &stop);
    void leave();
    // The server refused one that had entered: one less fits. False: it was alone all the time, so
    // not even one is taken.
    [[nodiscard]] bool leaveRefused(const Pass &pass);

private:
    std::mutex m_mutex;
    std::condition_variable_any m_free;
    std::uint64_t m_entered = 0;
    int m_running = 0;
    int m_limit;
};
