#include "fly/flyclient.h"
#include "fly/flyjson.h"
#include "fly/flyrequests.h"
#include "fly/machineconfig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr RateBudget::Rate machineReads{5.0, 10}; // fly-io.md 1.8

QJsonObject launchBody(const MachineLaunch &launch)
{
    QJsonObject body{{u"config"_s, QJsonDocument::fromJson(launch.config.document).object()},
        {u"skip_launch"_s, launch.skipLaunch},
        {u"skip_service_registration"_s, launch.skipServiceRegistration},
        {u"skip_secrets"_s, false}};
    if (launch.minSecretsVersion > 0)
        body.insert("min_secrets_version"_L1, static_cast<qint64>(launch.minSecretsVersion));
    return body;
}

FlyRequest write(
    FlyRequest request, const QByteArray &method, const QJsonObject &body, const QString &nonce)
{
    request.method = method;
    request.body = body;
    request.nonce = nonce;
    request.isRead = false;
    return request;
}

Result<Machine> machineFrom(const Result<QJsonValue> &answer)
{
    if (!answer)
        return failure(answer.error());
    return machineFromJson(*answer, u"machine"_s);
}

Result<void> doneFrom(const Result<HttpResponse> &answer)
{
    if (!answer)
        return failure(answer.error());
    return {};
}

QString waitWord(WaitState state)
{
    switch (state) {
    case WaitState::Started:
        return u"started"_s;
    case WaitState::Stopped:
        return u"stopped"_s;
    case WaitState::Suspended:
        return u"suspended"_s;
    case WaitState::Destroyed:
        return u"destroyed"_s;
    case WaitState::Failed:
        return u"failed"_s;
    case WaitState::Settled:
        return u"settled"_s;
    }
    return {};
}
} // namespace

Result<QList<Machine>> FlyClient::machines(const AppName &app, const CallContext &context)
{
    FlyCall call(*this, context);
    const Clock::Duration giveUp = m_clock.now() + 5s;
    for (Clock::Duration wait = 500ms;; wait *= 2) {
        const Result<QJsonValue> answer =
            call.json(appRequest(app, u"/machines"_s, u"list-machines"_s));
        if (answer) {
            Result<QList<Machine>> machines =
                listFromJson<Machine>(*answer, u"machines"_s, machineFromJson);
            if (machines)
                std::ranges::sort(*machines, std::less<>(), &Machine::id);
            return machines;
        }
        // An app that was just made is not known everywhere at once.
        if (answer.error().kind != Error::Kind::NotFound || m_clock.now() + wait > giveUp)
            return failure(answer.error());
        if (!m_clock.sleepFor(wait, context.stop))
            return failure(Error::Kind::Cancelled, u"stopped between two tries"_s);
    }
}

Result<bool> FlyClient::hasPublicAddress(const AppName &app, const CallContext &context)
{
    const Result<QJsonValue> answer =
        FlyCall(*this, context).json(appRequest(app, u"/ip_assignments"_s, u"ip-assignments"_s));
    if (!answer)
        return failure(answer.error());
    const QJsonArray ips = answer->toObject().value("ips"_L1).toArray();
    return std::any_of(ips.begin(), ips.end(), [](const QJsonValue &value) {
        const QString ip = value.toObject().value("ip"_L1).toString();
        return !ip.isEmpty() && !ip.startsWith("fdaa:"_L1); // those are of the private network
    });
}

Result<Machine> FlyClient::machine(
    const AppName &app, const MachineId &id, const CallContext &context)
{
    FlyRequest request = machineRequest(app, id, {}, u"get-machine"_s);
    request.rate = machineReads;
    return machineFrom(FlyCall(*this, context).json(request));
}

Result<Machine> FlyClient::createMachine(
    const AppName &app, const MachineLaunch &launch, const CallContext &context)
{
    QJsonObject body = launchBody(launch);
    if (!launch.region.isEmpty())
        body.insert("region"_L1, launch.region);
    if (!launch.name.isEmpty())
        body.insert("name"_L1, launch.name);
    if (launch.leaseTtl > 0s)
        body.insert("lease_ttl"_L1, static_cast<qint64>(launch.leaseTtl.count()));
    FlyRequest request =
        write(appRequest(app, u"/machines"_s, u"create-machine"_s), "POST", body, {});
    request.mayExist = true;
    request.serverTime = 60s; // the platform looks for a host
    return machineFrom(FlyCall(*this, context).json(request));
}

