#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

namespace {
constexpr std::size_t keptLines = 20'000;
constexpr std::size_t pageSize = 100;
constexpr qint64 nsPerMs = 1'000'000;

bool earlier(const SimLogLine &a, const SimLogLine &b)
{
    return a.ns < b.ns;
}

// The app's answers to health checks are a rule, not entries: they are made when somebody reads.
void addHealthLines(const SimApp &app,
    const SimMachine &machine,
    qint64 from,
    qint64 to,
    std::vector<SimLogLine> &lines)
{
    const qint64 every = app.behaviour.healthLogEvery.count() * nsPerMs;
    if (every <= 0 || machine.config.value("services"_L1).toArray().isEmpty()
        || machine.runFault == "never-healthy"_L1)
        return;
    const qint64 offset =
        qint64(qHash(machine.id, 7) % 1000) * nsPerMs + qint64(qHash(machine.id, 11) % 900'000);
    for (const SimRun &run : machine.runs) {
        const qint64 first =
            (run.start + app.behaviour.boot * machine.bootFactor).count() * nsPerMs + offset;
        const qint64 end = std::min(to, run.end ? run.end->count() * nsPerMs : to);
        qint64 at = first;
        if (at < from)
            at += (from - at + every - 1) / every * every;
        for (; at <= end; at += every)
            lines.push_back(
                {at, machine.id, machine.region, u"info"_s, u"app"_s, app.behaviour.healthLogLine});
    }
}

struct LogFilter
{
    QString instance;
    QString region;
    qint64 from = 0;
    qint64 to = 0;

    [[nodiscard]] bool takes(const QString &machine, const QString &where) const
    {
        return (instance.isEmpty() || instance == machine) && (region.isEmpty() || region == where);
    }
};

std::vector<SimLogLine> linesOf(const SimApp &app, const LogFilter &filter, bool newest)
{
    std::vector<SimLogLine> lines;
    SimLogLine probe;
    probe.ns = filter.from;
    for (auto it = std::lower_bound(app.log.begin(), app.log.end(), probe, earlier);
         it != app.log.end() && it->ns <= filter.to;
         ++it) {
        if (filter.takes(it->machine, it->region))
            lines.push_back(*it);
    }
    // Of the health lines only as many as can appear in one page.
    const qint64 span = app.behaviour.healthLogEvery.count() * nsPerMs * qint64(pageSize);
    const qint64 from = newest ? std::max(filter.from, filter.to - span) : filter.from;
    const qint64 to = newest ? filter.to : std::min(filter.to, filter.from + span);
    for (const auto &[id, machine] : app.machines) {
        if (filter.takes(id, machine.region))
            addHealthLines(app, machine, from, to, lines);
    }
    std::stable_sort(lines.begin(), lines.end(), earlier);
    return lines;
}
} // namespace

void SimCore::logLine(SimApp &app,
    const SimMachine &machine,
    QLatin1StringView provider,
    const QString &level,
    const QString &message,
    SimTime at)
{
    // Lines of one millisecond keep the order in which they were written.
    const qint64 ns = at.count() * nsPerMs + qint64(++s.sequence % 1'000'000);
    const SimLogLine line{ns, machine.id, machine.region, level, provider, message};
    app.log.insert(std::upper_bound(app.log.begin(), app.log.end(), line, earlier), line);
    if (app.log.size() > keptLines)
        app.log.erase(app.log.begin(), app.log.begin() + qsizetype(keptLines / 10));
}

void SimCore::logScript(SimApp &app, const SimMachine &machine, const QList<SimScriptLine> &lines)
{
    for (const SimScriptLine &line : lines)
        logLine(app, machine, "app"_L1, line.level, line.message, s.now + line.at);
}

void SimCore::dropFutureLog(SimApp &app, const SimMachine &machine)
{
    const qint64 end = (s.now.count() + 1) * nsPerMs;
    std::erase_if(app.log,
        [&](const SimLogLine &line) { return line.ns >= end && line.machine == machine.id; });
}

QJsonObject SimCore::logJson(const SimLogLine &line) const
{
    const qint64 ns = s.wallStartMs * nsPerMs + line.ns;
    QString timestamp =
        QDateTime::fromMSecsSinceEpoch(ns / nsPerMs, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    timestamp += u'.';
    timestamp += QString::number(ns % 1'000'000'000).rightJustified(9, u'0');
    timestamp += u'Z';
    const QJsonObject meta{{u"instance"_s, line.machine},
        {u"region"_s, line.region},
        {u"event"_s, QJsonObject{{u"provider"_s, line.provider}}}};
    return {{u"id"_s, QString::number(ns)},
        {u"type"_s, u"log"_s},
        {u"attributes"_s,
            QJsonObject{{u"timestamp"_s, timestamp},
                {u"message"_s, line.message},
                {u"level"_s, line.level},
                {u"instance"_s, line.machine},
                {u"region"_s, line.region},
                {u"meta"_s, meta}}}};
}

// GET /api/v1/apps/{app}/logs (fly-io.md 7.1): from a token on the next lines, else the newest.
SimReply SimCore::logsRoute(const SimCall &call)
{
    const bool route =
        call.path.size() == 5 && call.path[2] == "apps"_L1 && call.path[4] == "logs"_L1;
    if (!route || call.isWrite())
        return unknownRoute(call);
    const SimApp *found = app(call.path[3]);
    if (!found)
        return error(404, u"Could not find App"_s);
    const QUrlQuery &query = call.request.query;
    const QString token = query.queryItemValue(u"next_token"_s);
    const qint64 wallStartNs = s.wallStartMs * nsPerMs;
    const qint64 to = (s.now.count() + 1) * nsPerMs - 1;
    const qint64 dayAgo = to - 24 * 3600 * 1000 * nsPerMs;
    const qint64 from =
        token.isEmpty() ? dayAgo : std::max(dayAgo, token.toLongLong() - wallStartNs);
    const LogFilter filter{
        query.queryItemValue(u"instance"_s), query.queryItemValue(u"region"_s), from, to};
    std::vector<SimLogLine> lines = linesOf(*found, filter, token.isEmpty());
    if (lines.size() > pageSize) {
        if (token.isEmpty())
            lines.erase(lines.begin(), lines.end() - qsizetype(pageSize));
        else
            lines.resize(pageSize);
    }
    QJsonArray data;
    for (const SimLogLine &line : lines)
        data.append(logJson(line));
    const QString next = lines.empty() ? token : QString::number(wallStartNs + lines.back().ns + 1);
    return json(
        200, QJsonObject{{u"data"_s, data}, {u"meta"_s, QJsonObject{{u"next_token"_s, next}}}});
}
