#include "support/configcompare.h"
#include "support/configpieces.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace ConfigPieces;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QByteArray running = R"({"image":"old:1","env":{"OLD":"1","FLY_PROCESS_GROUP":"web"},
 "init":{"tty":true,"kernel_args":["quiet"],"cmd":["old"],"swap_size_mb":512},
 "guest":{"cpu_kind":"shared","cpus":2,"memory_mb":1024},"schedule":"daily","unknown_key":{"kept":[1,2]},
 "metadata":{"fly_platform_version":"v2","fly_process_group":"web","fly_release_version":"41","own":"x"},
 "services":[{"protocol":"tcp","internal_port":1}],"checks":{"gone":{"type":"tcp","port":1}},
 "restart":{"policy":"always"},"stop_config":{"signal":"SIGINT"},"dns":{"skip_registration":true},
 "metrics":{"port":1},"standbys":["148e"]})";

const QByteArray appFile = R"(
app = "grupo-gad"
primary_region = "dfw"
kill_signal = "SIGTERM"
kill_timeout = 30
swap_size_mb = 256
[env]
  PORT = 8000
[processes]
  web = "uvicorn 'main:app' --port 8000"
  worker = "celery worker"
[http_service]
  internal_port = 8000
  force_https = true
  auto_stop_machines = "stop"
  auto_start_machines = true
  min_machines_running = 1
  processes = ["web"]
  [http_service.concurrency]
    type = "requests"
    soft_limit = 200
  [http_service.tls_options]
    alpn = ["h2"]
  [[http_service.checks]]
    interval = "15s"
    timeout = "5s"
    grace_period = "30s"
    method = "get"
    path = "/health"
    [http_service.checks.headers]
      Host = "example.org"
[[services]]
  internal_port = 9000
  protocol = "udp"
  auto_stop_machines = "off"
  processes = ["web", "worker"]
  [[services.ports]]
    port = 9000
  [[services.tcp_checks]]
    interval = 10000
  [[services.http_checks]]
    path = "/x"
    headers = [{name = "A", value = "1"}]
[checks.alive]
  type = "http"
  method = "head"
  interval = "15s"
  processes = ["web"]
[[metrics]]
  port = 9091
  path = "/metrics"
  processes = ["web"]
[[restart]]
  policy = "never"
  retries = 3
  processes = ["web"]
[[vm]]
  size = "shared-cpu-2x"
  memory = "1gb"
  processes = ["worker"]
[[files]]
  guest_path = "/etc/a"
  raw_value = "hello"
  processes = ["web"]
)";
} // namespace

class TestMachineConfig final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatDecisionsNeed();
    void namesChecksAsThePlatformDoes();
    void documentIsCanonical();
    void derivesAWholeConfig();
    void otherGroupGetsItsOwnParts();
    void keepsAnUnchangedConfig();
    void clearsWhatTheFileNoLongerSays();
    void autostopWireForms_data();
    void autostopWireForms();
    void guestOfVm_data();
    void guestOfVm();
    void badVmIsRefused();
    void equalsWhatFlyctlSent_data();
    void equalsWhatFlyctlSent();
    void mountKeepsItsVolume();
    void mountThatNeedsAnotherMachineIsRefused_data();
    void mountThatNeedsAnotherMachineIsRefused();
    void checkWithoutPortTakesTheService();
    void badCheckIsRefused();
    void localFileStaysAsItIs();
    void relabels();
    void releaseMachine();
    void releaseMachineSize();
    void digestIgnoresImageAndLabels();
    void digestSeesEverythingElse();
};

void TestMachineConfig::readsWhatDecisionsNeed()
{
    const MachineConfig read = config(running);
    QCOMPARE(read.image, u"old:1"_s);
    QCOMPARE(read.processGroup, u"web"_s);
    QCOMPARE(read.metadata.value(u"own"_s), u"x"_s);
    QCOMPARE(read.guest, u"shared-cpu-2x 1024 MB"_s);
    QCOMPARE(read.memoryMb, 1024);
    QVERIFY(read.hasServices);
    QVERIFY(!read.hasMounts);
    QVERIFY(read.isStandby);
    QCOMPARE(config(R"({"metadata":{"process_group":"old"}})").processGroup, u"old"_s);
    QCOMPARE(config("{}").processGroup, u"app"_s);
    QCOMPARE(machineConfigFromJson("[]").error().kind, Error::Kind::Protocol);
}

