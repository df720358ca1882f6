#include "support/simdriver.h"

using namespace Qt::StringLiterals;

namespace {
const QString gad = u"grupo-gad"_s;
const QString first = u"148e21f3b04289"_s;
const QString newImage = u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s;

QJsonObject releaseMachineBody()
{
    const QJsonObject metadata{{u"fly_platform_version"_s, u"v2"_s},
        {u"fly_process_group"_s, u"fly_app_release_command"_s}};
    const QJsonObject config{{u"image"_s, newImage},
        {u"init"_s, QJsonObject{{u"cmd"_s, QJsonArray{u"alembic"_s, u"upgrade"_s, u"head"_s}}}},
        {u"restart"_s, QJsonObject{{u"policy"_s, u"no"_s}}},
        {u"auto_destroy"_s, true},
        {u"metadata"_s, metadata}};
    return {{u"config"_s, config}, {u"region"_s, u"dfw"_s}, {u"skip_launch"_s, true}};
}
} // namespace

// What the simulated services besides machines and leases say.
class TestSimApi : public QObject
{
    Q_OBJECT

private slots:
    void routesAnswer_data();
    void routesAnswer();
    void newMachineIsSeenLateWithoutAffinity();
    void metadataIsPatched();
    void secretsShowDigestsAndVersion();
    void releasesAreMadeAndEnded();
    void graphQlAnswersUnderItsAliases();
    void imagesOfOthersAreThereOrNot_data();
    void imagesOfOthersAreThereOrNot();
    void graphQlSaysWhatItDoesNotKnow();
    void logsArePaged();
    void limitsAreEnforced();
    void unknownRouteIsAViolation();
};

void TestSimApi::routesAnswer_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("key"); // of the answer, when it is an object
    const auto row = [](const char *method,
                         const QString &path,
                         int status,
                         const QString &key = {},
                         const QJsonObject &body = {}) {
        QTest::newRow(qPrintable(QString(QLatin1StringView(method) + u' ' + path)))
            << QByteArray(method) << path << body << status << key;
    };
    const QString m = u"/v1/apps/grupo-gad/machines/148e21f3b04289"_s;
    row("GET", u"/v1/apps?org_slug=acme"_s, 200, u"total_apps"_s);
    row("GET", u"/v1/apps/nobody"_s, 404, u"error"_s);
    row("DELETE", u"/v1/apps/grupo-gad-db"_s, 202);
    row("GET", u"/v1/apps/grupo-gad/volumes"_s, 200);
    row("GET", u"/v1/apps/grupo-gad/ip_assignments"_s, 200, u"ips"_s);
    row("GET", u"/v1/apps/grupo-gad/certificates"_s, 200, u"certificates"_s);
    row("GET", u"/v1/apps/grupo-gad/secrets/REDIS_URL"_s, 200, u"digest"_s);
    row("GET", u"/v1/apps/grupo-gad/secrets/NONE"_s, 404, u"error"_s);
    row("POST", u"/v1/apps/grupo-gad/secrets/NEW"_s, 201, u"digest"_s, {{u"value"_s, u"x"_s}});
    row("DELETE", u"/v1/apps/grupo-gad/secrets/REDIS_URL"_s, 200, u"version"_s);
    row("GET", u"/v1/platform/regions"_s, 200, u"regions"_s);
    row("GET", u"/v1/tokens/current"_s, 200, u"tokens"_s);
    row("GET", u"/v1/orgs/acme/machines"_s, 200, u"machines"_s);
    row("GET", u"/v1/orgs/acme/volumes"_s, 200, u"volumes"_s);
    row("GET", m, 200, u"instance_id"_s);
    row("GET", m + u"/events?limit=1"_s, 200);
    row("GET", m + u"/versions"_s, 200);
    row("GET", m + u"/ps"_s, 200);
    row("GET", m + u"/metadata"_s, 200, u"fly_process_group"_s);
    row("GET", m + u"/metadata/fly_process_group"_s, 200, u"value"_s);
    row("GET", m + u"/metadata/none"_s, 404, u"error"_s);
    row("GET", m + u"/lease"_s, 404, u"message"_s);
    row("POST", m + u"/exec"_s, 200, u"exit_code"_s, {{u"cmd"_s, u"uname -a"_s}});
    row("POST", m + u"/signal"_s, 200, u"ok"_s, {{u"signal"_s, 9}});
    row("POST", m + u"/uncordon"_s, 200, u"ok"_s);
    row("POST", m, 400, u"error"_s, {{u"config"_s, QJsonObject()}});
    row("POST",
        m,
        400,
        u"error"_s,
        {{u"config"_s, QJsonObject{{u"image"_s, u"registry.fly.io/grupo-gad:gone"_s}}}});
    for (const QString &absent : {u"nope"_s, u"nginx:nope"_s, u"ghcr.io/nobody/app:1"_s})
        row("POST", m, 400, u"error"_s, {{u"config"_s, QJsonObject{{u"image"_s, absent}}}});
    row("POST",
        m,
        400,
        u"error"_s,
        {{u"region"_s, u"gru"_s}, {u"config"_s, QJsonObject{{u"image"_s, newImage}}}});
    row("GET", u"/v1/apps/grupo-gad/machines/00000000000000"_s, 404, u"error"_s);
    row("GET", u"/api/v1/organizations?admin=false"_s, 200, u"organizations"_s);
    row("GET", u"/api/v1/organizations/acme"_s, 200, u"organization"_s);
    row("GET", u"/api/v1/organizations/none"_s, 404, u"error"_s);
    row("GET", u"/api/v1/releases/all_current"_s, 200, u"grupo-gad"_s);
    row("POST",
        u"/api/v1/releases"_s,
        404,
        u"error"_s,
        {{u"app_name"_s, u"nobody"_s}, {u"image"_s, newImage}, {u"strategy"_s, u"ROLLING"_s}});
    row("POST", u"/api/v1/builds"_s, 200, u"status"_s, {{u"app_name"_s, u"grupo-gad"_s}});
    row("POST",
        u"/api/v1/builds/finish"_s,
        404,
        u"error"_s,
        {{u"build_id"_s, 77}, {u"status"_s, u"failed"_s}});
    row("GET", u"/api/v1/apps/nobody/logs?next_token="_s, 404, u"error"_s);
}

