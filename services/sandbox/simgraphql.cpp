#include "sandbox/graphqlquery.h"
#include "sandbox/simcore.h"

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
        if (error.kind == Error::Kind::NotFound) {
            object.insert("path"_L1, QJsonArray{alias});
            object.insert("extensions"_L1, QJsonObject{{u"code"_s, u"NOT_FOUND"_s}});
        } else {
            unknown.append(error.detail);
        }
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

QJsonObject connection(const QJsonArray &nodes)
{
    QJsonArray edges;
    for (const QJsonValue &node : nodes)
        edges.append(QJsonObject{{u"node"_s, node}});
    return {{u"nodes"_s, nodes},
        {u"edges"_s, edges},
        {u"totalCount"_s, nodes.size()},
        {u"pageInfo"_s, QJsonObject{{u"hasNextPage"_s, false}, {u"endCursor"_s, QString()}}}};
}

const GraphQlField *child(const GraphQlField &field, QLatin1StringView name)
{
    for (const GraphQlField &inner : field.fields) {
        if (inner.name == name)
            return &inner;
    }
    return nullptr;
}

// Objects of the schema, made in full from the world; Projection cuts them down.
class Schema
{
public:
    explicit Schema(SimCore &core)
        : m_core(core)
    {
    }

    [[nodiscard]] QJsonObject organisation(const QString &slug) const
    {
        for (const QJsonValue &value : m_core.s.organisations) {
            const QJsonObject o = value.toObject();
            if (o.value("slug"_L1).toString() != slug)
                continue;
            return {{u"__typename"_s, u"Organization"_s},
                {u"id"_s, o.value("id"_L1)},
                {u"internalNumericId"_s, QString::number(o.value("internalNumericId"_L1).toInt())},
                {u"slug"_s, slug},
                {u"rawSlug"_s, slug},
                {u"name"_s, o.value("name"_L1)},
                {u"type"_s, u"SHARED"_s},
                {u"paidPlan"_s, true},
                {u"billable"_s, true},
                {u"viewerRole"_s, u"admin"_s}};
        }
        return {};
    }

    [[nodiscard]] QJsonObject release(const SimRelease &release) const
    {
        return {{u"__typename"_s, u"ReleaseUnprocessed"_s},
            {u"id"_s, release.id},
            {u"version"_s, release.version},
            {u"description"_s, release.description},
            {u"reason"_s, u"deploy"_s},
            {u"status"_s, release.status},
            {u"imageRef"_s, release.imageRef},
            {u"stable"_s, release.status == "complete"_L1},
            {u"configDefinition"_s, release.definition},
            {u"user"_s,
                QJsonObject{{u"__typename"_s, u"User"_s},
                    {u"id"_s, QString(u"user_"_s + release.user.section(u'@', 0, 0))},
                    {u"email"_s, release.user},
                    {u"name"_s, release.user.section(u'@', 0, 0)}}},
            {u"createdAt"_s, m_core.stamp(release.createdAt)}};
    }

    [[nodiscard]] QJsonArray releases(const SimApp &app, const GraphQlField &appField) const
    {
        const GraphQlField *field = child(appField, "releasesUnprocessed"_L1);
        const int first = field ? field->arguments.value("first"_L1).toInt(25) : 0;
        QJsonArray nodes;
        for (auto it = app.releases.rbegin(); it != app.releases.rend() && nodes.size() < first;
             ++it)
            nodes.append(release(*it));
        return nodes;
    }

    [[nodiscard]] QJsonValue image(const SimApp &app, const GraphQlField &appField) const
    {
        const GraphQlField *field = child(appField, "image"_L1);
        if (!field)
            return {};
        const QString reference = field->arguments.value("ref"_L1).toString();
        const SimImage *found = m_core.findImage(app, reference);
        if (!found)
            return {};
        QString canonical = u"registry.fly.io/"_s;
        canonical += found->repository;
        canonical += u':';
        canonical += found->tag;
        const QString size = QString::number(found->sizeBytes); // a decimal string on the wire
        return QJsonObject{{u"__typename"_s, u"Image"_s},
            {u"id"_s, QString(u"img_"_s + found->digest.mid(7, 16))},
            {u"digest"_s, found->digest},
            {u"ref"_s, canonical},
            {u"compressedSize"_s, size},
            {u"compressedSizeFull"_s, size},
            {u"label"_s, found->tag},
            {u"manifest"_s, QJsonObject()}};
    }

