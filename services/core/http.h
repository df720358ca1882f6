#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <stop_token>
#include <utility>

struct HttpHeader
{
    QByteArray name;
    QByteArray value;
    bool operator==(const HttpHeader &) const = default;
};

struct HttpRequest
{
    // Which connections carry it: leases and cancel have connections of their own, long polls do
    // not starve short requests (architecture.md, HTTP rules).
    enum class Channel
    {
        Normal,
        LongPoll,
        Lease
    };

    QByteArray method = "GET";
    QUrl url; // absolute, with query
    QList<HttpHeader> headers; // without authorisation in logs
    QByteArray body; // a write without a body sends "{}"
    std::chrono::milliseconds timeout{30'000}; // real time; above 60 s for a platform wait
    Channel channel = Channel::Normal;

    [[nodiscard]] bool isWrite() const { return method != "GET" && method != "HEAD"; }
};

struct HttpResponse
{
    int status = 0;
    QList<HttpHeader> headers; // names lower-cased
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
};

// One exchange, answered exactly once. An HTTP status of any kind is a response, not an error;
// errors are Cancelled, Timeout, Offline, Protocol (truncated body); the code of an error tells
// when no connection could be made, see wasNeverSent. Never re-sends anything.
// Blocking: for engine and pool threads only. Thread-safe.
class HttpTransport
{
public:
    virtual ~HttpTransport() = default;
    [[nodiscard]] virtual Result<HttpResponse> perform(
        const HttpRequest &request, std::stop_token stop) = 0;

protected:
    HttpTransport() = default;
    Q_DISABLE_COPY_MOVE(HttpTransport)
};

// No connection was made, so nothing was sent: "not-sent …", "proxy-refused",
// "proxy-authentication", "certificate-… HOST".
[[nodiscard]] bool wasNeverSent(const Error &error);
// And trying again changes nothing before a person has changed something.
[[nodiscard]] bool needsPerson(const Error &error);
