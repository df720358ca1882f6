#include "capsule/capsule.h"
#include "core/redactjson.h"
#include "core/sanitise.h"
#include "types/eventarchive.h"
#include "types/logarchive.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

const QString format = u"atalaya-capsule"_s;

void describeCapsule(auto &archive, Either<Capsule> auto &capsule)
{
    archive.field("madeBy"_L1, capsule.madeBy);
    archive.field("madeAt"_L1, capsule.madeAt);
    archive.field("app"_L1, capsule.app);
    archive.field("deployment"_L1, capsule.deployment);
    archive.field("number"_L1, capsule.number);
    archive.field("events"_L1, capsule.events);
    archive.field("log"_L1, capsule.log);
}

QJsonValue sanitised(const QJsonValue &value)
{
    if (value.isString())
        return Sanitise::line(value.toString());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        QJsonArray result;
        for (const QJsonValue &item : array)
            result.append(sanitised(item));
        return result;
    }
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(), sanitised(it.value()));
    return result;
}

// What no reader of fields sees: an order, a time that no chart has room for.
void checkEvents(const Capsule &capsule, JsonProblem &problem)
{
    constexpr qint64 longest = 10LL * 366 * 24 * 3600 * 1000; // ten years
    if (capsule.events.isEmpty())
        return problem.add(u"events"_s, u"empty"_s);
    const QDateTime first = capsule.events.first().at;
    for (qsizetype i = 0; i < capsule.events.size(); ++i) {
        const DeployEvent &event = capsule.events.at(i);
        const QString path = u"events[%1]"_s.arg(i);
        if (!event.at.isValid())
            return problem.add(QString(path + u".at"_s), u"missing"_s);
        if (std::abs(first.msecsTo(event.at)) > longest)
            return problem.add(QString(path + u".at"_s), u"out of range"_s);
        if (event.sequence != i + 1)
            return problem.add(QString(path + u".sequence"_s),
                u"%1 where %2 was expected"_s.arg(event.sequence).arg(i + 1));
        if (event.deployment != capsule.deployment)
            return problem.add(QString(path + u".deployment"_s), u"another one"_s);
    }
    if (!std::holds_alternative<events::AttemptStarted>(capsule.events.first().body))
        return problem.add(u"events[0].kind"_s, u"not the start of an attempt"_s);
    const Result<DeploymentState> folded = capsule.state();
    if (!folded)
        problem.add(u"capsule"_s, folded.error().detail);
    else if (folded->app != capsule.app)
        problem.add(u"app"_s, u"not the one of the plan"_s);
}

// Before anything else is looked at: a newer one may look like anything.
void checkHead(JsonReader &reader)
{
    const QJsonValue found = reader.object().value("format"_L1);
    if (found.toString() != format)
        return reader.problem().add(
            u"format"_s, u"this is not a capsule of a deployment (\"%1\")"_s.arg(format));
    int schema = 0;
    reader.field("schema"_L1, schema);
    if (schema != Capsule::Schema)
        reader.problem().add(u"schema"_s,
            schema > Capsule::Schema
                ? u"%1, made by a newer Atalaya; this one reads %2"_s.arg(schema).arg(
                    Capsule::Schema)
                : u"unknown schema %1"_s.arg(schema));
}

} // namespace

QByteArray capsuleToJson(const Capsule &capsule)
{
    JsonWriter writer;
    writer.field("format"_L1, format);
    writer.field("schema"_L1, Capsule::Schema);
    describeCapsule(writer, capsule);
    return QJsonDocument(Redact::json(writer.object()).toObject()).toJson(QJsonDocument::Indented);
}

Result<Capsule> capsuleFromJson(const QByteArray &json)
{
    Result<Capsule> read =
        readJsonText<Capsule>(json, u"capsule"_s, {}, [](JsonReader &raw, Capsule &capsule) {
            checkHead(raw);
            if (raw.problem().first())
                return;
            JsonReader reader(sanitised(raw.object()).toObject(), {}, raw.problem());
            describeCapsule(reader, capsule);
            if (!reader.problem().first())
                checkEvents(capsule, reader.problem());
        });
    if (read)
        return read;
    Error error = read.error();
    error.kind = Error::Kind::InvalidInput; // a file of the user's, not an answer of the platform
    return failure(error);
}