    [[nodiscard]] QJsonObject app(const SimApp &app, const GraphQlField &field) const
    {
        const bool deployed = app.status == "deployed"_L1 || app.status == "suspended"_L1;
        const QJsonValue current =
            app.releases.isEmpty() ? QJsonValue() : QJsonValue(release(app.releases.last()));
        QJsonArray secrets;
        for (const SimSecret &secret : app.secrets) {
            secrets.append(QJsonObject{{u"__typename"_s, u"Secret"_s},
                {u"name"_s, secret.name},
                {u"digest"_s, secret.digest},
                {u"createdAt"_s, m_core.stamp(secret.createdAt)}});
        }
        return {{u"__typename"_s, u"App"_s},
            {u"id"_s, app.name},
            {u"internalNumericId"_s, QString::number(app.numericId)},
            {u"name"_s, app.name},
            {u"hostname"_s, m_core.hostname(app)},
            {u"cnameTarget"_s, QString(app.id.left(7) + u'.' + m_core.hostname(app))},
            {u"deployed"_s, deployed},
            {u"network"_s, app.network},
            {u"status"_s, app.status},
            {u"appUrl"_s, QString(u"https://"_s + m_core.hostname(app))},
            {u"platformVersion"_s, u"machines"_s},
            {u"organization"_s, organisation(app.organisation)},
            {u"role"_s, QJsonObject{{u"__typename"_s, u"AppRole"_s}, {u"name"_s, app.role}}},
            {u"currentRelease"_s, current},
            {u"currentReleaseUnprocessed"_s, current},
            {u"releasesUnprocessed"_s, connection(releases(app, field))},
            {u"image"_s, image(app, field)},
            {u"secrets"_s, secrets},
            {u"hostIssues"_s, connection({})}};
    }

    [[nodiscard]] QJsonArray organisations() const
    {
        QJsonArray all;
        for (const QJsonValue &o : m_core.s.organisations)
            all.append(organisation(o.toObject().value("slug"_L1).toString()));
        return all;
    }

    [[nodiscard]] static QJsonObject viewer(const QString &email)
    {
        return {{u"__typename"_s, u"User"_s},
            {u"id"_s, u"user_ops"_s},
            {u"email"_s, email},
            {u"name"_s, email.section(u'@', 0, 0)},
            {u"enablePaidHobby"_s, false}};
    }

    [[nodiscard]] QJsonArray apps(const GraphQlField &field) const
    {
        QJsonArray nodes;
        const GraphQlField *node = child(field, "nodes"_L1);
        for (const auto &[name, candidate] : m_core.s.apps)
            nodes.append(app(candidate, node ? *node : GraphQlField()));
        return nodes;
    }

private:
    SimCore &m_core;
};

// One root field: its value, or the error that stands for it.
Result<QJsonValue> rootValue(
    SimCore &core, const Schema &schema, const SimCall &call, const GraphQlField &field)
{
    if (field.name == "app"_L1) {
        const SimApp *found = core.app(field.arguments.value("name"_L1).toString());
        if (!found)
            return failure(Error::Kind::NotFound, u"Could not find App"_s);
        return schema.app(*found, field);
    }
    if (field.name == "apps"_L1)
        return connection(schema.apps(field));
    if (field.name == "viewer"_L1)
        return schema.viewer(call.token->owner);
    if (field.name == "organization"_L1)
        return schema.organisation(field.arguments.value("slug"_L1).toString());
    if (field.name == "organizations"_L1)
        return connection(schema.organisations());
    if (field.name == "canPerformBluegreenDeployment"_L1)
        return true;
    if (field.name == "__typename"_L1)
        return u"Query"_s;
    return failure(
        Error::Kind::Protocol, u"Field '%1' doesn't exist on type 'Queries'"_s.arg(field.name));
}
} // namespace

// fly-io.md 4: errors come with HTTP 200. No mutation is of use to a deploy any more.
SimReply SimCore::graphQl(const SimCall &call)
{
    if (call.request.method != "POST")
        return unknownRoute(call);
    const Result<GraphQlQuery> query = parseGraphQl(call.body.value("query"_L1).toString(),
        call.body.value("variables"_L1).toObject(),
        call.body.value("operationName"_L1).toString());
    if (!query || query->isMutation) {
        const QString text = query ? u"no such mutation"_s : query.error().detail;
        violation(u"GraphQL: "_s + text);
        return json(200, QJsonObject{{u"errors"_s, QJsonArray{QJsonObject{{u"message"_s, text}}}}});
    }
    const Schema schema(*this);
    Projection projection;
    QJsonObject data;
    for (const GraphQlField &field : query->fields) {
        const Result<QJsonValue> value = rootValue(*this, schema, call, field);
        if (value)
            data.insert(field.alias, projection.project(*value, field));
        else
            projection.fail(value.error(), field.alias);
        if (!value && value.error().kind == Error::Kind::NotFound)
            data.insert(field.alias, QJsonValue());
    }
    for (const QString &problem : projection.unknown)
        violation(u"GraphQL: "_s + problem);
    QJsonObject reply{{u"data"_s, data}};
    if (!projection.errors.isEmpty())
        reply.insert("errors"_L1, projection.errors);
    return json(200, reply);
}
