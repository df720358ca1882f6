#include "app/composition.h"
#include "app/ctl/answering.h"
#include "app/ctl/command.h"
#include "app/ctl/copyas.h"
#include "app/ctl/incidentlook.h"
#include "app/ctl/jsonshapes.h"
#include "app/ctl/planview.h"
#include "app/ctl/running.h"
#include "app/ctl/stacktargets.h"
#include "app/ctl/text.h"
#include "settings/settings.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

// What "link" has linked, as long as it is there. Settings of their own: this is no main thread.
QString linkedConfig(CtlSession &session, const AppName &app)
{
    const Settings settings(session.composition().paths().config + u"/settings.ini"_s);
    const QString path = settings.projectConfig(app.value);
    return QFileInfo::exists(path) ? path : QString();
}

// What a stack is asked to do; an exit code where it was refused. Nothing: it is an app.
std::optional<ExitCode> stackRequest(CtlSession &session, DeployKind kind, PlanRequest &request)
{
    const std::optional<CtlStack> stack = stackNamed(session, session.argument());
    if (!stack)
        return std::nullopt;
    request.kind = kind;
    request.app = stack->target;
    request.configPath = stack->toml;
    if (const auto code = readStackOptions(session, request))
        return code;
    if (kind == DeployKind::RollBack && session.invocation().has(u"to"_s))
        request.image = session.invocation().value(u"to"_s);
    if (CopyAs::isAsked(session))
        return session.refuse(CtlText::tr("A stack's commands are in its plan: use “%1”.")
                                  .arg(u"atalayactl plan --json"_s));
    return kind == DeployKind::Resume ? std::nullopt : needTrust(session, *stack);
}

PlanRequest requestFor(CtlSession &session, DeployKind kind)
{
    PlanRequest request;
    request.kind = kind;
    request.app = AppName(session.argument());
    request.image = session.invocation().value(u"image"_s);
    request.strategy = strategyFromName(session.invocation().value(u"strategy"_s));
    const QStringList left =
        session.invocation().value(u"leave-out"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &machine : left)
        request.leaveOut.append(MachineId(machine.trimmed()));
    if (session.invocation().has(u"config"_s))
        request.configPath = QFileInfo(session.invocation().value(u"config"_s)).absoluteFilePath();
    else if (kind == DeployKind::Deploy)
        request.configPath = linkedConfig(session, request.app);
    return request;
}

// Makes the plan, which only reads, and shows it, or what another tool would be told.
ExitCode planAndShow(CtlSession &session, const PlanRequest &request)
{
    if (const auto code = session.needStore())
        return *code;
    if (const auto code = session.needClient(request.app))
        return *code;
    std::optional<IncidentLook> incidents;
    if (!isStackTarget(request.app))
        incidents.emplace(session);
    DeployService &service = session.composition().deploy();
    const Result<DeployPlan> plan =
        session.ask<DeployPlan>([&service, request] { return service.plan(request); });
    if (incidents)
        incidents->tell();
    if (!plan)
        return session.fail(plan.error());
    if (CopyAs::isAsked(session))
        return CopyAs::print(session, PlatformAction::of(*plan));
    showPlan(session.out(), *plan);
    return ExitCode::Done;
}

ExitCode planAndDo(CtlSession &session, const PlanRequest &request)
{
    return CopyAs::isAsked(session) ? planAndShow(session, request) : planAndRun(session, request);
}

// Nothing: it is none of the platform's strategies.
std::optional<ExitCode> refuseStrategy(CtlSession &session)
{
    const QString name = session.invocation().value(u"strategy"_s);
    if (name.isEmpty() || strategyFromName(name))
        return std::nullopt;
    return session.refuse(CtlText::tr("“%1” is no strategy: %2.")
                              .arg(name, u"rolling, immediate, canary, bluegreen"_s));
}

// "v41" or "41"; 0: none was asked for, nothing: it is no number.
std::optional<int> versionAsked(const CtlSession &session)
{
    if (!session.invocation().has(u"to"_s))
        return 0;
    const QString text = session.invocation().value(u"to"_s);
    const int version = (text.startsWith(u'v') ? text.mid(1) : text).toInt();
    return version > 0 ? std::optional(version) : std::nullopt;
}

