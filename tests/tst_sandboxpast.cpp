#include "app/sandboxpast.h"
#include "diagnosis/catalogue.h"
#include "support/tempstore.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {
const AppName gad(u"grupo-gad"_s);
const AppName cabanas(u"sist-cabanas-mvp"_s);
const QDateTime now(QDate(2026, 11, 22), QTime(23, 4, 12), Qt::UTC);

QJsonObject scenarioApp(const QString &name)
{
    QFile file(QFINDTESTDATA("../resources/scenarios/field-cases.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonArray apps = QJsonDocument::fromJson(file.readAll()).object()[u"apps"_s].toArray();
    for (const QJsonValue &app : apps) {
        if (app[u"name"_s].toString() == name)
            return app.toObject();
    }
    return {};
}
} // namespace

class TestSandboxPast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyDeploymentFolds();
    void spansLieInsideTheirAttempt();
    void listTellsTheStory();
    void secondStartWritesNothing();
    void aStartCutShortIsFinished();
    void deploymentsOfOthersAreLeftAlone();
    void failedBuildIsExplained();
    void failedReleaseCommandIsExplained();
    void unhealthyReleaseIsExplainedAndRolledBack();
    void goodDeploymentsGiveUsualDurations();
    void machinesBarsAreMadeOfSegments();
    void lastDeploymentCanBeRetried();
    void platformAgrees();

private:
    [[nodiscard]] DeploymentState stateOf(const AppName &app, int number);
    [[nodiscard]] DeploymentSummary summaryOf(const AppName &app, int number);

    std::optional<Catalogue> m_catalogue;
    TempStore m_store;
};

void TestSandboxPast::initTestCase()
{
    Result<Catalogue> catalogue = Catalogue::builtIn();
    VERIFY_OK(catalogue);
    m_catalogue = *catalogue;
    const Result<int> imported = SandboxPast::import(*m_store, *m_catalogue, now);
    VERIFY_OK(imported);
    QCOMPARE(*imported, 10);
}

DeploymentSummary TestSandboxPast::summaryOf(const AppName &app, int number)
{
    const QList<DeploymentSummary> all = m_store->deployments(app, 100).value();
    for (const DeploymentSummary &summary : all) {
        if (summary.number == number)
            return summary;
    }
    return {};
}

DeploymentState TestSandboxPast::stateOf(const AppName &app, int number)
{
    const QList<DeployEvent> events = m_store->events(summaryOf(app, number).id, 0).value();
    DeploymentState state;
    for (const DeployEvent &event : events) {
        const Result<void> applied = state.apply(event);
        if (!applied)
            qFatal("%s", qPrintable(applied.error().detail));
    }
    return state;
}

