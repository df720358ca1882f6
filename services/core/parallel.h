#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

// Calls fn(item, stop) for every item, at most `limit` at a time, on threads of its own; joins all.
// The first error is kept and returned, and stops what has not begun; what is running sees its
// token. With `limit` 1 it still runs on one other thread.
template <typename Item, typename Fn>
[[nodiscard]] Result<void> forEachParallel(
    const std::vector<Item> &items, std::size_t limit, Clock &clock, std::stop_token stop, Fn fn)
{
    if (items.empty())
        return {};
    std::stop_source ownStop;
    const std::stop_callback forward(stop, [&ownStop] { ownStop.request_stop(); });
    std::mutex mutex;
    std::optional<Error> first;
    std::atomic<std::size_t> next = 0;
    const std::size_t count = std::max<std::size_t>(1, std::min(limit, items.size()));
    std::size_t running = count;
    const auto takeItems = [&] {
        while (!ownStop.stop_requested()) {
            const std::size_t index = next++;
            if (index >= items.size())
                return;
            const Result<void> done = fn(items[index], ownStop.get_token());
            if (done)
                continue;
            {
                const std::lock_guard lock(mutex);
                if (!first)
                    first = done.error();
            }
            ownStop.request_stop();
        }
    };
    const auto work = [&, caller = std::this_thread::get_id()] {
        clock.adopt();
        takeItems();
        bool last = false;
        {
            const std::lock_guard lock(mutex);
            last = --running == 0;
        }
        if (last)
            clock.handOver(caller);
        else
            clock.leave();
    };
    std::vector<std::jthread> threads;
    threads.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        clock.announce();
        threads.emplace_back(work);
    }
    {
        const ClockBlocked blocked(clock);
        threads.clear();
    }
    if (first)
        return failure(*first);
    if (stop.stop_requested())
        return failure(Error::Kind::Cancelled, QStringLiteral("stopped"));
    return {};
}
