#include "app/ctl/running.h"

#include "app/composition.h"
#include "app/ctl/answering.h"
#include "app/ctl/incidentlook.h"
#include "app/ctl/jsonshapes.h"
#include "app/ctl/planview.h"
#include "app/ctl/stacktargets.h"
#include "app/ctl/text.h"
#include "diagnosis/catalogue.h"
#include "models/words.h"

#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

// The state that the printer goes on from; empty for a new deployment.
DeploymentState knownState(CtlSession &session, const DeploymentId &id)
{
    if (id.isEmpty())
        return {};
    const Result<DeploymentState> state = session.ask<DeploymentState>(
        [&session, id] { return session.composition().deploy().load(id); });
    return state ? *state : DeploymentState{};
}

// A token that may not do this, and a journal that cannot be written, are told as such, whatever
// they broke off.
ExitCode codeOfEnd(const DeploymentSummary &summary, const DeploymentState &state)
{
    const ExitCode code = exitCodeOf(summary);
    const AttemptState *attempt = state.lastAttempt();
    // Nobody asked for it: the deploy failed, and its server has put things right.
    if (code == ExitCode::Done && attempt && attempt->plan.stack
        && summary.reported == Reported::RolledBack && attempt->plan.kind != DeployKind::RollBack)
        return ExitCode::DeployFailed;
    if (code != ExitCode::DeployFailed || !attempt || !attempt->ended || !attempt->ended->error)
        return code;
    const ExitCode cause = exitCodeOf(*attempt->ended->error);
    return cause == ExitCode::Unauthorised || cause == ExitCode::Store ? cause : code;
}

// What is left to say after the events.
ExitCode conclude(CtlSession &session, const DeploymentId &id)
{
    const Result<std::optional<DeploymentSummary>> summary =
        session.composition().journal().deployment(id);
    if (!summary)
        return session.fail(summary.error());
    if (!*summary)
        return session.fail({Error::Kind::NotFound, u"the deployment is gone"_s, 0, {}, {}, {}});
    const DeploymentSummary &result = **summary;
    const DeploymentState state = knownState(session, id);
    const std::optional<Error> lost = session.watcher().journalError();
    const ExitCode code = result.status == DeploymentSummary::Status::Ended
        ? codeOfEnd(result, state)
        : exitCodeOf(lost.value_or(Error{})) == ExitCode::Store ? ExitCode::Store
                                                                : ExitCode::DeployFailed;
    if (session.out().isJson()) {
        QJsonObject object = summaryObject(result);
        object.insert(u"exitCode"_s, static_cast<int>(code));
        if (const events::QuestionAsked *question = state.openQuestion())
            object.insert(u"question"_s, questionObject(*question));
        session.out().object("result"_L1, object);
    } else {
        showDiagnosis(session, state);
    }
    return code;
}

// Production apps want their name typed; with --yes it has been.
std::optional<ExitCode> needTypedName(CtlSession &session, const DeployPlan &plan)
{
    const QString typed = session.invocation().value(u"yes"_s);
    const QString name = targetName(plan.app);
    if (!plan.production || typed == name)
        return std::nullopt;
    const QString option = u"--yes "_s + name;
    if (plan.stack)
        return session.refuse(typed.isEmpty()
                ? CtlText::tr("%1 is a production stack: add “%2” to do this.").arg(name, option)
                : CtlText::tr("“%1” is not the name of the stack: add “%2” to do this.")
                      .arg(typed, option));
    return session.refuse(typed.isEmpty()
            ? CtlText::tr("%1 is a production app: add “%2” to do this.").arg(name, option)
            : CtlText::tr("“%1” is not the name of the app: add “%2” to do this.")
                  .arg(typed, option));
}

