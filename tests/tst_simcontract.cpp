#include "sandbox/graphqlquery.h"
#include "sandbox/simcontract.h"
#include "support/simdriver.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace {
const QString gad = u"grupo-gad"_s;
const QString first = u"148e21f3b04289"_s;
const QString machine = u"/v1/apps/grupo-gad/machines/148e21f3b04289"_s;
const QString image = u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s;

QJsonObject configWith(const QString &key, const QJsonValue &value)
{
    return {{u"config"_s, QJsonObject{{u"image"_s, image}, {key, value}}}};
}

// As an update of ours looks.
QJsonObject wholeLaunch()
{
    const QJsonObject check{{u"type"_s, u"http"_s},
        {u"interval"_s, u"15s"_s},
        {u"timeout"_s, 2'000'000'000},
        {u"headers"_s,
            QJsonArray{
                QJsonObject{{u"name"_s, u"Host"_s}, {u"values"_s, QJsonArray{u"a.test"_s}}}}}};
    const QJsonObject service{{u"protocol"_s, u"tcp"_s},
        {u"internal_port"_s, 8000},
        {u"autostop"_s, u"suspend"_s},
        {u"force_instance_key"_s, QJsonValue()},
        {u"checks"_s, QJsonArray{check}}};
    QJsonObject body = configWith(u"services"_s, QJsonArray{service});
    QJsonObject config = body.value("config"_L1).toObject();
    config.insert("env"_L1, QJsonObject{{u"A"_s, u"b"_s}});
    config.insert("restart"_L1, QJsonObject{{u"policy"_s, u"no"_s}});
    body.insert("config"_L1, config);
    body.insert("skip_launch"_L1, false);
    body.insert("min_secrets_version"_L1, 1);
    return body;
}

QStringList violationsOf(SimDriver &sim)
{
    QStringList told;
    for (const SimViolation &violation : sim.world.contractViolations())
        told.append(violation.what);
    return told;
}

Result<GraphQlQuery> parsed(const QString &text)
{
    return parseGraphQl(text, {{u"name"_s, gad}}, {});
}
} // namespace

// The table of what may be asked, and the simulator that keeps to it.
class TestSimContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRouteHasASourceAndEveryDifferenceAReason();
    void typesAreRead_data();
    void typesAreRead();
    void brokenTablesAreRefused_data();
    void brokenTablesAreRefused();
    void insideTheContractNothingIsRecorded_data();
    void insideTheContractNothingIsRecorded();
    void outsideItIsAnsweredAndRecorded_data();
    void outsideItIsAnsweredAndRecorded();
    void answersKeepToTheTable_data();
    void answersKeepToTheTable();
    void graphQlIsChecked_data();
    void graphQlIsChecked();
    void clientsAreToldApart();
    void leaseHolderSendsItsNonce();
    void makerOfAnAppSendsItsCookieBack();
    void wrongSchemeIsRecorded();
    void violationsOutliveARestart();
    void oursIsWhatAtalayaSends();
};

