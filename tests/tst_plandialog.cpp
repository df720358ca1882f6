#include "models/words.h"
#include "support/samplefleet.h"
#include "support/stackfixture.h"
#include "support/uitest.h"
#include "ui/deploy/plandialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/statepages.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

class TestPlanDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksBeforeItShows();
    void productionAsksForTheName();
    void othersOnlyAskForTheButton();
    void aFolderOfAnotherAppIsAcknowledged();
    void confirmedByKeyboardAlone();
    void tellsWhatIsReusedAndWritten();
    void configurationIsShownAgainstWhatRuns();
    void changedRealityIsToldAndAsksAgain();
    void unknownReleaseCommandIsAsked();
    void destroyingHasItsOwnConfirmation();
    void errorsAreShownInPlace_data();
    void errorsAreShownInPlace();
    void escapeCloses();
    void applyingDisablesEverything();
    void everyFocusableNodeHasARoleAndName();
    void planOfAStackShowsItsServices();

private:
    static std::unique_ptr<PlanDialog> dialog()
    {
        auto made =
            std::make_unique<PlanDialog>(AppName(u"grupo-gad"_s), DeployKind::Retry, nullptr);
        made->setAttribute(Qt::WA_DeleteOnClose, false);
        made->open();
        return made;
    }
};

void TestPlanDialog::looksBeforeItShows()
{
    const auto plan = dialog();
    plan->showLoading();
    QCOMPARE(plan->findChild<StatePages *>()->state(), StatePages::State::Loading);
    QVERIFY(!FIND(QPushButton, plan.get(), "plan.apply")->isEnabled());
    QVERIFY(FIND(QLineEdit, plan.get(), "plan.confirm")->isHidden());
    QCOMPARE(plan->windowModality(), Qt::WindowModal);
}

void TestPlanDialog::productionAsksForTheName()
{
    const auto plan = dialog();
    plan->setPlan(Sample::retryPlan(), false);
    auto *apply = FIND(QPushButton, plan.get(), "plan.apply");
    auto *name = FIND(QLineEdit, plan.get(), "plan.confirm");
    QVERIFY(!name->isHidden());
    QVERIFY(!apply->isEnabled());
    name->setText(u"grupo-ga"_s);
    QVERIFY(!apply->isEnabled());
    name->setText(u"Grupo-Gad"_s);
    QVERIFY(!apply->isEnabled());
    name->setText(u"grupo-gad"_s);
    QVERIFY(apply->isEnabled());
    UiTest::shot(plan.get(), u"plan"_s);
}

void TestPlanDialog::othersOnlyAskForTheButton()
{
    const auto plan = dialog();
    plan->setPlan(Sample::retryPlan(false), false);
    QVERIFY(FIND(QLineEdit, plan.get(), "plan.confirm")->isHidden());
    QVERIFY(FIND(QPushButton, plan.get(), "plan.apply")->isEnabled());
}

void TestPlanDialog::aFolderOfAnotherAppIsAcknowledged()
{
    const auto plan = dialog();
    plan->setPlan(Sample::retryPlan(false), false);
    auto *evenSo = FIND(QCheckBox, plan.get(), "plan.evenSo");
    QVERIFY(evenSo->isHidden());
    DeployPlan other = Sample::retryPlan(false);
    other.notices.append({PlanWarning::OtherAppsFolder, {u"/srv/shop/fly.toml"_s, u"shop"_s}});
    plan->setPlan(other, false);
    auto *apply = FIND(QPushButton, plan.get(), "plan.apply");
    QVERIFY(!evenSo->isHidden());
    QVERIFY(!apply->isEnabled());
    evenSo->click();
    QVERIFY(apply->isEnabled());
    UiTest::shot(plan.get(), u"plan-other-folder"_s);
    plan->setPlan(other, true); // another plan is another question
    QVERIFY(!apply->isEnabled());
}

