#include "models/words.h"

#include "models/format.h"
#include "models/wordsstack.h"
#include "types/stackplan.h"

#include <QCoreApplication>

namespace {

struct WordsText
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString argument(const QStringList &args, int index)
{
    return args.value(index);
}

QString localTime(const QString &iso)
{
    const QDateTime at = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return at.isValid() ? Format::time(at) : iso;
}

QString localDateTime(const QString &iso)
{
    const QDateTime at = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return at.isValid() ? Format::dateTime(at) : iso;
}

QString exitNote(const QStringList &args)
{
    if (argument(args, 2) == QLatin1StringView("true"))
        return WordsText::tr("The machine was stopped: out of memory");
    const QString signal = argument(args, 1);
    if (!signal.isEmpty() && signal != QLatin1StringView("-1"))
        return WordsText::tr("The machine was ended by signal %1").arg(signal);
    return WordsText::tr("The machine exited with code %1").arg(argument(args, 0));
}

} // namespace

QString Words::phase(Phase phase, const AppName &target)
{
    if (phase == Phase::Migrate && isStackTarget(target))
        return WordsText::tr("migration");
    switch (phase) {
    case Phase::Preflight:
        return WordsText::tr("pre-deploy checks");
    case Phase::Backup:
        return WordsText::tr("backup");
    case Phase::Build:
        return WordsText::tr("build");
    case Phase::Push:
        return WordsText::tr("push");
    case Phase::Upload:
        return WordsText::tr("upload");
    case Phase::Pull:
        return WordsText::tr("pull");
    case Phase::Migrate:
        return WordsText::tr("release command");
    case Phase::Update:
        return WordsText::tr("update");
    case Phase::Verify:
        return WordsText::tr("verify");
    case Phase::Cleanup:
        return WordsText::tr("clean-up");
    }
    return {};
}

QString Words::step(Step step)
{
    switch (step) {
    case Step::Survey:
        return WordsText::tr("Look at what runs now");
    case Step::CheckPlan:
        return WordsText::tr("Check the plan");
    case Step::ResolveImage:
        return WordsText::tr("Find the image");
    case Step::BuildImage:
        return WordsText::tr("Build the image");
    case Step::BuildStage:
        return WordsText::tr("Build stage");
    case Step::PushImage:
        return WordsText::tr("Push the image");
    case Step::CreateRelease:
        return WordsText::tr("Create the release");
    case Step::AcquireLeases:
        return WordsText::tr("Acquire leases");
    case Step::AcquireLease:
        return WordsText::tr("Acquire lease");
    case Step::ReleaseCommand:
        return WordsText::tr("Release command");
    case Step::ReleaseMachinePrepare:
        return WordsText::tr("Prepare its machine");
    case Step::ReleaseMachineRun:
        return WordsText::tr("Run the command");
    case Step::UpdateMachine:
        return WordsText::tr("Update machine");
    case Step::LaunchMachine:
        return WordsText::tr("Create a new machine");
    case Step::RetireMachine:
        return WordsText::tr("Replace the old machine");
    case Step::VerifyReality:
        return WordsText::tr("Look at what runs afterwards");
    case Step::ReleaseLeases:
        return WordsText::tr("Release leases");
    case Step::CloseRelease:
        return WordsText::tr("Close the release");
    case Step::DestroyReleaseMachine:
        return WordsText::tr("Remove the release command's machine");
    default:
        return stackStep(step);
    }
}

QString Words::step(const SpanState &span)
{
    if (span.segment != Segment::Work) {
        switch (span.step) {
        case Step::ReleaseMachinePrepare:
        case Step::ReleaseMachineRun:
            return step(span.step);
        default:
            return segment(span.segment);
        }
    }
    if (span.step == Step::BuildStage && !span.title.isEmpty())
        return span.title;
    if (span.step == Step::WatchAddress)
        return WordsText::tr("Watch %1 from this computer").arg(Format::shortId(span.lane));
    if (span.step == Step::UpdateMachine && !span.lane.isEmpty())
        return WordsText::tr("Update machine %1").arg(Format::shortId(span.lane));
    return step(span.step);
}