void TestSimContract::everyRouteHasASourceAndEveryDifferenceAReason()
{
    QVERIFY(SimContract::instance().routes().size() > 80); // which registers the resource
    QFile file(u":/contract/flyio.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject table = QJsonDocument::fromJson(file.readAll()).object();
    for (const auto &[list, key] : {std::pair(u"routes"_s, "source"_L1),
             std::pair(u"disagreements"_s, "why"_L1),
             std::pair(u"leftOut"_s, "why"_L1)}) {
        const QJsonArray entries = table.value(list).toArray();
        QVERIFY(!entries.isEmpty());
        for (const QJsonValue &entry : entries)
            QVERIFY2(!entry.toObject().value(key).toString().isEmpty(), qPrintable(list));
    }
    for (const QJsonValue &source : table.value("sources"_L1).toObject())
        QVERIFY(QDate::fromString(source.toObject().value("date"_L1).toString(), Qt::ISODate)
                    .isValid());
}

void TestSimContract::typesAreRead_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("findings");
    QTest::newRow("text") << u"string"_s << QJsonValue(u"x"_s) << 0;
    QTest::newRow("text, a number") << u"string"_s << QJsonValue(1) << 1;
    QTest::newRow("null") << u"string"_s << QJsonValue() << 0;
    QTest::newRow("whole") << u"integer"_s << QJsonValue(3) << 0;
    QTest::newRow("whole, a fraction") << u"integer"_s << QJsonValue(3.5) << 1;
    QTest::newRow("flag, a text") << u"boolean"_s << QJsonValue(u"true"_s) << 1;
    QTest::newRow("choice") << u"string|integer"_s << QJsonValue(9) << 0;
    QTest::newRow("word") << u"enum:a,b"_s << QJsonValue(u"b"_s) << 0;
    QTest::newRow("other word") << u"enum:a,b"_s << QJsonValue(u"c"_s) << 1;
    QTest::newRow("list") << u"integer[]"_s << QJsonValue(QJsonArray{1, 2}) << 0;
    QTest::newRow("list with a text") << u"integer[]"_s << QJsonValue(QJsonArray{1, u"2"_s}) << 1;
    QTest::newRow("map") << u"{string}"_s << QJsonValue(QJsonObject{{u"a"_s, u"b"_s}}) << 0;
    QTest::newRow("map of flags") << u"{boolean}"_s << QJsonValue(QJsonObject{{u"a"_s, u"b"_s}})
                                  << 1;
    QTest::newRow("a list in its place") << u"object"_s << QJsonValue(QJsonArray{1, u"2"_s}) << 1;
    QTest::newRow("named") << u"Pair"_s << QJsonValue(QJsonObject{{u"left"_s, u"b"_s}}) << 0;
    QTest::newRow("named, nothing") << u"Pair"_s << QJsonValue(QJsonObject()) << 1;
    QTest::newRow("named, one too many")
        << u"Pair"_s << QJsonValue(QJsonObject{{u"left"_s, u"b"_s}, {u"up"_s, 1}}) << 1;
    QTest::newRow("list of named, thousands of wrong ones are not all told") << u"Pair[]"_s << [] {
        QJsonArray many;
        for (int i = 0; i < 5'000; ++i)
            many.append(QJsonObject{{u"up"_s, i}});
        return QJsonValue(many);
    }() << 20;
}

void TestSimContract::typesAreRead()
{
    QFETCH(QString, type);
    QFETCH(QJsonValue, value);
    const QJsonObject table{
        {u"types"_s,
            QJsonObject{
                {u"Pair"_s, QJsonObject{{u"left"_s, u"string!"_s}, {u"right"_s, u"Pair"_s}}},
                {u"Body"_s, QJsonObject{{u"t"_s, type}}}}},
        {u"routes"_s,
            QJsonArray{QJsonObject{
                {u"method"_s, u"POST"_s}, {u"path"_s, u"/x/{y}"_s}, {u"body"_s, u"Body"_s}}}}};
    const Result<SimContract> contract = SimContract::fromJson(QJsonDocument(table).toJson());
    QVERIFY2(contract, contract ? "" : qPrintable(contract.error().detail));
    const SimContract::Route *route = contract->find("POST", u"/x/anything"_s);
    QVERIFY(route);
    QVERIFY(!contract->find("GET", u"/x/anything"_s) && !contract->find("POST", u"/x"_s));
    SimRequest request;
    request.headers.append(HttpHeader{"content-type", "application/json"});
    const auto found = contract->check(*route, request, {{u"t"_s, value}});
    QTEST(int(found.size()), "findings");
}

void TestSimContract::brokenTablesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("no such type") << QByteArray(R"({"types":{"A":{"b":"strin"}}})");
    QTest::newRow("a name that is not there") << QByteArray(R"({"types":{"A":{"b":"Other[]"}}})");
    QTest::newRow("an empty type") << QByteArray(R"({"types":{"A":{"b":""}}})");
    QTest::newRow("a query without a type")
        << QByteArray(R"({"routes":[{"method":"GET","path":"/x","query":{"a":"{}"}}]})");
}

void TestSimContract::brokenTablesAreRefused()
{
    QFETCH(QByteArray, json);
    const Result<SimContract> contract = SimContract::fromJson(json);
    QVERIFY(!contract);
    QCOMPARE(contract.error().kind, Error::Kind::InvalidInput);
}

