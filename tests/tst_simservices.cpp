#include "support/simdriver.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace {
const QString gad = u"grupo-gad"_s;
const QString first = u"148e21f3b04289"_s;
const QByteArray atRegistry = "Basic " + QByteArray("x:fo1_sandbox_full").toBase64();

QString digestOf(const QByteArray &bytes)
{
    return u"sha256:"_s
        + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

// A request to the registry, whose bodies are no JSON objects of the API.
SimReply registry(SimDriver &sim,
    const QByteArray &method,
    const QString &pathAndQuery,
    const QByteArray &body = {},
    const QByteArray &authorization = atRegistry)
{
    SimRequest request;
    request.method = method;
    request.path = pathAndQuery.section(u'?', 0, 0);
    request.query = QUrlQuery(pathAndQuery.section(u'?', 1));
    request.body = body;
    request.headers = {{"authorization", authorization}};
    return std::get<SimReply>(sim.world.handle(request, sim.now));
}

QString headerOf(const SimReply &reply, const QByteArray &name)
{
    for (const HttpHeader &header : reply.headers) {
        if (header.name == name)
            return QString::fromLatin1(header.value);
    }
    return {};
}

// Pushes a blob in two pieces; its digest.
QString push(SimDriver &sim, const QByteArray &blob)
{
    const QString place =
        headerOf(registry(sim, "POST", u"/v2/grupo-gad/blobs/uploads/"_s), "location");
    registry(sim, "PATCH", place, blob.left(3));
    const QString digest = digestOf(blob);
    const SimReply done = registry(sim, "PUT", place + u"?digest="_s + digest, blob.mid(3));
    return done.status == 201 ? digest : QString::number(done.status);
}

QByteArray manifest(const QString &config, const QString &layer)
{
    const auto part = [](const QString &digest, int size) {
        return QJsonObject{{u"digest"_s, digest}, {u"size"_s, size}};
    };
    return QJsonDocument(QJsonObject{{u"schemaVersion"_s, 2},
                             {u"config"_s, part(config, 2)},
                             {u"layers"_s, QJsonArray{part(layer, 5)}}})
        .toJson();
}

QJsonObject mutate(SimDriver &sim, const QString &text, const QJsonObject &input)
{
    return sim
        .call("POST",
            u"/graphql"_s,
            {{u"query"_s, text}, {u"variables"_s, QJsonObject{{u"input"_s, input}}}})
        .json.toObject();
}
} // namespace

// The simulated services around the Machines API: registry, volumes, addresses, mutations.
class TestSimServices : public QObject
{
    Q_OBJECT

private slots:
    void pushedImageCanBeDeployed();
    void registryRefuses_data();
    void registryRefuses();
    void volumeBelongsToOneMachine();
    void addressesComeAndGo();
    void mutationsChangeTheWorld();
    void deployTokenSeesItsApp();
    void everythingIsSaved();
};

void TestSimServices::pushedImageCanBeDeployed()
{
    SimDriver sim;
    QCOMPARE(registry(sim, "GET", u"/v2/"_s).status, 200);
    QCOMPARE(registry(sim, "HEAD", u"/v2/grupo-gad/manifests/mine"_s).status, 404);
    const QString config = push(sim, "{}");
    const QString layer = push(sim, "layer");
    QCOMPARE(layer, digestOf("layer"));
    const QByteArray text = manifest(config, layer);
    const SimReply put = registry(sim, "PUT", u"/v2/grupo-gad/manifests/mine"_s, text);
    QCOMPARE(put.status, 201);
    QCOMPARE(headerOf(put, "docker-content-digest"), digestOf(text));
    QCOMPARE(registry(sim, "GET", u"/v2/grupo-gad/manifests/mine"_s).body, text);
    QCOMPARE(registry(sim, "GET", u"/v2/grupo-gad/blobs/"_s + layer).body, QByteArray("layer"));
    QCOMPARE(headerOf(registry(sim, "HEAD", u"/v2/grupo-gad/blobs/"_s + layer), "content-length"),
        u"5"_s);
    QVERIFY(registry(sim, "GET", u"/v2/grupo-gad/tags/list"_s).body.contains("\"mine\""));

    // The platform knows it under its own name, whatever name the registry was reached by.
    const QJsonObject image =
        sim.call("POST",
               u"/graphql"_s,
               {{u"query"_s,
                   u"{app(name:\"grupo-gad\"){image(ref:\"127.0.0.1:5000/grupo-gad:mine\"){ref digest}}}"_s}})
            .json.toObject()
            .value("data"_L1)
            .toObject()
            .value("app"_L1)
            .toObject()
            .value("image"_L1)
            .toObject();
    QCOMPARE(image.value("ref"_L1).toString(), u"registry.fly.io/grupo-gad:mine"_s);
    QCOMPARE(image.value("digest"_L1).toString(), digestOf(text));
    QCOMPARE(sim.call("POST",
                    SimDriver::path(gad, first),
                    sim.launchBody(gad, first, u"registry.fly.io/grupo-gad:mine"_s))
                 .status,
        200);

    QCOMPARE(registry(sim, "DELETE", u"/v2/grupo-gad/manifests/"_s + digestOf(text)).status, 202);
    QCOMPARE(registry(sim, "GET", u"/v2/grupo-gad/manifests/mine"_s).status, 404);
}

