#include "models/serverrows.h"

#include "models/format.h"
#include "models/wordsservers.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {
struct ServerRowsText
{
    Q_DECLARE_TR_FUNCTIONS(Servers)
};

constexpr qint64 secondsOfTwoDays = 2 * 24 * 3600;

TextRow factRow(const QString &id, const QString &text, Status status)
{
    TextRow row;
    row.id = id;
    row.texts = {text};
    row.status = status;
    return row;
}

Status goodUnless(bool bad, Status other = Status::Warning)
{
    return bad ? other : Status::Succeeded;
}

Status statusOfDisk(const DiskFacts &disk)
{
    if (disk.size <= 0)
        return Status::Unknown;
    const double left = double(disk.free) / double(disk.size);
    return left < 0.03 ? Status::Failed : goodUnless(left < 0.10);
}

Status statusOfBackup(const BackupFacts &backup, const QDateTime &now)
{
    return goodUnless(
        !backup.exists || backup.newest.isEmpty() || backup.at.secsTo(now) > secondsOfTwoDays);
}

QString shortDigest(const QString &digest)
{
    const QString hex = digest.section(u':', 1);
    return hex.isEmpty() ? QString() : QString(hex.left(12));
}

int runningServices(const StackFacts &stack)
{
    return int(std::ranges::count_if(stack.services, [](const ServiceFacts &service) {
        return !service.oneOff && service.state == ContainerState::Running;
    }));
}

int plannedServices(const StackFacts &stack)
{
    return int(std::ranges::count_if(
        stack.services, [](const ServiceFacts &service) { return !service.oneOff; }));
}
} // namespace

QList<TextRow> ServerRows::facts(const ServerFacts &facts, const QDateTime &now)
{
    QList<TextRow> rows{factRow(u"system"_s, WordsServers::system(facts), Status::Succeeded),
        factRow(u"load"_s, WordsServers::load(facts), goodUnless(facts.load > 2.0 * facts.cpus)),
        factRow(u"memory"_s,
            WordsServers::memory(facts),
            goodUnless(facts.memoryTotal > 0 && facts.memoryFree < facts.memoryTotal / 20))};
    QStringList mounts; // folders of one disk have the same room
    for (const DiskFacts &disk : facts.disks) {
        if (disk.mount.isEmpty() || !mounts.contains(disk.mount))
            rows.append(
                factRow(u"disk "_s + disk.path, WordsServers::disk(disk), statusOfDisk(disk)));
        mounts.append(disk.mount);
    }
    const bool docker = facts.docker == DockerState::Running;
    rows.append(
        factRow(u"docker"_s, WordsServers::docker(facts), goodUnless(!docker, Status::Failed)));
    const bool compose =
        facts.compose == ComposeKind::Plugin || facts.compose == ComposeKind::Standalone;
    rows.append(
        factRow(u"compose"_s, WordsServers::compose(facts), goodUnless(!compose, Status::Failed)));
    const QString off = WordsServers::clock(facts);
    rows.append(factRow(u"clock"_s,
        off.isEmpty() ? ServerRowsText::tr("Its clock agrees with that of this computer.") : off,
        goodUnless(!off.isEmpty())));
    for (const BackupFacts &backup : facts.backups)
        rows.append(factRow(u"backup "_s + backup.folder,
            WordsServers::backup(backup, now),
            statusOfBackup(backup, now)));
    if (facts.otherContainers > 0) {
        rows.append(factRow(u"others"_s,
            ServerRowsText::tr(
                "%Ln container(s) belong to no stack", nullptr, facts.otherContainers),
            Status::Skipped));
    }
    return rows;
}

QList<TextRow> ServerRows::stackFacts(const StackFacts &stack)
{
    QList<TextRow> rows;
    if (!stack.folder.isEmpty()) {
        rows.append(factRow(
            u"folder"_s, ServerRowsText::tr("Folder: %1").arg(stack.folder), Status::Succeeded));
        rows.last().raw = stack.folder;
    }
    if (!stack.files.isEmpty()) {
        rows.append(factRow(u"files"_s,
            ServerRowsText::tr("Compose files: %1").arg(stack.files.join(", "_L1)),
            Status::Succeeded));
    }
    if (stack.lock) {
        rows.append(factRow(u"lock"_s,
            WordsServers::lock(*stack.lock),
            stack.lock->held ? Status::Running : Status::Warning));
    }
    return rows;
}

QStringList ServerRows::stackHeaders()
{
    return {ServerRowsText::tr("Stack"),
        ServerRowsText::tr("State"),
        ServerRowsText::tr("Services"),
        ServerRowsText::tr("Folder")};
}

QList<TextRow> ServerRows::stacks(const ServerFacts &facts)
{
    QList<TextRow> rows;
    for (const StackFacts &stack : facts.stacks) {
        TextRow row;
        row.id = stackKey(stack);
        const FleetState state = stackFleetState(stack);
        const QString word = WordsServers::stackState(stack, state);
        const QString count = plannedServices(stack) == 0
            ? ServerRowsText::tr("none", "services")
            : ServerRowsText::tr("%1 of %2 run", "services")
                  .arg(QLocale().toString(runningServices(stack)),
                      QLocale().toString(plannedServices(stack)));
        row.texts = {row.id, word, count, stack.folder};
        row.status = statusOf(state);
        row.accessible = ServerRowsText::tr("Stack %1, %2").arg(row.id, word);
        rows.append(row);
    }
    return rows;
}

QStringList ServerRows::serviceHeaders()
{
    return {ServerRowsText::tr("Service"),
        ServerRowsText::tr("State"),
        ServerRowsText::tr("Health check"),
        ServerRowsText::tr("Image"),
        ServerRowsText::tr("Digest"),
        ServerRowsText::tr("Restarts"),
        ServerRowsText::tr("Ports"),
        ServerRowsText::tr("Started")};
}

QList<TextRow> ServerRows::services(const StackFacts &stack, const QDateTime &now)
{
    QList<TextRow> rows;
    for (const ServiceFacts &service : stack.services) {
        TextRow row;
        row.id = service.container;
        const QString name = service.oneOff
            ? ServerRowsText::tr("%1 (one-off)", "service").arg(service.service)
            : WordsServers::serviceName(service);
        const bool running = service.state == ContainerState::Running;
        row.texts = {name,
            WordsServers::state(service),
            WordsServers::health(service.health),
            service.image,
            shortDigest(service.digest),
            QLocale().toString(service.restarts),
            WordsServers::ports(service).join(u' '),
            running && service.startedAt.isValid() ? Format::age(service.startedAt, now)
                                                   : QString()};
        const QString digest = service.digest.isEmpty()
            ? ServerRowsText::tr("It has no digest: it was never pulled from an image registry nor "
                                 "pushed to one. What runs is %1.")
                  .arg(service.imageId)
            : service.digest;
        row.tips = {service.container,
            {},
            {},
            {},
            digest,
            {},
            WordsServers::ports(service).join(u'\n'),
            Format::utc(service.startedAt)};
        row.status = statusOf(serviceFleetState(service));
        row.accessible =
            ServerRowsText::tr("Service %1, %2").arg(name, WordsServers::serviceState(service));
        row.raw = service.container;
        rows.append(row);
    }
    return rows;
}
