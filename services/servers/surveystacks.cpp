#include "servers/surveystacks.h"

#include "core/sanitise.h"
#include "servers/runnertext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
// The places of a container's line; surveyscript.cpp writes it.
enum Field : int
{
    WorkingFolder,
    Id,
    Name,
    ImageId,
    Image,
    State,
    Health,
    Restarts,
    ExitCode,
    OutOfMemory,
    StartedAt,
    RestartPolicy,
    Ports,
    Project,
    ServiceName,
    Number,
    OneOff,
    ConfigFiles,
    FieldCount
};

QString textOf(const QJsonArray &row, int field)
{
    return Sanitise::line(row.at(field).toString());
}

ServiceHealth healthOf(const QString &word)
{
    if (word.isEmpty() || word == "none"_L1)
        return ServiceHealth::None;
    if (word == "starting"_L1)
        return ServiceHealth::Starting;
    if (word == "healthy"_L1)
        return ServiceHealth::Healthy;
    return word == "unhealthy"_L1 ? ServiceHealth::Unhealthy : ServiceHealth::Unknown;
}

QList<PublishedPort> portsOf(const QJsonObject &object)
{
    QList<PublishedPort> ports;
    for (auto entry = object.constBegin(); entry != object.constEnd(); ++entry) {
        for (const QJsonValue &value : entry.value().toArray()) {
            const QJsonObject binding = value.toObject();
            ports.append({Sanitise::line(binding.value("HostIp"_L1).toString()),
                binding.value("HostPort"_L1).toString().toInt(),
                entry.key().section(u'/', 0, 0).toInt(),
                Sanitise::line(entry.key().section(u'/', 1, 1))});
        }
    }
    return ports;
}

// "repository" of "registry:5000/repository:tag@sha256:…", without tag and digest.
QString repositoryOf(const QString &image)
{
    const QString name = image.section(u'@', 0, 0);
    const qsizetype colon = name.lastIndexOf(u':');
    return colon > name.lastIndexOf(u'/') ? name.left(colon) : name;
}

using Digests = QHash<QString, QStringList>; // by image id

Digests digestsOf(const QList<QByteArray> &lines)
{
    Digests digests;
    for (const QByteArray &line : lines) {
        const QJsonArray row = QJsonDocument::fromJson(line).array();
        if (row.size() != 2)
            continue;
        for (const QJsonValue &value : row.at(1).toArray())
            digests[row.at(0).toString()].append(Sanitise::line(value.toString()));
    }
    return digests;
}

QString digestFor(const ServiceFacts &service, const Digests &digests)
{
    const QStringList known = digests.value(service.imageId);
    for (const QString &name : known) {
        if (repositoryOf(name) == repositoryOf(service.image))
            return name.section(u'@', 1);
    }
    return known.value(0).section(u'@', 1);
}

ServiceFacts serviceOf(const QJsonArray &row, const Digests &digests)
{
    ServiceFacts service;
    service.service = textOf(row, ServiceName);
    service.number = std::max(1, textOf(row, Number).toInt());
    service.container = textOf(row, Name);
    if (service.container.startsWith(u'/'))
        service.container.remove(0, 1);
    service.containerId = textOf(row, Id);
    service.image = textOf(row, Image);
    service.imageId = textOf(row, ImageId);
    service.digest = digestFor(service, digests);
    service.stateText = textOf(row, State);
    service.state = containerStateFrom(service.stateText);
    service.health = healthOf(textOf(row, Health));
    service.restarts = row.at(Restarts).toInt();
    service.exitCode = row.at(ExitCode).toInt();
    service.outOfMemory = row.at(OutOfMemory).toBool();
    service.restartPolicy = textOf(row, RestartPolicy);
    // Nanoseconds are more than Qt reads; the year 1 stands for "never".
    service.startedAt = QDateTime::fromString(textOf(row, StartedAt).left(19) + u'Z', Qt::ISODate);
    if (service.startedAt.date().year() <= 1)
        service.startedAt = {};
    service.ports = portsOf(row.at(Ports).toObject());
    service.oneOff = textOf(row, OneOff).compare("true"_L1, Qt::CaseInsensitive) == 0;
    return service;
}

