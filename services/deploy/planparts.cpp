#include "deploy/planparts.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
using Action = PlannedMachine::Action;

std::optional<UsualDuration> usualOf(const PlanInputs &inputs, Step step)
{
    const auto found = inputs.usual.constFind(usualKey(step, Segment::Work));
    return found == inputs.usual.cend() ? std::nullopt : std::optional(*found);
}

PlannedStep step(const PlanInputs &inputs, Phase phase, Step what, bool writes)
{
    PlannedStep planned;
    planned.phase = phase;
    planned.step = what;
    planned.writes = writes;
    planned.usual = usualOf(inputs, what);
    return planned;
}

PlannedStep skipped(PlannedStep planned, PlanReason reason, const QStringList &args = {})
{
    planned.skipped = true;
    planned.writes = false;
    planned.reason = reason;
    planned.reasonArgs = args;
    return planned;
}

PlannedStep machineStep(
    const PlanInputs &inputs, const PreparedPlan &prepared, const PlannedMachine &machine)
{
    PlannedStep planned = step(inputs, Phase::Update, Step::UpdateMachine, true);
    planned.lane = machine.id.value;
    planned.detail = prepared.plan.image;
    if (!prepared.targets.contains(machine.id))
        return skipped(planned, PlanReason::HostUnreachable);
    switch (machine.action) {
    case Action::Nothing:
        return skipped(planned, PlanReason::AlreadyRight);
    case Action::LabelsOnly:
        planned.reason = PlanReason::LabelsOnly;
        break;
    case Action::UpdateStayStopped:
        planned.reason = PlanReason::KeptStopped;
        planned.reasonArgs = {machineStateToWire(machine.stateBefore)};
        break;
    case Action::Update:
        break;
    }
    return planned;
}

int writesOf(const PreparedPlan &prepared)
{
    int writes = 2; // the release is set running and closed
    if (prepared.plan.resumeRelease.isEmpty())
        ++writes;
    if (prepared.plan.runReleaseCommand)
        writes += 2;
    for (const PlannedMachine &machine : prepared.plan.machines) {
        if (!prepared.targets.contains(machine.id))
            continue;
        writes += 2; // its lease
        if (machine.action == Action::LabelsOnly)
            writes += 2;
        else if (machine.action != Action::Nothing)
            ++writes;
    }
    return writes;
}

QHash<QString, int> warmByGroup(const DeployPlan &plan)
{
    QHash<QString, int> warm;
    for (const PlannedMachine &machine : plan.machines)
        warm[machine.group] += machine.warm ? 1 : 0;
    return warm;
}

PlanRisk riskOf(const PreparedPlan &prepared)
{
    const QHash<QString, int> warm = warmByGroup(prepared.plan);
    PlanRisk risk = PlanRisk::None;
    for (const PlannedMachine &machine : prepared.plan.machines) {
        if (machine.action != Action::Update || !machine.warm)
            continue;
        if (warm.value(machine.group) < 2)
            return PlanRisk::Downtime;
        if (prepared.targets.value(machine.id).checks.isEmpty())
            risk = PlanRisk::Brief;
    }
    return risk;
}

bool isUnhealthy(const Machine &machine)
{
    if (machine.state == MachineState::Failed)
        return true;
    return machine.state == MachineState::Started && !machine.checks.isEmpty()
        && machine.passingChecks() < machine.checks.size();
}

class Notices
{
public:
    explicit Notices(QList<PlanNotice> &notices)
        : m_notices(notices)
    {
    }
    void add(PlanWarning warning, const QStringList &args = {})
    {
        m_notices.append({warning, args});
    }

private:
    QList<PlanNotice> &m_notices;
};

void noticeMachines(const PlanInputs &inputs, const PreparedPlan &prepared, Notices &notices)
{
    QStringList unreachable;
    QStringList unhealthy;
    QStringList versions;
    bool unchecked = false;
    for (const PlannedMachine &planned : prepared.plan.machines) {
        const Machine machine = prepared.machines.value(planned.id);
        if (!prepared.targets.contains(planned.id))
            unreachable.append(planned.id.value);
        else if (isUnhealthy(machine))
            unhealthy.append(planned.id.value);
        if (planned.warm && prepared.targets.value(planned.id).checks.isEmpty())
            unchecked = true;
        const int version = labelledVersion(machine);
        if (version > 0 && !versions.contains(QString::number(version)))
            versions.append(QString::number(version));
        if (planned.heldBy && planned.heldBy->expiresAt > inputs.survey.at) {
            notices.add(PlanWarning::LeaseHeld,
                {planned.id.value,
                    planned.heldBy->owner,
                    planned.heldBy->expiresAt.toUTC().toString(Qt::ISODate)});
        }
    }
    const QHash<QString, int> warm = warmByGroup(prepared.plan);
    if (std::any_of(warm.cbegin(), warm.cend(), [](int count) { return count == 1; }))
        notices.add(PlanWarning::SingleMachine);
    if (unchecked)
        notices.add(PlanWarning::NoHealthChecks);
    if (!unhealthy.isEmpty())
        notices.add(PlanWarning::UnhealthyNow, unhealthy);
    if (!unreachable.isEmpty())
        notices.add(PlanWarning::HostUnreachable, unreachable);
    versions.sort();
    if (versions.size() > 1)
        notices.add(PlanWarning::MixedVersions, versions);
}
} // namespace

