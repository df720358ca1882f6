#include "core/iothread.h"

#include "core/promise.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>

#include <mutex>
#include <vector>

namespace {
// What both sides share. Only a doorbell goes through Qt's event queue.
struct Queue
{
    std::mutex mutex;
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

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        std::vector<std::function<void()>> batch;
        {
            const std::lock_guard lock(m_queue.mutex);
            batch.swap(m_queue.work);
        }
        for (std::function<void()> &work : batch) {
            work();
            work = nullptr;
        }
        return true;
    }

private:
    Queue &m_queue;
};

class LoopThread final : public QThread
{
    Q_DISABLE_COPY_MOVE(LoopThread)

public:
    explicit LoopThread(Queue &queue)
        : worker(std::make_unique<Worker>(queue))
    {
        worker->moveToThread(this);
    }
    std::unique_ptr<Worker> worker;

protected:
    void run() override
    {
        promise_detail::markThreadWithEventLoop();
        exec();
        worker.reset();
    }
};
} // namespace

struct IoThread::Private
{
    Queue queue;
    LoopThread thread{queue};
    QObject *context = thread.worker.get(); // valid until the thread has ended

    bool enqueue(std::function<void()> work, bool andClose)
    {
        const std::lock_guard lock(queue.mutex);
        if (queue.closed)
            return false;
        queue.closed = andClose;
        queue.work.push_back(std::move(work));
        if (queue.work.size() == 1)
            QCoreApplication::postEvent(context, new QEvent(QEvent::User));
        return true;
    }
};

IoThread::IoThread(const QString &name)
    : d(std::make_unique<Private>())
{
    d->thread.setObjectName(name);
    d->thread.start();
}

IoThread::~IoThread()
{
    shutDown();
}

bool IoThread::post(std::function<void()> work)
{
    return d->enqueue(std::move(work), false);
}

QObject *IoThread::context() const
{
    return d->context;
}

void IoThread::shutDown()
{
    Q_ASSERT(QThread::currentThread() != &d->thread);
    d->enqueue([thread = &d->thread] { thread->quit(); }, true);
    d->thread.wait();
}
