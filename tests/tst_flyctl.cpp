#include "sandbox/rendezvous.h"
#include "support/flyctl.h"
#include "support/programhome.h"
#include "support/wireclient.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
constexpr double speed = 30;
const QString app = u"grupo-gad"_s;
const QString newImage = u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s;
const QString machineA = u"148e21f3b04289"_s;
} // namespace

// The unmodified flyctl against the sandbox: what it shows, what it does, and that it and Atalaya
// see the same. Not run where there is no flyctl.
class TestFlyctl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void showsWhatIsThere_data();
    void showsWhatIsThere();
    void secretsAreStagedAndDeployed();
    void countsAreScaled();
    void deploysByEveryStrategy_data();
    void deploysByEveryStrategy();
    void failingReleaseCommandChangesNothing();
    void unhealthyMachineFailsTheDeploy();
    void seesWhatAtalayaDeployed();
    void isSeenByAtalaya();

private:
    [[nodiscard]] QStringList deploy(const QStringList &more = {}) const
    {
        return QStringList{u"deploy"_s,
                   u"-a"_s,
                   app,
                   u"-c"_s,
                   m_config,
                   u"--image"_s,
                   newImage,
                   u"--yes"_s,
                   // The world is faster than the clock by which flyctl keeps its leases.
                   u"--lease-timeout"_s,
                   u"1200s"_s,
                   u"--smoke-checks=false"_s,
                   u"--dns-checks=false"_s}
        + more;
    }
    // The sandbox's own interface.
    QJsonObject control(
        const QByteArray &method, const QByteArray &what, const QJsonObject &body = {}) const
    {
        return m_wire
            ->call(method,
                "/_sandbox/" + what,
                body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson())
            .json();
    }
    [[nodiscard]] QJsonObject world() const { return control("GET", "status"); }
    [[nodiscard]] QJsonArray machines() const // without those that are going
    {
        QJsonArray staying;
        for (const QJsonValue &machine :
            control("GET", "machines?app=grupo-gad").value(u"machines"_s).toArray()) {
            if (machine.toObject().value(u"state"_s).toString() != u"destroying"_s)
                staying.append(machine);
        }
        return staying;
    }
    [[nodiscard]] QJsonObject lastRelease() const
    {
        return m_flyctl->run({u"releases"_s, u"-a"_s, app, u"--json"_s})
            .json()
            .array()
            .first()
            .toObject();
    }
    void checkAllNew(int count) const;

    std::unique_ptr<ProgramHome> m_home;
    std::unique_ptr<WireClient> m_wire;
    std::unique_ptr<Flyctl> m_flyctl;
    QUrl m_url;
    QByteArray m_toml;
    QString m_config; // its file
};

void TestFlyctl::initTestCase()
{
    if (Flyctl::program().isEmpty())
        QSKIP(Flyctl::absent);
    m_home = std::make_unique<ProgramHome>();
    EXPECT_EXIT(m_home->startSandbox(u"field-cases"_s, speed), 0);
    const Result<std::optional<SandboxAddress>> place =
        Rendezvous::find(m_home->path() + u"/sandbox/runtime"_s);
    QVERIFY(place && *place);
    m_url = (*place)->url;
    m_wire = std::make_unique<WireClient>(m_url, (*place)->token.reveal());
    QFile toml(QFINDTESTDATA("../resources/scenarios/grupo-gad/fly.toml"));
    QVERIFY(toml.open(QIODevice::ReadOnly));
    m_toml = toml.readAll();
}

// A home per test: flyctl remembers the secrets' version of a world that is no more.
void TestFlyctl::init()
{
    m_flyctl = std::make_unique<Flyctl>(m_url, "fo1_sandbox_full");
    m_config = m_flyctl->write(u"grupo-gad.toml"_s, m_toml);
    QVERIFY(!control("POST", "reset", {{u"speed"_s, speed}}).isEmpty());
}

