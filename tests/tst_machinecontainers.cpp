#include "support/configpieces.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace ConfigPieces;
using namespace Qt::StringLiterals;

// `machine_config` and `container` of a fly.toml: what of them reaches a machine.
class TestMachineContainers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void machineSourceIsLaidOver();
    void machineSourceOfAnotherDeploy();
    void builtImageGoesToOneContainer_data();
    void builtImageGoesToOneContainer();
    void containersTakeLocalFiles();
    void containersOfAReleaseStay();
    void composeContainersAreRefused();
    void relabellingReachesContainers();
};

// As flyctl: the raw config fills what is there, then fly.toml has its say.
void TestMachineContainers::machineSourceIsLaidOver()
{
    const FlyToml file =
        toml("machine_config = '{\"guest\":{\"cpus\":4},\"init\":{\"tty\":true,\"cmd\":[\"raw\"]},"
             "\"env\":{\"RAW\":\"1\"},\"image\":\"raw:1\",\"metadata\":{\"team\":\"a\"},"
             "\"schedule\":null,\"restart\":{\"policy\":\"always\"},\"nobody\":1,"
             "\"containers\":[{\"name\":\"app\",\"env\":{\"A\":\"1\"}},"
             "{\"name\":\"proxy\",\"image\":\"nginx:1\"}]}'\n[env]\nB = \"2\"\n");
    const MachineConfig old = config(
        R"({"image":"o","schedule":"daily","guest":{"cpu_kind":"shared","cpus":1,"memory_mb":512}})");
    const QJsonObject derived = object(derivedConfig(file, old, u"n:2"_s, labels).value().document);
    QCOMPARE(derived.value("guest"_L1).toObject(),
        object(R"({"cpu_kind":"shared","cpus":4,"memory_mb":512})"));
    QCOMPARE(derived.value("init"_L1).toObject(), object(R"({"tty":true})"));
    QCOMPARE(derived.value("env"_L1).toObject(), object(R"({"B":"2","FLY_PROCESS_GROUP":"app"})"));
    QCOMPARE(derived.value("image"_L1).toString(), u"n:2"_s);
    QCOMPARE(derived.value("metadata"_L1).toObject().value("team"_L1).toString(), u"a"_s);
    QVERIFY(!derived.contains("schedule"_L1));
    QVERIFY(!derived.contains("restart"_L1));
    QVERIFY(!derived.contains("nobody"_L1));
    QCOMPARE(derived.value("containers"_L1).toArray(),
        QJsonDocument::fromJson(R"([{"name":"app","image":"n:2","env":{"A":"1"}},
            {"name":"proxy","image":"nginx:1"}])")
            .array());
}

void TestMachineContainers::machineSourceOfAnotherDeploy()
{
    const FlyToml file =
        toml(R"(machine_config = '{"containers":[{"name":"app","env":{"B":"2"},"cmd":["b"]}]}')");
    const MachineConfig old = config(R"({"image":"o:1","containers":[
        {"name":"app","image":"o:1","env":{"A":"1"},"cmd":["a","c"]},{"name":"gone","image":"x"}]})");
    const MachineConfig first = derivedConfig(file, old, u"n:2"_s, labels).value();
    QCOMPARE(object(first.document).value("containers"_L1).toArray(),
        QJsonDocument::fromJson(
            R"([{"name":"app","image":"n:2","env":{"A":"1","B":"2"},"cmd":["b"]}])")
            .array());
    // The same config under another image is the same config.
    const MachineConfig next = derivedConfig(file, first, u"n:3"_s, labels).value();
    QCOMPARE(configDigest(next, key), configDigest(first, key));
    const QJsonArray compared = comparableConfig(next).value("containers"_L1).toArray();
    QVERIFY(!compared.first().toObject().contains("image"_L1));
}

