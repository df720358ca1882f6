#include "deploy/causes.h"

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> because(Error::Kind kind, const QString &code, const QString &detail)
{
    return failure(Error{kind, detail, 0, {}, {}, code});
}

tl::unexpected<Error> ofMachine(
    Error::Kind kind, const QString &word, const MachineId &machine, const QString &what)
{
    return because(
        kind, u"%1 %2"_s.arg(word, machine.value), u"machine %1 %2"_s.arg(machine.value, what));
}

tl::unexpected<Error> exited(
    const QString &word, const MachineId &machine, const QString &what, int exitCode)
{
    const QString number = QString::number(exitCode);
    return because(Error::Kind::Process,
        u"%1 %2 %3"_s.arg(word, machine.value, number),
        u"machine %1 %2 %3"_s.arg(machine.value, what, number));
}

} // namespace

tl::unexpected<Error> Cause::machineDestroyed(const MachineId &machine)
{
    return ofMachine(Error::Kind::NotFound,
        u"machine-destroyed"_s,
        machine,
        u"was destroyed by somebody else"_s);
}

tl::unexpected<Error> Cause::machineChanged(const MachineId &machine)
{
    return ofMachine(Error::Kind::Precondition,
        u"machine-changed"_s,
        machine,
        u"was changed by somebody else"_s);
}

tl::unexpected<Error> Cause::machineExited(const MachineId &machine, int exitCode)
{
    return exited(u"machine-exited"_s, machine, u"exited with code"_s, exitCode);
}

tl::unexpected<Error> Cause::machineCrashLoop(const MachineId &machine, int exitCode)
{
    return exited(
        u"machine-crash-loop"_s, machine, u"crashes again and again, last with code"_s, exitCode);
}

tl::unexpected<Error> Cause::machineNotStarted(const MachineId &machine)
{
    return ofMachine(
        Error::Kind::Process, u"machine-not-started"_s, machine, u"could not be started"_s);
}

tl::unexpected<Error> Cause::machineStaysStopped(const MachineId &machine)
{
    return ofMachine(Error::Kind::Timeout,
        u"machine-stays-stopped"_s,
        machine,
        u"was started and stays stopped"_s);
}

tl::unexpected<Error> Cause::releaseNotPrepared()
{
    return because(Error::Kind::Timeout,
        u"release-not-prepared"_s,
        u"the image was not prepared in time on the release machine"_s);
}

tl::unexpected<Error> Cause::releaseTimedOut()
{
    return because(Error::Kind::Timeout,
        u"release-timed-out"_s,
        u"the release command took longer than its limit"_s);
}

tl::unexpected<Error> Cause::releaseStopped()
{
    return because(Error::Kind::Process,
        u"release-stopped"_s,
        u"the release command was stopped before its end"_s);
}

tl::unexpected<Error> Cause::releaseExited(int exitCode)
{
    const QString number = QString::number(exitCode);
    return because(Error::Kind::Process,
        u"release-exited %1"_s.arg(number),
        u"the release command exited with code %1"_s.arg(number));
}

tl::unexpected<Error> Cause::releaseEndUnknown()
{
    return because(Error::Kind::Process,
        u"release-end-unknown"_s,
        u"how the release command ended cannot be read"_s);
}

tl::unexpected<Error> Cause::otherReleaseRuns(const MachineId &machine)
{
    return because(Error::Kind::Conflict,
        u"other-release-runs %1"_s.arg(machine.value),
        u"another release command runs on machine %1"_s.arg(machine.value));
}

tl::unexpected<Error> Cause::noMachines()
{
    return because(Error::Kind::Precondition,
        u"no-machines"_s,
        u"the app has no machines of its own to update"_s);
}

tl::unexpected<Error> Cause::noImageRecorded()
{
    return because(Error::Kind::Precondition,
        u"no-image-recorded"_s,
        u"the recorded attempt ended before it had an image: deploy one by its reference"_s);
}

tl::unexpected<Error> Cause::nothingToRetry()
{
    return because(Error::Kind::Precondition,
        u"nothing-to-retry"_s,
        u"no failed deployment is known to retry"_s);
}

tl::unexpected<Error> Cause::nothingToReturnTo()
{
    return because(Error::Kind::Precondition,
        u"nothing-to-return-to"_s,
        u"no earlier release is known to return to"_s);
}

tl::unexpected<Error> Cause::noImage()
{
    return because(Error::Kind::Precondition,
        u"no-image"_s,
        u"the app runs no image that could be deployed"_s);
}

tl::unexpected<Error> Cause::imageMissing(const QString &reference)
{
    return because(Error::Kind::NotFound,
        u"image-missing %1"_s.arg(reference),
        u"the registry does not have %1"_s.arg(reference));
}

tl::unexpected<Error> Cause::nothingToResume()
{
    return because(Error::Kind::Precondition,
        u"nothing-to-resume"_s,
        u"there is no interrupted deployment to resume"_s);
}

