#pragma once

#include "types/app.h"
#include "types/ids.h"
#include "types/machine.h"
#include "types/phase.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

enum class DeployKind
{
    Deploy,
    Retry,
    Resume,
    RollBack
};
enum class Strategy
{
    Rolling
};

// Why a planned step is not done, or done otherwise; words are made in models/.
enum class PlanReason
{
    None,
    ImageExists, // args: reference
    AlreadyRight, // same image and config
    ReleaseCommandDone, // ran and succeeded for this image, command, env and secrets; args: when
    NoReleaseCommand,
    KeptStopped, // updated, left in the state it had; args: state
    ReleaseRecorded, // the platform's release of the interrupted attempt goes on; args: version
    HostUnreachable,
    LabelsOnly, // image and config are right, only metadata differs
    ReleaseCommandUnknown, // cannot be known whether it ended: the user is asked
};

struct UsualDuration // from past deployments of the app
{
    std::chrono::milliseconds p50{0};
    std::chrono::milliseconds p95{0};
    int samples = 0;
    bool operator==(const UsualDuration &) const = default;
};

struct PlannedStep
{
    Phase phase = Phase::Preflight;
    Step step = Step::Survey;
    QString lane; // machine id in the update phase, else empty
    QString detail; // machine text: image reference, command
    bool skipped = false;
    PlanReason reason = PlanReason::None;
    QStringList reasonArgs;
    bool writes = false; // changes something on the platform
    std::optional<UsualDuration> usual;
    bool operator==(const PlannedStep &) const = default;
};

struct PlannedMachine
{
    enum class Action
    {
        Update,
        UpdateStayStopped,
        LabelsOnly,
        Nothing
    };

    MachineId id;
    QString name;
    QString region;
    QString group;
    Action action = Action::Update;
    MachineState stateNow = MachineState::Unknown;
    MachineState stateBefore =
        MachineState::Unknown; // before the first attempt: what it must be again
    QString instanceId; // version at the survey
    QString imageNow; // reference
    QString digestNow;
    QString configDigestNow; // keyed hash without metadata, see configDigest()
    QString configDigestTarget;
    bool warm = true; // counts against max_unavailable
    std::optional<LeaseInfo> heldBy; // somebody else's lease at the survey
    bool operator==(const PlannedMachine &) const = default;
};

enum class PlanRisk
{
    None,
    Brief,
    Downtime
}; // of interruption for users
enum class PlanWarning
{
    SingleMachine, // a rolling update of one machine is not zero-downtime
    NoHealthChecks,
    LeaseHeld, // args: machine, owner, expiry
    UnhealthyNow, // args: machines
    ConfigDrift, // fly.toml changed since the recorded attempt
    HostUnreachable,
    MixedVersions, // args: versions running now
    SecretsChanged, // secrets changed since the last attempt
};

struct PlanNotice
{
    PlanWarning warning = PlanWarning::SingleMachine;
    QStringList args;
    bool operator==(const PlanNotice &) const = default;
};

// What a deployment will do: a value from a pure function, shown before it runs, journalled with
// it, interpreted by the engine. Same survey and inputs give the same plan and hash.
struct DeployPlan
{
    int schema = 1;
    DeployKind kind = DeployKind::Deploy;
    AppName app;
    QString organization;
    bool production = true; // its name must be typed
    DeploymentId deployment; // the one this attempt belongs to; empty: a new one
    DeploymentId refersTo; // rolled back / retried from
    int attempt = 1;

    QString image; // reference that will run
    QString imageDigest;
    QString definitionDigest; // SHA-256 of the release's definition, without values in the clear
    QString configSource; // "release v42", or the path of the fly.toml
    Strategy strategy = Strategy::Rolling;
    double maxUnavailable = 0.33; // >= 1: a count
    std::chrono::seconds waitTimeout{300};
    std::chrono::seconds releaseCommandTimeout{300};
    QString releaseCommand; // empty: none
    bool runReleaseCommand = false;
    QString primaryRegion;
    int currentVersion = 0; // release that serves now
    int failedVersion = 0; // the one retried, 0 if none
    int toVersion = 0; // roll back: the release whose image and config return
    ReleaseId resumeRelease; // resume: the platform's release to go on with
    int resumeVersion = 0;
    quint64 secretsVersion = 0; // min_secrets_version to send, 0: unknown
    QString secretsDigest; // over the names and digests

    QList<PlannedMachine> machines;
    QList<PlannedStep> steps; // in order; the update phase has one per machine
    QList<PlanNotice> notices;
    PlanRisk risk = PlanRisk::None;
    int apiWrites = 0;
    std::optional<UsualDuration> usualTotal;
    QDateTime surveyedAt;
    QString surveyHash; // over what must not change between plan and apply
    QString hash; // over everything above but surveyedAt

    bool operator==(const DeployPlan &) const = default;
};
