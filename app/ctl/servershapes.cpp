#include "app/ctl/servershapes.h"

#include "app/ctl/jsonshapes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
QJsonArray portsArray(const QList<PublishedPort> &ports)
{
    QJsonArray array;
    for (const PublishedPort &port : ports) {
        array.append(QJsonObject{{u"address"_s, port.address},
            {u"port"_s, port.port},
            {u"containerPort"_s, port.containerPort},
            {u"protocol"_s, port.protocol},
            {u"open"_s, port.isOpen()}});
    }
    return array;
}

QJsonObject serviceObject(const ServiceFacts &service)
{
    return {{u"service"_s, service.service},
        {u"number"_s, service.number},
        {u"container"_s, service.container},
        {u"containerId"_s, service.containerId},
        {u"image"_s, service.image},
        {u"imageId"_s, service.imageId},
        {u"digest"_s, service.digest},
        {u"state"_s, service.stateText},
        {u"health"_s, serviceHealthName(service.health)},
        {u"restarts"_s, service.restarts},
        {u"exitCode"_s, service.exitCode},
        {u"outOfMemory"_s, service.outOfMemory},
        {u"startedAt"_s, utcText(service.startedAt)},
        {u"oneOff"_s, service.oneOff},
        {u"ports"_s, portsArray(service.ports)}};
}

QJsonObject stackObject(const StackFacts &stack)
{
    QJsonArray services;
    for (const ServiceFacts &service : stack.services)
        services.append(serviceObject(service));
    QJsonObject object{{u"project"_s, stack.project},
        {u"folder"_s, stack.folder},
        {u"files"_s, QJsonArray::fromStringList(stack.files)},
        {u"services"_s, services}};
    if (stack.lock) {
        object.insert(u"lock"_s,
            QJsonObject{{u"held"_s, stack.lock->held},
                {u"run"_s, stack.lock->run},
                {u"owner"_s, stack.lock->owner},
                {u"since"_s, utcText(stack.lock->since)}});
    }
    return object;
}
} // namespace

QJsonObject serverObject(const Server &server)
{
    return {{u"id"_s, server.id.value},
        {u"name"_s, server.name},
        {u"host"_s, server.address.host},
        {u"port"_s, server.address.port},
        {u"user"_s, server.address.user},
        {u"identity"_s, server.address.identity},
        {u"jump"_s, server.address.jump},
        {u"production"_s, server.production},
        {u"readOnly"_s, server.readOnly},
        {u"folders"_s, QJsonArray::fromStringList(server.folders)},
        {u"backups"_s, QJsonArray::fromStringList(server.backups)}};
}

QJsonObject serverFactsObject(const ServerFacts &facts)
{
    QJsonArray disks;
    for (const DiskFacts &disk : facts.disks) {
        disks.append(QJsonObject{{u"path"_s, disk.path},
            {u"mount"_s, disk.mount},
            {u"size"_s, disk.size},
            {u"free"_s, disk.free}});
    }
    QJsonArray stacks;
    for (const StackFacts &stack : facts.stacks)
        stacks.append(stackObject(stack));
    QJsonArray backups;
    for (const BackupFacts &backup : facts.backups) {
        backups.append(QJsonObject{{u"folder"_s, backup.folder},
            {u"exists"_s, backup.exists},
            {u"newest"_s, backup.newest},
            {u"size"_s, backup.size},
            {u"at"_s, utcText(backup.at)}});
    }
    return {{u"at"_s, utcText(facts.at)},
        {u"hostName"_s, facts.hostName},
        {u"os"_s, facts.os},
        {u"osId"_s, facts.osId},
        {u"kernel"_s, facts.kernel},
        {u"cpu"_s, facts.cpu},
        {u"cpus"_s, facts.cpus},
        {u"load"_s, facts.load},
        {u"memoryTotal"_s, facts.memoryTotal},
        {u"memoryFree"_s, facts.memoryFree},
        {u"swapTotal"_s, facts.swapTotal},
        {u"upSeconds"_s, qint64(facts.upFor.count())},
        {u"bootId"_s, facts.bootId},
        {u"user"_s, facts.user},
        {u"clockAheadMs"_s, qint64(facts.clockAhead.count())},
        {u"clockUncertaintyMs"_s, qint64(facts.clockUncertainty.count())},
        {u"docker"_s, dockerStateName(facts.docker)},
        {u"dockerVersion"_s, facts.dockerVersion},
        {u"dockerRoot"_s, facts.dockerRoot},
        {u"compose"_s, composeKindName(facts.compose)},
        {u"composeVersion"_s, facts.composeVersion},
        {u"disks"_s, disks},
        {u"stacks"_s, stacks},
        {u"otherContainers"_s, facts.otherContainers},
        {u"backups"_s, backups}};
}