void TestSandboxPast::everyDeploymentFolds()
{
    for (const AppName &app : {gad, cabanas}) {
        const QList<DeploymentSummary> all = m_store->deployments(app, 100).value();
        for (const DeploymentSummary &summary : all) {
            const DeploymentState state = stateOf(app, summary.number);
            QCOMPARE(state.attempts.size(), 1);
            const AttemptState &attempt = state.attempts.first();
            QVERIFY(attempt.ended);
            QVERIFY(attempt.verdict);
            QVERIFY(attempt.leases.isEmpty());
            QVERIFY(attempt.openIntents.isEmpty());
            QCOMPARE(attempt.diagnosis.has_value(), attempt.ended->reported == Reported::Failed);
            QVERIFY(m_store->log(summary.id, 0, 10'000)->size() > 8);
            QCOMPARE(summary.status, DeploymentSummary::Status::Ended);
            QVERIFY(summary.endedAt < now);
        }
    }
    QVERIFY(m_store->unfinished()->isEmpty());
}

void TestSandboxPast::spansLieInsideTheirAttempt()
{
    for (int number = 51; number <= 58; ++number) {
        const DeploymentState state = stateOf(gad, number);
        const AttemptState &attempt = state.attempts.first();
        for (const SpanState &span : state.spans) {
            QVERIFY(span.startedAt >= attempt.startedAt);
            QVERIFY(span.endedAt >= span.startedAt);
            QVERIFY2(span.endedAt <= attempt.endedAt, qPrintable(QString::number(number)));
            QVERIFY(span.outcome != Outcome::Running);
            const SpanState *parent = state.span(span.parent);
            if (parent) {
                QVERIFY(span.startedAt >= parent->startedAt);
                QVERIFY(span.endedAt <= parent->endedAt);
            }
        }
        const QList<LogLine> log = m_store->log(state.id, 0, 10'000).value();
        for (const LogLine &line : log) {
            QVERIFY(line.at >= attempt.startedAt);
            QVERIFY(line.at <= attempt.endedAt);
        }
    }
}

void TestSandboxPast::listTellsTheStory()
{
    QStringList story;
    const QList<DeploymentSummary> all = m_store->deployments(gad, 100).value();
    for (const DeploymentSummary &summary : all) {
        story += u"#%1 v%2 %3 %4"_s.arg(summary.number)
                     .arg(summary.releaseVersion)
                     .arg(reportedName(summary.reported), realityName(summary.verdict->reality));
    }
    QCOMPARE(story,
        (QStringList{u"#58 v42 failed all-old"_s,
            u"#57 v0 failed all-old"_s,
            u"#56 v41 succeeded all-new"_s,
            u"#55 v40 rolled-back all-new"_s,
            u"#54 v39 failed mixed"_s,
            u"#53 v38 succeeded all-new"_s,
            u"#52 v37 succeeded all-new"_s,
            u"#51 v36 succeeded all-new"_s}));
    QCOMPARE(all[0].endedAt.secsTo(now) / 60, 4);
    QCOMPARE(all[0].startedAt.secsTo(all[0].endedAt), 91);
    QCOMPARE(all[3].kind, DeployKind::RollBack);
    QCOMPARE(all[3].refersTo, all[4].id);
    QCOMPARE(m_store->deployments(cabanas, 10)->size(), 2);
}

void TestSandboxPast::secondStartWritesNothing()
{
    QCOMPARE(SandboxPast::import(*m_store, *m_catalogue, now.addDays(1)), Result<int>(0));
}

void TestSandboxPast::aStartCutShortIsFinished()
{
    TempStore store;
    const DeploymentSummary first = summaryOf(gad, 51);
    VERIFY_OK(store->import(gad, *m_store->events(first.id, 0), {}, 51));
    QCOMPARE(SandboxPast::import(*store, *m_catalogue, now), Result<int>(9));
    QCOMPARE(store->deployments(gad, 100)->size(), 8);
}

void TestSandboxPast::deploymentsOfOthersAreLeftAlone()
{
    TempStore store;
    Script script(*store, gad, now);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    QCOMPARE(SandboxPast::import(*store, *m_catalogue, now), Result<int>(2)); // the other app's
    QCOMPARE(store->deployments(gad, 100)->size(), 1);
}

void TestSandboxPast::failedBuildIsExplained()
{
    const DeploymentState state = stateOf(gad, 57);
    const AttemptState &attempt = state.attempts.first();
    QCOMPARE(attempt.ended->failedStep, Step::BuildStage);
    QSet<QString> lanes;
    int failed = 0;
    for (const SpanState &span : state.spans) {
        if (span.step == Step::BuildStage) {
            lanes += span.lane;
            failed += span.outcome == Outcome::Failed;
        }
    }
    QCOMPARE(lanes, (QSet<QString>{u"builder"_s, u"stage-1"_s}));
    QCOMPARE(failed, 1);

    const Diagnosis &diagnosis = *attempt.diagnosis;
    QCOMPARE(diagnosis.rule, u"build.missing-packages"_s);
    QCOMPARE(diagnosis.captures,
        (QStringList{u"libpq-dev, python3-dev"_s, u"asyncpg"_s, u"7"_s, u"builder"_s}));
    const QList<LogLine> log = m_store->log(state.id, 0, 1000).value();
    QVERIFY(log.size() >= 80 && log.size() <= 150);
    const Evidence &decisive = diagnosis.evidence.first();
    QCOMPARE(decisive.kind, Evidence::Kind::LogLine);
    QVERIFY(log[decisive.logIndex].text.contains(u"pg_config executable not found"_s));
    const auto config = std::find_if(diagnosis.evidence.cbegin(),
        diagnosis.evidence.cend(),
        [](const Evidence &evidence) { return evidence.kind == Evidence::Kind::ConfigLine; });
    QVERIFY(config != diagnosis.evidence.cend());
    QCOMPARE(config->file, u"Dockerfile"_s);
    QCOMPARE(config->line, 7);
    QVERIFY(config->text.startsWith(u"RUN pip install"_s));
}

void TestSandboxPast::failedReleaseCommandIsExplained()
{
    const DeploymentState state = stateOf(gad, 58);
    const AttemptState &attempt = state.attempts.first();
    QCOMPARE(attempt.ended->failedStep, Step::ReleaseCommand);
    QCOMPARE(attempt.releaseCommand->exitCode, std::optional(1));
    QVERIFY(attempt.ended->changed.isEmpty());
    QCOMPARE(attempt.ended->unchanged.size(), 3);
    const Diagnosis &diagnosis = *attempt.diagnosis;
    QCOMPARE(diagnosis.rule, u"release.database-refused"_s);
    QCOMPARE(diagnosis.captures, (QStringList{u"grupo-gad-db.internal"_s, u"5432"_s}));
    const QList<LogLine> log = m_store->log(state.id, 0, 1000).value();
    QVERIFY(log[diagnosis.evidence.first().logIndex].text.contains(u"connection refused"_s));
    QCOMPARE(diagnosis.evidence.last().text, u"exit 1"_s);
    QCOMPARE(
        m_catalogue->text(diagnosis, u"en"_s).nextSteps.first(), NextStep::RetryFromReleaseCommand);
}

void TestSandboxPast::unhealthyReleaseIsExplainedAndRolledBack()
{
    const DeploymentState failed = stateOf(gad, 54);
    const AttemptState &attempt = failed.attempts.first();
    QCOMPARE(attempt.diagnosis->rule, u"update.check-answers-error"_s);
    QCOMPARE(attempt.diagnosis->evidence.first().kind, Evidence::Kind::Check);
    QCOMPARE(attempt.verdict->unhealthyMachines, QList<MachineId>{MachineId(u"148e21f3b04289"_s)});
    QCOMPARE(attempt.verdict->oldMachines.size(), 2);
    const DeploymentState back = stateOf(gad, 55);
    QCOMPARE(back.attempts.first().plan.toVersion, 38);
    QCOMPARE(back.attempts.first().updated.size(), 1);
}

void TestSandboxPast::goodDeploymentsGiveUsualDurations()
{
    const QHash<QString, UsualDuration> usual = m_store->usual(gad).value();
    using namespace std::chrono_literals;
    const UsualDuration total = usual.value(u"total"_s);
    QCOMPARE(total.samples, 4);
    QVERIFY(total.p50 > 160s && total.p95 < 200s && total.p95 > total.p50);
    const UsualDuration bar = usual.value(usualKey(Step::UpdateMachine, Segment::Work));
    QVERIFY2(bar.p50 > 40s && bar.p50 < 60s, qPrintable(QString::number(bar.p50.count())));
    for (const Segment segment : {Segment::Pull, Segment::Start, Segment::Grace, Segment::Checks})
        QVERIFY(usual.value(usualKey(Step::UpdateMachine, segment)).samples >= 12);
    QVERIFY(usual.contains(usualKey(Step::ReleaseCommand, Segment::Work)));
    QVERIFY(usual.contains(usualKey(Step::BuildImage, Segment::Work)));
    // What was usual then is drawn behind the bars; the first ones had nothing to compare with.
    QVERIFY(!stateOf(gad, 51).spans.first().usual);
    QVERIFY(stateOf(gad, 58).spans.first().usual);
    QVERIFY(stateOf(gad, 58).attempts.first().plan.usualTotal);
}

void TestSandboxPast::machinesBarsAreMadeOfSegments()
{
    const DeploymentState state = stateOf(gad, 56);
    QHash<QString, QList<Segment>> segments;
    for (const SpanState &span : state.spans) {
        if (span.step == Step::UpdateMachine && span.segment != Segment::Work)
            segments[span.lane] += span.segment;
    }
    QCOMPARE(segments.size(), 3);
    const QList<Segment> expected{
        Segment::WaitTurn, Segment::Pull, Segment::Start, Segment::Grace, Segment::Checks};
    for (const QList<Segment> &of : std::as_const(segments))
        QCOMPARE(of, expected);
}

void TestSandboxPast::lastDeploymentCanBeRetried()
{
    const DeploymentState state = stateOf(gad, 58);
    const DeployPlan &plan = state.attempts.first().plan;
    QCOMPARE(plan.image, u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s);
    QVERIFY(plan.imageDigest.startsWith(u"sha256:2320bb09"_s));
    QCOMPARE(plan.currentVersion, 41);
    QCOMPARE(plan.releaseCommand, u"alembic upgrade head"_s);
    QVERIFY(!plan.definitionDigest.isEmpty());
    QVERIFY(!plan.secretsDigest.isEmpty());
    QCOMPARE(plan.machines.size(), 3);
    QVERIFY(!plan.hash.isEmpty());
    QVERIFY(state.before.isEmpty()); // nothing was touched
    // A command that succeeded for an image is not run again for it.
    const DeploymentState good = stateOf(gad, 56);
    const QString key = good.attempts.first().releaseCommand->key;
    QVERIFY(m_store->releaseCommandDone(key).value());
    QVERIFY(!m_store->releaseCommandDone(state.attempts.first().releaseCommand->key).value());
}

// Journal and simulator tell one story: same machines, releases, images, secrets, definition.
void TestSandboxPast::platformAgrees()
{
    for (const AppName &app : {gad, cabanas}) {
        const QJsonObject platform = scenarioApp(app.value);
        QVERIFY(!platform.isEmpty());
        QHash<int, QJsonObject> releases;
        const QJsonArray all = platform[u"releases"_s].toArray();
        for (const QJsonValue &release : all)
            releases.insert(release[u"version"_s].toInt(), release.toObject());
        QStringList machines;
        const QJsonArray running = platform[u"machines"_s].toArray();
        for (const QJsonValue &machine : running) {
            if (machine[u"state"_s].toString() == "started"_L1)
                machines += machine[u"id"_s].toString();
        }
        const QList<DeploymentSummary> past = m_store->deployments(app, 100).value();
        for (const DeploymentSummary &summary : past) {
            const DeploymentState state = stateOf(app, summary.number);
            const AttemptState &attempt = state.attempts.first();
            QStringList planned;
            for (const PlannedMachine &machine : attempt.plan.machines)
                planned += machine.id.value;
            QCOMPARE(planned, machines);
            if (!releases.contains(attempt.releaseVersion))
                continue;
            const QJsonObject release = releases.take(attempt.releaseVersion);
            QCOMPARE(attempt.release.value, release[u"id"_s].toString());
            QCOMPARE(attempt.plan.image, release[u"imageRef"_s].toString());
            const bool good = release[u"status"_s].toString() == "complete"_L1;
            QCOMPARE(attempt.ended->reported != Reported::Failed, good);
            const qint64 ago = release[u"createdSecondsAgo"_s].toInteger();
            QVERIFY(attempt.startedAt <= now.addSecs(-ago));
            QVERIFY(attempt.endedAt >= now.addSecs(-ago));
        }
        QVERIFY(releases.isEmpty()); // every release has its deployment
    }
}

QTEST_GUILESS_MAIN(TestSandboxPast)
#include "tst_sandboxpast.moc"
