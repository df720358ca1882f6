#include "config/flytoml.h"
#include "fly/configdiff.h"
#include "fly/machineconfig.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
MachineConfig config(const QByteArray &json)
{
    const Result<MachineConfig> read = machineConfigFromJson(json);
    if (!read)
        qFatal("%s", qPrintable(read.error().detail));
    return *read;
}

QStringList told(const QList<ConfigChange> &changes)
{
    QStringList lines;
    for (const ConfigChange &change : changes) {
        const QStringList kinds{u"+"_s, u"-"_s, u"~"_s};
        lines.append(u"%1 %2 [%3|%4]%5"_s.arg(kinds.at(int(change.kind)),
            change.path,
            change.before,
            change.after,
            change.masked ? u" masked"_s : QString()));
    }
    return lines;
}

Machine machine(const QString &id, const MachineConfig &has)
{
    Machine made;
    made.id = MachineId(id);
    made.config = has;
    return made;
}
} // namespace

class TestConfigDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void aSecretIsNeverTold();
    void deriveAndCompare();
    void sameChangesAreToldTogether();
    void unchangedMachinesAreInNoSet();
};

void TestConfigDiff::tells_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("next");
    QTest::addColumn<QStringList>("expected");
    using B = QByteArray;
    QTest::newRow("nothing") << B(R"({"guest":{"cpus":1}})") << B(R"({"guest":{"cpus":1}})")
                             << QStringList();
    QTest::newRow("image and labels do not count")
        << B(R"({"image":"a","metadata":{"fly_release_version":"1"}})")
        << B(R"({"image":"b","metadata":{"fly_release_version":"2"}})") << QStringList();
    QTest::newRow("what the platform writes in two ways")
        << B(R"({"services":[{"internal_port":1,"autostop":"off","force_instance_key":null}],"init":{}})")
        << B(R"({"services":[{"internal_port":1,"autostop":false}]})") << QStringList();
    QTest::newRow("a value") << B(R"({"guest":{"cpus":1,"memory_mb":256}})")
                             << B(R"({"guest":{"cpus":1,"memory_mb":512}})")
                             << QStringList{u"~ guest.memory_mb [256|512]"_s};
    QTest::newRow("added and removed, leaf by leaf")
        << B(R"({"stop_config":{"signal":"SIGINT","timeout":"5s"}})")
        << B(R"({"restart":{"policy":"no"}})")
        << QStringList{u"+ restart.policy [|no]"_s,
               u"- stop_config.signal [SIGINT|]"_s,
               u"- stop_config.timeout [5s|]"_s};
    QTest::newRow("lists of words as a whole")
        << B(R"({"init":{"cmd":["a"]}})") << B(R"({"init":{"cmd":["a","b"]}})")
        << QStringList{u"~ init.cmd [[\"a\"]|[\"a\",\"b\"]]"_s};
    QTest::newRow("entries by what names them")
        << B(R"({"services":[{"internal_port":80,"ports":[{"port":443,"force_https":false}]}]})")
        << B(R"({"services":[{"internal_port":70},{"internal_port":80,"ports":[{"port":80},{"port":443,"force_https":true}]}]})")
        << QStringList{u"~ services[80].ports[443].force_https [false|true]"_s,
               u"+ services[80].ports[80].port [|80]"_s,
               u"+ services[70].internal_port [|70]"_s};
    QTest::newRow("entries that nothing tells apart")
        << B(R"({"services":[{"internal_port":1,"protocol":"tcp"},{"internal_port":1,"protocol":"udp"}]})")
        << B(R"({"services":[{"internal_port":1,"protocol":"tcp"}]})")
        << QStringList{u"- services[1].internal_port [1|]"_s, u"- services[1].protocol [udp|]"_s};
    QTest::newRow("env by its names")
        << B(R"({"env":{"A":"1","B":"2","C":"3"}})") << B(R"({"env":{"A":"1","B":"3","D":"4"}})")
        << QStringList{u"~ env.B [|] masked"_s, u"- env.C [|] masked"_s, u"+ env.D [|] masked"_s};
    QTest::newRow("contents of files") << B(R"({"files":[{"guest_path":"/a","raw_value":"eA=="}]})")
                                       << B(R"({"files":[{"guest_path":"/a","raw_value":"eQ=="}]})")
                                       << QStringList{u"~ files[/a].raw_value [|] masked"_s};
    QTest::newRow("headers that authorise")
        << B(R"({"checks":{"a":{"headers":[{"name":"Authorization","values":["x"]},{"name":"Host","values":["b"]}]}}})")
        << B(R"({"checks":{"a":{"headers":[{"name":"Authorization","values":["y"]},{"name":"Host","values":["c"]}]}}})")
        << QStringList{u"~ checks.a.headers[Authorization].values [|] masked"_s,
               u"~ checks.a.headers[Host].values [[\"b\"]|[\"c\"]]"_s};
    QTest::newRow("another kind") << B(R"({"schedule":"daily"})") << B(R"({"schedule":{"a":1}})")
                                  << QStringList{u"~ schedule [daily|{\"a\":1}]"_s};
}

