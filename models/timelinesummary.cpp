#include "models/timelinelayout.h"
#include "models/timelinetext.h"

#include <algorithm>

// The parts of TimelineLayout that tell about whole rows: states, durations, headers, ghosts.

namespace {

// The state of several things as one: what needs attention first.
std::optional<Status> worst(std::optional<Status> a, std::optional<Status> b)
{
    const auto rank = [](const std::optional<Status> &status) {
        if (!status)
            return 0;
        switch (*status) {
        case Status::Skipped:
            return 1;
        case Status::Succeeded:
            return 2;
        case Status::RolledBack:
            return 3;
        case Status::Unknown:
            return 4;
        case Status::Warning:
            return 5;
        case Status::Waiting:
            return 6;
        case Status::Running:
            return 7;
        case Status::Failed:
            return 8;
        }
        return 0;
    };
    return rank(a) >= rank(b) ? a : b;
}

std::optional<Status> rowStatus(const TimelineRow &row)
{
    std::optional<Status> result;
    bool segments = false;
    bool works = false;
    for (const TimelineBar &bar : row.bars) {
        if (bar.isWhole()) {
            // A wait that is over is no state of the row any more.
            const bool over = bar.status == Status::Waiting && !bar.isRunning();
            result = worst(result, over ? Status::Succeeded : bar.status);
        } else if (bar.isRunning()) {
            segments = true;
            works = works || !bar.waiting;
        }
    }
    if (result == Status::Running && segments && !works)
        return Status::Waiting;
    // Leases that were taken are not yet an update.
    if (row.phase == Phase::Update && row.lane.isEmpty() && result == Status::Succeeded)
        return {};
    if (result == Status::Succeeded && !row.ghosts.isEmpty())
        return Status::Waiting;
    return result;
}

void insertBar(TimelineRow &row, const TimelineBar &bar)
{
    row.bars.insert(row.firstStartingAfter(bar.start), bar);
}

void computeReach(TimelineRow &row)
{
    row.reach.resize(row.bars.size());
    qint64 latest = 0;
    for (qsizetype i = 0; i < row.bars.size(); ++i) {
        latest = std::max(latest, row.bars.at(i).end);
        row.reach[i] = latest;
    }
}

struct Extent
{
    qint64 start = std::numeric_limits<qint64>::max();
    qint64 end = -1;
    std::optional<Status> status;
    bool interrupted = false;

    void add(const TimelineRow &row, bool waits = true)
    {
        for (const TimelineBar &bar : row.bars) {
            const bool wait = bar.kind == TimelineBar::Kind::Plain && bar.waiting;
            if (!bar.isWhole() || bar.isSkipped() || (wait && !waits))
                continue;
            start = std::min(start, bar.start);
            end = std::max(end, bar.end);
            interrupted = interrupted || bar.interrupted;
        }
        status = worst(status, row.status);
    }
    [[nodiscard]] bool isEmpty() const { return end < 0; }
};

QList<qint64> failuresOf(const TimelineRow &row)
{
    QList<qint64> result = row.failures;
    for (const TimelineBar &bar : row.bars) {
        if (bar.status == Status::Failed && bar.isWhole() && !result.contains(bar.end))
            result.append(bar.end);
    }
    return result;
}

Status reportedStatus(Reported reported)
{
    switch (reported) {
    case Reported::Succeeded:
        return Status::Succeeded;
    case Reported::Failed:
        return Status::Failed;
    case Reported::Cancelled:
        return Status::Warning;
    case Reported::RolledBack:
        return Status::RolledBack;
    case Reported::Interrupted:
        break;
    }
    return Status::Unknown;
}

} // namespace

void TimelineLayout::finishRow(int index)
{
    TimelineRow &row = m_rows[index];
    computeReach(row);
    row.status = rowStatus(row);
    row.after.clear();
    row.slow = false;
    const TimelineBar *last = nullptr;
    int wholes = 0;
    qint64 sum = 0;
    for (const TimelineBar &bar : std::as_const(row.bars)) {
        if (!bar.isWhole() || bar.isSkipped())
            continue;
        ++wholes;
        sum += bar.isRunning() ? 0 : bar.worked();
        last = &bar;
    }
    if (!last || last->isRunning())
        return;
    if (last->workStart >= last->end && last->workStart > last->start)
        return; // its turn never came
    TimelineBar told = *last;
    if (row.lane.isEmpty() && wholes > 1) { // a phase of several steps: all of it
        told.workStart = told.end - sum;
        told.usual = -1;
        told.typical = false;
    }
    row.slow = told.isSlow();
    row.after = TimelineText::took(told, told.isSlow() || told.status == Status::Failed);
}

void TimelineLayout::summarise(const DeploymentState &state, const QList<int> &touched)
{
    QList<int> headers;
    for (const int row : touched) {
        const int header =
            m_rowOf.value(keyOf(m_rows.at(row).attempt, m_rows.at(row).phase, {}), -1);
        if (header >= 0 && m_rows.at(header).foldable && !headers.contains(header))
            headers.append(header);
    }
    for (const int header : headers)
        summarisePhase(header);
    const int heading = m_rowOf.value(keyOf(m_openAttempt, {}, {}, -1), -1);
    if (heading >= 0 && !touched.isEmpty())
        summariseAttempt(state.attempts.at(m_openAttempt - 1), heading);
}

