#include "store/connection.h"
#include "store/deploymentrows.h"

#include <QSet>
#include <QSqlQuery>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int deploymentsLookedAt = 30;

struct SpanTime
{
    qint64 deployment = 0;
    qint64 span = 0;
    qint64 parent = 0;
    QString key;
    qint64 milliseconds = 0;
};

Result<QList<SpanTime>> spanTimes(Connection &connection, const AppName &app)
{
    QList<SpanTime> times;
    const Result<void> read = connection.query(
        u"SELECT deployment, span, parent, usual_key, ended_ms - started_ms FROM spans"
        " WHERE outcome = ? AND deployment IN (SELECT key FROM deployments"
        " WHERE app = ? AND attempts > 0 ORDER BY number DESC LIMIT ?)"_s,
        {outcomeName(Outcome::Succeeded), app.value, deploymentsLookedAt},
        [&times](const QSqlQuery &row) {
            times.append({row.value(0).toLongLong(),
                row.value(1).toLongLong(),
                row.value(2).toLongLong(),
                row.value(3).toString(),
                row.value(4).toLongLong()});
        });
    if (!read)
        return failure(read.error());
    return times;
}

// By rank: a duration that really was.
std::chrono::milliseconds percentile(const QList<qint64> &sorted, double share)
{
    const auto rank = qsizetype(std::ceil(share * double(sorted.size())));
    return std::chrono::milliseconds(sorted[std::max<qsizetype>(rank, 1) - 1]);
}

} // namespace

Result<QHash<QString, UsualDuration>> DeploymentRows::usual(
    Connection &connection, const AppName &app)
{
    const Result<QList<SpanTime>> times = spanTimes(connection, app);
    if (!times)
        return failure(times.error());
    // A machine's bar begins before its turn: that wait depends on the others, not on the machine.
    QHash<std::pair<qint64, qint64>, qint64> waitedForTurn;
    const QString waiting = usualKey(Step::UpdateMachine, Segment::WaitTurn);
    for (const SpanTime &time : *times) {
        if (time.key == waiting)
            waitedForTurn[{time.deployment, time.parent}] += time.milliseconds;
    }
    QSet<std::pair<qint64, qint64>> worked;
    for (const SpanTime &time : *times) {
        if (time.key != waiting)
            worked.insert({time.deployment, time.parent});
    }
    const QString update = usualKey(Step::UpdateMachine, Segment::Work);
    QHash<QString, QList<qint64>> durations;
    for (const SpanTime &time : *times) {
        if (time.key == update && !worked.contains({time.deployment, time.span}))
            continue; // only its labels were set
        const qint64 waited = waitedForTurn.value({time.deployment, time.span});
        durations[time.key].append(std::max<qint64>(0, time.milliseconds - waited));
    }
    const Result<void> totals =
        connection.query(u"SELECT ended_ms - started_ms FROM attempts WHERE reported = ?"
                         " AND deployment IN (SELECT key FROM deployments"
                         " WHERE app = ? AND attempts > 0 ORDER BY number DESC LIMIT ?)"_s,
            {reportedName(Reported::Succeeded), app.value, deploymentsLookedAt},
            [&durations](
                const QSqlQuery &row) { durations[u"total"_s].append(row.value(0).toLongLong()); });
    if (!totals)
        return failure(totals.error());
    QHash<QString, UsualDuration> usual;
    for (auto it = durations.begin(); it != durations.end(); ++it) {
        std::sort(it->begin(), it->end());
        usual.insert(it.key(), {percentile(*it, 0.5), percentile(*it, 0.95), int(it->size())});
    }
    return usual;
}
