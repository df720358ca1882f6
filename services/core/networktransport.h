#pragma once

#include "core/http.h"

#include <QString>

#include <memory>

class IoThread;
class NetworkRoute;

// HttpTransport over a small pool of QNetworkAccessManagers per channel (six connections per host
// and manager), one cookie jar for all of them. Measured on Qt 6.4.2: a GET or POST whose peer
// closes after reading it is sent a second time. So everything but HEAD is sent from a sequential
// device without buffering and with its length (0 for a read), which Qt cannot send again; the call
// answers Offline instead. https only, except loopback. Redirects are not followed. `userAgent` as
// "atalaya/0.1.0". A certificate that is not right is never accepted. The IoThread must outlive it
// and the calls that are open.
class NetworkTransport final : public HttpTransport
{
public:
    // `route`: proxies and trusted certificates; nullptr: as environment and desktop say.
    NetworkTransport(IoThread &thread,
        const QString &userAgent,
        std::shared_ptr<const NetworkRoute> route = nullptr);
    ~NetworkTransport() override; // open exchanges answer Cancelled

    Result<HttpResponse> perform(const HttpRequest &request, std::stop_token stop) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};
