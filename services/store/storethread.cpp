#include "store/storethread.h"

#include <utility>

Result<std::unique_ptr<StoreThread>> StoreThread::start(const Opener &open)
{
    std::unique_ptr<StoreThread> thread(new StoreThread);
    StoreThread *self = thread.get();
    std::mutex mutex;
    std::condition_variable opened;
    std::optional<Result<void>> outcome;
    thread->m_thread = std::thread([self, &open, &mutex, &opened, &outcome] {
        Result<std::unique_ptr<Connection>> connection = open();
        {
            const std::lock_guard lock(mutex);
            outcome = connection ? Result<void>() : failure(connection.error());
            opened.notify_all();
        }
        if (connection)
            self->loop(**connection);
    });
    std::unique_lock lock(mutex);
    opened.wait(lock, [&outcome] { return outcome.has_value(); });
    if (!*outcome)
        return failure(outcome->error());
    return thread;
}

StoreThread::~StoreThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_asked.notify_all();
    }
    m_thread.join();
}

void StoreThread::wakeAt(SteadyTime time, std::function<void(Connection &)> work)
{
    m_wakeTime = time;
    m_wakeWork = std::move(work);
}

void StoreThread::dropWake()
{
    m_wakeTime.reset();
    m_wakeWork = nullptr;
}

void StoreThread::runAndWait(std::function<void(Connection &)> work)
{
    Task task{std::move(work)};
    std::unique_lock lock(m_mutex);
    m_tasks.push_back(&task);
    lock.unlock();
    m_asked.notify_all(); // without the mutex, which the one that wakes up wants
    lock.lock();
    m_answered.wait(lock, [&task] { return task.done; });
}

// Nothing when the wake time came or the end; a busy queue does not put off the wake.
StoreThread::Task *StoreThread::next(std::unique_lock<std::mutex> &lock)
{
    const auto wanted = [this] { return m_ending || !m_tasks.empty(); };
    if (m_wakeTime)
        m_asked.wait_until(lock, *m_wakeTime, wanted);
    else
        m_asked.wait(lock, wanted);
    const bool due = m_wakeTime && std::chrono::steady_clock::now() >= *m_wakeTime;
    if (due || m_tasks.empty())
        return nullptr;
    Task *task = m_tasks.front();
    m_tasks.pop_front();
    return task;
}

void StoreThread::loop(Connection &connection)
{
    std::unique_lock lock(m_mutex);
    while (!m_ending || !m_tasks.empty()) {
        Task *task = next(lock);
        const bool wakeNow = !task && m_wakeWork;
        lock.unlock();
        if (task) {
            task->work(connection);
        } else if (wakeNow) {
            const auto work = std::exchange(m_wakeWork, nullptr);
            m_wakeTime.reset();
            work(connection);
        }
        lock.lock();
        if (task) {
            task->done = true; // the caller may go: the task is its own
            lock.unlock();
            m_answered.notify_all();
            lock.lock();
        }
    }
}