// "yes RUN PID BIRTH BOOT SINCE OWNER" of the runner's lock, or "unreadable".
StackLock lockOf(const QString &folder, const QByteArray &text)
{
    StackLock lock;
    lock.folder = folder;
    lock.held = text == "unreadable" || text.startsWith("yes ");
    const QList<QByteArray> words = text.split(' ');
    bool isTime = false;
    const qint64 since = words.value(5).toLongLong(&isTime);
    if (!isTime)
        return lock;
    const QByteArray owner = words.mid(6).join(' ');
    lock.run = Sanitise::line(QString::fromUtf8(words.at(1)));
    lock.owner = Sanitise::line(QString::fromUtf8(RunnerText::decode(owner).value_or(owner)));
    lock.since = QDateTime::fromMSecsSinceEpoch(since, Qt::UTC);
    return lock;
}

struct FolderLook
{
    QStringList files;
    std::optional<StackLock> lock;
    bool exists = true;
};

QMap<QString, FolderLook> looksOf(const QList<QByteArray> &lines)
{
    QMap<QString, FolderLook> looks;
    QString folder;
    for (const QByteArray &line : lines) {
        const QByteArray rest = line.mid(line.indexOf(' ') + 1);
        if (line.startsWith("folder ")) {
            folder = QString::fromUtf8(rest);
            looks.insert(folder, {});
        } else if (folder.isEmpty()) {
            continue;
        } else if (line == "missing") {
            looks[folder].exists = false;
        } else if (line.startsWith("file ")) {
            looks[folder].files.append(folder + u'/' + Sanitise::line(QString::fromUtf8(rest)));
        } else if (line.startsWith("lock ")) {
            looks[folder].lock = lockOf(folder, rest);
        }
    }
    return looks;
}
} // namespace

void SurveyStacks::read(ServerFacts &facts,
    const QList<QByteArray> &containers,
    const QList<QByteArray> &images,
    const QList<QByteArray> &folders)
{
    const Digests digests = digestsOf(images);
    QMap<QString, FolderLook> looks = looksOf(folders);
    QMap<QString, StackFacts> stacks;
    for (const QByteArray &line : containers) {
        const QJsonArray row = QJsonDocument::fromJson(line).array();
        if (row.size() != FieldCount)
            continue;
        const QString project = textOf(row, Project);
        if (project.isEmpty()) {
            ++facts.otherContainers;
            continue;
        }
        StackFacts &stack = stacks[project];
        stack.project = project;
        stack.services.append(serviceOf(row, digests));
        if (stack.folder.isEmpty())
            stack.folder = textOf(row, WorkingFolder);
        if (stack.files.isEmpty())
            stack.files = textOf(row, ConfigFiles).split(u',', Qt::SkipEmptyParts);
    }
    for (StackFacts &stack : stacks) {
        std::sort(stack.services.begin(),
            stack.services.end(),
            [](const ServiceFacts &a, const ServiceFacts &b) {
                return std::tie(a.service, a.number, a.container)
                    < std::tie(b.service, b.number, b.container);
            });
        const FolderLook look = looks.value(stack.folder);
        stack.lock = look.lock;
        if (stack.files.isEmpty())
            stack.files = look.files;
        facts.stacks.append(stack);
    }
    for (auto look = looks.cbegin(); look != looks.cend(); ++look) {
        const bool known = std::any_of(facts.stacks.cbegin(),
            facts.stacks.cend(),
            [&look](const StackFacts &stack) { return stack.folder == look.key(); });
        if (!known && look->exists)
            facts.stacks.append({{}, look.key(), look->files, {}, look->lock});
    }
}
