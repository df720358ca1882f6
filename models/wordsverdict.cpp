#include "models/format.h"
#include "models/words.h"
#include "models/wordsstack.h"
#include "models/wordsstackrun.h"

#include <QCoreApplication>

namespace {

struct VerdictText
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString newName(int version)
{
    return version > 0 ? QStringLiteral("v%1").arg(version) : VerdictText::tr("the new version");
}

QString oldName(int version)
{
    return version > 0 ? QStringLiteral("v%1").arg(version) : VerdictText::tr("the old version");
}

QString shortIds(const QList<MachineId> &machines)
{
    QStringList ids;
    for (const MachineId &machine : machines)
        ids.append(machine.value);
    return Format::distinctIds(ids).join(QLatin1StringView(", "));
}

// The run gave up because it saw nothing any more: that says nothing of the machines.
bool lostSight(const Verdict &verdict)
{
    static const QStringList eyes{QStringLiteral("rate-limited"),
        QStringLiteral("offline"),
        QStringLiteral("unavailable"),
        QStringLiteral("unauthorised")};
    return verdict.reported == Reported::Failed && eyes.contains(verdict.reportedBecause);
}

// Empty: an ordinary failure.
QString doneAfterAll(const Verdict &verdict)
{
    const int n = verdict.foundMachines;
    if (verdict.reported != Reported::Failed)
        return {};
    if (verdict.returnedTo > 0) {
        return VerdictText::tr(
            "The roll back reported a failure, but it worked: %Ln machine(s) run %1 "
            "again and are healthy.",
            nullptr,
            n)
            .arg(newName(verdict.returnedTo));
    }
    if (!lostSight(verdict) || verdict.leavesOut())
        return {};
    return VerdictText::tr(
        "The run could no longer see the machines, but all is well: %Ln machine(s) on "
        "%1 and healthy.",
        nullptr,
        n)
        .arg(newName(verdict.newVersion));
}

// The same of some of them: the others have a sentence of their own.
QString allNewButSome(const Verdict &verdict)
{
    const int n = verdict.foundMachines;
    const QString version = newName(verdict.newVersion);
    switch (verdict.reported) {
    case Reported::Succeeded:
        return VerdictText::tr(
            "Done, but not everywhere: %Ln machine(s) on %1 and healthy.", nullptr, n)
            .arg(version);
    case Reported::Failed:
        return VerdictText::tr(
            "The run reported a failure, but %Ln machine(s), all that took part, run %1.",
            nullptr,
            n)
            .arg(version);
    case Reported::Cancelled:
        return VerdictText::tr(
            "It was stopped too late: %Ln machine(s), all that took part, run %1.", nullptr, n)
            .arg(version);
    case Reported::Interrupted:
        return VerdictText::tr(
            "The run was interrupted, but %Ln machine(s), all that took part, run %1.", nullptr, n)
            .arg(version);
    case Reported::RolledBack:
        return VerdictText::tr(
            "Rolled back, but not everywhere: %Ln machine(s) on %1 and healthy.", nullptr, n)
            .arg(version);
    }
    return {};
}

QString allNew(const Verdict &verdict)
{
    if (const QString sentence = doneAfterAll(verdict); !sentence.isEmpty())
        return sentence;
    if (verdict.leavesOut())
        return allNewButSome(verdict);
    const int n = verdict.foundMachines;
    const QString version = newName(verdict.newVersion);
    switch (verdict.reported) {
    case Reported::Succeeded:
        if (verdict.probe && verdict.probe->problem != ProbeResult::Problem::None) {
            return VerdictText::tr("The machines are well: %Ln on %1 and healthy.", nullptr, n)
                .arg(version);
        }
        return VerdictText::tr("All is well: %Ln machine(s) on %1 and healthy.", nullptr, n)
            .arg(version);
    case Reported::Failed:
        return VerdictText::tr(
            "The run reported a failure, but %Ln machine(s), all there are, run %1.", nullptr, n)
            .arg(version);
    case Reported::Cancelled:
        return VerdictText::tr(
            "It was stopped too late: %Ln machine(s), all there are, run %1.", nullptr, n)
            .arg(version);
    case Reported::Interrupted:
        return VerdictText::tr(
            "The run was interrupted, but %Ln machine(s), all there are, run %1.", nullptr, n)
            .arg(version);
    case Reported::RolledBack:
        return VerdictText::tr("Rolled back: %Ln machine(s) on %1 and healthy.", nullptr, n)
            .arg(version);
    }
    return {};
}

QString allOld(const Verdict &verdict)
{
    const int n = verdict.foundMachines;
    const QString version = oldName(verdict.oldVersion);
    switch (verdict.reported) {
    case Reported::Succeeded:
        if (verdict.leavesOut()) {
            return VerdictText::tr(
                "The run reported success, but %Ln machine(s), all that took part, still run %1.",
                nullptr,
                n)
                .arg(version);
        }
        return VerdictText::tr(
            "The run reported success, but %Ln machine(s), all there are, still run %1.",
            nullptr,
            n)
            .arg(version);
    case Reported::Failed:
        if (!verdict.revertedMachines.isEmpty()) {
            return VerdictText::tr("It failed, and %1 serves again on %Ln machine(s).", nullptr, n)
                .arg(version);
        }
        return VerdictText::tr(
            "It failed before any machine changed: %1 still serves on %Ln machine(s).", nullptr, n)
            .arg(version);
    case Reported::Cancelled:
        return VerdictText::tr(
            "It was stopped before any machine changed: %1 still serves on %Ln machine(s).",
            nullptr,
            n)
            .arg(version);
    case Reported::Interrupted:
        return VerdictText::tr(
            "It was interrupted before any machine changed: %1 still serves on %Ln machine(s).",
            nullptr,
            n)
            .arg(version);
    case Reported::RolledBack:
        return VerdictText::tr("Rolled back: %1 serves again on %Ln machine(s).", nullptr, n)
            .arg(version);
    }
    return {};
}

QString mixedVersions(const Verdict &verdict)
{
    const int n = verdict.foundMachines;
    const bool foreign = verdict.newMachines.isEmpty() && verdict.oldMachines.isEmpty()
        && verdict.reportedBecause == errorKindName(Error::Kind::Precondition);
    if (foreign && verdict.reported == Reported::Failed) {
        return VerdictText::tr("It was given up before it changed anything: %Ln machine(s) run "
                               "what somebody else deployed meanwhile.",
            nullptr,
            n);
    }
    const QString on = QLocale().toString(verdict.newMachines.size());
    const QString version = newName(verdict.newVersion);
    switch (verdict.reported) {
    case Reported::Succeeded:
        return VerdictText::tr(
            "The run reported success, but only %1 of %Ln machine(s) run %2.", nullptr, n)
            .arg(on, version);
    case Reported::Failed:
        return VerdictText::tr("It failed half-way: %1 of %Ln machine(s) run %2.", nullptr, n)
            .arg(on, version);
    case Reported::Cancelled:
        return VerdictText::tr("It was stopped half-way: %1 of %Ln machine(s) run %2.", nullptr, n)
            .arg(on, version);
    case Reported::Interrupted:
        return VerdictText::tr(
            "It was interrupted half-way: %1 of %Ln machine(s) run %2.", nullptr, n)
            .arg(on, version);
    case Reported::RolledBack:
        return VerdictText::tr(
            "It was not rolled back everywhere: %1 of %Ln machine(s) run %2.", nullptr, n)
            .arg(on, version);
    }
    return {};
}

QString nothingLeft(const Verdict &verdict)
{
    switch (verdict.reported) {
    case Reported::Succeeded:
        return VerdictText::tr("The run reported success, but no machine of the app is there.");
    case Reported::Failed:
        return VerdictText::tr("It failed, and no machine of the app is there.");
    case Reported::Cancelled:
        return VerdictText::tr("It was stopped, and no machine of the app is there.");
    case Reported::Interrupted:
        return VerdictText::tr("It was interrupted, and no machine of the app is there.");
    case Reported::RolledBack:
        return VerdictText::tr("It was rolled back, but no machine of the app is there.");
    }
    return {};
}

QString tooMany(const Verdict &verdict)
{
    const int n = static_cast<int>(verdict.extraMachines.size());
    switch (verdict.reported) {
    case Reported::Succeeded:
        return VerdictText::tr(
            "The run reported success, but there are %Ln machine(s) too many.", nullptr, n);
    case Reported::Failed:
        return VerdictText::tr("It failed, and there are %Ln machine(s) too many.", nullptr, n);
    case Reported::Cancelled:
        return VerdictText::tr(
            "It was stopped, and there are %Ln machine(s) too many.", nullptr, n);
    case Reported::Interrupted:
        return VerdictText::tr(
            "It was interrupted, and there are %Ln machine(s) too many.", nullptr, n);
    case Reported::RolledBack:
        return VerdictText::tr(
            "It was rolled back, but there are %Ln machine(s) too many.", nullptr, n);
    }
    return {};
}

QString wrongCount(const Verdict &verdict)
{
    if (verdict.foundMachines == 0 && !verdict.leavesOut())
        return nothingLeft(verdict);
    if (verdict.missingMachines.isEmpty() && !verdict.extraMachines.isEmpty())
        return tooMany(verdict);
    const int n = verdict.expectedMachines;
    const QString found = QLocale().toString(verdict.foundMachines);
    switch (verdict.reported) {
    case Reported::Succeeded:
        return VerdictText::tr(
            "The run reported success, but %1 of %Ln expected machine(s) are there.", nullptr, n)
            .arg(found);
    case Reported::Failed:
        return VerdictText::tr(
            "It failed, and %1 of %Ln expected machine(s) are there.", nullptr, n)
            .arg(found);
    case Reported::Cancelled:
        return VerdictText::tr(
            "It was stopped, and %1 of %Ln expected machine(s) are there.", nullptr, n)
            .arg(found);
    case Reported::Interrupted:
        return VerdictText::tr(
            "It was interrupted, and %1 of %Ln expected machine(s) are there.", nullptr, n)
            .arg(found);
    case Reported::RolledBack:
        return VerdictText::tr(
            "It was rolled back, but %1 of %Ln expected machine(s) are there.", nullptr, n)
            .arg(found);
    }
    return {};
}

QString unhealthy(const Verdict &verdict)
{
    const int n = static_cast<int>(verdict.unhealthyMachines.size());
    const QString which = shortIds(verdict.unhealthyMachines);
    switch (verdict.reported) {
    case Reported::Succeeded:
        return VerdictText::tr(
            "The run reported success, but %Ln machine(s) are not healthy: %1.", nullptr, n)
            .arg(which);
    case Reported::Failed:
        return VerdictText::tr("It failed, and %Ln machine(s) are not healthy: %1.", nullptr, n)
            .arg(which);
    case Reported::Cancelled:
        return VerdictText::tr(
            "It was stopped, and %Ln machine(s) are not healthy: %1.", nullptr, n)
            .arg(which);
    case Reported::Interrupted:
        return VerdictText::tr(
            "It was interrupted, and %Ln machine(s) are not healthy: %1.", nullptr, n)
            .arg(which);
    case Reported::RolledBack:
        return VerdictText::tr(
            "It was rolled back, but %Ln machine(s) are not healthy: %1.", nullptr, n)
            .arg(which);
    }
    return {};
}

QString unknownReality(const Verdict &verdict)
{
    if (verdict.unknownBecause == QLatin1StringView("journal-lost"))
        return VerdictText::tr("What runs now is not known: the journal was lost during the run.");
    const auto kind = errorKindFromName(verdict.unknownBecause);
    const QString why =
        kind ? Words::accountError(Error{*kind, {}, 0, {}, {}, {}}) : verdict.unknownBecause;
    if (lostSight(verdict)) {
        return VerdictText::tr(
            "The run could no longer see the machines, and what runs now could not be "
            "looked at either: %1.")
            .arg(why);
    }
    switch (verdict.reported) {
    case Reported::Succeeded:
        return VerdictText::tr(
            "The run reported success, but what runs now could not be looked at: %1.")
            .arg(why);
    case Reported::Failed:
        return VerdictText::tr("It failed, and what runs now could not be looked at: %1.").arg(why);
    case Reported::Cancelled:
        return VerdictText::tr("It was stopped, and what runs now could not be looked at: %1.")
            .arg(why);
    case Reported::Interrupted:
        return VerdictText::tr("It was interrupted, and what runs now could not be looked at: %1.")
            .arg(why);
    case Reported::RolledBack:
        return VerdictText::tr("It was rolled back, but what runs now could not be looked at: %1.")
            .arg(why);
    }
    return {};
}

// Without its full stop: attemptSummary() may add how long ago.
QString failedClause(const QString &name, const events::AttemptEnded &ended)
{
    if (ended.journalLost)
        return VerdictText::tr("%1 was stopped: its journal could not be written").arg(name);
    switch (ended.failedStep) {
    case Step::BuildImage:
    case Step::BuildStage:
        return VerdictText::tr("%1 failed in its build").arg(name);
    case Step::ResolveImage:
        return VerdictText::tr("%1 failed: its image was not found").arg(name);
    case Step::PushImage:
        return VerdictText::tr("%1 failed when its image was pushed").arg(name);
    case Step::AcquireLease:
    case Step::AcquireLeases:
        return VerdictText::tr("%1 failed: a lease could not be taken").arg(name);
    case Step::ReleaseCommand:
    case Step::ReleaseMachinePrepare:
    case Step::ReleaseMachineRun:
        return VerdictText::tr("%1 failed in its release command").arg(name);
    case Step::UpdateMachine:
        return ended.failedLane.isEmpty()
            ? VerdictText::tr("%1 failed while machines were updated").arg(name)
            : VerdictText::tr("%1 failed at machine %2")
                  .arg(name, Format::shortId(ended.failedLane));
    case Step::LaunchMachine:
        return VerdictText::tr("%1 failed at a new machine; the old ones serve on").arg(name);
    case Step::RetireMachine:
        return VerdictText::tr("%1 failed while old machines were replaced").arg(name);
    case Step::VerifyReality:
        return VerdictText::tr("%1 failed when it was verified").arg(name);
    case Step::Survey:
    case Step::CheckPlan:
        return VerdictText::tr("%1 failed before anything was changed").arg(name);
    case Step::CreateRelease:
    case Step::ReleaseLeases:
    case Step::CloseRelease:
    case Step::DestroyReleaseMachine:
        break;
    default:
        if (const QString text = Words::stackFailure(name, ended); !text.isEmpty())
            return text;
    }
    return VerdictText::tr("%1 failed", "a release or deployment").arg(name);
}

QString clause(const AttemptState &attempt, const QString &name)
{
    if (!attempt.ended)
        return attempt.cancelRequested ? VerdictText::tr("%1 is being stopped").arg(name)
                                       : VerdictText::tr("%1 is being deployed").arg(name);
    switch (attempt.ended->reported) {
    case Reported::Succeeded:
        return VerdictText::tr("%1 was deployed").arg(name);
    case Reported::Failed:
        return failedClause(name, *attempt.ended);
    case Reported::Cancelled:
        return VerdictText::tr("%1 was stopped on request").arg(name);
    case Reported::Interrupted:
        return VerdictText::tr("%1 was interrupted").arg(name);
    case Reported::RolledBack:
        if (attempt.plan.kind == DeployKind::RollBack && attempt.plan.toVersion > 0)
            return VerdictText::tr("Rolled back to v%1, as %2", "a release, and its new name")
                .arg(QString::number(attempt.plan.toVersion), name);
        return VerdictText::tr("%1 was rolled back").arg(name);
    }
    return {};
}

QString sentenceOf(const Verdict &verdict)
{
    switch (verdict.reality) {
    case Reality::AllNew:
        return allNew(verdict);
    case Reality::AllOld:
        return allOld(verdict);
    case Reality::Mixed:
        return mixedVersions(verdict);
    case Reality::WrongCount:
        return wrongCount(verdict);
    case Reality::Unhealthy:
        return Format::sentence(unhealthy(verdict));
    case Reality::Unknown:
        return unknownReality(verdict);
    }
    return {};
}

// Which machines the sentence is about; each is a sentence of its own.
QStringList machinesOf(const Verdict &verdict)
{
    QStringList sentences;
    const auto add = [&sentences](const QList<MachineId> &machines, const QString &sentence) {
        if (!machines.isEmpty())
            sentences.append(Format::sentence(sentence.arg(shortIds(machines))));
    };
    if (verdict.reality == Reality::Mixed) {
        if (!verdict.oldMachines.isEmpty())
            sentences.append(Format::sentence(
                VerdictText::tr("On %1: %2.", "a version, and the machines that run it")
                    .arg(oldName(verdict.oldVersion), shortIds(verdict.oldMachines))));
        add(verdict.otherMachines, VerdictText::tr("On neither version: %1."));
    }
    add(verdict.revertedMachines,
        VerdictText::tr("Updated, but back on what ran before: %1.", "machines"));
    add(verdict.leftOutMachines, VerdictText::tr("Left out on request: %1.", "machines"));
    add(verdict.unreachedMachines,
        VerdictText::tr("Left out, because its server could not be reached: %1.", "machines"));
    add(verdict.goneMachines,
        VerdictText::tr("%Ln machine(s) fewer than before, because somebody else destroyed "
                        "them: %1.",
            nullptr,
            static_cast<int>(verdict.goneMachines.size())));
    add(verdict.missingMachines, VerdictText::tr("Not there: %1.", "machines"));
    add(verdict.extraMachines, VerdictText::tr("There, but not expected: %1.", "machines"));
    add(verdict.unlistedMachines,
        VerdictText::tr("Fly.io's list left these out, but each answered when it was asked: %1."));
    return sentences;
}

} // namespace

