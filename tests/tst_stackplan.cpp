#include "support/stackfixture.h"
#include "types/deployevent.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QStringList reasonsOf(const RedeployOffer &offer)
{
    QStringList all;
    for (const auto &[reason, args] : offer.reasons)
        all.append(QString(QString::number(int(reason)) + u' ' + args.join(u", "_s)));
    return all;
}
} // namespace

// A stack's plan as a pure function: the field cases, changed by hand.
class TestStackPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameInputsSameHash();
    void nothingChangedNothingDone();
    void codeAndDatabase();
    void everyCommandIsAsItShouldBe();
    void nothingStopsBeforeItsReplacementIsThere_data();
    void nothingStopsBeforeItsReplacementIsThere();
    void redeploysAreRecognised_data();
    void redeploysAreRecognised();
    void codeOnly();
    void environmentOnly();
    void earlierVersion();
    void firstDeploy();
    void gadGoesByGit();
    void serversGoInWaves();
    void downtimeIsTold();
    void plansAreRefused_data();
    void plansAreRefused();
    void plansSurviveTheJournal();

private:
    StackProject m_invex;
    StackProject m_gad;
};

void TestStackPlan::initTestCase()
{
    m_invex = StackFixture::invex(QFINDTESTDATA("data/stacks/invex"));
    m_gad = StackFixture::gad(QFINDTESTDATA("data/stacks/gad"));
}

void TestStackPlan::sameInputsSameHash()
{
    const StackInputs inputs = StackFixture::upgraded(m_invex);
    const DeployPlan plan = StackFixture::planned(inputs);
    QCOMPARE(StackFixture::planned(inputs), plan);
    StackInputs later = inputs;
    for (StackLook &look : later.looks) {
        look.at = look.at.addSecs(60);
        // Another look, another nonce: the same environment under other hashes.
        for (StackServiceNow &service : look.services)
            service.environment = service.environmentWanted = u"other nonce"_s;
    }
    QCOMPARE(StackFixture::planned(later).hash, plan.hash);
    QCOMPARE(StackFixture::planned(later).surveyHash, plan.surveyHash);
    StackFixture::service(later, u"web"_s)->containers = 0;
    QVERIFY(StackFixture::planned(later).surveyHash != plan.surveyHash);
}

void TestStackPlan::nothingChangedNothingDone()
{
    StackInputs inputs = StackFixture::running(m_invex, u"1.4.0"_s);
    inputs.redeploy = StackRedeploy::Code;
    const DeployPlan plan = StackFixture::planned(inputs);
    for (const StackStep &step : StackFixture::first(plan).steps)
        QVERIFY2(step.skipped || !step.writes, qPrintable(stepName(step.step)));
    QCOMPARE(plan.apiWrites, 0);
    QCOMPARE(plan.risk, PlanRisk::None);
    QVERIFY(isStackTarget(plan.app));
    QCOMPARE(stackOfTarget(plan.app), u"invex"_s);
}

