#include "support/timelinestory.h"
#include "support/uitest.h"
#include "ui/deploy/ganttaccessible.h"
#include "ui/deploy/ganttview.h"
#include "ui/deploy/savedfile.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize viewSize(1'000, 480);

// Where a step is painted, in the viewport.
QRect rectOf(GanttView &view, SpanId span)
{
    const auto *chart =
        static_cast<GanttAccessible *>(QAccessible::queryAccessibleInterface(&view));
    const QRect rect = chart->spanRect(span);
    return {view.viewport()->mapFromGlobal(rect.topLeft()), rect.size()};
}

SpanId spanOf(
    const DeploymentState &state, Step step, Segment segment, const QString &lane, int attempt)
{
    for (const SpanState &span : state.spans) {
        if (span.step == step && span.segment == segment && span.lane == lane
            && span.attempt == attempt)
            return span.id;
    }
    return {};
}

void wheel(GanttView &view, QPoint at, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWheelEvent event(at,
        view.viewport()->mapToGlobal(at),
        {},
        {0, delta},
        Qt::NoButton,
        modifiers,
        Qt::NoScrollPhase,
        false);
    QCoreApplication::sendEvent(view.viewport(), &event);
}

} // namespace

class TestGanttView : public QObject
{
    Q_OBJECT

    struct Shown
    {
        explicit Shown(const TimelineStory &told, qint64 until = -1)
            : story(told)
        {
            view.resize(viewSize);
            view.setNow(story.time(until < 0 ? 200'000 : until));
            view.setState(story.state(until));
            view.show();
            view.setFocus();
        }
        TimelineStory story;
        GanttView view;
    };

private Q_SLOTS:
    void init() { qApp->setPalette(Theme::light().palette()); }

    void everyStateIsPainted_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("story");
        for (const bool dark : {false, true}) {
            for (const int story : {0, 1, 2, 3, 4}) {
                QTest::addRow("%s %d", dark ? "dark" : "light", story) << dark << story;
            }
        }
    }
    void everyStateIsPainted()
    {
        QFETCH(const bool, dark);
        QFETCH(const int, story);
        qApp->setPalette(Theme::forScheme(dark).palette());
        const QList<TimelineStory> stories{TimelineStory::retried(),
            TimelineStory::retried(),
            TimelineStory::failedRelease(),
            TimelineStory::failedBuild(),
            TimelineStory::failedMachine()};
        Shown shown(stories.at(story), story == 0 ? 20'000 : -1);
        const QImage image = shown.view.grab().toImage();
        QVERIFY(!image.isNull());
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3)
                colours.insert(image.pixel(x, y));
        }
        QVERIFY(colours.size() > 12);
        QVERIFY(colours.contains(Theme::forScheme(dark).surface.rgb()));
    }