QString Words::verdict(const Verdict &verdict)
{
    if (!verdict.servers.isEmpty())
        return stackVerdict(verdict);
    QStringList sentences{sentenceOf(verdict)};
    sentences += machinesOf(verdict);
    if (verdict.probe)
        sentences.append(probe(*verdict.probe));
    return sentences.join(QLatin1Char(' '));
}

QString Words::probe(const ProbeResult &probe)
{
    const QString &address = probe.address;
    switch (probe.problem) {
    case ProbeResult::Problem::None:
        return VerdictText::tr("The public address %1 answers.").arg(address);
    case ProbeResult::Problem::NameUnknown:
        return VerdictText::tr(
            "From this computer, the name of the public address %1 is not known.")
            .arg(address);
    case ProbeResult::Problem::Unreachable:
        return VerdictText::tr("From this computer, the public address %1 cannot be reached.")
            .arg(address);
    case ProbeResult::Problem::TimedOut:
        return VerdictText::tr("From this computer, the public address %1 does not answer in time.")
            .arg(address);
    case ProbeResult::Problem::CertificateExpired:
        return VerdictText::tr(
            "The certificate of the public address %1 is not valid at this time.")
            .arg(address);
    case ProbeResult::Problem::CertificateName:
        return VerdictText::tr("The certificate of the public address %1 is for another name.")
            .arg(address);
    case ProbeResult::Problem::CertificateUntrusted:
        return VerdictText::tr("The certificate of the public address %1 is from nobody that this "
                               "computer trusts.")
            .arg(address);
    case ProbeResult::Problem::BadAnswer:
        return probe.status > 0
            ? VerdictText::tr("The public address %1 answers with the error %2.")
                  .arg(address, QString::number(probe.status))
            : VerdictText::tr("The public address %1 does not answer as a web server.")
                  .arg(address);
    }
    return {};
}

