#include "app/ctl/planview.h"

#include "app/ctl/configview.h"
#include "app/ctl/text.h"
#include "models/format.h"
#include "models/words.h"
#include "models/wordsstack.h"
#include "types/deployevent.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

QString headline(const DeployPlan &plan)
{
    const QString what = Words::kind(plan.kind);
    return plan.production ? CtlText::tr("%1: %2 (PRODUCTION)").arg(what, targetName(plan.app))
                           : CtlText::tr("%1: %2").arg(what, targetName(plan.app));
}

QString stepLine(const PlannedStep &step, const DeployPlan &plan)
{
    const QString mark = step.skipped ? u"-"_s : step.writes ? u"*"_s : u" "_s;
    QString text = u"  "_s + mark + u' ' + Words::plannedStep(step, plan);
    if (step.skipped && step.reason != PlanReason::None) {
        const QString reason = Words::reason(step.reason, step.reasonArgs);
        if (!text.contains(reason))
            text += u" ("_s + reason + u')';
    }
    if (!step.skipped && step.usual)
        text += u"  "_s + CtlText::tr("usually %1").arg(Format::duration(step.usual->p50));
    return text;
}

// What of a stack's plan is no step.
void tellStack(CtlOutput &out, const StackPlan &stack)
{
    const QString version = stack.version.isEmpty() ? u"—"_s : stack.version;
    out.line(stack.versionNow.isEmpty() || stack.versionNow == stack.version
            ? CtlText::tr("Version: %1").arg(version)
            : CtlText::tr("Version: %1, now %2").arg(version, stack.versionNow));
    out.line(CtlText::tr("What is deployed: %1").arg(Words::redeploy(stack.redeploy)));
    for (const StackServerPlan &server : stack.servers) {
        out.line(CtlText::tr("On %1, in %2:").arg(server.server, stack.directory));
        for (const PlannedService &service : server.services) {
            QString line = u"  %1  %2"_s.arg(service.service, Words::serviceAction(service));
            if (service.action == PlannedService::Action::Recreate)
                line += u"  "_s
                    + CtlText::tr("expected downtime: %1").arg(Words::expectedDowntime(service));
            out.line(line);
        }
    }
}

} // namespace

void showPlan(CtlOutput &out, const DeployPlan &plan)
{
    if (out.isJson()) {
        const QJsonObject object = QJsonDocument::fromJson(deployPlanToJson(plan)).object();
        out.object("plan"_L1, {{u"plan"_s, object}});
        return;
    }
    out.line(headline(plan));
    if (plan.stack)
        tellStack(out, *plan.stack);
    else
        out.line(CtlText::tr("Image: %1").arg(plan.image));
    out.line(CtlText::tr("Config: %1").arg(plan.configSource));
    if (!plan.stack)
        out.line(CtlText::tr("Strategy: %1").arg(strategyName(plan.strategy)));
    out.line(CtlText::tr("Steps (* writes, - skipped):"));
    for (const PlannedStep &step : plan.steps)
        out.line(stepLine(step, plan));
    if (!plan.configChanges.isEmpty())
        out.line(CtlText::tr("Configuration of the machines:"));
    for (const ConfigChangeSet &set : plan.configChanges) {
        for (const QString &line : changeLines(set))
            out.line(u"  "_s + line);
    }
    for (const PlanNotice &notice : plan.notices)
        out.line(u"  ! "_s + Words::notice(notice));
    const QString risk = Words::risk(plan.risk, plan);
    if (!risk.isEmpty())
        out.line(risk);
    if (plan.usualTotal)
        out.line(CtlText::tr("It usually takes %1.").arg(Format::duration(plan.usualTotal->p50)));
}
