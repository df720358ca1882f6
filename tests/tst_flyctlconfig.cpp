#include "config/flytoml.h"
#include "fly/flyjson.h"
#include "fly/machineconfig.h"
#include "sandbox/sandboxserver.h"
#include "sandbox/simworld.h"
#include "support/configcompare.h"
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
    QJsonArray makeApp(const QString &app, const FlyToml &toml);
    void compare(const QByteArray &text);
    void keep(const QJsonArray &before, const QJsonArray &after) const;

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
QJsonArray TestFlyctlConfig::makeApp(const QString &app, const FlyToml &toml)
{
    call("POST", u"/v1/apps"_s, {{u"name"_s, app}, {u"org_slug"_s, u"acme"_s}});
    QJsonArray machines;
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
        machines.append(call("POST",
            u"/v1/apps/%1/machines"_s.arg(app),
            {{u"config"_s, oldConfig(group, mounts)}, {u"region"_s, region}}));
    }
    return machines;
}

void TestFlyctlConfig::compare(const QByteArray &text)
{
    const Result<FlyToml> toml = parseFlyToml(text, u"fly.toml"_s);
    const QString app = u"differential-%1"_s.arg(++m_apps);
    const QJsonArray before = makeApp(app, toml ? *toml : FlyToml());
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
        const bool derived = toml && ConfigCompare::areDerived(*toml, before);
        QVERIFY(!derived || !deployed.told().contains("App configuration is not valid"));
        return;
    }
    QVERIFY2(toml, qPrintable(toml ? QString() : toml.error().detail));

    const QJsonArray after =
        call("GET", u"/v1/apps/%1/machines?include_deleted=true"_s.arg(app)).toArray();
    const QStringList wrong = ConfigCompare::afterDeploy(*toml, image, before, after);
    QVERIFY2(wrong.isEmpty(), qPrintable(u"\n"_s + wrong.join(u'\n')));
    QStringList violations;
    m_server->withWorld([&](SimWorld &world) { violations = world.violations(); });
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
    keep(before, after);
}

// For tests where there is no flyctl: ATALAYA_RECORD names the folder of what it sent.
void TestFlyctlConfig::keep(const QJsonArray &before, const QJsonArray &after) const
{
    const QString folder = qEnvironmentVariable("ATALAYA_RECORD");
    const QString row = QString::fromLatin1(QTest::currentDataTag());
    if (folder.isEmpty() || !row.endsWith(".toml"_L1))
        return;
    const auto brief = [](const QJsonArray &machines) {
        QJsonArray kept;
        for (const QJsonValue &machine : machines) {
            QJsonObject object = machine.toObject();
            for (const char *key : {"events", "checks", "lease", "image_ref", "private_ip"})
                object.remove(QLatin1StringView(key));
            kept.append(object);
        }
        return kept;
    };
    QFile file(u"%1/%2.json"_s.arg(folder, row.chopped(5)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(
        QJsonObject{{u"image"_s, image}, {u"before"_s, brief(before)}, {u"after"_s, brief(after)}})
                   .toJson());
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
    QFile example(QFINDTESTDATA("../resources/scenarios/grupo-gad/fly.toml"));
    QVERIFY(example.open(QIODevice::ReadOnly));
    QTest::newRow("the example of the sandbox") << example.readAll();
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
