#include "sandbox/graphqlquery.h"
#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

namespace {
// Gives an object made in full the shape that was asked for.
class Projection
{
public:
    QJsonArray errors;

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
                QString text = u"Field '"_s;
                text += field.name;
                text += u"' doesn't exist on type '"_s;
                text += type;
                text += u'\'';
                errors.append(QJsonObject{{u"message"_s, text}});
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

QJsonObject notFoundError(const QString &what, const QString &alias)
{
    return {{u"message"_s, QString(u"Could not find "_s + what)},
        {u"path"_s, QJsonArray{alias}},
        {u"extensions"_s, QJsonObject{{u"code"_s, u"NOT_FOUND"_s}}}};
}
} // namespace

// fly-io.md 4: errors come with HTTP 200.
SimReply SimCore::graphQl(const SimCall &call)
{
    if (call.request.method != "POST")
        return error(404, u"not found"_s);
    const Result<GraphQlQuery> query = parseGraphQl(call.body.value("query"_L1).toString(),
        call.body.value("variables"_L1).toObject(),
        call.body.value("operationName"_L1).toString());
    QJsonArray errors;
    QJsonObject data;
    if (!query) {
        violation(u"GraphQL: "_s + query.error().detail);
        errors.append(QJsonObject{{u"message"_s, query.error().detail}});
        return json(200, QJsonObject{{u"errors"_s, errors}});
    }
    const Schema schema(*this);
    Projection projection;
    for (const GraphQlField &field : query->fields) {
        QJsonValue value;
        if (query->isMutation) {
            violation(u"GraphQL: unknown mutation "_s + field.name);
            errors.append(
                QJsonObject{{u"message"_s, QString(u"mutation not known: "_s + field.name)}});
            continue;
        }
        if (field.name == "app"_L1) {
            const SimApp *found = app(field.arguments.value("name"_L1).toString());
            if (!found) {
                errors.append(notFoundError(u"App"_s, field.alias));
                data.insert(field.alias, QJsonValue());
                continue;
            }
            value = schema.app(*found, field);
        } else if (field.name == "apps"_L1) {
            value = connection(schema.apps(field));
        } else if (field.name == "viewer"_L1) {
            value = QJsonObject{{u"__typename"_s, u"User"_s},
                {u"id"_s, u"user_ops"_s},
                {u"email"_s, call.token->owner},
                {u"name"_s, call.token->owner.section(u'@', 0, 0)},
                {u"enablePaidHobby"_s, false}};
        } else if (field.name == "organization"_L1) {
            value = schema.organisation(field.arguments.value("slug"_L1).toString());
        } else if (field.name == "organizations"_L1) {
            QJsonArray all;
            for (const QJsonValue &o : s.organisations)
                all.append(schema.organisation(o.toObject().value("slug"_L1).toString()));
            value = connection(all);
        } else if (field.name == "canPerformBluegreenDeployment"_L1) {
            value = true;
        } else if (field.name == "__typename"_L1) {
            value = u"Query"_s;
        } else {
            violation(u"GraphQL: unknown field "_s + field.name);
            errors.append(QJsonObject{{u"message"_s,
                QString(u"Field '"_s + field.name + u"' doesn't exist on type 'Queries'"_s)}});
            continue;
        }
        data.insert(field.alias, projection.project(value, field));
    }
    for (const QJsonValue &problem : projection.errors) {
        violation(u"GraphQL: "_s + problem.toObject().value("message"_L1).toString());
        errors.append(problem);
    }
    QJsonObject reply{{u"data"_s, data}};
    if (!errors.isEmpty())
        reply.insert("errors"_L1, errors);
    return json(200, reply);
}