// "This folder last deployed another app": a person says that it is meant.
std::optional<ExitCode> needAcknowledgement(CtlSession &session, const DeployPlan &plan)
{
    if (session.invocation().has(u"even-so"_s))
        return std::nullopt;
    for (const PlanNotice &notice : plan.notices) {
        if (notice.wantsAcknowledgement() && notice.warning != PlanWarning::MachinesDestroyed)
            return session.refuse(CtlText::tr("%1 Add “%2” if it is meant.")
                                      .arg(Words::notice(notice), u"--even-so"_s));
    }
    return std::nullopt;
}

// What is destroyed is named, and somebody says so.
std::optional<ExitCode> needDestroying(CtlSession &session, DeployPlan &plan)
{
    plan.destroyConfirmed = session.invocation().has(u"destroy"_s);
    if (plan.destroyConfirmed)
        return std::nullopt;
    for (const PlanNotice &notice : std::as_const(plan.notices)) {
        if (notice.warning == PlanWarning::MachinesDestroyed)
            return session.refuse(CtlText::tr("%1 Add “%2” if it is meant.")
                                      .arg(Words::notice(notice), u"--destroy"_s));
    }
    return std::nullopt;
}

// Whether the release command ended may be unknown after a crash: people know, or decide.
std::optional<ExitCode> answerAboutCommand(CtlSession &session, DeployPlan &plan)
{
    const auto asks = [](const PlannedStep &step) {
        return step.reason == PlanReason::ReleaseCommandUnknown;
    };
    const auto step = std::find_if(plan.steps.begin(), plan.steps.end(), asks);
    if (step == plan.steps.end())
        return std::nullopt;
    const QString answer = session.invocation().value(u"release-command"_s);
    if (answer != "run"_L1 && answer != "done"_L1)
        return session.refuse(
            CtlText::tr(
                "It cannot be known whether the release command “%1” ended. Add “%2” to run "
                "it again, or “%3” if it is done.")
                .arg(plan.releaseCommand, u"--release-command run"_s, u"--release-command done"_s));
    plan.runReleaseCommand = answer == "run"_L1;
    step->reason = plan.runReleaseCommand ? PlanReason::None : PlanReason::ReleaseCommandDone;
    return std::nullopt;
}

ExitCode cancelled(CtlSession &session)
{
    return session.fail({Error::Kind::Cancelled, u"stopped before it began"_s, 0, {}, {}, {}});
}

Pending<DeploymentId> watch(
    CtlSession &session, const DeploymentId &id, const DeploymentState &known)
{
    Promise<Pending<DeploymentId>> made;
    RunWatcher *watcher = &session.watcher();
    QMetaObject::invokeMethod(
        watcher, [watcher, id, known, made] { made.fulfil(watcher->watch(id, known, true)); });
    return *await(made.pending());
}

// "58" or "#58".
std::optional<int> numberIn(const QString &text)
{
    bool good = false;
    const int number = (text.startsWith(u'#') ? text.sliced(1) : text).toInt(&good);
    return good && number > 0 ? std::optional(number) : std::nullopt;
}

// Numbers count the deployments of one app: without an app, only one may have it.
Result<DeploymentSummary> findNumber(Journal &journal, int number, const AppName &app)
{
    Result<QList<DeploymentSummary>> found =
        journal.deployments(app, std::numeric_limits<int>::max());
    if (!found)
        return failure(found.error());
    found->removeIf([number](const DeploymentSummary &row) { return row.number != number; });
    if (found->size() == 1)
        return found->first();
    QStringList apps;
    for (const DeploymentSummary &row : std::as_const(*found))
        apps.append(targetName(row.app));
    const QString list = apps.join(u", "_s);
    if (apps.isEmpty())
        return failure(Error{Error::Kind::NotFound,
            u"there is no deployment #%1"_s.arg(number),
            0,
            {},
            {},
            u"no-deployment-number %1 %2"_s.arg(QString::number(number), app.value)});
    return failure(Error{Error::Kind::InvalidInput,
        u"several apps have a deployment #%1: %2"_s.arg(QString::number(number), list),
        0,
        {},
        {},
        u"several-deployments %1 %2"_s.arg(QString::number(number), list)});
}

} // namespace

