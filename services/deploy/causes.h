#pragma once

#include "core/result.h"
#include "types/ids.h"
#include "types/machine.h"

#include <QStringList>

// Why this program itself gave up. Error::code carries a stable word and what it is about, divided
// by blanks; models/ has a sentence for each in the user's language. `detail` says it in English.
namespace Cause {
tl::unexpected<Error> machineDestroyed(const MachineId &machine); // by somebody else
tl::unexpected<Error> machineChanged(const MachineId &machine); // by somebody else
tl::unexpected<Error> machineExited(const MachineId &machine, int exitCode);
tl::unexpected<Error> machineCrashLoop(const MachineId &machine, int exitCode);
tl::unexpected<Error> machineNotStarted(const MachineId &machine);
tl::unexpected<Error> machineStaysStopped(const MachineId &machine);
tl::unexpected<Error> releaseNotPrepared();
tl::unexpected<Error> releaseTimedOut();
tl::unexpected<Error> releaseStopped();
tl::unexpected<Error> releaseExited(int exitCode);
tl::unexpected<Error> releaseEndUnknown();
tl::unexpected<Error> otherReleaseRuns(const MachineId &machine);
tl::unexpected<Error> noMachines();
tl::unexpected<Error> noImageRecorded();
tl::unexpected<Error> nothingToRetry();
tl::unexpected<Error> nothingToReturnTo();
tl::unexpected<Error> noImage();
tl::unexpected<Error> imageMissing(const QString &reference);
tl::unexpected<Error> nothingToResume();
tl::unexpected<Error> noSuchRelease(int version);
tl::unexpected<Error> releaseNeverServed(int version);
tl::unexpected<Error> volumeMissing(
    const QString &name, const QString &region, const QString &forWhat); // machine or group
tl::unexpected<Error> volumeUnreachable(const MachineId &machine, const QString &name);
tl::unexpected<Error> noRoomForVolume(const MachineId &machine);
tl::unexpected<Error> destroyNotConfirmed(int machines);
tl::unexpected<Error> noQuestion();
tl::unexpected<Error> strategyWithVolumes(const QString &strategy);
tl::unexpected<Error> blueGreenRefused();
tl::unexpected<Error> blueGreenMixed();
tl::unexpected<Error> blueGreenUnchecked();
tl::unexpected<Error> imageReverted(const Machine &machine);
tl::unexpected<Error> stackNoServices(const QString &stack);
tl::unexpected<Error> stackNotReached(const QStringList &servers);
tl::unexpected<Error> stackBadVersion(const QString &version);
tl::unexpected<Error> stackNoCommit();
tl::unexpected<Error> stackNoClone(const QString &server, const QString &directory);
tl::unexpected<Error> stackOtherProject(
    const QString &server, const QString &there, const QString &wanted);
tl::unexpected<Error> stackImageCpu(const QString &reference, const QString &cpu);
tl::unexpected<Error> stackBackupSpace(const QString &server, qint64 needed, qint64 free);
tl::unexpected<Error> stackNotLinked(const QString &stack);
tl::unexpected<Error> stackOtherName(const QString &wanted, const QString &name);
// Nobody has seen what its files run; `hash`: of what is to be trusted.
tl::unexpected<Error> stackUntrusted(const QString &hash, bool hasChanged);
tl::unexpected<Error> stackDocker(const QString &server, const QString &state);
tl::unexpected<Error> stackUnfinished(const QString &server, const QString &owner);
tl::unexpected<Error> stackHeld(const QString &server, const QString &owner);
tl::unexpected<Error> stackFilesChanged();
tl::unexpected<Error> stackNoBackup(const QString &stack); // is named in its file
tl::unexpected<Error> stackReadOnly(const QString &server);
tl::unexpected<Error> stackNotShipped(const QString &stack); // to the practice server
tl::unexpected<Error> stackRunGone(const QString &server); // its runner kept nothing of it
tl::unexpected<Error> stackLinkLost(const QString &server); // and did not come back
// A step on a server: `why` as the runner has it ("code", "want", …), `what`: its code, or what it
// printed.
tl::unexpected<Error> stackStep(const QString &why, const QString &what);
tl::unexpected<Error> stackDiskFull(const QString &server, qint64 needed, qint64 free);
} // namespace Cause
