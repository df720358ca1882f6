#include "sandbox/simcore.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
struct ImageName
{
    QString registry, repository, tag, digest;
};

ImageName splitReference(const QString &reference)
{
    ImageName name;
    QString rest = reference;
    if (const qsizetype at = rest.indexOf(u'@'); at >= 0) {
        name.digest = rest.sliced(at + 1);
        rest.truncate(at);
    }
    const qsizetype slash = rest.indexOf(u'/');
    if (slash > 0 && (rest.left(slash).contains(u'.') || rest.left(slash).contains(u':'))) {
        name.registry = rest.left(slash);
        rest = rest.sliced(slash + 1);
    }
    const qsizetype colon = rest.lastIndexOf(u':');
    name.repository = colon < 0 ? rest : rest.left(colon);
    name.tag = colon < 0 ? QString() : rest.sliced(colon + 1);
    if (name.tag.isEmpty() && name.digest.isEmpty())
        name.tag = u"latest"_s;
    return name;
}

// The platform's registry, which clients may reach under a name of this computer.
bool isOurs(const QString &registry)
{
    return registry == "registry.fly.io"_L1 || registry.startsWith("127.0.0.1:"_L1)
        || registry.startsWith("localhost:"_L1);
}

const QJsonObject &publicImages()
{
    static const QJsonObject all = [] {
        QFile file(u":/scenarios/public-images.json"_s);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }();
    return all;
}

bool isPublic(const ImageName &name)
{
    static const QStringList hub{QString(),
        u"docker.io"_s,
        u"index.docker.io"_s,
        u"registry-1.docker.io"_s,
        u"docker-hub-mirror.fly.io"_s};
    QString place = hub.contains(name.registry) ? u"docker.io"_s : name.registry;
    place += u'/';
    if (hub.contains(name.registry) && !name.repository.contains(u'/'))
        place += u"library/"_s;
    place += name.repository;
    const QJsonArray tags = publicImages().value(place).toArray();
    return std::any_of(tags.begin(), tags.end(), [&name](const QJsonValue &tag) {
        return !name.digest.isEmpty()
            || QRegularExpression::fromWildcard(tag.toString()).match(name.tag).hasMatch();
    });
}
} // namespace

bool SimCore::isThere(const SimApp &app, const QString &reference) const
{
    const ImageName name = splitReference(reference);
    if (isOurs(name.registry))
        return findImage(app, reference);
    const auto isUsed = [&reference](const auto &known) {
        const auto &[appName, other] = known;
        const auto runs = [&reference](
                              const auto &machine) { return machine.second.image() == reference; };
        const auto ran = [&reference](
                             const SimRelease &release) { return release.imageRef == reference; };
        return std::any_of(other.machines.begin(), other.machines.end(), runs)
            || std::any_of(other.releases.begin(), other.releases.end(), ran);
    };
    return isPublic(name) || std::any_of(s.apps.begin(), s.apps.end(), isUsed);
}

const SimImage *SimCore::findImage(const SimApp &app, const QString &reference) const
{
    const ImageName name = splitReference(reference);
    for (const SimImage &image : app.images) {
        if (image.repository != name.repository)
            continue;
        if (name.digest.isEmpty() ? image.tag == name.tag : image.digest == name.digest)
            return &image;
    }
    return nullptr;
}

QString SimCore::digestOf(const SimApp &app, const QString &reference) const
{
    if (const SimImage *image = findImage(app, reference))
        return image->digest;
    const QString digest = splitReference(reference).digest;
    if (!digest.isEmpty())
        return digest;
    const QByteArray sum = QCryptographicHash::hash(reference.toUtf8(), QCryptographicHash::Sha256);
    return u"sha256:"_s + QString::fromLatin1(sum.toHex());
}

QJsonArray SimCore::eventsJson(const SimMachine &machine, int limit) const
{
    QJsonArray events;
    for (const SimMachineEvent &event : machine.events) {
        if (events.size() >= limit)
            break;
        QJsonObject object{{u"id"_s, event.id},
            {u"type"_s, event.type},
            {u"status"_s, event.status},
            {u"source"_s, event.source},
            {u"timestamp"_s, wallMs(event.at)}};
        if (!event.request.isEmpty())
            object.insert("request"_L1, event.request);
        events.append(object);
    }
    return events;
}

QJsonObject SimCore::machineJson(const SimApp &app, const SimMachine &machine) const
{
    const QString running = machine.otherImage.isEmpty() ? machine.image() : machine.otherImage;
    const ImageName name = splitReference(running);
    QJsonObject object{
        {u"id"_s, machine.id},
        {u"name"_s, machine.name},
        {u"state"_s, machine.state},
        {u"region"_s, machine.region},
        {u"image_ref"_s,
            QJsonObject{{u"registry"_s, name.registry},
                {u"repository"_s, name.repository},
                {u"tag"_s, name.tag},
                {u"digest"_s, digestOf(app, running)},
                {u"labels"_s, QJsonObject()}}},
        {u"instance_id"_s, machine.instanceId},
        {u"private_ip"_s, machine.privateIp},
        {u"created_at"_s, stamp(machine.createdAt)},
        {u"updated_at"_s, stamp(machine.updatedAt)},
        {u"events"_s, eventsJson(machine, 20)},
        {u"host_status"_s, machine.hostStatus},
        {u"cordoned"_s, machine.cordoned},
    };
    object.insert(
        machine.hostStatus == "ok"_L1 ? "config"_L1 : "incomplete_config"_L1, machine.config);
    QJsonArray checks;
    for (const SimCheck &check : machine.checks) {
        checks.append(QJsonObject{{u"name"_s, check.name},
            {u"status"_s, check.status},
            {u"output"_s, check.output},
            {u"updated_at"_s, stamp(check.updatedAt)}});
    }
    object.insert("checks"_L1, checks);
    if (const SimLease *lease = machine.liveLease(s.now)) {
        object.insert("lease"_L1,
            QJsonObject{{u"owner"_s, lease->owner},
                {u"description"_s, lease->description},
                {u"expires_at"_s, wallMs(lease->expiresAt) / 1000}});
    }
    return object;
}