void TestSimApi::routesAnswer()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    QFETCH(QString, key);
    SimDriver sim;
    const auto answer = sim.call(method, path, body);
    QTEST(answer.status, "status");
    QVERIFY2(key.isEmpty() || answer.json.toObject().contains(key), answer.reply.body.constData());
    QVERIFY(sim.world.violations().isEmpty());
}

void TestSimApi::newMachineIsSeenLateWithoutAffinity()
{
    SimDriver sim;
    sim.world.setConsistencyLag(SimTime(400));
    const QString id = sim.call("POST", u"/v1/apps/grupo-gad/machines"_s, releaseMachineBody())
                           .json.toObject()
                           .value("id"_L1)
                           .toString();
    QCOMPARE(sim.get(SimDriver::path(gad, id)).status, 404);
    QCOMPARE(sim.get(u"/v1/apps/grupo-gad/machines"_s).json.toArray().size(), 3);
    sim.pass(SimTime(400));
    QCOMPARE(sim.get(SimDriver::path(gad, id)).status, 200);

    const auto made =
        sim.call("POST", u"/v1/apps"_s, {{u"app_name"_s, u"fresh"_s}, {u"org_slug"_s, u"acme"_s}});
    QCOMPARE(made.status, 201);
    QCOMPARE(sim.get(u"/v1/apps/fresh"_s).status, 404);
    QByteArray cookie;
    for (const HttpHeader &header : made.reply.headers) {
        if (header.name == "set-cookie")
            cookie = header.value;
    }
    QVERIFY(cookie.contains("Path=/v1/apps/fresh"));
    sim.extraHeaders = {{"cookie", cookie.left(cookie.indexOf(';'))}};
    QCOMPARE(sim.get(u"/v1/apps/fresh"_s).status, 200);
    const auto taken =
        sim.call("POST", u"/v1/apps"_s, {{u"name"_s, u"fresh"_s}, {u"org_slug"_s, u"acme"_s}});
    QCOMPARE(taken.status, 422);
    QCOMPARE(taken.json.toObject().value("status"_L1).toString(), u"name_taken"_s);
}

