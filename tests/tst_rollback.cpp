#include "support/enginefixture.h"
#include "support/invariants.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestRollBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returnsToTheReleaseBefore();
    void returnsAfterAMixedFailure();
    void isUndoneByAnotherRollBack();
    void keepsTheConfigOfThatRelease();
    void prunedImageIsRefused();
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

QTEST_GUILESS_MAIN(TestRollBack)
#include "tst_rollback.moc"
