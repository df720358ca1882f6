#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

class SimWorld;

struct SandboxOptions
{
    QString folder; // of the durable state; empty: nothing is kept
    QString scenario = QStringLiteral("field-cases"); // when there is no saved world
    double speed = 0; // world seconds per real second; 0: as saved, or as the scenario says
    std::chrono::milliseconds idleExit = std::chrono::minutes(15); // real; 0: stays for ever
    QByteArray token; // empty: a random one
    quint16 port = 0; // wanted; another one when it is taken
    bool stopOnSignals = false; // SIGINT and SIGTERM end it
};

// The simulator over HTTP on the loopback: GraphQL, both REST APIs and logs on one origin, and its
// own control API under /_sandbox/ (status, machines, requests, faults, speed, reset, stop), which
// wants the server's token. Runs on a thread of its own. With a folder it survives being killed:
// the next start goes on with the same world, whose time stood still meanwhile.
class SandboxServer
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SandboxServer>> start(
        const SandboxOptions &options);
    ~SandboxServer(); // stops
    Q_DISABLE_COPY_MOVE(SandboxServer)

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QByteArray token() const;
    // Runs `look` on the server's thread and waits for it. Not after the end.
    void withWorld(const std::function<void(SimWorld &)> &look);
    void stop(); // any thread; saves and joins
    void waitUntilEnded(); // by stop, the control API, a signal, or disuse

private:
    SandboxServer();
    struct Private;
    std::unique_ptr<Private> d;
};
