#include "models/comparisonmodel.h"
#include "support/timelinestory.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Part = DeploymentComparison::Part;
using Column = ComparisonModel::Column;

namespace {

const Part &partOf(
    const DeploymentComparison &comparison, std::optional<Phase> phase, const QString &lane = {})
{
    for (const Part &part : comparison.parts) {
        if (part.phase == phase && part.lane == lane)
            return part;
    }
    qFatal("no such part");
}

// One machine, whose bar waits, pulls and works.
TimelineStory story(qint64 turn, qint64 work, Outcome outcome = Outcome::Succeeded)
{
    TimelineStory story(1);
    story.attempt(DeployKind::Deploy, 0, {});
    story.span(Phase::Preflight, Step::Survey, 0, 1'000);
    const QString lane = story.machine(0);
    const qint64 from = 2'000;
    const qint64 end = from + turn + work;
    const SpanId bar = story.span(
        Phase::Update, Step::UpdateMachine, from, end, {.lane = lane, .outcome = outcome});
    story.span(Phase::Update,
        Step::UpdateMachine,
        from,
        from + turn,
        {.lane = lane, .parent = bar, .segment = Segment::WaitTurn});
    story.span(Phase::Update,
        Step::UpdateMachine,
        from + turn,
        end,
        {.lane = lane, .parent = bar, .segment = Segment::Start, .outcome = outcome});
    story.end(end + 1'000,
        outcome == Outcome::Succeeded ? Reported::Succeeded : Reported::Failed,
        Step::UpdateMachine);
    return story;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workAndWaitingAreApart();
    void lanesSideBySideCountOnce();
    void skippedAndMissingAreTold();
    void attemptsOfADeploymentAreTakenTogether();
    void whatRunsIsMeasuredUpToNow();
    void theModelIsATree();
    void everyRowIsAPhrase();
};

void TestComparison::workAndWaitingAreApart()
{
    const DeploymentState a = story(3'000, 10'000).state();
    const DeploymentState b = story(1'000, 14'000, Outcome::Failed).state();
    const DeploymentComparison comparison = DeploymentComparison::of(a, b, a.lastAt);
    const Part &lane = partOf(comparison, Phase::Update, u"148e306fd02189"_s);
    QCOMPARE(lane.first.worked, 10'000ms);
    QCOMPARE(lane.first.waited, 3'000ms);
    QCOMPARE(lane.second.worked, 14'000ms);
    QCOMPARE(lane.second.waited, 1'000ms);
    QCOMPARE(lane.difference(), std::optional(2'000ms));
    QCOMPARE(lane.second.outcome, Outcome::Failed);
    const Part &phase = partOf(comparison, Phase::Update);
    QCOMPARE(phase.first.waited, 3'000ms);
    QCOMPARE(phase.difference(), std::optional(2'000ms));
    const Part &whole = partOf(comparison, std::nullopt);
    QCOMPARE(whole.first.took(), 16'000ms);
    QCOMPARE(whole.first.waited, 3'000ms);
    QCOMPARE(whole.second.outcome, Outcome::Failed);
    QCOMPARE(comparison.longest(), 18'000ms);
}

void TestComparison::lanesSideBySideCountOnce()
{
    TimelineStory two(2);
    two.attempt(DeployKind::Deploy, 0, {});
    for (const int i : {0, 1}) {
        const QString lane = two.machine(i);
        const SpanId bar =
            two.span(Phase::Update, Step::UpdateMachine, 0, 10'000 + i * 5'000, {.lane = lane});
        two.span(Phase::Update,
            Step::UpdateMachine,
            0,
            i == 0 ? 1'000 : 8'000,
            {.lane = lane, .parent = bar, .segment = Segment::WaitTurn});
    }
    two.end(15'000, Reported::Succeeded);
    const DeploymentState state = two.state();
    const DeploymentComparison comparison = DeploymentComparison::of(state, state, state.lastAt);
    const Part &phase = partOf(comparison, Phase::Update);
    QCOMPARE(phase.first.took(), 15'000ms);
    QCOMPARE(phase.first.waited, 1'000ms); // while neither worked
    QCOMPARE(partOf(comparison, Phase::Update, two.machine(1)).first.waited, 8'000ms);
    QCOMPARE(phase.difference(), std::optional(0ms));
}

void TestComparison::skippedAndMissingAreTold()
{
    TimelineStory reuses(1);
    reuses.attempt(DeployKind::Retry, 0, {});
    reuses.skip(Phase::Build, Step::ResolveImage, 500, PlanReason::ImageExists, {u"x:1"_s});
    reuses.end(1'000, Reported::Succeeded);
    const DeploymentState built = TimelineStory::failedBuild().state();
    const DeploymentState state = reuses.state();
    const DeploymentComparison comparison = DeploymentComparison::of(built, state, state.lastAt);
    const Part &build = partOf(comparison, Phase::Build);
    QVERIFY(build.first.happened() && build.second.skipped);
    QVERIFY(!build.difference());
    QCOMPARE(build.second.reason, PlanReason::ImageExists);
    QVERIFY(ComparisonModel::remark(build).startsWith("skipped in the second: "_L1));
    QCOMPARE(ComparisonModel::took(build.second), u"skipped"_s);
    const Part &preflight = partOf(comparison, Phase::Preflight);
    QVERIFY(!preflight.second.present);
    QCOMPARE(ComparisonModel::remark(preflight), u"only in the first"_s);
}

void TestComparison::attemptsOfADeploymentAreTakenTogether()
{
    const DeploymentState failed = TimelineStory::failedRelease().state();
    const DeploymentState retried = TimelineStory::retried().state();
    const DeploymentComparison comparison =
        DeploymentComparison::of(failed, retried, retried.lastAt);
    const Part &whole = partOf(comparison, std::nullopt);
    QCOMPARE(whole.first.took(), 94'200ms);
    QCOMPARE(whole.second.took(), 94'200ms + 107'100ms); // not the time between them
    const Part &migrate = partOf(comparison, Phase::Migrate);
    QCOMPARE(migrate.first.outcome, Outcome::Failed);
    QCOMPARE(migrate.second.outcome, Outcome::Succeeded);
    QCOMPARE(ComparisonModel::remark(migrate), u"failed, then succeeded"_s);
}

void TestComparison::whatRunsIsMeasuredUpToNow()
{
    const TimelineStory running = story(3'000, 10'000);
    const DeploymentState state = running.state(7'000);
    const DeploymentComparison comparison =
        DeploymentComparison::of(state, state, running.time(9'000));
    const Part &update = partOf(comparison, Phase::Update);
    QCOMPARE(update.first.took(), 7'000ms);
    QCOMPARE(update.first.outcome, Outcome::Running);
}

void TestComparison::theModelIsATree()
{
    ComparisonModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const DeploymentState a = TimelineStory::failedRelease().state();
    const DeploymentState b = TimelineStory::retried().state();
    model.setComparison(DeploymentComparison::of(a, b, b.lastAt), u"#57"_s, u"#58"_s);
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names += model.index(row, 0).data().toString();
    QCOMPARE(names.first(), u"Whole deployment"_s);
    QVERIFY(names.contains(u"release command"_s) && names.contains(u"update"_s));
    const int update = int(names.indexOf(u"update"_s));
    const QModelIndex parent = model.index(update, 0);
    QCOMPARE(model.rowCount(parent), 3);
    QCOMPARE(model.index(0, 0, parent).data().toString(), u"machine 148e306fd02189"_s);
    QCOMPARE(
        model.index(0, int(Column::Remark), parent).data().toString(), u"only in the second"_s);
    QCOMPARE(model.headerData(int(Column::Second), Qt::Horizontal, Qt::DisplayRole).toString(),
        u"#58"_s);
    const QModelIndex bars = model.index(0, int(Column::Bars));
    const double worked = bars.data(ComparisonModel::SecondWorkedRole).toDouble();
    const double waited = bars.data(ComparisonModel::SecondWaitedRole).toDouble();
    QVERIFY(worked + waited > 0.99 && worked + waited < 1.01);
    model.retranslate();
}

void TestComparison::everyRowIsAPhrase()
{
    ComparisonModel model;
    const DeploymentState a = story(3'000, 10'000).state();
    const DeploymentState b = story(1'000, 14'000).state();
    model.setComparison(DeploymentComparison::of(a, b, b.lastAt), u"#1"_s, u"#2"_s);
    const QString phrase =
        model.index(0, int(Column::Bars)).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(phrase,
        u"Whole deployment: #1 took 16 s (waited 3 s), #2 took 18 s (waited 1 s), 2 s longer"_s);
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
