#include "deploy/stackrun.h"
#include "deploy/stackverdict.h"
#include "support/stackfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

// What becomes of a stack's plan: carried out, tried again, undone, looked at.
class TestStackRetry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void retryResumes_data();
    void retryResumes();
    void otherInputsAreAnotherDeployment();
    void rollBackUndoesWhatWasBegun_data();
    void rollBackUndoesWhatWasBegun();
    void movedTagsAreReturned();
    void theRunnerTakesEveryPlan_data();
    void theRunnerTakesEveryPlan();
    void surveysBecomeLooks();
    void verdicts_data();
    void verdicts();
    void verdictOfSeveralServers();

private:
    StackProject m_invex;
    StackProject m_gad;
};

void TestStackRetry::initTestCase()
{
    m_invex = StackFixture::invex(QFINDTESTDATA("data/stacks/invex"));
    m_gad = StackFixture::gad(QFINDTESTDATA("data/stacks/gad"));
}

void TestStackRetry::retryResumes_data()
{
    QTest::addColumn<QString>("failedAt");
    QTest::addColumn<QStringList>("left"); // what is done again that changes something
    const QStringList update{u"update-service backend"_s,
        u"update-service web"_s,
        u"update-service bank-advisor"_s,
        u"update-service file-manager"_s};
    const QStringList pull{u"pull-image backend"_s,
        u"pull-image web"_s,
        u"pull-image bank-advisor"_s,
        u"pull-image file-manager"_s};
    const QStringList migrate{u"release-command bank-advisor"_s};
    QTest::newRow("backup") << u"backup"_s
                            << QStringList(
                                   QStringList{u"back-up"_s, u"back-up"_s, u"upload-files"_s} + pull
                                   + migrate + update);
    QTest::newRow("second backup")
        << u"second-backup"_s
        << QStringList(QStringList{u"back-up"_s, u"upload-files"_s} + pull + migrate + update);
    QTest::newRow("upload") << u"upload"_s
                            << QStringList(
                                   QStringList{u"upload-files"_s} + pull + migrate + update);
    QTest::newRow("pull") << u"pull"_s << QStringList(pull + migrate + update);
    QTest::newRow("migrate") << u"migrate"_s << QStringList(pull + migrate + update);
    QTest::newRow("update") << u"update"_s << QStringList(pull.mid(1) + update.mid(1));
    QTest::newRow("verify") << u"verify"_s << QStringList();
}

void TestStackRetry::retryResumes()
{
    QFETCH(QString, failedAt);
    StackInputs inputs = StackFixture::upgraded(m_invex);
    const DeployPlan first = StackFixture::planned(inputs);
    StackRecord record = StackFixture::recordOf(inputs, first, false);
    const QString server = inputs.looks.constFirst().server;
    const StackBackupMade postgres{server,
        u"bankadvisor"_s,
        u"backups/pre_deploy_20261123T120000_bankadvisor.dump"_s,
        inputs.now};
    const StackBackupMade mongo{server, u"chat"_s, u"backups/chat.archive.gz"_s, inputs.now};
    const QStringList phases{u"backup"_s,
        u"second-backup"_s,
        u"upload"_s,
        u"pull"_s,
        u"migrate"_s,
        u"update"_s,
        u"verify"_s};
    const qsizetype reached = phases.indexOf(failedAt);
    if (reached >= 1)
        record.backups = {postgres};
    if (reached >= 2)
        record.backups.append(mongo);
    if (reached >= 3) {
        inputs.looks.first().files.first().now = u"other"_s;
        record.placedBy.insert(server, {u"run-1"_s});
    }
    if (reached >= 5)
        record.migrations = {{server, first.stack->migrationKey, true, inputs.now}};
    const QStringList updated = reached == 5 ? QStringList{u"backend"_s}
        : reached == 6                       ? inputs.toml.services
                                             : QStringList();
    for (const QString &name : updated) {
        StackServiceNow *service = StackFixture::service(inputs, name);
        service->image = inputs.images.value(name).reference;
        service->digest = inputs.images.value(name).digest;
    }
    inputs.previous = record;
    inputs.kind = DeployKind::Retry;
    inputs.chain = u"another"_s;
    const DeployPlan again = StackFixture::planned(inputs);
    QCOMPARE(again.deployment, record.deployment);
    QCOMPARE(again.attempt, 2);
    QCOMPARE(again.stack->chain, first.stack->chain);
    QStringList done;
    for (const StackStep &step : StackFixture::first(again).steps) {
        if (step.writes && !step.skipped)
            done.append(QString(stepName(step.step) + u' ' + step.service).trimmed());
    }
    QFETCH(QStringList, left);
    QCOMPARE(done, left);
}

