#include "models/wordsstack.h"

#include "models/format.h"
#include "models/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

struct StackText
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString stackNames(const QStringList &names)
{
    return names.join(QLatin1StringView(", "));
}

QString stackWhen(const QString &iso)
{
    const QDateTime at = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return at.isValid() ? Format::dateTime(at) : iso;
}

QString redeployWord(const QString &word)
{
    const std::optional<StackRedeploy> redeploy = stackRedeployFromName(word);
    return redeploy ? Words::redeploy(*redeploy) : word;
}

// Of the step with its lane: on several servers each is named.
QString stackPlaceOf(const PlannedStep &step, const DeployPlan &plan)
{
    const QString server = serverOfLane(step.lane);
    return plan.stack->servers.size() > 1 ? server : QString();
}

QString doneStackStep(const PlannedStep &step)
{
    const QString service = serviceOfLane(step.lane);
    switch (step.step) {
    case Step::BackUp:
        return StackText::tr("Back up %1").arg(step.detail);
    case Step::VerifyBackup:
        return StackText::tr("Verify the backup of %1").arg(step.detail);
    case Step::CheckOutCommit:
        return StackText::tr("Check out commit %1").arg(Format::shortId(step.detail));
    case Step::PullImage:
        return StackText::tr("Pull %1 for %2").arg(Format::shortImage(step.detail), service);
    case Step::ReleaseCommand:
        return StackText::tr("Run %1 in a container of %2").arg(step.detail, service);
    case Step::UpdateService:
        return StackText::tr("Recreate %1").arg(service);
    case Step::VerifyHealth:
        return StackText::tr("Wait until %1 is healthy").arg(step.detail);
    case Step::SmokeTest:
        return StackText::tr("Try %1").arg(step.detail);
    case Step::DataCheck:
        return StackText::tr("Count %1").arg(step.detail);
    case Step::RestoreDatabase:
        return StackText::tr("Restore %1 from its backup").arg(step.detail);
    default:
        return Words::step(step.step);
    }
}

QString skippedStackStep(const PlannedStep &step)
{
    const QString why = Words::reason(step.reason, step.reasonArgs);
    const QString service = serviceOfLane(step.lane);
    if (step.step == Step::UpdateService)
        return StackText::tr("Leave %1: %2", "a service and why").arg(service, why);
    if (step.step == Step::PullImage)
        return StackText::tr("Pull nothing for %1: %2").arg(service, why);
    return StackText::tr("%1: %2", "a step and why it is skipped").arg(Words::step(step.step), why);
}

} // namespace

QString Words::stackStep(Step step)
{
    switch (step) {
    case Step::CheckTools:
        return StackText::tr("Look for the tools");
    case Step::LogIn:
        return StackText::tr("Log in to the image registry");
    case Step::BackUp:
        return StackText::tr("Back up");
    case Step::VerifyBackup:
        return StackText::tr("Verify the backup");
    case Step::UploadFiles:
        return StackText::tr("Upload the files");
    case Step::CheckOutCommit:
        return StackText::tr("Check out the commit");
    case Step::CheckConfiguration:
        return StackText::tr("Check the configuration");
    case Step::PullImage:
        return StackText::tr("Pull the image");
    case Step::SettleContainers:
        return StackText::tr("Clear what an interrupted update left");
    case Step::UpdateService:
        return StackText::tr("Recreate the service");
    case Step::WatchAddress:
        return StackText::tr("Watch from this computer");
    case Step::VerifyHealth:
        return StackText::tr("Wait until it is healthy");
    case Step::SmokeTest:
        return StackText::tr("Smoke test");
    case Step::DataCheck:
        return StackText::tr("Count the data");
    case Step::PruneImages:
        return StackText::tr("Remove old images");
    case Step::ReturnFiles:
        return StackText::tr("Put the files back");
    case Step::ReturnImage:
        return StackText::tr("Return to the image before");
    case Step::StopService:
        return StackText::tr("Stop what uses the database");
    case Step::RestoreDatabase:
        return StackText::tr("Restore the database");
    default:
        return {};
    }
}

