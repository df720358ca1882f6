#include "config/flytoml.h"
#include "fly/flyjson.h"
#include "fly/machineconfig.h"
#include "sandbox/sandboxserver.h"
#include "sandbox/simworld.h"
#include "support/flyctl.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
const QByteArray token = "fo1_sandbox_full";
const QString image = u"ghcr.io/acme/app:2"_s;

// What the app's machines ran before: nothing of it is in any fly.toml.
QJsonObject oldConfig(const QString &group, const QJsonArray &mounts)
{
    QJsonObject config{{u"image"_s, u"ghcr.io/acme/app:1"_s},
        {u"init"_s, QJsonObject{{u"tty"_s, true}, {u"cmd"_s, QJsonArray{u"old"_s}}}},
        {u"env"_s, QJsonObject{{u"OLD"_s, u"1"_s}}},
        {u"guest"_s,
            QJsonObject{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 2}, {u"memory_mb"_s, 1024}}},
        {u"restart"_s, QJsonObject{{u"policy"_s, u"always"_s}}},
        {u"stop_config"_s, QJsonObject{{u"signal"_s, u"SIGHUP"_s}, {u"timeout"_s, u"9s"_s}}},
        {u"metrics"_s, QJsonObject{{u"port"_s, 1}, {u"path"_s, u"/old"_s}}},
        {u"statics"_s,
            QJsonArray{QJsonObject{{u"guest_path"_s, u"/old"_s}, {u"url_prefix"_s, u"/old"_s}}}},
        {u"dns"_s, QJsonObject{{u"skip_registration"_s, true}}},
        {u"metadata"_s,
            QJsonObject{{u"fly_platform_version"_s, u"v2"_s},
                {u"fly_process_group"_s, group},
                {u"role"_s, u"kept"_s}}}};
    if (!mounts.isEmpty())
        config.insert(u"mounts"_s, mounts);
    return config;
}

// The volume that fly.toml wants for the group; nothing when it wants none.
QJsonObject mountFor(const FlyToml &toml, const QString &group)
{
    const QJsonValue mounts = QJsonDocument::fromJson(toml.definition).object().value(u"mounts"_s);
    for (const QJsonValue &value : mounts.toArray()) {
        const QJsonObject mount = value.toObject();
        const QJsonArray processes = mount.value(u"processes"_s).toArray();
        const bool mine =
            processes.isEmpty() ? group == toml.groups().first() : processes.contains(group);
        if (mine)
            return mount;
    }
    return {};
}

// Headers come in the order of chance from flyctl.
QJsonArray sorted(const QJsonArray &headers)
{
    QMap<QString, QJsonValue> byName;
    for (const QJsonValue &header : headers)
        byName.insert(header.toObject().value(u"name"_s).toString(), header);
    QJsonArray array;
    for (const QJsonValue &header : byName)
        array.append(header);
    return array;
}

// The same meaning written in one way: Go leaves out what is empty, or writes null.
QJsonValue plain(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &entry : value.toArray())
            array.append(plain(entry));
        return array.first().toObject().contains(u"values"_s) ? sorted(array) : array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject from = value.toObject();
    for (auto it = from.begin(); it != from.end(); ++it) {
        const QJsonValue inner = plain(it.value());
        const bool empty = inner.isNull() || (inner.isObject() && inner.toObject().isEmpty())
            || (inner.isArray() && inner.toArray().isEmpty());
        if (!empty)
            object.insert(it.key(), inner);
    }
    return object;
}

void differences(
    const QString &path, const QJsonValue &ours, const QJsonValue &theirs, QStringList &found)
{
    if (ours == theirs)
        return;
    if (ours.isObject() && theirs.isObject()) {
        QStringList keys = ours.toObject().keys() + theirs.toObject().keys();
        keys.removeDuplicates();
        for (const QString &key : keys)
            differences(
                u"%1.%2"_s.arg(path, key), ours.toObject()[key], theirs.toObject()[key], found);
        return;
    }
    if (ours.isArray() && theirs.isArray() && ours.toArray().size() == theirs.toArray().size()) {
        for (qsizetype i = 0; i < ours.toArray().size(); ++i)
            differences(
                u"%1[%2]"_s.arg(path).arg(i), ours.toArray().at(i), theirs.toArray().at(i), found);
        return;
    }
    const auto text = [](const QJsonValue &value) {
        return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    };
    found.append(u"%1: ours %2, flyctl's %3"_s.arg(path, text(ours), text(theirs)));
}