// What flyctl does is by definition what a faithful client does.
void TestFlyctl::cleanup()
{
    const QJsonObject state = world();
    QVERIFY2(state.value(u"violations"_s).toArray().isEmpty(),
        QJsonDocument(state).toJson().constData());
    QCOMPARE(state.value(u"liveLeases"_s).toInt(), 0);
}

void TestFlyctl::cleanupTestCase()
{
    m_flyctl.reset();
    m_wire.reset();
    m_home.reset();
}

void TestFlyctl::showsWhatIsThere_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("shown"); // patterns, each somewhere in the output
    const auto row = [](const QString &command, const QStringList &shown) {
        QTest::newRow(qPrintable(command)) << command.split(u' ') << shown;
    };
    row(u"auth whoami"_s, {u"^ops@acme\\.test$"_s});
    row(u"auth whoami --json"_s, {u"\"email\": \"ops@acme\\.test\""_s});
    row(u"apps list"_s,
        {u"grupo-gad\\s+│?\\s*acme\\s+│?\\s*deployed"_s, u"sist-cabanas-mvp"_s, u"grupo-gad-db"_s});
    row(u"apps list --json --org acme"_s, {u"\"Name\": \"grupo-gad\""_s});
    row(u"status -a grupo-gad"_s,
        {u"grupo-gad\\.fly\\.dev"_s, machineA + u".*41.*dfw.*started.*1 total, 1 passing"_s});
    row(u"status -a grupo-gad --json"_s, {u"\"Version\": 42"_s, machineA});
    row(u"machines list -a grupo-gad"_s, {machineA, u"3 machines have been retrieved"_s});
    row(u"machines list -a grupo-gad --json"_s, {u"\"id\": \"148e21f3b04289\""_s});
    row(u"machine status 148e21f3b04289 -a grupo-gad"_s,
        {u"State: started"_s, u"Event Logs"_s, u"created +│ launch +│ user"_s});
    row(u"machine status 148e21f3b04289 -a grupo-gad --display-config"_s,
        {u"\"internal_port\": 8000"_s});
    row(u"secrets list -a grupo-gad"_s, {u"DATABASE_URL.*Deployed"_s});
    row(u"releases -a grupo-gad"_s, {u"v42.*failed"_s, u"v41.*complete"_s});
    row(u"releases -a grupo-gad --image"_s, {u"registry\\.fly\\.io/grupo-gad:deployment-"_s});
    row(u"config show -a grupo-gad"_s,
        {u"\"app\": \"grupo-gad\""_s, u"\"release_command\": \"alembic upgrade head\""_s});
    row(u"checks list -a grupo-gad"_s, {u"servicecheck-00-http-8000.*passing.*"_s + machineA});
    row(u"logs -a grupo-gad --no-tail"_s, {u"GET /health HTTP/1\\.1"_s});
    row(u"image show -a grupo-gad"_s,
        {machineA + u".*registry\\.fly\\.io.*grupo-gad.*deployment-.*sha256:"_s});
    row(u"scale show -a grupo-gad"_s, {u"app\\s.*3.*shared.*1.*512 MB.*dfw\\(3\\)"_s});
    row(u"ips list -a grupo-gad"_s, {u"66\\.241\\.124\\.17"_s});
    row(u"platform regions"_s, {u"gru"_s});
    row(u"volumes list -a grupo-gad"_s, {});
    row(u"orgs list"_s, {u"Acme"_s});
}

void TestFlyctl::showsWhatIsThere()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QStringList, shown);
    const Flyctl::Answer answer = m_flyctl->run(arguments);
    EXPECT_EXIT(answer, 0);
    const QString out = QString::fromUtf8(answer.out);
    for (const QString &pattern : shown) {
        const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
        QVERIFY2(expression.isValid() && expression.match(out).hasMatch(),
            qPrintable(pattern + u"\n"_s + out + QString::fromUtf8(answer.err)));
    }
}

