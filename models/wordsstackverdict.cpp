#include "models/format.h"
#include "models/words.h"
#include "models/wordsstack.h"
#include "models/wordsstackrun.h"

#include <QCoreApplication>
#include <QLocale>

#include <functional>

namespace {

struct StackVerdictText
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

using ServiceRuns = StackServiceVerdict::Runs;

QString newVersionOf(const StackVerdict &verdict)
{
    return verdict.newVersion.isEmpty() ? StackVerdictText::tr("the new version")
                                        : verdict.newVersion;
}

QString oldVersionOf(const StackVerdict &verdict)
{
    return verdict.oldVersion.isEmpty() || verdict.oldVersion == verdict.newVersion
        ? StackVerdictText::tr("the old version")
        : verdict.oldVersion;
}

QString stackServicesWith(
    const StackVerdict &verdict, const std::function<bool(const StackServiceVerdict &)> &has)
{
    QStringList names;
    for (const StackServiceVerdict &service : verdict.services) {
        if (has(service))
            names.append(service.service);
    }
    return names.join(QLatin1StringView(", "));
}

QString allServicesNew(const StackVerdict &verdict)
{
    const QString version = newVersionOf(verdict);
    switch (verdict.reported) {
    case Reported::Succeeded:
        return StackVerdictText::tr("All is well: all services run %1 and are healthy.")
            .arg(version);
    case Reported::Failed:
        return StackVerdictText::tr(
            "The run reported a failure, but all services run %1 and are healthy.")
            .arg(version);
    case Reported::Cancelled:
        return StackVerdictText::tr("It was stopped too late: all services run %1.").arg(version);
    case Reported::Interrupted:
        return StackVerdictText::tr("The run was interrupted, but all services run %1.")
            .arg(version);
    case Reported::RolledBack:
        return StackVerdictText::tr("Rolled back: all services run %1 and are healthy.")
            .arg(version);
    }
    return {};
}

QString allServicesOld(const StackVerdict &verdict)
{
    const QString version = oldVersionOf(verdict);
    switch (verdict.reported) {
    case Reported::Succeeded:
        return StackVerdictText::tr("The run reported success, but all services still run %1.")
            .arg(version);
    case Reported::Failed:
        return StackVerdictText::tr("It failed, and nothing has changed for users: %1 serves.")
            .arg(version);
    case Reported::Cancelled:
        return StackVerdictText::tr("It was stopped, and nothing has changed for users: %1 serves.")
            .arg(version);
    case Reported::Interrupted:
        return StackVerdictText::tr(
            "It was interrupted, and nothing has changed for users: %1 serves.")
            .arg(version);
    case Reported::RolledBack:
        return StackVerdictText::tr("Rolled back: %1 serves again.").arg(version);
    }
    return {};
}

QString mixedServices(const StackVerdict &verdict)
{
    const QString onNew = stackServicesWith(verdict, [](const StackServiceVerdict &service) {
        return service.runs == ServiceRuns::New && !service.wrongEnvironment;
    });
    const QString notNew = stackServicesWith(verdict, [](const StackServiceVerdict &service) {
        return service.runs != ServiceRuns::New || service.wrongEnvironment;
    });
    if (onNew.isEmpty() || notNew.isEmpty()) {
        return StackVerdictText::tr("These services run neither what was before nor what was "
                                    "wanted: %1.")
            .arg(notNew.isEmpty() ? onNew : notNew);
    }
    switch (verdict.reported) {
    case Reported::Succeeded:
        return StackVerdictText::tr("The run reported success, but only these run %2: %1. Not: %3.")
            .arg(onNew, newVersionOf(verdict), notNew);
    case Reported::Failed:
        return StackVerdictText::tr("It failed half-way. On %2: %1. Not: %3.")
            .arg(onNew, newVersionOf(verdict), notNew);
    case Reported::Cancelled:
        return StackVerdictText::tr("It was stopped half-way. On %2: %1. Not: %3.")
            .arg(onNew, newVersionOf(verdict), notNew);
    case Reported::Interrupted:
        return StackVerdictText::tr("It was interrupted half-way. On %2: %1. Not: %3.")
            .arg(onNew, newVersionOf(verdict), notNew);
    case Reported::RolledBack:
        return StackVerdictText::tr("It was not rolled back everywhere. Still on %2: %1. Not: %3.")
            .arg(onNew, newVersionOf(verdict), notNew);
    }
    return {};
}

QString missingServices(const StackVerdict &verdict)
{
    const QString nothing = stackServicesWith(
        verdict, [](const StackServiceVerdict &service) { return service.containers == 0; });
    const QString wrong = stackServicesWith(verdict, [](const StackServiceVerdict &service) {
        return service.containers > 0 && service.containers != service.wanted;
    });
    QString text = nothing.isEmpty()
        ? StackVerdictText::tr("The number of containers is wrong: %1.").arg(wrong)
        : StackVerdictText::tr("These services do not run: %1.").arg(nothing);
    if (verdict.reported == Reported::Succeeded)
        text = StackVerdictText::tr("The run reported success. %1", "what follows is not so")
                   .arg(text);
    return text;
}

QString failedLooks(const QList<StackFailedLook> &looks, bool isData)
{
    QStringList told;
    for (const StackFailedLook &look : looks) {
        if (look.found.isEmpty())
            told.append(StackVerdictText::tr("%1: no answer", "a test").arg(look.name));
        else if (isData)
            told.append(StackVerdictText::tr("%1: %2 instead of %3", "a count")
                            .arg(look.name, look.found, look.expected));
        else
            told.append(StackVerdictText::tr("%1: %2, wanted %3", "a test")
                            .arg(look.name, look.found, look.expected));
    }
    return told.join(QLatin1StringView("; "));
}

QString illServices(const StackVerdict &verdict)
{
    QStringList sentences;
    const bool isNew =
        verdict.services.isEmpty() || verdict.services.constFirst().runs == ServiceRuns::New;
    sentences.append(StackVerdictText::tr("All services run %1, but not all is well.")
                         .arg(isNew ? newVersionOf(verdict) : oldVersionOf(verdict)));
    const QString unhealthy = stackServicesWith(
        verdict, [](const StackServiceVerdict &service) { return service.unhealthy; });
    const QString restarting = stackServicesWith(
        verdict, [](const StackServiceVerdict &service) { return service.restarting; });
    if (!unhealthy.isEmpty())
        sentences.append(StackVerdictText::tr("Not healthy: %1.").arg(unhealthy));
    if (!restarting.isEmpty())
        sentences.append(StackVerdictText::tr("Starting again and again: %1.").arg(restarting));
    if (!verdict.failedData.isEmpty())
        sentences.append(StackVerdictText::tr("The data is not right: %1.")
                             .arg(failedLooks(verdict.failedData, true)));
    if (!verdict.failedSmoke.isEmpty())
        sentences.append(StackVerdictText::tr("Failed smoke tests: %1.")
                             .arg(failedLooks(verdict.failedSmoke, false)));
    return sentences.join(QLatin1Char(' '));
}

// What is true besides, whatever the rest is.
QStringList besidesOfStack(const StackVerdict &verdict)
{
    QStringList sentences;
    const QString wrong = stackServicesWith(
        verdict, [](const StackServiceVerdict &service) { return service.wrongEnvironment; });
    const QString unknown = stackServicesWith(
        verdict, [](const StackServiceVerdict &service) { return service.environmentUnknown; });
    if (!wrong.isEmpty())
        sentences.append(
            StackVerdictText::tr("Without the variables that were wanted: %1.").arg(wrong));
    if (!unknown.isEmpty() && verdict.reality != Reality::Unknown)
        sentences.append(
            StackVerdictText::tr("The variables in these could not be compared: %1.").arg(unknown));
    if (verdict.databaseRestored)
        sentences.append(StackVerdictText::tr("The database was restored from its backup."));
    return sentences;
}

QString unknownServices(const StackVerdict &verdict)
{
    switch (verdict.reported) {
    case Reported::Succeeded:
        return StackVerdictText::tr(
            "The run reported success, but nobody could look at what runs now.");
    case Reported::Failed:
        return StackVerdictText::tr("It failed, and nobody could look at what runs now.");
    default:
        return StackVerdictText::tr("What runs now is not known: nobody could look at it.");
    }
}

QString stackReality(const StackVerdict &verdict)
{
    switch (verdict.reality) {
    case Reality::AllNew:
        return allServicesNew(verdict);
    case Reality::AllOld:
        return allServicesOld(verdict);
    case Reality::Mixed:
        return mixedServices(verdict);
    case Reality::WrongCount:
        return missingServices(verdict);
    case Reality::Unhealthy:
        return illServices(verdict);
    case Reality::Unknown:
        return unknownServices(verdict);
    }
    return {};
}

// Nobody stopped it: one that came before it has failed.
QString besideOthers(const StackVerdict &server, const Verdict &all)
{
    const bool isNotBegun =
        server.reported == Reported::Cancelled && all.reported != Reported::Cancelled;
    return isNotBegun && server.reality == Reality::AllOld
        ? StackVerdictText::tr("It was not begun, because another server failed before: %1 serves.")
              .arg(oldVersionOf(server))
        : Words::stackVerdict(server);
}
} // namespace