// Ours against flyctl's. The release and the program that wrote it are taken over from flyctl's:
// they are told to the derivation, not derived.
QStringList compared(const QJsonObject &theirs,
    const std::function<Result<MachineConfig>(const ReleaseLabels &)> &derive)
{
    const QJsonObject metadata = theirs.value(u"metadata"_s).toObject();
    ReleaseLabels labels;
    labels.releaseId = metadata.value(u"fly_release_id"_s).toString();
    labels.releaseVersion = metadata.value(u"fly_release_version"_s).toString().toInt();
    labels.clientVersion = metadata.value(u"fly_flyctl_version"_s).toString();
    const Result<MachineConfig> ours = derive(labels);
    if (!ours)
        return {u"not derived: "_s + ours.error().detail};
    QStringList found;
    differences(
        u"config"_s, plain(QJsonDocument::fromJson(ours->document).object()), plain(theirs), found);
    return found;
}

} // namespace

// The machine configs that we derive from a fly.toml are those that flyctl sends for the same file
// and the same machines. Over samples of our own and over a folder of files from the field
// (ATALAYA_CORPORA, or shared/corpora beside the project). Not run where there is no flyctl.
class TestFlyctlConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void samplesAreDerivedAsFlyctlDoes_data();
    void samplesAreDerivedAsFlyctlDoes();
    void filesOfTheFieldAreDerivedAsFlyctlDoes_data();
    void filesOfTheFieldAreDerivedAsFlyctlDoes();

private:
    QJsonValue call(const QByteArray &method, const QString &path, const QJsonObject &body = {});
    QList<Machine> makeApp(const QString &app, const FlyToml &toml);
    void compare(const QByteArray &text);

    std::unique_ptr<SandboxServer> m_server;
    std::unique_ptr<Flyctl> m_flyctl;
    int m_apps = 0;
    int m_refused = 0;
};

void TestFlyctlConfig::initTestCase()
{
    if (Flyctl::program().isEmpty())
        QSKIP(Flyctl::absent);
    SandboxOptions options;
    options.scenario = u"one"_s;
    options.speed = 200;
    Result<std::unique_ptr<SandboxServer>> server = SandboxServer::start(options);
    QVERIFY(server);
    m_server = std::move(*server);
    m_server->withWorld([](SimWorld &world) {
        world.setRateLimits(false);
        world.setConsistencyLag(SimTime(0));
        world.setLatency(SimTime(0));
    });
    m_flyctl = std::make_unique<Flyctl>(m_server->url(), token);
}

void TestFlyctlConfig::cleanupTestCase()
{
    m_server.reset();
}

QJsonValue TestFlyctlConfig::call(
    const QByteArray &method, const QString &path, const QJsonObject &body)
{
    SimRequest request;
    request.method = method;
    request.path = path.section(u'?', 0, 0);
    request.query = QUrlQuery(path.section(u'?', 1));
    request.headers = {{"authorization", "Bearer " + token}, {"content-type", "application/json"}};
    if (!body.isEmpty())
        request.body = QJsonDocument(body).toJson();
    QJsonDocument answer;
    m_server->withWorld([&](SimWorld &world) {
        const SimAnswer given = world.handle(request, world.now());
        answer = QJsonDocument::fromJson(std::get<SimReply>(given).body);
    });
    return answer.isArray() ? QJsonValue(answer.array()) : QJsonValue(answer.object());
}

