#include "config/flytoml.h"
#include "config/goduration.h"
#include "config/shellwords.h"
#include "fuzz/flytomlbytes.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QByteArray fileText(const QString &name)
{
    QFile file(QFINDTESTDATA(QString(u"data/flytoml/"_s + name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(name));
    return file.readAll();
}

FlyToml parsed(const QByteArray &text)
{
    const Result<FlyToml> toml = parseFlyToml(text, u"fly.toml"_s);
    if (!toml)
        qFatal("%s", qPrintable(toml.error().detail));
    return *toml;
}

QJsonObject definitionOf(const FlyToml &toml)
{
    return QJsonDocument::fromJson(toml.definition).object();
}
} // namespace

class TestFlyToml final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatADeployUses();
    void defaultsOfAnAlmostEmptyFile();
    void definitionIsWhatTheFileSays();
    void definitionReadsAsTheFile();
    void legacyShapesBecomeModern();
    void bareNumbersHaveTheUnitOfTheirKey_data();
    void bareNumbersHaveTheUnitOfTheirKey();
    void brokenFileNamesItsPlace_data();
    void brokenFileNamesItsPlace();
    void noneUnavailableIsTakenAsItIs();
    void brokenDefinitionIsAProtocolError();
    void jsonFileReadsAsTheToml();
    void formatIsToldByTheName_data();
    void formatIsToldByTheName();
    void yamlFileReadsAsTheToml();
    void yamlValuesAreTyped_data();
    void yamlValuesAreTyped();
    void brokenYamlNamesItsPlace_data();
    void brokenYamlNamesItsPlace();
    void bytesOfAllKindsDoNotBreakIt();
    void fuzzingCorpusIsSurvived_data();
    void fuzzingCorpusIsSurvived();
    void goDurations_data();
    void goDurations();
    void goDurationsThatAreNone();
    void shellWordsAreCut_data();
    void shellWordsAreCut();
    void shellWordsRefuse();
};

void TestFlyToml::readsWhatADeployUses()
{
    const FlyToml toml = parsed(fileText(u"full.toml"_s));
    QCOMPARE(toml.app, u"grupo-gad"_s);
    QCOMPARE(toml.primaryRegion, u"dfw"_s);
    QCOMPARE(toml.releaseCommand, u"alembic upgrade head"_s);
    QVERIFY(toml.releaseCommandTimeout == 10min);
    QVERIFY(toml.waitTimeout == 150s);
    QCOMPARE(toml.strategy, u"rolling"_s);
    QCOMPARE(toml.maxUnavailable, std::optional(1.0));
    QCOMPARE(toml.buildImage, u"registry.fly.io/grupo-gad:stable"_s);
    QCOMPARE(toml.groups(), (QStringList{u"web"_s, u"worker"_s}));
    QCOMPARE(toml.processes.value(u"worker"_s), u"celery -A tasks worker"_s);
    QCOMPARE(toml.env.value(u"PORT"_s), u"8000"_s);
    QCOMPARE(toml.env.value(u"DEBUG"_s), u"false"_s);
    QCOMPARE(toml.env.value(u"RATIO"_s), u"0.5"_s);
    QCOMPARE(toml.env.value(u"NAME"_s), u"gad"_s);
    QCOMPARE(toml.line(u"app"_s), 2);
    QCOMPARE(toml.line(u"deploy.release_command"_s), 11);
    QCOMPARE(toml.line(u"http_service.checks[0].path"_s), 40);
    QCOMPARE(toml.line(u"nowhere"_s), 0);
}

void TestFlyToml::defaultsOfAnAlmostEmptyFile()
{
    const FlyToml toml = parsed("app = \"x\"\n");
    QCOMPARE(toml.groups(), QStringList{u"app"_s});
    QVERIFY(toml.waitTimeout == 5min);
    QVERIFY(toml.releaseCommandTimeout == 5min);
    QVERIFY(!toml.maxUnavailable);
    QVERIFY(toml.releaseCommand.isEmpty());
    QVERIFY(parsed("").app.isEmpty());
    QCOMPARE(parsed("\xef\xbb\xbf"
                    "app = \"bom\"\n")
                 .app,
        u"bom"_s);
}

