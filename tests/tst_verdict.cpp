#include "core/clock.h"
#include "deploy/planner.h"
#include "deploy/verifier.h"
#include "fly/machineconfig.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatIsSeen_data();
    void isWhatIsSeen();
    void cannotBeKnownWithoutALook();
    void lostJournalIsUnknown();
    void countsMachinesOfOthers();
    void sameConfigOfOldAndNewIsNew();
    void namesWhatWasLeftOut();
};

namespace {
const QByteArray key("key");
const QString newDigest = u"sha256:new"_s;
const QString oldDigest = u"sha256:old"_s;

MachineConfig config(const QString &port, const QString &image)
{
    QByteArray document =
        R"({"image":"IMAGE","env":{"PORT":"PORT_"},"metadata":{"fly_platform_version":"v2"},
        "services":[{"protocol":"tcp","internal_port":8080,"checks":[{"type":"http","interval":"15s","timeout":"2s"}]}]})";
    document.replace("IMAGE", image.toUtf8()).replace("PORT_", port.toUtf8());
    return *machineConfigFromJson(document);
}

enum class Runs
{
    New,
    Old,
    Other
};
enum class Health
{
    Good,
    Sick,
    Stopped
};

Machine machine(const QString &id, Runs runs, Health health)
{
    Machine seen;
    seen.id = MachineId(id);
    seen.state = health == Health::Stopped ? MachineState::Stopped : MachineState::Started;
    seen.image.repository = u"app"_s;
    seen.image.tag = runs == Runs::New ? u"new"_s : u"old"_s;
    seen.image.digest = runs == Runs::New ? newDigest : oldDigest;
    seen.config = config(runs == Runs::Old ? u"1"_s : u"2"_s, seen.image.reference());
    seen.checks = {{u"servicecheck-00-http-8080"_s,
        health == Health::Good ? CheckStatus::Passing : CheckStatus::Critical,
        {},
        {}}};
    return seen;
}

PlannedMachine planned(const QString &id, MachineState before = MachineState::Started)
{
    PlannedMachine machine;
    machine.id = MachineId(id);
    machine.stateNow = machine.stateBefore = before;
    machine.imageNow = u"app:old"_s;
    machine.digestNow = oldDigest;
    machine.configDigestNow = configDigest(config(u"1"_s, u"app:old"_s), key);
    machine.configDigestTarget = configDigest(config(u"2"_s, u"app:new"_s), key);
    return machine;
}

JudgeInputs inputs(Reported reported)
{
    JudgeInputs given;
    given.reported = reported;
    given.plan.image = u"app:new"_s;
    given.plan.imageDigest = newDigest;
    given.plan.currentVersion = 41;
    given.newVersion = 42;
    given.plan.machines = {
        planned(u"a"_s), planned(u"b"_s), planned(u"c"_s, MachineState::Stopped)};
    given.digestKey = key;
    return given;
}
} // namespace

Q_DECLARE_METATYPE(QList<Machine>)

void TestVerdict::isWhatIsSeen_data()
{
    QTest::addColumn<Reported>("reported");
    QTest::addColumn<QList<Machine>>("seen");
    QTest::addColumn<Reality>("reality");
    QTest::addColumn<bool>("contradicts");
    const auto three = [](Runs a, Runs b, Runs c, Health health = Health::Good) {
        return QList<Machine>{machine(u"a"_s, a, health),
            machine(u"b"_s, b, Health::Good),
            machine(u"c"_s, c, Health::Stopped)};
    };
    using enum Runs;
    QTest::addRow("done and all new")
        << Reported::Succeeded << three(New, New, New) << Reality::AllNew << false;
    QTest::addRow("done, but one is old")
        << Reported::Succeeded << three(New, Old, New) << Reality::Mixed << true;
    QTest::addRow("done, but nothing happened")
        << Reported::Succeeded << three(Old, Old, Old) << Reality::AllOld << true;
    QTest::addRow("done, but one is sick")
        << Reported::Succeeded << three(New, New, New, Health::Sick) << Reality::Unhealthy << true;
    QTest::addRow("done, but one is stopped")
        << Reported::Succeeded << three(New, New, New, Health::Stopped) << Reality::Unhealthy
        << true;
    QTest::addRow("done, but one is gone")
        << Reported::Succeeded << three(New, New, New).mid(0, 2) << Reality::WrongCount << true;
    QTest::addRow("failed and all old")
        << Reported::Failed << three(Old, Old, Old) << Reality::AllOld << false;
    QTest::addRow("failed in the middle")
        << Reported::Failed << three(New, Old, Old) << Reality::Mixed << false;
    QTest::addRow("failed, but all new")
        << Reported::Failed << three(New, New, New) << Reality::AllNew << true;
    QTest::addRow("cancelled in the middle")
        << Reported::Cancelled << three(New, Old, Old) << Reality::Mixed << false;
    QTest::addRow("changed by somebody")
        << Reported::Failed << three(Other, Old, Old) << Reality::Mixed << false;
    QTest::addRow("rolled back") << Reported::RolledBack << three(New, New, New) << Reality::AllNew
                                 << false;
    QTest::addRow("rolled back by half")
        << Reported::RolledBack << three(New, Old, New) << Reality::Mixed << true;
}