QString Words::stackStepShort(Step step)
{
    switch (step) {
    case Step::CheckTools:
        //: Short, inside a bar of the chart: looking for the tools on the server
        return StackText::tr("tools");
    case Step::LogIn:
        //: Short, inside a bar of the chart: logging in to an image registry
        return StackText::tr("log in");
    case Step::BackUp:
        //: Short, inside a bar of the chart: a backup is made
        return StackText::tr("back up");
    case Step::VerifyBackup:
        //: Short, inside a bar of the chart: a backup is verified
        return StackText::tr("verify", "a backup");
    case Step::UploadFiles:
    case Step::ReturnFiles:
        //: Short, inside a bar of the chart: files are uploaded or put back
        return StackText::tr("files");
    case Step::CheckOutCommit:
        //: Short, inside a bar of the chart: a commit is checked out
        return StackText::tr("check out");
    case Step::CheckConfiguration:
        //: Short, inside a bar of the chart: the configuration is checked
        return StackText::tr("config");
    case Step::SettleContainers:
        //: Short, inside a bar of the chart: what an interrupted update left is cleared
        return StackText::tr("clear");
    case Step::WatchAddress:
        //: Short, inside a bar of the chart: an address is watched, and answers
        return StackText::tr("answers");
    case Step::VerifyHealth:
        //: Short, inside a bar of the chart: waiting until a service is healthy
        return StackText::tr("health");
    case Step::SmokeTest:
        //: Short, inside a bar of the chart: a smoke test
        return StackText::tr("smoke");
    case Step::DataCheck:
        //: Short, inside a bar of the chart: rows are counted
        return StackText::tr("count");
    case Step::PruneImages:
        //: Short, inside a bar of the chart: old images are removed
        return StackText::tr("prune");
    case Step::StopService:
        //: Short, inside a bar of the chart: services are stopped
        return StackText::tr("stop");
    case Step::RestoreDatabase:
        //: Short, inside a bar of the chart: a database is restored
        return StackText::tr("restore");
    case Step::PullImage:
    case Step::ReturnImage:
        return segment(Segment::Pull);
    default:
        return {};
    }
}

QString Words::stackReason(PlanReason reason, const QStringList &args)
{
    switch (reason) {
    case PlanReason::BackupMade:
        return StackText::tr("made on %1 by an earlier attempt").arg(stackWhen(args.value(0)));
    case PlanReason::FilesRight:
        return StackText::tr("those on the server are the same");
    case PlanReason::NoNewImage:
        return StackText::tr("no new image is wanted");
    case PlanReason::NothingToMigrate:
        return StackText::tr("nothing to migrate since the last time");
    case PlanReason::NotAsked:
        return StackText::tr("not a part of “%1”", "a kind of redeploy")
            .arg(redeployWord(args.value(0)));
    case PlanReason::ImageChanges:
        return StackText::tr("another image");
    case PlanReason::EnvironmentChanges:
        return StackText::tr("other variables");
    case PlanReason::ConfigurationChanges:
        return StackText::tr("the compose files say something else of it");
    case PlanReason::NotRunning:
        return StackText::tr("it does not run");
    case PlanReason::Unhealthy:
        return StackText::tr("it is not healthy");
    case PlanReason::OnRequest:
        return StackText::tr("on request");
    default:
        return {};
    }
}

QString Words::stackNotice(const PlanNotice &notice)
{
    const QStringList &args = notice.args;
    const QString first = args.value(0);
    switch (notice.warning) {
    case PlanWarning::ServerNotReached:
        return StackText::tr("Not reached, and left as they are: %1.").arg(stackNames(args));
    case PlanWarning::StackLocked:
        return args.value(1) == QLatin1StringView("?")
            ? StackText::tr("Somebody deploys this stack on %1 now.").arg(first)
            : StackText::tr("Somebody deploys this stack on %1 now: %2.").arg(first, args.value(1));
    case PlanWarning::DeployFrozen:
        return first.isEmpty()
            ? StackText::tr("Nothing should be deployed until %1.").arg(stackWhen(args.value(1)))
            : StackText::tr("Nothing should be deployed until %2: %1.")
                  .arg(first, stackWhen(args.value(1)));
    case PlanWarning::NoBackupBefore:
        return StackText::tr(
            "The migration runs without a backup: what it breaks cannot be brought back.");
    case PlanWarning::NoWayBack:
        return StackText::tr("What runs now on %1 has no digest: there is no way back to it.")
            .arg(stackNames(args));
    case PlanWarning::DataLost:
        return StackText::tr(
            "The database goes back to %1: what was written since then is only in the emergency "
            "backup.")
            .arg(stackWhen(first));
    case PlanWarning::MigrationUnsure:
        return StackText::tr("Nobody can tell whether there is something to migrate: the backup is "
                             "made and the migration runs.");
    case PlanWarning::RestoreAsked:
        return first.isEmpty()
            ? StackText::tr("If it fails after the migration, the database stays as it is until "
                            "you say otherwise.")
            : StackText::tr("The database has been migrated since %1. It stays as it is, unless "
                            "you restore it, too.")
                  .arg(first);
    case PlanWarning::NotPartOfDeploy:
        return StackText::tr("These services differ from the files and are left as they are: %1.")
            .arg(stackNames(args));
    default:
        return {};
    }
}

