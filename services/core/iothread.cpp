#include "core/iothread.h"

#include "core/promise.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>

#include <condition_variable>
#include <mutex>
#include <pthread.h>
#include <thread>
#include <vector>

namespace {
class Worker;

// What both sides share. Only a doorbell goes through Qt's event queue.
struct Queue
{
    std::mutex mutex;
    std::condition_variable started;
    Worker *worker = nullptr;
    std::vector<std::function<void()>> work;
    bool closed = false;
};

class Worker final : public QObject
{
    Q_DISABLE_COPY_MOVE(Worker)

public:
    explicit Worker(Queue &queue)
        : m_queue(queue)
    {
    }
    void runLoop() { m_loop.exec(); }

protected:
    void customEvent(QEvent *) override
    {
        std::vector<std::function<void()>> batch;
        {
            const std::lock_guard lock(m_queue.mutex);
            batch.swap(m_queue.work);
        }
        for (std::function<void()> &work : batch) {
            work();
            work = nullptr;
        }
        const std::lock_guard lock(m_queue.mutex);
        if (m_queue.closed && m_queue.work.empty())
            m_loop.quit();
    }

private:
    Queue &m_queue;
    QEventLoop m_loop;
};

void runThread(Queue &queue, const QByteArray &name)
{
    pthread_setname_np(pthread_self(), name.left(15).constData());
    promise_detail::markThreadWithEventLoop();
    {
        Worker worker(queue);
        {
            const std::lock_guard lock(queue.mutex);
            queue.worker = &worker;
            queue.started.notify_all();
        }
        worker.runLoop();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}
} // namespace

// Not a QThread: the thread sanitizer sees the start and the end of this one.
struct IoThread::Private
{
    Queue queue;
    QObject *context = nullptr; // valid until the thread has ended
    std::thread thread;
};

IoThread::IoThread(const QString &name)
    : d(std::make_unique<Private>())
{
    d->thread =
        std::thread([queue = &d->queue, text = name.toLatin1()] { runThread(*queue, text); });
    std::unique_lock lock(d->queue.mutex);
    d->queue.started.wait(lock, [this] { return d->queue.worker != nullptr; });
    d->context = d->queue.worker;
}

IoThread::~IoThread()
{
    shutDown();
}

bool IoThread::post(std::function<void()> work)
{
    const std::lock_guard lock(d->queue.mutex);
    if (d->queue.closed)
        return false;
    d->queue.work.push_back(std::move(work));
    if (d->queue.work.size() == 1)
        QCoreApplication::postEvent(d->context, new QEvent(QEvent::User));
    return true;
}

QObject *IoThread::context() const
{
    return d->context;
}

void IoThread::shutDown()
{
    Q_ASSERT(std::this_thread::get_id() != d->thread.get_id());
    {
        const std::lock_guard lock(d->queue.mutex);
        if (!d->queue.closed)
            QCoreApplication::postEvent(d->context, new QEvent(QEvent::User));
        d->queue.closed = true;
    }
    if (d->thread.joinable())
        d->thread.join();
}
