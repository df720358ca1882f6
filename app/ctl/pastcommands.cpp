#include "app/composition.h"
#include "app/ctl/command.h"
#include "app/ctl/jsonshapes.h"
#include "app/ctl/running.h"
#include "app/ctl/text.h"
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
    if (const auto code = session.needStore())
        return *code;
    const AppName app(session.argument());
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
        session.out().line(CtlText::tr("Nothing was deployed to %1 from here.").arg(app.value));
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

ExitCode showJson(CtlSession &session,
    const DeploymentSummary &summary,
    const DeploymentState &state,
    const QList<DeployEvent> &events)
{
    QJsonObject object = summaryObject(summary);
    object.insert(u"spans"_s, spansArray(state));
    const AttemptState *attempt = state.lastAttempt();
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
        for (const DeployEvent &event : events)
            array.append(eventObject(event));
        object.insert(u"events"_s, array);
    }
    if (session.invocation().has(u"log"_s)) {
        const Result<QList<LogLine>> lines = wholeLog(session, summary.id);
        if (!lines)
            return session.fail(lines.error());
        QJsonArray array;
        for (const LogLine &line : *lines)
            array.append(logObject(line));
        object.insert(u"log"_s, array);
    }
    session.out().object("deployment"_L1, object);
    return ExitCode::Done;
}

ExitCode showText(CtlSession &session,
    const DeploymentSummary &summary,
    const DeploymentState &state,
    const QList<DeployEvent> &events)
{
    session.out().line(
        CtlText::tr("#%1 of %2: %3")
            .arg(QLocale().toString(summary.number), summary.app.value, statusText(summary)));
    session.out().line(CtlText::tr("Image: %1").arg(summary.image));
    RunPrinter printer(session.out(), false);
    for (const DeployEvent &event : events)
        printer.print(event);
    showDiagnosis(session, state);
    if (!session.invocation().has(u"log"_s))
        return ExitCode::Done;
    const Result<QList<LogLine>> lines = wholeLog(session, summary.id);
    if (!lines)
        return session.fail(lines.error());
    for (const LogLine &line : *lines)
        session.out().line(
            Format::time(line.at) + u"  "_s + line.lane.leftJustified(16) + line.text);
    return ExitCode::Done;
}

ExitCode runShow(CtlSession &session)
{
    if (const auto code = session.needStore())
        return *code;
    const Result<DeploymentSummary> found = findDeployment(session, session.argument());
    if (!found)
        return session.fail(found.error());
    const Result<QList<DeployEvent>> events = session.composition().journal().events(found->id, 0);
    if (!events)
        return session.fail(events.error());
    DeploymentState state;
    state.id = found->id;
    for (const DeployEvent &event : *events) {
        const Result<void> applied = state.apply(event);
        if (!applied)
            return session.fail(applied.error());
    }
    const ExitCode shown = session.out().isJson() ? showJson(session, *found, state, *events)
                                                  : showText(session, *found, state, *events);
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
            {},
            runHistory},
        {u"show"_s,
            u"DEPLOYMENT|APP"_s,
            CtlText::tr("Tells one deployment, step by step."),
            1,
            1,
            {{u"log"_s, CtlText::tr("With its log.")},
                {u"events"_s, CtlText::tr("With its events (in JSON).")},
                {u"follow"_s, CtlText::tr("Go on telling until it has ended.")}},
            runShow},
    };
}
