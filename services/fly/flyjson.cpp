#include "fly/flyjson.h"

#include "core/sanitise.h"
#include "fly/machineconfig.h"
#include "fly/wirereader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QString indexed(const QString &path, qsizetype index)
{
    return u"%1[%2]"_s.arg(path).arg(index);
}

CheckStatus checkStatus(const QString &text)
{
    if (text == "passing"_L1)
        return CheckStatus::Passing;
    if (text == "warning"_L1)
        return CheckStatus::Warning;
    return text == "critical"_L1 ? CheckStatus::Critical : CheckStatus::Unknown;
}

QList<HealthCheck> checksFrom(WireReader &machine)
{
    QList<HealthCheck> checks;
    const QJsonArray array = machine.array("checks"_L1);
    for (qsizetype i = 0; i < array.size(); ++i) {
        WireReader reader(array.at(i), indexed(machine.pathOf("checks"_L1), i), machine.problem());
        HealthCheck check;
        check.name = reader.text("name"_L1);
        check.status = checkStatus(reader.text("status"_L1));
        check.output = Redact::text(Sanitise::line(reader.text("output"_L1)));
        check.updatedAt = reader.time("updated_at"_L1);
        // Made up by the platform for bluegreen deploys of old clients.
        if (!check.name.startsWith("bg_deployments_compat"_L1))
            checks.append(check);
    }
    return checks;
}

// `exited_at` comes as text and as number; it says nothing the event's time does not.
std::optional<ExitInfo> exitFrom(WireReader &event)
{
    if (!event.has("request"_L1))
        return std::nullopt;
    WireReader request = event.below("request"_L1);
    WireReader monitored =
        request.has("MonitorEvent"_L1) ? request.below("MonitorEvent"_L1) : request;
    WireReader &holder = monitored.has("exit_event"_L1) ? monitored : request;
    if (!holder.has("exit_event"_L1))
        return std::nullopt;
    WireReader exit = holder.below("exit_event"_L1);
    ExitInfo info;
    info.exitCode = exit.integer("exit_code"_L1);
    info.signal = exit.integer("signal"_L1, -1);
    if (info.signal <= 0)
        info.signal = exit.integer("guest_signal"_L1, -1);
    if (info.signal <= 0)
        info.signal = -1;
    info.oomKilled = exit.flag("oom_killed"_L1);
    info.requestedStop = exit.flag("requested_stop"_L1);
    info.restarting = exit.flag("restarting"_L1);
    info.restartCount = request.integer("restart_count"_L1);
    return info;
}

QList<MachineEvent> eventsFrom(WireReader &machine)
{
    QList<MachineEvent> events;
    const QJsonArray array = machine.array("events"_L1);
    for (qsizetype i = 0; i < array.size(); ++i) {
        WireReader reader(array.at(i), indexed(machine.pathOf("events"_L1), i), machine.problem());
        MachineEvent event;
        event.id = reader.text("id"_L1);
        event.type = reader.text("type"_L1);
        event.status = reader.text("status"_L1);
        event.source = reader.text("source"_L1);
        event.at = QDateTime::fromMSecsSinceEpoch(reader.number("timestamp"_L1), Qt::UTC);
        if (event.type == "exit"_L1)
            event.exit = exitFrom(reader);
        events.append(event);
    }
    std::ranges::stable_sort(events, std::ranges::greater(), &MachineEvent::at);
    return events;
}

LeaseInfo leaseInfoFrom(WireReader reader)
{
    LeaseInfo info;
    info.owner = reader.text("owner"_L1);
    info.description = reader.text("description"_L1);
    info.expiresAt = QDateTime::fromSecsSinceEpoch(reader.number("expires_at"_L1), Qt::UTC);
    return info;
}

Result<std::optional<MachineConfig>> configFrom(WireReader &machine, QLatin1String key)
{
    if (!machine.has(key))
        return std::nullopt;
    const QByteArray document = QJsonDocument(machine.object(key)).toJson(QJsonDocument::Compact);
    const Result<MachineConfig> config = machineConfigFromJson(document);
    if (!config)
        return failure(config.error());
    return *config;
}

LogLine::Source sourceOf(const QString &provider)
{
    if (provider == "app"_L1)
        return LogLine::Source::App;
    return provider == "proxy"_L1 ? LogLine::Source::Proxy : LogLine::Source::Platform;
}
} // namespace

Result<App> appFromJson(const QJsonValue &json, const QString &path)
{
    std::optional<Error> problem;
    WireReader reader(json, path, problem);
    App app;
    app.name = AppName(reader.required("name"_L1));
    app.id = reader.text("id"_L1);
    app.status = reader.text("status"_L1);
    app.machineCount = reader.integer("machine_count"_L1);
    app.role = reader.text("app_role"_L1);
    if (reader.has("organization"_L1))
        app.organization = reader.below("organization"_L1).text("slug"_L1);
    if (problem)
        return failure(*problem);
    return app;
}