    // The keyboard's focus is a frame around it, while no row has it.
    void focusCoversNothing()
    {
        Shown shown(TimelineStory::retried(), 20'000);
        shown.view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.view));
        shown.view.setState(TimelineStory::failedMachine().state());
        QVERIFY(shown.view.hasFocus());
        const QImage image = shown.view.grab().toImage();
        QSet<QRgb> colours; // grid lines are one of them
        for (int x = 20; x < 40; ++x)
            colours.insert(image.pixel(image.width() - x, image.height() - 20));
        QVERIFY(colours.contains(Theme::light().surface.rgb()));
    }

    void anEmptyChartIsNoTrouble()
    {
        GanttView view;
        view.resize(viewSize);
        view.show();
        for (const int key :
            {Qt::Key_Down, Qt::Key_Right, Qt::Key_End, Qt::Key_F, Qt::Key_Return, Qt::Key_Space})
            QTest::keyClick(&view, static_cast<Qt::Key>(key));
        wheel(view, {500, 100}, 120);
        QVERIFY(!view.grab().isNull());
        QVERIFY(view.selectedSpan() == SpanId{});
    }

    void failedStepsAreRed()
    {
        Shown shown(TimelineStory::failedRelease());
        const SpanId run =
            spanOf(shown.view.state(), Step::ReleaseMachineRun, Segment::Work, {}, 1);
        const QRect rect = rectOf(shown.view, run);
        QVERIFY(rect.width() > 100);
        const QImage image = shown.view.grab().toImage();
        QCOMPARE(
            image.pixelColor(
                ((QPointF(rect.center()) + QPointF(0, 5)) * image.devicePixelRatio()).toPoint()),
            Theme::light().status(Status::Failed));
    }

    void aWaitThatWasCutIsPaintedAsAWait_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("went well") << Outcome::Succeeded;
        QTest::newRow("cancelled") << Outcome::Cancelled;
        QTest::newRow("interrupted") << Outcome::Interrupted;
    }

    void aWaitThatWasCutIsPaintedAsAWait()
    {
        QFETCH(Outcome, outcome);
        TimelineStory story;
        story.attempt(DeployKind::Deploy, 0, story.usualSteps());
        const SpanId update = story.span(
            Phase::Update, Step::UpdateMachine, 0, 60'000, {story.machine(0), {}, {}, outcome});
        story.span(Phase::Update,
            Step::UpdateMachine,
            0,
            60'000,
            {story.machine(0), update, Segment::WaitLease, outcome});
        story.end(60'000, Reported::Cancelled, Step::UpdateMachine);
        GanttView view;
        view.resize(viewSize);
        view.setNow(story.time(200'000));
        view.setState(story.state());
        view.show();
        const SpanId wait =
            spanOf(view.state(), Step::UpdateMachine, Segment::WaitLease, story.machine(0), 1);
        const QRect rect = rectOf(view, wait);
        QVERIFY(rect.width() > 100);
        const QImage image = view.grab().toImage();
        const QPointF inside = QPointF(rect.right() - 20, rect.center().y());
        QCOMPARE(image.pixelColor((inside * image.devicePixelRatio()).toPoint()),
            Theme::light().surface);
    }

    void anAddressIsRedWhereItDidNotAnswer()
    {
        const QString address = u"https://shop.example/health"_s;
        TimelineStory story;
        story.attempt(DeployKind::Deploy, 0, {});
        for (const auto &[service, from] : {std::pair(u"s/db"_s, 5'000), {u"s/web"_s, 20'000}})
            story.span(Phase::Update, Step::UpdateService, from, from + 14'000, {service});
        const SpanId watch = story.span(Phase::Update, Step::WatchAddress, 0, 60'000, {address});
        story.span(Phase::Update,
            Step::WatchAddress,
            20'000,
            32'000,
            {address, watch, Segment::Down, Outcome::Failed});
        story.end(60'000, Reported::Succeeded);
        GanttView view;
        view.resize(viewSize);
        view.setNow(story.time(200'000));
        view.setState(story.state());
        view.show();
        const SpanId down = spanOf(view.state(), Step::WatchAddress, Segment::Down, address, 1);
        const QRect rect = rectOf(view, down);
        QVERIFY(rect.width() > 100);
        UiTest::shot(&view, u"gantt-watched"_s);
        const QImage image = view.grab().toImage();
        const QPointF inside = QPointF(rect.right() - 20, rect.center().y() + 5);
        QCOMPARE(image.pixelColor((inside * image.devicePixelRatio()).toPoint()),
            Theme::light().status(Status::Failed));
    }

    void aStepNarrowerThanAPixelIsPaintedWhereItWas()
    {
        const TimelineStory story = TimelineStory::failedRelease();
        DeploymentState state = story.state();
        for (SpanState &span : state.spans) {
            if (span.step == Step::VerifyReality)
                span.endedAt = span.startedAt.addMSecs(1);
        }
        GanttView view;
        view.resize(viewSize);
        view.setNow(story.time(200'000));
        view.setState(state);
        view.show();
        const QRect rect = rectOf(view, spanOf(state, Step::VerifyReality, Segment::Work, {}, 1));
        const QImage image = view.grab().toImage();
        bool painted = false;
        for (int x = rect.left() - 1; x <= rect.left() + 1; ++x) {
            const QPointF at = QPointF(x, rect.center().y()) * image.devicePixelRatio();
            painted = painted
                || image.pixelColor(at.toPoint()) == Theme::light().status(Status::Succeeded);
        }
        QVERIFY(painted);
    }

    void arrowsWalkFromStepToStep()
    {
        Shown shown(TimelineStory::retried());
        GanttView &view = shown.view;
        const DeploymentState &state = view.state();
        const QString lane = shown.story.machine(0);
        QSignalSpy selected(&view, &GanttView::selectedSpanChanged);
        view.setSelectedSpan(spanOf(state, Step::UpdateMachine, Segment::Work, lane, 2));
        QCOMPARE(selected.count(), 1);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(state.span(view.selectedSpan())->segment, Segment::Pull);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(state.span(view.selectedSpan())->segment, Segment::Start);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(state.span(view.selectedSpan())->segment, Segment::Pull);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(state.span(view.selectedSpan())->segment, Segment::Checks);
        QTest::keyClick(&view, Qt::Key_Right); // there is no further one
        QCOMPARE(state.span(view.selectedSpan())->segment, Segment::Checks);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(state.span(view.selectedSpan())->segment, Segment::Work);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(state.span(view.selectedSpan())->lane, shown.story.machine(1));
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(state.span(view.selectedSpan())->lane, lane);
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(view.selectedSpan() == SpanId{});
    }

    void everyRowCanBeReachedByKeyboard()
    {
        Shown shown(TimelineStory::failedMachine());
        QSet<int> phases;
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(&shown.view, Qt::Key_Down);
            if (const SpanState *span = shown.view.state().span(shown.view.selectedSpan()))
                phases.insert(static_cast<int>(span->phase));
        }
        QCOMPARE(phases.size(), 6);
    }

    void enterOpensAndTAsksForTheTable()
    {
        Shown shown(TimelineStory::failedRelease());
        QSignalSpy activated(&shown.view, &GanttView::spanActivated);
        QSignalSpy table(&shown.view, &GanttView::tableRequested);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QVERIFY(activated.at(0).at(0).value<SpanId>() == shown.view.selectedSpan());
        QTest::keyClick(&shown.view, Qt::Key_T);
        QCOMPARE(table.count(), 1);
    }

    void spaceFoldsAndSelectingUnfolds()
    {
        Shown shown(TimelineStory::retried());
        GanttView &view = shown.view;
        const SpanId update =
            spanOf(view.state(), Step::UpdateMachine, Segment::Work, shown.story.machine(1), 2);
        view.setSelectedSpan(update);
        QVERIFY(!rectOf(view, update).isEmpty());
        QTest::keyClick(&view, Qt::Key_Space);
        QVERIFY(rectOf(view, update).isEmpty());
        QTest::keyClick(&view, Qt::Key_Space);
        QVERIFY(!rectOf(view, update).isEmpty());
        const SpanId early = spanOf(view.state(), Step::ReleaseCommand, Segment::Work, {}, 1);
        QVERIFY(rectOf(view, early).isEmpty()); // its attempt is folded
        view.setSelectedSpan(early);
        QVERIFY(!rectOf(view, early).isEmpty());
    }

    void aClickSelectsWhatIsUnderIt()
    {
        Shown shown(TimelineStory::retried());
        const SpanId checks = spanOf(
            shown.view.state(), Step::UpdateMachine, Segment::Checks, shown.story.machine(2), 2);
        QTest::mouseClick(
            shown.view.viewport(), Qt::LeftButton, {}, rectOf(shown.view, checks).center());
        QVERIFY(shown.view.selectedSpan() == checks);
        QSignalSpy activated(&shown.view, &GanttView::spanActivated);
        QTest::mouseDClick(
            shown.view.viewport(), Qt::LeftButton, {}, rectOf(shown.view, checks).center());
        QCOMPARE(activated.count(), 1);
    }

    void theWheelZoomsAboutThePointer()
    {
        Shown shown(TimelineStory::retried());
        GanttView &view = shown.view;
        QVERIFY(view.isFollowing());
        const SpanId checks =
            spanOf(view.state(), Step::UpdateMachine, Segment::Checks, shown.story.machine(1), 2);
        const QRect before = rectOf(view, checks);
        wheel(view, {before.left(), before.center().y()}, 240);
        const QRect after = rectOf(view, checks);
        QVERIFY(std::abs(after.left() - before.left()) <= 2);
        QVERIFY(after.width() > before.width() * 14 / 10);
        QVERIFY(!view.isFollowing());
        QTest::keyClick(&view, Qt::Key_F);
        QVERIFY(view.isFollowing());
        QCOMPARE(rectOf(view, checks), before);
    }

    void draggingAndShiftWheelPan()
    {
        Shown shown(TimelineStory::retried());
        GanttView &view = shown.view;
        const SpanId checks =
            spanOf(view.state(), Step::UpdateMachine, Segment::Checks, shown.story.machine(1), 2);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&view, Qt::Key_Plus);
        const QRect before = rectOf(view, checks);
        const QPoint start(700, 400);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, start);
        QTest::mouseMove(view.viewport(), start + QPoint(-40, 0));
        QTest::mouseMove(view.viewport(), start + QPoint(-60, 0));
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, start + QPoint(-60, 0));
        QVERIFY(std::abs(rectOf(view, checks).left() - before.left() + 60) <= 2);
        wheel(view, start, 120, Qt::ShiftModifier);
        QVERIFY(std::abs(rectOf(view, checks).left() - before.left()) <= 2);
        QVERIFY(view.horizontalScrollBar()->maximum() > 0);
    }

    void manyLanesScroll()
    {
        Shown shown(TimelineStory::large(80, 6));
        GanttView &view = shown.view;
        QVERIFY(view.verticalScrollBar()->maximum() > 1'000);
        wheel(view, {500, 200}, -240, Qt::ControlModifier);
        QVERIFY(view.verticalScrollBar()->value() > 0);
        const SpanId last = view.state().spans.last().id;
        view.setSelectedSpan(last);
        QVERIFY(view.viewport()->rect().contains(rectOf(view, last).center()));
    }

    void eventsPaintWhatAFreshStatePaints()
    {
        const TimelineStory story = TimelineStory::retried();
        Shown live(story, 10'000);
        const QList<DeployEvent> all = story.events();
        live.view.setReducedMotion(true);
        live.view.applyEvents(all.mid(live.view.state().lastSequence));
        live.view.setNow(story.time(200'000));
        Shown fresh(story);
        QCOMPARE(live.view.state(), fresh.view.state());
        QCOMPARE(live.view.grab().toImage(), fresh.view.grab().toImage());
    }

    // What is kept between frames must be what painting it all anew gives.
    void oneEventAfterAnotherPaintsTheSame()
    {
        const TimelineStory story = TimelineStory::retried();
        Shown live(story, 1'000);
        live.view.setReducedMotion(true);
        const QList<DeployEvent> all = story.events();
        for (qsizetype i = live.view.state().lastSequence; i < all.size(); ++i) {
            live.view.applyEvents({all.at(i)});
            const QImage picture = live.view.grab().toImage();
            if (i % 5 != 0)
                continue;
            GanttView fresh;
            fresh.setReducedMotion(true);
            fresh.resize(viewSize);
            fresh.setNow(all.at(i).at);
            fresh.setState(live.view.state());
            fresh.show();
            fresh.setFocus();
            QCOMPARE(fresh.grab().toImage(), picture);
        }
    }

    void zoomingStepAfterStepPaintsTheSame()
    {
        const auto zoom = [](GanttView &view, int step) {
            step < 4 ? view.zoomIn() : view.zoomOut();
        };
        Shown kept(TimelineStory::retried());
        kept.view.setReducedMotion(true);
        for (int step = 0; step < 6; ++step) {
            zoom(kept.view, step);
            const QImage picture = kept.view.grab().toImage();
            Shown fresh(TimelineStory::retried());
            fresh.view.setReducedMotion(true);
            for (int before = 0; before <= step; ++before)
                zoom(fresh.view, before);
            QCOMPARE(picture, fresh.view.grab().toImage());
            if (step == 4) // a second look at it comes from what is kept again
                QCOMPARE(kept.view.grab().toImage(), picture);
        }
    }

    void scrollingPaintsTheSame_data()
    {
        QTest::addColumn<QList<int>>("values");
        QTest::newRow("down") << QList<int>{24, 48, 49, 300};
        QTest::newRow("up") << QList<int>{900, 876, 870, 500};
        QTest::newRow("far") << QList<int>{0, 1'200, 3};
    }
    void scrollingPaintsTheSame()
    {
        QFETCH(const QList<int>, values);
        const TimelineStory story = TimelineStory::large(80, 6);
        Shown kept(story);
        kept.view.setReducedMotion(true);
        for (const int value : values) {
            kept.view.verticalScrollBar()->setValue(value);
            const QImage picture = kept.view.grab().toImage();
            Shown fresh(story);
            fresh.view.setReducedMotion(true);
            fresh.view.verticalScrollBar()->setValue(value);
            QCOMPARE(fresh.view.grab().toImage(), picture);
        }
    }

    void eventsOfOthersAndOldOnesChangeNothing()
    {
        const TimelineStory story = TimelineStory::retried();
        Shown shown(story, 10'000);
        const qint64 before = shown.view.state().lastSequence;
        shown.view.applyEvents(story.events().mid(0, before));
        QCOMPARE(shown.view.state().lastSequence, before);
        DeployEvent other = story.events().at(before);
        other.deployment = DeploymentId(u"another"_s);
        shown.view.applyEvents({other});
        QCOMPARE(shown.view.state().lastSequence, before);
    }

    void theClockMovesRunningBarsOnly()
    {
        Shown shown(TimelineStory::retried(), 16'000);
        GanttView &view = shown.view;
        view.setReducedMotion(true);
        const SpanId pull =
            spanOf(view.state(), Step::UpdateMachine, Segment::Pull, shown.story.machine(0), 2);
        const SpanId run = spanOf(view.state(), Step::ReleaseMachineRun, Segment::Work, {}, 2);
        const QRect running = rectOf(view, pull);
        const QRect ended = rectOf(view, run);
        view.setNow(shown.story.time(19'000));
        QVERIFY(rectOf(view, pull).width() > running.width());
        QCOMPARE(rectOf(view, run), ended);
        view.setNow(shown.story.time(18'000)); // a clock that steps back is not followed
        QVERIFY(rectOf(view, pull).width() > running.width());
    }

    void selectionStaysWhenTheStateIsReadAgain()
    {
        Shown shown(TimelineStory::retried());
        const SpanId release =
            spanOf(shown.view.state(), Step::ReleaseCommand, Segment::Work, {}, 2);
        shown.view.setSelectedSpan(release);
        QTest::keyClick(&shown.view, Qt::Key_Plus);
        shown.view.setState(shown.story.state());
        QVERIFY(shown.view.selectedSpan() == release);
        QVERIFY(!shown.view.isFollowing());
        DeploymentState other = TimelineStory::failedBuild().state();
        other.id = DeploymentId(u"01JOTHER"_s);
        shown.view.setState(other);
        QVERIFY(shown.view.selectedSpan() == SpanId{});
        QVERIFY(shown.view.isFollowing());
    }

    void theWholeChartIsExported()
    {
        const QTemporaryDir folder;
        Shown shown(TimelineStory::large(60, 4));
        shown.view.setLive(false);
        const QString path = folder.filePath(u"chart.png"_s);
        QVERIFY(savePng(path, shown.view.picture(2)));
        const QImage image(path);
        QVERIFY(image.height() > 2 * 60 * 24);
        QVERIFY(image.width() >= 2'000);
        const Result<void> refused = savePng(folder.filePath(u"none/chart.png"_s), image);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Storage);
    }

    // Lines and texts alone, where the picture has them; nothing from elsewhere, nothing secret.
    void theWholeChartIsDrawn()
    {
        const QTemporaryDir folder;
        TimelineStory story = TimelineStory::failedMachine();
        story.span(Phase::Build,
            Step::BuildStage,
            0,
            1'000,
            {.lane = u"<builder> & \u202Eco"_s,
                .title = u"RUN echo \"</text><script>\" TOKEN=fo1_AbCdEf0123456789AbCdEf"_s});
        Shown shown(story);
        const QString path = folder.filePath(u"chart.svg"_s);
        QVERIFY(saveBytes(path, shown.view.drawing()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QXmlStreamReader reader(svg);
        QSet<QString> elements;
        QStringList texts;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement)
                elements.insert(reader.name().toString());
            else if (reader.isCharacters() && !reader.isWhitespace())
                texts.append(reader.text().toString());
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        for (const QString &never : {u"image"_s, u"script"_s, u"a"_s, u"use"_s, u"style"_s})
            QVERIFY2(!elements.contains(never), qPrintable(never));
        for (const QString &wanted : {u"title"_s, u"desc"_s, u"text"_s, u"rect"_s})
            QVERIFY2(elements.contains(wanted), qPrintable(wanted));
        QVERIFY(svg.contains("<svg role=\"img\" "));
        QVERIFY(!svg.contains("href=") && !svg.contains("url("));
        const QString all = texts.join(u'\n');
        QVERIFY2(all.contains("grupo-gad, deployment"_L1), qPrintable(all));
        QVERIFY(!all.contains("AbCdEf0123456789"_L1));
        QVERIFY(!all.contains(QChar(0x202E)));
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox().width(), 1'032);
        shown.view.setLive(false);
        QVERIFY(!saveBytes(folder.filePath(u"none/chart.svg"_s), svg));
        if (const QString shots = qEnvironmentVariable("ATALAYA_SHOTS"); !shots.isEmpty()) {
            QImage image(renderer.viewBox().size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            renderer.render(&painter);
            image.save(shots + u"/chart-svg.png"_s);
            shown.view.picture(1).save(shots + u"/chart-png.png"_s);
            QFile::copy(path, shots + u"/chart.svg"_s);
        }
    }

    void textsHaveContrast_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void textsHaveContrast()
    {
        QFETCH(const bool, dark);
        const Theme &theme = Theme::forScheme(dark);
        for (const QColor &ground : {theme.surface, theme.window}) {
            QVERIFY(contrast(theme.text, ground) >= 7);
            QVERIFY(contrast(theme.mutedText, ground) >= 4.5);
            QVERIFY(contrast(theme.status(Status::Failed), ground) >= 4.5);
        }
        QVERIFY(contrast(theme.mutedText, theme.ghost) >= 4.5);
        QVERIFY(contrast(theme.onAccent, theme.accent) >= 4.5);
        for (const Status status : {Status::Succeeded, Status::Running, Status::Failed}) {
            QVERIFY(contrast(theme.onStatus(status), theme.status(status)) >= 4.5);
            QVERIFY(contrast(theme.status(status), theme.surface) >= 3);
        }
    }
};

QTEST_MAIN(TestGanttView)
#include "tst_ganttview.moc"