void TestVerdict::isWhatIsSeen()
{
    QFETCH(Reported, reported);
    QFETCH(QList<Machine>, seen);
    JudgeInputs given = inputs(reported);
    given.seen = seen;
    const Verdict verdict = judge(given);
    QTEST(verdict.reality, "reality");
    QTEST(verdict.contradicts(), "contradicts");
    QCOMPARE(verdict.expectedMachines, 3);
    QCOMPARE(verdict.oldVersion, 41);
    QCOMPARE(verdict.newVersion, 42);
    const auto told = verdict.newMachines.size() + verdict.oldMachines.size()
        + verdict.otherMachines.size() + verdict.missingMachines.size();
    QCOMPARE(told, 3); // each machine once
    QCOMPARE(judge(given), verdict);
}

void TestVerdict::cannotBeKnownWithoutALook()
{
    JudgeInputs given = inputs(Reported::Succeeded);
    given.seen = failure(Error::Kind::Offline, u"no network"_s);
    const Verdict verdict = judge(given);
    QCOMPARE(verdict.reality, Reality::Unknown);
    QCOMPARE(verdict.unknownBecause, u"offline"_s);
    QVERIFY(!verdict.contradicts()); // our watcher failed, not the deploy
}

void TestVerdict::lostJournalIsUnknown()
{
    JudgeInputs given = inputs(Reported::Failed);
    given.journalLost = true;
    given.seen = QList<Machine>{machine(u"a"_s, Runs::New, Health::Good)};
    const Verdict verdict = judge(given);
    QCOMPARE(verdict.reality, Reality::Unknown);
    QCOMPARE(verdict.unknownBecause, u"journal-lost"_s);
}

void TestVerdict::countsMachinesOfOthers()
{
    JudgeInputs given = inputs(Reported::Succeeded);
    QList<Machine> seen;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        seen.append(machine(id, Runs::New, Health::Good));
    given.seen = seen;
    const Verdict verdict = judge(given);
    QCOMPARE(verdict.reality, Reality::WrongCount);
    QCOMPARE(verdict.foundMachines, 4);
}

// A deploy of what runs already: there is no old version to be on.
void TestVerdict::sameConfigOfOldAndNewIsNew()
{
    JudgeInputs given = inputs(Reported::Succeeded);
    for (PlannedMachine &machine : given.plan.machines) {
        machine.digestNow = newDigest;
        machine.configDigestNow = machine.configDigestTarget;
    }
    given.seen = QList<Machine>{machine(u"a"_s, Runs::New, Health::Good),
        machine(u"b"_s, Runs::New, Health::Good),
        machine(u"c"_s, Runs::New, Health::Stopped)};
    QCOMPARE(judge(given).reality, Reality::AllNew);
}

void TestVerdict::namesWhatWasLeftOut()
{
    JudgeInputs given = inputs(Reported::Succeeded);
    PlannedMachine &asked = given.plan.machines[1];
    asked.action = PlannedMachine::Action::Nothing;
    asked.why = PlanReason::LeftOut;
    PlannedMachine &unreached = given.plan.machines[2];
    unreached.action = PlannedMachine::Action::Nothing;
    unreached.why = PlanReason::HostUnreachable;
    Machine gone = machine(u"c"_s, Runs::Old, Health::Stopped);
    gone.config.reset();
    given.seen = QList<Machine>{
        machine(u"a"_s, Runs::New, Health::Good), machine(u"b"_s, Runs::Old, Health::Sick), gone};
    const Verdict verdict = judge(given);
    QCOMPARE(verdict.reality, Reality::AllNew);
    QVERIFY(!verdict.contradicts());
    QVERIFY(verdict.leavesOut());
    QCOMPARE(verdict.leftOutMachines, QList<MachineId>{MachineId(u"b"_s)});
    QCOMPARE(verdict.unreachedMachines, QList<MachineId>{MachineId(u"c"_s)});
    QVERIFY(verdict.otherMachines.isEmpty()); // nothing is known of it
    QCOMPARE(verdict.foundMachines, 1);
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