void TestSimApi::metadataIsPatched()
{
    SimDriver sim;
    const QString version = sim.machine(gad, first).value("instance_id"_L1).toString();
    QCOMPARE(sim.call("POST",
                    SimDriver::path(gad, first, u"/metadata/fly_release_version"_s),
                    {{u"value"_s, u"42"_s}})
                 .status,
        204);
    const QJsonObject changes{
        {u"metadata"_s, QJsonObject{{u"a"_s, u"1"_s}, {u"fly_flyctl_version"_s, QJsonValue()}}},
        {u"machine_version"_s, version}};
    QCOMPARE(sim.call("PATCH", SimDriver::path(gad, first, u"/metadata"_s), changes).status, 204);
    const QJsonObject metadata =
        sim.get(SimDriver::path(gad, first, u"/metadata"_s)).json.toObject();
    QCOMPARE(metadata.value("fly_release_version"_L1).toString(), u"42"_s);
    QCOMPARE(metadata.value("a"_L1).toString(), u"1"_s);
    QVERIFY(!metadata.contains("fly_flyctl_version"_L1));
    QCOMPARE(sim.machine(gad, first).value("instance_id"_L1).toString(), version);
    QJsonObject stale = changes;
    stale.insert("machine_version"_L1, u"01J0"_s);
    QCOMPARE(sim.call("PATCH", SimDriver::path(gad, first, u"/metadata"_s), stale).status, 412);
}

void TestSimApi::secretsShowDigestsAndVersion()
{
    SimDriver sim;
    const auto list = [&] {
        return sim.get(u"/v1/apps/grupo-gad/secrets"_s)
            .json.toObject()
            .value("secrets"_L1)
            .toArray();
    };
    QCOMPARE(list().size(), 9);
    const auto written = sim.call("POST",
        u"/v1/apps/grupo-gad/secrets"_s,
        {{u"values"_s, QJsonObject{{u"NEW"_s, u"value"_s}, {u"SENTRY_DSN"_s, QJsonValue()}}}});
    QCOMPARE(written.status, 200);
    QCOMPARE(written.json.toObject().value("version"_L1).toInt(), 18);
    QVERIFY(!written.reply.body.contains("\"value\""));
    QCOMPARE(list().size(), 9);
    QJsonObject body = sim.launchBody(gad, first, newImage);
    body.insert("min_secrets_version"_L1, 19);
    QCOMPARE(sim.call("POST", SimDriver::path(gad, first), body).status, 412);
}

void TestSimApi::releasesAreMadeAndEnded()
{
    SimDriver sim;
    const QJsonObject body{{u"app_name"_s, gad},
        {u"build_id"_s, 0},
        {u"definition"_s, QJsonObject{{u"app"_s, gad}}},
        {u"image"_s, newImage},
        {u"strategy"_s, u"ROLLING"_s}};
    const QJsonObject made = sim.call("POST", u"/api/v1/releases"_s, body)
                                 .json.toObject()
                                 .value("release"_L1)
                                 .toObject();
    QCOMPARE(made.value("version"_L1).toInt(), 43);
    QCOMPARE(made.value("status"_L1).toString(), u"pending"_s);
    const QString path = u"/api/v1/releases/"_s + made.value("id"_L1).toString();
    QCOMPARE(sim.call("PATCH", path, {{u"status"_s, u"running"_s}})
                 .json.toObject()
                 .value("status"_L1)
                 .toString(),
        u"running"_s);
    QCOMPARE(sim.call("PATCH", path, {{u"status"_s, u"complete"_s}}).status, 200);
    QCOMPARE(sim.world.releaseStatus(gad, 43), u"complete"_s);
    QCOMPARE(sim.get(u"/api/v1/apps/grupo-gad/releases/current"_s)
                 .json.toObject()
                 .value("version"_L1)
                 .toInt(),
        43);
    QCOMPARE(sim.get(u"/api/v1/apps/grupo-gad-db/releases/current"_s).status, 404);
    const QJsonArray two = sim.get(u"/api/v1/apps/grupo-gad/releases?limit=2"_s)
                               .json.toObject()
                               .value("releases"_L1)
                               .toArray();
    QCOMPARE(two.size(), 2);
    QCOMPARE(two.at(1).toObject().value("status"_L1).toString(), u"failed"_s);
    QCOMPARE(
        sim.call("PATCH", u"/api/v1/releases/none"_s, {{u"status"_s, u"failed"_s}}).status, 404);
}

