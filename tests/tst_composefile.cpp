#include "config/composefile.h"
#include "fuzz/composebytes.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
ComposeProject stack(const QList<QByteArray> &texts)
{
    QList<ComposeSource> sources;
    for (const QByteArray &text : texts)
        sources.append({u"f%1.yaml"_s.arg(sources.size()), text});
    return readCompose(sources);
}

QStringList codesIn(const ComposeProject &project)
{
    QStringList codes;
    for (const ComposeFinding &finding : project.findings) {
        codes.append(u"%1:%2:%3 %4"_s.arg(finding.file)
                         .arg(finding.finding.line)
                         .arg(finding.finding.column)
                         .arg(configCodeName(finding.finding.code)));
    }
    return codes;
}

QString valueOf(const ComposeService &service, const QString &name)
{
    for (const ComposeEnvironment &variable : service.environment) {
        if (variable.name == name)
            return variable.value.value_or(u"(shell)"_s);
    }
    return u"(none)"_s;
}
} // namespace

class TestComposeFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allFormsAreRead();
    void placesAreThoseOfTheFile();
    void mergeKeysAndAnchors();
    void syntaxIsToldWithItsPlace_data();
    void syntaxIsToldWithItsPlace();
    void hostileFilesAreCheap_data();
    void hostileFilesAreCheap();
    void portsAreRead_data();
    void portsAreRead();
    void laterFilesLieOverEarlierOnes();
    void resetAndOverride();
    void includeAndExtends();
    void variablesAreFound();
    void variablesAreResolved_data();
    void variablesAreResolved();
    void referredPathsAreKnown();
    void whatComposeRefuses_data();
    void whatComposeRefuses();
    void overlayIsOnlyWarnedOf();
    void fuzzingCorpusIsSurvived_data();
    void fuzzingCorpusIsSurvived();
};

