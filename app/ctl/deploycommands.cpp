#include "app/composition.h"
#include "app/ctl/command.h"
#include "app/ctl/jsonshapes.h"
#include "app/ctl/planview.h"
#include "app/ctl/running.h"
#include "app/ctl/text.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

PlanRequest requestFor(const CtlSession &session, DeployKind kind)
{
    PlanRequest request;
    request.kind = kind;
    request.app = AppName(session.argument());
    request.image = session.invocation().value(u"image"_s);
    if (session.invocation().has(u"config"_s))
        request.configPath = QFileInfo(session.invocation().value(u"config"_s)).absoluteFilePath();
    return request;
}

ExitCode runPlan(CtlSession &session)
{
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
    if (const auto code = session.needStore())
        return *code;
    if (const auto code = session.needClient())
        return *code;
    DeployService &service = session.composition().deploy();
    const PlanRequest request = requestFor(session, kind);
    const Result<DeployPlan> plan =
        session.ask<DeployPlan>([&service, request] { return service.plan(request); });
    if (!plan)
        return session.fail(plan.error());
    showPlan(session.out(), *plan);
    return ExitCode::Done;
}

ExitCode runDeploy(CtlSession &session)
{
    if (session.invocation().value(u"image"_s).isEmpty())
        return session.refuse(
            CtlText::tr("The image to deploy is missing: %1.").arg(u"--image REF"_s));
    return planAndRun(session, requestFor(session, DeployKind::Deploy));
}

ExitCode runRetry(CtlSession &session)
{
    return planAndRun(session, requestFor(session, DeployKind::Retry));
}

ExitCode runRollBack(CtlSession &session)
{
    return planAndRun(session, requestFor(session, DeployKind::RollBack));
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
    return planAndRun(session, request);
}

ExitCode runCancel(CtlSession &session)
{
    if (const auto code = session.needStore())
        return *code;
    const Result<DeploymentSummary> found = findDeployment(session, session.argument());
    if (!found)
        return session.fail(found.error());
    const bool runs = found->status == DeploymentSummary::Status::Running
        || found->status == DeploymentSummary::Status::RunningElsewhere;
    if (!runs)
        return session.fail({Error::Kind::NotFound,
            u"deployment %1 of %2 is not running"_s.arg(found->id.value, found->app.value),
            0,
            {},
            {},
            {}});
    DeployService &service = session.composition().deploy();
    const DeploymentId id = found->id;
    const Result<bool> asked = session.ask<bool>([&service, id] { return service.cancel(id); });
    if (!asked)
        return session.fail(asked.error());
    if (session.invocation().has(u"follow"_s))
        return followToEnd(session, id);
    session.out().object("cancel"_L1, {{u"deployment"_s, id.value}, {u"app"_s, found->app.value}});
    session.out().line(CtlText::tr("%1 (process %2) was asked to stop deployment %3 of %4.")
                           .arg(found->owner.program,
                               QString::number(found->owner.pid),
                               id.value,
                               found->app.value));
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

QCommandLineOption yesOption()
{
    return {u"yes"_s, CtlText::tr("The typed name that a production app wants."), u"NAME"_s};
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

} // namespace

QList<CtlCommand> deployCommands()
{
    return {
        {u"plan"_s,
            u"APP"_s,
            CtlText::tr("Shows what would be done; writes nothing."),
            1,
            1,
            {{u"retry"_s, CtlText::tr("Plan a retry of the last deployment.")},
                {u"resume"_s, CtlText::tr("Plan to go on with an interrupted one.")},
                {u"roll-back"_s, CtlText::tr("Plan the return to the release before.")},
                imageOption(),
                configOption()},
            runPlan},
        {u"deploy"_s,
            u"APP --image REF"_s,
            CtlText::tr("Deploys an image."),
            1,
            1,
            {imageOption(), configOption(), yesOption()},
            runDeploy},
        {u"retry"_s,
            u"APP"_s,
            CtlText::tr("Tries the last deployment again; what is done stays done."),
            1,
            1,
            {configOption(), yesOption(), releaseCommandOption()},
            runRetry},
        {u"resume"_s,
            u"APP|DEPLOYMENT"_s,
            CtlText::tr("Goes on with an interrupted deployment."),
            1,
            1,
            {yesOption(), releaseCommandOption()},
            runResume},
        {u"roll-back"_s,
            u"APP"_s,
            CtlText::tr("Returns to the image and config of the release before."),
            1,
            1,
            {yesOption()},
            runRollBack},
        {u"cancel"_s,
            u"APP|DEPLOYMENT"_s,
            CtlText::tr("Asks whoever runs a deployment to stop it."),
            1,
            1,
            {followOption()},
            runCancel},
    };
}