void TestSimContract::insideTheContractNothingIsRecorded_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::newRow("update") << QByteArray("POST") << machine << wholeLaunch();
    QTest::newRow("lease of flyctl")
        << QByteArray("POST") << QString(machine + u"/lease?ttl=13"_s) << QJsonObject();
    QTest::newRow("lease of the document")
        << QByteArray("POST") << QString(machine + u"/lease"_s)
        << QJsonObject{{u"ttl"_s, 13}, {u"description"_s, u"x"_s}};
    QTest::newRow("destroy, both words")
        << QByteArray("DELETE") << QString(machine + u"?kill=true&force=true"_s) << QJsonObject();
    QTest::newRow("signal of flyctl")
        << QByteArray("POST") << QString(machine + u"/signal"_s) << QJsonObject{{u"signal"_s, 9}};
    QTest::newRow("metadata filter")
        << QByteArray("GET") << u"/v1/apps/grupo-gad/machines?metadata.fly_process_group=app"_s
        << QJsonObject();
    QTest::newRow("current release")
        << QByteArray("GET") << u"/api/v1/apps/grupo-gad/releases/current"_s << QJsonObject();
    QTest::newRow("secrets") << QByteArray("POST") << u"/v1/apps/grupo-gad/secrets"_s
                             << QJsonObject{{u"values"_s,
                                    QJsonObject{{u"A"_s, u"x"_s}, {u"B"_s, QJsonValue()}}}};
    QTest::newRow("incidents") << QByteArray("GET") << u"/v1/incidents"_s << QJsonObject();
}

void TestSimContract::insideTheContractNothingIsRecorded()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    SimDriver sim;
    const auto answer = sim.call(method, path, body);
    QVERIFY2(answer.status >= 200 && answer.status < 300, answer.reply.body.constData());
    QCOMPARE(violationsOf(sim), QStringList());
}

void TestSimContract::outsideItIsAnsweredAndRecorded_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name,
                         const char *method,
                         const QString &path,
                         const QJsonObject &body,
                         int status,
                         const QString &told) {
        QTest::newRow(name) << QByteArray(method) << path << body << status << told;
    };
    row("path", "GET", u"/v1/apps/grupo-gad/machinez"_s, {}, 404, u"unknown route"_s);
    row("method", "PUT", machine, {}, 404, u"unknown route: PUT"_s);
    row("query key", "GET", machine + u"?verbose=1"_s, {}, 200, u"query key verbose"_s);
    row("query value",
        "GET",
        u"/v1/apps/grupo-gad/machines?include_deleted=maybe"_s,
        {},
        400,
        u"query key include_deleted is maybe, not boolean"_s);
    row("query missing", "GET", u"/v1/apps"_s, {}, 400, u"query key org_slug is missing"_s);
    row("wait for a state that is none",
        "GET",
        machine + u"/wait?state=happy"_s,
        {},
        400,
        u"state is happy"_s);
    row("body key",
        "POST",
        machine,
        configWith(u"colour"_s, u"blue"_s),
        200,
        u"key config.colour is not known"_s);
    row("body key in the depth",
        "POST",
        machine,
        configWith(u"guest"_s, QJsonObject{{u"cpu"_s, 2}}),
        200,
        u"key config.guest.cpu is not known"_s);
    row("body type",
        "POST",
        machine,
        configWith(u"env"_s, QJsonArray{u"A=b"_s}),
        400,
        u"config.env is a array, not {string}"_s);
    row("body type in the depth",
        "POST",
        machine,
        configWith(u"services"_s, QJsonArray{QJsonObject{{u"internal_port"_s, u"8000"_s}}}),
        400,
        u"config.services[0].internal_port is a string, not integer"_s);
    row("no config", "POST", machine, {{u"region"_s, u"dfw"_s}}, 400, u"key config is missing"_s);
    row("body where none is taken",
        "POST",
        machine + u"/start"_s,
        {{u"now"_s, true}},
        200,
        u"key now is not known"_s);
    row("release without an image",
        "POST",
        u"/api/v1/releases"_s,
        {{u"app_name"_s, gad}, {u"strategy"_s, u"ROLLING"_s}},
        422,
        u"key image is missing"_s);
    row("strategy in small letters",
        "POST",
        u"/api/v1/releases"_s,
        {{u"app_name"_s, gad}, {u"image"_s, image}, {u"strategy"_s, u"rolling"_s}},
        422,
        u"strategy is rolling"_s);
    row("lease dropped without its nonce",
        "DELETE",
        machine + u"/lease"_s,
        {},
        404,
        u"header fly-machine-lease-nonce is missing"_s);
    row("logs without a token",
        "GET",
        u"/api/v1/apps/grupo-gad/logs"_s,
        {},
        200,
        u"query key next_token is missing"_s);
    row("GraphQL",
        "POST",
        u"/graphql"_s,
        {{u"query"_s, u"{app(name:\"grupo-gad\"){colour}}"_s}},
        200,
        u"Field 'colour' doesn't exist on type 'App'"_s);
}

