#include "app/pastfile.h"

#include "types/deployevent.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

template <typename Value, std::size_t count>
Value named(const Value (&values)[count], QString (*name)(Value), const QString &wanted)
{
    const auto found = std::find_if(
        std::begin(values), std::end(values), [&](Value value) { return name(value) == wanted; });
    return found == std::end(values) ? values[0] : *found;
}

PastStage stage(const QJsonObject &json)
{
    return {json[u"lane"_s].toString(),
        json[u"title"_s].toString(),
        json[u"at"_s].toDouble(),
        json[u"for"_s].toDouble(),
        json[u"failed"_s].toBool()};
}

PastStep step(const QJsonObject &json)
{
    PastStep step;
    step.what = json[u"do"_s].toString();
    step.at = json[u"at"_s].toDouble();
    step.length = json[u"for"_s].toDouble();
    step.failed = json[u"failed"_s].toBool();
    step.log = json[u"log"_s].toString();
    const QJsonArray stages = json[u"stages"_s].toArray();
    for (const QJsonValue &one : stages)
        step.stages.append(stage(one.toObject()));
    step.machine = json[u"machine"_s].toString();
    step.prepare = json[u"prepare"_s].toDouble();
    step.run = json[u"run"_s].toDouble();
    step.exitCode = json[u"exit"_s].toInt();
    step.turn = json[u"turn"_s].toDouble();
    step.pull = json[u"pull"_s].toDouble();
    step.start = json[u"start"_s].toDouble();
    step.grace = json[u"grace"_s].toDouble();
    step.checks = json[u"checks"_s].toDouble();
    step.before = json[u"before"_s].toString();
    step.after = json[u"after"_s].toString();
    step.checkOutput = json[u"checkOutput"_s].toString();
    return step;
}

PastDeployment deployment(const QJsonObject &json)
{
    static constexpr DeployKind kinds[] = {
        DeployKind::Deploy, DeployKind::Retry, DeployKind::Resume, DeployKind::RollBack};
    static constexpr Reported reports[] = {Reported::Succeeded,
        Reported::Failed,
        Reported::Cancelled,
        Reported::Interrupted,
        Reported::RolledBack};
    PastDeployment past;
    past.id = DeploymentId(json[u"id"_s].toString());
    past.number = json[u"number"_s].toInt();
    past.startedSecondsAgo = json[u"startedSecondsAgo"_s].toDouble();
    past.kind = named(kinds, &deployKindName, json[u"kind"_s].toString());
    past.refersTo = DeploymentId(json[u"refersTo"_s].toString());
    past.version = json[u"version"_s].toInt();
    past.from = json[u"from"_s].toInt();
    past.toVersion = json[u"toVersion"_s].toInt();
    past.image = json[u"image"_s].toString();
    past.digest = json[u"digest"_s].toString();
    past.imageBefore = json[u"imageBefore"_s].toString();
    past.release = ReleaseId(json[u"release"_s].toString());
    past.secretsAsNow = json[u"secrets"_s].toBool();
    past.reported = named(reports, &reportedName, json[u"reported"_s].toString());
    past.ends = json[u"ends"_s].toDouble();
    const QJsonArray steps = json[u"steps"_s].toArray();
    for (const QJsonValue &one : steps)
        past.steps.append(step(one.toObject()));
    return past;
}

QList<PastLine> lines(const QJsonArray &json)
{
    QList<PastLine> lines;
    for (const QJsonValue &value : json) {
        const QJsonArray line = value.toArray();
        lines.append({line[0].toDouble(), line[1].toString(), line[2].toString()});
    }
    return lines;
}

} // namespace

Result<PastApp> readPast(const QByteArray &json, const QString &fileName)
{
    QJsonParseError parsed;
    const QJsonObject root = QJsonDocument::fromJson(json, &parsed).object();
    if (parsed.error != QJsonParseError::NoError || !root.contains(u"deployments"_s)) {
        return failure(Error::Kind::InvalidInput, u"%1: %2"_s.arg(fileName, parsed.errorString()));
    }
    PastApp past;
    past.app = AppName(root[u"app"_s].toString());
    past.organization = root[u"organization"_s].toString();
    past.region = root[u"region"_s].toString();
    past.releaseCommand = root[u"releaseCommand"_s].toString();
    past.maxUnavailable = root[u"maxUnavailable"_s].toDouble();
    past.check = root[u"check"_s].toString();
    past.checkOutput = root[u"checkOutput"_s].toString();
    past.definition =
        QJsonDocument(root[u"definition"_s].toObject()).toJson(QJsonDocument::Compact);
    const QJsonArray secrets = root[u"secrets"_s].toArray();
    for (const QJsonValue &secret : secrets)
        past.secrets.append({secret[0].toString(), secret[1].toString(), {}});
    const QJsonArray machines = root[u"machines"_s].toArray();
    for (const QJsonValue &machine : machines)
        past.machines.append({MachineId(machine[0].toString()), machine[1].toString()});
    const QJsonObject logs = root[u"logs"_s].toObject();
    for (auto it = logs.begin(); it != logs.end(); ++it)
        past.logs.insert(it.key(), lines(it.value().toArray()));
    const QJsonArray deployments = root[u"deployments"_s].toArray();
    for (const QJsonValue &one : deployments)
        past.deployments.append(deployment(one.toObject()));
    return past;
}