void TestPlanDialog::confirmedByKeyboardAlone()
{
    const auto plan = dialog();
    QSignalSpy applied(plan.get(), &PlanDialog::applyRequested);
    plan->setPlan(Sample::retryPlan(), false);
    auto *name = FIND(QLineEdit, plan.get(), "plan.confirm");
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(applied.size(), 0);
    QVERIFY(plan->isVisible());
    QTest::keyClicks(name, u"grupo-gad"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(applied.size(), 1);
    QCOMPARE(applied.at(0).at(0).value<DeployPlan>().hash, Sample::retryPlan().hash);
}

void TestPlanDialog::tellsWhatIsReusedAndWritten()
{
    const auto plan = dialog();
    plan->setPlan(Sample::retryPlan(), false);
    const QString facts = FIND(QLabel, plan.get(), "plan.facts")->text();
    QVERIFY(facts.contains("deployment-01J8WQ4Z7Y"_L1));
    QVERIFY(facts.contains("v42"_L1));
    QVERIFY(facts.contains("alembic upgrade head"_L1));
    QVERIFY(facts.contains("14"_L1));
    QCOMPARE(FIND(QTreeView, plan.get(), "plan.steps")->model()->rowCount(), 11);
    QCOMPARE(FIND(QTreeView, plan.get(), "plan.machines")->model()->rowCount(), 3);
    QStringList notices;
    for (const QLabel *label : FIND(QWidget, plan.get(), "plan.notices")->findChildren<QLabel *>())
        notices.append(label->text());
    QVERIFY(notices.contains(Words::notice(Sample::retryPlan().notices.first())));
}

void TestPlanDialog::configurationIsShownAgainstWhatRuns()
{
    const auto plan = dialog();
    plan->setPlan(Sample::retryPlan(), false);
    auto *tree = FIND(QTreeView, plan.get(), "plan.config");
    QVERIFY(tree->isHidden());
    DeployPlan changing = Sample::retryPlan();
    QList<MachineId> machines;
    for (const PlannedMachine &machine : std::as_const(changing.machines))
        machines.append(machine.id);
    changing.configChanges = {{u"app"_s,
        machines,
        {{u"env.LOG_LEVEL"_s, ConfigChange::Kind::Added, {}, {}, true},
            {u"guest.memory_mb"_s, ConfigChange::Kind::Changed, u"256"_s, u"512"_s, false},
            {u"services[8000].checks[http].grace_period"_s,
                ConfigChange::Kind::Changed,
                u"30s"_s,
                u"60s"_s,
                false},
            {u"stop_config.timeout"_s, ConfigChange::Kind::Removed, u"30s"_s, {}, false}}}};
    plan->setPlan(changing, false);
    QVERIFY(!tree->isHidden());
    QCOMPARE(tree->model()->rowCount(), 1);
    const QModelIndex app = tree->model()->index(0, 0);
    QVERIFY(tree->isExpanded(app));
    QCOMPARE(tree->model()->rowCount(app), 4);
    QCOMPARE(UiTest::namelessNodes(plan.get()), QStringList());
    UiTest::shot(plan.get(), u"plan-config"_s);
}

void TestPlanDialog::changedRealityIsToldAndAsksAgain()
{
    const auto plan = dialog();
    plan->setPlan(Sample::retryPlan(), false);
    FIND(QLineEdit, plan.get(), "plan.confirm")->setText(u"grupo-gad"_s);
    plan->setPlan(Sample::retryPlan(), true);
    QVERIFY(!FIND(Banner, plan.get(), "plan.banner")->isHidden());
    QVERIFY(FIND(QLineEdit, plan.get(), "plan.confirm")->text().isEmpty());
    QVERIFY(!FIND(QPushButton, plan.get(), "plan.apply")->isEnabled());
}

void TestPlanDialog::unknownReleaseCommandIsAsked()
{
    const auto plan = dialog();
    DeployPlan unknown = Sample::retryPlan(false);
    unknown.runReleaseCommand = false;
    unknown.steps[4].skipped = true;
    unknown.steps[4].reason = PlanReason::ReleaseCommandUnknown;
    plan->setPlan(unknown, false);
    auto *apply = FIND(QPushButton, plan.get(), "plan.apply");
    QVERIFY(!apply->isEnabled());
    QSignalSpy applied(plan.get(), &PlanDialog::applyRequested);
    FIND(QAbstractButton, plan.get(), "plan.runAgain")->click();
    apply->click();
    QVERIFY(applied.at(0).at(0).value<DeployPlan>().runReleaseCommand);
    FIND(QAbstractButton, plan.get(), "plan.ranToItsEnd")->click();
    apply->click();
    const auto answered = applied.at(1).at(0).value<DeployPlan>();
    QVERIFY(!answered.runReleaseCommand);
    QCOMPARE(answered.steps.at(4).reason, PlanReason::ReleaseCommandDone);
}

void TestPlanDialog::destroyingHasItsOwnConfirmation()
{
    const auto dialog = TestPlanDialog::dialog();
    DeployPlan plan = Sample::retryPlan(false);
    dialog->setPlan(plan, false);
    auto *meant = FIND(QCheckBox, dialog.get(), "plan.destroy");
    auto *apply = FIND(QPushButton, dialog.get(), "plan.apply");
    QVERIFY(meant->isHidden());
    QVERIFY(apply->isEnabled());

    PlannedMachine &gone = plan.machines.last();
    gone.action = PlannedMachine::Action::Destroy;
    gone.why = PlanReason::GroupRemoved;
    plan.notices.append({PlanWarning::MachinesDestroyed, {gone.id.value}});
    PlannedStep step;
    step.phase = Phase::Update;
    step.step = Step::RetireMachine;
    step.lane = gone.id.value;
    step.reason = gone.why;
    step.writes = true;
    plan.steps.append(step);
    dialog->setPlan(plan, false);
    QVERIFY(!meant->isHidden());
    QVERIFY(!apply->isEnabled());
    UiTest::shot(dialog.get(), u"plan-destroy"_s);
    QSignalSpy applied(dialog.get(), &PlanDialog::applyRequested);
    meant->setChecked(true);
    QVERIFY(apply->isEnabled());
    apply->click();
    QCOMPARE(applied.size(), 1);
    QVERIFY(applied.at(0).at(0).value<DeployPlan>().destroyConfirmed);
    // Another plan is another thing to mean.
    dialog->setPlan(plan, true);
    QVERIFY(!meant->isChecked());
}

void TestPlanDialog::errorsAreShownInPlace_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("detail");
    QTest::newRow("token") << int(Error::Kind::Unauthorised) << u"401"_s;
    QTest::newRow("fly.toml") << int(Error::Kind::InvalidInput) << u"fly.toml:12: unexpected end"_s;
    QTest::newRow("offline") << int(Error::Kind::Offline) << u"no route"_s;
    QTest::newRow("journal") << int(Error::Kind::StorageFull) << u"disk full"_s;
}

