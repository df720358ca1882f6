#include "support/enginefixture.h"
#include "support/invariants.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRollBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returnsToTheReleaseBefore();
    void returnsAfterAMixedFailure();
    void isUndoneByAnotherRollBack();
    void keepsTheConfigOfThatRelease();
    void prunedImageIsRefused();
    void returnsToAnyRelease();
    void releaseThatNeverServedIsRefused_data();
    void releaseThatNeverServedIsRefused();
    void changedSecretsAreTold();
    void removedGroupComesBack();
    void destroyedMachineIsNotSetBack_data();
    void destroyedMachineIsNotSetBack();
    void machineThatIsNotListedIsNotGone();
};

void TestRollBack::returnsToTheReleaseBefore()
{
    EngineFixture fixture(3);
    const EngineFixture::Outcome deployed = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(deployed.ended->reported, Reported::Succeeded);
    const Result<DeployPlan> plan = fixture.plan(fixture.request(DeployKind::RollBack));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->kind, DeployKind::RollBack);
    QCOMPARE(plan->toVersion, 41);
    QCOMPARE(plan->image, EngineFixture::oldImage);
    QCOMPARE(plan->refersTo, *deployed.accepted);
    QVERIFY(plan->deployment.isEmpty());
    QVERIFY(!plan->runReleaseCommand);
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QCOMPARE(outcome.ended->reported, Reported::RolledBack);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew); // on what it was to be on
    QVERIFY(!outcome.verdict->contradicts());
    for (const SimMachineFacts &machine : fixture.machines()) {
        QCOMPARE(machine.image, EngineFixture::oldImage);
        QVERIFY(machine.healthy);
    }
    QCOMPARE(fixture.releaseRuns(), 1); // of the deploy
    QCOMPARE(fixture.releaseStatus(44), u"complete"_s);
    QCOMPARE(fixture.liveLeases(), 0);
}

void TestRollBack::returnsAfterAMixedFailure()
{
    EngineFixture fixture(3);
    fixture.provoke(u"machine-never-healthy"_s);
    const EngineFixture::Outcome failed = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(failed.verdict->reality, Reality::Mixed);
    const Result<DeployPlan> plan = fixture.plan(fixture.request(DeployKind::RollBack));
    QCOMPARE(plan->toVersion, 41);
    int updates = 0;
    for (const PlannedMachine &machine : plan->machines)
        updates += machine.action == PlannedMachine::Action::Update ? 1 : 0;
    QCOMPARE(updates, 1); // the others are right already
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QCOMPARE(outcome.ended->reported, Reported::RolledBack);
    QCOMPARE(outcome.ended->changed.size(), 1);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
}

void TestRollBack::isUndoneByAnotherRollBack()
{
    EngineFixture fixture(1);
    QCOMPARE(fixture.run(fixture.deployOf(EngineFixture::newImage)).ended->reported,
        Reported::Succeeded);
    QCOMPARE(
        fixture.run(fixture.request(DeployKind::RollBack)).ended->reported, Reported::RolledBack);
    const Result<DeployPlan> plan = fixture.plan(fixture.request(DeployKind::RollBack));
    QVERIFY(plan);
    QCOMPARE(plan->toVersion, 43);
    QCOMPARE(plan->image, EngineFixture::newImage);
    QCOMPARE(fixture.run(*plan).ended->reported, Reported::RolledBack);
    QCOMPARE(fixture.machines().first().image, EngineFixture::newImage);
}