QString Words::stackFailure(const QString &name, const events::AttemptEnded &ended)
{
    switch (ended.failedStep) {
    case Step::CheckTools:
        return StackVerdictText::tr("%1 failed: a program is missing on the server").arg(name);
    case Step::LogIn:
        return StackVerdictText::tr("%1 failed: the image registry refused the login").arg(name);
    case Step::BackUp:
    case Step::VerifyBackup:
        return StackVerdictText::tr("%1 failed in its backup, before anything was changed")
            .arg(name);
    case Step::UploadFiles:
    case Step::CheckOutCommit:
    case Step::CheckConfiguration:
        return StackVerdictText::tr("%1 failed when its files were put in place").arg(name);
    case Step::PullImage:
        return StackVerdictText::tr("%1 failed when its images were pulled").arg(name);
    case Step::UpdateService:
    case Step::VerifyHealth:
        return StackVerdictText::tr("%1 failed at service %2")
            .arg(name, serviceOfLane(ended.failedLane));
    case Step::SmokeTest:
        return StackVerdictText::tr("%1 failed in its smoke tests").arg(name);
    case Step::DataCheck:
        return StackVerdictText::tr("%1 failed: data is missing").arg(name);
    case Step::StopService:
    case Step::RestoreDatabase:
        return StackVerdictText::tr("%1 failed while its database was restored").arg(name);
    default:
        return {};
    }
}

