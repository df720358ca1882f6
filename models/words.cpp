#include "models/words.h"

#include "models/format.h"

#include <QCoreApplication>

namespace {

struct Text
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
        return Text::tr("The machine was stopped: out of memory");
    const QString signal = argument(args, 1);
    if (!signal.isEmpty() && signal != QLatin1StringView("-1"))
        return Text::tr("The machine was ended by signal %1").arg(signal);
    return Text::tr("The machine exited with code %1").arg(argument(args, 0));
}

} // namespace

QString Words::phase(Phase phase)
{
    switch (phase) {
    case Phase::Preflight:
        return Text::tr("pre-deploy checks");
    case Phase::Backup:
        return Text::tr("backup");
    case Phase::Build:
        return Text::tr("build");
    case Phase::Push:
        return Text::tr("push");
    case Phase::Upload:
        return Text::tr("upload");
    case Phase::Migrate:
        return Text::tr("release command");
    case Phase::Update:
        return Text::tr("update");
    case Phase::Verify:
        return Text::tr("verify");
    case Phase::Cleanup:
        return Text::tr("clean-up");
    }
    return {};
}

QString Words::step(Step step)
{
    switch (step) {
    case Step::Survey:
        return Text::tr("Look at what runs now");
    case Step::CheckPlan:
        return Text::tr("Check the plan");
    case Step::ResolveImage:
        return Text::tr("Find the image");
    case Step::BuildImage:
        return Text::tr("Build the image");
    case Step::BuildStage:
        return Text::tr("Build stage");
    case Step::PushImage:
        return Text::tr("Push the image");
    case Step::CreateRelease:
        return Text::tr("Create the release");
    case Step::AcquireLeases:
        return Text::tr("Acquire leases");
    case Step::AcquireLease:
        return Text::tr("Acquire lease");
    case Step::ReleaseCommand:
        return Text::tr("Release command");
    case Step::ReleaseMachinePrepare:
        return Text::tr("Prepare its machine");
    case Step::ReleaseMachineRun:
        return Text::tr("Run the command");
    case Step::UpdateMachine:
        return Text::tr("Update machine");
    case Step::LaunchMachine:
        return Text::tr("Create a new machine");
    case Step::RetireMachine:
        return Text::tr("Replace the old machine");
    case Step::VerifyReality:
        return Text::tr("Look at what runs afterwards");
    case Step::ReleaseLeases:
        return Text::tr("Release leases");
    case Step::CloseRelease:
        return Text::tr("Close the release");
    case Step::DestroyReleaseMachine:
        return Text::tr("Remove the release command's machine");
    }
    return {};
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
    if (span.step == Step::UpdateMachine && !span.lane.isEmpty())
        return Text::tr("Update machine %1").arg(Format::shortId(span.lane));
    return step(span.step);
}

QString Words::stepShort(const SpanState &span)
{
    if (span.segment != Segment::Work)
        return segment(span.segment);
    switch (span.step) {
    case Step::Survey:
        //: Short, inside a bar of the chart: looking at what runs now
        return Text::tr("survey");
    case Step::CheckPlan:
        //: Short, inside a bar of the chart: checking the plan
        return Text::tr("plan");
    case Step::ResolveImage:
        //: Short, inside a bar of the chart: finding the image
        return Text::tr("image");
    case Step::BuildStage:
        return span.title;
    case Step::CreateRelease:
    case Step::CloseRelease:
        //: Short, inside a bar of the chart: the release is created or closed
        return Text::tr("release");
    case Step::AcquireLease:
        //: Short, inside a bar of the chart: a machine's lease is acquired
        return Text::tr("lease");
    case Step::AcquireLeases:
    case Step::ReleaseLeases:
        //: Short, inside a bar of the chart: leases are acquired or released
        return Text::tr("leases");
    case Step::ReleaseMachineRun:
        //: Short, inside a bar of the chart: the release command runs
        return Text::tr("run");
    case Step::ReleaseMachinePrepare:
        //: Short, inside a bar of the chart: the release command's machine is made ready
        return Text::tr("prepare");
    case Step::DestroyReleaseMachine:
        //: Short, inside a bar of the chart: the release command's machine is removed
        return Text::tr("remove");
    case Step::BuildImage:
    case Step::PushImage:
    case Step::ReleaseCommand:
    case Step::UpdateMachine:
    case Step::LaunchMachine:
    case Step::RetireMachine:
    case Step::VerifyReality:
        break;
    }
    return {};
}

