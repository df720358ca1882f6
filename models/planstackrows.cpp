#include "models/planstackrows.h"

#include "models/format.h"
#include "models/wordsstack.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {
struct PlanStackText
{
    Q_DECLARE_TR_FUNCTIONS(PlanStackRows)
};

Status statusOfAction(PlannedService::Action action)
{
    switch (action) {
    case PlannedService::Action::Recreate:
    case PlannedService::Action::Create:
        return Status::Running;
    case PlannedService::Action::Nothing:
        return Status::Succeeded;
    case PlannedService::Action::LeftAlone:
        break;
    }
    return Status::Skipped;
}
} // namespace

QStringList PlanStackRows::facts(const DeployPlan &plan)
{
    const StackPlan &stack = *plan.stack;
    QStringList lines{PlanStackText::tr("What is deployed: %1", "code only, everything, …")
                          .arg(Words::redeploy(stack.redeploy))};
    if (!stack.version.isEmpty() && stack.version != stack.versionNow) {
        lines.append(stack.versionNow.isEmpty()
                ? PlanStackText::tr("Version: %1").arg(stack.version)
                : PlanStackText::tr("Version: %1, now %2").arg(stack.version, stack.versionNow));
    }
    QStringList servers;
    for (const StackServerPlan &server : stack.servers)
        servers.append(server.server);
    lines.append(servers.size() > 1
            ? PlanStackText::tr("Servers, in order: %1").arg(servers.join(", "_L1))
            : PlanStackText::tr("Server: %1").arg(servers.value(0)));
    lines.append(PlanStackText::tr("Directory on the servers: %1").arg(stack.directory));
    if (!plan.releaseCommand.isEmpty())
        lines.append(PlanStackText::tr("Migration: %1").arg(plan.releaseCommand));
    for (const StackWatch &watch : stack.watches)
        lines.append(PlanStackText::tr("Watched from this computer: %1, every %2")
                         .arg(watch.address, Format::duration(watch.every)));
    if (plan.usualTotal && plan.usualTotal->p50.count() > 0)
        lines.append(
            PlanStackText::tr("It usually takes %1.").arg(Format::duration(plan.usualTotal->p50)));
    return lines;
}

QStringList PlanStackRows::headers()
{
    return {PlanStackText::tr("Service"),
        PlanStackText::tr("Server"),
        PlanStackText::tr("Expected downtime"),
        PlanStackText::tr("What is done")};
}

QList<TextRow> PlanStackRows::services(const DeployPlan &plan)
{
    QList<TextRow> rows;
    for (const StackServerPlan &server : plan.stack->servers) {
        for (const PlannedService &service : server.services) {
            TextRow row;
            row.id = stackLane(server.server, service.service);
            row.texts = {service.service,
                server.server,
                Words::expectedDowntime(service),
                Words::serviceAction(service)};
            const QString images = service.imageNow == service.imageTarget
                ? service.imageTarget
                : PlanStackText::tr("%1 becomes %2", "an image and another")
                      .arg(service.imageNow, service.imageTarget);
            row.tips = {images, {}, {}, {}};
            row.status = statusOfAction(service.action);
            rows.append(row);
        }
    }
    return rows;
}