Result<Machine> FlyClient::updateMachine(const AppName &app,
    const MachineId &id,
    const MachineLaunch &launch,
    const QString &leaseNonce,
    const CallContext &context)
{
    QJsonObject body = launchBody(launch);
    if (!launch.currentVersion.isEmpty())
        body.insert("current_version"_L1, launch.currentVersion);
    FlyRequest request =
        write(machineRequest(app, id, {}, u"update-machine"_s), "POST", body, leaseNonce);
    request.serverTime = 60s;
    return machineFrom(FlyCall(*this, context).json(request));
}

Result<void> FlyClient::startMachine(
    const AppName &app, const MachineId &id, const QString &leaseNonce, const CallContext &context)
{
    const FlyRequest request = machineRequest(app, id, u"/start"_s, u"start-machine"_s);
    return doneFrom(FlyCall(*this, context).send(write(request, "POST", {}, leaseNonce)));
}

Result<void> FlyClient::stopMachine(
    const AppName &app, const MachineId &id, const QString &leaseNonce, const CallContext &context)
{
    FlyRequest request = machineRequest(app, id, u"/stop"_s, u"stop-machine"_s);
    request.channel = HttpRequest::Channel::Lease; // part of a cancel: never behind long polls
    return doneFrom(FlyCall(*this, context).send(write(request, "POST", {}, leaseNonce)));
}

Result<bool> FlyClient::destroyMachine(
    const AppName &app, const MachineId &id, const QString &leaseNonce, const CallContext &context)
{
    FlyRequest request = machineRequest(app, id, {}, u"destroy-machine"_s);
    request.query.addQueryItem(u"kill"_s, u"true"_s); // flyctl's word
    request.query.addQueryItem(u"force"_s, u"true"_s); // the documents' word
    const Result<void> done =
        doneFrom(FlyCall(*this, context).send(write(request, "DELETE", {}, leaseNonce)));
    if (!done && done.error().kind == Error::Kind::NotFound)
        return false;
    if (!done)
        return failure(done.error());
    return true;
}

Result<void> FlyClient::setCordoned(const AppName &app,
    const MachineId &id,
    bool cordoned,
    const QString &leaseNonce,
    const CallContext &context)
{
    const FlyRequest request = cordoned
        ? machineRequest(app, id, u"/cordon"_s, u"cordon-machine"_s)
        : machineRequest(app, id, u"/uncordon"_s, u"uncordon-machine"_s);
    return doneFrom(FlyCall(*this, context).send(write(request, "POST", {}, leaseNonce)));
}

Result<bool> FlyClient::waitMachine(const AppName &app,
    const MachineId &id,
    WaitState state,
    std::chrono::seconds timeout,
    const CallContext &context)
{
    const std::chrono::seconds held = std::clamp(timeout, 1s, 60s);
    FlyRequest request = machineRequest(app, id, u"/wait"_s, u"wait"_s);
    request.query.addQueryItem(u"state"_s, waitWord(state));
    request.query.addQueryItem(u"timeout"_s, QString::number(held.count()));
    request.channel = HttpRequest::Channel::LongPoll;
    request.serverTime = held;
    const Result<HttpResponse> answer = FlyCall(*this, context).send(request);
    if (answer)
        return true;
    if (answer.error().httpStatus == 408)
        return false;
    return failure(answer.error());
}

Result<QList<std::pair<QString, MachineConfig>>> FlyClient::machineVersions(
    const AppName &app, const MachineId &id, const CallContext &context)
{
    using Version = std::pair<QString, MachineConfig>;
    FlyRequest request = machineRequest(app, id, u"/versions"_s, u"versions"_s);
    const Result<QJsonValue> answer = FlyCall(*this, context).json(request);
    if (!answer)
        return failure(answer.error());
    return listFromJson<Version>(
        *answer, u"versions"_s, [](const QJsonValue &json, const QString &path) -> Result<Version> {
            const QJsonValue config = json.toObject().value("user_config"_L1);
            if (!config.isObject())
                return failure(Error::Kind::Protocol, u"%1.user_config: missing"_s.arg(path));
            const Result<MachineConfig> read = machineConfigFromJson(
                QJsonDocument(config.toObject()).toJson(QJsonDocument::Compact));
            if (!read)
                return failure(read.error());
            return Version(json.toObject().value("version"_L1).toString(), *read);
        });
}

Result<void> FlyClient::setMetadata(const AppName &app,
    const MachineId &id,
    const QString &key,
    const QString &value,
    const QString &leaseNonce,
    const CallContext &context)
{
    const FlyRequest request = machineRequest(app, id, u"/metadata/%1"_s.arg(key), u"metadata"_s);
    const QJsonObject body{{u"value"_s, value}};
    return doneFrom(FlyCall(*this, context).send(write(request, "POST", body, leaseNonce)));
}
