#include "types/deployevent.h"
#include "types/deployplan.h"
#include "types/digestarchive.h"
#include "types/planarchive.h"
#include "types/stackplanarchive.h"

using namespace Qt::StringLiterals;

namespace {
constexpr Word<DeployKind> kinds[] = {
    {DeployKind::Deploy, "deploy"_L1},
    {DeployKind::Retry, "retry"_L1},
    {DeployKind::Resume, "resume"_L1},
    {DeployKind::RollBack, "roll-back"_L1},
};

constexpr Word<Strategy> strategies[] = {
    {Strategy::Rolling, "rolling"_L1},
    {Strategy::Immediate, "immediate"_L1},
    {Strategy::Canary, "canary"_L1},
    {Strategy::BlueGreen, "bluegreen"_L1},
};

constexpr Word<PlanReason> reasons[] = {
    {PlanReason::None, "none"_L1},
    {PlanReason::ImageExists, "image-exists"_L1},
    {PlanReason::AlreadyRight, "already-right"_L1},
    {PlanReason::ReleaseCommandDone, "release-command-done"_L1},
    {PlanReason::NoReleaseCommand, "no-release-command"_L1},
    {PlanReason::KeptStopped, "kept-stopped"_L1},
    {PlanReason::ReleaseRecorded, "release-recorded"_L1},
    {PlanReason::HostUnreachable, "host-unreachable"_L1},
    {PlanReason::LabelsOnly, "labels-only"_L1},
    {PlanReason::ReleaseCommandUnknown, "release-command-unknown"_L1},
    {PlanReason::GroupRemoved, "group-removed"_L1},
    {PlanReason::GroupAdded, "group-added"_L1},
    {PlanReason::StandbyAdded, "standby-added"_L1},
    {PlanReason::MountsChanged, "mounts-changed"_L1},
    {PlanReason::HostNotOk, "host-not-ok"_L1},
    {PlanReason::LeftOut, "left-out"_L1},
    {PlanReason::BackupMade, "backup-made"_L1},
    {PlanReason::FilesRight, "files-right"_L1},
    {PlanReason::NoNewImage, "no-new-image"_L1},
    {PlanReason::NothingToMigrate, "nothing-to-migrate"_L1},
    {PlanReason::NotAsked, "not-asked"_L1},
    {PlanReason::ImageChanges, "image-changes"_L1},
    {PlanReason::EnvironmentChanges, "environment-changes"_L1},
    {PlanReason::ConfigurationChanges, "configuration-changes"_L1},
    {PlanReason::NotRunning, "not-running"_L1},
    {PlanReason::Unhealthy, "unhealthy"_L1},
    {PlanReason::OnRequest, "on-request"_L1},
};

constexpr Word<PlannedMachine::Action> actions[] = {
    {PlannedMachine::Action::Update, "update"_L1},
    {PlannedMachine::Action::UpdateStayStopped, "update-stay-stopped"_L1},
    {PlannedMachine::Action::LabelsOnly, "labels-only"_L1},
    {PlannedMachine::Action::Nothing, "nothing"_L1},
    {PlannedMachine::Action::Replace, "replace"_L1},
    {PlannedMachine::Action::Destroy, "destroy"_L1},
};

constexpr Word<ConfigChange::Kind> changeKinds[] = {
    {ConfigChange::Kind::Added, "added"_L1},
    {ConfigChange::Kind::Removed, "removed"_L1},
    {ConfigChange::Kind::Changed, "changed"_L1},
};

constexpr Word<PlanRisk> risks[] = {
    {PlanRisk::None, "none"_L1},
    {PlanRisk::Brief, "brief"_L1},
    {PlanRisk::Downtime, "downtime"_L1},
};

constexpr Word<PlanWarning> warnings[] = {
    {PlanWarning::SingleMachine, "single-machine"_L1},
    {PlanWarning::NoHealthChecks, "no-health-checks"_L1},
    {PlanWarning::LeaseHeld, "lease-held"_L1},
    {PlanWarning::UnhealthyNow, "unhealthy-now"_L1},
    {PlanWarning::ConfigDrift, "config-drift"_L1},
    {PlanWarning::HostUnreachable, "host-unreachable"_L1},
    {PlanWarning::MixedVersions, "mixed-versions"_L1},
    {PlanWarning::SecretsChanged, "secrets-changed"_L1},
    {PlanWarning::OtherAppsFolder, "other-apps-folder"_L1},
    {PlanWarning::OtherAppsFile, "other-apps-file"_L1},
    {PlanWarning::MachinesReplaced, "machines-replaced"_L1},
    {PlanWarning::LeftoversRemoved, "leftovers-removed"_L1},
    {PlanWarning::AllAtOnce, "all-at-once"_L1},
    {PlanWarning::MachinesDestroyed, "machines-destroyed"_L1},
    {PlanWarning::SnapshotLost, "snapshot-lost"_L1},
    {PlanWarning::UnavailableRaised, "unavailable-raised"_L1},
    {PlanWarning::ConfigLine, "config-line"_L1},
    {PlanWarning::VolumesDetached, "volumes-detached"_L1},
    {PlanWarning::SecretsNotRestored, "secrets-not-restored"_L1},
    {PlanWarning::ConfigNotKept, "config-not-kept"_L1},
    {PlanWarning::SecretsGone, "secrets-gone"_L1},
    {PlanWarning::MachineGone, "machine-gone"_L1},
    {PlanWarning::ServerNotReached, "server-not-reached"_L1},
    {PlanWarning::StackLocked, "stack-locked"_L1},
    {PlanWarning::DeployFrozen, "deploy-frozen"_L1},
    {PlanWarning::NoBackupBefore, "no-backup-before"_L1},
    {PlanWarning::NoWayBack, "no-way-back"_L1},
    {PlanWarning::DataLost, "data-lost"_L1},
    {PlanWarning::MigrationUnsure, "migration-unsure"_L1},
    {PlanWarning::RestoreAsked, "restore-asked"_L1},
    {PlanWarning::NotPartOfDeploy, "not-part-of-deploy"_L1},
};
} // namespace

