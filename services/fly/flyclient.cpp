#include "fly/flyclient.h"

#include "core/sanitise.h"
#include "fly/flycall.h"
#include "fly/flyjson.h"
#include "fly/flyrequests.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
Result<TokenScope> scopeFromTokens(const QJsonArray &tokens)
{
    TokenScope scope;
    bool wholeOrganization = false;
    for (const QJsonValue &value : tokens) {
        const QJsonObject token = value.toObject();
        QString slug = token.value("org_slug"_L1).toString();
        if (slug.isEmpty())
            slug = token.value("organization"_L1).toString();
        if (!slug.isEmpty() && !scope.organizations.contains(slug))
            scope.organizations.append(slug);
        const QJsonArray apps = token.value("apps"_L1).toArray();
        wholeOrganization = wholeOrganization || apps.isEmpty();
        for (const QJsonValue &app : apps)
            scope.apps.append(app.toString());
        if (scope.user.isEmpty())
            scope.user = token.value("user"_L1).toString();
        scope.readOnly = scope.readOnly || token.value("read_only"_L1).toBool();
    }
    if (wholeOrganization)
        scope.apps.clear();
    scope.apps.removeDuplicates();
    return scope;
}

Result<TokenScope> scopeOfViewer(FlyCall &call)
{
    const Result<QJsonObject> data = call.query(u"viewer"_s,
        {},
        u"query { viewer { ... on User { id email } ... on Macaroon { email } } }"_s,
        {});
    if (!data)
        return failure(data.error());
    TokenScope scope;
    scope.user = data->value("viewer"_L1).toObject().value("email"_L1).toString();
    return scope;
}

Result<QStringList> organizationsOf(FlyCall &call)
{
    FlyRequest request;
    request.part = FlyPart::Releases;
    request.path = u"/api/v1/organizations"_s;
    request.query.addQueryItem(u"admin"_s, u"false"_s);
    request.action = u"organizations"_s;
    const Result<QJsonValue> answer = call.json(request);
    if (!answer)
        return failure(answer.error());
    QStringList slugs;
    for (const QJsonValue &entry : answer->toObject().value("organizations"_L1).toArray())
        slugs.append(entry.toObject().value("slug"_L1).toString());
    slugs.removeAll(QString());
    return slugs;
}

Result<QList<App>> appsOfOrganization(FlyCall &call, const QString &slug)
{
    FlyRequest request;
    request.path = u"/v1/apps"_s;
    request.query.addQueryItem(u"org_slug"_s, slug);
    request.action = u"list-apps"_s;
    request.subject = slug;
    const Result<QJsonValue> answer = call.json(request);
    if (!answer)
        return failure(answer.error());
    return listFromJson<App>(answer->toObject().value("apps"_L1), u"apps"_s, appFromJson);
}
Result<QList<App>> appsOf(FlyCall &call, const QString &organization)
{
    QStringList organizations{organization};
    if (organization.isEmpty()) {
        const Result<QStringList> all = organizationsOf(call);
        if (!all)
            return failure(all.error());
        organizations = *all;
    }
    QList<App> found;
    for (const QString &slug : organizations) {
        const Result<QList<App>> apps = appsOfOrganization(call, slug);
        if (!apps)
            return failure(apps.error());
        for (App app : *apps) {
            if (app.organization.isEmpty())
                app.organization = slug;
            found.append(app);
        }
    }
    return found;
}

bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::Unauthorised || error.kind == Error::Kind::Forbidden
        || error.kind == Error::Kind::NotFound;
}
} // namespace

FlyRequest appRequest(const AppName &app, const QString &rest, const QString &action)
{
    FlyRequest request;
    request.path = u"/v1/apps/%1%2"_s.arg(app.value, rest);
    request.action = action;
    request.subject = app.value;
    return request;
}

FlyRequest machineRequest(
    const AppName &app, const MachineId &id, const QString &rest, const QString &action)
{
    FlyRequest request = appRequest(app, u"/machines/%1%2"_s.arg(id.value, rest), action);
    request.subject = id.value;
    return request;
}

FlyClient::FlyClient(
    FlyEndpoints endpoints, HttpTransport &transport, RateBudget &budget, Clock &clock)
    : m_endpoints(std::move(endpoints))
    , m_transport(transport)
    , m_budget(budget)
    , m_clock(clock)
{
    // Whatever the platform echoes, the token reaches no sink.
    for (const QByteArray &token : tokensOf(m_endpoints.token))
        Redact::addKnown(token);
}

