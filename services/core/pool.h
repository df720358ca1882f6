#pragma once

#include "core/promise.h"

#include <functional>
#include <stop_token>

// Blocking or CPU work off the UI thread, answered through a Pending. The work runs on a thread
// of a pool that grows as needed (network waits included) and is joined by Pool's destructor, which
// requests stop first. Any thread.
class Pool
{
public:
    Pool();
    ~Pool();
    Q_DISABLE_COPY_MOVE(Pool)

    template <typename T> Pending<T> run(std::function<Result<T>(std::stop_token)> work)
    {
        const Promise<T> promise;
        start([promise, work = std::move(work)](
                  std::stop_token stop) { promise.fulfil(work(stop)); });
        return promise.pending();
    }

private:
    void start(std::function<void(std::stop_token)> work);
    struct Private;
    std::unique_ptr<Private> d;
};