void TimelineLayout::summarisePhase(int headerIndex)
{
    TimelineRow &header = m_rows[headerIndex];
    Extent extent;
    header.failures.clear();
    TimelineGhost ghost;
    qint64 ghostEnd = -1;
    int lanes = 0;
    int done = 0;
    for (int i = headerIndex + 1; i < m_rows.size(); ++i) {
        const TimelineRow &row = m_rows.at(i);
        if (row.attempt != header.attempt || row.phase != header.phase)
            break;
        if (row.kind != TimelineRow::Kind::Lane)
            continue;
        ++lanes;
        if (row.status == Status::Succeeded || row.status == Status::Skipped)
            ++done;
        extent.add(row);
        header.failures += failuresOf(row);
        for (const TimelineGhost &of : row.ghosts) {
            ghost.start = ghostEnd < 0 ? of.start : std::min(ghost.start, of.start);
            ghostEnd = std::max(ghostEnd, of.start + std::max<qint64>(0, of.usual));
        }
    }
    header.bars.removeIf(
        [](const TimelineBar &bar) { return bar.kind == TimelineBar::Kind::Summary; });
    const std::optional<Status> own = rowStatus(header);
    const bool bare = header.bars.isEmpty();
    if (bare)
        header.after.clear();
    if (!extent.isEmpty() && (bare || header.phase == Phase::Update)) {
        TimelineBar bar;
        bar.kind = TimelineBar::Kind::Summary;
        bar.start = extent.start;
        bar.workStart = extent.start;
        bar.end = extent.end;
        bar.status = extent.status.value_or(Status::Unknown);
        bar.interrupted = extent.interrupted;
        insertBar(header, bar);
        header.slow = false;
        header.after.clear(); // taking leases is not what an update lasts
        if (!bar.isRunning())
            header.after = TimelineText::took(bar, false);
    }
    computeReach(header);
    header.status = worst(own, extent.status);
    if (header.phase == Phase::Update) {
        header.detail = TimelineText::progress(done, lanes);
        header.ghosts.clear();
        if (ghostEnd >= 0)
            header.ghosts.append(
                {ghost.start, std::max<qint64>(0, ghostEnd - ghost.start), -1, {}, {}});
    }
}

void TimelineLayout::summariseAttempt(const AttemptState &attempt, int headingIndex)
{
    TimelineRow &heading = m_rows[headingIndex];
    heading.bars.clear();
    heading.failures.clear();
    heading.status.reset();
    Extent extent;
    Phase phase = Phase::Preflight;
    const auto flush = [&] {
        if (!extent.isEmpty()) {
            TimelineBar bar;
            bar.kind = TimelineBar::Kind::Summary;
            bar.start = extent.start;
            bar.end = extent.end;
            bar.status = extent.status.value_or(Status::Unknown);
            bar.label = Words::phase(phase, attempt.plan.app);
            insertBar(heading, bar);
        }
        heading.status = worst(heading.status, extent.status);
        extent = {};
    };
    for (int i = headingIndex + 1; i < m_rows.size(); ++i) {
        const TimelineRow &row = m_rows.at(i);
        if (row.attempt != heading.attempt)
            break;
        if (row.phase != phase)
            flush();
        phase = row.phase;
        // Leases are taken long before the first machine changes: they are no part of when an
        // update is, unless it came to nothing else.
        if (phase == Phase::Update && row.kind == TimelineRow::Kind::Phase && row.foldable)
            extent.status = worst(extent.status, row.status);
        else
            extent.add(row, phase != Phase::Update || row.kind == TimelineRow::Kind::Phase);
        if (row.kind == TimelineRow::Kind::Phase)
            heading.failures += failuresOf(row);
    }
    flush();
    // Phases may interleave: each is shown until the next one begins.
    for (qsizetype i = 0; i + 1 < heading.bars.size(); ++i)
        heading.bars[i].end = std::min(heading.bars.at(i).end, heading.bars.at(i + 1).start);
    computeReach(heading);
    if (attempt.ended && heading.attempt != m_openAttempt)
        heading.status = reportedStatus(attempt.ended->reported);
    else if (heading.attempt != m_openAttempt)
        heading.status = Status::Unknown;
    heading.after = attempt.ended ? TimelineText::ended(attempt, m_number) : QString();
}

// Planned steps that have not begun, where they are expected. Returns the rows that changed.
QList<int> TimelineLayout::refreshForecast(const DeploymentState &state)
{
    const AttemptState &attempt = state.attempts.at(m_openAttempt - 1);
    const qint64 wholeSeconds = (m_now + 999) / 1000 * 1000;
    m_forecast = forecast(attempt, state.spans, m_spanOfStep, m_turns, wholeSeconds);

    QHash<int, QList<TimelineGhost>> ghosts;
    for (int i = 0; i < attempt.plan.steps.size(); ++i) {
        const auto start = m_forecast.starts.constFind(i);
        if (start == m_forecast.starts.cend())
            continue;
        const PlannedStep &step = attempt.plan.steps.at(i);
        const int row = m_rowOfStep.at(i);
        if (row < 0)
            continue;
        TimelineGhost ghost;
        ghost.start = *start;
        if (step.usual && !step.skipped) {
            ghost.usual = step.usual->p50.count();
            ghost.usualLong = step.usual->p95.count();
            ghost.label = TimelineText::usually(ghost.usual);
        }
        if (step.skipped)
            ghost.text = Words::reason(step.reason, step.reasonArgs);
        ghosts[row].append(ghost);
    }
    QList<int> changed;
    QList<int> rows = ghosts.keys();
    for (const int row : std::as_const(m_ghostRows)) {
        if (!ghosts.contains(row))
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    for (const int row : std::as_const(rows)) {
        const QList<TimelineGhost> now = ghosts.value(row);
        if (m_rows.at(row).ghosts == now)
            continue;
        m_rows[row].ghosts = now;
        m_rows[row].status = rowStatus(m_rows.at(row));
        changed.append(row);
    }
    m_ghostRows = ghosts.keys();
    return changed;
}
