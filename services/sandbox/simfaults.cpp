#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

namespace {
SimReply htmlPage(int status)
{
    QByteArray body = "<html><head><title>";
    body += QByteArray::number(status);
    body += " Bad Gateway</title></head><body><center><h1>";
    body += QByteArray::number(status);
    body += " Bad Gateway</h1></center></body></html>\n";
    return {status, {{"content-type", "text/html"}}, body, SimReply::Whole};
}

const QStringList &conditionFaults()
{
    static const QStringList names{u"database-down"_s};
    return names;
}
} // namespace

QList<SimFaultInfo> simFaults()
{
    return {
        {u"release-command-fails"_s,
            u"The next release command ends with an error (options: exitCode, log)."_s},
        {u"release-command-hangs"_s, u"The next release command never ends."_s},
        {u"database-down"_s,
            u"The database refuses connections: release commands, starts and checks fail."_s},
        {u"machine-never-healthy"_s,
            u"The next version that starts never passes its health checks (options: status, when it answers with an error)."_s},
        {u"machine-starts-slowly"_s,
            u"The app of the next version takes many times longer to start (options: factor)."_s},
        {u"machine-crashes-at-start"_s,
            u"The next version that starts exits with an error, again and again."_s},
        {u"machine-out-of-memory"_s, u"The next version that starts is killed for its memory."_s},
        {u"machine-destroyed"_s, u"Somebody else destroys a machine."_s},
        {u"foreign-lease"_s,
            u"Somebody else holds a machine's lease (options: owner, ttlSeconds)."_s},
        {u"host-unreachable"_s, u"The host of a machine cannot be reached, until cleared."_s},
        {u"no-capacity"_s, u"A create or update finds no room on any host."_s},
        {u"slow-pull"_s, u"Fetching the image takes much longer (options: factor)."_s},
        {u"server-errors"_s,
            u"The API answers 502 or 503 (options: status, html, method, path)."_s},
        {u"rate-limited"_s, u"The API answers 429."_s},
        {u"drop-connection"_s,
            u"The connection breaks before the answer (options: before, method, path)."_s},
        {u"truncated-json"_s, u"The answer breaks off in the middle (options: method, path)."_s},
        {u"create-408-committed"_s,
            u"Creating a machine answers 408 although the machine exists."_s},
        {u"graphql-down"_s, u"GraphQL answers with an error page; the Machines API works."_s},
        {u"token-expired"_s, u"Every token is refused."_s},
    };
}

