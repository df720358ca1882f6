#pragma once

#include "core/ratebudget.h"
#include "core/virtualclock.h"
#include "fly/flyclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

// A client in front of answers from a list. Tests only.
namespace scripted {
using namespace Qt::StringLiterals;

inline const AppName app(u"shop-web"_s);
inline const MachineId machineId(u"3d8d7e41b05489"_s);
inline const QByteArray token = "fm2_PLANTED-macaroon-value,fo1_PLANTED-oauth-value";
inline const QByteArray machineJson = R"({"id":"3d8d7e41b05489","state":"started"})";
inline const QByteArray htmlPage = "<html><head><title>502 Bad Gateway</title></head></html>";

inline QByteArray fileBytes(const QString &name)
{
    QFile file(QFINDTESTDATA(QString(u"data/flyclient/"_s + name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(name));
    return file.readAll();
}

struct Scripted // Qt would look for an operator== inside of a bare Result
{
    Result<HttpResponse> value;
};

inline Scripted answer(int status, const QByteArray &body, const QList<HttpHeader> &headers = {})
{
    const QList<HttpHeader> all =
        QList<HttpHeader>{HttpHeader{"fly-request-id", "01REQ"}} + headers;
    return {HttpResponse{status, all, body}};
}

inline Scripted refused()
{
    return {
        failure(Error{Error::Kind::Offline, u"Connection refused"_s, 0, {}, {}, u"not-sent"_s})};
}

inline Scripted broken(Error::Kind kind = Error::Kind::Offline)
{
    return {failure(kind, u"the connection was closed before the answer"_s)};
}

// Answers from a list, the last one again and again, and keeps what was asked.
class ScriptedTransport final : public HttpTransport
{
public:
    QList<Scripted> script;
    QList<HttpRequest> requests;

    Result<HttpResponse> perform(const HttpRequest &request, std::stop_token stop) override
    {
        if (stop.stop_requested())
            return failure(Error::Kind::Cancelled, u"stopped"_s);
        requests.append(request);
        if (script.isEmpty())
            qFatal("nothing is scripted");
        return script.size() > 1 ? script.takeFirst().value : script.constFirst().value;
    }
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const HttpHeader &header : requests.constLast().headers) {
            if (header.name == name)
                return header.value;
        }
        return {};
    }
    [[nodiscard]] QJsonObject body() const
    {
        return QJsonDocument::fromJson(requests.constLast().body).object();
    }
};

class Bench
{
public:
    explicit Bench(const QByteArray &withToken = token)
        : budget(clock)
        , client(endpoints(withToken), transport, budget, clock)
    {
        context.stop = stop.get_token();
        context.exchanged = [this](const CallTrace &trace) { traces.append(trace); };
        context.retrying = [this](const Error &error) {
            retries.append(error);
            if (stopAtRetry)
                stop.request_stop();
        };
    }
    static FlyEndpoints endpoints(const QByteArray &withToken)
    {
        FlyEndpoints all;
        all.account = AccountId(u"acme"_s);
        all.machines = QUrl(u"http://127.0.0.1:1"_s);
        all.web = QUrl(u"http://127.0.0.1:2"_s);
        all.releases = QUrl(u"http://127.0.0.1:3"_s);
        all.token = Secret(withToken);
        return all;
    }
    Result<Machine> read() { return client.machine(app, machineId, context); }
    Result<Machine> create() { return client.createMachine(app, {}, context); }

    VirtualClock clock;
    ClockParticipant participant{clock};
    ScriptedTransport transport;
    RateBudget budget;
    FlyClient client;
    std::stop_source stop;
    CallContext context;
    QList<CallTrace> traces;
    QList<Error> retries;
    bool stopAtRetry = false;
};
} // namespace scripted