template <> struct EnumNames<DeployKind>
{
    static QString name(DeployKind value) { return wordOf(kinds, value); }
    static std::optional<DeployKind> value(QStringView name) { return valueOf(kinds, name); }
};
template <> struct EnumNames<Strategy>
{
    static QString name(Strategy value) { return wordOf(strategies, value); }
    static std::optional<Strategy> value(QStringView name) { return valueOf(strategies, name); }
};
template <> struct EnumNames<PlannedMachine::Action>
{
    static QString name(PlannedMachine::Action value) { return wordOf(actions, value); }
    static std::optional<PlannedMachine::Action> value(QStringView name)
    {
        return valueOf(actions, name);
    }
};
template <> struct EnumNames<ConfigChange::Kind>
{
    static QString name(ConfigChange::Kind value) { return wordOf(changeKinds, value); }
    static std::optional<ConfigChange::Kind> value(QStringView name)
    {
        return valueOf(changeKinds, name);
    }
};
template <> struct EnumNames<PlanRisk>
{
    static QString name(PlanRisk value) { return wordOf(risks, value); }
    static std::optional<PlanRisk> value(QStringView name) { return valueOf(risks, name); }
};
template <> struct EnumNames<PlanWarning>
{
    static QString name(PlanWarning value) { return wordOf(warnings, value); }
    static std::optional<PlanWarning> value(QStringView name) { return valueOf(warnings, name); }
};

QString EnumNames<PlanReason>::name(PlanReason value)
{
    return wordOf(reasons, value);
}

std::optional<PlanReason> EnumNames<PlanReason>::value(QStringView name)
{
    return valueOf(reasons, name);
}