void TestStackRetry::otherInputsAreAnotherDeployment()
{
    StackInputs inputs = StackFixture::upgraded(m_invex);
    inputs.previous = StackFixture::recordOf(inputs, StackFixture::planned(inputs), false);
    inputs.kind = DeployKind::Retry;
    inputs.configDigest = u"config-3"_s;
    inputs.chain = u"another"_s;
    const DeployPlan plan = StackFixture::planned(inputs);
    QVERIFY(plan.deployment.isEmpty());
    QCOMPARE(plan.refersTo, inputs.previous->deployment);
    QCOMPARE(plan.attempt, 1);
    QCOMPARE(plan.stack->chain, u"another"_s);
    QVERIFY(StackFixture::tells(plan, PlanWarning::ConfigDrift));

    // A migration that nobody saw end is asked about, not skipped.
    inputs = StackFixture::upgraded(m_invex);
    StackRecord record = StackFixture::recordOf(inputs, StackFixture::planned(inputs), false);
    record.migrations = {
        {inputs.looks.constFirst().server, record.plan.migrationKey, false, inputs.now}};
    inputs.previous = record;
    inputs.kind = DeployKind::Retry;
    const DeployPlan unsure = StackFixture::planned(inputs);
    const StackStep *migration =
        StackFixture::step(StackFixture::first(unsure).steps, Step::ReleaseCommand);
    QVERIFY(!migration->skipped);
    QCOMPARE(migration->reason, PlanReason::ReleaseCommandUnknown);
}

void TestStackRetry::rollBackUndoesWhatWasBegun_data()
{
    QTest::addColumn<int>("begun"); // number of the last step that was begun
    QTest::addColumn<bool>("agreed");
    QTest::addColumn<QStringList>("expected");
    const QString restore = u"restore-database"_s;
    QTest::newRow("before anything is changed") << 14 << true << QStringList();
    QTest::newRow("upload") << 15 << true << QStringList{u"return-files"_s};
    QTest::newRow("pull") << 18 << true << QStringList{u"return-files"_s};
    QTest::newRow("migration, database stays") << 21 << false << QStringList{u"return-files"_s};
    QTest::newRow("migration") << 21 << true
                               << QStringList{u"return-files"_s,
                                      u"back-up"_s,
                                      u"back-up"_s,
                                      u"stop-service"_s,
                                      restore,
                                      restore,
                                      restore,
                                      restore,
                                      u"update-service"_s};
    QTest::newRow("half of the services, database stays")
        << 25 << false
        << QStringList{u"return-files"_s, u"update-service backend"_s, u"update-service web"_s};
}

void TestStackRetry::rollBackUndoesWhatWasBegun()
{
    const DeployPlan plan = StackFixture::planned(StackFixture::upgraded(m_invex));
    QFETCH(int, begun);
    QFETCH(bool, agreed);
    QList<int> numbers;
    for (int number = 1; number <= begun; ++number)
        numbers.append(number);
    QStringList writing;
    QStringList looked;
    for (const StackStep &step : stackRollback(StackFixture::first(plan), numbers, agreed)) {
        QVERIFY(step.number > 40);
        if (step.writes)
            writing.append(QString(stepName(step.step) + u' ' + step.service).trimmed());
        else if (step.phase == Phase::Verify)
            looked.append(stepName(step.step));
    }
    QFETCH(QStringList, expected);
    QCOMPARE(writing, expected);
    QCOMPARE(looked.isEmpty(), expected.isEmpty()); // what was undone is looked at
    QVERIFY(!plan.stack->restoresByItself && plan.stack->rollsBackByItself);
}

// The tag is pulled over: what ran before is found by its digest.
void TestStackRetry::movedTagsAreReturned()
{
    StackInputs inputs = StackFixture::running(m_invex, u"1.4.0"_s);
    const StackServiceNow was = *StackFixture::service(inputs, u"web"_s);
    inputs.images[u"web"_s].digest = u"sha256:new"_s;
    inputs.redeploy = StackRedeploy::Code;
    const DeployPlan plan = StackFixture::planned(inputs);
    const StackStep *returned =
        StackFixture::step(StackFixture::first(plan).rollback, Step::ReturnImage, u"web"_s);
    QVERIFY(returned);
    QCOMPARE(returned->argv,
        (QStringList{u"docker"_s,
            u"image"_s,
            u"tag"_s,
            QString(u"registry.example/invex/web@"_s + was.digest),
            was.image}));
    QCOMPARE(returned->onlyAfter,
        StackFixture::step(StackFixture::first(plan).steps, Step::PullImage, u"web"_s)->number);
    QVERIFY(
        !StackFixture::step(StackFixture::first(plan).rollback, Step::ReturnImage, u"backend"_s));
}

