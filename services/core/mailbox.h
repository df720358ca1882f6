#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

// Hands values from any thread to the thread of this object: a mutex, a queue, and one posted event
// as doorbell (Debian's Qt is not built for the thread sanitizer, so nothing else crosses). Values
// arrive in order, in batches.
template <typename T> class Mailbox : public QObject
{
    Q_DISABLE_COPY_MOVE(Mailbox)

public:
    explicit Mailbox(std::function<void(std::vector<T>)> receiver, QObject *parent = nullptr)
        : QObject(parent)
        , m_receiver(std::move(receiver))
    {
    }

    // Any thread, as long as the mailbox lives.
    void put(T value)
    {
        bool ring = false;
        {
            const std::lock_guard lock(m_mutex);
            ring = m_values.empty();
            m_values.push_back(std::move(value));
        }
        if (ring)
            QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }

protected:
    void customEvent(QEvent *) override
    {
        std::vector<T> values;
        {
            const std::lock_guard lock(m_mutex);
            values.swap(m_values);
        }
        // A copy, because the receiver may destroy this mailbox.
        const std::function<void(std::vector<T>)> receiver = m_receiver;
        if (!values.empty())
            receiver(std::move(values));
    }

private:
    std::mutex m_mutex;
    std::vector<T> m_values;
    std::function<void(std::vector<T>)> m_receiver;
};