void TestSimServices::registryRefuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    const QByteArray readOnly = "Basic " + QByteArray("x:fo1_sandbox_readonly").toBase64();
    const QByteArray other = "Basic " + QByteArray("x:fm2_sandbox_deploy_grupo_gad").toBase64();
    const QString uploads = u"/v2/grupo-gad/blobs/uploads/"_s;
    QTest::newRow("nobody") << QByteArray("GET") << u"/v2/"_s << QByteArray() << 401;
    QTest::newRow("scheme of the API")
        << QByteArray("GET") << u"/v2/"_s << QByteArray("Bearer fo1_sandbox_full") << 401;
    QTest::newRow("app that is not")
        << QByteArray("GET") << u"/v2/none/manifests/a"_s << atRegistry << 404;
    QTest::newRow("reader pushes") << QByteArray("POST") << uploads << readOnly << 403;
    QTest::newRow("another app's token")
        << QByteArray("POST") << u"/v2/sist-cabanas-mvp/blobs/uploads/"_s << other << 403;
    QTest::newRow("upload that is not")
        << QByteArray("PATCH") << QString(uploads + u"0123"_s) << atRegistry << 404;
    QTest::newRow("manifest that is none")
        << QByteArray("PUT") << u"/v2/grupo-gad/manifests/a"_s << atRegistry << 400;
    QTest::newRow("wrong digest") << QByteArray("POST") << QString(uploads + u"?digest=sha256:00"_s)
                                  << atRegistry << 400;
}

void TestSimServices::registryRefuses()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, authorization);
    SimDriver sim;
    const SimReply reply = registry(sim, method, path, "body", authorization);
    QTEST(reply.status, "status");
    QVERIFY(reply.body.contains("\"errors\""));
    QCOMPARE(headerOf(reply, "www-authenticate").isEmpty(), reply.status != 401);
}

void TestSimServices::volumeBelongsToOneMachine()
{
    SimDriver sim;
    const QString volumes = u"/v1/apps/grupo-gad/volumes"_s;
    const QString id = sim.call("POST", volumes, {{u"name"_s, u"data"_s}, {u"size_gb"_s, 2}})
                           .json.toObject()
                           .value("id"_L1)
                           .toString();
    QVERIFY(id.startsWith("vol_"_L1));
    QJsonObject config = sim.machine(gad, first).value("config"_L1).toObject();
    const auto withVolume = [&config](const QString &volume) {
        config.insert(
            "mounts"_L1, QJsonArray{QJsonObject{{u"volume"_s, volume}, {u"path"_s, u"/data"_s}}});
        return QJsonObject{{u"config"_s, config}};
    };
    const QString machines = u"/v1/apps/grupo-gad/machines"_s;
    QCOMPARE(sim.call("POST", machines, withVolume(u"vol_none"_s)).status, 412);
    const auto made = sim.call("POST", machines, withVolume(id));
    QCOMPARE(made.status, 200);
    const auto second = sim.call("POST", machines, withVolume(id));
    QCOMPARE(second.status, 412);
    QVERIFY(second.reply.body.contains("volume already claimed by machine"));
    QCOMPARE(sim.call("DELETE", volumes + u'/' + id).status, 412);
    QCOMPARE(sim.call("PUT", volumes + u'/' + id + u"/extend"_s, {{u"size_gb"_s, 5}}).status, 200);

    const QString machine = made.json.toObject().value("id"_L1).toString();
    QCOMPARE(sim.call("DELETE", SimDriver::path(gad, machine, u"?kill=true"_s)).status, 200);
    QVERIFY(sim.passUntil(gad, machine, u"destroyed"_s));
    const QJsonObject left = sim.get(volumes).json.toArray().at(0).toObject();
    QVERIFY(left.value("attached_machine_id"_L1).isNull());
    QCOMPARE(left.value("size_gb"_L1).toInt(), 5);
    QCOMPARE(sim.call("DELETE", volumes + u'/' + id).status, 200);
    QVERIFY(sim.get(volumes).json.toArray().isEmpty());
}

