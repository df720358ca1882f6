#include "deploy/planner.h"
#include "deploy/rollingstrategy.h"
#include "support/enginefixture.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The plan as a pure function: one real survey, changed by hand.
class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sameInputsSameHash();
    void describesADeploy();
    void versionsLimitThePool_data();
    void versionsLimitThePool();
    void missingImageIsNotFound();
    void appWithoutMachinesIsRefused();
    void groupChangesArePlanned_data();
    void groupChangesArePlanned();
    void stoppedMachineStaysStopped();
    void machineOnABadHostIsReplaced();
    void unreachableHostIsLeftOutOfARollBack();
    void singleMachineMeansDowntime();
    void missingChecksAreTold();
    void foreignLeaseIsTold();
    void releaseCommandThatRanIsSkipped();
    void retryIsTheSameDeploymentOnlyWithTheSameInputs();
    void aFolderOfAnotherAppIsTold();
    void retryWithoutARecordDeploysTheFailedRelease();
    void nothingToResume();
    void rollBackGoesToTheReleaseBefore();
    void replacedMachinesAreNotMissed_data();
    void replacedMachinesAreNotMissed();

private:
    [[nodiscard]] static const PlannedStep &step(const DeployPlan &plan, Step wanted);
    [[nodiscard]] static bool warns(const DeployPlan &plan, PlanWarning warning);

    PlanInputs m_inputs;
};

void TestPlanner::init()
{
    static const Survey survey = [] {
        EngineFixture fixture(3);
        const ClockParticipant participant(fixture.clock);
        SurveyHints hints;
        hints.app = EngineFixture::app;
        hints.image = EngineFixture::newImage;
        hints.versions = true;
        Result<Survey> seen = surveyApp(fixture.fly, fixture.clock, hints, {});
        if (!seen)
            qFatal("%s", qPrintable(seen.error().detail));
        return *seen;
    }();
    m_inputs = {};
    m_inputs.survey = survey;
    m_inputs.digestKey = "key";
    m_inputs.request.app = EngineFixture::app;
    m_inputs.request.image = EngineFixture::newImage;
}

const PlannedStep &TestPlanner::step(const DeployPlan &plan, Step wanted)
{
    return *std::find_if(plan.steps.cbegin(),
        plan.steps.cend(),
        [wanted](const PlannedStep &planned) { return planned.step == wanted; });
}

bool TestPlanner::warns(const DeployPlan &plan, PlanWarning warning)
{
    return std::any_of(plan.notices.cbegin(),
        plan.notices.cend(),
        [warning](const PlanNotice &notice) { return notice.warning == warning; });
}

void TestPlanner::sameInputsSameHash()
{
    const Result<DeployPlan> first = makePlan(m_inputs);
    QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
    QCOMPARE(*makePlan(m_inputs), *first);
    m_inputs.survey.at = m_inputs.survey.at.addSecs(60);
    const Result<DeployPlan> later = makePlan(m_inputs);
    QCOMPARE(later->hash, first->hash);
    QCOMPARE(later->surveyHash, first->surveyHash);
    m_inputs.survey.machines[1].instanceId = u"01ANOTHER"_s;
    const Result<DeployPlan> changed = makePlan(m_inputs);
    QVERIFY(changed->hash != first->hash);
    QVERIFY(changed->surveyHash != first->surveyHash);
}

void TestPlanner::describesADeploy()
{
    m_inputs.usual.insert(usualKey(Step::ReleaseCommand, Segment::Work), {10s, 12s, 5});
    m_inputs.usual.insert(u"total"_s, {90s, 120s, 5});
    const Result<DeployPlan> plan = makePlan(m_inputs);
    QVERIFY(plan);
    QCOMPARE(plan->kind, DeployKind::Deploy);
    QCOMPARE(plan->image, EngineFixture::newImage);
    QVERIFY(plan->imageDigest.startsWith(u"sha256:"_s));
    QCOMPARE(plan->currentVersion, 41);
    QCOMPARE(plan->configSource, u"release v42"_s);
    QCOMPARE(plan->releaseCommand, u"alembic upgrade head"_s);
    QVERIFY(plan->runReleaseCommand);
    QCOMPARE(plan->machines.size(), 3);
    QVERIFY(std::is_sorted(plan->machines.cbegin(),
        plan->machines.cend(),
        [](const auto &a, const auto &b) { return a.id < b.id; }));
    QCOMPARE(step(*plan, Step::ResolveImage).reason, PlanReason::ImageExists);
    QCOMPARE(step(*plan, Step::ReleaseCommand).usual->p50, std::chrono::milliseconds(10s));
    QCOMPARE(plan->usualTotal->p95, std::chrono::milliseconds(120s));
    QCOMPARE(plan->risk, PlanRisk::None);
    // create, running, close; the release machine's two; three leases taken and dropped, three
    // updates
    QCOMPARE(plan->apiWrites, 3 + 2 + 6 + 3);
    QVERIFY(plan->deployment.isEmpty());
    // The leases come before the release command.
    QList<Step> order;
    for (const PlannedStep &planned : plan->steps)
        order.append(planned.step);
    QVERIFY(order.indexOf(Step::AcquireLeases) < order.indexOf(Step::ReleaseCommand));
    QVERIFY(order.indexOf(Step::ReleaseCommand) < order.indexOf(Step::UpdateMachine));
    QCOMPARE(order.last(), Step::CloseRelease);
}