void TestMachineConfig::namesChecksAsThePlatformDoes()
{
    const MachineConfig read = config(R"({"services":[
      {"internal_port":8000,"checks":[{"type":"http","interval":"15s","timeout":"5s","grace_period":"1m30s"}]},
      {"internal_port":9000,"checks":[{"type":"tcp","port":9001,"interval":2000000000}]}],
      "checks":{"alive":{"type":"tcp","port":1}}})");
    QCOMPARE(read.checks.size(), 3);
    QCOMPARE(read.checks.at(0).name, u"servicecheck-00-http-8000"_s);
    QVERIFY(read.checks.at(0).grace == 90s);
    QVERIFY(read.checks.at(0).timeout == 5s);
    QCOMPARE(read.checks.at(1).name, u"servicecheck-01-tcp-9001"_s);
    QVERIFY(read.checks.at(1).interval == 2s);
    QCOMPARE(read.checks.at(2).name, u"alive"_s);
}

void TestMachineConfig::documentIsCanonical()
{
    QCOMPARE(config("{ \"b\": 1,\n \"a\": {\"d\":1, \"c\":2} }").document,
        QByteArray("{\"a\":{\"c\":2,\"d\":1},\"b\":1}"));
}

void TestMachineConfig::derivesAWholeConfig()
{
    const Result<MachineConfig> derived =
        derivedConfig(toml(appFile), config(running), u"new:2"_s, labels);
    QVERIFY2(derived, derived ? "" : qPrintable(derived.error().detail));
    const QJsonObject expected = object(R"({"image":"new:2",
      "env":{"FLY_PROCESS_GROUP":"web","PORT":"8000","PRIMARY_REGION":"dfw"},
      "init":{"tty":true,"kernel_args":["quiet"],"cmd":["uvicorn","main:app","--port","8000"],"swap_size_mb":256},
      "guest":{"cpu_kind":"shared","cpus":2,"memory_mb":1024},"schedule":"daily","unknown_key":{"kept":[1,2]},
      "metadata":{"fly_platform_version":"v2","fly_process_group":"web","fly_release_id":"gJ9x","fly_release_version":"43",
        "fly_flyctl_version":"atalaya/0.1.0","atalaya_intent":"01K2INTENT","own":"x"},
      "services":[
        {"protocol":"tcp","internal_port":8000,"autostop":true,"autostart":true,"min_machines_running":1,
         "concurrency":{"type":"requests","soft_limit":200},"force_instance_key":null,
         "ports":[{"port":80,"handlers":["http"],"force_https":true},
                  {"port":443,"handlers":["http","tls"],"tls_options":{"alpn":["h2"]}}],
         "checks":[{"type":"http","interval":"15s","timeout":"5s","grace_period":"30s","method":"get","path":"/health",
                    "headers":[{"name":"Host","values":["example.org"]}]}]},
        {"protocol":"udp","internal_port":9000,"autostop":false,"force_instance_key":null,"ports":[{"port":9000}],
         "checks":[{"type":"tcp","interval":"10s"},{"type":"http","path":"/x","headers":[{"name":"A","values":["1"]}]}]}],
      "checks":{"alive":{"type":"http","method":"HEAD","interval":"15s","port":8000}},
      "metrics":{"port":9091,"path":"/metrics"},
      "restart":{"policy":"no","max_retries":3},
      "stop_config":{"signal":"SIGTERM","timeout":"30s"},
      "files":[{"guest_path":"/etc/a","raw_value":"aGVsbG8="}],
      "dns":{"skip_registration":true}})");
    const QJsonObject got = object(derived->document);
    for (const QString &name : expected.keys())
        QVERIFY2(got.value(name) == expected.value(name), qPrintable(name));
    QCOMPARE(got, expected); // standbys went: the group has services
}