void TestComposeFile::allFormsAreRead()
{
    const ComposeProject project = stack({R"(name: panel
services:
  web:
    image: registry.example.net/panel/web:1.4
    env_file: .env
    environment: [A=1, B, "C=x=y"]
    depends_on: [db]
    command: run --port "80 81"
    entrypoint: ["/bin/sh", -c]
    restart: unless-stopped
    profiles: [full]
    networks: [front]
    configs: [{source: site, target: /etc/site}]
    secrets: [key]
    deploy: {replicas: 2, resources: {limits: {memory: 512m}}}
    volumes:
      - data:/data:ro
      - ./conf:/etc/conf
      - /var/cache
      - {type: bind, source: ./x, target: /x, read_only: true}
  db:
    build: {context: ./db, dockerfile: Dockerfile.db, args: {X: 1}}
    env_file:
      - path: db.env
        required: false
      - other.env
    depends_on:
      web: {condition: service_completed_successfully, required: false}
    healthcheck: {test: [CMD, "true"], interval: 5s, retries: 3}
    scale: 1
volumes: {data: }
networks: {front: {external: true, name: shared}}
configs: {site: {file: ./site.conf}}
secrets: {key: {environment: KEY}}
)"});
    QCOMPARE(project.name.text, u"panel"_s);
    QCOMPARE(project.serviceNames(), (QStringList{u"db"_s, u"web"_s}));
    const ComposeService web = *project.service(u"web");
    QCOMPARE(web.image.text, u"registry.example.net/panel/web:1.4"_s);
    QCOMPARE(web.envFiles.constFirst().path, u".env"_s);
    QCOMPARE(valueOf(web, u"A"_s), u"1"_s);
    QCOMPARE(valueOf(web, u"B"_s), u"(shell)"_s);
    QCOMPARE(valueOf(web, u"C"_s), u"x=y"_s);
    QCOMPARE(web.dependsOn.constFirst().condition, ComposeDependency::Condition::Started);
    QCOMPARE(web.command, (QStringList{u"run"_s, u"--port"_s, u"80 81"_s}));
    QCOMPARE(web.entrypoint, (QStringList{u"/bin/sh"_s, u"-c"_s}));
    QCOMPARE(web.restart.text, u"unless-stopped"_s);
    QCOMPARE(web.profiles, QStringList{u"full"_s});
    QCOMPARE(web.networks.constFirst().source, u"front"_s);
    QCOMPARE(web.configs.constFirst().target, u"/etc/site"_s);
    QCOMPARE(web.secrets.constFirst().source, u"key"_s);
    QCOMPARE(web.replicas, std::optional<int>(2));
    QCOMPARE(web.memoryLimit, u"512m"_s);
    QCOMPARE(web.mounts.size(), 4);
    QCOMPARE(web.mounts.at(0).type, ComposeMount::Type::Volume);
    QVERIFY(web.mounts.at(0).isReadOnly);
    QCOMPARE(web.mounts.at(1).type, ComposeMount::Type::Bind);
    QCOMPARE(web.mounts.at(2).type, ComposeMount::Type::Anonymous);
    QVERIFY(web.mounts.at(3).isReadOnly);
    const ComposeService db = *project.service(u"db");
    QCOMPARE(db.build->context, u"./db"_s);
    QCOMPARE(db.build->arguments.constFirst().name, u"X"_s);
    QVERIFY(!db.envFiles.at(0).isRequired);
    QVERIFY(db.envFiles.at(1).isRequired);
    QVERIFY(db.hasHealthcheck());
    QCOMPARE(db.dependsOn.constFirst().condition, ComposeDependency::Condition::Completed);
    QVERIFY(project.networks.constFirst().isExternal);
    QCOMPARE(project.networks.constFirst().realName, u"shared"_s);
    QCOMPARE(project.secrets.constFirst().variable, u"KEY"_s);
    // They wait for one another.
    QCOMPARE(codesIn(project), QStringList{u"0:21:3 compose-circle"_s});
}

void TestComposeFile::placesAreThoseOfTheFile()
{
    const ComposeProject project = stack({"services:\n  web:\n    image: x:1\n    ports:\n      - "
                                          "\"80:80\"\n    environment:\n      ñandú: ${A}\n"});
    const ComposeService web = *project.service(u"web");
    QCOMPARE(web.place, (ComposePlace{0, 2, 3}));
    QCOMPARE(web.image.place, (ComposePlace{0, 3, 5}));
    QCOMPARE(web.ports.constFirst().place, (ComposePlace{0, 5, 9}));
    QCOMPARE(web.environment.constFirst().place, (ComposePlace{0, 7, 7}));
    QCOMPARE(project.variables.constFirst().place, (ComposePlace{0, 7, 14}));
    QCOMPARE(project.variables.constFirst().path, u"services.web.environment.\"ñandú\""_s);
}

void TestComposeFile::mergeKeysAndAnchors()
{
    const ComposeProject project = stack({R"(x-a: &a {image: "x:1", restart: always}
x-b: &b {restart: "no", environment: &e {A: 1}}
services:
  one: {<<: [*a, *b], command: run}
  two:
    <<: *b
    image: y:2
    environment: {<<: *e, A: 2, B: 3}
)"});
    QCOMPARE(codesIn(project), QStringList());
    const ComposeService one = *project.service(u"one");
    QCOMPARE(one.image.text, u"x:1"_s);
    QCOMPARE(one.restart.text, u"always"_s); // the first of the list wins
    QCOMPARE(valueOf(one, u"A"_s), u"1"_s);
    const ComposeService two = *project.service(u"two");
    QCOMPARE(two.restart.text, u"no"_s);
    QCOMPARE(valueOf(two, u"A"_s), u"2"_s);
    QCOMPARE(valueOf(two, u"B"_s), u"3"_s);
}

void TestComposeFile::syntaxIsToldWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *text, const QString &told) {
        QTest::newRow(name) << QByteArray(text) << told;
    };
    row("tab", "services:\n\tweb:\n", u"0:2:1 yaml-tab"_s);
    row("colon", "services:\n  a:\n    image: x: y\n", u"0:3:13 yaml-colon"_s);
    row("no colon",
        "services:\n  a:\n    image: x\n    restart\n  b: {}\n",
        u"0:4:5 yaml-no-colon"_s);
    row("quote", "services:\n  a: \"x\n", u"0:2:6 yaml-quote"_s);
    row("bracket", "services:\n  a: [x, y\n  b: 1\n", u"0:2:6 yaml-bracket"_s);
    row("character", "services:\n  a: @x\n", u"0:2:6 yaml-character"_s);
    row("indentation", "services:\n  a:\n    image: x\n   restart: no\n", u"0:4:4 yaml-indent"_s);
    row("alias", "services:\n  a: *none\n", u"0:2:6 yaml-alias"_s);
    row("circle", "services: &s\n  a: *s\n", u"0:2:6 yaml-circle"_s);
    row("key", "services:\n  ? [a]\n  : b\n", u"0:2:5 yaml-key"_s);
    row("duplicate",
        "services:\n  a: {image: \"x:1\"}\n  a: {image: \"y:1\"}\n",
        u"0:3:3 duplicate-key"_s);
    row("not UTF-8", "services:\n  a: \xff\n", u"0:2:6 not-utf8"_s);
    row("control", "services:\n  a: \x01\n", u"0:2:6 yaml-control"_s);
    row("a list", "- a\n", u"0:1:1 compose-not-map"_s);
}