void TestPlanner::versionsLimitThePool_data()
{
    QTest::addColumn<double>("maxUnavailable");
    QTest::addColumn<int>("warm");
    QTest::addColumn<int>("pool");
    QTest::addRow("a third of three") << 0.33 << 3 << 1;
    QTest::addRow("a third of four is rounded up") << 0.33 << 4 << 2;
    QTest::addRow("a third of twelve") << 0.33 << 12 << 4;
    QTest::addRow("never none") << 0.0 << 5 << 1;
    QTest::addRow("a count") << 3.0 << 12 << 3;
    QTest::addRow("a third of a hundred") << 0.33 << 100 << 33;
    QTest::addRow("no more than there are") << 50.0 << 12 << 12;
}

void TestPlanner::versionsLimitThePool()
{
    QFETCH(double, maxUnavailable);
    QFETCH(int, warm);
    QTEST(RollingStrategy::poolSize(maxUnavailable, warm), "pool");
}

void TestPlanner::missingImageIsNotFound()
{
    m_inputs.survey.image.reset();
    const Result<DeployPlan> plan = makePlan(m_inputs);
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::NotFound);
    QVERIFY(plan.error().detail.contains(EngineFixture::newImage));
}

void TestPlanner::appWithoutMachinesIsRefused()
{
    m_inputs.survey.machines.clear();
    QCOMPARE(makePlan(m_inputs).error().kind, Error::Kind::Precondition);
}

void TestPlanner::groupChangesArePlanned_data()
{
    QTest::addColumn<QStringList>("groups");
    QTest::addColumn<int>("destroyed");
    QTest::addColumn<int>("made");
    QTest::addRow("a new group") << QStringList{u"app"_s, u"worker"_s} << 0 << 2;
    QTest::addRow("a group that goes") << QStringList{u"worker"_s} << 3 << 2;
}

void TestPlanner::groupChangesArePlanned()
{
    QFETCH(QStringList, groups);
    QFETCH(int, destroyed);
    QFETCH(int, made);
    for (const QString &group : groups)
        m_inputs.survey.definition->processes.insert(group, u"run"_s);
    const Result<DeployPlan> plan = makePlan(m_inputs);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->destroyed().size(), destroyed);
    QCOMPARE(plan->launches.size(), made);
    QCOMPARE(warns(*plan, PlanWarning::MachinesDestroyed), destroyed > 0);
    const auto steps = [&](Step wanted) {
        return std::count_if(plan->steps.cbegin(),
            plan->steps.cend(),
            [wanted](const PlannedStep &planned) { return planned.step == wanted; });
    };
    QCOMPARE(steps(Step::RetireMachine), destroyed);
    QCOMPARE(steps(Step::LaunchMachine), made);
}

void TestPlanner::stoppedMachineStaysStopped()
{
    m_inputs.survey.machines[0].state = MachineState::Stopped;
    m_inputs.survey.machines[1].state = MachineState::Suspended;
    m_inputs.survey.machines[2].state = MachineState::Failed;
    const Result<DeployPlan> plan = makePlan(m_inputs);
    QCOMPARE(plan->machines.at(0).action, PlannedMachine::Action::UpdateStayStopped);
    QCOMPARE(plan->machines.at(1).action, PlannedMachine::Action::UpdateStayStopped);
    QCOMPARE(plan->machines.at(2).action, PlannedMachine::Action::Update);
    for (const PlannedMachine &machine : plan->machines)
        QVERIFY(!machine.warm);
    QCOMPARE(step(*plan, Step::UpdateMachine).reason, PlanReason::KeptStopped);
}