void TestConfigDiff::tells()
{
    QFETCH(QByteArray, now);
    QFETCH(QByteArray, next);
    QFETCH(QStringList, expected);
    QCOMPARE(told(configChanges(config(now), config(next))), expected);
}

void TestConfigDiff::aSecretIsNeverTold()
{
    const QByteArray hidden = "hunter2hunter2";
    const QByteArray now = R"({"env":{"A":"%"},"init":{"cmd":["a","--password=%"]},)"
                           R"("containers":[{"name":"c","env":{"B":"%"}}]})";
    QByteArray before = now;
    before.replace("%", hidden);
    QByteArray after = now;
    after.replace("%", QByteArray("other").append(hidden));
    const QList<ConfigChange> changes = configChanges(config(before), config(after));
    QCOMPARE(changes.size(), 3);
    for (const QString &line : told(changes))
        QVERIFY2(!line.contains(QString::fromLatin1(hidden)), qPrintable(line));
}

void TestConfigDiff::deriveAndCompare()
{
    const MachineConfig now = config(
        R"({"image":"i","env":{"FLY_PROCESS_GROUP":"app","OLD":"1"},"init":{},
        "guest":{"cpu_kind":"shared","cpus":1,"memory_mb":256},
        "metadata":{"fly_process_group":"app"},
        "services":[{"protocol":"tcp","internal_port":8080,"ports":[{"port":80,"handlers":["http"]},
        {"port":443,"handlers":["http","tls"]}]}]})");
    const FlyToml toml = readFlyToml(
        "[env]\nNEW = 1\n[http_service]\ninternal_port = 8080\nforce_https = true\n[[vm]]\nmemory "
        "= '512mb'\n");
    const MachineConfig next = derivedConfig(toml, now, u"i"_s, {}).value();
    QCOMPARE(told(configChanges(now, next)),
        (QStringList{u"+ env.NEW [|] masked"_s,
            u"- env.OLD [|] masked"_s,
            u"~ guest.memory_mb [256|512]"_s,
            u"+ services[8080].ports[80].force_https [|true]"_s}));
    QVERIFY(configChanges(next, next).isEmpty());
}

void TestConfigDiff::sameChangesAreToldTogether()
{
    const MachineConfig small = config(R"({"guest":{"cpus":1},"env":{"A":"1"}})");
    const MachineConfig other = config(R"({"guest":{"cpus":1},"env":{"A":"2"}})");
    const MachineConfig large = config(R"({"guest":{"cpus":2},"env":{"A":"3"}})");
    const MachineConfig worker =
        config(R"({"guest":{"cpus":1},"metadata":{"fly_process_group":"worker"}})");
    ConfigChangeSets sets;
    sets.add(machine(u"1"_s, small), large, u"a"_s, u"z"_s);
    sets.add(machine(u"2"_s, small), large, u"a"_s, u"z"_s);
    sets.add(machine(u"3"_s, other), large, u"b"_s, u"z"_s);
    sets.add(machine(u"4"_s, worker), large, u"a"_s, u"z"_s);
    QCOMPARE(sets.sets().size(), 2);
    QCOMPARE(sets.sets().at(0).machines,
        (QList<MachineId>{MachineId(u"1"_s), MachineId(u"2"_s), MachineId(u"3"_s)}));
    QCOMPARE(sets.sets().at(0).group, u"app"_s);
    QCOMPARE(sets.sets().at(1).machines, QList<MachineId>{MachineId(u"4"_s)});
    QCOMPARE(sets.sets().at(1).group, u"worker"_s);
}

void TestConfigDiff::unchangedMachinesAreInNoSet()
{
    ConfigChangeSets sets;
    const MachineConfig same = config(R"({"guest":{"cpus":1}})");
    sets.add(machine(u"1"_s, same), same, u"a"_s, u"a"_s);
    sets.add(machine(u"2"_s, same), same, u"a"_s, u"b"_s);
    QVERIFY(sets.sets().isEmpty());
}

QTEST_GUILESS_MAIN(TestConfigDiff)
#include "tst_configdiff.moc"