void describe(auto &archive, Either<LeaseInfo> auto &lease)
{
    archive.field("owner"_L1, lease.owner);
    archive.field("description"_L1, lease.description);
    archive.field("expiresAt"_L1, lease.expiresAt);
}

void describe(auto &archive, Either<PlannedStep> auto &step)
{
    archive.field("phase"_L1, step.phase);
    archive.field("step"_L1, step.step);
    archive.field("lane"_L1, step.lane);
    archive.field("detail"_L1, step.detail);
    archive.field("skipped"_L1, step.skipped);
    archive.field("reason"_L1, step.reason);
    archive.field("reasonArgs"_L1, step.reasonArgs);
    archive.field("writes"_L1, step.writes);
    archive.field("usual"_L1, step.usual);
}

void describe(auto &archive, Either<PlannedMachine> auto &machine)
{
    archive.field("id"_L1, machine.id);
    archive.field("name"_L1, machine.name);
    archive.field("region"_L1, machine.region);
    archive.field("group"_L1, machine.group);
    archive.field("action"_L1, machine.action);
    archive.field("stateNow"_L1, machine.stateNow);
    archive.field("stateBefore"_L1, machine.stateBefore);
    archive.field("instanceId"_L1, machine.instanceId);
    archive.field("imageNow"_L1, machine.imageNow);
    archive.field("digestNow"_L1, machine.digestNow);
    archive.field("configDigestNow"_L1, machine.configDigestNow);
    archive.field("configDigestTarget"_L1, machine.configDigestTarget);
    archive.field("warm"_L1, machine.warm);
    archive.field("heldBy"_L1, machine.heldBy);
    archive.added("why"_L1, machine.why);
    archive.added("whyArgs"_L1, machine.whyArgs);
}

void describe(auto &archive, Either<PlannedLaunch> auto &launch)
{
    archive.field("lane"_L1, launch.lane);
    archive.field("replaces"_L1, launch.replaces);
    archive.field("group"_L1, launch.group);
    archive.field("region"_L1, launch.region);
    archive.field("started"_L1, launch.started);
    archive.field("configDigestTarget"_L1, launch.configDigestTarget);
    archive.field("adopts"_L1, launch.adopts);
    archive.added("why"_L1, launch.why);
    archive.added("standbyFor"_L1, launch.standbyFor);
    archive.added("volume"_L1, launch.volume);
}

void describe(auto &archive, Either<PlanNotice> auto &notice)
{
    archive.field("warning"_L1, notice.warning);
    archive.field("args"_L1, notice.args);
}

void describe(auto &archive, Either<ConfigChange> auto &change)
{
    archive.field("path"_L1, change.path);
    archive.field("change"_L1, change.kind);
    archive.field("before"_L1, change.before);
    archive.field("after"_L1, change.after);
    archive.field("masked"_L1, change.masked);
}

void describe(auto &archive, Either<ConfigChangeSet> auto &set)
{
    archive.field("group"_L1, set.group);
    archive.field("machines"_L1, set.machines);
    archive.field("changes"_L1, set.changes);
}

