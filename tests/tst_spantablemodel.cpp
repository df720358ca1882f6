#include "models/inspectordetails.h"
#include "models/spancsv.h"
#include "models/spantablemodel.h"
#include "support/timelinestory.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Column = SpanTableModel::Column;

namespace {

QString cell(const SpanTableModel &model, SpanId span, Column column)
{
    return model.indexOf(span, column).data().toString();
}

QStringList outline(const SpanTableModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines.append(QString(QString(depth * 2, u' ') + index.data().toString()));
        lines += outline(model, index, depth + 1);
    }
    return lines;
}

} // namespace

class TestSpanTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAndTheirPartsAreATree()
    {
        SpanTableModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const TimelineStory story = TimelineStory::failedRelease();
        model.setState(story.state());
        const QStringList expected{u"Look at what runs now"_s,
            u"Check the plan"_s,
            u"Find the image"_s,
            u"Acquire leases"_s,
            u"Create the release"_s,
            u"Release command"_s,
            u"  Prepare its machine"_s,
            u"  Run the command"_s,
            u"Release leases"_s,
            u"Look at what runs afterwards"_s,
            u"Close the release"_s};
        QCOMPARE(outline(model), expected);
    }

    void cellsTellWhatTheChartTells()
    {
        SpanTableModel model;
        const TimelineStory story = TimelineStory::retried();
        const DeploymentState state = story.state();
        model.setState(state);
        for (const SpanState &span : state.spans) {
            if (span.attempt == 2 && span.step == Step::UpdateMachine
                && span.segment == Segment::Work && span.lane == story.machine(1)) {
                QCOMPARE(cell(model, span.id, Column::Step), u"Update machine 148f…"_s);
                QCOMPARE(cell(model, span.id, Column::Lane), u"148f…"_s);
                QCOMPARE(cell(model, span.id, Column::Started), u"14:09:04"_s);
                QCOMPARE(cell(model, span.id, Column::Duration), u"59 s"_s);
                QCOMPARE(cell(model, span.id, Column::Usual), u"28 s"_s);
                QCOMPARE(cell(model, span.id, Column::Waited), u"48 s"_s);
                QCOMPARE(cell(model, span.id, Column::Outcome), u"succeeded"_s);
                QCOMPARE(model.indexOf(span.id, Column::Duration).data(Roles::Sort).toLongLong(),
                    59'200);
            }
            if (span.outcome == Outcome::Skipped)
                QCOMPARE(cell(model, span.id, Column::Reason), u"reused deployment-01J8…"_s);
        }
    }

    void aLiveDeploymentIsFollowedWithoutResets()
    {
        SpanTableModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const TimelineStory story = TimelineStory::retried();
        DeploymentState state;
        for (const DeployEvent &event : story.events()) {
            QVERIFY(state.apply(event));
            model.setState(state);
        }
        QCOMPARE(reset.count(), 1); // the first state
        QCOMPARE(inserted.count(), state.spans.size());
        QVERIFY(changed.count() >= state.spans.size() - 2);
        SpanTableModel fresh;
        fresh.setState(state);
        QCOMPARE(outline(model), outline(fresh));
    }

    void anotherDeploymentIsAReset()
    {
        SpanTableModel model;
        model.setState(TimelineStory::retried().state());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        DeploymentState other = TimelineStory::failedBuild().state();
        other.id = DeploymentId(u"01JOTHER"_s);
        model.setState(other);
        QCOMPARE(reset.count(), 1);
        QVERIFY(outline(model).contains(u"  RUN apt-get install gcc g++ make"_s));
    }

    void theClockChangesRunningRowsOnly()
    {
        SpanTableModel model;
        const TimelineStory story = TimelineStory::retried();
        const DeploymentState state = story.state(20'000);
        model.setState(state);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setNow(story.time(21'000));
        int running = 0;
        for (const SpanState &span : state.spans)
            running += span.outcome == Outcome::Running ? 1 : 0;
        QCOMPARE(changed.count(), running);
        QVERIFY(running > 0);
    }

    void theInspectorTellsErrorNotesAndRequests()
    {
        const TimelineStory story = TimelineStory::failedMachine();
        const DeploymentState state = story.state();
        for (const SpanState &span : state.spans) {
            const InspectorDetails details = InspectorDetails::of(state, span, story.time(200'000));
            QVERIFY(!details.title.isEmpty());
            if (span.step == Step::Survey)
                QCOMPARE(details.requests.first().id, u"01JDB3K6Q9-dfw"_s);
            if (span.outcome != Outcome::Failed)
                continue;
            QCOMPARE(details.status, Status::Failed);
            QCOMPARE(details.error.isEmpty(), !span.error);
            QVERIFY(details.slow);
            QCOMPARE(details.whenUtc.count(u'Z'), 2);
            if (span.segment == Segment::Checks) {
                QCOMPARE(details.subtitle, u"Update machine 148f…"_s);
                QCOMPARE(details.notes.first(), u"14:03:15  1 of 2 health checks pass"_s);
            }
        }
    }

    void stepsAreWrittenAsCsv()
    {
        TimelineStory story(1);
        story.attempt(DeployKind::Deploy, 0, {});
        const QString lane = story.machine(0);
        const SpanId bar = story.span(
            Phase::Update, Step::UpdateMachine, 1'000, 9'500, {.lane = lane, .usual = 8'000});
        story.span(Phase::Update,
            Step::UpdateMachine,
            1'000,
            3'250,
            {.lane = lane, .parent = bar, .segment = Segment::Pull});
        story.span(Phase::Build,
            Step::BuildStage,
            0,
            -1,
            {.lane = u"=cmd|' /C calc'!A0"_s,
                .title = u"RUN a, \"b\"\r\nTOKEN=fo1_AbCdEf012345"_s});
        story.skip(Phase::Build, Step::ResolveImage, 500, PlanReason::ImageExists, {u"x:1"_s});
        DeploymentState state = story.state();
        state.number = 58;
        const QList<QByteArray> lines = spanCsv(state).split('\n');
        QCOMPARE(lines.size(), 6); // the header, four steps, and nothing after the last line's end
        for (const QByteArray &line : lines.first(5))
            QVERIFY(line.endsWith('\r'));
        QCOMPARE(lines.at(0).count(','), 19);
        const QByteArray id = state.id.value.toUtf8();
        // In the order of their start.
        QCOMPARE(lines.at(3),
            id
                + ",grupo-gad,58,1,1,,update,update-machine,work,148e306fd02189,,"
                  "2026-11-20T14:02:11.000Z,2026-11-20T14:02:19.500Z,8.500,false,succeeded,,,"
                  "8.000,12.000\r");
        QVERIFY(lines.at(4).contains(",pull,148e306fd02189,,"));
        QVERIFY(lines.at(4).contains(",2.250,true,succeeded,"));
        QVERIFY2(
            lines.at(1).contains(",'=cmd|' /C calc'!A0,\"RUN a, \"\"b\"\" TOKEN=[redacted]\","),
            lines.at(1).constData());
        QVERIFY(lines.at(1).contains("Z,,,false,running,"));
        QVERIFY(lines.at(2).contains(",skipped,image-exists,"));
    }

    void waitingForItsTurnIsNotSlow()
    {
        const TimelineStory story = TimelineStory::retried();
        const DeploymentState state = story.state();
        for (const SpanState &span : state.spans) {
            if (span.step != Step::UpdateMachine || span.segment != Segment::Work)
                continue;
            const InspectorDetails details = InspectorDetails::of(state, span, story.time(200'000));
            QVERIFY(!details.slow);
            QCOMPARE(details.duration.contains(u"turn"_s), span.lane != story.machine(0));
        }
    }

    void theInspectorShowsTheStepsOwnLog()
    {
        const TimelineStory story = TimelineStory::failedMachine();
        const DeploymentState state = story.state();
        SpanState step;
        for (const SpanState &span : state.spans) {
            if (span.lane == story.machine(1) && span.step == Step::UpdateMachine
                && span.segment == Segment::Work)
                step = span;
        }
        QList<LogLine> log;
        for (int i = 0; i < 200; ++i) {
            const QString lane = i % 2 == 0 ? story.machine(0) : story.machine(1);
            log.append({story.time(i * 1'000),
                LogLine::Source::App,
                lane,
                u"info"_s,
                u"line %1"_s.arg(i),
                1});
        }
        const QList<LogLine> own = InspectorDetails::logOf(log, step, 4);
        QCOMPARE(own.size(), 4);
        QCOMPARE(own.last().text, u"line 107"_s);
        for (const LogLine &line : own)
            QCOMPARE(line.lane, story.machine(1));
    }
};

QTEST_GUILESS_MAIN(TestSpanTableModel)
#include "tst_spantablemodel.moc"
