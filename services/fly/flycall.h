#pragma once

#include "fly/flyauth.h"
#include "fly/flyclient.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QUrlQuery>

// What one call of the client asks for; FlyCall adds the rest.
struct FlyRequest
{
    FlyPart part = FlyPart::Machines;
    QByteArray method = "GET";
    QString path; // "/v1/apps/x"
    QUrlQuery query;
    QJsonObject body;
    QString nonce; // of a lease
    QString action; // what the budget counts: "get", "lease", …
    QString subject; // machine id or app name
    RateBudget::Rate rate;
    HttpRequest::Channel channel = HttpRequest::Channel::Normal;
    std::chrono::seconds serverTime{0}; // how long the answer may be held back on purpose
    bool isRead = true; // sending it twice changes nothing
    bool mayExist = false; // a create: after a timeout the thing may be there
};

// The one place of authorisation, headers, API budget, retries and errors (fly-io.md 1.4 to 1.9).
class FlyCall
{
public:
    FlyCall(FlyClient &client, const CallContext &context)
        : m_client(client)
        , m_context(context)
    {
    }

    // A 2xx answer, or the error.
    Result<HttpResponse> send(const FlyRequest &request);
    // Its body as JSON; an answer that is none is asked for once more when that is harmless.
    Result<QJsonValue> json(const FlyRequest &request);
    // The `data` of a GraphQL answer.
    Result<QJsonObject> query(const QString &action,
        const QString &subject,
        const QString &text,
        const QJsonObject &variables);

    [[nodiscard]] Clock &clock() const { return m_client.m_clock; }

private:
    Result<HttpResponse> exchange(const FlyRequest &request, const QByteArray &authorization);
    [[nodiscard]] HttpRequest wireRequest(
        const FlyRequest &request, const QByteArray &authorization) const;
    [[nodiscard]] Result<Secret> token() const;
    [[nodiscard]] bool mayRepeat(const FlyRequest &request, const Error &error) const;
    Result<void> pause(const Error &error, int attempt, const FlyRequest &request);
    [[nodiscard]] std::optional<Clock::Duration> timeLeft() const;

    FlyClient &m_client;
    const CallContext &m_context;
    std::optional<Clock::Duration> m_deadline;
};
