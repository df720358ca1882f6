#include "support/programhome.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <signal.h>

using namespace Qt::StringLiterals;

namespace {
constexpr double speed = 20;
constexpr int points = 10;
constexpr int machineCount = 12;
const QString app = u"grupo-gad"_s;
} // namespace

// Real processes killed at ten points of a deploy of twelve machines: what goes on with it repeats
// no release command, touches no machine that is right, leaves no lease, and finds its journal
// whole.
class TestKillResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void resumeFinishesWhatAKillLeft_data();
    void resumeFinishesWhatAKillLeft();
    void anHourOfSleepIsSurvived();
    void aStoreThatCannotGrowStopsTheDeploy();

private:
    static QStringList deploy()
    {
        return {u"--sandbox"_s,
            u"--json"_s,
            u"deploy"_s,
            app,
            u"--yes"_s,
            app,
            u"--image"_s,
            u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s};
    }
    // Marks of a run: before and after each write. They are the same in every run, while looks,
    // waits and notes depend on how fast the computer is.
    static bool isMark(const QByteArray &line) { return line.contains("\"kind\":\"intent"); }
    static void checkWorld(ProgramHome &home);
    static void checkJournal(ProgramHome &home, int attempts);

    qsizetype m_marks = 0; // of a run that nobody disturbs
};

void TestKillResume::checkWorld(ProgramHome &home)
{
    const QJsonObject world = home.sandboxed({u"sandbox"_s, u"status"_s}).object(u"sandbox"_s);
    QCOMPARE(world.value(u"releaseCommandRuns"_s).toInt(), 1);
    QCOMPARE(world.value(u"liveLeases"_s).toInt(), 0);
    QVERIFY2(world.value(u"violations"_s).toArray().isEmpty(),
        QJsonDocument(world).toJson().constData());
    const QJsonArray machines = home.sandboxed({u"sandbox"_s, u"machines"_s, app})
                                    .object(u"machines"_s)
                                    .value(u"machines"_s)
                                    .toArray();
    QCOMPARE(machines.size(), machineCount);
    for (const QJsonValue &value : machines) {
        const QJsonObject machine = value.toObject();
        const QByteArray told = QJsonDocument(machine).toJson();
        QVERIFY2(machine.value(u"updates"_s).toInt() == 1, told.constData());
        QVERIFY2(machine.value(u"healthy"_s).toBool(), told.constData());
    }
}

void TestKillResume::checkJournal(ProgramHome &home, int attempts)
{
    const ProgramHome::Answer shown = home.sandboxed({u"show"_s, app, u"--events"_s});
    EXPECT_EXIT(shown, 0);
    const QJsonObject deployment = shown.object(u"deployment"_s);
    QCOMPARE(deployment.value(u"status"_s).toString(), u"ended"_s);
    QCOMPARE(deployment.value(u"attempts"_s).toInt(), attempts);
    qint64 sequence = 0;
    for (const QJsonValue &event : deployment.value(u"events"_s).toArray())
        QCOMPARE(event.toObject().value(u"sequence"_s).toInteger(), ++sequence);
    QVERIFY(sequence > 0);
}

void TestKillResume::initTestCase()
{
    ProgramHome home;
    EXPECT_EXIT(home.startSandbox(u"twelve"_s, speed), 0);
    const ProgramHome::Answer whole = home.sandboxed(deploy().mid(2));
    EXPECT_EXIT(whole, 0);
    m_marks = std::ranges::count_if(whole.out.split('\n'), isMark);
    QVERIFY(m_marks >= 2 * (3 * machineCount + 1)); // leases and updates of each, the release
    checkWorld(home);
    checkJournal(home, 1);
}

void TestKillResume::resumeFinishesWhatAKillLeft_data()
{
    QTest::addColumn<int>("point");
    for (int point = 1; point <= points; ++point)
        QTest::addRow("killed after %d/%d of the marks", point, points + 1) << point;
}

