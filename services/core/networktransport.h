#pragma once

#include "core/http.h"

#include <QString>

#include <memory>

class IoThread;

// HttpTransport over a small pool of QNetworkAccessManagers (one per channel, normal ones several:
// six connections per host and manager), one cookie jar for all of them. A write is sent from a
// sequential device without buffering, so that Qt cannot re-send it (measured on Qt 6.4.2: it
// re-sends a POST whose peer closed after reading it). https only, except loopback. Redirects are
// not followed. `userAgent` as "atalaya/0.1.0". The IoThread must outlive it.
class NetworkTransport final : public HttpTransport
{
public:
    NetworkTransport(IoThread &thread, const QString &userAgent);
    ~NetworkTransport() override; // open exchanges answer Cancelled

    Result<HttpResponse> perform(const HttpRequest &request, std::stop_token stop) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};
