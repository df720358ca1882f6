#include "deploy/planparts.h"

#include "fly/groupconfig.h"

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
    planned.reason = machine.why;
    planned.reasonArgs = machine.whyArgs;
    if (!prepared.targets.contains(machine.id))
        return skipped(
            planned, machine.why == PlanReason::None ? PlanReason::HostUnreachable : machine.why);
    switch (machine.action) {
    case Action::Nothing:
        return skipped(planned, PlanReason::AlreadyRight);
    case Action::LabelsOnly:
        planned.reason = PlanReason::LabelsOnly;
        planned.usual.reset(); // what is known is how long an update takes
        break;
    case Action::UpdateStayStopped:
        planned.reason = PlanReason::KeptStopped;
        planned.reasonArgs = {machineStateToWire(machine.stateBefore)};
        break;
    case Action::Update:
    case Action::Replace:
    case Action::Destroy:
        break;
    }
    return planned;
}

// What a strategy makes comes first, what it makes superfluous last.
void planStrategySteps(const PlanInputs &inputs, PreparedPlan &prepared)
{
    DeployPlan &plan = prepared.plan;
    const auto retire = [&](const MachineId &machine) {
        PlannedStep planned = step(inputs, Phase::Update, Step::RetireMachine, true);
        planned.lane = machine.value;
        plan.steps.append(planned);
    };
    if (!prepared.leftoversLast)
        std::for_each(plan.leftovers.cbegin(), plan.leftovers.cend(), retire);
    for (const PlannedLaunch &launch : std::as_const(plan.launches)) {
        if (launch.why != PlanReason::None)
            continue;
        PlannedStep planned = step(inputs, Phase::Update, Step::LaunchMachine, true);
        planned.lane = launch.lane;
        planned.detail = plan.image;
        plan.steps.append(planned);
    }
    for (const PlannedMachine &machine : std::as_const(plan.machines)) {
        if (machine.action == Action::Destroy)
            continue;
        if (machine.action == Action::Replace && machine.why == PlanReason::None)
            retire(machine.id);
        else
            plan.steps.append(machineStep(inputs, prepared, machine));
    }
    if (prepared.leftoversLast)
        std::for_each(plan.leftovers.cbegin(), plan.leftovers.cend(), retire);
}

// fly-io.md 5.5: groups that go first, then those that come.
void planGroupSteps(const PlanInputs &inputs, PreparedPlan &prepared)
{
    DeployPlan &plan = prepared.plan;
    for (const PlannedMachine &machine : std::as_const(plan.machines)) {
        if (machine.action != Action::Destroy)
            continue;
        PlannedStep planned = step(inputs, Phase::Update, Step::RetireMachine, true);
        planned.lane = machine.id.value;
        planned.reason = machine.why;
        planned.reasonArgs = machine.whyArgs;
        plan.steps.append(planned);
    }
    for (const PlannedLaunch &launch : std::as_const(plan.launches)) {
        if (launch.why == PlanReason::None || !launch.replaces.isEmpty())
            continue; // a strategy's, or told on the lane of what it replaces
        PlannedStep planned = step(inputs, Phase::Update, Step::LaunchMachine, true);
        planned.lane = launch.lane;
        planned.detail = plan.image;
        planned.reason = launch.why;
        plan.steps.append(planned);
    }
}

