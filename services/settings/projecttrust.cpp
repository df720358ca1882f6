#include "settings/projecttrust.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

TrustState trustStateOf(const std::optional<ProjectTrust> &trust,
    const QString &contentHash,
    const QList<StackCommand> &commands)
{
    if (!trust)
        return {TrustState::Is::NeverSeen, {}, stackCommandChanges({}, commands)};
    if (!contentHash.isEmpty() && trust->contentHash == contentHash)
        return {TrustState::Is::Trusted, trust->at, {}};
    return {TrustState::Is::Changed, trust->at, stackCommandChanges(trust->commands, commands)};
}

QByteArray projectTrustToJson(const ProjectTrust &trust)
{
    QJsonArray commands;
    for (const StackCommand &command : trust.commands)
        commands.append(QJsonArray{command.place, command.text});
    const QJsonObject object{{u"hash"_s, trust.contentHash},
        {u"at"_s, trust.at.toUTC().toString(Qt::ISODateWithMs)},
        {u"commands"_s, commands}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<ProjectTrust> projectTrustFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ProjectTrust trust;
    trust.contentHash = object.value("hash"_L1).toString();
    trust.at = QDateTime::fromString(object.value("at"_L1).toString(), Qt::ISODateWithMs).toUTC();
    if (trust.contentHash.isEmpty() || !trust.at.isValid())
        return std::nullopt;
    for (const QJsonValue &entry : object.value("commands"_L1).toArray()) {
        const QJsonArray command = entry.toArray();
        trust.commands.append({command.at(0).toString(), command.at(1).toString()});
    }
    return trust;
}