void TestMachineConfig::otherGroupGetsItsOwnParts()
{
    const MachineConfig worker =
        config(R"({"image":"old:1","metadata":{"fly_process_group":"worker"},"standbys":["148e"],
      "env":{"FLY_STANDBY_FOR":"148e"},"guest":{"cpu_kind":"shared","cpus":1,"memory_mb":256}})");
    FlyToml file = toml(R"(
[processes]
  web = "a"
  worker = "celery worker"
[http_service]
  internal_port = 8000
[[services]]
  internal_port = 1
[[vm]]
  size = "shared-cpu-2x"
  memory = "1gb"
  processes = ["worker"]
[[vm]]
  size = "performance-1x"
[checks.alive]
  type = "tcp"
  port = 1
)");
    const QJsonObject got =
        object(derivedConfig(file, worker, u"new:2"_s, labels).value().document);
    QVERIFY(!got.contains("services"_L1));
    QVERIFY(!got.contains("checks"_L1));
    QCOMPARE(got.value("init"_L1).toObject().value("cmd"_L1).toArray(),
        (QJsonArray{u"celery"_s, u"worker"_s}));
    QCOMPARE(got.value("guest"_L1).toObject(),
        object(R"({"cpu_kind":"shared","cpus":2,"memory_mb":1024})"));
    QCOMPARE(got.value("standbys"_L1).toArray(), QJsonArray{u"148e"_s});
    QCOMPARE(got.value("env"_L1).toObject().value("FLY_STANDBY_FOR"_L1).toString(), u"148e"_s);
    // Parts without processes belong to the first group.
    const MachineConfig web = config(R"({"metadata":{"fly_process_group":"web"}})");
    QCOMPARE(derivedConfig(file, web, u"new:2"_s, labels).value().checks.size(), 1);
    QCOMPARE(object(derivedConfig(file, web, u"n"_s, labels).value().document)
                 .value("services"_L1)
                 .toArray()
                 .size(),
        2);
}

void TestMachineConfig::keepsAnUnchangedConfig()
{
    const MachineConfig first =
        derivedConfig(toml(appFile), config(running), u"new:2"_s, labels).value();
    const ReleaseLabels next{u"other"_s, 44, u"atalaya/0.1.0"_s, u"x"_s};
    const MachineConfig second = derivedConfig(toml(appFile), first, u"new:3"_s, next).value();
    QCOMPARE(configDigest(second, key), configDigest(first, key));
    QVERIFY(second.document != first.document);
}

void TestMachineConfig::clearsWhatTheFileNoLongerSays()
{
    const QJsonObject got = object(
        derivedConfig(toml("app = \"x\""), config(running), u"n"_s, labels).value().document);
    for (const auto name :
        {"services"_L1, "checks"_L1, "metrics"_L1, "restart"_L1, "stop_config"_L1, "files"_L1})
        QVERIFY2(!got.contains(name), name.data());
    QCOMPARE(got.value("init"_L1).toObject(), object(R"({"tty":true,"kernel_args":["quiet"]})"));
    QCOMPARE(got.value("env"_L1).toObject(), object(R"({"FLY_PROCESS_GROUP":"web"})"));
    QCOMPARE(got.value("guest"_L1).toObject().value("cpus"_L1).toInt(), 2);
}

void TestMachineConfig::autostopWireForms_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QJsonValue>("wire");
    QTest::newRow("off") << QByteArray("\"off\"") << QJsonValue(false);
    QTest::newRow("stop") << QByteArray("\"stop\"") << QJsonValue(true);
    QTest::newRow("suspend") << QByteArray("\"suspend\"") << QJsonValue(u"suspend"_s);
    QTest::newRow("true") << QByteArray("true") << QJsonValue(true);
    QTest::newRow("false") << QByteArray("false") << QJsonValue(false);
}

void TestMachineConfig::autostopWireForms()
{
    QFETCH(QByteArray, value);
    QFETCH(QJsonValue, wire);
    const FlyToml file =
        toml(QByteArray("[http_service]\ninternal_port = 1\nauto_stop_machines = ").append(value));
    const QJsonObject got =
        object(derivedConfig(file, config("{}"), u"n"_s, labels).value().document);
    QCOMPARE(got.value("services"_L1).toArray().first().toObject().value("autostop"_L1), wire);
}