void TestPlanner::machineOnABadHostIsReplaced()
{
    Machine &machine = m_inputs.survey.machines[1];
    machine.hostStatus = u"unreachable"_s;
    machine.incompleteConfig = machine.config;
    machine.config.reset();
    const Result<DeployPlan> plan = makePlan(m_inputs);
    QVERIFY(plan);
    QCOMPARE(plan->machines.at(1).action, PlannedMachine::Action::Replace);
    QCOMPARE(plan->machines.at(1).why, PlanReason::HostNotOk);
    QCOMPARE(plan->destroyed(), QList<MachineId>{machine.id});
    QVERIFY(warns(*plan, PlanWarning::MachinesDestroyed));

    m_inputs.request.leaveOut = {machine.id};
    const Result<DeployPlan> without = makePlan(m_inputs);
    QVERIFY(without);
    QCOMPARE(without->machines.at(1).action, PlannedMachine::Action::Nothing);
    QVERIFY(without->destroyed().isEmpty());
    const auto skipped = std::find_if(without->steps.cbegin(),
        without->steps.cend(),
        [&machine](const PlannedStep &planned) { return planned.lane == machine.id.value; });
    QCOMPARE(skipped->reason, PlanReason::LeftOut);
}

// What a roll back goes to is known, the computer that cannot be reached is not.
void TestPlanner::unreachableHostIsLeftOutOfARollBack()
{
    m_inputs.request.kind = DeployKind::RollBack;
    m_inputs.request.toVersion = 41;
    Machine &machine = m_inputs.survey.machines[1];
    machine.hostStatus = u"unreachable"_s;
    machine.incompleteConfig = machine.config;
    machine.config.reset();
    const Result<DeployPlan> plan = makePlan(m_inputs);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->machines.at(1).action, PlannedMachine::Action::Nothing);
    QCOMPARE(plan->machines.at(1).why, PlanReason::HostUnreachable);
    QVERIFY(warns(*plan, PlanWarning::HostUnreachable));
}

void TestPlanner::singleMachineMeansDowntime()
{
    m_inputs.survey.machines.resize(1);
    const Result<DeployPlan> plan = makePlan(m_inputs);
    QCOMPARE(plan->risk, PlanRisk::Downtime);
    QVERIFY(warns(*plan, PlanWarning::SingleMachine));
}

void TestPlanner::missingChecksAreTold()
{
    m_inputs.survey.definition =
        *flyTomlFromDefinition(R"({"app":"grupo-gad","primary_region":"dfw"})");
    const Result<DeployPlan> plan = makePlan(m_inputs);
    QVERIFY(plan);
    QVERIFY(warns(*plan, PlanWarning::NoHealthChecks));
    QCOMPARE(plan->risk, PlanRisk::Brief);
    QCOMPARE(step(*plan, Step::ReleaseCommand).reason, PlanReason::NoReleaseCommand);
}

void TestPlanner::foreignLeaseIsTold()
{
    m_inputs.survey.machines[2].lease =
        LeaseInfo{u"somebody@acme.test"_s, {}, m_inputs.survey.at.addSecs(30)};
    const Result<DeployPlan> plan = makePlan(m_inputs);
    QVERIFY(warns(*plan, PlanWarning::LeaseHeld));
    QCOMPARE(plan->machines.at(2).heldBy->owner, u"somebody@acme.test"_s);
}

void TestPlanner::releaseCommandThatRanIsSkipped()
{
    const QString key = releaseKeyFor(m_inputs);
    QVERIFY(!key.isEmpty());
    m_inputs.releaseCommandDone = m_inputs.survey.at;
    const Result<DeployPlan> plan = makePlan(m_inputs);
    QVERIFY(!plan->runReleaseCommand);
    QCOMPARE(step(*plan, Step::ReleaseCommand).reason, PlanReason::ReleaseCommandDone);
    // Another image, other secrets or another environment: another key.
    m_inputs.survey.secrets.append({u"NEW"_s, u"digest"_s, {}});
    const QString otherSecrets = releaseKeyFor(m_inputs);
    QVERIFY(otherSecrets != key);
    m_inputs.survey.definition->env.insert(u"A"_s, u"b"_s);
    QVERIFY(releaseKeyFor(m_inputs) != otherSecrets);
}

void TestPlanner::retryIsTheSameDeploymentOnlyWithTheSameInputs()
{
    const Result<DeployPlan> first = makePlan(m_inputs);
    DeploymentState state;
    state.id = DeploymentId(u"01DEPLOYMENT"_s);
    AttemptState attempt;
    attempt.plan = *first;
    attempt.ended = events::AttemptEnded{};
    state.attempts.append(attempt);
    m_inputs.previous = state;
    m_inputs.request.kind = DeployKind::Retry;
    m_inputs.request.image.clear();
    const Result<DeployPlan> same = makePlan(m_inputs);
    QVERIFY(same);
    QCOMPARE(same->deployment, state.id);
    QCOMPARE(same->attempt, 2);
    QVERIFY(!warns(*same, PlanWarning::ConfigDrift));

    m_inputs.survey.definition = *flyTomlFromDefinition(R"({"app":"grupo-gad","env":{"NEW":"1"}})");
    const Result<DeployPlan> drifted = makePlan(m_inputs);
    QVERIFY(drifted);
    QVERIFY(drifted->deployment.isEmpty());
    QCOMPARE(drifted->refersTo, state.id);
    QVERIFY(warns(*drifted, PlanWarning::ConfigDrift));
}