void TestMachineContainers::builtImageGoesToOneContainer_data()
{
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("built");
    const QStringList three{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("the named one") << QByteArray("container = \"b\"\n") << three << u"b"_s;
    QTest::newRow("the first") << QByteArray() << three << u"a"_s;
    QTest::newRow("app") << QByteArray() << QStringList{u"a"_s, u"app"_s} << u"app"_s;
}

void TestMachineContainers::builtImageGoesToOneContainer()
{
    QFETCH(QByteArray, wanted);
    QFETCH(QStringList, names);
    QFETCH(QString, built);
    QJsonArray containers;
    for (const QString &name : std::as_const(names))
        containers.append(QJsonObject{{u"name"_s, name}, {u"image"_s, u"i"_s}});
    const QByteArray raw =
        QJsonDocument(QJsonObject{{u"containers"_s, containers}}).toJson(QJsonDocument::Compact);
    const FlyToml file = toml("machine_config = '" + raw + "'\n" + wanted);
    const QJsonObject derived =
        object(derivedConfig(file, config("{}"), u"n:2"_s, labels).value().document);
    QStringList with;
    for (const QJsonValue &container : derived.value("containers"_L1).toArray()) {
        if (container.toObject().value("image"_L1).toString() == "n:2"_L1)
            with.append(container.toObject().value("name"_L1).toString());
    }
    QCOMPARE(with, QStringList{built});
}

void TestMachineContainers::containersTakeLocalFiles()
{
    FlyToml file = toml("machine_config = '{\"containers\":[{\"name\":\"app\",\"files\":["
                        "{\"guest_path\":\"/a\",\"local_path\":\"a.txt\"},"
                        "{\"guest_path\":\"/b\",\"secret_name\":\"B\"},"
                        "{\"guest_path\":\"/c\",\"image_config\":\".\"}]}]}'\n");
    QCOMPARE(derivedConfig(file, config("{}"), u"n"_s, labels).error().detail,
        u"machine_config: the local file a.txt is not part of a release"_s);
    file.localFiles.insert(u"a.txt"_s, "hello");
    const QJsonObject derived =
        object(derivedConfig(file, config("{}"), u"n"_s, labels).value().document);
    const QJsonObject container = derived.value("containers"_L1).toArray().first().toObject();
    QCOMPARE(container.value("files"_L1).toArray(),
        QJsonDocument::fromJson(R"([{"guest_path":"/a","raw_value":"aGVsbG8="},
            {"guest_path":"/b","secret_name":"B"},{"guest_path":"/c","image_config":"n"}])")
            .array());
}

// The file of its machine config is not known: what runs stays, under the new image.
void TestMachineContainers::containersOfAReleaseStay()
{
    const Result<FlyToml> release =
        flyTomlFromDefinition(R"({"app":"x","machine_config":"machine.json"})");
    QVERIFY(release);
    const MachineConfig old = config(
        R"({"image":"o:1","containers":[{"name":"a","image":"o:1"},{"name":"b","image":"x"}]})");
    const QJsonObject derived =
        object(derivedConfig(*release, old, u"n:2"_s, labels).value().document);
    QCOMPARE(derived.value("containers"_L1).toArray(),
        QJsonDocument::fromJson(R"([{"name":"a","image":"n:2"},{"name":"b","image":"x"}])")
            .array());
    QCOMPARE(derivedConfig(*release, config("{}"), u"n"_s, labels).error().kind,
        Error::Kind::InvalidInput);
}

void TestMachineContainers::composeContainersAreRefused()
{
    const Error error =
        derivedConfig(toml("[build.compose]\n"), config("{}"), u"n"_s, labels).error();
    QCOMPARE(error.kind, Error::Kind::InvalidInput);
    QVERIFY(error.detail.startsWith("build.compose: "_L1));
}

void TestMachineContainers::relabellingReachesContainers()
{
    const MachineConfig old = config(
        R"({"image":"o:1","containers":[{"name":"a","image":"o:1"},{"name":"b","image":"x"}]})");
    const QJsonObject next = object(relabelledConfig(old, u"n:2"_s, labels).value().document);
    QCOMPARE(next.value("containers"_L1).toArray(),
        QJsonDocument::fromJson(R"([{"name":"a","image":"n:2"},{"name":"b","image":"x"}])")
            .array());
}

QTEST_GUILESS_MAIN(TestMachineContainers)
#include "tst_machinecontainers.moc"