QString Words::stepShort(const SpanState &span)
{
    if (span.segment != Segment::Work)
        return segment(span.segment);
    switch (span.step) {
    case Step::Survey:
        //: Short, inside a bar of the chart: looking at what runs now
        return WordsText::tr("survey");
    case Step::CheckPlan:
        //: Short, inside a bar of the chart: checking the plan
        return WordsText::tr("plan");
    case Step::ResolveImage:
        //: Short, inside a bar of the chart: finding the image
        return WordsText::tr("image");
    case Step::BuildStage:
        return span.title;
    case Step::CreateRelease:
    case Step::CloseRelease:
        //: Short, inside a bar of the chart: the release is created or closed
        return WordsText::tr("release");
    case Step::AcquireLease:
        //: Short, inside a bar of the chart: a machine's lease is acquired
        return WordsText::tr("lease");
    case Step::AcquireLeases:
    case Step::ReleaseLeases:
        //: Short, inside a bar of the chart: leases are acquired or released
        return WordsText::tr("leases");
    case Step::ReleaseMachineRun:
        //: Short, inside a bar of the chart: the release command runs
        return WordsText::tr("run");
    case Step::ReleaseMachinePrepare:
        //: Short, inside a bar of the chart: the release command's machine is made ready
        return WordsText::tr("prepare");
    case Step::DestroyReleaseMachine:
        //: Short, inside a bar of the chart: the release command's machine is removed
        return WordsText::tr("remove");
    case Step::BuildImage:
    case Step::PushImage:
    case Step::ReleaseCommand:
    case Step::UpdateMachine:
    case Step::LaunchMachine:
    case Step::RetireMachine:
    case Step::VerifyReality:
        return {};
    default:
        return stackStepShort(span.step);
    }
}

QString Words::segment(Segment segment)
{
    switch (segment) {
    case Segment::Work:
        return WordsText::tr("work");
    case Segment::WaitLease:
        return WordsText::tr("wait for lease");
    case Segment::WaitBudget:
        return WordsText::tr("wait for API budget");
    case Segment::WaitTurn:
        return WordsText::tr("wait for its turn");
    case Segment::Pull:
        return WordsText::tr("pull");
    case Segment::Start:
        return WordsText::tr("start");
    case Segment::Grace:
        return WordsText::tr("grace");
    case Segment::Checks:
        return WordsText::tr("checks");
    case Segment::Switch:
        return WordsText::tr("switch");
    case Segment::Drain:
        return WordsText::tr("drain");
    case Segment::Down:
        return WordsText::tr("no answer", "of a watched address");
    }
    return {};
}

QString Words::outcome(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Running:
        return WordsText::tr("running");
    case Outcome::Succeeded:
        return WordsText::tr("succeeded");
    case Outcome::Failed:
        return WordsText::tr("failed");
    case Outcome::Cancelled:
        return WordsText::tr("stopped");
    case Outcome::Skipped:
        return WordsText::tr("skipped");
    case Outcome::Interrupted:
        return WordsText::tr("interrupted");
    case Outcome::Unknown:
        return WordsText::tr("unknown");
    }
    return {};
}

QString Words::status(Status status)
{
    switch (status) {
    case Status::Succeeded:
        return outcome(Outcome::Succeeded);
    case Status::Running:
        return outcome(Outcome::Running);
    case Status::Waiting:
        return WordsText::tr("waiting");
    case Status::Warning:
        return WordsText::tr("warning");
    case Status::Failed:
        return outcome(Outcome::Failed);
    case Status::RolledBack:
        return WordsText::tr("rolled back");
    case Status::Unknown:
        return outcome(Outcome::Unknown);
    case Status::Skipped:
        return outcome(Outcome::Skipped);
    }
    return {};
}