// "This is not the app you deployed from this folder last time."
void TestPlanner::aFolderOfAnotherAppIsTold()
{
    m_inputs.request.configPath = u"/srv/shop/fly.toml"_s;
    m_inputs.survey.file = m_inputs.survey.definition;
    m_inputs.survey.file->app = u"shop"_s;
    const Result<DeployPlan> named = makePlan(m_inputs);
    QVERIFY(named.has_value());
    QVERIFY(warns(*named, PlanWarning::OtherAppsFile));
    m_inputs.request.lastFromConfig = AppName(u"other"_s);
    const Result<DeployPlan> deployed = makePlan(m_inputs);
    QVERIFY(warns(*deployed, PlanWarning::OtherAppsFolder));
    QVERIFY(!warns(*deployed, PlanWarning::OtherAppsFile));
    // What was deployed from it last was this app: whatever the file names, it is meant.
    m_inputs.request.lastFromConfig = EngineFixture::app;
    const Result<DeployPlan> meant = makePlan(m_inputs);
    QVERIFY(!warns(*meant, PlanWarning::OtherAppsFolder));
    QVERIFY(!warns(*meant, PlanWarning::OtherAppsFile));
    QCOMPARE(named->surveyHash, meant->surveyHash); // told, but nothing else becomes of it
}

void TestPlanner::retryWithoutARecordDeploysTheFailedRelease()
{
    m_inputs.request.kind = DeployKind::Retry;
    const Result<DeployPlan> plan = makePlan(m_inputs);
    QVERIFY(plan);
    QCOMPARE(plan->failedVersion, 42);
    QVERIFY(plan->deployment.isEmpty());
    m_inputs.survey.releases.removeFirst(); // v41 was good
    QCOMPARE(makePlan(m_inputs).error().kind, Error::Kind::Precondition);
}

void TestPlanner::nothingToResume()
{
    m_inputs.request.kind = DeployKind::Resume;
    QCOMPARE(makePlan(m_inputs).error().kind, Error::Kind::Precondition);
}

void TestPlanner::rollBackGoesToTheReleaseBefore()
{
    m_inputs.request.kind = DeployKind::RollBack;
    const Result<DeployPlan> plan = makePlan(m_inputs);
    QVERIFY(plan);
    QCOMPARE(plan->toVersion, 40); // v41 serves, v39 failed
    QVERIFY(!plan->runReleaseCommand);
    m_inputs.survey.releases.clear();
    QCOMPARE(makePlan(m_inputs).error().kind, Error::Kind::Precondition);
}

void TestPlanner::replacedMachinesAreNotMissed_data()
{
    QTest::addColumn<int>("known"); // of those that are there
    QTest::addColumn<bool>("destroyedByUs");
    QTest::addColumn<bool>("told");
    QTest::addRow("one fewer") << 3 << false << true;
    QTest::addRow("another has come") << 2 << false << false;
    QTest::addRow("of our own doing") << 3 << true << false;
}

void TestPlanner::replacedMachinesAreNotMissed()
{
    QFETCH(int, known);
    QFETCH(bool, destroyedByUs);
    QFETCH(bool, told);
    m_inputs.request.kind = DeployKind::RollBack;
    m_inputs.request.toVersion = 41;
    DeploymentState previous;
    previous.id = DeploymentId(u"01KEARLIER"_s);
    AttemptState attempt;
    attempt.plan.currentVersion = 41;
    const auto add = [&attempt](const MachineId &id) {
        PlannedMachine machine;
        machine.id = id;
        machine.group = u"app"_s;
        attempt.plan.machines.append(machine);
    };
    for (int i = 0; i < known; ++i)
        add(m_inputs.survey.machines.at(i).id);
    const MachineId gone(u"148e00000000ff"_s);
    add(gone);
    attempt.ended.emplace();
    previous.attempts = {attempt};
    if (destroyedByUs)
        previous.destroyed.insert(gone.value);
    m_inputs.previous = previous;
    const QHash<MachineId, QString> all = machinesKnown(previous);
    QCOMPARE(all.contains(gone), !destroyedByUs);
    if (all.contains(gone))
        m_inputs.survey.gone = {{gone, u"app"_s, QDateTime::currentDateTimeUtc()}};
    const Result<DeployPlan> plan = makePlan(m_inputs);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(warns(*plan, PlanWarning::MachineGone), told);
}

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
