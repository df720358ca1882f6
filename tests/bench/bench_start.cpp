#include "support/programhome.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

// Start to first painted window, memory and idle processor time of `atalaya --sandbox`, against a
// bare Qt window in the same run.
namespace {

constexpr int rounds = 15;
constexpr int settleMs = 5'000;
constexpr int idleMs = 10'000;

struct Subject
{
    QString program;
    QStringList arguments;
};

struct Idle
{
    double rssMiB = 0;
    double pssMiB = 0;
    double processorPercent = 0;
};

// Until the program wrote its line; 0 when it did not.
double startMs(ProgramHome &home, const Subject &subject, std::unique_ptr<QProcess> *kept = nullptr)
{
    QElapsedTimer timer;
    timer.start();
    std::unique_ptr<QProcess> process = home.begin(subject.program, subject.arguments);
    bool painted = false;
    while (!painted && process->waitForReadyRead(30'000)) {
        while (process->canReadLine())
            painted = painted || process->readLine().trimmed() == "first-paint";
    }
    const double taken = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (kept) {
        *kept = std::move(process);
    } else {
        process->terminate();
        if (!process->waitForFinished(10'000))
            process->kill();
    }
    return painted ? taken : 0.0;
}

struct Starts
{
    std::vector<double> times;

    void add(double milliseconds)
    {
        times.insert(std::upper_bound(times.begin(), times.end(), milliseconds), milliseconds);
    }
    [[nodiscard]] double median() const { return times.at(times.size() / 2); }
    [[nodiscard]] double best() const { return times.front(); }
};

double smapsMiB(qint64 pid, const QByteArray &field)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field) && line.at(field.size()) == ':')
            return line.mid(field.size() + 1).trimmed().split(' ').first().toDouble() / 1024.0;
    }
    return 0;
}

double processorSeconds(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    // Behind the name, which may hold blanks: state is field 3, utime 14, stime 15.
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const double ticks = fields.value(11).toDouble() + fields.value(12).toDouble();
    return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

Idle idleOf(ProgramHome &home, const Subject &subject)
{
    std::unique_ptr<QProcess> process;
    startMs(home, subject, &process);
    const qint64 pid = process->processId();
    process->waitForFinished(settleMs); // nothing ends here: time passes
    const double before = processorSeconds(pid);
    process->waitForFinished(idleMs);
    Idle idle;
    idle.processorPercent = (processorSeconds(pid) - before) / (idleMs / 1000.0) * 100.0;
    idle.rssMiB = smapsMiB(pid, "Rss");
    idle.pssMiB = smapsMiB(pid, "Pss");
    process->terminate();
    if (!process->waitForFinished(10'000))
        process->kill();
    return idle;
}

void print(const char *what, double ours, double bare, const char *unit, const char *target)
{
    std::printf("%-34s %8.1f %s   bare window %8.1f %s   ratio %.2f   (target %s)\n",
        what,
        ours,
        unit,
        bare,
        unit,
        bare > 0 ? ours / bare : 0.0,
        target);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    ProgramHome home;
    home.setEnvironment(u"ATALAYA_BENCH_FIRST_PAINT"_s, u"1"_s);
    const ProgramHome::Answer sandbox = home.startSandbox(u"field-cases"_s, 1);
    if (sandbox.exitCode != 0) {
        std::fputs(sandbox.told().constData(), stderr);
        return 1;
    }
    const Subject ours{u"atalaya"_s, {u"--sandbox"_s}};
    const Subject bare{u"bench_barewindow"_s, {}};
    startMs(home, bare); // the page cache is warm from here on
    startMs(home, ours);
    Starts bareStarts;
    Starts ourStarts;
    // In turn, so that whatever else this computer does is the same for both.
    for (int i = 0; i < rounds; ++i) {
        bareStarts.add(startMs(home, bare));
        ourStarts.add(startMs(home, ours));
    }
    print("start to first paint, median", ourStarts.median(), bareStarts.median(), "ms ", "<= 2");
    print("start to first paint, best", ourStarts.best(), bareStarts.best(), "ms ", "<= 2");
    const Idle bareIdle = idleOf(home, bare);
    const Idle ourIdle = idleOf(home, ours);
    print("idle memory, resident", ourIdle.rssMiB, bareIdle.rssMiB, "MiB", "<= 2.5");
    print("idle memory, proportional share", ourIdle.pssMiB, bareIdle.pssMiB, "MiB", "<= 2.5");
    std::printf("%-34s %8.2f %%     bare window %8.2f %%\n",
        "idle processor time over 10 s",
        ourIdle.processorPercent,
        bareIdle.processorPercent);
    return 0;
}
