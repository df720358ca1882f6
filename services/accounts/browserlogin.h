#pragma once

#include "core/clock.h"
#include "core/http.h"
#include "core/secret.h"

#include <QUrl>

#include <functional>

// Login in the browser through the platform's session for command lines (fly-io.md 1.10): a session
// is begun, the person allows it on the platform's page, and the token is fetched. Blocking: for
// pool and command threads.
namespace BrowserLogin {
struct Session
{
    QString id;
    QUrl page; // to open; https, except on the loopback
};
// `web`: the origin of the platform's web interface. `name`: of this computer, as the page shows
// it.
[[nodiscard]] Result<Session> begin(
    HttpTransport &transport, const QUrl &web, const QString &name, std::stop_token stop);
// Asks every second, for up to 15 minutes; Timeout when nobody has allowed it until then.
[[nodiscard]] Result<Secret> finish(HttpTransport &transport,
    const QUrl &web,
    const QString &id,
    Clock &clock,
    std::stop_token stop);
} // namespace BrowserLogin