void TestStackPlan::codeAndDatabase()
{
    const DeployPlan plan = StackFixture::planned(StackFixture::upgraded(m_invex));
    QCOMPARE(plan.stack->redeploy, StackRedeploy::Database);
    const QString dump = u"backups/pre_deploy_20261123T120000_bankadvisor.dump"_s;
    const QString archive = u"backups/pre_deploy_20261123T120000_chat.archive.gz"_s;
    QCOMPARE(StackFixture::lines(StackFixture::first(plan).steps),
        (QStringList{u"1 check-tools"_s,
            u"2 check-tools"_s,
            u"3 verify-health postgres"_s,
            u"4 verify-health mongodb"_s,
            QString(u"5 back-up > "_s + dump),
            u"6 verify-backup"_s,
            u"7 verify-backup"_s,
            QString(u"8 verify-backup < "_s + dump),
            u"9 verify-backup"_s,
            u"10 verify-backup"_s,
            u"11 verify-backup"_s,
            u"12 verify-backup"_s,
            QString(u"13 back-up > "_s + archive),
            QString(u"14 verify-backup < "_s + archive),
            u"15 upload-files"_s,
            u"16 check-configuration"_s,
            u"17 pull-image backend"_s,
            u"18 pull-image web"_s,
            u"19 pull-image bank-advisor"_s,
            u"20 pull-image file-manager"_s,
            u"21 release-command bank-advisor"_s,
            u"22 settle-containers"_s,
            u"23 update-service backend"_s,
            u"24 verify-health backend"_s,
            u"25 update-service web"_s,
            u"26 verify-health web"_s,
            u"27 update-service bank-advisor"_s,
            u"28 verify-health bank-advisor"_s,
            u"29 update-service file-manager"_s,
            u"30 verify-health file-manager"_s,
            u"31 verify-health backend"_s,
            u"32 verify-health web"_s,
            u"33 verify-health bank-advisor"_s,
            u"34 verify-health file-manager"_s,
            u"35 verify-health mongodb"_s,
            u"36 verify-health postgres"_s,
            u"37 smoke-test"_s,
            u"38 smoke-test"_s,
            u"39 smoke-test"_s,
            u"40 data-check"_s,
            u"41 data-check"_s,
            u"42 data-check"_s}));
    // As everybody else knows it: the same steps, on lanes.
    QCOMPARE(plan.steps.size(), StackFixture::first(plan).steps.size());
    QCOMPARE(plan.steps.at(22).lane, u"deploy@203.0.113.10/backend"_s);
    QCOMPARE(serverOfLane(plan.steps.at(22).lane), u"deploy@203.0.113.10"_s);
    QCOMPARE(serviceOfLane(plan.steps.at(22).lane), u"backend"_s);
    QVERIFY(StackFixture::tells(plan, PlanWarning::RestoreAsked));
    QVERIFY(StackFixture::first(plan).canRollBack);
}

void TestStackPlan::everyCommandIsAsItShouldBe()
{
    const DeployPlan plan = StackFixture::planned(StackFixture::upgraded(m_invex));
    const QList<StackStep> &steps = StackFixture::first(plan).steps;
    const QString base =
        u"docker compose --project-name invex --env-file envs/.env -f docker-compose.yml "
        "-f docker-compose.prod.yml -f docker-compose.registry.yml "_s;
    const auto line = [](const StackStep *step) {
        return step ? step->argv.join(u' ') : QString();
    };
    QCOMPARE(line(StackFixture::step(steps, Step::UpdateService, u"web"_s)),
        QString(base + u"up -d --force-recreate --no-build --no-deps --pull never web"_s));
    QCOMPARE(line(StackFixture::step(steps, Step::PullImage, u"web"_s)),
        QString(base + u"pull --quiet web"_s));
    QCOMPARE(line(StackFixture::step(steps, Step::ReleaseCommand)),
        QString(base + u"run --rm --no-deps -T bank-advisor alembic upgrade head"_s));
    QCOMPARE(line(StackFixture::step(steps, Step::CheckConfiguration)),
        QString(base + u"config --quiet"_s));
    QCOMPARE(line(StackFixture::step(steps, Step::BackUp)),
        QString(base
            + u"exec -T postgres pg_dump --format=custom --no-owner --no-acl -U invex -d "
              "bankadvisor"_s));
    QCOMPARE(line(StackFixture::step(steps, Step::UploadFiles)), u"@place 20261123T120000-1"_s);
    const StackStep *migration = StackFixture::step(steps, Step::ReleaseCommand);
    QVERIFY(!migration->repeatable);
    QCOMPARE(migration->timeout, 900s);
    const StackStep *health = StackFixture::step(steps, Step::VerifyHealth, u"file-manager"_s);
    QVERIFY(!health->argv.contains(u"health=healthy"_s));
    QCOMPARE(health->wants.constFirst().text, u"healthy"_s);
    QCOMPARE(health->tries, 90);
    QCOMPARE(StackFixture::step(steps, Step::DataCheck)->wants,
        (QList<StackWant>{{StackWant::Kind::AtLeast, {}, 7320}}));
    for (const StackStep &step : steps) {
        QVERIFY2(!step.argv.isEmpty() && !step.argv.constFirst().startsWith(u'-'),
            qPrintable(stepName(step.step)));
        QVERIFY(!step.argv.contains(u"restart"_s) && !step.argv.contains(u"build"_s));
        QVERIFY(step.timeout > 0s && step.tries > 0);
    }
}