void TestFlyToml::definitionIsWhatTheFileSays()
{
    const FlyToml toml = parsed(fileText(u"full.toml"_s));
    const QJsonObject definition = definitionOf(toml);
    QCOMPARE(definition.value("env"_L1).toObject().value("PORT"_L1), QJsonValue(u"8000"_s));
    QCOMPARE(definition.value("kill_timeout"_L1), QJsonValue(u"30s"_s));
    const QJsonObject deploy = definition.value("deploy"_L1).toObject();
    QCOMPARE(deploy.value("wait_timeout"_L1), QJsonValue(u"2m30s"_s));
    QCOMPARE(deploy.value("release_command_timeout"_L1), QJsonValue(u"10m0s"_s));
    QVERIFY(toml.definition.startsWith("{\"app\":\"grupo-gad\",\"build\":"));
}

void TestFlyToml::definitionReadsAsTheFile()
{
    const FlyToml fromFile = parsed(fileText(u"full.toml"_s));
    const Result<FlyToml> fromDefinition = flyTomlFromDefinition(fromFile.definition);
    QVERIFY(fromDefinition);
    QVERIFY(*fromDefinition == fromFile);
}

void TestFlyToml::legacyShapesBecomeModern()
{
    const FlyToml toml = parsed(fileText(u"legacy.toml"_s));
    QCOMPARE(toml.env, (QMap<QString, QString>{{u"A"_s, u"1"_s}, {u"B"_s, u"two"_s}}));
    QCOMPARE(toml.processes.value(u"web"_s), u"run web"_s);
    const QJsonObject definition = definitionOf(toml);
    QVERIFY(!definition.contains("mount"_L1));
    QCOMPARE(definition.value("mounts"_L1).toArray().size(), 1);
    QCOMPARE(
        definition.value("vm"_L1).toArray().first().toObject().value("memory"_L1), QJsonValue(512));
    QCOMPARE(definition.value("metrics"_L1).toArray().size(), 1);
    const QJsonObject alive = definition.value("checks"_L1).toObject().value("alive"_L1).toObject();
    QCOMPARE(alive.value("interval"_L1), QJsonValue(u"15s"_s));
    QVERIFY(!alive.contains("grace_period"_L1));
    const QJsonObject service = definition.value("services"_L1).toArray().first().toObject();
    QCOMPARE(service.value("internal_port"_L1), QJsonValue(8080));
    QCOMPARE(
        service.value("ports"_L1).toArray().first().toObject().value("port"_L1), QJsonValue(443));
    QCOMPARE(service.value("concurrency"_L1).toObject().value("hard_limit"_L1), QJsonValue(25));
    QCOMPARE(service.value("tcp_checks"_L1).toArray().first().toObject().value("interval"_L1),
        QJsonValue(u"10s"_s));
    QVERIFY(!service.contains("http_checks"_L1));
    QCOMPARE(
        definition.value("build"_L1).toObject().value("build-target"_L1), QJsonValue(u"prod"_s));
}

void TestFlyToml::bareNumbersHaveTheUnitOfTheirKey_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    using B = QByteArray;
    QTest::newRow("wait_timeout: nanoseconds")
        << B("[deploy]\nwait_timeout = 300") << u"{\"deploy\":{\"wait_timeout\":\"300ns\"}}"_s;
    QTest::newRow("release_command_timeout: nanoseconds")
        << B("[deploy]\nrelease_command_timeout = 300000000000")
        << u"{\"deploy\":{\"release_command_timeout\":\"5m0s\"}}"_s;
    QTest::newRow("kill_timeout: seconds")
        << B("kill_timeout = 90") << u"{\"kill_timeout\":\"1m30s\"}"_s;
    QTest::newRow("top-level check: milliseconds")
        << B("[checks.a]\ninterval = 1500") << u"{\"checks\":{\"a\":{\"interval\":\"1.5s\"}}}"_s;
    QTest::newRow("http_service check: nanoseconds")
        << B("[[http_service.checks]]\ntimeout = 2000000")
        << u"{\"http_service\":{\"checks\":[{\"timeout\":\"2ms\"}]}}"_s;
    QTest::newRow("machine check: nanoseconds")
        << B("[[machine_checks]]\nkill_timeout = 1000")
        << u"{\"machine_checks\":[{\"kill_timeout\":\"1µs\"}]}"_s;
    QTest::newRow("kill_timeout: whole seconds of a fraction")
        << B("kill_timeout = 2.9") << u"{\"kill_timeout\":\"2s\"}"_s;
    QTest::newRow("kill_timeout: a fraction alone")
        << B("kill_timeout = 0.5") << u"{\"kill_timeout\":\"0s\"}"_s;
    QTest::newRow("kill_timeout: a float without a fraction")
        << B("kill_timeout = 90.0") << u"{\"kill_timeout\":\"1m30s\"}"_s;
    QTest::newRow("kill_timeout: a text")
        << B("kill_timeout = '1.5h'") << u"{\"kill_timeout\":\"1h30m0s\"}"_s;
    QTest::newRow("kill_timeout: an empty text") << B("kill_timeout = ''") << u"{}"_s;
    QTest::newRow("wait_timeout: whole nanoseconds of a fraction")
        << B("[deploy]\nwait_timeout = 300.9") << u"{\"deploy\":{\"wait_timeout\":\"300ns\"}}"_s;
    QTest::newRow("top-level check: whole milliseconds of a fraction")
        << B("[checks.a]\ninterval = 2500.7") << u"{\"checks\":{\"a\":{\"interval\":\"2.5s\"}}}"_s;
    QTest::newRow("experimental kill_timeout: seconds")
        << B("[experimental]\nkill_timeout = 3")
        << u"{\"experimental\":{\"kill_timeout\":3},\"kill_timeout\":\"3s\"}"_s;
}