void TestFlyctl::secretsAreStagedAndDeployed()
{
    const auto list = [this] { return m_flyctl->run({u"secrets"_s, u"list"_s, u"-a"_s, app}).out; };
    EXPECT_EXIT(
        m_flyctl->run({u"secrets"_s, u"set"_s, u"NEW_KEY=one"_s, u"-a"_s, app, u"--stage"_s}), 0);
    QVERIFY2(QRegularExpression(u"NEW_KEY.*Staged"_s).match(QString::fromUtf8(list())).hasMatch(),
        list().constData());
    for (const QJsonValue &machine : machines())
        QCOMPARE(machine.toObject().value(u"updates"_s).toInt(), 0);

    // Without --stage every machine gets a version that has them, under a release of its own. Its
    // leases are kept by the clock of this computer, which the world may not outrun.
    control("POST", "speed", {{u"speed"_s, 2}});
    EXPECT_EXIT(
        m_flyctl->run({u"secrets"_s, u"unset"_s, u"NEW_KEY"_s, u"-a"_s, app, u"--detach"_s}), 0);
    QVERIFY(!list().contains("NEW_KEY"));
    QCOMPARE(lastRelease().value(u"Version"_s).toInt(), 43);
    QCOMPARE(lastRelease().value(u"Status"_s).toString(), u"complete"_s);
    for (const QJsonValue &machine : machines()) {
        QCOMPARE(machine.toObject().value(u"updates"_s).toInt(), 1);
        QCOMPARE(machine.toObject().value(u"releaseVersion"_s).toString(), u"43"_s);
    }
    QCOMPARE(world().value(u"releaseCommandRuns"_s).toInt(), 0);
}

void TestFlyctl::countsAreScaled()
{
    const auto scale = [this](const QString &count) {
        return m_flyctl->run({u"scale"_s, u"count"_s, count, u"-a"_s, app, u"--yes"_s});
    };
    EXPECT_EXIT(scale(u"5"_s), 0);
    QCOMPARE(machines().size(), 5);
    EXPECT_EXIT(scale(u"2"_s), 0);
    QCOMPARE(machines().size(), 2);
    const Flyctl::Answer same = scale(u"2"_s);
    EXPECT_EXIT(same, 0);
    QVERIFY2(same.out.contains("already scaled"), same.told().constData());
}

void TestFlyctl::deploysByEveryStrategy_data()
{
    QTest::addColumn<QString>("strategy");
    for (const char *strategy : {"rolling", "immediate", "canary", "bluegreen"})
        QTest::newRow(strategy) << QString::fromLatin1(strategy);
}

void TestFlyctl::checkAllNew(int count) const
{
    const QJsonArray all = machines();
    QCOMPARE(all.size(), count);
    for (const QJsonValue &machine : all) {
        QCOMPARE(machine.toObject().value(u"image"_s).toString(), newImage);
        QCOMPARE(machine.toObject().value(u"releaseVersion"_s).toString(), u"43"_s);
    }
}

void TestFlyctl::deploysByEveryStrategy()
{
    QFETCH(const QString, strategy);
    const Flyctl::Answer answer = m_flyctl->run(deploy({u"--strategy"_s, strategy}));
    EXPECT_EXIT(answer, 0);
    checkAllNew(3);
    QCOMPARE(world().value(u"releaseCommandRuns"_s).toInt(), 1);
    QCOMPARE(lastRelease().value(u"Version"_s).toInt(), 43);
    QCOMPARE(lastRelease().value(u"Status"_s).toString(), u"complete"_s);
    QCOMPARE(lastRelease().value(u"ImageRef"_s).toString(), newImage);
}

