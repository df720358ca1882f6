#pragma once

#include "types/app.h"
#include "types/configchange.h"
#include "types/ids.h"
#include "types/machine.h"
#include "types/phase.h"
#include "types/stackplan.h"

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
    Rolling,
    Immediate,
    Canary,
    BlueGreen
};
QString strategyName(Strategy strategy); // "rolling", … as fly.toml has them
std::optional<Strategy> strategyFromName(QStringView name);

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
    GroupRemoved, // destroyed: the configuration has no such process group
    GroupAdded, // created: its process group had no machine
    StandbyAdded, // created and not started: it stands by for the first of its group
    MountsChanged, // replaced: a volume cannot be added or removed in place; args: volume names
    HostNotOk, // replaced: its server has a problem; args: platform's word
    LeftOut, // on request, after it failed
    // Of stacks.
    BackupMade, // by an earlier attempt of this deployment; args: when, file
    FilesRight, // those on the server are the same
    NoNewImage, // only the environment changes
    NothingToMigrate, // by its files, nothing changed since the migration before
    NotAsked, // this kind of redeploy leaves it; args: the kind's word
    ImageChanges, // recreated: another image
    EnvironmentChanges, // recreated: other variables
    ConfigurationChanges, // recreated: the compose files say something else of it
    NotRunning, // created or started
    Unhealthy, // recreated: it is right, but not healthy
    OnRequest, // recreated, although it is right
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
    QString lane; // machine id in the update phase, else empty; of stacks see stackLane()
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
        Nothing,
        Replace, // destroyed once the machine made for it serves
        Destroy
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
    PlanReason why = PlanReason::None; // of Replace, Destroy, and what is left out
    QStringList whyArgs;
    [[nodiscard]] bool isLeftOut() const
    {
        return action == Action::Nothing
            && (why == PlanReason::LeftOut || why == PlanReason::HostUnreachable);
    }
    bool operator==(const PlannedMachine &) const = default;
};

// A machine that the deploy makes: of bluegreen one for each that is there, of canary one a group.
struct PlannedLaunch
{
    QString lane; // see launchLane(), canaryLane()
    MachineId replaces; // bluegreen
    QString group;
    QString region;
    bool started = true; // else its image is prepared and it stays stopped
    QString configDigestTarget;
    MachineId adopts; // one of an earlier attempt that is taken over
    PlanReason why = PlanReason::None; // of what is made outside of a strategy
    QString standbyFor; // lane of the machine it stands by for
    QString volume; // id of what it mounts
    bool operator==(const PlannedLaunch &) const = default;
};
// Lanes of machines that have no id yet.
QString launchLane(const MachineId &replaces);
QString canaryLane(const QString &group);
QString groupLane(const QString &group, int number); // of a process group that is added

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
    MachinesReplaced, // bluegreen: new ids; args: machines that will be destroyed
    LeftoversRemoved, // made by an earlier attempt and not wanted any more; args: machines
    AllAtOnce, // immediate
    MachinesDestroyed, // args: machines; wants an acknowledgement
    SnapshotLost, // suspended machines are stopped after an update; args: machines
    UnavailableRaised, // max_unavailable says none, the platform updates at least one
    ConfigLine, // of the fly.toml; args: its name, then as configFindingToTexts() makes them
    VolumesDetached, // stay with their data, unattached; args: volumes
    SecretsNotRestored, // roll back: changed since that release and kept as they are; args: names
    ConfigNotKept, // roll back: they get that release's image and fly.toml; args: machines
    SecretsGone, // roll back: removed since that release, cannot be brought back; args: names
    MachineGone, // not of our doing, and nothing brings it back; args: machine, when (or empty)
    OtherAppsFolder, // args: fly.toml, the app last deployed from it; wants an acknowledgement
    OtherAppsFile, // args: fly.toml, the app it names; wants an acknowledgement
    // Of stacks.
    ServerNotReached, // args: servers
    StackLocked, // args: server, as its holder calls itself
    DeployFrozen, // args: name of the window, its end; wants an acknowledgement
    NoBackupBefore, // a migration, and nothing to go back to
    NoWayBack, // what runs now cannot be told; args: servers
    DataLost, // the database goes back to a backup; args: when; wants an acknowledgement
    MigrationUnsure, // nobody can tell whether there is something to migrate
    RestoreAsked, // a roll back would leave the database until somebody says otherwise
    NotPartOfDeploy, // differ from the files, and are not among those recreated; args: services
};

struct PlanNotice
{
    PlanWarning warning = PlanWarning::SingleMachine;
    QStringList args;
    bool operator==(const PlanNotice &) const = default;

    // Not only told: a person has to say that it is meant.
    [[nodiscard]] bool wantsAcknowledgement() const
    {
        return warning == PlanWarning::OtherAppsFolder || warning == PlanWarning::OtherAppsFile
            || warning == PlanWarning::MachinesDestroyed || warning == PlanWarning::DeployFrozen
            || warning == PlanWarning::DataLost;
    }
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
    QStringList secretNames;
    QList<MachineId> leftOut; // asked for, after a failure
    bool destroyConfirmed = false; // somebody has said that MachinesDestroyed is meant

    QList<PlannedMachine> machines;
    QList<ConfigChangeSet> configChanges; // to the machines' configs, against what runs
    QList<PlannedLaunch> launches;
    QList<MachineId> leftovers; // destroyed: earlier attempts made them
    bool switched = false; // an earlier attempt has moved traffic already: go forward only
    QList<PlannedStep> steps; // in order; the update phase has one per machine
    QList<PlanNotice> notices;
    PlanRisk risk = PlanRisk::None;
    int apiWrites = 0;
    std::optional<StackPlan> stack; // of a stack; `machines` is empty then
    std::optional<UsualDuration> usualTotal;
    QDateTime surveyedAt;
    QString surveyHash; // over what must not change between plan and apply
    QString hash; // over everything above but surveyedAt

    // Outside of a strategy: what has to be meant.
    [[nodiscard]] QList<MachineId> destroyed() const;
    bool operator==(const DeployPlan &) const = default;
};