// The configuration changed with the deploy; it comes back with the image.
void TestRollBack::keepsTheConfigOfThatRelease()
{
    EngineFixture fixture(1);
    const Result<DeployPlan> before = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    QTemporaryDir folder;
    QFile file(folder.filePath(u"fly.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("app = \"grupo-gad\"\nprimary_region = \"dfw\"\n[env]\nNEW = \"1\"\n");
    file.close();
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.configPath = file.fileName();
    const Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->configSource, file.fileName());
    QVERIFY(plan->machines.first().configDigestTarget != plan->machines.first().configDigestNow);
    QCOMPARE(fixture.run(*plan).ended->reported, Reported::Succeeded);
    const Result<DeployPlan> back = fixture.plan(fixture.request(DeployKind::RollBack));
    QVERIFY(back);
    QCOMPARE(back->machines.first().configDigestTarget, before->machines.first().configDigestNow);
    QCOMPARE(fixture.run(*back).ended->reported, Reported::RolledBack);
    const Result<DeployPlan> after = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(after->machines.first().configDigestNow, before->machines.first().configDigestNow);
}

void TestRollBack::prunedImageIsRefused()
{
    EngineFixture fixture(1);
    QCOMPARE(fixture.run(fixture.deployOf(EngineFixture::newImage)).ended->reported,
        Reported::Succeeded);
    fixture.transport.setBefore(
        [](int, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            if (!request.body.contains("image(ref"))
                return std::nullopt;
            return HttpResponse{200, {}, R"({"data":{"app":{"id":"x","image":null}}})"};
        });
    const Result<DeployPlan> plan = fixture.plan(fixture.request(DeployKind::RollBack));
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::NotFound);
}

void TestRollBack::returnsToAnyRelease()
{
    EngineFixture fixture(3);
    QCOMPARE(fixture.run(fixture.deployOf(EngineFixture::newImage)).ended->reported,
        Reported::Succeeded);
    PlanRequest request = fixture.request(DeployKind::RollBack);
    request.toVersion = 38;
    const Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->toVersion, 38);
    QCOMPARE(plan->configSource, u"release v38"_s);
    QVERIFY(plan->image != EngineFixture::newImage && plan->image != EngineFixture::oldImage);
    QVERIFY(!plan->runReleaseCommand);
    // No machine is old enough to have had it.
    QVERIFY(std::any_of(plan->notices.cbegin(), plan->notices.cend(), [](const PlanNotice &notice) {
        return notice.warning == PlanWarning::ConfigNotKept && notice.args.size() == 3;
    }));
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QVERIFY2(outcome.accepted, outcome.accepted ? "" : qPrintable(outcome.accepted.error().detail));
    QCOMPARE(outcome.ended->reported, Reported::RolledBack);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    for (const SimMachineFacts &machine : fixture.machines()) {
        QCOMPARE(machine.image, plan->image);
        QVERIFY(machine.healthy);
    }
    QCOMPARE(fixture.releaseRuns(), 1); // of the deploy
}

void TestRollBack::releaseThatNeverServedIsRefused_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("code");
    QTest::addRow("failed") << 39 << u"release-never-served 39"_s;
    QTest::addRow("unknown") << 7 << u"no-such-release 7"_s;
}

void TestRollBack::releaseThatNeverServedIsRefused()
{
    QFETCH(int, version);
    QFETCH(QString, code);
    EngineFixture fixture(1);
    PlanRequest request = fixture.request(DeployKind::RollBack);
    request.toVersion = version;
    const Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, code);
}

void TestRollBack::changedSecretsAreTold()
{
    EngineFixture fixture(1, EngineFixture::Pace::Quick, [](QJsonObject &app) {
        QJsonArray secrets = app.value("secrets"_L1).toArray();
        QJsonObject first = secrets.at(0).toObject();
        first.insert("updatedSecondsAgo"_L1, 60);
        secrets[0] = first;
        app.insert("secrets"_L1, secrets);
    });
    QCOMPARE(fixture.run(fixture.deployOf(EngineFixture::newImage)).ended->reported,
        Reported::Succeeded);
    const Result<DeployPlan> plan = fixture.plan(fixture.request(DeployKind::RollBack));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QVERIFY(std::any_of(plan->notices.cbegin(), plan->notices.cend(), [](const PlanNotice &notice) {
        return notice.warning == PlanWarning::SecretsNotRestored
            && notice.args == QStringList{u"DATABASE_URL"_s};
    }));
}

