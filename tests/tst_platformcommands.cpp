#include "models/platformcommands.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using What = PlatformAction::What;
using Remark = PlatformCommands::Remark;

namespace {

PlatformAction action(What what, const QString &app = u"grupo-gad"_s)
{
    PlatformAction result;
    result.what = what;
    result.app = AppName(app);
    return result;
}

PlatformAction ofMachine(What what, const QString &id = u"148e306fd02189"_s)
{
    PlatformAction result = action(what);
    result.machine = MachineId(id);
    return result;
}

PlatformAction ofImage(What what, const QString &image)
{
    PlatformAction result = action(what);
    result.image = image;
    return result;
}

PlatformAction request(const QString &method, const QString &path)
{
    PlatformAction result;
    result.what = What::Request;
    result.method = method;
    result.path = path;
    return result;
}

const QString bearer = u"curl --fail-with-body -sS -H \"Authorization: Bearer $FLY_API_TOKEN\" "_s;

} // namespace

class TestPlatformCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionHasItsCommands_data();
    void everyActionHasItsCommands();
    void aPlanIsADeploy();
    void hostileValuesStayOneWord_data();
    void hostileValuesStayOneWord();
    void whatIsMissingIsSaid();
    void secretsAreNotWrittenOut();
};

void TestPlatformCommands::everyActionHasItsCommands_data()
{
    QTest::addColumn<PlatformAction>("what");
    QTest::addColumn<QString>("flyctl");
    QTest::addColumn<QString>("curl");
    const QString machines = u"https://api.machines.dev/v1/apps/grupo-gad/machines"_s;
    const QString web = u"https://api.fly.io/api/v1/apps/grupo-gad"_s;
    const QString image = u"registry.fly.io/grupo-gad:deployment-01J8"_s;
    PlatformAction org = action(What::ListApps, {});
    org.organization = u"acme"_s;
    QTest::newRow("apps") << action(What::ListApps, {}) << u"flyctl apps list"_s
                          << QString(bearer
                                 + u"\"https://api.machines.dev/v1/apps?org_slug=$FLY_ORG\""_s);
    QTest::newRow("apps of an organisation")
        << org << u"flyctl apps list --org acme"_s
        << QString(bearer + u"'https://api.machines.dev/v1/apps?org_slug=acme'"_s);
    QTest::newRow("app") << action(What::ShowApp) << u"flyctl status --app grupo-gad"_s
                         << QString(bearer + u"https://api.machines.dev/v1/apps/grupo-gad"_s);
    QTest::newRow("machines") << action(What::ListMachines)
                              << u"flyctl machine list --app grupo-gad"_s
                              << QString(bearer + machines);
    QTest::newRow("machine") << ofMachine(What::ShowMachine)
                             << u"flyctl machine status --app grupo-gad -- 148e306fd02189"_s
                             << QString(bearer + machines + u"/148e306fd02189"_s);
    QTest::newRow("restart") << ofMachine(What::RestartMachine)
                             << u"flyctl machine restart --app grupo-gad -- 148e306fd02189"_s
                             << QString(
                                    u"curl --fail-with-body -sS -X POST -H \"Authorization: Bearer "
                                    "$FLY_API_TOKEN\" "_s
                                    + machines + u"/148e306fd02189/restart"_s);
    QTest::newRow("releases") << action(What::ListReleases)
                              << u"flyctl releases --app grupo-gad --image"_s
                              << QString(bearer + u"'"_s + web + u"/releases?limit=25'"_s);
    QTest::newRow("log") << action(What::ShowLogs) << u"flyctl logs --app grupo-gad --no-tail"_s
                         << QString(bearer + u"'"_s + web + u"/logs?next_token='"_s);
    QTest::newRow("log of a machine")
        << ofMachine(What::ShowLogs)
        << u"flyctl logs --app grupo-gad --machine 148e306fd02189 --no-tail"_s
        << QString(bearer + u"'"_s + web + u"/logs?next_token=&instance=148e306fd02189'"_s);
    QTest::newRow("image") << action(What::ShowImage) << u"flyctl image show --app grupo-gad"_s
                           << QString(bearer + machines);
    QTest::newRow("deploy") << ofImage(What::Deploy, image)
                            << QString(u"flyctl deploy --app grupo-gad --image "_s + image)
                            << QString();
    QTest::newRow("request that reads") << request(u"GET"_s, u"/v1/apps/grupo-gad/machines"_s)
                                        << QString() << QString(bearer + machines);
    QTest::newRow("request that writes")
        << request(u"post"_s, u"/api/v1/releases"_s) << QString()
        << u"curl --fail-with-body -sS -X POST -H \"Authorization: Bearer $FLY_API_TOKEN\" "
           "-H 'Content-Type: application/json' --data @body.json "
           "https://api.fly.io/api/v1/releases"_s;
    QTest::newRow("cancel") << action(What::Cancel) << QString() << QString();
}

