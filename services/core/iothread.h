#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

// A thread with an event loop that owns the QObjects which talk to the outside.
class IoThread
{
public:
    explicit IoThread(const QString &name);
    ~IoThread(); // shuts down
    Q_DISABLE_COPY_MOVE(IoThread)

    // Runs `work` on the thread; false (and never runs it) after shutDown. Any thread.
    bool post(std::function<void()> work);
    // The object whose thread this is; parent for what lives here.
    [[nodiscard]] QObject *context() const;
    // Ends the loop after what has been posted, and joins. Objects parented to context() die there.
    void shutDown();

private:
    struct Private;
    std::unique_ptr<Private> d;
};
