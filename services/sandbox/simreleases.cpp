#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

namespace {
SimRelease *findRelease(SimState &s, const QString &id)
{
    for (auto &[name, app] : s.apps) {
        for (SimRelease &release : app.releases) {
            if (release.id == id)
                return &release;
        }
    }
    return nullptr;
}

QJsonObject organisationJson(const QJsonObject &organisation)
{
    return {{u"id"_s, organisation.value("id"_L1)},
        {u"internal_numeric_id"_s, organisation.value("internalNumericId"_L1)},
        {u"slug"_s, organisation.value("slug"_L1)},
        {u"raw_slug"_s, organisation.value("slug"_L1)},
        {u"name"_s, organisation.value("name"_L1)},
        {u"personal"_s, false},
        {u"paid_plan"_s, true},
        {u"billable"_s, true},
        {u"billing_status"_s, u"CURRENT"_s},
        {u"provisions_beta_extensions"_s, false},
        {u"remote_builder_image"_s, QString()}};
}
} // namespace

QJsonObject SimCore::releaseJson(const SimRelease &release) const
{
    const bool open = release.status == "pending"_L1 || release.status == "running"_L1;
    return {{u"id"_s, release.id},
        {u"version"_s, release.version},
        {u"stable"_s, release.status == "complete"_L1},
        {u"in_progress"_s, open},
        {u"status"_s, release.status},
        {u"strategy"_s, release.strategy},
        {u"user"_s, release.user},
        {u"created_at"_s, stamp(release.createdAt)},
        {u"image_ref"_s, release.imageRef},
        {u"description"_s, release.description}};
}

// /api/v1/... without the logs
SimAnswer SimCore::uiex(const SimCall &call)
{
    const QString area = call.path.value(2);
    if (area == "releases"_L1)
        return releasesRoute(call);
    if (area == "builds"_L1)
        return buildsRoute(call);
    if (area == "apps"_L1 && call.path.value(4) == "releases"_L1) {
        const SimApp *found = app(call.path.value(3));
        if (!found)
            return error(404, u"Could not find App"_s);
        if (call.path.value(5) == "current"_L1) {
            if (found->releases.isEmpty())
                return error(404, u"no release"_s);
            return json(200, releaseJson(found->releases.last()));
        }
        const int wanted = call.request.query.queryItemValue(u"limit"_s).toInt();
        const qsizetype limit = wanted <= 0 ? 25 : wanted;
        QJsonArray releases;
        for (auto it = found->releases.rbegin();
             it != found->releases.rend() && releases.size() < limit;
             ++it)
            releases.append(releaseJson(*it));
        return json(200, QJsonObject{{u"releases"_s, releases}});
    }
    if (area == "organizations"_L1) {
        const QString slug = call.path.value(3);
        QJsonArray all;
        for (const QJsonValue &value : organisationsOf(*call.token)) {
            if (value.toObject().value("slug"_L1).toString() == slug)
                return json(
                    200, QJsonObject{{u"organization"_s, organisationJson(value.toObject())}});
            all.append(organisationJson(value.toObject()));
        }
        if (slug.isEmpty())
            return json(200, QJsonObject{{u"organizations"_s, all}});
        return error(404, u"organization not found"_s);
    }
    return unknownRoute(call);
}

SimReply SimCore::releasesRoute(const SimCall &call)
{
    const QString id = call.path.value(3);
    if (call.request.method == "GET" && id == "all_current"_L1) {
        QJsonObject current;
        for (const auto &[name, app] : s.apps) {
            if (!app.releases.isEmpty())
                current.insert(name, stamp(app.releases.last().createdAt));
        }
        return json(200, current);
    }
    if (call.request.method == "POST" && id.isEmpty())
        return createRelease(call);
    if (call.request.method == "PATCH")
        return updateRelease(call, id);
    return unknownRoute(call);
}

SimReply SimCore::createRelease(const SimCall &call)
{
    SimApp *found = app(call.body.value("app_name"_L1).toString());
    if (!found)
        return error(404, u"Could not find App"_s);
    const QString strategy = call.body.value("strategy"_L1).toString();
    static const QStringList known{
        u"CANARY"_s, u"ROLLING"_s, u"ROLLING_ONE"_s, u"IMMEDIATE"_s, u"BLUEGREEN"_s, u"SIMPLE"_s};
    if (!known.contains(strategy))
        return error(422, u"strategy is invalid"_s);
    SimRelease release;
    release.id = ulid().right(13).toLower();
    release.version = found->releases.isEmpty() ? 1 : found->releases.last().version + 1;
    release.status = u"pending"_s;
    release.strategy = strategy;
    release.imageRef = call.body.value("image"_L1).toString();
    release.user = call.token->owner;
    release.description = u"Release"_s;
    release.definition = call.body.value("definition"_L1).toObject();
    release.createdAt = s.now;
    found->releases.append(release);
    return json(200, QJsonObject{{u"release"_s, releaseJson(release)}});
}

SimReply SimCore::updateRelease(const SimCall &call, const QString &id)
{
    SimRelease *release = findRelease(s, id);
    if (!release)
        return error(404, u"release not found"_s);
    static const QStringList known{u"running"_s, u"complete"_s, u"failed"_s, u"interrupted"_s};
    const QString status = call.body.value("status"_L1).toString();
    if (!known.contains(status))
        return error(422, u"status is invalid"_s);
    if (release->status == "complete"_L1 && status != "complete"_L1)
        violation(u"a complete release was given another status: "_s + id);
    release->status = status;
    if (call.body.value("metadata"_L1).isObject())
        release->metadata = call.body.value("metadata"_L1);
    return json(200, releaseJson(*release)); // bare, unlike the answer to POST
}

SimReply SimCore::buildsRoute(const SimCall &call)
{
    if (call.request.method != "POST") {
        return unknownRoute(call);
    }
    if (call.path.value(3) == "finish"_L1) {
        const QString key = QString::number(call.body.value("build_id"_L1).toInt());
        if (!s.builds.contains(key))
            return error(404, u"build not found"_s);
        QJsonObject &build = s.builds[key];
        build.insert("status"_L1, call.body.value("status"_L1));
        return json(200, build);
    }
    const int id = s.nextBuild++;
    const QJsonObject build{
        {u"id"_s, id}, {u"status"_s, u"started"_s}, {u"wallclock_time_ms"_s, 0}};
    s.builds.insert(QString::number(id), build);
    return json(200, build);
}
