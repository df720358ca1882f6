#pragma once

#include "types/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <chrono>
#include <optional>

// fly-io.md 3.3
enum class MachineState
{
    Created,
    Creating,
    Starting,
    Started,
    Stopping,
    Stopped,
    Restarting,
    Suspending,
    Suspended,
    Updating,
    Replacing,
    Replaced,
    Migrated,
    LaunchFailed,
    Failed,
    Destroying,
    Destroyed,
    Unknown,
};
MachineState machineStateFromWire(QStringView text);
QString machineStateToWire(MachineState state);
bool isTransient(MachineState state);

enum class CheckStatus
{
    Passing,
    Warning,
    Critical,
    Unknown
};

struct HealthCheck // fly-io.md 3.4
{
    QString name;
    CheckStatus status = CheckStatus::Unknown;
    QString output;
    QDateTime updatedAt;
    bool operator==(const HealthCheck &) const = default;
};

struct ExitInfo // fly-io.md 3.5, request.exit_event
{
    int exitCode = 0;
    int signal = -1; // -1: none
    bool oomKilled = false;
    bool requestedStop = false;
    bool restarting = false;
    int restartCount = 0;
    bool operator==(const ExitInfo &) const = default;
};

struct MachineEvent
{
    QString id;
    QString type; // as the platform spells it
    QString status;
    QString source;
    QDateTime at;
    std::optional<ExitInfo> exit;
    bool operator==(const MachineEvent &) const = default;
};

struct ImageRef
{
    QString registry;
    QString repository;
    QString tag;
    QString digest; // "sha256:…"
    [[nodiscard]] QString reference() const; // registry/repository:tag (or @digest without a tag)
    bool operator==(const ImageRef &) const = default;
};

// A configured check as far as waiting for it needs it.
struct CheckTimes
{
    QString name; // as the platform will name it, e.g. "servicecheck-00-http-8000"
    std::chrono::milliseconds interval{15'000};
    std::chrono::milliseconds timeout{2'000};
    std::chrono::milliseconds grace{0};
    bool operator==(const CheckTimes &) const = default;
};

// The whole machine config, as the platform holds it, and the parts that decisions need.
// Env values live only inside `document`; it never reaches a log, the journal or an export.
struct MachineConfig
{
    QByteArray document; // the JSON object, compact, keys sorted; complete, unknown keys included
    QString image;
    QString processGroup; // metadata fly_process_group (or legacy process_group), "app" if absent
    QMap<QString, QString> metadata;
    QList<CheckTimes> checks; // services' and top-level ones
    QString guest; // "shared-cpu-1x 512 MB" like, C locale
    int memoryMb = 0;
    bool hasServices = false;
    bool hasMounts = false;
    bool isStandby = false;
    bool operator==(const MachineConfig &) const = default;
};

struct LeaseInfo // without the nonce
{
    QString owner;
    QString description;
    QDateTime expiresAt;
    bool operator==(const LeaseInfo &) const = default;
};

struct Machine
{
    MachineId id;
    QString name;
    MachineState state = MachineState::Unknown;
    QString rawState;
    QString region;
    ImageRef image;
    QString instanceId; // ULID of the config version
    QDateTime createdAt;
    QDateTime updatedAt;
    std::optional<MachineConfig> config; // absent when the host is unreachable
    std::optional<MachineConfig> incompleteConfig; // then: what is known of it; never to be sent
    QList<MachineEvent> events; // newest first
    QList<HealthCheck> checks;
    QString nonce; // only in the answer to a create with lease_ttl
    QString hostStatus; // "ok", "unknown", "unreachable"
    bool cordoned = false;
    std::optional<LeaseInfo> lease; // when the listing tells

    [[nodiscard]] QString processGroup() const;
    [[nodiscard]] bool isActive() const; // neither destroyed nor destroying
    [[nodiscard]] bool
    isLaunchMachine() const; // fly_platform_version v2, no release/console machine
    [[nodiscard]] bool isHelper() const; // of a release command, console or test: not the app's own
    [[nodiscard]] int passingChecks() const;
    // The newest exit event that is newer than the newest start, fly-io.md 5.4 step 7.
    [[nodiscard]] std::optional<MachineEvent> exitSinceStart() const;
    bool operator==(const Machine &) const = default;
};