namespace {
void describePlan(auto &archive, Either<DeployPlan> auto &plan)
{
    archive.field("schema"_L1, plan.schema);
    archive.field("kind"_L1, plan.kind);
    archive.field("app"_L1, plan.app);
    archive.field("organization"_L1, plan.organization);
    archive.field("production"_L1, plan.production);
    archive.field("deployment"_L1, plan.deployment);
    archive.field("refersTo"_L1, plan.refersTo);
    archive.field("attempt"_L1, plan.attempt);
    archive.field("image"_L1, plan.image);
    archive.field("imageDigest"_L1, plan.imageDigest);
    archive.field("definitionDigest"_L1, plan.definitionDigest);
    archive.field("configSource"_L1, plan.configSource);
    archive.field("strategy"_L1, plan.strategy);
    archive.field("maxUnavailable"_L1, plan.maxUnavailable);
    archive.field("waitTimeoutSeconds"_L1, plan.waitTimeout);
    archive.field("releaseCommandTimeoutSeconds"_L1, plan.releaseCommandTimeout);
    archive.field("releaseCommand"_L1, plan.releaseCommand);
    archive.field("runReleaseCommand"_L1, plan.runReleaseCommand);
    archive.field("primaryRegion"_L1, plan.primaryRegion);
    archive.field("currentVersion"_L1, plan.currentVersion);
    archive.field("failedVersion"_L1, plan.failedVersion);
    archive.field("toVersion"_L1, plan.toVersion);
    archive.field("resumeRelease"_L1, plan.resumeRelease);
    archive.field("resumeVersion"_L1, plan.resumeVersion);
    archive.field("secretsVersion"_L1, plan.secretsVersion);
    archive.field("secretsDigest"_L1, plan.secretsDigest);
    archive.added("secretNames"_L1, plan.secretNames);
    archive.added("leftOut"_L1, plan.leftOut);
    archive.added("destroyConfirmed"_L1, plan.destroyConfirmed);
    archive.field("machines"_L1, plan.machines);
    archive.added("configChanges"_L1, plan.configChanges);
    archive.added("launches"_L1, plan.launches);
    archive.added("leftovers"_L1, plan.leftovers);
    archive.added("switched"_L1, plan.switched);
    archive.field("steps"_L1, plan.steps);
    archive.field("notices"_L1, plan.notices);
    archive.field("risk"_L1, plan.risk);
    archive.field("apiWrites"_L1, plan.apiWrites);
    archive.field("stack"_L1, plan.stack);
    archive.field("usualTotal"_L1, plan.usualTotal);
    archive.field("surveyedAt"_L1, plan.surveyedAt);
    archive.field("surveyHash"_L1, plan.surveyHash);
    archive.field("hash"_L1, plan.hash);
}
} // namespace

void describe(JsonWriter &archive, const DeployPlan &plan)
{
    describePlan(archive, plan);
}

void describe(JsonReader &archive, DeployPlan &plan)
{
    describePlan(archive, plan);
    if (plan.schema != 1)
        archive.problem().add(archive.pathOf("schema"_L1), u"unknown schema %1"_s.arg(plan.schema));
}

QString strategyName(Strategy strategy)
{
    return wordOf(strategies, strategy);
}

std::optional<Strategy> strategyFromName(QStringView name)
{
    return valueOf(strategies, name);
}

QString launchLane(const MachineId &replaces)
{
    return u'+' + replaces.value;
}

QString canaryLane(const QString &group)
{
    return u"+canary:"_s + group;
}

QString groupLane(const QString &group, int number)
{
    return u"+%1:%2"_s.arg(group).arg(number);
}

QList<MachineId> DeployPlan::destroyed() const
{
    using Action = PlannedMachine::Action;
    QList<MachineId> ids;
    for (const PlannedMachine &machine : machines) {
        const bool asked = machine.why != PlanReason::None;
        if (asked && (machine.action == Action::Destroy || machine.action == Action::Replace))
            ids.append(machine.id);
    }
    return ids;
}

QString deployKindName(DeployKind kind)
{
    return wordOf(kinds, kind);
}

QString deployPlanDigest(const DeployPlan &plan)
{
    DigestWriter writer({"surveyedAt"_L1, "hash"_L1});
    describePlan(writer, plan);
    return writer.result();
}

QByteArray deployPlanToJson(const DeployPlan &plan)
{
    return QJsonDocument(JsonWriter::objectOf(plan)).toJson(QJsonDocument::Compact);
}

Result<DeployPlan> deployPlanFromJson(const QByteArray &json)
{
    return readJsonText<DeployPlan>(
        json, u"plan"_s, u"plan"_s, [](JsonReader &reader, DeployPlan &plan) {
            describe(reader, plan);
        });
}