ExitCode runPlan(CtlSession &session)
{
    if (const auto code = refuseStrategy(session))
        return *code;
    const QList<std::pair<QString, DeployKind>> kinds{{u"retry"_s, DeployKind::Retry},
        {u"resume"_s, DeployKind::Resume},
        {u"roll-back"_s, DeployKind::RollBack}};
    DeployKind kind = DeployKind::Deploy;
    int chosen = 0;
    for (const auto &[option, meaning] : kinds) {
        if (session.invocation().has(option)) {
            kind = meaning;
            ++chosen;
        }
    }
    if (chosen > 1)
        return session.refuse(
            CtlText::tr("Only one of %1 can be planned.").arg(u"--retry, --resume, --roll-back"_s));
    PlanRequest ofStack;
    if (const auto code = stackRequest(session, kind, ofStack))
        return *code;
    if (!ofStack.app.isEmpty())
        return planAndShow(session, ofStack);
    const std::optional<int> version = versionAsked(session);
    if (!version)
        return session.refuse(CtlText::tr("“%1” is not the number of a release.")
                                  .arg(session.invocation().value(u"to"_s)));
    PlanRequest request = requestFor(session, kind);
    request.toVersion = *version;
    return planAndShow(session, request);
}

ExitCode runDeploy(CtlSession &session)
{
    PlanRequest ofStack;
    if (const auto code = stackRequest(session, DeployKind::Deploy, ofStack))
        return *code;
    if (!ofStack.app.isEmpty())
        return planAndRun(session, ofStack);
    if (const auto code = refuseStrategy(session))
        return *code;
    if (session.invocation().value(u"image"_s).isEmpty())
        return session.refuse(
            CtlText::tr("The image to deploy is missing: %1.").arg(u"--image REF"_s));
    return planAndDo(session, requestFor(session, DeployKind::Deploy));
}

ExitCode runRetry(CtlSession &session)
{
    PlanRequest ofStack;
    if (const auto code = stackRequest(session, DeployKind::Retry, ofStack))
        return *code;
    if (!ofStack.app.isEmpty())
        return planAndRun(session, ofStack);
    return planAndDo(session, requestFor(session, DeployKind::Retry));
}

ExitCode runRollBack(CtlSession &session)
{
    PlanRequest ofStack;
    if (const auto code = stackRequest(session, DeployKind::RollBack, ofStack))
        return *code;
    if (!ofStack.app.isEmpty())
        return planAndRun(session, ofStack);
    if (const auto code = refuseStrategy(session))
        return *code;
    const std::optional<int> version = versionAsked(session);
    if (!version)
        return session.refuse(CtlText::tr("“%1” is not the number of a release.")
                                  .arg(session.invocation().value(u"to"_s)));
    PlanRequest request = requestFor(session, DeployKind::RollBack);
    request.toVersion = *version;
    return planAndDo(session, request);
}

ExitCode runResume(CtlSession &session)
{
    if (const auto code = session.needStore())
        return *code;
    const Result<DeploymentSummary> found = findDeployment(session, session.argument());
    if (!found)
        return session.fail(found.error());
    PlanRequest request;
    request.kind = DeployKind::Resume;
    request.app = found->app;
    request.deployment = found->id;
    return planAndDo(session, request);
}

std::optional<StopMode> stopModeAsked(const CtlSession &session)
{
    const QString word = session.invocation().value(u"how"_s);
    if (word.isEmpty() || word == "policy"_L1)
        return StopMode::Policy;
    if (word == "roll-back"_L1)
        return StopMode::RollBack;
    return word == "leave"_L1 ? std::optional(StopMode::Leave) : std::nullopt;
}

ExitCode runCancel(CtlSession &session)
{
    if (CopyAs::isAsked(session)) {
        PlatformAction action;
        action.what = PlatformAction::What::Cancel;
        action.app = AppName(session.argument());
        return CopyAs::print(session, action);
    }
    if (const auto code = session.needStore())
        return *code;
    const Result<DeploymentSummary> found = findDeployment(session, session.argument());
    if (!found)
        return session.fail(found.error());
    // A stack's run goes on without anybody who follows it.
    const bool runs = found->status == DeploymentSummary::Status::Running
        || found->status == DeploymentSummary::Status::RunningElsewhere
        || (found->status == DeploymentSummary::Status::Interrupted && isStackTarget(found->app));
    if (!runs)
        return session.fail({Error::Kind::NotFound,
            u"deployment %1 of %2 is not running"_s.arg(found->id.value, targetName(found->app)),
            0,
            {},
            {},
            u"not-running"_s});
    const std::optional<StopMode> mode = stopModeAsked(session);
    if (!mode)
        return session.refuse(
            CtlText::tr("“%1” is no way to stop: %2.")
                .arg(session.invocation().value(u"how"_s), u"policy, roll-back, leave"_s));
    DeployService &service = session.composition().deploy();
    const DeploymentId id = found->id;
    const Result<bool> asked =
        session.ask<bool>([&service, id, mode] { return service.cancel(id, *mode); });
    if (!asked)
        return session.fail(asked.error());
    if (session.invocation().has(u"follow"_s))
        return followToEnd(session, id);
    session.out().object("cancel"_L1, {{u"deployment"_s, id.value}, {u"app"_s, found->app.value}});
    session.out().line(CtlText::tr("%1 (process %2) was asked to stop deployment %3 of %4.")
                           .arg(found->owner.program,
                               QString::number(found->owner.pid),
                               id.value,
                               targetName(found->app)));
    return ExitCode::Done;
}