QDateTime FlyClient::platformNow() const
{
    return m_clock.wallNow().addMSecs(m_aheadMs.load());
}

void FlyClient::noteTime(const HttpResponse &response)
{
    constexpr qint64 agreement = 5'000; // milliseconds; the header has whole seconds
    QDateTime told = QLocale::c().toDateTime(
        QString::fromLatin1(response.header("date")), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!told.isValid())
        return;
    told.setTimeSpec(Qt::UTC);
    const qint64 ahead = m_clock.wallNow().msecsTo(told);
    m_aheadMs = std::abs(ahead) < agreement ? 0 : ahead;
}

Result<TokenScope> FlyClient::tokenScope(const CallContext &context)
{
    FlyCall call(*this, context);
    FlyRequest request;
    request.path = u"/v1/tokens/current"_s;
    request.action = u"token"_s;
    const Result<QJsonValue> answer = call.json(request);
    if (answer)
        return scopeFromTokens(answer->toObject().value("tokens"_L1).toArray());
    // Only macaroons can be described there; a personal token is asked who it is.
    const Error::Kind kind = answer.error().kind;
    if (kind == Error::Kind::NotFound || kind == Error::Kind::Rejected
        || kind == Error::Kind::Unauthorised)
        return scopeOfViewer(call);
    return failure(answer.error());
}

Result<QStringList> FlyClient::organizations(const CallContext &context)
{
    FlyCall call(*this, context);
    return organizationsOf(call);
}

Result<QList<App>> FlyClient::apps(const QString &organization, const CallContext &context)
{
    FlyCall call(*this, context);
    Result<QList<App>> found = appsOf(call, organization);
    // A token for single apps may list nothing, but it can tell which they are.
    if (!found && isRefusal(found.error())) {
        const Result<TokenScope> scope = tokenScope(context);
        if (scope && !scope->apps.isEmpty()) {
            found = QList<App>();
            for (const QString &name : scope->apps) {
                const Result<App> one = app(AppName(name), context);
                if (!one)
                    return failure(one.error());
                found->append(*one);
            }
        }
    }
    if (found)
        std::ranges::sort(*found, std::less<>(), &App::name);
    return found;
}

Result<App> FlyClient::app(const AppName &app, const CallContext &context)
{
    const Result<QJsonValue> answer =
        FlyCall(*this, context).json(appRequest(app, {}, u"get-app"_s));
    if (!answer)
        return failure(answer.error());
    return appFromJson(*answer, u"app"_s);
}

Result<std::optional<RegistryImage>> FlyClient::image(
    const AppName &app, const QString &reference, const CallContext &context)
{
    const Result<QJsonObject> data =
        FlyCall(*this, context)
            .query(u"image"_s,
                app.value,
                u"query($appName: String!, $imageRef: String!) { app(name: $appName) { id image(ref: $imageRef) { id digest ref compressedSize: compressedSizeFull } } }"_s,
                {{u"appName"_s, app.value}, {u"imageRef"_s, reference}});
    if (!data) {
        const bool unknown = data.error().detail.contains("Unknown repository"_L1);
        return unknown ? Result<std::optional<RegistryImage>>(std::nullopt) : failure(data.error());
    }
    const QJsonObject found = data->value("app"_L1).toObject().value("image"_L1).toObject();
    if (found.isEmpty())
        return std::nullopt;
    RegistryImage image;
    image.ref = found.value("ref"_L1).toString();
    image.digest = found.value("digest"_L1).toString();
    const QJsonValue size = found.value("compressedSize"_L1);
    image.compressedSize = size.isString() ? size.toString().toLongLong() : size.toInteger();
    if (image.ref.isEmpty())
        return failure(Error::Kind::Protocol, u"app.image.ref: missing"_s);
    return image;
}

Result<QList<SecretDigest>> FlyClient::secrets(const AppName &app, const CallContext &context)
{
    const Result<QJsonValue> answer =
        FlyCall(*this, context).json(appRequest(app, u"/secrets"_s, u"list-secrets"_s));
    if (!answer)
        return failure(answer.error());
    Result<QList<SecretDigest>> secrets = listFromJson<SecretDigest>(
        answer->toObject().value("secrets"_L1), u"secrets"_s, secretFromJson);
    // Some answers tell the version of all of them at once.
    const auto version = answer->toObject().value("version"_L1).toInteger();
    for (qsizetype i = 0; secrets && version > 0 && i < secrets->size(); ++i)
        (*secrets)[i].version = static_cast<quint64>(version);
    return secrets;
}