void TestStackPlan::nothingStopsBeforeItsReplacementIsThere_data()
{
    QTest::addColumn<int>("redeploy");
    for (const StackRedeploy redeploy : {StackRedeploy::Everything,
             StackRedeploy::Code,
             StackRedeploy::Database,
             StackRedeploy::Environment}) {
        QTest::newRow(qPrintable(stackRedeployName(redeploy))) << int(redeploy);
    }
}

void TestStackPlan::nothingStopsBeforeItsReplacementIsThere()
{
    QFETCH(int, redeploy);
    StackInputs inputs = StackFixture::upgraded(m_invex);
    inputs.redeploy = static_cast<StackRedeploy>(redeploy);
    bool isChecked = false;
    QStringList pulled;
    Phase last = Phase::Preflight;
    const DeployPlan plan = StackFixture::planned(inputs);
    for (const StackStep &step : StackFixture::first(plan).steps) {
        QVERIFY(step.phase >= last);
        last = step.phase;
        isChecked = isChecked || (step.step == Step::CheckConfiguration && !step.skipped);
        if (step.step == Step::PullImage && !step.skipped)
            pulled.append(step.service);
        if (step.step == Step::UpdateService || step.step == Step::StopService) {
            QVERIFY(isChecked);
            QVERIFY(step.skipped || pulled.contains(step.service));
        }
    }
}

void TestStackPlan::redeploysAreRecognised_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("recognised");
    QTest::newRow("nothing") << u"nothing"_s << u"code"_s;
    QTest::newRow("an image") << u"image"_s << u"code"_s;
    QTest::newRow("an image, and nobody knows the migrations")
        << u"image-unsure"_s << u"database"_s;
    QTest::newRow("an image and migrations") << u"image-migrations"_s << u"database"_s;
    QTest::newRow("variables") << u"environment"_s << u"environment"_s;
    QTest::newRow("variables and an image") << u"environment-image"_s << u"code"_s;
    QTest::newRow("compose files") << u"configuration"_s << u"code"_s;
    QTest::newRow("an earlier version") << u"earlier"_s << u"earlier-version"_s;
    QTest::newRow("nothing runs") << u"first"_s << u"everything"_s;
}

void TestStackPlan::redeploysAreRecognised()
{
    QFETCH(QString, change);
    StackInputs inputs = StackFixture::running(m_invex, u"1.4.0"_s);
    StackRecord earlier = StackFixture::recordOf(inputs, StackFixture::planned(inputs), true);
    inputs.history = {earlier};
    if (change.contains("image"_L1))
        StackFixture::offer(inputs, u"1.5.0"_s);
    if (change.contains("unsure"_L1))
        inputs.migrationFiles.clear();
    if (change.contains("migrations"_L1))
        inputs.migrationFiles = u"files-2"_s;
    if (change.contains("environment"_L1))
        StackFixture::service(inputs, u"web"_s)->environment = u"old"_s;
    if (change == "configuration"_L1)
        StackFixture::service(inputs, u"web"_s)->configuration = u"old"_s;
    if (change == "first"_L1)
        inputs.looks.first().services.clear();
    if (change == "earlier"_L1) {
        inputs.history = {earlier, earlier};
        inputs.history.first().plan.version = u"1.5.0"_s;
    }
    const QList<RedeployOffer> offers = redeployOffers(inputs);
    QFETCH(QString, recognised);
    QVERIFY(offers.constFirst().isRecommended);
    QCOMPARE(stackRedeployName(offers.constFirst().redeploy), recognised);
    QCOMPARE(offers.size(), change == "first"_L1 ? 5 : 4);
    for (const RedeployOffer &offer : offers)
        QVERIFY(!reasonsOf(offer).isEmpty());
    QCOMPARE(StackFixture::planned(inputs).stack->redeploy, offers.constFirst().redeploy);
}

void TestStackPlan::codeOnly()
{
    StackInputs inputs = StackFixture::running(m_invex, u"1.4.0"_s);
    inputs.history = {StackFixture::recordOf(inputs, StackFixture::planned(inputs), true)};
    // One service has a new image, under the tag that it had.
    inputs.images[u"web"_s].digest = u"sha256:new"_s;
    const DeployPlan plan = StackFixture::planned(inputs);
    QCOMPARE(plan.stack->redeploy, StackRedeploy::Code);
    QStringList writing;
    for (const StackStep &step : StackFixture::first(plan).steps) {
        if (step.writes && !step.skipped)
            writing.append(QString(stepName(step.step) + u' ' + step.service));
    }
    QCOMPARE(writing, (QStringList{u"pull-image web"_s, u"update-service web"_s}));
    QCOMPARE(StackFixture::step(StackFixture::first(plan).steps, Step::BackUp)->reason,
        PlanReason::NotAsked);
    inputs.backUp = true;
    const DeployPlan backed = StackFixture::planned(inputs);
    QVERIFY(!StackFixture::step(StackFixture::first(backed).steps, Step::BackUp)->skipped);
}