void TestFlyctl::failingReleaseCommandChangesNothing()
{
    control("POST", "faults", {{u"name"_s, u"release-command-fails"_s}, {u"app"_s, app}});
    const Flyctl::Answer answer = m_flyctl->run(deploy());
    EXPECT_EXIT(answer, 1);
    QVERIFY2(answer.err.contains("exited with non-zero status of 1"), answer.told().constData());
    QVERIFY2(answer.err.contains("alembic"), answer.told().constData()); // the log is shown
    QCOMPARE(lastRelease().value(u"Status"_s).toString(), u"failed"_s);
    for (const QJsonValue &machine : machines())
        QCOMPARE(machine.toObject().value(u"updates"_s).toInt(), 0);
}

void TestFlyctl::unhealthyMachineFailsTheDeploy()
{
    control("POST", "faults", {{u"name"_s, u"machine-never-healthy"_s}, {u"app"_s, app}});
    const Flyctl::Answer answer =
        m_flyctl->run(deploy({u"--wait-timeout"_s, u"6s"_s, u"--skip-release-command"_s}));
    EXPECT_EXIT(answer, 1);
    QVERIFY2(answer.err.contains("waiting for health checks to pass"), answer.told().constData());
    QCOMPARE(lastRelease().value(u"Status"_s).toString(), u"failed"_s);
    int updated = 0;
    for (const QJsonValue &machine : machines())
        updated += machine.toObject().value(u"updates"_s).toInt();
    QCOMPARE(updated, 1); // the first goes alone, the others are not begun
}

void TestFlyctl::seesWhatAtalayaDeployed()
{
    const ProgramHome::Answer deployed = m_home->sandboxed(
        {u"deploy"_s, app, u"--yes"_s, app, u"--image"_s, newImage, u"--config"_s, m_config});
    EXPECT_EXIT(deployed, 0);
    const QJsonObject release = lastRelease();
    QCOMPARE(release.value(u"Version"_s).toInt(), 43);
    QCOMPARE(release.value(u"Status"_s).toString(), u"complete"_s);
    QCOMPARE(release.value(u"ImageRef"_s).toString(), newImage);
    const QJsonObject status =
        m_flyctl->run({u"status"_s, u"-a"_s, app, u"--json"_s}).json().object();
    QCOMPARE(status.value(u"Version"_s).toInt(), 43);
    const QJsonArray shown = status.value(u"Machines"_s).toArray(); // those of the app, by labels
    QCOMPARE(shown.size(), 3);
    for (const QJsonValue &machine : shown) {
        const QJsonObject metadata =
            machine.toObject().value(u"config"_s).toObject().value(u"metadata"_s).toObject();
        QCOMPARE(metadata.value(u"fly_release_version"_s).toString(), u"43"_s);
        QCOMPARE(metadata.value(u"fly_release_id"_s), release.value(u"ID"_s));
    }
    const Flyctl::Answer config = m_flyctl->run({u"config"_s, u"show"_s, u"-a"_s, app});
    QVERIFY2(config.out.contains("alembic upgrade head"), config.told().constData());
    // Its next deploy goes on from there.
    EXPECT_EXIT(m_flyctl->run(deploy({u"--strategy"_s, u"immediate"_s})), 0);
    QCOMPARE(lastRelease().value(u"Version"_s).toInt(), 44);
}

void TestFlyctl::isSeenByAtalaya()
{
    EXPECT_EXIT(m_flyctl->run(deploy()), 0);
    const QJsonArray shown = m_home->sandboxed({u"machines"_s, app})
                                 .object(u"machines"_s)
                                 .value(u"machines"_s)
                                 .toArray();
    QCOMPARE(shown.size(), 3);
    // The same image and config again: nothing of what flyctl made differs from what we would make.
    const ProgramHome::Answer again = m_home->sandboxed(
        {u"deploy"_s, app, u"--yes"_s, app, u"--image"_s, newImage, u"--config"_s, m_config});
    EXPECT_EXIT(again, 0);
    for (const QJsonValue &machine : machines())
        QCOMPARE(machine.toObject().value(u"updates"_s).toInt(), 1);
}

QTEST_GUILESS_MAIN(TestFlyctl)
#include "tst_flyctl.moc"