void PlanParts::planReleaseCommand(const PlanInputs &inputs, PreparedPlan &prepared)
{
    DeployPlan &plan = prepared.plan;
    PlannedStep planned = step(inputs, Phase::Migrate, Step::ReleaseCommand, true);
    planned.detail = plan.releaseCommand;
    const AttemptState *last = inputs.previous ? inputs.previous->lastAttempt() : nullptr;
    const bool comparable = last && plan.kind != DeployKind::RollBack
        && last->plan.image == plan.image && last->plan.releaseCommand == plan.releaseCommand;
    if (comparable)
        prepared.fate = releaseFate(*inputs.previous, inputs.survey);
    const auto done = [&](const QDateTime &when) {
        const QStringList args =
            when.isValid() ? QStringList{when.toUTC().toString(Qt::ISODate)} : QStringList();
        planned = skipped(planned, PlanReason::ReleaseCommandDone, args);
    };
    // A roll back returns to a schema that the newer release may have left: nothing migrates back.
    if (plan.releaseCommand.isEmpty() || plan.kind == DeployKind::RollBack)
        planned = skipped(planned, PlanReason::NoReleaseCommand);
    else if (inputs.releaseCommandDone)
        done(*inputs.releaseCommandDone);
    else if (prepared.fate.what == ReleaseFate::What::Succeeded)
        done(prepared.fate.at);
    else if (prepared.fate.what == ReleaseFate::What::Unknown)
        planned =
            skipped(planned, PlanReason::ReleaseCommandUnknown, {prepared.fate.machine.value});
    plan.runReleaseCommand = !planned.skipped;
    plan.steps.append(planned);
}

void PlanParts::planSteps(const PlanInputs &inputs, PreparedPlan &prepared)
{
    DeployPlan &plan = prepared.plan;
    const QList<PlannedStep> command = std::exchange(plan.steps, {});
    plan.steps.append(step(inputs, Phase::Preflight, Step::Survey, false));
    plan.steps.append(step(inputs, Phase::Preflight, Step::CheckPlan, false));
    plan.steps.append(skipped(step(inputs, Phase::Build, Step::ResolveImage, false),
        PlanReason::ImageExists,
        {plan.image}));
    plan.steps.append(step(inputs, Phase::Update, Step::AcquireLeases, true));
    PlannedStep release = step(inputs, Phase::Preflight, Step::CreateRelease, true);
    release.detail = plan.image;
    if (!plan.resumeRelease.isEmpty())
        release =
            skipped(release, PlanReason::ReleaseRecorded, {QString::number(plan.resumeVersion)});
    plan.steps.append(release);
    plan.steps.append(command);
    for (const PlannedMachine &machine : std::as_const(plan.machines))
        plan.steps.append(machineStep(inputs, prepared, machine));
    plan.steps.append(step(inputs, Phase::Cleanup, Step::ReleaseLeases, true));
    plan.steps.append(step(inputs, Phase::Verify, Step::VerifyReality, false));
    plan.steps.append(step(inputs, Phase::Cleanup, Step::CloseRelease, true));
    plan.apiWrites = writesOf(prepared);
    plan.risk = riskOf(prepared);
    if (const auto total = inputs.usual.constFind(u"total"_s); total != inputs.usual.cend())
        plan.usualTotal = *total;
}

void PlanParts::planNotices(
    const PlanInputs &inputs, const ConfigSource &source, PreparedPlan &prepared)
{
    Notices notices(prepared.plan.notices);
    noticeMachines(inputs, prepared, notices);
    const AttemptState *last = inputs.previous ? inputs.previous->lastAttempt() : nullptr;
    const bool again =
        prepared.plan.kind == DeployKind::Retry || prepared.plan.kind == DeployKind::Resume;
    if (!last || !again)
        return;
    const bool otherConfig = prepared.plan.deployment.isEmpty()
        && !last->plan.definitionDigest.isEmpty()
        && prepared.plan.definitionDigest != last->plan.definitionDigest;
    if (source.fileDrifted || otherConfig)
        notices.add(PlanWarning::ConfigDrift, {source.name});
    if (!last->plan.secretsDigest.isEmpty()
        && last->plan.secretsDigest != prepared.plan.secretsDigest)
        notices.add(PlanWarning::SecretsChanged);
}

QString PlanParts::surveyHash(const PlanInputs &inputs, const PreparedPlan &prepared)
{
    const DeployPlan &plan = prepared.plan;
    QStringList facts;
    facts << plan.app.value << inputs.survey.app.id << plan.image << plan.imageDigest
          << plan.definitionDigest << plan.secretsDigest << plan.resumeRelease.value
          << QString::number(plan.toVersion) << QString::number(plan.attempt)
          << plan.deployment.value << plan.refersTo.value;
    if (inputs.survey.newest)
        facts << inputs.survey.newest->id.value;
    for (const PlannedMachine &machine : plan.machines) {
        facts << machine.id.value << machine.instanceId << machine.digestNow
              << machine.configDigestNow << machine.configDigestTarget
              << QString::number(static_cast<int>(machine.action));
    }
    // The release command is left out: its going on or ending meanwhile is no change by others.
    return QString::fromLatin1(
        QCryptographicHash::hash(facts.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex());
}