void TestSimContract::outsideItIsAnsweredAndRecorded()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    QFETCH(QString, told);
    SimDriver sim;
    sim.extraHeaders = {{"user-agent", "somebody/1.2 (test)"}};
    const auto answer = sim.call(method, path, body);
    QTEST(answer.status, "status");
    const QList<SimViolation> found = sim.world.contractViolations();
    QVERIFY2(found.size() == 1, qPrintable(violationsOf(sim).join(u'\n')));
    QVERIFY2(found.first().what.contains(told), qPrintable(found.first().what));
    QCOMPARE(found.first().client, u"somebody/1.2"_s);
    sim.call(method, path, body);
    QCOMPARE(sim.world.contractViolations().size(), 1);
    QVERIFY(sim.world.contractViolations().first().count >= 2);
}

void TestSimContract::answersKeepToTheTable_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    const auto row = [](const char *method, const QString &path, const QJsonObject &body = {}) {
        QTest::newRow(qPrintable(QString(QLatin1StringView(method) + u' ' + path)))
            << QByteArray(method) << path << body;
    };
    row("GET", u"/v1/apps?org_slug=acme"_s);
    row("GET", u"/v1/apps/grupo-gad"_s);
    row("POST", u"/v1/apps"_s, {{u"name"_s, u"fresh"_s}, {u"org_slug"_s, u"acme"_s}});
    row("GET", u"/v1/apps/grupo-gad/machines?include_deleted=true"_s);
    row("GET", machine);
    row("POST", machine, wholeLaunch());
    row("POST", u"/v1/apps/grupo-gad/machines"_s, wholeLaunch());
    row("GET", machine + u"/events"_s);
    row("GET", machine + u"/versions"_s);
    row("GET", machine + u"/ps"_s);
    row("GET", machine + u"/metadata"_s);
    row("GET", machine + u"/wait?state=started&timeout=5"_s);
    row("POST", machine + u"/lease?ttl=13"_s);
    row("GET", machine + u"/lease"_s);
    row("POST", machine + u"/restart"_s);
    row("POST", machine + u"/stop"_s, {{u"signal"_s, u"SIGTERM"_s}});
    row("POST", machine + u"/exec"_s, {{u"cmd"_s, u"uname"_s}});
    row("DELETE", machine + u"?force=true"_s);
    row("GET", u"/v1/apps/grupo-gad/secrets"_s);
    row("GET", u"/v1/apps/grupo-gad/secrets/REDIS_URL"_s);
    row("POST", u"/v1/apps/grupo-gad/secrets"_s, {{u"values"_s, QJsonObject{{u"A"_s, u"b"_s}}}});
    row("GET", u"/v1/apps/grupo-gad/ip_assignments"_s);
    row("GET", u"/v1/apps/grupo-gad/volumes"_s);
    row("GET", u"/v1/apps/grupo-gad/certificates"_s);
    row("GET", u"/v1/platform/regions"_s);
    row("GET", u"/v1/tokens/current"_s);
    row("GET", u"/v1/orgs/acme/machines"_s);
    row("GET", u"/v1/incidents"_s);
    row("GET", u"/api/v1/apps/grupo-gad/releases?limit=3"_s);
    row("GET", u"/api/v1/apps/grupo-gad/releases/current"_s);
    row("GET", u"/api/v1/releases/all_current"_s);
    row("GET", u"/api/v1/organizations"_s);
    row("GET", u"/api/v1/organizations/acme"_s);
    row("GET", u"/api/v1/apps/grupo-gad/logs?next_token="_s);
    row("POST", u"/api/v1/builds"_s, {{u"app_name"_s, gad}});
    row("POST",
        u"/api/v1/releases"_s,
        {{u"app_name"_s, gad}, {u"image"_s, image}, {u"strategy"_s, u"ROLLING"_s}});
    row("POST", u"/graphql"_s, {{u"query"_s, u"{app(name:\"grupo-gad\"){id name}}"_s}});
}

