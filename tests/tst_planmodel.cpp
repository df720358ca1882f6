#include "models/commandsmodel.h"
#include "models/planconfigmodel.h"
#include "models/planmachinesmodel.h"
#include "models/planmodel.h"
#include "models/words.h"
#include "support/printmodel.h"
#include "support/samplefleet.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPlanModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsComeInOrderWithTheirMarks();
    void skippedStepTellsWhy();
    void machinesTellWhatHappens();
    void configIsToldBySets();
    void fuzzyFindsLettersInOrder_data();
    void fuzzyFindsLettersInOrder();
    void bestCommandComesFirst();
};

void TestPlanModel::stepsComeInOrderWithTheirMarks()
{
    PlanModel model;
    const QAbstractItemModelTester tester(&model);
    const DeployPlan plan = Sample::retryPlan();
    model.setPlan(plan);
    QCOMPARE(model.rowCount(), plan.steps.size());
    QVERIFY(model.index(0, 0).data(PlanModel::PhaseStartRole).toBool());
    QVERIFY(!model.index(3, 0).data(PlanModel::PhaseStartRole).toBool());
    QVERIFY(model.index(2, 0).data(PlanModel::WritesRole).toBool());
    QVERIFY(!model.index(0, 0).data(PlanModel::WritesRole).toBool());
    QVERIFY(!model.index(4, int(PlanModel::Column::Usual)).data().toString().isEmpty());
    QVERIFY(model.index(4, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(Words::plannedStep(plan.steps.at(4), plan)));
}

void TestPlanModel::skippedStepTellsWhy()
{
    PlanModel model;
    model.setPlan(Sample::retryPlan());
    const QModelIndex image = model.index(1, 0);
    QVERIFY(image.data(PlanModel::SkippedRole).toBool());
    QVERIFY(!image.data(PlanModel::WritesRole).toBool());
    QVERIFY(image.data(PlanModel::ReasonRole).toString().contains("deployment-"_L1));
    QCOMPARE(image.data(Roles::Status).toInt(), int(Status::Skipped));
    QVERIFY(image.siblingAtColumn(int(PlanModel::Column::Usual)).data().toString().isEmpty());
}

void TestPlanModel::machinesTellWhatHappens()
{
    PlanMachinesModel model;
    const QAbstractItemModelTester tester(&model);
    QList<PlannedMachine> machines = Sample::retryPlan().machines;
    machines[1].action = PlannedMachine::Action::Nothing;
    model.setMachines(machines);
    QCOMPARE(model.rowCount(), 3);
    const int action = int(PlanMachinesModel::Column::Action);
    QCOMPARE(model.index(0, action).data().toString(), Words::machineAction(machines.at(0)));
    QVERIFY(model.index(0, action).data() != model.index(1, action).data());
    QCOMPARE(model.index(1, 0).data(Roles::Status).toInt(), int(Status::Skipped));
}

void TestPlanModel::configIsToldBySets()
{
    PlanConfigModel model;
    const QAbstractItemModelTester tester(&model);
    const ConfigChange memory{
        u"guest.memory_mb"_s, ConfigChange::Kind::Changed, u"256"_s, u"512"_s, false};
    const ConfigChange env{u"env.A"_s, ConfigChange::Kind::Added, {}, {}, true};
    model.setChanges({{u"web"_s, {MachineId(u"1"_s), MachineId(u"2"_s)}, {memory, env}},
        {u"worker"_s, {MachineId(u"3"_s)}, {env}}});
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex web = model.index(0, 0);
    QCOMPARE(web.data().toString(), u"web: 2 machine(s)"_s);
    QCOMPARE(web.data(Qt::AccessibleTextRole).toString(), u"web: 2 machine(s), 2 change(s)"_s);
    QCOMPARE(web.data(Qt::ToolTipRole).toString(), u"1\n2"_s);
    QCOMPARE(model.rowCount(web), 2);
    const auto cell = [&](int row, PlanConfigModel::Column column) {
        return model.index(row, int(column), web).data().toString();
    };
    QCOMPARE(cell(0, PlanConfigModel::Column::Setting), u"guest.memory_mb"_s);
    QCOMPARE(cell(0, PlanConfigModel::Column::Now), u"256"_s);
    QCOMPARE(cell(0, PlanConfigModel::Column::Next), u"512"_s);
    QCOMPARE(cell(1, PlanConfigModel::Column::Now), u"not set"_s);
    QCOMPARE(cell(1, PlanConfigModel::Column::Next), u"set, not shown"_s);
    QCOMPARE(model.index(0, 0, web).data(Qt::AccessibleTextRole).toString(),
        u"guest.memory_mb: 256 becomes 512"_s);
    model.retranslate();
    model.setChanges({});
    QCOMPARE(model.rowCount(), 0);
}

void TestPlanModel::fuzzyFindsLettersInOrder_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("prefix") << u"ret"_s << u"Retry deploy"_s << true;
    QTest::newRow("initials") << u"rd"_s << u"Retry deploy"_s << true;
    QTest::newRow("accents") << u"espanol"_s << u"Español"_s << true;
    QTest::newRow("spaces") << u"open gad"_s << u"Open grupo-gad"_s << true;
    QTest::newRow("empty") << QString() << u"Retry deploy"_s << true;
    QTest::newRow("order") << u"yr"_s << u"Retry"_s << false;
    QTest::newRow("missing") << u"retryx"_s << u"Retry deploy"_s << false;
    QTest::newRow("empty text") << u"a"_s << QString() << false;
}

void TestPlanModel::fuzzyFindsLettersInOrder()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QTEST(fuzzyScore(pattern, text, nullptr).has_value(), "found");
}

void TestPlanModel::bestCommandComesFirst()
{
    CommandsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setCommands({{u"a"_s, u"Filter the fleet"_s, {}, false},
        {u"b"_s, u"Retry deploy"_s, u"Ctrl+R"_s, false},
        {u"c"_s, u"Open grupo-gad"_s, {}, true}});
    QCOMPARE(model.rowCount(), 3);
    model.setPattern(u"retry"_s);
    QCOMPARE(model.index(0).data(Roles::Id).toString(), u"b"_s);
    QCOMPARE(model.index(0).data(CommandsModel::MatchRole).value<QList<int>>(),
        QList<int>({0, 1, 2, 3, 4}));
    model.setPattern(u"gad"_s);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0).data(CommandsModel::PlaceRole).toBool());
    model.setPattern(u"zzz"_s);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestPlanModel)
#include "tst_planmodel.moc"
