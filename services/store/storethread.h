#pragma once

#include "core/result.h"
#include "store/connection.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>

// A connection on a thread of its own, since Qt lets a connection be used only where it was made.
// run() may be called from any thread but this one.
class StoreThread
{
public:
    using Opener = std::function<Result<std::unique_ptr<Connection>>()>;
    using SteadyTime = std::chrono::steady_clock::time_point;

    // `open` runs in the new thread.
    [[nodiscard]] static Result<std::unique_ptr<StoreThread>> start(const Opener &open);
    ~StoreThread(); // ends what was asked for, then closes
    Q_DISABLE_COPY_MOVE(StoreThread)

    // Blocks until `work` was done in the thread; its answer.
    template <typename Work> std::invoke_result_t<Work, Connection &> run(Work &&work)
    {
        std::optional<std::invoke_result_t<Work, Connection &>> answer;
        runAndWait([&](Connection &connection) { answer.emplace(work(connection)); });
        return std::move(*answer);
    }

    // Only inside `work`: calls `work` once at that time, unless it is set again before.
    void wakeAt(SteadyTime time, std::function<void(Connection &)> work);
    void dropWake();
    [[nodiscard]] bool hasWake() const { return m_wakeTime.has_value(); }

private:
    StoreThread() = default;
    struct Task
    {
        std::function<void(Connection &)> work;
        bool done = false;
    };
    void runAndWait(std::function<void(Connection &)> work);
    void loop(Connection &connection);
    [[nodiscard]] Task *next(std::unique_lock<std::mutex> &lock);

    std::mutex m_mutex;
    std::condition_variable m_asked;
    std::condition_variable m_answered;
    std::deque<Task *> m_tasks;
    bool m_ending = false;
    std::optional<SteadyTime> m_wakeTime; // this thread's own
    std::function<void(Connection &)> m_wakeWork;
    std::thread m_thread;
};