void TestSimContract::answersKeepToTheTable()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    SimDriver sim;
    if (path.endsWith("/lease"_L1))
        sim.call("POST", path + u"?ttl=60"_s);
    QVERIFY(sim.world.provoke({u"incident"_s, {}, {}, 0, {}, {}, {}}).has_value());
    const auto answer = sim.call(method, path, body);
    const SimContract::Route *route =
        SimContract::instance().find(method, path.section(u'?', 0, 0));
    QVERIFY(route);
    QVERIFY2(answer.status < 300, answer.reply.body.constData());
    QCOMPARE(SimContract::instance().checkAnswer(*route, answer.status, answer.reply.body),
        QStringList());
}

void TestSimContract::graphQlIsChecked_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("told"); // empty: nothing is
    QTest::newRow("fields") << u"{app(name:\"a\"){id organization{slug}}}"_s << QString();
    QTest::newRow("aliases") << u"{appbasic:app(name:\"a\"){id compressedSize:id}}"_s << QString();
    QTest::newRow("variables") << u"query($name:String!){app(name:$name){name}}"_s << QString();
    QTest::newRow("pages") << u"{apps(first:200){nodes{id} pageInfo{hasNextPage endCursor}}}"_s
                           << QString();
    QTest::newRow("union") << u"{viewer{__typename ... on User{id email} ... on Macaroon{email}}}"_s
                           << QString();
    QTest::newRow("fragment") << u"query{app(name:\"a\"){...App}} fragment App on App{id name}"_s
                              << QString();
    QTest::newRow("mutation")
        << u"mutation{createLimitedAccessToken(input:{name:\"x\"}){limitedAccessToken{tokenHeader}}}"_s
        << QString();
    QTest::newRow("field") << u"{app(name:\"a\"){colour}}"_s
                           << u"Field 'colour' doesn't exist on type 'App'"_s;
    QTest::newRow("root") << u"{colours{id}}"_s
                          << u"Field 'colours' doesn't exist on type 'Queries'"_s;
    QTest::newRow("argument") << u"{app(slug:\"a\", name:\"a\"){id}}"_s
                              << u"Field 'app' doesn't accept argument 'slug'"_s;
    QTest::newRow("no name") << u"{app{id}}"_s
                             << u"Field 'app' is missing required arguments: name"_s;
    QTest::newRow("variable that is not given")
        << u"query($other:String!){app(name:$other){id}}"_s
        << u"Field 'app' is missing required arguments: name"_s;
    QTest::newRow("selection on a text")
        << u"{app(name:\"a\"){name{first}}}"_s << u"Selections can't be made on scalars"_s;
    QTest::newRow("object without one")
        << u"{app(name:\"a\"){organization}}"_s << u"Field must have selections"_s;
    QTest::newRow("fragment of another type") << u"{app(name:\"a\"){... on User{id}}}"_s
                                              << u"Fragment on User can't be spread inside App"_s;
    QTest::newRow("mutation that is none")
        << u"mutation{deleteEverything(input:{}){id}}"_s
        << u"Field 'deleteEverything' doesn't exist on type 'Mutations'"_s;
}

void TestSimContract::graphQlIsChecked()
{
    QFETCH(QString, query);
    QFETCH(QString, told);
    const Result<GraphQlQuery> read = parsed(query);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    const QList<ContractFinding> findings = SimContract::instance().check(*read);
    if (told.isEmpty()) {
        QVERIFY2(findings.isEmpty(), findings.isEmpty() ? "" : qPrintable(findings.first().what));
        return;
    }
    QVERIFY(!findings.isEmpty());
    QVERIFY2(findings.first().what.startsWith(told), qPrintable(findings.first().what));
}

