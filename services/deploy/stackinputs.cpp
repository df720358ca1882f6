#include "deploy/stackinputs.h"

#include <algorithm>

namespace {
// Of the disk that holds a path: the one with the longest name that the path begins with.
qint64 freeAt(const ServerFacts &facts, const QString &path)
{
    const DiskFacts *best = nullptr;
    for (const DiskFacts &disk : facts.disks) {
        const bool holds = disk.path == path || path == disk.mount
            || path.startsWith(disk.mount.endsWith(QLatin1Char('/'))
                    ? disk.mount
                    : QString(disk.mount + QLatin1Char('/')));
        if (holds && (!best || disk.mount.size() > best->mount.size()))
            best = &disk;
    }
    return best ? best->free : -1;
}

void addContainer(const ServiceFacts &container, StackServiceNow &service)
{
    const bool runs =
        container.state == ContainerState::Running || container.state == ContainerState::Restarting;
    service.containers += runs ? 1 : 0;
    service.unhealthy = service.unhealthy || container.health == ServiceHealth::Unhealthy;
    service.restarting = service.restarting || container.state == ContainerState::Restarting;
    // Replicas of one service on two images are neither the old nor the new one.
    if (service.digest.isEmpty())
        service.digest = container.digest;
    else if (service.digest != container.digest)
        service.digest = QStringLiteral("mixed");
}
} // namespace

const StackServiceNow *StackLook::service(QStringView name) const
{
    const auto found = std::find_if(services.begin(),
        services.end(),
        [name](const StackServiceNow &one) { return one.service == name; });
    return found == services.end() ? nullptr : &*found;
}

StackLook stackLook(const QString &server, const ServerFacts &facts, const StackFacts &stack)
{
    StackLook look;
    look.server = server;
    look.project = stack.services.isEmpty() ? QString() : stack.project;
    if (stack.lock && stack.lock->held)
        look.lockedBy = stack.lock->owner.isEmpty() ? QStringLiteral("?") : stack.lock->owner;
    look.cpu = facts.cpu;
    look.freeBytes = freeAt(facts, facts.dockerRoot);
    look.freeForBackups = freeAt(facts, stack.folder);
    look.at = facts.at;
    for (const ServiceFacts &container : stack.services) {
        if (container.oneOff)
            continue;
        auto known = std::find_if(look.services.begin(),
            look.services.end(),
            [&](const StackServiceNow &service) { return service.service == container.service; });
        if (known == look.services.end()) {
            look.services.append(StackServiceNow());
            known = std::prev(look.services.end());
            known->service = container.service;
            known->image = container.image;
        }
        addContainer(container, *known);
    }
    return look;
}

QString stackCommitOf(const StackPlan &plan)
{
    for (const StackServerPlan &server : plan.servers) {
        for (const StackStep &step : server.steps) {
            if (step.step == Step::CheckOutCommit && !step.detail.isEmpty())
                return step.detail;
        }
    }
    return {};
}

QString stackUsualKey(Step step, const QString &service, const QString &detail)
{
    switch (step) {
    case Step::UpdateService:
        return service;
    case Step::PullImage:
        return QString(QStringLiteral("pull/") + service);
    case Step::BackUp:
        return QString(QStringLiteral("backup/") + detail);
    case Step::ReleaseCommand:
        return QStringLiteral("migrate/");
    default:
        return {};
    }
}