void TestPlanDialog::errorsAreShownInPlace()
{
    QFETCH(int, kind);
    QFETCH(QString, detail);
    const Error error{static_cast<Error::Kind>(kind), detail, 0, {}, {}, {}};
    const auto plan = dialog();
    plan->showLoading();
    plan->setError(error);
    auto *pages = plan->findChild<StatePages *>();
    QCOMPARE(pages->state(), StatePages::State::Error);
    QCOMPARE(pages->sentence(), Words::error(error));
    if (error.kind == Error::Kind::InvalidInput)
        QVERIFY2(pages->sentence().contains("fly.toml:12"_L1), qPrintable(pages->sentence()));
    const QSignalSpy again(plan.get(), &PlanDialog::refreshRequested);
    FIND(QPushButton, plan.get(), "plan.retry")->click();
    QCOMPARE(again.size(), 1);
    // While a plan is shown, the error stands above it.
    plan->setPlan(Sample::retryPlan(), false);
    plan->setError(error);
    QCOMPARE(FIND(Banner, plan.get(), "plan.banner")->text(), Words::error(error));
    QCOMPARE(pages->state(), StatePages::State::Data);
}

void TestPlanDialog::escapeCloses()
{
    const auto plan = dialog();
    plan->setPlan(Sample::retryPlan(), false);
    const QSignalSpy rejected(plan.get(), &QDialog::rejected);
    QTest::keyClick(plan.get(), Qt::Key_Escape);
    QCOMPARE(rejected.size(), 1);
}

void TestPlanDialog::applyingDisablesEverything()
{
    const auto plan = dialog();
    plan->setPlan(Sample::retryPlan(false), false);
    plan->setApplying(true);
    QVERIFY(!FIND(QPushButton, plan.get(), "plan.apply")->isEnabled());
    QVERIFY(!FIND(QPushButton, plan.get(), "plan.refresh")->isEnabled());
    plan->setError({Error::Kind::Conflict, u"held"_s, 409, {}, {}, {}});
    QVERIFY(FIND(QPushButton, plan.get(), "plan.apply")->isEnabled());
}

void TestPlanDialog::everyFocusableNodeHasARoleAndName()
{
    const auto plan = dialog();
    plan->setPlan(Sample::retryPlan(), false);
    QCOMPARE(UiTest::namelessNodes(plan.get()), QStringList());
}

void TestPlanDialog::planOfAStackShowsItsServices()
{
    const StackProject project = StackFixture::invex(QFINDTESTDATA("data/stacks/invex"));
    const DeployPlan planned = StackFixture::planned(StackFixture::upgraded(project));
    const QString name = stackOfTarget(planned.app);
    PlanDialog plan(planned.app, DeployKind::Deploy, nullptr);
    plan.setAttribute(Qt::WA_DeleteOnClose, false);
    plan.open();
    plan.setPlan(planned, false);
    QVERIFY(plan.windowTitle().contains(name));
    QVERIFY(!plan.windowTitle().contains(u':'));
    const auto *services = FIND(QTreeView, &plan, "plan.machines")->model();
    QCOMPARE(services->rowCount(), int(planned.stack->servers.first().services.size()));
    QVERIFY(FIND(QLabel, &plan, "plan.facts")->text().contains(planned.stack->directory));
    QVERIFY(FIND(QPushButton, &plan, "plan.copyFlyctl")->isHidden());
    auto *confirm = FIND(QLineEdit, &plan, "plan.confirm");
    QVERIFY(!confirm->isHidden());
    confirm->setText(name);
    QVERIFY(FIND(QPushButton, &plan, "plan.apply")->isEnabled());
    QCOMPARE(UiTest::namelessNodes(&plan), QStringList());
    // Its buttons are at the bottom, and the screen is small.
    QVERIFY(plan.height() <= plan.screen()->availableGeometry().height());
    UiTest::shot(&plan, u"plan-stack"_s);
}

QTEST_MAIN(TestPlanDialog)
#include "tst_plandialog.moc"
