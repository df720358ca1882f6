#include "config/flytoml.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QStringList told(const QByteArray &text)
{
    QStringList all;
    for (const ConfigFinding &finding : readFlyToml(text).findings) {
        QString line = u"%1 %2 %3:%4 %5"_s.arg(configSeverityName(finding.severity),
            configCodeName(finding.code),
            QString::number(finding.line),
            QString::number(finding.column),
            finding.path);
        if (!finding.arguments.isEmpty())
            line += QString(u" ("_s + finding.arguments.join(u"; "_s) + u')');
        all.append(line);
    }
    return all;
}
} // namespace

// What is said of a fly.toml, where and with which words (fly-io.md 6.1 to 6.4).
class TestFlyValidation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void saysNothingOfAGoodFile();
    void findingsAreInTheOrderOfTheFile();
    void everyCodeHasANameAndADetail();
    void manyFindingsAreCutButErrorsStay();
};

void TestFlyValidation::tells_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("unknown key, with the nearest",
        "app = \"x\"\n[http_service]\n  interal_port = 80\n",
        {u"warning unknown-key 3:3 http_service.interal_port (internal_port)"_s});
    row("unknown key like no other", "wibble = 1\n", {u"warning unknown-key 1:1 wibble"_s});
    row("unknown section", "[scale]\nmin = 1\n", {u"warning unknown-key 1:1 scale"_s});
    row("neighbours changed places",
        "[deploy]\nstartegy = \"rolling\"\n",
        {u"warning unknown-key 2:1 deploy.startegy (strategy)"_s});
    row("key of the top in a section",
        "[mounts]\nsource = \"a\"\nswap_size_mb = 512\n",
        {u"warning misplaced-key 3:1 mounts[0].swap_size_mb (swap_size_mb)"_s});
    row("bare nanoseconds",
        "[deploy]\nwait_timeout = 5\n",
        {u"warning bare-nanoseconds 2:1 deploy.wait_timeout (5; 5ns)"_s});
    row("bare nanoseconds of an http_service check",
        "[http_service]\ninternal_port = 1\n[[http_service.checks]]\ninterval = 10000\n",
        {u"warning bare-nanoseconds 4:1 http_service.checks[0].interval (10000; 10µs)"_s,
            u"warning raised-to-second 4:1 http_service.checks[0].interval (10µs)"_s});
    row("bare seconds",
        "kill_timeout = 90\n",
        {u"note bare-seconds 1:1 kill_timeout (90; 1m30s)"_s});
    row("bare seconds with a fraction",
        "kill_timeout = 2.5\n",
        {u"warning bare-fraction 1:1 kill_timeout (2.5; 2s)"_s});
    row("bare milliseconds with a fraction",
        "[checks.a]\ntype = \"tcp\"\nport = 1\ninterval = 2500.5\n",
        {u"warning bare-fraction 4:1 checks.a.interval (2500.5; 2.5s)"_s});
    row("bare seconds at their old place",
        "[experimental]\nkill_timeout = 3\n",
        {u"note bare-seconds 2:1 kill_timeout (3; 3s)"_s});
    row("machine config: neither JSON nor a file of it",
        "machine_config = \"compose.yaml\"\n",
        {u"error machine-config-source 1:1 machine_config"_s});
    row("machine config: broken JSON",
        "machine_config = \"\"\"{\n \"guest\": }\"\"\"\n",
        {u"error machine-config-json 1:1 machine_config "
         "(machine_config; 2; 12; object is missing after a comma)"_s});
    row("machine config: the experimental one goes first",
        "machine_config = \"{\"\n[experimental]\nmachine_config = '{\"guest\":{}}'\n",
        {});
    row("machine config: what it does not decide",
        "machine_config = '{\"env\":{},\"guest\":{},\"gest\":{}}'\n",
        {u"warning machine-config-unused 1:1 machine_config.env"_s,
            u"warning unknown-key 1:1 machine_config.gest"_s});
    row("containers that are none",
        "machine_config = '{\"containers\":{}}'\n",
        {u"error container-form 1:1 machine_config.containers"_s});
    row("container without a name",
        "machine_config = '{\"containers\":[{\"name\":\"a\"},{\"image\":\"b\"}]}'\n",
        {u"error container-form 1:1 machine_config.containers[1]"_s});
    row("container that is not there",
        "machine_config = '{\"containers\":[{\"name\":\"a\",\"image\":\"b\"}]}'\n"
        "container = \"web\"\n",
        {u"error container-unknown 2:1 container (web; a)"_s});
    row("containers without an image beside the built one",
        "machine_config = '{\"containers\":[{\"name\":\"side\"},{\"name\":\"app\"}]}'\n",
        {u"error container-image 1:1 machine_config.containers[0] (side)"_s});
    row("the wanted container needs no image",
        "machine_config = '{\"containers\":[{\"name\":\"web\"},"
        "{\"name\":\"app\",\"image\":\"b\"}]}'\ncontainer = \"web\"\n",
        {});
    row("bare milliseconds, section in its old shape",
        "[services]\ninternal_port = 1\nprotocol = \"tcp\"\n[[services.ports]]\nport = "
        "\"80\"\n[[services.tcp_checks]]\ninterval = 15000\n",
        {u"note bare-milliseconds 7:1 services[0].tcp_checks[0].interval (15000; 15s)"_s});
    row("several builds",
        "[build]\nimage = \"a\"\nbuilder = \"b\"\n",
        {u"warning several-builds 1:1 build (builder, image)"_s});
    row("release command that cannot be cut",
        "[deploy]\nrelease_command = \"a 'b\"\n",
        {u"error bad-command 2:1 deploy.release_command (a quote is not closed: a 'b)"_s});
    row("process command that cannot be cut",
        "[processes]\nweb = \"a \\\\\"\n",
        {u"error bad-command 2:1 processes.web (ends in a backslash: a \\)"_s});
    row("unknown strategy",
        "[deploy]\nstrategy = \"yolo\"\n",
        {u"error unknown-strategy 2:1 deploy.strategy (yolo)"_s});
    row("canary with mounts, in its old shape",
        "[mount]\nsource = \"a\"\n[deploy]\nstrategy = \"canary\"\n",
        {u"error canary-with-mounts 4:1 deploy.strategy"_s});
    row("max_unavailable of another strategy",
        "[deploy]\nstrategy = \"bluegreen\"\nmax_unavailable = 1\n",
        {u"warning unavailable-unused 3:1 deploy.max_unavailable (bluegreen)"_s});
    row("max_unavailable of nothing",
        "[deploy]\nmax_unavailable = 0\n",
        {u"warning unavailable-none 2:1 deploy.max_unavailable"_s});
    row("check without a type",
        "[checks.a]\nport = 1\n",
        {u"error check-type 1:1 checks.a.type ()"_s});
    row("check too often and too patient",
        "[[checks]]\nname = \"a\"\ntype = \"tcp\"\nport = 1\ninterval = \"1s\"\ntimeout = "
        "\"2m\"\n",
        {u"error check-interval 5:1 checks.a.interval (1s)"_s,
            u"error check-timeout 6:1 checks.a.timeout (2m0s)"_s});
    row("check without a port",
        "[checks.a]\ntype = \"tcp\"\n",
        {u"warning no-check-port 1:1 checks.a"_s});
    row("service without processes",
        "[processes]\na = \"\"\nb = \"\"\n[http_service]\ninternal_port = 1\n",
        {u"error service-without-processes 4:1 http_service (a, b)"_s});
    row("unknown process of a service and of restart",
        "[processes]\na = \"\"\n[http_service]\nprocesses = [\"a\", \"b\"]\n[[restart]]\npolicy "
        "= \"never\"\nprocesses = [\"c\"]\n",
        {u"error unknown-process 4:1 http_service.processes (b; a)"_s,
            u"error unknown-process 7:1 restart[0].processes (c; a)"_s});
    row("the group that is there without being named",
        "[http_service]\nprocesses = [\"app\"]\n",
        {});
    row("service without ports",
        "[[services]]\ninternal_port = 1\n",
        {u"warning service-without-ports 1:1 services[0]"_s});
    row("check times that the platform changes",
        "[[http_service.checks]]\ninterval = \"500ms\"\ntimeout = \"2m\"\ngrace_period = "
        "\"0s\"\n",
        {u"warning raised-to-second 2:1 http_service.checks[0].interval (500ms)"_s,
            u"warning lowered-to-minute 3:1 http_service.checks[0].timeout (2m0s)"_s});
    row("auto stop in other words",
        "[http_service]\nauto_stop_machines = \"yes\"\n",
        {u"error auto-stop 2:1 http_service.auto_stop_machines (yes)"_s});
    row("too long a farewell",
        "kill_timeout = \"6m\"\n",
        {u"warning kill-timeout 1:1 kill_timeout (6m0s)"_s});
    row("mount",
        "[[mounts]]\nsource = \"a\"\ninitial_size = \"10mb\"\nsnapshot_retention = "
        "61\nauto_extend_size_threshold = 10\nauto_extend_size_increment = "
        "\"200gb\"\nauto_extend_size_limit = \"lots\"\n",
        {u"error mount-too-small 3:1 mounts[0].initial_size"_s,
            u"error snapshot-retention 4:1 mounts[0].snapshot_retention"_s,
            u"error extend-threshold 5:1 mounts[0].auto_extend_size_threshold"_s,
            u"error extend-increment 6:1 mounts[0].auto_extend_size_increment"_s,
            u"error not-size 7:1 mounts[0].auto_extend_size_limit"_s});
    row("threshold alone",
        "[[mounts]]\nauto_extend_size_threshold = 80\n",
        {u"error extend-alone 2:1 mounts[0].auto_extend_size_threshold"_s});
    row("several mounts of a group",
        "[[mounts]]\nsource = \"a\"\n[[mounts]]\nsource = \"b\"\n",
        {u"warning several-mounts 3:1 mounts[1] (app)"_s});
    row("several sizes of a group",
        "[[vm]]\n[[vm]]\nmemory = 256\n[[vm]]\nmemory = 512\n",
        {u"warning several-sizes 2:1 vm[1] (app)"_s});
    row("restart as one table",
        "[restart]\npolicy = \"always\"\n",
        {u"error not-list-of-tables 1:1 restart"_s});
    row("restart policy",
        "[[restart]]\npolicy = \"sometimes\"\n",
        {u"error restart-policy 2:1 restart[0].policy (sometimes)"_s});
    row("compression",
        "[build]\ncompression = \"bzip2\"\ncompression_level = 10\n",
        {u"error compression 2:1 build.compression (bzip2)"_s,
            u"error compression-level 3:1 build.compression_level"_s});
    row("unknown size",
        "[vm]\nsize = \"shared-cpu-3x\"\nmemory = \"much\"\n",
        {u"warning unknown-size 2:1 vm[0].size (shared-cpu-3x)"_s,
            u"warning not-size 3:1 vm[0].memory"_s});
    row("secret in env",
        "[env]\nDB_PASSWORD = \"x\"\nTOKEN_SECONDS = 5\n",
        {u"warning env-looks-secret 2:1 env.DB_PASSWORD (DB_PASSWORD)"_s});
    row("machine check without a command",
        "[[machine_checks]]\nimage = \"a\"\n",
        {u"warning missing-key 1:1 machine_checks[0] (command)"_s});
    row("without effect",
        "[experimental]\nauto_rollback = true\n",
        {u"note no-effect 2:1 experimental.auto_rollback"_s});
    row("kinds",
        "app = 1\nswap_size_mb = \"x\"\n[http_service]\ninternal_port = \"80\"\nforce_https = "
        "\"yes\"\nprocesses = \"app\"\n",
        {u"error not-text 1:1 app"_s,
            u"error not-whole-number 2:1 swap_size_mb"_s,
            u"error not-whole-number 4:1 http_service.internal_port"_s,
            u"error not-boolean 5:1 http_service.force_https"_s,
            u"error not-list 6:1 http_service.processes"_s});
    row("a broken section leaves the others",
        "app = \"x\"\nservices = 5\nmounts = \"a\"\nchecks = 1\n[vm]\nmemory = 512\n[env]\nA = "
        "[]\nB = 1\n",
        {u"error not-table-list 2:1 services"_s,
            u"error not-table-list 3:1 mounts"_s,
            u"error not-table 4:1 checks"_s,
            u"error not-text-or-number 8:1 env.A"_s});
    row("json",
        "{\"app\": \"x\",\n \"kil_signal\": \"y\"}",
        {u"warning unknown-key 2:2 kil_signal (kill_signal)"_s});
    row("json, deep inside",
        "{\"env\": {\"\\u0041\": \"}\", \"B\": []},\n  \"services\": [{\"internal_port\": 80, "
        "\"ports\": [{}],\n"
        "    \"protocl\": \"x\"}]}",
        {u"error not-text-or-number 1:25 env.B"_s,
            u"warning unknown-key 3:5 services[0].protocl (protocol)"_s});
    row("broken json",
        "{\"app\": \"x\",\n \"a\" 1}",
        {u"error syntax-json 2:7  (missing name separator)"_s});
}