void TestStackPlan::environmentOnly()
{
    StackInputs inputs = StackFixture::running(m_invex, u"1.4.0"_s);
    inputs.history = {StackFixture::recordOf(inputs, StackFixture::planned(inputs), true)};
    StackFixture::service(inputs, u"backend"_s)->environment = u"old"_s;
    for (StackFileNow &file : inputs.looks.first().files) {
        if (file.path == "envs/.env"_L1 || file.path == "db/init.sql"_L1)
            file.wanted = u"other"_s;
    }
    const DeployPlan plan = StackFixture::planned(inputs);
    const QList<StackStep> &steps = StackFixture::first(plan).steps;
    QCOMPARE(plan.stack->redeploy, StackRedeploy::Environment);
    QCOMPARE(StackFixture::step(steps, Step::UploadFiles)->written, QStringList{u"envs/.env"_s});
    QCOMPARE(
        StackFixture::step(steps, Step::PullImage, u"backend"_s)->reason, PlanReason::NoNewImage);
    QVERIFY(!StackFixture::step(steps, Step::UpdateService, u"backend"_s)->skipped);
    QCOMPARE(
        StackFixture::step(steps, Step::UpdateService, u"web"_s)->reason, PlanReason::AlreadyRight);
    QCOMPARE(StackFixture::step(steps, Step::ReleaseCommand)->reason, PlanReason::NotAsked);
    QCOMPARE(plan.apiWrites, 2);
}

void TestStackPlan::earlierVersion()
{
    // 1.5.0 runs and has migrated; 1.4.0 ran before, and was backed up when 1.5.0 came.
    StackInputs inputs = StackFixture::upgraded(m_invex);
    const DeployPlan upgrade = StackFixture::planned(inputs);
    StackRecord newer = StackFixture::recordOf(inputs, upgrade, true);
    const QDateTime backedUp = inputs.now;
    newer.backups = {
        {u"deploy@203.0.113.10"_s, u"bankadvisor"_s, u"backups/pre_deploy_1.dump"_s, backedUp}};
    const StackRecord older = inputs.history.constFirst();
    inputs = StackFixture::running(m_invex, u"1.5.0"_s);
    inputs.history = {newer, older};
    inputs.kind = DeployKind::RollBack;
    StackFixture::offer(inputs, u"1.4.0"_s);

    const DeployPlan kept = StackFixture::planned(inputs);
    QCOMPARE(kept.stack->redeploy, StackRedeploy::EarlierVersion);
    QVERIFY(!StackFixture::step(StackFixture::first(kept).steps, Step::RestoreDatabase));
    QVERIFY(StackFixture::tells(kept, PlanWarning::RestoreAsked));

    inputs.restoreData = true;
    const DeployPlan plan = StackFixture::planned(inputs);
    QVERIFY(StackFixture::tells(plan, PlanWarning::DataLost));
    QStringList writing;
    for (const StackStep &step : StackFixture::first(plan).steps) {
        if (step.writes && !step.skipped)
            writing.append(QString(stepName(step.step) + u' ' + step.service).trimmed());
    }
    QCOMPARE(writing,
        (QStringList{u"back-up"_s,
            u"back-up"_s,
            u"pull-image backend"_s,
            u"pull-image web"_s,
            u"pull-image bank-advisor"_s,
            u"pull-image file-manager"_s,
            u"stop-service"_s,
            u"restore-database"_s,
            u"restore-database"_s,
            u"restore-database"_s,
            u"update-service backend"_s,
            u"update-service web"_s,
            u"update-service bank-advisor"_s,
            u"update-service file-manager"_s}));
    const StackStep *backUp = StackFixture::step(StackFixture::first(plan).steps, Step::BackUp);
    QVERIFY(backUp->outputFile.startsWith("backups/emergency_"_L1));
    QCOMPARE(StackFixture::first(plan).rollback.isEmpty(), false);
}