void TestComposeFile::syntaxIsToldWithItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, told);
    QCOMPARE(codesIn(stack({text})).value(0), told);
}

void TestComposeFile::hostileFilesAreCheap_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const QByteArray above = "*a" + QByteArray::number(i - 1);
        const QByteArray more = above + ", ";
        bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " ["
            + more.repeated(9) + above + "]\n";
    }
    QByteArray ladder = "a0: &a0 [x]\n";
    for (int i = 1; i < 100; ++i)
        ladder += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [*a"
            + QByteArray::number(i - 1) + "]\n";
    QTest::newRow("aliases of aliases") << bomb << int(ConfigCode::YamlBomb);
    QTest::newRow("deep by aliases") << ladder << int(ConfigCode::FileTooDeep);
    QTest::newRow("deep") << QByteArray(200, '[') << int(ConfigCode::FileTooDeep);
    QTest::newRow("large") << QByteArray(2 * 1024 * 1024, '#') << int(ConfigCode::FileTooLarge);
    QTest::newRow("many") << QByteArray("- x\n").repeated(30'000)
                          << int(ConfigCode::FileTooManyKeys);
}

void TestComposeFile::hostileFilesAreCheap()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const ComposeProject project = stack({text});
    QVERIFY(!project.findings.isEmpty());
    QCOMPARE(int(project.findings.constFirst().finding.code), code);
}

void TestComposeFile::portsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("parts"); // address, outside, inside, protocol
    const auto row = [](const char *text, const QStringList &parts) {
        QTest::newRow(text) << QByteArray(text) << parts;
    };
    row("\"80\"", {u""_s, u""_s, u"80"_s, u"tcp"_s});
    row("8080:80", {u""_s, u"8080"_s, u"80"_s, u"tcp"_s});
    row("127.0.0.1:53:53/udp", {u"127.0.0.1"_s, u"53"_s, u"53"_s, u"udp"_s});
    row("\"127.0.0.1::80\"", {u"127.0.0.1"_s, u""_s, u"80"_s, u"tcp"_s});
    row("\"[::1]:1:2\"", {u"[::1]"_s, u"1"_s, u"2"_s, u"tcp"_s});
    row("3000-3005:3000-3005", {u""_s, u"3000-3005"_s, u"3000-3005"_s, u"tcp"_s});
    row("\"${BIND:-0.0.0.0}:${PORT:-80}:80\"",
        {u"${BIND:-0.0.0.0}"_s, u"${PORT:-80}"_s, u"80"_s, u"tcp"_s});
    row("{target: 80, published: \"81\", protocol: udp, host_ip: 10.0.0.1}",
        {u"10.0.0.1"_s, u"81"_s, u"80"_s, u"udp"_s});
}