int writesOf(const PreparedPlan &prepared)
{
    int writes = 2; // the release is set running and closed
    if (prepared.plan.resumeRelease.isEmpty())
        ++writes;
    if (prepared.plan.runReleaseCommand)
        writes += 2;
    for (const PlannedLaunch &launch : prepared.plan.launches)
        writes += launch.adopts.isEmpty() ? 3 : 2; // with its lease; traffic, or its end
    for (const PlannedMachine &machine : prepared.plan.machines) {
        if (machine.action == Action::Destroy) {
            writes += 2; // its lease
            continue;
        }
        if (!prepared.targets.contains(machine.id))
            continue;
        writes += 2; // its lease
        if (machine.action == Action::Replace && machine.why == PlanReason::None)
            writes += machine.stateNow == MachineState::Started ? 4 : 2;
        else if (machine.action == Action::LabelsOnly)
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
    const bool atOnce = prepared.plan.strategy == Strategy::Immediate;
    PlanRisk risk = PlanRisk::None;
    for (const PlannedMachine &machine : prepared.plan.machines) {
        if (machine.action != Action::Update || !machine.warm)
            continue;
        if (warm.value(machine.group) < 2 || atOnce)
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
    QStringList suspended;
    bool unchecked = false;
    bool alone = false;
    const QHash<QString, int> warm = warmByGroup(prepared.plan);
    for (const PlannedMachine &planned : prepared.plan.machines) {
        const Machine machine = prepared.machines.value(planned.id);
        if (planned.why == PlanReason::LeftOut || planned.action == Action::Destroy)
            continue;
        if (!prepared.targets.contains(planned.id))
            unreachable.append(planned.id.value);
        else if (isUnhealthy(machine))
            unhealthy.append(planned.id.value);
        const bool updated =
            planned.action == Action::Update || planned.action == Action::UpdateStayStopped;
        if (updated && planned.stateNow == MachineState::Suspended)
            suspended.append(planned.id.value);
        const bool restarted =
            planned.warm && (planned.action == Action::Update || planned.action == Action::Replace);
        alone = alone || (restarted && warm.value(planned.group) == 1);
        if (restarted && prepared.targets.value(planned.id).checks.isEmpty())
            unchecked = true;
        const int version = labelledVersion(machine);
        if (version > 0 && !versions.contains(QString::number(version)))
            versions.append(QString::number(version));
        if (planned.heldBy
            && planned.heldBy->expiresAt
                > inputs.survey.at.addMSecs(inputs.survey.platformAhead.count())) {
            notices.add(PlanWarning::LeaseHeld,
                {planned.id.value,
                    planned.heldBy->owner,
                    planned.heldBy->expiresAt.toUTC().toString(Qt::ISODate)});
        }
    }
    if (alone && prepared.plan.strategy != Strategy::BlueGreen)
        notices.add(PlanWarning::SingleMachine);
    if (unchecked)
        notices.add(PlanWarning::NoHealthChecks);
    if (!unhealthy.isEmpty())
        notices.add(PlanWarning::UnhealthyNow, unhealthy);
    if (!unreachable.isEmpty())
        notices.add(PlanWarning::HostUnreachable, unreachable);
    if (!suspended.isEmpty())
        notices.add(PlanWarning::SnapshotLost, suspended);
    versions.sort();
    if (versions.size() > 1)
        notices.add(PlanWarning::MixedVersions, versions);
}

void noticeStrategy(const PreparedPlan &prepared, Notices &notices)
{
    const DeployPlan &plan = prepared.plan;
    QStringList replaced;
    bool updated = false;
    for (const PlannedMachine &machine : plan.machines) {
        if (machine.action == Action::Replace && machine.why == PlanReason::None)
            replaced.append(machine.id.value);
        updated = updated || (machine.action == Action::Update && machine.warm);
    }
    if (!replaced.isEmpty())
        notices.add(PlanWarning::MachinesReplaced, replaced);
    QStringList leftovers;
    for (const MachineId &machine : plan.leftovers)
        leftovers.append(machine.value);
    if (!leftovers.isEmpty())
        notices.add(PlanWarning::LeftoversRemoved, leftovers);
    if (plan.strategy == Strategy::Immediate && updated)
        notices.add(PlanWarning::AllAtOnce);
}

void noticeDestroyed(const PreparedPlan &prepared, Notices &notices)
{
    QStringList ids;
    QStringList volumes;
    for (const MachineId &machine : prepared.plan.destroyed()) {
        ids.append(machine.value);
        const auto known = prepared.machines.constFind(machine);
        if (known == prepared.machines.cend() || !known->config)
            continue;
        if (const std::optional<MountPoint> mount = mountOf(*known->config))
            volumes.append(mount->name);
    }
    if (!ids.isEmpty())
        notices.add(PlanWarning::MachinesDestroyed, ids);
    volumes.removeDuplicates();
    if (!volumes.isEmpty())
        notices.add(PlanWarning::VolumesDetached, volumes);
}

// A roll back brings no secret back: values cannot be read, only that they changed.
// What the file says and nobody meant; a definition has no lines.
void noticeConfigLines(const FlyToml &toml, const QString &name, Notices &notices)
{
    constexpr int most = 10;
    int told = 0;
    for (const ConfigFinding &finding : toml.findings) {
        const bool isPassedOver = finding.severity != ConfigFinding::Severity::Warning
            || finding.code == ConfigCode::UnavailableNone;
        if (!isPassedOver && ++told <= most)
            notices.add(PlanWarning::ConfigLine, QStringList{name} + configFindingToTexts(finding));
    }
}

void noticeSecrets(const PlanInputs &inputs, const PreparedPlan &prepared, Notices &notices)
{
    if (prepared.plan.kind != DeployKind::RollBack)
        return;
    const auto release = std::find_if(inputs.survey.releases.cbegin(),
        inputs.survey.releases.cend(),
        [&](const Release &seen) { return seen.version == prepared.plan.toVersion; });
    if (release == inputs.survey.releases.cend())
        return;
    QStringList changed;
    for (const SecretDigest &secret : inputs.survey.secrets) {
        if (secret.updatedAt.isValid() && secret.updatedAt > release->createdAt)
            changed.append(secret.name);
    }
    if (!changed.isEmpty())
        notices.add(PlanWarning::SecretsNotRestored, changed);
    QStringList gone;
    for (const QString &name : inputs.secretNamesThen) {
        if (!prepared.plan.secretNames.contains(name))
            gone.append(name);
    }
    if (!gone.isEmpty())
        notices.add(PlanWarning::SecretsGone, gone);
}

// What somebody else has destroyed stays destroyed; where as many have come in its place, nothing
// is missing.
void noticeGone(const PlanInputs &inputs, const PreparedPlan &prepared, Notices &notices)
{
    if (!inputs.previous || inputs.survey.gone.isEmpty())
        return;
    QHash<QString, int> fewer; // by group
    const QHash<MachineId, QString> known = machinesKnown(*inputs.previous);
    for (const QString &group : known)
        ++fewer[group];
    for (const Machine &machine : inputs.survey.machines)
        --fewer[machine.processGroup()];
    for (const PlannedLaunch &launch : prepared.plan.launches)
        fewer[launch.group] -= launch.replaces.isEmpty() && launch.why != PlanReason::None ? 1 : 0;
    for (const GoneMachine &gone : inputs.survey.gone) {
        if (fewer.value(gone.group) > 0)
            notices.add(PlanWarning::MachineGone,
                {gone.id.value, gone.at.isValid() ? gone.at.toUTC().toString(Qt::ISODate) : u""_s});
    }
}

// "This is not the app you deployed from this folder last time."
void noticeFolder(const PlanInputs &inputs, const ConfigSource &source, Notices &notices)
{
    const QString &path = inputs.request.configPath;
    if (path.isEmpty() || source.name != path)
        return;
    const AppName &last = inputs.request.lastFromConfig;
    const QString named = source.toml ? source.toml->app : QString();
    if (!last.isEmpty() && last != inputs.request.app)
        notices.add(PlanWarning::OtherAppsFolder, {path, last.value});
    else if (last.isEmpty() && !named.isEmpty() && named != inputs.request.app.value)
        notices.add(PlanWarning::OtherAppsFile, {path, named});
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
    if (plan.releaseCommand.isEmpty())
        planned = skipped(planned, PlanReason::NoReleaseCommand);
    else if (plan.kind == DeployKind::RollBack)
        planned = skipped(planned, PlanReason::NoReleaseCommand, {plan.releaseCommand});
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
    planGroupSteps(inputs, prepared);
    planStrategySteps(inputs, prepared);
    plan.steps.append(step(inputs, Phase::Cleanup, Step::ReleaseLeases, true));
    plan.steps.append(step(inputs, Phase::Verify, Step::VerifyReality, false));
    plan.steps.append(step(inputs, Phase::Cleanup, Step::CloseRelease, true));
    plan.apiWrites = writesOf(prepared);
    plan.risk = riskOf(prepared);
    // What is usual is usual of whole deploys.
    const bool whole = std::none_of(plan.steps.cbegin(), plan.steps.cend(), [](const auto &each) {
        return each.step == Step::UpdateMachine
            && (each.skipped || each.reason == PlanReason::LabelsOnly);
    });
    const auto total = inputs.usual.constFind(u"total"_s);
    if (whole && total != inputs.usual.cend())
        plan.usualTotal = *total;
}

void PlanParts::planNotices(
    const PlanInputs &inputs, const ConfigSource &source, PreparedPlan &prepared)
{
    Notices notices(prepared.plan.notices);
    noticeFolder(inputs, source, notices);
    noticeMachines(inputs, prepared, notices);
    noticeStrategy(prepared, notices);
    noticeDestroyed(prepared, notices);
    noticeGone(inputs, prepared, notices);
    noticeSecrets(inputs, prepared, notices);
    if (source.toml && source.toml->maxUnavailable == 0.0)
        notices.add(PlanWarning::UnavailableRaised);
    if (source.toml)
        noticeConfigLines(*source.toml, source.name, notices);
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
    for (const PlannedLaunch &launch : plan.launches)
        facts << launch.lane << launch.adopts.value << launch.configDigestTarget;
    for (const MachineId &machine : plan.leftovers)
        facts << machine.value;
    facts << strategyName(plan.strategy);
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
    for (const PlannedLaunch &launch : plan.launches)
        facts << launch.lane << launch.configDigestTarget << launch.volume << launch.adopts.value;
    // The release command is left out: its going on or ending meanwhile is no change by others.
    return QString::fromLatin1(
        QCryptographicHash::hash(facts.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex());
}