Result<Machine> machineFromJson(const QJsonValue &json, const QString &path)
{
    std::optional<Error> problem;
    WireReader reader(json, path, problem);
    Machine machine;
    machine.id = MachineId(reader.required("id"_L1));
    machine.rawState = reader.required("state"_L1);
    machine.state = machineStateFromWire(machine.rawState);
    machine.name = reader.text("name"_L1);
    machine.region = reader.text("region"_L1);
    machine.instanceId = reader.text("instance_id"_L1);
    machine.createdAt = reader.time("created_at"_L1);
    machine.updatedAt = reader.time("updated_at"_L1);
    machine.nonce = reader.text("nonce"_L1);
    machine.hostStatus = reader.text("host_status"_L1);
    machine.cordoned = reader.flag("cordoned"_L1);
    if (reader.has("image_ref"_L1)) {
        WireReader image = reader.below("image_ref"_L1);
        machine.image.registry = image.text("registry"_L1);
        machine.image.repository = image.text("repository"_L1);
        machine.image.tag = image.text("tag"_L1);
        machine.image.digest = image.text("digest"_L1);
    }
    machine.events = eventsFrom(reader);
    machine.checks = checksFrom(reader);
    if (reader.has("lease"_L1))
        machine.lease = leaseInfoFrom(reader.below("lease"_L1));
    const Result<std::optional<MachineConfig>> config = configFrom(reader, "config"_L1);
    const Result<std::optional<MachineConfig>> incomplete =
        configFrom(reader, "incomplete_config"_L1);
    if (problem)
        return failure(*problem);
    if (!config || !incomplete)
        return failure(config ? incomplete.error() : config.error());
    machine.config = *config;
    machine.incompleteConfig = *incomplete;
    return machine;
}

Result<Lease> leaseFromJson(const QJsonValue &json, const MachineId &machine)
{
    std::optional<Error> problem;
    WireReader outer(json, u"lease"_s, problem);
    WireReader reader = outer.has("data"_L1) ? outer.below("data"_L1) : outer;
    Lease lease;
    lease.machine = machine;
    lease.nonce = reader.text("nonce"_L1);
    lease.owner = reader.text("owner"_L1);
    lease.version = reader.text("version"_L1);
    lease.expiresAt = QDateTime::fromSecsSinceEpoch(reader.number("expires_at"_L1), Qt::UTC);
    if (problem)
        return failure(*problem);
    return lease;
}

Result<Release> releaseFromJson(const QJsonValue &json, const QString &path)
{
    std::optional<Error> problem;
    WireReader reader(json, path, problem);
    Release release;
    release.id = ReleaseId(reader.required("id"_L1));
    release.version = reader.integer("version"_L1);
    release.rawStatus = reader.text("status"_L1);
    release.status = releaseStatusFromWire(release.rawStatus);
    release.strategy = reader.text("strategy"_L1);
    const bool isGraphQl = reader.has("createdAt"_L1) || reader.has("imageRef"_L1);
    release.imageRef = reader.text(isGraphQl ? "imageRef"_L1 : "image_ref"_L1);
    release.createdAt = reader.time(isGraphQl ? "createdAt"_L1 : "created_at"_L1);
    const QJsonValue user = json.toObject().value("user"_L1);
    release.user = user.isObject() ? user.toObject().value("email"_L1).toString() : user.toString();
    const QJsonValue definition = json.toObject().value("configDefinition"_L1);
    if (definition.isObject())
        release.definition = QJsonDocument(definition.toObject()).toJson(QJsonDocument::Compact);
    else if (definition.isString())
        release.definition = definition.toString().toUtf8();
    if (problem)
        return failure(*problem);
    return release;
}

Result<SecretDigest> secretFromJson(const QJsonValue &json, const QString &path)
{
    std::optional<Error> problem;
    WireReader reader(json, path, problem);
    SecretDigest secret;
    secret.name = reader.required("name"_L1);
    secret.digest = reader.text("digest"_L1);
    secret.updatedAt = reader.time("updated_at"_L1);
    secret.version = static_cast<quint64>(std::max<qint64>(reader.number("version"_L1), 0));
    if (problem)
        return failure(*problem);
    return secret;
}

Result<LogPage> logPageFromJson(const QJsonValue &json)
{
    std::optional<Error> problem;
    WireReader reader(json, u"logs"_s, problem);
    LogPage page;
    if (!problem && !reader.has("data"_L1))
        return failure(Error::Kind::Protocol, u"logs.data: missing"_s);
    const QJsonArray data = reader.array("data"_L1);
    for (qsizetype i = 0; i < data.size(); ++i) {
        WireReader entry(data.at(i), indexed(u"logs.data"_s, i), problem);
        WireReader attributes = entry.below("attributes"_L1);
        LogLine line;
        line.at = attributes.time("timestamp"_L1);
        line.lane = attributes.text("instance"_L1);
        line.level = Sanitise::line(attributes.text("level"_L1));
        if (attributes.has("meta"_L1)) {
            WireReader meta = attributes.below("meta"_L1);
            if (meta.has("event"_L1))
                line.source = sourceOf(meta.below("event"_L1).text("provider"_L1));
        }
        for (const QString &text : attributes.text("message"_L1).split(u'\n')) {
            line.text = Redact::text(Sanitise::line(text));
            if (!line.text.isEmpty())
                page.lines.append(line);
        }
    }
    if (reader.has("meta"_L1))
        page.nextToken = reader.below("meta"_L1).text("next_token"_L1);
    if (problem)
        return failure(*problem);
    return page;
}