void TestMachineConfig::guestOfVm_data()
{
    QTest::addColumn<QByteArray>("vm");
    QTest::addColumn<QByteArray>("guest");
    using B = QByteArray;
    QTest::newRow("nothing said") << B("memory = \"512mb\"")
                                  << B(R"({"cpu_kind":"shared","cpus":1,"memory_mb":512})");
    QTest::newRow("GPU preset")
        << B("size = \"a100-40gb\"")
        << B(R"({"cpu_kind":"performance","cpus":8,"memory_mb":32768,"gpu_kind":"a100-pcie-40gb","gpus":1})");
    QTest::newRow("GPU without a size")
        << B("gpu_kind = \"l40s\"")
        << B(R"({"cpu_kind":"performance","cpus":8,"memory_mb":16384,"gpu_kind":"l40s"})");
    QTest::newRow("preset") << B("size = \"performance-4x\"")
                            << B(R"({"cpu_kind":"performance","cpus":4,"memory_mb":8192})");
    QTest::newRow("binary units") << B("memory = \"2GiB\"")
                                  << B(R"({"cpu_kind":"shared","cpus":1,"memory_mb":2048})");
    QTest::newRow("number of MB") << B("memory = 1024")
                                  << B(R"({"cpu_kind":"shared","cpus":1,"memory_mb":1024})");
    QTest::newRow("text of MB") << B("memory = \"768\"")
                                << B(R"({"cpu_kind":"shared","cpus":1,"memory_mb":768})");
    QTest::newRow("own keys win") << B(
        "size = \"shared-cpu-1x\"\ncpus = 2\ncpu_kind = \"performance\"\nmemory_mb = 4096")
                                  << B(R"({"cpu_kind":"performance","cpus":2,"memory_mb":4096})");
}

void TestMachineConfig::guestOfVm()
{
    QFETCH(QByteArray, vm);
    QFETCH(QByteArray, guest);
    const QJsonObject got =
        object(derivedConfig(toml(QByteArray("[[vm]]\n").append(vm)), config("{}"), u"n"_s, labels)
                   .value()
                   .document);
    QCOMPARE(got.value("guest"_L1).toObject(), object(guest));
}

void TestMachineConfig::badVmIsRefused()
{
    const auto error = [](const QByteArray &text) {
        return derivedConfig(toml(text), config("{}"), u"n"_s, labels).error();
    };
    QCOMPARE(error("[[vm]]\nsize = \"huge\"").detail, u"vm.size: unknown size \"huge\""_s);
    QCOMPARE(error("[[vm]]\nmemory = \"lots\"").kind, Error::Kind::InvalidInput);
    QCOMPARE(error("[processes]\napp = \"a 'b\"").kind, Error::Kind::InvalidInput);
}

