#include "models/comparison.h"

#include <algorithm>
#include <map>

namespace {

using Milliseconds = DeploymentComparison::Milliseconds;
using Side = DeploymentComparison::Side;

// Stretches of time, of which any may lie over others.
class Stretches
{
public:
    void add(qint64 from, qint64 to)
    {
        if (from < to)
            m_all.append({from, to});
    }
    void add(const Stretches &other) { m_all += other.m_all; }

    [[nodiscard]] Stretches merged() const
    {
        Stretches result;
        QList<std::pair<qint64, qint64>> sorted = m_all;
        std::sort(sorted.begin(), sorted.end());
        for (const auto &[from, to] : std::as_const(sorted)) {
            if (!result.m_all.isEmpty() && from <= result.m_all.last().second)
                result.m_all.last().second = std::max(result.m_all.last().second, to);
            else
                result.m_all.append({from, to});
        }
        return result;
    }

    [[nodiscard]] Stretches without(const Stretches &others) const
    {
        Stretches result;
        const Stretches holes = others.merged();
        for (auto [from, to] : merged().m_all) {
            for (const auto &[holeFrom, holeTo] : holes.m_all) {
                if (holeTo <= from || holeFrom >= to)
                    continue;
                result.add(from, holeFrom);
                from = holeTo;
            }
            result.add(from, to);
        }
        return result;
    }

    [[nodiscard]] Milliseconds length() const
    {
        qint64 sum = 0;
        for (const auto &[from, to] : merged().m_all)
            sum += to - from;
        return Milliseconds(sum);
    }

private:
    QList<std::pair<qint64, qint64>> m_all;
};

struct Lane
{
    Stretches all;
    Stretches waits;
    Side side;
};

struct Timed
{
    std::map<Phase, QStringList> lanes; // in order of their first appearance; "" is the phase
    std::map<std::pair<Phase, QString>, Lane> parts;
};

// What went on last tells how it ended; a failure is not hidden by what came beside it.
void noteOutcome(Side &side, const SpanState &span, int &attempt)
{
    const bool newer = span.attempt > attempt;
    const bool worse = span.attempt == attempt && side.outcome != Outcome::Failed;
    if (!side.present || newer || worse)
        side.outcome = span.outcome;
    attempt = std::max(attempt, span.attempt);
}

Timed timed(const DeploymentState &state, const QDateTime &now)
{
    Timed result;
    std::map<std::pair<Phase, QString>, int> attempts;
    for (const SpanState &span : state.spans) {
        for (const QString &lane : {QString(), span.lane}) {
            const std::pair key(span.phase, lane);
            if (!result.parts.contains(key))
                result.lanes[span.phase].append(lane);
            Lane &part = result.parts[key];
            const bool skipped = span.outcome == Outcome::Skipped;
            if (skipped && !part.side.present) {
                part.side.skipped = true;
                part.side.reason = span.skipReason;
                part.side.reasonArgs = span.skipArgs;
                part.side.outcome = Outcome::Skipped;
            } else if (!skipped) {
                if (part.side.skipped)
                    part.side = {};
                const qint64 from = span.startedAt.toMSecsSinceEpoch();
                const qint64 to = (span.endedAt.isValid() ? span.endedAt : now).toMSecsSinceEpoch();
                part.all.add(from, to);
                if (isWaiting(span.segment))
                    part.waits.add(from, to);
                noteOutcome(part.side, span, attempts[key]);
            }
            part.side.present = true;
            if (span.lane.isEmpty())
                break;
        }
    }
    return result;
}

void measure(Timed &all)
{
    for (auto &[phase, lanes] : all.lanes) {
        Stretches worked;
        for (const QString &lane : std::as_const(lanes)) {
            Lane &part = all.parts.at({phase, lane});
            const Stretches own = part.all.without(part.waits);
            part.side.worked = own.length();
            part.side.waited = part.all.length() - part.side.worked;
            if (!lane.isEmpty())
                worked.add(own);
        }
        // Of a phase with lanes: waiting is when no lane worked.
        Lane &whole = all.parts.at({phase, QString()});
        if (lanes.size() < 2)
            continue;
        Stretches ofLanes;
        for (const QString &lane : std::as_const(lanes)) {
            if (!lane.isEmpty())
                ofLanes.add(all.parts.at({phase, lane}).all);
        }
        worked.add(whole.all.without(ofLanes));
        whole.side.worked = worked.length();
        whole.side.waited = whole.all.length() - whole.side.worked;
    }
}

Outcome outcomeOf(const AttemptState &attempt)
{
    if (!attempt.ended)
        return Outcome::Running;
    switch (attempt.ended->reported) {
    case Reported::Succeeded:
    case Reported::RolledBack:
        return Outcome::Succeeded;
    case Reported::Failed:
        return Outcome::Failed;
    case Reported::Cancelled:
        return Outcome::Cancelled;
    case Reported::Interrupted:
        return Outcome::Interrupted;
    }
    return Outcome::Unknown;
}

// The time between attempts belongs to nobody.
Side wholeOf(const DeploymentState &state, const Timed &all, const QDateTime &now)
{
    Side side;
    if (state.attempts.isEmpty())
        return side;
    side.present = true;
    side.outcome = outcomeOf(state.attempts.last());
    Stretches attempts;
    for (const AttemptState &attempt : state.attempts) {
        const QDateTime end = attempt.endedAt.isValid() ? attempt.endedAt
            : attempt.number < state.attempts.size()    ? state.lastAt
                                                        : now;
        attempts.add(attempt.startedAt.toMSecsSinceEpoch(), end.toMSecsSinceEpoch());
    }
    Stretches waits;
    Stretches works;
    for (const auto &[key, part] : all.parts) {
        if (key.second.isEmpty() && all.lanes.at(key.first).size() > 1)
            continue;
        waits.add(part.waits);
        works.add(part.all.without(part.waits));
    }
    side.waited = waits.without(works).length();
    side.worked = std::max(Milliseconds(0), attempts.length() - side.waited);
    return side;
}

Side sideOf(const Timed &all, Phase phase, const QString &lane)
{
    const auto part = all.parts.find({phase, lane});
    return part == all.parts.end() ? Side() : part->second.side;
}

// Machines in the plan's order, as in the chart; then what else there was.
QStringList lanesOf(
    const Timed &first, const Timed &second, Phase phase, const QStringList &machines)
{
    QStringList lanes;
    for (const Timed *side : {&first, &second}) {
        const auto known = side->lanes.find(phase);
        if (known == side->lanes.end())
            continue;
        for (const QString &lane : known->second) {
            if (!lane.isEmpty() && !lanes.contains(lane))
                lanes.append(lane);
        }
    }
    const auto place = [&machines](const QString &lane) {
        const qsizetype index = machines.indexOf(lane);
        return index < 0 ? machines.size() : index;
    };
    std::stable_sort(lanes.begin(), lanes.end(), [&place](const QString &a, const QString &b) {
        return place(a) < place(b);
    });
    return lanes;
}

QStringList machinesOf(const DeploymentState &state)
{
    QStringList machines;
    if (const AttemptState *attempt = state.lastAttempt()) {
        for (const PlannedMachine &machine : attempt->plan.machines)
            machines.append(machine.id.value);
    }
    return machines;
}

} // namespace