void TestFlyToml::bareNumbersHaveTheUnitOfTheirKey()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromUtf8(readFlyToml(text).definition), expected);
}

void TestFlyToml::brokenFileNamesItsPlace_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("what");
    QTest::newRow("unclosed-table") << u"fly.toml:2:8: "_s << u"section is not closed"_s;
    QTest::newRow("key-twice") << u"fly.toml:2:1: "_s << u"app is set already in line 1"_s;
    QTest::newRow("unclosed-text") << u"fly.toml:1:7: "_s << u"a text is not closed"_s;
    QTest::newRow("not-utf8") << u"fly.toml:1:8: "_s << u"not UTF-8"_s;
    QTest::newRow("wrong-type-crlf")
        << u"fly.toml:4:3: "_s << u"deploy.release_command must be a text in quotes"_s;
    QTest::newRow("env-list") << u"fly.toml:3:3: "_s
                              << u"env.A must be a text, a number, true or false"_s;
    QTest::newRow("env-number") << u"fly.toml:2:1: "_s << u"env must be a table"_s;
    QTest::newRow("unknown-strategy") << u"fly.toml:4:3: "_s << u"deploy.strategy must be canary"_s;
    QTest::newRow("bad-duration") << u"fly.toml:4:3: "_s
                                  << u"deploy.wait_timeout is not a duration"_s;
    QTest::newRow("deploy-text") << u"fly.toml:2:1: "_s << u"deploy must be a table"_s;
    QTest::newRow("app-number") << u"fly.toml:1:1: "_s << u"app must be a text in quotes"_s;
    QTest::newRow("check-interval-flag")
        << u"fly.toml:7:5: "_s << u"services[0].http_checks[0].interval is not a duration"_s;
    QTest::newRow("port-word") << u"fly.toml:4:3: "_s
                               << u"services[0].internal_port must be a port number"_s;
    QTest::newRow("process-number")
        << u"fly.toml:4:3: "_s << u"processes.web must be a text in quotes"_s;
}

void TestFlyToml::brokenFileNamesItsPlace()
{
    QFETCH(QString, place);
    QFETCH(QString, what);
    const QString name = QString(QString::fromLatin1(QTest::currentDataTag()) + u".toml"_s);
    const Result<FlyToml> toml = parseFlyToml(fileText(name), u"fly.toml"_s);
    QVERIFY(!toml);
    QCOMPARE(toml.error().kind, Error::Kind::InvalidInput);
    QVERIFY2(toml.error().detail.startsWith(place), qPrintable(toml.error().detail));
    QVERIFY2(toml.error().detail.contains(what), qPrintable(toml.error().detail));
}

void TestFlyToml::noneUnavailableIsTakenAsItIs()
{
    const FlyToml toml = parsed(fileText(u"zero-unavailable.toml"_s));
    QCOMPARE(toml.maxUnavailable, std::optional(0.0));
}

void TestFlyToml::brokenDefinitionIsAProtocolError()
{
    QCOMPARE(flyTomlFromDefinition("[]").error().kind, Error::Kind::Protocol);
    const Error error = flyTomlFromDefinition("{\"deploy\":{\"strategy\":4}}").error();
    QCOMPARE(error.kind, Error::Kind::Protocol);
    QCOMPARE(error.detail, u"definition: deploy.strategy must be a text in quotes"_s);
}

