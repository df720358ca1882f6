#include "sandbox/rendezvous.h"
#include "support/flyctl.h"
#include "support/programhome.h"
#include "support/wireclient.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

// The same rolling deploy by atalayactl and by the real flyctl, each in a fresh sandbox that runs
// at the speed of life: requests that reached the platform, and wall time from start to end of the
// program. Nothing is measured where there is no flyctl.
namespace {

constexpr int patienceMs = 1'800'000;
const QString app = u"grupo-gad"_s;
const QString newImage = u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s;

struct Case
{
    QString scenario;
    int machines;
};

struct Measure
{
    bool done = false;
    int requests = 0;
    double seconds = 0;
    QMap<QString, int> kinds; // "GET machine" -> how often
};

// The request without the names in it.
QString kindOf(const QString &line)
{
    QStringList words = line.section(u' ', 1, 1).split(u'/', Qt::SkipEmptyParts);
    if (words.value(1) == "apps"_L1 && words.size() > 2)
        words[2] = u"APP"_s;
    if (words.value(3) == "machines"_L1 && words.size() > 4)
        words[4] = u"ID"_s;
    if (words.value(2) == "apps"_L1 && words.size() > 3)
        words[3] = u"APP"_s;
    if (words.value(2) == "releases"_L1 && words.size() > 3)
        words[3] = u"ID"_s;
    return QString(line.section(u' ', 0, 0) + u" /"_s + words.join(u'/'));
}

template <typename Run> Measure measure(const Case &of, double speed, Run run)
{
    Measure measured;
    ProgramHome home;
    const ProgramHome::Answer started = home.startSandbox(of.scenario, speed);
    const auto place = Rendezvous::find(home.path() + u"/sandbox/runtime"_s);
    if (started.exitCode != 0 || !place || !*place) {
        std::fputs(started.told().constData(), stderr);
        return measured;
    }
    WireClient wire((*place)->url, (*place)->token.reveal());
    const auto log = [&wire] {
        return wire.call("GET", "/_sandbox/requests").json().value(u"requests"_s).toArray();
    };
    const qsizetype before = log().size();
    QElapsedTimer timer;
    timer.start();
    measured.done = run(home, **place);
    measured.seconds = static_cast<double>(timer.elapsed()) / 1000;
    const QJsonArray after = log();
    for (qsizetype i = before; i < after.size(); ++i)
        ++measured.kinds[kindOf(after.at(i).toString())];
    measured.requests = static_cast<int>(after.size() - before);
    return measured;
}

bool byAtalaya(ProgramHome &home, const QString &config)
{
    const std::unique_ptr<QProcess> deploy = home.begin(u"atalayactl"_s,
        {u"--sandbox"_s,
            u"--json"_s,
            u"deploy"_s,
            app,
            u"--yes"_s,
            app,
            u"--config"_s,
            config,
            u"--image"_s,
            newImage});
    const ProgramHome::Answer answer = ProgramHome::answerOf(*deploy, patienceMs);
    if (answer.exitCode != 0)
        std::fputs(answer.told().right(4000).constData(), stderr);
    return answer.exitCode == 0;
}

bool byFlyctl(const SandboxAddress &place, const QString &config)
{
    const Flyctl flyctl(place.url, "fo1_sandbox_full");
    // DNS would be asked outside of this computer; everything else is as it comes.
    const Flyctl::Answer answer = flyctl.run({u"deploy"_s,
                                                 u"-a"_s,
                                                 app,
                                                 u"-c"_s,
                                                 config,
                                                 u"--image"_s,
                                                 newImage,
                                                 u"--dns-checks=false"_s,
                                                 u"--yes"_s},
        patienceMs);
    if (answer.exitCode != 0)
        std::fputs(answer.told().right(4000).constData(), stderr);
    return answer.exitCode == 0;
}

bool compare(const Case &of, double speed, const QString &config, bool verbose)
{
    const Measure ours = measure(of, speed, [&](ProgramHome &home, const SandboxAddress &) {
        return byAtalaya(home, config);
    });
    const Measure theirs = measure(of, speed, [&](ProgramHome &, const SandboxAddress &place) {
        return byFlyctl(place, config);
    });
    if (!ours.done || !theirs.done)
        return false;
    std::printf("%4d machine(s)  requests %5d / %5d = %.2f   wall time %6.1f s / %6.1f s = %.2f   "
                "(ours / flyctl's, targets <= 1.00; world at %g times real time)\n",
        of.machines,
        ours.requests,
        theirs.requests,
        double(ours.requests) / theirs.requests,
        ours.seconds,
        theirs.seconds,
        ours.seconds / theirs.seconds,
        speed);
    QStringList kinds = ours.kinds.keys() + theirs.kinds.keys();
    kinds.removeDuplicates();
    kinds.sort();
    for (const QString &kind : verbose ? kinds : QStringList())
        std::printf("        %5d  %5d  %s\n",
            ours.kinds.value(kind),
            theirs.kinds.value(kind),
            qPrintable(kind));
    std::fflush(stdout);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (Flyctl::program().isEmpty()) {
        std::puts("deploys against flyctl's: flyctl not found");
        return 0;
    }
    const double given = qEnvironmentVariable("ATALAYA_BENCH_SPEED").toDouble();
    const double speed = given > 0 ? given : 1;
    const bool verbose = qEnvironmentVariableIsSet("ATALAYA_BENCH_VERBOSE");
    const QString config = QStringLiteral(SCENARIOS) + u"/grupo-gad/fly.toml"_s;
    bool done = true;
    for (const Case &one : {Case{u"one"_s, 1}, Case{u"field-cases"_s, 3}, Case{u"twelve"_s, 12}})
        done = compare(one, speed, config, verbose) && done;
    return done ? 0 : 1;
}