void TestStackRetry::theRunnerTakesEveryPlan_data()
{
    QTest::addColumn<QString>("which");
    for (const char *which : {"upgrade", "login", "git", "first", "nothing"})
        QTest::newRow(which) << QString::fromLatin1(which);
}

// Step by step: what is skipped is left out, and the numbers are those of the plan.
void TestStackRetry::theRunnerTakesEveryPlan()
{
    QFETCH(QString, which);
    StackInputs inputs = which == "git"_L1 ? StackFixture::running(m_gad, {})
        : which == "nothing"_L1            ? StackFixture::running(m_invex, u"1.4.0"_s)
                                           : StackFixture::upgraded(m_invex);
    if (which == "first"_L1)
        inputs.looks.first().services.clear();
    QList<RunnerSecret> secrets;
    if (which == "login"_L1) {
        inputs.registries = {{u"registry.example"_s, u"deploy"_s, u"registry-1"_s}};
        secrets = {{u"registry-1"_s, Secret("not a real one")}};
    }
    const DeployPlan plan = StackFixture::planned(inputs);
    const StackServerPlan &server = StackFixture::first(plan);
    const RunnerList list = stackRunnerList(*plan.stack, server, u"01J8RUN"_s, u"ana@desk"_s);
    QCOMPARE(list.registryLogin, which == "login"_L1);
    int number = 0;
    for (const StackStep &step : server.steps) {
        QCOMPARE(step.number, step.skipped ? 0 : ++number);
        if (!step.skipped)
            QCOMPARE(list.steps.at(number - 1).arguments, step.argv);
    }
    QCOMPARE(list.steps.size(), number);
    for (const StackStep &step : server.rollback)
        QCOMPARE(step.number, ++number);
    const Result<Secret> lines = RunnerSteps::encode(list, secrets);
    QVERIFY2(lines, lines ? "" : qPrintable(lines.error().detail));
}

void TestStackRetry::surveysBecomeLooks()
{
    ServerFacts facts;
    facts.cpu = u"amd64"_s;
    facts.dockerRoot = u"/var/lib/docker"_s;
    facts.disks = {{u"/srv"_s, u"/"_s, 100, 10}, {u"/var/lib/docker"_s, u"/var"_s, 100, 20}};
    ServiceFacts web;
    web.service = u"web"_s;
    web.image = u"web:1"_s;
    web.digest = u"sha256:1"_s;
    web.state = ContainerState::Running;
    ServiceFacts other = web;
    other.number = 2;
    other.health = ServiceHealth::Unhealthy;
    ServiceFacts once = web;
    once.service = u"migrate"_s;
    once.oneOff = true;
    ServiceFacts stopped = web;
    stopped.service = u"bot"_s;
    stopped.state = ContainerState::Exited;
    StackFacts stack;
    stack.project = u"shop"_s;
    stack.services = {web, other, once, stopped};
    stack.lock = StackLock{u"/srv/shop"_s, true, u"01J8RUN"_s, u"ana@desk"_s, {}};
    const StackLook look = stackLook(u"one"_s, facts, stack);
    QCOMPARE(look.project, u"shop"_s);
    QCOMPARE(look.freeBytes, 20);
    QCOMPARE(look.lockedBy, u"ana@desk"_s);
    QCOMPARE(look.services.size(), 2);
    QCOMPARE(look.service(u"web")->containers, 2);
    QVERIFY(look.service(u"web")->unhealthy);
    QCOMPARE(look.service(u"bot")->containers, 0);
    stack.lock->held = false;
    stack.services[1].digest = u"sha256:2"_s;
    const StackLook free = stackLook(u"one"_s, facts, stack);
    QVERIFY(free.lockedBy.isEmpty());
    QVERIFY(free.service(u"web")->digest != web.digest);
}