void TestFlyToml::jsonFileReadsAsTheToml()
{
    const QByteArray json =
        R"({"app":"x","env":{"A":1},"mount":{"source":"d","destination":"/d"}})";
    const QByteArray text = "app = 'x'\n[env]\nA = 1\n[mount]\nsource = 'd'\ndestination = '/d'\n";
    QVERIFY(parsed(json) == parsed(text));
    QCOMPARE(parsed(json).line(u"env.A"_s), 1);
}

void TestFlyToml::formatIsToldByTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("format");
    const auto row =
        [](const char *tag, const QString &name, const QByteArray &text, FlyFormat format) {
            QTest::newRow(tag) << name << text << static_cast<int>(format);
        };
    row("toml", u"a/fly.toml"_s, "app = 'x'", FlyFormat::Toml);
    row("json", u"fly.json"_s, "[]", FlyFormat::Json);
    row("yaml", u"fly.staging.yaml"_s, "{app: x}", FlyFormat::Yaml);
    row("json without a name", QString(), " {\"app\":\"x\"}", FlyFormat::Json);
    row("another ending", u"fly.yml"_s, "app: x", FlyFormat::Toml);
}

void TestFlyToml::formatIsToldByTheName()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(int, format);
    QCOMPARE(static_cast<int>(flyFormatOf(text, name)), format);
    const bool isRight = text.contains("x") && name != "fly.yml"_L1;
    QCOMPARE(bool(parseFlyToml(text, name)), isRight);
}

void TestFlyToml::yamlFileReadsAsTheToml()
{
    const QByteArray yaml = "app: x\nkill_timeout: 30\n# kept\nenv:\n  A: 1\n  B: 'two'\n"
                            "http_service:\n  internal_port: 8080\n  checks:\n"
                            "    - path: /ok\n      interval: 10s\n"
                            "mounts: {source: d, destination: /d}\n";
    const QByteArray text =
        "app = 'x'\nkill_timeout = 30\n[env]\nA = 1\nB = 'two'\n[http_service]\n"
        "internal_port = 8080\n[[http_service.checks]]\npath = '/ok'\n"
        "interval = '10s'\n[mounts]\nsource = 'd'\ndestination = '/d'\n";
    const FlyToml toml = readFlyToml(yaml, u"fly.yaml"_s);
    QVERIFY(toml == parsed(text));
    QCOMPARE(toml.line(u"env.B"_s), 6);
    QCOMPARE(toml.line(u"http_service.checks[0].interval"_s), 11);
    QCOMPARE(toml.findings.size(), 1);
    QCOMPARE(toml.findings.first().code, ConfigCode::BareSeconds);
    QCOMPARE(toml.findings.first().line, 2);
    QVERIFY(readFlyToml("", u"fly.yaml"_s) == parsed(""));
    QVERIFY(readFlyToml("app: x\n---\napp: y\n", u"fly.yaml"_s) == parsed("app = 'x'"));
    QCOMPARE(summaryOf(toml).internalPorts, QList<int>{8080});
}

void TestFlyToml::yamlValuesAreTyped_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("told");
    const auto row = [](const QByteArray &value, const QString &told) {
        QTest::newRow(value.constData()) << value << told;
    };
    row("8080", u"8080"_s);
    row("'8080'", u"8080"_s);
    row("!!str 08", u"08"_s);
    row("0x1F", u"31"_s);
    row("0o17", u"15"_s);
    row("017", u"15"_s);
    row("0b101", u"5"_s);
    row("1_000", u"1000"_s);
    row("-5", u"-5"_s);
    row("08", u"8"_s);
    row("1.50", u"1.5"_s);
    row("1e3", u"1000"_s);
    row("True", u"true"_s);
    row("yes", u"yes"_s);
    row("off", u"off"_s);
    row("1.2.3", u"1.2.3"_s);
    row("2026-01-02", u"2026-01-02"_s);
    row("!!str true", u"true"_s);
    row("|\n  a\n  b\n", u"a\nb\n"_s);
}

void TestFlyToml::yamlValuesAreTyped()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, told);
    const FlyToml toml = readFlyToml("env:\n A: " + value + "\n", u"fly.yaml"_s);
    QCOMPARE(toml.env.value(u"A"_s), told);
    QVERIFY(toml.findings.isEmpty());
}

