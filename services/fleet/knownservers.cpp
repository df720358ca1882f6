#include "fleet/knownservers.h"

#include "core/log.h"
#include "types/serverarchive.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestKnownServer = 4 * 1024 * 1024;

// Another address is another server.
QString reachedBy(const Server &server)
{
    const SshAddress &address = server.address;
    return QStringList{
        address.host, QString::number(address.port), address.user, address.identity, address.jump}
        .join(u'\n');
}

std::optional<ServerFacts> factsIn(const QString &path, const Server &server)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject kept = QJsonDocument::fromJson(file.read(largestKnownServer)).object();
    if (kept.value("reachedBy"_L1).toString() != reachedBy(server))
        return std::nullopt;
    const Result<ServerFacts> facts = serverFactsFromJson(kept.value("facts"_L1).toObject());
    return facts ? std::optional(*facts) : std::nullopt;
}
} // namespace

KnownServers::KnownServers(QString folder)
    : m_folder(std::move(folder))
{
}

QString KnownServers::pathOf(const ServerId &id) const
{
    return QString(m_folder + u'/' + id.value + u".json"_s);
}

QHash<ServerId, ServerFacts> KnownServers::load(const QList<Server> &servers) const
{
    QHash<ServerId, ServerFacts> known;
    QStringList wanted;
    for (const Server &server : servers) {
        const QString path = pathOf(server.id);
        wanted.append(path);
        if (const std::optional<ServerFacts> facts = factsIn(path, server))
            known.insert(server.id, *facts);
    }
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        if (!wanted.contains(folder.filePath(name)))
            QFile::remove(folder.filePath(name));
    }
    return known;
}

void KnownServers::forget(const ServerId &id) const
{
    QFile::remove(pathOf(id));
}

void KnownServers::keep(const Server &server, const ServerFacts &facts) const
{
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(pathOf(server.id));
    const QJsonObject kept{
        {u"reachedBy"_s, reachedBy(server)}, {u"facts"_s, serverFactsToJson(facts)}};
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(QJsonDocument(kept).toJson(QJsonDocument::Compact)) > 0 && file.commit();
    if (!written)
        Log::area("fleet")->warn("what server {} told is not kept: {}",
            server.name.toStdString(),
            file.errorString().toStdString());
}