void TestSimApi::graphQlAnswersUnderItsAliases()
{
    SimDriver sim;
    const QString query = u"query Q($name: String!, $ref: String!, $limit: Int = 2) {\n"
                          "  appcompact: app(name: $name) { ...Basics organization { slug }\n"
                          "    image(ref: $ref) { digest compressedSize: compressedSizeFull }\n"
                          "    releasesUnprocessed(first: $limit) { nodes { version status } }\n"
                          "    currentReleaseUnprocessed { version configDefinition } }\n"
                          "  viewer { ... on User { email } ... on Macaroon { email } } # comment\n"
                          "}\nfragment Basics on App { name hostname }"_s;
    const auto reply = sim.call("POST",
        u"/graphql"_s,
        {{u"query"_s, query},
            {u"variables"_s, QJsonObject{{u"name"_s, gad}, {u"ref"_s, newImage}}}});
    QVERIFY(!reply.json.toObject().contains("errors"_L1));
    const QJsonObject data = reply.json.toObject().value("data"_L1).toObject();
    const QJsonObject app = data.value("appcompact"_L1).toObject();
    QCOMPARE(app.keys(),
        (QStringList{u"currentReleaseUnprocessed"_s,
            u"hostname"_s,
            u"image"_s,
            u"name"_s,
            u"organization"_s,
            u"releasesUnprocessed"_s}));
    QCOMPARE(
        app.value("image"_L1).toObject().value("compressedSize"_L1).toString(), u"185000000"_s);
    QCOMPARE(app.value("releasesUnprocessed"_L1).toObject().value("nodes"_L1).toArray().size(), 2);
    const QJsonObject definition = app.value("currentReleaseUnprocessed"_L1)
                                       .toObject()
                                       .value("configDefinition"_L1)
                                       .toObject();
    QCOMPARE(definition.value("deploy"_L1).toObject().value("release_command"_L1).toString(),
        u"alembic upgrade head"_s);
    QCOMPARE(data.value("viewer"_L1).toObject().value("email"_L1).toString(), u"ops@acme.test"_s);
    QVERIFY(sim.world.violations().isEmpty());
}

void TestSimApi::imagesOfOthersAreThereOrNot_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<bool>("there");
    QTest::newRow("name alone") << u"nginx"_s << true;
    QTest::newRow("tag") << u"docker.io/library/nginx:1.27-alpine"_s << true;
    QTest::newRow("no such tag") << u"nginx:nope"_s << false;
    QTest::newRow("no such name") << u"nope"_s << false;
    QTest::newRow("digest") << QString(u"redis@sha256:"_s + QString(64, u'a')) << true;
    QTest::newRow("another registry") << u"ghcr.io/nobody/app:1"_s << false;
    QTest::newRow("what runs here")
        << u"docker-hub-mirror.fly.io/flyio/postgres-flex:16.4"_s << true;
}

void TestSimApi::imagesOfOthersAreThereOrNot()
{
    QFETCH(QString, reference);
    QFETCH(bool, there);
    SimDriver sim;
    const auto reply = sim.call("POST",
        u"/graphql"_s,
        {{u"query"_s, u"query($r: String!) {app(name:\"grupo-gad\"){image(ref: $r){digest}}}"_s},
            {u"variables"_s, QJsonObject{{u"r"_s, reference}}}});
    const QJsonObject data = reply.json.toObject().value("data"_L1).toObject();
    QCOMPARE(!data.value("app"_L1).toObject().value("image"_L1).isNull(), there);
}