void TestSimServices::addressesComeAndGo()
{
    SimDriver sim;
    const QString addresses = u"/v1/apps/sist-cabanas-mvp/ip_assignments"_s;
    const auto count = [&] {
        return sim.get(addresses).json.toObject().value("ips"_L1).toArray().size();
    };
    QCOMPARE(count(), 1);
    for (const char *type : {"v6", "v4", "private_v6"})
        QCOMPARE(sim.call("POST", addresses, {{u"type"_s, QString::fromLatin1(type)}}).status, 200);
    QCOMPARE(sim.call("POST", addresses, {{u"type"_s, u"v5"_s}}).status, 400);
    QCOMPARE(count(), 4);
    QCOMPARE(sim.call("DELETE", addresses + u"/66.241.125.80"_s).status, 204);
    QCOMPARE(sim.call("DELETE", addresses + u"/66.241.125.80"_s).status, 404);
    QCOMPARE(count(), 3);
}

void TestSimServices::mutationsChangeTheWorld()
{
    SimDriver sim;
    const QJsonObject set = mutate(sim,
        u"mutation($input: SetSecretsInput!) { setSecrets(input: $input) { release { version } } }"_s,
        {{u"appId"_s, gad},
            {u"secrets"_s, QJsonArray{QJsonObject{{u"key"_s, u"NEW"_s}, {u"value"_s, u"x"_s}}}}});
    QVERIFY2(!set.contains("errors"_L1), QJsonDocument(set).toJson().constData());
    QCOMPARE(sim.get(u"/v1/apps/grupo-gad/secrets/NEW"_s).status, 200);
    const QJsonObject token = mutate(sim,
        u"mutation($input: CreateLimitedAccessTokenInput!) { createLimitedAccessToken(input: $input) { limitedAccessToken { tokenHeader } } }"_s,
        {{u"name"_s, u"ci"_s},
            {u"organizationId"_s, u"Qyj3wZ1vB8mXk"_s},
            {u"profile"_s, u"deploy"_s},
            {u"profileParams"_s, QJsonObject{{u"app_id"_s, gad}}},
            {u"expiry"_s, u"24h"_s}});
    const QString header = token.value("data"_L1)
                               .toObject()
                               .value("createLimitedAccessToken"_L1)
                               .toObject()
                               .value("limitedAccessToken"_L1)
                               .toObject()
                               .value("tokenHeader"_L1)
                               .toString();
    sim.token = header.toLatin1();
    QCOMPARE(sim.get(u"/v1/apps/grupo-gad"_s).status, 200);
    QCOMPARE(sim.get(u"/v1/apps/sist-cabanas-mvp"_s).status, 403);

    // Without a tunnel a client goes on over HTTPS: this is an error, not a wrong question.
    sim.token = "Bearer fo1_sandbox_full";
    const qsizetype before = sim.world.violations().size();
    const QJsonObject peer = mutate(sim,
        u"mutation($input: ValidateWireGuardPeersInput!) { validateWireGuardPeers(input: $input) { invalidPeerIps } }"_s,
        {{u"peerIps"_s, QJsonArray()}});
    QVERIFY(peer.contains("errors"_L1));
    QCOMPARE(sim.world.violations().size(), before);
}

void TestSimServices::deployTokenSeesItsApp()
{
    SimDriver sim;
    sim.token = "FlyV1 fm2_sandbox_deploy_grupo_gad";
    const QJsonObject data =
        sim.call("POST",
               u"/graphql"_s,
               {{u"query"_s,
                   u"{apps(first:2){nodes{name}} viewer{... on User{id} ... on Macaroon{email}}}"_s}})
            .json.toObject()
            .value("data"_L1)
            .toObject();
    const QJsonArray apps = data.value("apps"_L1).toObject().value("nodes"_L1).toArray();
    QCOMPARE(apps.size(), 1);
    QCOMPARE(apps.at(0).toObject().value("name"_L1).toString(), gad);
    QCOMPARE(data.value("viewer"_L1).toObject().keys(), QStringList{u"email"_s});
    const QJsonObject other =
        sim.call("POST", u"/graphql"_s, {{u"query"_s, u"{app(name:\"sist-cabanas-mvp\"){name}}"_s}})
            .json.toObject();
    QCOMPARE(other.value("errors"_L1).toArray().at(0).toObject().value("message"_L1).toString(),
        u"Could not find App"_s);
}

void TestSimServices::everythingIsSaved()
{
    SimDriver sim;
    const QByteArray text = manifest(push(sim, "{}"), push(sim, "layer"));
    registry(sim, "PUT", u"/v2/grupo-gad/manifests/mine"_s, text);
    sim.call("POST", u"/v1/apps/grupo-gad/volumes"_s, {{u"name"_s, u"data"_s}});
    Result<SimWorld> loaded = SimWorld::load(sim.world.save());
    QVERIFY(loaded);
    sim.world = std::move(*loaded);
    QCOMPARE(registry(sim, "GET", u"/v2/grupo-gad/manifests/mine"_s).body, text);
    QCOMPARE(registry(sim, "GET", u"/v2/grupo-gad/blobs/"_s + digestOf("layer")).status, 200);
    QCOMPARE(sim.get(u"/v1/apps/grupo-gad/volumes"_s).json.toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestSimServices)
#include "tst_simservices.moc"
