#include "sandbox/simfault.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
using Info = SimFaultInfo;

QList<SimFaultInfo> faultsOfRuns()
{
    return {
        {u"release-command-fails"_s,
            u"The next release command ends with an error (options: exitCode, log)."_s},
        {u"release-command-hangs"_s, u"The next release command never ends."_s},
        {u"database-down"_s,
            u"The database refuses connections: release commands, starts and checks fail."_s,
            Info::UntilCleared},
        {u"machine-never-healthy"_s,
            u"The next version that starts never passes its health checks (options: status, when it answers with an error)."_s},
        {u"machine-starts-slowly"_s,
            u"The app of the next version takes many times longer to start (options: factor)."_s},
        {u"machine-crashes-at-start"_s,
            u"The next version that starts exits with an error, again and again."_s},
        {u"machine-out-of-memory"_s, u"The next version that starts is killed for its memory."_s},
    };
}

QList<SimFaultInfo> faultsOfMachines()
{
    return {
        {u"machine-destroyed"_s, u"Somebody else destroys a machine."_s, Info::OfMachines},
        {u"machine-stuck-created"_s, u"The next machine that is made stays in “created”."_s},
        {u"new-machines-vanish"_s,
            u"When the first old machine of a bluegreen deploy is destroyed, all the others go, too."_s},
        {u"foreign-lease"_s,
            u"Somebody else holds a machine's lease (options: owner, ttlSeconds)."_s,
            Info::OfMachines},
        {u"lease-lost"_s,
            u"The platform forgets the leases of an app's machines."_s,
            Info::OfMachines},
        {u"host-unreachable"_s,
            u"The host of a machine cannot be reached, until cleared."_s,
            Info::OfMachines},
        {u"no-capacity"_s, u"A create or update finds no room on any host."_s},
        {u"volume-missing"_s, u"The volume that a machine is to mount is not there."_s},
        {u"slow-pull"_s, u"Fetching the image takes much longer (options: factor)."_s},
        {u"image-pull-fails"_s,
            u"The image of the next update cannot be fetched; the machine goes back to its old one, which passes its checks (options: quietly, when it keeps the new version's name)."_s},
    };
}

QList<SimFaultInfo> faultsOfRequests()
{
    return {
        {u"server-errors"_s,
            u"The API answers 502 or 503 (options: status, html, method, path, after)."_s},
        {u"rate-limited"_s, u"The API answers 429 (options: method, path, after)."_s},
        {u"reads-rate-limited"_s,
            u"Whatever only reads is answered 429; what writes works (options: path, after)."_s},
        {u"empty-list"_s, u"The list of an app's machines is answered 200, with nothing in it."_s},
        {u"drop-connection"_s,
            u"The connection breaks before the answer (options: before, method, path, after)."_s},
        {u"truncated-json"_s, u"The answer breaks off in the middle (options: method, path)."_s},
        {u"create-408-committed"_s,
            u"Creating a machine answers 408 although the machine exists."_s},
        {u"release-close-fails"_s,
            u"The end of a release cannot be told to the platform, however the deploy went."_s,
            Info::UntilCleared},
        {u"graphql-down"_s,
            u"GraphQL answers with an error page; the Machines API works."_s,
            Info::UntilCleared},
        {u"uiex-down"_s,
            u"The API of releases and organisations answers with an error page; the Machines API works."_s,
            Info::UntilCleared},
        {u"public-address-down"_s,
            u"Users of an app are answered with an error, although its machines are well (options: status)."_s,
            Info::UntilCleared},
        {u"token-expired"_s, u"Every token is refused."_s, Info::UntilCleared},
        {u"token-revoked"_s,
            u"Every token is refused from a request on (options: after, as many are answered before)."_s,
            Info::UntilCleared},
        {u"incident"_s,
            u"The platform tells of an incident of its own (options: name, status, impact)."_s,
            Info::UntilCleared},
    };
}

std::optional<SimFaultInfo> infoOf(const QString &name)
{
    const QList<SimFaultInfo> known = simFaults();
    const auto found = std::find_if(known.begin(), known.end(), [&name](const SimFaultInfo &info) {
        return info.name == name;
    });
    return found == known.end() ? std::nullopt : std::optional(*found);
}

std::chrono::milliseconds secondsOf(const QJsonObject &object, QLatin1StringView key)
{
    return std::chrono::milliseconds(qint64(object.value(key).toDouble() * 1000));
}
} // namespace

QList<SimFaultInfo> simFaults()
{
    return faultsOfRuns() + faultsOfMachines() + faultsOfRequests();
}

Result<SimFault> simFaultFromJson(const QJsonObject &object)
{
    SimFault fault;
    fault.name = object.value("name"_L1).toString();
    const std::optional<SimFaultInfo> info = infoOf(fault.name);
    if (!info)
        return failure(Error::Kind::InvalidInput, u"unknown fault: "_s + fault.name);
    fault.app = object.value("app"_L1).toString();
    fault.machine = object.value("machine"_L1).toString();
    fault.duration = secondsOf(object, "seconds"_L1);
    fault.delay = secondsOf(object, "delaySeconds"_L1);
    const bool untilCleared = fault.duration.count() > 0 || info->kind == Info::UntilCleared;
    fault.count = object.value("count"_L1).toInt(untilCleared ? 0 : 1);
    fault.options = object.value("options"_L1).toObject();
    return fault;
}

QJsonObject simFaultToJson(const SimFault &fault)
{
    return {{u"name"_s, fault.name},
        {u"app"_s, fault.app},
        {u"machine"_s, fault.machine},
        {u"count"_s, fault.count},
        {u"seconds"_s, double(fault.duration.count()) / 1000},
        {u"delaySeconds"_s, double(fault.delay.count()) / 1000},
        {u"options"_s, fault.options}};
}

bool simFaultIsOfMachines(const QString &name)
{
    const std::optional<SimFaultInfo> info = infoOf(name);
    return info && info->kind == Info::OfMachines;
}