void TestFlyToml::brokenYamlNamesItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("told");
    using B = QByteArray;
    QTest::newRow("tab") << B("app: x\nenv:\n\tA: 1\n") << u"fly.yaml:3:1: env is indented"_s;
    QTest::newRow("not closed") << B("app: x\nenv: [1\n") << u"fly.yaml:2:6: "_s;
    QTest::newRow("a list") << B("- a\n") << u"fly.yaml:1:1: must be a map"_s;
    QTest::newRow("a text") << B("hello") << u"fly.yaml:1:1: must be a map"_s;
    QTest::newRow("twice") << B("app: x\napp: y\n")
                           << u"fly.yaml:2:1: app is set already in line 1"_s;
    QTest::newRow("no text") << B("app: 5\n") << u"fly.yaml:1:1: app must be a text"_s;
    QTest::newRow("a list's entry")
        << B("app: x\nservices:\n- internal_port: 80\n  ports:\n  - port: x\n")
        << u"fly.yaml:5:5: services[0].ports[0].port must be a port number"_s;
    QTest::newRow("an alias of nothing") << B("app: *x\n") << u"fly.yaml:1:6: "_s;
    QByteArray bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
    for (char name = 'b'; name < 'i'; ++name) {
        const QByteArray before = QByteArray("*").append(static_cast<char>(name - 1)).append(',');
        bomb.append(name).append(": &").append(name).append(" [");
        bomb.append(before.repeated(9)).append(before.chopped(1)).append("]\n");
    }
    QTest::newRow("a bomb") << bomb << u"fly.yaml:5:4: "_s;
}

void TestFlyToml::brokenYamlNamesItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, told);
    const Result<FlyToml> toml = parseFlyToml(text, u"fly.yaml"_s);
    QVERIFY(!toml);
    QVERIFY2(toml.error().detail.startsWith(told), qPrintable(toml.error().detail));
}