void TestStackPlan::firstDeploy()
{
    StackInputs inputs = StackFixture::running(m_invex, u"1.4.0"_s);
    inputs.looks.first().services.clear();
    inputs.looks.first().project.clear();
    inputs.toml.services.clear(); // all of them
    const DeployPlan plan = StackFixture::planned(inputs);
    QCOMPARE(plan.stack->redeploy, StackRedeploy::Everything);
    const QList<StackStep> &steps = StackFixture::first(plan).steps;
    QCOMPARE(StackFixture::step(steps, Step::BackUp)->reason, PlanReason::NotRunning);
    // The migration's database is there before it, and is not made twice.
    qsizetype postgres = -1;
    qsizetype migration = -1;
    int made = 0;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps.at(i).step == Step::UpdateService && steps.at(i).service == "postgres"_L1
            && !steps.at(i).skipped) {
            postgres = i;
            ++made;
        }
        if (steps.at(i).step == Step::ReleaseCommand)
            migration = i;
    }
    QCOMPARE(made, 1);
    QVERIFY(postgres >= 0 && postgres < migration);
    QCOMPARE(plan.risk, PlanRisk::None);
}

void TestStackPlan::gadGoesByGit()
{
    StackInputs inputs = StackFixture::running(m_gad, {});
    inputs.history = {StackFixture::recordOf(inputs, StackFixture::planned(inputs), true)};
    inputs.history.first().migrations.clear();
    inputs.images[u"api"_s] = {
        u"registry.example/gad/api:2.2.0"_s, u"sha256:new"_s, {u"amd64"_s}, 1};
    inputs.commit = u"deadbee"_s;
    inputs.migrationFiles = u"files-2"_s;
    const DeployPlan plan = StackFixture::planned(inputs);
    QCOMPARE(plan.stack->project, u"gad"_s);
    QCOMPARE(plan.stack->redeploy, StackRedeploy::Database);
    const StackStep *prune = StackFixture::step(StackFixture::first(plan).steps, Step::PruneImages);
    QCOMPARE(prune->argv.join(u' '), u"docker image prune --force --all --filter until=48h0m0s"_s);
    QCOMPARE(prune->failure, StackStep::Failure::GoOn);
    QCOMPARE(
        StackFixture::step(StackFixture::first(plan).rollback, Step::ReturnFiles)->argv.join(u' '),
        u"git checkout --quiet --detach c0ffee1"_s);
    // The policy says so: nothing of it is asked.
    for (const StackStep &step : StackFixture::first(plan).rollback)
        QVERIFY(!step.asks);
    QVERIFY(StackFixture::step(StackFixture::first(plan).rollback, Step::RestoreDatabase));
    QStringList smoke;
    for (const StackStep &step : StackFixture::first(plan).steps) {
        if (step.step == Step::SmokeTest)
            smoke.append(step.detail);
    }
    QCOMPARE(smoke, (QStringList{u"health"_s, u"metrics"_s, u"socket"_s, u"redis"_s}));
    inputs.now = QDateTime(QDate(2026, 11, 27), QTime(22, 0), Qt::UTC);
    QVERIFY(StackFixture::tells(StackFixture::planned(inputs), PlanWarning::DeployFrozen));
}

void TestStackPlan::serversGoInWaves()
{
    StackInputs inputs = StackFixture::running(m_gad, {});
    inputs.looks[1].isReached = false;
    const DeployPlan plan = StackFixture::planned(inputs);
    QList<int> waves;
    for (const StackServerPlan &server : plan.stack->servers)
        waves.append(server.wave);
    QCOMPARE(waves, (QList<int>{1, 1, 2}));
    QVERIFY(plan.stack->servers.at(1).steps.isEmpty());
    QVERIFY(StackFixture::tells(plan, PlanWarning::ServerNotReached));
    QCOMPARE(plan.steps.constLast().lane.section(u'/', 0, 0), u"gad-3"_s);
}

