#include "sandbox/simcore.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

QString SimCore::hostname(const SimApp &app) const
{
    return app.name + u".fly.dev"_s;
}

QJsonObject SimCore::appJson(const SimApp &app) const
{
    int live = 0;
    for (const auto &[id, machine] : app.machines)
        live += machine.isGone() ? 0 : 1;
    QJsonObject organisation;
    for (const QJsonValue &value : s.organisations) {
        const QJsonObject candidate = value.toObject();
        if (candidate.value("slug"_L1).toString() == app.organisation) {
            organisation = QJsonObject{{u"name"_s, candidate.value("name"_L1)},
                {u"slug"_s, app.organisation},
                {u"internal_numeric_id"_s, candidate.value("internalNumericId"_L1)}};
        }
    }
    return {{u"id"_s, app.id},
        {u"name"_s, app.name},
        {u"internal_numeric_id"_s, app.numericId},
        {u"network"_s, app.network},
        {u"status"_s, app.status},
        {u"machine_count"_s, live},
        {u"volume_count"_s, app.volumes.size()},
        {u"organization"_s, organisation},
        {u"cname_target"_s, QString(app.id.left(7) + u'.' + hostname(app))},
        {u"app_role"_s, app.role}};
}

// /v1/apps...
SimAnswer SimCore::appsRoute(const SimCall &call)
{
    const QByteArray &method = call.request.method;
    if (call.path.size() == 2 && method == "GET") {
        const QString slug = call.request.query.queryItemValue(u"org_slug"_s);
        if (auto refused = limit(u"list apps"_s, slug))
            return *refused;
        QJsonArray apps;
        for (const auto &[name, app] : s.apps) {
            if (app.organisation == slug && isVisible(call, app, app.visibleAt))
                apps.append(appJson(app));
        }
        return json(200, QJsonObject{{u"total_apps"_s, apps.size()}, {u"apps"_s, apps}});
    }
    if (call.path.size() == 2 && method == "POST")
        return createApp(call);
    SimApp *found = app(call.path.value(2));
    if (found)
        checkAffinity(call, *found);
    if (!found || !isVisible(call, *found, found->visibleAt))
        return error(404, u"Could not find App"_s);
    const QString part = call.path.value(3);
    if (part == "machines"_L1)
        return machineRoute(call, *found);
    QString action = QString::fromLatin1(method);
    action += u" app "_s;
    action += part;
    if (auto refused = limit(action, found->name))
        return *refused;
    if (part.isEmpty() && method == "GET")
        return json(200, appJson(*found));
    if (part.isEmpty() && method == "DELETE") {
        s.apps.erase(found->name);
        return json(202, QJsonObject());
    }
    if (part == "secrets"_L1)
        return secretsRoute(call, *found);
    if (part == "volumes"_L1)
        return volumesRoute(call, *found);
    if (part == "ip_assignments"_L1)
        return addressesRoute(call, *found);
    if (part == "certificates"_L1 && method == "GET")
        return json(200,
            QJsonObject{{u"certificates"_s, QJsonArray()},
                {u"next_cursor"_s, QString()},
                {u"total_count"_s, 0}});
    return unknownRoute(call);
}

SimReply SimCore::createApp(const SimCall &call)
{
    QString name = call.body.value("name"_L1).toString();
    if (name.isEmpty())
        name = call.body.value("app_name"_L1).toString();
    if (name.isEmpty())
        return error(400, u"name is required"_s);
    if (app(name))
        return error(422, u"Validation failed: Name has already been taken"_s, u"name_taken"_s);
    SimApp made;
    made.name = name;
    made.id = hex(14);
    made.numericId = qint64(random() % 1'000'000);
    made.organisation = call.body.value("org_slug"_L1).toString();
    made.network = call.body.value("network"_L1).toString(u"default"_s);
    made.status = u"pending"_s;
    made.affinity = hex(16);
    made.madeBy = clientOf(call.request);
    made.visibleAt = s.now + s.consistencyLag;
    made.behaviour = SimBehaviour::fromJson({});
    const SimApp &kept = s.apps.emplace(name, made).first->second;
    SimReply reply = json(201, appJson(kept));
    QByteArray cookie = "fly_flaps_affinity=";
    cookie += kept.affinity.toLatin1();
    cookie += "; Path=/v1/apps/";
    cookie += name.toLatin1();
    cookie += "; HttpOnly";
    reply.headers.append({"set-cookie", cookie});
    return reply;
}