QString Words::stackChanged(const events::AttemptEnded &ended)
{
    const auto lanes = [](const QList<MachineId> &ids) {
        QStringList names;
        for (const MachineId &id : ids)
            names.append(serviceOfLane(id.value));
        names.removeDuplicates();
        return names.join(QLatin1StringView(", "));
    };
    if (ended.changed.isEmpty())
        return StackVerdictText::tr("No service was recreated.");
    if (ended.unchanged.isEmpty())
        return StackVerdictText::tr("Recreated: %1.").arg(lanes(ended.changed));
    return StackVerdictText::tr("Recreated: %1. Not touched: %2.")
        .arg(lanes(ended.changed), lanes(ended.unchanged));
}

QString Words::stackVerdict(const StackVerdict &verdict)
{
    return (QStringList{stackReality(verdict)} + besidesOfStack(verdict)).join(QLatin1Char(' '));
}

QString Words::stackVerdict(const Verdict &verdict)
{
    QStringList watched;
    for (const WatchedAddress &address : verdict.watched) {
        if (address.looks > 0)
            watched.append(Words::watched(address));
    }
    if (verdict.servers.size() == 1)
        return (QStringList{stackVerdict(verdict.servers.constFirst())} + watched)
            .join(QLatin1Char(' '));
    QStringList sentences;
    for (const StackVerdict &server : verdict.servers)
        sentences.append(StackVerdictText::tr("%1: %2", "a server, and what is said of it")
                             .arg(server.server, besideOthers(server, verdict)));
    return (sentences + watched).join(QLatin1Char('\n'));
}

