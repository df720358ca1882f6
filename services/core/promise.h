#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QThread>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

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
    std::vector<std::function<void(const Result<T> &)>> listeners; // called without the mutex

    bool fulfil(Result<T> value)
    {
        std::vector<std::function<void(const Result<T> &)>> calls;
        {
            const std::lock_guard lock(mutex);
            if (answer)
                return false;
            answer.emplace(std::move(value));
            calls.swap(listeners);
            ready.notify_all();
        }
        for (const auto &call : calls)
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
    ~Writer()
    {
        shared->fulfil(failure(Error::Kind::Cancelled, QStringLiteral("promise dropped")));
    }
    Q_DISABLE_COPY_MOVE(Writer)
    std::shared_ptr<Shared<T>> shared;
};

// What an answering thread may touch of a delivery. The receiver takes itself out of it before it
// dies, under the same mutex under which it is posted to.
template <typename T> struct Route
{
    std::mutex mutex;
    QObject *receiver = nullptr;
    std::optional<Result<T>> answer;

    void send(const Result<T> &value)
    {
        const std::lock_guard lock(mutex);
        if (!receiver)
            return;
        answer = value;
        QCoreApplication::postEvent(receiver, new QEvent(QEvent::User));
    }
};

// Lives and dies with the context, in its thread; the callback never leaves that thread.
template <typename T> class Relay final : public QObject
{
    Q_DISABLE_COPY_MOVE(Relay)

public:
    Relay(QObject *context, std::function<void(const Result<T> &)> callback)
        : QObject(context)
        , m_route(std::make_shared<Route<T>>())
        , m_callback(std::move(callback))
    {
        m_route->receiver = this;
    }
    ~Relay() override
    {
        const std::lock_guard lock(m_route->mutex);
        m_route->receiver = nullptr;
    }
    [[nodiscard]] std::shared_ptr<Route<T>> route() const { return m_route; }

protected:
    void customEvent(QEvent *) override
    {
        std::optional<Result<T>> answer;
        {
            const std::lock_guard lock(m_route->mutex);
            answer.swap(m_route->answer);
        }
        // The callback may destroy the context and with it this object.
        const std::function<void(const Result<T> &)> callback = std::move(m_callback);
        deleteLater();
        callback(*answer);
    }

private:
    std::shared_ptr<Route<T>> m_route;
    std::function<void(const Result<T> &)> m_callback;
};

void markThreadWithEventLoop();
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
    [[nodiscard]] const std::shared_ptr<promise_detail::Shared<T>> &shared() const
    {
        return m_shared;
    }

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

// Runs `callback` in the thread of `context`, never after `context` died, and never before deliver
// has returned. To be called in that thread.
template <typename T, typename Callback>
void deliver(const Pending<T> &pending, QObject *context, Callback callback)
{
    Q_ASSERT(context && context->thread() == QThread::currentThread());
    const std::shared_ptr<promise_detail::Shared<T>> shared = pending.shared();
    auto *relay = new promise_detail::Relay<T>(context, std::move(callback));
    const std::shared_ptr<promise_detail::Route<T>> route = relay->route();
    {
        const std::lock_guard lock(shared->mutex);
        if (!shared->answer) {
            shared->listeners.push_back([route](const Result<T> &answer) { route->send(answer); });
            return;
        }
    }
    route->send(*shared->answer);
}