QString Words::stackPlannedStep(const PlannedStep &step, const DeployPlan &plan)
{
    const QString text = step.skipped ? skippedStackStep(step) : doneStackStep(step);
    const QString place = stackPlaceOf(step, plan);
    return place.isEmpty()
        ? text
        : StackText::tr("%1 — %2", "a server, and what is done there").arg(place, text);
}

QString Words::stackRisk(PlanRisk risk, const DeployPlan &plan)
{
    QStringList interrupted;
    for (const StackServerPlan &server : plan.stack->servers) {
        for (const PlannedService &service : server.services) {
            if (service.action == PlannedService::Action::Recreate
                && !interrupted.contains(service.service))
                interrupted.append(service.service);
        }
    }
    switch (risk) {
    case PlanRisk::None:
        return StackText::tr("No interruption: nothing that runs is recreated.");
    case PlanRisk::Brief:
        return StackText::tr("A brief interruption while these are recreated: %1.")
            .arg(stackNames(interrupted));
    case PlanRisk::Downtime:
        return StackText::tr("These are down while they are recreated, one after another: %1.")
            .arg(stackNames(interrupted));
    }
    return {};
}

QString Words::stackCause(const QStringList &code)
{
    const QString word = code.value(0);
    const QString first = code.value(1);
    if (word == QLatin1StringView("stack-no-services"))
        return StackText::tr("The stack %1 has no service to deploy.").arg(first);
    if (word == QLatin1StringView("stack-not-reached"))
        return StackText::tr("None of its servers can be reached: %1.")
            .arg(stackNames(code.mid(1)));
    if (word == QLatin1StringView("stack-bad-version"))
        return StackText::tr("This is no version that an image can have: letters, digits and . _ - "
                             "are allowed.");
    if (word == QLatin1StringView("stack-no-commit"))
        return StackText::tr("No commit is named to check out.");
    if (word == QLatin1StringView("stack-no-clone"))
        return StackText::tr("On %1, %2 is no clone of the project's repository: clone it there "
                             "once. From then on each deploy fetches and checks out.")
            .arg(first, code.mid(2).join(QLatin1Char(' ')));
    if (word == QLatin1StringView("stack-other-project"))
        return StackText::tr("On %1 this stack runs as the project “%2”, and would be deployed "
                             "beside it as “%3”. Write project = \"%2\" into atalaya.toml.")
            .arg(first, code.value(2), code.value(3));
    if (word == QLatin1StringView("stack-image-cpu"))
        return StackText::tr("The image %1 is not made for the processor of the server (%2).")
            .arg(first, code.value(2));
    if (word == QLatin1StringView("stack-backup-space"))
        return StackText::tr("%1 has %2 free, and the backup with its verification may take %3. "
                             "Make room, or verify it in another way.")
            .arg(first,
                QLocale().formattedDataSize(code.value(3).toLongLong()),
                QLocale().formattedDataSize(code.value(2).toLongLong()));
    if (word == QLatin1StringView("stack-disk-full"))
        return StackText::tr("%1 has %2 free, and pulling the images may take %3. Remove old "
                             "images, or make room.")
            .arg(first,
                QLocale().formattedDataSize(code.value(3).toLongLong()),
                QLocale().formattedDataSize(code.value(2).toLongLong()));
    return {};
}

QString Words::serviceAction(const PlannedService &service)
{
    const QString why = reason(service.why, service.whyArgs);
    switch (service.action) {
    case PlannedService::Action::Nothing:
        return StackText::tr("already right, not touched");
    case PlannedService::Action::Recreate:
        return StackText::tr("recreated: %1", "a service, and why").arg(why);
    case PlannedService::Action::Create:
        return service.runsOnce ? StackText::tr("run once")
                                : StackText::tr("started: there is no container yet");
    case PlannedService::Action::LeftAlone:
        return StackText::tr("not a part of this deploy");
    }
    return {};
}