QString Words::note(const SpanNote &note)
{
    const QStringList &args = note.args;
    switch (note.note) {
    case Note::LeaseHeldBy:
        return WordsText::tr("%1 holds the lease until %2")
            .arg(argument(args, 0), localTime(argument(args, 1)));
    case Note::BudgetWait:
        return WordsText::tr("Waits %1 for the API budget")
            .arg(Format::duration(std::chrono::milliseconds(argument(args, 0).toLongLong())));
    case Note::ChecksPassing:
        return WordsText::tr("%1 of %2 health checks pass")
            .arg(argument(args, 0), argument(args, 1));
    case Note::CheckOutput:
        return WordsText::tr("Health check %1 says: %2").arg(argument(args, 0), argument(args, 1));
    case Note::MachineState:
        return WordsText::tr("The machine is %1")
            .arg(machineState(machineStateFromWire(argument(args, 0)), argument(args, 0)));
    case Note::RetryingCall: {
        const auto kind = errorKindFromName(argument(args, 0));
        return WordsText::tr("Tried again after: %1")
            .arg(kind ? accountError(Error{*kind, {}, 0, {}, {}, {}}) : argument(args, 0));
    }
    case Note::MachineExited:
        return exitNote(args);
    case Note::ReleaseMachine:
        return WordsText::tr("The command runs on machine %1").arg(argument(args, 0));
    case Note::Adopted:
        return WordsText::tr("Found and taken over: %1").arg(argument(args, 0));
    case Note::CreatedMachine:
        return WordsText::tr("It is machine %1").arg(argument(args, 0));
    case Note::NoAnswer: {
        ProbeResult seen;
        seen.problem = probeProblemFromName(argument(args, 0)).value_or(seen.problem);
        seen.status = argument(args, 1).toInt();
        seen.address = argument(args, 2);
        return probe(seen);
    }
    case Note::NoRoom:
        return WordsText::tr(
            "Its server has no room for the new version: another machine takes its "
            "place. The platform says: %1")
            .arg(argument(args, 0));
    }
    return {};
}

QString Words::reason(PlanReason reason, const QStringList &args)
{
    switch (reason) {
    case PlanReason::None:
        break;
    case PlanReason::ImageExists:
        return WordsText::tr("reused %1").arg(Format::shortImage(argument(args, 0)));
    case PlanReason::AlreadyRight:
        return WordsText::tr("already right");
    case PlanReason::ReleaseCommandDone:
        return argument(args, 0).isEmpty()
            ? WordsText::tr("succeeded before")
            : WordsText::tr("succeeded on %1").arg(localDateTime(argument(args, 0)));
    case PlanReason::NoReleaseCommand:
        return args.isEmpty() ? WordsText::tr("there is none")
                              : WordsText::tr("not run when rolling back");
    case PlanReason::KeptStopped:
        return WordsText::tr("stays %1")
            .arg(machineState(machineStateFromWire(argument(args, 0)), argument(args, 0)));
    case PlanReason::ReleaseRecorded:
        return WordsText::tr("goes on with v%1").arg(argument(args, 0));
    case PlanReason::HostUnreachable:
        return WordsText::tr("its server cannot be reached");
    case PlanReason::LabelsOnly:
        return WordsText::tr("only labels differ");
    case PlanReason::ReleaseCommandUnknown:
        return WordsText::tr("not known whether it ended");
    case PlanReason::GroupRemoved:
        return WordsText::tr("the configuration has no such process group");
    case PlanReason::GroupAdded:
        return WordsText::tr("its process group had no machine");
    case PlanReason::StandbyAdded:
        return WordsText::tr("it stands by and is not started");
    case PlanReason::MountsChanged:
        return WordsText::tr("its volume changes (%1)").arg(args.join(QLatin1StringView(", ")));
    case PlanReason::HostNotOk:
        return WordsText::tr("its server has a problem (%1)").arg(argument(args, 0));
    case PlanReason::LeftOut:
        return WordsText::tr("left out on request");
    default:
        return stackReason(reason, args);
    }
    return {};
}

