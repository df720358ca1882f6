#include "types/deployevent.h"
#include "types/deployplan.h"
#include "types/planarchive.h"

#include <QJsonDocument>

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
};

constexpr Word<PlannedMachine::Action> actions[] = {
    {PlannedMachine::Action::Update, "update"_L1},
    {PlannedMachine::Action::UpdateStayStopped, "update-stay-stopped"_L1},
    {PlannedMachine::Action::LabelsOnly, "labels-only"_L1},
    {PlannedMachine::Action::Nothing, "nothing"_L1},
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
};
} // namespace

template <> struct Words<DeployKind>
{
    static QString name(DeployKind value) { return wordOf(kinds, value); }
    static std::optional<DeployKind> value(QStringView name) { return valueOf(kinds, name); }
};
template <> struct Words<Strategy>
{
    static QString name(Strategy value) { return wordOf(strategies, value); }
    static std::optional<Strategy> value(QStringView name) { return valueOf(strategies, name); }
};
template <> struct Words<PlannedMachine::Action>
{
    static QString name(PlannedMachine::Action value) { return wordOf(actions, value); }
    static std::optional<PlannedMachine::Action> value(QStringView name)
    {
        return valueOf(actions, name);
    }
};
template <> struct Words<PlanRisk>
{
    static QString name(PlanRisk value) { return wordOf(risks, value); }
    static std::optional<PlanRisk> value(QStringView name) { return valueOf(risks, name); }
};
template <> struct Words<PlanWarning>
{
    static QString name(PlanWarning value) { return wordOf(warnings, value); }
    static std::optional<PlanWarning> value(QStringView name) { return valueOf(warnings, name); }
};

QString Words<PlanReason>::name(PlanReason value)
{
    return wordOf(reasons, value);
}

std::optional<PlanReason> Words<PlanReason>::value(QStringView name)
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
}

void describe(auto &archive, Either<PlanNotice> auto &notice)
{
    archive.field("warning"_L1, notice.warning);
    archive.field("args"_L1, notice.args);
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
    archive.field("machines"_L1, plan.machines);
    archive.field("steps"_L1, plan.steps);
    archive.field("notices"_L1, plan.notices);
    archive.field("risk"_L1, plan.risk);
    archive.field("apiWrites"_L1, plan.apiWrites);
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

QString deployKindName(DeployKind kind)
{
    return wordOf(kinds, kind);
}

QByteArray deployPlanToJson(const DeployPlan &plan)
{
    return QJsonDocument(JsonWriter::objectOf(plan)).toJson(QJsonDocument::Compact);
}

Result<DeployPlan> deployPlanFromJson(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject()) {
        return failure(Error::Kind::Protocol,
            u"plan: %1 at byte %2"_s.arg(parsing.errorString()).arg(parsing.offset));
    }
    JsonProblem problem;
    JsonReader reader(document.object(), u"plan"_s, problem);
    DeployPlan plan;
    describe(reader, plan);
    if (problem.first())
        return failure(*problem.first());
    return plan;
}
