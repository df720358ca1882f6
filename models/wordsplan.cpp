#include "models/format.h"
#include "models/words.h"
#include "models/wordsconfig.h"
#include "models/wordsstack.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct PlanText
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

const PlannedMachine *machineOf(const DeployPlan &plan, const QString &lane)
{
    for (const PlannedMachine &machine : plan.machines) {
        if (machine.id.value == lane)
            return &machine;
    }
    return nullptr;
}

QString shortIds(const QStringList &ids)
{
    QStringList names;
    for (const QString &id : ids)
        names.append(Format::shortId(id));
    return names.join(QLatin1StringView(", "));
}

QString skippedStep(const PlannedStep &step, const DeployPlan &plan)
{
    const QString why = Words::reason(step.reason, step.reasonArgs);
    if (step.step == Step::UpdateMachine)
        return PlanText::tr("Leave machine %1: %2").arg(Format::shortId(step.lane), why);
    if (step.step == Step::ReleaseCommand && !plan.releaseCommand.isEmpty())
        return PlanText::tr("No release command %1: %2").arg(plan.releaseCommand, why);
    return PlanText::tr("%1: %2", "a step and why it is skipped").arg(Words::step(step.step), why);
}

QString launchStep(const PlannedStep &step, const DeployPlan &plan)
{
    for (const PlannedLaunch &launch : plan.launches) {
        if (launch.lane != step.lane)
            continue;
        if (launch.why == PlanReason::GroupAdded)
            return PlanText::tr("Create a machine of %1 in %2").arg(launch.group, launch.region);
        if (launch.why == PlanReason::StandbyAdded)
            return PlanText::tr("Create a machine of %1 in %2 that stands by and is not started")
                .arg(launch.group, launch.region);
        if (launch.replaces.isEmpty())
            return PlanText::tr("Try the new version on an extra machine of %1, then destroy it")
                .arg(launch.group);
        const QString old = Format::shortId(launch.replaces.value);
        return launch.started
            ? PlanText::tr("Create a machine in %1 that replaces %2").arg(launch.region, old)
            : PlanText::tr("Create a machine in %1 that replaces %2 and stays stopped")
                  .arg(launch.region, old);
    }
    return Words::step(step.step);
}

QString updateStep(const PlannedStep &step, const DeployPlan &plan)
{
    const PlannedMachine *machine = machineOf(plan, step.lane);
    if (!machine)
        return PlanText::tr("Update machine %1").arg(Format::shortId(step.lane));
    const QString id = Format::shortId(step.lane);
    switch (machine->action) {
    case PlannedMachine::Action::UpdateStayStopped:
        return PlanText::tr("Update machine %1 in %2 and leave it %3")
            .arg(id, machine->region, Words::machineState(machine->stateBefore, {}));
    case PlannedMachine::Action::LabelsOnly:
        return PlanText::tr("Set the labels of machine %1 in %2; it is not restarted")
            .arg(id, machine->region);
    case PlannedMachine::Action::Nothing:
    case PlannedMachine::Action::Replace:
    case PlannedMachine::Action::Destroy:
    case PlannedMachine::Action::Update:
        break;
    }
    return PlanText::tr("Update machine %1 in %2").arg(id, machine->region);
}

QString goneNotice(const QStringList &args)
{
    const QDateTime at = QDateTime::fromString(args.value(1), Qt::ISODate);
    return at.isValid()
        ? PlanText::tr("Machine %1 was destroyed by somebody else on %2. It cannot be brought "
                       "back and is not part of this: there will be one fewer than before.")
              .arg(args.value(0), Format::dateTime(at))
        : PlanText::tr("Machine %1 was destroyed by somebody else. It cannot be brought back and "
                       "is not part of this: there will be one fewer than before.")
              .arg(args.value(0));
}

// A stopped machine is updated and stays stopped.
bool touchesWhatRuns(const DeployPlan &plan)
{
    using Action = PlannedMachine::Action;
    return !plan.launches.isEmpty()
        || std::ranges::any_of(plan.machines, [](const PlannedMachine &machine) {
               return machine.warm
                   && (machine.action == Action::Update || machine.action == Action::Replace
                       || machine.action == Action::Destroy);
           });
}

} // namespace

