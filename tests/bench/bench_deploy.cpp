#include "support/programhome.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

// Deploys of 1, 12 and 100 machines by atalayactl in a real sandbox: the world's time from the
// first event to the end of the attempt, against the critical path that the platform imposes.
namespace {

constexpr int patienceMs = 900'000;

struct Case
{
    QString scenario;
    int machines;
    double speed; // of the world; small enough that this computer keeps up
};

struct Delays // seconds of the world, from the scenario
{
    double latency, pull, cachedPull, start, boot, check, drain, grace, releaseCommand;
};

Delays readDelays(const QString &scenario)
{
    QFile file(QStringLiteral(SCENARIOS) + u'/' + scenario + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject world = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject app = world.value(u"apps"_s).toArray().first().toObject();
    const QJsonObject behaviour = app.value(u"behaviour"_s).toObject();
    const QJsonObject service =
        app.value(u"machineConfig"_s).toObject().value(u"services"_s).toArray().first().toObject();
    const QString grace =
        service.value(u"checks"_s).toArray().first().toObject().value(u"grace_period"_s).toString();
    const auto seconds = [&behaviour](
                             const QString &name) { return behaviour.value(name).toDouble(); };
    return {world.value(u"latencyMs"_s).toDouble() / 1000,
        seconds(u"pullSeconds"_s),
        seconds(u"cachedPullSeconds"_s),
        seconds(u"vmStartSeconds"_s),
        seconds(u"bootSeconds"_s),
        seconds(u"checkSeconds"_s),
        seconds(u"drainSeconds"_s),
        grace.chopped(1).toDouble(),
        behaviour.value(u"releaseCommand"_s).toObject().value(u"seconds"_s).toDouble()};
}

// One after the other: create the release, take the leases, run the release command on a machine of
// its own (it pulls the image onto the first host), update the first machine alone, then the others
// with max_unavailable at a time, drop the leases, close the release; each call costs the latency
// once. Looking beforehand and afterwards is ours, not the platform's, and counts against us.
double criticalPath(const Case &of, const Delays &d)
{
    const double call = d.latency;
    const double run = d.drain + d.start + std::max(d.grace, d.boot) + d.check;
    const double release = call + d.pull + d.start + d.releaseCommand;
    const double first = call + d.cachedPull + run;
    const double other = call + d.pull + run;
    const double atOnce = std::ceil(0.33 * of.machines);
    const double rounds = std::ceil((of.machines - 1) / atOnce);
    return 2 * call + release + first + rounds * other + 2 * call;
}

QDateTime atOf(const QJsonObject &line)
{
    return QDateTime::fromString(
        line.value(u"event"_s).toObject().value(u"at"_s).toString(), Qt::ISODateWithMs);
}

bool measure(const Case &of)
{
    ProgramHome home;
    const ProgramHome::Answer started = home.startSandbox(of.scenario, of.speed);
    const QString app = u"grupo-gad"_s;
    if (started.exitCode != 0) {
        std::fputs(started.told().constData(), stderr);
        return false;
    }
    const std::unique_ptr<QProcess> deploy = home.begin(u"atalayactl"_s,
        {u"--sandbox"_s,
            u"--json"_s,
            u"deploy"_s,
            app,
            u"--yes"_s,
            app,
            u"--image"_s,
            u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s});
    const ProgramHome::Answer answer = ProgramHome::answerOf(*deploy, patienceMs);
    if (answer.exitCode != 0) {
        std::fputs(answer.told().right(4000).constData(), stderr);
        return false;
    }
    const QList<QJsonObject> events = answer.objects(u"event"_s);
    QDateTime end;
    for (const QJsonObject &line : events) {
        if (line.value(u"event"_s).toObject().value(u"kind"_s).toString() == "attempt-ended"_L1)
            end = atOf(line);
    }
    const double taken = static_cast<double>(atOf(events.first()).msecsTo(end)) / 1000;
    const double path = criticalPath(of, readDelays(of.scenario));
    std::printf("%4d machine(s)  %7.1f s of the world's   critical path %7.1f s   ratio %.3f   "
                "(target <= 1.05; at %g times real time, %lld events)\n",
        of.machines,
        taken,
        path,
        taken / path,
        of.speed,
        static_cast<long long>(events.size()));
    std::fflush(stdout);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    bool done = true;
    for (const Case &one :
        {Case{u"one"_s, 1, 4}, Case{u"twelve"_s, 12, 4}, Case{u"hundred"_s, 100, 2}})
        done = measure(one) && done;
    return done ? 0 : 1;
}