QCommandLineOption imageOption()
{
    return {u"image"_s, CtlText::tr("The image to run, as the registry knows it."), u"REF"_s};
}

QCommandLineOption configOption()
{
    return {u"config"_s, CtlText::tr("The fly.toml to deploy with."), u"FILE"_s};
}

QCommandLineOption strategyOption()
{
    return {u"strategy"_s,
        CtlText::tr("How machines are updated: %1; else as fly.toml says.")
            .arg(u"rolling, immediate, canary, bluegreen"_s),
        u"NAME"_s};
}

QCommandLineOption yesOption()
{
    return {u"yes"_s, CtlText::tr("The typed name that a production app wants."), u"NAME"_s};
}

QCommandLineOption evenSoOption()
{
    return {u"even-so"_s, CtlText::tr("Do it although the fly.toml was another app's.")};
}

QCommandLineOption releaseCommandOption()
{
    return {u"release-command"_s,
        CtlText::tr("When it cannot be known whether it ended: run it again, or count it as done."),
        u"run|done"_s};
}

QCommandLineOption followOption()
{
    return {u"follow"_s, CtlText::tr("Go on telling until it has ended.")};
}

QCommandLineOption howOption()
{
    return {u"how"_s,
        CtlText::tr("Of a stack: as its atalaya.toml says, roll it back, or leave it as it is."),
        u"policy|roll-back|leave"_s};
}

QCommandLineOption toOption()
{
    return {u"to"_s, CtlText::tr("The release to return to, instead of the one before."), u"v41"_s};
}

QCommandLineOption destroyOption()
{
    return {u"destroy"_s, CtlText::tr("The machines that the plan destroys are meant.")};
}

QCommandLineOption leaveOutOption()
{
    return {u"leave-out"_s, CtlText::tr("Machines that are not touched, by commas."), u"IDS"_s};
}

// Of every command that changes machines.
QList<QCommandLineOption> runOptions(QList<QCommandLineOption> options)
{
    return std::move(options)
        + QList<QCommandLineOption>{
            yesOption(), destroyOption(), leaveOutOption(), onFailureOption()};
}

QList<QCommandLineOption> orCopied(QList<QCommandLineOption> options)
{
    return std::move(options) + CopyAs::options();
}

} // namespace

QList<CtlCommand> deployCommands()
{
    return {
        {u"plan"_s,
            u"APP"_s,
            CtlText::tr("Shows what would be done; writes nothing."),
            1,
            1,
            orCopied({{u"retry"_s, CtlText::tr("Plan a retry of the last deployment.")},
                {u"resume"_s, CtlText::tr("Plan to go on with an interrupted one.")},
                {u"roll-back"_s, CtlText::tr("Plan the return to the release before.")},
                toOption(),
                imageOption(),
                configOption(),
                strategyOption(),
                leaveOutOption()})
                + stackDeployOptions(),
            runPlan},
        {u"deploy"_s,
            u"APP --image REF | STACK|FOLDER"_s,
            CtlText::tr("Deploys an image to an app, or a compose stack to its servers."),
            1,
            1,
            orCopied(runOptions({imageOption(), configOption(), strategyOption(), evenSoOption()}))
                + stackDeployOptions(),
            runDeploy},
        {u"retry"_s,
            u"APP|STACK"_s,
            CtlText::tr("Tries the last deployment again; what is done stays done."),
            1,
            1,
            orCopied(runOptions({configOption(), evenSoOption(), releaseCommandOption()}))
                + stackDeployOptions(),
            runRetry},
        {u"resume"_s,
            u"APP|DEPLOYMENT"_s,
            CtlText::tr("Goes on with an interrupted deployment."),
            1,
            1,
            orCopied(runOptions({numberedAppOption(), releaseCommandOption()})),
            runResume},
        {u"roll-back"_s,
            u"APP [--to v41] | STACK [--to VERSION]"_s,
            CtlText::tr("Returns to the image and config of an earlier release."),
            1,
            1,
            orCopied(runOptions({toOption(), strategyOption(), evenSoOption()}))
                + stackDeployOptions(),
            runRollBack},
        {u"answer"_s,
            u"DEPLOYMENT retry|leave-out|roll-back|leave"_s,
            CtlText::tr("Says how a deployment goes on that stopped half-way."),
            2,
            2,
            runOptions({numberedAppOption(), releaseCommandOption()}),
            runAnswer},
        {u"cancel"_s,
            u"APP|DEPLOYMENT"_s,
            CtlText::tr("Asks whoever runs a deployment to stop it."),
            1,
            1,
            orCopied({numberedAppOption(), followOption(), howOption()}),
            runCancel},
    };
}
