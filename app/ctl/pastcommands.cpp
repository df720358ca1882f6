#include "app/composition.h"
#include "app/ctl/command.h"
#include "app/ctl/copyas.h"
#include "app/ctl/jsonshapes.h"
#include "app/ctl/running.h"
#include "app/ctl/stacktargets.h"
#include "app/ctl/text.h"
#include "capsule/capsule.h"
#include "diagnosis/catalogue.h"
#include "models/format.h"
#include "models/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

constexpr int historyLimit = 100;
constexpr int logPage = 1000;

QString statusText(const DeploymentSummary &summary)
{
    switch (summary.status) {
    case DeploymentSummary::Status::Running:
        return Words::outcome(Outcome::Running);
    case DeploymentSummary::Status::RunningElsewhere:
        return CtlText::tr("running in %1, process %2")
            .arg(summary.owner.program, QString::number(summary.owner.pid));
    case DeploymentSummary::Status::Interrupted:
        return Words::outcome(Outcome::Interrupted);
    case DeploymentSummary::Status::Ended:
        break;
    }
    const QString word =
        summary.verdict ? Words::verdictShort(*summary.verdict) : reportedName(summary.reported);
    return summary.failedStep ? CtlText::tr("%1: %2", "outcome, the step it failed in")
                                    .arg(word, Words::step(*summary.failedStep))
                              : word;
}

QString lengthText(const DeploymentSummary &summary)
{
    return summary.endedAt.isValid()
        ? Format::duration(std::chrono::milliseconds(summary.startedAt.msecsTo(summary.endedAt)))
        : QString();
}

ExitCode runHistory(CtlSession &session)
{
    if (CopyAs::isAsked(session)) {
        PlatformAction action;
        action.what = PlatformAction::What::ListReleases;
        action.app = AppName(session.argument());
        return CopyAs::print(session, action);
    }
    if (const auto code = session.needStore())
        return *code;
    const AppName app = targetNamed(session, session.argument());
    const Result<QList<DeploymentSummary>> past =
        session.composition().journal().deployments(app, historyLimit);
    if (!past)
        return session.fail(past.error());
    QJsonArray array;
    QList<QStringList> rows;
    for (const DeploymentSummary &summary : *past) {
        array.append(summaryObject(summary));
        rows.append({u"#%1"_s.arg(summary.number),
            summary.id.value,
            Format::dateTime(summary.startedAt),
            Words::kind(summary.kind),
            summary.releaseVersion > 0 ? u"v%1"_s.arg(summary.releaseVersion) : QString(),
            lengthText(summary),
            statusText(summary)});
    }
    session.out().object("history"_L1, {{u"app"_s, app.value}, {u"deployments"_s, array}});
    session.out().columns(rows);
    if (rows.isEmpty())
        session.out().line(
            CtlText::tr("Nothing was deployed to %1 from here.").arg(targetName(app)));
    return ExitCode::Done;
}

Result<QList<LogLine>> wholeLog(CtlSession &session, const DeploymentId &id)
{
    QList<LogLine> lines;
    for (;;) {
        const Result<QList<LogLine>> page =
            session.composition().journal().log(id, lines.size(), logPage);
        if (!page)
            return failure(page.error());
        lines += *page;
        if (page->size() < logPage)
            return lines;
    }
}

// A deployment as it is shown, from the journal or from a capsule.
struct Record
{
    DeploymentSummary summary;
    DeploymentState state;
    QList<DeployEvent> events;
    std::optional<QList<LogLine>> log; // nothing: not asked for, or not there
};

ExitCode showJson(CtlSession &session, const Record &record)
{
    QJsonObject object = summaryObject(record.summary);
    object.insert(u"spans"_s, spansArray(record.state));
    const AttemptState *attempt = record.state.lastAttempt();
    if (attempt && attempt->diagnosis) {
        const DiagnosisText text =
            session.composition().catalogue().text(*attempt->diagnosis, u"en"_s);
        object.insert(u"diagnosis"_s,
            QJsonObject{{u"rule"_s, attempt->diagnosis->rule},
                {u"cause"_s, text.cause},
                {u"remedy"_s, text.remedy}});
    }
    if (session.invocation().has(u"events"_s)) {
        QJsonArray array;
        for (const DeployEvent &event : record.events)
            array.append(eventObject(event));
        object.insert(u"events"_s, array);
    }
    if (record.log) {
        QJsonArray array;
        for (const LogLine &line : *record.log)
            array.append(logObject(line));
        object.insert(u"log"_s, array);
    }
    session.out().object("deployment"_L1, object);
    return ExitCode::Done;
}

