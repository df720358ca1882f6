#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

// A one-shot answer between threads. Copies of a Promise share one answer; it is fulfilled at most
// once (the first wins), and a promise whose last copy dies unfulfilled answers Cancelled.
template <typename T> class Promise;
template <typename T> class Pending;

namespace promise_detail {
template <typename T> struct Shared
{
    std::mutex mutex;
    std::condition_variable ready;
    std::optional<Result<T>> answer;
    std::function<void(const Result<T> &)> listener; // at most one, called once, without the mutex

    bool fulfil(Result<T> value)
    {
        std::function<void(const Result<T> &)> call;
        {
            const std::lock_guard lock(mutex);
            if (answer)
                return false;
            answer.emplace(std::move(value));
            call = std::move(listener);
            listener = nullptr;
            ready.notify_all();
        }
        if (call)
            call(*answer);
        return true;
    }
};

template <typename T> struct Writer
{
    explicit Writer(std::shared_ptr<Shared<T>> state)
        : shared(std::move(state))
    {
    }
    ~Writer() { shared->fulfil(failure(Error::Kind::Cancelled, QStringLiteral("promise dropped"))); }
    Q_DISABLE_COPY_MOVE(Writer)
    std::shared_ptr<Shared<T>> shared;
};
} // namespace promise_detail

template <typename T> class Pending
{
public:
    Pending() = default;
    explicit Pending(std::shared_ptr<promise_detail::Shared<T>> shared)
        : m_shared(std::move(shared))
    {
    }
    [[nodiscard]] bool isReady() const
    {
        const std::lock_guard lock(m_shared->mutex);
        return m_shared->answer.has_value();
    }
    [[nodiscard]] const std::shared_ptr<promise_detail::Shared<T>> &shared() const { return m_shared; }

private:
    std::shared_ptr<promise_detail::Shared<T>> m_shared;
};

template <typename T> class Promise
{
public:
    Promise()
        : m_writer(std::make_shared<promise_detail::Writer<T>>(
              std::make_shared<promise_detail::Shared<T>>()))
    {
    }
    // Any thread. False when it had been answered before.
    bool fulfil(Result<T> answer) const { return m_writer->shared->fulfil(std::move(answer)); }
    [[nodiscard]] Pending<T> pending() const { return Pending<T>(m_writer->shared); }

private:
    std::shared_ptr<promise_detail::Writer<T>> m_writer;
};

// True on a thread that must not be blocked: the one of the application object, or any IoThread.
bool threadHasEventLoop();
void dieOfBlockingAwait();

// Blocks an engine thread until the answer is there. Aborts the program on a thread with an event
// loop. Stop is requested through the token handed to the call, which then answers Cancelled.
template <typename T> [[nodiscard]] Result<T> await(const Pending<T> &pending)
{
    if (threadHasEventLoop())
        dieOfBlockingAwait();
    auto &shared = *pending.shared();
    std::unique_lock lock(shared.mutex);
    shared.ready.wait(lock, [&shared] { return shared.answer.has_value(); });
    return *shared.answer;
}

// Runs `callback` in the thread of `context`, never after `context` died.
template <typename T, typename Callback>
void deliver(const Pending<T> &pending, QObject *context, Callback callback)
{
    const std::shared_ptr<promise_detail::Shared<T>> shared = pending.shared();
    // The relay lives in the context's thread and dies with it; posting to a dead object is refused
    // by the guard inside QMetaObject::invokeMethod's own lock (QPointer is not thread-safe here).
    auto *relay = new QObject;
    relay->moveToThread(context->thread());
    relay->setParent(context->thread() == QThread::currentThread() ? context : nullptr);
    const QPointer<QObject> guard(relay);
    const auto post = [guard, callback = std::move(callback)](const Result<T> &answer) {
        if (!guard)
            return;
        QMetaObject::invokeMethod(
            guard.data(),
            [guard, callback, answer] {
                if (!guard)
                    return;
                std::unique_ptr<QObject> owned(guard.data());
                callback(answer);
            },
            Qt::QueuedConnection);
    };
    std::optional<Result<T>> ready;
    {
        const std::lock_guard lock(shared->mutex);
        if (shared->answer)
            ready = *shared->answer;
        else
            shared->listener = post;
    }
    if (ready)
        post(*ready);
}
