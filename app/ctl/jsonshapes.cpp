#include "app/ctl/jsonshapes.h"

#include "types/logsource.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

QJsonValue withoutNonces(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &item : value.toArray())
            array.append(withoutNonces(item));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    object.remove(u"nonce"_s);
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = withoutNonces(it.value());
    return object;
}

} // namespace

QString utcText(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QJsonArray idsArray(const QList<MachineId> &ids)
{
    QJsonArray array;
    for (const MachineId &id : ids)
        array.append(id.value);
    return array;
}

QString statusName(DeploymentSummary::Status status)
{
    switch (status) {
    case DeploymentSummary::Status::Running:
        return u"running"_s;
    case DeploymentSummary::Status::RunningElsewhere:
        return u"running-elsewhere"_s;
    case DeploymentSummary::Status::Interrupted:
        return u"interrupted"_s;
    case DeploymentSummary::Status::Ended:
        return u"ended"_s;
    }
    return {};
}

namespace {
QJsonObject serverVerdictObject(const StackVerdict &verdict)
{
    QJsonObject object{{u"server"_s, verdict.server},
        {u"reported"_s, reportedName(verdict.reported)},
        {u"reality"_s, realityName(verdict.reality)},
        {u"oldVersion"_s, verdict.oldVersion},
        {u"newVersion"_s, verdict.newVersion}};
    if (verdict.databaseRestored)
        object.insert(u"databaseRestored"_s, true);
    if (!verdict.unknownBecause.isEmpty())
        object.insert(u"unknownBecause"_s, verdict.unknownBecause);
    return object;
}
} // namespace

QJsonObject verdictObject(const Verdict &verdict)
{
    QJsonObject object{
        {u"reported"_s, reportedName(verdict.reported)},
        {u"reality"_s, realityName(verdict.reality)},
        {u"contradicts"_s, verdict.contradicts()},
        {u"oldVersion"_s, verdict.oldVersion},
        {u"newVersion"_s, verdict.newVersion},
        {u"expectedMachines"_s, verdict.expectedMachines},
        {u"foundMachines"_s, verdict.foundMachines},
        {u"newMachines"_s, idsArray(verdict.newMachines)},
        {u"oldMachines"_s, idsArray(verdict.oldMachines)},
        {u"otherMachines"_s, idsArray(verdict.otherMachines)},
        {u"missingMachines"_s, idsArray(verdict.missingMachines)},
        {u"unhealthyMachines"_s, idsArray(verdict.unhealthyMachines)},
        {u"lookedAt"_s, utcText(verdict.lookedAt)},
    };
    const std::pair<QString, const QList<MachineId> &> lists[] = {
        {u"extraMachines"_s, verdict.extraMachines},
        {u"revertedMachines"_s, verdict.revertedMachines},
        {u"unlistedMachines"_s, verdict.unlistedMachines},
        {u"leftOutMachines"_s, verdict.leftOutMachines},
        {u"unreachedMachines"_s, verdict.unreachedMachines},
        {u"goneMachines"_s, verdict.goneMachines},
    };
    for (const auto &[name, machines] : lists) {
        if (!machines.isEmpty())
            object.insert(name, idsArray(machines));
    }
    if (verdict.probe) {
        object.insert(u"probe"_s,
            QJsonObject{{u"address"_s, verdict.probe->address},
                {u"problem"_s, probeProblemName(verdict.probe->problem)},
                {u"status"_s, verdict.probe->status},
                {u"certificateExpires"_s, utcText(verdict.probe->certificateExpires)}});
    }
    QJsonArray servers;
    for (const StackVerdict &one : verdict.servers)
        servers.append(serverVerdictObject(one));
    if (!servers.isEmpty())
        object.insert(u"servers"_s, servers);
    QJsonArray watched;
    for (const WatchedAddress &seen : verdict.watched)
        watched.append(QJsonObject{{u"address"_s, seen.address},
            {u"looks"_s, seen.looks},
            {u"answers"_s, seen.answers},
            {u"outages"_s, seen.outages},
            {u"downMs"_s, qint64(seen.down.count())},
            {u"longestMs"_s, qint64(seen.longest.count())},
            {u"problem"_s, probeProblemName(seen.problem)},
            {u"isDown"_s, seen.isDown}});
    if (!watched.isEmpty())
        object.insert(u"watched"_s, watched);
    if (!verdict.unknownBecause.isEmpty())
        object.insert(u"unknownBecause"_s, verdict.unknownBecause);
    return object;
}

QJsonObject summaryObject(const DeploymentSummary &summary)
{
    QJsonObject object{
        {u"deployment"_s, summary.id.value},
        {u"app"_s, summary.app.value},
        {u"number"_s, summary.number},
        {u"deployKind"_s, deployKindName(summary.kind)},
        {u"attempts"_s, summary.attempts},
        {u"releaseVersion"_s, summary.releaseVersion},
        {u"image"_s, summary.image},
        {u"startedAt"_s, utcText(summary.startedAt)},
        {u"endedAt"_s, utcText(summary.endedAt)},
        {u"status"_s, statusName(summary.status)},
    };
    if (!summary.refersTo.isEmpty())
        object.insert(u"refersTo"_s, summary.refersTo.value);
    if (summary.status == DeploymentSummary::Status::Ended)
        object.insert(u"reported"_s, reportedName(summary.reported));
    else
        object.insert(u"owner"_s,
            QJsonObject{{u"program"_s, summary.owner.program},
                {u"host"_s, summary.owner.host},
                {u"pid"_s, summary.owner.pid}});
    if (summary.failedStep)
        object.insert(u"failedStep"_s, stepName(*summary.failedStep));
    if (summary.verdict)
        object.insert(u"verdict"_s, verdictObject(*summary.verdict));
    return object;
}

QJsonObject logObject(const LogLine &line)
{
    QJsonObject object{{u"at"_s, utcText(line.at)},
        {u"source"_s, logSourceName(line.source)},
        {u"lane"_s, line.lane},
        {u"level"_s, line.level},
        {u"text"_s, line.text},
        {u"attempt"_s, line.attempt}};
    if (line.step != 0)
        object.insert(u"step"_s, line.step); // as its run on the server numbers it
    return object;
}

QJsonArray spansArray(const DeploymentState &state)
{
    QJsonArray array;
    for (const SpanState &span : state.spans) {
        QJsonObject object{
            {u"span"_s, span.id.value},
            {u"parent"_s, span.parent.value},
            {u"attempt"_s, span.attempt},
            {u"phase"_s, phaseName(span.phase)},
            {u"step"_s, stepName(span.step)},
            {u"segment"_s, segmentName(span.segment)},
            {u"lane"_s, span.lane},
            {u"startedAt"_s, utcText(span.startedAt)},
            {u"endedAt"_s, utcText(span.endedAt)},
            {u"outcome"_s, outcomeName(span.outcome)},
        };
        if (!span.title.isEmpty())
            object.insert(u"title"_s, span.title);
        array.append(object);
    }
    return array;
}

QJsonObject eventObject(const DeployEvent &event)
{
    return withoutNonces(QJsonDocument::fromJson(deployEventToJson(event)).object()).toObject();
}
