#include "models/timelinelayout.h"
#include "support/timelinestory.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString printBar(const TimelineBar &bar)
{
    static const QStringList kinds{u"plain"_s, u"whole"_s, u"part"_s, u"sum"_s};
    const QString end = bar.isRunning() ? u"…"_s : QString::number(bar.end);
    return u"%1 %2-%3 %4"_s.arg(kinds.at(static_cast<int>(bar.kind)))
        .arg(bar.start)
        .arg(end, Words::status(bar.status));
}

QStringList printRows(const TimelineLayout &layout)
{
    QStringList lines;
    for (qsizetype i = 0; i < layout.rowCount(); ++i) {
        const TimelineRow &row = layout.row(i);
        QString line(static_cast<qsizetype>(row.kind) * 2, u' ');
        line += row.name;
        if (row.foldable)
            line += row.folded ? u" [+]"_s : u" [-]"_s;
        if (!row.reached)
            line += u" (not reached)"_s;
        if (row.status)
            line += QString(u" "_s + Words::status(*row.status));
        lines.append(line);
    }
    return lines;
}

TimelineLayout laidOut(
    const DeploymentState &state, const QDateTime &now, const TimelineOptions &options = {})
{
    TimelineLayout layout;
    layout.build(state, options, now);
    return layout;
}

const TimelineRow *rowNamed(const TimelineLayout &layout, const QString &name)
{
    for (qsizetype i = 0; i < layout.rowCount(); ++i) {
        if (layout.row(i).name == name)
            return &layout.row(i);
    }
    return nullptr;
}

} // namespace

class TestTimelineLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowThePhases()
    {
        const TimelineStory story = TimelineStory::failedRelease();
        const TimelineLayout layout = laidOut(story.state(), story.time(100'000));
        const QStringList expected{u"  pre-deploy checks succeeded"_s,
            u"  build skipped"_s,
            u"  release command failed"_s,
            u"  update"_s,
            u"  verify succeeded"_s,
            u"  clean-up succeeded"_s};
        QCOMPARE(printRows(layout), expected);
        QVERIFY(!layout.isRunning());
    }

    void attemptsStackAndEarlierOnesAreFolded()
    {
        const TimelineStory story = TimelineStory::retried();
        const QStringList expected{u"Attempt 1: Deploy [+] failed"_s,
            u"Attempt 2: Retry [-] succeeded"_s,
            u"  pre-deploy checks succeeded"_s,
            u"  build skipped"_s,
            u"  release command succeeded"_s,
            u"  update [-] succeeded"_s,
            u"    148e… succeeded"_s,
            u"    148f… succeeded"_s,
            u"    1490… succeeded"_s,
            u"  verify succeeded"_s,
            u"  clean-up succeeded"_s};
        const TimelineLayout layout = laidOut(story.state(), story.time(200'000));
        QCOMPARE(printRows(layout), expected);
        const TimelineRow &folded = layout.row(0);
        QVERIFY(folded.bars.size() >= 4);
        QCOMPARE(folded.failures, QList<qint64>{91'000}); // never merged away
    }

    void theUserFoldsAndUnfolds()
    {
        const TimelineStory story = TimelineStory::retried();
        TimelineOptions options;
        options.folds.insert({1, {}}, false);
        options.folds.insert({2, Phase::Update}, true);
        const TimelineLayout layout = laidOut(story.state(), story.time(200'000), options);
        QVERIFY(!printRows(layout).contains(u"    148e… succeeded"_s));
        QCOMPARE(printRows(layout).filter(u"release command"_s).size(), 2);
    }

    void aFoldedAttemptShowsItsUpdate()
    {
        const TimelineStory story = TimelineStory::retried();
        TimelineOptions options;
        options.folds.insert({2, {}}, true);
        const TimelineLayout layout = laidOut(story.state(), story.time(200'000), options);
        const QString update = Words::phase(Phase::Update);
        qint64 shown = 0;
        for (const TimelineBar &bar : layout.row(1).bars)
            shown += bar.label == update ? bar.end - bar.start : 0;
        QVERIFY(shown > 60'000); // leases are taken before the release command, machines after it
    }

    void whoseTurnNeverCameWasNotStoppedAfterAMillisecond()
    {
        const TimelineStory story = TimelineStory::retried();
        DeploymentState state = story.state();
        for (SpanState &span : state.spans) {
            if (span.attempt != 2 || !span.lane.startsWith(u"1490"_s))
                continue;
            const bool turn = span.segment == Segment::WaitTurn;
            if (!turn && span.step != Step::UpdateMachine)
                continue;
            span.outcome = Outcome::Cancelled;
            span.endedAt = story.time(60'000).addMSecs(turn ? 0 : 5);
        }
        const TimelineLayout layout = laidOut(state, story.time(200'000));
        const TimelineRow *row = rowNamed(layout, u"1490…"_s);
        QVERIFY(row);
        QCOMPARE(row->after, QString());
    }

    void aLaneIsMadeOfItsSegments()
    {
        const TimelineStory story = TimelineStory::retried();
        const TimelineLayout layout = laidOut(story.state(), story.time(200'000));
        const TimelineRow *row = rowNamed(layout, u"148f…"_s);
        QVERIFY(row);
        QStringList bars;
        for (const TimelineBar &bar : row->bars)
            bars.append(printBar(bar));
        const QStringList expected{u"plain 1800-2450 waiting"_s,
            u"whole 14300-73500 succeeded"_s,
            u"part 14300-44000 waiting"_s,
            u"part 44000-51900 waiting"_s,
            u"part 51900-54400 succeeded"_s,
            u"part 54400-64400 waiting"_s,
            u"part 64400-73500 succeeded"_s};
        QCOMPARE(bars, expected);
        // Waiting for its turn is no part of how long a machine's update takes.
        QCOMPARE(row->bars.at(1).workStart, 44'000);
        QCOMPARE(row->after, u"30 s"_s);
        QCOMPARE(row->detail, u"dfw"_s);
    }

    void searchFindsTheVisibleBars()
    {
        const TimelineStory story = TimelineStory::retried();
        const TimelineLayout layout = laidOut(story.state(), story.time(200'000));
        const TimelineRow *row = rowNamed(layout, u"148f…"_s);
        QVERIFY(row);
        QCOMPARE(row->firstReaching(0), 0);
        QCOMPARE(row->firstReaching(60'000), 1); // the whole reaches over its parts
        QCOMPARE(row->firstReaching(80'000), row->bars.size());
        QCOMPARE(row->firstStartingAfter(44'000), 4);
        QCOMPARE(row->firstStartingAfter(0), 0);
    }

    void whatIsToComeIsShownWhereItIsExpected()
    {
        const TimelineStory story = TimelineStory::retried();
        const TimelineLayout layout = laidOut(story.state(20'000), story.time(20'000));
        QVERIFY(layout.isRunning());
        const TimelineRow *first = rowNamed(layout, u"148e…"_s);
        QVERIFY(first && first->ghosts.isEmpty());
        const TimelineRow *third = rowNamed(layout, u"1490…"_s);
        QVERIFY(third);
        QCOMPARE(third->ghosts.size(), 1);
        QCOMPARE(third->ghosts.at(0).start, 14'300 + 28'000 + 28'000);
        QCOMPARE(third->ghosts.at(0).usual, 28'000);
        QCOMPARE(*third->status, Status::Waiting);
        const TimelineRow *verify = rowNamed(layout, u"verify"_s);
        QVERIFY(verify);
        QVERIFY(!verify->status);
        QCOMPARE(verify->ghosts.at(0).start, 14'300 + 3 * 28'000 + 700);
        QCOMPARE(layout.expectedEnd(), 14'300 + 3 * 28'000 + 700 + 2'000 + 500);
    }

    void expectationsMoveOnlyWhenTheyAreOverdue()
    {
        const TimelineStory story = TimelineStory::retried();
        const DeploymentState state = story.state(20'000);
        TimelineLayout layout = laidOut(state, story.time(20'000));
        QVERIFY(layout.setNow(state, story.time(20'300)).isEmpty());
        QVERIFY(layout.setNow(state, story.time(35'000)).isEmpty());
        const TimelineLayout::Change change = layout.setNow(state, story.time(50'000));
        QVERIFY(!change.isEmpty());
        QVERIFY(!change.structure);
        QCOMPARE(rowNamed(layout, u"1490…"_s)->ghosts.at(0).start, 50'000 + 28'000);
    }

    void aStepWithoutUsualDurationHasNoEta()
    {
        TimelineStory story;
        QList<PlannedStep> steps = story.usualSteps();
        steps.last().usual.reset();
        story.attempt(DeployKind::Deploy, 0, steps);
        story.span(Phase::Preflight, Step::Survey, 0, -1);
        const TimelineLayout layout = laidOut(story.state(), story.time(500));
        QVERIFY(layout.isRunning());
        QVERIFY(!layout.expectedEnd());
    }

    // Event by event, the layout must be what it is when it is built anew.
    void eventsChangeOnlyTheirRows()
    {
        const TimelineStory story = TimelineStory::retried();
        const QList<DeployEvent> events = story.events();
        DeploymentState state;
        state.number = 58;
        TimelineLayout live;
        QDateTime now;
        int structural = 0;
        for (const DeployEvent &event : events) {
            QVERIFY(state.apply(event));
            now = event.at;
            if (state.lastSequence == 1) {
                live.build(state, {}, now);
                continue;
            }
            const TimelineLayout::Change change = live.apply(state, {event}, now);
            structural += change.structure ? 1 : 0;
            const TimelineLayout fresh = laidOut(state, now);
            QCOMPARE(printRows(live), printRows(fresh));
            for (qsizetype row = 0; row < fresh.rowCount(); ++row) {
                if (live.row(row) != fresh.row(row))
                    qInfo() << "event" << event.sequence << "row" << fresh.row(row).name;
                QVERIFY(live.row(row) == fresh.row(row));
            }
            QCOMPARE(live.expectedEnd(), fresh.expectedEnd());
            QCOMPARE(live.contentEnd(), fresh.contentEnd());
        }
        QVERIFY2(structural <= 6, qPrintable(QString::number(structural)));
    }

    void oneEventTouchesItsLaneAndHeadersOnly()
    {
        const TimelineStory story = TimelineStory::retried();
        const QList<DeployEvent> all = story.events();
        DeploymentState state = story.state(52'000);
        TimelineLayout layout = laidOut(state, story.time(52'000));
        const DeployEvent &next = all.at(state.lastSequence); // the second machine's start ends
        QVERIFY(state.apply(next));
        const TimelineLayout::Change change = layout.apply(state, {next}, next.at);
        QVERIFY(!change.structure);
        QStringList names;
        for (const int row : change.rows)
            names.append(layout.row(row).name);
        const QStringList expected{u"Attempt 2: Retry"_s, u"update"_s, u"148f…"_s};
        QCOMPARE(names, expected);
    }

    void anInterruptedAttemptRunsNoMore()
    {
        const TimelineStory story = TimelineStory::retried();
        TimelineOptions options;
        options.live = false;
        const TimelineLayout layout = laidOut(story.state(20'000), story.time(900'000), options);
        QVERIFY(!layout.isRunning());
        const TimelineRow *row = rowNamed(layout, u"148e…"_s);
        QVERIFY(row);
        QCOMPARE(*row->status, Status::Unknown);
        QVERIFY(layout.contentEnd() < 120'000);
        QVERIFY(!rowNamed(layout, u"verify"_s)->reached);
    }

    void whatWasNotReachedIsSaidOnce()
    {
        const TimelineStory story = TimelineStory::failedMachine();
        const TimelineLayout layout = laidOut(story.state(), story.time(200'000));
        const TimelineRow *third = rowNamed(layout, u"1490…"_s);
        QVERIFY(third);
        QVERIFY(!third->reached);
        QCOMPARE(rowNamed(layout, u"update"_s)->detail, u"1/3"_s);
        QCOMPARE(*rowNamed(layout, u"update"_s)->status, Status::Failed);
    }

    void stagesAreLanesOfTheBuild()
    {
        const TimelineStory story = TimelineStory::failedBuild();
        const TimelineLayout layout = laidOut(story.state(), story.time(60'000));
        const QStringList expected{u"  pre-deploy checks succeeded"_s,
            u"  build [-] failed"_s,
            u"    builder 1/4 succeeded"_s,
            u"    stage-1 1/3 succeeded"_s,
            u"    builder 2/4 succeeded"_s,
            u"    builder 3/4 succeeded"_s,
            u"    builder 4/4 failed"_s,
            u"  push (not reached)"_s,
            u"  release command (not reached)"_s,
            u"  update (not reached)"_s,
            u"  verify (not reached)"_s,
            u"  clean-up (not reached)"_s};
        QCOMPARE(printRows(layout), expected);
    }

    void stepsSideBySideGetRowsOfTheirOwn()
    {
        TimelineStory story;
        story.attempt(DeployKind::Deploy, 0, {});
        story.span(Phase::Cleanup, Step::ReleaseLeases, 0, 1'000);
        const SpanId second = story.span(Phase::Cleanup, Step::CloseRelease, 500, 2'000);
        story.end(2'000, Reported::Succeeded);
        const TimelineLayout layout = laidOut(story.state(), story.time(3'000));
        QCOMPARE(layout.rowCount(), 2);
        QCOMPARE(layout.row(1).track, 1);
        QCOMPARE(layout.find(second)->row, 1);
    }

    void longerThanUsualIsTold()
    {
        TimelineStory story;
        story.attempt(DeployKind::Deploy, 0, {});
        story.span(Phase::Verify, Step::VerifyReality, 0, 9'000, {.usual = 2'000});
        story.end(9'000, Reported::Succeeded);
        const TimelineLayout layout = laidOut(story.state(), story.time(9'000));
        QVERIFY(layout.row(0).slow);
        QCOMPARE(layout.row(0).after, u"9 s (usually 2 s)"_s);
    }

    void aLittleLongerIsNotSlow()
    {
        TimelineStory story;
        story.attempt(DeployKind::Deploy, 0, {});
        story.span(Phase::Verify, Step::VerifyReality, 0, 3'400, {.usual = 2'000}); // p95 is 3 s
        story.span(
            Phase::Build, Step::BuildStage, 0, 60'000, {.lane = u"builder"_s, .usual = 2'000});
        story.end(60'000, Reported::Succeeded);
        const TimelineLayout layout = laidOut(story.state(), story.time(60'000));
        QVERIFY(!rowNamed(layout, u"verify"_s)->slow);
        // Stages share one record of durations: nothing to compare with.
        QVERIFY(!rowNamed(layout, u"builder"_s)->slow);
        QCOMPARE(rowNamed(layout, u"builder"_s)->bars.first().usual, -1);
    }

    void foldedPhasesDoNotOverlap()
    {
        const TimelineStory story = TimelineStory::retried();
        TimelineOptions options;
        options.folds.insert({2, {}}, true);
        for (const qint64 until : {qint64(-1), qint64(50'000)}) {
            const TimelineLayout layout =
                laidOut(story.state(until), story.time(until < 0 ? 200'000 : until), options);
            QCOMPARE(layout.rowCount(), 2);
            for (qsizetype row = 0; row < 2; ++row) {
                const QList<TimelineBar> &bars = layout.row(row).bars;
                for (qsizetype i = 1; i < bars.size(); ++i)
                    QVERIFY(bars.at(i - 1).end <= bars.at(i).start);
            }
        }
    }

    void manyLanesAreLaidOut()
    {
        const TimelineStory story = TimelineStory::large(200, 20);
        const DeploymentState state = story.state();
        TimelineLayout layout = laidOut(state, story.time(60'000));
        QCOMPARE(layout.rowCount(), 201);
        QCOMPARE(layout.row(1).bars.size(), 21);
        QVERIFY(layout.find(state.spans.last().id));
    }
};

QTEST_GUILESS_MAIN(TestTimelineLayout)
#include "tst_timelinelayout.moc"