Result<SimFault> simFaultFromJson(const QJsonObject &object)
{
    SimFault fault;
    fault.name = object.value("name"_L1).toString();
    const QList<SimFaultInfo> known = simFaults();
    if (std::none_of(known.begin(), known.end(), [&](const SimFaultInfo &info) {
            return info.name == fault.name;
        }))
        return failure(Error::Kind::InvalidInput, u"unknown fault: "_s + fault.name);
    fault.app = object.value("app"_L1).toString();
    fault.machine = object.value("machine"_L1).toString();
    fault.duration =
        std::chrono::milliseconds(qint64(object.value("seconds"_L1).toDouble() * 1000));
    fault.delay =
        std::chrono::milliseconds(qint64(object.value("delaySeconds"_L1).toDouble() * 1000));
    const bool untilCleared = fault.duration.count() > 0 || conditionFaults().contains(fault.name)
        || fault.name == "token-expired"_L1 || fault.name == "graphql-down"_L1;
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

Result<void> SimCore::provoke(const SimFault &fault)
{
    const Result<SimFault> known = simFaultFromJson(simFaultToJson(fault));
    if (!known)
        return failure(known.error());
    if (!fault.app.isEmpty() && !app(fault.app))
        return failure(Error::Kind::NotFound, u"no app "_s + fault.app);
    if (!fault.machine.isEmpty() && !fault.app.isEmpty() && !machine(fault.app, fault.machine))
        return failure(Error::Kind::NotFound, u"no machine "_s + fault.machine);
    static const QStringList ofMachines{
        u"foreign-lease"_s, u"machine-destroyed"_s, u"host-unreachable"_s};
    if (ofMachines.contains(fault.name) && fault.app.isEmpty())
        return failure(Error::Kind::InvalidInput, u"this fault needs an app"_s);
    ++revision;
    if (fault.delay.count() <= 0) {
        begin(fault);
        return {};
    }
    SimFault later = fault;
    later.delay = {};
    const qint64 at = (s.now + fault.delay).count();
    s.events.emplace(std::pair(at, ++s.sequence),
        SimEvent{SimEvent::Kind::FaultBegins, {}, {}, 0, simFaultToJson(later)});
    return {};
}

// What acts on machines at once is done here; everything else waits open until it is taken.
void SimCore::begin(const SimFault &fault)
{
    static const QStringList atOnce{
        u"foreign-lease"_s, u"machine-destroyed"_s, u"host-unreachable"_s};
    if (!atOnce.contains(fault.name)) {
        const auto until =
            fault.duration.count() > 0 ? std::optional(s.now + fault.duration) : std::nullopt;
        s.faults.append({fault, until});
        const bool condition = conditionFaults().contains(fault.name);
        if (condition) {
            s.conditions.insert(fault.name.chopped(5), false);
            recheckAll();
        }
        return;
    }
    SimApp *owner = app(fault.app);
    if (!owner)
        return;
    int left = fault.machine.isEmpty() ? std::max(fault.count, 1) : 1;
    for (auto &[id, machine] : owner->machines) {
        const bool meant =
            fault.machine.isEmpty() ? machine.state != "destroyed"_L1 : fault.machine == id;
        if (!meant || left-- <= 0)
            continue;
        if (fault.name == "machine-destroyed"_L1) {
            destroyMachine(*owner, machine, u"user"_s);
        } else if (fault.name == "host-unreachable"_L1) {
            machine.hostStatus = u"unreachable"_s;
            s.faults.append({fault, std::nullopt});
        } else {
            const double ttl = fault.options.value("ttlSeconds"_L1).toDouble(120);
            grantLease(machine,
                fault.options.value("owner"_L1).toString(u"colleague@acme.test"_s),
                SimTime(qint64(ttl * 1000)));
        }
    }
}

int SimCore::clearFaults(const QString &name)
{
    const auto before = s.faults.size();
    s.faults.removeIf(
        [&](const SimOpenFault &open) { return name.isEmpty() || open.fault.name == name; });
    std::erase_if(s.events, [&name](const auto &entry) {
        const SimEvent &event = entry.second;
        return event.kind == SimEvent::Kind::FaultBegins
            && (name.isEmpty() || event.fault.value("name"_L1).toString() == name);
    });
    for (const QString &fault : conditionFaults()) {
        if (name.isEmpty() || name == fault)
            s.conditions.insert(fault.chopped(5), true);
    }
    static const QMap<QString, QString> runFaults{{u"never-healthy"_s, u"machine-never-healthy"_s},
        {u"unhealthy"_s, u"machine-never-healthy"_s},
        {u"slow"_s, u"machine-starts-slowly"_s},
        {u"crash"_s, u"machine-crashes-at-start"_s},
        {u"oom"_s, u"machine-out-of-memory"_s}};
    for (auto &[appName, app] : s.apps) {
        for (auto &[id, machine] : app.machines) {
            if (name.isEmpty() || runFaults.value(machine.runFault) == name) {
                machine.runFault.clear();
                machine.bootFactor = 1;
            }
            if (name.isEmpty() || name == "host-unreachable"_L1)
                machine.hostStatus = u"ok"_s;
        }
    }
    recheckAll();
    ++revision;
    return int(before - s.faults.size());
}

std::optional<SimFault> SimCore::takeFault(QLatin1StringView name,
    const QString &appName,
    const QString &machine,
    const SimRequest *request)
{
    for (qsizetype i = 0; i < s.faults.size(); ++i) {
        SimOpenFault &open = s.faults[i];
        SimFault &fault = open.fault;
        if (open.until && s.now >= *open.until) {
            s.faults.removeAt(i--);
            continue;
        }
        const bool meant = fault.name == name && (fault.app.isEmpty() || fault.app == appName)
            && (fault.machine.isEmpty() || fault.machine == machine);
        if (!meant)
            continue;
        const QString method = fault.options.value("method"_L1).toString();
        const QString path = fault.options.value("path"_L1).toString();
        if (request && !method.isEmpty() && method.toLatin1() != request->method)
            continue;
        if (request && !path.isEmpty() && !request->path.contains(path))
            continue;
        SimFault taken = fault;
        if (fault.count > 0 && --fault.count == 0)
            s.faults.removeAt(i);
        ++revision;
        return taken;
    }
    return std::nullopt;
}

std::optional<SimReply> SimCore::faultBefore(const SimCall &call)
{
    if (s.faults.isEmpty())
        return std::nullopt;
    const qsizetype apps = call.path.indexOf(u"apps"_s);
    const QString appName = apps < 0 ? QString() : call.path.value(apps + 1);
    const QString machine = call.path.value(3) == "machines"_L1 ? call.path.value(4) : QString();
    if (call.path.value(0) == "graphql"_L1 && takeFault("graphql-down"_L1, {}, {}, &call.request))
        return htmlPage(502);
    if (takeFault("token-expired"_L1, appName, machine, &call.request))
        return error(401, u"Authenticate: token validation error"_s);
    if (takeFault("rate-limited"_L1, appName, machine, &call.request))
        return error(429, u"rate limit exceeded"_s);
    if (const auto fault = takeFault("server-errors"_L1, appName, machine, &call.request)) {
        const int status = fault->options.value("status"_L1).toInt(503);
        return fault->options.value("html"_L1).toBool() ? htmlPage(status)
                                                        : error(status, u"service unavailable"_s);
    }
    // Before the world acted; the other half is in faultAfter.
    const auto isBefore = [](const SimOpenFault &open) {
        return open.fault.name == "drop-connection"_L1
            && open.fault.options.value("before"_L1).toBool();
    };
    if (std::any_of(s.faults.begin(), s.faults.end(), isBefore)
        && takeFault("drop-connection"_L1, appName, machine, &call.request))
        return SimReply{503, {}, {}, SimReply::DropBeforeAnswer};
    return std::nullopt;
}

void SimCore::faultAfter(const SimCall &call, SimReply &reply)
{
    if (s.faults.isEmpty())
        return;
    const qsizetype apps = call.path.indexOf(u"apps"_s);
    const QString appName = apps < 0 ? QString() : call.path.value(apps + 1);
    const QString machine = call.path.value(3) == "machines"_L1 ? call.path.value(4) : QString();
    if (takeFault("drop-connection"_L1, appName, machine, &call.request))
        reply.delivery = SimReply::DropBeforeAnswer;
    else if (takeFault("truncated-json"_L1, appName, machine, &call.request))
        reply.delivery = SimReply::TruncateBody;
}
