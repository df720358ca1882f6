#include "app/ctl/planview.h"

#include "app/ctl/configview.h"
#include "app/ctl/text.h"
#include "models/format.h"
#include "models/words.h"
#include "types/deployevent.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

QString headline(const DeployPlan &plan)
{
    const QString what = Words::kind(plan.kind);
    return plan.production ? CtlText::tr("%1: %2 (PRODUCTION)").arg(what, plan.app.value)
                           : CtlText::tr("%1: %2").arg(what, plan.app.value);
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

} // namespace

void showPlan(CtlOutput &out, const DeployPlan &plan)
{
    if (out.isJson()) {
        const QJsonObject object = QJsonDocument::fromJson(deployPlanToJson(plan)).object();
        out.object("plan"_L1, {{u"plan"_s, object}});
        return;
    }
    out.line(headline(plan));
    out.line(CtlText::tr("Image: %1").arg(plan.image));
    out.line(CtlText::tr("Config: %1").arg(plan.configSource));
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