void TestComposeFile::portsAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, parts);
    const ComposeProject project =
        stack({"services:\n  a:\n    image: x:1\n    ports: \n      - " + text + "\n"});
    QCOMPARE(codesIn(project), QStringList());
    const ComposePort port = project.service(u"a")->ports.constFirst();
    QCOMPARE((QStringList{port.hostIp, port.published, port.target, port.protocol}), parts);
}

void TestComposeFile::laterFilesLieOverEarlierOnes()
{
    const ComposeProject project = stack({R"(services:
  web:
    image: x:1
    command: [a, b]
    environment: [A=1, B=2]
    ports: ["80:80", "81:81"]
    volumes: [data:/data, ./a:/conf]
    depends_on: [db]
    env_file: a.env
    healthcheck: {test: [CMD, a], interval: 5s}
    networks: [n]
  db: {image: "d:1"}
volumes: {data: }
networks: {n: }
)",
        R"(services:
  web:
    image: x:2
    command: c
    environment: {B: 3, C: 4}
    ports: ["80:80", "82:82"]
    volumes: [./b:/conf, other:/other]
    depends_on: {cache: {condition: service_healthy}}
    env_file: [b.env, a.env]
    healthcheck: {test: [CMD, b]}
  cache: {image: "c:1"}
volumes: {other: }
)"});
    QCOMPARE(codesIn(project), QStringList());
    const ComposeService web = *project.service(u"web");
    QCOMPARE(web.image.text, u"x:2"_s);
    QCOMPARE(web.image.place, (ComposePlace{1, 3, 5}));
    QCOMPARE(web.place.file, 0);
    QCOMPARE(web.command, QStringList{u"c"_s});
    QCOMPARE(valueOf(web, u"A"_s), u"1"_s);
    QCOMPARE(valueOf(web, u"B"_s), u"3"_s);
    QCOMPARE(valueOf(web, u"C"_s), u"4"_s);
    QCOMPARE(web.ports.size(), 3);
    QCOMPARE(web.mounts.size(), 3);
    QCOMPARE(web.mounts.at(1).source, u"./b"_s); // one thing by its target
    QCOMPARE(web.dependsOn.size(), 2);
    QCOMPARE(web.envFiles.size(), 2);
    QCOMPARE(web.healthcheck->test, (QStringList{u"CMD"_s, u"b"_s}));
    QCOMPARE(web.healthcheck->interval, u"5s"_s);
    QCOMPARE(web.networks.size(), 1);
}

void TestComposeFile::resetAndOverride()
{
    const ComposeProject project = stack({"services:\n  a:\n    image: x:1\n    ports: "
                                          "[\"80:80\"]\n    "
                                          "environment: {A: 1, B: 2}\n    restart: always\n",
        "services:\n  a:\n    ports: !override [\"81:81\"]\n    environment: {A: !reset null}\n    "
        "restart: !reset \"\"\n"});
    const ComposeService a = *project.service(u"a");
    QCOMPARE(a.ports.size(), 1);
    QCOMPARE(a.ports.constFirst().published, u"81"_s);
    QCOMPARE(valueOf(a, u"A"_s), u"(none)"_s);
    QCOMPARE(valueOf(a, u"B"_s), u"2"_s);
    QCOMPARE(a.restart.text, QString());
}

