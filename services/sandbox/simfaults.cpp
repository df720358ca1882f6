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

Result<void> SimCore::provoke(const SimFault &fault)
{
    const Result<SimFault> known = simFaultFromJson(simFaultToJson(fault));
    if (!known)
        return failure(known.error());
    if (!fault.app.isEmpty() && !app(fault.app))
        return failure(Error::Kind::NotFound, u"no app "_s + fault.app);
    if (!fault.machine.isEmpty() && !fault.app.isEmpty() && !machine(fault.app, fault.machine))
        return failure(Error::Kind::NotFound, u"no machine "_s + fault.machine);
    if (fault.name == "public-address-down"_L1 && !fault.app.isEmpty()
        && !app(fault.app)->behaviour.hasPublicAddress)
        return failure(Error::Kind::InvalidInput,
            u"%1 has no public address in this scenario"_s.arg(fault.app));
    if (simFaultIsOfMachines(fault.name) && fault.app.isEmpty())
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
void SimCore::begin(const SimFault &given)
{
    SimFault fault = given;
    // What is down for everybody is down whatever app was named.
    static const QStringList everywhere{
        u"graphql-down"_s, u"uiex-down"_s, u"release-close-fails"_s, u"incident"_s};
    if (everywhere.contains(given.name))
        fault.app.clear();
    if (!simFaultIsOfMachines(fault.name)) {
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
    const bool all = fault.name == "lease-lost"_L1;
    int left = !fault.machine.isEmpty() ? 1 : all ? INT_MAX : std::max(fault.count, 1);
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
        } else if (all) {
            machine.lease.reset();
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
        ++revision;
        if (const int before = fault.options.value("after"_L1).toInt(); before > 0) {
            fault.options.insert("after"_L1, before - 1);
            continue;
        }
        SimFault taken = fault;
        if (fault.count > 0 && --fault.count == 0)
            s.faults.removeAt(i);
        return taken;
    }
    return std::nullopt;
}

namespace {
// Where a request goes, as faults are given: app and machine.
std::pair<QString, QString> targetOf(const SimCall &call)
{
    const qsizetype apps = call.path.indexOf(u"apps"_s);
    const QString app =
        apps < 0 ? call.body.value("app_name"_L1).toString() : call.path.value(apps + 1);
    const QString machine = call.path.value(3) == "machines"_L1 ? call.path.value(4) : QString();
    return {app, machine};
}

bool closesRelease(const SimCall &call)
{
    static const QStringList ends{u"complete"_s, u"failed"_s, u"interrupted"_s};
    return call.request.method == "PATCH" && call.path.value(2) == "releases"_L1
        && ends.contains(call.body.value("status"_L1).toString());
}

// The API of releases, builds and organisations; logs and logins are other services.
bool isOfUiex(const QStringList &path)
{
    static const QStringList others{u"cli_sessions"_s};
    return path.value(0) == "api"_L1 && path.last() != "logs"_L1 && !others.contains(path.value(2));
}
} // namespace

std::optional<SimReply> SimCore::faultBefore(const SimCall &call)
{
    if (s.faults.isEmpty())
        return std::nullopt;
    const auto &[appName, machine] = targetOf(call);
    const SimRequest &request = call.request;
    if (call.path.value(0) == "graphql"_L1 && takeFault("graphql-down"_L1, {}, {}, &request))
        return htmlPage(502);
    if (isOfUiex(call.path) && takeFault("uiex-down"_L1, {}, {}, &request))
        return htmlPage(502);
    if (takeFault("token-expired"_L1, appName, machine, &request)
        || takeFault("token-revoked"_L1, appName, machine, &request))
        return error(401, u"Authenticate: token validation error"_s);
    if (takeFault("rate-limited"_L1, appName, machine, &request))
        return error(429, u"rate limit exceeded"_s);
    if (!call.isWrite() && takeFault("reads-rate-limited"_L1, appName, machine, &request))
        return error(429, u"rate limit exceeded"_s);
    if (closesRelease(call) && takeFault("release-close-fails"_L1, {}, {}, &request))
        return error(500, u"internal server error"_s);
    if (const auto fault = takeFault("server-errors"_L1, appName, machine, &request)) {
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
        && takeFault("drop-connection"_L1, appName, machine, &request))
        return SimReply{503, {}, {}, SimReply::DropBeforeAnswer};
    return std::nullopt;
}

void SimCore::faultAfter(const SimCall &call, SimReply &reply)
{
    if (s.faults.isEmpty())
        return;
    const auto &[appName, machine] = targetOf(call);
    if (takeFault("drop-connection"_L1, appName, machine, &call.request))
        reply.delivery = SimReply::DropBeforeAnswer;
    else if (takeFault("truncated-json"_L1, appName, machine, &call.request))
        reply.delivery = SimReply::TruncateBody;
}

// The status page's list: open incidents, newest first.
SimReply SimCore::incidents()
{
    QJsonArray open;
    for (qsizetype i = s.faults.size() - 1; i >= 0; --i) {
        const SimOpenFault &given = s.faults[i];
        if (given.fault.name != "incident"_L1 || (given.until && s.now >= *given.until))
            continue;
        const QJsonObject &options = given.fault.options;
        open.append(QJsonObject{{u"id"_s, u"inc-%1"_s.arg(i + 1)},
            {u"name"_s, options.value("name"_L1).toString(u"Machines API: elevated error rates"_s)},
            {u"status"_s, options.value("status"_L1).toString(u"investigating"_s)},
            {u"impact"_s, options.value("impact"_L1).toString(u"major"_s)},
            {u"created_at"_s, stamp(s.now)}});
    }
    return json(200, QJsonObject{{u"incidents"_s, open}});
}