tl::unexpected<Error> Cause::noSuchRelease(int version)
{
    const QString number = QString::number(version);
    return because(Error::Kind::NotFound,
        u"no-such-release %1"_s.arg(number),
        u"the platform does not list a release v%1 of the app"_s.arg(number));
}

tl::unexpected<Error> Cause::releaseNeverServed(int version)
{
    const QString number = QString::number(version);
    return because(Error::Kind::Precondition,
        u"release-never-served %1"_s.arg(number),
        u"release v%1 was never completed: there is nothing to return to"_s.arg(number));
}

tl::unexpected<Error> Cause::volumeMissing(
    const QString &name, const QString &region, const QString &forWhat)
{
    return because(Error::Kind::Precondition,
        u"volume-missing %1 %2 %3"_s.arg(name, region, forWhat),
        u"no free volume \"%1\" in %2 for %3"_s.arg(name, region, forWhat));
}

tl::unexpected<Error> Cause::volumeUnreachable(const MachineId &machine, const QString &name)
{
    return because(Error::Kind::Precondition,
        u"volume-unreachable %1 %2"_s.arg(machine.value, name),
        u"the host of machine %1 has a problem, and its volume \"%2\" is there: it cannot be replaced"_s
            .arg(machine.value, name));
}

tl::unexpected<Error> Cause::noRoomForVolume(const MachineId &machine)
{
    return ofMachine(Error::Kind::Rejected,
        u"no-room-for-volume"_s,
        machine,
        u"has no room on its host, and its volume is there: it cannot be replaced"_s);
}

tl::unexpected<Error> Cause::destroyNotConfirmed(int machines)
{
    const QString number = QString::number(machines);
    return because(Error::Kind::Precondition,
        u"destroy-not-confirmed %1"_s.arg(number),
        u"the plan destroys %1 machines, and nobody has said that this is meant"_s.arg(number));
}

tl::unexpected<Error> Cause::noQuestion()
{
    return because(
        Error::Kind::Precondition, u"no-question"_s, u"the deployment waits for no answer"_s);
}

tl::unexpected<Error> Cause::strategyWithVolumes(const QString &strategy)
{
    return because(Error::Kind::Precondition,
        u"strategy-with-volumes %1"_s.arg(strategy),
        u"machines with volumes cannot be deployed by the strategy %1: use rolling"_s.arg(
            strategy));
}

tl::unexpected<Error> Cause::blueGreenRefused()
{
    return because(Error::Kind::Precondition,
        u"bluegreen-refused"_s,
        u"the platform does not offer bluegreen deploys for this app"_s);
}

tl::unexpected<Error> Cause::blueGreenMixed()
{
    return because(Error::Kind::Precondition,
        u"bluegreen-mixed"_s,
        u"bluegreen needs all machines on one image, and they run different ones: use rolling"_s);
}

tl::unexpected<Error> Cause::blueGreenUnchecked()
{
    return because(Error::Kind::Precondition,
        u"bluegreen-unchecked"_s,
        u"bluegreen needs a health check: nothing would tell when the new machines are ready"_s);
}

tl::unexpected<Error> Cause::imageReverted(const Machine &machine)
{
    return ofMachine(Error::Kind::Process,
        u"image-reverted"_s,
        machine.id,
        u"runs the old image again, %1: the platform could not start the new one"_s.arg(
            machine.image.reference()));
}

tl::unexpected<Error> Cause::stackNoServices(const QString &stack)
{
    return because(Error::Kind::Precondition,
        u"stack-no-services %1"_s.arg(stack),
        u"the stack %1 has no service to deploy"_s.arg(stack));
}

tl::unexpected<Error> Cause::stackNotReached(const QStringList &servers)
{
    return because(Error::Kind::Offline,
        u"stack-not-reached %1"_s.arg(servers.join(u' ')),
        u"none of the servers can be reached: %1"_s.arg(servers.join(u", "_s)));
}

tl::unexpected<Error> Cause::stackBadVersion(const QString &version)
{
    return because(Error::Kind::InvalidInput,
        u"stack-bad-version"_s,
        u"%1 is no version that an image can have"_s.arg(version));
}

tl::unexpected<Error> Cause::stackNoCommit()
{
    return because(
        Error::Kind::Precondition, u"stack-no-commit"_s, u"no commit is named to check out"_s);
}

tl::unexpected<Error> Cause::stackNoClone(const QString &server, const QString &directory)
{
    return because(Error::Kind::Precondition,
        u"stack-no-clone %1 %2"_s.arg(server, directory),
        u"%1 on %2 is no clone of a repository"_s.arg(directory, server));
}

tl::unexpected<Error> Cause::stackImageCpu(const QString &reference, const QString &cpu)
{
    return because(Error::Kind::Precondition,
        u"stack-image-cpu %1 %2"_s.arg(reference, cpu),
        u"the image %1 is not made for %2"_s.arg(reference, cpu));
}