// The newer release had no workers: the older one has them again.
void TestRollBack::removedGroupComesBack()
{
    EngineFixture fixture(12, EngineFixture::Pace::Quick, EngineFixture::mixed());
    QTemporaryDir folder;
    QFile file(folder.filePath(u"fly.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("app = \"grupo-gad\"\nprimary_region = \"dfw\"\n[env]\nNEW = \"1\"\n");
    file.close();
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.configPath = file.fileName();
    Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    plan->destroyConfirmed = true;
    QCOMPARE(fixture.run(*plan).ended->reported, Reported::Succeeded);
    QVERIFY(fixture.machinesOf(u"worker"_s).isEmpty());

    const Result<DeployPlan> back = fixture.plan(fixture.request(DeployKind::RollBack));
    QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
    QCOMPARE(back->launches.size(), 2);
    const EngineFixture::Outcome outcome = fixture.run(*back);
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::RolledBack);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    QCOMPARE(fixture.machinesOf(u"worker"_s).size(), 2);
}

void TestRollBack::destroyedMachineIsNotSetBack_data()
{
    QTest::addColumn<bool>("forgotten"); // the platform does not tell of it any more
    QTest::addRow("still told") << false;
    QTest::addRow("forgotten") << true;
}

// Nothing brings a machine back: it is told, there is no step for it, and one is fewer than before.
void TestRollBack::destroyedMachineIsNotSetBack()
{
    QFETCH(bool, forgotten);
    EngineFixture fixture(3);
    QCOMPARE(fixture.run(fixture.deployOf(EngineFixture::newImage)).ended->reported,
        Reported::Succeeded);
    const QString gone = fixture.machines().at(1).id;
    fixture.provoke(u"machine-destroyed"_s, gone);
    fixture.clock.jump(30s);
    if (forgotten) {
        fixture.transport.setBefore(
            [gone](int, const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
                if (!request.url.path().endsWith(gone))
                    return std::nullopt;
                return HttpResponse{404, {}, R"({"error":"machine not found"})"};
            });
    }
    const Result<DeployPlan> plan = fixture.plan(fixture.request(DeployKind::RollBack));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->machines.size(), 2);
    for (const PlannedStep &step : plan->steps)
        QVERIFY(step.lane != gone);
    const auto told = std::find_if(plan->notices.cbegin(),
        plan->notices.cend(),
        [](const PlanNotice &notice) { return notice.warning == PlanWarning::MachineGone; });
    QVERIFY(told != plan->notices.cend());
    QCOMPARE(told->args.value(0), gone);
    QCOMPARE(QDateTime::fromString(told->args.value(1), Qt::ISODate).isValid(), !forgotten);
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QVERIFY2(outcome.ended, outcome.accepted ? "" : qPrintable(outcome.accepted.error().detail));
    QCOMPARE(outcome.ended->reported, Reported::RolledBack);
    QCOMPARE(outcome.verdict->reality, Reality::AllNew);
    QCOMPARE(outcome.verdict->goneMachines, QList<MachineId>{MachineId(gone)});
    QVERIFY(outcome.verdict->missingMachines.isEmpty());
    QCOMPARE(outcome.verdict->foundMachines, 2);
    for (const SimMachineFacts &machine : fixture.machines())
        QCOMPARE(machine.image, EngineFixture::oldImage);
}

// The list of a node that lags behind is not the whole truth.
void TestRollBack::machineThatIsNotListedIsNotGone()
{
    EngineFixture fixture(3);
    QCOMPARE(fixture.run(fixture.deployOf(EngineFixture::newImage)).ended->reported,
        Reported::Succeeded);
    fixture.provoke(u"empty-list"_s);
    const Result<DeployPlan> plan = fixture.plan(fixture.request(DeployKind::RollBack));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->machines.size(), 3);
    QVERIFY(std::none_of(plan->notices.cbegin(), plan->notices.cend(), [](const PlanNotice &told) {
        return told.warning == PlanWarning::MachineGone;
    }));
}

QTEST_GUILESS_MAIN(TestRollBack)
#include "tst_rollback.moc"