void TestPlatformCommands::everyActionHasItsCommands()
{
    QFETCH(const PlatformAction, what);
    QFETCH(const QString, flyctl);
    QFETCH(const QString, curl);
    const PlatformCommands commands = PlatformCommands::of(what);
    QCOMPARE(commands.flyctl, flyctl);
    QCOMPARE(commands.curl, curl);
    // What there is no command for says why.
    QVERIFY(!commands.flyctl.isEmpty() || commands.flyctlRemark != Remark::None);
    QVERIFY(!commands.curl.isEmpty() || commands.curlRemark != Remark::None);
}

void TestPlatformCommands::aPlanIsADeploy()
{
    DeployPlan plan;
    plan.app = AppName(u"grupo-gad"_s);
    plan.image = u"registry.fly.io/grupo-gad:v41"_s;
    plan.kind = DeployKind::Retry;
    plan.configSource = u"release v42"_s;
    const PlatformCommands retry = PlatformCommands::of(PlatformAction::of(plan));
    QCOMPARE(retry.flyctl,
        u"flyctl deploy --app grupo-gad --image registry.fly.io/grupo-gad:v41 --strategy rolling"_s);
    QCOMPARE(retry.flyctlRemark, Remark::DeploysAgain);
    plan.kind = DeployKind::RollBack;
    plan.configSource = u"/home/ana/my app/fly.toml"_s;
    const PlatformCommands back = PlatformCommands::of(PlatformAction::of(plan));
    QVERIFY(back.flyctl.endsWith(" --config '/home/ana/my app/fly.toml'"_L1));
    QCOMPARE(back.flyctlRemark, Remark::ImageOnly);
}

void TestPlatformCommands::hostileValuesStayOneWord_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {"a; rm -rf /",
             "$(reboot)",
             "it's",
             "\"two\" words",
             "`id`",
             "-c evil",
             "--help",
             "a\\b",
             "*",
             "~root",
             "a&b|c>d",
             "#x",
             "!!"})
        QTest::newRow(value) << QString::fromLatin1(value);
}

// A real shell reads them.
void TestPlatformCommands::hostileValuesStayOneWord()
{
    QFETCH(const QString, value);
    QString command = PlatformCommands::of(ofImage(What::Deploy, value)).flyctl;
    const QString start = u"flyctl deploy --app grupo-gad"_s;
    QVERIFY(command.startsWith(start));
    command.replace(0, start.size(), u"printf '%s\\n'"_s);
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, command});
    QVERIFY(shell.waitForFinished());
    const QString read = QString::fromUtf8(shell.readAllStandardOutput());
    QCOMPARE(shell.exitCode(), 0);
    QCOMPARE(read,
        value.startsWith(u'-') ? QString(u"--image="_s + value + u'\n')
                               : QString(u"--image\n"_s + value + u'\n'));
    const PlatformCommands machine = PlatformCommands::of(ofMachine(What::ShowMachine, value));
    QVERIFY(machine.flyctl.contains(" -- "_L1)); // no option, whatever it begins with
    QVERIFY(!machine.curl.contains(value) || value == "*"_L1 || value == "--help"_L1
        || value == "~root"_L1 || value == "!!"_L1);
}

void TestPlatformCommands::whatIsMissingIsSaid()
{
    for (int i = 1; i <= int(Remark::BodyNotRecorded); ++i)
        QVERIFY(!PlatformCommands::text(Remark(i)).isEmpty());
    QVERIFY(PlatformCommands::text(Remark::None).isEmpty());
}

void TestPlatformCommands::secretsAreNotWrittenOut()
{
    const QString token = u"fo1_AbCdEf0123456789AbCdEf"_s;
    const PlatformCommands commands = PlatformCommands::of(ofImage(What::Deploy, token));
    QVERIFY(!commands.flyctl.contains(token));
}

QTEST_GUILESS_MAIN(TestPlatformCommands)
#include "tst_platformcommands.moc"