QString Words::segment(Segment segment)
{
    switch (segment) {
    case Segment::Work:
        return Text::tr("work");
    case Segment::WaitLease:
        return Text::tr("wait for lease");
    case Segment::WaitBudget:
        return Text::tr("wait for API budget");
    case Segment::WaitTurn:
        return Text::tr("wait for its turn");
    case Segment::Pull:
        return Text::tr("pull");
    case Segment::Start:
        return Text::tr("start");
    case Segment::Grace:
        return Text::tr("grace");
    case Segment::Checks:
        return Text::tr("checks");
    case Segment::Switch:
        return Text::tr("switch");
    case Segment::Drain:
        return Text::tr("drain");
    }
    return {};
}

QString Words::outcome(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Running:
        return Text::tr("running");
    case Outcome::Succeeded:
        return Text::tr("succeeded");
    case Outcome::Failed:
        return Text::tr("failed");
    case Outcome::Cancelled:
        return Text::tr("stopped");
    case Outcome::Skipped:
        return Text::tr("skipped");
    case Outcome::Interrupted:
        return Text::tr("interrupted");
    case Outcome::Unknown:
        return Text::tr("unknown");
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
        return Text::tr("waiting");
    case Status::Warning:
        return Text::tr("warning");
    case Status::Failed:
        return outcome(Outcome::Failed);
    case Status::RolledBack:
        return Text::tr("rolled back");
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
        return Text::tr("%1 holds the lease until %2")
            .arg(argument(args, 0), localTime(argument(args, 1)));
    case Note::BudgetWait:
        return Text::tr("Waits %1 for the API budget")
            .arg(Format::duration(std::chrono::milliseconds(argument(args, 0).toLongLong())));
    case Note::ChecksPassing:
        return Text::tr("%1 of %2 health checks pass").arg(argument(args, 0), argument(args, 1));
    case Note::CheckOutput:
        return Text::tr("Health check %1 says: %2").arg(argument(args, 0), argument(args, 1));
    case Note::MachineState:
        return Text::tr("The machine is %1")
            .arg(machineState(machineStateFromWire(argument(args, 0)), argument(args, 0)));
    case Note::RetryingCall: {
        const auto kind = errorKindFromName(argument(args, 0));
        return Text::tr("Tried again after: %1")
            .arg(kind ? accountError(Error{*kind, {}, 0, {}, {}, {}}) : argument(args, 0));
    }
    case Note::MachineExited:
        return exitNote(args);
    case Note::ReleaseMachine:
        return Text::tr("The command runs on machine %1").arg(argument(args, 0));
    case Note::Adopted:
        return Text::tr("Found and taken over: %1").arg(argument(args, 0));
    case Note::CreatedMachine:
        return Text::tr("It is machine %1").arg(argument(args, 0));
    case Note::NoRoom:
        return Text::tr("Its server has no room for the new version: another machine takes its "
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
        return Text::tr("reused %1").arg(Format::shortImage(argument(args, 0)));
    case PlanReason::AlreadyRight:
        return Text::tr("already right");
    case PlanReason::ReleaseCommandDone:
        return argument(args, 0).isEmpty()
            ? Text::tr("succeeded before")
            : Text::tr("succeeded on %1").arg(localDateTime(argument(args, 0)));
    case PlanReason::NoReleaseCommand:
        return Text::tr("there is none");
    case PlanReason::KeptStopped:
        return Text::tr("stays %1")
            .arg(machineState(machineStateFromWire(argument(args, 0)), argument(args, 0)));
    case PlanReason::ReleaseRecorded:
        return Text::tr("goes on with v%1").arg(argument(args, 0));
    case PlanReason::HostUnreachable:
        return Text::tr("its server cannot be reached");
    case PlanReason::LabelsOnly:
        return Text::tr("only labels differ");
    case PlanReason::ReleaseCommandUnknown:
        return Text::tr("not known whether it ended");
    case PlanReason::GroupRemoved:
        return Text::tr("the configuration has no such process group");
    case PlanReason::GroupAdded:
        return Text::tr("its process group had no machine");
    case PlanReason::StandbyAdded:
        return Text::tr("it stands by and is not started");
    case PlanReason::MountsChanged:
        return Text::tr("its volume changes (%1)").arg(args.join(QLatin1StringView(", ")));
    case PlanReason::HostNotOk:
        return Text::tr("its server has a problem (%1)").arg(argument(args, 0));
    case PlanReason::LeftOut:
        return Text::tr("left out on request");
    }
    return {};
}