void TestSimApi::graphQlSaysWhatItDoesNotKnow()
{
    SimDriver sim;
    const auto missing =
        sim.call("POST", u"/graphql"_s, {{u"query"_s, u"{app(name:\"nobody\"){name}}"_s}});
    QCOMPARE(missing.status, 200);
    const QJsonObject error = missing.json.toObject().value("errors"_L1).toArray().at(0).toObject();
    QCOMPARE(error.value("message"_L1).toString(), u"Could not find App"_s);
    QCOMPARE(error.value("extensions"_L1).toObject().value("code"_L1).toString(), u"NOT_FOUND"_s);
    const auto noImage = sim.call("POST",
        u"/graphql"_s,
        {{u"query"_s,
            u"{app(name:\"grupo-gad\"){image(ref:\"registry.fly.io/grupo-gad:gone\"){id}}}"_s}});
    QVERIFY(noImage.json.toObject()
                .value("data"_L1)
                .toObject()
                .value("app"_L1)
                .toObject()
                .value("image"_L1)
                .isNull());
    QVERIFY(sim.world.violations().isEmpty());
    sim.call("POST", u"/graphql"_s, {{u"query"_s, u"{app(name:\"grupo-gad\"){colour}}"_s}});
    sim.call("POST", u"/graphql"_s, {{u"query"_s, u"{app(name:"_s}});
    QCOMPARE(sim.world.violations().size(), 2);
}

void TestSimApi::logsArePaged()
{
    SimDriver sim;
    sim.pass(std::chrono::minutes(2));
    const auto page = [&](const QString &token, const QString &more = {}) {
        const QString path = u"/api/v1/apps/grupo-gad/logs?next_token=%1%2"_s.arg(token, more);
        return sim.get(path).json.toObject();
    };
    const auto next = [](const QJsonObject &p) {
        return p.value("meta"_L1).toObject().value("next_token"_L1).toString();
    };
    const QJsonObject failed = page({}, u"&instance=2874e01c6d4398"_s);
    const QJsonArray lines = failed.value("data"_L1).toArray();
    QVERIFY(std::any_of(lines.begin(), lines.end(), [](const QJsonValue &line) {
        return line.toObject()
            .value("attributes"_L1)
            .toObject()
            .value("message"_L1)
            .toString()
            .contains("connection refused"_L1);
    }));
    QCOMPARE(page({}).value("data"_L1).toArray().size(), 100);

    const QString start =
        QString::number((sim.world.wallTime(sim.now).toMSecsSinceEpoch() + 1) * 1'000'000);
    QVERIFY(page(start).value("data"_L1).toArray().isEmpty());
    QCOMPARE(next(page(start)), start);
    sim.pass(std::chrono::minutes(20));
    int count = 0;
    QString token = start;
    QString last;
    for (QJsonArray data = page(token).value("data"_L1).toArray(); !data.isEmpty();
         data = page(token).value("data"_L1).toArray()) {
        for (const QJsonValue &line : std::as_const(data)) {
            const QString id = line.toObject().value("id"_L1).toString();
            QVERIFY(id > last);
            last = id;
        }
        count += int(data.size());
        token = next(page(token));
    }
    QVERIFY2(count >= 3 * 79 && count <= 3 * 81,
        qPrintable(QString::number(count))); // one per machine and 15 s
}

void TestSimApi::limitsAreEnforced()
{
    SimDriver sim;
    sim.world.setRateLimits(true);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(sim.get(u"/v1/apps/grupo-gad/machines"_s).status, 200);
    QCOMPARE(sim.get(u"/v1/apps/grupo-gad/machines"_s).status, 429);
    QCOMPARE(sim.get(u"/v1/apps/sist-cabanas-mvp/machines"_s).status, 200);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(sim.get(SimDriver::path(gad, first)).status, 200);
    QCOMPARE(sim.get(SimDriver::path(gad, first)).status, 429);
    sim.pass(SimTime(1'000));
    QCOMPARE(sim.get(u"/v1/apps/grupo-gad/machines"_s).status, 200);
    QCOMPARE(sim.get(u"/v1/apps/grupo-gad/machines"_s).status, 429);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(sim.get(SimDriver::path(gad, first)).status, 200);
    QCOMPARE(sim.get(SimDriver::path(gad, first)).status, 429);
}

void TestSimApi::unknownRouteIsAViolation()
{
    SimDriver sim;
    QCOMPARE(sim.get(u"/v1/apps/grupo-gad/machinez"_s).status, 404);
    QCOMPARE(sim.call("POST", SimDriver::path(gad, first, u"/dance"_s)).status, 404);
    QCOMPARE(sim.get(u"/favicon.ico"_s).status, 404);
    QCOMPARE(sim.world.violations().size(), 3);
    QCOMPARE(sim.world.requestLog().last(), u"GET /favicon.ico 404"_s);
}

QTEST_GUILESS_MAIN(TestSimApi)
#include "tst_simapi.moc"