QString Words::plannedStep(const PlannedStep &step, const DeployPlan &plan)
{
    if (plan.stack)
        return stackPlannedStep(step, plan);
    if (step.step == Step::ResolveImage && step.reason == PlanReason::ImageExists)
        return PlanText::tr("Reuse image %1; nothing is built").arg(Format::shortImage(plan.image));
    if (step.step == Step::CreateRelease && step.reason == PlanReason::ReleaseRecorded)
        return PlanText::tr("Go on with release v%1").arg(step.reasonArgs.value(0));
    if (step.skipped)
        return skippedStep(step, plan);
    switch (step.step) {
    case Step::ResolveImage:
        return PlanText::tr("Find image %1").arg(Format::shortImage(plan.image));
    case Step::AcquireLeases:
        return PlanText::tr(
            "Take the lease of %Ln machine(s)", nullptr, static_cast<int>(plan.machines.size()));
    case Step::ReleaseCommand:
        return plan.releaseCommand.isEmpty() ? Words::step(step.step)
                                             : PlanText::tr("Run %1").arg(plan.releaseCommand);
    case Step::UpdateMachine:
        return updateStep(step, plan);
    case Step::LaunchMachine:
        return launchStep(step, plan);
    case Step::RetireMachine:
        if (step.reason != PlanReason::None)
            return PlanText::tr("Destroy machine %1: %2")
                .arg(Format::shortId(step.lane), Words::reason(step.reason, step.reasonArgs));
        return PlanText::tr("Take machine %1 out of service and destroy it")
            .arg(Format::shortId(step.lane));
    default:
        return Words::step(step.step);
    }
}

QString Words::machineAction(const PlannedMachine &machine)
{
    switch (machine.action) {
    case PlannedMachine::Action::Update:
        return PlanText::tr("updated");
    case PlannedMachine::Action::UpdateStayStopped:
        return PlanText::tr("updated, stays %1").arg(machineState(machine.stateBefore, {}));
    case PlannedMachine::Action::LabelsOnly:
        return PlanText::tr("only labels, not restarted");
    case PlannedMachine::Action::Nothing:
        return machine.why == PlanReason::None ? PlanText::tr("already right, not touched")
                                               : reason(machine.why, machine.whyArgs);
    case PlannedMachine::Action::Replace:
        return machine.why == PlanReason::None
            ? PlanText::tr("replaced by a new machine, then destroyed")
            : PlanText::tr("replaced by a new machine, then destroyed: %1")
                  .arg(reason(machine.why, machine.whyArgs));
    case PlannedMachine::Action::Destroy:
        return PlanText::tr("destroyed: %1").arg(reason(machine.why, machine.whyArgs));
    }
    return {};
}

