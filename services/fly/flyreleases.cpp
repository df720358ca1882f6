#include "fly/flycall.h"
#include "fly/flyclient.h"
#include "fly/flyjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
FlyRequest releaseRequest(const QString &path, const QString &action, const QString &subject)
{
    FlyRequest request;
    request.part = FlyPart::Releases;
    request.path = path;
    request.action = action;
    request.subject = subject;
    return request;
}

// POST wraps it, PATCH and "current" do not.
Result<Release> releaseFrom(const Result<QJsonValue> &answer)
{
    if (!answer)
        return failure(answer.error());
    const QJsonValue wrapped = answer->toObject().value("release"_L1);
    return releaseFromJson(wrapped.isObject() ? wrapped : *answer, u"release"_s);
}

bool isFinal(ReleaseStatus status)
{
    return status == ReleaseStatus::Complete || status == ReleaseStatus::Failed
        || status == ReleaseStatus::Interrupted;
}
} // namespace

Result<QList<Release>> FlyClient::releases(
    const AppName &app, int limit, const CallContext &context)
{
    FlyRequest request =
        releaseRequest(u"/api/v1/apps/%1/releases"_s.arg(app.value), u"releases"_s, app.value);
    request.query.addQueryItem(u"limit"_s, QString::number(limit));
    const Result<QJsonValue> answer = FlyCall(*this, context).json(request);
    if (!answer)
        return failure(answer.error());
    return listFromJson<Release>(
        answer->toObject().value("releases"_L1), u"releases"_s, releaseFromJson);
}

Result<std::optional<Release>> FlyClient::currentRelease(
    const AppName &app, const CallContext &context)
{
    const FlyRequest request = releaseRequest(
        u"/api/v1/apps/%1/releases/current"_s.arg(app.value), u"current-release"_s, app.value);
    const Result<Release> release = releaseFrom(FlyCall(*this, context).json(request));
    if (release)
        return *release;
    if (release.error().kind == Error::Kind::NotFound)
        return std::nullopt;
    return failure(release.error());
}

Result<std::optional<Release>> FlyClient::releaseDefinition(
    const AppName &app, const CallContext &context)
{
    const Result<QJsonObject> data =
        FlyCall(*this, context)
            .query(u"definition"_s,
                app.value,
                u"query($appName: String!) { app(name: $appName) { currentReleaseUnprocessed { id version status imageRef createdAt user { email } configDefinition } } }"_s,
                {{u"appName"_s, app.value}});
    if (!data)
        return failure(data.error());
    const QJsonValue release =
        data->value("app"_L1).toObject().value("currentReleaseUnprocessed"_L1);
    if (!release.isObject())
        return std::nullopt;
    const Result<Release> read = releaseFromJson(release, u"app.currentReleaseUnprocessed"_s);
    if (!read)
        return failure(read.error());
    return *read;
}

Result<bool> FlyClient::canDeployBlueGreen(const AppName &app, const CallContext &context)
{
    const Result<QJsonObject> data =
        FlyCall(*this, context)
            .query(u"can-bluegreen"_s,
                app.value,
                u"query($appName: String!) { canPerformBluegreenDeployment(name: $appName) }"_s,
                {{u"appName"_s, app.value}});
    if (!data)
        return failure(data.error());
    return data->value("canPerformBluegreenDeployment"_L1).toBool();
}

Result<QHash<int, QByteArray>> FlyClient::releaseDefinitions(
    const AppName &app, int limit, const CallContext &context)
{
    const Result<QJsonObject> data =
        FlyCall(*this, context)
            .query(u"definitions"_s,
                app.value,
                u"query($appName: String!, $limit: Int!) { app(name: $appName) { releasesUnprocessed(first: $limit) { nodes { id version configDefinition } } } }"_s,
                {{u"appName"_s, app.value}, {u"limit"_s, limit}});
    if (!data)
        return failure(data.error());
    QHash<int, QByteArray> definitions;
    const QJsonValue nodes = data->value("app"_L1)
                                 .toObject()
                                 .value("releasesUnprocessed"_L1)
                                 .toObject()
                                 .value("nodes"_L1);
    for (const QJsonValue &node : nodes.toArray()) {
        const QJsonObject definition = node.toObject().value("configDefinition"_L1).toObject();
        if (!definition.isEmpty())
            definitions.insert(node.toObject().value("version"_L1).toInt(),
                QJsonDocument(definition).toJson(QJsonDocument::Compact));
    }
    return definitions;
}

Result<Release> FlyClient::createRelease(const AppName &app,
    const QString &image,
    const QString &strategy,
    const QByteArray &definition,
    const CallContext &context)
{
    FlyRequest request = releaseRequest(u"/api/v1/releases"_s, u"create-release"_s, app.value);
    request.method = "POST";
    request.isRead = false;
    request.mayExist = true;
    request.body = {{u"app_name"_s, app.value},
        {u"build_id"_s, 0},
        {u"definition"_s, QJsonDocument::fromJson(definition).object()},
        {u"image"_s, image},
        {u"strategy"_s, strategy.toUpper()}};
    return releaseFrom(FlyCall(*this, context).json(request));
}

Result<Release> FlyClient::updateRelease(
    const ReleaseId &id, ReleaseStatus status, const QString &errorText, const CallContext &context)
{
    FlyRequest request =
        releaseRequest(u"/api/v1/releases/%1"_s.arg(id.value), u"update-release"_s, id.value);
    request.method = "PATCH";
    request.isRead = false;
    request.channel = HttpRequest::Channel::Lease; // closes a cancelled deploy too
    QJsonValue metadata(QJsonValue::Null);
    if (isFinal(status)) {
        QJsonObject info{{u"flyctl_version"_s, QStringLiteral("atalaya/" ATALAYA_VERSION)}};
        if (status == ReleaseStatus::Failed && !errorText.isEmpty())
            info.insert("error"_L1, errorText);
        metadata = QJsonObject{{u"post_deployment_info"_s, info}};
    }
    request.body = {{u"status"_s, releaseStatusToWire(status)}, {u"metadata"_s, metadata}};
    return releaseFrom(FlyCall(*this, context).json(request));
}
