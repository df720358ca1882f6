#include "types/serverarchive.h"

#include "types/jsonarchive.h"

using namespace Qt::StringLiterals;

template <> struct EnumNames<ServiceHealth>
{
    static QString name(ServiceHealth value) { return serviceHealthName(value); }
    static std::optional<ServiceHealth> value(QStringView name) { return serviceHealthFrom(name); }
};
template <> struct EnumNames<ContainerState>
{
    static QString name(ContainerState value) { return containerStateName(value); }
    static std::optional<ContainerState> value(QStringView name)
    {
        return containerStateFrom(name);
    }
};
template <> struct EnumNames<DockerState>
{
    static QString name(DockerState value) { return dockerStateName(value); }
    static std::optional<DockerState> value(QStringView name) { return dockerStateFrom(name); }
};
template <> struct EnumNames<ComposeKind>
{
    static QString name(ComposeKind value) { return composeKindName(value); }
    static std::optional<ComposeKind> value(QStringView name) { return composeKindFrom(name); }
};

void describe(auto &archive, Either<PublishedPort> auto &port)
{
    archive.field("address"_L1, port.address);
    archive.field("port"_L1, port.port);
    archive.field("containerPort"_L1, port.containerPort);
    archive.field("protocol"_L1, port.protocol);
}

void describe(auto &archive, Either<ServiceFacts> auto &service)
{
    archive.field("service"_L1, service.service);
    archive.field("number"_L1, service.number);
    archive.field("container"_L1, service.container);
    archive.field("containerId"_L1, service.containerId);
    archive.field("image"_L1, service.image);
    archive.field("imageId"_L1, service.imageId);
    archive.field("digest"_L1, service.digest);
    archive.field("state"_L1, service.state);
    archive.field("stateText"_L1, service.stateText);
    archive.field("health"_L1, service.health);
    archive.field("restarts"_L1, service.restarts);
    archive.field("exitCode"_L1, service.exitCode);
    archive.field("outOfMemory"_L1, service.outOfMemory);
    archive.field("restartPolicy"_L1, service.restartPolicy);
    archive.field("startedAt"_L1, service.startedAt);
    archive.field("ports"_L1, service.ports);
    archive.field("oneOff"_L1, service.oneOff);
}

void describe(auto &archive, Either<StackLock> auto &lock)
{
    archive.field("folder"_L1, lock.folder);
    archive.field("held"_L1, lock.held);
    archive.field("run"_L1, lock.run);
    archive.field("owner"_L1, lock.owner);
    archive.field("since"_L1, lock.since);
}

void describe(auto &archive, Either<StackFacts> auto &stack)
{
    archive.field("project"_L1, stack.project);
    archive.field("folder"_L1, stack.folder);
    archive.field("files"_L1, stack.files);
    archive.field("services"_L1, stack.services);
    archive.field("lock"_L1, stack.lock);
}

void describe(auto &archive, Either<DiskFacts> auto &disk)
{
    archive.field("path"_L1, disk.path);
    archive.field("mount"_L1, disk.mount);
    archive.field("size"_L1, disk.size);
    archive.field("free"_L1, disk.free);
}

void describe(auto &archive, Either<BackupFacts> auto &backup)
{
    archive.field("folder"_L1, backup.folder);
    archive.field("exists"_L1, backup.exists);
    archive.field("newest"_L1, backup.newest);
    archive.field("size"_L1, backup.size);
    archive.field("at"_L1, backup.at);
}

void describe(auto &archive, Either<ServerFacts> auto &facts)
{
    archive.field("at"_L1, facts.at);
    archive.field("hostName"_L1, facts.hostName);
    archive.field("os"_L1, facts.os);
    archive.field("osId"_L1, facts.osId);
    archive.field("kernel"_L1, facts.kernel);
    archive.field("cpu"_L1, facts.cpu);
    archive.field("cpus"_L1, facts.cpus);
    archive.field("load"_L1, facts.load);
    archive.field("memoryTotal"_L1, facts.memoryTotal);
    archive.field("memoryFree"_L1, facts.memoryFree);
    archive.field("swapTotal"_L1, facts.swapTotal);
    archive.field("upForSeconds"_L1, facts.upFor);
    archive.field("bootId"_L1, facts.bootId);
    archive.field("user"_L1, facts.user);
    archive.field("isRoot"_L1, facts.isRoot);
    archive.field("clockAheadMs"_L1, facts.clockAhead);
    archive.field("clockUncertaintyMs"_L1, facts.clockUncertainty);
    archive.field("docker"_L1, facts.docker);
    archive.field("dockerVersion"_L1, facts.dockerVersion);
    archive.field("dockerRoot"_L1, facts.dockerRoot);
    archive.field("dockerText"_L1, facts.dockerText);
    archive.field("compose"_L1, facts.compose);
    archive.field("composeVersion"_L1, facts.composeVersion);
    archive.field("disks"_L1, facts.disks);
    archive.field("stacks"_L1, facts.stacks);
    archive.field("otherContainers"_L1, facts.otherContainers);
    archive.field("backups"_L1, facts.backups);
}

QJsonObject serverFactsToJson(const ServerFacts &facts)
{
    return JsonWriter::objectOf(facts);
}

Result<ServerFacts> serverFactsFromJson(const QJsonObject &json)
{
    return readJsonObject<ServerFacts>(
        json, {}, [](JsonReader &reader, ServerFacts &facts) { describe(reader, facts); });
}