void TestFlyToml::bytesOfAllKindsDoNotBreakIt()
{
    const QByteArray whole = fileText(u"full.toml"_s);
    for (qsizetype length = 0; length < whole.size(); length += 7) {
        QByteArray cut = whole.left(length);
        (void)parseFlyToml(cut, u"fly.toml"_s);
        cut.append("\0[[\"", 4);
        const Result<FlyToml> toml = parseFlyToml(cut, u"fly.toml"_s);
        QVERIFY(!toml);
        QVERIFY(!toml.error().detail.isEmpty());
    }
    QVERIFY(!parseFlyToml(QByteArray("a = ").append(QByteArray(100'000, '[')), u"fly.toml"_s));
    QVERIFY(!parseFlyToml(QByteArray(2 * 1024 * 1024, '#'), u"fly.toml"_s));
}

void TestFlyToml::fuzzingCorpusIsSurvived_data()
{
    QTest::addColumn<QString>("path");
    for (const char *corpus : {"fuzz/corpora/flytoml", "fuzz/corpora/flyyaml"}) {
        const QDir folder(QFINDTESTDATA(corpus));
        for (const QString &name : folder.entryList(QDir::Files))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
}

void TestFlyToml::fuzzingCorpusIsSurvived()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(flyTomlTroubles(text), QString());
    QCOMPARE(flyTomlTroubles(text.left(text.size() / 2)), QString());
    QCOMPARE(flyYamlTroubles(text), QString());
}

void TestFlyToml::goDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QString>("printed");
    QTest::newRow("seconds") << u"15s"_s << qint64(15'000'000'000) << u"15s"_s;
    QTest::newRow("minute") << u"1m"_s << qint64(60'000'000'000) << u"1m0s"_s;
    QTest::newRow("combined") << u"1m30s"_s << qint64(90'000'000'000) << u"1m30s"_s;
    QTest::newRow("hours") << u"1.5h"_s << qint64(5'400'000'000'000) << u"1h30m0s"_s;
    QTest::newRow("milliseconds") << u"500ms"_s << qint64(500'000'000) << u"500ms"_s;
    QTest::newRow("fraction") << u"0.25s"_s << qint64(250'000'000) << u"250ms"_s;
    QTest::newRow("fraction kept") << u"1.25s"_s << qint64(1'250'000'000) << u"1.25s"_s;
    QTest::newRow("negative") << u"-2s"_s << qint64(-2'000'000'000) << u"-2s"_s;
    QTest::newRow("zero") << u"0"_s << qint64(0) << u"0s"_s;
    QTest::newRow("nanoseconds") << u"7ns"_s << qint64(7) << u"7ns"_s;
    QTest::newRow("microseconds") << u"7us"_s << qint64(7'000) << u"7µs"_s;
    QTest::newRow("the sign of micro") << u"1.5\u00b5s"_s << qint64(1'500) << u"1.5µs"_s;
    QTest::newRow("the letter mu") << u"7\u03bcs"_s << qint64(7'000) << u"7µs"_s;
    QTest::newRow("all units") << u"1h2m3s4ms5us6ns"_s << qint64(3'723'004'005'006)
                               << u"1h2m3.004005006s"_s;
    QTest::newRow("in any order, twice") << u"1s1h1s"_s << qint64(3'602'000'000'000) << u"1h0m2s"_s;
    QTest::newRow("no digit before the dot") << u".5m"_s << qint64(30'000'000'000) << u"30s"_s;
    QTest::newRow("no digit behind the dot") << u"1.s"_s << qint64(1'000'000'000) << u"1s"_s;
    QTest::newRow("plus") << u"+5m"_s << qint64(300'000'000'000) << u"5m0s"_s;
    QTest::newRow("minus zero") << u"-0"_s << qint64(0) << u"0s"_s;
    QTest::newRow("leading zeros") << u"007s"_s << qint64(7'000'000'000) << u"7s"_s;
    QTest::newRow("a fraction of a nanosecond") << u"0.9ns"_s << qint64(0) << u"0s"_s;
    QTest::newRow("more digits than count")
        << u"0.33333333333333333333h"_s << qint64(1'200'000'000'000) << u"20m0s"_s;
    QTest::newRow("to the nanosecond, in months")
        << u"2000h0.000000001s"_s << qint64(7'200'000'000'000'001) << u"2000h0m0.000000001s"_s;
    QTest::newRow("the longest") << u"9223372036854775807ns"_s << std::numeric_limits<qint64>::max()
                                 << u"2562047h47m16.854775807s"_s;
    QTest::newRow("the longest below zero")
        << u"-9223372036854775808ns"_s << std::numeric_limits<qint64>::min()
        << u"-2562047h47m16.854775808s"_s;
}

void TestFlyToml::goDurations()
{
    QFETCH(QString, text);
    QFETCH(qint64, nanoseconds);
    QFETCH(QString, printed);
    const auto duration = goDurationFromText(text);
    QVERIFY(duration);
    QCOMPARE(qint64(duration->count()), nanoseconds);
    QCOMPARE(goDurationText(*duration), printed);
}

void TestFlyToml::goDurationsThatAreNone()
{
    for (const QString &text : {u""_s,
             u"5"_s,
             u"s"_s,
             u"5 s"_s,
             u"1d"_s,
             u"-"_s,
             u"1..5s"_s,
             u"99999999999h"_s,
             u"."_s,
             u".s"_s,
             u"1.5.5s"_s,
             u"+-1s"_s,
             u" 1s"_s,
             u"1s "_s,
             u"1e3s"_s,
             u"1,5s"_s,
             u"1S"_s,
             u"3000000h"_s,
             u"9223372036854775808ns"_s,
             u"2562048h"_s,
             u"18446744073709551617ns"_s,
             u"30"_s,
             u"\u0661s"_s})
        QVERIFY2(!goDurationFromText(text), qPrintable(text));
}

void TestFlyToml::shellWordsAreCut_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("plain") << u"alembic upgrade head"_s
                           << QStringList{u"alembic"_s, u"upgrade"_s, u"head"_s};
    QTest::newRow("quotes") << u"sh -c \"a 'b' c\" 'd \"e\"'"_s
                            << QStringList{u"sh"_s, u"-c"_s, u"a 'b' c"_s, u"d \"e\""_s};
    QTest::newRow("joined") << u"a\"b c\"d"_s << QStringList{u"ab cd"_s};
    QTest::newRow("empty word") << u"a '' b"_s << QStringList{u"a"_s, QString(), u"b"_s};
    QTest::newRow("backslash") << u"a\\ b"_s << QStringList{u"a b"_s};
    QTest::newRow("comment") << u"a # b"_s << QStringList{u"a"_s};
    QTest::newRow("no comment") << u"a#b"_s << QStringList{u"a#b"_s};
    QTest::newRow("nothing") << u"  "_s << QStringList();
}

void TestFlyToml::shellWordsAreCut()
{
    QFETCH(QString, command);
    QFETCH(QStringList, words);
    QCOMPARE(shellWords(command).value(), words);
}

void TestFlyToml::shellWordsRefuse()
{
    QCOMPARE(shellWords(u"a 'b"_s).error().kind, Error::Kind::InvalidInput);
    QCOMPARE(shellWords(u"a \\"_s).error().kind, Error::Kind::InvalidInput);
}

QTEST_GUILESS_MAIN(TestFlyToml)
#include "tst_flytoml.moc"
