#pragma once

#include "core/http.h"
#include "fly/flyendpoints.h"

#include <QStringList>

#include <atomic>

// The last thing that a request of an account passes before it leaves: it goes to the account's own
// origins only, by https only except to the loopback, and with the read-only switch on nothing but
// reads leave at all. What is refused answers Forbidden, with "not-sent" as its code's beginning.
class AccountGuard final : public HttpTransport
{
public:
    AccountGuard(const FlyEndpoints &endpoints, HttpTransport &next);

    void setReadOnly(bool readOnly) { m_readOnly = readOnly; } // any thread
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    Result<HttpResponse> perform(const HttpRequest &request, std::stop_token stop) override;

private:
    HttpTransport &m_next;
    QStringList m_origins;
    std::atomic<bool> m_readOnly = false;
};

// Codes of its refusals.
inline constexpr QLatin1StringView readOnlyRefusal("not-sent-read-only");
inline constexpr QLatin1StringView originRefusal("not-sent-origin");

// "https://host:port", with the port that the scheme implies.
QString originOf(const QUrl &url);
// Every operation of the document is a query. For anything that is not understood: false.
bool isGraphQlRead(const QByteArray &body);
