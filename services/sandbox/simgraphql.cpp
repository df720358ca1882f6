#include "sandbox/simschema.h"

using namespace Qt::StringLiterals;

namespace {
// Gives an object made in full the shape that was asked for.
class Projection
{
public:
    QJsonArray errors;
    QStringList unknown; // what a faithful client would not ask

    void fail(const Error &error, const QString &alias)
    {
        QJsonObject object{{u"message"_s, error.detail}};
        if (error.kind == Error::Kind::Protocol)
            unknown.append(error.detail);
        else
            object.insert("path"_L1, QJsonArray{alias});
        if (error.kind == Error::Kind::NotFound)
            object.insert("extensions"_L1, QJsonObject{{u"code"_s, u"NOT_FOUND"_s}});
        errors.append(object);
    }

    QJsonValue project(const QJsonValue &value, const GraphQlField &field)
    {
        if (value.isArray()) {
            QJsonArray out;
            const QJsonArray values = value.toArray();
            for (const QJsonValue &item : values)
                out.append(project(item, field));
            return out;
        }
        return value.isObject() && !field.fields.isEmpty() ? object(value.toObject(), field.fields)
                                                           : value;
    }

    QJsonValue object(const QJsonObject &full, const QList<GraphQlField> &fields)
    {
        const QString type = full.value("__typename"_L1).toString();
        QJsonObject out;
        for (const GraphQlField &field : fields) {
            if (!field.onType.isEmpty() && !type.isEmpty() && field.onType != type)
                continue;
            if (!full.contains(field.name)) {
                fail({Error::Kind::Protocol,
                         u"Field '%1' doesn't exist on type '%2'"_s.arg(field.name, type),
                         0,
                         {},
                         {},
                         {}},
                    {});
                continue;
            }
            out.insert(field.alias, project(full.value(field.name), field));
        }
        return out;
    }
};

// One root field: its value, or the error that stands for it.
Result<QJsonValue> rootValue(
    SimCore &core, const SimSchema &schema, const SimCall &call, const GraphQlField &field)
{
    if (field.name == "app"_L1) {
        const SimApp *found = core.app(field.arguments.value("name"_L1).toString());
        if (!found || !core.mayUse(*call.token, found->name))
            return failure(Error::Kind::NotFound, u"Could not find App"_s);
        return schema.app(*found, field);
    }
    if (field.name == "apps"_L1)
        return schema.apps(*call.token, field);
    if (field.name == "viewer"_L1)
        return SimSchema::viewer(*call.token);
    if (field.name == "organization"_L1) {
        const QJsonValue found = schema.organisation(field.arguments.value("slug"_L1).toString());
        if (found.isNull())
            return failure(Error::Kind::NotFound, u"Could not find Organization"_s);
        return found;
    }
    if (field.name == "organizations"_L1)
        return SimSchema::connection(schema.organisations());
    if (field.name == "platform"_L1)
        return schema.platform();
    if (field.name == "nearestRegion"_L1)
        return schema.platform().value("regions"_L1).toArray().at(0);
    if (field.name == "latestImageDetails"_L1 || field.name == "latestImageTag"_L1)
        return failure(Error::Kind::Rejected, u"Unknown repository"_s); // of stock images only
    if (field.name == "canPerformBluegreenDeployment"_L1)
        return true;
    if (field.name == "__typename"_L1)
        return u"Query"_s;
    return failure(
        Error::Kind::Protocol, u"Field '%1' doesn't exist on type 'Queries'"_s.arg(field.name));
}
} // namespace

// fly-io.md 4: errors come with HTTP 200.
SimReply SimCore::graphQl(const SimCall &asked)
{
    const SimToken token = *asked.token; // a mutation may make another, and move them all
    const SimCall call{asked.request, asked.path, asked.body, &token};
    if (call.request.method != "POST")
        return unknownRoute(call);
    const Result<GraphQlQuery> query = parseGraphQl(call.body.value("query"_L1).toString(),
        call.body.value("variables"_L1).toObject(),
        call.body.value("operationName"_L1).toString());
    if (!query) {
        violation(u"GraphQL: "_s + query.error().detail);
        return json(200,
            QJsonObject{
                {u"errors"_s, QJsonArray{QJsonObject{{u"message"_s, query.error().detail}}}}});
    }
    const SimSchema schema(*this);
    Projection projection;
    QJsonObject data;
    for (const GraphQlField &field : query->fields) {
        const Result<QJsonValue> value =
            query->isMutation ? mutate(call, field) : rootValue(*this, schema, call, field);
        if (value)
            data.insert(field.alias, projection.project(*value, field));
        else
            projection.fail(value.error(), field.alias);
        if (!value && value.error().kind != Error::Kind::Protocol)
            data.insert(field.alias, QJsonValue());
    }
    for (const QString &problem : projection.unknown)
        violation(u"GraphQL: "_s + problem);
    QJsonObject reply{{u"data"_s, data}};
    if (!projection.errors.isEmpty())
        reply.insert("errors"_L1, projection.errors);
    return json(200, reply);
}