// The digest alone is kept (fly-io.md 2.8).
void SimCore::setSecret(SimApp &app, const QString &name, const QJsonValue &value)
{
    const auto found = std::find_if(app.secrets.begin(),
        app.secrets.end(),
        [&name](const SimSecret &secret) { return secret.name == name; });
    if (value.isNull()) {
        if (found != app.secrets.end())
            app.secrets.erase(found);
        return;
    }
    const QByteArray salted = app.id.toUtf8() + value.toString().toUtf8();
    const QString digest = QString::fromLatin1(
        QCryptographicHash::hash(salted, QCryptographicHash::Sha256).toHex().left(16));
    if (found == app.secrets.end()) {
        app.secrets.append({name, digest, s.now, s.now});
        return;
    }
    found->digest = digest;
    found->updatedAt = s.now;
}

QJsonObject SimCore::secretJson(const SimSecret &secret) const
{
    return {{u"name"_s, secret.name},
        {u"digest"_s, secret.digest},
        {u"created_at"_s, stamp(secret.createdAt)},
        {u"updated_at"_s, stamp(secret.updatedAt)}};
}

SimReply SimCore::secretsRoute(const SimCall &call, SimApp &app)
{
    const QString name = call.path.value(4);
    if (!name.isEmpty())
        return oneSecretRoute(call, app, name);
    if (call.isWrite()) {
        ++app.secretsVersion;
        const QJsonObject values = call.body.value("values"_L1).toObject();
        for (auto it = values.begin(); it != values.end(); ++it)
            setSecret(app, it.key(), it.value());
    }
    QJsonArray list;
    for (const SimSecret &secret : app.secrets)
        list.append(secretJson(secret));
    QJsonObject reply{{u"secrets"_s, list}};
    if (call.isWrite()) {
        reply.insert("version"_L1, app.secretsVersion);
        reply.insert("Version"_L1, app.secretsVersion); // the platform's deprecated duplicate
    }
    return json(200, reply);
}

SimReply SimCore::oneSecretRoute(const SimCall &call, SimApp &app, const QString &name)
{
    if (call.isWrite()) {
        ++app.secretsVersion;
        setSecret(app,
            name,
            call.request.method == "DELETE" ? QJsonValue() : call.body.value("value"_L1));
    }
    QJsonObject reply;
    for (const SimSecret &secret : app.secrets) {
        if (secret.name == name)
            reply = secretJson(secret);
    }
    if (reply.isEmpty() && !call.isWrite())
        return notFound(u"secret not found"_s);
    if (call.isWrite())
        reply.insert("version"_L1, app.secretsVersion);
    return json(call.request.method == "POST" ? 201 : 200, reply);
}

SimReply SimCore::platformRoute(const SimCall &call)
{
    if (call.path.value(2) == "regions"_L1)
        return json(200,
            QJsonObject{{u"regions"_s, s.regions},
                {u"nearest"_s, s.regions.at(0).toObject().value("code"_L1)}});
    return unknownRoute(call);
}

SimReply SimCore::currentToken(const SimCall &call) const
{
    const SimToken &token = *call.token;
    QJsonArray apps;
    if (!token.app.isEmpty())
        apps.append(token.app);
    const QString slug = organisationsOf(token).at(0).toObject().value("slug"_L1).toString();
    const QJsonObject described{{u"token_id"_s, QString::number(qHash(token.token, 0) % 1'000'000)},
        {u"org_slug"_s, slug},
        {u"organization"_s, slug},
        {u"apps"_s, token.app.isEmpty() ? QJsonValue() : QJsonValue(apps)},
        {u"user"_s, token.owner},
        {u"restricted_to_machine"_s, QString()}};
    return json(200, QJsonObject{{u"tokens"_s, QJsonArray{described}}});
}