// Recorded from the real flyctl by tst_flyctlconfig.
void TestMachineConfig::equalsWhatFlyctlSent_data()
{
    QTest::addColumn<QString>("path"); // without .toml, .json
    const QDir samples(QFINDTESTDATA("data/flyctl"));
    for (const QString &name : samples.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << samples.filePath(name).chopped(5);
}

void TestMachineConfig::equalsWhatFlyctlSent()
{
    QFETCH(const QString, path);
    QFile text(path + u".toml"_s);
    QFile sent(path + u".json"_s);
    QVERIFY(text.open(QIODevice::ReadOnly) && sent.open(QIODevice::ReadOnly));
    const FlyToml file = toml(text.readAll());
    const QJsonObject record = object(sent.readAll());
    const QJsonArray after = record.value("after"_L1).toArray();
    QVERIFY(!after.isEmpty());
    const QStringList wrong = ConfigCompare::afterDeploy(
        file, record.value("image"_L1).toString(), record.value("before"_L1).toArray(), after);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestMachineConfig::mountKeepsItsVolume()
{
    const MachineConfig old = config(
        R"({"mounts":[{"volume":"vol_1","name":"data","path":"/data","size_gb":3,"encrypted":true,"add_size_gb":9}]})");
    const FlyToml file =
        toml("[[mounts]]\nsource = \"data\"\ndestination = \"/data\"\nauto_extend_size_threshold = "
             "80\nauto_extend_size_increment = \"1.9GB\"\nauto_extend_size_limit = \"10\"\n");
    const QJsonObject got = object(derivedConfig(file, old, u"n"_s, labels).value().document);
    QCOMPARE(got.value("mounts"_L1).toArray().first().toObject(),
        object(
            R"({"volume":"vol_1","name":"data","path":"/data","size_gb":3,"encrypted":true,"extend_threshold_percent":80,"add_size_gb":1,"size_gb_limit":10})"));
    // Mounted elsewhere it is told anew, as flyctl tells it.
    const MachineConfig elsewhere = config(
        R"({"mounts":[{"volume":"vol_1","name":"data","path":"/old","size_gb":3,"encrypted":true}]})");
    const QJsonObject moved =
        object(derivedConfig(file, elsewhere, u"n"_s, labels).value().document);
    QCOMPARE(moved.value("mounts"_L1).toArray().first().toObject(),
        object(
            R"({"volume":"vol_1","name":"data","path":"/data","extend_threshold_percent":80,"add_size_gb":1,"size_gb_limit":10})"));
}

void TestMachineConfig::mountThatNeedsAnotherMachineIsRefused_data()
{
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QByteArray>("file");
    using B = QByteArray;
    const B mount = R"({"mounts":[{"volume":"vol_1","name":"data","path":"/data"}]})";
    QTest::newRow("added") << B("{}") << B("[mounts]\nsource = \"data\"\ndestination = \"/data\"");
    QTest::newRow("removed") << mount << B("app = \"x\"");
    QTest::newRow("renamed") << mount << B("[mounts]\nsource = \"other\"\ndestination = \"/data\"");
}

void TestMachineConfig::mountThatNeedsAnotherMachineIsRefused()
{
    QFETCH(QByteArray, old);
    QFETCH(QByteArray, file);
    const Result<MachineConfig> derived = derivedConfig(toml(file), config(old), u"n"_s, labels);
    QVERIFY(!derived);
    QCOMPARE(derived.error().kind, Error::Kind::InvalidInput);
    QVERIFY(derived.error().detail.startsWith("mounts: "_L1));
}

void TestMachineConfig::checkWithoutPortTakesTheService()
{
    const FlyToml file = toml("[http_service]\ninternal_port = 8080\n[checks.a]\ntype = \"tcp\"\n");
    const QJsonObject got =
        object(derivedConfig(file, config("{}"), u"n"_s, labels).value().document);
    QCOMPARE(
        got.value("checks"_L1).toObject().value("a"_L1).toObject().value("port"_L1).toInt(), 8080);
}

void TestMachineConfig::badCheckIsRefused()
{
    const auto detail = [](const QByteArray &text) {
        return derivedConfig(toml(text), config("{}"), u"n"_s, labels).error().detail;
    };
    QCOMPARE(detail("[checks.a]\ntype = \"tcp\"\n"), u"checks.a.port: missing"_s);
    QCOMPARE(detail("[checks.a]\nport = 1\n"), u"checks.a.type: must be http or tcp"_s);
}

void TestMachineConfig::localFileStaysAsItIs()
{
    const FlyToml file = toml("[[files]]\nguest_path = \"/a\"\nlocal_path = \"a.txt\"\n");
    const MachineConfig old = config(R"({"files":[{"guest_path":"/a","raw_value":"eA=="}]})");
    QCOMPARE(object(derivedConfig(file, old, u"n"_s, labels).value().document)
                 .value("files"_L1)
                 .toArray(),
        object(old.document).value("files"_L1).toArray());
    QCOMPARE(
        derivedConfig(file, config("{}"), u"n"_s, labels).error().kind, Error::Kind::InvalidInput);
}

void TestMachineConfig::relabels()
{
    const MachineConfig old = config(running);
    const MachineConfig changed = relabelledConfig(old, u"new:2"_s, labels).value();
    QCOMPARE(changed.image, u"new:2"_s);
    QCOMPARE(changed.metadata.value(u"fly_release_version"_s), u"43"_s);
    QCOMPARE(changed.metadata.value(u"own"_s), u"x"_s);
    QCOMPARE(configDigest(changed, key), configDigest(old, key));
    // What is not known is not written.
    const MachineConfig same = relabelledConfig(old, u"new:2"_s, {}).value();
    QCOMPARE(same.metadata.value(u"fly_release_version"_s), u"41"_s);
    QVERIFY(!same.metadata.contains(u"atalaya_intent"_s));
}

void TestMachineConfig::releaseMachine()
{
    FlyToml file =
        toml(QByteArray(appFile).append("[deploy]\nrelease_command = \"alembic upgrade head\"\n"));
    Machine machine;
    machine.state = MachineState::Started;
    machine.config = config(running);
    const Result<MachineConfig> made = releaseCommandConfig(file, {machine}, u"new:2"_s, labels);
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    QCOMPARE(object(made->document),
        object(R"({"image":"new:2","auto_destroy":true,"restart":{"policy":"no"},
      "dns":{"skip_registration":true},"init":{"cmd":["alembic","upgrade","head"],"swap_size_mb":256},
      "env":{"PORT":"8000","RELEASE_COMMAND":"1","FLY_PROCESS_GROUP":"fly_app_release_command","PRIMARY_REGION":"dfw"},
      "stop_config":{"signal":"SIGTERM","timeout":"30s"},"guest":{"cpu_kind":"shared","cpus":2,"memory_mb":1024},
      "files":[{"guest_path":"/etc/a","raw_value":"aGVsbG8="}],
      "metadata":{"fly_platform_version":"v2","fly_process_group":"fly_app_release_command","fly_release_id":"gJ9x",
        "fly_release_version":"43","fly_flyctl_version":"atalaya/0.1.0","atalaya_intent":"01K2INTENT"}})"));
    QCOMPARE(made->processGroup, u"fly_app_release_command"_s);
    QVERIFY(!made->hasServices);
}

void TestMachineConfig::releaseMachineSize()
{
    const FlyToml plain = toml("[deploy]\nrelease_command = \"x\"\n");
    QCOMPARE(
        releaseCommandConfig(plain, {}, u"n"_s, labels).value().guest, u"shared-cpu-2x 512 MB"_s);
    const FlyToml own = toml("[deploy]\nrelease_command = \"x\"\n[deploy.release_command_vm]\nsize "
                             "= \"performance-1x\"\n");
    QCOMPARE(
        releaseCommandConfig(own, {}, u"n"_s, labels).value().guest, u"performance-1x 2048 MB"_s);
}

void TestMachineConfig::digestIgnoresImageAndLabels()
{
    const QString digest =
        configDigest(config(R"({"image":"a","metadata":{"x":"1"},"env":{"A":"1"},"init":{},
      "services":[{"internal_port":1,"force_instance_key":null,"autostop":true}]})"),
            key);
    QCOMPARE(digest.size(), 64);
    QCOMPARE(
        configDigest(
            config(
                R"({"image":"b","env":{"A":"1"},"services":[{"autostop":"stop","internal_port":1}]})"),
            key),
        digest);
    const QString off =
        configDigest(config(R"({"services":[{"internal_port":1,"autostop":false}]})"), key);
    QCOMPARE(
        configDigest(config(R"({"services":[{"internal_port":1,"autostop":"off"}]})"), key), off);
    QCOMPARE(configDigest(config(R"({"services":[{"internal_port":1}]})"), key), off);
}

void TestMachineConfig::digestSeesEverythingElse()
{
    const QString digest = configDigest(config(R"({"env":{"A":"1"}})"), key);
    QVERIFY(configDigest(config(R"({"env":{"A":"2"}})"), key) != digest);
    QVERIFY(configDigest(config(R"({"env":{"A":"1"},"unknown":true})"), key) != digest);
    QVERIFY(configDigest(config(R"({"env":{"A":"1"}})"), "other key") != digest);
    QVERIFY(
        configDigest(config(R"({"env":{"A":"1"},"files":[{"guest_path":"/a"}]})"), key) != digest);
}

QTEST_GUILESS_MAIN(TestMachineConfig)
#include "tst_machineconfig.moc"