QString Words::verdictShort(const Verdict &verdict)
{
    if (!verdict.servers.isEmpty())
        return stackVerdictShort(verdict);
    switch (verdict.reality) {
    case Reality::Mixed:
        return VerdictText::tr("mixed versions");
    case Reality::WrongCount:
        return VerdictText::tr("machines missing");
    case Reality::Unhealthy:
        return VerdictText::tr("not healthy");
    case Reality::Unknown:
        return outcome(Outcome::Unknown);
    case Reality::AllNew:
    case Reality::AllOld:
        break;
    }
    if (verdict.contradicts())
        return verdict.reality == Reality::AllNew ? VerdictText::tr("done after all")
                                                  : VerdictText::tr("not done");
    switch (verdict.reported) {
    case Reported::Succeeded:
        return verdict.leavesOut() ? VerdictText::tr("done, some left out", "machines")
                                   : VerdictText::tr("done");
    case Reported::Failed:
        return outcome(Outcome::Failed);
    case Reported::Cancelled:
        return outcome(Outcome::Cancelled);
    case Reported::Interrupted:
        return outcome(Outcome::Interrupted);
    case Reported::RolledBack:
        return status(Status::RolledBack);
    }
    return {};
}

QString Words::attemptSummary(
    const AttemptState &attempt, const DeploymentState &state, const QDateTime &now)
{
    const QString name = attempt.releaseVersion > 0
        ? QStringLiteral("v%1").arg(attempt.releaseVersion)
        : VerdictText::tr("#%1", "a deployment's number").arg(state.number);
    const QString what = clause(attempt, name);
    if (!now.isValid() || !attempt.endedAt.isValid())
        return Format::sentence(VerdictText::tr("%1.", "a finished sentence").arg(what));
    return VerdictText::tr("%1, %2.", "what happened, how long ago")
        .arg(what, Format::age(attempt.endedAt, now));
}

QString Words::whatChanged(const events::AttemptEnded &ended, const DeploymentState &state)
{
    if (ended.journalLost)
        return VerdictText::tr("What was changed is not known: the journal was lost.");
    if (const AttemptState *attempt = state.lastAttempt(); attempt && attempt->plan.stack)
        return stackChanged(ended);
    const int untouched = static_cast<int>(ended.unchanged.size());
    // A machine and the one that took its place are one.
    const auto replaced = std::count_if(state.created.cbegin(),
        state.created.cend(),
        [&ended](const events::MachineCreated &created) {
            return ended.changed.contains(created.machine)
                && ended.changed.contains(created.replaces);
        });
    const int changed = static_cast<int>(ended.changed.size() - replaced);
    if (changed == 0)
        return untouched == 0
            ? VerdictText::tr("No machine was changed.")
            : VerdictText::tr(
                "%Ln machine(s) left as before; none was changed.", nullptr, untouched);
    if (untouched == 0)
        return VerdictText::tr("%Ln machine(s) updated, none left out.", nullptr, changed);
    return Format::sentence(
        VerdictText::tr("%Ln machine(s) updated (%1), not touched: %2.", nullptr, changed)
            .arg(shortIds(ended.changed), shortIds(ended.unchanged)));
}
