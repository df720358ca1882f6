#include "support/timelinestory.h"
#include "ui/deploy/ganttview.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QStyleFactory>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

// Frame times of the timeline at 1,000 lanes of 100 segments with 40 lanes in sight: from the call
// that changes something until it is painted. The limit of a frame is 8 ms.
namespace {

constexpr int lanes = 1'000;
constexpr int segments = 100;
constexpr int lanesInSight = 40;
constexpr int frames = 200;
constexpr double limit = 8;

struct Times
{
    double median = 0;
    double p95 = 0;
    double cpu = 0; // median; what other programs do at the same time is not in it
};

Times measured(int count, const std::function<void(int)> &frame)
{
    std::vector<double> times;
    std::vector<double> cpu;
    for (int i = -5; i < count; ++i) { // the first ones fill caches
        QElapsedTimer timer;
        const std::clock_t before = std::clock();
        timer.start();
        frame(i);
        if (i < 0)
            continue;
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        cpu.push_back(static_cast<double>(std::clock() - before) * 1e3 / CLOCKS_PER_SEC);
    }
    std::sort(times.begin(), times.end());
    std::sort(cpu.begin(), cpu.end());
    return {times.at(times.size() / 2), times.at(times.size() * 95 / 100), cpu.at(cpu.size() / 2)};
}

void print(const char *what, const Times &times)
{
    std::printf(
        "%-38s median %6.2f ms   p95 %6.2f ms   processor %6.2f ms   median / %.0f ms: %.2f\n",
        what,
        times.median,
        times.p95,
        times.cpu,
        limit,
        times.median / limit);
}

DeployEvent eventOf(const DeploymentState &state, const QDateTime &at, const DeployEventBody &body)
{
    DeployEvent event;
    event.deployment = state.id;
    event.sequence = state.lastSequence + 1;
    event.at = at;
    event.body = body;
    return event;
}

// Painted before the call returns, as far as the region asks for it.
void paintNow(GanttView &view)
{
    QCoreApplication::sendPostedEvents(view.viewport(), QEvent::UpdateRequest);
    QCoreApplication::processEvents();
}

void run(GanttView &view, const TimelineStory &story)
{
    view.fit();
    paintNow(view);
    print("full repaint, everything in sight", measured(frames, [&](int) {
        view.fit();
        view.viewport()->repaint();
    }));
    print("zoom by a step", measured(frames, [&](int i) {
        if (i % 20 < 10)
            view.zoomIn();
        else
            view.zoomOut();
        view.viewport()->repaint();
    }));
    view.fit();
    print("scroll by a lane", measured(frames, [&](int i) {
        view.verticalScrollBar()->setValue((i + 5) * 24);
        view.viewport()->repaint();
    }));
    for (int i = 0; i < 8; ++i)
        view.zoomIn();
    print("scroll by a lane, zoomed in (labels)", measured(frames, [&](int i) {
        view.verticalScrollBar()->setValue((i + 5) * 24);
        view.viewport()->repaint();
    }));
    view.fit();
    view.verticalScrollBar()->setValue(0);
    paintNow(view);
    qint64 now = 420'000;
    print("the clock's tick", measured(frames, [&](int) {
        now += 100;
        view.setNow(story.time(now));
        paintNow(view);
    }));
    qint64 span = lanes * (segments + 1) + 1;
    print("from an event to the painted chart", measured(frames, [&](int i) {
        const QString lane = story.machine((i + 5) % lanesInSight);
        events::SpanStarted started;
        started.span = SpanId{span++};
        started.phase = Phase::Update;
        started.step = Step::UpdateMachine;
        started.segment = i % 2 == 0 ? Segment::Checks : Segment::Start;
        started.lane = lane;
        now += 10;
        view.applyEvents({eventOf(view.state(), story.time(now), started)});
        paintNow(view);
    }));
}

} // namespace

int main(int argc, char *argv[])
{
    // A window that no compositor shows is not painted at all: the platform without a screen
    // paints every frame it is asked for.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(Theme::interfaceFont(QApplication::font()));
    QApplication::setPalette(Theme::light().palette());
    const TimelineStory story = TimelineStory::large(lanes, segments);
    const DeploymentState state = story.state();

    GanttView view;
    view.setReducedMotion(false);
    view.resize(1'600, 32 + lanesInSight * 24);
    view.setNow(story.time(420'000));
    QElapsedTimer timer;
    timer.start();
    view.setState(state);
    view.show();
    QCoreApplication::processEvents();
    std::printf("%d lanes of %d segments, %d lanes in sight, %dx%d pixels, ratio %.0f\n",
        lanes,
        segments,
        lanesInSight,
        view.viewport()->width(),
        view.viewport()->height(),
        view.devicePixelRatioF());
    std::printf("%-42s %6.0f ms\n",
        "laid out and painted for the first time",
        static_cast<double>(timer.elapsed()));
    run(view, story);
    return 0;
}