void TestStackPlan::downtimeIsTold()
{
    using From = PlannedService::DowntimeFrom;
    StackInputs inputs = StackFixture::upgraded(m_invex);
    inputs.usual.insert(u"web"_s, {4s, 9s, 12});
    const DeployPlan plan = StackFixture::planned(inputs);
    QHash<QString, PlannedService> services;
    for (const PlannedService &service : StackFixture::first(plan).services)
        services.insert(service.service, service);
    QCOMPARE(services.value(u"web"_s).downtimeFrom, From::Past);
    QCOMPARE(services.value(u"web"_s).downtimeAtMost, 9s);
    QCOMPARE(services.value(u"backend"_s).downtimeFrom, From::HealthCheck);
    QCOMPARE(services.value(u"backend"_s).downtimeAtMost, 100s);
    QCOMPARE(services.value(u"file-manager"_s).downtimeFrom, From::Unknown);
    QCOMPARE(services.value(u"postgres"_s).downtimeFrom, From::None);
    QCOMPARE(services.value(u"postgres"_s).action, PlannedService::Action::LeftAlone);
    QCOMPARE(services.value(u"web"_s).waitsFor, QStringList{u"backend"_s});
    QCOMPARE(plan.risk, PlanRisk::Downtime);
}

void TestStackPlan::plansAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("no server") << u"unreached"_s << u"stack-not-reached deploy@203.0.113.10"_s;
    QTest::newRow("no image") << u"no-image"_s
                              << u"image-missing registry.example/invex/web:1.4.0"_s;
    QTest::newRow("another processor")
        << u"cpu"_s << u"stack-image-cpu registry.example/invex/web:1.4.0 arm64"_s;
    QTest::newRow("disk") << u"disk"_s
                          << u"stack-disk-full deploy@203.0.113.10 1200000000 1000000"_s;
    QTest::newRow("disk for the backup")
        << u"backup"_s << u"stack-backup-space deploy@203.0.113.10 6000000000 5000000000"_s;
    QTest::newRow("version") << u"version"_s << u"stack-bad-version"_s;
    QTest::newRow("project") << u"project"_s
                             << u"stack-other-project deploy@203.0.113.10 old invex"_s;
    QTest::newRow("no clone") << u"clone"_s << u"stack-no-clone gad-2 /opt/grupo-gad"_s;
    QTest::newRow("nothing to retry") << u"retry"_s << u"nothing-to-retry"_s;
}

void TestStackPlan::plansAreRefused()
{
    QFETCH(QString, what);
    QFETCH(QString, code);
    StackInputs inputs = what == "disk"_L1 ? StackFixture::upgraded(m_invex)
                                           : StackFixture::running(m_invex, u"1.4.0"_s);
    StackLook &look = inputs.looks.first();
    if (what == "unreached"_L1)
        look.isReached = false;
    if (what == "no-image"_L1)
        inputs.images[u"web"_s].digest.clear();
    if (what == "cpu"_L1) {
        look.cpu = u"arm64"_s;
        for (const QString &other : {u"backend"_s, u"bank-advisor"_s, u"file-manager"_s})
            inputs.images[other].cpus.append(u"arm64"_s);
    }
    if (what == "disk"_L1)
        look.freeBytes = 1'000'000;
    if (what == "backup"_L1) {
        inputs = StackFixture::upgraded(m_invex);
        inputs.history.first().backups = {{inputs.looks.constFirst().server,
            u"bankadvisor"_s,
            u"backups/last.dump"_s,
            inputs.now,
            1'000'000'000}};
        inputs.looks.first().freeBytes = 5'000'000'000;
    }
    if (what == "version"_L1)
        inputs.version = u"1.5 beta"_s;
    if (what == "project"_L1)
        look.project = u"old"_s;
    if (what == "clone"_L1) {
        inputs = StackFixture::running(m_gad, {});
        inputs.looks[1].commit.clear();
    }
    if (what == "retry"_L1)
        inputs.kind = DeployKind::Retry;
    const Result<DeployPlan> plan = makeStackPlan(inputs);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, code);
}

void TestStackPlan::plansSurviveTheJournal()
{
    const DeployPlan plan = StackFixture::planned(StackFixture::upgraded(m_invex));
    const QByteArray json = deployPlanToJson(plan);
    const Result<DeployPlan> read = deployPlanFromJson(json);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(*read, plan);
    QVERIFY(!json.contains("not-a-real-value"));
}

QTEST_GUILESS_MAIN(TestStackPlan)
#include "tst_stackplan.moc"
