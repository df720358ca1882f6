#include "app/pastplan.h"

#include "config/flytoml.h"
#include "deploy/planner.h"
#include "deploy/verifier.h"
#include "fly/machineconfig.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

PlannedStep skipped(PlannedStep step, PlanReason reason, const QStringList &args = {})
{
    step.skipped = true;
    step.writes = false;
    step.reason = reason;
    step.reasonArgs = args;
    return step;
}

} // namespace

PastPlan::PastPlan(const PastApp &app, const PastDeployment &past, Circumstances given)
    : m_app(app)
    , m_past(past)
    , m_given(std::move(given))
{
    Result<FlyToml> toml = flyTomlFromDefinition(app.definition);
    if (toml)
        m_toml = std::move(*toml);
}

QDateTime PastPlan::time(double second) const
{
    return m_given.now.addMSecs(qint64((second - m_past.startedSecondsAgo) * 1000)).toUTC();
}

QString PastPlan::reference(const QString &tag) const
{
    if (tag.isEmpty())
        return {};
    return u"registry.fly.io/%1:%2"_s.arg(m_app.app.value, tag);
}

std::optional<UsualDuration> PastPlan::usual(Step step, Segment segment) const
{
    const auto found = m_given.usual.constFind(usualKey(step, segment));
    return found == m_given.usual.cend() ? std::nullopt : std::optional(*found);
}

QString PastPlan::digestOf(const QString &tag) const
{
    for (const PastDeployment &other : m_app.deployments) {
        if (other.image == tag)
            return other.digest;
    }
    return u"sha256:"_s + sha256(tag.toUtf8());
}

const PastStep *PastPlan::updateOf(const MachineId &id) const
{
    const auto found =
        std::find_if(m_past.steps.cbegin(), m_past.steps.cend(), [&id](const PastStep &step) {
            return step.what == "update"_L1 && step.machine == id.value;
        });
    return found == m_past.steps.cend() ? nullptr : &*found;
}

bool PastPlan::hasStep(QStringView what) const
{
    return std::any_of(m_past.steps.cbegin(), m_past.steps.cend(), [what](const PastStep &step) {
        return step.what == what;
    });
}

// A roll back finds the machines that the failed release never reached as it wants them.
QString PastPlan::tagOf(const MachineId &id, Side side) const
{
    const PastStep *update = updateOf(id);
    if (m_past.kind == DeployKind::RollBack && !update)
        return m_past.image;
    return update && side == Side::After ? m_past.image : m_past.imageBefore;
}

Machine PastPlan::machine(const MachineId &id, Side side) const
{
    const PastStep *update = updateOf(id);
    const QString tag = tagOf(id, side);
    Machine machine;
    machine.id = id;
    machine.region = m_app.region;
    machine.state = MachineState::Started;
    machine.instanceId =
        update ? (side == Side::After ? update->after : update->before) : QString();
    machine.image = {u"registry.fly.io"_s, m_app.app.value, tag, digestOf(tag)};
    machine.checks = {{m_app.check, CheckStatus::Passing, m_app.checkOutput, {}}};
    if (side == Side::After && update && update->failed)
        machine.checks = {{m_app.check, CheckStatus::Critical, update->checkOutput, {}}};
    const Result<MachineConfig> blank = machineConfigFromJson("{}");
    if (blank && m_toml) {
        const ReleaseLabels labels{m_past.release.value, m_past.version, {}, {}};
        const Result<MachineConfig> config = derivedConfig(*m_toml, *blank, reference(tag), labels);
        if (config)
            machine.config = *config;
    }
    return machine;
}

PlannedMachine PastPlan::planned(const MachineId &id, const QString &name) const
{
    const Machine before = machine(id, Side::Before);
    PlannedMachine planned;
    planned.id = id;
    planned.name = name;
    planned.region = m_app.region;
    planned.group = u"app"_s;
    planned.stateNow = MachineState::Started;
    planned.stateBefore = MachineState::Started;
    planned.instanceId = before.instanceId;
    planned.imageNow = reference(before.image.tag);
    planned.digestNow = before.image.digest;
    if (before.config)
        planned.configDigestNow = configDigest(*before.config, m_given.digestKey);
    planned.configDigestTarget = planned.configDigestNow;
    if (m_past.kind == DeployKind::RollBack && !updateOf(id))
        planned.action = PlannedMachine::Action::LabelsOnly;
    return planned;
}

PlannedStep PastPlan::planned(Phase phase, Step step, bool writes) const
{
    PlannedStep planned;
    planned.phase = phase;
    planned.step = step;
    planned.writes = writes;
    planned.usual = usual(step, Segment::Work);
    return planned;
}