void TestFlyValidation::tells()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, expected);
    QCOMPARE(told(text), expected);
}

void TestFlyValidation::saysNothingOfAGoodFile()
{
    QFile file(QFINDTESTDATA("data/flytoml/full.toml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(told(file.readAll()), QStringList{u"note bare-seconds 5:1 kill_timeout (30; 30s)"_s});
}

void TestFlyValidation::findingsAreInTheOrderOfTheFile()
{
    const FlyToml toml =
        readFlyToml("[zzz]\n[deploy]\nstrategy = \"yolo\"\nb =\n[[restart]]\npolicy = \"x\"\n");
    QList<int> lines;
    for (const ConfigFinding &finding : toml.findings)
        lines.append(finding.line);
    QCOMPARE(lines, (QList<int>{1, 3, 4, 6}));
    QCOMPARE(toml.strategy, u"yolo"_s);
}

void TestFlyValidation::everyCodeHasANameAndADetail()
{
    QStringList names;
    for (int code = 0; code <= int(ConfigCode::StackNotRecreated); ++code) {
        ConfigFinding finding;
        finding.code = static_cast<ConfigCode>(code);
        finding.path = u"a.b"_s;
        finding.arguments = {u"%1"_s, u"%2"_s};
        names.append(configCodeName(finding.code));
        QVERIFY(configDetail(finding, u"f"_s).startsWith("f: a.b "_L1));
    }
    QCOMPARE(names.removeDuplicates(), 0);
}

void TestFlyValidation::manyFindingsAreCutButErrorsStay()
{
    QByteArray text;
    for (int i = 0; i < 3000; ++i)
        text += "unknown" + QByteArray::number(i) + " = 1\n";
    text += "[deploy]\nstrategy = \"yolo\"\n";
    const FlyToml toml = readFlyToml(text);
    QVERIFY(toml.findings.size() <= 1000);
    QVERIFY(hasErrors(toml.findings));
    QVERIFY(!parseFlyToml(text, u"fly.toml"_s));
}

QTEST_GUILESS_MAIN(TestFlyValidation)
#include "tst_flyvalidation.moc"