QString Words::machineState(MachineState state, const QString &raw)
{
    switch (state) {
    case MachineState::Created:
        return Text::tr("created", "machine");
    case MachineState::Creating:
        return Text::tr("being created", "machine");
    case MachineState::Starting:
        return Text::tr("starting", "machine");
    case MachineState::Started:
        return Text::tr("started", "machine");
    case MachineState::Stopping:
        return Text::tr("stopping", "machine");
    case MachineState::Stopped:
        return Text::tr("stopped", "machine");
    case MachineState::Restarting:
        return Text::tr("restarting", "machine");
    case MachineState::Suspending:
        return Text::tr("being suspended", "machine");
    case MachineState::Suspended:
        return Text::tr("suspended", "machine");
    case MachineState::Updating:
        return Text::tr("being updated", "machine");
    case MachineState::Replacing:
        return Text::tr("being replaced", "machine");
    case MachineState::Replaced:
        return Text::tr("replaced", "machine");
    case MachineState::Migrated:
        return Text::tr("moved to another host", "machine");
    case MachineState::LaunchFailed:
        return Text::tr("not launched", "machine");
    case MachineState::Failed:
        return Text::tr("failed", "machine");
    case MachineState::Destroying:
        return Text::tr("being destroyed", "machine");
    case MachineState::Destroyed:
        return Text::tr("destroyed", "machine");
    case MachineState::Unknown:
        break;
    }
    return raw.isEmpty() ? Text::tr("in an unknown state", "machine") : raw;
}

QString Words::fleetState(FleetState state)
{
    switch (state) {
    case FleetState::Healthy:
        return Text::tr("healthy");
    case FleetState::Running:
        //: An app on which a deployment runs, or a machine that is changing
        return Text::tr("in progress");
    case FleetState::Waiting:
        return status(Status::Waiting);
    case FleetState::Degraded:
        return Text::tr("degraded");
    case FleetState::Failed:
        return Text::tr("failed", "app or machine");
    case FleetState::RolledBack:
        return Text::tr("rolled back", "app or machine");
    case FleetState::Unknown:
        break;
    }
    return Text::tr("unknown", "app or machine");
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
        return Status::Warning;
    case FleetState::Failed:
        return Status::Failed;
    case FleetState::RolledBack:
        return Status::RolledBack;
    case FleetState::Unknown:
        break;
    }
    return Status::Unknown;
}

Status statusOf(const SpanState &span)
{
    const bool undisturbed = span.outcome == Outcome::Running || span.outcome == Outcome::Succeeded;
    if (isWaiting(span.segment) && undisturbed)
        return Status::Waiting;
    return statusOf(span.outcome);
}