void TestStackRetry::verdicts_data()
{
    QTest::addColumn<int>("reported");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("reality");
    QTest::addColumn<bool>("contradicts");
    const auto row = [](const char *name,
                         Reported reported,
                         const QString &state,
                         Reality reality,
                         bool contradicts) {
        QTest::newRow(name) << int(reported) << state << int(reality) << contradicts;
    };
    row("done", Reported::Succeeded, u"new"_s, Reality::AllNew, false);
    row("done after all", Reported::Failed, u"new"_s, Reality::AllNew, true);
    row("not done", Reported::Succeeded, u"old"_s, Reality::AllOld, true);
    row("failed early", Reported::Failed, u"old"_s, Reality::AllOld, false);
    row("rolled back", Reported::RolledBack, u"old"_s, Reality::AllOld, false);
    row("half-way", Reported::Failed, u"half"_s, Reality::Mixed, false);
    row("another one", Reported::Succeeded, u"other"_s, Reality::Mixed, true);
    row("old variables", Reported::Succeeded, u"environment"_s, Reality::Mixed, true);
    row("missing", Reported::Succeeded, u"missing"_s, Reality::WrongCount, true);
    row("unhealthy", Reported::Succeeded, u"unhealthy"_s, Reality::Unhealthy, true);
    row("206 rows", Reported::Succeeded, u"data"_s, Reality::Unhealthy, true);
    row("smoke", Reported::Succeeded, u"smoke"_s, Reality::Unhealthy, true);
    row("not reached", Reported::Succeeded, u"unreached"_s, Reality::Unknown, false);
}

void TestStackRetry::verdicts()
{
    QFETCH(int, reported);
    QFETCH(QString, state);
    StackInputs inputs = StackFixture::upgraded(m_invex);
    const DeployPlan plan = StackFixture::planned(inputs);
    if (state != "old"_L1) {
        for (const QString &name : inputs.toml.services) {
            StackServiceNow *service = StackFixture::service(inputs, name);
            service->image = inputs.images.value(name).reference;
            service->digest = inputs.images.value(name).digest;
        }
    }
    StackServiceNow *web = StackFixture::service(inputs, u"web"_s);
    const StackInputs before = StackFixture::upgraded(m_invex);
    if (state == "half"_L1)
        *web = *before.looks.constFirst().service(u"web");
    if (state == "other"_L1)
        web->digest = u"sha256:other"_s;
    if (state == "environment"_L1)
        web->environment = u"old"_s;
    if (state == "missing"_L1)
        web->containers = 0;
    if (state == "unhealthy"_L1)
        web->unhealthy = true;
    StackAfter after;
    after.look = inputs.looks.constFirst();
    if (state == "data"_L1)
        after.failedData = {{u"monthly_kpis"_s, u"7320"_s, u"206"_s}};
    if (state == "smoke"_L1)
        after.failedSmoke = {{u"web"_s, u"200"_s, u"502"_s}};
    if (state == "unreached"_L1)
        after.look.isReached = false;
    const StackVerdict verdict = stackVerdict(*plan.stack,
        StackFixture::first(plan),
        {after.look.server, static_cast<Reported>(reported), {}},
        after);
    QFETCH(int, reality);
    QFETCH(bool, contradicts);
    QCOMPARE(int(verdict.reality), reality);
    QCOMPARE(verdict.contradicts(), contradicts);
}

void TestStackRetry::verdictOfSeveralServers()
{
    StackInputs inputs = StackFixture::running(m_gad, {});
    const DeployPlan plan = StackFixture::planned(inputs);
    QList<StackReport> reports;
    QList<StackAfter> afters;
    for (const StackLook &look : std::as_const(inputs.looks)) {
        reports.append({look.server, Reported::Succeeded, {}});
        afters.append({look, {}, {}, {}, {}, false});
    }
    Verdict verdict = stackVerdict(*plan.stack, reports, afters, inputs.now);
    QCOMPARE(verdict.servers.size(), 3);
    QCOMPARE(verdict.reality, Reality::AllNew);
    QVERIFY(!verdict.contradicts());
    afters[2].look.services.first().containers = 0;
    verdict = stackVerdict(*plan.stack, reports, afters, inputs.now);
    QCOMPARE(verdict.reality, Reality::Mixed);
    QVERIFY(verdict.contradicts());
    afters.removeLast();
    verdict = stackVerdict(*plan.stack, reports, afters, inputs.now);
    QCOMPARE(verdict.reality, Reality::Unknown);
}

QTEST_GUILESS_MAIN(TestStackRetry)
#include "tst_stackretry.moc"