QString Words::machineState(MachineState state, const QString &raw)
{
    switch (state) {
    case MachineState::Created:
        return WordsText::tr("created", "machine");
    case MachineState::Creating:
        return WordsText::tr("being created", "machine");
    case MachineState::Starting:
        return WordsText::tr("starting", "machine");
    case MachineState::Started:
        return WordsText::tr("started", "machine");
    case MachineState::Stopping:
        return WordsText::tr("stopping", "machine");
    case MachineState::Stopped:
        return WordsText::tr("stopped", "machine");
    case MachineState::Restarting:
        return WordsText::tr("restarting", "machine");
    case MachineState::Suspending:
        return WordsText::tr("being suspended", "machine");
    case MachineState::Suspended:
        return WordsText::tr("suspended", "machine");
    case MachineState::Updating:
        return WordsText::tr("being updated", "machine");
    case MachineState::Replacing:
        return WordsText::tr("being replaced", "machine");
    case MachineState::Replaced:
        return WordsText::tr("replaced", "machine");
    case MachineState::Migrated:
        return WordsText::tr("moved to another host", "machine");
    case MachineState::LaunchFailed:
        return WordsText::tr("not launched", "machine");
    case MachineState::Failed:
        return WordsText::tr("failed", "machine");
    case MachineState::Destroying:
        return WordsText::tr("being destroyed", "machine");
    case MachineState::Destroyed:
        return WordsText::tr("destroyed", "machine");
    case MachineState::Unknown:
        break;
    }
    return raw.isEmpty() ? WordsText::tr("in an unknown state", "machine") : raw;
}

QString Words::fleetState(FleetState state)
{
    switch (state) {
    case FleetState::Healthy:
        return WordsText::tr("healthy");
    case FleetState::Running:
        //: An app on which a deployment runs, or a machine that is changing
        return WordsText::tr("in progress");
    case FleetState::Waiting:
        return status(Status::Waiting);
    case FleetState::Degraded:
        return WordsText::tr("degraded");
    case FleetState::Failed:
        return WordsText::tr("failed", "app or machine");
    case FleetState::Mixed:
        return WordsText::tr("mixed versions");
    case FleetState::RolledBack:
        return WordsText::tr("rolled back", "app or machine");
    case FleetState::Started:
        return WordsText::tr("started", "app or machine");
    case FleetState::Unknown:
        break;
    }
    return WordsText::tr("unknown", "app or machine");
}

Status statusOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Running:
        return Status::Running;
    case Outcome::Succeeded:
        return Status::Succeeded;
    case Outcome::Failed:
        return Status::Failed;
    case Outcome::Cancelled:
        return Status::Warning;
    case Outcome::Skipped:
        return Status::Skipped;
    case Outcome::Interrupted:
    case Outcome::Unknown:
        break;
    }
    return Status::Unknown;
}

Status statusOf(FleetState state)
{
    switch (state) {
    case FleetState::Healthy:
        return Status::Succeeded;
    case FleetState::Running:
        return Status::Running;
    case FleetState::Waiting:
        return Status::Waiting;
    case FleetState::Degraded:
    case FleetState::Mixed:
        return Status::Warning;
    case FleetState::Failed:
        return Status::Failed;
    case FleetState::RolledBack:
        return Status::RolledBack;
    case FleetState::Started:
    case FleetState::Unknown:
        break;
    }
    return Status::Unknown;
}

Status statusOf(Reported reported, const std::optional<Verdict> &verdict)
{
    if (verdict && verdict->contradicts())
        return Status::Warning;
    if (verdict && verdict->probe && verdict->probe->problem != ProbeResult::Problem::None)
        return Status::Warning;
    switch (reported) {
    case Reported::Succeeded:
        return !verdict                            ? Status::Succeeded
            : verdict->reality == Reality::Unknown ? Status::Unknown
            : verdict->leavesOut()                 ? Status::Warning
                                                   : Status::Succeeded;
    case Reported::RolledBack:
        return Status::RolledBack;
    case Reported::Failed:
        return Status::Failed;
    case Reported::Cancelled:
    case Reported::Interrupted:
        break;
    }
    return Status::Warning;
}

Status statusOf(const SpanState &span)
{
    if (span.segment == Segment::Down)
        return Status::Failed; // also while it lasts
    const bool undisturbed = span.outcome == Outcome::Running || span.outcome == Outcome::Succeeded;
    if (isWaiting(span.segment) && undisturbed)
        return Status::Waiting;
    return statusOf(span.outcome);
}
