#include "models/logmodel.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logview.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QStyleFactory>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

// A hundred thousand lines into the log that is on the screen: how long the window answers nobody.
// A frame is one turn of the event loop, painting included; its limit is 16 ms.
namespace {

constexpr int lineCount = 100'000;
constexpr double limit = 16;

QList<LogLine> linesOf(int count, int from)
{
    static const QStringList levels{u"info"_s, u"info"_s, u"info"_s, u"warn"_s, u"error"_s};
    static const QStringList lanes{u"148e306fd02189"_s, u"148f41b2c77d30"_s, u"1490ac55e01b77"_s};
    const QDateTime start(QDate(2026, 8, 20), QTime(12, 0), Qt::UTC);
    QList<LogLine> lines;
    lines.reserve(count);
    for (int i = from; i < from + count; ++i) {
        LogLine line;
        line.at = start.addMSecs(i * 7LL);
        line.source = LogLine::Source::App;
        line.level = levels.at(i % levels.size());
        line.lane = lanes.at(i % lanes.size());
        line.text = u"%1 GET /reservas/%2 200 in %3 ms, canción ñandú"_s.arg(
            QString::number(i), QString::number(i * 31 % 9973), QString::number(i % 400));
        lines.append(line);
    }
    return lines;
}

class Frames
{
public:
    // Turns of the event loop until it is so.
    template <typename Done> void runUntil(Done done)
    {
        while (!done()) {
            QElapsedTimer timer;
            timer.start();
            QCoreApplication::processEvents();
            m_times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
    }

    void print(const char *what)
    {
        std::erase_if(m_times, [](double time) { return time < 0.05; }); // nothing to do
        std::sort(m_times.begin(), m_times.end());
        const double worst = m_times.empty() ? 0 : m_times.back();
        const double usual = m_times.empty() ? 0 : m_times.at(m_times.size() * 95 / 100);
        std::printf("%-30s turns %5zu   p95 %6.2f ms   worst %6.2f ms   worst / %.0f ms: %.2f\n",
            what,
            m_times.size(),
            usual,
            worst,
            limit,
            worst / limit);
    }

private:
    std::vector<double> m_times;
};

void stream(LogPane &pane, int atOnce, const QString &lane, const char *what)
{
    pane.setLines({});
    pane.model()->setLane(lane);
    const QList<LogLine> lines = linesOf(lineCount, 0);
    QTimer arrival;
    int sent = 0;
    QObject::connect(&arrival, &QTimer::timeout, &pane, [&] {
        pane.append(lines.mid(sent, atOnce));
        sent += atOnce;
        if (sent >= lineCount)
            arrival.stop();
    });
    Frames frames;
    arrival.start(0);
    frames.runUntil([&pane] { return pane.model()->buffer().end() >= lineCount; });
    frames.print(what);
    pane.model()->setLane({});
}

void scroll(LogPane &pane)
{
    Frames frames;
    int row = 0;
    QTimer step;
    QObject::connect(&step, &QTimer::timeout, &pane, [&] {
        row += 331;
        pane.view()->showLine(row % lineCount);
    });
    step.start(0);
    frames.runUntil([&row] { return row >= 331 * 300; });
    frames.print("jump to a line of 100,000");
}

} // namespace

int main(int argc, char *argv[])
{
    // A window that no compositor shows is not painted at all: see bench_gantt.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(Theme::interfaceFont(QApplication::font()));
    QApplication::setPalette(Theme::light().palette());
    LogPane pane;
    pane.resize(1'016, 400);
    pane.setLines(linesOf(200, 0));
    pane.show();
    QCoreApplication::processEvents();

    std::printf("%d lines, %d rows in sight\n", lineCount, pane.view()->visibleRows());
    stream(pane, 200, {}, "appended, 200 at a time");
    stream(pane, 5'000, {}, "appended, 5,000 at a time");
    stream(pane, lineCount, {}, "appended all at once");
    stream(pane, 5'000, u"148f41b2c77d30"_s, "appended, one lane shown");
    scroll(pane);
    return 0;
}