ExitCode showText(CtlSession &session, const Record &record)
{
    const DeploymentSummary &summary = record.summary;
    session.out().line(
        CtlText::tr("#%1 of %2: %3")
            .arg(QLocale().toString(summary.number), targetName(summary.app), statusText(summary)));
    session.out().line(CtlText::tr("Image: %1").arg(summary.image));
    RunPrinter printer(session.out(), false);
    for (const DeployEvent &event : record.events)
        printer.print(event);
    showDiagnosis(session, record.state);
    for (const LogLine &line : record.log.value_or(QList<LogLine>()))
        session.out().line(
            Format::time(line.at) + u"  "_s + line.lane.leftJustified(16) + line.text);
    return ExitCode::Done;
}

ExitCode show(CtlSession &session, const Record &record)
{
    return session.out().isJson() ? showJson(session, record) : showText(session, record);
}

// No store and no account is needed: it tells what another computer saw.
ExitCode showCapsule(CtlSession &session)
{
    const Result<Capsule> capsule = readCapsule(session.invocation().value(u"capsule"_s));
    if (!capsule)
        return session.fail(capsule.error());
    const Result<DeploymentState> state = capsule->state();
    if (!state)
        return session.fail(state.error());
    session.out().line(CtlText::tr("Read-only capsule, made by %1 on %2.")
                           .arg(capsule->madeBy, Format::dateTime(capsule->madeAt)));
    const bool withLog = session.invocation().has(u"log"_s);
    if (withLog && !capsule->log)
        session.out().aside(CtlText::tr("The capsule was made without the log."));
    return show(session,
        {summaryOf(*state),
            *state,
            capsule->events,
            withLog ? capsule->log : std::optional<QList<LogLine>>()});
}

ExitCode runShow(CtlSession &session)
{
    const bool fromFile = session.invocation().has(u"capsule"_s);
    if (fromFile == !session.argument().isEmpty())
        return session.refuse(
            CtlText::tr("Name a deployment, or a file with %1.").arg(u"--capsule FILE"_s));
    if (fromFile)
        return showCapsule(session);
    if (const auto code = session.needStore())
        return *code;
    const Result<DeploymentSummary> found = findDeployment(session, session.argument());
    if (!found)
        return session.fail(found.error());
    const Result<QList<DeployEvent>> events = session.composition().journal().events(found->id, 0);
    if (!events)
        return session.fail(events.error());
    Record record{*found, {}, *events, {}};
    record.state.id = found->id;
    if (const Result<void> applied = record.state.apply(*events); !applied)
        return session.fail(applied.error());
    if (session.invocation().has(u"log"_s)) {
        const Result<QList<LogLine>> lines = wholeLog(session, found->id);
        if (!lines)
            return session.fail(lines.error());
        record.log = *lines;
    }
    const ExitCode shown = show(session, record);
    const bool runs = found->status == DeploymentSummary::Status::RunningElsewhere;
    if (shown != ExitCode::Done || !runs || !session.invocation().has(u"follow"_s))
        return shown;
    return followToEnd(session, found->id);
}

} // namespace

QList<CtlCommand> pastCommands()
{
    return {
        {u"history"_s,
            u"APP"_s,
            CtlText::tr("Lists the deployments made from here."),
            1,
            1,
            CopyAs::options(),
            runHistory},
        {u"show"_s,
            u"DEPLOYMENT|APP"_s,
            CtlText::tr("Tells one deployment, step by step."),
            0,
            1,
            {numberedAppOption(),
                {u"log"_s, CtlText::tr("With its log.")},
                {u"events"_s, CtlText::tr("With its events (in JSON).")},
                {u"follow"_s, CtlText::tr("Go on telling until it has ended.")},
                {u"capsule"_s,
                    CtlText::tr("Tell the deployment of this file instead."),
                    u"FILE"_s}},
            runShow},
    };
}