QString Words::expectedDowntime(const PlannedService &service)
{
    switch (service.downtimeFrom) {
    case PlannedService::DowntimeFrom::None:
        return StackText::tr("none", "downtime");
    case PlannedService::DowntimeFrom::Past:
        return StackText::tr("usually %1, at most %2 so far")
            .arg(Format::duration(service.downtime), Format::duration(service.downtimeAtMost));
    case PlannedService::DowntimeFrom::HealthCheck:
        return StackText::tr("about %1, at most %2 by its health check")
            .arg(Format::duration(service.downtime), Format::duration(service.downtimeAtMost));
    case PlannedService::DowntimeFrom::Unknown:
        return StackText::tr("not known: it has no health check");
    }
    return {};
}

QString Words::redeploy(StackRedeploy redeploy)
{
    switch (redeploy) {
    case StackRedeploy::Everything:
        return StackText::tr("First deploy");
    case StackRedeploy::Code:
        return StackText::tr("Code only");
    case StackRedeploy::Database:
        return StackText::tr("Code and database");
    case StackRedeploy::Environment:
        return StackText::tr("Variables only");
    case StackRedeploy::EarlierVersion:
        return StackText::tr("Earlier version");
    }
    return {};
}

QString Words::redeployDoes(const RedeployOffer &offer)
{
    switch (offer.redeploy) {
    case StackRedeploy::Everything:
        return StackText::tr(
            "Uploads the files, pulls all images, migrates and starts everything.");
    case StackRedeploy::Code:
        return StackText::tr("Pulls what is new and recreates it; the database is not touched.");
    case StackRedeploy::Database:
        return offer.backsUp
            ? StackText::tr("Backs up, pulls, migrates, recreates and counts the data.")
            : StackText::tr("Pulls, migrates, recreates and counts the data; there is no backup.");
    case StackRedeploy::Environment:
        return StackText::tr("Uploads the variables and recreates what uses them.");
    case StackRedeploy::EarlierVersion:
        return StackText::tr("Returns to the images of that version.");
    }
    return {};
}

QString Words::redeployReason(RedeployReason reason, const QStringList &args)
{
    const QString names = stackNames(args);
    switch (reason) {
    case RedeployReason::FirstDeploy:
        return StackText::tr("Nothing of this stack runs yet.");
    case RedeployReason::ImagesChange:
        return StackText::tr("Another image: %1.").arg(names);
    case RedeployReason::EnvironmentChanges:
        return StackText::tr("Other variables: %1.").arg(names);
    case RedeployReason::ConfigurationChanges:
        return StackText::tr("Changed in the compose files: %1.").arg(names);
    case RedeployReason::MigrationFilesChange:
        return StackText::tr("There are other migrations than the last time.");
    case RedeployReason::MigrationFilesSame:
        return StackText::tr("The migrations are the same as the last time.");
    case RedeployReason::MigrationUnsure:
        return StackText::tr("Nobody can tell whether there is something to migrate.");
    case RedeployReason::NoMigration:
        return StackText::tr("atalaya.toml names no migration.");
    case RedeployReason::NothingChanged:
        return StackText::tr("Nothing has changed.");
    case RedeployReason::ImagesWouldStay:
        return StackText::tr("These have new images, which would not be deployed: %1.").arg(names);
    case RedeployReason::MigrationWouldStay:
        return StackText::tr("The migration would not run.");
    case RedeployReason::EarlierVersion:
        return StackText::tr("%1 was deployed on %2.").arg(args.value(0), stackWhen(args.value(1)));
    case RedeployReason::NoEarlierVersion:
        return StackText::tr("No other version is known that was deployed from here.");
    }
    return {};
}

QString Words::trust(const TrustState &state)
{
    switch (state.is) {
    case TrustState::Is::Trusted:
        return StackText::tr("Trusted since %1.").arg(Format::dateTime(state.trustedAt));
    case TrustState::Is::NeverSeen:
        return StackText::tr(
            "Nobody has looked at this project yet. These are the commands that it would run.");
    case TrustState::Is::Changed:
        return state.changes.isEmpty()
            ? StackText::tr("It has changed since %1, but it runs the same commands.")
                  .arg(Format::dateTime(state.trustedAt))
            : StackText::tr("It would run other commands than on %1, when it was trusted.")
                  .arg(Format::dateTime(state.trustedAt));
    }
    return {};
}

QString Words::commandChange(const StackCommandChange &change)
{
    switch (change.kind) {
    case StackCommandChange::Kind::Added:
        return StackText::tr("new: %1", "a command").arg(change.after);
    case StackCommandChange::Kind::Removed:
        return StackText::tr("not run any more: %1").arg(change.before);
    case StackCommandChange::Kind::Changed:
        return StackText::tr("%1 becomes %2", "a value and another")
            .arg(change.before, change.after);
    }
    return {};
}