tl::unexpected<Error> Cause::stackDiskFull(const QString &server, qint64 needed, qint64 free)
{
    return because(Error::Kind::StorageFull,
        u"stack-disk-full %1 %2 %3"_s.arg(server, QString::number(needed), QString::number(free)),
        u"%1 has %2 bytes free, and the images may take %3"_s.arg(
            server, QString::number(free), QString::number(needed)));
}

tl::unexpected<Error> Cause::stackOtherProject(
    const QString &server, const QString &there, const QString &wanted)
{
    return because(Error::Kind::Precondition,
        u"stack-other-project %1 %2 %3"_s.arg(server, there, wanted),
        u"on %1 the project is called %2, and would be deployed as %3"_s.arg(
            server, there, wanted));
}

tl::unexpected<Error> Cause::stackBackupSpace(const QString &server, qint64 needed, qint64 free)
{
    return because(Error::Kind::StorageFull,
        u"stack-backup-space %1 %2 %3"_s.arg(
            server, QString::number(needed), QString::number(free)),
        u"%1 has %2 bytes free, and the backup may take %3"_s.arg(
            server, QString::number(free), QString::number(needed)));
}

tl::unexpected<Error> Cause::stackNotLinked(const QString &stack)
{
    return because(Error::Kind::NotFound,
        u"stack-not-linked %1"_s.arg(stack),
        u"no folder is linked to the stack %1"_s.arg(stack));
}

tl::unexpected<Error> Cause::stackOtherName(const QString &wanted, const QString &name)
{
    return because(Error::Kind::Precondition,
        u"stack-other-name %1 %2"_s.arg(wanted, name),
        u"the folder linked to %1 is that of the stack %2"_s.arg(wanted, name));
}

tl::unexpected<Error> Cause::stackUntrusted(const QString &hash, bool hasChanged)
{
    return because(Error::Kind::Precondition,
        u"stack-untrusted %1 %2"_s.arg(hash, hasChanged ? u"changed"_s : u"never"_s),
        u"nobody has said that what these files run is trusted: %1"_s.arg(hash));
}

tl::unexpected<Error> Cause::stackDocker(const QString &server, const QString &state)
{
    return because(Error::Kind::Precondition,
        u"stack-docker %1 %2"_s.arg(server, state),
        u"docker or docker compose cannot be used on %1: %2"_s.arg(server, state));
}

tl::unexpected<Error> Cause::stackUnfinished(const QString &server, const QString &owner)
{
    return because(Error::Kind::Conflict,
        u"stack-unfinished %1 %2"_s.arg(server, owner),
        u"on %1 a run of %2 has not come to its end"_s.arg(server, owner));
}

tl::unexpected<Error> Cause::stackHeld(const QString &server, const QString &owner)
{
    return because(Error::Kind::Conflict,
        u"stack-held %1 %2"_s.arg(server, owner),
        u"on %1 the stack is being deployed by %2"_s.arg(server, owner));
}

tl::unexpected<Error> Cause::stackFilesChanged()
{
    return because(Error::Kind::Precondition,
        u"stack-files-changed"_s,
        u"the files of the project changed since the plan was made"_s);
}

tl::unexpected<Error> Cause::stackRunGone(const QString &server)
{
    return because(Error::Kind::NotFound,
        u"stack-run-gone %1"_s.arg(server),
        u"%1 knows nothing of this run any more"_s.arg(server));
}

tl::unexpected<Error> Cause::stackLinkLost(const QString &server)
{
    return because(Error::Kind::Offline,
        u"stack-link-lost %1"_s.arg(server),
        u"the connection to %1 was lost and did not come back"_s.arg(server));
}

tl::unexpected<Error> Cause::stackStep(const QString &why, const QString &what)
{
    return because(Error::Kind::Process,
        u"stack-step %1 %2"_s.arg(why, what),
        what.isEmpty() ? u"the step ended wrong: %1"_s.arg(why)
                       : u"the step ended wrong: %1 (%2)"_s.arg(why, what));
}

tl::unexpected<Error> Cause::stackNoBackup(const QString &stack)
{
    return because(Error::Kind::Precondition,
        u"stack-no-backup %1"_s.arg(stack),
        u"atalaya.toml of the stack %1 names no backup"_s.arg(stack));
}

tl::unexpected<Error> Cause::stackReadOnly(const QString &server)
{
    return because(Error::Kind::Forbidden,
        u"stack-read-only %1"_s.arg(server),
        u"the server %1 is switched to read-only"_s.arg(server));
}

tl::unexpected<Error> Cause::stackNotShipped(const QString &stack)
{
    return because(Error::Kind::Precondition,
        u"stack-not-shipped %1"_s.arg(stack),
        u"this is not the atalaya.toml of %1 that came with the practice server"_s.arg(stack));
}
