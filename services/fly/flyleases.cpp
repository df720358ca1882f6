#include "fly/flyclient.h"
#include "fly/flyjson.h"
#include "fly/flyrequests.h"
#include "fly/wirereader.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
FlyRequest leaseRequest(
    const AppName &app, const MachineId &id, const QByteArray &method, const QString &action)
{
    FlyRequest request = machineRequest(app, id, u"/lease"_s, action);
    request.method = method;
    request.channel = HttpRequest::Channel::Lease;
    request.isRead = method == "GET";
    return request;
}

FlyRequest withTtl(FlyRequest request, std::chrono::seconds ttl)
{
    request.query.addQueryItem(u"ttl"_s, QString::number(ttl.count()));
    return request;
}

Result<Lease> granted(const Result<QJsonValue> &answer, const MachineId &machine)
{
    if (!answer)
        return failure(answer.error());
    const Result<Lease> lease = leaseFromJson(*answer, machine);
    if (lease && lease->nonce.isEmpty())
        return failure(Error::Kind::Protocol, u"lease.nonce: missing"_s);
    return lease;
}
} // namespace

Result<Lease> FlyClient::takeLease(
    const AppName &app, const MachineId &id, std::chrono::seconds ttl, const CallContext &context)
{
    const FlyRequest request = withTtl(leaseRequest(app, id, "POST", u"lease"_s), ttl);
    return granted(FlyCall(*this, context).json(request), id);
}

Result<Lease> FlyClient::refreshLease(
    const AppName &app, const Lease &lease, std::chrono::seconds ttl, const CallContext &context)
{
    FlyRequest request = withTtl(leaseRequest(app, lease.machine, "POST", u"lease"_s), ttl);
    request.nonce = lease.nonce;
    return granted(FlyCall(*this, context).json(request), lease.machine);
}

Result<void> FlyClient::dropLease(
    const AppName &app, const Lease &lease, const CallContext &context)
{
    FlyRequest request = leaseRequest(app, lease.machine, "DELETE", u"drop-lease"_s);
    request.nonce = lease.nonce;
    const Result<HttpResponse> answer = FlyCall(*this, context).send(request);
    if (!answer && answer.error().kind != Error::Kind::NotFound)
        return failure(answer.error());
    return {};
}

Result<std::optional<LeaseInfo>> FlyClient::lease(
    const AppName &app, const MachineId &id, const CallContext &context)
{
    const Result<QJsonValue> answer =
        FlyCall(*this, context).json(leaseRequest(app, id, "GET", u"get-lease"_s));
    if (!answer) {
        const bool none = answer.error().kind == Error::Kind::NotFound;
        return none ? Result<std::optional<LeaseInfo>>(std::nullopt) : failure(answer.error());
    }
    const Result<Lease> lease = leaseFromJson(*answer, id);
    if (!lease)
        return failure(lease.error());
    QJsonObject json = answer->toObject();
    if (json.contains("data"_L1))
        json = json.value("data"_L1).toObject();
    return LeaseInfo{lease->owner, json.value("description"_L1).toString(), lease->expiresAt};
}

std::optional<LeaseInfo> FlyClient::leaseHolder(const Error &error)
{
    static const QRegularExpression sentence(
        u"lease currently held by (.+?), expires at ([^\\s,;]+)"_s);
    const QRegularExpressionMatch match = sentence.match(error.detail);
    if (error.kind != Error::Kind::Conflict || !match.hasMatch())
        return std::nullopt;
    return LeaseInfo{match.captured(1), {}, timeFromWire(match.captured(2))};
}