void TestKillResume::resumeFinishesWhatAKillLeft()
{
    QFETCH(const int, point);
    const qsizetype killAt = m_marks * point / (points + 1);
    ProgramHome home;
    EXPECT_EXIT(home.startSandbox(u"twelve"_s, speed), 0);
    {
        const std::unique_ptr<QProcess> victim = home.begin(u"atalayactl"_s, deploy());
        qsizetype seen = 0;
        while (seen < killAt && victim->waitForReadyRead(60'000)) {
            while (victim->canReadLine())
                seen += isMark(victim->readLine()) ? 1 : 0;
        }
        QVERIFY(seen >= killAt);
        QCOMPARE(::kill(static_cast<pid_t>(victim->processId()), SIGKILL), 0);
        QVERIFY(ProgramHome::answerOf(*victim).crashed);
    }
    const ProgramHome::Answer history = home.sandboxed({u"history"_s, app});
    const QJsonObject left =
        history.object(u"history"_s).value(u"deployments"_s).toArray().first().toObject();
    QCOMPARE(left.value(u"status"_s).toString(), u"interrupted"_s);

    const ProgramHome::Answer resumed = home.sandboxed({u"resume"_s, app, u"--yes"_s, app});
    EXPECT_EXIT(resumed, 0);
    const QJsonObject verdict = resumed.object(u"result"_s).value(u"verdict"_s).toObject();
    QCOMPARE(verdict.value(u"reality"_s).toString(), u"all-new"_s);
    checkWorld(home);
    checkJournal(home, 2);
}

// A laptop that is closed in the middle of a deploy: the process stands still while an hour of the
// platform goes by. Its leases run out meanwhile.
void TestKillResume::anHourOfSleepIsSurvived()
{
    ProgramHome home;
    EXPECT_EXIT(home.startSandbox(u"twelve"_s, speed), 0);
    const auto worldTime = [&home] {
        const QJsonObject world = home.sandboxed({u"sandbox"_s, u"status"_s}).object(u"sandbox"_s);
        return QDateTime::fromString(world.value(u"worldTime"_s).toString(), Qt::ISODateWithMs);
    };
    const std::unique_ptr<QProcess> sleeper = home.begin(u"atalayactl"_s, deploy());
    QByteArray told;
    while (told.count("machine-updated") < 2 && sleeper->waitForReadyRead(60'000))
        told += sleeper->readAllStandardOutput();
    QVERIFY(told.count("machine-updated") >= 2);
    const auto pid = static_cast<pid_t>(sleeper->processId());
    QCOMPARE(::kill(pid, SIGSTOP), 0);
    const QDateTime asleep = worldTime();
    EXPECT_EXIT(home.sandboxed({u"sandbox"_s, u"speed"_s, u"1000"_s}), 0);
    while (asleep.secsTo(worldTime()) < 3600) { }
    EXPECT_EXIT(home.sandboxed({u"sandbox"_s, u"speed"_s, QString::number(speed)}), 0);
    QCOMPARE(::kill(pid, SIGCONT), 0);
    const ProgramHome::Answer answer = ProgramHome::answerOf(*sleeper);
    EXPECT_EXIT(answer, 0);
    const QJsonObject verdict = answer.object(u"result"_s).value(u"verdict"_s).toObject();
    QCOMPARE(verdict.value(u"reality"_s).toString(), u"all-new"_s);
    checkWorld(home);
    checkJournal(home, 1);
}

// As on a full disk: from some write on nothing more fits. With room again it is finished.
void TestKillResume::aStoreThatCannotGrowStopsTheDeploy()
{
    ProgramHome home;
    EXPECT_EXIT(home.startSandbox(u"twelve"_s, speed), 0);
    EXPECT_EXIT(home.sandboxed({u"history"_s, app}), 0); // the store is made before
    const qint64 written = QFileInfo(home.path() + u"/sandbox/data/store.db-wal"_s).size();
    const qint64 blocks = written / 512 + 512; // a quarter of a MiB more
    const QString limited = u"trap '' XFSZ; ulimit -f %1; exec \"$@\""_s.arg(blocks);
    const QStringList shell{u"-c"_s, limited, u"sh"_s, ProgramHome::program(u"atalayactl"_s)};
    const std::unique_ptr<QProcess> process =
        home.beginPath(u"/bin/sh"_s, QStringList(shell + deploy()));
    const ProgramHome::Answer stopped = ProgramHome::answerOf(*process);
    EXPECT_EXIT(stopped, 7);

    const ProgramHome::Answer resumed = home.sandboxed({u"resume"_s, app, u"--yes"_s, app});
    EXPECT_EXIT(resumed, 0);
    checkWorld(home);
    checkJournal(home, 2);
}

QTEST_GUILESS_MAIN(TestKillResume)
#include "tst_killresume.moc"