// One machine in every group.
QList<Machine> TestFlyctlConfig::makeApp(const QString &app, const FlyToml &toml)
{
    call("POST", u"/v1/apps"_s, {{u"name"_s, app}, {u"org_slug"_s, u"acme"_s}});
    QList<Machine> machines;
    for (const QString &group : toml.groups()) {
        const QString region = toml.primaryRegion.isEmpty() ? u"iad"_s : toml.primaryRegion;
        QJsonArray mounts;
        if (const QJsonObject wanted = mountFor(toml, group); !wanted.isEmpty()) {
            const QJsonObject volume = call("POST",
                u"/v1/apps/%1/volumes"_s.arg(app),
                {{u"name"_s, wanted.value(u"source"_s)},
                    {u"region"_s, region}}).toObject();
            mounts = {QJsonObject{{u"volume"_s, volume.value(u"id"_s)},
                {u"name"_s, volume.value(u"name"_s)},
                {u"path"_s, wanted.value(u"destination"_s)},
                {u"encrypted"_s, true},
                {u"size_gb"_s, 3}}};
        }
        const QJsonValue made = call("POST",
            u"/v1/apps/%1/machines"_s.arg(app),
            {{u"config"_s, oldConfig(group, mounts)}, {u"region"_s, region}});
        const Result<Machine> machine = machineFromJson(made, u"machine"_s);
        if (machine)
            machines.append(*machine);
    }
    return machines;
}

void TestFlyctlConfig::compare(const QByteArray &text)
{
    const Result<FlyToml> toml = parseFlyToml(text, u"fly.toml"_s);
    const QString app = u"differential-%1"_s.arg(++m_apps);
    const QList<Machine> machines = toml ? makeApp(app, *toml) : makeApp(app, {});
    QVERIFY(!machines.isEmpty());
    const Flyctl::Answer deployed = m_flyctl->run({u"deploy"_s,
        u"-a"_s,
        app,
        u"-c"_s,
        m_flyctl->write(u"fly.toml"_s, text),
        u"--image"_s,
        image,
        u"--strategy"_s,
        u"immediate"_s,
        u"--lease-timeout"_s,
        u"3600s"_s,
        u"--dns-checks=false"_s,
        u"--yes"_s});
    if (deployed.exitCode != 0) {
        // What flyctl refuses has nothing to compare; what it finds wrong, we find too.
        ++m_refused;
        qInfo("flyctl does not deploy it: %s", deployed.told().right(700).constData());
        const bool derived =
            toml && std::all_of(machines.begin(), machines.end(), [&toml](const Machine &machine) {
                return derivedConfig(*toml, *machine.config, image, {}).has_value();
            });
        QVERIFY(!derived || !deployed.told().contains("App configuration is not valid"));
        return;
    }
    QVERIFY2(toml, qPrintable(toml ? QString() : toml.error().detail));

    QStringList wrong;
    for (const QJsonValue &value :
        call("GET", u"/v1/apps/%1/machines?include_deleted=true"_s.arg(app)).toArray()) {
        const QJsonObject theirs = value.toObject().value(u"config"_s).toObject();
        const QString group =
            theirs.value(u"metadata"_s).toObject().value(u"fly_process_group"_s).toString();
        const QString id = value.toObject().value(u"id"_s).toString();
        const auto before = std::find_if(machines.begin(),
            machines.end(),
            [&id](const Machine &machine) { return machine.id.value == id; });
        QStringList found;
        if (group == "fly_app_release_command"_L1)
            found = compared(theirs, [&](const ReleaseLabels &labels) {
                return releaseCommandConfig(*toml, machines, image, labels);
            });
        else if (before != machines.end())
            found = compared(theirs, [&](const ReleaseLabels &labels) {
                return derivedConfig(*toml, *before->config, image, labels);
            });
        for (const QString &one : found)
            wrong.append(u"%1: %2"_s.arg(group, one));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u"\n"_s + wrong.join(u'\n')));
    QStringList violations;
    m_server->withWorld([&](SimWorld &world) { violations = world.violations(); });
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
}

