#include "fuzz/apibodies.h"

#include "core/ratebudget.h"
#include "core/virtualclock.h"
#include "fly/flyclient.h"

using namespace Qt::StringLiterals;

namespace {
// One answer, whatever is asked.
class OneAnswer final : public HttpTransport
{
public:
    QByteArray body;

    Result<HttpResponse> perform(const HttpRequest &, std::stop_token) override
    {
        return HttpResponse{200, {{"content-type", "application/json"}}, body};
    }
};

struct Reader
{
    Reader()
        : client(endpoints(), transport, budget, clock)
    {
    }
    static FlyEndpoints endpoints()
    {
        FlyEndpoints all;
        all.account = AccountId(u"fuzz"_s);
        all.machines = all.web = all.releases = QUrl(u"http://127.0.0.1:1"_s);
        all.token = Secret(QByteArray("fo1_fuzz_token"));
        return all;
    }

    VirtualClock clock;
    ClockParticipant participant{clock};
    OneAnswer transport;
    RateBudget budget{clock};
    FlyClient client;
};

template <typename T> Result<void> outcomeOf(const Result<T> &read)
{
    if (!read)
        return failure(read.error());
    return {};
}
} // namespace

QString corpusOf(ApiBody kind)
{
    switch (kind) {
    case ApiBody::Machines:
        return u"machines"_s;
    case ApiBody::Release:
        return u"release"_s;
    case ApiBody::Lease:
        return u"lease"_s;
    case ApiBody::GraphQl:
        return u"graphql"_s;
    case ApiBody::Logs:
        return u"logs"_s;
    }
    return {};
}

Result<void> readApiBody(ApiBody kind, const QByteArray &body)
{
    static Reader reader;
    static const AppName app(u"shop-web"_s);
    static const MachineId machine(u"3d8d7e41b05489"_s);
    reader.transport.body = body;
    const CallContext context;
    FlyClient &client = reader.client;
    switch (kind) {
    case ApiBody::Machines:
        return outcomeOf(client.machines(app, context));
    case ApiBody::Release:
        return outcomeOf(client.currentRelease(app, context));
    case ApiBody::Lease:
        return outcomeOf(client.takeLease(app, machine, std::chrono::seconds(13), context));
    case ApiBody::GraphQl:
        return outcomeOf(client.releaseDefinition(app, context));
    case ApiBody::Logs:
        return outcomeOf(client.logs(app, {}, {}, context));
    }
    return {};
}
