#include "store/fleetjson.h"

#include "store/redaction.h"
#include "types/planarchive.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype eventsKept = 5; // the newest, which tell of the last start and exit

constexpr Word<CheckStatus> checkWords[] = {
    {CheckStatus::Passing, "passing"_L1},
    {CheckStatus::Warning, "warning"_L1},
    {CheckStatus::Critical, "critical"_L1},
    {CheckStatus::Unknown, "unknown"_L1},
};

constexpr Word<FleetState> fleetWords[] = {
    {FleetState::Healthy, "healthy"_L1},
    {FleetState::Running, "running"_L1},
    {FleetState::Waiting, "waiting"_L1},
    {FleetState::Degraded, "degraded"_L1},
    {FleetState::Failed, "failed"_L1},
    {FleetState::Mixed, "mixed"_L1},
    {FleetState::RolledBack, "rolled-back"_L1},
    {FleetState::Started, "started"_L1},
    {FleetState::Unknown, "unknown"_L1},
};

// The labels of the platform; those of others may be anything.
QStringList platformLabels(const QMap<QString, QString> &metadata)
{
    QStringList lines;
    for (auto label = metadata.cbegin(); label != metadata.cend(); ++label) {
        if (label.key().startsWith("fly_"_L1))
            lines.append(QString(label.key() % u'=' % label.value()));
    }
    return lines;
}

QMap<QString, QString> metadataOf(const QStringList &lines)
{
    QMap<QString, QString> metadata;
    for (const QString &line : lines)
        metadata.insert(line.section(u'=', 0, 0), line.section(u'=', 1));
    return metadata;
}
} // namespace

template <> struct EnumNames<CheckStatus>
{
    static QString name(CheckStatus value) { return wordOf(checkWords, value); }
    static std::optional<CheckStatus> value(QStringView name) { return valueOf(checkWords, name); }
};
template <> struct EnumNames<FleetState>
{
    static QString name(FleetState value) { return wordOf(fleetWords, value); }
    static std::optional<FleetState> value(QStringView name) { return valueOf(fleetWords, name); }
};
template <> struct EnumNames<ReleaseStatus>
{
    static QString name(ReleaseStatus value) { return releaseStatusToWire(value); }
    static std::optional<ReleaseStatus> value(QStringView name)
    {
        return releaseStatusFromWire(name);
    }
};

static void describe(auto &archive, Either<ImageRef> auto &image)
{
    archive.field("registry"_L1, image.registry);
    archive.field("repository"_L1, image.repository);
    archive.field("tag"_L1, image.tag);
    archive.field("digest"_L1, image.digest);
}

static void describe(auto &archive, Either<HealthCheck> auto &check)
{
    archive.field("name"_L1, check.name);
    archive.field("status"_L1, check.status);
    archive.field("updatedAt"_L1, check.updatedAt);
}

static void describe(auto &archive, Either<CheckTimes> auto &check)
{
    archive.field("name"_L1, check.name);
    archive.field("intervalMs"_L1, check.interval);
    archive.field("timeoutMs"_L1, check.timeout);
    archive.field("graceMs"_L1, check.grace);
}

static void describe(auto &archive, Either<ExitInfo> auto &exit)
{
    archive.field("code"_L1, exit.exitCode);
    archive.field("signal"_L1, exit.signal);
    archive.field("oomKilled"_L1, exit.oomKilled);
    archive.field("requestedStop"_L1, exit.requestedStop);
    archive.field("restarting"_L1, exit.restarting);
    archive.field("restarts"_L1, exit.restartCount);
}

static void describe(auto &archive, Either<MachineEvent> auto &event)
{
    archive.field("type"_L1, event.type);
    archive.field("status"_L1, event.status);
    archive.field("source"_L1, event.source);
    archive.field("at"_L1, event.at);
    archive.field("exit"_L1, event.exit);
}

static void describe(auto &archive, Either<Release> auto &release)
{
    archive.field("id"_L1, release.id);
    archive.field("version"_L1, release.version);
    archive.field("status"_L1, release.status);
    archive.field("rawStatus"_L1, release.rawStatus);
    archive.field("strategy"_L1, release.strategy);
    archive.field("user"_L1, release.user);
    archive.field("image"_L1, release.imageRef);
    archive.field("createdAt"_L1, release.createdAt);
}

// What is shown of a config; its document stays with the platform.
static void describeShown(auto &archive, Either<MachineConfig> auto &config)
{
    archive.field("image"_L1, config.image);
    archive.field("group"_L1, config.processGroup);
    archive.field("checks"_L1, config.checks);
    archive.field("guest"_L1, config.guest);
    archive.field("memoryMb"_L1, config.memoryMb);
    archive.field("hasServices"_L1, config.hasServices);
    archive.field("hasMounts"_L1, config.hasMounts);
    archive.field("isStandby"_L1, config.isStandby);
}

static void describe(JsonWriter &archive, const MachineConfig &config)
{
    describeShown(archive, config);
    archive.field("labels"_L1, platformLabels(config.metadata));
}

static void describe(JsonReader &archive, MachineConfig &config)
{
    describeShown(archive, config);
    QStringList labels;
    archive.field("labels"_L1, labels);
    config.metadata = metadataOf(labels);
}

static void describeShown(auto &archive, Either<Machine> auto &machine)
{
    archive.field("id"_L1, machine.id);
    archive.field("name"_L1, machine.name);
    archive.field("rawState"_L1, machine.rawState);
    archive.field("region"_L1, machine.region);
    archive.field("image"_L1, machine.image);
    archive.field("instance"_L1, machine.instanceId);
    archive.field("createdAt"_L1, machine.createdAt);
    archive.field("updatedAt"_L1, machine.updatedAt);
    archive.field("config"_L1, machine.config);
    archive.field("incompleteConfig"_L1, machine.incompleteConfig);
    archive.field("checks"_L1, machine.checks);
    archive.field("hostStatus"_L1, machine.hostStatus);
    archive.field("cordoned"_L1, machine.cordoned);
}

static void describe(JsonWriter &archive, const Machine &machine)
{
    describeShown(archive, machine);
    archive.field("events"_L1, machine.events.mid(0, eventsKept));
}

static void describe(JsonReader &archive, Machine &machine)
{
    describeShown(archive, machine);
    archive.field("events"_L1, machine.events);
    machine.state = machineStateFromWire(machine.rawState);
}

static void describe(auto &archive, Either<App> auto &app)
{
    archive.field("name"_L1, app.name);
    archive.field("id"_L1, app.id);
    archive.field("organization"_L1, app.organization);
    archive.field("status"_L1, app.status);
    archive.field("machineCount"_L1, app.machineCount);
    archive.field("role"_L1, app.role);
}

static void describe(auto &archive, Either<FleetApp> auto &app)
{
    archive.field("app"_L1, app.app);
    archive.field("machines"_L1, app.machines);
    archive.field("release"_L1, app.currentRelease);
    archive.field("serving"_L1, app.servingVersion);
    archive.field("state"_L1, app.state);
    archive.field("fetchedAt"_L1, app.fetchedAt);
    archive.field("platformAheadMs"_L1, app.platformAhead);
}

QByteArray fleetAppToJson(const FleetApp &app)
{
    const QJsonDocument document(JsonWriter::objectOf(app));
    return redactedJson(document.toJson(QJsonDocument::Compact));
}

Result<FleetApp> fleetAppFromJson(const QByteArray &json)
{
    return readJsonText<FleetApp>(json, u"a kept app"_s, {}, [](JsonReader &reader, FleetApp &app) {
        describe(reader, app);
    });
}
