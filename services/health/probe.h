#pragma once

#include "types/verdict.h"

#include <QUrl>

#include <memory>
#include <stop_token>

class IoThread;
class NetworkRoute;

// Our own look at a public address, as a user's browser would: name, connection, certificate, and
// whether a server answers. One GET, without cookies and without following redirects; a certificate
// that is not right is never accepted. The IoThread must outlive it.
class Probe
{
public:
    // `route`: proxies and trusted certificates; nullptr: as environment and desktop say.
    Probe(IoThread &thread,
        const QString &userAgent,
        std::shared_ptr<const NetworkRoute> route = nullptr);
    ~Probe();
    Q_DISABLE_COPY_MOVE(Probe)

    // Blocking: engine and pool threads. An answer below 500 counts: the app is there, whatever it
    // thinks of the path. `timeout` is real time. Nothing when it was stopped.
    [[nodiscard]] std::optional<ProbeResult> look(
        const QUrl &url, std::chrono::milliseconds timeout, std::stop_token stop);

private:
    struct Private;
    std::unique_ptr<Private> d;
};