void TestSimContract::clientsAreToldApart()
{
    SimDriver sim;
    for (const char *agent : {"flyctl/2026.8.20", "curl/8.0"}) {
        sim.extraHeaders = {{"user-agent", agent}};
        sim.get(machine + u"?verbose=1"_s);
    }
    const QList<SimViolation> found = sim.world.contractViolations();
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).client, u"flyctl/2026.8.20"_s);
    QCOMPARE(found.at(1).client, u"curl/8.0"_s);
    QVERIFY(!found.at(0).isOurs());
    QVERIFY(sim.world.violations().first().startsWith(u"flyctl/2026.8.20: GET "_s));
}

void TestSimContract::leaseHolderSendsItsNonce()
{
    SimDriver sim;
    sim.extraHeaders = {{"user-agent", "console/1"}};
    QCOMPARE(sim.call("POST", machine + u"/lease?ttl=60"_s).status, 201);
    QCOMPARE(sim.call("POST", machine + u"/stop"_s).status, 409);
    QCOMPARE(violationsOf(sim), QStringList{u"POST stop without the nonce of its lease"_s});
    sim.extraHeaders = {{"user-agent", "other/1"}}; // may try: it holds none
    QCOMPARE(sim.call("POST", machine + u"/stop"_s).status, 409);
    QCOMPARE(sim.world.contractViolations().size(), 1);
}

void TestSimContract::makerOfAnAppSendsItsCookieBack()
{
    SimDriver sim;
    sim.world.setConsistencyLag(SimTime(400));
    sim.extraHeaders = {{"user-agent", "console/1"}};
    const auto made =
        sim.call("POST", u"/v1/apps"_s, {{u"name"_s, u"fresh"_s}, {u"org_slug"_s, u"acme"_s}});
    QCOMPARE(made.status, 201);
    QCOMPARE(sim.get(u"/v1/apps/fresh"_s).status, 404);
    QCOMPARE(violationsOf(sim), QStringList{u"the cookie fly_flaps_affinity was not sent back"_s});
    for (const HttpHeader &header : made.reply.headers) {
        if (header.name == "set-cookie")
            sim.extraHeaders.append({"cookie", header.value.split(';').first()});
    }
    QCOMPARE(sim.get(u"/v1/apps/fresh"_s).status, 200);
    QCOMPARE(sim.world.contractViolations().first().count, 1);
}

void TestSimContract::wrongSchemeIsRecorded()
{
    SimDriver sim;
    sim.token = "FlyV1 fo1_sandbox_full";
    QCOMPARE(sim.get(machine).status, 401);
    QCOMPARE(violationsOf(sim).size(), 1);
    QVERIFY(violationsOf(sim).first().startsWith("authorization: FlyV1"_L1));
}

void TestSimContract::violationsOutliveARestart()
{
    SimDriver sim;
    sim.extraHeaders = {{"user-agent", "curl/8.0"}};
    sim.get(u"/v1/nothing"_s);
    const Result<SimWorld> again = SimWorld::load(sim.world.save());
    QVERIFY(again);
    QCOMPARE(again->contractViolations(), sim.world.contractViolations());
    sim.world.setViolations({});
    QVERIFY(sim.world.violations().isEmpty());
}

void TestSimContract::oursIsWhatAtalayaSends()
{
    QVERIFY(SimContract::isStrict()); // in every test that has the sandbox in its process
    QVERIFY((SimViolation{u"atalaya/0.1.0"_s, {}, 1, {}}.isOurs()));
    SimContract::setStrict(false);
    SimDriver sim;
    sim.extraHeaders = {{"user-agent", "atalaya/0.1.0"}};
    sim.get(u"/v1/nothing"_s);
    SimContract::setStrict(true);
    QVERIFY(sim.world.contractViolations().first().isOurs());
}

QTEST_GUILESS_MAIN(TestSimContract)
#include "tst_simcontract.moc"
