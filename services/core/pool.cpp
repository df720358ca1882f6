#include "core/pool.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace {
constexpr std::size_t threadLimit = 64;
using Work = std::function<void(std::stop_token)>;
} // namespace

struct Pool::Private
{
    std::mutex mutex;
    std::condition_variable wake;
    std::stop_source stop;
    std::deque<Work> queue;
    std::vector<std::thread> threads;
    std::size_t idle = 0;
    bool closing = false;

    void run()
    {
        std::unique_lock lock(mutex);
        for (;;) {
            ++idle;
            wake.wait(lock, [this] { return closing || !queue.empty(); });
            --idle;
            if (closing)
                return;
            Work work = std::move(queue.front());
            queue.pop_front();
            lock.unlock();
            work(stop.get_token());
            // Dropped without the lock: what it captured may answer a promise.
            work = nullptr;
            lock.lock();
        }
    }
};

Pool::Pool()
    : d(std::make_unique<Private>())
{
}

Pool::~Pool()
{
    std::deque<Work> dropped;
    {
        const std::lock_guard lock(d->mutex);
        d->closing = true;
        dropped.swap(d->queue);
    }
    d->stop.request_stop();
    d->wake.notify_all();
    dropped.clear();
    for (std::thread &thread : d->threads)
        thread.join();
}

void Pool::start(std::function<void(std::stop_token)> work)
{
    const std::lock_guard lock(d->mutex);
    if (d->closing)
        return;
    d->queue.push_back(std::move(work));
    if (d->queue.size() > d->idle && d->threads.size() < threadLimit)
        d->threads.emplace_back([state = d.get()] { state->run(); });
    else
        d->wake.notify_one();
}