void PastPlan::addSteps(DeployPlan &plan) const
{
    plan.steps.append(planned(Phase::Preflight, Step::Survey, false));
    plan.steps.append(planned(Phase::Preflight, Step::CheckPlan, false));
    if (hasStep(u"build")) {
        plan.steps.append(planned(Phase::Build, Step::BuildImage, false));
        plan.steps.append(planned(Phase::Push, Step::PushImage, true));
    } else {
        plan.steps.append(skipped(planned(Phase::Build, Step::ResolveImage, false),
            PlanReason::ImageExists,
            {plan.image}));
    }
    plan.steps.append(planned(Phase::Update, Step::AcquireLeases, true));
    plan.steps.append(planned(Phase::Preflight, Step::CreateRelease, true));
    plan.steps.last().detail = plan.image;
    PlannedStep command = planned(Phase::Migrate, Step::ReleaseCommand, true);
    command.detail = plan.releaseCommand;
    if (!plan.runReleaseCommand)
        command = skipped(command, PlanReason::NoReleaseCommand);
    plan.steps.append(command);
    for (const PlannedMachine &machine : std::as_const(plan.machines)) {
        PlannedStep step = planned(Phase::Update, Step::UpdateMachine, true);
        step.lane = machine.id.value;
        step.detail = plan.image;
        if (machine.action == PlannedMachine::Action::LabelsOnly)
            step.reason = PlanReason::LabelsOnly;
        plan.steps.append(step);
    }
    plan.steps.append(planned(Phase::Cleanup, Step::ReleaseLeases, true));
    plan.steps.append(planned(Phase::Verify, Step::VerifyReality, false));
    plan.steps.append(planned(Phase::Cleanup, Step::CloseRelease, true));
}

DeployPlan PastPlan::plan() const
{
    DeployPlan plan;
    plan.kind = m_past.kind;
    plan.app = m_app.app;
    plan.organization = m_app.organization;
    plan.deployment = m_past.id;
    plan.refersTo = m_past.refersTo;
    plan.image = reference(m_past.image);
    plan.imageDigest = m_past.digest;
    plan.configSource = hasStep(u"build") ? u"fly.toml"_s : u"release v%1"_s.arg(m_past.from);
    plan.maxUnavailable = m_app.maxUnavailable;
    plan.releaseCommand = m_app.releaseCommand;
    plan.runReleaseCommand = m_past.kind != DeployKind::RollBack;
    plan.primaryRegion = m_app.region;
    plan.currentVersion = m_past.from;
    plan.toVersion = m_past.toVersion;
    if (m_toml)
        plan.definitionDigest = definitionDigest(m_toml->definition);
    if (m_past.secretsAsNow)
        plan.secretsDigest = secretsDigest(m_app.secrets);
    for (const auto &[id, name] : m_app.machines)
        plan.machines.append(planned(id, name));
    plan.risk = plan.machines.size() > 1 ? PlanRisk::None : PlanRisk::Downtime;
    if (plan.machines.size() == 1)
        plan.notices.append({PlanWarning::SingleMachine, {}});
    addSteps(plan);
    for (const PlannedStep &step : std::as_const(plan.steps))
        plan.apiWrites += step.writes ? 1 : 0;
    if (const auto total = m_given.usual.constFind(u"total"_s); total != m_given.usual.cend())
        plan.usualTotal = *total;
    plan.hash = deployPlanDigest(plan);
    plan.surveyedAt = time(0);
    return plan;
}

QString PastPlan::releaseKey() const
{
    PlanInputs inputs;
    inputs.request.kind = DeployKind::Deploy;
    inputs.request.app = m_app.app;
    inputs.survey.definition = m_toml;
    inputs.survey.imageRef = reference(m_past.image);
    inputs.survey.image = RegistryImage{inputs.survey.imageRef, m_past.digest, 0};
    if (m_past.secretsAsNow)
        inputs.survey.secrets = m_app.secrets;
    inputs.digestKey = m_given.digestKey;
    return releaseKeyFor(inputs);
}

Verdict PastPlan::verdict(const DeployPlan &plan, double lookedAt) const
{
    JudgeInputs inputs;
    inputs.reported = m_past.reported;
    inputs.plan = plan;
    inputs.newVersion = m_past.version;
    inputs.digestKey = m_given.digestKey;
    inputs.lookedAt = time(lookedAt);
    QList<Machine> seen;
    for (const auto &[id, name] : m_app.machines)
        seen.append(machine(id, Side::After));
    inputs.seen = seen;
    return judge(inputs);
}