QString Words::watched(const WatchedAddress &seen)
{
    const QString &address = seen.address;
    if (seen.answers == 0)
        return StackVerdictText::tr("Watched from this computer, %1 never answered.").arg(address);
    if (seen.outages == 0)
        return StackVerdictText::tr("Watched from this computer, %1 answered all the time.")
            .arg(address);
    const QString down = Format::duration(seen.down);
    if (seen.isDown && seen.outages == 1)
        return StackVerdictText::tr(
            "Watched from this computer, %1 stopped answering %2 before the end, and still "
            "does not answer.")
            .arg(address, down);
    QString text = seen.outages == 1
        ? StackVerdictText::tr("Watched from this computer, %1 did not answer for %2.")
              .arg(address, down)
        : StackVerdictText::tr("Watched from this computer, %1 did not answer %Ln time(s), for %2 "
                               "in all, %3 at most.",
            nullptr,
            seen.outages)
              .arg(address, down, Format::duration(seen.longest));
    if (seen.isDown)
        text += QLatin1Char(' ') + StackVerdictText::tr("It still does not answer.");
    return text;
}

QString Words::stackVerdictShort(const Verdict &verdict)
{
    switch (verdict.reality) {
    case Reality::Unknown:
        return outcome(Outcome::Unknown);
    case Reality::Mixed:
        return StackVerdictText::tr("mixed", "verdict of a stack");
    case Reality::WrongCount:
        return StackVerdictText::tr("incomplete", "verdict of a stack");
    case Reality::Unhealthy:
        return StackVerdictText::tr("not healthy", "verdict of a stack");
    case Reality::AllNew:
        return verdict.reported == Reported::RolledBack
            ? status(Status::RolledBack)
            : StackVerdictText::tr("done", "verdict of a stack");
    case Reality::AllOld:
        return verdict.reported == Reported::RolledBack ? status(Status::RolledBack)
                                                        : outcome(Outcome::Failed);
    }
    return {};
}

namespace {
// How a command of a run ended that did not end well.
QString stackStepCause(const QString &why, const QString &what)
{
    if (why == QLatin1StringView("code"))
        return StackVerdictText::tr("Its command ended with code %1.").arg(what);
    if (why == QLatin1StringView("missing"))
        return StackVerdictText::tr("Its program is not on the server.");
    if (why == QLatin1StringView("want") || why == QLatin1StringView("never"))
        return what.isEmpty()
            ? StackVerdictText::tr("It printed nothing, and something else was wanted.")
            : StackVerdictText::tr("It printed “%1”, and something else was wanted.").arg(what);
    if (why == QLatin1StringView("timed-out"))
        return StackVerdictText::tr("It took longer than it may.");
    if (why == QLatin1StringView("output-small"))
        return StackVerdictText::tr("It wrote nothing, or too little.");
    if (why == QLatin1StringView("output"))
        return StackVerdictText::tr(
            "What it wrote could not be kept on the server: is its disk full?");
    if (why == QLatin1StringView("input"))
        return StackVerdictText::tr("What it reads is not there, or broken.");
    return StackVerdictText::tr("It was ended from outside.");
}
} // namespace

namespace {
// What was wanted of a count, as the plan has it.
const StackWant *wantOf(const AttemptState &attempt, const SpanState &span)
{
    for (const StackServerPlan &server : attempt.plan.stack->servers) {
        for (const StackStep &step : server.steps) {
            if (server.server == serverOfLane(span.lane) && step.step == span.step
                && step.detail == span.title && !step.wants.isEmpty())
                return &step.wants.constFirst();
        }
    }
    return nullptr;
}

QString countCause(const StackWant &want, const QString &found)
{
    const QString wanted = QLocale().toString(want.number);
    bool isNumber = false;
    const qint64 number = found.toLongLong(&isNumber);
    const QString counted = isNumber ? QLocale().toString(number) : found;
    return want.kind == StackWant::Kind::AtLeast
        ? StackVerdictText::tr("%1 counted, at least %2 wanted.").arg(counted, wanted)
        : StackVerdictText::tr("%1 counted, %2 wanted.").arg(counted, wanted);
}
} // namespace