QString Words::notice(const PlanNotice &notice)
{
    const QStringList &args = notice.args;
    switch (notice.warning) {
    case PlanWarning::SingleMachine:
        return PlanText::tr("There is one machine only: users notice while it is replaced.");
    case PlanWarning::NoHealthChecks:
        return PlanText::tr(
            "There are no health checks: a machine counts as good once it has started.");
    case PlanWarning::LeaseHeld: {
        const QDateTime until = QDateTime::fromString(args.value(2), Qt::ISODateWithMs);
        return PlanText::tr("Machine %1 is held by %2 until %3. The deploy waits for it.")
            .arg(Format::shortId(args.value(0)),
                args.value(1),
                until.isValid() ? Format::time(until) : args.value(2));
    }
    case PlanWarning::UnhealthyNow:
        return Format::sentence(
            PlanText::tr("Not healthy before the deploy: %1.").arg(shortIds(args)));
    case PlanWarning::ConfigDrift:
        return PlanText::tr(
            "fly.toml has changed since the recorded attempt. The recorded one is used.");
    case PlanWarning::HostUnreachable:
        return PlanText::tr("The computer under machine %1 cannot be reached; it is left as it is.")
            .arg(shortIds(args));
    case PlanWarning::MixedVersions: {
        QStringList versions;
        for (const QString &version : args)
            versions.append(version.startsWith(QLatin1Char('v'))
                    ? version
                    : QString(QLatin1Char('v') + version));
        return PlanText::tr("The machines run different versions now: %1.")
            .arg(versions.join(QLatin1StringView(", ")));
    }
    case PlanWarning::SecretsChanged:
        return PlanText::tr(
            "Secrets have changed since the last attempt; the machines get the new ones.");
    case PlanWarning::MachinesReplaced:
        return PlanText::tr("New machines take over and these are destroyed: %1. Their ids change.")
            .arg(shortIds(args));
    case PlanWarning::LeftoversRemoved:
        return Format::sentence(
            PlanText::tr("Left by an earlier attempt and removed: %1.").arg(shortIds(args)));
    case PlanWarning::AllAtOnce:
        return PlanText::tr("All machines are updated at once: users notice.");
    case PlanWarning::MachinesDestroyed:
        return PlanText::tr("%Ln machine(s) will be destroyed and cannot be brought back: %1.",
            nullptr,
            int(args.size()))
            .arg(args.join(QLatin1StringView(", ")));
    case PlanWarning::SnapshotLost:
        return PlanText::tr(
            "Suspended now, stopped afterwards: an update discards the snapshot of %1.")
            .arg(args.join(QLatin1StringView(", ")));
    case PlanWarning::UnavailableRaised:
        return PlanText::tr(
            "max_unavailable is 0, but the platform updates at least one machine of a "
            "group at a time: for that time one fewer serves.");
    case PlanWarning::ConfigLine: {
        const auto finding = configFindingFromTexts(args.mid(1));
        return PlanText::tr("%1, line %2: %3", "a file, and what is said of the line")
            .arg(args.value(0).section(QLatin1Char('/'), -1),
                finding ? QString::number(finding->line) : args.value(4),
                finding ? Words::configFinding(*finding) : args.value(2));
    }
    case PlanWarning::VolumesDetached:
        return PlanText::tr(
            "These volumes stay with their data, but nothing uses them any more: %1.")
            .arg(args.join(QLatin1StringView(", ")));
    case PlanWarning::SecretsNotRestored:
        return PlanText::tr("Secrets changed since that release and kept as they are now, because "
                            "their earlier values cannot be read back: %1.")
            .arg(args.join(QLatin1StringView(", ")));
    case PlanWarning::ConfigNotKept:
        return PlanText::tr(
            "The configuration these machines had under that release is not kept any "
            "more; it is made from that release's fly.toml: %1.")
            .arg(shortIds(args));
    case PlanWarning::SecretsGone:
        return PlanText::tr("Secrets removed since that release; they stay removed, because their "
                            "values cannot be read back: %1.")
            .arg(args.join(QLatin1StringView(", ")));
    case PlanWarning::MachineGone:
        return goneNotice(args);
    case PlanWarning::OtherAppsFolder:
        return PlanText::tr("The app last deployed from %1 was %2, not this one.")
            .arg(args.value(0), args.value(1));
    case PlanWarning::OtherAppsFile:
        return PlanText::tr("%1 is the configuration of %2, not of this app.")
            .arg(args.value(0), args.value(1));
    default:
        return stackNotice(notice);
    }
}

QString Words::risk(PlanRisk risk, const DeployPlan &plan)
{
    if (plan.stack)
        return stackRisk(risk, plan);
    switch (risk) {
    case PlanRisk::None:
        if (!touchesWhatRuns(plan))
            return PlanText::tr("Nothing that runs is restarted.");
        if (plan.strategy == Strategy::BlueGreen) {
            return PlanText::tr(
                "No interruption: the old machines serve until the new ones are healthy.");
        }
        return PlanText::tr(
            "No interruption: machines are updated one after another, the others serve.");
    case PlanRisk::Brief:
        return PlanText::tr("A brief interruption is possible.");
    case PlanRisk::Downtime:
        return plan.machines.size() == 1
            ? PlanText::tr("The app is down while its only machine is replaced.")
            : PlanText::tr("The app is down for a part of the deploy.");
    }
    return {};
}

QString Words::kind(DeployKind kind)
{
    switch (kind) {
    case DeployKind::Deploy:
        return PlanText::tr("Deploy");
    case DeployKind::Retry:
        return PlanText::tr("Retry");
    case DeployKind::Resume:
        return PlanText::tr("Resume");
    case DeployKind::RollBack:
        return PlanText::tr("Roll back");
    }
    return {};
}

QString Words::releaseStatus(ReleaseStatus status, const QString &raw)
{
    switch (status) {
    case ReleaseStatus::Pending:
        return PlanText::tr("pending", "release");
    case ReleaseStatus::Running:
        return PlanText::tr("running", "release");
    case ReleaseStatus::Complete:
        return PlanText::tr("complete", "release");
    case ReleaseStatus::Failed:
        return PlanText::tr("failed", "release");
    case ReleaseStatus::Interrupted:
        return PlanText::tr("interrupted", "release");
    case ReleaseStatus::Unknown:
        break;
    }
    return raw.isEmpty() ? PlanText::tr("unknown", "release") : raw;
}