void showDiagnosis(CtlSession &session, const DeploymentState &state)
{
    const AttemptState *attempt = state.lastAttempt();
    if (!attempt || !attempt->diagnosis)
        return;
    const QString language = QLocale().language() == QLocale::Spanish ? u"es"_s : u"en"_s;
    const DiagnosisText text =
        session.composition().catalogue().text(*attempt->diagnosis, language);
    if (text.cause.isEmpty())
        return;
    session.out().line(text.cause);
    if (!attempt->diagnosis->evidence.isEmpty())
        session.out().line(u"  > "_s + attempt->diagnosis->evidence.first().text);
    session.out().line(text.remedy);
}

ExitCode planAndRun(CtlSession &session, const PlanRequest &request)
{
    if (const auto code = session.needStore())
        return *code;
    if (const auto code = session.needClient(request.app))
        return *code;
    if (const auto code = session.needWritable(request.app))
        return *code;
    std::optional<IncidentLook> incidents;
    if (!isStackTarget(request.app))
        incidents.emplace(session);
    DeployService &service = session.composition().deploy();
    Result<DeployPlan> plan =
        session.ask<DeployPlan>([&service, request] { return service.plan(request); });
    if (incidents)
        incidents->tell();
    if (!plan)
        return session.fail(plan.error());
    if (const auto code = needTypedName(session, *plan))
        return *code;
    if (const auto code = needAcknowledgement(session, *plan))
        return *code;
    if (const auto code = needDestroying(session, *plan))
        return *code;
    if (const auto code = answerAboutCommand(session, *plan))
        return *code;
    showPlan(session.out(), *plan);
    if (session.stop().stop_requested())
        return cancelled(session);

    const Pending<DeploymentId> ended =
        watch(session, plan->deployment, knownState(session, plan->deployment));
    const DeployPlan accepted = *plan;
    const Result<DeploymentId> id =
        session.ask<DeploymentId>([&service, accepted] { return service.apply(accepted); });
    if (!id)
        return session.fail(id.error());
    // Asked to stop while it was being started: nobody saw it running then.
    if (session.stop().stop_requested()) {
        const DeploymentId running = *id;
        (void)session.ask<bool>([&service, running] { return service.cancel(running); });
    }
    const Result<DeploymentId> last = await(ended);
    if (!last)
        return session.fail(last.error());
    const ExitCode code = conclude(session, *last);
    return settleQuestion(session, knownState(session, *last), code);
}

ExitCode followToEnd(CtlSession &session, const DeploymentId &id)
{
    const DeploymentState known = knownState(session, id);
    const Pending<DeploymentId> ended = watch(session, id, known);
    DeployService *service = &session.composition().deploy();
    QMetaObject::invokeMethod(
        service, [service, id, after = known.lastSequence] { service->follow(id, after); });
    const Result<DeploymentId> last = await(ended);
    return last ? conclude(session, *last) : session.fail(last.error());
}

Result<DeploymentSummary> findDeployment(CtlSession &session, const QString &named)
{
    Journal &journal = session.composition().journal();
    const Result<std::optional<DeploymentSummary>> byId = journal.deployment(DeploymentId(named));
    if (!byId)
        return failure(byId.error());
    if (*byId)
        return **byId;
    const Result<QList<DeploymentSummary>> ofApp =
        journal.deployments(targetNamed(session, named), 1);
    if (!ofApp)
        return failure(ofApp.error());
    if (!ofApp->isEmpty())
        return ofApp->first();
    if (const std::optional<int> number = numberIn(named))
        return findNumber(
            journal, *number, targetNamed(session, session.invocation().value(u"app"_s)));
    return failure(Error{Error::Kind::NotFound,
        u"there is no deployment %1, and none of an app of this name"_s.arg(named),
        0,
        {},
        {},
        u"no-deployment"_s});
}

QCommandLineOption numberedAppOption()
{
    return {u"app"_s,
        CtlText::tr("The app that a deployment's number is of, as its history shows it."),
        u"APP"_s};
}