QString Words::stackReasonOf(const DeploymentState &state, const AttemptState &attempt)
{
    if (!attempt.ended || !attempt.ended->error)
        return {};
    for (const SpanState &span : state.spans) {
        if (span.attempt != attempt.number || span.outcome != Outcome::Failed || !span.error
            || span.segment != Segment::Work)
            continue;
        const bool isPlace =
            span.step == attempt.ended->failedStep && span.lane == attempt.ended->failedLane;
        if (!isPlace && *span.error != *attempt.ended->error)
            continue;
        const QString service = serviceOfLane(span.lane);
        const QString about = span.title.isEmpty() ? service : span.title;
        const StackWant *want = span.step == Step::DataCheck ? wantOf(attempt, span) : nullptr;
        const QStringList code = span.error->code.split(QLatin1Char(' '));
        const bool isCount = want && want->kind != StackWant::Kind::Is
            && code.value(1) == QLatin1StringView("want") && !code.value(2).isEmpty();
        const QString why = isCount ? countCause(*want, code.value(2)) : error(*span.error);
        return about.isEmpty()
            ? StackVerdictText::tr("%1: %2", "a step, and why it failed").arg(step(span.step), why)
            : StackVerdictText::tr("%1 “%2”: %3", "a step, what it is about, and why it failed")
                  .arg(step(span.step), about, why);
    }
    return {};
}

// Why a run on a server could not be begun, or was lost.
QString Words::stackRunCause(const QStringList &code)
{
    const QString word = code.value(0);
    const QString first = code.value(1);
    const QString rest = code.mid(2).join(QLatin1Char(' '));
    if (word == QLatin1StringView("stack-not-linked"))
        return StackVerdictText::tr("There is no folder of the stack %1: name the one with its "
                                    "atalaya.toml.")
            .arg(first);
    if (word == QLatin1StringView("stack-other-name"))
        return StackVerdictText::tr("The folder is that of another stack: %2, not %1.")
            .arg(first, code.value(2));
    if (word == QLatin1StringView("stack-untrusted"))
        return StackVerdictText::tr(
            "Nobody has said that what this project runs is trusted. Look at its "
            "commands first.");
    if (word == QLatin1StringView("stack-docker"))
        return StackVerdictText::tr("Docker with the compose plugin cannot be used on %1.")
            .arg(first);
    if (word == QLatin1StringView("stack-unfinished"))
        return StackVerdictText::tr(
            "On %1 a run of somebody else has not come to its end (%2). Go on with "
            "it from where it was begun, or take over.")
            .arg(first, rest);
    if (word == QLatin1StringView("stack-held"))
        return StackVerdictText::tr("On %1 the stack is being deployed by %2.").arg(first, rest);
    if (word == QLatin1StringView("stack-files-changed"))
        return StackVerdictText::tr(
            "The files of the project have changed since the plan was made.");
    if (word == QLatin1StringView("stack-no-backup"))
        return StackVerdictText::tr("The atalaya.toml of the stack %1 names no backup.").arg(first);
    if (word == QLatin1StringView("stack-read-only"))
        return StackVerdictText::tr("The server %1 is switched to read-only.").arg(first);
    if (word == QLatin1StringView("stack-not-shipped"))
        return StackVerdictText::tr(
            "The practice server takes only the stacks that came with it, as they "
            "came: what their atalaya.toml runs, runs on this computer. In .env "
            "anything may be tried.");
    if (word == QLatin1StringView("stack-run-gone"))
        return StackVerdictText::tr("%1 knows nothing of this run any more.").arg(first);
    if (word == QLatin1StringView("stack-link-lost"))
        return StackVerdictText::tr(
            "The connection to %1 was lost. What runs there goes on: resume to "
            "follow it.")
            .arg(first);
    if (word == QLatin1StringView("stack-folder"))
        return StackVerdictText::tr("On %1 the folder %2 cannot be made.").arg(first, rest);
    if (word == QLatin1StringView("stack-runner"))
        return StackVerdictText::tr("The runner on the server refused the deploy (%1).").arg(first);
    return word == QLatin1StringView("stack-step") ? stackStepCause(first, rest) : QString();
}