void TestComposeFile::includeAndExtends()
{
    const QHash<QString, QByteArray> files{
        {u"p/sub/db.yaml"_s,
            "services: {db: {image: \"d:1\", volumes: [./init:/init]}}\nvolumes: {data: }\n"},
        {u"p/base.yaml"_s,
            "services:\n  base: {image: \"b:1\", environment: {A: 1, B: 2}, restart: always}\n"}};
    const auto loader = [&files](const QString &path) -> Result<QByteArray> {
        if (files.contains(path))
            return files.value(path);
        return failure(Error::Kind::NotFound, path);
    };
    const ComposeProject project = readCompose({{u"p/compose.yaml"_s,
                                                   R"(include: [sub/db.yaml]
services:
  web:
    extends: {file: base.yaml, service: base}
    environment: {B: 3}
    depends_on: [db]
    volumes: [data:/data]
  other: {extends: web, restart: "no"}
)"}},
        loader);
    QCOMPARE(codesIn(project), QStringList());
    QCOMPARE(project.serviceNames(), (QStringList{u"db"_s, u"other"_s, u"web"_s}));
    QCOMPARE(
        project.files, (QStringList{u"p/compose.yaml"_s, u"p/base.yaml"_s, u"p/sub/db.yaml"_s}));
    QCOMPARE(project.referredPaths(), QStringList{u"sub/init"_s});
    QCOMPARE(project.service(u"web")->image.text, u"b:1"_s);
    QCOMPARE(valueOf(*project.service(u"web"), u"A"_s), u"1"_s);
    QCOMPARE(valueOf(*project.service(u"web"), u"B"_s), u"3"_s);
    QCOMPARE(project.service(u"other")->restart.text, u"no"_s);
    QCOMPARE(project.service(u"other")->image.text, u"b:1"_s);
    const ComposeProject missing = readCompose(
        {{u"p/c.yaml"_s, "include: [none.yaml]\nservices: {a: {image: \"x:1\"}}\n"}}, loader);
    QCOMPARE(codesIn(missing), QStringList{u"0:1:11 compose-file-missing"_s});
}

void TestComposeFile::variablesAreFound()
{
    const ComposeProject project = stack({R"(services:
  a:
    image: "x:${TAG:-1}-$SUFFIX"
    command: echo $$HOME ${NEED:?why} ${ALT:+z} ${OUT:-${IN-d}} # ${COMMENT}
    labels: {"${KEY}": v}
)"});
    QCOMPARE(codesIn(project), QStringList());
    QCOMPARE(project.variableNames(),
        (QStringList{u"ALT"_s, u"IN"_s, u"NEED"_s, u"OUT"_s, u"SUFFIX"_s, u"TAG"_s}));
    QCOMPARE(project.namesWithForm(VariableUse::Form::Default),
        (QStringList{u"IN"_s, u"OUT"_s, u"TAG"_s}));
    QCOMPARE(project.namesWithForm(VariableUse::Form::Required), QStringList{u"NEED"_s});
    const ComposeProject broken = stack({"services:\n  a:\n    image: x:${TAG\n    command: $1\n"});
    QCOMPARE(codesIn(broken),
        (QStringList{u"0:3:12 compose-variable-form"_s, u"0:4:14 compose-variable-form"_s}));
}

void TestComposeFile::variablesAreResolved_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("resolved");
    const auto row = [](const char *text, const char *resolved) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(resolved);
    };
    row("$SET/${SET}", "v/v");
    row("${SET:-d}${NONE:-d}${EMPTY:-d}", "vdd");
    row("${EMPTY-d}${NONE-d}", "d");
    row("${SET:+x}${EMPTY:+x}${EMPTY+y}${NONE+z}", "xy");
    row("${NONE:-${SET}!}", "v!");
    row("${SET?e}${NONE?e}", "v");
    row("$$SET $$${SET}", "$SET $v");
    row("${NONE:-a:b}c", "a:bc");
}

void TestComposeFile::variablesAreResolved()
{
    QFETCH(QString, text);
    QFETCH(QString, resolved);
    const auto lookup = [](const QString &name) -> std::optional<QString> {
        if (name == "SET"_L1)
            return u"v"_s;
        return name == "EMPTY"_L1 ? std::optional<QString>(QString()) : std::nullopt;
    };
    const VariableText parsed(text);
    QCOMPARE(parsed.broken(), -1);
    QCOMPARE(parsed.resolved(lookup), resolved);
    QCOMPARE(parsed.known(lookup).has_value(), !text.contains(u"NONE?"_s));
}