void TestFlyctlConfig::samplesAreDerivedAsFlyctlDoes_data()
{
    QTest::addColumn<QByteArray>("text");
    const QDir samples(QFINDTESTDATA("data/flyctl"));
    for (const QString &name : samples.entryList({u"*.toml"_s}, QDir::Files, QDir::Name)) {
        QFile file(samples.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
    QTest::newRow("nothing but a name") << QByteArray("app = \"x\"\n");
    QTest::newRow("the example of the sandbox") << [] {
        QFile file(QFINDTESTDATA("../resources/scenarios/grupo-gad/fly.toml"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    QTest::newRow("groups") << QByteArray(R"(app = "x"
primary_region = "gru"
kill_timeout = 30
swap_size_mb = 512
[processes]
web = "bin/server --port 8080"
worker = "bin/work 'two words'"
[env]
NUMBER = 5
FLAG = true
[http_service]
internal_port = 8080
auto_stop_machines = "suspend"
processes = ["web"]
[http_service.http_options.response.headers]
X-Frame-Options = "DENY"
[[vm]]
memory = "1gb"
cpus = 2
processes = ["worker"]
[[vm]]
size = "performance-2x"
[[files]]
guest_path = "/etc/a"
raw_value = "hello"
processes = ["web"]
[[files]]
guest_path = "/etc/b"
secret_name = "B"
processes = ["worker"]
[[restart]]
policy = "never"
processes = ["worker"]
[[metrics]]
port = 9091
path = "/metrics"
processes = ["web", "worker"]
)");
    QTest::newRow("checks") << QByteArray(R"(app = "x"
[http_service]
internal_port = 3000
[[http_service.checks]]
grace_period = "5s"
interval = "10s"
method = "get"
path = "/up"
timeout = "2s"
[http_service.checks.headers]
X-Forwarded-Proto = "https"
[checks.alive]
type = "tcp"
port = 3000
interval = 15000
timeout = "10s"
[checks.status]
type = "http"
method = "get"
path = "/status"
grace_period = "1m30s"
)");
    QTest::newRow("old forms") << QByteArray(R"(app = "x"
kill_signal = "SIGTERM"
[experimental]
cmd = ["one", "two"]
entrypoint = "/bin/sh -c"
[[services]]
internal_port = 8080
protocol = "tcp"
[services.concurrency]
hard_limit = 25
soft_limit = 20
[[services.ports]]
handlers = ["http"]
port = "80"
force_https = true
[[services.ports]]
handlers = ["tls", "http"]
port = "443"
[[services.tcp_checks]]
grace_period = "1s"
interval = "15s"
restart_limit = 6
timeout = "2s"
[[services.http_checks]]
interval = 10000
grace_period = "5s"
method = "get"
path = "/"
protocol = "http"
timeout = 2000
tls_skip_verify = false
[services.http_checks.headers]
Host = "example.test"
)");
    QTest::newRow("release command and volume") << QByteArray(R"(app = "x"
primary_region = "fra"
[deploy]
release_command = "bin/migrate --all"
[deploy.release_command_vm]
size = "performance-1x"
[mounts]
source = "data"
destination = "/data"
initial_size = "5gb"
auto_extend_size_threshold = 80
auto_extend_size_increment = "1GB"
auto_extend_size_limit = "10GB"
[[statics]]
guest_path = "/app/public"
url_prefix = "/static"
)");
}

void TestFlyctlConfig::samplesAreDerivedAsFlyctlDoes()
{
    QFETCH(const QByteArray, text);
    const int refused = m_refused;
    compare(text);
    QCOMPARE(m_refused, refused);
}

void TestFlyctlConfig::filesOfTheFieldAreDerivedAsFlyctlDoes_data()
{
    QTest::addColumn<QString>("path");
    QString folder = qEnvironmentVariable("ATALAYA_CORPORA");
    if (folder.isEmpty())
        folder = QFINDTESTDATA("../../shared/corpora");
    if (folder.isEmpty())
        QSKIP("not run: there is no folder of files from the field (ATALAYA_CORPORA)");
    const QDir files(folder + u"/fly-toml"_s);
    for (const QString &name : files.entryList({u"*.toml"_s}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << files.filePath(name);
}

void TestFlyctlConfig::filesOfTheFieldAreDerivedAsFlyctlDoes()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    compare(file.readAll());
}

QTEST_GUILESS_MAIN(TestFlyctlConfig)
#include "tst_flyctlconfig.moc"