std::optional<Milliseconds> DeploymentComparison::Part::difference() const
{
    if (!first.happened() || !second.happened())
        return std::nullopt;
    return second.took() - first.took();
}

Milliseconds DeploymentComparison::longest() const
{
    Milliseconds most{0};
    for (const Part &part : parts)
        most = std::max({most, part.first.took(), part.second.took()});
    return most;
}

DeploymentComparison DeploymentComparison::of(
    const DeploymentState &first, const DeploymentState &second, const QDateTime &now)
{
    Timed a = timed(first, now);
    Timed b = timed(second, now);
    measure(a);
    measure(b);
    DeploymentComparison result;
    const QStringList machines = machinesOf(first) + machinesOf(second);
    result.parts.append({std::nullopt, {}, wholeOf(first, a, now), wholeOf(second, b, now)});
    for (int i = 0; i <= static_cast<int>(Phase::Cleanup); ++i) {
        const auto phase = static_cast<Phase>(i);
        if (!a.lanes.contains(phase) && !b.lanes.contains(phase))
            continue;
        result.parts.append({phase, {}, sideOf(a, phase, {}), sideOf(b, phase, {})});
        for (const QString &lane : lanesOf(a, b, phase, machines))
            result.parts.append({phase, lane, sideOf(a, phase, lane), sideOf(b, phase, lane)});
    }
    return result;
}