void TestComposeFile::referredPathsAreKnown()
{
    const ComposeProject project = stack({R"(services:
  a:
    image: x:1
    env_file: [envs/.env]
    volumes: ["./conf:/conf:ro", "data:/d", "${DIR:-./x}:/x"]
    configs: [c]
volumes: {data: }
configs: {c: {file: ./c.conf}}
secrets: {s: {file: ./s.txt}, t: {environment: T}}
)"});
    QCOMPARE(codesIn(project), QStringList());
    QCOMPARE(project.referredPaths(),
        (QStringList{u"${DIR:-./x}"_s, u"./c.conf"_s, u"./conf"_s, u"./s.txt"_s, u"envs/.env"_s}));
}

void TestComposeFile::whatComposeRefuses_data()
{
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *service, const QString &told) {
        QTest::newRow(name) << QByteArray(service) << told;
    };
    row("unknown key", "enviroment: {A: 1}", u"compose-unknown-key environment"_s);
    row("unknown key of a check",
        "healthcheck: {intervall: 5s}",
        u"compose-unknown-key interval"_s);
    row("extension", "x-mine: 1", u""_s);
    row("kind", "ports: \"80:80\"", u"compose-not-list "_s);
    row("port", "ports: [\"eighty:80\"]", u"compose-bad-port "_s);
    row("service", "depends_on: [databse]", u"compose-unknown-service databse,database"_s);
    row("optional service", "depends_on: {none: {required: false}}", u""_s);
    row("condition", "depends_on: {database: {condition: ready}}", u"compose-condition "_s);
    row("volume", "volumes: [dta:/d]", u"compose-undefined-volume dta,data"_s);
    row("network", "networks: [frnt]", u"compose-undefined-network frnt,front"_s);
    row("default network", "networks: [default]", u""_s);
    row("secret", "secrets: [none]", u"compose-undefined-secret none,"_s);
    row("config", "configs: [none]", u"compose-undefined-config none,"_s);
    row("itself", "depends_on: [a]", u"compose-circle a"_s);
}

void TestComposeFile::whatComposeRefuses()
{
    QFETCH(QByteArray, service);
    QFETCH(QString, told);
    const ComposeProject project =
        stack({"services:\n  database: {image: \"d:1\"}\n  a:\n    image: "
               "x:1\n    "
            + service + "\nvolumes: {data: }\nnetworks: {front: }\n"});
    QString found;
    if (!project.findings.isEmpty()) {
        const ConfigFinding &finding = project.findings.constFirst().finding;
        found = QString(configCodeName(finding.code) + u' ' + finding.arguments.join(u','));
        QCOMPARE(finding.severity, ConfigFinding::Severity::Error);
        QVERIFY(finding.line == 5 || finding.code == ConfigCode::ComposeCircle);
    }
    QCOMPARE(found, told);
    QVERIFY(project.findings.size() <= 1);
}

void TestComposeFile::overlayIsOnlyWarnedOf()
{
    const QByteArray overlay = "services:\n  web:\n    depends_on: [db]\n    networks: [n]\n";
    const ComposeProject alone = stack({overlay});
    QVERIFY(alone.isOverlay());
    QCOMPARE(codesIn(alone),
        (QStringList{u"0:2:3 compose-no-image"_s,
            u"0:3:18 compose-unknown-service"_s,
            u"0:4:16 compose-undefined-network"_s}));
    for (const ComposeFinding &finding : alone.findings)
        QCOMPARE(finding.finding.severity, ConfigFinding::Severity::Warning);
    const ComposeProject both =
        stack({"services: {web: {image: \"x:1\"}, db: {image: \"d:1\"}}\n", overlay});
    QCOMPARE(codesIn(both), QStringList{u"1:4:16 compose-undefined-network"_s});
    QCOMPARE(both.findings.constFirst().finding.severity, ConfigFinding::Severity::Error);
}

void TestComposeFile::fuzzingCorpusIsSurvived_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QFINDTESTDATA("fuzz/corpora/compose"));
    for (const QString &name : folder.entryList(QDir::Files))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestComposeFile::fuzzingCorpusIsSurvived()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    for (qsizetype length = text.size(); length >= 0; length -= 5)
        QCOMPARE(composeTroubles(text.left(length)), QString());
}

QTEST_GUILESS_MAIN(TestComposeFile)
#include "tst_composefile.moc"
