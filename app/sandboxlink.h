#pragma once

#include "core/http.h"
#include "sandbox/rendezvous.h"

#include <QJsonObject>
#include <QString>

#include <memory>
#include <stop_token>

class SandboxClock;

// What a sandbox is begun with when nobody runs it yet.
struct SandboxStart
{
    QString scenario; // empty: the saved world, or the field cases
    double speed = 0; // 0: as it was
};

// The profile's simulator: found by its rendezvous, started when nobody runs it, found again when
// it was restarted. Its status sets the clock. Any thread that may block.
class SandboxLink
{
public:
    // `folder`: of the rendezvous. `network` and `clock` must outlive it.
    SandboxLink(const QString &folder, HttpTransport &network, SandboxClock &clock);
    ~SandboxLink();
    Q_DISABLE_COPY_MOVE(SandboxLink)

    [[nodiscard]] Result<SandboxAddress> reach(
        std::stop_token stop, const SandboxStart &start = {});
    // Nothing runs: NotFound.
    [[nodiscard]] Result<SandboxAddress> find();
    // It did not answer: look anew the next time.
    void forget();
    // Stops it and waits for its end.
    [[nodiscard]] Result<void> end(std::stop_token stop);
    // The simulator's own interface, beside the simulated one; never starts it.
    [[nodiscard]] Result<QJsonObject> control(const QByteArray &method,
        const QString &path,
        const QJsonObject &body,
        std::stop_token stop);
    // Takes over speed and calendar when the last look is a while ago.
    void keepTime(std::stop_token stop);

private:
    struct Private;
    std::unique_ptr<Private> d;
};
